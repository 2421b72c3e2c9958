//! One list to tick for each audience.

use serde::Serialize;

use super::AnnexContent;
use super::duties::{DutyGroup, groups, intro};
use crate::language::vi::annexes;
use crate::model::edition::Annex;
use crate::view::build::Builder;

/// One list to tick for each audience.
#[derive(Serialize, Clone, Debug)]
pub struct ChecklistsView {
    pub intro: Vec<String>,
    pub groups: Vec<DutyGroup>,
}

impl AnnexContent for ChecklistsView {
    fn new(builder: &Builder<'_, '_>, _: &Annex) -> Self {
        let duties = &builder.duties;
        Self {
            intro: intro(builder, annexes::checklists_intro(duties.binding, builder.booklet.as_of)),
            groups: groups(builder, duties, "viec", &[]),
        }
    }
}
