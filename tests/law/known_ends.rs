//! What an edition says of the first day and of the end of an instrument: the table of instruments, the figure and the state
//! say the same, and no day beside a state that contradicts it.

use std::fs;
use std::path::Path;

use camnang::internals::session::{self, ViewRequest};
use serde_json::Value;

const COMMON: &str = "type: Nghị định\ntitle: ví dụ\nissuer: Chính phủ nước Bịa\nsigner: {unknown: Bịa}\n\
                      confidence: text-read\nchecked-on: 2035-01-01\nsources: [Bịa]\n";

/// `nd-1-2030` with these days, and `nd-2-2031` of 2031-10-01, in force from 2032-01-01, with these keys.
fn write(root: &Path, of_first: &str, of_second: &str, as_of: &str) {
    let put = |path: &str, text: String| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("vocabulary.yaml", "topics: [{id: a, name: A}]\naudiences: [{id: b, name: B}]\nlevels: []\n".to_owned());
    put(
        "instruments/nd-1-2030.yaml",
        format!("id: nd-1-2030\nnumber: 01/2030/NĐ-XX\nissued: 2030-01-10\n{of_first}\n{COMMON}"),
    );
    put(
        "instruments/nd-2-2031.yaml",
        format!(
            "id: nd-2-2031\nnumber: 02/2031/NĐ-XX\nissued: 2031-10-01\nin-force-from: 2032-01-01\n\
             in-force-until: none\n{of_second}\n{COMMON}"
        ),
    );
    put(
        "excerpts/nd-1-2030/dieu-5.md",
        "---\nid: nd-1-2030.dieu-5\ninstrument: nd-1-2030\nat: Điều 5\nwording: summary\ntopics: [a]\naudiences: [b]\n\
         confidence: text-read\nchecked-on: 2035-01-01\nsources: [Bịa]\n---\nMột câu.\n"
            .to_owned(),
    );
    put(
        "editions/so-tay.yaml",
        format!(
            "id: so-tay\ntitle: Sổ tay\nissuer: {{name: Nhóm thử}}\ndescription: Bịa.\nas-of: {as_of}\nparts:\n  \
             - title: Phần\n    chapters:\n      - {{id: tat-ca, title: Tất cả, select: {{topics: [a]}}}}\nannexes:\n  \
             - {{kind: timeline, title: Hình, instruments: [nd-1-2030, nd-2-2031]}}\n  \
             - {{kind: instruments, title: Bảng}}\n"
        ),
    );
}

/// First day, end and state of `nd-1-2030` in the table of instruments; the figure has the same, and says it in words.
fn said(of_first: &str, of_second: &str, as_of: &str) -> (String, String) {
    let place = tempfile::tempdir().unwrap();
    write(place.path(), of_first, of_second, as_of);
    let opened = session::open(place.path()).unwrap();
    let editions = opened.view(&ViewRequest::every()).findings().despite_errors();
    let view = serde_json::to_value(editions[0].view()).unwrap();
    let row = |rows: &Value| {
        let row = rows.as_array().unwrap().iter().find(|row| row["citation"] == "Nghị định số 01/2030/NĐ-XX").unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        [text(&row["from"]), text(&row["until"]), text(&row["status"]["text"])].join(" | ")
    };
    let figure = &view["annexes"][0]["timeline"];
    let table = row(&view["instruments"]);
    let rows = figure["chains"].as_array().unwrap().iter().flat_map(|chain| chain["rows"].as_array().unwrap().clone());
    assert_eq!(row(&Value::Array(rows.collect())), table, "the table of the figure");
    let alt = figure.to_string();
    (table, alt)
}

#[test]
fn table_and_figure_say_what_the_state_says() {
    let from = "in-force-from: 2030-03-01";
    let acts = |kind: &str| format!("relations: [{{type: {kind}, instrument: nd-1-2030, at: Điều 9}}]");
    let repeals = acts("repeals");
    let open = "in-force-from: {unknown: Chưa đọc, latest: 2031-06-01}\nin-force-until: {unknown: Chưa thấy, earliest: 2031-01-01, latest: 2034-01-01}";
    let cases = [
        // Nothing ends it, as far as is known.
        (
            format!("{from}\nin-force-until: none"),
            String::new(),
            "2031-06-01",
            "01/03/2030 | chưa có | Còn hiệu lực, từ 01/03/2030",
        ),
        // An end to come that is known already, and the same edition before that act was issued.
        (
            format!("{from}\nin-force-until: 2032-01-01"),
            repeals.clone(),
            "2031-11-01",
            "01/03/2030 | 01/01/2032 | Còn hiệu lực, từ 01/03/2030",
        ),
        (
            format!("{from}\nin-force-until: 2032-01-01"),
            repeals.clone(),
            "2031-06-01",
            "01/03/2030 | chưa có | Còn hiệu lực, từ 01/03/2030",
        ),
        (
            format!("{from}\nin-force-until: 2033-01-01\nends-by: own-term"),
            String::new(),
            "2031-06-01",
            "01/03/2030 | 01/01/2033 | Còn hiệu lực, từ 01/03/2030",
        ),
        (
            format!("{from}\nin-force-until: 2032-01-01"),
            repeals.clone(),
            "2032-01-01",
            "01/03/2030 | 01/01/2032 | Hết hiệu lực từ 01/01/2032",
        ),
        // Ended, and the day is unknown.
        (open.to_owned(), String::new(), "2034-01-01", "chưa rõ | chưa rõ | Hết hiệu lực, chưa rõ từ ngày nào"),
        // Law on no day.
        (
            format!("{from}\nin-force-until: none"),
            acts("annuls"),
            "2032-06-01",
            "không có hiệu lực | không áp dụng | Không có hiệu lực: bị huỷ bỏ bởi Nghị định số 02/2031/NĐ-XX",
        ),
        (
            "in-force-from: 2032-06-01\nin-force-until: none".to_owned(),
            repeals.clone(),
            "2031-11-01",
            "sẽ không có hiệu lực | không áp dụng | Chưa có hiệu lực",
        ),
    ];
    for (first, second, as_of, expected) in cases {
        let (found, _) = said(&first, &second, as_of);
        assert_eq!(found, expected, "as of {as_of}: {first}; {second}");
    }
}

/// Which part has ended, since when, by what verb; the day is not that of the text.
#[test]
fn what_has_ended_in_part_says_which_part_and_since_when() {
    let first = "in-force-from: 2030-03-01\nin-force-until: none";
    let ends = "relations: [{type: partly-repeals, instrument: nd-1-2030, units: [khoản 2 Điều 5], at: Điều 9}]";
    let (table, figure) = said(first, ends, "2032-06-01");
    assert_eq!(table, "01/03/2030 | chưa có | Hết hiệu lực một phần từ 01/01/2032");
    assert!(figure.contains("có hiệu lực từ 01/03/2030, hết hiệu lực một phần từ 01/01/2032"), "{figure}");
    assert!(figure.contains("khoản 2 Điều 5 bị bãi bỏ bởi Nghị định số 02/2031/NĐ-XX"), "{figure}");
}
