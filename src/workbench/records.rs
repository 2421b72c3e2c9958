//! Lists of records, and the search over them.

use axum::response::Response;
use icu_normalizer::DecomposingNormalizerBorrowed;
use serde::Serialize;

use super::Workbench;
use super::address::RecordAddress;
use super::guided::{self, StepLink};
use super::page_request::PageRequest;
use super::pages::PageFault;
use super::words::words;
use crate::diag::{Bilingual, Lang};
use crate::model::corpus::Corpus;
use crate::session::OpenedCorpus;
use crate::syntax::record::RecordKind;
use crate::view;

/// The most records that a search shows.
const MOST_FOUND: usize = 100;

/// A kind of record in the navigation.
#[derive(Serialize)]
pub struct KindCount {
    pub address: String,
    pub name: String,
    /// Absent where there is one file of the kind.
    pub count: Option<usize>,
}

/// A record in a list.
#[derive(Clone, Serialize)]
pub struct RecordRow {
    pub address: String,
    pub id: String,
    pub name: String,
    pub about: String,
}

/// What the pages call a kind of record.
pub fn kind_name(kind: RecordKind) -> Bilingual {
    match kind {
        RecordKind::Excerpt => Bilingual::new("Trích dẫn", "Excerpts"),
        RecordKind::Instrument => Bilingual::new("Văn bản", "Instruments"),
        RecordKind::Original => Bilingual::new("Bản gốc", "Originals"),
        RecordKind::Guidance => Bilingual::new("Bài viết", "Guidance"),
        RecordKind::Edition => Bilingual::new("Ấn bản", "Editions"),
        RecordKind::Vocabulary => Bilingual::new("Chủ đề, đối tượng, mức", "Topics, audiences, levels"),
        RecordKind::Glossary => Bilingual::new("Giải thích từ ngữ", "Glossary"),
        RecordKind::Departments => Bilingual::new("Đơn vị nhận", "Departments"),
        RecordKind::Settings => Bilingual::new("Thiết lập chung", "Settings"),
        RecordKind::Release => Bilingual::new("Lần công bố", "Releases"),
        RecordKind::Waivers => Bilingual::new("Cảnh báo cho qua", "Waivers"),
        RecordKind::Review => Bilingual::new("Duyệt, ý kiến", "Reviews"),
    }
}

/// In the order of the navigation: what is changed most comes first.
pub const ORDER: [RecordKind; 12] = [
    RecordKind::Excerpt,
    RecordKind::Instrument,
    RecordKind::Original,
    RecordKind::Guidance,
    RecordKind::Edition,
    RecordKind::Vocabulary,
    RecordKind::Glossary,
    RecordKind::Departments,
    RecordKind::Settings,
    RecordKind::Release,
    RecordKind::Waivers,
    RecordKind::Review,
];

/// The kinds of which the corpus has a record.
pub fn counts(opened: &OpenedCorpus, lang: Lang) -> Vec<KindCount> {
    let addresses: Vec<RecordAddress> = addresses(opened).collect();
    let count = |kind: RecordKind| {
        let of_kind: Vec<&RecordAddress> = addresses.iter().filter(|address| address.kind == kind).collect();
        let name = kind_name(kind).get(lang).to_owned();
        match of_kind.as_slice() {
            [] => None,
            [only] if only.id.is_empty() => Some(KindCount { address: only.to_string(), name, count: None }),
            all => Some(KindCount { address: format!("/records/{}", kind.key()), name, count: Some(all.len()) }),
        }
    };
    ORDER.into_iter().filter_map(count).collect()
}

fn addresses(opened: &OpenedCorpus) -> impl Iterator<Item = RecordAddress> {
    opened.sources.files().filter_map(|(_, file)| RecordAddress::of_path(&file.path))
}

/// The name of the booklet: the title of its latest edition.
pub fn booklet(opened: &OpenedCorpus) -> String {
    let latest = opened.corpus.editions().max_by_key(|edition| edition.as_of);
    latest.map(|edition| edition.title.clone()).unwrap_or_default()
}

/// A record as lists and headings show it.
pub fn row(corpus: &Corpus, address: &RecordAddress, lang: Lang) -> RecordRow {
    let (name, about) = named(corpus, address).unwrap_or_default();
    let alone = if address.id.is_empty() { kind_name(address.kind).get(lang).to_owned() } else { address.id.clone() };
    let name = if name.is_empty() { alone } else { name };
    RecordRow { address: address.to_string(), id: address.id.clone(), name, about }
}

/// Every record.
pub fn rows(opened: &OpenedCorpus, lang: Lang) -> Vec<RecordRow> {
    addresses(opened).map(|address| row(&opened.corpus, &address, lang)).collect()
}

/// The title of a record, and what it is of. `None` where it cannot be read, or has neither.
fn named(corpus: &Corpus, address: &RecordAddress) -> Option<(String, String)> {
    let id = address.id.as_str();
    match address.kind {
        RecordKind::Excerpt => {
            let excerpt = corpus.excerpt(&id.parse().ok()?)?;
            let citation = view::citation(corpus, excerpt);
            Some(match &excerpt.title {
                Some(title) => (title.clone(), citation),
                None => (citation, String::new()),
            })
        }
        RecordKind::Instrument => {
            let instrument = corpus.instrument(&id.parse().ok()?)?;
            Some((instrument.citation(), instrument.subject().to_owned()))
        }
        RecordKind::Guidance => Some((corpus.guidance(&id.parse().ok()?)?.title.clone(), String::new())),
        RecordKind::Edition => {
            let edition = corpus.edition(&id.parse().ok()?)?;
            Some((edition.title.clone(), edition.as_of.to_string()))
        }
        _ => None,
    }
}

#[derive(Serialize)]
struct ListPage {
    rows: Vec<RecordRow>,
    /// The words that were looked for.
    query: String,
    /// The kind that is listed.
    kind: &'static str,
    /// Where a new record of the kind is begun.
    steps: Vec<StepLink>,
}

/// The records of a kind.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn list(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let Some(address) = RecordAddress::new(page_request.param("kind"), "") else {
        return workbench.missing(page_request);
    };
    let opened = workbench.live_corpus.opened()?;
    let of_kind = addresses(&opened).filter(|it| it.kind == address.kind);
    let rows = of_kind.map(|address| row(&opened.corpus, &address, page_request.lang)).collect();
    let page = ListPage {
        rows,
        query: String::new(),
        kind: address.kind.key(),
        steps: guided::of_kind(address.kind, &opened, page_request.lang),
    };
    workbench.page(page_request, "list.html", kind_name(address.kind).get(page_request.lang), &page)
}

/// The records that have all words of the query in their ids, names or what they are of; marks need not be typed.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn search(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let query = page_request.query("q").trim().to_owned();
    let wanted: Vec<String> = folded(&query).split_whitespace().map(str::to_owned).collect();
    let rows = rows(&opened, page_request.lang).into_iter();
    let is_it = |row: &RecordRow| {
        let all = folded(&format!("{} {} {}", row.id, row.name, row.about));
        !wanted.is_empty() && wanted.iter().all(|word| all.contains(word))
    };
    let rows = rows.filter(is_it).take(MOST_FOUND).collect();
    let title = words(page_request.lang).get("search").copied().unwrap_or_default();
    workbench.page(page_request, "list.html", title, &ListPage { rows, query, kind: "", steps: Vec::new() })
}

/// Small letters without marks.
fn folded(text: &str) -> String {
    let is_mark = |sign: &char| matches!(sign, '\u{300}'..='\u{36f}');
    let parts = DecomposingNormalizerBorrowed::new_nfd().normalize(text).to_lowercase().replace('đ', "d");
    parts.chars().filter(|sign| !is_mark(sign)).collect()
}
