//! The lives of excerpts, as the web edition shows them: on every day the state that the model of time gives, and
//! nothing that a reader of the edition's day could not know.

use std::path::{Path, PathBuf};

use camnang::internals::model::date::Date;
use camnang::internals::model::time::{Knowledge, ValidityQuery};
use camnang::internals::session::{self, OpenedCorpus, ViewRequest, ViewedEdition};
use camnang::internals::view::{ExcerptView, LifeView, PeriodView, View};

fn corpora() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cases = ["law-in-time", "timeline", "annexes", "changes"].map(|case| format!("tests/cases/{case}/corpus"));
    let all = ["corpus", "tests/sample/corpus"].into_iter().map(str::to_owned).chain(cases);
    all.map(|corpus| root.join(corpus)).collect()
}

fn views(opened: &OpenedCorpus) -> Vec<View> {
    let editions = opened.view(&ViewRequest::every()).findings().despite_errors();
    editions.into_iter().map(ViewedEdition::into_parts).map(|(view, _)| view).collect()
}

fn lives(view: &View) -> Vec<(&ExcerptView, &LifeView)> {
    let chapters = view.parts.iter().flat_map(|part| &part.chapters);
    let excerpts: Vec<&ExcerptView> = chapters.flat_map(|chapter| &chapter.excerpts).collect();
    assert_eq!(excerpts.len(), view.web.lives.len());
    excerpts.into_iter().zip(&view.web.lives).collect()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn on<'v>(life: &'v LifeView, day: &str) -> Vec<&'v PeriodView> {
    let from = |it: &PeriodView| it.from.as_deref().is_none_or(|from| from <= day);
    let until = |it: &PeriodView| it.until.as_deref().is_none_or(|until| day < until);
    life.periods.iter().filter(|it| from(it) && until(it)).collect()
}

/// The days of a life, and those beside them.
fn days(life: &LifeView) -> Vec<Date> {
    let bounds = life.periods.iter().filter_map(|period| period.from.as_deref()).map(date);
    bounds.flat_map(|day| [day.yesterday().unwrap(), day, day.tomorrow().unwrap()]).collect()
}

#[test]
fn every_day_lies_in_one_period_and_has_the_state_of_the_model() {
    let mut seen = 0;
    for corpus in corpora() {
        let opened = session::open(&corpus).unwrap();
        for view in views(&opened) {
            let as_of = date(&view.edition.as_of.iso);
            for (excerpt, life) in lives(&view) {
                let record = opened.corpus.excerpt(&excerpt.id.parse().unwrap()).unwrap();
                for day in days(life).into_iter().chain([as_of, date("0001-01-01"), date("9999-12-31")]) {
                    let found = on(life, &day.to_string());
                    assert_eq!(found.len(), 1, "{} on {day}", excerpt.id);
                    if day <= as_of {
                        let validity = opened
                            .corpus
                            .excerpt_validity(record, ValidityQuery { on: day, knowledge: Knowledge::Of(as_of) });
                        assert_eq!(found[0].key, validity.kind.key(), "{} on {day}", excerpt.id);
                        seen += 1;
                    }
                }
                let own: Vec<&PeriodView> = life.periods.iter().filter(|period| period.own).collect();
                let [own] = own.as_slice() else { panic!("{}: {own:?}", excerpt.id) };
                assert_eq!((&own.key, &own.status), (&excerpt.status.key, &excerpt.status.text), "{}", excerpt.id);
                assert!(life.periods.windows(2).all(|pair| pair[0].until == pair[1].from), "{}", excerpt.id);
            }
        }
    }
    assert!(seen > 500, "{seen}");
}

/// What the corpus has learnt since is not in an edition of the past; what was issued by its day is.
#[test]
fn an_edition_of_the_past_does_not_foretell() {
    let opened = session::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).unwrap();
    let all = views(&opened);
    let of = |id: &str| all.iter().find(|view| view.edition.id == id).unwrap();
    let periods = |view: &View, id: &str| -> Vec<String> {
        let all = lives(view);
        let (_, life) = all.iter().find(|(excerpt, _)| excerpt.id == id).unwrap();
        life.periods.iter().map(|period| format!("{} {}", period.key, period.days)).collect()
    };
    let id = "nd-72-2013.dieu-18.khoan-3";
    assert_eq!(periods(of("ipv6-2014"), id), ["not-commenced trước 01/09/2013", "in-force từ 01/09/2013"]);
    assert_eq!(
        periods(of("ipv6"), id),
        ["not-commenced trước 01/09/2013", "in-force từ 01/09/2013 đến trước 25/12/2024", "ended từ 25/12/2024"]
    );
}

/// A suspension is between two times in force, and an end that is issued already is shown ahead.
#[test]
fn suspensions_and_known_ends_are_periods() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/law-in-time/corpus");
    let opened = session::open(&case).unwrap();
    let all = views(&opened);
    let keys = |view: &View| -> Vec<Vec<String>> {
        lives(view).iter().map(|(_, life)| life.periods.iter().map(|it| it.key.clone()).collect()).collect()
    };
    let has = |wanted: &[&str]| all.iter().flat_map(keys).any(|keys| keys.windows(wanted.len()).any(|it| it == wanted));
    assert!(has(&["in-force", "suspended", "in-force"]));
    assert!(has(&["not-commenced", "unknown", "in-force"]));
    let ahead = all.iter().flat_map(|view| lives(view).into_iter().map(move |it| (view, it)));
    let ahead = ahead.filter(|(view, (_, life))| {
        let coming = |it: &PeriodView| it.from.as_ref().is_some_and(|from| *from > view.edition.as_of.iso);
        life.periods.iter().any(coming)
    });
    assert!(ahead.count() > 0);
}

/// In words on the excerpt's page, each period with its sign; the drawing is silent. Its chapter leads there.
#[test]
fn the_page_of_an_excerpt_shows_its_life() {
    let opened = session::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus")).unwrap();
    let view = views(&opened).into_iter().find(|view| view.edition.id == "mau").unwrap();
    let templates = camnang::internals::source::templates(None).unwrap();
    let images: Vec<camnang::internals::render::ImageFile> = opened
        .sources
        .images
        .iter()
        .map(|(path, bytes)| camnang::internals::render::ImageFile { path: path.clone(), bytes: bytes.clone() })
        .collect();
    let site = crate::support::uncut::whole(&view, &images, &templates, &[]).unwrap();
    let page = |path: String| {
        let found = site.iter().find(|artifact| artifact.path == path).unwrap();
        scraper::Html::parse_document(std::str::from_utf8(&found.bytes).unwrap())
    };
    for (excerpt, life) in lives(&view) {
        let own = page(format!("html/e/{}.html", excerpt.id));
        let lines = scraper::Selector::parse(&format!("[id=\"{}\"] .life li:not([hidden])", excerpt.anchor)).unwrap();
        let said: Vec<String> = own
            .select(&lines)
            .map(|line| line.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        let all = life.periods.iter().map(|it| {
            let own = if it.own { " (ngày của ấn bản)" } else { "" };
            format!("{} {} {}{own}", it.sign, it.name, it.days)
        });
        let all: Vec<String> = all.collect();
        let begun = all.len() > 1 && life.periods[0].key == "not-commenced" && !life.periods[0].own;
        assert_eq!(said, all[usize::from(begun)..], "{}", excerpt.id);
        let silent = scraper::Selector::parse(".life svg:not([aria-hidden=\"true\"])").unwrap();
        assert_eq!(own.select(&silent).count(), 0);
        let chapter = page(format!("html/{}.html", excerpt.chapter));
        let link = format!("[id=\"{}\"] .details-at[href=\"e/{}.html\"]", excerpt.anchor, excerpt.id);
        assert_eq!(chapter.select(&scraper::Selector::parse(&link).unwrap()).count(), 1, "{}", excerpt.id);
    }
}
