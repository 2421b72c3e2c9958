//! Addresses that were published must still lead somewhere: to a page of their own, or from a former id to another.

use std::collections::BTreeSet;

use crate::diag::advice::nearest;
use crate::diag::{Bilingual, Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::release::{Release, Shelf};
use crate::model::subject::Subject;
use crate::preflight::messages::{releases as codes, words};
use crate::view::View;

/// Holds an edition, as it would be published now, against its releases.
pub fn check(view: &View, corpus: &Corpus, sink: &mut Sink) {
    // A release that cannot be read has no page, and findings of its own.
    let own: Vec<&Release> = corpus.releases().iter().filter(|it| it.edition.as_str() == view.edition.id).collect();
    if own.is_empty() || !corpus.unread().is_empty() {
        return;
    }
    for shelf in Shelf::ALL {
        let pages: BTreeSet<&str> = pages(view, shelf).into_iter().collect();
        for release in &own {
            let ids = release.ids.iter().filter(|(of, _)| *of == shelf).flat_map(|(_, ids)| ids);
            for (index, id) in ids.enumerate().filter(|(_, id)| !pages.contains(id.as_str())) {
                let known: BTreeSet<&str> = known(release, shelf);
                let near = nearest(id, pages.iter().copied().filter(|page| !known.contains(page)));
                report(release, shelf, (index, id), advice(corpus, shelf, id, near), sink);
            }
        }
    }
}

/// An edition that is gone, and all its addresses with it.
pub fn check_editions(corpus: &Corpus, sink: &mut Sink) {
    let gone = |release: &&Release| {
        let unread = corpus.unread().contains(&Subject::Edition(release.edition.clone()));
        corpus.edition(&release.edition).is_none() && !unread
    };
    for release in corpus.releases().iter().filter(gone) {
        let id = release.edition.as_str();
        let near = nearest(id, corpus.editions().map(|edition| edition.id.as_str()));
        let place = Place::Entry(subject(release), "edition".to_owned());
        let finding = Finding::new(codes::VANISHED, place).arg("what", words::address_of_edition()).arg("id", id);
        let finding = finding.arg("edition", words::the_corpus());
        sink.push(finding.arg("advice", words::give_back(id, near)));
    }
}

/// The ids that have a page, and those whose address leads to one.
fn pages(view: &View, shelf: Shelf) -> Vec<&str> {
    let chapters = view.parts.iter().flat_map(|part| &part.chapters);
    let former = |instrument: bool| {
        let redirects = view.web.redirects.iter().filter(move |redirect| redirect.instrument == instrument);
        redirects.map(|redirect| redirect.from.as_str())
    };
    match shelf {
        Shelf::Excerpts => chapters.flat_map(|it| &it.excerpts).map(|it| it.id.as_str()).chain(former(false)).collect(),
        Shelf::Instruments => view.web.instruments.iter().map(|it| it.id.as_str()).chain(former(true)).collect(),
        Shelf::Chapters => chapters.map(|it| it.id.as_str()).collect(),
        Shelf::Audiences => view.web.audiences.iter().map(|it| it.id.as_str()).collect(),
        Shelf::Topics => view.web.topics.iter().map(|it| it.id.as_str()).collect(),
    }
}

/// The ids with a page of their own, for a new release.
pub fn published(view: &View) -> Vec<(Shelf, Vec<&str>)> {
    let former: BTreeSet<&str> = view.web.redirects.iter().map(|redirect| redirect.from.as_str()).collect();
    let own = |shelf| pages(view, shelf).into_iter().filter(|id| !former.contains(id)).collect();
    Shelf::ALL.into_iter().map(|shelf| (shelf, own(shelf))).collect()
}

fn known(release: &Release, shelf: Shelf) -> BTreeSet<&str> {
    let own = release.ids.iter().filter(|(of, _)| *of == shelf);
    own.flat_map(|(_, ids)| ids).map(String::as_str).collect()
}

fn advice(corpus: &Corpus, shelf: Shelf, id: &str, near: Option<&str>) -> Bilingual {
    let is_there = match shelf {
        Shelf::Excerpts => id.parse().is_ok_and(|id| corpus.excerpt(&id).is_some()),
        Shelf::Instruments => id.parse().is_ok_and(|id| corpus.instrument(&id).is_some()),
        Shelf::Chapters | Shelf::Audiences | Shelf::Topics => return words::give_back(id, near),
    };
    if is_there { words::print_again(id, shelf == Shelf::Excerpts) } else { words::write_alias(id, near) }
}

fn report(release: &Release, shelf: Shelf, (index, id): (usize, &str), advice: Bilingual, sink: &mut Sink) {
    let place = Place::Entry(subject(release), format!("{}.{index}", shelf.key()));
    let finding = Finding::new(codes::VANISHED, place).arg("what", words::address_of(shelf)).arg("id", id);
    sink.push(finding.arg("edition", words::the_edition(release.edition.as_str())).arg("advice", advice));
}

fn subject(release: &Release) -> Subject {
    Subject::Release(release.edition.clone(), release.as_of)
}
