//! The programs that do with files what this one does not: `pdftotext` reads PDF, LibreOffice old Word, a program of the
//! office signs. Each gets the file in a temporary folder of its own, and a limited time. None is run by a shell.
#![expect(
    clippy::disallowed_methods,
    reason = "an external program reads and writes files: a temporary folder, never the corpus or the output"
)]

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use super::ORIGINAL_LIMIT;

/// How long a program may take for one file.
const LONGEST: Duration = Duration::from_secs(180);

/// Why a program gave nothing.
#[derive(Debug)]
pub enum ProgramFault {
    /// It is not on this computer.
    Missing,
    /// It took too long and was ended.
    TooLong,
    /// The first line that it said, or that the system did.
    Failed(String),
}

/// Returns the text of a PDF, laid out as on its pages.
///
/// # Errors
/// `pdftotext` is not there, fails, or takes too long.
pub fn pdf_text(pdf: &[u8]) -> Result<String, ProgramFault> {
    let folder = folder_with("in.pdf", pdf)?;
    let mut command = Command::new("pdftotext");
    command.args(["-layout", "-enc", "UTF-8", "-eol", "unix", "-q", "in.pdf", "out.txt"]);
    run(command, folder.path())?;
    let text = output(&folder.path().join("out.txt"))?;
    String::from_utf8(text).map_err(|error| ProgramFault::Failed(error.to_string()))
}

/// Returns a file as Word of today writes it. `ending` is that of its kind, without the full stop.
///
/// # Errors
/// `soffice` is not there, fails, or takes too long.
pub fn to_docx(file: &[u8], ending: &str) -> Result<Vec<u8>, ProgramFault> {
    let name = format!("in.{}", ending.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    let folder = folder_with(&name, file)?;
    let mut command = Command::new("soffice");
    // A profile of its own: a LibreOffice that is open would otherwise be asked, and macros of its user run.
    let profile = url::Url::from_directory_path(folder.path().join("profile")).map(String::from).unwrap_or_default();
    command.arg(format!("-env:UserInstallation={profile}"));
    command.args(["--headless", "--norestore", "--convert-to", "docx", "--outdir", "out", &name]);
    run(command, folder.path())?;
    output(&folder.path().join("out/in.docx"))
}

/// Returns a PDF as a program signs it. In its arguments `{in}` and `{out}` stand for the two files; without them these come
/// last.
///
/// # Errors
/// The program is not there, fails, takes too long, or writes no file.
pub fn signed(pdf: &[u8], program: &[String]) -> Result<Vec<u8>, ProgramFault> {
    let (name, arguments) = program.split_first().ok_or(ProgramFault::Missing)?;
    let folder = folder_with("in.pdf", pdf)?;
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (from, to) = (path("in.pdf"), path("out.pdf"));
    let mut command = Command::new(from_here(name));
    command.args(arguments.iter().map(|argument| argument.replace("{in}", &from).replace("{out}", &to)));
    if !arguments.iter().any(|argument| argument.contains("{in}") || argument.contains("{out}")) {
        command.args([&from, &to]);
    }
    run(command, folder.path()).map_err(|fault| match fault {
        // Of a long report the last line says why.
        ProgramFault::Failed(_) => ProgramFault::Failed(last_line(&folder.path().join("said.txt"))),
        ProgramFault::Missing | ProgramFault::TooLong => fault,
    })?;
    output(&folder.path().join("out.pdf"))
}

/// A path with folders in it is read from where the user is, and not from the temporary folder; a bare name is for the PATH.
fn from_here(program: &str) -> PathBuf {
    let path = Path::new(program);
    match path.components().count() {
        0 | 1 => path.to_owned(),
        _ => std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
    }
}

fn failed(error: &io::Error) -> ProgramFault {
    match error.kind() {
        io::ErrorKind::NotFound => ProgramFault::Missing,
        _ => ProgramFault::Failed(error.to_string()),
    }
}

fn folder_with(name: &str, bytes: &[u8]) -> Result<TempDir, ProgramFault> {
    let written = || {
        let folder = TempDir::with_prefix("camnang-import-")?;
        fs::write(folder.path().join(name), bytes)?;
        Ok(folder)
    };
    written().map_err(|error: io::Error| ProgramFault::Failed(error.to_string()))
}

/// Runs a program in the folder until it ends, or for as long as it may take.
fn run(mut command: Command, folder: &Path) -> Result<(), ProgramFault> {
    let said = folder.join("said.txt");
    let errors = File::create(&said).map_err(|error| ProgramFault::Failed(error.to_string()))?;
    command.current_dir(folder).env("LC_ALL", "C").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(errors);
    in_group(&mut command);
    let mut child = command.spawn().map_err(|error| failed(&error))?;
    let status = within(&mut child, LONGEST).ok_or(ProgramFault::TooLong)?;
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(ProgramFault::Failed(first_line(&said))),
        Err(error) => Err(failed(&error)),
    }
}

/// Waits for a program: it has ended when nothing holds its output any more. Nothing where that takes too long; the program
/// is ended then.
fn within(child: &mut Child, time: Duration) -> Option<io::Result<ExitStatus>> {
    let (ended, wait) = channel();
    if let Some(mut output) = child.stdout.take() {
        thread::spawn(move || {
            let _ = io::copy(&mut output, &mut io::sink());
            let _ = ended.send(());
        });
    }
    let is_late = wait.recv_timeout(time).is_err();
    if is_late {
        end(child);
    }
    let status = child.wait();
    (!is_late).then_some(status)
}

/// LibreOffice starts others; all of them are of one group, so that all can be ended.
#[cfg(unix)]
fn in_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(unix))]
fn in_group(_: &mut Command) {}

#[cfg(unix)]
fn end(child: &mut Child) {
    let group = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw);
    if let Some(group) = group {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
}

#[cfg(not(unix))]
fn end(child: &mut Child) {
    let _ = child.kill();
}

fn first_line(said: &Path) -> String {
    let said = fs::read(said).unwrap_or_default();
    String::from_utf8_lossy(&said).lines().next().unwrap_or("?").trim().to_owned()
}

fn last_line(said: &Path) -> String {
    let said = fs::read(said).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    said.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or("?").to_owned()
}

fn output(path: &Path) -> Result<Vec<u8>, ProgramFault> {
    let read = || {
        let mut bytes = Vec::new();
        File::open(path)?.take(ORIGINAL_LIMIT + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes: Vec<u8> = read().map_err(|error: io::Error| ProgramFault::Failed(error.to_string()))?;
    match bytes.len() as u64 {
        0..=ORIGINAL_LIMIT => Ok(bytes),
        _ => Err(ProgramFault::Failed("output too large".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_program_that_takes_too_long_is_ended() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 1000 & sleep 1000"]).stdout(Stdio::piped());
        in_group(&mut command);
        let mut child = command.spawn().unwrap();
        assert!(within(&mut child, Duration::from_millis(50)).is_none());
    }

    #[test]
    fn a_program_that_is_not_there_is_said_to_be_missing() {
        let folder = tempfile::tempdir().unwrap();
        let found = run(Command::new("camnang-no-such-program"), folder.path());
        assert!(matches!(found, Err(ProgramFault::Missing)));
    }
}
