//! The part of the view that is particular to one copy of a hand-out. It is a file of its own beside the view, so that all copies of one view
//! share everything else: the engine lays out again only what reads it.

use serde::Serialize;

use crate::language::vi::copies;

/// To whom a copy goes, as its cover says it: `/copy.json` for the templates, `null` in the plain booklet.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct CopyView {
    /// Id of the department, also in the name of the file: `so-tttt-bac-giang`.
    pub id: String,
    /// `Bản dành cho`
    pub label: String,
    /// `Sở Thông tin và Truyền thông tỉnh Bắc Giang`
    pub name: String,
    /// The province or city that it works for, where that is known: `Tỉnh Bắc Giang`.
    pub place: Option<String>,
    /// Lines of the addressee below the name, as the list of the hand-out has them: street, town.
    pub address_lines: Vec<String>,
    /// Unique in the hand-out of an edition: `ipv6-001`.
    pub serial: String,
    /// `Bản số ipv6-001`
    pub serial_line: String,
}

impl CopyView {
    /// The parts of a copy's view that are the department's own.
    pub fn new(id: &str, name: &str, place: Option<&str>, address_lines: &[String], serial: &str) -> Self {
        CopyView {
            id: id.to_owned(),
            label: copies::COPY_FOR.to_owned(),
            name: name.to_owned(),
            place: place.map(str::to_owned),
            address_lines: address_lines.to_vec(),
            serial: serial.to_owned(),
            serial_line: copies::serial_line(serial),
        }
    }
}
