//! The whole site as an archive. The home page within it does not offer it: the hash of a file cannot be in that file.

use super::{Making, Offered, Output, OutputExtent, OutputReader, OutputTime};
use crate::render::html::{FOLDER, Parts};

pub static OUTPUT: Output = Output {
    name: "zip",
    help: "Cả trang web trong một tệp ZIP · the web site as a ZIP",
    file: |edition| format!("{FOLDER}{edition}-html.zip"),
    reader: OutputReader::Person,
    extent: OutputExtent::Web,
    made: Making::Site(Parts { archive: true, ..Parts::NONE }),
    when: OutputTime::Always,
    offer: Some(Offered { label: |view| &view.web.words.download_zip, media_type: "application/zip" }),
};
