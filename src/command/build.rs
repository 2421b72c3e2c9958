//! `camnang build`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::check::{fails, open, reported};
use super::named::{self, Absent};
use super::{Console, Failure, Outcome, Status, output, templates};
use crate::cli::{BuildArgs, Engine, OutputFormat};
use crate::command::messages::{built as settings, built as words};
use crate::diag::{Both, Lang, Severity};
use crate::model::ids::EditionId;
use crate::publish::{self, EditionFolder, Fault, MANIFEST_VERSION, Manifest, Surroundings};
use crate::render::html::Parts;
use crate::render::{self, Artifact, RenderError, Templates};
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
    let siblings = if of_web(args).is_some() { checked.siblings(args.as_of) } else { Vec::new() };
    let mut view = |id| checked.view_among(id, args.as_of, Some(&templates), &siblings);
    let views: Vec<(View, Vec<render::ImageFile>)> = editions.iter().filter_map(&mut view).collect();
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
    let build = Build { args, templates: &templates, around: &around, web: &checked.sources.web };
    let unpublished: Vec<String> = views.iter().map(|(view, _)| &view.edition).filter_map(without_address).collect();
    let all = views.len();
    for (index, (view, images)) in views.into_iter().enumerate() {
        let course = Course { number: index + 1, all, lang };
        edition(&build, &view, &images, course, console)?;
        console.out(words::built(&args.output.join(view.edition.id.as_str()), &to_open(args, &view)).get(lang));
        rayon::spawn(move || drop(view));
    }
    if of_web(args).is_some_and(|parts| parts.pages || parts.archive) && !unpublished.is_empty() {
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

fn wants(args: &BuildArgs, format: OutputFormat) -> bool {
    args.only.is_empty() || args.only.contains(&format)
}

/// What is wanted of the web edition, if anything.
fn of_web(args: &BuildArgs) -> Option<Parts> {
    let wants = |format| wants(args, format);
    let parts = Parts {
        pages: wants(OutputFormat::Html),
        single: wants(OutputFormat::Single),
        archive: wants(OutputFormat::Zip),
    };
    (parts.pages || parts.single || parts.archive).then_some(parts)
}

/// The files of a built edition that a person opens, best first.
fn to_open(args: &BuildArgs, view: &View) -> Vec<PathBuf> {
    let id = view.edition.id.as_str();
    let files = [
        (OutputFormat::Pdf, format!("{id}.pdf")),
        (OutputFormat::Html, "html/index.html".to_owned()),
        (OutputFormat::Single, format!("html/{id}.html")),
        (OutputFormat::Zip, format!("html/{id}-html.zip")),
    ];
    let made = files.into_iter().filter(|(format, _)| wants(args, *format));
    // The data of the view are for programs.
    let data = (args.only == [OutputFormat::Json]).then(|| (OutputFormat::Json, "view.json".to_owned()));
    let made = made.chain(data);
    made.map(|(_, file)| args.output.join(id).join(file)).collect()
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
    templates: &'a Templates,
    around: &'a Surroundings,
    /// What is added to every site.
    web: &'a BTreeMap<String, Vec<u8>>,
}

fn edition(
    build: &Build<'_>,
    view: &View,
    images: &[render::ImageFile],
    course: Course,
    console: &mut dyn Console,
) -> Result<(), Failure> {
    let Build { args, templates, .. } = *build;
    let failed = |error: RenderError| templates::failed(&error, templates);
    let pdf = if wants(args, OutputFormat::Pdf) {
        course.step(view, &words::lays_out(), console);
        Some(match args.engine {
            Engine::Embedded => embedded(view, images, templates, console)?,
            Engine::TypstCli => render::typst_cli::pdf(view, images, templates, Path::new("typst")).map_err(failed)?,
        })
    } else {
        None
    };
    course.step(view, &words::writes(of_web(args).is_some()), console);
    write(build, view, images, pdf).map_err(|error| match error {
        Broken::Render(error) => failed(error),
        Broken::Write(fault) => unwritten(fault, args),
    })
}

fn unwritten(fault: Fault, args: &BuildArgs) -> Failure {
    let advice = ("Kết quả cũ, nếu có, còn nguyên", "The former output, if any, is whole");
    output::failed(fault, &args.output, advice)
}

/// Why an edition was not written.
enum Broken {
    Render(RenderError),
    Write(Fault),
}

impl From<RenderError> for Broken {
    fn from(error: RenderError) -> Self {
        Broken::Render(error)
    }
}

/// Writes all files of an edition; those of the site as they are made.
fn write(build: &Build<'_>, view: &View, images: &[render::ImageFile], pdf: Option<Vec<u8>>) -> Result<(), Broken> {
    let Build { args, templates, around, web } = *build;
    let id = view.edition.id.as_str();
    let manifest = Manifest {
        version: MANIFEST_VERSION,
        generator: view.generator.clone(),
        edition: id.to_owned(),
        as_of: view.edition.as_of.iso.clone(),
        corpus_sha256: view.edition.corpus_hash.clone(),
        files: Vec::new(),
    };
    let folder = EditionFolder::open(&args.output, manifest, around).map_err(Broken::Write)?;
    let put = |artifact: Artifact| folder.put(&artifact).map_err(|error| Broken::Write(error.into()));
    let site = || match of_web(args) {
        Some(parts) => render::html::site_to(view, images, templates, pdf.as_deref(), parts, &put),
        None => Ok(()),
    };
    let data = || match wants(args, OutputFormat::Json) {
        true => put(render::view_json(view)?).map(drop),
        false => Ok(()),
    };
    let (site, data) = rayon::join(site, data);
    site.and(data)?;
    if of_web(args).is_some_and(|parts| parts.pages) {
        let add = |(path, bytes): (&String, &Vec<u8>)| {
            put(Artifact { path: format!("{}{path}", render::html::FOLDER), bytes: bytes.clone() }).map(drop)
        };
        web.iter().try_for_each(add)?;
    }
    if let Some(bytes) = pdf {
        put(Artifact { path: format!("{id}.pdf"), bytes })?;
    }
    folder.finish().map_err(Broken::Write)
}

/// In a process of its own, whose memory is given back with it; in this one only if there can be no other.
#[cfg(feature = "pdf")]
fn embedded(
    view: &View,
    images: &[render::ImageFile],
    templates: &Templates,
    console: &dyn Console,
) -> Result<Vec<u8>, Failure> {
    use super::layout::{Layout, Stopped};
    let failed = |error: &RenderError| templates::failed(error, templates);
    let Ok(program) = console.program() else {
        return render::typst::pdf(view, images, templates).map_err(|error| failed(&error));
    };
    let job = render::typst::Job::new(view, images, templates).map_err(|error| failed(&error))?;
    Layout::new(program, None).pdf(view, &job).map_err(|stopped| match stopped {
        Stopped::Render(error) => failed(&error),
        Stopped::Ended(said) => Failure(said),
    })
}

#[cfg(not(feature = "pdf"))]
fn embedded(_: &View, _: &[render::ImageFile], _: &Templates, _: &dyn Console) -> Result<Vec<u8>, Failure> {
    Err(Failure::new(
        "bản này dựng không kèm Typst; dùng --engine typst-cli hoặc --only html",
        "this build has no Typst within it; use --engine typst-cli or --only html",
    ))
}
