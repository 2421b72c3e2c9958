//! The booklet as a folder of Markdown, for programs that read text.

use super::{Making, Output, OutputReader, OutputTime};
use crate::render::markdown;

pub static OUTPUT: Output = Output {
    name: "markdown",
    help: "Thư mục tệp Markdown, có llms.txt cho chương trình đọc chữ; chỉ làm khi ghi tên · a folder of Markdown with llms.txt for programs that read text; made only where it is named",
    file: |_| format!("{}{}", markdown::FOLDER, markdown::CONTENTS),
    reader: OutputReader::Person,
    extent: markdown::EXTENT,
    made: Making::Folder(markdown::markdown),
    when: OutputTime::Named,
    offer: None,
};
