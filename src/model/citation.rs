//! A citation as found in running text.
//!
//! For now a bridge to where the finder defines its values; they belong here, since the model must not know of syntax.

pub use crate::syntax::citation::{Cited, DocumentRef, Found, Note, NoteKind, Path, Step, Target, Unresolved};
