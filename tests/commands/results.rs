//! `camnang report answers --format html` and `pdf`: what is published of the answers. Unless the settings say so, nothing of
//! a single department is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::fs;

use crate::support::answer_office;
use crate::support::program;

use answer_office::{AnswerOffice, Filled};
use program::put;

fn ids(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("so-{number:02}")).collect()
}

/// An office to which the first departments of so many have answered: `1`, `2`, … machines, the first duty done, the second
/// being done by those with odd numbers.
fn answered(asked: usize, answered: usize) -> AnswerOffice {
    let office = AnswerOffice::new(&ids(asked));
    answer(&office, None, answered);
    office
}

fn answer(office: &AnswerOffice, round: Option<&str>, answered: usize) {
    let questions = office.questions();
    for number in 1..=answered {
        let id = format!("so-{number:02}");
        let second = if number % 2 == 1 { "đang làm" } else { "chưa làm" };
        let figures = [number.to_string(), String::new()];
        let filled = Filled { states: ["đã làm", second, ""], figures, dated: "20/06/2030" };
        let form = office.form(&questions, &id, round, &filled);
        put(&office.path("phieu").join(format!("{id}.xlsx")), form.to_xlsx().unwrap());
    }
    if answered > 0 {
        let option = round.map_or_else(Vec::new, |round| vec!["--round", round]);
        office.collect(&[&option[..], &["phieu"]].concat()).must(0);
    }
}

fn page(office: &AnswerOffice, args: &[&str]) -> String {
    office.run(&[&["report", "answers", "--edition", "so-tay", "--format", "html"], args].concat()).must(0).out
}

/// Lets the settings say how much is published.
fn publish(office: &AnswerOffice, level: &str) {
    let path = office.path("corpus/settings.yaml");
    let settings = fs::read_to_string(&path).unwrap();
    fs::write(path, settings.replacen("answers:\n", &format!("answers:\n  publish: {level}\n"), 1)).unwrap();
}

/// Gives each department a tile, and one of two regions: the first eight are in the North.
fn draw(office: &AnswerOffice, count: usize, north: usize) {
    let one = |number: usize| {
        let (column, row) = (number % 7, number / 7);
        let region = if number <= north { "Vùng Bắc" } else { "Vùng Nam" };
        format!(
            "      - {{id: so-{number:02}, name: Sở Ví Dụ so-{number:02}, place: Tỉnh Ví Dụ {number:02}, region: {region}, tile: {{column: {column}, row: {row}}}}}\n"
        )
    };
    let departments: String = (1..=count).map(one).collect();
    put(
        &office.path("corpus/departments.yaml"),
        format!(
            "groups:\n  - id: so\n    title: Các sở\n    from: 2020-01-01\n    until: none\n    confidence: text-read\n    checked-on: 2030-05-01\n    sources: [Danh sách bịa]\n    departments:\n{departments}"
        ),
    );
}

/// The cells of the rows of a page, row by row.
fn rows(page: &str) -> Vec<Vec<String>> {
    let rows = page.split("<tr>").skip(1).map(|row| row.split("</tr>").next().unwrap());
    let cell = |cell: &str| cell.split_once('>').unwrap().1.split("</t").next().unwrap().to_owned();
    rows.map(|row| row.split("<t").skip(1).map(cell).collect()).collect()
}

fn row<'r>(rows: &'r [Vec<String>], first: &str) -> &'r [String] {
    rows.iter().find(|row| row[0].starts_with(first)).unwrap_or_else(|| panic!("{first}: {rows:?}"))
}

#[test]
fn sums_are_published_and_no_department() {
    let office = answered(20, 9);
    draw(&office, 20, 8);
    let page = page(&office, &[]);
    assert!(page.contains("<title>Kết quả rà soát: ") && page.contains("9/20 đơn vị được hỏi đã trả lời"), "{page}");
    for name in ["so-01", "so-20", "Ví Dụ 0", "<script"] {
        assert!(!page.contains(name), "{name}\n{page}");
    }
    assert!(page.contains("Chỉ công bố số tổng hợp") && !page.contains("class=\"map\""), "{page}");
    // Written by hand: the first duty is done by nine; of nine numbers five are odd. 1 + … + 9 = 45, eleven are missing.
    let rows = rows(&page);
    assert_eq!(row(&rows, "Cơ quan phải lập kế hoạch")[1..], ["20", "9", "0", "0", "0", "11"]);
    assert_eq!(row(&rows, "Cơ quan phải đo đạc")[1..], ["20", "0", "5", "4", "0", "11"]);
    assert_eq!(row(&rows, "Cơ quan phải báo cáo")[1..], ["20", "0", "0", "0", "0", "20"]);
    assert_eq!(row(&rows, "Số máy chủ")[1..], ["45 máy", "9/20", "11"]);
    assert_eq!(row(&rows, "Diện tích")[1..], ["chưa có", "0/20", "20"]);
    // One of the South has answered: its answers would be those of that department.
    assert!(page.contains("Không chia theo vùng") && !page.contains("Vùng Bắc"), "{page}");
    draw(&office, 20, 6);
    let page = self::page(&office, &[]);
    let rows = self::rows(&page);
    assert_eq!(row(&rows, "Vùng Bắc")[1..], ["6", "6", "6", "3", "3", "0", "6"]);
    assert_eq!(row(&rows, "Vùng Nam")[1..], ["14", "3", "3", "2", "1", "0", "36"]);
}

#[test]
fn what_few_have_answered_is_not_published() {
    let office = answered(20, 2);
    let page = page(&office, &[]);
    let rows = rows(&page);
    assert_eq!(row(&rows, "Cơ quan phải lập kế hoạch")[1..3], ["20", "không công bố"]);
    assert_eq!(row(&rows, "Số máy chủ")[1..], ["không công bố", "2/20", "18"]);
    assert!(!page.contains("aria-label=\"Cơ quan phải lập kế hoạch"), "{page}");
    publish(&office, "departments");
    let rows = self::rows(&self::page(&office, &[]));
    assert_eq!(row(&rows, "Số máy chủ")[1..], ["3 máy", "2/20", "18"]);
}

#[test]
fn a_map_where_departments_may_be_named() {
    let office = answered(20, 9);
    draw(&office, 19, 8);
    publish(&office, "departments");
    let page = page(&office, &[]);
    assert_eq!(page.matches("<g><title>").count(), 19, "the twentieth has no tile");
    assert!(page.contains("<title>Tỉnh Ví Dụ 09: đã trả lời</title>"), "{page}");
    assert!(page.contains("<title>Tỉnh Ví Dụ 10: chưa trả lời</title>"), "{page}");
    assert!(page.contains("Đây là hình vẽ, không thể hiện vị trí"), "{page}");
    // The table says what the map shows, of the twentieth too.
    let rows = rows(&page);
    assert_eq!(row(&rows, "Sở Ví Dụ so-09")[2], "Đã trả lời");
    assert_eq!(row(&rows, "Sở Ví Dụ so-20")[2], "Chưa trả lời");
    assert_eq!(row(&rows, "Vùng Nam")[1..3], ["11", "1"], "regions of any size");
    assert_eq!(page, self::page(&office, &[]), "the same answers give the same bytes");
}

#[test]
fn beside_the_former_round() {
    let office = answered(20, 5);
    office.hand_out("so-tay@dot-2", &ids(20));
    answer(&office, Some("dot-2"), 9);
    let page = page(&office, &["--round", "dot-2", "--since", "-"]);
    assert!(
        page.contains("9/20 đơn vị được hỏi đã trả lời; 11 đơn vị chưa trả lời. Đợt trước: 5/20 đơn vị."),
        "{page}"
    );
    let rows = rows(&page);
    assert_eq!(row(&rows, "Cơ quan phải lập kế hoạch").last().unwrap(), "5");
    assert_eq!(row(&rows, "Số máy chủ")[1..], ["45 máy", "9/20", "11", "15 máy"]);
}

/// Letters in a name cannot become markup, and the page fetches nothing.
#[test]
fn the_page_stands_by_itself() {
    let office = answered(20, 9);
    let path = office.path("corpus/settings.yaml");
    let settings = fs::read_to_string(&path).unwrap();
    fs::write(&path, settings.replace("Số máy chủ", "\"Số <b>máy</b> & chủ\"")).unwrap();
    office.run(&["report", "answers", "--edition", "so-tay", "--format", "html", "--to", "ket-qua.html"]).must(0);
    let page = fs::read_to_string(office.path("ket-qua.html")).unwrap();
    assert!(page.contains("Số &lt;b&gt;máy&lt;") && !page.contains("<b>"), "{page}");
    assert!(
        !page.contains("http:")
            && !page.contains("https:")
            && !page.contains("src=")
            && page.contains("default-src 'none'; style-src 'sha256-")
    );
    office.run(&["report", "answers", "--edition", "so-tay", "--format", "html", "--to", "ket-qua.html"]).must(2);
    office.run(&["report", "answers", "--edition", "so-tay", "--format", "pdf"]).must(2);
}

/// A PDF of the same, by the engine of the program.
#[cfg(feature = "pdf")]
#[test]
fn a_pdf_of_the_same() {
    let office = answered(20, 9);
    draw(&office, 20, 6);
    publish(&office, "departments");
    let make = |to: &str| {
        office.run(&["report", "answers", "--edition", "so-tay", "--format", "pdf", "--to", to]).must(0);
        fs::read(office.path(to)).unwrap()
    };
    let pdf = make("mot.pdf");
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(pdf, make("hai.pdf"));
}
