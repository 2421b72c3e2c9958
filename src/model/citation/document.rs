//! The document that a citation belongs to, as its words say.

use crate::model::number::{DocNumber, InstrumentType};

/// What a citation says of its document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DocumentRef {
    /// `Nghị định số 72/2013/NĐ-CP`, `Luật Viễn thông số 24/2023/QH15`, `QCVN 89:2015/BTTTT`.
    Number {
        /// The type named, or else the one that the number implies.
        kind: Option<InstrumentType>,
        number: DocNumber,
        /// The name of a law given beside its number, with its type: `Luật Viễn thông`.
        name: Option<String>,
    },
    /// `NĐ 73/2019`: the rest of the number is to be looked up.
    Partial { kind: InstrumentType, serial: u32, year: u16 },
    /// `Luật Viễn thông`: by name alone, to be resolved by date; with its year where one is given (`… năm 2009`).
    Named {
        kind: InstrumentType,
        name: String,
        /// The words right after the name. What the corpus calls its own laws may go on in them.
        beyond: String,
        year: Option<u16>,
    },
    /// `Nghị định này`.
    This { kind: InstrumentType },
    /// `Nghị định` alone after a unit: one that the text has named before, as a word of its own. Not the text's own.
    Earlier { kind: InstrumentType },
    /// No document is named beside the place, but the sentence speaks of another one: whose place it is, only its reader can
    /// say. Never taken for the text's own.
    Unclear,
    /// No document is named: the one that the words are in.
    Unstated,
}
