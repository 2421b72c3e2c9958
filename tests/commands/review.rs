//! `camnang approve` and `camnang comment`, through the program: asked, sent back, approved, stale; comments; what an edition that
//! requires approval prints.

use std::fs;
use std::path::Path;

use crate::support::program::{Ran, camnang, copy, text};

const FILE: &str = "excerpts/nd-1-2030/dieu-1.md";
const ID: &str = "nd-1-2030.dieu-1";

fn office() -> tempfile::TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"), &office.path().join("corpus"));
    office
}

fn approve(office: &Path, arguments: &[&str]) -> Ran {
    camnang(office, &[&["approve"], arguments].concat())
}

/// Notes a decision on one day.
fn decide(office: &Path, arguments: &[&str]) -> Ran {
    approve(office, &[&[ID], arguments, &["--on", "2030-03-05"]].concat())
}

fn edit(office: &Path, before: &str, after: &str) {
    let file = office.join("corpus").join(FILE);
    fs::write(&file, text(&file).replace(before, after)).unwrap();
}

fn check(office: &Path) -> String {
    camnang(office, &["check"]).out
}

#[test]
fn asked_sent_back_asked_again_and_approved() {
    let office = office();
    let office = office.path();
    let asked = decide(office, &["--ask", "--by", "Trần Văn Minh"]).must(0);
    assert!(asked.out.contains("không phải chữ ký") && asked.out.contains(FILE), "{}", asked.out);
    assert!(approve(office, &[]).must(0).out.contains("chờ duyệt, Trần Văn Minh đề nghị ngày 05/03/2030"));
    decide(office, &["--send-back", "Ghi rõ thiết bị nào", "--by", "Lan"]).must(0);
    assert!(approve(office, &[]).must(0).out.contains("Lan trả lại ngày 05/03/2030: Ghi rõ thiết bị nào"));
    edit(office, "thiết bị mới", "bộ định tuyến mới");
    // The words that were asked about are gone: nobody has seen those that would be approved.
    assert!(decide(office, &["--by", "Lan"]).must(2).err.contains("đã sửa sau khi được đề nghị"));
    decide(office, &["--ask", "--by", "Trần Văn Minh"]).must(0);
    decide(office, &["--by", "Lan"]).must(0);
    assert!(approve(office, &[]).must(0).out.contains("0 hồ sơ cần xem, 1 hồ sơ đã duyệt"));
    assert!(check(office).starts_with("0 lỗi, 0 cảnh báo, 0 lưu ý"), "{}", check(office));
    // All of it is in the journal, as saves.
    let history = camnang(office, &["history", "reviews/excerpts/nd-1-2030/dieu-1.yaml"]).must(0).out;
    assert_eq!(history.lines().filter(|line| line.contains("Minh") || line.contains("Lan")).count(), 4, "{history}");
}

#[test]
fn a_later_change_is_shown_and_needs_another_look() {
    let office = office();
    let office = office.path();
    // Words that nobody has asked about are approved by their hash only.
    assert!(decide(office, &["--by", "Lan"]).must(2).err.contains("chưa ai đề nghị"));
    let shown = approve(office, &[ID, "--show"]).must(0).out;
    let hash = shown.lines().find_map(|line| line.strip_prefix("Mã băm: ")).unwrap();
    let other = "0".repeat(64);
    assert!(decide(office, &["--by", "Lan", "--sha256", &other]).must(2).err.contains("không còn là bản"));
    decide(office, &["--by", "Lan", "--sha256", hash]).must(0);
    edit(office, "phải mua", "nên mua");
    let stale = check(office);
    assert!(stale.contains("CN851") && stale.contains(FILE), "{stale}");
    let shown = approve(office, &[ID, "--show"]).must(0).out;
    assert!(shown.contains("Sổ của máy này không có bản đã duyệt"), "{shown}");
    // Put back, the words are those that were approved.
    edit(office, "nên mua", "phải mua");
    assert!(!check(office).contains("CN851"));
}

#[test]
fn old_and_new_are_shown_where_the_journal_has_both() {
    let office = office();
    let office = office.path();
    let file = office.join("corpus").join(FILE);
    let former = text(&file);
    let later = former.replace("phải mua", "nên mua");
    decide(office, &["--ask", "--by", "Minh"]).must(0);
    decide(office, &["--by", "Lan"]).must(0);
    let save =
        serde_json::json!({"at": "2030-03-06T02:00:00Z", "files": [{"path": FILE, "before": former, "after": later}]});
    let journal = office.join(".camnang/journal");
    fs::write(journal.join("00000003.json"), save.to_string()).unwrap();
    fs::write(journal.join("00000003.made"), "").unwrap();
    fs::write(&file, &later).unwrap();
    let shown = approve(office, &[ID, "--show"]).must(0).out;
    assert!(shown.contains("đã sửa sau khi Lan duyệt ngày 05/03/2030"), "{shown}");
    assert!(shown.contains("[-phải-] {+nên+} mua"), "{shown}");
}

#[test]
fn comments_are_noted_listed_and_resolved() {
    let office = office();
    let office = office.path();
    let comment = |arguments: &[&str]| camnang(office, &[&["comment"], arguments].concat());
    assert!(comment(&[]).must(0).out.contains("Không có ý kiến"));
    comment(&[ID, "Xem lại: khoản 2", "--by", "Minh", "--on", "2030-03-05"]).must(0);
    comment(&["nd-1-2030", "Thiếu ngày ký", "--by", "Lan", "--on", "2030-03-06"]).must(0);
    let open = comment(&[]).must(0).out;
    assert!(open.contains("1  Minh, 05/03/2030: Xem lại: khoản 2") && open.contains("Thiếu ngày ký"), "{open}");
    assert!(!comment(&[ID]).must(0).out.contains("Thiếu ngày ký"));
    comment(&[ID, "--resolve", "1", "--by", "Lan", "--on", "2030-03-07"]).must(0);
    assert!(comment(&[ID]).must(0).out.contains("[Lan đã giải quyết ngày 07/03/2030]"));
    assert!(!comment(&[]).must(0).out.contains("khoản 2"));
    assert!(comment(&[ID, "--resolve", "1", "--by", "Lan"]).must(2).err.contains("không có ý kiến số 1"));
    assert!(comment(&[ID, "--by", "Lan"]).must(2).err.contains("thiếu ý kiến"));
    assert!(check(office).starts_with("0 lỗi, 0 cảnh báo"));
}

#[test]
fn an_edition_that_requires_approval_prints_nothing_else_or_marks_it() {
    let office = office();
    let office = office.path();
    let edition = office.join("corpus/editions/so-tay.yaml");
    let plain = text(&edition);
    let build = || camnang(office, &["build", "--only", "html"]).must(0).out;
    let page = || fs::read_to_string(office.join("output/so-tay/html/mua-sam.html")).unwrap_or_default();
    fs::write(&edition, format!("{plain}requires: approved\n")).unwrap();
    assert!(build().contains("CN853"));
    assert!(!page().contains("Cơ quan mua thiết bị mới"));
    let why = camnang(office, &["why", ID, "--edition", "so-tay"]).must(0).out;
    assert!(why.contains("chưa duyệt (requires: approved)"), "{why}");
    fs::write(&edition, format!("{plain}requires: approved\nunapproved: print\n")).unwrap();
    assert!(build().contains("CN854"));
    assert!(page().contains("(chưa duyệt)") && page().contains("Cơ quan mua thiết bị mới"), "{}", page());
    decide(office, &["--ask", "--by", "Minh"]).must(0);
    decide(office, &["--by", "Lan"]).must(0);
    fs::write(&edition, format!("{plain}requires: approved\n")).unwrap();
    assert!(!build().contains("CN85"));
    assert!(!page().contains("chưa duyệt") && page().contains("Cơ quan mua thiết bị mới"));
}

#[test]
fn several_are_decided_together_or_none_is() {
    let office = office();
    let office = office.path();
    let both = [ID, "nd-1-2030"];
    assert!(
        approve(office, &[&both[..], &["nd-1-2030.dieu-12", "--ask", "--by", "Minh"]].concat())
            .must(2)
            .err
            .contains("Có phải")
    );
    assert!(!office.join("corpus/reviews").exists());
    approve(office, &[&both[..], &["--ask", "--by", "Minh", "--on", "2030-03-05"]].concat()).must(0);
    assert_eq!(approve(office, &[]).must(0).out.matches("chờ duyệt").count(), 2);
    assert_eq!(camnang(office, &["history"]).must(0).out.matches("Minh").count(), 1, "one save");
    // One of the two has changed meanwhile.
    edit(office, "phải mua", "nên mua");
    approve(office, &[&both[..], &["--by", "Lan"]].concat()).must(2);
    assert_eq!(approve(office, &[]).must(0).out.matches("chờ duyệt").count(), 1);
    assert!(approve(office, &["waivers.yaml", "--ask", "--by", "Lan"]).must(2).err.contains("waivers.yaml"));
    assert!(approve(office, &both).must(2).err.contains("--by TÊN"));
}
