//! The excerpts for other programs: `index.json` lists them, and beside the page of each, `e/<id>.html`, lies all that it says
//! as data, `e/<id>.json`. `docs/web-data.md` and `docs/web-data.schema.json` describe both. The file of an excerpt says everything
//! once, and nothing of the edition that changes when another excerpt does: so it stays the same file from build to build.

use rayon::prelude::*;
use serde::Serialize;

use super::excerpt_data::{self, ExcerptExport, StatusData};
use super::{Artifact, FOLDER, RenderError, Site, places, search};
use crate::render::typst_input;
use crate::view::{EditionView, ExcerptNumber, ExcerptReferences, ExcerptView, Labelled, TermFacts};

/// Version of both files. Removing a key, renaming it or changing its meaning raises it; adding one does not.
const VERSION: u32 = 3;

#[derive(Serialize)]
struct IndexData<'a> {
    version: u32,
    generator: &'a str,
    edition: EditionData<'a>,
    excerpts: Vec<IndexDataRow<'a>>,
}

#[derive(Serialize, Clone, Copy)]
struct EditionData<'a> {
    id: &'a str,
    title: &'a str,
    label: Option<&'a str>,
    /// ISO 8601.
    as_of: &'a str,
    /// Where the site is published.
    address: Option<&'a str>,
    corpus_sha256: &'a str,
}

#[derive(Serialize)]
struct IndexDataRow<'a> {
    number: ExcerptNumber,
    id: &'a str,
    citation: &'a str,
    title: Option<&'a str>,
    instrument: InstrumentRef<'a>,
    chapter: &'a str,
    status: StatusData<'a>,
    in_force: TermData<'a>,
    wording: &'a Labelled,
    topics: &'a [Labelled],
    audiences: &'a [Labelled],
    duties: usize,
    /// Below the site's folder.
    page: String,
    data: String,
}

#[derive(Serialize)]
struct InstrumentRef<'a> {
    id: &'a str,
    citation: &'a str,
}

/// ISO 8601; nothing for what is not known on the edition's day.
#[derive(Serialize)]
struct TermData<'a> {
    since: Option<&'a str>,
    /// The first day no longer in force, where it has come.
    until: Option<&'a str>,
}

#[derive(Serialize)]
struct One<'a> {
    version: u32,
    edition: EditionRef<'a>,
    page: String,
    /// Where the page is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    in_force: TermData<'a>,
    /// The words of the body, a line for each paragraph, point and cell.
    text: String,
    excerpt: ExcerptExport<'a>,
    /// Other excerpts that its text cites, and whose texts cite it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cites: Vec<ReferenceData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cited_by: Vec<ReferenceData<'a>>,
}

/// Of which edition a file speaks; `index.json` says the rest of it.
#[derive(Serialize, Clone, Copy)]
struct EditionRef<'a> {
    id: &'a str,
    as_of: &'a str,
}

#[derive(Serialize)]
struct ReferenceData<'a> {
    id: &'a str,
    number: ExcerptNumber,
    citation: &'a str,
}

pub(super) fn artifacts<E: From<RenderError> + Send>(
    site: &Site,
    put: &(impl Fn(Artifact) -> Result<(), E> + Sync),
) -> Result<(), E> {
    let view = &site.view.edition;
    let reference = EditionRef { id: &view.id, as_of: &view.as_of.iso };
    let edition = edition(view);
    let all: Vec<_> = site.by_number.iter().map(|(_, excerpt)| *excerpt).zip(&site.view.web.excerpts).collect();
    let excerpts = all.iter().map(|(excerpt, references)| row(excerpt, references)).collect();
    let index = IndexData { version: VERSION, generator: &site.view.generator, edition, excerpts };
    put(json(places::DATA, &index)?)?;
    all.par_iter().try_for_each(|(excerpt, references)| {
        put(json(&places::excerpt_data(&excerpt.id), &one(site, reference, excerpt, references))?)
    })
}

fn one<'a>(
    site: &Site<'a>,
    edition: EditionRef<'a>,
    excerpt: &'a ExcerptView,
    references: &'a ExcerptReferences,
) -> One<'a> {
    let ExcerptReferences {
        cites,
        cited_by,
        term: validity,
        doubt: _,     // the confidence of the excerpt says it as data
        elsewhere: _, // other editions have data files of their own
    } = references;
    let page = places::permalink(&excerpt.id);
    One {
        version: VERSION,
        edition,
        address: site.address(&page),
        page,
        in_force: term(validity),
        text: search::body_text(&excerpt.body),
        excerpt: ExcerptExport::new(excerpt),
        cites: named(site, cites),
        cited_by: named(site, cited_by),
    }
}

fn edition(edition: &EditionView) -> EditionData<'_> {
    let EditionView {
        id,
        title,
        label,
        as_of,
        corpus_hash,
        web_address,
        as_of_line: _, // the same in words
        // These are about the booklet and not about its excerpts; the home page says them as JSON-LD.
        subtitle: _,
        issuer: _,
        contact: _,
        keywords: _,
        description: _,
    } = edition;
    EditionData {
        id,
        title,
        label: label.as_deref(),
        as_of: &as_of.iso,
        address: web_address.as_deref(),
        corpus_sha256: corpus_hash,
    }
}

/// A row is short, so that the list of a thousand excerpts is; the file of each has all fields of the view.
fn row<'a>(excerpt: &'a ExcerptView, references: &'a ExcerptReferences) -> IndexDataRow<'a> {
    IndexDataRow {
        number: excerpt.number,
        id: &excerpt.id,
        citation: &excerpt.citation,
        title: excerpt.title.as_deref(),
        instrument: InstrumentRef { id: &excerpt.instrument_id, citation: &excerpt.instrument_citation },
        chapter: &excerpt.chapter,
        status: excerpt_data::status(&excerpt.status),
        in_force: term(&references.term),
        wording: &excerpt.wording,
        topics: &excerpt.topics,
        audiences: &excerpt.audiences,
        duties: excerpt.obligations.len(),
        page: places::permalink(&excerpt.id),
        data: places::excerpt_data(&excerpt.id),
    }
}

fn term(term: &TermFacts) -> TermData<'_> {
    let TermFacts {
        since,
        until,
        last: _, // the day before `until`
    } = term;
    TermData { since: since.as_deref(), until: until.as_deref() }
}

fn named<'a>(site: &Site<'a>, numbers: &[ExcerptNumber]) -> Vec<ReferenceData<'a>> {
    let placed = numbers.iter().filter_map(|number| site.by_number.get(*number));
    placed.map(|(_, it)| ReferenceData { id: &it.id, number: it.number, citation: &it.citation }).collect()
}

fn json(path: &str, data: &impl Serialize) -> Result<Artifact, RenderError> {
    let path = format!("{FOLDER}{path}");
    let bytes = typst_input::json(&path, data)?;
    Ok(Artifact { path, bytes })
}
