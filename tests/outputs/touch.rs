//! Which provisions an act touches, by what the places of both say: a chapter may hold an article, and an annex a form,
//! of which nothing says so. Then it is unknown, unless the excerpt names what holds it (`within`).

use std::fs;
use std::path::Path;

use crate::support::program;

use camnang::internals::model::time::ValidityQuery;

/// The unit of the act, the place of the excerpt with what it is within, and whether the act touches it.
const ROWS: &str = "
Phần thứ hai                  | Điều 5                        | unknown
Chương III                    | Điều 5                        | unknown
Chương III                    | khoản 1 Điều 5                | unknown
Mục 3 Chương III              | điểm a khoản 1 Điều 5         | unknown
Mục 3                         | Điều 5                        | unknown
Tiểu mục 1 Mục 3 Chương III   | Điều 5                        | unknown
Chương III Phần thứ hai       | Điều 5                        | unknown
Điều 5                        | Chương III                    | unknown
khoản 1 Điều 5                | Mục 3 Chương III              | unknown
Mục 3 Chương III              | Chương III                    | touched
Chương III                    | Mục 3 Chương III              | touched
Mục 3 Chương III              | Mục 4 Chương III              | not
Mục 3 Chương III              | Mục 3 Chương IV               | not
Mục 3 Chương III              | Mục 2                         | not
Mục 3 Chương III              | Mục 3                         | unknown
Chương III Phần thứ hai       | Chương III                    | unknown
Chương III Phần thứ hai       | Chương IV                     | not
Chương III                    | Chương IIIa                   | not
Điều 5                        | Điều 6                        | not
Điều 5                        | Điều 5a                       | not
Điều 5                        | khoản 1 Điều 5                | touched
khoản 1 Điều 5                | khoản 2 Điều 5                | not
khoản 1 Điều 5                | Điều 5                        | touched
Phụ lục I                     | Điều 5                        | not
Danh mục ban hành kèm theo    | Điều 5                        | not
Mẫu số 01                     | khoản 1 Điều 5                | not
Điều 5                        | Phụ lục I                     | not
Chương III                    | Phụ lục I                     | not
Phụ lục I                     | Phụ lục II                    | not
Phụ lục                       | Phụ lục I                     | unknown
Phụ lục I                     | Mẫu số 01                     | unknown
Phụ lục I                     | Mẫu số 01 Phụ lục II          | not
Mẫu số 01 Phụ lục I           | Mẫu số 01                     | unknown
Mẫu số 01 Phụ lục I           | Mẫu số 02                     | not
Phụ lục I                     | Danh mục ban hành kèm theo    | unknown
mục 1 Phụ lục I               | mục 1.11 Phụ lục I            | unknown
mục 2 Phụ lục I               | mục 1.11 Phụ lục I            | not
Chương II Quy chế ban hành kèm theo | Điều 5 Quy chế ban hành kèm theo | unknown
Chương II                     | Điều 5 Quy chế ban hành kèm theo | not
Quy chế ban hành kèm theo     | Điều 5 Quy chế ban hành kèm theo | touched
Quy chế ban hành kèm theo     | Điều 5                        | not
Quy chế ban hành kèm theo     | Mẫu số 01                     | unknown
Mục 3 Chương III              | Điều 5 @ Mục 3 Chương III     | touched
Chương III                    | Điều 5 @ Mục 3 Chương III     | touched
Mục 4 Chương III              | Điều 5 @ Mục 3 Chương III     | not
Tiểu mục 1 Mục 3 Chương III   | Điều 5 @ Mục 3 Chương III     | unknown
Phần thứ hai                  | Điều 5 @ Mục 3 Chương III     | unknown
Mục 3 Chương III              | khoản 1 Điều 5 @ Chương III   | unknown
Mục 3 Chương IV               | khoản 1 Điều 5 @ Chương III   | not
Chương III                    | {unknown: Chưa thấy} @ Chương III | touched
Chương IV                     | {unknown: Chưa thấy} @ Chương III | not
Điều 5                        | {unknown: Chưa thấy} @ Chương III | unknown
";

const COMMON: &str = "confidence: text-read\nchecked-on: 2036-01-01\nsources: [Ví dụ]\n";

struct Row {
    unit: String,
    place: String,
    expected: String,
}

fn rows() -> Vec<Row> {
    let row = |line: &str| {
        let cells: Vec<String> = line.split('|').map(|cell| cell.trim().to_owned()).collect();
        let [unit, place, expected] = cells.try_into().unwrap();
        Row { unit, place, expected }
    };
    ROWS.trim().lines().map(row).collect()
}

/// One text after another, each once.
fn each_once(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    all.for_each(|one| {
        if !once.contains(&one) {
            once.push(one)
        }
    });
    once
}

fn write_corpus(root: &Path, kind: &str, units: &[String], places: &[String]) {
    let write = |path: &str, text: String| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("vocabulary.yaml", "topics: [{id: a, name: A}]\naudiences: [{id: b, name: B}]\nlevels: []\n".into());
    let act = |(index, unit): (usize, &String)| {
        let number = index + 1;
        format!(
            "  - {{type: {kind}, number: {number}/2031/NĐ-CP, issued: 2031-01-01, on: 2032-01-01, at: Điều 1, units: [{unit}]}}\n"
        )
    };
    write(
        "instruments/nd-1-2030.yaml",
        format!(
            "id: nd-1-2030\nnumber: 01/2030/NĐ-CP\ntype: Nghị định\ntitle: ví dụ\nissuer: Chính phủ\nsigner: Người Ký\n\
             issued: 2030-01-01\nin-force-from: 2030-01-01\nin-force-until: none\namended-by:\n{}{COMMON}",
            units.iter().enumerate().map(act).collect::<String>()
        ),
    );
    for (index, place) in places.iter().enumerate() {
        let place = place.replace(" @ ", "\nwithin: ");
        write(
            &format!("excerpts/nd-1-2030/e-{index}.md"),
            format!(
                "---\nid: nd-1-2030.e-{index}\ninstrument: nd-1-2030\nat: {place}\nwording: summary\ntopics: [a]\naudiences: [b]\n\
                 {COMMON}---\nMột câu.\n"
            ),
        );
    }
}

#[test]
fn an_act_touches_what_its_units_hold_and_perhaps_what_they_may_hold() {
    let rows = rows();
    let units = each_once(rows.iter().map(|row| row.unit.clone()));
    let places = each_once(rows.iter().map(|row| row.place.clone()));
    let corpus = tempfile::tempdir().unwrap();
    write_corpus(corpus.path(), "amends", &units, &places);
    let checked = camnang::internals::session::open(corpus.path()).unwrap();
    let mut wrong = Vec::new();
    for row in &rows {
        let place = places.iter().position(|place| *place == row.place).unwrap();
        let number = units.iter().position(|unit| *unit == row.unit).unwrap() + 1;
        let excerpt = checked.corpus.excerpt(&format!("nd-1-2030.e-{place}").parse().unwrap()).unwrap();
        let asked = ValidityQuery::with_all_known("2033-01-01".parse().unwrap());
        let amendments = checked.corpus.excerpt_validity(excerpt, asked).amendments;
        let by = format!("ngoai-kho-{number:02}-2031-nd-cp");
        let found = match amendments.iter().find(|it| it.by.as_str() == by) {
            None => "not",
            Some(act) if act.certain => "touched",
            Some(_) => "unknown",
        };
        if found != row.expected {
            wrong.push(format!("{} on {}: {found}, not {}", row.unit, row.place, row.expected));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_may_have_ended_with_its_chapter_is_unknown_and_says_what_would_settle_it() {
    let corpus = tempfile::tempdir().unwrap();
    let places = ["Điều 5", "Điều 6 @ Mục 3 Chương III", "Điều 7 @ Mục 2 Chương II"].map(str::to_owned);
    write_corpus(corpus.path(), "partly-repeals", &["Mục 3 Chương III".to_owned()], &places);
    let (root, path) = (corpus.path(), corpus.path().to_str().unwrap());
    let status = |index: usize| {
        let id = format!("nd-1-2030.e-{index}");
        program::camnang(root, &["status", &id, "--as-of", "2032-01-01", "--corpus", path]).must(0).out
    };
    let unknown = status(0);
    assert!(unknown.contains("Chưa rõ hiệu lực"), "{unknown}");
    assert!(
        unknown.contains(
            "Cần biết để kết luận: Điều 5 có thuộc Mục 3 Chương III không (Điều 1 Nghị định số 01/2031/NĐ-CP)"
        ),
        "{unknown}"
    );
    assert!(status(1).contains("Hết hiệu lực từ 01/01/2032"), "{}", status(1));
    assert!(status(2).contains("Còn hiệu lực"), "{}", status(2));
}
