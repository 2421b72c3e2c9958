//! Differences of an invented edition from the one before: every group, every kind of words, with link and
//! without.
#![allow(dead_code, reason = "each sample takes what it needs")]

use std::collections::BTreeSet;

use camnang::internals::view::*;

pub fn mark(say: &dyn Fn(&str) -> String, number: u32) -> Option<ChangeMark> {
    let (key, sign, text) = match number % 5 {
        1 => ("added", "+", "Mới"),
        2 => ("changed", "≠", "Đã sửa, đổi hiệu lực"),
        3 => ("status-changed", "↔", "Đổi hiệu lực"),
        _ => return None,
    };
    Some(ChangeMark { key: key.to_owned(), sign: sign.to_owned(), text: say(text) })
}

/// `link`: to a printed excerpt; `row`: of an instrument; `status`: any.
pub fn changes(say: &dyn Fn(&str) -> String, link: &ExcerptLink, row: &str, status: &StatusView) -> ChangesView {
    let entry = |citation: &str| ChangeEntry {
        id: link.id.clone(),
        citation: say(citation),
        instead_of: None,
        title: Some(say("Thiết bị nối Internet")),
        topics: BTreeSet::new(),
        link: None,
        row: None,
        before: None,
        after: None,
        fields: Vec::new(),
    };
    let words = |kind: &str, text: &str| ChangedWords { kind: kind.to_owned(), text: say(text) };
    let left_out = ChangedWords { kind: "left-out".to_owned(), text: "…".to_owned() };
    let line = vec![
        left_out,
        words("kept", "cơ quan nhà nước"),
        words("removed", "nên"),
        words("added", "phải"),
        words("kept", "mua thiết bị hỗ trợ IPv6"),
    ];
    let field =
        ChangedField { name: say("Nội dung"), lines: vec![line, vec![words("added", "b) báo cáo hằng năm")]] };
    let group = |key: &str, sign: &str, title: &str, entries| ChangeGroup {
        key: key.to_owned(),
        sign: sign.to_owned(),
        title: say(title),
        name: title.split(" (").next().unwrap_or_default().to_owned(),
        entries,
    };
    let changed = ChangeEntry {
        instead_of: Some(say("Khoản 3 Điều 18 Nghị định số 97/2008/NĐ-CP")),
        topics: BTreeSet::from(["mua-sam".to_owned()]),
        link: Some(link.clone()),
        fields: vec![field],
        ..entry("Khoản 3 Điều 18 Nghị định số 72/2013/NĐ-CP")
    };
    let restated = ChangeEntry {
        row: Some(row.to_owned()),
        before: Some(status.clone()),
        after: Some(status.clone()),
        ..entry("Nghị định số 72/2013/NĐ-CP")
    };
    let gone = ChangeEntry { after: Some(status.clone()), ..entry("Điều 5 Nghị định số 97/2008/NĐ-CP") };
    let section = |key: &str, title: &str, groups| ChangeSection { key: key.to_owned(), title: say(title), groups };
    ChangesView {
        previous: PreviousEdition {
            id: "truoc".to_owned(),
            title: "Ấn bản trước".to_owned(),
            label: None,
            as_of: DateView {
                iso: "2013-01-31".to_owned(),
                short: "31/01/2013".to_owned(),
                long: "ngày 31 tháng 01 năm 2013".to_owned(),
            },
        },
        line: say("So với ấn bản «Ấn bản trước», tính đến ngày 31 tháng 01 năm 2013."),
        summary: vec![say("Trích dẫn: 1 đã sửa, 1 không còn."), say("Văn bản: 1 đổi hiệu lực.")],
        sections: vec![
            section(
                "excerpts",
                "Trích dẫn",
                vec![
                    group("changed", "≠", "Đã sửa (1 trích dẫn)", vec![changed]),
                    group("removed", "–", "Không còn (1 trích dẫn)", vec![gone]),
                ],
            ),
            section(
                "instruments",
                "Văn bản",
                vec![group("status-changed", "↔", "Đổi hiệu lực (1 văn bản)", vec![restated])],
            ),
        ],
    }
}
