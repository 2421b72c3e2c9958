//! A page or two for each audience: what a department puts on its wall.

use super::{Making, Offered, Output, OutputExtent, OutputReader, OutputTime};
use crate::render::PaperForm;

pub static OUTPUT: Output = Output {
    name: "sheet",
    help: "Phiếu việc: mỗi đối tượng một hai trang, việc và hạn; chỉ làm khi ghi tên · a page or two for each audience, its duties and days; made only where it is named",
    file: |edition| format!("{edition}-viec.pdf"),
    reader: OutputReader::Person,
    extent: OutputExtent::Part,
    made: Making::Document(|from, lay_out| lay_out(from.view, PaperForm::DutySheets)),
    when: OutputTime::Named,
    offer: Some(Offered { label: |view| &view.web.words.download_sheet, media_type: "application/pdf" }),
};
