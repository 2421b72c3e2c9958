//! What the lists of duties say, for every audience of the real editions and of the sample: a box only where something
//! binds on the day, and every deadline as data.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use program::{camnang, copy, text};
use serde_json::Value;

const ANNEXES: [&str; 4] = ["responsibilities", "checklists", "report_form", "calendar"];
const DUE: [&str; 8] = ["on", "from", "yearly", "quarterly", "every", "within", "before", "when"];

/// The views of every edition of a corpus of this repository.
fn views(corpus: &str) -> Vec<Value> {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(corpus), &office.path().join("corpus"));
    camnang(office.path(), &["build", "--only", "json"]).must(0);
    let folders = fs::read_dir(office.path().join("output")).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = folders.map(|folder| folder.join("view.json")).filter(|file| file.is_file()).collect();
    assert!(!files.is_empty(), "{corpus} has no edition");
    files.iter().map(|file| serde_json::from_str(&text(file)).unwrap()).collect()
}

fn all_views() -> Vec<Value> {
    ["corpus", "tests/sample/corpus"].into_iter().flat_map(views).collect()
}

/// Every duty below a value, however it is grouped: with its excerpt in the annexes, without one in an excerpt.
fn duties<'v>(value: &'v Value, into: &mut Vec<&'v Value>) {
    match value {
        Value::Object(fields) if fields.contains_key("verb") => into.push(value),
        Value::Object(fields) => fields.values().for_each(|value| duties(value, into)),
        Value::Array(values) => values.iter().for_each(|value| duties(value, into)),
        _ => {}
    }
}

fn gathered(value: &Value) -> Vec<&Value> {
    let mut all = Vec::new();
    duties(value, &mut all);
    all
}

fn excerpts(view: &Value) -> Vec<&Value> {
    let parts = view["parts"].as_array().unwrap().iter();
    let chapters = parts.flat_map(|part| part["chapters"].as_array().unwrap());
    chapters.flat_map(|chapter| chapter["excerpts"].as_array().unwrap()).collect()
}

fn binds(duty: &Value) -> bool {
    matches!(duty["kind"]["key"].as_str().unwrap(), "duty" | "prohibition")
}

#[test]
fn no_list_has_a_duty_without_text_in_force() {
    for view in all_views() {
        let in_force: BTreeSet<&str> = excerpts(&view)
            .into_iter()
            .filter(|excerpt| excerpt["status"]["key"] == "in-force")
            .map(|excerpt| excerpt["id"].as_str().unwrap())
            .collect();
        let mut seen = 0;
        for duty in ANNEXES.iter().flat_map(|annex| gathered(&view[*annex])) {
            assert!(in_force.contains(duty["excerpt"]["id"].as_str().unwrap()), "{duty:#}");
            seen += 1;
        }
        assert!(seen > 0 || view["responsibilities"].is_null(), "{}: no list has a duty", view["edition"]["id"]);
    }
}

#[test]
fn a_box_is_only_where_something_binds_on_the_day() {
    for view in all_views() {
        for duty in ANNEXES.iter().flat_map(|annex| gathered(&view[*annex])) {
            assert_eq!(duty["kind"]["tick"] == true, binds(duty), "{duty:#}");
        }
        for excerpt in excerpts(&view) {
            let in_force = excerpt["status"]["key"] == "in-force";
            for duty in gathered(&excerpt["obligations"]) {
                assert_eq!(duty["kind"]["tick"] == true, binds(duty) && in_force, "{}: {duty:#}", excerpt["id"]);
            }
        }
        // The form asks what was done: of what binds, and of nothing else.
        assert!(gathered(&view["report_form"]).into_iter().all(binds), "{}", view["edition"]["id"]);
    }
}

#[test]
fn every_deadline_is_data_or_not_stated() {
    let mut kinds = BTreeSet::new();
    for view in all_views() {
        let annexes = ANNEXES.iter().flat_map(|annex| gathered(&view[*annex]));
        let own = excerpts(&view).into_iter().flat_map(|excerpt| gathered(&excerpt["obligations"]));
        for deadline in annexes.chain(own).map(|duty| &duty["deadline"]).filter(|deadline| !deadline.is_null()) {
            let data = &deadline["data"];
            let kind = data["kind"].as_str().unwrap();
            assert!(DUE.contains(&kind) && !deadline["text"].as_str().unwrap().is_empty(), "{deadline:#}");
            assert_eq!(deadline["name"] == "Bắt đầu", kind == "from", "{deadline:#}");
            let day = view["edition"]["as_of"]["iso"].as_str().unwrap();
            assert!(data["next"].as_str().is_none_or(|next| next > day), "{deadline:#}");
            kinds.insert(kind.to_owned());
        }
    }
    for kind in ["on", "from", "yearly", "every", "within", "before", "when"] {
        assert!(kinds.contains(kind), "no deadline is `{kind}`");
    }
}

/// A calendar has the days that lie ahead in order, and all that binds has words for those that passed.
#[test]
fn calendars_are_in_the_order_of_days() {
    for view in all_views().iter().filter(|view| !view["calendar"].is_null()) {
        for group in view["calendar"]["groups"].as_array().unwrap() {
            let days: Vec<&str> =
                group["entries"].as_array().unwrap().iter().map(|entry| entry["iso"].as_str().unwrap()).collect();
            assert!(!days.is_empty() && days.is_sorted(), "{}: {days:?}", group["anchor"]);
        }
    }
}

/// An act that moves a deadline is followed everywhere, with the former day in words; before it is in force nothing moves.
#[test]
fn a_deadline_that_was_moved_is_shown_as_it_is_now() {
    let office = tempfile::tempdir().unwrap();
    let corpus = office.path().join("corpus");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"), &corpus);
    let first = text(&corpus.join("excerpts/nd-1-2030/dieu-1.md"));
    let duty = "obligations:\n  - who: Cơ quan\n    audiences: [co-quan]\n    what: mua loại có IPv6\n    level: bat-buoc\n    \
                deadline: {id: mua-moi, on: 2030-12-31}\n";
    fs::write(corpus.join("excerpts/nd-1-2030/dieu-1.md"), first.replace("confidence:", &format!("{duty}confidence:")))
        .unwrap();
    let moves = first.replace("dieu-1", "dieu-2").replace("Điều 1", "Điều 2").replace(
        "confidence:",
        "in-force-from: 2030-05-01\nextends: [{extends: mua-moi, to: 2031-06-30}]\nconfidence:",
    );
    fs::write(corpus.join("excerpts/nd-1-2030/dieu-2.md"), moves).unwrap();
    let shown = |day: &str| -> String {
        camnang(office.path(), &["build", "--only", "json", "--as-of", day]).must(0);
        let view: Value = serde_json::from_str(&text(&office.path().join("output/so-tay/view.json"))).unwrap();
        let all = excerpts(&view).into_iter().flat_map(|excerpt| gathered(&excerpt["obligations"]));
        let deadline = all.map(|duty| &duty["deadline"]).next().unwrap();
        format!("{} ({})", deadline["text"].as_str().unwrap(), deadline["remark"].as_str().unwrap_or_default())
    };
    assert_eq!(shown("2030-04-30"), "31/12/2030 ()");
    let moved = shown("2030-06-01");
    assert!(moved.starts_with("30/06/2031 (trước đây: 31/12/2030; dời theo Điều 2"), "{moved}");
}
