//! `camnang build`

use std::collections::BTreeMap;
use std::path::Path;

use super::context::CommandContext;
use super::{Console, Failure, Outcome, Status, output, templates};
use crate::assemble::messages::approval;
use crate::cli::{BuildArgs, Engine};
use crate::command::messages::{built as settings, built};
use crate::diag::{Bilingual, Severity};
use crate::model::ids::EditionId;
use crate::publish::{self, EditionFolder, MANIFEST_VERSION, Manifest, PublishFault, Surroundings};
use crate::render::html::Parts;
use crate::render::outputs::{self, Document, Ingredients, Output, Unmade};
use crate::render::{self, Artifact, ImageFile, PaperForm, Templates};
use crate::report::{self, Format, Reported};
use crate::session::{Absent, ReceivedFiles, Strictness, ViewRequest, ViewedEdition};
use crate::view::{EditionView, View};

/// Builds editions and writes their outputs; nothing is written of an edition that has errors.
pub fn run(args: &BuildArgs, context: &mut CommandContext<'_>) -> Outcome {
    context.progress(&built::reads());
    let opened = context.open(&args.corpus)?;
    let selection = match opened.editions(&args.editions) {
        // Its findings say more.
        Err(Absent::Unread(_)) => return context.stopped_by(&opened.view_none().findings()),
        found => found?,
    };
    let ids = selection.ids(&opened.corpus);
    let around = output::surroundings(&args.corpus.corpus, args.templates.as_deref(), context.console);
    let inspect = |id: &EditionId| publish::inspect(&args.output, id.as_str(), &around);
    ids.iter().try_for_each(inspect).map_err(|fault| unwritten(fault, args))?;
    let templates = templates::load(args.templates.as_deref())?;
    context.progress(&built::assembles(ids.len()));
    let wanted = wanted(args);
    let parts = outputs::parts(&wanted);
    let request =
        ViewRequest { editions: selection, as_of: args.as_of, templates: Some(&templates), siblings: parts.is_some() };
    let findings = opened.view(&request).findings();
    let reported = findings.report(context.lang);
    let aside = findings.count_aside(Strictness::of(args.strict));
    let Ok(editions) = findings.decide(Strictness::of(args.strict)) else {
        context.out(&report::render(&reported, Format::Human, context.lang));
        return Ok(Status::Faults);
    };
    if aside > 0 {
        context.line(&built::aside(aside));
    }
    let warnings = report::count(&reported, Severity::Warning);
    if warnings > 0 {
        context.progress(&Bilingual::new(
            format!("{warnings} cảnh báo; xem bằng: camnang check"),
            format!("{warnings} warnings; see them with: camnang check"),
        ));
    }
    let views = editions.iter().map(ViewedEdition::view);
    let unpublished: Vec<String> = views.map(|view| &view.edition).filter_map(without_address).collect();
    let all = editions.len();
    let received = opened.received_files();
    for (index, made) in editions.into_iter().enumerate() {
        let course = BuildProgress { number: index + 1, all };
        let wanted = of_edition(args, made.view());
        let web = &opened.sources.web;
        let build = Build { args, wanted: &wanted, templates: &templates, around: &around, web, received: &received };
        edition(&build, made.view(), made.images(), course, context)?;
        let id = &made.view().edition.id;
        let folder = args.output.join(id.as_str());
        let files: Vec<_> = outputs::to_open(&wanted, id).iter().map(|file| folder.join(file)).collect();
        context.say(&built::built(&folder, &files));
        rayon::spawn(move || drop(made));
    }
    if parts.is_some_and(Parts::site) && !unpublished.is_empty() {
        context.line(&settings::no_address(&unpublished));
    }
    say_unapproved(reported, context);
    // The program need not wait until all memory of them is freed.
    rayon::spawn(move || drop(opened));
    Ok(Status::Fine)
}

/// Names the texts that are missing from an edition, or marked in it, because nobody has approved them: whoever hands it on must
/// know, even without a look at the other warnings.
fn say_unapproved(reported: Vec<Reported>, context: &mut CommandContext<'_>) {
    let is_one = |finding: &Reported| approval::ALL.iter().any(|code| code.id() == finding.code);
    let unapproved: Vec<Reported> = reported.into_iter().filter(is_one).collect();
    if !unapproved.is_empty() {
        context.out(&report::render(&unapproved, Format::Human, context.lang));
    }
}

/// The id of an edition that nobody has said where to publish.
fn without_address(edition: &EditionView) -> Option<String> {
    edition.web_address.is_none().then(|| edition.id.clone())
}

/// The outputs that are wanted.
fn wanted(args: &BuildArgs) -> Vec<&'static Output> {
    if args.only.is_empty() { outputs::unnamed() } else { args.only.clone() }
}

/// The outputs that are wanted of one edition.
fn of_edition(args: &BuildArgs, view: &View) -> Vec<&'static Output> {
    if args.only.is_empty() { outputs::usual(view) } else { args.only.clone() }
}

/// How far a build is.
#[derive(Clone, Copy)]
struct BuildProgress {
    /// Of the edition at work, from 1.
    number: usize,
    all: usize,
}

impl BuildProgress {
    fn step(self, view: &View, what: &Bilingual, context: &mut CommandContext<'_>) -> Result<(), Bilingual> {
        let BuildProgress { number, all } = self;
        let step = format!("[{number}/{all}] {}: {}", view.edition.id, what.get(context.lang));
        context.console.progress(&step);
        if context.console.is_stopped() { Err(built::stopped()) } else { Ok(()) }
    }
}

/// What all editions of a run are built with.
struct Build<'a> {
    args: &'a BuildArgs,
    wanted: &'a [&'static Output],
    templates: &'a Templates,
    around: &'a Surroundings,
    /// Files that the publisher adds to every site.
    web: &'a BTreeMap<String, Vec<u8>>,
    received: &'a ReceivedFiles,
}

fn edition(
    build: &Build<'_>,
    view: &View,
    images: &[ImageFile],
    course: BuildProgress,
    context: &mut CommandContext<'_>,
) -> Result<(), Failure> {
    let Build { args, wanted, templates, web, received, .. } = *build;
    let from = Ingredients { view, images, templates, web, originals: &|original| received.read(original) };
    let documents = outputs::documents(wanted, from, &mut |view, form| {
        course.step(view, &built::lays_out(), context).map_err(Unmade::Ended)?;
        lay_out(args.engine, form, Ingredients { view, ..from }, context.console)
    });
    let documents = documents.map_err(|error| unmade(error, build))?;
    course.step(view, &built::writes(outputs::parts(wanted).is_some()), context).map_err(Failure)?;
    write(build, from, documents)
}

fn lay_out(engine: Engine, form: PaperForm, from: Ingredients<'_>, console: &dyn Console) -> Result<Vec<u8>, Unmade> {
    let Ingredients { view, images, templates, web: _, originals: _ } = from; // the PDF has no use for files of a site
    match engine {
        Engine::Embedded => embedded(form, from, console),
        Engine::TypstCli => Ok(render::typst_cli::pdf(form, view, images, templates, Path::new("typst"))?),
    }
}

fn unmade(error: Unmade, build: &Build<'_>) -> Failure {
    match error {
        Unmade::Render(error) => templates::failed(&error, build.templates),
        Unmade::Write(error) => unwritten(error.into(), build.args),
        Unmade::Ended(said) => Failure(said),
    }
}

fn unwritten(fault: PublishFault, args: &BuildArgs) -> Failure {
    let advice = ("Kết quả cũ, nếu có, còn nguyên", "The former output, if any, is whole");
    output::failed(fault, &args.output, advice)
}

/// Writes all files of an edition; those of the site as they are made.
fn write(build: &Build<'_>, from: Ingredients<'_>, documents: Vec<Document>) -> Result<(), Failure> {
    let Build { args, wanted, around, .. } = *build;
    let folder = EditionFolder::open(&args.output, manifest(from.view), around);
    let folder = folder.map_err(|fault| unwritten(fault, args))?;
    let put = |artifact: Artifact| folder.put(&artifact).map_err(Unmade::Write);
    outputs::write(wanted, from, documents, &put).map_err(|error| unmade(error, build))?;
    folder.finish().map_err(|fault| unwritten(fault, args))
}

fn manifest(view: &View) -> Manifest {
    Manifest {
        version: MANIFEST_VERSION,
        generator: view.generator.clone(),
        edition: view.edition.id.clone(),
        as_of: view.edition.as_of.iso.clone(),
        corpus_sha256: view.edition.corpus_hash.clone(),
        files: Vec::new(),
    }
}

/// In a process of its own, whose memory is freed with it; in this one only if there can be no other.
#[cfg(feature = "pdf")]
fn embedded(form: PaperForm, from: Ingredients<'_>, console: &dyn Console) -> Result<Vec<u8>, Unmade> {
    use super::layout::{Layout, Stopped};
    let Ingredients { view, images, templates, web: _, originals: _ } = from; // as above
    let Ok(program) = console.program() else {
        return Ok(render::typst::pdf(form, view, images, templates)?);
    };
    let job = render::typst::Job::new(form, view, images, templates)?;
    Layout::new(program, None).pdf(view, &job).map_err(|stopped| match stopped {
        Stopped::Render(error) => Unmade::Render(error),
        Stopped::Ended(said) => Unmade::Ended(said),
    })
}

#[cfg(not(feature = "pdf"))]
fn embedded(_: PaperForm, _: Ingredients<'_>, _: &dyn Console) -> Result<Vec<u8>, Unmade> {
    Err(Unmade::Ended(Bilingual::new(
        "bản này dựng không kèm Typst; dùng --engine typst-cli hoặc --only html",
        "this build has no Typst within it; use --engine typst-cli or --only html",
    )))
}
