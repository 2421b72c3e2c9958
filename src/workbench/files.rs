//! A received law comes into the corpus: its file is sent, the program reads it as `camnang import` does, and the provisions in its
//! text are ticked to become drafts.

use std::collections::BTreeMap;
use std::path::Path;

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::Workbench;
use super::form::{Choices, ListOption, ListRequest, plain};
use super::page_request::PageRequest;
use super::pages::PageFault;
use super::routes::see_other;
use super::who::SaveNote;
use super::words::words;
use crate::diag::{Bilingual, Lang};
use crate::history::NotedFile;
use crate::model::date::Date;
use crate::model::ids::{InstrumentId, is_file_name};
use crate::model::original::OriginalKind;
use crate::publish;
use crate::source::{self, built};

/// A file that was received.
pub struct ReceivedLaw<'a> {
    /// Where it was put for the time of the import.
    pub file: &'a Path,
    pub instrument: &'a str,
    pub source: &'a str,
    pub kind: Option<OriginalKind>,
    pub received: Option<Date>,
}

/// Takes a received law into the corpus, and returns what there is to say of it.
pub type ImportLaw = Box<dyn Fn(&ReceivedLaw<'_>, Lang) -> Result<String, String> + Send + Sync>;

/// Characters that a name of a file may have.
const LONGEST: usize = 120;

#[derive(Serialize)]
struct FilesPage {
    said: Option<String>,
    instruments: Vec<ListOption>,
    instrument: String,
    source: String,
    kinds: Vec<KindOption>,
    day: String,
    month: String,
    year: String,
}

/// A kind of copy.
#[derive(Serialize)]
struct KindOption {
    key: &'static str,
    name: String,
    is_chosen: bool,
}

/// Asks for a file.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    respond(workbench, page_request, StatusCode::OK, None)
}

fn respond(
    workbench: &Workbench,
    page_request: &PageRequest,
    status: StatusCode,
    said: Option<String>,
) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let field = |name: &str| page_request.field(name).to_owned();
    let kind = |kind: OriginalKind| KindOption {
        key: kind.key(),
        name: kind_name(kind).get(page_request.lang).to_owned(),
        is_chosen: kind.key() == page_request.field("kind"),
    };
    let page = FilesPage {
        said,
        instruments: Choices::new(&opened.corpus).list(ListRequest::Instruments),
        instrument: field("instrument"),
        source: field("source"),
        kinds: OriginalKind::ALL.map(kind).into(),
        day: field("day"),
        month: field("month"),
        year: field("year"),
    };
    workbench.page_with(status, page_request, "files.html", word(page_request.lang, "files"), &page)
}

/// Takes a file into the corpus, and leads to the provisions in it.
///
/// # Errors
/// Those of [`Workbench::page`], and the disk does not take the file.
pub fn act(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let refuse = |said: &str| respond(workbench, page_request, StatusCode::CONFLICT, Some(said.to_owned()));
    let refuse_by = |key: &str| refuse(word(page_request.lang, key));
    let Some(file) = page_request.file().filter(|file| !file.bytes.is_empty()) else { return refuse_by("no-file") };
    let Some(name) = plain_name(&file.name) else { return refuse_by("file-name") };
    let received = match received(page_request) {
        Ok(received) => received,
        Err(key) => return refuse_by(key),
    };
    let (instrument, source) = (plain(page_request.field("instrument")), plain(page_request.field("source")));
    let kind = OriginalKind::ALL.into_iter().find(|kind| kind.key() == page_request.field("kind"));
    let place = workbench.uploads.join(name);
    publish::write_private(&place, &file.bytes)?;
    let before = files_of(workbench, instrument.trim());
    let law = ReceivedLaw { file: &place, instrument: instrument.trim(), source: source.trim(), kind, received };
    let imported = (workbench.import_law)(&law, page_request.lang);
    publish::forget_private(&place);
    match imported {
        Ok(said) => {
            workbench.said_of_import(instrument.trim(), said);
            let made = difference(&before, &files_of(workbench, instrument.trim()));
            let saved =
                if made.is_empty() { None } else { Some(workbench.note_made(made, SaveNote::of(page_request))?) };
            let saved = saved.map(|number| format!("?saved={number}")).unwrap_or_default();
            Ok(see_other(&format!("/drafts/{}{saved}", instrument.trim())))
        }
        Err(said) => refuse(&said),
    }
}

/// Files of the corpus, by their paths in it.
type CorpusFiles = BTreeMap<String, Vec<u8>>;

/// The files that an import may write: the record of the instrument, and its originals with their texts and records.
fn files_of(workbench: &Workbench, instrument: &str) -> CorpusFiles {
    // No path is made of what is no id.
    let Ok(id) = instrument.parse::<InstrumentId>() else { return CorpusFiles::new() };
    let root = workbench.live_corpus.root();
    let folder = format!("originals/{id}");
    let originals = built::files_below(&root.join(&folder)).unwrap_or_default();
    let originals = originals.into_iter().map(|file| format!("{folder}/{file}"));
    let all = originals.chain([format!("instruments/{id}.yaml")]);
    all.filter_map(|path| Some((path.clone(), source::bytes(root, &path).ok()?))).collect()
}

/// The files that are new or others, as the journal notes them.
fn difference(before: &CorpusFiles, after: &CorpusFiles) -> Vec<NotedFile> {
    let is_other = |(path, bytes): &(&String, &Vec<u8>)| before.get(*path) != Some(*bytes);
    let noted = |(path, bytes): (&String, &Vec<u8>)| {
        NotedFile::of_bytes(path, before.get(path).map(Vec::as_slice), Some(bytes))
    };
    after.iter().filter(is_other).map(noted).collect()
}

/// The day on which it was received; none where nothing was typed.
fn received(page_request: &PageRequest) -> Result<Option<Date>, &'static str> {
    let typed = ["year", "month", "day"].map(|name| page_request.field(name).trim());
    if typed.iter().all(|part| part.is_empty()) {
        return Ok(None);
    }
    let [year, month, day] = typed;
    let parts = year.parse().ok().zip(month.parse().ok()).zip(day.parse().ok());
    parts.and_then(|((year, month), day)| Date::new(year, month, day)).map(Some).ok_or("no-such-day")
}

/// The last part of a name, if every system can have a file of that name.
fn plain_name(name: &str) -> Option<&str> {
    let name = name.rsplit(['/', '\\']).next()?.trim();
    (is_file_name(name) && name.len() <= LONGEST && !name.starts_with('.')).then_some(name)
}

/// A kind of copy, in the words of the pages.
fn kind_name(kind: OriginalKind) -> Bilingual {
    match kind {
        OriginalKind::Gazette => Bilingual::new("bản trên Công báo", "as the gazette has it"),
        OriginalKind::Portal => Bilingual::new("cổng thông tin của cơ quan nhà nước", "a portal of the State"),
        OriginalKind::Reprint => Bilingual::new("trang khác đăng lại", "a reprint on another site"),
        OriginalKind::Scan => Bilingual::new("bản quét đã nhận dạng chữ", "a scan whose letters were recognised"),
        OriginalKind::Translation => Bilingual::new("bản dịch", "a translation"),
    }
}

fn word(lang: Lang, key: &str) -> &'static str {
    words(lang).get(key).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_path_in_it() {
        for (name, plain) in [
            ("a.docx", Some("a.docx")),
            ("Nghị định 1.pdf", Some("Nghị định 1.pdf")),
            ("C:\\Users\\a\\b.doc", Some("b.doc")),
            ("../../etc/passwd", Some("passwd")),
            ("", None),
            ("..", None),
            ("a/", None),
            (".camnang", None),
            ("a\0b.doc", None),
            ("a:b.doc", None),
            ("NUL.docx", None),
            ("a.docx.", None),
        ] {
            assert_eq!(plain_name(name), plain, "{name}");
        }
        assert_eq!(plain_name(&"a".repeat(200)), None);
    }
}
