//! Advice about slips: after it is followed, the slip is gone and no new one has come.

use proptest::prelude::*;

use super::super::{find, repair};
use crate::model::citation::NoteKind;
use crate::syntax::messages::markdown::slip;

/// The kinds of slips in a text, in a fixed order.
fn slips(text: &str) -> Vec<NoteKind> {
    let notes = find(text).into_iter().flat_map(|found| found.notes);
    let mut kinds: Vec<NoteKind> = notes.map(|note| note.kind).filter(|kind| slip(*kind).is_some()).collect();
    kinds.sort_by_key(|kind| format!("{kind:?}"));
    kinds
}

/// The text after each piece of advice, followed alone, with the slip that it was about.
fn followed(text: &str) -> Vec<(NoteKind, String)> {
    let mut all = Vec::new();
    for found in find(text) {
        for note in &found.notes {
            if let Some(advice) = repair(text, &found, note) {
                let mut better = text.to_owned();
                better.replace_range(note.range.clone(), &advice);
                all.push((note.kind, better));
            }
        }
    }
    all
}

/// Every slip has advice that ends it and begins none.
#[track_caller]
fn is_settled_by_advice(text: &str) {
    let before = slips(text);
    let all = followed(text);
    assert_eq!(all.len(), before.len(), "{text}: every slip has advice: {before:?} {all:?}");
    for (kind, better) in all {
        let mut left = before.clone();
        left.remove(left.iter().position(|it| *it == kind).unwrap());
        let after = slips(&better);
        assert!(after.iter().all(|it| left.contains(it)) && after.len() <= left.len(), "{text} → {better}: {after:?}");
    }
}

/// Follows all advice, one piece after the other.
fn repaired(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..20 {
        match followed(&text).into_iter().next() {
            Some((_, better)) => text = better,
            None => break,
        }
    }
    text
}

#[test]
fn advice_is_right() {
    for (slip, right) in [
        // Joined words: after every sort of symbol, and after labels.
        ("Quyết định số 433/QĐ-TTgngày 16/03/2011", "Quyết định số 433/QĐ-TTg ngày 16/03/2011"),
        ("Quyết định số 38/2020/QĐ-TTgcủa Thủ tướng", "Quyết định số 38/2020/QĐ-TTg của Thủ tướng"),
        ("Chương trình số 12/CTrngày 1/2/2020", "Chương trình số 12/CTr ngày 1/2/2020"),
        ("72/2013/NĐ-CPngày 15 tháng 7 năm 2013", "72/2013/NĐ-CP ngày 15 tháng 7 năm 2013"),
        ("Luật số 24/2023/QH15ngày 24/11/2023", "Luật số 24/2023/QH15 ngày 24/11/2023"),
        ("Thông tư số 01/2011/TT-BTTTTquy định", "Thông tư số 01/2011/TT-BTTTT quy định"),
        ("Điều 17của Nghị định này", "Điều 17 của Nghị định này"),
        ("khoản 2Điều 5 Luật Viễn thông", "khoản 2 Điều 5 Luật Viễn thông"),
        // Spaces and dashes within numbers.
        ("Thông tư 39/2017/TT- BTTTT", "Thông tư 39/2017/TT-BTTTT"),
        ("Thông tư 39/2017/TT - BTTTT", "Thông tư 39/2017/TT-BTTTT"),
        ("Thông tư 39 / 2017/TT-BTTTT", "Thông tư 39/2017/TT-BTTTT"),
        ("Quyết định 433/QĐ –TTg ngày 16/03/2011", "Quyết định 433/QĐ-TTg ngày 16/03/2011"),
        ("QCVN 89 : 2015/BTTTT", "QCVN 89:2015/BTTTT"),
        ("Nghị định 72/2013/NĐ–CP", "Nghị định 72/2013/NĐ-CP"),
        // Between a word and its label a space belongs.
        ("Điều\n5 Luật Viễn thông", "Điều 5 Luật Viễn thông"),
        ("khoản 2\nĐiều 5", "khoản 2\nĐiều 5"),
        // Letters.
        ("Nghị định 72/2013/NÐ-CP", "Nghị định 72/2013/NĐ-CP"),
        ("Nghị định số 72/2013/NÐ-CPngày 15/7/2013", "Nghị định số 72/2013/NĐ-CP ngày 15/7/2013"),
        ("Ðiều 5 Luật Viễn thông", "Điều 5 Luật Viễn thông"),
        ("Luật Viễn thông số 24/2023/QHI5", "Luật Viễn thông số 24/2023/QH15"),
        ("Nghị quyết 351/2017/UBTVQHI4", "Nghị quyết 351/2017/UBTVQH14"),
        ("Pháp lệnh số 01/2012/PL-UBTVQHI3", "Pháp lệnh số 01/2012/PL-UBTVQH13"),
        ("Thông tư 16/2011/tt-bgdđt", "Thông tư 16/2011/TT-BGDĐT"),
        ("Quyết định 38/2020/qđ-ttg của Thủ tướng", "Quyết định 38/2020/QĐ-TTg của Thủ tướng"),
        ("Pháp lệnh 01/2012/pl-ubtvqh13", "Pháp lệnh 01/2012/PL-UBTVQH13"),
        ("Thông tư 16/2011/tt–bgdđt", "Thông tư 16/2011/TT-BGDĐT"),
        ("Thông tư liên tịch 1/2010/ttlt-bnv-bnn&ptnt", "Thông tư liên tịch 1/2010/TTLT-BNV-BNN&PTNT"),
        // Ranges the wrong way round.
        ("từ Điều 9 đến Điều 5 Luật Viễn thông", "từ Điều 5 đến Điều 9 Luật Viễn thông"),
        ("Điều 9 tới Điều 5 Luật Viễn thông", "Điều 5 đến Điều 9 Luật Viễn thông"),
        ("Điều 9 đến hết Điều 5 Luật Viễn thông", "Điều 5 đến Điều 9 Luật Viễn thông"),
        ("các điều từ Điều 9 đến 5 Luật Viễn thông", "các điều từ Điều 5 đến Điều 9 Luật Viễn thông"),
        ("các khoản từ 9 đến 5 Điều 7", "các khoản 5 đến khoản 9 Điều 7"),
        ("điểm c đến điểm a khoản 2 Điều 5", "điểm a đến điểm c khoản 2 Điều 5"),
        ("khoản 9 Điều 5 đến khoản 2 Điều 3", "khoản 2 Điều 3 đến khoản 9 Điều 5"),
    ] {
        is_settled_by_advice(slip);
        assert_eq!(repaired(slip), right, "{slip}");
    }
}

#[test]
fn what_is_right_gets_no_advice() {
    for text in [
        "Quyết định số 433/QĐ-TTg ngày 16/03/2011",
        "Nghị định số 72/2013/NĐ-CP ngày 15 tháng 7 năm 2013 của Chính phủ",
        "Khoản 3 Điều 18, k. 2 Đ. 5 NĐ 73/2019",
    ] {
        assert_eq!(followed(text), [], "{text}");
    }
}

/// A citation with slips in it, of any type, number and date.
fn slipped() -> impl Strategy<Value = String> {
    let kind = prop_oneof![Just("Quyết định số "), Just("Thông tư "), Just("Nghị định số "), Just("")];
    let unit =
        prop_oneof![Just(""), Just("Điều 17"), Just("khoản 2 Điều 5 "), Just("Ðiều 9 đến Điều 5 "), Just("Điều 3của ")];
    let number = "[1-9][0-9]{0,2}( ?/ ?20[0-2][0-9])?";
    let symbol = prop_oneof![
        Just("QĐ-TTg"),
        Just("NÐ-CP"),
        Just("TT- BTTTT"),
        Just("tt-bgdđt"),
        Just("QHI5"),
        Just("TTLT-BVHTT–BCA"),
        Just("NĐ – CP"),
        Just("qđ-ttg"),
        Just("PL-UBTVQHI3"),
    ];
    let tail = prop_oneof![
        Just(""),
        Just("ngày 16/03/2011"),
        Just(" ngày 16/03/2011"),
        Just("của Chính phủ"),
        Just("và Điều 5"),
        Just(" quy định"),
    ];
    (unit, kind, number, symbol, tail)
        .prop_map(|(unit, kind, number, symbol, tail)| format!("{unit}{kind}{number}/{symbol}{tail}"))
}

proptest! {
    #[test]
    fn advice_that_is_followed_brings_no_new_slip(text in slipped()) {
        let before = slips(&text);
        for (kind, better) in followed(&text) {
            let after = slips(&better);
            let mut left = before.clone();
            left.remove(left.iter().position(|it| *it == kind).unwrap());
            prop_assert!(after.iter().all(|it| left.contains(it)) && after.len() <= left.len(), "{} → {}: {:?}", text, better, after);
        }
        prop_assert!(slips(&repaired(&text)).is_empty(), "{} → {}", text, repaired(&text));
    }
}
