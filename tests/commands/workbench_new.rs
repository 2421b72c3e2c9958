//! New records and guided steps in the workbench: what is shown before is what is written, in one save that is undone as one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use crate::support::program;
use crate::support::workbench;

use std::collections::BTreeSet;
use std::path::Path;

use camnang::internals::syntax::record::RecordKind;
use program::{assert_same, copy, program, run, tree};
use tempfile::TempDir;
use workbench::{Answer, Workbench};

const CLAUSE: &str = "excerpts/nd-2001-2010/dieu-5.md";

fn office() -> TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus"), &office.path().join("corpus"));
    office
}

fn start(office: &TempDir) -> Workbench {
    Workbench::start(&mut program(office.path()))
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The value of a field of the page.
fn value<'p>(page: &'p str, name: &str) -> &'p str {
    let behind = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}: {page}"));
    behind.split('"').next().unwrap()
}

/// Sends the answers twice: they are looked at, which writes nothing, and then what was looked at is written.
fn write(workbench: &Workbench, office: &TempDir, step: &str, answers: &[(&str, &str)]) -> (String, Answer) {
    let before = tree(&office.path().join("corpus"));
    let looked = workbench.post(step, &pairs(answers));
    assert_eq!(looked.status, 200, "{step}: {}", looked.body);
    assert_same(&before, &tree(&office.path().join("corpus")), "a look wrote something");
    assert!(!looked.body.contains("Chưa ghi được, vì ghi xong"), "{step}: {}", looked.body);
    let mut fields = pairs(answers);
    fields.push(("looked".to_owned(), value(&looked.body, "looked").to_owned()));
    fields.push(("action".to_owned(), "save".to_owned()));
    let saved = workbench.post(step, &fields);
    assert_eq!(saved.status, 303, "{step}: {}", saved.body);
    (looked.body, saved)
}

fn errors(office: &TempDir) -> i32 {
    run(program(office.path()).args(["check"])).code
}

/// A way to begin a record, or an item of a record of which there is one: the page, the answers, the file that is written, and
/// a line of it.
type Begun = (&'static str, &'static [(&'static str, &'static str)], &'static str, &'static str);

const BEGUN: [Begun; 13] = [
    (
        "/new/excerpt",
        &[("instrument", "nd-2001-2010"), ("typed", "khoản 9 Điều 5"), ("topics", "thiet-bi"), ("words", "none")],
        "excerpts/nd-2001-2010/dieu-5.khoan-9.md",
        "at: khoản 9 Điều 5",
    ),
    (
        "/new/instrument",
        &[("text:number", "2009/2031/NĐ-XX")],
        "instruments/nd-2009-2031.yaml",
        "number: 2009/2031/NĐ-XX",
    ),
    ("/new/guidance", &[("text:title", "Lời bịa mới")], "guidance/loi-bia-moi.md", "title: Lời bịa mới"),
    (
        "/new/edition",
        &[
            ("text:title", "Bộ mẫu sau"),
            ("pick:like", "mau"),
            ("day:as-of", "1"),
            ("month:as-of", "1"),
            ("year:as-of", "2032"),
        ],
        "editions/bo-mau-sau.yaml",
        "as-of: 2032-01-01",
    ),
    ("/new/release", &[("pick:edition", "mau")], "releases/mau-2031-06-01.yaml", "edition: mau"),
    (
        "/new/vocabulary.topics",
        &[("text:item.name", "Việc bịa"), ("pick:place", "topics.0.children")],
        "vocabulary.yaml",
        "viec-bia",
    ),
    ("/new/vocabulary.audiences", &[("text:item.name", "Người bịa")], "vocabulary.yaml", "nguoi-bia"),
    (
        "/new/vocabulary.levels",
        &[
            ("text:item.id", "nen-bia"),
            ("text:item.name", "nên bịa"),
            ("text:item.verb", "nên bịa"),
            ("pick:item.kind", "recommendation"),
        ],
        "vocabulary.yaml",
        "nen-bia",
    ),
    (
        "/new/glossary.terms",
        &[("text:item.term", "Chữ bịa"), ("text:item.definition", "Chữ không có thật.")],
        "glossary.yaml",
        "Chữ không có thật.",
    ),
    (
        "/new/departments.groups.departments",
        &[("text:item.name", "Sở Bịa Thêm"), ("text:item.place", "Tỉnh Bịa"), ("pick:place", "groups.0.departments")],
        "departments.yaml",
        "so-bia-them",
    ),
    (
        "/new/departments.groups",
        &[
            ("text:item.title", "Sở bịa của thời sau"),
            ("day:item.from", "1"),
            ("month:item.from", "7"),
            ("year:item.from", "2033"),
            ("text:item.until", "none"),
            ("pick:item.confidence", "unverified"),
            ("day:item.checked-on", "1"),
            ("month:item.checked-on", "6"),
            ("year:item.checked-on", "2031"),
            ("item:item.sources", "Văn bản bịa"),
            ("text:item.departments.0.id", "so-thoi-sau"),
            ("text:item.departments.0.name", "Sở Thời Sau"),
            ("text:item.departments.0.place", "Tỉnh Bịa"),
        ],
        "departments.yaml",
        "so-thoi-sau",
    ),
    ("/new/settings", &[("text:item.issuer.name", "CƠ QUAN BỊA")], "settings.yaml", "CƠ QUAN BỊA"),
    (
        "/new/waivers.waivers",
        &[
            ("text:item.code", "CN402"),
            ("text:item.file", "instruments/nd-2001-2010.yaml"),
            ("text:item.reason", "Lý do bịa"),
            ("day:item.on", "1"),
            ("month:item.on", "6"),
            ("year:item.on", "2031"),
            ("day:item.until", "1"),
            ("month:item.until", "6"),
            ("year:item.until", "2032"),
        ],
        "waivers.yaml",
        "Lý do bịa",
    ),
];

/// Every kind of record, and every list of the files of which there is one, by the descriptions: a kind that is added has to be
/// in the table above.
#[test]
fn every_kind_of_record_can_be_begun() {
    let office = office();
    let workbench = start(&office);
    let page = workbench.get("/new").body;
    let known: BTreeSet<&str> = BEGUN.iter().map(|(address, ..)| *address).chain(["/files"]).collect();
    let links = page.split("<dd><a href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    assert_eq!(links.collect::<BTreeSet<_>>(), known, "{page}");
    for kind in RecordKind::ALL {
        let list = workbench.get(&format!("/records/{}", kind.key()));
        assert_eq!(list.status, 200, "{}", kind.key());
        assert!(known.iter().any(|address| list.body.contains(&format!("href=\"{address}\""))), "{}", kind.key());
    }
    let untouched = tree(&office.path().join("corpus"));
    for (number, (address, answers, file, line)) in BEGUN.into_iter().enumerate() {
        assert_eq!(workbench.get(address).status, 200, "{address}");
        let (looked, saved) = write(&workbench, &office, address, answers);
        assert!(looked.contains(file), "{address}: {looked}");
        let text = program::text(&office.path().join("corpus").join(file));
        assert!(text.contains(line), "{address}: {text}");
        assert_eq!(errors(&office), 0, "{address} brings an error");
        let opened = workbench.get(saved.header("Location").unwrap());
        assert!(opened.status == 200 && opened.body.contains("Đã lưu."), "{address}: {}", opened.body);
        let undone = workbench.post(&format!("/history/{}/undo", 2 * number + 1), &[]);
        assert_eq!(undone.status, 303, "{address}: {}", undone.body);
        assert_same(&untouched, &tree(&office.path().join("corpus")), "what was undone left something");
    }
}

#[test]
fn a_clause_is_amended_in_one_save() {
    let office = office();
    let workbench = start(&office);
    let before = tree(&office.path().join("corpus"));
    let answers = [
        ("text:excerpt", "tt-2003-2021.dieu-5"),
        ("text:by", "nd-2006-2030"),
        ("day:on", "1"),
        ("month:on", "3"),
        ("year:on", "2031"),
        ("text:at", "khoản 1 Điều 1"),
    ];
    let asked = workbench.get("/new/amendment?excerpt=tt-2003-2021.dieu-5").body;
    assert_eq!(value(&asked, "text:excerpt"), "tt-2003-2021.dieu-5", "an address answers a question");
    let (looked, saved) = write(&workbench, &office, "/new/amendment", &answers);
    for words in ["sua-2031", "+in-force-until: 2031-03-01", "amends"] {
        assert!(looked.contains(words), "{words}: {looked}");
    }
    let by_command = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus"), &by_command.path().join("corpus"));
    let line = ["new", "version", "tt-2003-2021.dieu-5", "--by", "nd-2006-2030", "--on", "2031-03-01"];
    run(program(by_command.path()).args(line).args(["--at", "khoản 1 Điều 1", "--really"])).must(0);
    assert_same(&tree(&by_command.path().join("corpus")), &tree(&office.path().join("corpus")), "the command differs");
    assert!(saved.header("Location").unwrap().contains(".sua-2031"));
    assert_eq!(workbench.post("/history/1/undo", &[]).status, 303);
    assert_same(&before, &tree(&office.path().join("corpus")), "what was undone left something");
}

#[test]
fn an_instrument_ends_by_an_act_or_by_its_own_term() {
    let office = office();
    let workbench = start(&office);
    let before = tree(&office.path().join("corpus"));
    let instrument = office.path().join("corpus/instruments/tt-2003-2021.yaml");
    let day = [("day:on", "1"), ("month:on", "3"), ("year:on", "2031")];
    for (how, by, acts) in [
        ("replaces", "nd-2006-2030", true),
        ("repeals", "nd-2006-2030", true),
        ("ends", "nd-2006-2030", true),
        ("own-term", "", false),
    ] {
        let answers = [&[("text:instrument", "tt-2003-2021"), ("pick:how", how), ("text:by", by)], &day[..]].concat();
        let (looked, _) = write(&workbench, &office, "/new/ending", &answers);
        assert!(looked.contains("thôi in"), "{how}: {looked}");
        assert!(program::text(&instrument).contains("in-force-until: 2031-03-01"), "{how}");
        assert_eq!(program::text(&instrument).contains("ends-by: own-term"), !acts, "{how}");
        let act = program::text(&office.path().join("corpus/instruments/nd-2006-2030.yaml"));
        assert_eq!(act.contains(&format!("type: {how}\n    instrument: tt-2003-2021")), acts, "{how}: {act}");
        assert_eq!(errors(&office), 0, "{how}");
        let history = workbench.get("/history").body;
        let latest = history.split("/history/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        assert_eq!(workbench.post(&format!("/history/{latest}/undo"), &[]).status, 303);
        assert_same(&before, &tree(&office.path().join("corpus")), "what was undone left something");
    }
}

#[test]
fn guidance_is_named_by_the_editions_that_are_ticked() {
    let office = office();
    let workbench = start(&office);
    let answers = [("text:title", "Lời bịa mới"), ("tick:editions", "mau"), ("tick:editions", "mau-cu")];
    let (looked, _) = write(&workbench, &office, "/new/guidance", &answers);
    assert!(looked.contains("editions/mau.yaml") && looked.contains("editions/mau-cu.yaml"), "{looked}");
    assert!(program::text(&office.path().join("corpus/editions/mau.yaml")).contains("front: [cach-dung, loi-bia-moi]"));
}

#[test]
fn answers_that_will_not_do_are_said_and_write_nothing() {
    let office = office();
    let workbench = start(&office);
    let before = tree(&office.path().join("corpus"));
    for (step, answers, said) in [
        ("/new/instrument", &[][..], "chưa trả lời: «Số, ký hiệu»"),
        ("/new/instrument", &[("text:number", "gì đó")], "không phải số, ký hiệu"),
        ("/new/instrument", &[("text:number", "2001/2010/NĐ-XX")], "đã có hồ sơ"),
        ("/new/instrument", &[("text:number", "12/QĐ-XX")], "«Ngày ban hành»"),
        ("/new/guidance", &[], "chưa trả lời: «Tên bài»"),
        ("/new/guidance", &[("text:title", "a"), ("text:id", "cach-dung")], "đã có"),
        ("/new/guidance", &[("text:title", "a"), ("text:id", "../../a")], "không làm id được"),
        ("/new/guidance", &[("text:title", "a"), ("text:id", "nul")], "không làm id được"),
        ("/new/edition", &[("text:title", "a")], "chưa trả lời: «Tính đến ngày»"),
        ("/new/release", &[("pick:edition", "khong-co")], "không có"),
        ("/new/amendment", &[("text:excerpt", "tt-2003-2021.dieu-5")], "chưa trả lời: «Văn bản sửa đổi»"),
        ("/new/ending", &[("text:instrument", "tt-2003-2021"), ("pick:how", "repeals")], "chưa trả lời"),
        ("/new/ending", &[("text:instrument", "tt-2003-2021"), ("pick:how", "own-term")], "chưa có ngày"),
    ] {
        let mut fields = pairs(answers);
        fields.push(("action".to_owned(), "save".to_owned()));
        let refused = workbench.post(step, &fields);
        let page = refused.body.replace("&quot;", "\"").replace("&#x27;", "'").replace("&#39;", "'");
        assert!(refused.status == 409 && page.contains(said), "{step} {answers:?}: {page}");
        assert!(!page.contains(" --"), "{step} {answers:?}: who sees a page types no options: {page}");
    }
    // A file with an error is shown with it, and not written.
    let term = [("text:item.term", "Chữ bịa"), ("action", "save")];
    let refused = workbench.post("/new/glossary.terms", &pairs(&term));
    assert!(refused.status == 200 && refused.body.contains("Chưa ghi được, vì ghi xong"), "{}", refused.body);
    // Other answers than those that were looked at are shown first.
    let other = [("text:title", "Bài khác"), ("looked", "x"), ("action", "save")];
    let shown = workbench.post("/new/guidance", &pairs(&other));
    assert!(shown.status == 200 && shown.body.contains("vừa đổi từ lúc xem trước"), "{}", shown.body);
    assert_eq!(workbench.get("/new/khong-co").status, 404);
    assert_same(&before, &tree(&office.path().join("corpus")), "what was refused wrote something");
}

/// Line ends of another system stay, whichever way a file is changed; and a file that may not be written is whole.
#[test]
fn files_of_another_system_stay_as_they_are() {
    let office = office();
    let corpus = office.path().join("corpus");
    let files = ["vocabulary.yaml", "instruments/tt-2003-2021.yaml", "instruments/nd-2006-2030.yaml", CLAUSE];
    for file in files {
        let text = program::text(&corpus.join(file)).replace('\n', "\r\n");
        std::fs::write(corpus.join(file), text).unwrap();
    }
    let workbench = start(&office);
    let untouched = tree(&corpus);
    let ending = [("text:instrument", "tt-2003-2021"), ("pick:how", "repeals"), ("text:by", "nd-2006-2030")];
    write(
        &workbench,
        &office,
        "/new/ending",
        &[&ending[..], &[("day:on", "1"), ("month:on", "3"), ("year:on", "2031")]].concat(),
    );
    write(&workbench, &office, "/new/vocabulary.topics", &[("text:item.name", "Việc bịa")]);
    let page = "/records/excerpt/nd-2001-2010.dieu-5";
    let mut form = workbench::fields(&workbench.get(page).body);
    workbench::set(&mut form, "text:title", "Tên khác");
    assert_eq!(workbench.post(page, &form).status, 303);
    for file in files {
        let text = program::text(&corpus.join(file));
        assert_ne!(text.as_bytes(), untouched[file], "{file} was to be another");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{file}: {text:?}");
    }
    let clause = corpus.join(CLAUSE);
    let former = program::text(&clause);
    let mut rights = std::fs::metadata(&clause).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&clause, rights.clone()).unwrap();
    let mut form = workbench::fields(&workbench.get(page).body);
    workbench::set(&mut form, "text:title", "Tên khác nữa");
    let refused = workbench.post(page, &form);
    assert!(refused.status == 409 && refused.body.contains("chỉ cho đọc"), "{}", refused.body);
    assert!(refused.body.contains("Tên khác nữa"), "the words stay on the page");
    assert_eq!(program::text(&clause), former);
}
