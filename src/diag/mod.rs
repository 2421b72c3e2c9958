//! Findings: what there is to say about a corpus, with a stable code, a place, and words in both languages.
//!
//! Ground for every stage: knows none of them, and none of their sentences. Each stage declares its codes beside its code
//! ([`codes!`]); [`crate::codes`] lists them all, and [`crate::report`] prints findings.

pub mod advice;
mod code;
mod finding;
mod fix;
mod lang;
mod place;
mod sink;

pub use code::{CatalogueEntry, Code, CodeWords, fill};
pub(crate) use code::{codes, phrases};
pub use finding::{Finding, Severity, Waived};
pub use fix::{Fix, FixEdit};
pub use lang::{Bilingual, Lang};
pub use place::{FileId, Owner, Place, Span};
pub use sink::{ALL as OWN_CODES, KEPT, MORE, Sink};
