//! `camnang status` and `camnang timeline`, through the program, on the invented corpus of the law in time.

use crate::support::english;
use crate::support::program;

use std::path::{Path, PathBuf};

use program::{Ran, camnang};
use serde_json::Value;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/law-in-time/corpus")
}

fn run(args: &[&str]) -> Ran {
    let corpus = corpus();
    camnang(&corpus, &[args, &["--corpus", corpus.to_str().unwrap()]].concat())
}

fn json(args: &[&str]) -> Vec<Value> {
    serde_json::from_str(&run(&[args, &["--format", "json"]].concat()).must(0).out).unwrap()
}

/// Status, since, until, by, confidence; `-` where there is none.
fn status(id: &str, day: &str) -> String {
    let rows = json(&["status", id, "--as-of", day]);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["id"], id);
    assert_eq!(rows[0].as_object().unwrap().len(), 13, "{}", rows[0]);
    let word = |key: &str| rows[0][key].as_str().unwrap_or("-").to_owned();
    ["status", "since", "until", "by", "confidence"].map(word).join(" ")
}

#[test]
fn a_status_states_since_when_until_when_and_by_which_act() {
    assert_eq!(status("nd-1-2010", "2010-02-28"), "not-commenced 2010-03-01 2020-01-01 nd-2-2019 text-read");
    assert_eq!(status("nd-1-2010", "2010-03-01"), "in-force 2010-03-01 2020-01-01 nd-2-2019 text-read");
    assert_eq!(status("nd-1-2010", "2019-12-31"), "in-force 2010-03-01 2020-01-01 nd-2-2019 text-read");
    assert_eq!(status("nd-1-2010", "2020-01-01"), "ended 2010-03-01 2020-01-01 nd-2-2019 text-read");
    assert_eq!(status("tt-4-2015", "2030-07-01"), "partly-ended 2015-04-01 - nd-3-2030 text-read");
    assert_eq!(
        status("tt-4-2015.dieu-7.khoan-2.diem-a", "2030-07-01"),
        "ended 2015-04-01 2030-07-01 nd-3-2030 text-read"
    );
    assert_eq!(status("tt-4-2015.dieu-7.khoan-3", "2030-07-01"), "in-force 2015-04-01 - - text-read");
    assert_eq!(status("qd-7-2012", "2012-12-30"), "unknown - - - second-hand");
    assert_eq!(status("qd-7-2012", "2012-12-31"), "in-force - - - second-hand");
    assert_eq!(status("qd-7-2012", "2015-01-01"), "unknown - - - second-hand");
}

#[test]
fn a_suspension_ends() {
    assert_eq!(status("tt-8-2014", "2019-11-30"), "in-force 2014-04-01 2019-12-01 qd-9-2019 text-read");
    assert_eq!(status("tt-8-2014", "2019-12-01"), "suspended 2014-04-01 2019-12-01 qd-9-2019 text-read");
    assert_eq!(status("tt-8-2014", "2020-05-31"), "suspended 2014-04-01 2019-12-01 qd-9-2019 text-read");
    assert_eq!(status("tt-8-2014", "2020-06-01"), "in-force 2014-04-01 - - text-read");
}

#[test]
fn without_an_id_all_instruments_are_listed_and_with_a_flag_the_excerpts() {
    let all = json(&["status", "--as-of", "2020-01-01"]);
    assert!(all.iter().all(|row| !row["id"].as_str().unwrap().contains('.')), "{all:?}");
    let more = json(&["status", "--as-of", "2020-01-01", "--excerpts"]);
    assert!(more.len() > all.len());
    let table = run(&["status", "--as-of", "2020-01-01", "--lang", "en"]).must(0).out;
    assert!(table.starts_with("As of 2020-01-01\n\n"), "{table}");
    let row = table.lines().find(|line| line.starts_with("Nghị định số 01/2010/NĐ-XX")).unwrap();
    let cells: Vec<&str> = row.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let expected = [
        "Nghị định số 01/2010/NĐ-XX",
        "■ ended",
        "2010-03-01",
        "2020-01-01",
        "Nghị định số 02/2019/NĐ-XX",
        "text-read",
    ];
    assert_eq!(cells, expected);
    let one = run(&["status", "nd-1-2010", "--as-of", "2030-07-01"]).must(0).out;
    assert!(one.contains("thay bằng Nghị định số 02/2019/NĐ-XX, nay là Nghị định số 03/2030/NĐ-XX"), "{one}");
}

#[test]
fn what_cannot_be_answered_says_what_to_ask() {
    let said = run(&["status"]).must(2);
    assert!(said.err.contains("--as-of 2030-09-01"), "{}", said.err);
    let said = run(&["status", "nd-1-2011", "--as-of", "2020-01-01", "--lang", "en"]).must(2);
    assert!(said.err.contains("do you mean `nd-1-2010`?"), "{}", said.err);
    run(&["status", "--as-of", "1/7/2026"]).must(2);
}

#[test]
fn the_timeline_is_in_order_and_names_the_acts() {
    let events = json(&["timeline"]);
    let days: Vec<&str> = events.iter().map(|event| event["date"].as_str().unwrap()).collect();
    assert!(days.is_sorted());
    let event_of = |date: &str, id: &str, event: &str| {
        let found = events.iter().find(|it| it["date"] == date && it["id"] == id && it["event"] == event);
        found.unwrap_or_else(|| panic!("{date} {id} {event} is not in the timeline"))
    };
    event_of("2010-01-15", "nd-1-2010", "issued");
    event_of("2010-03-01", "nd-1-2010", "in-force");
    let end = event_of("2020-01-01", "nd-1-2010", "ended");
    assert_eq!(
        (&end["by"], &end["at"], &end["cause"]),
        (&"nd-2-2019".into(), &"khoản 2 Điều 60".into(), &"replaced".into())
    );
    event_of("2019-12-01", "tt-8-2014", "suspended");
    event_of("2020-06-01", "tt-8-2014", "resumed");
    event_of("2030-07-01", "tt-4-2015", "partly-ended");
    event_of("2030-07-01", "tt-4-2015.dieu-5", "ended");
    // The bound of an unknown day is no event of the law.
    event_of("2012-12-31", "qd-7-2012", "certainly-in-force");
    assert!(!events.iter().any(|it| it["id"] == "qd-7-2012" && it["event"] == "in-force"));
    assert!(event_of("2015-01-01", "qd-7-2012", "unknown")["reason"].is_string());
    // An excerpt that goes with its instrument is not listed again.
    assert!(!events.iter().any(|it| it["id"] == "nd-1-2010.dieu-5"));
    let words = run(&["timeline"]).must(0).out;
    assert!(words.contains("do Nghị định số 02/2019/NĐ-XX (khoản 2 Điều 60)"), "{words}");
}

fn hard_cases(args: &[&str]) -> Vec<Value> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/hard-cases/corpus");
    let ran = camnang(&corpus, &[args, &["--format", "json", "--corpus", corpus.to_str().unwrap()]].concat());
    serde_json::from_str(&ran.must(0).out).unwrap()
}

/// Each is an event of its own: in force for some, an end that is later for some, a correction, an annulment, the end of a
/// transition.
#[test]
fn the_timeline_has_the_hard_cases() {
    let events = hard_cases(&["timeline"]);
    let has = |date: &str, id: &str, event: &str| {
        events.iter().any(|it| it["date"] == date && it["id"] == id && it["event"] == event)
    };
    assert!(has("2030-06-01", "nd-4-2030.dieu-2.khoan-1", "corrected"), "on the day from which it is known");
    assert!(!has("2030-06-01", "nd-4-2030.dieu-2.khoan-2", "corrected"), "its sibling");
    assert!(has("2030-04-01", "tt-5-2030", "never-in-force"));
    assert!(has("2031-08-01", "tt-7-2031", "never-in-force"));
    assert!(has("2031-07-01", "nd-30-2030", "in-force-for-some"));
    assert!(has("2032-07-01", "nd-30-2030", "ended-for-some"));
    assert!(has("2032-07-01", "nd-1-2030", "transition-ended"));
    assert!(has("2031-12-31", "nd-35-2028", "certainly-in-force"));
    let some = events.iter().find(|it| it["event"] == "in-force-for-some" && it["id"] == "nd-30-2030").unwrap();
    assert_eq!(some["scope"], "phần về số hiệu mạng");
}

/// With the knowledge of a day, nothing is listed that was issued after it, nor what it did.
#[test]
fn a_timeline_of_a_day_of_knowledge_does_not_foretell() {
    let events = hard_cases(&["timeline", "--known-on", "2031-02-28"]);
    let later = ["nd-11-2031", "qd-13-2031", "qd-14-2031", "tt-9-2031"];
    for event in &events {
        assert!(!later.iter().any(|id| event["id"] == *id || event["by"] == *id), "{event}");
    }
    let begins = events.iter().find(|it| it["id"] == "tt-5-2030" && it["event"] != "issued").unwrap();
    assert_eq!((&begins["date"], &begins["event"]), (&"2030-04-01".into(), &"in-force".into()));
}

/// The status of one of a few invented decrees, each with its first day, its end and more keys.
fn said_of(records: &[(&str, &str, &str, &str)], id: &str, day: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    write_decrees(place.path(), records);
    let corpus = place.path().to_str().unwrap();
    camnang(place.path(), &["status", id, "--as-of", day, "--corpus", corpus]).must(0).out
}

fn write_decrees(root: &Path, records: &[(&str, &str, &str, &str)]) {
    std::fs::create_dir_all(root.join("instruments")).unwrap();
    for (id, from, until, more) in records {
        let number = id.trim_start_matches("nd-").replace('-', "/");
        let text = format!(
            "id: {id}\nnumber: 0{number}/NĐ-XX\ntype: Nghị định\ntitle: ví dụ\nissuer: Chính phủ\nsigner: A\n\
             issued: 2020-01-10\nin-force-from: {from}\nin-force-until: {until}\n{more}\nconfidence: text-read\n\
             checked-on: 2035-01-01\nsources: [Ví dụ]\n"
        );
        std::fs::write(root.join(format!("instruments/{id}.yaml")), text).unwrap();
    }
    let vocabulary = "topics: [{id: a, name: A}]\naudiences: [{id: b, name: B}]\nlevels: []\n";
    std::fs::write(root.join("vocabulary.yaml"), vocabulary).unwrap();
}

/// What a suspension says of the day on which the text is in force again, beside other acts: in the words for readers.
#[test]
fn nothing_is_promised_that_another_act_prevents() {
    let suspends = "relations: [{type: suspends, instrument: nd-1-2020, at: Điều 1, until: 2032-07-01}]";
    let repeals = "relations: [{type: repeals, instrument: nd-1-2020, at: Điều 9}]";
    let none = "relations: []";
    let cases = [
        // A text that ends on the day, or before, is not in force again.
        ("2032-01-01", "2032-07-01", repeals, "2032-02-01", "có hiệu lực trở lại"),
        ("2032-01-01", "2032-05-01", repeals, "2032-02-01", "có hiệu lực trở lại"),
        // It does not come into force while it is suspended.
        ("2030-02-15", "2033-01-01", none, "2030-02-20", "sẽ có từ"),
    ];
    for (first, second, then, day, promised) in cases {
        let until = if then == repeals { second } else { "none" };
        let records = [
            ("nd-1-2020", "2030-03-01", until, none),
            ("nd-2-2020", first, "none", suspends),
            ("nd-3-2020", second, "none", then),
        ];
        let said = said_of(&records, "nd-1-2020", day);
        assert!(said.contains("Ngưng hiệu lực") || said.contains("Chưa có hiệu lực"), "{said}");
        assert!(!said.contains(promised), "{said}");
    }
}

/// The rule about what details an ended instrument is named where it makes the text end, and of such a text only.
#[test]
fn the_rule_of_the_law_is_named_where_it_decides() {
    let child = |verb: &str, day: &str| {
        let more = format!("relations: [{{type: {verb}, instrument: nd-1-2020}}]\nends-by: parent-ended");
        let records =
            [("nd-1-2020", "2020-03-01", day, "ends-by: own-term"), ("nd-2-2020", "2020-03-01", day, more.as_str())];
        said_of(&records, "nd-2-2020", day)
    };
    let named = "Điều khoản quyết định: khoản 2 Điều 57 Luật số 64/2025/QH15";
    let said = child("guides", "2025-09-01");
    assert!(said.contains(named) && said.contains("(mới thấy trích đoạn)"), "{said}");
    // The words of the clause said the contrary then.
    let said = child("guides", "2025-05-01");
    assert!(said.contains("Hết hiệu lực từ 01/05/2025") && !said.contains("Điều khoản quyết định"), "{said}");
    for verb in ["amends", "based-on"] {
        let said = child(verb, "2025-09-01");
        assert!(said.contains("Hết hiệu lực từ 01/09/2025") && !said.contains("Điều khoản quyết định"), "{said}");
    }
}

/// The provision that says from when a text is in force decides that, and no other state.
#[test]
fn the_clause_of_the_first_day_decides_no_end() {
    let more = "in-force-at: khoản 1 Điều 30\nends-by: own-term";
    let said = |day: &str| said_of(&[("nd-1-2020", "2030-03-01", "2032-01-01", more)], "nd-1-2020", day);
    assert!(said("2031-01-01").contains("Điều khoản quyết định: khoản 1 Điều 30"), "{}", said("2031-01-01"));
    assert!(said("2030-02-01").contains("Điều khoản quyết định: khoản 1 Điều 30"), "{}", said("2030-02-01"));
    assert!(!said("2032-01-01").contains("Điều khoản quyết định"), "{}", said("2032-01-01"));
}

/// However many give the details of one another in a row, none is in force because nobody looks at the first.
#[test]
fn what_hangs_on_many_in_a_row_is_unknown_and_not_in_force() {
    let ids: Vec<String> = (1..=12).map(|number| format!("nd-{number}-2020")).collect();
    let guides: Vec<String> = ids.iter().map(|id| format!("relations: [{{type: guides, instrument: {id}}}]")).collect();
    let mut records = vec![("nd-1-2020", "2020-03-01", "2026-01-01", "ends-by: own-term")];
    records
        .extend(ids.iter().skip(1).zip(&guides).map(|(id, more)| (id.as_str(), "2020-03-01", "none", more.as_str())));
    for (deep, id) in ids.iter().enumerate().skip(1) {
        let state = if deep > 8 { "Chưa rõ hiệu lực" } else { "Còn hiệu lực" };
        assert!(said_of(&records, id, "2025-12-31").contains(state), "{id}");
        let said = said_of(&records, id, "2026-01-01");
        assert!(said.contains("Chưa rõ hiệu lực") && said.contains("Cần biết để kết luận"), "{id}: {said}");
    }
    // What hangs on itself is a fault of its own, and says nothing here.
    let circle = [
        ("nd-1-2020", "2020-03-01", "none", "relations: [{type: guides, instrument: nd-2-2020}]"),
        ("nd-2-2020", "2020-03-01", "none", "relations: [{type: guides, instrument: nd-1-2020}]"),
    ];
    assert!(said_of(&circle, "nd-1-2020", "2026-01-01").contains("Còn hiệu lực"));
}

/// A text issued with an ended one says so once: that it is unknown, or which clause keeps it.
#[test]
fn what_was_issued_with_an_ended_text_rests_on_nothing_else() {
    let said = |kept: &str| {
        let issues = format!("ends-by: own-term\nrelations: [{{type: issues, instrument: nd-1-2020{kept}}}]");
        let records =
            [("nd-1-2020", "2020-03-01", "none", ""), ("nd-2-2020", "2020-03-01", "2026-01-01", issues.as_str())];
        said_of(&records, "nd-1-2020", "2026-01-01")
    };
    let kept = said(", kept-by: {number: 03/2025/NĐ-XX, issued: 2025-12-01, at: Điều 2}");
    assert!(kept.contains("tiếp tục có hiệu lực theo Điều 2"), "{kept}");
    assert!(said("").contains("Chưa rõ hiệu lực"), "{}", said(""));
    for said in [kept, said("")] {
        assert!(!said.contains("dựa trên"), "{said}");
    }
}

/// A part that is suspended is listed once, with its instrument, when that begins and when it is over.
#[test]
fn the_timeline_has_the_suspension_of_a_part_once_and_its_end() {
    let events = hard_cases(&["timeline"]);
    let of_the_part = |event: &str| {
        let found = events.iter().filter(|it| it["event"] == event && it["scope"] == "khoản 2 Điều 5");
        found.map(|it| format!("{} {}", it["date"].as_str().unwrap(), it["id"].as_str().unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(of_the_part("suspended-for-some"), ["2031-11-01 nd-85-2030"]);
    assert_eq!(of_the_part("resumed-for-some"), ["2032-06-01 nd-85-2030"]);
}

/// An annulment is on the timeline on its own day too, and says which act; what ends in part says which part.
#[test]
fn the_timeline_has_the_day_of_an_annulment_and_names_the_parts() {
    let events = hard_cases(&["timeline"]);
    let find = |date: &str, id: &str, event: &str| {
        let found = events.iter().find(|it| it["date"] == date && it["id"] == id && it["event"] == event);
        found.unwrap_or_else(|| panic!("{date} {id} {event}")).clone()
    };
    let annulled: Vec<&Value> =
        events.iter().filter(|it| it["event"] == "annulled" && it["id"] == "tt-5-2030").collect();
    assert_eq!(annulled.len(), 1, "once, and not for its excerpts");
    assert_eq!((&annulled[0]["by"], &annulled[0]["at"]), (&"qd-13-2031".into(), &"Điều 1".into()));
    assert!(!events.iter().any(|it| it["event"] == "annulled" && it["id"] == "tt-5-2030.dieu-1"));
    assert_eq!(find("2032-01-01", "nd-3-2030", "partly-ended")["scope"], "khoản 2 Điều 5");
}

/// What `check` says of a few invented decrees.
fn checked_of(records: &[(&str, &str, &str, &str)], lang: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    write_decrees(place.path(), records);
    camnang(place.path(), &["check", "--corpus", place.path().to_str().unwrap(), "--lang", lang]).out
}

/// An end that an act was to make, which another act undid: the finding names both, and says what to write.
#[test]
fn an_end_by_an_act_that_was_undone_says_so() {
    let cases = [("2032-06-01", "CN401"), ("2030-03-01", "CN402")];
    for (from, code) in cases {
        let records = [
            ("nd-1-2020", from, "2032-01-01", ""),
            ("nd-2-2020", "2032-01-01", "none", "relations: [{type: replaces, instrument: nd-1-2020, at: Điều 9}]"),
            ("nd-3-2020", "2033-01-01", "none", "relations: [{type: annuls, instrument: nd-2-2020, at: Điều 1}]"),
        ];
        let said = checked_of(&records, "vi");
        assert!(said.contains(code), "{said}");
        assert!(said.contains("nhưng chính nó bị huỷ bỏ bởi `nd-3-2020`"), "{said}");
        assert!(said.contains("`in-force-until: none`"), "{said}");
    }
}

/// Of an English run only the names of law are Vietnamese, and the words of an editor, which are quoted.
#[test]
fn an_english_run_is_english() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/hard-cases/corpus");
    let english = |args: &[&str]| {
        let all = [args, &["--lang", "en", "--corpus", corpus.to_str().unwrap()]].concat();
        let said = camnang(&corpus, &all).must(0).out;
        // The first column names the record.
        if let Some(line) = said.lines().find(|line| english::is_vietnamese(line)) {
            panic!("{args:?}: {line}");
        }
        said
    };
    assert!(english(&["timeline"]).contains("«phần về số hiệu mạng»"));
    let whole = english(&["status", "nd-37-2031", "--as-of", "2032-01-01"]);
    assert!(whole.contains("To be found out: the clause that names the first day in force"), "{whole}");
    let rows: Value =
        serde_json::from_str(&english(&["status", "tt-22-2018", "--as-of", "2020-01-01", "--format", "json"])).unwrap();
    assert!(rows[0]["reason"].as_str().unwrap().starts_with("what it gives the details of"), "{rows}");
}
