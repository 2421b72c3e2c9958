//! Citations as values: what was cited, of which document, and what is to be said about the way it was written. Their
//! grammar is in `syntax::citation`.

mod document;
mod fault;
mod found;
mod note;
mod path;

pub use document::DocumentRef;
pub use fault::LocatorError;
pub use found::Found;
pub use note::{Note, NoteKind};
pub use path::{Cited, Path, Step, Target, Unresolved};
