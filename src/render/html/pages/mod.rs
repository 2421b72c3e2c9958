//! The pages of the site and the data of each: what a template sees. A page's data hold what that page shows and no
//! more, so that a thousand pages cost a thousand small contexts and not a thousand copies of the booklet.
//!
//! Every template sees `words`, `edition`, `logo`, `assets`, `generator`, `language` and `navigation`, then the fields of the
//! frame, see [`kind`].

mod about;
pub(super) mod annexes;
mod audience;
mod by_day;
mod changes;
mod chapter;
mod compare;
mod comparison;
mod contents;
mod drawing;
mod duties;
mod editions;
mod excerpt;
mod guidance;
mod home;
mod instrument;
mod kind;
mod links;
mod lists;
mod opening;
mod part;
mod redirect;
mod search;
mod single;
mod topic;
mod ways;

use tera::Tera;

pub(super) use self::excerpt::KeptFacts;
pub(super) use self::home::HomePage;
pub(super) use self::kind::Page;
use self::kind::PageKind;
use self::links::Link;
pub(super) use self::search::SearchPage;
pub(super) use self::single::SingleBooklet;
use super::Site;
use super::places::{self, Spot};
use crate::view::{AnnexKind, View};

/// Pages of one kind.
type Pages<'a> = Vec<Box<dyn Page + 'a>>;

/// Every kind of page but [`HomePage`] and [`SearchPage`], which name files that are made from all others. A new kind is a
/// file and a line here.
const KINDS: [for<'a> fn(&Site<'a>) -> Pages<'a>; 12] = [
    about::pages,
    by_day::pages,
    compare::pages,
    guidance::pages,
    annexes::pages,
    instrument::pages,
    audience::pages,
    topic::pages,
    comparison::pages,
    redirect::pages,
    part::pages,
    chapter::pages,
];

/// Returns every page of the site but the first and that of the search.
pub(super) fn all<'a>(site: &Site<'a>) -> Pages<'a> {
    KINDS.iter().flat_map(|pages| pages(site)).collect()
}

fn one<'a>(page: impl Page + 'a) -> Pages<'a> {
    vec![Box::new(page)]
}

fn each<'a, T, P: Page + 'a>(all: impl IntoIterator<Item = T>, page: impl Fn(T) -> P) -> Pages<'a> {
    all.into_iter().map(|one| Box::new(page(one)) as Box<dyn Page + 'a>).collect()
}

/// The pages that every page leads to.
pub(super) fn navigation(view: &View) -> Vec<Link<'_>> {
    let words = &view.words;
    let to = |page: &str, name| Some(Link::new(page, name));
    let annex = |kind, name| annexes::page_of(view, kind).map(|page| Link::new(page, name));
    let links = [
        to(places::INDEX, &words.home),
        to(places::GUIDANCE, &words.guidance).filter(|_| !view.front.is_empty()),
        annex(AnnexKind::Responsibilities, &words.responsibilities),
        annex(AnnexKind::Checklists, &words.checklists),
        annex(AnnexKind::Calendar, &view.web.words.calendar),
        to(places::INSTRUMENTS, &words.instruments),
        annex(AnnexKind::Index, &words.index),
        annex(AnnexKind::Glossary, &words.glossary),
        annex(AnnexKind::Changes, &words.changes),
        to(places::BY_DAY, &view.web.words.days.title),
        to(places::ABOUT, &words.imprint),
    ];
    links.into_iter().flatten().collect()
}

/// `Chương 1. Mua sắm thiết bị`
fn titled(name: &str, title: &str) -> String {
    format!("{name}. {title}")
}

/// Makes the data of one page.
pub(super) struct Builder<'a> {
    engine: &'a Tera,
    site: &'a Site<'a>,
    spot: Spot<'a>,
    /// How many levels deeper than on a page of its own the headings of what it makes stand.
    depth: u8,
}
