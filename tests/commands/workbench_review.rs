//! Who and why of saves, versions of a record, and reviews, in the workbench, asked over the loopback as a browser would.

use std::path::Path;

use crate::support::program::{copy, program, text};
use crate::support::workbench::{Workbench, fields, set};

const CLAUSE: &str = "/records/excerpt/nd-1-2030.dieu-1";
const FILE: &str = "corpus/excerpts/nd-1-2030/dieu-1.md";
const REVIEW: &str = "corpus/reviews/excerpts/nd-1-2030/dieu-1.yaml";

fn office() -> tempfile::TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"), &office.path().join("corpus"));
    office
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Saves other words of the clause, with a name and a reason.
fn save(workbench: &Workbench, before: &str, after: &str, by: &str, why: &str) {
    let mut form = fields(&workbench.get(CLAUSE).body);
    let body = form.iter().find(|(name, _)| name == "text:body").unwrap().1.replace(before, after);
    set(&mut form, "text:body", &body);
    set(&mut form, "by", by);
    set(&mut form, "why", why);
    assert_eq!(workbench.post(CLAUSE, &form).status, 303);
}

/// The hash of what the page of a review shows.
fn seen(page: &str) -> String {
    page.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn saves_say_who_and_why_and_any_version_is_put_back() {
    let office = office();
    let workbench = Workbench::start(&mut program(office.path()));
    let first = text(&office.path().join(FILE));
    save(&workbench, "phải mua", "nên mua", "Nguyễn Thị Lan", "theo góp ý");
    save(&workbench, "nên mua", "được mua", "", "");
    let saves = workbench.get("/history").body;
    assert!(saves.contains("<b>Nguyễn Thị Lan</b>: theo góp ý"), "{saves}");
    let history = format!("{CLAUSE}/history");
    let versions = workbench.get(&history).body;
    assert!(versions.contains("<td>Nguyễn Thị Lan</td>") && versions.contains("có từ trước khi có sổ"), "{versions}");
    assert!(versions.contains("<del>nên </del>") && versions.contains("<ins>được </ins>"), "the last two are compared");
    assert!(workbench.get(CLAUSE).body.contains(&format!("href=\"{history}\"")));
    // Any two are compared; the first is put back, with who and why.
    let key = |version: &str| {
        versions.split(version).next().unwrap().rsplit("value=\"").next().unwrap().split('"').next().unwrap().to_owned()
    };
    let oldest = key("\" aria-label=\"Cũ: có từ trước khi có sổ");
    let newest = key("\" aria-label=\"Mới: 2");
    let compared = workbench.get(&format!("{history}?old={oldest}&new={newest}")).body;
    assert!(compared.contains("<del>phải </del>") && compared.contains("<ins>được </ins>"), "{compared}");
    let back = pairs(&[("state", &oldest), ("by", "Minh"), ("why", "lấy lại")]);
    assert_eq!(workbench.post(&history, &back).status, 303);
    assert_eq!(text(&office.path().join(FILE)), first);
    assert!(workbench.get("/history").body.contains("<b>Minh</b>: lấy lại"));
    // Nothing that is no version is put back.
    assert_eq!(workbench.post(&history, &pairs(&[("state", "0000000000000000")])).status, 404);
    assert_eq!(workbench.get("/records/excerpt/nd-9.dieu-9/history").status, 404);
}

#[test]
fn the_device_remembers_the_name() {
    let office = office();
    let workbench = Workbench::start(&mut program(office.path()));
    let mut form = fields(&workbench.get(CLAUSE).body);
    let body = form.iter().find(|(name, _)| name == "text:body").unwrap().1.replace("phải", "nên");
    set(&mut form, "text:body", &body);
    set(&mut form, "by", "Lan \"x\"; <b>");
    let saved = workbench.post(CLAUSE, &form);
    let cookie = saved.header("Set-Cookie").unwrap().split(';').next().unwrap().to_owned();
    let with_name = format!("{}; {cookie}", workbench.cookie);
    let page = workbench.say("GET", CLAUSE, &[("Cookie", &with_name)], "").body;
    let remembered = fields(&page).into_iter().find(|(name, _)| name == "by").unwrap().1;
    assert_eq!(remembered, "Lan \"x\"; <b>");
    assert!(!page.contains("; <b>\""), "a name is no markup");
}

#[test]
fn asked_sent_back_and_approved_on_the_page() {
    let office = office();
    let workbench = Workbench::start(&mut program(office.path()));
    let review = format!("{CLAUSE}/review");
    let page = workbench.get(&review).body;
    assert!(page.contains("không phải chữ ký") && page.contains("phải mua loại có IPv6"), "{page}");
    let hash = seen(&page);
    let act = |action: &str, seen: &str, word: &str| {
        workbench.post(&review, &pairs(&[("action", action), ("seen", seen), ("by", "Lan"), ("word", word)]))
    };
    let nameless = workbench.post(&review, &pairs(&[("action", "approve"), ("seen", &hash), ("by", " ")]));
    assert!(nameless.status == 409 && nameless.body.contains("Chưa ghi tên"));
    assert!(act("send-back", &hash, "").body.contains("phải ghi điều cần sửa"));
    assert!(!office.path().join(REVIEW).exists());
    assert_eq!(act("ask", &hash, "").status, 303);
    assert!(workbench.get("/reviews").body.contains("chờ duyệt, Lan đề nghị"));
    assert_eq!(act("send-back", &hash, "Ghi rõ thiết bị nào").status, 303);
    assert!(workbench.get(&review).body.contains("trả lại"));
    save(&workbench, "thiết bị mới", "bộ định tuyến mới", "Minh", "");
    // The page that was open shows other words.
    let late = act("approve", &hash, "");
    assert!(late.status == 409 && late.body.contains("đã đổi trong lúc xem"), "{}", late.body);
    let hash = seen(&workbench.get(&review).body);
    assert_eq!(act("ask", &hash, "").status, 303);
    assert_eq!(act("approve", &hash, "").status, 303);
    assert!(workbench.get(&review).body.contains("Lan đã duyệt ngày"));
    // A later change is beside what was approved.
    save(&workbench, "bộ định tuyến mới", "bộ chuyển mạch mới", "Minh", "");
    let page = workbench.get(&review).body;
    assert!(page.contains("<del>định tuyến </del>") && page.contains("<ins>chuyển mạch </ins>"), "{page}");
    assert!(page.contains("đã sửa sau khi Lan duyệt"));
    let check = crate::support::program::camnang(office.path(), &["check"]).out;
    assert!(check.contains("CN851"), "{check}");
}

#[test]
fn several_are_decided_together_and_comments_are_resolved() {
    let office = office();
    let workbench = Workbench::start(&mut program(office.path()));
    assert!(workbench.get("/reviews").body.contains("Không có gì chờ duyệt"));
    let drafts = workbench.get("/reviews?drafts=1").body;
    let values = drafts.split("name=\"record\" value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let ticked: Vec<(String, String)> = values.map(|value| ("record".to_owned(), value.to_owned())).collect();
    assert_eq!(ticked.len(), 1, "{drafts}");
    let with = |more: &[(&str, &str)]| [ticked.clone(), pairs(more)].concat();
    assert!(workbench.post("/reviews", &pairs(&[("by", "Lan"), ("action", "ask")])).body.contains("Chưa đánh dấu"));
    assert_eq!(workbench.post("/reviews", &with(&[("by", "Lan"), ("action", "ask")])).status, 303);
    assert_eq!(workbench.post("/reviews", &with(&[("by", "Lan"), ("action", "approve")])).status, 303);
    assert_eq!(text(&office.path().join(REVIEW)).matches("state:").count(), 2);
    let other = pairs(&[("record", "/records/excerpt/../x 0"), ("by", "Lan"), ("action", "ask")]);
    assert_eq!(workbench.post("/reviews", &other).status, 409);
    let review = format!("{CLAUSE}/review");
    let comment = pairs(&[("action", "comment"), ("by", "Minh"), ("text", "Xem lại <khoản> 2")]);
    assert_eq!(workbench.post(&review, &comment).status, 303);
    assert!(workbench.get(&review).body.contains("Xem lại &lt;khoản&gt; 2"));
    let resolve = pairs(&[("action", "resolve-1"), ("by", "Lan")]);
    assert_eq!(workbench.post(&review, &resolve).status, 303);
    assert!(workbench.get(&review).body.contains("đã giải quyết Lan"));
    assert_eq!(workbench.post(&review, &resolve).status, 409, "it is resolved already");
}
