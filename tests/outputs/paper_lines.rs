//! Where the lines of a sheet begin and end: no number, date or document breaks, heads do not collide, pages are filled, an
//! excerpt goes on under its head, and sheets of two sides are mirrored. The sheets are those of the real edition, read back
//! with `pdftotext`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test"
)]

use crate::support;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use camnang::internals::render::ImageFile;
use camnang::internals::session::{self, ViewRequest};
use camnang::internals::view::View;
use camnang::internals::view::apparatus::{VisibleText, on_paper, visible};
use support::sheets::{Line, Sheet, sheets};

/// Millimetres in points.
const MM: f64 = 72.0 / 25.4;
/// The head of a sheet is above this place.
const HEAD_ENDS: f64 = 18.0 * MM;

fn opened(corpus: &str, edition: &str) -> (View, Vec<ImageFile>) {
    let opened = session::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join(corpus)).unwrap();
    let id = opened.edition(edition).map_err(|_| edition).unwrap().id.clone();
    let made = opened.view(&ViewRequest::one(&id)).findings().despite_errors();
    made.into_iter().next().unwrap().into_parts()
}

struct Booklet {
    view: View,
    sheets: Vec<Sheet>,
}

/// Nothing where there is no engine, or no program to read with.
static BOOKLET: LazyLock<Option<Booklet>> = LazyLock::new(|| {
    let (view, images) = opened("corpus", "ipv6");
    let sheets = sheets(&view, &images)?;
    Some(Booklet { view, sheets })
});

fn booklet() -> Option<&'static Booklet> {
    if BOOKLET.is_none() {
        eprintln!("skipped: there is no engine, or no pdftotext on the PATH to read the PDF with");
    }
    BOOKLET.as_ref()
}

/// Words before a number.
const COUNTED: [&str; 13] =
    ["Điều", "khoản", "Khoản", "điểm", "Điểm", "mục", "Mục", "Chương", "số", "Số", "trang", "ngày", "tháng"];
/// Words after a number.
const UNITS: [&str; 9] = ["ngày", "tháng", "năm", "giờ", "lần", "triệu", "tỷ", "đồng", "%"];

/// Whether a line ends within a number with its word, a date, or the number of a document.
fn breaks(line: &str, next: &str) -> bool {
    let (last, first) =
        (line.split_whitespace().next_back().unwrap_or(""), next.split_whitespace().next().unwrap_or(""));
    let is_number = !last.is_empty() && last.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '/'));
    let bare = first.trim_end_matches([',', '.', ';', ':', ')']);
    let begins_with_digit = first.starts_with(|c: char| c.is_ascii_digit());
    let in_document = last.starts_with(|c: char| c.is_ascii_digit()) && last.ends_with(['/', '-']);
    in_document
        || (COUNTED.contains(&last.trim_start_matches('(')) && begins_with_digit)
        || (is_number && !last.ends_with(['.', ',']) && UNITS.contains(&bare))
}

#[test]
fn a_break_within_a_number_is_seen() {
    for (line, next) in [
        ("ban hành ngày", "01/07/2026, các bộ"),
        ("Nghị định số 147/2024/", "NĐ-CP quy định"),
        ("Công văn số 48/CP-", "KGVX"),
        ("từ 30 đến 50", "triệu đồng"),
        ("trong 20", "ngày."),
        ("theo khoản", "2 Điều 18"),
    ] {
        assert!(breaks(line, next), "{line} | {next}");
    }
    for (line, next) in
        [("theo khoản", "này"), ("năm 2026.", "Năm sau"), ("xem 147/2024/NĐ-CP", "và"), ("→ 5,", "ngày 3")]
    {
        assert!(!breaks(line, next), "{line} | {next}");
    }
}

#[test]
fn no_line_breaks_a_number_or_begins_with_a_point() {
    let Some(Booklet { sheets, .. }) = booklet() else { return };
    let mut found = Vec::new();
    for (sheet, number) in sheets.iter().zip(1..) {
        for block in &sheet.blocks {
            let pairs = block.iter().zip(block.iter().skip(1));
            let broken = pairs.filter(|(line, next)| line.bottom < next.bottom - 2.0 && breaks(&line.text, &next.text));
            found.extend(broken.map(|(line, next)| format!("{number}: {} | {}", line.text, next.text)));
            found.extend(block.iter().filter(|it| it.text.starts_with('·')).map(|it| format!("{number}: {}", it.text)));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_print_is_smaller_than_small_print() {
    let Some(Booklet { sheets, .. }) = booklet() else { return };
    let small = sheets.iter().zip(1..).filter(|(sheet, _)| sheet.smallest < 8.49);
    let small: Vec<_> = small.map(|(sheet, number)| (number, sheet.smallest)).collect();
    assert!(small.is_empty(), "{small:?}");
}

#[test]
fn what_is_in_the_head_of_a_sheet_does_not_collide() {
    let Some(Booklet { sheets, .. }) = booklet() else { return };
    for (sheet, number) in sheets.iter().zip(1..).skip(1) {
        let mut head = head(sheet);
        head.sort_by(|a, b| a.left.total_cmp(&b.left));
        let [title, page, date] = head.as_slice() else { panic!("{number}: {head:?}") };
        assert_eq!(page.text, number.to_string());
        assert!(date.text.starts_with("Tính đến ngày"), "{number}: {date:?}");
        assert!(title.right + 2.0 * MM < page.left && page.right + 2.0 * MM < date.left, "{number}: {head:?}");
        assert!((page.middle() - f64::midpoint(title.left, date.right)).abs() < 1.0, "{number}: {head:?}");
    }
}

/// Its first line: what is on the height of the number of the page, but for the marks at the edge.
fn head(sheet: &Sheet) -> Vec<&Line> {
    let above: Vec<&Line> = sheet.lines().filter(|line| line.bottom < HEAD_ENDS).collect();
    let first = above.iter().map(|line| line.bottom).fold(f64::INFINITY, f64::min);
    above.into_iter().filter(|line| line.bottom < first + 4.0).collect()
}

/// Its text in the order in which it is read down the sheet, without the head and the marks at the edge.
fn body<'s>(sheet: &'s Sheet, view: &View) -> Vec<&'s Line> {
    let right = sheet.width - view.look.margins.right * MM;
    let mut lines: Vec<&Line> = sheet.lines().filter(|it| it.bottom > HEAD_ENDS && it.left < right).collect();
    lines.sort_by(|a, b| a.bottom.total_cmp(&b.bottom).then(a.left.total_cmp(&b.left)));
    lines
}

#[test]
fn a_sheet_is_filled_and_an_excerpt_goes_on_under_its_head() {
    let Some(Booklet { view, sheets }) = booklet() else { return };
    let foot = |sheet: &Sheet| sheet.height - view.look.margins.bottom * MM;
    let top = view.look.margins.top * MM;
    let mut open: Option<&str> = None;
    for (sheet, number) in sheets.iter().zip(1..).skip(1) {
        let lines = body(sheet, view);
        let lowest = lines.iter().map(|line| line.bottom).fold(0.0, f64::max);
        let filled = (lowest - top) / (foot(sheet) - top);
        assert!(number == sheets.len() || filled >= 0.75, "{number} is filled to {:.0} %", filled * 100.0);
        let first = lines.first().unwrap();
        let is_new = is_number(first, view) || is_opener(&first.text) || first.text.starts_with(&view.words.see_also);
        if let (Some(excerpt), false) = (open, is_new) {
            let head = format!("{} {excerpt}", view.words.continued);
            assert!(first.text.starts_with(&head), "{number}: {head}, not {}", first.text);
        }
        for line in lines {
            match () {
                () if is_number(line, view) => open = Some(&line.text),
                () if is_opener(&line.text) => open = None,
                () => {}
            }
        }
    }
}

/// What the sheets show of the excerpts is what `on_paper` reckons of the view.
#[test]
fn apparatus_is_reckoned_as_it_is_printed() {
    let Some(Booklet { view, sheets }) = booklet() else { return };
    let mut open = false;
    let mut printed = 0;
    for line in sheets.iter().skip(1).flat_map(|sheet| body(sheet, view)) {
        if is_opener(&line.text) || line.text.starts_with(&view.words.see_also) {
            open = false;
        }
        open |= is_number(line, view);
        if open && !line.text.starts_with(&view.words.continued) {
            printed += visible(&line.text.replace('·', ""));
        }
    }
    let left_out: BTreeSet<&str> = view.paper.left_out.iter().map(|one| one.anchor.as_str()).collect();
    let excerpts = view.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.excerpts);
    let mut reckoned = VisibleText::default();
    let kept = excerpts.filter(|it| !left_out.contains(it.anchor.as_str()));
    kept.for_each(|excerpt| reckoned += on_paper(excerpt, &view.words));
    eprintln!("{printed} characters are printed of the excerpts, {} reckoned", reckoned.all());
    assert!(printed.abs_diff(reckoned.all()) * 30 < printed, "{printed} printed, {} reckoned", reckoned.all());
}

/// The number of an excerpt is beside the text.
fn is_number(line: &Line, view: &View) -> bool {
    line.left < (view.look.margins.left - 5.0) * MM && line.text.parse::<u32>().is_ok()
}

/// `Chương 1`, `Phần I`, `Phụ lục E`: alone on a line, above a title.
fn is_opener(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    matches!(words.as_slice(), ["Chương" | "Phần", _] | ["Phụ", "lục", _])
}

#[test]
fn sheets_of_two_sides_are_mirrored() {
    let (mut view, images) = opened("tests/sample/corpus", "mau");
    view.look.binding = "duplex".to_owned();
    let Some(sheets) = sheets(&view, &images) else { return };
    let inner = view.look.margins.left * MM;
    let mut marks = [0, 0];
    for (sheet, number) in sheets.iter().zip(1..).skip(1).filter(|(sheet, _)| sheet.height > sheet.width) {
        let is_even = number % 2 == 0;
        let mut head = head(sheet);
        head.sort_by(|a, b| a.left.total_cmp(&b.left));
        let (first, last) = (head.first().unwrap(), head.last().unwrap());
        let (date, from_binding) = if is_even { (last, sheet.width - last.right) } else { (first, first.left) };
        assert!(date.text.starts_with("Tính đến ngày"), "{number}: {head:?}");
        assert!((from_binding - inner).abs() < 1.0, "{number}: {from_binding} pt from the binding");
        // A mark is at the outer edge, and no number of an excerpt is under it.
        let outermost = |line: &&Line| line.left < 8.0 * MM || line.right > sheet.width - 8.0 * MM;
        for mark in sheet.lines().filter(outermost) {
            assert_eq!(mark.left < sheet.width / 2.0, is_even, "{number}: {mark:?}");
            marks[usize::from(is_even)] += 1;
            let under = sheet.lines().filter(|it| !std::ptr::eq(*it, mark)).find(|it| it.overlaps(mark));
            assert!(under.is_none(), "{number}: {mark:?} is over {under:?}");
        }
    }
    assert!(marks[0] > 1 && marks[1] > 1, "{marks:?}");
}
