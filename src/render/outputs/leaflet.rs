//! Two sides of paper for an event.

use super::{Making, Offered, Output, OutputExtent, OutputReader, OutputTime};
use crate::render::PaperForm;

pub static OUTPUT: Output = Output {
    name: "leaflet",
    help: "Tờ rơi hai mặt A4; chỉ làm khi ghi tên · a leaflet of two sides, A4; made only where it is named",
    file: |edition| format!("{edition}-to-roi.pdf"),
    reader: OutputReader::Person,
    extent: OutputExtent::Part,
    made: Making::Document(|from, lay_out| lay_out(from.view, PaperForm::Leaflet)),
    when: OutputTime::Named,
    offer: Some(Offered { label: |view| &view.web.words.download_leaflet, media_type: "application/pdf" }),
};
