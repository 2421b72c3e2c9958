//! The site: its pages, its search, its data.

use super::{Making, Output, OutputExtent, OutputReader, OutputTime};
use crate::render::html::{FOLDER, Parts};

pub static OUTPUT: Output = Output {
    name: "html",
    help: "Trang web: các trang, tìm kiếm, dữ liệu · the web site: pages, search, data",
    file: |_| format!("{FOLDER}index.html"),
    reader: OutputReader::Person,
    extent: OutputExtent::Web,
    made: Making::Site(Parts { pages: true, ..Parts::NONE }),
    when: OutputTime::Always,
    offer: None,
};
