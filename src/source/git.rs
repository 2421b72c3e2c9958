//! A corpus folder as it was at a revision of git: listed and read through the external program `git`, which is only
//! queried and never asked to change anything. The files on disk are not touched.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::{ListedFile, PathFacts, Sources, listed, sources};
use crate::diag::Sink;

/// Why a revision could not be read.
#[derive(Debug)]
pub enum GitFault {
    /// There is no program `git`.
    NoGit,
    /// The folder does not belong to a repository that git would open; what git says.
    NoRepository(String),
    /// No commit goes by this name.
    NoRevision,
    /// The commit has no such folder; its path in the repository.
    NoFolder(String),
    /// Anything else; what git or the system says.
    Failed(String),
}

/// The repository that a corpus folder belongs to.
#[derive(Debug)]
pub struct Repository {
    folder: PathBuf,
    /// From the repository's root to the folder, without a slash at its end; empty for the root itself.
    prefix: String,
}

/// A commit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revision {
    /// Its whole name, 40 or 64 hex digits.
    pub commit: String,
}

impl Repository {
    /// # Errors
    /// No git, or no repository around the folder.
    pub fn of(folder: &Path) -> Result<Self, GitFault> {
        let output = run(folder, ["rev-parse", "--show-prefix"])?;
        if !output.status.success() {
            return Err(GitFault::NoRepository(said(&output)));
        }
        let prefix = String::from_utf8_lossy(&output.stdout);
        let prefix = prefix.trim_end_matches(['\n', '\r']).trim_end_matches('/').to_owned();
        Ok(Repository { folder: folder.to_owned(), prefix })
    }

    /// The commit that a name means: a branch, a tag, a hash, `HEAD~3`.
    ///
    /// # Errors
    /// There is none, or git fails.
    pub fn resolve(&self, name: &str) -> Result<Revision, GitFault> {
        let wanted = format!("{name}^{{commit}}");
        let output = run(&self.folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])?;
        let commit = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if output.status.success() && commit.len() >= 40 && commit.bytes().all(|b| b.is_ascii_hexdigit()) {
            Ok(Revision { commit })
        } else {
            Err(GitFault::NoRevision)
        }
    }

    /// The corpus folder at a revision. A fault of a single file is a finding, as for a folder on disk.
    ///
    /// # Errors
    /// The revision has no such folder, or git fails.
    pub fn load(&self, revision: &Revision, sink: &mut Sink) -> Result<Sources, GitFault> {
        let mut unread = Vec::new();
        let mut files: Vec<(ListedFile, String)> = Vec::new();
        for entry in self.list(revision)? {
            let found = PathFacts { is_file: entry.is_file, is_link: entry.is_link, size: entry.size };
            files.extend(listed(entry.path, found, &mut unread, sink).map(|file| (file, entry.object)));
        }
        files.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
        let texts = self.read(&files)?;
        let read = files.into_iter().map(|(file, _)| file).zip(texts).collect();
        Ok(sources(read, unread, sink))
    }

    fn list(&self, revision: &Revision) -> Result<Vec<TreeEntry>, GitFault> {
        let tree = format!("{}:{}", revision.commit, self.prefix);
        let output = run(&self.folder, ["ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options", &tree])?;
        if !output.status.success() {
            return Err(GitFault::NoFolder(self.prefix.clone()));
        }
        let entries = output.stdout.split(|byte| *byte == 0).filter(|entry| !entry.is_empty());
        let unclear = || GitFault::Failed("git ls-tree".to_owned());
        entries.map(|entry| TreeEntry::read(&String::from_utf8_lossy(entry)).ok_or_else(unclear)).collect()
    }

    /// The bytes of the files' blobs, in their order.
    fn read(&self, files: &[(ListedFile, String)]) -> Result<Vec<Vec<u8>>, GitFault> {
        let mut child = git(&self.folder, ["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| fault(&error))?;
        let asked: String = files.iter().map(|(_, object)| format!("{object}\n")).collect();
        let mut stdin = child.stdin.take();
        // Git answers while it is still being asked; both ends wait for one another unless each has its own thread.
        let output = std::thread::scope(|scope| {
            scope.spawn(move || stdin.as_mut().map(|stdin| stdin.write_all(asked.as_bytes())));
            child.wait_with_output()
        });
        let output = output.map_err(|error| fault(&error))?;
        let mut rest = output.stdout.as_slice();
        let missing = |file: &ListedFile| GitFault::Failed(format!("{}: {}", file.path, said(&output)));
        files.iter().map(|(file, _)| blob(&mut rest).ok_or_else(|| missing(file))).collect()
    }
}

/// Takes `<object> blob <size>`, the bytes and the line end after them.
fn blob(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(rest.get(..end)?).ok()?;
    let mut words = head.split(' ').skip(1);
    let size: usize = if words.next()? == "blob" { words.next()?.parse().ok()? } else { return None };
    let bytes = rest.get(end + 1..end + 1 + size)?.to_vec();
    *rest = rest.get(end + 2 + size..)?;
    Some(bytes)
}

struct TreeEntry {
    path: String,
    is_file: bool,
    is_link: bool,
    object: String,
    size: u64,
}

impl TreeEntry {
    /// `100644 blob <object>    1234<TAB>path`; links have the mode 120000, other repositories 160000 and no size.
    fn read(entry: &str) -> Option<TreeEntry> {
        let (head, path) = entry.split_once('\t')?;
        let mut words = head.split_whitespace();
        let (mode, _, object) = (words.next()?, words.next()?, words.next()?);
        let size = words.next()?.parse().unwrap_or(0);
        let (is_file, is_link) = (mode.starts_with("100"), mode.starts_with("120"));
        Some(TreeEntry { path: path.to_owned(), is_file, is_link, object: object.to_owned(), size })
    }
}

/// Git in the folder, in a plain voice: no pager, no questions, no locks, no fetching of what is missing. The folder
/// says which repository is meant, not what a calling git left in the environment.
fn git<const N: usize>(folder: &Path, arguments: [&str; N]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["--no-pager", "--literal-pathspecs"]).args(arguments.map(OsStr::new));
    for left in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"] {
        command.env_remove(left);
    }
    let plain =
        [("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_NO_LAZY_FETCH", "1")];
    command.envs(plain);
    command
}

fn run<const N: usize>(folder: &Path, arguments: [&str; N]) -> Result<Output, GitFault> {
    git(folder, arguments).stdin(Stdio::null()).output().map_err(|error| fault(&error))
}

fn fault(error: &io::Error) -> GitFault {
    match error.kind() {
        io::ErrorKind::NotFound => GitFault::NoGit,
        _ => GitFault::Failed(error.to_string()),
    }
}

/// The first line of what git complains about.
fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_git() {
        let entry = TreeEntry::read("100644 blob 00ff     12\tinstruments/nd-1.yaml").unwrap();
        assert_eq!((entry.path.as_str(), entry.size, entry.is_file), ("instruments/nd-1.yaml", 12, true));
        assert!(!TreeEntry::read("120000 blob 00ff      4\texcerpts/a.md").unwrap().is_file);
        assert!(!TreeEntry::read("160000 commit 00ff       -\tkhac").unwrap().is_file);
        assert!(TreeEntry::read("100644 blob").is_none());
        let mut rest: &[u8] = b"00 blob 3\na\nb\n01 blob 0\n\n02 missing\n";
        assert_eq!(blob(&mut rest).unwrap(), b"a\nb");
        assert_eq!(blob(&mut rest).unwrap(), b"");
        assert_eq!(blob(&mut rest), None);
    }
}
