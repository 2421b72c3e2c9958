//! `camnang new excerpt`: the frame of a provision, which is never printed before somebody has verified it.

use super::super::Failure;
use super::scaffold::{self, open, settled};
use crate::diag::Lang;
use crate::diag::advice::{choose, nearest};
use crate::model::draft::PLACEHOLDER;
use crate::session::OpenedCorpus;
use crate::syntax::citation::parse_locator;
use crate::syntax::record::RecordKind;

/// What the command line says of the excerpt.
pub struct ExcerptOptions<'a> {
    /// The id of its instrument.
    pub instrument: &'a str,
    /// The place in it, as it is cited.
    pub at: &'a str,
    pub topics: &'a [String],
    pub audiences: &'a [String],
}

/// Returns the path of the draft in the corpus, and its text.
///
/// # Errors
/// There is no such instrument, place, topic or audience.
pub fn draft(opened: &OpenedCorpus, asked: &ExcerptOptions<'_>, lang: Lang) -> Result<(String, String), Failure> {
    let ExcerptOptions { instrument, at, topics, audiences } = *asked;
    let instrument = opened.instrument(instrument)?;
    let locator = parse_locator(at).map_err(|error| {
        let problem = crate::syntax::messages::citation::locator_problem(&error, at);
        Failure::new(
            format!("`{at}` không phải một vị trí trong văn bản: {}. Viết như «khoản 3 Điều 18»", problem.vi),
            format!("`{at}` is no place in an instrument: {}. Write for example «khoản 3 Điều 18»", problem.en),
        )
    })?;
    let vocabulary = opened.corpus.vocabulary();
    let all_topics: Vec<&str> = vocabulary.topics.iter().map(|topic| topic.id.as_str()).collect();
    let all_audiences: Vec<&str> = vocabulary.audiences.iter().map(|audience| audience.id.as_str()).collect();
    let topics = tags(topics, &all_topics, "chủ đề", "topic")?;
    let audiences = tags(audiences, &all_audiences, "đối tượng", "audience")?;
    let locator = locator.value;
    let slug = locator.slug();
    let id = &instrument.id;
    let entries = [
        settled("id", format!("{id}.{slug}")),
        settled("instrument", id.to_string()),
        settled("at", locator.to_string()),
        open("wording", "summary"),
        open("topics", format!("[{topics}]")),
        open("audiences", format!("[{audiences}]")),
        open("confidence", "unverified"),
        scaffold::unchecked(),
        open("sources", format!("\n  - {PLACEHOLDER}")),
    ];
    let header = scaffold::record(RecordKind::Excerpt, &entries, lang);
    let citation = instrument.citation();
    let text = format!("---\n# {citation}\n{header}---\n{PLACEHOLDER}.\n");
    Ok((format!("excerpts/{id}/{slug}.md"), text))
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
