//! The public face of the library: from a corpus folder to what is wrong in it, to an edition, and to the files that a
//! build would write of it. The same path as that of the commands, so that both agree byte for byte.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{fmt, io};

#[cfg(not(feature = "pdf"))]
use crate::diag::Bilingual;
use crate::diag::Lang;
use crate::hash::sha256;
use crate::model::date::Date;
use crate::render::outputs::{self, Ingredients, Output, Unmade};
use crate::render::{Artifact, FetchOriginal, PaperForm, RenderError, Templates};
use crate::report::Reported;
use crate::session::{self, OpenedCorpus, ReceivedFiles, Strictness, ViewRequest, ViewedEdition, WhichEditions};
use crate::source;

/// A corpus folder that was read. [`Self::check`] says what is wrong in it.
#[derive(Debug)]
pub struct CorpusFolder {
    opened: OpenedCorpus,
}

/// How an edition is viewed. The default is what `camnang build` does without options.
#[derive(Clone, Default, Debug)]
#[non_exhaustive]
pub struct ViewOptions {
    /// The language of findings and errors. The booklet itself is Vietnamese in either case.
    pub lang: Lang,
    /// Another day than the edition's own, as of which validity is stated.
    pub as_of: Option<Date>,
    /// A folder of templates, each of which replaces the one of its name in the program.
    pub templates: Option<PathBuf>,
    /// Whether warnings keep an edition from being published, as errors do.
    pub strict: bool,
}

/// An edition whose findings do not keep it from being published.
#[derive(Debug)]
pub struct PublishableEdition {
    edition: ViewedEdition,
    templates: Templates,
    /// What the publisher adds to every site.
    web: BTreeMap<String, Vec<u8>>,
    received: ReceivedFiles,
    lang: Lang,
}

/// Why there is no edition, or no output of it.
#[derive(Debug)]
#[non_exhaustive]
pub enum LibraryError {
    /// The folder of templates cannot be read.
    Templates(io::Error),
    /// There is no such edition, or its file cannot be read; the words say which, and which was perhaps meant.
    NoEdition(String),
    /// Findings keep the edition from being published: these, among all that was found.
    Faulty(Vec<Reported>),
    /// No output has this name, or this build of the library cannot make it.
    NoOutput(String),
    /// A template does not fit its data, or the engine failed.
    Render(RenderError),
}

/// Reads a corpus folder and binds its records.
///
/// # Errors
/// The folder cannot be read. A fault within it is no error, but a finding.
pub fn open(folder: impl AsRef<Path>) -> io::Result<CorpusFolder> {
    Ok(CorpusFolder { opened: session::open(folder.as_ref())? })
}

impl CorpusFolder {
    /// Returns the ids of the editions that could be read, in order.
    pub fn editions(&self) -> impl Iterator<Item = &str> {
        self.opened.corpus.editions().map(|edition| edition.id.as_str())
    }

    /// Looks at every edition on its own day and returns all that was found, sorted by file, as `camnang check` reports it:
    /// errors, warnings, and notes, among these the warnings that the corpus waives.
    pub fn check(&self, lang: Lang) -> Vec<Reported> {
        self.opened.view_every_edition().findings().report(lang)
    }

    /// Views an edition as its readers will see it.
    ///
    /// # Errors
    /// There is no such edition, findings keep it from being published, or the templates cannot be read.
    pub fn edition(&self, id: &str, options: &ViewOptions) -> Result<PublishableEdition, LibraryError> {
        let lang = options.lang;
        let absent = |absent: session::Absent| LibraryError::NoEdition(absent.words().get(lang).to_owned());
        let editions = WhichEditions::These(vec![self.opened.edition(id).map_err(absent)?.id.clone()]);
        let templates = source::templates(options.templates.as_deref()).map_err(LibraryError::Templates)?;
        let as_of = options.as_of;
        let request = ViewRequest { editions, as_of, templates: Some(&templates), siblings: true };
        let faulty = |findings: session::Findings<'_, ()>| LibraryError::Faulty(findings.report(lang));
        let decided = self.opened.view(&request).findings().decide(Strictness::of(options.strict)).map_err(faulty)?;
        let edition = decided.into_iter().next().ok_or_else(|| LibraryError::NoEdition(id.to_owned()))?;
        let (web, received) = (self.opened.sources.web.clone(), self.opened.received_files());
        Ok(PublishableEdition { edition, templates, web, received, lang })
    }
}

impl PublishableEdition {
    /// Returns the id of the edition.
    pub fn id(&self) -> &str {
        &self.edition.view().edition.id
    }

    /// Returns its title, in Vietnamese.
    pub fn title(&self) -> &str {
        &self.edition.view().edition.title
    }

    /// Returns the day as of which it states validity, `2030-06-01`.
    pub fn as_of(&self) -> &str {
        &self.edition.view().edition.as_of.iso
    }

    /// Makes the files of outputs by the names of `camnang build --only`: `pdf`, `pdf-full`, `sheet`, `leaflet`, `slides`, `html`, `single`, `zip`, `xlsx`, `json`. They are
    /// sorted by path, and nothing is written to disk. The same corpus gives the same bytes.
    ///
    /// # Errors
    /// A name is unknown, a template does not fit, or the engine failed.
    pub fn outputs(&self, names: &[&str]) -> Result<Vec<Artifact>, LibraryError> {
        let wanted: Vec<&Output> = names.iter().map(|name| self.named(name)).collect::<Result<_, _>>()?;
        let (view, images) = (self.edition.view(), self.edition.images());
        let originals: &FetchOriginal<'_> = &|original| self.received.read(original);
        let from = Ingredients { view, images, templates: &self.templates, web: &self.web, originals };
        let unmade = |unmade| LibraryError::of(unmade, self.lang);
        let documents =
            outputs::documents(&wanted, from, &mut |view, form| lay_out(form, Ingredients { view, ..from }))
                .map_err(unmade)?;
        let taken = Mutex::new(Vec::new());
        let take = |artifact: Artifact| {
            let hash = sha256(&artifact.bytes);
            taken.lock().unwrap_or_else(PoisonError::into_inner).push(artifact);
            Ok(hash)
        };
        outputs::write(&wanted, from, documents, &take).map_err(unmade)?;
        let mut made = taken.into_inner().unwrap_or_else(PoisonError::into_inner);
        made.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(made)
    }

    fn named(&self, name: &str) -> Result<&'static Output, LibraryError> {
        let known = outputs::names();
        let vi = format!("không có dạng `{name}`; có: {known}");
        let en = format!("there is no output `{name}`; there are: {known}");
        outputs::named(name).ok_or_else(|| LibraryError::NoOutput(self.lang.tr(&vi, &en).to_owned()))
    }
}

#[cfg(feature = "pdf")]
fn lay_out(form: PaperForm, from: Ingredients<'_>) -> Result<Vec<u8>, Unmade> {
    Ok(crate::render::typst::pdf(form, from.view, from.images, from.templates)?)
}

#[cfg(not(feature = "pdf"))]
fn lay_out(_: PaperForm, _: Ingredients<'_>) -> Result<Vec<u8>, Unmade> {
    let (vi, en) = ("bản này dựng không kèm Typst", "this build has no Typst within it");
    Err(Unmade::Ended(Bilingual::new(vi, en)))
}

impl LibraryError {
    fn of(unmade: Unmade, lang: Lang) -> Self {
        match unmade {
            Unmade::Render(error) => LibraryError::Render(error),
            Unmade::Write(error) => LibraryError::NoOutput(error.to_string()),
            Unmade::Ended(words) => LibraryError::NoOutput(words.get(lang).to_owned()),
        }
    }
}

impl fmt::Display for LibraryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LibraryError::Templates(error) => write!(f, "cannot read the templates: {error}"),
            LibraryError::NoEdition(words) | LibraryError::NoOutput(words) => f.write_str(words),
            LibraryError::Faulty(findings) => {
                let first = findings.first();
                let first = first.map(|it| format!("; the first: {}:{}: {}", it.file, it.line, it.message));
                write!(f, "the corpus has findings that stop it{}", first.unwrap_or_default())
            }
            LibraryError::Render(error) => {
                let place = error.place.as_ref().map(|place| format!("{place}: ")).unwrap_or_default();
                write!(f, "{place}{}", error.message)
            }
        }
    }
}

impl std::error::Error for LibraryError {}
