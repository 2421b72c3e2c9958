//! The outputs of an edition, a file for each: what the command line calls it, how it is made, which file of it is opened, and
//! how the home page of the site offers it. The command line, a build, the site and hand-outs read the list.

mod akn;
mod docx;
mod epub;
mod html;
mod json;
mod leaflet;
mod markdown;
mod pdf;
mod pdf_full;
mod sheet;
mod single;
mod slides;
mod xlsx;
mod zip;

use std::collections::BTreeMap;
use std::io;
use std::sync::LazyLock;

use rayon::prelude::*;

use super::flow::OutputExtent;
use super::html::{FOLDER, Parts, Take, site_to};
use super::{Artifact, FetchOriginal, ImageFile, PaperForm, RenderError, Templates};
use crate::diag::Bilingual;
use crate::view::View;

pub use self::pdf::OUTPUT as PDF;
pub use self::pdf_full::OUTPUT as PDF_FULL;
pub(super) use self::single::OUTPUT as SINGLE;
pub(super) use self::zip::OUTPUT as ZIP;

/// Every output, in the order in which they are listed and offered. A new one is a file and a line here.
pub static ALL: [&Output; 14] = [
    &pdf::OUTPUT,
    &pdf_full::OUTPUT,
    &sheet::OUTPUT,
    &leaflet::OUTPUT,
    &slides::OUTPUT,
    &html::OUTPUT,
    &single::OUTPUT,
    &zip::OUTPUT,
    &docx::OUTPUT,
    &epub::OUTPUT,
    &xlsx::OUTPUT,
    &markdown::OUTPUT,
    &akn::OUTPUT,
    &json::OUTPUT,
];

/// What there is to know of one output.
#[derive(Debug)]
pub struct Output {
    /// As the command line calls it.
    pub name: &'static str,
    /// What it is, for the help of the command line.
    pub help: &'static str,
    /// Returns the file to open, below the edition's folder.
    pub file: fn(edition: &str) -> String,
    pub reader: OutputReader,
    /// How much of the edition it has.
    pub extent: OutputExtent,
    pub made: Making,
    pub when: OutputTime,
    /// How the home page offers it to take away.
    pub offer: Option<Offered>,
}

/// Who opens an output.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutputReader {
    Person,
    Program,
}

/// When an output is made of an edition where nobody names any.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutputTime {
    Always,
    /// Where the booklet on paper leaves something out.
    PaperLeavesOut,
    /// Only where it is named.
    Named,
}

/// How an output is made.
#[derive(Clone, Copy, Debug)]
pub enum Making {
    /// As one file, before the site, which takes it in where both are made.
    Document(fn(Ingredients<'_>, &mut LayOut<'_>) -> Result<Vec<u8>, Unmade>),
    /// With the site, of which it is a part.
    Site(Parts),
    /// As files of a folder, beside the site.
    Folder(fn(Ingredients<'_>) -> Result<Vec<Artifact>, RenderError>),
    /// As one file, beside the site.
    Data(fn(&View) -> Result<Vec<u8>, RenderError>),
}

/// What a reader sees before a download.
#[derive(Clone, Copy, Debug)]
pub struct Offered {
    pub label: fn(&View) -> &str,
    pub media_type: &'static str,
}

/// What outputs are made from.
#[derive(Clone, Copy)]
pub struct Ingredients<'m> {
    pub view: &'m View,
    pub images: &'m [ImageFile],
    pub templates: &'m Templates,
    /// What the publisher adds to every site, by the path below its folder.
    pub web: &'m BTreeMap<String, Vec<u8>>,
    /// Reads the originals that are published with the site.
    pub originals: &'m FetchOriginal<'m>,
}

/// Lays out a view as a paper, by the engine that was chosen and wherever that runs.
pub type LayOut<'l> = dyn FnMut(&View, PaperForm) -> Result<Vec<u8>, Unmade> + 'l;

/// Why an output was not made.
#[derive(Debug)]
pub enum Unmade {
    Render(RenderError),
    /// It was made and could not be written.
    Write(io::Error),
    /// The engine ended, in words.
    Ended(Bilingual),
}

impl From<RenderError> for Unmade {
    fn from(error: RenderError) -> Self {
        Unmade::Render(error)
    }
}

/// A document that was made.
#[derive(Debug)]
pub struct Document {
    pub output: &'static Output,
    pub bytes: Vec<u8>,
}

/// Outputs differ by their names.
impl PartialEq for Output {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Returns the output of a name.
pub fn named(name: &str) -> Option<&'static Output> {
    ALL.into_iter().find(|output| output.name == name)
}

/// Returns the outputs that are made of an edition where nobody names any.
pub fn usual(view: &View) -> Vec<&'static Output> {
    let is_needed = |output: &&'static Output| match output.when {
        OutputTime::Always => true,
        OutputTime::PaperLeavesOut => view.paper.note.is_some(),
        OutputTime::Named => false,
    };
    ALL.into_iter().filter(is_needed).collect()
}

/// Returns the outputs that may be made where nobody names any.
pub fn unnamed() -> Vec<&'static Output> {
    ALL.into_iter().filter(|output| output.when != OutputTime::Named).collect()
}

/// Returns the names of all outputs, as the command line shows them: `pdf,html`.
pub fn names() -> &'static str {
    static NAMES: LazyLock<String> = LazyLock::new(|| ALL.map(|output| output.name).join(","));
    &NAMES
}

/// Whether an output of this edition is a file of this name within the folder of the site.
pub(super) fn takes(name: &str, edition: &str) -> bool {
    let file = |output: &Output| (output.file)(edition).rsplit('/').next() == Some(name);
    ALL.into_iter().any(|output| output.offer.is_some() && file(output))
}

/// Returns which parts of the web edition are wanted, if any.
pub fn parts(wanted: &[&Output]) -> Option<Parts> {
    let parts = wanted.iter().filter_map(|output| match output.made {
        Making::Site(parts) => Some(parts),
        Making::Document(_) | Making::Folder(_) | Making::Data(_) => None,
    });
    parts.reduce(Parts::with)
}

/// Returns the files to open of these outputs, best first: those for people, or else those for programs.
pub fn to_open(wanted: &[&'static Output], edition: &str) -> Vec<String> {
    let of = |reader| ALL.into_iter().filter(move |output| wanted.contains(output) && output.reader == reader);
    let readers = [OutputReader::Person, OutputReader::Program];
    let files = readers.map(|reader| of(reader).map(|output| (output.file)(edition)).collect::<Vec<_>>());
    files.into_iter().find(|files| !files.is_empty()).unwrap_or_default()
}

/// Makes the documents that are wanted.
///
/// # Errors
/// A template that does not fit, or an engine that ended.
pub fn documents(
    wanted: &[&'static Output],
    from: Ingredients<'_>,
    lay_out: &mut LayOut<'_>,
) -> Result<Vec<Document>, Unmade> {
    let mut made = Vec::new();
    for output in ALL.into_iter().filter(|output| wanted.contains(output)) {
        if let Making::Document(make) = output.made {
            made.push(Document { output, bytes: make(from, lay_out)? });
        }
    }
    Ok(made)
}

/// Makes everything else that is wanted, and hands over each file as soon as it is made; the documents last.
///
/// # Errors
/// A template that does not fit, and what `take` says.
pub fn write(
    wanted: &[&'static Output],
    from: Ingredients<'_>,
    documents: Vec<Document>,
    take: &Take<'_, Unmade>,
) -> Result<(), Unmade> {
    let Ingredients { view, images, templates, web, originals } = from;
    let site = || match parts(wanted) {
        Some(parts) => site_to(view, images, templates, &documents, parts, originals, take),
        None => Ok(()),
    };
    let (site, data) = rayon::join(site, || data(wanted, from, take));
    site.and(data)?;
    let has_pages = parts(wanted).is_some_and(|parts| parts.pages);
    web.iter().filter(|_| has_pages).try_for_each(|(path, bytes)| {
        take(Artifact { path: format!("{FOLDER}{path}"), bytes: bytes.clone() }).map(drop)
    })?;
    documents.into_iter().try_for_each(|Document { output, bytes }| {
        take(Artifact { path: (output.file)(&view.edition.id), bytes }).map(drop)
    })
}

fn data(wanted: &[&'static Output], from: Ingredients<'_>, take: &Take<'_, Unmade>) -> Result<(), Unmade> {
    let view = from.view;
    wanted.par_iter().try_for_each(|output| match output.made {
        Making::Data(make) => take(Artifact { path: (output.file)(&view.edition.id), bytes: make(view)? }).map(drop),
        Making::Folder(make) => make(from)?.into_iter().try_for_each(|file| take(file).map(drop)),
        Making::Document(_) | Making::Site(_) => Ok(()),
    })
}
