//! Thirty worked examples of citing, by number.

use super::{note_kinds, show_all};
use crate::model::citation::NoteKind::{self, *};

/// Input, what is found, and the notes.
const EXAMPLES: [(&str, &[&str], &[NoteKind]); 30] = [
    (
        "khoản 3 Điều 18 Nghị định số 72/2013/NĐ-CP ngày 15 tháng 7 năm 2013 của Chính phủ",
        &["Nghị định 72/2013/NĐ-CP, 2013-07-15, Chính phủ | Điều 18 / khoản 3"],
        &[],
    ),
    (
        "điểm e khoản 2 Điều 48 Nghị định 224/2026/NĐ-CP",
        &["Nghị định 224/2026/NĐ-CP | Điều 48 / khoản 2 / điểm e"],
        &[],
    ),
    (
        "Điểm b Khoản 2 Điều 16 Nghị định số 73/2019/NĐ-CP",
        &["Nghị định 73/2019/NĐ-CP | Điều 16 / khoản 2 / điểm b"],
        &[Case],
    ),
    (
        "Điều 16 khoản 2 điểm b NĐ 73/2019/NĐ-CP",
        &["Nghị định 73/2019/NĐ-CP | Điều 16 / khoản 2 / điểm b"],
        &[LargeToSmall],
    ),
    (
        "đ. b, k. 2, Đ. 16 NĐ 73/2019",
        &["Nghị định 73/2019/? | Điều 16 / khoản 2 / điểm b"],
        &[Abbreviation, ExtraWord, Abbreviation, ExtraWord, Abbreviation, SymbolMissing],
    ),
    ("điểm đ khoản 1 Điều 50 Luật Viễn thông", &["Luật Viễn thông | Điều 50 / khoản 1 / điểm đ"], &[]),
    ("Luật Viễn thông số 24/2023/QH15", &["Luật 24/2023/QH15"], &[]),
    ("Điều 93a và Điều 93b Nghị định số 15/2020/NĐ-CP", &["Nghị định 15/2020/NĐ-CP | Điều 93a ; Điều 93b"], &[]),
    ("điểm a1 khoản 2a Điều 15a Thông tư này", &["Thông tư này | Điều 15a / khoản 2a / điểm a1"], &[]),
    ("các khoản 1, 2 và 3 Điều này", &["- | Điều này / khoản 1 ; Điều này / khoản 2 ; Điều này / khoản 3"], &[]),
    (
        "các điểm b, c, d, đ khoản này",
        &["- | khoản này / điểm b ; khoản này / điểm c ; khoản này / điểm d ; khoản này / điểm đ"],
        &[],
    ),
    ("các điều từ Điều 98 đến Điều 106 Chương V", &["- | Điều 98..Điều 106"], &[GroupingOmitted]),
    (
        "khoản 6, khoản 13 Điều 2; khoản 2, khoản 3 Điều 7; Điều 9; Điều 21 Thông tư số 24/2015/TT-BTTTT",
        &[
            "Thông tư 24/2015/TT-BTTTT | Điều 2 / khoản 6 ; Điều 2 / khoản 13 ; Điều 7 / khoản 2 ; Điều 7 / khoản 3 ; Điều 9 ; Điều 21",
        ],
        &[],
    ),
    (
        "gạch đầu dòng thứ 4 điểm c khoản 1 Điều 27 Nghị định 73/2019/NĐ-CP",
        &["Nghị định 73/2019/NĐ-CP | Điều 27 / khoản 1 / điểm c / gạch đầu dòng thứ 4"],
        &[],
    ),
    (
        "đoạn thứ hai điểm a khoản 2 Điều 46 Nghị định 224/2026/NĐ-CP",
        &["Nghị định 224/2026/NĐ-CP | Điều 46 / khoản 2 / điểm a / đoạn thứ hai"],
        &[],
    ),
    (
        "mục 1.11 Danh mục ban hành kèm theo Thông tư số 39/2017/TT-BTTTT",
        &["Thông tư 39/2017/TT-BTTTT | Danh mục / mục 1.11"],
        &[],
    ),
    (
        "điểm d mục 2 Phụ lục I ban hành kèm theo Thông tư số 06/2026/TT-BKHCN",
        &["Thông tư 06/2026/TT-BKHCN | Phụ lục I / mục 2 / điểm d"],
        &[],
    ),
    ("Chương VI Nghị định số 224/2026/NĐ-CP", &["Nghị định 224/2026/NĐ-CP | Chương VI"], &[]),
    ("Mục 1 Chương II của Luật Đầu tư công", &["Luật Đầu tư công | Chương II / Mục 1"], &[]),
    ("Quyết định số 433/QĐ-BTTTT ngày 29/3/2011", &["Quyết định 433/QĐ-BTTTT, 2011-03-29"], &[]),
    ("Công văn số 1149/BTTTT-VNNIC", &["Công văn 1149/BTTTT-VNNIC"], &[DateMissing]),
    ("02/VBHN-BTTTT", &["Văn bản hợp nhất 02/VBHN-BTTTT"], &[DateMissing]),
    ("QCVN 89:2015/BTTTT", &["Quy chuẩn QCVN 89:2015/BTTTT"], &[]),
    ("TCVN 9802-1:2013", &["Tiêu chuẩn TCVN 9802-1:2013"], &[]),
    ("Thông tư 39/2017/TT- BTTTT", &["Thông tư 39/2017/TT-BTTTT"], &[StraySpace]),
    ("Nghị định số 72/2013/N\u{d0}-CP", &["Nghị định 72/2013/NĐ-CP"], &[Eth]),
    ("điểm f khoản 1 Điều 4 Nghị định 73/2019/NĐ-CP", &["Nghị định 73/2019/NĐ-CP | InvalidLetter"], &[]),
    ("điểm 2 khoản a Điều 5", &["- | SwappedLabels"], &[]),
    ("từ ngày 01/07/2026", &[], &[]),
    ("khoản 9 Điều 18 Nghị định 72/2013/NĐ-CP", &["Nghị định 72/2013/NĐ-CP | Điều 18 / khoản 9"], &[]),
];

#[test]
fn all_thirty() {
    for (index, (input, expected, notes)) in EXAMPLES.iter().enumerate() {
        assert_eq!(show_all(input), *expected, "example {}: {input}", index + 1);
        assert_eq!(note_kinds(input), *notes, "notes of example {}: {input}", index + 1);
        let sentence = format!("Thực hiện theo quy định tại {input}. Trân trọng.");
        assert_eq!(show_all(&sentence), *expected, "example {} in a sentence", index + 1);
    }
}
