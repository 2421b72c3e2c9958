//! `camnang new excerpt`: the frame of a provision, which is never printed before somebody has verified it.

use super::super::{Failure, original};
use super::scaffold::{self, open, settled};
use crate::diag::Lang;
use crate::diag::advice::{choose, nearest};
use crate::edit::written;
use crate::model::draft::PLACEHOLDER;
use crate::model::provision::Locator;
use crate::originals::quotation::{unit_hash, written as markdown, written_lead};
use crate::session::OpenedCorpus;
use crate::syntax::record::RecordKind;

/// What the command line says of the excerpt.
pub struct ExcerptOptions<'a> {
    /// The id of its instrument.
    pub instrument: &'a str,
    pub words: OriginalWords,
    pub topics: &'a [String],
    pub audiences: &'a [String],
}

/// What a draft takes of the stored original.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OriginalWords {
    Nothing,
    /// The body is the unit.
    Verbatim,
    /// The unit is beside the body, for the one who writes it.
    Beside,
}

impl OriginalWords {
    /// Reads the options `--verbatim` and `--summary`.
    pub fn of(verbatim: bool, summary: bool) -> Self {
        match (verbatim, summary) {
            (true, _) => OriginalWords::Verbatim,
            (false, true) => OriginalWords::Beside,
            (false, false) => OriginalWords::Nothing,
        }
    }
}

/// Returns the path of the draft at a place, as it is cited, in the corpus, and its text.
///
/// # Errors
/// There is no such instrument, place, topic or audience, or no such unit of the original.
pub fn draft(
    opened: &OpenedCorpus,
    asked: &ExcerptOptions<'_>,
    at: &str,
    lang: Lang,
) -> Result<(String, String), Failure> {
    let ExcerptOptions { instrument, words, topics, audiences } = *asked;
    let instrument = opened.instrument(instrument)?;
    let locator = original::place(at)?;
    let vocabulary = opened.corpus.vocabulary();
    let all_topics: Vec<&str> = vocabulary.topics.iter().map(|topic| topic.id.as_str()).collect();
    let all_audiences: Vec<&str> = vocabulary.audiences.iter().map(|audience| audience.id.as_str()).collect();
    let topics = tags(topics, &all_topics, "chủ đề", "topic")?;
    let audiences = tags(audiences, &all_audiences, "đối tượng", "audience")?;
    let taken = match words {
        OriginalWords::Nothing => TakenWords::default(),
        OriginalWords::Verbatim | OriginalWords::Beside => take(opened, instrument.id.as_str(), &locator)?,
    };
    let verbatim = words == OriginalWords::Verbatim;
    let slug = locator.slug();
    let id = &instrument.id;
    let entries = [
        settled("id", format!("{id}.{slug}")),
        settled("instrument", id.to_string()),
        settled("at", locator.to_string()),
        open("wording", if verbatim { "verbatim" } else { "summary" }),
        open("topics", format!("[{topics}]")),
        open("audiences", format!("[{audiences}]")),
        open("confidence", "unverified"),
        scaffold::unchecked(),
        open("sources", format!("\n  - {PLACEHOLDER}")),
    ];
    let title = taken.title.as_ref().map(|title| open("title", written(title)));
    let read = taken.hash.as_ref().map(|hash| settled("read", hash.as_str()));
    let entries: Vec<_> = entries.into_iter().chain(title).chain(read).collect();
    let header = scaffold::record(RecordKind::Excerpt, &entries, lang);
    let citation = instrument.citation();
    let (beside, body) = match words {
        OriginalWords::Nothing => (String::new(), format!("{PLACEHOLDER}.\n")),
        OriginalWords::Verbatim => (String::new(), taken.markdown),
        OriginalWords::Beside => (remarks(&taken.text, lang), format!("{PLACEHOLDER}.\n")),
    };
    let text = format!("---\n# {citation}\n{header}{beside}---\n{body}");
    Ok((format!("excerpts/{id}/{slug}.md"), text))
}

/// The words of a unit of the stored original.
#[derive(Default)]
struct TakenWords {
    /// The title of the article, to begin with.
    title: Option<String>,
    hash: Option<String>,
    text: String,
    markdown: String,
}

fn take(opened: &OpenedCorpus, instrument: &str, at: &Locator) -> Result<TakenWords, Failure> {
    let (id, trees) = original::trees(opened, instrument)?;
    let (tree, unit) = original::unit(&id, &trees, at)?;
    let above = std::iter::successors(Some(unit), |node| tree.nodes().get(node.parent?));
    let title = above.map(|node| node.title.as_str()).find(|title| !title.is_empty());
    Ok(TakenWords {
        title: title.map(str::to_owned),
        hash: Some(unit_hash(tree, unit)),
        text: tree.text(unit),
        markdown: written_lead(tree, unit).unwrap_or_default() + &markdown(tree, unit),
    })
}

/// The words of the original as remarks of the header.
fn remarks(text: &str, lang: Lang) -> String {
    let mut remarks = String::new();
    let head =
        lang.tr("Lời của bản gốc, để viết lại bằng lời của mình:", "The words of the original, to be put in our own:");
    scaffold::remark(&mut remarks, head);
    scaffold::remark(&mut remarks, text);
    remarks
}

/// The requested tags, each once, which must exist; the first of the list where none is requested.
fn tags(wanted: &[String], all: &[&str], vi: &str, en: &str) -> Result<String, Failure> {
    for tag in wanted {
        if !all.contains(&tag.as_str()) {
            let choice = choose(nearest(tag, all.iter().copied()), all);
            return Err(Failure::new(
                format!("không có {vi} `{tag}`; {}", choice.vi),
                format!("there is no {en} `{tag}`; {}", choice.en),
            ));
        }
    }
    match (wanted.is_empty(), all.first()) {
        (false, _) => Ok(each_once(wanted).join(", ")),
        (true, Some(first)) => Ok((*first).to_owned()),
        (true, None) => {
            Err(Failure::new(format!("vocabulary.yaml chưa có {vi} nào"), format!("vocabulary.yaml has no {en} yet")))
        }
    }
}

fn each_once(tags: &[String]) -> Vec<&str> {
    let mut once = Vec::new();
    for tag in tags {
        if !once.contains(&tag.as_str()) {
            once.push(tag.as_str());
        }
    }
    once
}
