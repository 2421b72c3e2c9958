//! Names where ids belong. A record is read by itself, so what is no id is reported there with an id made of its words; here
//! the things that have names are known, and the id that is meant can be given.

use crate::diag::{Finding, Fix, Sink};
use crate::model::corpus::Records;
use crate::model::instrument::Instrument;
use crate::syntax::citation::parse_number;
use crate::syntax::messages::yaml;
use crate::syntax::record::is_named;

/// Puts the id that is meant into the findings about words that are no id.
pub fn suggest(records: &Records, sink: &mut Sink) {
    for finding in sink.findings_mut().iter_mut().filter(|finding| finding.code == yaml::BAD_ID) {
        let meant = match (arg(finding, "key"), arg(finding, "id")) {
            (Some(key), Some(words)) => id_of(key, words, records).map(str::to_owned),
            _ => None,
        };
        if let (Some(id), Some((_, suggestion))) =
            (meant, finding.args.iter_mut().find(|(name, _)| *name == "suggestion"))
        {
            finding.fix = Some(Fix::value(id.as_str()));
            *suggestion = id.into();
        }
    }
}

fn arg<'f>(finding: &'f Finding, name: &str) -> Option<&'f str> {
    finding.args.iter().find(|(known, _)| *known == name).map(|(_, words)| words.vi.as_str())
}

/// The id of what a key names in words.
fn id_of<'r>(key: &str, words: &str, records: &'r Records) -> Option<&'r str> {
    let vocabulary = &records.vocabulary;
    match key {
        "topics" => only(vocabulary.topics.iter().filter(|it| is_named(words, &it.name)).map(|it| it.id.as_str())),
        "audiences" => {
            only(vocabulary.audiences.iter().filter(|it| is_named(words, &it.name)).map(|it| it.id.as_str()))
        }
        "level" => {
            let levels = vocabulary.levels.iter().filter(|it| is_named(words, &it.name) || is_named(words, &it.verb));
            only(levels.map(|it| it.id.as_str()))
        }
        "instrument" | "instruments" => instrument(words, records),
        "previous" => only(records.editions.values().filter(|it| is_named(words, &it.title)).map(|it| it.id.as_str())),
        "intro" | "front" | "answers" | "slides" => {
            only(records.guidance.values().filter(|it| is_named(words, &it.title)).map(|it| it.id.as_str()))
        }
        _ => None,
    }
}

/// The one instrument of a number, with or without its type before it, or of a name.
fn instrument<'r>(words: &str, records: &'r Records) -> Option<&'r str> {
    let number = words.find(|c: char| c.is_ascii_digit()).and_then(|at| words.get(at..));
    let key = number.and_then(|number| parse_number(number).ok()).map(|parsed| parsed.value.key());
    let numbered = |it: &&Instrument| key.is_some() && it.number.known().map(|number| number.key()) == key;
    let named = |it: &&Instrument| {
        let full = format!("{} {}", it.kind.name(), it.title);
        is_named(words, &it.title) || is_named(words, &full) || it.names.iter().any(|name| is_named(words, name))
    };
    only(records.instruments.values().filter(|it| numbered(it) || named(it)).map(|it| it.id.as_str()))
}

/// Returns the only one; `None` of several, since it is unclear which is meant.
fn only<'r>(mut found: impl Iterator<Item = &'r str>) -> Option<&'r str> {
    found.next().filter(|_| found.next().is_none())
}
