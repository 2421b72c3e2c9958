//! The form in which an office reports what it has done.

use serde::Serialize;

use super::AnnexContent;
use super::duties::{DutyGroup, groups, intro};
use crate::language::vi::annexes;
use crate::model::edition::Annex;
use crate::view::Labelled;
use crate::view::build::Builder;

/// The form in which an office reports. Its fixed words are in [`crate::view::Words`].
#[derive(Serialize, Clone, Debug)]
pub struct ReportFormView {
    pub intro: Vec<String>,
    /// What the office fills in about itself, in order.
    pub fields: Vec<Labelled>,
    /// The answers, of which one is ticked for each duty.
    pub answers: Vec<Labelled>,
    pub groups: Vec<DutyGroup>,
    /// Who signs, in order.
    pub signatures: Vec<SignatureView>,
}

/// A place for a signature at the foot of the form.
#[derive(Serialize, Clone, Debug)]
pub struct SignatureView {
    /// `Thủ trưởng đơn vị`
    pub name: String,
    /// `ký, ghi rõ họ tên, đóng dấu`
    pub how: String,
}

impl AnnexContent for ReportFormView {
    /// The annex names the audiences that the form asks; a booklet for some audiences asks those.
    fn new(builder: &Builder<'_, '_>, annex: &Annex) -> Self {
        let only = if builder.booklet.audiences.is_empty() { annex.audiences.as_slice() } else { &[] };
        let vocabulary = builder.booklet.corpus.vocabulary();
        // Nobody has to account for a right that was not used, or for a goal.
        let binding = builder.duties.clone().only(|duty| vocabulary.kind(&duty.obligation.level).binds());
        let groups = groups(builder, &binding, "bao-cao", only);
        Self {
            intro: intro(builder, annexes::report_form_intro(groups.is_empty(), builder.booklet.as_of)),
            fields: annexes::REPORT_FIELDS.map(labelled).to_vec(),
            answers: annexes::REPORT_ANSWERS.map(labelled).to_vec(),
            groups,
            signatures: annexes::SIGNATURES.map(signature).to_vec(),
        }
    }
}

fn labelled((key, name): (&str, &str)) -> Labelled {
    Labelled { key: key.to_owned(), name: name.to_owned() }
}

fn signature((name, how): (&str, &str)) -> SignatureView {
    SignatureView { name: name.to_owned(), how: how.to_owned() }
}
