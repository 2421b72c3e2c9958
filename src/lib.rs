//! `camnang` compiles tagged excerpts of regulations into a consolidated booklet. The stages, in order:
//!
//! 1. [`source`] reads a corpus folder: texts in one known form.
//! 2. [`syntax`] reads each file by itself: records, Markdown, citations.
//! 3. [`resolve`] binds them to a [`model::corpus::Corpus`]; [`checks`] look at the whole of it.
//! 4. [`assemble`] makes one edition's booklet of it: chosen, ordered, numbered, as of a day.
//! 5. [`view`] computes everything a reader will see, as plain data; [`compare`] says what is otherwise in it than before.
//! 6. [`preflight`] looks at what only layout shows; [`render`] turns the view into artifacts, and [`publish`] writes
//!    them.
//!
//! [`handout`] makes of an edition a copy for each department, and [`mail`] sends them. [`serve`] shows one to its editor
//! while it is written.
//!
//! What is wrong with a corpus is a [`diag::Finding`]. Each stage has its codes and sentences beside it, [`codes`] lists
//! them, [`waive`] lets some stand for a time, and [`report`] writes them. [`language`] has the words of the booklet itself.
//! [`command`] strings the stages together for the program.
#![forbid(unsafe_code)]

pub mod assemble;
pub mod characters;
pub mod checks;
pub mod cli;
pub mod codes;
pub mod command;
pub mod compare;
pub mod diag;
pub mod handout;
pub mod hash;
pub mod language;
pub mod latin;
pub mod litter;
pub mod mail;
pub mod model;
pub mod preflight;
pub mod publish;
pub mod render;
pub mod report;
pub mod resolve;
pub mod serve;
pub mod source;
pub mod stack;
pub mod syntax;
pub mod templates;
pub mod view;
pub mod waive;

use std::io;
use std::path::Path;

use assemble::unselected::{self, Printed};
use diag::Sink;
use model::corpus::Corpus;
use model::date::Date;
use model::edition::Edition;
use model::ids::{AudienceId, EditionId};
use rayon::prelude::*;
use render::{ImageFile, Templates};
use resolve::{Memory, Places};
use source::Sources;
use view::{Sibling, View};

/// A corpus that was read and looked at, and all that was found.
#[derive(Debug)]
pub struct Checked {
    pub sources: Sources,
    pub corpus: Corpus,
    pub places: Places,
    pub sink: Sink,
    /// What the editions that were viewed print on their own days.
    pub printed: Printed,
}

/// Reads and checks a corpus folder, but for its editions.
///
/// # Errors
/// The folder cannot be read. What is wrong within it is in the sink.
pub fn open(root: &Path) -> io::Result<Checked> {
    let mut sink = Sink::new();
    let sources = source::load(root, &mut sink)?;
    Ok(Checked::new(sources, sink))
}

/// [`open`] for who reads a folder again and again: a file that says what it said is not parsed again.
///
/// # Errors
/// As of [`open`].
pub fn open_again(root: &Path, memory: &mut Memory) -> io::Result<Checked> {
    let mut sink = Sink::new();
    let sources = source::load(root, &mut sink)?;
    let resolved = resolve::resolve_again(&sources, memory, &mut sink);
    Ok(Checked::of(sources, resolved, sink))
}

impl Checked {
    /// Binds and checks what was read; `sink` has what was found while reading.
    pub fn new(sources: Sources, mut sink: Sink) -> Self {
        let resolved = resolve::resolve(&sources, &mut sink);
        Checked::of(sources, resolved, sink)
    }

    fn of(sources: Sources, (corpus, places): (Corpus, Places), mut sink: Sink) -> Self {
        checks::check(&corpus, &mut sink);
        preflight::releases::check_editions(&corpus, &mut sink);
        preflight::web_files::check(&sources, &corpus, &mut sink);
        Checked { sources, corpus, places, sink, printed: Printed::default() }
    }

    /// Looks at every edition as a build would, on its own day.
    pub fn check_editions(&mut self) {
        let templates = source::templates(None).ok();
        let ids: Vec<EditionId> = self.corpus.editions().map(|edition| edition.id.clone()).collect();
        for id in &ids {
            self.view(id, None, templates.as_ref());
        }
        if !ids.is_empty() {
            unselected::check(&self.corpus, &self.printed, &mut self.sink);
        }
    }

    /// Lets the warnings stand that the corpus' waivers name. `whole`: every edition has been looked at on its own day, so
    /// that a waiver without a warning is idle.
    pub fn waive(&mut self, whole: bool) {
        let Checked { sources, corpus, places, sink, .. } = self;
        let held = waive::Held { corpus, sources, places, codes: &codes::all(), whole };
        waive::apply(&held, sink);
    }

    /// The view of an edition and the images in it; what is wrong goes to the sink. With templates, every character is
    /// looked up in their fonts.
    pub fn view(
        &mut self,
        id: &EditionId,
        as_of: Option<Date>,
        templates: Option<&Templates>,
    ) -> Option<(View, Vec<ImageFile>)> {
        self.view_among(id, as_of, templates, &[])
    }

    /// [`Self::view`], told beside other editions: see [`Self::siblings`].
    pub fn view_among(
        &mut self,
        id: &EditionId,
        as_of: Option<Date>,
        templates: Option<&Templates>,
        siblings: &[Sibling],
    ) -> Option<(View, Vec<ImageFile>)> {
        let everybody: &[Vec<AudienceId>] = &[Vec::new()];
        let (mut views, images) = self.make(id, as_of, templates, everybody, siblings)?;
        views.pop().map(|view| (view, images))
    }

    /// Every edition as the others tell of it, each assembled once; none where there is but one. What is wrong with them is
    /// said where they are viewed.
    pub fn siblings(&self, as_of: Option<Date>) -> Vec<Sibling> {
        let editions: Vec<_> = self.corpus.editions().collect();
        if editions.len() < 2 {
            return Vec::new();
        }
        let sibling = |edition: &Edition| {
            let as_of = as_of.unwrap_or(edition.as_of);
            Sibling::new(&assemble::alone(&self.corpus, edition, as_of, &mut Sink::new()))
        };
        editions.into_par_iter().map(sibling).collect()
    }

    /// [`Self::view`] for each choice of audiences whose duties it tells. What is wrong is told once, of the view for
    /// everybody, which the others are a part of.
    pub fn views(
        &mut self,
        id: &EditionId,
        as_of: Option<Date>,
        templates: Option<&Templates>,
        choices: &[Vec<AudienceId>],
    ) -> Option<(Vec<View>, Vec<ImageFile>)> {
        self.make(id, as_of, templates, choices, &[])
    }

    fn make(
        &mut self,
        id: &EditionId,
        as_of: Option<Date>,
        templates: Option<&Templates>,
        choices: &[Vec<AudienceId>],
        siblings: &[Sibling],
    ) -> Option<(Vec<View>, Vec<ImageFile>)> {
        let edition = self.corpus.edition(id)?;
        let mut booklet = assemble::assemble(&self.corpus, edition, as_of.unwrap_or(edition.as_of), &mut self.sink);
        let view = view::build_among(&booklet, siblings, &self.sources.hash);
        preflight::reserved_chapters(edition, &mut self.sink);
        // As of another day an edition is not what was published.
        if as_of.is_none() {
            self.printed.add(&booklet);
            preflight::releases::check(&view, &self.corpus, &mut self.sink);
        }
        let images = booklet.images().into_iter().filter_map(|path| {
            self.sources.images.get(path).map(|bytes| ImageFile { path: path.to_owned(), bytes: bytes.clone() })
        });
        let images = images.collect();
        if let Some(templates) = templates {
            preflight::unprintable(&view, templates, &self.sources, &self.places, &mut self.sink);
        }
        let mut whole = Some(view);
        let mut views = Vec::with_capacity(choices.len());
        for choice in choices {
            booklet.audiences.clone_from(choice);
            let made = if choice.is_empty() { whole.take() } else { None };
            views.push(made.unwrap_or_else(|| view::build(&booklet, &self.sources.hash)));
        }
        Some((views, images))
    }
}
