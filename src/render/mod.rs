//! RENDER: a view becomes artifacts in memory. No corpus, and no output on disk: [`typst_cli`] alone writes files, to a
//! temporary folder, for the external program that reads them there.

pub mod akn;
pub mod archive;
pub mod docx;
pub mod epub;
pub mod flow;
pub mod glyphs;
pub mod html;
mod icalendar;
pub mod markdown;
mod object_streams;
pub mod outputs;
pub mod tables;
#[cfg(feature = "pdf")]
pub mod typst;
pub mod typst_cli;
pub mod typst_input;
mod typst_text;
#[cfg(feature = "pdf")]
mod world;

use serde::{Deserialize, Serialize};

pub use self::typst_input::PaperForm;
pub use crate::templates::Templates;
use crate::view::PublishedOriginal;

/// One file of the output, not yet written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Artifact {
    /// Relative to the edition's folder, with `/`: `html/index.html`.
    pub path: String,
    /// The whole content.
    pub bytes: Vec<u8>,
}

/// An image of the corpus that the view refers to by path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImageFile {
    /// `images/so-do.svg`
    pub path: String,
    /// The file as it is in the corpus.
    pub bytes: Vec<u8>,
}

/// Reads an original that is published with a site, when it is written: a site may have more of them than memory holds.
pub type FetchOriginal<'a> = dyn Fn(&PublishedOriginal) -> Result<Vec<u8>, RenderError> + Sync + 'a;

/// A template that does not fit its data, or an engine that failed: a fault of the tool or of an office's own
/// templates, never of the corpus.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct RenderError {
    /// The template, with line and column where they are known: `html/chapter.html:12:5`.
    pub place: Option<String>,
    /// What the engine says.
    pub message: String,
    /// What the engine advises, in its own words; often nothing.
    pub hints: Vec<String>,
}
