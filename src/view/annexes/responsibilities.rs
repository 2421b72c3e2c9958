//! The responsibility matrix: who must do what, how binding, under which provision, by when.

use serde::Serialize;

use super::AnnexContent;
use super::duties::{AsideView, DutyGroup, excerpts, groups, intro};
use crate::language::vi::annexes;
use crate::model::edition::Annex;
use crate::view::build::Builder;

/// The responsibility matrix.
#[derive(Serialize, Clone, Debug)]
pub struct ResponsibilitiesView {
    pub intro: Vec<String>,
    pub groups: Vec<DutyGroup>,
    /// Duties of provisions that are not plainly in force: counted, pointed to, never in the table.
    pub aside: Vec<AsideView>,
}

impl AnnexContent for ResponsibilitiesView {
    fn new(builder: &Builder<'_, '_>, _: &Annex) -> Self {
        let duties = &builder.duties;
        let counts: Vec<_> = duties.aside.iter().map(|(kind, duties)| (*kind, duties.len())).collect();
        let aside = duties.aside.iter().map(|(kind, duties)| AsideView {
            key: kind.key().to_owned(),
            sign: kind.sign().to_owned(),
            text: annexes::duties_aside(*kind, duties.len()),
            excerpts: excerpts(builder, duties),
        });
        Self {
            intro: intro(builder, annexes::responsibilities_intro(duties.binding, &counts, builder.booklet.as_of)),
            groups: groups(builder, duties, "trach-nhiem", &[]),
            aside: aside.collect(),
        }
    }
}
