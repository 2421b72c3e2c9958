//! Who may name whom. The rooms of the house are the files and folders directly under `src/`; this test reads the paths in
//! them with a parser and holds that rooms form no cycle, and that each names exactly those of [`NAMES`]. It also holds that
//! there is one reader, one writer, one printer and no clock: `clippy.toml` says so too, but a file can excuse itself from a
//! lint and not from this.
//!
//! `cargo test --no-default-features --test house layers -- --nocapture` prints the floor of each room.

use crate::support::own_code;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use own_code::{is_for_tests, sources};
use syn::visit::Visit;

/// Every room, and the rooms that it names: no other, and none that it does not need. An arrow that is not here needs a
/// reason and a line, and may close no cycle.
const NAMES: [(&str, &str); 41] = [
    ("hash", ""),
    ("latin", ""),
    ("litter", ""),
    ("xml_package", ""),
    ("spreadsheet", "xml_package"),
    ("stack", ""),
    ("templates", ""),
    ("model", "latin"),
    ("diag", "model"),
    ("language", "model"),
    ("characters", "diag"),
    ("originals", "characters diag hash model"),
    ("assemble", "diag model"),
    ("checks", "diag model"),
    ("compare", "diag model"),
    ("source", "characters diag hash litter templates"),
    ("syntax", "characters diag latin model"),
    ("view", "assemble compare diag hash language latin model"),
    ("resolve", "characters compare diag hash model originals source stack syntax"),
    ("render", "diag hash language latin spreadsheet stack templates view xml_package"),
    ("preflight", "diag model render resolve source templates view"),
    ("waive", "diag model resolve source"),
    ("publish", "hash litter render"),
    ("answers", "assemble diag hash language latin model spreadsheet view"),
    ("handout", "answers characters diag hash model render spreadsheet syntax view"),
    ("edit", "characters diag hash publish source syntax"),
    ("history", "edit hash publish source"),
    ("review", "diag edit history model syntax"),
    ("mail", "diag handout hash model"),
    ("codes", "answers assemble characters checks diag preflight resolve source syntax waive"),
    ("report", "codes diag resolve source"),
    ("cli", "codes diag mail model render source syntax"),
    ("schema", "codes diag model syntax"),
    ("serve", "diag report"),
    (
        "session",
        "assemble checks codes diag hash model originals preflight render report resolve source syntax view waive",
    ),
    (
        "workbench",
        "assemble characters compare diag edit hash history model originals publish render report review serve session source syntax view",
    ),
    ("library", "diag hash model render report session source"),
    (
        "command",
        "answers assemble characters cli codes compare diag edit handout hash history latin mail model originals preflight publish render report review schema serve session source spreadsheet syntax view workbench",
    ),
    (
        "internals",
        "answers assemble checks cli codes command compare diag edit handout hash language model originals publish render report resolve session source spreadsheet syntax view",
    ),
    ("lib", "diag library model render report"),
    ("main", "cli command"),
];

/// Words that only some files may have, with the reason.
const ONLY: [(&[&str], &[&str], &str); 7] = [
    (
        &["std::fs", "fs::", "File::", "WalkDir", "walkdir"],
        &[
            "source.rs",
            "source/built.rs",
            "source/plain.rs",
            "source/programs.rs",
            "source/memory.rs",
            "source/stamps.rs",
            "publish.rs",
            "publish/disk.rs",
            "publish/files.rs",
            "publish/fresh.rs",
            "publish/handout.rs",
            "publish/inventory.rs",
            "publish/journal.rs",
            "publish/place.rs",
            "publish/private.rs",
            "publish/replacement.rs",
            "render/typst_cli.rs",
        ],
        "one reader, one writer; the external engine has a folder of its own",
    ),
    (
        &["print!", "println!", "eprint!", "eprintln!", "dbg!", "stdin(", "stdout(", "stderr(", "process::exit"],
        // Git, and what reads PDF and old Word, are asked and answer through pipes of their own; the lints against printing hold there as everywhere.
        // A process that lays out is asked and answers through pipes as well.
        &["main.rs", "source/git.rs", "source/programs.rs", "command/layout.rs"],
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
        &["mail/smtp.rs", "mail/smtp/wire.rs", "serve/http.rs", "workbench/connections.rs"],
        "the doors for the browser, in files of their own, which open no connection",
    ),
];

/// The text without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The room that a file belongs to.
fn room(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

/// How many modules a file lies below the crate's root.
fn depth(file: &str) -> usize {
    let parts = file.split('/').count();
    match file {
        "lib.rs" | "main.rs" => 0,
        _ if file.ends_with("/mod.rs") => parts - 1,
        _ => parts,
    }
}

/// Collects the paths of a file: those of `use`, those in types and expressions, and those in the arguments of macros.
struct Paths {
    /// How many modules the current code is below the crate's root.
    depth: usize,
    /// From the crate's root, as far as they begin there.
    found: Vec<Vec<String>>,
}

impl Paths {
    fn of(file: &str, code: &str) -> Vec<Vec<String>> {
        let mut paths = Paths { depth: depth(file), found: Vec::new() };
        paths.visit_file(&syn::parse_file(code).unwrap_or_else(|error| panic!("src/{file}: {error}")));
        paths.found
    }

    fn add(&mut self, path: &[String]) {
        let above = path.iter().take_while(|part| *part == "super").count();
        let to_root = self.depth > 0 && above == self.depth;
        match path.first().map(String::as_str) {
            Some("crate") => self.found.push(path[1..].to_vec()),
            Some("super") if to_root => self.found.push(path[above..].to_vec()),
            Some(_) if self.depth == 0 => self.found.push(path.to_vec()),
            _ => {}
        }
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &[String]) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident)),
            syn::UseTree::Name(name) => self.add(&with(&name.ident)),
            syn::UseTree::Rename(rename) => self.add(&with(&rename.ident)),
            syn::UseTree::Glob(_) => self.add(before),
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.tree(item, before)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if is_for_tests(&module.attrs) {
            return;
        }
        self.depth += 1;
        syn::visit::visit_item_mod(self, module);
        self.depth -= 1;
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if !is_for_tests(&item.attrs) {
            self.tree(&item.tree, &[]);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.add(&parts);
        syn::visit::visit_path(self, path);
    }

    /// The arguments of a macro, and the code that one declared here writes, are read as words.
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let words = call.tokens.to_string().replace(" :: ", "::").replace("$ crate", "crate");
        for word in words.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')) {
            let parts: Vec<String> = word.split("::").map(str::to_owned).collect();
            if parts.len() > 1 {
                self.add(&parts);
            }
        }
        self.visit_path(&call.path);
    }
}

/// The rooms that a file names besides its own. An item of the root itself, such as `crate::open`, is in the room `lib`.
fn named(file: &str, code: &str, rooms: &BTreeSet<String>) -> BTreeSet<String> {
    let own = room(file);
    let of = |path: Vec<String>| {
        let first = path.into_iter().next()?;
        let known = rooms.contains(&first) && first != "lib";
        (known || depth(file) > 0).then(|| if known { first } else { "lib".to_owned() })
    };
    Paths::of(file, code).into_iter().filter_map(of).filter(|name| name != own).collect()
}

/// Every room with those that it names.
fn house() -> BTreeMap<String, BTreeSet<String>> {
    let sources = sources();
    let rooms: BTreeSet<String> = sources.iter().map(|(file, _)| room(file).to_owned()).collect();
    let mut house: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, code) in &sources {
        house.entry(room(file).to_owned()).or_default().extend(named(file, code, &rooms));
    }
    house
}

/// The floor of each room: 0 for one that names no other, else one above the highest that it names. Rooms that are left over
/// have none, since they form a cycle or are on one.
fn floors(house: &BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, usize> {
    let mut floors: BTreeMap<String, usize> = BTreeMap::new();
    loop {
        let stands = |names: &BTreeSet<String>| names.iter().all(|name| floors.contains_key(name));
        let next: Vec<(String, usize)> = house
            .iter()
            .filter(|(room, names)| !floors.contains_key(*room) && stands(names))
            .map(|(room, names)| (room.clone(), names.iter().map(|name| floors[name] + 1).max().unwrap_or(0)))
            .collect();
        if next.is_empty() {
            return floors;
        }
        floors.extend(next);
    }
}

#[test]
fn rooms_form_no_cycle() {
    let house = house();
    let floors = floors(&house);
    for floor in (0..=floors.values().copied().max().unwrap_or(0)).rev() {
        let rooms: Vec<&str> = floors.iter().filter(|(_, at)| **at == floor).map(|(room, _)| room.as_str()).collect();
        println!("floor {floor:>2}: {}", rooms.join(", "));
    }
    let left: Vec<String> = house
        .iter()
        .filter(|(room, _)| !floors.contains_key(*room))
        .map(|(room, names)| {
            let names: Vec<&str> =
                names.iter().filter(|name| !floors.contains_key(*name)).map(String::as_str).collect();
            format!("{room} names {}", names.join(", "))
        })
        .collect();
    assert!(left.is_empty(), "rooms form a cycle:\n{}", left.join("\n"));
}

#[test]
fn rooms_name_those_of_the_list_and_no_other() {
    let listed: BTreeMap<&str, BTreeSet<String>> =
        NAMES.iter().map(|(room, names)| (*room, names.split_whitespace().map(str::to_owned).collect())).collect();
    let mut faults = Vec::new();
    let house = house();
    for (room, names) in &house {
        let line = names.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        if listed.get(room.as_str()) != Some(names) {
            faults.push(format!("    (\"{room}\", \"{line}\"),"));
        }
    }
    faults.extend(listed.keys().filter(|room| !house.contains_key(**room)).map(|room| format!("{room} is no room")));
    assert!(faults.is_empty(), "these lines of NAMES are not what the code says:\n{}", faults.join("\n"));
}

/// Whether the code has a word, and not within another name.
fn says(code: &str, word: &str) -> bool {
    let begins = |at: usize| !code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
    code.match_indices(word).any(|(at, _)| begins(at))
}

#[test]
fn one_reader_one_writer_one_printer_no_clock() {
    let mut faults = Vec::new();
    for (file, text) in sources() {
        let code = code(&text);
        for (words, files, reason) in ONLY {
            let may = files.contains(&file.as_str());
            let said: Vec<&&str> = words.iter().filter(|word| says(&code, word)).collect();
            match (may, said.as_slice()) {
                (false, [word, ..]) => faults.push(format!("src/{file} says `{word}`: {reason}")),
                (true, []) => {
                    faults.push(format!("src/{file} may say one of {words:?}, and says none: take it off the list"))
                }
                (true, _) | (false, []) => {}
            }
        }
    }
    let known = sources();
    let names = ONLY.iter().flat_map(|(_, files, _)| *files);
    faults.extend(
        names.filter(|name| known.iter().all(|(file, _)| file != *name)).map(|name| format!("src/{name} is no file")),
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The lines «`a` knows nothing of `b`, `c`: why» of `docs/architecture.md` are true of the code, and what it says holds them
/// is there.
#[test]
fn the_architecture_is_as_it_is_described() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/architecture.md")).unwrap();
    let house = house();
    let mut with_invariant: BTreeSet<&str> = BTreeSet::new();
    for line in text.lines() {
        let quoted: Vec<&str> = line.split(':').next().unwrap().split('`').skip(1).step_by(2).collect();
        if line.contains(" know nothing of any other room:") {
            for room in quoted {
                with_invariant.insert(room);
                assert!(house[room].is_empty(), "`{room}` names {:?}, and docs/architecture.md denies it", house[room]);
            }
        } else if let [room, others @ ..] = quoted.as_slice()
            && line.contains(" knows nothing of ")
        {
            with_invariant.insert(room);
            for other in others {
                assert!(house.contains_key(*other), "{other} is no room: {line}");
                assert!(!house[*room].contains(*other), "`{room}` names `{other}`, and docs/architecture.md denies it");
            }
        }
        let held = line.strip_suffix(" |").and_then(|line| line.rsplit(" | ").next()).unwrap_or_default();
        let mut held = held.split('`').skip(1).step_by(2);
        let Some(file) = held.next().filter(|file| file.starts_with("tests/")) else { continue };
        let tests = fs::read_to_string(root.join(file)).unwrap_or_else(|_| panic!("{file} is not there: {line}"));
        for test in held {
            assert!(tests.contains(&format!("fn {test}(")), "{file} has no test `{test}`");
        }
    }
    let rooms = text.lines().filter(|line| line.starts_with("| `")).flat_map(|line| line.split('|').nth(1));
    let described: BTreeSet<&str> = rooms.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    for room in house.keys().filter(|room| !matches!(room.as_str(), "lib" | "main")) {
        assert!(described.contains(room.as_str()), "docs/architecture.md does not say what `{room}` is for");
    }
    // The root and the door to the inside lead everywhere.
    for room in house.keys().filter(|room| !matches!(room.as_str(), "lib" | "internals")) {
        assert!(with_invariant.contains(room.as_str()), "docs/architecture.md has no invariant of `{room}`");
    }
}

/// The tests would pass on nothing as well.
#[test]
fn the_tests_see_what_they_should() {
    assert!(sources().len() > 60);
    assert_eq!(depth("publish.rs"), 1);
    assert_eq!(depth("resolve/mod.rs"), 1);
    assert_eq!(depth("syntax/citation/path.rs"), 3);
    let rooms = ["model", "source", "render", "view", "diag", "lib"].map(str::to_owned).into();
    let names = |file: &str, code: &str| named(file, code, &rooms).into_iter().collect::<Vec<_>>().join(" ");
    for (file, code, names_of) in [
        ("view/build.rs", "use crate::model::date::Date;", "model"),
        ("command/build.rs", "use crate::{Checked, source};", "lib source"),
        ("publish.rs", "use super::render::Artifact;", "render"),
        ("view/build.rs", "use super::body::blocks;", ""),
        ("view/build.rs", "use super::super::source;", "source"),
        // Paths after a nested brace.
        ("compare/mod.rs", "use crate::{diag::{Code, Lang}, render::html, view};", "diag render view"),
        ("compare/mod.rs", "use crate::{diag::{Code, source::{A, B}}, model::*};", "diag model"),
        ("compare/mod.rs", "pub(crate) use crate::view as other;", "view"),
        (
            "compare/mod.rs",
            "fn f(a: &crate::view::View) -> crate::Checked { crate::render::go::<crate::model::A>() }",
            "lib model render view",
        ),
        ("compare/mod.rs", "fn f() { format!(\"{}\", crate::view::name(1)); }", "view"),
        ("compare/mod.rs", "macro_rules! m { () => { $crate::render::go() } }", "render"),
        ("compare/mod.rs", "mod inner { use super::super::source; use super::super::super::view; }", "source"),
        ("compare/mod.rs", "#[cfg(test)] mod tests { use crate::view; }", ""),
        ("compare/mod.rs", "#[cfg(feature = \"pdf\")] use crate::view;", "view"),
        ("compare/mod.rs", "// crate::view\nconst A: &str = \"crate::view\";", ""),
        ("lib.rs", "use view::View; pub mod render;", "view"),
    ] {
        assert_eq!(names(file, code), names_of, "{code}");
    }
}

#[test]
fn words_are_found_in_paths_and_not_in_names() {
    for (code, word, is_said) in [
        ("std::process::exit(1)", "process::exit", true),
        ("io::stdout().lock()", "stdout(", true),
        ("println!()", "print!", false),
        ("let fs = std::fs::read(a);", "fs::", true),
        ("offs::read(a)", "fs::", false),
    ] {
        assert_eq!(says(code, word), is_said, "{code}");
    }
}

#[test]
fn a_cycle_has_no_floor() {
    let house = |arrows: &[(&str, &str)]| {
        let mut house: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in arrows {
            house.entry((*to).to_owned()).or_default();
            house.entry((*from).to_owned()).or_default().insert((*to).to_owned());
        }
        house
    };
    assert_eq!(floors(&house(&[("b", "a"), ("c", "b"), ("c", "a")])).into_values().collect::<Vec<_>>(), [0, 1, 2]);
    let floors = floors(&house(&[("b", "a"), ("c", "b"), ("b", "c"), ("d", "c")]));
    assert_eq!(floors.into_keys().collect::<Vec<_>>(), ["a"]);
}
