//! From an edit to what the browser gets: `camnang serve` on a copy of the real corpus, or on an invented one of any size, and whole
//! builds beside it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use super::invented::{self, Plan};
use super::live::{Serving, version};
use super::{Outcome, child, median, view_of, wall};

/// One edit: when the pages were notified, when the edited page had come, when its PDF was made.
struct Edit {
    notified: Duration,
    page: Duration,
    pdf: Option<Duration>,
}

/// Measures an edition of the real corpus, or the only one of the plan.
pub fn measure(edition: &str, plan: Option<&Plan>, runs: usize) -> Outcome<()> {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR"))?;
    let corpus = folder.path().join("corpus");
    match plan {
        Some(plan) => invented::write(&plan.files(), &corpus)?,
        None => copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"), &corpus)?,
    }
    let (clause, id) = clause(&corpus, edition)?;
    let serving = Serving::start(program(&["serve", edition], &corpus).stderr(Stdio::null()));
    let edits = edits(&serving, &clause, &id, runs)?;
    drop(serving);
    println!("\n{edition}, the clause {id}, {runs} edits; medians:\n");
    println!("| from an edit | time | whole build | ratio |");
    println!("|---|--:|--:|--:|");
    let seconds =
        |of: &dyn Fn(&Edit) -> Option<Duration>| median(edits.iter().filter_map(of).map(|time| time.as_secs_f64()));
    row("to the page's being notified", seconds(&|edit| Some(edit.notified)), None);
    row("to the page", seconds(&|edit| Some(edit.page)), Some(build(edition, "html", &corpus, &folder, runs)?));
    if edits.iter().all(|edit| edit.pdf.is_some()) {
        row("to the PDF", seconds(&|edit| edit.pdf), Some(build(edition, "pdf", &corpus, &folder, runs)?));
    } else {
        println!("\nPDF not measured: this is a build without Typst (`--no-default-features`).");
    }
    Ok(())
}

fn row(what: &str, edit: f64, build: Option<f64>) {
    let beside = build.map_or(("–".to_owned(), "–".to_owned()), |build| {
        (format!("{:.0} ms", build * 1000.0), format!("{:.3}", edit / build))
    });
    println!("| {what} | {:.0} ms | {} | {} |", edit * 1000.0, beside.0, beside.1);
}

fn edits(serving: &Serving, clause: &Path, id: &str, runs: usize) -> Outcome<Vec<Edit>> {
    let whole = std::fs::read_to_string(clause)?;
    let mut news = serving.news();
    let settled = |news: &Value| news["pdf"]["standing"] != "making";
    let mut shown = version(&news.until(settled));
    let mut edits = Vec::new();
    for number in 0..runs {
        let words = format!("Lần sửa thứ {number}.");
        // Not in step with the looks at the files.
        std::thread::sleep(Duration::from_millis(200 + 7 * number as u64));
        let start = Instant::now();
        std::fs::write(clause, format!("{}\n\n{words}\n", whole.trim_end()))?;
        let mut now = news.until(|news| version(news) != shown);
        let notified = start.elapsed();
        shown = version(&now);
        let came = serving.text(&format!("/e/{id}.html")).contains(&words);
        let page = start.elapsed();
        came.then_some(()).ok_or("the page came without the edit")?;
        while !settled(&now) {
            now = news.next();
        }
        let pdf = (now["pdf"]["standing"] == "made" && now["pdf"]["of"] == shown.as_str()).then(|| start.elapsed());
        edits.push(Edit { notified, page, pdf });
    }
    std::fs::write(clause, whole)?;
    Ok(edits)
}

/// A clause in the midst of the booklet that may be edited: a summary.
fn clause(corpus: &Path, edition: &str) -> Outcome<(PathBuf, String)> {
    let (view, _) = view_of(corpus, edition)?;
    let excerpts = view.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.excerpts);
    let ids: Vec<&str> = excerpts.map(|excerpt| excerpt.id.as_str()).collect();
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(corpus.join("excerpts")) {
        let path = entry?.into_path();
        let text = if path.is_file() { std::fs::read_to_string(&path)? } else { continue };
        let id = text.lines().find_map(|line| line.strip_prefix("id: ")).unwrap_or_default();
        if let Some(at) = ids.iter().position(|known| *known == id)
            && text.contains("\nwording: summary\n")
        {
            found.push((at, path, id.to_owned()));
        }
    }
    found.sort();
    let middle = found.len() / 2;
    let (_, path, id) = found.into_iter().nth(middle).ok_or("the edition has no summary")?;
    Ok((path, id))
}

fn program(arguments: &[&str], corpus: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_camnang"));
    program.args(arguments).arg("--corpus").arg(corpus);
    program
}

fn build(edition: &str, format: &str, corpus: &Path, folder: &TempDir, runs: usize) -> Outcome<f64> {
    let output = folder.path().join("output");
    let one = || child::run(program(&["build", edition, "--only", format], corpus).arg("--output").arg(&output));
    Ok(wall(&(0..runs).map(|_| one()).collect::<Result<Vec<_>, _>>()?))
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
