//! LOAD: the only reader of a corpus, of templates and of lists: from disk, and through [`git`] from its history. A corpus
//! folder becomes texts in one known form: UTF-8, NFC, lines ended by LF. Knows no YAML. (`publish` reads too, but only
//! what it is about to replace.)
#![expect(clippy::disallowed_methods, reason = "the reader of what people wrote")]

pub mod built;
pub mod change_signal;
pub mod git;
pub mod memory;
pub mod messages;
mod misnamed;
pub mod plain;
pub mod programs;
mod received;
pub mod sample;
pub mod stamps;
pub mod stored;
mod text;
pub mod workbench;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

pub use crate::characters::is_hidden as is_control;
use crate::characters::{CharacterClass, class, words as letters};
use crate::diag::{Bilingual, FileId, Finding, Place, Sink, advice};
use crate::hash::{hex, sha256};
use crate::litter::is_litter;
use crate::source::messages::{files, unreadable, words};
use crate::templates::Templates;
use misnamed::Misnamed;
pub use received::{HashedFile, TEXT_OF_ORIGINAL};

/// The largest text file that is read, in bytes. An excerpt is a few kilobytes; a whole decree under half a megabyte.
pub const TEXT_LIMIT: u64 = 2 * 1024 * 1024;
/// The largest image that is read, in bytes.
pub const IMAGE_LIMIT: u64 = 20 * 1024 * 1024;

/// The largest received file, and the largest text that is made of one.
pub const ORIGINAL_LIMIT: u64 = 64 * 1024 * 1024;

/// What a file is, by its place in the corpus.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    Instrument,
    Excerpt,
    Guidance,
    Edition,
    Vocabulary,
    Glossary,
    Waivers,
    /// The decisions and comments about a record.
    Review,
    Release,
    Departments,
    Settings,
    /// The stored text of an instrument, to compare verbatim excerpts with.
    Original,
    /// The record of a received file.
    OriginalRecord,
    /// The text that a reader made of a received file.
    OriginalText,
    /// A file as it was received. Only its hash is kept in memory.
    Received,
    Image,
    /// What a publisher adds to every site, copied as it is.
    Web,
}

impl Kind {
    /// Whether such files are texts.
    fn is_text(self) -> bool {
        !matches!(self, Kind::Image | Kind::Web | Kind::Received)
    }

    /// The most bytes of such a file.
    fn limit(self) -> u64 {
        match self {
            Kind::Image | Kind::Web => IMAGE_LIMIT,
            Kind::OriginalText | Kind::Received => ORIGINAL_LIMIT,
            _ => TEXT_LIMIT,
        }
    }
}

/// One text file of the corpus.
#[derive(Debug)]
pub struct SourceFile {
    /// Within the corpus, with `/`: `excerpts/nd-72-2013/dieu-18.khoan-3.md`.
    pub path: String,
    pub kind: Kind,
    /// Normalised; all places are places in this text.
    pub text: String,
    /// Whether the text can be believed. If not, because it is no UTF-8, in an old encoding or holds two versions, there is
    /// a finding that says so, and `text` only serves to show its place.
    pub is_sound: bool,
    line_starts: Vec<usize>,
}

impl SourceFile {
    fn new(path: String, kind: Kind, text: String) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        SourceFile { path, kind, text, is_sound: true, line_starts }
    }

    /// Line and column of a byte, both counted from 1. Columns count characters of the normalised text, so that
    /// `ệ` is one column, however the file stores it.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let line = self.line_starts.partition_point(|start| *start <= byte).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = self.text.get(start..byte).map_or(0, |before| before.chars().count()) + 1;
        (line, column)
    }

    /// The text of a line counted from 1, without its end.
    pub fn line(&self, line: usize) -> &str {
        let Some(start) = line.checked_sub(1).and_then(|index| self.line_starts.get(index)) else { return "" };
        self.text[*start..].lines().next().unwrap_or("")
    }

    /// The file's name without folder and ending.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

/// The texts, images and hash of one corpus folder.
#[derive(Default, Debug)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// Images by path.
    pub images: BTreeMap<String, Vec<u8>>,
    /// The files below `web/` by their path within it, which is that on the site.
    pub web: BTreeMap<String, Vec<u8>>,
    /// Every received file, by its path.
    pub received: BTreeMap<String, HashedFile>,
    /// The paths of files that are there and were not read, as their own findings say.
    pub unread: Vec<String>,
    /// SHA-256 over the paths and bytes of every file read, as they are on disk; 64 hex digits.
    pub hash: String,
    /// Where they were read from.
    pub folder: Option<PathBuf>,
}

impl Sources {
    /// Returns a file of the corpus by its number in findings.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// Every text file in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId(index as u32), file))
    }

    /// For tests and tools that have texts rather than a folder.
    pub fn from_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let files = texts.into_iter().filter_map(|(path, text)| match kind_of(&path) {
            PathKind::Kind(kind) => Some(SourceFile::new(path, kind, text)),
            PathKind::Ignored | PathKind::Foreign(_) => None,
        });
        Sources { files: files.collect(), ..Sources::default() }
    }

    /// What [`load`] would make of a folder with these files; what has no place in a corpus is passed over.
    pub fn of_files(files: impl IntoIterator<Item = (String, Vec<u8>)>, sink: &mut Sink) -> Self {
        let read = files.into_iter().filter_map(|(path, bytes)| match kind_of(&path) {
            PathKind::Kind(kind) => {
                let size = bytes.len() as u64;
                let bytes = if kind == Kind::Received { sha256(&bytes).into_bytes() } else { bytes };
                Some((ListedFile { path, kind, size }, bytes))
            }
            PathKind::Ignored | PathKind::Foreign(_) => None,
        });
        sources(read.collect(), Vec::new(), sink)
    }

    /// The same with these files, new ones or other bytes for those that are there, as [`load`] would read it.
    pub fn with(&self, new: &[(&str, &[u8])], sink: &mut Sink) -> Self {
        let old = self.files.iter().map(|file| (file.path.clone(), file.text.clone().into_bytes()));
        let web = self.web.iter().map(|(path, bytes)| (format!("{WEB}{path}"), bytes.clone()));
        let images = self.images.iter().map(|(path, bytes)| (path.clone(), bytes.clone()));
        let mut files: Vec<(String, Vec<u8>)> = old.chain(images).chain(web).collect();
        files.retain(|(path, _)| new.iter().all(|(other, _)| other != path));
        files.extend(new.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())));
        files.sort();
        let unread = self.unread.clone();
        let mut later = Sources { unread, folder: self.folder.clone(), ..Sources::of_files(files, sink) };
        for (path, file) in &self.received {
            later.received.entry(path.clone()).or_insert_with(|| file.clone());
        }
        later
    }
}

/// Reads a corpus folder. A fault of a single file is a finding; only a folder that cannot be read at all is an
/// error.
pub fn load(root: &Path, sink: &mut Sink) -> io::Result<Sources> {
    load_where(root, |_| true, sink)
}

/// [`load`], of which only files whose paths are `wanted` are read. The others are there, as unread ones: nothing is found
/// missing without them.
///
/// # Errors
/// Those of [`load`].
pub fn load_where(root: &Path, wanted: impl Fn(&str) -> bool, sink: &mut Sink) -> io::Result<Sources> {
    let mut unread = Vec::new();
    let mut listed = list(root, &mut unread, sink)?;
    unread.extend(listed.extract_if(.., |(_, file)| !wanted(&file.path)).map(|(_, file)| file.path));
    let read = read(listed, &mut unread, sink);
    Ok(Sources { folder: Some(root.to_owned()), ..sources(read, unread, sink) })
}

/// The bytes of one file of a corpus, as they are.
///
/// # Errors
/// It cannot be read, or is no plain file.
pub fn bytes(root: &Path, path: &str) -> io::Result<Vec<u8>> {
    plain::read(&root.join(path))
}

/// The bytes of each file; one that cannot be read, or that has gone since it was listed, is a finding.
fn read(listed: Vec<(PathBuf, ListedFile)>, unread: &mut Vec<String>, sink: &mut Sink) -> Vec<(ListedFile, Vec<u8>)> {
    let read = |(disk, file): (PathBuf, ListedFile)| {
        let bytes = if file.kind == Kind::Received { received::hash(&disk) } else { std::fs::read(disk) };
        (file, bytes)
    };
    let all: Vec<(ListedFile, io::Result<Vec<u8>>)> = listed.into_par_iter().map(read).collect();
    let mut good = Vec::with_capacity(all.len());
    for (file, bytes) in all {
        match bytes {
            Ok(bytes) => good.push((file, bytes)),
            Err(error) => cannot_read(file.path, unreadable::why(&error), unread, sink),
        }
    }
    good
}

fn cannot_read(path: String, why: Bilingual, unread: &mut Vec<String>, sink: &mut Sink) {
    sink.push(Finding::new(unreadable::UNREADABLE, Place::Path(path.clone())).arg("why", why));
    unread.push(path);
}

/// Files, in the order of their paths, as texts and images.
fn sources(read: Vec<(ListedFile, Vec<u8>)>, mut unread: Vec<String>, sink: &mut Sink) -> Sources {
    let texts: Vec<&(ListedFile, Vec<u8>)> = read.iter().filter(|(listed, _)| listed.kind.is_text()).collect();
    let text = |(index, (listed, bytes)): (usize, &(ListedFile, Vec<u8>))| {
        let mut found = Sink::new();
        (text::read(FileId(index as u32), listed, bytes, &mut found), found)
    };
    let known = || texts.into_par_iter().enumerate().map(|(index, file)| text((index, file))).collect::<Vec<_>>();
    let (hash, known) = rayon::join(|| hash(&read), known);
    let mut files = Vec::with_capacity(known.len());
    for (file, found) in known {
        sink.extend(found);
        unread.extend((!file.is_sound).then(|| file.path.clone()));
        files.push(file);
    }
    let (mut images, mut web, mut received) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (ListedFile { path, kind, size }, bytes) in read {
        match (kind, path.strip_prefix(WEB)) {
            (Kind::Image, _) => drop(images.insert(path, bytes)),
            (Kind::Web, Some(inner)) => drop(web.insert(inner.to_owned(), bytes)),
            (Kind::Received, _) => {
                let sha256 = String::from_utf8_lossy(&bytes).into_owned();
                received.insert(path, HashedFile { sha256, size });
            }
            _ => {}
        }
    }
    Sources { files, images, web, received, unread, hash, folder: None }
}

/// See [`Sources::hash`].
fn hash(read: &[(ListedFile, Vec<u8>)]) -> String {
    let mut hash = Sha256::new();
    for (file, bytes) in read {
        hash.update((file.path.len() as u64).to_le_bytes());
        hash.update(file.path.as_bytes());
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hex(&hash.finalize())
}

struct ListedFile {
    path: String,
    kind: Kind,
    /// In bytes.
    size: u64,
}

/// What there is under a path, before it is read.
struct PathFacts {
    /// Neither a link nor anything else that is no plain file.
    is_file: bool,
    is_link: bool,
    size: u64,
}

/// Whether a file is one to read; what is not is a finding, but for what nobody means to be read.
fn listed(path: String, found: PathFacts, unread: &mut Vec<String>, sink: &mut Sink) -> Option<ListedFile> {
    if is_passed_over(&path) {
        return None;
    }
    let place = || Place::Path(path.clone());
    if let Some(finding) = bad_path(&path) {
        sink.push(finding);
        return None;
    }
    if let Some(misnamed) = misnamed::misnamed(&path).filter(|_| !is_of_web(&path)) {
        sink.push(Finding::new(files::MISNAMED, place()).arg("what", misnamed.what()).arg("advice", misnamed.advice()));
        // The file exists under a wrong name; a reference to it is no second fault.
        unread.extend(match misnamed {
            Misnamed::Renamed(meant) => Some(meant),
            Misnamed::Copy(_) | Misnamed::Leftover(_) => None,
        });
        return None;
    }
    let finding = match kind_of(&path) {
        PathKind::Ignored => return None,
        PathKind::Foreign(advice) => Finding::new(files::NOT_READ, place()).arg("where", advice),
        PathKind::Kind(_) if found.is_link => Finding::new(files::NOT_A_FILE, place()),
        PathKind::Kind(_) if !found.is_file => Finding::new(unreadable::NOT_PLAIN, place()),
        PathKind::Kind(kind) => {
            let limit = kind.limit();
            if found.size <= limit {
                return Some(ListedFile { path, kind, size: found.size });
            }
            let finding = Finding::new(files::TOO_LARGE, place());
            let finding = finding.arg("size", advice::megabytes(found.size)).arg("limit", advice::megabytes(limit));
            finding.arg("advice", words::make_smaller(&path))
        }
    };
    sink.push(finding);
    unread.push(path);
    None
}

/// Whether nobody means the file to be read: litter, and hidden files and folders. A hidden file that would be a record
/// without the full stop before its name is looked at.
fn is_passed_over(path: &str) -> bool {
    if is_of_web(path) {
        return path.split('/').any(is_litter);
    }
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    folders.split('/').any(|folder| !folder.is_empty() && is_hidden(folder))
        || is_litter(name)
        || (name.starts_with('.') && misnamed::misnamed(path).is_none())
}

/// Says that a path has characters that do not show or that look like others.
fn bad_path(path: &str) -> Option<Finding> {
    let text = crate::characters::composed(path).unwrap_or_else(|| path.to_owned());
    let unseen = text.chars().filter(|c| class(*c) != CharacterClass::Plain).map(crate::characters::messages::named);
    let mixed = letters::faults(&text)
        .into_iter()
        .filter_map(|found| text.get(found.range.clone()).map(|word| Bilingual::same(format!("«{word}»"))));
    let all: Vec<Bilingual> = unseen.chain(mixed).take(5).collect();
    let names = crate::characters::messages::listed(all.iter().cloned());
    (!all.is_empty()).then(|| Finding::new(files::BAD_PATH, Place::Path(path.to_owned())).arg("names", names))
}

fn list(root: &Path, unread: &mut Vec<String>, sink: &mut Sink) -> io::Result<Vec<(PathBuf, ListedFile)>> {
    let entries = entries(root, unread, sink)?;
    let found: Vec<io::Result<PathFacts>> = entries.par_iter().map(|entry| Ok(found(entry)?)).collect();
    let mut all = Vec::with_capacity(entries.len());
    for (entry, found) in entries.into_iter().zip(found) {
        let path = relative(root, entry.path());
        match found {
            Err(error) => cannot_read(path, unreadable::why(&error), unread, sink),
            // Shown lossily, it would look like another.
            Ok(_) if entry.path().to_str().is_none() => cannot_read(path, unreadable::foreign_name(), unread, sink),
            Ok(found) => all.extend(listed(path, found, unread, sink).map(|file| (entry.into_path(), file))),
        }
    }
    // By the path as a whole, so that the order does not depend on how folders are walked.
    all.sort_by(|(_, a), (_, b)| a.path.cmp(&b.path));
    Ok(all)
}

/// All but folders; a folder that cannot be looked into is a finding, unless it is the corpus itself.
fn entries(root: &Path, unread: &mut Vec<String>, sink: &mut Sink) -> io::Result<Vec<DirEntry>> {
    let walk = WalkDir::new(root).sort_by_file_name().into_iter();
    let shown = walk.filter_entry(|entry| is_entered(root, entry));
    let mut entries = Vec::new();
    for entry in shown {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => entries.push(entry),
            Err(error) if error.depth() == 0 => return Err(error.into()),
            Err(error) => {
                let path = error.path().map(|path| relative(root, path)).unwrap_or_default();
                cannot_read(path, unreadable::why(&error.into()), unread, sink);
            }
        }
    }
    Ok(entries)
}

fn found(entry: &DirEntry) -> walkdir::Result<PathFacts> {
    let kind = entry.file_type();
    Ok(PathFacts { is_file: kind.is_file(), is_link: kind.is_symlink(), size: entry.metadata()?.len() })
}

fn relative(root: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(root).unwrap_or(path);
    inner.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The folder of what a publisher adds to every site.
pub const WEB: &str = "web/";

/// Hidden folders are not entered; hidden files are looked at by their paths.
fn is_entered(root: &Path, entry: &DirEntry) -> bool {
    let is_hidden = || entry.file_type().is_dir() && is_hidden(&entry.file_name().to_string_lossy());
    entry.depth() == 0 || !is_hidden() || is_of_web(&relative(root, entry.path()))
}

/// Whether a path lies in the folder for the web, where files may well begin with a dot.
fn is_of_web(path: &str) -> bool {
    path.starts_with(WEB)
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || is_litter(name)
}

/// Whether a file of this name would be passed over: hidden, or what programs leave behind.
pub fn is_passed_over_name(name: &str) -> bool {
    is_hidden(name)
}

enum PathKind {
    Kind(Kind),
    Ignored,
    Foreign(Bilingual),
}

/// The kind of a file by its path alone.
fn kind_of(path: &str) -> PathKind {
    let parts: Vec<&str> = path.split('/').collect();
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match (parts.as_slice(), ending) {
        (["vocabulary.yaml"], _) => PathKind::Kind(Kind::Vocabulary),
        (["glossary.yaml"], _) => PathKind::Kind(Kind::Glossary),
        (["departments.yaml"], _) => PathKind::Kind(Kind::Departments),
        (["settings.yaml"], _) => PathKind::Kind(Kind::Settings),
        (["waivers.yaml"], _) => PathKind::Kind(Kind::Waivers),
        (["instruments", _], "yaml") => PathKind::Kind(Kind::Instrument),
        (["releases", _], "yaml") => PathKind::Kind(Kind::Release),
        (["editions", _], "yaml") => PathKind::Kind(Kind::Edition),
        (["reviews", _, ..], "yaml") => PathKind::Kind(Kind::Review),
        (["web", ..], _) => PathKind::Kind(Kind::Web),
        ([.., "README.md"], _) => PathKind::Ignored,
        (["excerpts", _, _], "md") => PathKind::Kind(Kind::Excerpt),
        (["guidance", _], "md") => PathKind::Kind(Kind::Guidance),
        (["originals", _, name], _) => PathKind::Kind(received::kind(name)),
        (["originals", ..], "txt") => PathKind::Kind(Kind::Original),
        (["images", ..], "png" | "jpg" | "jpeg" | "svg") => PathKind::Kind(Kind::Image),
        _ => PathKind::Foreign(words::where_it_belongs(&parts)),
    }
}

static BUILTIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
/// The fonts that travel in the program.
pub fn shipped_fonts() -> impl Iterator<Item = &'static [u8]> {
    let files = BUILTIN.get_dir("fonts").into_iter().flat_map(Dir::files);
    files.filter(|file| file.path().extension().is_some_and(|ending| ending == "ttf")).map(|file| file.contents())
}

/// The paths of the templates that travel in the program, without fonts.
pub fn template_paths() -> Vec<String> {
    let mut files = BTreeMap::new();
    builtin(&BUILTIN, &mut files);
    files.into_keys().filter(|path| !path.starts_with("fonts/")).collect()
}

/// The templates that travel in the program, with the files of `folder`, if there is one, in their place.
///
/// # Errors
/// Anything in the folder that cannot be read, or that is no plain file and no link to one; the error names it.
pub fn templates(folder: Option<&Path>) -> io::Result<Templates> {
    let mut files = BTreeMap::new();
    builtin(&BUILTIN, &mut files);
    let mut own = BTreeMap::new();
    if let Some(root) = folder {
        let walk = WalkDir::new(root).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy())) {
            let entry = entry.map_err(plain::of_walk)?;
            if !entry.file_type().is_dir() {
                let path = relative(root, entry.path());
                let bytes = plain::read(entry.path()).map_err(|error| plain::about(entry.path(), error))?;
                if workbench::is_shipped(&path, &bytes) {
                    continue;
                }
                own.insert(path.clone(), entry.path().to_string_lossy().replace('\\', "/"));
                files.insert(path, Cow::Owned(bytes));
            }
        }
    }
    Ok(Templates { files, own })
}

fn builtin(dir: &'static Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for file in dir.files() {
        files.insert(file.path().to_string_lossy().replace('\\', "/"), Cow::Borrowed(file.contents()));
    }
    let layouts = dir.dirs().filter(|inner| !workbench::is_of_it(inner.path()));
    layouts.for_each(|inner| builtin(inner, files));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(sink: &Sink) -> Vec<(&'static str, Place)> {
        sink.findings().iter().map(|finding| (finding.code.id(), finding.place.clone())).collect()
    }

    /// Listed, and then removed, forbidden or broken: what the disk answers to reading it differs, the mechanism does not.
    #[test]
    fn a_file_that_cannot_be_read_is_named_and_the_others_are_read() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("vocabulary.yaml"), "topics: []").unwrap();
        std::fs::create_dir_all(folder.path().join("guidance")).unwrap();
        std::fs::write(folder.path().join("guidance/a.md"), "a").unwrap();
        let (mut unread, mut sink) = (Vec::new(), Sink::new());
        let listed = list(folder.path(), &mut unread, &mut sink).unwrap();
        std::fs::remove_file(folder.path().join("guidance/a.md")).unwrap();
        let read = read(listed, &mut unread, &mut sink);
        assert_eq!(read.iter().map(|(file, _)| file.path.as_str()).collect::<Vec<_>>(), ["vocabulary.yaml"]);
        assert_eq!(unread, ["guidance/a.md"]);
        assert_eq!(said(&sink), [("CN830", Place::Path("guidance/a.md".to_owned()))]);
    }
}
