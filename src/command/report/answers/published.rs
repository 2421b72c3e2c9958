//! The results as they are published: a page, or a PDF.

use std::path::Path;

use crate::answers::published::Publication;
use crate::answers::summary::Summary;
use crate::cli::{AnswersArgs, AnswersFormat, Engine};
use crate::command::{Failure, templates};
use crate::model::corpus::Corpus;
use crate::model::edition::Edition;
use crate::render::{RenderError, Templates, html, typst_cli};
use crate::view::{GENERATOR, ResultsView};

/// The rounds that a report is of.
#[derive(Clone, Copy)]
pub struct Rounds<'a> {
    pub now: &'a Summary,
    pub since: Option<&'a Summary>,
}

/// Returns the file.
///
/// # Errors
/// The templates do not fit, or there is no engine for a PDF.
pub fn made(args: &AnswersArgs, rounds: Rounds<'_>, corpus: &Corpus, edition: &Edition) -> Result<Vec<u8>, Failure> {
    let templates = templates::load(args.templates.as_deref())?;
    let results = results(rounds, corpus, edition);
    let made = match args.format {
        AnswersFormat::Pdf => pdf(args.engine, &results, &templates)?,
        _ => html::results::page(&results, &templates),
    };
    made.map_err(|error| templates::failed(&error, &templates))
}

fn results(rounds: Rounds<'_>, corpus: &Corpus, edition: &Edition) -> ResultsView {
    let departments = corpus.departments().iter().flat_map(|group| &group.departments);
    let tiles = departments.filter_map(|department| Some((department.id.to_string(), department.tile?)));
    let answers = corpus.settings().answers.as_ref();
    let Rounds { now, since } = rounds;
    let publication = Publication {
        now,
        since,
        booklet: &edition.title,
        issuer: corpus.issuer(edition).map_or("", |issuer| &issuer.name),
        generator: GENERATOR,
        as_of: (edition.as_of.to_string(), edition.as_of.long()),
        level: answers.map(|answers| answers.publish).unwrap_or_default(),
        tiles: tiles.collect(),
    };
    publication.view()
}

type RenderResult = Result<Vec<u8>, RenderError>;

fn pdf(engine: Engine, results: &ResultsView, templates: &Templates) -> Result<RenderResult, Failure> {
    match engine {
        Engine::Embedded => embedded(results, templates),
        Engine::TypstCli => Ok(typst_cli::results(results, templates, Path::new("typst"))),
    }
}

#[cfg(feature = "pdf")]
fn embedded(results: &ResultsView, templates: &Templates) -> Result<RenderResult, Failure> {
    Ok(crate::render::typst::results(results, templates))
}

#[cfg(not(feature = "pdf"))]
fn embedded(_: &ResultsView, _: &Templates) -> Result<RenderResult, Failure> {
    Err(Failure(crate::command::messages::answers::no_engine()))
}
