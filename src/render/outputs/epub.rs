//! The booklet as a book for reading devices.

use super::{Making, Offered, Output, OutputReader, OutputTime};
use crate::render::epub;

pub static OUTPUT: Output = Output {
    name: "epub",
    help: "Sách điện tử EPUB; chỉ làm khi ghi tên · an EPUB for reading devices; made only where it is named",
    file: |edition| format!("{edition}.epub"),
    reader: OutputReader::Person,
    extent: epub::EXTENT,
    made: Making::Document(|from, _| Ok(epub::epub(from)?)),
    when: OutputTime::Named,
    offer: Some(Offered { label: |view| &view.web.words.download_epub, media_type: "application/epub+zip" }),
};
