//! The files within a packed workbook, each unpacked within bounds.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;
use zip::result::ZipError;

use super::TableFormatFault;

/// The most files within; a form has about ten.
const ENTRIES: usize = 2_000;
/// The most bytes of one file within, unpacked.
const UNPACKED: u64 = 32 * 1024 * 1024;
/// The most elements of one file within.
const NODES: u32 = 2_000_000;

/// A packed workbook.
pub struct PackedParts<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> PackedParts<'a> {
    /// Opens a packed workbook.
    ///
    /// # Errors
    /// It is damaged, or has too many files within.
    pub fn open(bytes: &'a [u8]) -> Result<Self, TableFormatFault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        if archive.len() > ENTRIES { Err(TableFormatFault::TooLarge) } else { Ok(PackedParts(archive)) }
    }

    /// Whether there is a file of this name within.
    pub fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }

    /// Returns a file within, as text; nothing where there is none of this name.
    ///
    /// # Errors
    /// It is damaged, or too large when unpacked.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, TableFormatFault> {
        let file = match self.0.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(&error)),
        };
        let mut bytes = Vec::new();
        file.take(UNPACKED + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        if bytes.len() as u64 > UNPACKED {
            return Err(TableFormatFault::TooLarge);
        }
        String::from_utf8(bytes).map(Some).map_err(|error| broken(&error))
    }
}

/// Reads a file within as XML.
///
/// # Errors
/// It is none, or has too many elements.
pub fn xml(text: &str) -> Result<Document<'_>, TableFormatFault> {
    let options = ParsingOptions { nodes_limit: NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => TableFormatFault::TooLarge,
        error => broken(&error),
    })
}

/// The elements of a name below an element, whatever their namespace is called.
pub fn children<'n, 'x: 'n>(node: Node<'n, 'x>, name: &'static str) -> impl Iterator<Item = Node<'n, 'x>> {
    node.children().filter(move |child| is(*child, name))
}

/// Whether an element has this name.
pub fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// An attribute by its name alone.
pub fn attribute<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

fn damaged(error: &ZipError) -> TableFormatFault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => TableFormatFault::OldOrLocked,
        error => broken(error),
    }
}

fn broken(error: &dyn std::error::Error) -> TableFormatFault {
    TableFormatFault::Damaged(error.to_string())
}
