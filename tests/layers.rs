//! Who may name whom. The stages of the pipeline are folders of `src/`; this test reads their `crate::…` paths and holds
//! them against [`MAY_NAME`]. It also holds that there is one reader, one writer, one printer and no clock: `clippy.toml`
//! says so too, but a file can excuse itself from a lint and not from this.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every module of the crate's root, and the modules it may name besides itself. An arrow that is not here needs a
/// reason and a line; most of them go from a stage to the values that it takes.
const MAY_NAME: [(&str, &[&str]); 28] = [
    // What everything speaks of; knows none of the stages.
    ("model", &[]),
    // What is said: the codes and the findings of them know one another, and the things that findings are about. The
    // words of the booklet itself are made as the view takes them.
    ("diag", &["messages", "model"]),
    ("messages", &["characters", "compare", "diag", "mail", "model", "view"]),
    ("templates", &[]),
    ("hash", &[]),
    ("latin", &[]),
    ("characters", &[]),
    ("litter", &[]),
    ("stack", &[]),
    // The stages, in their order.
    ("source", &["characters", "diag", "hash", "litter", "messages", "templates"]),
    ("syntax", &["characters", "diag", "latin", "messages", "model"]),
    ("resolve", &["characters", "diag", "hash", "messages", "model", "source", "stack", "syntax"]),
    ("checks", &["diag", "messages", "model"]),
    ("assemble", &["diag", "messages", "model"]),
    // Compares what readers are told; knows neither corpora nor editions.
    ("compare", &["model"]),
    ("view", &["assemble", "compare", "latin", "messages", "model"]),
    ("render", &["hash", "latin", "stack", "templates", "view"]),
    // Looks at an edition as the engines will, and says what it finds in the corpus.
    // An address that vanished is looked for as a mistyped id is.
    ("preflight", &["diag", "messages", "model", "render", "resolve", "source", "syntax", "templates", "view"]),
    // Findings are held against the waivers, by the files that they are in.
    ("waive", &["diag", "messages", "model", "resolve", "source"]),
    ("publish", &["hash", "litter", "render"]),
    // Knows what there is of a copy; says it in the words of messages.
    ("handout", &["characters", "diag", "hash", "messages", "model", "render", "source", "syntax", "view"]),
    // Places are looked up where the records were bound.
    ("report", &["diag", "messages", "resolve", "source"]),
    // Sends what a hand-out has left, by its ledger.
    ("mail", &["handout", "hash", "model", "source"]),
    // Shows to browsers what the command has built, with findings as a report says them.
    ("serve", &["diag", "messages", "report"]),
    ("cli", &["diag", "mail", "model"]),
    // Those that string the stages together.
    ("command", &EVERYTHING),
    ("lib", &EVERYTHING),
    ("main", &[]),
];

const EVERYTHING: [&str; 26] = [
    "assemble",
    "characters",
    "checks",
    "cli",
    "command",
    "compare",
    "diag",
    "handout",
    "hash",
    "latin",
    "litter",
    "mail",
    "messages",
    "model",
    "preflight",
    "publish",
    "render",
    "report",
    "resolve",
    "serve",
    "source",
    "stack",
    "syntax",
    "templates",
    "view",
    "waive",
];

/// What only some files may say.
const ONLY: [(&[&str], &[&str], &str); 7] = [
    (
        &["std::fs", "fs::", "File::", "WalkDir", "walkdir"],
        &[
            "source.rs",
            "source/built.rs",
            "source/plain.rs",
            "source/memory.rs",
            "source/stamps.rs",
            "publish.rs",
            "publish/disk.rs",
            "publish/handout.rs",
            "publish/inventory.rs",
            "publish/journal.rs",
            "publish/place.rs",
            "publish/replacement.rs",
            "render/typst_cli.rs",
        ],
        "one reader, one writer; the external engine has a folder of its own",
    ),
    (
        &["print!", "println!", "eprint!", "eprintln!", "dbg!", "stdin(", "stdout(", "stderr(", "process::exit"],
        // Git is asked and answers through pipes of its own; the lints against printing hold there as everywhere.
        // A process that lays out is asked and answers through pipes as well.
        &["main.rs", "source/git.rs", "command/layout.rs"],
        "one printer",
    ),
    (&["std::env", "env::var", "env::args", "env::current_dir"], &["main.rs"], "the environment is no input"),
    (&["SystemTime", "jiff::Zoned"], &[], "no date comes from the clock"),
    (
        &["jiff::Timestamp::now", "Timestamp::now", "Instant::now", "thread::sleep"],
        &["main.rs"],
        "one clock, for what is noted of a sending and for how long a server may take",
    ),
    (
        &["TcpStream::connect", "std::net::TcpStream::connect", "ToSocketAddrs", "UdpSocket", "UnixStream", "rustls"],
        &["mail/smtp.rs", "mail/smtp/wire.rs"],
        "one door to the network",
    ),
    // A stream that came in by the listener can be read and written, and leads nowhere else.
    (
        &["std::net::Tcp", "TcpStream", "TcpListener", "UnixListener"],
        &["mail/smtp.rs", "mail/smtp/wire.rs", "serve/http.rs"],
        "one door for the browser, in a file of its own, which opens no connection",
    ),
];

/// The code of every file, without comments and without the tests at its end, by its path in `src/`.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                if !name.split('/').any(|part| part == "tests" || part == "tests.rs") {
                    found.push((name, code(&fs::read_to_string(&path).unwrap())));
                }
            }
        }
    }
    found.sort();
    found
}

fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The module of the crate's root that a file belongs to.
fn stage(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

/// How many modules a file lies below the crate's root.
fn depth(file: &str) -> usize {
    let parts = file.split('/').count();
    if file.ends_with("/mod.rs") { parts - 1 } else { parts }
}

/// The modules of the root that a file names: `crate::a`, `crate::{a, b}`, and `super::` as far as the root.
fn named(file: &str, code: &str) -> BTreeSet<String> {
    let to_root = "super::".repeat(depth(file));
    let mut named = BTreeSet::new();
    for start in ["crate::", to_root.as_str()] {
        // `$crate::` of a macro is the same.
        for (at, _) in code.match_indices(start).filter(|_| !start.is_empty()) {
            let rest = &code[at + start.len()..];
            let group = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
            for path in group.map_or(vec![rest], |group| group.split(',').collect()) {
                let name: String = path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                named.insert(name);
            }
        }
    }
    let modules: BTreeSet<&str> = EVERYTHING.into_iter().collect();
    named.into_iter().filter(|name| modules.contains(name.as_str())).collect()
}

#[test]
fn stages_name_only_those_they_may() {
    let mut faults = Vec::new();
    for (file, code) in sources() {
        let stage = stage(&file);
        let (_, may) = MAY_NAME.iter().find(|(known, _)| *known == stage).unwrap_or_else(|| {
            panic!("src/{file}: the module `{stage}` has no line in MAY_NAME");
        });
        for name in named(&file, &code) {
            if name != stage && !may.contains(&name.as_str()) {
                faults.push(format!("src/{file} names `{name}`, which `{stage}` may not"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is no module but stands in the root, such as `crate::Checked`, belongs to those that string the stages together.
#[test]
fn only_commands_take_from_the_root() {
    for (file, code) in sources() {
        if !matches!(stage(&file), "command" | "lib" | "main") {
            for item in ["crate::Checked", "crate::open"] {
                assert!(!code.contains(item), "src/{file} names {item}");
            }
        }
    }
}

#[test]
fn one_reader_one_writer_one_printer_no_clock() {
    let mut faults = Vec::new();
    for (file, code) in sources() {
        for (words, files, reason) in ONLY {
            for word in words.iter().filter(|_| !files.contains(&file.as_str())) {
                let word_begins = |at: usize| {
                    let before = code[..at].chars().next_back();
                    !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
                };
                if code.match_indices(word).any(|(at, _)| word_begins(at)) {
                    faults.push(format!("src/{file} says `{word}`: {reason}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The test would pass on nothing as well.
#[test]
fn the_test_sees_what_it_should() {
    assert!(sources().len() > 60);
    assert_eq!(depth("publish.rs"), 1);
    assert_eq!(depth("resolve/mod.rs"), 1);
    assert_eq!(depth("syntax/citation/path.rs"), 3);
    let names = |file: &str, code: &str| named(file, code).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(names("view/build.rs", "use crate::model::date::Date;"), "model");
    assert_eq!(names("command/build.rs", "use crate::{Checked, source};"), "source");
    assert_eq!(names("publish.rs", "use super::render::Artifact;"), "render");
    assert_eq!(names("view/build.rs", "use super::body::blocks;"), "");
    assert_eq!(names("view/build.rs", "use super::super::source;"), "source");
}
