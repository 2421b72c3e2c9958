//! A citation in running text.

use std::ops::Range;

use super::{Cited, DocumentRef, Note};
use crate::model::date::Date;

/// A citation in running text: places of one document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// All its bytes: units, document, date and issuer.
    pub range: Range<usize>,
    pub document: DocumentRef,
    /// The bytes of the document's own words, date and issuer included; `None` where it is unstated.
    pub document_range: Option<Range<usize>>,
    /// The places cited, in the order of the text; empty where the whole document is.
    pub cited: Vec<Cited>,
    pub dated: Option<Date>,
    /// As the text writes it.
    pub issuer: Option<String>,
    pub notes: Vec<Note>,
}
