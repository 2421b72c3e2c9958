//! The world that the embedded Typst sees: the project's files and the fonts of the templates, all in memory. There is no disk,
//! no network, no package, no clock and no font of the machine in it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, hash128};
use typst::{Library, LibraryExt, World, WorldExt};

use super::typst_input::{self, PaperForm};
use super::{ImageFile, RenderError, Templates};
use crate::view::{CopyView, View};

pub(super) struct MemoryWorld {
    main: FileId,
    fonts: Arc<Fonts>,
    /// By path below the project, as all files here.
    files: BTreeMap<String, Bytes>,
    /// Parsed once, because Typst asks again for each import.
    sources: BTreeMap<String, Source>,
}

impl MemoryWorld {
    pub(super) fn new(
        form: PaperForm,
        view: &View,
        copy: Option<&CopyView>,
        images: &[ImageFile],
        templates: &Templates,
    ) -> Result<Self, RenderError> {
        let fonts: Vec<_> = typst_input::fonts(templates).map(|(path, bytes)| (path, bytes.clone())).collect();
        let files = typst_input::project(form, view, copy, images, templates)?;
        Self::of(form.main(), files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes.into_owned())), &fonts)
    }

    /// A world of these files below the project, of which `main` is the first, and these fonts.
    pub(super) fn of(
        main: &str,
        project: impl Iterator<Item = (String, Vec<u8>)>,
        fonts: &[(&str, Cow<'static, [u8]>)],
    ) -> Result<Self, RenderError> {
        let mut files = BTreeMap::new();
        let mut sources = BTreeMap::new();
        for (path, bytes) in project {
            if path.ends_with(".typ") {
                let text = std::str::from_utf8(&bytes).map_err(|error| fault(&path, error.to_string()))?;
                sources.insert(path.clone(), Source::new(file_id(&path)?, text.to_owned()));
            }
            files.insert(path, Bytes::new(bytes));
        }
        Ok(Self { main: file_id(main)?, fonts: Fonts::shared(fonts)?, files, sources })
    }

    /// The same project that starts with another template and has one file more, or instead.
    pub(super) fn with(&self, main: &str, path: &str, bytes: Vec<u8>) -> Result<Self, RenderError> {
        let mut files = self.files.clone();
        files.insert(path.to_owned(), Bytes::new(bytes));
        Ok(Self { main: file_id(main)?, fonts: Arc::clone(&self.fonts), files, sources: self.sources.clone() })
    }

    /// `typst/excerpt.typ:12:5`, or the file alone where the place is in data.
    pub(super) fn place(&self, span: DiagSpan) -> Option<String> {
        let id = span.id()?;
        let path = path_of(id)?.to_owned();
        let position = self.sources.get(&path).and_then(|source| {
            let start = self.range(span)?.start;
            source.lines().byte_to_line_column(start)
        });
        Some(match position {
            Some((line, column)) => format!("{path}:{}:{}", line + 1, column + 1),
            None => path,
        })
    }
}

impl World for MemoryWorld {
    fn library(&self) -> &LazyHash<Library> {
        static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        path_of(id).and_then(|path| self.sources.get(path)).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        path_of(id).and_then(|path| self.files.get(path)).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    /// No date comes from the clock.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The fonts of the templates, parsed.
struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Fonts {
    /// Parses the fonts, or hands out those of the call before if the bytes are the same: a run that makes a booklet for
    /// each of 63 departments parses once.
    fn shared(files: &[(&str, Cow<'static, [u8]>)]) -> Result<Arc<Self>, RenderError> {
        static LAST: Mutex<Option<(u128, Arc<Fonts>)>> = Mutex::new(None);
        let key = hash128(&files);
        // A panic elsewhere leaves either the old value or the new one here, and both are whole.
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((known, fonts)) if *known == key => Ok(Arc::clone(fonts)),
            _ => {
                let fonts = Arc::new(Self::parse(files)?);
                *last = Some((key, Arc::clone(&fonts)));
                Ok(fonts)
            }
        }
    }

    fn parse(files: &[(&str, Cow<'static, [u8]>)]) -> Result<Self, RenderError> {
        let mut fonts = Vec::new();
        for (path, bytes) in files {
            let before = fonts.len();
            let bytes = match bytes {
                Cow::Borrowed(shipped) => Bytes::new(*shipped),
                Cow::Owned(read) => Bytes::new(read.clone()),
            };
            fonts.extend(Font::iter(bytes));
            if fonts.len() == before {
                return Err(fault(path, "this is not a font that can be read".to_owned()));
            }
        }
        Ok(Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts })
    }
}

fn file_id(path: &str) -> Result<FileId, RenderError> {
    let path = VirtualPath::new(path).map_err(|error| fault(path, error.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The path below the project; nothing for a file of a package, of which there are none.
fn path_of(id: FileId) -> Option<&'static str> {
    match id.get().root() {
        VirtualRoot::Project => Some(id.get().vpath().get_without_slash()),
        VirtualRoot::Package(_) => None,
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.vpath().get_without_slash()))
}

fn fault(path: &str, message: String) -> RenderError {
    RenderError { place: Some(path.to_owned()), message, hints: Vec::new() }
}
