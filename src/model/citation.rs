//! Citations as values. (Their grammar is in `syntax::citation`.)

pub use crate::syntax::citation::{Cited, DocumentRef, Found, Note, NoteKind, Path, Step, Target};
