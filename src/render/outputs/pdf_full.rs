//! The reference on paper: everything, whatever the edition leaves out of the booklet that is handed out.

use super::{Making, Offered, Output, OutputExtent, OutputReader, OutputTime};
use crate::render::PaperForm;

pub static OUTPUT: Output = Output {
    name: "pdf-full",
    help: "Bản PDF đầy đủ, có cả phần mà bản in để phát không có · the reference PDF, with what the booklet leaves out",
    file: |edition| format!("{edition}-day-du.pdf"),
    reader: OutputReader::Person,
    extent: OutputExtent::Whole,
    made: Making::Document(|from, lay_out| lay_out(&from.view.in_full(), PaperForm::Booklet)),
    when: OutputTime::PaperLeavesOut,
    offer: Some(Offered { label: |view| &view.words.download_pdf_full, media_type: "application/pdf" }),
};
