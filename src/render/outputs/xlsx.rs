//! The tables of the edition as a workbook: what a clerk sorts, filters and sends on.

use super::{Making, Offered, Output, OutputExtent, OutputReader, OutputTime};
use crate::render::tables::workbook;

pub static OUTPUT: Output = Output {
    name: "xlsx",
    help: "Bảng tính: việc, lịch, văn bản, trích dẫn; chỉ làm khi ghi tên · a workbook of duties, calendar, instruments and excerpts; made only where it is named",
    file: |edition| format!("{edition}.xlsx"),
    reader: OutputReader::Person,
    extent: OutputExtent::Web,
    made: Making::Document(|from, _| Ok(workbook::xlsx(from.view)?)),
    when: OutputTime::Named,
    offer: Some(Offered {
        label: |view| &view.web.words.download_xlsx,
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }),
};
