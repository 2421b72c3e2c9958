//! Vietnamese citations and locators: text to value.
//!
//! [`parse_locator`] and [`parse_number`] read one value strictly; [`find`] reads all citations of running text. All work
//! on text in NFC. The rules are those of NĐ 34/2016/NĐ-CP, Điều 62–63 and 75–76; what real texts do besides is read with
//! a [`Note`](crate::model::citation::Note). The values are those of [`crate::model::citation`].
//!
//! From below: `token` cuts the text; `kind`, `label`, `symbol`, `number`, `standard`, `date`, `issuer` and `name` read the
//! parts, with the lists `laws.tsv` and `issuers.tsv`, which `names` looks up; `sequence` reads units cited together, with
//! `context` and `heading` for the words around them and `drafts` for their places; `rungs` makes paths of them; `document`
//! reads what they belong to; `found` puts all together, and `owner` settles whose place it is where no document is
//! beside one; `ellipsis` adds to a place the units that only the next one names.

mod context;
mod date;
mod document;
mod drafts;
mod ellipsis;
mod found;
mod heading;
mod issuer;
mod kind;
mod label;
mod laws;
mod locator;
mod name;
mod names;
mod note;
mod number;
mod owner;
mod repair;
mod rungs;
mod sequence;
mod standard;
mod symbol;
mod token;

#[cfg(test)]
mod tests;

pub use found::find;
pub use locator::parse_locator;
pub use note::ParsedWithNotes;
pub use number::{NumberError, parse_number};
pub use repair::repair;
