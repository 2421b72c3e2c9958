//! How long each stage takes, how long the whole program takes, and how that compares with Typst alone.
//!
//! ```text
//! cargo bench --bench stages                             100, 1,000 and 10,000 excerpts; PDF up to 1,000
//! cargo bench --bench stages --no-default-features       the same without PDF: no Typst to compile
//! cargo bench --bench stages -- --help                   the options, such as
//! cargo bench --bench stages -- --sizes 1000 --runs 9    one size, more runs
//! cargo bench --bench stages -- --pdf-up-to 10000        PDF of 10,000 excerpts too: minutes and gigabytes
//! cargo bench --bench stages -- --shapes                 corpora of odd shapes instead
//! cargo bench --bench stages -- --handout ipv6-2014      the hand-out of an edition of the real corpus instead
//! cargo bench --bench stages -- --peers                  the web site beside Hugo and Zola on the same text instead
//! cargo bench --bench stages -- --serve ipv6             from an edit to what the browser gets, of the real corpus, instead
//! cargo bench --bench stages -- --serve do-luong         the same of the invented corpora
//! ```
//!
//! The corpora are invented by `tests/support/invented.rs`. Beside `camnang build --only pdf` runs an external
//! `typst compile` 0.15.1 on the very same templates and data, in turns, where there is one: on the PATH, in
//! `$HOME/.cache/camnang/typst/bin`, or where `--typst` says. The figures are in `benches/README.md`.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "it measures time, looks for a program, writes corpora and prints"
)]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use camnang::internals::diag::Sink;
use camnang::internals::handout::ledger;
use camnang::internals::model::ids::EditionId;
use camnang::internals::render::{self, Templates};
use camnang::internals::session::{self, ViewRequest};
use camnang::internals::{assemble, checks, resolve, source, view};
use clap::Parser;
use tempfile::TempDir;

#[path = "support/child.rs"]
mod child;
#[path = "support/hugo.rs"]
mod hugo;
#[path = "../tests/support/invented.rs"]
mod invented;
#[path = "../tests/support/live.rs"]
mod live;
#[path = "support/serving.rs"]
mod serving;
#[path = "support/zola.rs"]
mod zola;

use child::Used;
use invented::{EDITION, Plan};

type Outcome<T> = Result<T, Box<dyn Error>>;

#[derive(Parser)]
struct Options {
    /// Numbers of excerpts
    #[arg(long, value_delimiter = ',', default_value = "100,1000,10000")]
    sizes: Vec<usize>,
    /// How often each thing is measured; the medians are printed
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// The largest size of which a PDF is made
    #[arg(long, default_value_t = 1000)]
    pdf_up_to: usize,
    /// The external typst 0.15.1 to compare with
    #[arg(long)]
    typst: Option<PathBuf>,
    /// Measures corpora of odd shapes instead, which show what grows faster than the corpus
    #[arg(long)]
    shapes: bool,
    /// Measures the hand-out of this edition of the real corpus instead, beside as many runs of Typst
    #[arg(long, value_name = "EDITION")]
    handout: Option<String>,
    /// Measures the web site instead, beside Hugo and Zola on the same text, as far as they are on the PATH
    #[arg(long)]
    peers: bool,
    /// Measures from the edit of a clause to its page and to the PDF under `camnang serve` instead, beside whole builds of this
    /// edition of the real corpus; `do-luong` is that of the invented corpora of these sizes
    #[arg(long, value_name = "EDITION")]
    serve: Option<String>,
    /// Given by `cargo bench`
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> Outcome<()> {
    let options = Options::parse();
    let templates = source::templates(None)?;
    if let Some(edition) = &options.handout {
        machine();
        return handout(edition, &templates, &options);
    }
    if let Some(edition) = &options.serve {
        machine();
        let sizes = options.sizes.iter().filter(|_| edition == invented::EDITION);
        let plans: Vec<Plan> = sizes.map(|size| Plan::even(*size)).collect();
        if plans.is_empty() {
            return serving::measure(edition, None, options.runs);
        }
        return plans.iter().try_for_each(|plan| serving::measure(edition, Some(plan), options.runs));
    }
    let corpora: Vec<(String, Plan)> = if options.shapes {
        shapes().into_iter().map(|(name, plan)| (name.to_owned(), plan)).collect()
    } else {
        options.sizes.iter().map(|size| (size.to_string(), Plan::even(*size))).collect()
    };
    machine();
    let corpora: Vec<Written> =
        corpora.into_iter().map(|(name, plan)| Written::new(name, plan)).collect::<Outcome<_>>()?;
    if options.peers {
        return beside_peers(&corpora, options.runs);
    }
    println!("\n## Stages, in milliseconds\n");
    println!(
        "| excerpts | files, MB | load | parse, resolve | checks | assemble, view | glyphs | view.json | HTML | pages |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for corpus in &corpora {
        stages(corpus, &templates, options.runs)?;
    }
    println!("\n## Whole programs\n");
    println!("| excerpts | command | wall | CPU | peak memory | output |");
    println!("|---|---|--:|--:|--:|--:|");
    for corpus in &corpora {
        programs(corpus, options.runs)?;
    }
    pdf(&corpora, &templates, &options)
}

/// All copies of an edition of the real corpus in one run, and as many runs of Typst on the same booklet, in turns. Ours
/// include a letter, a ZIP and the ledger.
fn handout(edition: &str, templates: &Templates, options: &Options) -> Outcome<()> {
    let typst = external(options.typst.as_deref()).ok_or("there is no typst to compare with")?;
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR"))?;
    let (view, images) = view_of(&corpus, edition)?;
    let input = folder.path().join("typst-input");
    render::typst_cli::write_input(&input, &view, &images, templates).map_err(|error| error.message)?;
    let (mut own, mut alone, mut copies) = (Vec::new(), Vec::new(), 0);
    for run in 0..options.runs {
        let output = folder.path().join(format!("output-{run}"));
        let mut program = Command::new(env!("CARGO_BIN_EXE_camnang"));
        program.args(["handout", "--edition", edition, "--corpus"]).arg(&corpus).arg("--output").arg(&output);
        own.push(child::run(&mut program)?);
        let ledger = std::fs::read(output.join("handout").join(edition).join(ledger::FILE))?;
        copies = serde_json::from_slice::<ledger::Ledger>(&ledger)?.copies.len();
        let compiles = (0..copies)
            .map(|_| child::run(&mut render::typst_cli::compile(render::PaperForm::Booklet, &typst, &input)));
        alone.push(compiles.collect::<Result<Vec<Used>, _>>()?);
    }
    let total = |runs: &Vec<Used>| runs.iter().map(|run| run.wall.as_secs_f64()).sum::<f64>();
    let peak = |runs: &[Used]| runs.iter().filter_map(|run| run.peak).max().unwrap_or(0) / 1024;
    let ratios = own.iter().zip(&alone).map(|(own, alone)| own.wall.as_secs_f64() / total(alone));
    println!(
        "\n{edition}, {copies} copies, {} runs: `camnang handout` {:.1} s, {} MiB; {copies} times `typst compile` {:.1} s, {} MiB; \
         median of the ratios {:.3}.",
        options.runs,
        wall(&own),
        peak(&own),
        median(alone.iter().map(total)),
        alone.iter().map(|runs| peak(runs)).max().unwrap_or(0),
        median(ratios),
    );
    Ok(())
}

/// Shapes of a corpus that should not make a stage slower.
fn shapes() -> Vec<(&'static str, Plan)> {
    let large = Plan::even(10_000);
    let small = Plan::even(1000);
    vec![
        ("10,000, ordinary", large.clone()),
        ("10,000 of one instrument", Plan { instruments: 1, ..large.clone() }),
        ("10,000 in one chapter", Plan { one_chapter: true, ..large.clone() }),
        ("10,000, topics 9 deep", Plan { topics: 400, topic_depth: 9, ..large.clone() }),
        ("1,000, ordinary", small.clone()),
        ("1,000, one file with 5,000 citations", Plan { citations: 5000, ..small.clone() }),
        ("1,000, 2,000 terms", Plan { terms: 2000, ..small.clone() }),
        ("1,000, a succession of 1,000 instruments", Plan { instruments: 1000, succession: true, ..small }),
    ]
}

fn machine() {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("");
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("Cores: {cores}. Processor{model}. Load at the beginning: {}", load.trim());
}

/// An invented corpus on the disk.
struct Written {
    name: String,
    plan: Plan,
    folder: TempDir,
    bytes: usize,
}

impl Written {
    fn new(name: String, plan: Plan) -> Outcome<Self> {
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR"))?;
        let files = plan.files();
        invented::write(&files, &folder.path().join("corpus"))?;
        Ok(Written { name, plan, folder, bytes: files.values().map(String::len).sum() })
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("corpus")
    }

    fn output(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    fn program(&self, command: &str) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_camnang"));
        program.arg(command).arg("--corpus").arg(self.root());
        program
    }

    fn build(&self, format: &str) -> Command {
        let mut program = self.program("build");
        program.args(["--only", format]).arg("--output").arg(self.output());
        program
    }
}

/// Measures the stages within this process, one after the other.
fn stages(corpus: &Written, templates: &Templates, runs: usize) -> Outcome<()> {
    let mut times: Vec<Vec<Duration>> = Vec::new();
    let mut pages = 0;
    for _ in 0..runs {
        let mut watch = Watch::new();
        let mut sink = Sink::new();
        let sources = source::load(&corpus.root(), &mut sink)?;
        watch.lap();
        let resolved = resolve::resolve(&sources, &mut sink).corpus;
        watch.lap();
        checks::check(&resolved, &mut sink);
        watch.lap();
        let edition = resolved.editions().next().ok_or("the corpus has no edition")?;
        let booklet = assemble::assemble(&resolved, edition, edition.as_of, &mut sink);
        let view = view::build(&booklet, &sources.hash);
        watch.lap();
        let missing = render::glyphs::missing(&view, templates);
        watch.lap();
        serde_json::to_vec(&view).map_err(|error| error.to_string())?;
        watch.lap();
        let site = render::html::site(&view, &[], templates, None).map_err(|error| error.message)?;
        watch.lap();
        pages = site.len();
        times.push(watch.laps);
        let fine = sink.findings().is_empty() && missing.is_empty();
        fine.then_some(()).ok_or_else(|| format!("the corpus has faults: {:?}", sink.findings().first()))?;
    }
    print!("| {} | {:.1} ", corpus.name, corpus.bytes as f64 / 1e6);
    for stage in 0..times.first().map_or(0, Vec::len) {
        let median = median(times.iter().filter_map(|run| run.get(stage)).map(Duration::as_secs_f64));
        print!("| {:.1} ", median * 1000.0);
    }
    println!("| {pages} |");
    Ok(())
}

struct Watch {
    last: Instant,
    laps: Vec<Duration>,
}

impl Watch {
    fn new() -> Self {
        Watch { last: Instant::now(), laps: Vec::new() }
    }

    fn lap(&mut self) {
        self.laps.push(self.last.elapsed());
        self.last = Instant::now();
    }
}

/// Measures whole runs of the program.
fn programs(corpus: &Written, runs: usize) -> Outcome<()> {
    let repeated = |mut command: Command| (0..runs).map(|_| child::run(&mut command)).collect::<Result<Vec<_>, _>>();
    row(corpus, "camnang check", &repeated(corpus.program("check"))?, None);
    let used = repeated(corpus.build("html"))?;
    row(corpus, "camnang build --only html", &used, Some(size_of(&corpus.output())?));
    Ok(())
}

/// A generator of sites, and how it makes one of the excerpts of a corpus.
struct Peer {
    name: &'static str,
    version: Option<String>,
    write: fn(&Path, &Path) -> std::io::Result<()>,
    build: fn(&Path, &Path) -> Command,
}

/// The web site and what others make of the same text, in turns. Every run has a folder of its own to write into: to
/// replace one is not measured, nor what a file system does about files deleted just before.
fn beside_peers(corpora: &[Written], runs: usize) -> Outcome<()> {
    let peers = [
        Peer { name: "hugo", version: hugo::version(), write: hugo::write, build: hugo::build },
        Peer { name: "zola", version: zola::version(), write: zola::write, build: zola::build },
        Peer { name: "zola with an index", version: zola::version(), write: zola::write_indexed, build: zola::build },
    ];
    let peers: Vec<Peer> = peers.into_iter().filter(|peer| peer.version.is_some()).collect();
    if peers.is_empty() {
        return Err("there is neither hugo nor zola to compare with".into());
    }
    let mut versions: Vec<_> = peers.iter().filter_map(|peer| peer.version.as_deref()).collect();
    versions.dedup();
    println!("\n## Web site: this program, {}, in turns\n", versions.join(", "));
    println!("| excerpts | command | wall | CPU | peak memory | output |");
    println!("|---|---|--:|--:|--:|--:|");
    let mut ratios = Vec::new();
    for corpus in corpora {
        let folder = corpus.folder.path();
        let output = |name: &str, run: usize| folder.join(format!("{name}-{run}"));
        peers.iter().try_for_each(|peer| (peer.write)(&corpus.root(), &folder.join(peer.name)))?;
        let (mut own, mut others) = (Vec::new(), vec![Vec::new(); peers.len()]);
        for run in 0..runs {
            let mut program = corpus.program("build");
            own.push(child::run(program.args(["--only", "html", "--output"]).arg(output("camnang", run)))?);
            for (peer, used) in peers.iter().zip(&mut others) {
                used.push(child::run(&mut (peer.build)(&folder.join(peer.name), &output(peer.name, run)))?);
            }
        }
        row(corpus, "camnang build --only html", &own, Some(size_of(&output("camnang", 0))?));
        for (peer, used) in peers.iter().zip(&others) {
            row(corpus, peer.name, used, Some(size_of(&output(peer.name, 0))?));
            let pairs = own.iter().zip(used).map(|(own, other)| own.wall.as_secs_f64() / other.wall.as_secs_f64());
            ratios.push(format!("{} excerpts, {}: median of the ratios {:.2}.", corpus.name, peer.name, median(pairs)));
        }
    }
    println!();
    ratios.iter().for_each(|ratio| println!("{ratio}"));
    Ok(())
}

fn row(corpus: &Written, command: &str, used: &[Used], output: Option<u64>) {
    let seconds = |time: Option<f64>| time.map_or("?".to_owned(), |time| format!("{time:.2} s"));
    let mebibytes = |kib: Option<u64>| kib.map_or("?".to_owned(), |kib| format!("{} MiB", kib / 1024));
    println!(
        "| {} | `{command}` | {} | {} | {} | {} |",
        corpus.name,
        seconds(Some(wall(used))),
        seconds(cpu(used)),
        mebibytes(used.iter().filter_map(|used| used.peak).max()),
        output.map_or("–".to_owned(), |bytes| format!("{:.1} MB", bytes as f64 / 1e6)),
    );
}

fn wall(used: &[Used]) -> f64 {
    median(used.iter().map(|used| used.wall.as_secs_f64()))
}

fn cpu(used: &[Used]) -> Option<f64> {
    let times: Option<Vec<f64>> = used.iter().map(|used| used.cpu.map(|cpu| cpu.as_secs_f64())).collect();
    times.map(|times| median(times.into_iter()))
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Bytes of all files below a folder.
fn size_of(folder: &Path) -> Outcome<u64> {
    let mut bytes = 0;
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        bytes += if entry.file_type().is_file() { entry.metadata()?.len() } else { 0 };
    }
    Ok(bytes)
}

/// Measures PDF, and an external Typst beside it.
fn pdf(corpora: &[Written], templates: &Templates, options: &Options) -> Outcome<()> {
    println!("\n## PDF: this program and Typst alone, in turns\n");
    if !cfg!(feature = "pdf") {
        println!("Not measured: this is a build without Typst (`--no-default-features`).");
        return Ok(());
    }
    let typst = external(options.typst.as_deref());
    if typst.is_none() {
        println!("There is no `typst` {} here to compare with; install it with\n", render::typst_input::VERSION);
        println!("    cargo install typst-cli --version {} --locked\n", render::typst_input::VERSION);
    }
    println!("| excerpts | command | wall | CPU | peak memory | output |");
    println!("|---|---|--:|--:|--:|--:|");
    let mut ratios = Vec::new();
    for corpus in corpora.iter().filter(|corpus| corpus.plan.excerpts <= options.pdf_up_to) {
        ratios.extend(beside(corpus, templates, typst.as_deref(), options.runs)?);
    }
    println!();
    ratios.iter().for_each(|ratio| println!("{ratio}"));
    Ok(())
}

/// Both programs, A B A B, so that what else the machine does meets both alike.
fn beside(corpus: &Written, templates: &Templates, typst: Option<&Path>, runs: usize) -> Outcome<Option<String>> {
    let folder = corpus.folder.path().join("typst-input");
    let (view, images) = view_of(&corpus.root(), EDITION)?;
    render::typst_cli::write_input(&folder, &view, &images, templates).map_err(|error| error.message)?;
    let (mut own, mut alone) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        own.push(child::run(&mut corpus.build("pdf"))?);
        if let Some(typst) = typst {
            alone.push(child::run(&mut render::typst_cli::compile(render::PaperForm::Booklet, typst, &folder))?);
        }
    }
    let made = std::fs::read(corpus.output().join(EDITION).join(format!("{EDITION}.pdf")))?;
    row(corpus, "camnang build --only pdf", &own, Some(made.len() as u64));
    if typst.is_none() {
        return Ok(None);
    }
    let written = std::fs::metadata(folder.join(render::typst_cli::OUTPUT))?.len();
    row(corpus, "typst compile", &alone, Some(written));
    // Only ours has its small objects packed.
    let expected = render::typst_cli::made(&folder).map_err(|error| error.message)?;
    let same = if made == expected { "the same bytes once packed" } else { "NOT the same bytes" };
    let of_cpu = cpu(&own).zip(cpu(&alone)).map_or("?".to_owned(), |(own, alone)| format!("{:.2}", own / alone));
    let of_wall = wall(&own) / wall(&alone);
    Ok(Some(format!(
        "{} excerpts: `camnang build --only pdf` : `typst compile` = {of_wall:.2} wall, {of_cpu} CPU; {same}.",
        corpus.name
    )))
}

fn view_of(corpus: &Path, edition: &str) -> Outcome<(view::View, Vec<render::ImageFile>)> {
    let opened = session::open(corpus)?;
    let id: EditionId = edition.parse().map_err(|_| "a bad id")?;
    let mut editions = opened.view(&ViewRequest::one(&id)).findings().despite_errors();
    Ok(editions.pop().ok_or("no such edition")?.into_parts())
}

/// A `typst` of the right version.
fn external(given: Option<&Path>) -> Option<PathBuf> {
    let home = std::env::var_os("HOME").map(|home| Path::new(&home).join(".cache/camnang/typst/bin/typst"));
    let candidates = given.map(Path::to_owned).into_iter().chain([PathBuf::from("typst")]).chain(home);
    candidates.into_iter().find(|program| {
        let said = Command::new(program).arg("--version").output();
        let said = said.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
        said.split_whitespace().nth(1) == Some(render::typst_input::VERSION)
    })
}
