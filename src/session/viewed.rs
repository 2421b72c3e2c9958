//! Editions as a reader will see them, and what is found in making them so.

use rayon::prelude::*;

use super::OpenedCorpus;
use super::gate::EditionGate;
use crate::assemble::unselected::{self, Printed};
use crate::assemble::{self, Booklet};
use crate::diag::{Finding, Sink};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::edition;
use crate::model::ids::{AudienceId, EditionId};
use crate::render::{ImageFile, Templates};
use crate::view::{self, Sibling, View};
use crate::waive::Extent;
use crate::{preflight, source};

/// Which editions are looked at.
#[derive(Clone, Debug)]
pub enum WhichEditions {
    Every,
    These(Vec<EditionId>),
}

impl WhichEditions {
    /// Their ids, in the order in which they are looked at.
    pub fn ids(&self, corpus: &Corpus) -> Vec<EditionId> {
        match self {
            WhichEditions::Every => corpus.editions().map(|edition| edition.id.clone()).collect(),
            WhichEditions::These(ids) => ids.clone(),
        }
    }
}

/// Which editions to view, and how.
#[derive(Clone, Debug)]
pub struct ViewRequest<'r> {
    pub editions: WhichEditions,
    /// Another day than each edition's own.
    pub as_of: Option<Date>,
    /// With templates, every character is looked up in their fonts.
    pub templates: Option<&'r Templates>,
    /// Whether each edition refers to the others, as pages of the web do.
    pub siblings: bool,
}

impl<'r> ViewRequest<'r> {
    /// Every edition on its own day.
    pub fn every() -> Self {
        ViewRequest { editions: WhichEditions::Every, as_of: None, templates: None, siblings: false }
    }

    /// One edition on its own day.
    pub fn one(id: &EditionId) -> Self {
        ViewRequest { editions: WhichEditions::These(vec![id.clone()]), ..ViewRequest::every() }
    }

    /// The same, laid out with these templates.
    pub fn with_templates(self, templates: &'r Templates) -> Self {
        ViewRequest { templates: Some(templates), ..self }
    }

    /// As of another day an edition is not what is published, and says nothing about a waiver.
    fn extent(&self) -> Extent {
        match (&self.editions, self.as_of) {
            (WhichEditions::Every, None) => Extent::Whole,
            (WhichEditions::These(_), _) | (WhichEditions::Every, Some(_)) => Extent::Part,
        }
    }
}

/// An edition as a reader will see it. Only [`super::Findings`] give it out.
#[derive(Debug)]
pub struct ViewedEdition {
    view: View,
    images: Vec<ImageFile>,
}

impl ViewedEdition {
    /// What templates lay out.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The images that the view shows.
    pub fn images(&self) -> &[ImageFile] {
        &self.images
    }

    /// The view and its images, to be owned each by itself.
    pub fn into_parts(self) -> (View, Vec<ImageFile>) {
        (self.view, self.images)
    }
}

/// One edition for several choices of audiences: each view shows the duties of its audiences.
#[derive(Debug)]
pub struct Copies {
    views: Vec<View>,
    images: Vec<ImageFile>,
}

impl Copies {
    /// The views, in the order of the choices, and the images of all of them.
    pub fn into_parts(self) -> (Vec<View>, Vec<ImageFile>) {
        (self.views, self.images)
    }
}

/// The editions viewed, and all findings up to here.
#[derive(Debug)]
pub struct Viewed<'o, E> {
    pub(super) opened: &'o OpenedCorpus,
    pub(super) made: E,
    pub(super) sink: Sink,
    pub(super) extent: Extent,
    /// The editions that are decided about.
    pub(super) gate: EditionGate,
}

impl<E> Viewed<'_, E> {
    /// Adds what was found by looking closer than a view does.
    pub fn with(mut self, findings: Vec<Finding>) -> Self {
        findings.into_iter().for_each(|finding| self.sink.push(finding));
        self
    }
}

impl OpenedCorpus {
    /// Looks at no edition: what was found in the corpus as a whole.
    pub fn view_none(&self) -> Viewed<'_, ()> {
        Viewer::new(self, None).done((), Extent::Part)
    }

    /// Looks at every edition on its own day, as a build with the program's own templates would, and keeps none of them.
    pub fn view_every_edition(&self) -> Viewed<'_, ()> {
        let templates = source::templates(None).ok();
        let mut viewing = Viewer::new(self, templates.as_ref());
        self.corpus.editions().for_each(|edition| drop(viewing.edition(edition, None, &[])));
        if self.corpus.editions().next().is_some() {
            unselected::check(&self.corpus, &viewing.printed, &mut viewing.sink);
        }
        viewing.done((), Extent::Whole)
    }

    /// Looks at editions and keeps them, in the order of the request.
    pub fn view(&self, request: &ViewRequest<'_>) -> Viewed<'_, Vec<ViewedEdition>> {
        let siblings = if request.siblings { self.siblings(request.as_of) } else { Vec::new() };
        let mut viewing = Viewer::new(self, request.templates);
        let ids = request.editions.ids(&self.corpus);
        let editions = ids.iter().filter_map(|id| self.corpus.edition(id));
        let made = editions.map(|edition| viewing.edition(edition, request.as_of, &siblings)).collect();
        let gate = ids.iter().filter_map(|id| self.corpus.edition(id));
        let gate = gate.map(|edition| (edition.id.clone(), request.as_of.unwrap_or(edition.as_of)));
        viewing.done_for(gate.collect(), made, request.extent())
    }

    /// Looks at one edition on its own day, once for each choice of audiences. Findings are those of the view for
    /// everybody, which the others are a part of.
    pub fn view_copies(
        &self,
        edition: &edition::Edition,
        templates: &Templates,
        choices: &[Vec<AudienceId>],
    ) -> Viewed<'_, Copies> {
        let mut viewing = Viewer::new(self, Some(templates));
        let made = viewing.copies(edition, choices);
        viewing.done_for(vec![(edition.id.clone(), edition.as_of)], made, Extent::Part)
    }

    /// Every edition as the others refer to it, each assembled once; none where there is only one. Their
    /// findings are reported where they are viewed.
    fn siblings(&self, as_of: Option<Date>) -> Vec<Sibling> {
        let editions: Vec<_> = self.corpus.editions().collect();
        if editions.len() < 2 {
            return Vec::new();
        }
        let sibling = |edition: &edition::Edition| {
            let as_of = as_of.unwrap_or(edition.as_of);
            Sibling::new(&assemble::alone(&self.corpus, edition, as_of, &mut Sink::new()))
        };
        editions.into_par_iter().map(sibling).collect()
    }
}

/// Looks at one edition after the other, and gathers what is found.
struct Viewer<'o, 't> {
    opened: &'o OpenedCorpus,
    templates: Option<&'t Templates>,
    sink: Sink,
    /// What the editions print on their own days.
    printed: Printed,
}

impl<'o, 't> Viewer<'o, 't> {
    fn new(opened: &'o OpenedCorpus, templates: Option<&'t Templates>) -> Self {
        Viewer { opened, templates, sink: opened.sink.clone(), printed: Printed::default() }
    }

    fn done<E>(self, made: E, extent: Extent) -> Viewed<'o, E> {
        self.done_for(Vec::new(), made, extent)
    }

    /// The same, to be decided about by what concerns these editions alone.
    fn done_for<E>(self, editions: Vec<(EditionId, Date)>, made: E, extent: Extent) -> Viewed<'o, E> {
        Viewed { opened: self.opened, made, sink: self.sink, extent, gate: EditionGate::new(editions) }
    }

    fn edition(&mut self, edition: &edition::Edition, as_of: Option<Date>, siblings: &[Sibling]) -> ViewedEdition {
        let booklet = self.assemble(edition, as_of);
        let view = view::build_among(&booklet, siblings, &self.opened.sources.hash);
        self.look(&booklet, &view, as_of);
        ViewedEdition { images: self.images(&booklet), view }
    }

    fn copies(&mut self, edition: &edition::Edition, choices: &[Vec<AudienceId>]) -> Copies {
        let mut booklet = self.assemble(edition, None);
        let hash = &self.opened.sources.hash;
        let everybody = view::build(&booklet, hash);
        self.look(&booklet, &everybody, None);
        let images = self.images(&booklet);
        let mut everybody = Some(everybody);
        let views = choices.iter().map(|choice| {
            booklet.audiences.clone_from(choice);
            let made = if choice.is_empty() { everybody.take() } else { None };
            made.unwrap_or_else(|| view::build(&booklet, hash))
        });
        Copies { views: views.collect(), images }
    }

    fn assemble<'c>(&mut self, edition: &'c edition::Edition, as_of: Option<Date>) -> Booklet<'c>
    where
        'o: 'c,
    {
        assemble::assemble(&self.opened.corpus, edition, as_of.unwrap_or(edition.as_of), &mut self.sink)
    }

    /// Checks what shows only in a whole view.
    fn look(&mut self, booklet: &Booklet<'_>, view: &View, as_of: Option<Date>) {
        let OpenedCorpus { corpus, sources, places, .. } = self.opened;
        preflight::reserved_chapters(booklet.edition, &mut self.sink);
        // As of another day an edition is not what was published.
        if as_of.is_none() {
            self.printed.add(booklet);
            preflight::releases::check(view, corpus, &mut self.sink);
            preflight::published_originals::check(view, sources, &mut self.sink);
        }
        if let Some(templates) = self.templates {
            preflight::unprintable(view, templates, sources, places, &mut self.sink);
        }
    }

    fn images(&self, booklet: &Booklet<'_>) -> Vec<ImageFile> {
        let images = &self.opened.sources.images;
        let file = |path: &str| images.get(path).map(|bytes| ImageFile { path: path.to_owned(), bytes: bytes.clone() });
        booklet.images().into_iter().filter_map(file).collect()
    }
}
