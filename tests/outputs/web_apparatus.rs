//! How much of an excerpt on the web is apparatus: what a page shows of it beside title, citation, state, text and duties.
//! The definition is the view's, `view/apparatus.rs`, for both outputs; what is visible is read from the built pages.
//!
//! `cargo test --no-default-features --test outputs web_apparatus -- --nocapture` prints the figures.

use std::collections::BTreeMap;
use std::path::Path;

use camnang::internals::session::{self, ViewRequest, ViewedEdition};
use camnang::internals::source;
use camnang::internals::view::View;
use camnang::internals::view::apparatus::{VisibleText, visible};

use crate::support::uncut;
use scraper::{ElementRef, Html, Node, Selector};

/// Of the characters that an edition's excerpts show before anything is unfolded, in per cent.
const MOST_APPARATUS: usize = 35;

/// How many characters an element shows, and how many more when it is unfolded.
#[derive(Default)]
struct Shown {
    at_once: usize,
    unfolded: usize,
}

impl Shown {
    fn of(element: ElementRef<'_>) -> Self {
        let mut shown = Shown::default();
        shown.add(element, false);
        shown
    }

    fn add(&mut self, element: ElementRef<'_>, folded: bool) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) if folded => self.unfolded += visible(text),
                Node::Text(text) => self.at_once += visible(text),
                _ => {}
            }
            let Some(child) = ElementRef::wrap(child).filter(|child| !is_hidden(*child)) else { continue };
            let is_head = child.value().name() == "summary";
            self.add(child, folded || (element.value().name() == "details" && !is_head));
        }
    }
}

/// Text that is hidden until a script shows it, or that only a screen reader reads. The button that copies the citation is shown by
/// the script of every page, so it counts.
fn is_hidden(element: ElementRef<'_>) -> bool {
    let is_button = element.value().name() == "button";
    element.attr("class") == Some("hidden") || (element.attr("hidden").is_some() && !is_button)
}

fn views(corpus: &Path) -> Vec<View> {
    let opened = session::open(corpus).unwrap();
    let editions = opened.view(&ViewRequest::every()).findings().despite_errors();
    editions.into_iter().map(ViewedEdition::into_parts).map(|(view, _)| view).collect()
}

/// The chapters of a site by their ids.
fn chapters(view: &View) -> BTreeMap<String, Html> {
    let templates = source::templates(None).unwrap();
    let site = uncut::whole(view, &[], &templates, &[]).unwrap();
    let chapters = view.parts.iter().flat_map(|part| &part.chapters);
    chapters
        .map(|chapter| {
            let page = site.iter().find(|page| page.path == format!("html/{}.html", chapter.id)).unwrap();
            (chapter.id.clone(), Html::parse_document(std::str::from_utf8(&page.bytes).unwrap()))
        })
        .collect()
}

#[test]
fn no_more_than_a_third_of_what_is_seen_is_apparatus() {
    let article = Selector::parse("article.excerpt").unwrap();
    let mut measured = 0;
    for view in views(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")) {
        let (mut all, mut unfolded) = (VisibleText::default(), 0);
        let pages = chapters(&view);
        for chapter in view.parts.iter().flat_map(|part| &part.chapters) {
            for (excerpt, element) in chapter.excerpts.iter().zip(pages[&chapter.id].select(&article)) {
                let shown = Shown::of(element);
                all += VisibleText::of(excerpt, shown.at_once);
                unfolded += shown.unfolded;
                measured += 1;
            }
        }
        let (percent, id) = (all.percent(), &view.edition.id);
        println!("{id}: {} characters seen, {percent} % of them apparatus; {unfolded} more unfold", all.all());
        assert!(percent <= MOST_APPARATUS, "{id}: {percent} %");
    }
    assert!(measured > 200, "{measured}");
}
