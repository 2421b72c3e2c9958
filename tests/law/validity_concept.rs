//! Texts without validity (hiệu lực): standards, RFCs, letters, guides, consolidated texts. That is a state of its own,
//! not «unknown», and to be superseded is not to have ended.

use crate::support::program;

use std::fs;
use std::path::Path;

use program::camnang;
use serde_json::Value;

/// Types, and whether the concept applies to them.
const TYPES: [(&str, &str, bool); 12] = [
    ("Văn bản hợp nhất", "1/VBHN-XX", false),
    ("Tiêu chuẩn", "TCVN 99001:2030", false),
    ("RFC", "RFC 99001", false),
    ("Công văn", "1/XX-YY", false),
    ("Tài liệu hướng dẫn", "{unknown: Không có số}", false),
    ("Biểu mẫu", "{unknown: Không có số}", false),
    ("Báo cáo", "1/BC-XX", false),
    ("Tờ trình", "1/TTr-XX", false),
    ("Thông báo", "1/TB-XX", false),
    ("Quy chuẩn", "QCVN 99:2030/XX", true),
    ("Kế hoạch", "1/KH-XX", true),
    ("Quyết định", "1/QĐ-XX", true),
];

fn id(index: usize) -> String {
    format!("vb-{index}-2030")
}

/// One instrument of every type, each with a text; those that need days in force have unknown ones.
fn write_corpus(root: &Path) {
    let write = |path: String, text: String| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("vocabulary.yaml".into(), "topics: [{id: a, name: A}]\naudiences: [{id: b, name: B}]\nlevels: []\n".into());
    let excerpt = |id: &str| {
        format!(
            "---\nid: {id}.dieu-1\ninstrument: {id}\nat: Điều 1\nwording: summary\ntopics: [a]\naudiences: [b]\n\
             confidence: text-read\nchecked-on: 2030-03-01\nsources: [Ví dụ]\n---\nMột câu.\n"
        )
    };
    for (index, (kind, number, has_validity)) in TYPES.into_iter().enumerate() {
        let id = id(index);
        let days = "in-force-from: {unknown: Chưa thấy}\nin-force-until: {unknown: Chưa thấy}\n";
        write(
            format!("instruments/{id}.yaml"),
            format!(
                "id: {id}\nnumber: {number}\ntype: {kind}\ntitle: ví dụ\nissuer: Bộ Ví dụ\nsigner: Người Ký\n\
                 issued: 2030-01-01\n{}confidence: text-read\nchecked-on: 2030-03-01\nsources: [Ví dụ]\n",
                if has_validity { days } else { "" }
            ),
        );
        write(format!("excerpts/{id}/dieu-1.md"), excerpt(&id));
    }
    write(
        "instruments/rfc-99002.yaml".into(),
        format!(
            "id: rfc-99002\nnumber: RFC 99002\ntype: RFC\ntitle: ví dụ\nissuer: IETF\nsigner: Người Ký\nissued: 2035-01-01\n\
             relations:\n  - {{type: replaces, instrument: {}}}\n  - {{type: repeals, instrument: {}}}\n\
             confidence: text-read\nchecked-on: 2035-03-01\nsources: [Ví dụ]\n",
            id(2),
            id(1)
        ),
    );
    write(
        "editions/so-tay.yaml".into(),
        "id: so-tay\ntitle: Sổ tay\nissuer: {name: Nhóm Ví dụ}\ndescription: Ví dụ.\nas-of: 2036-01-01\nparts:\n  - title: Phần\n    \
         chapters:\n      - id: khong-xet\n        title: Không xét\n        select: {topics: [a], validity: [not-applicable]}\n      \
         - id: chua-biet\n        title: Chưa rõ\n        select: {topics: [a], validity: [unknown]}\n"
            .into(),
    );
}

fn status(root: &Path, id: &str, day: &str) -> Value {
    let ran = camnang(root, &["status", id, "--as-of", day, "--corpus", root.to_str().unwrap(), "--format", "json"]);
    serde_json::from_str::<Vec<Value>>(&ran.must(0).out).unwrap().remove(0)
}

#[test]
fn the_state_follows_from_the_type_on_every_day() {
    let place = tempfile::tempdir().unwrap();
    write_corpus(place.path());
    let root = place.path();
    let check = camnang(root, &["check", "--strict", "--corpus", root.to_str().unwrap()]).must(0);
    assert!(!check.out.contains("CN435"), "{}", check.out);
    for (index, (kind, _, has_validity)) in TYPES.into_iter().enumerate() {
        let expected = if has_validity { "unknown" } else { "not-applicable" };
        for day in ["1999-01-01", "2030-06-01", "2036-01-01"] {
            let known = if has_validity && day < "2030-01-01" { "not-commenced" } else { expected };
            assert_eq!(status(root, &id(index), day)["status"], known, "{kind} {day}");
            assert_eq!(status(root, &format!("{}.dieu-1", id(index)), day)["status"], known, "{kind} {day}");
        }
    }
}

#[test]
fn to_be_superseded_is_said_and_is_no_end() {
    let place = tempfile::tempdir().unwrap();
    write_corpus(place.path());
    let root = place.path();
    let words = |id: &str, day: &str| {
        camnang(root, &["status", id, "--as-of", day, "--corpus", root.to_str().unwrap()]).must(0).out
    };
    let before = words(&id(2), "2034-12-31");
    assert!(before.contains("◊ Không áp dụng khái niệm hiệu lực") && !before.contains("thay bằng"), "{before}");
    assert!(words(&id(2), "2035-01-01").contains("đã được thay bằng RFC 99002"));
    assert!(words(&id(1), "2035-01-01").contains("đã bị bãi bỏ bởi RFC 99002"));
    for id in [id(1), id(2)] {
        assert_eq!(status(root, &id, "2036-01-01")["until"], Value::Null);
        assert!(!words(&id, "2036-01-01").contains("Hết hiệu lực"));
    }
    let timeline = camnang(root, &["timeline", "--corpus", root.to_str().unwrap(), "--format", "json"]).must(0).out;
    let events: Vec<Value> = serde_json::from_str(&timeline).unwrap();
    let superseded: Vec<&Value> = events.iter().filter(|it| it["event"] == "superseded").collect();
    assert_eq!(superseded.len(), 2, "{superseded:?}");
    assert!(superseded.iter().all(|it| it["date"] == "2035-01-01" && it["by"] == "rfc-99002"));
}

#[test]
fn editions_select_the_state_and_both_outputs_say_it() {
    let place = tempfile::tempdir().unwrap();
    write_corpus(place.path());
    let root = place.path();
    let built = tempfile::tempdir().unwrap();
    let out = built.path();
    camnang(root, &["build", "--corpus", root.to_str().unwrap(), "--output", out.to_str().unwrap(), "--only", "html"])
        .must(0);
    let page = |name: &str| fs::read_to_string(out.join("so-tay/html").join(name)).unwrap();
    let without = TYPES.iter().filter(|(_, _, has_validity)| !has_validity).count();
    let chapter = page("khong-xet.html");
    assert_eq!(chapter.matches("<article").count(), without);
    assert!(chapter.contains("s-not-applicable") && chapter.contains("Không áp dụng khái niệm hiệu lực"));
    assert!(chapter.contains("Đây không phải văn bản quy phạm pháp luật"), "the notice");
    assert_eq!(page("chua-biet.html").matches("<article").count(), TYPES.len() - without);
}
