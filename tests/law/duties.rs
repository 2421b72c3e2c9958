//! What the lists of duties say, for every audience of the real editions and of the sample: a box only where something
//! binds on the day, and every deadline as data.

use crate::support::program;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use program::{camnang, copy, text};
use serde_json::Value;

const ANNEXES: [&str; 4] = ["responsibilities", "checklists", "report_form", "calendar"];
const NO_DAY: &str = "điều khoản không nêu ngày cụ thể";
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

/// A calendar has its days in order and says which of them have passed; what comes again on unknown days stands last.
#[test]
fn calendars_are_in_the_order_of_days() {
    let (mut groups, mut passed, mut without_day) = (0, 0, 0);
    for view in all_views().iter().filter(|view| !view["calendar"].is_null()) {
        let as_of = view["edition"]["as_of"]["iso"].as_str().unwrap();
        for group in view["calendar"]["groups"].as_array().unwrap() {
            let entries = group["entries"].as_array().unwrap();
            let days: Vec<&str> = entries.iter().map(|entry| entry["iso"].as_str().unwrap_or("unknown")).collect();
            assert!(!days.is_empty() && days.is_sorted(), "{}: {days:?}", group["anchor"]);
            for (entry, day) in entries.iter().zip(days) {
                assert_eq!(entry["passed"].is_string(), day <= as_of, "{as_of}: {entry:#}");
                passed += usize::from(day <= as_of);
                if entry["iso"].is_null() {
                    assert_eq!(entry["day"], NO_DAY);
                    without_day += 1;
                }
            }
            groups += 1;
        }
    }
    assert!(
        groups > 10 && passed > 0 && without_day > 0,
        "{groups} groups, {passed} passed, {without_day} without a day"
    );
}

/// An act that moves a deadline is followed in every list, with the former day in words; before it is in force nothing moves.
#[test]
fn a_deadline_that_was_moved_is_shown_as_it_is_now() {
    let office = office(&duty("mua loại có IPv6", "{id: mua-moi, on: 2030-12-31}"));
    let excerpts = office.path().join("corpus/excerpts/nd-1-2030");
    let first = text(&excerpts.join("dieu-1.md"));
    let (head, rest) = first.split_once("obligations:").unwrap();
    let body = rest.split_once("confidence:").unwrap().1;
    let moves = "in-force-from: 2030-05-01\nextends: [{extends: mua-moi, to: 2031-06-30}]\n";
    let moves = format!("{head}{moves}confidence:{body}").replace("dieu-1", "dieu-2").replace("Điều 1", "Điều 2");
    fs::write(excerpts.join("dieu-2.md"), moves).unwrap();
    let shown = |day: &str| -> [String; 6] {
        camnang(office.path(), &["build", "--only", "html", "--as-of", day]).must(0);
        let file = |name: &str| text(&office.path().join("output/so-tay/html").join(name));
        let list = camnang(office.path(), &["list", "duties", "--as-of", day, "--format", "csv"]).must(0).out;
        let pages = ["viec-can-lam.html", "mau-bao-cao.html", "lich-viec.html", "doi-tuong/co-quan.html"].map(file);
        let [one, two, three, four] = pages;
        [one, two, three, four, file("lich/co-quan.csv"), list]
    };
    for place in shown("2030-04-30") {
        assert!(place.contains("31/12/2030") && !place.contains("30/06/2031"), "{place}");
    }
    for place in shown("2030-06-01") {
        assert!(place.contains("30/06/2031 (trước đây: 31/12/2030; dời theo Điều 2"), "{place}");
    }
    let calendar = calendar_files(office.path()).0.unwrap().replace("\r\n ", "");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20310630\r\n"), "{calendar}");
}

/// The evidence of a duty is in the sheet, the checklist and the form: by the clause that asks for it, or as advice.
#[test]
fn what_shows_that_it_was_done_is_in_every_list() {
    let of = |what: &str, evidence: &str| duty(what, &format!("{{on: 2030-12-31}}, evidence: [{evidence}]"));
    let clause = of("báo cáo", "{what: Báo cáo theo mẫu, at: khoản 2 Điều 1}");
    let office = office(&(clause + &of("rà soát", "{what: Biên bản rà soát}")));
    camnang(office.path(), &["build", "--only", "html"]).must(0);
    let pages = ["mua-sam.html", "viec-can-lam.html", "mau-bao-cao.html", "lich-viec.html", "doi-tuong/co-quan.html"];
    for name in pages {
        let page = text(&office.path().join("output/so-tay/html").join(name));
        for said in ["Báo cáo theo mẫu (theo khoản 2 Điều 1)", "Biên bản rà soát (gợi ý của nhóm biên soạn)"]
        {
            assert!(page.contains(said), "no {said} in {name}: {page}");
        }
    }
}

/// An office with the duties, and the calendar of its edition.
fn office(duties: &str) -> tempfile::TempDir {
    let office = tempfile::tempdir().unwrap();
    let corpus = office.path().join("corpus");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"), &corpus);
    let path = corpus.join("excerpts/nd-1-2030/dieu-1.md");
    let changed = text(&path).replace("confidence:", &format!("obligations:\n{duties}confidence:"));
    fs::write(&path, changed).unwrap();
    let path = corpus.join("editions/so-tay.yaml");
    fs::write(&path, format!("{}annexes:\n{ANNEXES_OF_DUTIES}", text(&path))).unwrap();
    office
}

const ANNEXES_OF_DUTIES: &str = "  - {kind: calendar, title: Lịch việc}\n  - {kind: checklists, title: Phiếu việc}\n  - {kind: report-form, title: Mẫu báo cáo}\n";

fn duty(what: &str, deadline: &str) -> String {
    format!("  - {{who: Cơ quan, audiences: [co-quan], what: {what}, level: bat-buoc, deadline: {deadline}}}\n")
}

/// The files of the calendar of `co-quan`: the events, and the table.
fn calendar_files(office: &Path) -> (Option<String>, String) {
    camnang(office, &["build", "--only", "html"]).must(0);
    let folder = office.join("output/so-tay/html/lich");
    let names: BTreeSet<String> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let page = text(&office.join("output/so-tay/html/lich-viec.html"));
    for name in ["co-quan.ics", "co-quan.csv", "tat_ca.ics", "tat_ca.csv"] {
        assert_eq!(page.contains(&format!("href=\"lich/{name}\"")), names.contains(name), "{name} of {names:?}");
    }
    let calendar = names.contains("co-quan.ics").then(|| text(&folder.join("co-quan.ics")));
    assert_eq!(names.contains("tat_ca.ics"), calendar.is_some(), "{names:?}");
    (calendar, text(&folder.join("co-quan.csv")))
}

/// A right and a goal are no duties: each kind has a verb and a sign of its own, and only what binds has a box and is asked of.
#[test]
fn each_kind_has_its_verb_its_sign_and_a_box_or_none() {
    let kinds = [
        ("bat-buoc", "duty", "phải", "►"),
        ("cam", "prohibition", "không được", "×"),
        ("nen", "recommendation", "nên", "»"),
        ("khuyen-khich", "encouragement", "được khuyến khích", "▲"),
        ("quyen", "right", "được", "◊"),
        ("dich", "goal", "có mục tiêu", "☼"),
    ];
    let all =
        kinds.map(|(level, ..)| duty(&format!("làm {level}"), "không nêu").replace("bat-buoc,", &format!("{level},")));
    let office = office(&all.concat());
    let levels =
        kinds.map(|(id, kind, verb, _)| format!("  - {{id: {id}, name: mức {id}, verb: {verb}, kind: {kind}}}\n"));
    let path = office.path().join("corpus/vocabulary.yaml");
    let vocabulary = text(&path).split("levels:").next().unwrap().to_owned();
    fs::write(&path, format!("{vocabulary}levels:\n{}", levels.concat())).unwrap();
    camnang(office.path(), &["build", "--only", "html"]).must(0);
    let page = |name: &str| text(&office.path().join("output/so-tay/html").join(name));
    let (checklist, form, own) = (page("viec-can-lam.html"), page("mau-bao-cao.html"), page("doi-tuong/co-quan.html"));
    for (level, kind, verb, sign) in kinds {
        let sentence = format!("<b>Cơ quan</b> <em>{verb}</em> làm {level}");
        let binds = matches!(kind, "duty" | "prohibition");
        for list in [&checklist, &own] {
            let line = list.split("<li ").find(|line| line.contains(&sentence)).unwrap();
            assert_eq!(line.contains(&format!("k-{kind} tick\"")), binds, "{line}");
            assert!(line.contains(&format!(">{sign}</span> mức {level}<")), "{line}");
        }
        assert_eq!(form.contains(&sentence), binds, "{level} in the form");
    }
}

/// RFC 5545 has no calendar without an event.
#[test]
fn a_calendar_whose_days_have_passed_is_a_table_only() {
    let office = office(&duty("báo cáo", "{on: 2029-12-31}"));
    let (calendar, table) = calendar_files(office.path());
    assert_eq!(calendar, None);
    assert!(table.contains("\r\n2029-12-31,") && table.contains(",31/12/2029 (đã qua),"), "{table}");
}

/// A day that has come is said to have come, and on the day itself not to have passed.
#[test]
fn lists_say_what_has_passed_and_what_is_due_on_the_day() {
    let office = office(&(duty("một", "{on: 2030-12-31}") + &duty("hai", "{yearly: 31/12}")));
    let list = |day: &str, more: &[&str]| {
        let args = [&["list", "duties", "--as-of", day], more].concat();
        camnang(office.path(), &args).must(0).out
    };
    let csv = |day: &str| list(day, &["--format", "csv"]);
    for (day, human, table) in [
        ("2030-12-30", "31/12/2030]", "31/12/2030,2030-12-31,"),
        ("2030-12-31", "31/12/2030 (đến hạn đúng ngày này)]", "31/12/2030 (đến hạn đúng ngày này),,"),
        ("2031-01-01", "31/12/2030 (đã qua ngày 31/12/2030)]", "31/12/2030 (đã qua ngày 31/12/2030),,"),
    ] {
        let (said, rows) = (list(day, &[]), csv(day));
        assert!(said.contains(human) && rows.contains(table), "{day}: {said}\n{rows}");
    }
    let yearly = "hằng năm (đến hạn đúng ngày này; lần tới: 31/12/2031)]";
    assert!(list("2030-12-31", &[]).contains(yearly), "{}", list("2030-12-31", &[]));
}

/// Two duties of one sentence on two days are two events, and each keeps its name in the next edition.
#[test]
fn each_day_is_an_event_of_its_own() {
    let office = office(&(duty("báo cáo", "{yearly: 31/01}") + &duty("báo cáo", "{yearly: 31/07}")));
    let ids = |calendar: &str| -> BTreeSet<String> {
        calendar.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
    };
    let calendar = calendar_files(office.path()).0.unwrap();
    assert_eq!(ids(&calendar).len(), 2, "{calendar}");
    let home = text(&office.path().join("output/so-tay/html/index.html"));
    for day in ["2030-07-31", "2031-01-31"] {
        let entry = format!("<li data-audiences=\"co-quan\"><time datetime=\"{day}\">");
        assert!(home.contains(&entry), "the first page lacks {day}");
    }
    let path = office.path().join("corpus/editions/so-tay.yaml");
    fs::write(&path, text(&path).replace("2030-06-01", "2031-06-01")).unwrap();
    let later = calendar_files(office.path()).0.unwrap();
    assert!(later.contains("DTSTART;VALUE=DATE:20320131"), "{later}");
    assert_eq!(ids(&later), ids(&calendar));
}

/// «Hằng năm», and no day: nobody can compute it, and everything says so.
#[test]
fn what_comes_again_without_a_day_says_so() {
    let duties = ["{every: 1 years, words: Hằng năm}", "{every: 3 months}", "{every: 10 days}"];
    let dated = duty("việc 9", "{every: 3 months, starting: 2030-01-31}");
    let all: String = duties.iter().zip(1..).map(|(deadline, at)| duty(&format!("việc {at}"), deadline)).collect();
    let office = office(&(all + &dated));
    let (calendar, table) = calendar_files(office.path());
    assert_eq!(calendar.unwrap().matches("BEGIN:VEVENT").count(), 1);
    let lines: Vec<&str> = table.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(lines, ["2030-07-31", NO_DAY, NO_DAY, NO_DAY], "{table}");
    let page = text(&office.path().join("output/so-tay/html/lich-viec.html"));
    assert!(page.contains("1 việc có ngày; 3 việc lặp lại mà điều khoản không nêu ngày cụ thể"), "{page}");
    let list = camnang(office.path(), &["list", "duties", "--format", "csv"]).must(0).out;
    for said in ["Hằng năm", "3 tháng một lần", "10 ngày một lần"] {
        let said = format!("{said} ({NO_DAY})");
        assert!(page.contains(&said), "no {said} in {page}");
        assert!(list.contains(&format!(",{said},{NO_DAY},")), "no {said} in {list}");
    }
    assert!(list.contains(",\"3 tháng một lần, lần đầu ngày 31/01/2030\",2030-07-31,"), "{list}");
}

/// Who wrote a duty is not who opens the table: nothing in a cell is reckoned.
#[test]
fn no_cell_of_a_table_is_a_formula() {
    let office = tempfile::tempdir().unwrap();
    let corpus = office.path().join("corpus");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"), &corpus);
    let path = corpus.join("excerpts/nd-1-2030/dieu-1.md");
    let duty = "obligations:\n  - who: =1+1\n    audiences: [co-quan]\n    what: mua loại có IPv6\n    level: bat-buoc\n    \
                deadline: {on: 2030-12-31}\n";
    fs::write(&path, text(&path).replace("confidence:", &format!("{duty}title: '@Tên, của điều'\nconfidence:")))
        .unwrap();
    let list = |what: &str| camnang(office.path(), &["list", what, "--format", "csv"]).must(0).out;
    assert!(list("duties").contains("\r\nco-quan,'=1+1 phải mua loại có IPv6,"), "{}", list("duties"));
    assert!(list("excerpts").contains(",\"'@Tên, của điều\"\r\n"), "{}", list("excerpts"));
}
