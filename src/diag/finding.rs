//! One finding.

use std::ops::Range;

use super::{Bilingual, Code, FileId, Fix, Place, Span};

/// How much a finding weighs. Errors stop a build; `--strict` makes warnings stop it too; notes never do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    Error,
    Warning,
    Note,
}

impl Severity {
    /// Returns the word for programs: `error`.
    pub fn key(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One thing found in a corpus.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    pub code: Code,
    pub place: Place,
    /// The words for the `{name}` holes of the code's message and help.
    pub args: Vec<(&'static str, Bilingual)>,
    /// Says what to write here, where the code's own help is too general.
    pub help: Option<Bilingual>,
    /// The repair, where it follows from the finding alone.
    pub fix: Option<Fix>,
    /// Set where the corpus' waivers let the finding stand.
    pub waived: Option<Waived>,
}

/// Why a warning is let stand, and for how long.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waived {
    pub reason: String,
    /// The first day on which it is a warning again.
    pub until: String,
}

impl Finding {
    /// Makes a finding without arguments.
    pub fn new(code: Code, place: Place) -> Self {
        Finding { code, place, args: Vec::new(), help: None, fix: None, waived: None }
    }

    /// Makes a finding at a range of bytes of a file.
    pub fn at(code: Code, file: FileId, range: Range<usize>) -> Self {
        Finding::new(code, Place::Span(Span::new(file, range)))
    }

    /// Fills a hole. Words from the corpus may be as long as a file, so they are cut.
    pub fn arg(mut self, name: &'static str, words: impl Into<Bilingual>) -> Self {
        self.args.push((name, words.into().cut()));
        self
    }

    /// Sets what to write here, in place of the code's own help.
    pub fn help(mut self, help: Bilingual) -> Self {
        self.help = Some(help);
        self
    }

    /// A repair, where there is one.
    pub fn fix(mut self, fix: impl Into<Option<Fix>>) -> Self {
        self.fix = fix.into().filter(|fix| !fix.edits.is_empty());
        self
    }

    /// The code's severity; a warning that is waived is a note.
    pub fn severity(&self) -> Severity {
        match self.waived {
            Some(_) => Severity::Note,
            None => self.code.entry().severity,
        }
    }
}
