//! What the tool has to say about a corpus: findings, with a stable code and a place. Knows no stage and no sentence;
//! the words stand in [`crate::messages`], the printing in [`crate::report`].

use std::collections::BTreeMap;
use std::ops::Range;

pub use crate::messages::{Code, Lang};
use crate::model::subject::Subject;

/// How much a finding weighs. Errors stop a build; `--strict` makes warnings stop it too; notes never do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    Error,
    Warning,
    Note,
}

impl Severity {
    pub fn key(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// The number of a file within [`crate::source::Sources`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(pub u32);

/// A range of bytes in one file's normalised text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    pub file: FileId,
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Span { file, start: range.start, end: range.end }
    }

    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Where a finding points. Code that does not know files points at a [`Subject`]; the report looks its place up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// Nowhere in particular: the corpus as a whole.
    Corpus,
    /// A path within the corpus, whether or not there is a readable file.
    Path(String),
    Span(Span),
    /// A key of a file's record, such as `in-force-until` or `relations.0.instrument`.
    Key(FileId, String),
    /// A thing of the corpus and a key of its record; an empty key is the whole record.
    Entry(Subject, String),
    /// A range of bytes in the file of a thing of the corpus, such as a citation in its body.
    Body(Subject, Range<usize>),
}

/// A phrase in both languages of the tool.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Both {
    pub vi: String,
    pub en: String,
}

impl Both {
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Both { vi: vi.into(), en: en.into() }
    }

    /// The same words in both languages: names, numbers, quotations of the editor's own text.
    pub fn same(words: impl Into<String>) -> Self {
        let words = words.into();
        Both { vi: words.clone(), en: words }
    }

    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }

    fn cut(self) -> Self {
        Both { vi: cut(self.vi), en: cut(self.en) }
    }
}

/// The longest words that fill a hole, in characters.
const LONGEST: usize = 600;

fn cut(words: String) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words,
    }
}

impl From<&str> for Both {
    fn from(words: &str) -> Self {
        Both::same(words)
    }
}

impl From<String> for Both {
    fn from(words: String) -> Self {
        Both::same(words)
    }
}

/// One thing found in a corpus.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    pub code: Code,
    pub place: Place,
    /// What fills the `{name}` holes of the code's message and help.
    pub args: Vec<(&'static str, Both)>,
    /// Says what to write here, where the code's own help is too general.
    pub help: Option<Both>,
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
    pub fn new(code: Code, place: Place) -> Self {
        Finding { code, place, args: Vec::new(), help: None, waived: None }
    }

    pub fn at(code: Code, file: FileId, range: Range<usize>) -> Self {
        Finding::new(code, Place::Span(Span::new(file, range)))
    }

    /// Fills a hole. What was taken from the corpus may be as long as a file: it is cut.
    pub fn arg(mut self, name: &'static str, words: impl Into<Both>) -> Self {
        self.args.push((name, words.into().cut()));
        self
    }

    pub fn help(mut self, help: Both) -> Self {
        self.help = Some(help);
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

/// How many findings with one code are kept of each file or thing; the others are counted. One slip can be in a file as
/// often as the file has room, and nobody reads the thousandth.
pub const KEPT: usize = 100;

/// What a place is in, as far as it is known without the files.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Owner {
    Corpus,
    Path(String),
    File(FileId),
    Subject(Subject),
}

impl Place {
    pub fn owner(&self) -> Owner {
        match self {
            Place::Corpus => Owner::Corpus,
            Place::Path(path) => Owner::Path(path.clone()),
            Place::Span(span) => Owner::File(span.file),
            Place::Key(file, _) => Owner::File(*file),
            Place::Entry(subject, _) | Place::Body(subject, _) => Owner::Subject(subject.clone()),
        }
    }
}

/// Collects findings while a stage goes on past them.
#[derive(Clone, Default, Debug)]
pub struct Sink {
    findings: Vec<Finding>,
    /// How many there were, by what they are in and the id of their code.
    counts: BTreeMap<(Owner, &'static str), usize>,
}

impl Sink {
    pub fn new() -> Self {
        Sink::default()
    }

    pub fn push(&mut self, finding: Finding) {
        let count = self.counts.entry((finding.place.owner(), finding.code.id())).or_default();
        *count += 1;
        if *count <= KEPT {
            self.findings.push(finding);
        }
    }

    pub fn extend(&mut self, other: Sink) {
        let uncounted: Vec<_> = other.beyond().map(|(owner, code, count)| (owner.clone(), code, count)).collect();
        other.findings.into_iter().for_each(|finding| self.push(finding));
        for (owner, code, count) in uncounted {
            *self.counts.entry((owner, code)).or_default() += count;
        }
    }

    /// Whether more findings of this code would only be counted, so that no work need go into them.
    pub fn is_full(&self, owner: Owner, code: Code) -> bool {
        self.counts.get(&(owner, code.id())).is_some_and(|count| *count >= KEPT)
    }

    /// What was counted and not kept: in what, of which code, and how often.
    pub fn beyond(&self) -> impl Iterator<Item = (&Owner, &'static str, usize)> {
        let beyond = self.counts.iter().filter(|(_, count)| **count > KEPT);
        beyond.map(|((owner, code), count)| (owner, *code, count - KEPT))
    }

    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == Severity::Error)
    }

    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    pub fn findings_mut(&mut self) -> &mut [Finding] {
        &mut self.findings
    }

    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}
