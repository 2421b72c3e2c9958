//! The booklet in one file of HTML.

use super::{Making, Offered, Output, OutputExtent, OutputReader, OutputTime};
use crate::render::html::{FOLDER, Parts};

pub static OUTPUT: Output = Output {
    name: "single",
    help: "Cả tài liệu trong một tệp HTML, để gửi đi · the whole booklet in one HTML file, to pass around",
    file: |edition| format!("{FOLDER}{edition}.html"),
    reader: OutputReader::Person,
    extent: OutputExtent::Web,
    made: Making::Site(Parts { single: true, ..Parts::NONE }),
    when: OutputTime::Always,
    offer: Some(Offered { label: |view| &view.web.words.download_single, media_type: "text/html" }),
};
