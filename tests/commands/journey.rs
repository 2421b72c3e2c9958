//! An editor's day, through the real program: a new instrument and clause are drafted, filled in, checked, built, found
//! in every output; then every slip an editor makes is reported with its place and its fix, and spoils nothing.

use crate::support::program;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use program::{assert_same, camnang, camnang_reading, office, put, text, tree};
use scraper::{Html, Selector};
use serde_json::Value;

const PLACEHOLDER: &str = "VIẾT NỘI DUNG Ở ĐÂY";
const INSTRUMENT: &str = "corpus/instruments/tt-99-2025.yaml";
const EXCERPT: &str = "corpus/excerpts/tt-99-2025/dieu-7.khoan-2.md";
const ID: &str = "tt-99-2025.dieu-7.khoan-2";
const CLAUSE: &str = "Bộ định tuyến mua mới phải chuyển tiếp được gói tin IPv6 ngay khi xuất xưởng.";

const NEW_INSTRUMENT: [&str; 4] = ["new", "instrument", "--number", "99/2025/TT-BKHCN"];
const NEW_EXCERPT: [&str; 10] = [
    "new",
    "excerpt",
    "--instrument",
    "tt-99-2025",
    "--at",
    "khoản 2 Điều 7",
    "--topic",
    "mua-sam",
    "--audience",
    "co-quan-nha-nuoc",
];

/// Replaces what must be there exactly once.
#[track_caller]
fn edit(path: &Path, from: &str, to: &str) {
    let before = text(path);
    assert_eq!(before.matches(from).count(), 1, "`{from}` in {}:\n{before}", path.display());
    fs::write(path, before.replace(from, to)).unwrap();
}

/// What an editor writes into the two drafts. The circular is invented.
fn fill_in(office: &Path) {
    let instrument = office.join(INSTRUMENT);
    edit(&instrument, &format!("title: {PLACEHOLDER}"), "title: quy định về thiết bị mạng của cơ quan nhà nước");
    edit(&instrument, &format!("issuer: {PLACEHOLDER}"), "issuer: Bộ Khoa học và Công nghệ");
    edit(&instrument, "signer: {unknown: Chưa tra}", "signer: {unknown: Bản đăng lại không có trang ký}");
    edit(&instrument, "issued: {unknown: Chưa tra}", "issued: 2025-03-01");
    edit(&instrument, "in-force-from: {unknown: Chưa tra}", "in-force-from: 2025-04-15");
    edit(&instrument, "in-force-until: {unknown: Chưa tra}", "in-force-until: none");
    edit(&instrument, "confidence: unverified", "confidence: text-read");
    edit(&instrument, "checked-on: 2000-01-01", "checked-on: 2026-11-23");
    edit(&instrument, &format!("- {PLACEHOLDER}"), "- Bản đăng lại toàn văn");
    let excerpt = office.join(EXCERPT);
    edit(&excerpt, &format!("{PLACEHOLDER}.\n"), &format!("{CLAUSE}\n"));
    edit(&excerpt, &format!("- {PLACEHOLDER}"), "- Bản đăng lại toàn văn, Điều 7");
    edit(&excerpt, "confidence: unverified", "confidence: text-read");
    edit(&excerpt, "checked-on: 2000-01-01", "checked-on: 2026-11-23");
}

/// A corpus with the new clause, filled in.
fn office_with_clause() -> tempfile::TempDir {
    let office = office();
    camnang(office.path(), &NEW_INSTRUMENT).must(0);
    camnang(office.path(), &NEW_EXCERPT).must(0);
    fill_in(office.path());
    office
}

/// The words that a reader of the page sees in its main part, spaces evened.
fn page_words(path: &Path) -> String {
    let page = Html::parse_document(&text(path));
    let main = Selector::parse("main").unwrap();
    let words: Vec<&str> = page.select(&main).flat_map(|main| main.text()).flat_map(str::split_whitespace).collect();
    words.join(" ")
}

#[test]
fn a_clause_from_draft_to_print() {
    let office = office();
    let folder = office.path();
    let said = camnang(folder, &NEW_INSTRUMENT).must(0);
    assert!(said.out.contains(INSTRUMENT), "{}", said.out);
    let said = camnang(folder, &NEW_EXCERPT).must(0);
    assert!(said.out.contains(EXCERPT) && said.out.contains("camnang check"), "{}", said.out);

    // The draft passes, says what is still to do, and is not printed.
    let draft = camnang(folder, &["check"]).must(0);
    assert!(draft.out.contains("0 lỗi, "), "{}", draft.out);
    for file in [INSTRUMENT, EXCERPT] {
        assert!(draft.out.contains(&format!("{file}:")), "{file} is not said to be a draft:\n{}", draft.out);
    }
    assert!(draft.out.contains("CN215") && draft.out.contains(PLACEHOLDER), "{}", draft.out);
    camnang(folder, &["check", "--strict"]).must(1);
    camnang(folder, &["build", "--only", "html"]).must(0);
    let why = camnang(folder, &["why", ID, "--edition", "ipv6"]).must(0);
    assert!(why.out.contains("KHÔNG") && why.out.contains("unverified"), "{}", why.out);
    for (path, bytes) in tree(&folder.join("output")) {
        let page = String::from_utf8_lossy(&bytes);
        assert!(!page.contains(PLACEHOLDER) && !page.contains("tt-99-2025"), "the draft is printed in {path}");
    }

    fill_in(folder);
    let clean = camnang(folder, &["check", "--strict"]).must(0);
    // A waived warning is still shown, as a note.
    assert!(clean.out.contains("0 lỗi, 0 cảnh báo, ") && !clean.out.contains("tt-99-2025"), "{}", clean.out);
    let why = camnang(folder, &["why", ID, "--edition", "ipv6"]).must(0);
    assert!(why.out.contains("CÓ trong ấn bản `ipv6`") && why.out.contains("`mua-sam`"), "{}", why.out);
    let why = camnang(folder, &["why", ID, "--edition", "ipv6-2014", "--lang", "en"]).must(0);
    assert!(why.out.contains("NOT in the edition `ipv6-2014`"), "{}", why.out);

    // Everything in one run where the program holds Typst; the web pages only where it does not.
    let html_only = ["build", "ipv6", "--only", "html"];
    let build: &[&str] = if cfg!(feature = "pdf") { &["build", "ipv6"] } else { &html_only };
    camnang(folder, build).must(0);
    let output = folder.join("output/ipv6");
    let citation = "Khoản 2 Điều 7 Thông tư số 99/2025/TT-BKHCN";
    for page in ["html/mua-sam.html", &format!("html/e/{ID}.html")] {
        let words = page_words(&output.join(page));
        assert!(words.contains(CLAUSE) && words.contains(citation), "{page}: {words}");
    }
    assert!(page_words(&output.join("html/mua-sam.html")).contains("IPv6"));
    if cfg!(feature = "pdf") {
        let words = program::pdf_words(&output.join("ipv6.pdf"));
        for wanted in [CLAUSE, citation] {
            assert!(words.contains(&program::without_spaces(wanted)), "not in the PDF: {wanted}");
        }
    } else {
        eprintln!("built without the feature `pdf`: the clause is not looked for in a PDF");
    }
}

/// A slip: what the editor's file says instead, and what the program must answer.
struct Slip {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    line: usize,
    column: usize,
    code: &'static str,
    /// In the sentence that says what is wrong.
    names: &'static str,
    /// In the sentence that says what to write.
    advises: &'static str,
}

const fn slip(from: &'static str, to: &'static str, place: (usize, usize), code: &'static str) -> Slip {
    Slip { file: EXCERPT, from, to, line: place.0, column: place.1, code, names: "", advises: "" }
}

impl Slip {
    const fn says(self, names: &'static str, advises: &'static str) -> Self {
        Slip { names, advises, ..self }
    }

    const fn within(self, file: &'static str) -> Self {
        Slip { file, ..self }
    }
}

const SLIPS: [Slip; 17] = [
    slip("topics: [", "topcis: [", (11, 1), "CN104").says("`topcis`", "`topics`"),
    slip("topics: [mua-sam]", "topics: [mua-sam]\ntopics: [thiet-bi]", (12, 1), "CN105").says("`topics`", "gộp"),
    slip("wording: summary\n", "", (3, 1), "CN106").says("`wording`", "`wording: …`"),
    slip("[mua-sam]", "[mua-sắm]", (11, 10), "CN111").says("`mua-sắm`", "`mua-sam`"),
    slip("[mua-sam]", "[mua-san]", (11, 10), "CN303").says("`mua-san`", "`mua-sam`"),
    slip("checked-on: 2026-11-23", "checked-on: 23/11/2026", (21, 13), "CN112").says("`23/11/2026`", "2026-11-23"),
    slip("at: khoản 2 Điều 7", "at: điểm 2 khoản a Điều 7", (5, 5), "CN116")
        .says("`điểm 2 khoản a Điều 7`", "từ nhỏ đến lớn"),
    slip("khi xuất", "<b>khi</b> xuất", (43, 63), "CN201").says("`<b>`", "\\<"),
    slip("khi xuất", "[khi](javascript:alert(1)) xuất", (43, 63), "CN202").says("`javascript:alert(1)`", "https://"),
    slip("khi xuất", "[[tt-99-2025.dieu-8]] xuất", (43, 63), "CN304")
        .says("`tt-99-2025.dieu-8`", "excerpts/tt-99-2025/dieu-8.md"),
    slip("---\n# Thông", "# Thông", (1, 1), "CN102").says("phần đầu", "---"),
    slip("\n---\nBộ", "\nBộ", (42, 1), "CN103").says("---", "---"),
    slip("sources:\n  - ", "sources:\n\t- ", (24, 1), "CN101").says("Tab", "dấu cách"),
    slip("wording: summary", "wording: sumary", (9, 10), "CN114").says("`sumary`", "`summary`"),
    slip("confidence: text-read", "confidence:", (19, 11), "CN107").says("`confidence`", "sau dấu hai chấm"),
    slip("instrument: tt-99-2025", "instrument: tt-99-2052", (4, 13), "CN307").says("`tt-99-2052`", "instrument"),
    slip("title: quy định", "title: Thiết bị: quy định", (5, 16), "CN101").within(INSTRUMENT).says("", "nháy kép"),
];

#[test]
fn every_slip_is_reported_with_its_place_and_its_fix() {
    let office = office_with_clause();
    let folder = office.path();
    camnang(folder, &["build", "--only", "html"]).must(0);
    let former = tree(&folder.join("output"));
    let mut wrong = Vec::new();
    for slip in &SLIPS {
        let path = folder.join(slip.file);
        let whole = text(&path);
        edit(&path, slip.from, slip.to);
        if let Err(fault) = check_report(folder, slip) {
            wrong.push(fault);
        }
        let built = camnang(folder, &["build", "--only", "html"]);
        if built.code != 1 || !built.out.contains(slip.code) {
            wrong.push(format!("a build does not say {}:\n{}", slip.code, built.out));
        }
        if wrong.is_empty() {
            assert_same(&former, &tree(&folder.join("output")), "a build that failed touched the output");
        }
        fs::write(&path, whole).unwrap();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    camnang(folder, &["check", "--strict"]).must(0);
}

fn check_report(folder: &Path, slip: &Slip) -> Result<(), String> {
    let ran = camnang(folder, &["check"]);
    if ran.code != 1 {
        return Err(format!("`{}` → `{}` is not a fault:\n{}", slip.from, slip.to, ran.out));
    }
    let Slip { file, line, column, code, names, advises, .. } = slip;
    let fault = |what: &str| Err(format!("`{}` → `{}`: {what}\n{}", slip.from, slip.to, ran.out));
    let head = format!("{file}:{line}:{column}: lỗi {code}: ");
    let Some((_, rest)) = ran.out.split_once(&head) else { return fault(&format!("not said: {head}")) };
    let message = rest.lines().next().unwrap_or_default();
    let Some(help) = rest.lines().find_map(|line| line.strip_prefix("  → ")) else { return fault("no advice") };
    if !message.contains(names) {
        return fault(&format!("the message does not name {names}"));
    }
    if !help.contains(advises) {
        return fault(&format!("the advice does not say {advises}"));
    }
    // The line itself, with marks under what is meant.
    let source = text(&folder.join(file));
    let source = source.lines().nth(line - 1).unwrap_or_default().replace('\t', " ");
    let shown: String = source.chars().take(60).collect();
    if !rest.lines().nth(1).is_some_and(|snippet| snippet.starts_with(&format!("  {line} | {shown}"))) {
        return fault("the line is not shown");
    }
    // A slip is reported once, not once for each thing that follows from it.
    if ran.out.matches(": lỗi CN").count() != 1 {
        return fault("more than one error for one slip");
    }
    Ok(())
}

#[test]
fn new_never_overwrites() {
    let office = office_with_clause();
    let folder = office.path();
    let before = tree(folder);
    for (args, file) in [(&NEW_INSTRUMENT[..], INSTRUMENT), (&NEW_EXCERPT[..], EXCERPT)] {
        let refused = camnang(folder, args).must(2);
        assert!(refused.err.contains(file) && refused.out.is_empty(), "{}", refused.err);
    }
    // The same document under another id would be a second record of it.
    let twin = camnang(folder, &["new", "instrument", "--number", "72/2013/NĐ-CP", "--id", "nghi-dinh-72"]).must(2);
    assert!(twin.err.contains("nd-72-2013"), "{}", twin.err);
    assert_same(&before, &tree(folder), "a refused `new` wrote");
}

#[test]
fn drafts_are_refused_before_they_are_wrong() {
    let office = office();
    let folder = office.path();
    let before = tree(folder);
    let excerpt = |extra: &[&'static str]| [&["new", "excerpt"], extra].concat();
    let at = "khoản 2 Điều 7";
    for (args, says) in [
        (excerpt(&["--instrument", "nd-72-2031", "--at", at]), "`nd-72-2013`"),
        (excerpt(&["--instrument", "nd-72-2013", "--at", "điểm 2 khoản a Điều 7"]), "khoản 3 Điều 18"),
        (excerpt(&["--instrument", "nd-72-2013", "--at", at, "--topic", "mua-san"]), "`mua-sam`"),
        (excerpt(&["--instrument", "nd-72-2013", "--at", at, "--audience", "co-quan"]), "co-quan-nha-nuoc"),
        (vec!["new", "instrument", "--number", "số bảy mươi hai"], "72/2013/NĐ-CP"),
        (vec!["new", "instrument", "--number", "5/2020/QĐ-TTg", "--id", "Quyết định"], "`quyet-dinh`"),
        (vec!["new", "instrument", "--number", "5/2020/QĐ-TTg", "--corpus", "kho"], "`kho`"),
    ] {
        let refused = camnang(folder, &args).must(2);
        assert!(refused.err.contains(says), "{args:?}: {}", refused.err);
    }
    assert_same(&before, &tree(folder), "a refused `new` wrote");
}

/// A draft whose mark was raised with its placeholders left in must not reach a reader.
#[test]
fn a_verified_draft_is_an_error() {
    let office = office_with_clause();
    let folder = office.path();
    let clause = folder.join(EXCERPT);
    let instrument = folder.join(INSTRUMENT);
    for (path, from, to) in [
        (&clause, CLAUSE, PLACEHOLDER),
        (&clause, "Bản đăng lại toàn văn, Điều 7", PLACEHOLDER),
        (&instrument, "quy định về thiết bị mạng của cơ quan nhà nước", PLACEHOLDER),
        (&instrument, "Bộ Khoa học và Công nghệ", PLACEHOLDER),
        (&clause, "checked-on: 2026-11-23", "checked-on: 2000-01-01"),
        (&instrument, "checked-on: 2026-11-23", "checked-on: 2000-01-01"),
        (&instrument, "confidence: text-read", "confidence: unverified"),
    ] {
        let whole = text(path);
        edit(path, from, to);
        let checked = camnang(folder, &["check"]).must(1);
        assert!(checked.out.contains(": lỗi CN"), "{}", checked.out);
        camnang(folder, &["build", "--only", "html"]).must(1);
        fs::write(path, whole).unwrap();
    }
    assert!(!folder.join("output").exists());
}

#[test]
fn lists() {
    let office = office();
    let holds = [
        ("instruments", "nd-72-2013"),
        ("excerpts", "nd-72-2013.dieu-18.khoan-3"),
        ("guidance", "cach-dung"),
        ("editions", "ipv6-2014"),
        ("topics", "mua-sam"),
        ("audiences", "co-quan-nha-nuoc"),
        ("levels", "bat-buoc"),
    ];
    for (what, id) in holds {
        let human = camnang(office.path(), &["list", what]).must(0);
        assert!(human.out.lines().any(|line| line.split_whitespace().next() == Some(id)), "{what}: {}", human.out);
        let json = camnang(office.path(), &["list", what, "--format", "json"]).must(0);
        let rows: Vec<Value> = serde_json::from_str(&json.out).unwrap();
        assert_eq!(rows.len(), human.out.lines().count(), "{what}");
        assert!(rows.iter().any(|row| row["id"] == id), "{what}");
    }
}

#[test]
fn citations_of_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let citing = "Theo điểm b khoản 2 Điều 5 Nghị định số 27/2018/NĐ-CP và Điều 7 Luật Viễn thông.";
    let human = camnang(folder.path(), &["cite", citing]).must(0);
    assert!(human.out.contains("27/2018/NĐ-CP | Điều 5 / khoản 2 / điểm b"), "{}", human.out);
    let json = camnang(folder.path(), &["cite", citing, "--format", "json"]).must(0);
    let rows: Vec<Value> = serde_json::from_str(&json.out).unwrap();
    assert_eq!(rows.len(), 2, "{}", json.out);
    let read = camnang_reading(folder.path(), &["cite", "-", "--format", "json"], citing).must(0);
    assert_eq!(read.out, json.out);
    for row in &rows {
        let at = |key: &str| usize::try_from(row[key].as_u64().unwrap()).unwrap();
        assert_eq!(row["words"], citing[at("start")..at("end")], "start and end are bytes of the text");
        assert!(row["path"].is_array() && row.get("document").is_some(), "{row}");
    }
    assert_eq!(rows[0]["document"], "27/2018/NĐ-CP");
    assert_eq!(rows[0]["path"], serde_json::json!(["Điều 5", "khoản 2", "điểm b"]));
    let none = camnang(folder.path(), &["cite", "không có gì", "--format", "json"]).must(0);
    assert_eq!(none.out.trim(), "[]");
}

#[test]
fn every_code_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["vi", "en"] {
        let list = camnang(folder.path(), &["explain", "--lang", lang]).must(0);
        let codes: Vec<&str> = list.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
        let known = [camnang::internals::codes::all(), camnang::internals::codes::of_forms()].concat();
        assert_eq!(codes.len(), known.len());
        for code in codes {
            let lower = code.to_lowercase();
            let ran = camnang(folder.path(), &["explain", &lower, "--lang", lang]).must(0);
            assert!(ran.out.starts_with(code) && ran.out.lines().count() > 6, "{}", ran.out);
        }
    }
    let unknown = camnang(folder.path(), &["explain", "CN1O4"]).must(2);
    assert!(unknown.err.contains("`CN104`"), "{}", unknown.err);
    let far = camnang(folder.path(), &["explain", "xyz"]).must(2);
    assert!(far.err.contains("camnang explain") && !far.err.contains("``"), "{}", far.err);
}

#[test]
fn completions_for_every_shell() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = camnang(folder.path(), &["completions", shell]).must(0);
        assert!(script.out.contains("camnang") && script.out.contains("edition"), "{shell}");
    }
    // Closed lists are completed: kinds of file, types of instruments, codes, templates.
    for shell in ["bash", "zsh"] {
        let script = camnang(folder.path(), &["completions", shell]).must(0).out;
        for word in ["departments", "thong-tu-lien-tich", "CN104", "html/style.css", "markdown"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let script: PathBuf = folder.path().join("camnang.bash");
    put(&script, camnang(folder.path(), &["completions", "bash"]).must(0).out);
    match std::process::Command::new("bash").arg("-n").arg(&script).status() {
        Ok(status) => assert!(status.success(), "bash cannot read its completions"),
        Err(_) => eprintln!("no bash on the PATH: the completions were not read by it"),
    }
}

#[test]
fn the_output_holds_the_wanted_formats_and_no_others() {
    let office = office();
    let made = |only: &str| -> BTreeSet<String> {
        camnang(office.path(), &["build", "ipv6", "--only", only]).must(0);
        let folder = fs::read_dir(office.path().join("output/ipv6")).unwrap();
        folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    let names = |names: &[&str]| -> BTreeSet<String> { names.iter().map(|name| (*name).to_owned()).collect() };
    assert_eq!(made("html,json"), names(&["html", "manifest.json", "view.json"]));
    assert_eq!(made("html"), names(&["html", "manifest.json"]));
    assert_eq!(made("json"), names(&["manifest.json", "view.json"]));
}

#[test]
fn wrong_use_is_reported_and_ends_with_2() {
    let office = office();
    let folder = office.path();
    for (args, says) in [
        (&["build", "ipv"][..], "`ipv6`"),
        (&["build", "xyz"], "ipv6-2014"),
        (&["build", "--as-of", "31/1/2014"], "2014-01-31"),
        (&["build", "--only", "doc"], "docx"),
        (&["build", "--templates", "mau"], "`mau`"),
        (&["build", "--output", "corpus/output"], "corpus"),
        (&["check", "--corpus", "kho"], "`kho`"),
        (&["build", "--corpus", "kho"], "--corpus"),
        (&["check", "--corpus", "corpus/vocabulary.yaml"], "corpus/vocabulary.yaml"),
        (&["why", "nd-72-2013.dieu-18.khoan-33", "--edition", "ipv6"], "`nd-72-2013.dieu-18.khoan-3`"),
        (&["why", "nd-72-2013.dieu-18.khoan-3", "--edition", "ipv7"], "`ipv6`"),
        (&["why", "nd-72-2013.dieu-18.khoan-3"], "--edition"),
        (&["list", "excerpt"], "excerpts"),
        (&["chek"], "check"),
        (&["check", "--strickt"], "--strict"),
    ] {
        let refused = camnang(folder, args).must(2);
        assert!(refused.err.contains(says), "{args:?}: {}", refused.err);
        assert!(refused.out.is_empty(), "{args:?}: a failure is reported on stderr: {}", refused.out);
        assert!(!refused.err.contains("os error"), "{args:?}: {}", refused.err);
    }
    let said = camnang(folder, &["check", "--corpus", "kho", "--lang", "en"]).must(2);
    assert!(said.err.contains("cannot read the corpus"), "{}", said.err);
    assert!(!folder.join("output").exists());
}

/// `camnang list | head` must end quietly.
#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_fault() {
    let office = office();
    let mut child = program::program(office.path())
        .args(["list"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success());
    assert!(ended.stderr.is_empty(), "{}", String::from_utf8_lossy(&ended.stderr));
}
