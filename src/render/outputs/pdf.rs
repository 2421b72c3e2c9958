//! The booklet on paper.

use super::{Making, Offered, Output, OutputExtent, OutputReader, OutputTime};
use crate::render::PaperForm;

pub static OUTPUT: Output = Output {
    name: "pdf",
    help: "Tài liệu để in · the booklet for paper",
    file: |edition| format!("{edition}.pdf"),
    reader: OutputReader::Person,
    extent: OutputExtent::Paper,
    made: Making::Document(|from, lay_out| lay_out(from.view, PaperForm::Booklet)),
    when: OutputTime::Always,
    offer: Some(Offered { label: |view| &view.words.download_pdf, media_type: "application/pdf" }),
};
