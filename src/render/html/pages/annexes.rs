//! The data of the pages that show what is generated from the corpus: duties, unknowns, changes to come.

use serde::Serialize;

use super::super::RenderError;
use super::{Annex, Builder, Link, Reference};
use crate::view::{
    AnnexKind, ChecklistsView, DepartmentGroupView, DepartmentsView, DutyGroup, DutyView, Labelled, PendingView,
    ReportFormView, ResponsibilitiesView, SignatureView, UnknownsView,
};

#[derive(Serialize)]
pub(super) struct Responsibilities<'a> {
    annexes: Vec<Annex<'a>>,
    intro: &'a [String],
    /// The audiences, as links within the page.
    audiences: Vec<Link<'a>>,
    groups: Vec<Group<'a>>,
    aside: Vec<Aside<'a>>,
}

#[derive(Serialize)]
pub(super) struct Checklists<'a> {
    annexes: Vec<Annex<'a>>,
    intro: &'a [String],
    audiences: Vec<Link<'a>>,
    groups: Vec<Group<'a>>,
}

#[derive(Serialize)]
pub(super) struct ReportForm<'a> {
    annexes: Vec<Annex<'a>>,
    intro: &'a [String],
    fields: &'a [Labelled],
    answers: &'a [Labelled],
    groups: Vec<Group<'a>>,
    signatures: &'a [SignatureView],
}

#[derive(Serialize)]
pub(super) struct Group<'a> {
    anchor: &'a str,
    audience: &'a Labelled,
    tally: &'a str,
    duties: Vec<Duty<'a>>,
}

#[derive(Serialize)]
struct Duty<'a> {
    number: u32,
    who: &'a str,
    verb: &'a str,
    what: &'a str,
    level: &'a Labelled,
    deadline: Option<&'a str>,
    excerpt: Reference<'a>,
    doubt: Option<&'a str>,
}

#[derive(Serialize)]
struct Aside<'a> {
    key: &'a str,
    sign: &'a str,
    text: &'a str,
    excerpts: Vec<Reference<'a>>,
}

#[derive(Serialize)]
pub(super) struct Unknowns<'a> {
    annexes: Vec<Annex<'a>>,
    intro: &'a [String],
    groups: Vec<UnknownGroup<'a>>,
}

#[derive(Serialize)]
struct UnknownGroup<'a> {
    anchor: &'a str,
    title: &'a str,
    rows: Vec<UnknownRow<'a>>,
}

#[derive(Serialize)]
struct UnknownRow<'a> {
    citation: &'a str,
    /// The row of the instrument in the table.
    href: Option<String>,
    excerpts: Vec<Reference<'a>>,
    what: &'a [String],
    wanted: &'a str,
}

#[derive(Serialize)]
pub(super) struct Pending<'a> {
    annexes: Vec<Annex<'a>>,
    intro: &'a [String],
    changes: Vec<Change<'a>>,
}

#[derive(Serialize)]
pub(super) struct Departments<'a> {
    annexes: Vec<Annex<'a>>,
    groups: &'a [DepartmentGroupView],
}

#[derive(Serialize)]
struct Change<'a> {
    day: &'a str,
    iso: Option<&'a str>,
    citation: &'a str,
    title: Option<&'a str>,
    href: Option<String>,
    excerpt: Option<Reference<'a>>,
    what: &'a [String],
}

impl<'a> Builder<'a> {
    pub(super) fn responsibilities(&self, view: &'a ResponsibilitiesView) -> Result<Responsibilities<'a>, RenderError> {
        let aside = view.aside.iter().map(|aside| {
            let excerpts = self.references(&aside.excerpts)?;
            Ok(Aside { key: &aside.key, sign: &aside.sign, text: &aside.text, excerpts })
        });
        Ok(Responsibilities {
            annexes: self.annexes(AnnexKind::Responsibilities)?,
            intro: &view.intro,
            audiences: audiences(&view.groups),
            groups: self.groups(&view.groups)?,
            aside: aside.collect::<Result<_, RenderError>>()?,
        })
    }

    pub(super) fn checklists(&self, view: &'a ChecklistsView) -> Result<Checklists<'a>, RenderError> {
        Ok(Checklists {
            annexes: self.annexes(AnnexKind::Checklists)?,
            intro: &view.intro,
            audiences: audiences(&view.groups),
            groups: self.groups(&view.groups)?,
        })
    }

    pub(super) fn report_form(&self, view: &'a ReportFormView) -> Result<ReportForm<'a>, RenderError> {
        Ok(ReportForm {
            annexes: self.annexes(AnnexKind::ReportForm)?,
            intro: &view.intro,
            fields: &view.fields,
            answers: &view.answers,
            groups: self.groups(&view.groups)?,
            signatures: &view.signatures,
        })
    }

    fn groups(&self, groups: &'a [DutyGroup]) -> Result<Vec<Group<'a>>, RenderError> {
        let one = |group: &'a DutyGroup| {
            Ok(Group {
                anchor: &group.anchor,
                audience: &group.audience,
                tally: &group.tally,
                duties: group.duties.iter().map(|duty| self.duty(duty)).collect::<Result<_, RenderError>>()?,
            })
        };
        groups.iter().map(one).collect()
    }

    fn duty(&self, duty: &'a DutyView) -> Result<Duty<'a>, RenderError> {
        Ok(Duty {
            number: duty.number,
            who: &duty.who,
            verb: &duty.verb,
            what: &duty.what,
            level: &duty.level,
            deadline: duty.deadline.as_deref(),
            excerpt: self.reference(&duty.excerpt)?,
            doubt: duty.doubt.as_deref(),
        })
    }

    pub(super) fn unknowns(&self, view: &'a UnknownsView) -> Result<Unknowns<'a>, RenderError> {
        let mut groups = Vec::new();
        for group in &view.groups {
            let mut rows = Vec::new();
            for row in &group.rows {
                rows.push(UnknownRow {
                    citation: &row.citation,
                    href: self.row_address(row.instrument.as_deref()),
                    excerpts: self.references(&row.excerpts)?,
                    what: &row.what,
                    wanted: &row.wanted,
                });
            }
            groups.push(UnknownGroup { anchor: &group.anchor, title: &group.title, rows });
        }
        Ok(Unknowns { annexes: self.annexes(AnnexKind::Unknowns)?, intro: &view.intro, groups })
    }

    pub(super) fn pending(&self, view: &'a PendingView) -> Result<Pending<'a>, RenderError> {
        let mut changes = Vec::new();
        for change in &view.changes {
            changes.push(Change {
                day: &change.day,
                iso: change.iso.as_deref(),
                citation: &change.citation,
                title: change.title.as_deref(),
                href: self.row_address(change.instrument.as_deref()),
                excerpt: change.excerpt.as_ref().map(|link| self.reference(link)).transpose()?,
                what: &change.what,
            });
        }
        Ok(Pending { annexes: self.annexes(AnnexKind::Pending)?, intro: &view.intro, changes })
    }

    /// The table of instruments has its place whether it is an annex or not.
    fn row_address(&self, anchor: Option<&str>) -> Option<String> {
        anchor.map(|anchor| self.site.places.row(anchor))
    }

    pub(super) fn departments(&self, view: &'a DepartmentsView) -> Result<Departments<'a>, RenderError> {
        Ok(Departments { annexes: self.annexes(AnnexKind::Departments)?, groups: &view.groups })
    }
}

fn audiences(groups: &[DutyGroup]) -> Vec<Link<'_>> {
    groups.iter().map(|group| Link::new(&format!("#{}", group.anchor), &group.audience.name)).collect()
}
