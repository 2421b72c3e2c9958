//! The instruments and provisions as law XML.

use super::{Making, Output, OutputReader, OutputTime};
use crate::render::akn;

pub static OUTPUT: Output = Output {
    name: "akn",
    help: "XML văn bản luật (Akoma Ntoso 3.0): văn bản, điều khoản trích hay tóm lược; chỉ làm khi ghi tên · law XML (Akoma Ntoso 3.0): instruments, and provisions quoted or summarised; made only where it is named",
    file: |edition| format!("{edition}.akn.xml"),
    reader: OutputReader::Program,
    extent: akn::EXTENT,
    made: Making::Data(akn::akn),
    when: OutputTime::Named,
    offer: None,
};
