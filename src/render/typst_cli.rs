//! PDF by an external `typst` of the same version: the same files in a temporary folder, the same standards, the same
//! bytes. For offices that build without the embedded engine.
#![expect(
    clippy::disallowed_methods,
    reason = "an external program reads and writes files: a temporary folder, never the corpus or the output"
)]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use super::object_streams::packed;
use super::typst_input::{self, PaperForm, VERSION};
use super::{ImageFile, RenderError, Templates};
use crate::view::{CopyView, ResultsView, View};

/// The file that the external engine writes.
pub const OUTPUT: &str = "booklet.pdf";

/// Variables by which Typst would let the machine change the output.
const VARIABLES: [&str; 9] = [
    "TYPST_ROOT",
    "TYPST_FONT_PATHS",
    "TYPST_FEATURES",
    "TYPST_PACKAGE_PATH",
    "TYPST_PACKAGE_CACHE_PATH",
    "TYPST_CERT",
    "TYPST_IGNORE_SYSTEM_FONTS",
    "TYPST_IGNORE_EMBEDDED_FONTS",
    "SOURCE_DATE_EPOCH",
];

/// A paper as PDF, byte for byte what `render::typst::pdf` gives. `program` is a path, or a name to be looked up on
/// the PATH.
///
/// Unlike the embedded engine, an external one can reach the network: a template that imports a package would fetch it.
/// The shipped templates import none.
pub fn pdf(
    form: PaperForm,
    view: &View,
    images: &[ImageFile],
    templates: &Templates,
    program: &Path,
) -> Result<Vec<u8>, RenderError> {
    let project = typst_input::project(form, view, None, images, templates)?;
    lay_out(&project, form.main(), templates, program)
}

/// The results of a review, byte for byte what `render::typst::results` gives.
pub fn results(results: &ResultsView, templates: &Templates, program: &Path) -> Result<Vec<u8>, RenderError> {
    let project = typst_input::results_project(results, templates)?;
    lay_out(&project, typst_input::RESULTS_MAIN, templates, program)
}

fn lay_out(project: &Project<'_>, main: &str, templates: &Templates, program: &Path) -> Result<Vec<u8>, RenderError> {
    check_version(program)?;
    let folder = TempDir::with_prefix("camnang-typst-").map_err(|error| disk(Path::new("."), &error))?;
    write_project(folder.path(), project, templates)?;
    let output = run(&mut compile_from(program, folder.path(), main), program)?;
    let said = String::from_utf8_lossy(&output.stderr);
    // A warning is a fault, as with the embedded engine.
    if !output.status.success() || !said.trim().is_empty() {
        return Err(read_diagnostics(&said));
    }
    made(folder.path())
}

/// Returns the file that [`compile`] made in a folder, packed as the embedded engine's is.
///
/// # Errors
/// The file cannot be read.
pub fn made(folder: &Path) -> Result<Vec<u8>, RenderError> {
    let path = folder.join(OUTPUT);
    fs::read(&path).map(packed).map_err(|error| disk(&path, &error))
}

/// Fills a folder with all that [`compile`] reads of a booklet.
pub fn write_input(folder: &Path, view: &View, images: &[ImageFile], templates: &Templates) -> Result<(), RenderError> {
    write_copy(folder, view, None, images, templates)
}

/// [`write_input`] for one department.
pub fn write_copy(
    folder: &Path,
    view: &View,
    copy: Option<&CopyView>,
    images: &[ImageFile],
    templates: &Templates,
) -> Result<(), RenderError> {
    write_project(folder, &typst_input::project(PaperForm::Booklet, view, copy, images, templates)?, templates)
}

type Project<'a> = BTreeMap<&'a str, Cow<'a, [u8]>>;

fn write_project(folder: &Path, project: &Project<'_>, templates: &Templates) -> Result<(), RenderError> {
    project.iter().try_for_each(|(path, bytes)| write(&folder.join(path), bytes))?;
    // Not created by writing a font: without fonts Typst shall complain about the fonts.
    let fonts = folder.join("fonts");
    fs::create_dir_all(&fonts).map_err(|error| disk(&fonts, &error))?;
    typst_input::fonts(templates).try_for_each(|(path, bytes)| write(&folder.join(path), bytes))
}

/// Refuses any other version: it may lay out in another way, or not know what the templates use.
fn check_version(program: &Path) -> Result<(), RenderError> {
    let output = run(Command::new(program).arg("--version"), program)?;
    let said = String::from_utf8_lossy(&output.stdout);
    match said.split_whitespace().nth(1) {
        Some(VERSION) if output.status.success() => Ok(()),
        found => Err(RenderError {
            place: Some(program.display().to_string()),
            message: format!("Typst {VERSION} is needed, but this is `{}`", found.unwrap_or("?")),
            hints: vec![format!("cargo install typst-cli --version {VERSION} --locked")],
        }),
    }
}

/// The command that makes [`OUTPUT`] in a folder of [`write_input`].
pub fn compile(form: PaperForm, program: &Path, folder: &Path) -> Command {
    compile_from(program, folder, form.main())
}

fn compile_from(program: &Path, folder: &Path, main: &str) -> Command {
    // Paths are relative to the folder, so that diagnostics name the templates and not a temporary place.
    let mut command = Command::new(resolve(program));
    command
        .current_dir(folder)
        .args(["--color", "never", "compile", "--root", ".", "--font-path", "fonts"])
        .args(["--ignore-system-fonts", "--ignore-embedded-fonts"])
        .args(["--pdf-standard", "a-2a,ua-1", "--format", "pdf", "--diagnostic-format", "short"])
        // The document states its own date. A template that asks for today gets this day, never the clock's.
        .args(["--creation-timestamp", "0"])
        .args([main, OUTPUT]);
    for variable in VARIABLES {
        command.env_remove(variable);
    }
    command
}

/// A path with folders in it must not be read relative to the temporary folder; a bare name is for the PATH.
fn resolve(program: &Path) -> PathBuf {
    if program.components().count() > 1 {
        std::path::absolute(program).unwrap_or_else(|_| program.to_owned())
    } else {
        program.to_owned()
    }
}

fn run(command: &mut Command, program: &Path) -> Result<Output, RenderError> {
    command.output().map_err(|error| RenderError {
        place: Some(program.display().to_string()),
        message: match error.kind() {
            io::ErrorKind::NotFound => "there is no such program".to_owned(),
            _ => error.to_string(),
        },
        hints: vec![format!("install Typst {VERSION} (`cargo install typst-cli --version {VERSION} --locked`), or use the embedded engine")],
    })
}

/// The external engine counts columns from 0, everyone else from 1.
fn counted_from_one(place: &str) -> String {
    let counted = place.rsplit_once(':').and_then(|(before, column)| Some((before, column.parse::<usize>().ok()?)));
    counted.map_or_else(|| place.to_owned(), |(before, column)| format!("{before}:{}", column + 1))
}

/// Reads `typst/excerpt.typ:12:5: error: …` and the `hint: …` lines below it.
fn read_diagnostics(said: &str) -> RenderError {
    let mut lines = said.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or("Typst failed without saying why");
    let split = [": error: ", ": warning: "].iter().find_map(|mark| first.split_once(mark));
    let (place, message) = match split {
        Some((place, message)) => (Some(counted_from_one(&place.replace('\\', "/"))), message),
        None => (None, ["error: ", "warning: "].iter().find_map(|mark| first.strip_prefix(mark)).unwrap_or(first)),
    };
    let hints = lines.map(|line| line.trim().trim_start_matches("hint: ").to_owned()).collect();
    RenderError { place, message: message.to_owned(), hints }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), RenderError> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).and_then(|()| fs::write(path, bytes)).map_err(|error| disk(path, &error))
}

fn disk(path: &Path, error: &io::Error) -> RenderError {
    RenderError { place: Some(path.display().to_string()), message: error.to_string(), hints: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diagnostic_is_taken_apart() {
        let error = read_diagnostics("typst/cover.typ:3:7: error: unknown variable: x\n  hint: say y\n");
        assert_eq!(error.place.as_deref(), Some("typst/cover.typ:3:8"));
        assert_eq!(error.message, "unknown variable: x");
        assert_eq!(error.hints, ["say y"]);
        let error = read_diagnostics("error: input file not found\n");
        assert_eq!((error.place, error.message.as_str()), (None, "input file not found"));
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = check_version(Path::new("no-such-program-at-all")).unwrap_err();
        assert_eq!(error.place.as_deref(), Some("no-such-program-at-all"));
        assert_eq!(error.message, "there is no such program");
    }
}
