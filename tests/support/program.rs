//! Runs the real program, as a person or a build machine would, in folders of the test's own.
#![allow(
    dead_code,
    clippy::print_stderr,
    reason = "every test file uses a part of it; what could not be checked is said"
)]

pub use super::as_typed::as_typed;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run of the program said, and its exit code.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The run, which must have ended with this code.
    #[track_caller]
    pub fn must(self, code: i32) -> Self {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }
}

pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_camnang"));
    // The width of a help text and the language of system messages must not depend on who runs the tests.
    command.current_dir(folder).stdin(Stdio::null()).env_remove("COLUMNS").env("LC_ALL", "C");
    // No test changes which corpus the workbench of the person at this machine opens next.
    command.env("XDG_STATE_HOME", env!("CARGO_TARGET_TMPDIR"));
    command
}

pub fn run(command: &mut Command) -> Ran {
    let output = command.output().expect("the program starts");
    Ran {
        code: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

pub fn camnang(folder: &Path, args: &[&str]) -> Ran {
    run(program(folder).args(args))
}

pub fn camnang_reading(folder: &Path, args: &[&str], input: &str) -> Ran {
    let mut command = program(folder);
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ran { code: output.status.code().expect("ends by itself"), out: text(output.stdout), err: text(output.stderr) }
}

pub fn real_corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// A folder with the project's own corpus in `corpus/`.
pub fn office() -> tempfile::TempDir {
    let office = tempfile::tempdir().expect("a folder");
    copy(&real_corpus(), &office.path().join("corpus"));
    office
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Writes a file and the folders it needs.
pub fn put(path: &Path, text: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("written");
}

pub fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file below a folder, by its path within it; a folder that is not there has none.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    gather(folder, "", &mut files);
    files
}

fn gather(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.expect("an entry");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().expect("a type");
        if kind.is_dir() {
            gather(&entry.path(), &format!("{name}/"), files);
        } else if kind.is_symlink() {
            let target = fs::read_link(entry.path()).expect("a link");
            files.insert(name, target.to_string_lossy().into_owned().into_bytes());
        } else {
            files.insert(name, fs::read(entry.path()).expect("readable"));
        }
    }
}

/// Says which files differ, rather than printing their bytes.
#[track_caller]
pub fn assert_same(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>, what: &str) {
    let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differ: Vec<_> = names.into_iter().filter(|name| before.get(*name) != after.get(*name)).collect();
    assert!(differ.is_empty(), "{what}: {differ:?}");
}

/// The words of a PDF without any white space, which line ends take away or add.
pub fn pdf_words(pdf: &Path) -> String {
    let document = lopdf::Document::load(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    assert!(!pages.is_empty(), "the PDF has no pages");
    let words = without_spaces(&document.extract_text(&pages).expect("text in the PDF"));
    match Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).args([pdf.as_os_str(), "-".as_ref()]).output() {
        Ok(second) => {
            let letters = |text: &str| {
                let mut letters: Vec<char> = without_spaces(text).chars().collect();
                letters.sort_unstable();
                letters
            };
            let second = String::from_utf8(second.stdout).expect("UTF-8");
            assert!(letters(&second) == letters(&words), "pdftotext reads other letters than lopdf");
        }
        Err(_) => eprintln!("no pdftotext on the PATH: the text of the PDF is read by one reader (lopdf) only"),
    }
    words
}

/// Returns the letters of a text, as an editor types them.
pub fn without_spaces(text: &str) -> String {
    as_typed(&text.split_whitespace().collect::<String>())
}
