//! Headings and their titles, which may go on in further lines.

use super::order::{first_of_list, follows};
use super::{Growing, LineWords, paragraph_of};
use crate::model::provision::{Unit, UnitKind};
use crate::originals::tree::NodeRole;
use crate::originals::tree::heading::{self, UnitHeading};
use crate::originals::tree::mark::{self, Numbering};
use crate::originals::tree::title::{is_rule, is_title};

impl Growing<'_> {
    /// Whether a line that looks like a heading is one here.
    pub(super) fn is_heading(&self, heading: &UnitHeading) -> bool {
        let kind = heading.unit.kind();
        let closing = self.role() == Some(NodeRole::Closing);
        let follows = || follows(self.last_article(), heading.unit.label());
        match kind {
            UnitKind::Article if heading.is_loose || closing => follows(),
            UnitKind::Annex => self.has_begun || self.line == 0 || self.is_said_attached(),
            UnitKind::Form | UnitKind::Schedule => closing || self.is_in(UnitKind::is_annex) || !self.is_in_article(),
            UnitKind::Section | UnitKind::Subsection => !closing && self.has_begun,
            _ => !closing,
        }
    }

    /// Whether a line in capitals begins something attached: it is after the signature, or the next lines say so.
    pub(super) fn is_attached(&self, unit: &Unit) -> bool {
        let after = self.role() == Some(NodeRole::Closing);
        let kind = unit.kind();
        self.has_begun
            && self.is_said_attached()
            && (after || kind.is_attached_instrument() || !self.is_in(UnitKind::is_annex))
    }

    /// Whether one of the next lines is `(Ban hành kèm theo …)`.
    fn is_said_attached(&self) -> bool {
        self.following.iter().take(5).any(|line| paragraph_of(line).contains("èm theo"))
    }

    pub(super) fn heading(&mut self, words: LineWords<'_>, heading: UnitHeading) {
        let UnitHeading { unit, label_end, is_loose: _ } = heading;
        let kind = unit.kind();
        self.close(kind.level());
        self.check(&unit);
        let node = self.open_node(NodeRole::Unit, Some(unit), kind.level());
        let (label, rest) = words.text.split_at_checked(label_end).unwrap_or((words.text, ""));
        let title = rest.trim_start_matches([' ', '-', '–', '—', ':']).trim();
        if let Some(first) = first_of_list(title).filter(|_| kind == UnitKind::Article) {
            self.add(LineWords { text: label.trim_end(), ..words }, label_end);
            return self.numbered(LineWords { text: first, ..words });
        }
        self.add(words, label_end);
        let is_title = kind != UnitKind::Article || is_title(title, self.following);
        if is_title {
            self.set_title(node, title);
        }
        self.awaits_title = is_title || title.is_empty();
    }

    fn set_title(&mut self, node: usize, words: &str) {
        let end = self.pieces.len();
        let Some(node) = self.nodes.get_mut(node) else { return };
        let between = if node.title.is_empty() || words.is_empty() { "" } else { " " };
        node.title = format!("{}{between}{words}", node.title);
        node.heading = node.pieces.start..end;
    }

    /// Whether a line belongs to the heading before it.
    pub(super) fn goes_on_title(&self, line: &str) -> bool {
        let Some(node) = self.open.last().and_then(|open| self.nodes.get(open.node?)) else { return false };
        let Some(kind) = node.unit.as_ref().map(Unit::kind).filter(|_| self.awaits_title) else { return false };
        let capitals = heading::is_in_capitals(line);
        let bracket = line.starts_with('(') || node.title.matches('(').count() > node.title.matches(')').count();
        let plain = mark::opening(line).mark == Numbering::None;
        let untitled = node.title.is_empty();
        let in_capitals = capitals && (untitled || heading::is_in_capitals(&node.title));
        match kind {
            UnitKind::Article if untitled => plain && is_title(line, self.following),
            // A title that a reprint broke.
            UnitKind::Article => line.starts_with(char::is_lowercase) && plain,
            UnitKind::Form => bracket || untitled && plain && !capitals && !line.ends_with(['.', ';', ':']),
            _ if kind.is_annex() || kind.is_attached_instrument() => {
                bracket || is_rule(line) || plain && (capitals || untitled && !line.ends_with(['.', ';', ':']))
            }
            _ => plain && (untitled || in_capitals),
        }
    }

    pub(super) fn title(&mut self, words: LineWords<'_>) {
        let Some(node) = self.open.last().and_then(|open| open.node) else { return };
        self.add(words, 0);
        self.set_title(node, if is_rule(words.text) { "" } else { words.text });
        self.awaits_title = true;
    }
}
