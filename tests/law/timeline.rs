//! The figure of time on the web: it can be read without seeing it, it says the same as its table, and an edition of
//! the past does not foretell. `src/view/timeline/tests.rs` tests the layout.

use std::collections::BTreeSet;
use std::path::Path;

use camnang::internals::render::Templates;
use camnang::internals::session::ViewRequest;
use camnang::internals::source;
use scraper::{ElementRef, Html, Selector};

fn templates() -> Templates {
    source::templates(None).unwrap()
}

/// The page of the figure in an edition of `tests/cases/timeline`.
fn page(edition: &str) -> String {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/timeline/corpus");
    let opened = camnang::internals::session::open(&corpus).unwrap();
    let mut editions = opened.view(&ViewRequest::one(&edition.parse().unwrap())).findings().despite_errors();
    let (view, images) = editions.pop().unwrap().into_parts();
    let site = crate::support::uncut::whole(&view, &images, &templates(), &[]).unwrap();
    let page = site.into_iter().find(|artifact| artifact.path == "html/phu-luc-a.html").unwrap();
    String::from_utf8(page.bytes).unwrap()
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: &ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_drawing_says_what_it_shows() {
    let page = Html::parse_document(&page("nam-2031"));
    let ids: Vec<&str> = all(&page, "[id]").iter().filter_map(|element| element.attr("id")).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "an id stands twice");
    let drawings = all(&page, "figure svg");
    assert_eq!(drawings.len(), 2, "a wide one and a narrow one");
    for drawing in drawings {
        assert_eq!(drawing.attr("role"), Some("img"));
        for (attribute, element) in [("aria-labelledby", "title"), ("aria-describedby", "desc")] {
            let named = drawing.attr(attribute).unwrap();
            let said = drawing.select(&Selector::parse(element).unwrap()).find(|it| it.attr("id") == Some(named));
            assert!(text(&said.unwrap()).len() > 20, "{attribute}");
        }
    }
    // The legend is decoration beside its words.
    assert!(all(&page, ".figure-legend svg").iter().all(|sample| sample.attr("aria-hidden") == Some("true")));
    // The policy of the page forbids both.
    assert_eq!(all(&page, "[style], script:not([src]), style").len(), 0);
}

#[test]
fn the_table_has_what_the_drawing_has() {
    let page = Html::parse_document(&page("nam-2031"));
    let rows = all(&page, "tbody th[scope=row]");
    let wide = all(&page, ".wide-figure .t-name");
    let narrow = all(&page, ".narrow-figure .t-name");
    assert_eq!((rows.len(), wide.len(), narrow.len()), (7, 7, 7));
    for ((row, wide), narrow) in rows.iter().zip(&wide).zip(&narrow) {
        // A drawing has room for a shorter form of the type, and the table says the whole of it.
        for drawn in [text(wide), text(narrow)] {
            let (drawn_type, number) = drawn.rsplit_once(' ').unwrap_or(("", &drawn));
            let full = text(row);
            let full_type = full.strip_suffix(number).unwrap_or_else(|| panic!("{full} beside {drawn}"));
            let [full_type, drawn_type] = [full_type, drawn_type].map(|words| words.trim_end().trim_end_matches(" số"));
            let is_short =
                [("NĐ", "Nghị định"), ("TT", "Thông tư"), ("QĐ", "Quyết định")].contains(&(drawn_type, full_type));
            assert!(is_short || full_type.ends_with(drawn_type), "{full} beside {drawn}");
        }
    }
    let cells = all(&page, "tbody tr").iter().map(text).collect::<Vec<_>>();
    let has = |words: &str| cells.iter().any(|row| row.contains(words));
    assert!(has("01/03/2010 01/01/2020 ■ Hết hiệu lực từ 01/01/2020 Nghị định số 02/2019/NĐ-XX"), "{cells:#?}");
    assert!(has("○ Chưa có hiệu lực, sẽ có từ 01/01/2032"), "{cells:#?}");
    assert!(has("▬ Ngưng hiệu lực từ 01/08/2030"), "{cells:#?}");
    // Each way of drawing occurs.
    for role in ["in-force", "past", "not-commenced", "suspended", "hatch", "uncertain", "partly-ended", "arrow"] {
        assert!(!all(&page, &format!(".wide-figure .d-{role}")).is_empty(), "no {role}");
    }
    assert!(!all(&page, ".d-arrow-pending").is_empty(), "a replacement that is to come");
}

#[test]
fn every_role_has_a_look() {
    let style = include_str!("../../templates/html/style.css");
    let page = Html::parse_document(&page("nam-2031"));
    for element in all(&page, "svg path, svg text") {
        let class = element.attr("class").unwrap();
        // A sign needs no more than what every text of a drawing has.
        assert!(class == "t-sign" || style.contains(&format!(".{class}")), "{class}");
    }
}

#[test]
fn an_edition_of_the_past_does_not_foretell() {
    let source = page("nam-2024");
    for later in ["2030", "2031", "2032", "Ngưng"] {
        assert!(!source.contains(later), "{later}");
    }
}

#[test]
fn the_same_corpus_gives_the_same_page() {
    assert_eq!(page("nam-2031"), page("nam-2031"));
}
