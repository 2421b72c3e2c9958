//! The real corpus against a table made by hand from the facts and not from the program: `tests/truth/status.tsv`, one
//! row per instrument, one column per day, then the end and the act that makes it, then what the row is traced to.
//! A new instrument needs a row; nothing here is ever accepted from what the program says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::program;

use camnang::internals::model::date::Date;
use camnang::internals::model::time::ValidityQuery;
use camnang::internals::model::validity::ValidityKind;

struct Row {
    statuses: Vec<String>,
    end: String,
    act: String,
}

fn table(root: &Path) -> (Vec<Date>, BTreeMap<String, Row>) {
    let text = fs::read_to_string(root.join("tests/truth/status.tsv")).unwrap();
    let mut lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let days: Vec<Date> = head[1..head.len() - 3].iter().map(|day| day.parse().unwrap()).collect();
    let rows = lines.map(|cells| {
        assert_eq!(cells.len(), head.len(), "{cells:?}");
        assert!(!cells[head.len() - 1].is_empty(), "{} is traced to nothing", cells[0]);
        let statuses = cells[1..=days.len()].iter().map(|&status| status.to_owned()).collect();
        let row = Row { statuses, end: cells[head.len() - 3].to_owned(), act: cells[head.len() - 2].to_owned() };
        (cells[0].to_owned(), row)
    });
    let rows: BTreeMap<String, Row> = rows.collect();
    (days, rows)
}

#[test]
fn every_instrument_is_in_the_state_that_the_facts_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (days, mut rows) = table(root);
    assert_eq!(days.len(), 10);
    let checked = camnang::internals::session::open(&root.join("corpus")).unwrap();
    let mut wrong = Vec::new();
    for instrument in checked.corpus.instruments() {
        let id = instrument.id.as_str();
        let Some(row) = rows.remove(id) else {
            wrong.push(format!("{id} has no row"));
            continue;
        };
        for (day, expected) in days.iter().zip(&row.statuses) {
            let validity = checked.corpus.validity(instrument, ValidityQuery::with_all_known(*day));
            if validity.kind.key() != expected {
                wrong.push(format!("{id} on {day}: {}, the facts say {expected}", validity.kind.key()));
            }
            if validity.kind == ValidityKind::Ended {
                let end = validity.until.map_or("-".to_owned(), |date| date.to_string());
                let act = validity.by.map_or("-".to_owned(), |id| id.to_string());
                if (&end, &act) != (&row.end, &row.act) {
                    wrong.push(format!("{id} ended {end} by {act}, the facts say {} by {}", row.end, row.act));
                }
            }
        }
    }
    wrong.extend(rows.keys().map(|id| format!("{id} has a row and no record")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The hard cases, of invented instruments: `tests/truth/hard-cases.tsv` has a row for each question, with the day of
/// knowledge where it is not all that the corpus knows, and the act and the clause that decide. Through the program.
#[test]
fn the_hard_cases_are_answered_as_the_law_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = root.join("tests/cases/hard-cases/corpus");
    let text = fs::read_to_string(root.join("tests/truth/hard-cases.tsv")).unwrap();
    let mut wrong = Vec::new();
    assert!(text.lines().count() >= 74, "{} lines", text.lines().count());
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [record, day, known, expected @ .., traced] = cells.as_slice() else { panic!("{line}") };
        assert!(!traced.is_empty(), "{line}");
        let mut args = vec!["status", record, "--as-of", day, "--format", "json", "--corpus", corpus.to_str().unwrap()];
        if *known != "-" {
            args.extend(["--known-on", known]);
        }
        let rows: serde_json::Value = serde_json::from_str(&program::camnang(root, &args).must(0).out).unwrap();
        let found = ["status", "until", "by", "at"].map(|key| rows[0][key].as_str().unwrap_or("-"));
        if found != *expected {
            wrong.push(format!("{record} on {day}, known on {known}: {found:?}, the law says {expected:?}"));
        }
        let unknown = rows[0]["status"] == "unknown";
        assert_eq!(unknown, rows[0]["settled_by"].is_string(), "{record} on {day}: what would settle it?");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Texts in force for some only: a row for each question in `tests/truth/scopes.tsv`, of the same corpus.
#[test]
fn scopes_live_within_the_life_of_their_text() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = root.join("tests/cases/hard-cases/corpus");
    let text = fs::read_to_string(root.join("tests/truth/scopes.tsv")).unwrap();
    let mut wrong = Vec::new();
    assert!(text.lines().count() >= 29, "{} lines", text.lines().count());
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [record, day, known, state, end, _traced] = cells.as_slice() else { panic!("{line}") };
        let (id, words) = record.split_once(": ").unwrap();
        let mut args = vec!["status", id, "--as-of", day, "--format", "json", "--corpus", corpus.to_str().unwrap()];
        if *known != "-" {
            args.extend(["--known-on", known]);
        }
        let rows: serde_json::Value = serde_json::from_str(&program::camnang(root, &args).must(0).out).unwrap();
        let scope = rows[0]["scopes"].as_array().unwrap().iter().find(|scope| scope["scope"] == words);
        let found = scope.map_or(["absent", "-"], |it| ["status", "until"].map(|key| it[key].as_str().unwrap_or("-")));
        if found != [*state, *end] {
            wrong.push(format!("{record} on {day}, known on {known}: {found:?}, the law says {state} {end}"));
        }
        let settled = scope.is_some_and(|it| it["settled_by"].is_string() && it["reason"].is_string());
        assert_eq!(*state == "unknown", settled, "{record} on {day}: what would settle it?");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The chains that the booklet has to state correctly.
#[test]
fn chains_of_successors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let checked = camnang::internals::session::open(&root.join("corpus")).unwrap();
    let chain = |id: &str, day: &str| {
        let instrument = checked.corpus.instrument(&id.parse().unwrap()).unwrap();
        let chain = checked.corpus.successors(instrument, ValidityQuery::with_all_known(day.parse().unwrap()));
        chain.iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(chain("nd-102-2009", "2014-01-31"), "");
    assert_eq!(chain("nd-102-2009", "2019-12-31"), "");
    assert_eq!(chain("nd-102-2009", "2020-01-01"), "nd-73-2019");
    assert_eq!(chain("nd-102-2009", "2026-03-01"), "nd-73-2019 nd-45-2026");
    assert_eq!(chain("nd-102-2009", "2026-11-23"), "nd-73-2019 nd-45-2026 nd-224-2026");
    assert_eq!(chain("nd-97-2008", "2024-12-24"), "nd-72-2013");
    assert_eq!(chain("nd-97-2008", "2024-12-25"), "nd-72-2013 nd-147-2024");
    // Repealed, and followed by the act that repealed it.
    assert_eq!(chain("nd-72-2013", "2024-12-25"), "nd-147-2024");
    assert_eq!(chain("tt-22-2013", "2026-11-23"), "tt-39-2017");
    // Nobody has verified that 22/2013 replaced 01/2011, so the chain does not say so.
    assert_eq!(chain("tt-01-2011", "2026-11-23"), "");
}
