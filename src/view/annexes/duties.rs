//! The three annexes that list duties: the matrix, the checklists, the report form.

use super::{AsideView, ChecklistsView, DutyGroup, DutyView, ReportFormView, ResponsibilitiesView, SignatureView};
use crate::assemble::duties::{AudienceDuties, Duties, Duty};
use crate::language::vi::annexes as said;
use crate::model::ids::AudienceId;
use crate::view::build::{Builder, obligation_view};
use crate::view::{ExcerptLink, Labelled};

pub(in crate::view) fn responsibilities(builder: &Builder<'_, '_>) -> ResponsibilitiesView {
    let duties = builder.booklet.duties();
    let counts: Vec<_> = duties.aside.iter().map(|(kind, duties)| (*kind, duties.len())).collect();
    let aside = duties.aside.iter().map(|(kind, duties)| AsideView {
        key: kind.key().to_owned(),
        sign: kind.sign().to_owned(),
        text: said::duties_aside(*kind, duties.len()),
        excerpts: excerpts(builder, duties),
    });
    ResponsibilitiesView {
        intro: intro(builder, said::responsibilities_intro(duties.binding, &counts, builder.booklet.as_of)),
        groups: groups(builder, &duties, "trach-nhiem", &[]),
        aside: aside.collect(),
    }
}

pub(in crate::view) fn checklists(builder: &Builder<'_, '_>) -> ChecklistsView {
    let duties = builder.booklet.duties();
    ChecklistsView {
        intro: intro(builder, said::checklists_intro(duties.binding, builder.booklet.as_of)),
        groups: groups(builder, &duties, "viec", &[]),
    }
}

/// Where the booklet tells the duties of some audiences only, it says so first.
fn intro(builder: &Builder<'_, '_>, words: Vec<String>) -> Vec<String> {
    builder.only_audiences().into_iter().chain(words).collect()
}

/// `only`: the audiences that the form asks; all where there are none. A booklet for some audiences asks those.
pub(in crate::view) fn report_form(builder: &Builder<'_, '_>, only: &[AudienceId]) -> ReportFormView {
    let duties = builder.booklet.duties();
    let labelled = |(key, name): (&str, &str)| Labelled { key: key.to_owned(), name: name.to_owned() };
    let only = if builder.booklet.audiences.is_empty() { only } else { &[] };
    let groups = groups(builder, &duties, "bao-cao", only);
    let signature = |(name, how): (&str, &str)| SignatureView { name: name.to_owned(), how: how.to_owned() };
    ReportFormView {
        intro: intro(builder, said::report_form_intro(groups.is_empty(), builder.booklet.as_of)),
        fields: said::REPORT_FIELDS.map(labelled).to_vec(),
        answers: said::REPORT_ANSWERS.map(labelled).to_vec(),
        groups,
        signatures: said::SIGNATURES.map(signature).to_vec(),
    }
}

/// `start`: of the anchors, which keep the three annexes apart.
fn groups(builder: &Builder<'_, '_>, duties: &Duties<'_>, start: &str, only: &[AudienceId]) -> Vec<DutyGroup> {
    let asked = |group: &&AudienceDuties<'_>| only.is_empty() || only.contains(&group.audience.id);
    let view = |group: &AudienceDuties<'_>| DutyGroup {
        anchor: format!("{start}-{}", group.audience.id),
        audience: Labelled { key: group.audience.id.to_string(), name: group.audience.name.clone() },
        tally: said::duties_counted(group.duties.len()),
        duties: group.duties.iter().zip(1..).filter_map(|(duty, number)| duty_view(builder, duty, number)).collect(),
    };
    duties.by_audience.iter().filter(asked).map(view).collect()
}

/// `None` cannot be: the duties are those of printed excerpts.
fn duty_view(builder: &Builder<'_, '_>, duty: &Duty<'_>, number: u32) -> Option<DutyView> {
    let obligation = obligation_view(builder.booklet.corpus, duty.obligation);
    Some(DutyView {
        number,
        who: obligation.who,
        verb: obligation.verb,
        what: obligation.what,
        level: obligation.level,
        deadline: obligation.deadline,
        excerpt: builder.link(&duty.excerpt.id)?,
        doubt: said::doubt(duty.excerpt.confidence),
    })
}

/// The excerpts of some duties, each once.
fn excerpts(builder: &Builder<'_, '_>, duties: &[Duty<'_>]) -> Vec<ExcerptLink> {
    let mut links: Vec<ExcerptLink> = duties.iter().filter_map(|duty| builder.link(&duty.excerpt.id)).collect();
    links.dedup_by_key(|link| link.number);
    links
}
