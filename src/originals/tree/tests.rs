//! Trees of invented texts, as outlines: a line for each unit, with its title.

use super::{FoundAt, NodeRole, ProvisionTree, TreeFaultKind};
use crate::model::provision::{Label, Locator, Unit, UnitKind};
use crate::originals::text::OriginalText;

fn tree(text: &str) -> ProvisionTree {
    ProvisionTree::read(&OriginalText::parse(text))
}

/// The places of a tree in order; for what is no unit its role.
fn outline(text: &str) -> Vec<String> {
    let tree = tree(text);
    let name = |at: &Locator, title: &str| if title.is_empty() { at.to_string() } else { format!("{at}: {title}") };
    let nodes = tree.nodes().iter().map(|node| match &node.locator {
        Some(at) => name(at, &node.title),
        None => format!("{:?}", node.role).to_lowercase(),
    });
    nodes.collect()
}

fn faults(text: &str) -> Vec<String> {
    tree(text).faults().iter().map(|fault| shown(&fault.kind)).collect()
}

fn shown(kind: &TreeFaultKind) -> String {
    match kind {
        TreeFaultKind::Gap { expected, found } => format!("{expected}? {found}"),
        TreeFaultKind::Repeated { unit } => format!("again {unit}"),
        TreeFaultKind::NumbersWithin { unit } => format!("within {}", unit.as_ref().unwrap()),
        TreeFaultKind::ForeignLetter { label } => format!("foreign {label}"),
        TreeFaultKind::DoubledLetter { label } => format!("doubled {label}"),
        TreeFaultKind::OpenQuote => "open".to_owned(),
    }
}

/// The faults that are in the numbering of the law itself.
fn faults_of_law(text: &str) -> Vec<String> {
    tree(text).numbering_faults().map(|fault| shown(&fault.kind)).collect()
}

fn at(units: &[(UnitKind, Label)]) -> Locator {
    Locator::new(units.iter().map(|(kind, label)| Unit::new(*kind, label.clone()).unwrap()).collect()).unwrap()
}

const DECREE: &str = "CHÍNH PHỦ
NGHỊ ĐỊNH
Căn cứ Luật Máy bịa;
Phần thứ nhất
MÁY
Chương I
QUY ĐỊNH CHUNG
VÀ MÁY BỊA
Mục 1. MÁY CŨ
Điều 1. Phạm vi
Nghị định này quy định về máy.
Điều 2.
Giải thích
Trong Nghị định này:
1. Máy là máy.
Máy cũ là máy.
2. Xe gồm:
a) Xe cũ;
- Xe đạp;
- Xe bò;
b) Xe mới:
b.1) Xe một;
đ1) Xe hai.
Điều 3. Máy cũ được giữ.
Điều 4. Nghị định này có hiệu lực từ ngày ký./.
Nơi nhận:
- Như trên;
TM. CHÍNH PHỦ";

#[test]
fn a_decree() {
    assert_eq!(
        outline(DECREE),
        [
            "head",
            "Phần thứ nhất: MÁY",
            "Chương I Phần thứ nhất: QUY ĐỊNH CHUNG VÀ MÁY BỊA",
            "Mục 1 Chương I Phần thứ nhất: MÁY CŨ",
            "Điều 1: Phạm vi",
            "đoạn thứ nhất Điều 1",
            "Điều 2: Giải thích",
            "đoạn thứ nhất Điều 2",
            "khoản 1 Điều 2",
            "đoạn thứ nhất khoản 1 Điều 2",
            "khoản 2 Điều 2",
            "điểm a khoản 2 Điều 2",
            "gạch đầu dòng thứ 1 điểm a khoản 2 Điều 2",
            "gạch đầu dòng thứ 2 điểm a khoản 2 Điều 2",
            "điểm b khoản 2 Điều 2",
            "tiết b.1 điểm b khoản 2 Điều 2",
            "điểm đ1 khoản 2 Điều 2",
            "Điều 3",
            "Điều 4",
            "closing",
        ]
    );
    assert_eq!(faults(DECREE), ["điểm c? điểm đ1"]);
    let tree = tree(DECREE);
    let FoundAt::One(found) = tree.find(&at(&[(UnitKind::Article, Label::number(3).unwrap())])) else { panic!() };
    assert_eq!(tree.text(&tree.nodes()[found]), "Điều 3. Máy cũ được giữ.");
    assert_eq!(tree.pieces().len(), DECREE.lines().count());
}

#[test]
fn annexes_number_their_own() {
    let text = "Điều 1. Máy
1. Một.
CHỦ TỊCH QUỐC HỘI
Phụ lục I
MÁY BỊA
(Ban hành kèm theo Nghị định
số 1 ngày 1)
Phần I
MÁY
I. CHUNG
1. Một:
a) Hai.
1.1. Ba.
II. RIÊNG
1. Bốn.
PHỤ LỤC II
DANH MỤC
| STT | Máy |
| 1 | Máy một |
| 1.1 | Máy hai |
|  | tiếp |
| 1.11 | Máy ba |
| 2 | Xe |
Mẫu số 01. Đơn
Kính gửi: …
1. Tên:
QUY CHẾ QUẢN LÝ MÁY
(Ban hành kèm theo Quyết định số 1)
Chương I
CHUNG
Điều 1. Máy
Máy.
Điều 2. Xe
Xe.
DANH MỤC MÁY
(Kèm theo Quyết định số 1)
1. Máy.";
    assert_eq!(
        outline(text),
        [
            "Điều 1: Máy",
            "khoản 1 Điều 1",
            "closing",
            "Phụ lục I: MÁY BỊA (Ban hành kèm theo Nghị định số 1 ngày 1)",
            "Phần I Phụ lục I: MÁY",
            "Mục I Phần I Phụ lục I",
            "khoản 1 Mục I Phần I Phụ lục I",
            "điểm a khoản 1 Mục I Phần I Phụ lục I",
            "mục 1.1 Phần I Phụ lục I",
            "Mục II Phần I Phụ lục I",
            "khoản 1 Mục II Phần I Phụ lục I",
            "Phụ lục II: DANH MỤC",
            "row",
            "mục 1 Phụ lục II",
            "mục 1.1 Phụ lục II",
            "row",
            "mục 1.11 Phụ lục II",
            "mục 2 Phụ lục II",
            "Mẫu số 01 Phụ lục II: Đơn",
            "đoạn thứ nhất Mẫu số 01 Phụ lục II",
            "mục 1 Mẫu số 01 Phụ lục II",
            "Quy chế ban hành kèm theo: QUY CHẾ QUẢN LÝ MÁY (Ban hành kèm theo Quyết định số 1)",
            "Chương I Quy chế ban hành kèm theo: CHUNG",
            "Điều 1 Quy chế ban hành kèm theo: Máy",
            "đoạn thứ nhất Điều 1 Quy chế ban hành kèm theo",
            "Điều 2 Quy chế ban hành kèm theo: Xe",
            "đoạn thứ nhất Điều 2 Quy chế ban hành kèm theo",
            "Danh mục Quy chế ban hành kèm theo: DANH MỤC MÁY (Kèm theo Quyết định số 1)",
            "mục 1 Danh mục Quy chế ban hành kèm theo",
        ]
    );
    assert_eq!(faults(text), ["mục 1.2? mục 1.11"]);
    let annex = (UnitKind::Annex, Label::roman(1).unwrap());
    let one = |kind| (kind, Label::number(1).unwrap());
    let tree = tree(text);
    let second = |kind| (kind, Label::roman(2).unwrap());
    let found = [
        tree.find(&at(&[annex.clone(), second(UnitKind::Item), one(UnitKind::Clause)])),
        tree.find(&at(&[
            annex.clone(),
            (UnitKind::Part, Label::roman(1).unwrap()),
            second(UnitKind::Section),
            one(UnitKind::Point),
        ])),
    ];
    assert!(found.iter().all(|found| matches!(found, FoundAt::One(at) if tree.text(&tree.nodes()[*at]) == "1. Bốn.")));
    // Both mục I and mục II have a khoản 1.
    assert!(matches!(tree.find(&at(&[annex, one(UnitKind::Item)])), FoundAt::Several(_)));
}

#[test]
fn a_quoted_text_is_another_laws() {
    let text = "Điều 1. Sửa đổi, bổ sung một số điều của Luật Máy bịa
1. Sửa đổi, bổ sung khoản 2 và khoản 3 Điều 5 như sau:
“2. Máy gồm:
a) Máy cũ;
3. Xe.”.
2. Bổ sung Điều 5a vào sau Điều 5 như sau:
“Điều 5a. Xe
1. “Xe” là xe.”;
3. Sửa đổi Điều 6 như sau: “Điều 6. Nhà
Nhà.”
Điều 2. Hiệu lực
Luật này có hiệu lực.";
    assert_eq!(
        outline(text),
        [
            "Điều 1: Sửa đổi, bổ sung một số điều của Luật Máy bịa",
            "khoản 1 Điều 1",
            "quoted",
            "khoản 2 Điều 1",
            "quoted",
            "khoản 3 Điều 1",
            "quoted",
            "Điều 2: Hiệu lực",
            "đoạn thứ nhất Điều 2",
        ]
    );
    assert!(faults(text).is_empty());
}

#[test]
fn numbering_that_does_not_add_up() {
    assert_eq!(
        faults("Điều 1. Máy\n1. Một.\n3. Ba.\n3. Bốn.\nĐiều 3. Xe\nXe."),
        ["khoản 2? khoản 3", "again khoản 3", "Điều 2? Điều 3"]
    );
    assert_eq!(
        faults("Điều 1. Máy\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\ne) Năm;\nf) Sáu;\ng) Bảy."),
        ["điểm đ? điểm e", "foreign f)"]
    );
    let within = "Điều 1. Máy\n1. Một:\na) Hai:\n1. Ba;\n2. Bốn;\n3. Năm.\n2. Sáu.\n3. Bảy.";
    assert_eq!(faults(within), ["within điểm a"]);
    assert!(outline(within).contains(&"khoản 3 Điều 1".to_owned()));
    assert_eq!(
        faults("Điều 1. Máy\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Máy\n1. Một.\n2. Bãi bỏ Điều 6.\n3. Xe."),
        ["open"]
    );
}

#[test]
fn faults_of_annexes_and_lists_are_none_of_the_law() {
    let law = "Điều 1. Máy\n1. Một:\na) Hai;\nc) Ba;\nMáy gồm:\na) Bốn;\na) Năm.\n3. Sáu:\nf) Bảy;\naa) Tám.\n31. Mã.\n\
        Điều 3. Xe\nXe.\nPHỤ LỤC I\nDANH MỤC\n1. Một.\n3. Ba.\n3. Bốn:\nf) Năm.";
    assert_eq!(
        faults_of_law(law),
        ["điểm b? điểm c", "again điểm a", "khoản 2? khoản 3", "foreign f)", "doubled aa)", "Điều 2? Điều 3"]
    );
    let regulation = "Điều 1. Ban hành\nBan hành Quy chế.\nQUY CHẾ MÁY\n(Ban hành kèm theo Quyết định số 1)\nĐiều 1. Máy\n1. Một.\n3. Ba.";
    assert_eq!(faults_of_law(regulation), ["khoản 2? khoản 3"]);
    assert_eq!(faults_of_law("THÔNG TƯ\nI. CHUNG\n1. Một.\n3. Ba."), ["khoản 2? khoản 3"]);
}

/// Signs that reprints get wrong, where the numbers beside them leave no doubt.
#[test]
fn numbers_with_another_sign_or_none() {
    let text = "Điều 1. Máy\n1 Cơ quan giữ sổ.\n2.. Máy là máy:\na) Một;\n3..Xe là xe.\n4 Nhà là nhà.\n5 Tàu là tàu.\n6. Hết.\n7 Máy cũ.\n8 Xe cũ.\nĐiều 2. Xe\n2 Bộ giữ sổ.\n3. Ba.";
    let places = outline(text);
    for number in 1..=6 {
        assert!(places.contains(&format!("khoản {number} Điều 1")), "{places:?}");
    }
    // No number with its sign comes after the seventh, nor one before the second.
    assert_eq!(faults(text), ["khoản 1? khoản 3"]);
    assert!(!places.contains(&"khoản 7 Điều 1".to_owned()) && !places.contains(&"khoản 2 Điều 2".to_owned()));
}

#[test]
fn a_list_of_forms_names_them_before_they_come() {
    let text = "Điều 1. Máy\nMáy.\nNơi nhận:\nPHỤ LỤC\nMẪU\n(Kèm theo Nghị định số 1)\nSố\nMẫu số 01\nĐơn\nMẫu số 02\nSổ\nMẫu số 01. Đơn\nKính gửi\n1. Tên:\nMẫu số 02. Sổ\nSổ.";
    assert!(faults(text).is_empty(), "{:?}", faults(text));
    let forms = outline(text).into_iter().filter(|place| place.starts_with("Mẫu")).collect::<Vec<_>>();
    assert_eq!(forms, ["Mẫu số 01 Phụ lục: Đơn", "Mẫu số 02 Phụ lục: Sổ"]);
}

#[test]
fn a_table_in_a_numbered_paragraph_numbers_for_itself() {
    let text =
        "Điều 1. Máy\nMáy.\nPHỤ LỤC I\nMÁY\nI. CHUNG\n1. Vị trí:\n| Ô | Máy |\n| 1 | Một |\n| 5a | Hai |\n2. Sơ đồ.";
    assert!(faults(text).is_empty(), "{:?}", faults(text));
    assert_eq!(outline(text).last().map(String::as_str), Some("khoản 2 mục I Phụ lục I"));
}

#[test]
fn several_units_in_a_line() {
    let text = "Điều 1. 1. a) Máy;\nb) Xe.\n2. Nhà.";
    assert_eq!(
        outline(text),
        ["Điều 1", "khoản 1 Điều 1", "điểm a khoản 1 Điều 1", "điểm b khoản 1 Điều 1", "khoản 2 Điều 1"]
    );
}

#[test]
fn a_circular_of_old_times_has_no_articles() {
    let text = "THÔNG TƯ\nHướng dẫn máy\nI. QUY ĐỊNH CHUNG\n1. Máy:\na) Một;\nb) Hai.\n2. Xe.\nII. RIÊNG\n1. Nhà.";
    assert_eq!(
        outline(text),
        [
            "head",
            "Mục I",
            "khoản 1 Mục I",
            "điểm a khoản 1 Mục I",
            "điểm b khoản 1 Mục I",
            "khoản 2 Mục I",
            "Mục II",
            "khoản 1 Mục II"
        ]
    );
}

#[test]
fn citations_and_small_signs_are_no_units() {
    let text = "Điều 1. Máy\nĐiều 5 Luật Máy bịa quy định máy.\n1. Máy:\n(i) Một;\nii) Hai;\n+ Ba;\n150.000 đồng\nChương II của Luật này.\n[^1]: Ghi chú.";
    let tree = tree(text);
    let roles = |role| tree.nodes().iter().filter(|node| node.role == role).count();
    assert_eq!((roles(NodeRole::Minor), roles(NodeRole::Note)), (3, 1));
    assert_eq!(tree.units(UnitKind::Article).count(), 1);
    assert!(tree.faults().is_empty());
}

#[test]
fn odd_texts_are_read() {
    for text in
        ["", "\n", "“", "| |", "[^1]: a", "1.", "a)", "Điều", "Điều 1.", "Phụ lục", "1.1.1.1.1.1.1.1.1. x", "Mục", "f)"]
    {
        let tree = tree(text);
        assert_eq!(tree.pieces().len(), OriginalText::parse(text).lines.len(), "{text}");
    }
    let deep = (1..2000).map(|n| format!("{}Điều {n}. “", "Phụ lục I\n".repeat(n % 3))).collect::<Vec<_>>().join("\n");
    assert_eq!(tree(&deep).pieces().len(), deep.lines().count());
}
