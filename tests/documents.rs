//! Every `camnang …` line of the READMEs runs, so that they cannot go stale.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

#[path = "support/program.rs"]
mod program;

use std::path::Path;

use program::{camnang, office, text};

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
    let mut ran = 0;
    for readme in ["README.md", "README.vi.md", "corpus/README.md"] {
        let office = office();
        let text = text(&Path::new(env!("CARGO_MANIFEST_DIR")).join(readme));
        let mut in_block = false;
        for line in text.lines() {
            in_block ^= line.starts_with("```");
            let Some(command) = line.trim().strip_prefix("camnang ").filter(|_| in_block) else { continue };
            let mut arguments = words(command);
            // There is no hand-out without an engine for the PDF.
            if cfg!(not(feature = "pdf")) && (arguments[0] == "handout" || command.contains("handout/")) {
                continue;
            }
            if cfg!(not(feature = "pdf")) && arguments[0] == "build" && !arguments.contains(&"--only".to_owned()) {
                arguments.extend(["--only", "html"].map(str::to_owned));
            }
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let done = camnang(office.path(), &arguments);
            assert_eq!(done.code, 0, "{readme}: {line}\n{}{}", done.out, done.err);
            ran += 1;
        }
    }
    assert!(ran >= 10, "only {ran} commands were found");
}

#[test]
fn the_shown_finding_is_what_the_program_says() {
    for (readme, lang) in [("README.md", "en"), ("README.vi.md", "vi")] {
        let office = office();
        let clause = office.path().join("corpus/excerpts/nd-72-2013/dieu-18.khoan-3.md");
        program::put(&clause, text(&clause).replace("topics: [", "topcis: ["));
        let said = camnang(office.path(), &["check", "--lang", lang]).must(1);
        let shown = text(&Path::new(env!("CARGO_MANIFEST_DIR")).join(readme));
        let shown = shown.split("```text\n").nth(1).unwrap().split("```").next().unwrap().trim();
        assert!(said.out.contains(shown), "{readme} shows\n{shown}\nbut the program says\n{}", said.out);
    }
}
