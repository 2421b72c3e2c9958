//! How long received laws take to be read, and to be imported into a corpus, and how much memory.
//!
//! ```text
//! cargo bench --bench originals --no-default-features                  50, 100 and 250 laws, by reader
//! cargo bench --bench originals --no-default-features -- --imported    as many laws imported one by one, and checked at each count
//! ```
//!
//! The laws are invented (`benches/support/laws.rs`), 120 kB of text each; figures are in `benches/README.md`.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "it measures time, writes files and prints")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use camnang::internals::originals::readers::{OutsidePrograms, ReceivedFile, recognise};
use camnang::internals::originals::refusal::ReadRefusal;
use camnang::internals::originals::tree::ProvisionTree;
use clap::Parser;

#[path = "support/child.rs"]
mod child;
#[path = "support/laws.rs"]
mod laws;

use child::Used;
use laws::{KINDS, law, numbered};

#[derive(Parser)]
struct Options {
    /// How many laws
    #[arg(long, value_delimiter = ',', default_values_t = [50, 100, 250])]
    counts: Vec<usize>,
    /// Imports as many laws as the largest count into a corpus with the program, and checks it at each count
    #[arg(long)]
    imported: bool,
    /// With --imported: the program, where it is not that of this profile
    #[arg(long)]
    program: Option<PathBuf>,
    /// Reads the laws of a folder and ends: for the runs that are measured
    #[arg(long, hide = true)]
    read: Option<String>,
    /// Given by `cargo bench`
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> io::Result<()> {
    let options = Options::parse();
    if let Some(folder) = &options.read {
        return read_all(Path::new(folder));
    }
    if options.imported {
        let own = PathBuf::from(env!("CARGO_BIN_EXE_camnang"));
        return import_all(&options.counts, options.program.as_ref().unwrap_or(&own));
    }
    println!("| kind | laws | MB | wall, s | CPU, s | CPU a law, ms | peak memory |\n|---|--:|--:|--:|--:|--:|--:|");
    for kind in KINDS {
        for count in &options.counts {
            row(kind, *count)?;
        }
    }
    Ok(())
}

/// Measures the reading of laws of a kind, in a process of its own.
fn row(kind: &str, count: usize) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let mut bytes = 0;
    for number in 1..=count {
        let file = law(kind, number);
        bytes += file.len();
        fs::write(folder.path().join(format!("{number}.{kind}")), file)?;
    }
    let own = std::env::current_exe()?;
    let Used { wall, cpu, peak } = child::run(Command::new(own).arg("--read").arg(folder.path()))?;
    let (wall, cpu) = (wall.as_secs_f64(), cpu.unwrap_or_default().as_secs_f64());
    let (megabytes, each, peak) = (bytes as f64 / 1e6, cpu * 1000.0 / count as f64, peak.unwrap_or(0) / 1024);
    println!("| {kind} | {count} | {megabytes:.1} | {wall:.2} | {cpu:.2} | {each:.1} | {peak} MiB |");
    Ok(())
}

/// No kind that is measured needs one.
struct NoPrograms;

impl OutsidePrograms for NoPrograms {
    fn pdf_text(&self, _: &[u8]) -> Result<String, ReadRefusal> {
        Err(ReadRefusal::NoProgram("pdftotext"))
    }

    fn to_docx(&self, _: &[u8], _: &str) -> Result<Vec<u8>, ReadRefusal> {
        Err(ReadRefusal::NoProgram("soffice"))
    }
}

fn read_all(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = fs::read(&path)?;
        let file = ReceivedFile { name: &name, bytes: &bytes, programs: &NoPrograms };
        let refused = |refusal: ReadRefusal| io::Error::other(format!("{name}: {refusal:?}"));
        let read = recognise(&name, &bytes).and_then(|reader| reader.read(&file)).map_err(refused)?;
        let tree = ProvisionTree::read(&read.text);
        std::hint::black_box((read.text.write(), tree));
    }
    Ok(())
}

/// Imports laws into the sample of a small corpus, a command each, and checks it at each of the counts.
fn import_all(counts: &[usize], camnang: &Path) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let corpus = folder.path().join("corpus");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"), &corpus)?;
    let head = "| laws | all imports: CPU, s | the last one: CPU, s | peak memory | a check: CPU, s | peak memory |";
    println!("{head}\n|--:|--:|--:|--:|--:|--:|");
    let mut all = 0.0;
    for number in 1..=counts.iter().copied().max().unwrap_or(0) {
        let name = format!("{number}.docx");
        fs::write(folder.path().join(&name), law("docx", number))?;
        let imported =
            child::run(program(camnang, folder.path()).args(["import", &name, "--instrument", &numbered(number)]))?;
        all += seconds(&imported);
        if counts.contains(&number) {
            let checked = child::run(program(camnang, folder.path()).arg("check"))?;
            let shown = |used: &Used| format!("{:.2} | {} MiB", seconds(used), used.peak.unwrap_or(0) / 1024);
            println!("| {number} | {all:.2} | {} | {} |", shown(&imported), shown(&checked));
        }
    }
    Ok(())
}

fn seconds(used: &Used) -> f64 {
    used.cpu.unwrap_or_default().as_secs_f64()
}

fn program(camnang: &Path, folder: &Path) -> Command {
    let mut command = Command::new(camnang);
    command.current_dir(folder);
    command
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?
        } else {
            fs::copy(entry.path(), target).map(drop)?
        }
    }
    Ok(())
}
