//! The sheets of duties say what the lists say, each duty once, and fill at most two pages; so does the leaflet.

use std::collections::BTreeSet;
use std::path::Path;

use camnang::internals::session::{self, ViewRequest};
use camnang::internals::view::{DutySheetView, ObligationView, View};

/// The view of every edition of a corpus.
fn views(corpus: &str) -> Vec<View> {
    let opened = session::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join(corpus)).unwrap();
    let made = opened.view(&ViewRequest::every()).findings().despite_errors();
    made.into_iter().map(|edition| edition.into_parts().0).collect()
}

/// Number of the excerpt, and the duty.
type Listed = BTreeSet<(u32, String)>;

fn on_sheet(sheet: &DutySheetView, binding: bool) -> Vec<(u32, String)> {
    let dated = sheet.dated.iter().flat_map(|group| &group.rows);
    let always = sheet.sections.iter().flat_map(|section| &section.rows);
    let free = sheet.free.iter().filter(|_| !binding);
    let of_kind = dated.chain(always).filter(|_| binding).chain(free);
    of_kind.map(|row| (row.number.get(), format!("{} {} {}", row.who, row.verb, row.what))).collect()
}

/// What the page of the audience lists.
fn on_page(view: &View, audience: &str, binding: bool) -> Listed {
    let excerpts = || view.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.excerpts);
    let page = view.web.audiences.iter().find(|it| it.id == audience).unwrap();
    let places = page.sections.iter().flat_map(|section| &section.duties);
    let duties = places.map(|place| {
        let excerpt = excerpts().find(|it| it.number == place.excerpt).unwrap();
        (excerpt.number.get(), &excerpt.obligations[place.at as usize])
    });
    let said = |duty: &ObligationView| format!("{} {} {}", duty.who, duty.verb, duty.what);
    duties.filter(|(_, duty)| duty.kind.tick == binding).map(|(number, duty)| (number, said(duty))).collect()
}

#[test]
fn each_duty_of_an_audience_is_on_its_sheet_once() {
    let mut seen = 0;
    for view in ["corpus", "tests/sample/corpus"].into_iter().flat_map(views) {
        let sheets = view.duty_sheets().sheets;
        let bound = view.web.audiences.iter().filter(|it| it.sections.iter().any(|part| !part.duties.is_empty()));
        assert_eq!(sheets.len(), bound.count(), "{}", view.edition.id);
        for sheet in sheets {
            for binding in [true, false] {
                let rows = on_sheet(&sheet, binding);
                let listed = on_page(&view, &sheet.audience.key, binding);
                assert_eq!(rows.iter().cloned().collect::<Listed>(), listed, "{} {}", view.edition.id, sheet.anchor);
                seen += rows.len();
            }
            let rules = sheet.sections.iter().flat_map(|section| &section.rows).map(|row| &row.rule);
            let named =
                |rule: &str| sheet.instruments.iter().any(|name| name.contains(rule.rsplit(", ").next().unwrap()));
            assert!(rules.into_iter().all(|rule| named(rule)), "a rule of {} names no instrument", sheet.anchor);
        }
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn days_to_come_are_first_and_in_their_order() {
    for view in views("corpus") {
        for sheet in view.duty_sheets().sheets {
            let next: Vec<Option<String>> = sheet.dated.iter().map(|group| group.deadline.data.next.clone()).collect();
            let days: Vec<&String> = next.iter().map_while(Option::as_ref).collect();
            assert!(days.is_sorted(), "{}: {days:?}", sheet.anchor);
            assert_eq!(
                days.len(),
                next.iter().flatten().count(),
                "{}: a day stands behind what has none",
                sheet.anchor
            );
        }
    }
}

#[cfg(feature = "pdf")]
mod on_paper {
    use camnang::internals::render::{PaperForm, Templates, typst};
    use camnang::internals::source;
    use lopdf::Document;

    use camnang::internals::view::BlockView;

    use super::{View, views};
    use crate::support::as_typed::as_typed;
    use crate::support::pdf_tree::{LINE_END, Tagged};

    fn laid_out(view: &View, templates: &Templates) -> Vec<u8> {
        typst::pdf(PaperForm::DutySheets, view, &[], templates).unwrap()
    }

    #[test]
    fn a_leaflet_has_two_sides_and_the_answers() {
        let templates = source::templates(None).unwrap();
        let mut answered = 0;
        for view in ["corpus", "tests/sample/corpus"].into_iter().flat_map(views) {
            let pdf = typst::pdf(PaperForm::Leaflet, &view, &[], &templates).unwrap();
            let pages = Document::load_mem(&pdf).unwrap().get_pages().len();
            assert!(pages <= 2, "{}: {pages} pages", view.edition.id);
            let lines = Tagged::read(&pdf).tree().lines();
            let said = letters(&lines.iter().map(|line| line.text.as_str()).collect::<String>());
            let due = &view.first.next_year.entries;
            assert!(due.iter().all(|entry| said.contains(&letters(&entry.duty.what))), "{}", view.edition.id);
            let audiences = view.leaflet().audiences;
            assert!(audiences.iter().all(|one| said.contains(&letters(&one.tally))), "{}", view.edition.id);
            answered += usize::from(view.first.answers.is_some());
        }
        assert!(answered > 0);
    }

    #[test]
    fn a_training_has_ten_to_fifteen_slides() {
        let templates = source::templates(None).unwrap();
        let view = views("corpus").into_iter().find(|view| !view.slides.is_empty()).unwrap();
        let pdf = typst::pdf(PaperForm::Slides, &view, &[], &templates).unwrap();
        let pages = Document::load_mem(&pdf).unwrap().get_pages().len();
        assert!((10..=15).contains(&pages), "{pages} slides");
        let lines = Tagged::read(&pdf).tree().lines();
        let said = letters(&lines.iter().map(|line| line.text.as_str()).collect::<String>());
        for piece in &view.slides {
            assert!(said.contains(&letters(&piece.title)), "{}", piece.id);
            let headings = piece.body.blocks.iter().filter(|block| matches!(block, BlockView::Heading { .. })).count();
            assert!(lines.iter().filter(|line| line.heading.is_some()).count() > headings, "{}", piece.id);
        }
    }

    /// Without what a line's end changes.
    fn letters(text: &str) -> String {
        as_typed(text).chars().filter(|letter| !letter.is_whitespace() && *letter != LINE_END).collect()
    }

    #[test]
    fn a_sheet_has_one_page_or_two_and_every_word() {
        let templates = source::templates(None).unwrap();
        for view in views("corpus") {
            let sheets = view.duty_sheets().sheets;
            let pdf = laid_out(&view, &templates);
            let tagged = Tagged::read(&pdf);
            let third: Vec<&String> = tagged.artifacts.iter().filter(|foot| foot.contains("3/3")).collect();
            assert!(third.is_empty(), "{}: {third:?}", view.edition.id);
            let numbered = tagged.artifacts.iter().filter(|foot| foot.contains("1/1") || foot.contains("1/2")).count();
            assert_eq!(numbered, sheets.len(), "{}", view.edition.id);
            let lines = tagged.tree().lines();
            let said = letters(&lines.iter().map(|line| line.text.as_str()).collect::<String>());
            let rows = sheets.iter().flat_map(|sheet| sheet.sections.iter().flat_map(|section| &section.rows));
            for row in rows {
                assert!(said.contains(&letters(&row.what)), "{}: `{}` is not there", view.edition.id, row.what);
            }
        }
    }
}
