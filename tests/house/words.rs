//! The words of the code and of its documents are those of the list in CONTRIBUTING: what is on its left
//! there is nowhere.
//!
//! `cargo test --test house words -- --nocapture` prints the counts, and where the words are.

use std::fs;
use std::path::Path;

/// A word or phrase, and how often it may be there. Names in code are read as words too: `is_told`.
const WORDS: [(&str, usize); 18] = [
    ("told", 0),
    ("tells", 0),
    ("mend", 0),
    ("mends", 0),
    // The name of an event in the journal of mail.
    ("mended", 3),
    ("so long", 0),
    ("stands in", 0),
    ("stands on", 0),
    ("nobody knows", 0),
    ("what is asked for", 0),
    ("was asked for", 0),
    ("is asked for", 0),
    ("otherwise than", 0),
    ("is no more", 0),
    ("at hand", 0),
    ("lets go of", 0),
    ("who has but", 0),
    ("by then", 0),
];

/// The text that is read: folders with all files below, and single files. `CHANGELOG.md` keeps the words of its day.
const READ: [&str; 9] =
    ["src", "templates", "tests", "benches", "docs", "README.md", "SECURITY.md", "CONTRIBUTING.md", "deny.toml"];
const ENDINGS: [&str; 8] = ["rs", "md", "typ", "css", "js", "html", "json", "toml"];
/// The file that lists the words.
const LEFT_OUT: [&str; 1] = ["tests/house/words.rs"];

/// A sentence that begins with «What» and one of these names a thing by a clause, such as «What is wrong with it» for a fault:
/// a word that nobody would search for.
const VERBS: [&str; 52] = [
    "is", "was", "are", "were", "has", "had", "have", "may", "can", "could", "cannot", "must", "would", "did", "does",
    "differs", "follows", "stands", "lies", "happens", "happened", "keeps", "binds", "made", "became", "becomes",
    "shows", "comes", "came", "goes", "says", "repairs", "parts", "gives", "stops", "looks", "makes", "nobody", "only",
    "needs", "depends", "begins", "ends", "remains", "fills", "takes", "changes", "counts", "starts", "belongs",
    "reads", "costs",
];

/// Every file that is read, by its path with `/`.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = READ.iter().flat_map(|place| walkdir::WalkDir::new(root.join(place)).sort_by_file_name());
    let mut files = Vec::new();
    for entry in entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        let is_code = path.ends_with(".rs") && !path.contains("/cases/");
        let is_text = ENDINGS.iter().any(|ending| path.ends_with(&format!(".{ending}"))) && !path.starts_with("tests/");
        if (is_code || is_text) && !LEFT_OUT.contains(&path.as_str()) {
            files.push((path, fs::read_to_string(entry.path()).unwrap()));
        }
    }
    files
}

/// The words of a line in lower case, with a space around each.
fn words(line: &str) -> String {
    let words = line.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |line, word| line + &word.to_lowercase() + " ")
}

/// Whether a line is a row of the list of words, which names them.
fn is_of_the_list(path: &str, line: &str) -> bool {
    path == "CONTRIBUTING.md" && line.starts_with("| ")
}

#[test]
fn plain_words() {
    let lines: Vec<(String, String)> = files()
        .iter()
        .flat_map(|(path, text)| text.lines().enumerate().map(move |(index, line)| (path, index + 1, line)))
        .filter(|(path, _, line)| !is_of_the_list(path, line))
        .map(|(path, number, line)| (format!("{path}:{number}: {}", line.trim()), words(line)))
        .collect();
    assert!(lines.len() > 50_000, "the code was not read");
    let mut too_many = Vec::new();
    for (word, most) in WORDS {
        let found: Vec<&String> =
            lines.iter().filter(|(_, words)| words.contains(&format!(" {word} "))).map(|(place, _)| place).collect();
        println!("{word}: {}", found.len());
        found.iter().for_each(|place| println!("  {place}"));
        if found.len() > most {
            too_many.push(format!("«{word}» {} times, at most {most}: {found:#?}", found.len()));
        }
    }
    assert!(too_many.is_empty(), "words of the list in CONTRIBUTING.md:\n{}", too_many.join("\n"));
}

/// The text of a line that is prose: the comment of a line of Rust, and any line of a document. Templates are not read for
/// this: what they say, comments of the style sheet included, is in the bytes of the outputs.
fn prose<'l>(path: &str, line: &'l str) -> &'l str {
    match path.rsplit('.').next() {
        Some("rs") => line.split_once("//").map_or("", |(_, rest)| rest.trim_start_matches(['/', '!'])),
        Some("md") => line,
        _ => "",
    }
}

/// Whether a sentence of a line names a thing by a clause.
fn names_by_a_clause(line: &str) -> bool {
    let sentences = line.split(['.', ':', ';', '!', '?', '*', '|', '-']).map(str::trim_start);
    let clauses = sentences.filter_map(|sentence| sentence.strip_prefix("What "));
    clauses.filter_map(|rest| rest.split(' ').next()).any(|verb| VERBS.contains(&verb.trim_end_matches(',')))
}

#[test]
fn comments_name_things() {
    let files = files();
    let lines = files.iter().flat_map(|(path, text)| text.lines().zip(1..).map(move |(line, at)| (path, at, line)));
    let found: Vec<String> = lines
        .filter(|(path, _, line)| !is_of_the_list(path, line) && names_by_a_clause(prose(path, line)))
        .map(|(path, at, line)| format!("{path}:{at}: {}", line.trim()))
        .collect();
    assert!(
        found.is_empty(),
        "{} sentences begin with «What» and a verb; name the thing:\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn a_clause_is_no_name() {
    for (line, is_clause) in [
        (" What is wrong with it.", true),
        (" The lines. What was damaged is kept.", true),
        (" - What can be taken away", true),
        (" The fault of a name.", false),
        (" What to do about a fault.", false),
        (" What an engine reports.", false),
        (" It says what is meant.", false),
    ] {
        assert_eq!(names_by_a_clause(line), is_clause, "{line}");
    }
}

#[test]
fn names_are_read_as_words() {
    assert_eq!(words("    fn is_told(&self) -> \"at hand\";"), " fn is told self at hand ");
}
