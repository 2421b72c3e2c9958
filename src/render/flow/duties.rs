//! What the annexes that list duties have in common.

use super::runs::{DOT, ITALIC, bold, heading, plain, small, styled, to_anchor};
use super::{FlowBlock, FlowRun, FlowWriter};
use crate::view::{DeadlineView, DutyGroup, DutySection, DutyView, EvidenceView, ListedIn};

/// Who must do what, as one sentence.
pub(super) fn sentence(who: &str, verb: &str, what: &str) -> Vec<FlowRun> {
    vec![bold(who), plain(" "), styled(verb, ITALIC), plain(format!(" {what}"))]
}

/// By when, and what the edition's day makes of it.
pub(super) fn deadline(one: Option<&DeadlineView>) -> Vec<FlowRun> {
    let Some(DeadlineView { name, text, remark, data: _ }) = one else { return Vec::new() };
    let remark = remark.iter().map(|remark| plain(format!(" ({remark})")));
    [plain(format!("{DOT}{name}: ")), bold(text)].into_iter().chain(remark).collect()
}

impl FlowWriter<'_> {
    /// The proofs that it was done.
    pub(super) fn evidence(&self, all: &[EvidenceView]) -> Vec<FlowRun> {
        let name = &self.view.words.evidence;
        all.iter().map(|it| plain(format!("{DOT}{name}: {} ({})", it.what, it.source))).collect()
    }

    /// Which clauses punish its neglect.
    pub(super) fn sanctions(&self, duty: &DutyView) -> Vec<FlowRun> {
        let name = &self.view.words.sanctions;
        let of = |to| [plain(format!("{DOT}{name}: "))].into_iter().chain(self.pointer_named(to));
        duty.sanctions.iter().flat_map(of).collect()
    }

    pub(super) fn sentence(duty: &DutyView) -> Vec<FlowRun> {
        sentence(&duty.who, &duty.verb, &duty.what)
    }

    /// `● bắt buộc`
    pub(super) fn level(duty: &DutyView) -> FlowRun {
        plain(format!("{}\u{a0}{}", duty.kind.sign, duty.level.name))
    }

    /// The number of the excerpt, its citation, and how sure we are where the text was not read.
    pub(super) fn provision(&self, duty: &DutyView) -> Vec<FlowRun> {
        let mut runs = self.pointer_named(&duty.excerpt);
        runs.extend(duty.doubt.iter().map(|doubt| plain(format!(" ({doubt})"))));
        runs
    }

    /// All that is said below the sentence of a duty.
    pub(super) fn terms(&self, duty: &DutyView, with_provision: bool) -> FlowBlock {
        let mut runs = vec![Self::level(duty)];
        runs.extend(deadline(duty.deadline.as_ref()));
        runs.extend(self.evidence(&duty.evidence));
        runs.extend(self.sanctions(duty));
        if with_provision {
            runs.push(plain(DOT));
            runs.extend(self.provision(duty));
        }
        small(runs)
    }

    pub(super) fn group_head(anchor: &str, name: &str, tally: &str) -> Vec<FlowBlock> {
        vec![heading(2, Some(anchor), name), small(vec![plain(tally)])]
    }

    /// The sections of every group; `content` lays out the duties of one.
    pub(super) fn duty_groups(
        &self,
        groups: &[DutyGroup],
        content: impl Fn(&[&DutyView]) -> Vec<FlowBlock>,
    ) -> Vec<FlowBlock> {
        groups.iter().flat_map(|group| self.duty_group(group, groups, &content)).collect()
    }

    pub(super) fn duty_group(
        &self,
        group: &DutyGroup,
        groups: &[DutyGroup],
        content: &impl Fn(&[&DutyView]) -> Vec<FlowBlock>,
    ) -> Vec<FlowBlock> {
        let mut blocks = Self::group_head(&group.anchor, &group.audience.name, &group.tally);
        for section in &group.sections {
            blocks.extend(Self::section_head(section));
            blocks.extend(self.section(group, section, groups, content));
        }
        blocks
    }

    /// Through what the duties below bind, and why.
    fn section_head(section: &DutySection) -> Vec<FlowBlock> {
        let Some(capacity) = &section.capacity else { return Vec::new() };
        let reason = capacity.reason.as_ref().map(|reason| format!("{DOT}{reason}")).unwrap_or_default();
        vec![heading(3, None, &capacity.heading), small(vec![plain(format!("{}{reason}", capacity.tally))])]
    }

    /// A duty is written once in an annex: where the audience that the duties name has its own list, a line leads to it, and
    /// so does one for duties that an earlier list has.
    fn section(
        &self,
        group: &DutyGroup,
        section: &DutySection,
        groups: &[DutyGroup],
        content: &impl Fn(&[&DutyView]) -> Vec<FlowBlock>,
    ) -> Vec<FlowBlock> {
        let words = &self.view.words;
        let named = section.capacity.as_ref().map(|it| &it.audience);
        let is_named = |one: &&DutyGroup| Some(&one.audience.key) == named && one.audience.key != group.audience.key;
        if let Some(other) = groups.iter().find(is_named) {
            return vec![led_to(&format!("{}:", words.see_list_of), &other.anchor, &other.audience.name, Vec::new())];
        }
        let own: Vec<&DutyView> = section.duties.iter().filter(|it| it.listed_in.is_none()).collect();
        let mut blocks = if own.is_empty() { Vec::new() } else { content(&own) };
        blocks.extend(self.listed_elsewhere(&section.duties));
        blocks
    }

    fn listed_elsewhere(&self, duties: &[DutyView]) -> Vec<FlowBlock> {
        let mut lists: Vec<&ListedIn> = Vec::new();
        for list in duties.iter().filter_map(|duty| duty.listed_in.as_ref()) {
            if lists.iter().all(|known| known.anchor != list.anchor) {
                lists.push(list);
            }
        }
        let line = |list: &&ListedIn| {
            let there = duties.iter().filter(|it| it.listed_in.as_ref().is_some_and(|it| it.anchor == list.anchor));
            let numbers = super::runs::joined(there.map(|duty| self.pointer(&duty.excerpt)), ", ");
            let more = [plain(": ")].into_iter().chain(numbers).collect();
            led_to(&self.view.words.listed_above, &list.anchor, &list.audience, more)
        };
        lists.iter().map(line).collect()
    }
}

/// Where a list is that has these duties already.
fn led_to(before: &str, anchor: &str, name: &str, more: Vec<FlowRun>) -> FlowBlock {
    small([plain(format!("{before} ")), to_anchor(anchor, vec![plain(name)])].into_iter().chain(more).collect())
}
