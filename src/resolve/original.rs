//! Compares verbatim excerpts with the stored originals. Only white space may differ.

use super::RecordPlaces;
use crate::characters;
use crate::diag::{Finding, Place, Sink};
use crate::hash::sha256;
use crate::model::excerpt::{Excerpt, Original, Wording};
use crate::model::subject::Subject;
use crate::model::text::plain_text;
use crate::resolve::messages::originals as time;
use crate::source::{Kind, Sources};

/// Compares the body with the original, and the original with its hash.
pub fn check(excerpt: &Excerpt, original: &Original, sources: &Sources, places: &RecordPlaces, sink: &mut Sink) {
    let subject = Subject::Excerpt(excerpt.id.clone());
    let entry = |key: &str| Place::Entry(subject.clone(), key.to_owned());
    let stored = sources.files().find(|(_, file)| file.kind == Kind::Original && file.path == original.file);
    let Some((_, stored)) = stored else {
        let finding = Finding::new(time::ORIGINAL_MISSING, entry("original.file"));
        let name = original.file.rsplit(['/', '\\']).next().unwrap_or_default();
        return sink.push(finding.arg("path", original.file.as_str()).arg("name", name));
    };
    if !stored.is_sound {
        return;
    }
    let found = sha256(stored.text.as_bytes());
    if found != original.sha256 {
        let finding = Finding::new(time::ORIGINAL_CHANGED, entry("original.sha256"));
        return sink.push(finding.arg("path", original.file.as_str()).arg("found", found));
    }
    if excerpt.wording == Wording::Verbatim {
        compare(excerpt, &stored.text, &subject, sources, places, sink);
    }
}

fn compare(
    excerpt: &Excerpt,
    stored: &str,
    subject: &Subject,
    sources: &Sources,
    places: &RecordPlaces,
    sink: &mut Sink,
) {
    let quoted = plain_text(&excerpt.body);
    // The body was read so; the original is kept as it was stored.
    let (stored, _) = characters::read(stored);
    let quoted: Vec<&str> = quoted.split_whitespace().collect();
    let stored: Vec<&str> = stored.split_whitespace().collect();
    // The place in the original that agrees for longest is the one that was meant.
    let best = (0..stored.len())
        .map(|start| (agreeing(&quoted, &stored[start..]), start))
        .max_by_key(|(length, start)| (*length, std::cmp::Reverse(*start)));
    let (agreed, start) = best.unwrap_or((0, 0));
    if agreed == quoted.len() {
        return;
    }
    let around = |words: &[&str], at: usize| words.iter().skip(at).take(6).copied().collect::<Vec<_>>().join(" ");
    let differing = around(&quoted, agreed);
    let place = body_place(subject, &quoted[..agreed], quoted.get(agreed).copied(), sources, places);
    let finding = Finding::new(time::NOT_VERBATIM, place).arg("words", differing);
    sink.push(finding.arg("original", around(&stored, start + agreed)));
}

fn agreeing(quoted: &[&str], stored: &[&str]) -> usize {
    quoted.iter().zip(stored).take_while(|(a, b)| a == b).count()
}

/// Where the differing word is in the body: as many of its like before it as agreed. The key `wording` where that
/// cannot be known, because Markdown writes the word in another way.
fn body_place(
    subject: &Subject,
    agreed: &[&str],
    word: Option<&str>,
    sources: &Sources,
    places: &RecordPlaces,
) -> Place {
    let found = places.file(subject).and_then(|file| sources.get(file)).and_then(|file| {
        let start = crate::syntax::record::header_range(&file.text).map_or(0, |header| header.end);
        let word = word?;
        let body = file.text.get(start..)?;
        let before = agreed.iter().filter(|earlier| **earlier == word).count();
        let whole = body.match_indices(word).filter(|(at, _)| {
            let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            ends(body[..*at].chars().next_back()) && ends(body[at + word.len()..].chars().next())
        });
        let (at, _) = whole.into_iter().nth(before).or_else(|| body.match_indices(word).next())?;
        Some(Place::Body(subject.clone(), start + at..start + at + word.len()))
    });
    found.unwrap_or_else(|| Place::Entry(subject.clone(), "wording".to_owned()))
}
