//! The view as a file: what templates and other programs read.

use super::{Making, Output, OutputExtent, OutputReader, OutputTime};
use crate::render::typst_input;

const FILE: &str = "view.json";

pub static OUTPUT: Output = Output {
    name: "json",
    help: "view.json: mọi điều mà mẫu trình bày thấy · view.json: everything that the templates see",
    file: |_| FILE.to_owned(),
    reader: OutputReader::Program,
    extent: OutputExtent::Whole,
    made: Making::Data(|view| typst_input::json(FILE, view)),
    when: OutputTime::Always,
    offer: None,
};
