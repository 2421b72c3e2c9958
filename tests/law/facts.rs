//! The corpus against the facts that it was written from: every fact is in the corpus, every excerpt is in the facts, with
//! the same confidence and days, or `tests/facts/left-out.tsv` says why not. The facts are not part of the repository: they
//! lie beside it, in `../shared/law`, and where they do not, nothing is compared.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use camnang::internals::model::corpus::Corpus;
use camnang::internals::model::date::Date;
use camnang::internals::model::known::Day;
use camnang::internals::model::time::ValidityQuery;

/// A statement of the facts about a provision.
struct Fact {
    instrument: String,
    /// `null` where the place is not known.
    at: String,
    confidence: Option<String>,
}

/// A day of an instrument: `issued`, `effective`, `expired`.
struct FactDay {
    instrument: String,
    name: &'static str,
    day: String,
}

#[derive(Default)]
struct Facts {
    provisions: Vec<Fact>,
    days: Vec<FactDay>,
}

fn shared() -> Option<PathBuf> {
    let law = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/law");
    law.join("facts.yaml").is_file().then_some(law)
}

/// A scalar without its quotation marks.
fn scalar(text: &str) -> String {
    text.trim().trim_matches(['"', '\'']).to_owned()
}

impl Facts {
    /// In the order in which a later file wins over an earlier one.
    fn read(law: &Path) -> Self {
        let text = |name: &str| fs::read_to_string(law.join(name)).unwrap();
        let mut facts = Facts::default();
        facts.block(&text("facts.yaml"));
        facts.flow(&text("facts-2026-11-29.yaml"));
        facts.flow(&text("gaps-2026-11-29.yaml"));
        facts
    }

    /// `facts.yaml`: one key a line.
    fn block(&mut self, text: &str) {
        let (_, instruments) = text.split_once("\ninstruments:\n").unwrap();
        let mut instrument = String::new();
        let mut in_provision = false;
        for line in instruments.lines() {
            if let Some(id) = line.strip_prefix("- id: ") {
                (instrument, in_provision) = (scalar(id), false);
            } else if let Some(at) = line.strip_prefix("  - at: ") {
                in_provision = true;
                self.provisions.push(Fact { instrument: instrument.clone(), at: scalar(at), confidence: None });
            } else if let Some(confidence) = line.strip_prefix("    confidence: ").filter(|_| in_provision) {
                self.provisions.last_mut().unwrap().confidence = Some(scalar(confidence));
            } else {
                let key = |name: &&'static str| line.strip_prefix(&format!("  {name}: ")).is_some();
                if let Some(name) = ["issued", "effective", "expired"].into_iter().find(key) {
                    self.day(&instrument, name, &line[name.len() + 4..]);
                }
            }
        }
    }

    /// The later files: one statement a line, as `- {key: value, …}`, below the name of an instrument or with its id.
    fn flow(&mut self, text: &str) {
        let mut section = String::new();
        for line in text.lines() {
            if let Some(name) = line.strip_suffix(':').filter(|name| !name.starts_with(' ')) {
                section = name.split_once('-').filter(|(mark, _)| mark.len() == 1).map_or("", |(_, id)| id).to_owned();
            }
            let Some(item) = line.trim_start().strip_prefix("- {") else { continue };
            let item = format!(", {item}");
            let own = value(&item, "instrument").or_else(|| value(&item, "id"));
            let instrument = own.clone().unwrap_or_else(|| section.clone());
            let at = value(&item, "at");
            if value(&item, "instrument").is_some() || (at.is_some() && !instrument.is_empty()) {
                let confidence = value(&item, "confidence");
                let at = at.unwrap_or_else(|| "null".to_owned());
                self.provisions.push(Fact { instrument: instrument.clone(), at, confidence });
            }
            if value(&item, "id").is_some() {
                for (key, name) in [("issued", "issued"), ("in-force-from", "effective"), ("in-force-until", "expired")]
                {
                    value(&item, key).into_iter().for_each(|day| self.day(&instrument, name, &day));
                }
            }
        }
    }

    fn day(&mut self, instrument: &str, name: &'static str, day: &str) {
        self.days.push(FactDay { instrument: instrument.to_owned(), name, day: scalar(day) });
    }
}

/// The value of a key in `, key: value, key: "value"}`.
fn value(item: &str, key: &str) -> Option<String> {
    let (_, rest) = item.split_once(&format!(", {key}: "))?;
    let end = match rest.strip_prefix('"') {
        Some(quoted) => quoted.find('"')? + 2,
        None => rest.find([',', '}'])?,
    };
    Some(scalar(&rest[..end]))
}

/// Side and key to the reason; each must be needed.
fn left_out() -> BTreeMap<(String, String), String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts/left-out.tsv");
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [side, key, why] = cells[..] else { panic!("{line}") };
        assert!(!why.trim().is_empty(), "{key} is left out without a reason");
        ((side.to_owned(), key.to_owned()), why.to_owned())
    });
    rows.collect()
}

/// The differences, by side and key, with what the corpus has.
fn differences(corpus: &Corpus, facts: &Facts) -> BTreeMap<(String, String), String> {
    let mut found = BTreeMap::new();
    let mut differs = |side: &str, key: String, what: String| found.insert((side.to_owned(), key), what);
    let mut placed: BTreeMap<(String, String), Vec<(String, &str)>> = BTreeMap::new();
    let mut unplaced: BTreeMap<&str, usize> = BTreeMap::new();
    for excerpt in corpus.excerpts() {
        match excerpt.at.known() {
            Some(at) => placed
                .entry((excerpt.instrument.to_string(), at.to_string()))
                .or_default()
                .push((excerpt.id.to_string(), excerpt.confidence.key())),
            None => *unplaced.entry(excerpt.instrument.as_str()).or_default() += 1,
        }
    }
    let mut known: BTreeMap<(String, String), Option<String>> = BTreeMap::new();
    let mut nowhere: BTreeMap<&str, usize> = BTreeMap::new();
    for fact in &facts.provisions {
        if fact.at == "null" {
            *nowhere.entry(&fact.instrument).or_default() += 1;
            continue;
        }
        let place = (fact.instrument.clone(), fact.at.clone());
        if !placed.contains_key(&place) {
            differs("facts", format!("{} | {}", fact.instrument, fact.at), "is not in the corpus".to_owned());
        }
        known.insert(place, fact.confidence.clone());
    }
    for (place, excerpts) in &placed {
        for (id, confidence) in excerpts {
            match known.get(place) {
                None => differs("corpus", id.clone(), "is not in the facts".to_owned()),
                Some(Some(fact)) if fact != confidence => {
                    differs("confidence", id.clone(), format!("{confidence}, the facts say {fact}"))
                }
                Some(_) => None,
            };
        }
    }
    let instruments: BTreeSet<&str> = unplaced.keys().chain(nowhere.keys()).copied().collect();
    for id in instruments {
        let (excerpts, facts) = (unplaced.get(id), nowhere.get(id));
        if excerpts != facts {
            differs("unplaced", id.to_owned(), format!("{excerpts:?} excerpts and {facts:?} facts have no place"));
        }
    }
    // Of a day that two files give, the later one holds.
    let days: BTreeMap<(&str, &str), &str> =
        facts.days.iter().map(|day| ((day.instrument.as_str(), day.name), day.day.as_str())).collect();
    for ((instrument, name), day) in days {
        let Some(record) = corpus.instruments().find(|it| it.id.as_str() == instrument) else {
            differs("day", format!("{instrument} | {name}"), "there is no record".to_owned());
            continue;
        };
        // Of what has no validity the corpus has no day of effect, and the program takes that of its publication.
        let today: Date = "2026-12-01".parse().unwrap();
        let validity = corpus.validity(record, ValidityQuery::with_all_known(today)).kind.key();
        if name != "issued" && validity == "not-applicable" {
            continue;
        }
        let own = match name {
            "issued" => Some(&record.issued),
            "effective" => Some(&record.term.from),
            _ => record.term.until.as_ref(),
        };
        let own = own.and_then(Day::date).map_or("null".to_owned(), |date| date.to_string());
        if own != day {
            differs("day", format!("{instrument} | {name}"), format!("{own}, the facts say {day}"));
        }
    }
    found
}

#[test]
fn the_corpus_is_what_the_facts_say() {
    let Some(law) = shared() else {
        println!("skipped: the facts do not lie beside this repository");
        return;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let opened = camnang::internals::session::open(&root.join("corpus")).unwrap();
    let (found, mut known) = (differences(&opened.corpus, &Facts::read(&law)), left_out());
    let mut wrong: Vec<String> = Vec::new();
    for ((side, key), what) in found {
        if known.remove(&(side.clone(), key.clone())).is_none() {
            wrong.push(format!("{side}\t{key}\t{what}"));
        }
    }
    wrong.extend(known.into_keys().map(|(side, key)| format!("{side}\t{key}\tis left out and need not be")));
    assert!(wrong.is_empty(), "tests/facts/left-out.tsv:\n{}", wrong.join("\n"));
}

/// The draw of excerpts that were read again beside the facts and the texts: `tests/facts/read-again.tsv`.
#[test]
fn thirty_excerpts_were_read_again() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let opened = camnang::internals::session::open(&root.join("corpus")).unwrap();
    let ids: BTreeSet<&str> = opened.corpus.excerpts().map(|excerpt| excerpt.id.as_str()).collect();
    let text = fs::read_to_string(root.join("tests/facts/read-again.tsv")).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let read: BTreeSet<&str> = rows.map(|row| row.split('\t').next().unwrap()).collect();
    assert_eq!(read.len(), 30);
    assert!(read.is_subset(&ids), "{:?}", read.difference(&ids));
}
