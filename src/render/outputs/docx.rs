//! The booklet for Word: a copy to mark, and one to take sentences from.

use super::{Making, Offered, Output, OutputReader, OutputTime};
use crate::render::docx;

pub static OUTPUT: Output = Output {
    name: "docx",
    help: "Tài liệu cho Word, để đọc và ghi ý kiến; chỉ làm khi ghi tên · the booklet for Word, to read and to comment on; made only where it is named",
    file: |edition| format!("{edition}.docx"),
    reader: OutputReader::Person,
    extent: docx::EXTENT,
    made: Making::Document(|from, _| Ok(docx::docx(from)?)),
    when: OutputTime::Named,
    offer: Some(Offered {
        label: |view| &view.web.words.download_docx,
        media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }),
};
