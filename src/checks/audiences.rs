//! Audiences that are each other, and audiences that nothing reaches.

use std::collections::BTreeSet;

use crate::checks::messages::audiences as codes;
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::ids::AudienceId;
use crate::model::subject::Subject;
use crate::model::vocabulary::{Audience, Vocabulary};

pub fn check(corpus: &Corpus, sink: &mut Sink) {
    let links = links(corpus.vocabulary());
    circles(corpus.vocabulary(), &links, sink);
    dead_ends(corpus, &links, sink);
}

/// That an audience is another, or may be by what it does.
struct AudienceLink<'v> {
    from: &'v AudienceId,
    to: &'v AudienceId,
    span: LinkTime,
    /// Where it is written.
    key: String,
}

/// A time, half-open; an end that is absent is open.
type LinkTime = (Option<Date>, Option<Date>);

fn links(vocabulary: &Vocabulary) -> Vec<AudienceLink<'_>> {
    vocabulary.audiences.iter().enumerate().flat_map(|(index, audience)| links_of(index, audience)).collect()
}

fn links_of(index: usize, audience: &Audience) -> Vec<AudienceLink<'_>> {
    let memberships = audience.within.iter().enumerate().map(|(at, membership)| AudienceLink {
        from: &audience.id,
        to: &membership.audience,
        span: (membership.from, membership.until),
        key: format!("audiences.{index}.within.{at}.audience"),
    });
    let takers = audience.role.iter().flat_map(|role| role.taken_by.iter().enumerate());
    let takers = takers.map(|(at, taker)| AudienceLink {
        from: taker,
        to: &audience.id,
        span: (None, None),
        key: format!("audiences.{index}.role.taken-by.{at}"),
    });
    memberships.chain(takers).collect()
}

/// Reports each circle once: at the link that leaves the audience of it that stands first in the file.
fn circles(vocabulary: &Vocabulary, links: &[AudienceLink<'_>], sink: &mut Sink) {
    for (index, audience) in vocabulary.audiences.iter().enumerate() {
        let rest = vocabulary.audiences.get(index..).unwrap_or_default();
        let rest: BTreeSet<&AudienceId> = rest.iter().map(|audience| &audience.id).collect();
        let within: Vec<&AudienceLink<'_>> =
            links.iter().filter(|link| rest.contains(link.from) && rest.contains(link.to)).collect();
        for link in within.iter().filter(|link| link.from == &audience.id) {
            if let Some(way) = way_back(&within, link) {
                let chain = std::iter::once(&audience.id).chain(way).map(AudienceId::as_str).collect::<Vec<_>>();
                let place = Place::Entry(Subject::Vocabulary, link.key.clone());
                sink.push(Finding::new(codes::CIRCLE, place).arg("chain", chain.join(" → ")));
            }
        }
    }
}

/// Returns the audiences from the end of a link back to its start, where one day lies in the times of all links between.
fn way_back<'v>(links: &[&AudienceLink<'v>], first: &AudienceLink<'v>) -> Option<Vec<&'v AudienceId>> {
    let mut open = vec![(first.span, vec![first.to])];
    let mut seen = BTreeSet::new();
    while let Some((span, way)) = open.pop() {
        let here = *way.last()?;
        if here == first.from {
            return Some(way);
        }
        if seen.insert(here) {
            let next = links.iter().filter(|link| link.from == here);
            let next = next.filter_map(|link| Some((common(span, link.span)?, [way.as_slice(), &[link.to]].concat())));
            open.extend(next);
        }
    }
    None
}

/// The time that two have in common.
fn common(a: LinkTime, b: LinkTime) -> Option<LinkTime> {
    let from = a.0.max(b.0);
    let until = [a.1, b.1].into_iter().flatten().min();
    let is_some_day = from.zip(until).is_none_or(|(from, until)| from < until);
    is_some_day.then_some((from, until))
}

/// Reports the audiences that no duty and no excerpt names, and that are no other's and no other is. A corpus without
/// excerpts has its vocabulary first.
fn dead_ends(corpus: &Corpus, links: &[AudienceLink<'_>], sink: &mut Sink) {
    let tags = corpus.excerpts().flat_map(|excerpt| {
        excerpt.audiences.iter().chain(excerpt.obligations.iter().flat_map(|duty| &duty.audiences))
    });
    let linked = links.iter().flat_map(|link| [link.from, link.to]).chain(&corpus.vocabulary().everybody);
    let reached: BTreeSet<&AudienceId> = tags.chain(linked).collect();
    if corpus.excerpts().next().is_none() {
        return;
    }
    for (index, audience) in corpus.vocabulary().audiences.iter().enumerate() {
        if !reached.contains(&audience.id) {
            let place = Place::Entry(Subject::Vocabulary, format!("audiences.{index}.id"));
            sink.push(Finding::new(codes::DEAD_END, place).arg("id", audience.id.as_str()));
        }
    }
}
