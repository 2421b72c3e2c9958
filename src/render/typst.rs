//! PDF by Typst inside this program. The text arrives as data that fixed templates walk; nothing of it is ever code.

mod job;

pub use job::{Job, read_answer, write_answer};
use typst::diag::{SourceDiagnostic, Warned};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::object_streams::packed;
use super::typst_input::{self, PaperForm};
use super::world::MemoryWorld;
use super::{ImageFile, RenderError, Templates};
use crate::stack;
use crate::view::{CopyView, LetterView, ResultsView, View};

/// How many further faults are reported beside the first: Typst repeats a fault for each place that meets it.
const FURTHER: usize = 8;

/// The template of the letter that goes with a copy, and what it says.
const LETTER_MAIN: &str = "typst/letter.typ";
const LETTER: &str = "letter.json";

/// A paper as a file that is PDF/A-2a (it lasts) and PDF/UA-1 (everyone can read it) at once.
///
/// The same view, images and templates give the same bytes, in every process. A warning of Typst is a fault here: it
/// says that the layout is not what the template wants (an unknown font, pages that do not settle), and nobody
/// would read it in a long run.
pub fn pdf(form: PaperForm, view: &View, images: &[ImageFile], templates: &Templates) -> Result<Vec<u8>, RenderError> {
    // Without this, each further edition in the same process would keep the memory of all before it. Before, not after:
    // what the last edition leaves is for the end of the process, which gives back gigabytes at once.
    comemo::evict(0);
    let world = MemoryWorld::new(form, view, None, images, templates)?;
    stack::with_room(|| export(&world, &lay_out(&world)?))
}

/// The results of a review, PDF/A-2a and PDF/UA-1 as well.
pub fn results(results: &ResultsView, templates: &Templates) -> Result<Vec<u8>, RenderError> {
    let fonts: Vec<_> = typst_input::fonts(templates).map(|(path, bytes)| (path, bytes.clone())).collect();
    let files = typst_input::results_project(results, templates)?;
    let files = files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes.into_owned()));
    let world = MemoryWorld::of(typst_input::RESULTS_MAIN, files, &fonts)?;
    stack::with_room(|| export(&world, &lay_out(&world)?))
}

/// One view, ready to be laid out many times: for each copy of a hand-out, what another copy has in common with it is
/// laid out no more.
pub struct Typesetter {
    world: MemoryWorld,
}

/// A copy with its pages made, to be written as a file by whichever thread has time.
pub struct LaidOut {
    world: MemoryWorld,
    document: PagedDocument,
}

impl Typesetter {
    /// Prepares a view to be laid out, as often as there are copies of it.
    pub fn new(view: &View, images: &[ImageFile], templates: &Templates) -> Result<Self, RenderError> {
        Ok(Typesetter { world: MemoryWorld::new(PaperForm::Booklet, view, None, images, templates)? })
    }

    /// Lays out the copy of one department, or the plain booklet.
    pub fn booklet(&self, copy: Option<&CopyView>) -> Result<LaidOut, RenderError> {
        let json = typst_input::set_json(typst_input::COPY, &copy)?;
        let world = self.world.with(PaperForm::Booklet.main(), typst_input::COPY, json)?;
        let document = stack::with_room(|| lay_out(&world))?;
        Ok(LaidOut { world, document })
    }

    /// The letter that goes with a copy, PDF/A-2a and PDF/UA-1 as well.
    pub fn letter(&self, letter: &LetterView) -> Result<Vec<u8>, RenderError> {
        let json = typst_input::set_json(LETTER, letter)?;
        let world = self.world.with(LETTER_MAIN, LETTER, json)?;
        let document = stack::with_room(|| lay_out(&world))?;
        LaidOut { world, document }.pdf()
    }

    /// Gives back what no copy has used since this was called `age` times. Without it, each copy would keep its memory.
    pub fn give_back(age: usize) {
        comemo::evict(age);
    }
}

impl LaidOut {
    /// Returns the number of pages.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// The file, as [`pdf`] makes it.
    pub fn pdf(&self) -> Result<Vec<u8>, RenderError> {
        stack::with_room(|| export(&self.world, &self.document))
    }
}

/// The version of the embedded engine: `0.15.1`.
pub fn engine_version() -> &'static str {
    typst::utils::version().raw()
}

fn lay_out(world: &MemoryWorld) -> Result<PagedDocument, RenderError> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    let document = output.map_err(|errors| render_error(world, &errors))?;
    if !warnings.is_empty() {
        return Err(render_error(world, &warnings));
    }
    Ok(document)
}

fn export(world: &MemoryWorld, document: &PagedDocument) -> Result<Vec<u8>, RenderError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|error| RenderError {
        place: None,
        message: error.message().to_string(),
        hints: error.hints().iter().map(ToString::to_string).collect(),
    })?;
    // All else stays as the external `typst compile` has it, so that both give the same bytes.
    let options = PdfOptions { standards, ..PdfOptions::default() };
    typst_pdf::pdf(document, &options).map(packed).map_err(|errors| render_error(world, &errors))
}

/// The first fault in full, the others as hints.
fn render_error(world: &MemoryWorld, diagnostics: &[SourceDiagnostic]) -> RenderError {
    let mut placed = diagnostics.iter().map(|diagnostic| (world.place(diagnostic.span), diagnostic));
    let Some((place, first)) = placed.next() else {
        return RenderError { place: None, message: "Typst failed without saying why".to_owned(), hints: Vec::new() };
    };
    let own = first.hints.iter().map(|hint| hint.v.to_string());
    let trace = first.trace.iter().filter_map(|point| {
        let place = world.place(point.span.into())?;
        Some(format!("{place}: {}", point.v))
    });
    let further = placed.take(FURTHER).map(|(place, other)| match place {
        Some(place) => format!("{place}: {}", other.message),
        None => other.message.to_string(),
    });
    let hints = own.chain(trace).chain(further).collect();
    RenderError { place, message: first.message.to_string(), hints }
}
