//! `camnang build`

use std::collections::BTreeMap;
use std::path::Path;

use super::check::{fails, open, reported};
use super::named::{self, Absent};
use super::{Console, Failure, Outcome, Status, output, templates};
use crate::cli::{BuildArgs, Engine};
use crate::command::messages::{built as settings, built as words};
use crate::diag::{Both, Lang, Severity};
use crate::model::ids::EditionId;
use crate::publish::{self, EditionFolder, Fault, MANIFEST_VERSION, Manifest, Surroundings};
use crate::render::html::{FOLDER, Parts};
use crate::render::outputs::{self, Document, Material, Output, Unmade};
use crate::render::{self, Artifact, ImageFile, Templates};
use crate::report::{self, Format};
use crate::view::{EditionView, View};

pub fn run(args: &BuildArgs, lang: Lang, console: &mut dyn Console) -> Outcome {
    console.progress(words::reads().get(lang));
    let mut checked = open(&args.corpus)?;
    let editions = match named::editions(&checked, &args.editions) {
        // Its findings say more.
        Err(Absent::Unread(_)) => {
            console.out(&report::render(&reported(&checked, &args.corpus, lang), Format::Human, lang));
            return Ok(Status::Faults);
        }
        found => found?,
    };
    let around = output::surroundings(&args.corpus.corpus, args.templates.as_deref(), console);
    let inspect = |id: &EditionId| publish::inspect(&args.output, id.as_str(), &around);
    editions.iter().try_for_each(inspect).map_err(|fault| unwritten(fault, args))?;
    let templates = templates::load(args.templates.as_deref())?;
    console.progress(words::assembles(editions.len()).get(lang));
    let wanted = wanted(args);
    let parts = outputs::parts(&wanted);
    let siblings = if parts.is_some() { checked.siblings(args.as_of) } else { Vec::new() };
    let mut view = |id| checked.view_among(id, args.as_of, Some(&templates), &siblings);
    let views: Vec<(View, Vec<ImageFile>)> = editions.iter().filter_map(&mut view).collect();
    checked.waive(args.editions.is_empty() && args.as_of.is_none());
    let findings = reported(&checked, &args.corpus, lang);
    if fails(&findings, args.strict) {
        console.out(&report::render(&findings, Format::Human, lang));
        return Ok(Status::Faults);
    }
    let warnings = report::count(&findings, Severity::Warning);
    if warnings > 0 {
        console.progress(&match lang {
            Lang::Vi => format!("{warnings} cảnh báo; xem bằng: camnang check"),
            Lang::En => format!("{warnings} warnings; see them with: camnang check"),
        });
    }
    let build = Build { args, wanted: &wanted, templates: &templates, around: &around, web: &checked.sources.web };
    let unpublished: Vec<String> = views.iter().map(|(view, _)| &view.edition).filter_map(without_address).collect();
    let all = views.len();
    for (index, (view, images)) in views.into_iter().enumerate() {
        let course = Course { number: index + 1, all, lang };
        edition(&build, &view, &images, course, console)?;
        let folder = args.output.join(view.edition.id.as_str());
        let files =
            outputs::to_open(&wanted, &view.edition.id).iter().map(|file| folder.join(file)).collect::<Vec<_>>();
        console.out(words::built(&folder, &files).get(lang));
        rayon::spawn(move || drop(view));
    }
    if parts.is_some_and(Parts::site) && !unpublished.is_empty() {
        console.out(&format!("{}\n", settings::no_address(&unpublished).get(lang)));
    }
    // The program need not wait until every piece of them is given back.
    rayon::spawn(move || drop(checked));
    Ok(Status::Fine)
}

/// The id of an edition that nobody has said where to publish.
fn without_address(edition: &EditionView) -> Option<String> {
    edition.web_address.is_none().then(|| edition.id.clone())
}

pub(super) fn said<'a>(lang: Lang, vi: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// The outputs that are wanted.
fn wanted(args: &BuildArgs) -> Vec<&'static Output> {
    if args.only.is_empty() { outputs::ALL.to_vec() } else { args.only.clone() }
}

/// How far a build is.
#[derive(Clone, Copy)]
struct Course {
    /// Of the edition at work, from 1.
    number: usize,
    all: usize,
    lang: Lang,
}

impl Course {
    fn step(self, view: &View, what: &Both, console: &mut dyn Console) {
        let Course { number, all, lang } = self;
        console.progress(&format!("[{number}/{all}] {}: {}", view.edition.id, what.get(lang)));
    }
}

/// What all editions of a run are built with.
struct Build<'a> {
    args: &'a BuildArgs,
    wanted: &'a [&'static Output],
    templates: &'a Templates,
    around: &'a Surroundings,
    /// What is added to every site.
    web: &'a BTreeMap<String, Vec<u8>>,
}

fn edition(
    build: &Build<'_>,
    view: &View,
    images: &[ImageFile],
    course: Course,
    console: &mut dyn Console,
) -> Result<(), Failure> {
    let Build { args, wanted, templates, .. } = *build;
    let material = Material { view, images, templates };
    let documents = outputs::documents(wanted, material, &mut || {
        course.step(view, &words::lays_out(), console);
        lay_out(args.engine, material, console)
    });
    let documents = documents.map_err(|error| unmade(error, build))?;
    course.step(view, &words::writes(outputs::parts(wanted).is_some()), console);
    write(build, material, documents)
}

fn lay_out(engine: Engine, material: Material<'_>, console: &dyn Console) -> Result<Vec<u8>, Unmade> {
    let Material { view, images, templates } = material;
    match engine {
        Engine::Embedded => embedded(material, console),
        Engine::TypstCli => Ok(render::typst_cli::pdf(view, images, templates, Path::new("typst"))?),
    }
}

fn unmade(error: Unmade, build: &Build<'_>) -> Failure {
    match error {
        Unmade::Render(error) => templates::failed(&error, build.templates),
        Unmade::Write(error) => unwritten(error.into(), build.args),
        Unmade::Ended(said) => Failure(said),
    }
}

fn unwritten(fault: Fault, args: &BuildArgs) -> Failure {
    let advice = ("Kết quả cũ, nếu có, còn nguyên", "The former output, if any, is whole");
    output::failed(fault, &args.output, advice)
}

/// Writes all files of an edition; those of the site as they are made.
fn write(build: &Build<'_>, material: Material<'_>, documents: Vec<Document>) -> Result<(), Failure> {
    let Build { args, wanted, around, web, .. } = *build;
    let folder = EditionFolder::open(&args.output, manifest(material.view), around);
    let folder = folder.map_err(|fault| unwritten(fault, args))?;
    let put = |artifact: Artifact| folder.put(&artifact).map_err(Unmade::Write);
    let added = |(path, bytes): (&String, &Vec<u8>)| {
        put(Artifact { path: format!("{FOLDER}{path}"), bytes: bytes.clone() }).map(drop)
    };
    let has_pages = outputs::parts(wanted).is_some_and(|parts| parts.pages);
    outputs::write(wanted, material, documents, &put)
        .and_then(|()| web.iter().filter(|_| has_pages).try_for_each(added))
        .map_err(|error| unmade(error, build))?;
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

/// In a process of its own, whose memory is given back with it; in this one only if there can be no other.
#[cfg(feature = "pdf")]
fn embedded(material: Material<'_>, console: &dyn Console) -> Result<Vec<u8>, Unmade> {
    use super::layout::{Layout, Stopped};
    let Material { view, images, templates } = material;
    let Ok(program) = console.program() else {
        return Ok(render::typst::pdf(view, images, templates)?);
    };
    let job = render::typst::Job::new(view, images, templates)?;
    Layout::new(program, None).pdf(view, &job).map_err(|stopped| match stopped {
        Stopped::Render(error) => Unmade::Render(error),
        Stopped::Ended(said) => Unmade::Ended(said),
    })
}

#[cfg(not(feature = "pdf"))]
fn embedded(_: Material<'_>, _: &dyn Console) -> Result<Vec<u8>, Unmade> {
    Err(Unmade::Ended(Both::new(
        "bản này dựng không kèm Typst; dùng --engine typst-cli hoặc --only html",
        "this build has no Typst within it; use --engine typst-cli or --only html",
    )))
}
