//! The documents cannot go stale: every `camnang …` line in them runs, what other commands and paths name is there, links
//! lead somewhere, and what is shown of a finding or of JSON is what the program prints.

use crate::support::documents;
use crate::support::live;
#[allow(dead_code, reason = "sending is tested in mail.rs; here only its commands are run")]
use crate::support::mail_office;
use crate::support::program;
use crate::support::smtp_server;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

use camnang::internals::cli::Cli;
use clap::Parser;

use documents::{Document, documents, exists, root};
use live::Serving;
use mail_office::Office;
use program::{camnang, office, text};
use serde_json::Value;
use smtp_server::{Options, Server};

/// These are about the past: what they name may be gone.
const HISTORY: [&str; 2] = ["CHANGELOG.md", "docs/decisions.md"];

/// The words of a command line: spaces part them, double quotes keep them together, `#` begins a comment.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            '#' if !quoted => break,
            ' ' if !quoted => words.push(String::new()),
            other => words.last_mut().unwrap().push(other),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn the_commands_run() {
    let documents = documents();
    let builds = Builds::default();
    // Each waits for the disk more than for a processor.
    let ran: Vec<Vec<Result<(), String>>> = thread::scope(|scope| {
        let running: Vec<_> = documents.iter().map(|document| scope.spawn(|| run_all(document, &builds))).collect();
        running.into_iter().map(|running| running.join().unwrap()).collect()
    });
    let (ran, faults): (Vec<_>, Vec<_>) = ran.into_iter().flatten().partition(Result::is_ok);
    let faults: Vec<String> = faults.into_iter().filter_map(Result::err).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    assert!(ran.len() >= 60, "only {} commands were found", ran.len());
}

/// Runs the commands of a document, those of a block in one place; what went wrong is said with its line.
fn run_all(document: &Document, builds: &Builds) -> Vec<Result<(), String>> {
    let in_block = |block: Vec<&str>| {
        let mut place = Place::new(builds);
        let run = |line: &&str| place.run(&words(line)).map_err(|fault| format!("{}: {line}\n{fault}", document.path));
        block.iter().map(run).collect::<Vec<_>>()
    };
    document.shell().flat_map(in_block).collect()
}

/// The folders that builds left, by the commands that had written in them. These decide everything
/// (`tests/outputs/determinism.rs`), so that where several documents write alike, one builds and the others take a copy.
#[derive(Default)]
struct Builds(Mutex<BTreeMap<Vec<String>, Arc<OnceLock<Built>>>>);

struct Built {
    folder: tempfile::TempDir,
    outcome: Result<(), String>,
}

impl Builds {
    /// Runs a build in this folder, or gives the folder what the same commands left elsewhere.
    fn run(&self, folder: &Path, history: &[String], build: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
        let built = Arc::clone(self.0.lock().unwrap().entry(history.to_vec()).or_default());
        let mut ran_here = false;
        let built = built.get_or_init(|| {
            ran_here = true;
            let (left, outcome) = (tempfile::tempdir().unwrap(), build());
            program::copy(folder, left.path());
            Built { folder: left, outcome }
        });
        if !ran_here {
            program::copy(built.folder.path(), folder);
        }
        built.outcome.clone()
    }
}

/// Where the commands of one block run, one after the other.
struct Place<'b> {
    office: tempfile::TempDir,
    _server: Server,
    /// Has a hand-out made, and may send it.
    sender: Office,
    builds: &'b Builds,
    history: Vec<String>,
}

impl<'b> Place<'b> {
    fn new(builds: &'b Builds) -> Self {
        let server = Server::start(Options::default());
        let sender = Office::new(&["so-a", "so-b"], &server, "");
        let office = office();
        // What the documents say was received.
        fs::copy(root().join("tests/office/nghi-dinh.docx"), office.path().join("nghi-dinh.docx")).unwrap();
        Place { office, _server: server, sender, builds, history: Vec::new() }
    }

    fn run(&mut self, words: &[String]) -> Result<(), String> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let words = match words.as_slice() {
            ["cargo", "run", "--release", "--", arguments @ ..] => [&["camnang"], arguments].concat(),
            _ => words,
        };
        if !is_reading(&words) {
            self.history.push(words.join(" "));
        }
        match words.as_slice() {
            ["mkdir", folder] => fs::create_dir(self.office.path().join(folder)).map_err(|error| error.to_string()),
            ["camnang", arguments @ .., ">", file] => {
                let ran = camnang(self.office.path(), arguments);
                fs::write(self.office.path().join(file), &ran.out).map_err(|error| error.to_string())?;
                done(&ran)
            }
            ["camnang", arguments @ ..] => self.camnang(arguments),
            ["export" | "set", variables @ ..] => variables.iter().try_for_each(|variable| known_variable(variable)),
            _ => known_command(&words),
        }
    }

    fn camnang(&self, arguments: &[&str]) -> Result<(), String> {
        let ran = match arguments {
            ["serve", ..] => {
                drop(Serving::start(program::program(self.office.path()).args(arguments)));
                return Ok(());
            }
            ["handout", ..] if arguments.iter().any(|word| ACTS.contains(word)) => self.send(arguments),
            // Departments must have answered before: `tests/commands/answers.rs` goes that way. Here the options are held.
            ["collect", ..] | ["report", "answers", ..] => {
                let all = std::iter::once("camnang").chain(arguments.iter().copied());
                return Cli::try_parse_from(all).map(drop).map_err(|error| error.to_string());
            }
            // There is no hand-out without an engine for the PDF.
            ["handout", ..] | ["verify", "output/handout/ipv6"] if cfg!(not(feature = "pdf")) => return Ok(()),
            ["build", .., "--only", outputs] if cfg!(not(feature = "pdf")) && outputs.split(',').any(is_paper) => {
                return Ok(());
            }
            ["build" | "handout", ..] => {
                let build = || done(&camnang(self.office.path(), &cheaper(arguments)));
                return self.builds.run(self.office.path(), &self.history, build);
            }
            _ => camnang(self.office.path(), arguments),
        };
        done(&ran)
    }

    /// The same command on an edition that was handed out, with a mail server that takes everything.
    fn send(&self, arguments: &[&str]) -> program::Ran {
        if arguments.contains(&"--set-aside") && !self.sender.journal().exists() {
            self.sender.handout(&["--send", "--really"]).must(0);
        }
        let at = arguments.iter().position(|word| *word == "--edition").expect("an edition");
        self.sender.handout(&[&arguments[1..at], &arguments[at + 2..]].concat())
    }
}

/// The arguments of a build that names no output, without the reference PDF: it is laid out by the templates of the booklet, and takes
/// as long as all else together. Where this program has no engine, no PDF is made.
fn cheaper<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    let outputs = if cfg!(feature = "pdf") { "pdf,html,single,zip,json" } else { "html" };
    let names_none = arguments[0] == "build" && !arguments.contains(&"--only");
    arguments.iter().copied().chain(["--only", outputs].into_iter().filter(|_| names_none)).collect()
}

/// Whether an output needs an engine for PDF.
fn is_paper(output: &str) -> bool {
    ["pdf", "pdf-full", "sheet", "leaflet", "slides"].contains(&output)
}

/// Whether a command of the program leaves the folder as it was.
fn is_reading(words: &[&str]) -> bool {
    matches!(words, ["camnang", "check" | "explain" | "list" | "status" | "timeline" | "verify" | "why", options @ ..]
        if !options.contains(&"--fix") && !options.contains(&">"))
}

fn done(ran: &program::Ran) -> Result<(), String> {
    (ran.code == 0).then_some(()).ok_or_else(|| format!("exit code {}\n{}{}", ran.code, ran.out, ran.err))
}

/// Options for a hand-out that was made before.
const ACTS: [&str; 4] = ["--send", "--received", "--status", "--set-aside"];

fn known_variable(variable: &str) -> Result<(), String> {
    let name = variable.split('=').next().unwrap();
    let known = ["CAMNANG_SMTP_USER", "CAMNANG_SMTP_PASSWORD"].contains(&name);
    known.then_some(()).ok_or_else(|| format!("no variable is called {name}"))
}

/// Commands that a test cannot run within itself: what they name is there.
fn known_command(words: &[&str]) -> Result<(), String> {
    let words: Vec<&str> = words.iter().copied().skip_while(|word| word.starts_with("CAMNANG_")).collect();
    match words.as_slice() {
        [
            "cargo",
            "test" | "bench" | "clippy" | "check" | "build" | "fmt" | "install" | "run" | "update",
            options @ ..,
        ] => (0..options.len()).try_for_each(|at| known_option(&options[at..])),
        ["bash", ".ci/run", steps @ ..] => {
            let known = [run_steps(), vec!["--list".to_owned()]].concat();
            let unknown = steps.iter().find(|step| !known.iter().any(|known| step.split('/').next() == Some(known)));
            unknown.map_or(Ok(()), |step| Err(format!(".ci/run has no step {step}")))
        }
        ["bash", script, ..] => must_exist(script),
        [script, ..] if script.starts_with("tests/checkers/") || script.starts_with("benches/") => must_exist(script),
        _ => Err("no test knows this command".to_owned()),
    }
}

/// The option that these words begin with, and what follows it.
fn known_option(words: &[&str]) -> Result<(), String> {
    match words {
        ["--test", group, file, ..] if !file.starts_with('-') => must_exist(&format!("tests/{group}/{file}.rs")),
        ["--test", group, ..] => must_exist(&format!("tests/{group}/main.rs")),
        ["--bench", name, ..] => must_exist(&format!("benches/{name}.rs")),
        ["--path", path, ..] => must_exist(path),
        _ => Ok(()),
    }
}

fn must_exist(path: &str) -> Result<(), String> {
    exists(path).then_some(()).ok_or_else(|| format!("there is no {path}"))
}

fn run_steps() -> Vec<String> {
    let listed = Command::new("bash").args([".ci/run", "--list"]).current_dir(root()).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    listed.lines().map(str::to_owned).collect()
}

/// A command within a sentence may have holes (`camnang why ID`), so it is not run, but its command and options exist.
#[test]
fn commands_in_sentences_are_commands() {
    let folder = tempfile::tempdir().unwrap();
    let (mut seen, mut faults) = (0, Vec::new());
    for document in documents().iter().filter(|document| !HISTORY.contains(&document.path.as_str())) {
        for code in document.code.iter().filter(|code| code.contains(' ')) {
            let words = words(code);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let fault = match words.as_slice() {
                // The page of help comes after what is before it was understood.
                ["camnang", arguments @ ..] => {
                    let filled: Vec<&str> =
                        arguments.iter().map(|word| if *word == "…" { "2030-01-01" } else { *word }).collect();
                    let ran = camnang(folder.path(), &[filled.as_slice(), &["--help"]].concat());
                    (ran.code != 0).then_some(ran.err)
                }
                ["cargo" | "bash", ..] => known_command(&words).err(),
                _ => continue,
            };
            seen += 1;
            faults.extend(fault.map(|fault| format!("{}: {code}\n{fault}", document.path)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    assert!(seen >= 30, "only {seen} commands were found");
}

#[test]
fn links_lead_somewhere() {
    let all = documents();
    let mut faults = Vec::new();
    for document in &all {
        for link in &document.links {
            let Some((path, anchor)) = document.target(link) else { continue };
            let known = |anchor: &String| all.iter().any(|other| other.path == path && other.anchors.contains(anchor));
            if !exists(&path) || anchor.as_ref().is_some_and(|anchor| !known(anchor)) {
                faults.push(format!("{}: {link}", document.path));
            }
        }
    }
    assert!(faults.is_empty(), "these links lead nowhere:\n{}", faults.join("\n"));
}

/// A path in code that has no hole (`<kind>`, `*`, `{a,b}`, `…`) is that of a file or folder.
#[test]
fn paths_in_sentences_exist() {
    let mut faults = Vec::new();
    for document in documents().iter().filter(|document| !HISTORY.contains(&document.path.as_str())) {
        for code in &document.code {
            let ours = ["src/", "tests/", "docs/", "templates/", "benches/", "fuzz/", ".ci/"];
            let path = code.split(':').next().unwrap();
            let whole = !path.contains(|character| "<>*{} …".contains(character));
            if ours.iter().any(|folder| path.starts_with(folder)) && whole && !exists(path) {
                faults.push(format!("{}: {code}", document.path));
            }
        }
    }
    assert!(faults.is_empty(), "there is nothing at:\n{}", faults.join("\n"));
}

#[test]
fn every_document_is_in_the_index() {
    let all = documents();
    let index = all.iter().find(|document| document.path == "docs/README.md").unwrap();
    let led_to: BTreeSet<String> =
        index.links.iter().filter_map(|link| index.target(link)).map(|(path, _)| path).collect();
    let missing: Vec<&str> =
        all.iter().map(|document| document.path.as_str()).filter(|path| path.starts_with("docs/")).collect();
    let missing: Vec<_> = missing.iter().filter(|path| **path != index.path && !led_to.contains(**path)).collect();
    assert!(missing.is_empty(), "docs/README.md does not lead to {missing:?}");
}

#[test]
fn the_pictures_are_small() {
    let pictures = fs::read_dir(root().join("docs/images")).unwrap().map(Result::unwrap);
    let bytes: u64 = pictures.map(|picture| picture.metadata().unwrap().len()).sum();
    assert!(bytes <= 300_000, "the pictures of the documents have {bytes} bytes");
}

#[test]
fn the_shown_findings_are_what_the_program_says() {
    let clause = Path::new("corpus/excerpts/nd-72-2013/dieu-18.khoan-3.md");
    let office = office();
    let changed = text(&office.path().join(clause)).replace("topics: [", "topcis: [");
    program::put(&office.path().join(clause), changed);
    let said = ["vi", "en"].map(|lang| camnang(office.path(), &["check", "--lang", lang]).must(1).out);
    let mut seen = 0;
    for document in documents() {
        let shown = document.blocks.iter().filter(|(language, text)| language == "text" && text.starts_with("corpus/"));
        for (_, shown) in shown {
            let shown = shown.trim();
            assert!(
                said.iter().any(|said| said.contains(shown)),
                "{} shows\n{shown}\nbut the program says\n{said:?}",
                document.path
            );
            seen += 1;
        }
    }
    assert!(seen >= 3, "only {seen} findings are shown");
}

/// A section of docs/formats.md is named after its command, and what a run of it has as keys is in the section.
const SHAPES: [(&str, &[&str]); 8] = [
    ("check", &["check", "--format", "json"]),
    ("status", &["status", "--as-of", "2024-12-24", "--excerpts", "--format", "json"]),
    ("timeline", &["timeline", "--format", "json"]),
    ("list", &["list", "instruments", "--format", "json"]),
    ("cite", &["cite", "Điều 5 Nghị định 72/2013/NĐ-CP", "--format", "json"]),
    ("report gaps", &["report", "gaps", "--format", "json"]),
    // Between these, excerpts are changed word by word.
    ("diff", &["diff", "cu", "moi", "--format", "json", "--corpus", CHANGES]),
    ("handout --status", &["handout", "--edition", "ipv6", "--status", "--format", "json"]),
];

const CHANGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/changes/corpus");

#[test]
fn every_key_of_json_is_described() {
    let builds = Builds::default();
    let place = Place::new(&builds);
    let formats = text(&root().join("docs/formats.md"));
    for (command, arguments) in SHAPES {
        let heading = format!("## `camnang {command} --format json`\n");
        let section = formats.split(&heading).nth(1).unwrap_or_else(|| panic!("no section {heading}"));
        let section = section.split("\n## ").next().unwrap();
        let named: BTreeSet<&str> =
            section.split(|character: char| !character.is_alphanumeric() && character != '_').collect();
        let ran = if command.starts_with("handout") {
            place.send(arguments)
        } else {
            camnang(place.office.path(), arguments)
        };
        let value: Value = serde_json::from_str(&ran.must(0).out).unwrap();
        let mut keys = BTreeSet::new();
        gather(&value, &mut keys);
        assert!(!keys.is_empty(), "{command} says nothing");
        let missing: Vec<_> = keys.iter().filter(|key| !named.contains(key.as_str())).collect();
        assert!(missing.is_empty(), "docs/formats.md does not say what these keys of `{command}` are: {missing:?}");
    }
}

fn gather(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, keys)),
        Value::Object(fields) => {
            for (key, value) in fields {
                keys.insert(key.clone());
                gather(value, keys);
            }
        }
        _ => {}
    }
}

/// A document that a test reads by name must be read.
#[test]
fn the_documents_are_found() {
    let paths: Vec<String> = documents().into_iter().map(|Document { path, .. }| path).collect();
    for path in [
        "README.md",
        "README.vi.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "corpus/README.md",
        "docs/README.md",
    ] {
        assert!(paths.contains(&path.to_owned()), "{path} was not found in {paths:?}");
    }
}
