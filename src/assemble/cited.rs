//! Resolves a citation in a text: the instrument, and the excerpt of the booklet, where there are such.

use crate::model::citation::{DocumentRef, Found, Path, Target};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::excerpt::Excerpt;
use crate::model::instrument::Instrument;
use crate::model::known::Reached;
use crate::model::provision::Locator;
use crate::model::time::{ValidityQuery, known_from};
use crate::model::validity::ValidityKind;

/// The instrument that a citation names. `own` is the instrument of the text that cites; `None` in guidance.
/// Nothing is guessed: where several instruments fit, the answer is `None`.
pub fn instrument<'c>(
    corpus: &'c Corpus,
    found: &Found,
    own: Option<&'c Instrument>,
    as_of: Date,
) -> Option<&'c Instrument> {
    match &found.document {
        DocumentRef::Number { number, .. } => {
            let candidates = || corpus.numbered(&number.key()).iter().filter_map(|id| corpus.instrument(id));
            match found.dated {
                // A date decides between numbers without a year; a wrong date names no instrument.
                Some(date) => only(candidates().filter(|it| it.issued.date().is_none_or(|issued| issued == date))),
                None => only(candidates()),
            }
        }
        DocumentRef::Partial { kind, serial, year } => only(corpus.instruments().filter(|instrument| {
            instrument.kind == *kind
                && instrument.number.known().is_some_and(|number| {
                    number.serial().is_some_and(|own| own.number == *serial) && number.year() == Some(*year)
                })
        })),
        DocumentRef::Named { name, beyond, year, .. } => named(corpus, &format!("{name} {beyond}"), *year, as_of),
        DocumentRef::This { kind } => own.filter(|own| own.kind == *kind),
        // An instrument that the text named before, or one of several: which one, only its reader can say.
        DocumentRef::Earlier { .. } | DocumentRef::Unclear => None,
        DocumentRef::Unstated => own,
    }
}

/// Laws are cited by name, here the name with the words after it: the longest name that the corpus knows is meant. A name
/// passes from one law to its successor: the one in force on the day is meant; else the only one that bears the name.
fn named<'c>(corpus: &'c Corpus, words: &str, year: Option<u16>, as_of: Date) -> Option<&'c Instrument> {
    let all: Vec<&Instrument> = corpus
        .named(words)
        .iter()
        .filter_map(|id| corpus.instrument(id))
        .filter(|it| year.is_none_or(|year| it.issued.date().is_some_and(|date| date.year() == year as i16)))
        .filter(|it| known_from(it).reached_on(as_of) != Reached::No)
        .collect();
    let current = all.iter().copied().filter(|it| {
        let kind = corpus.validity(it, ValidityQuery::as_of(as_of)).kind;
        matches!(kind, ValidityKind::InForce | ValidityKind::PartlyEnded)
    });
    only(current).or_else(|| only(all.iter().copied()))
}

fn only<'c>(mut candidates: impl Iterator<Item = &'c Instrument>) -> Option<&'c Instrument> {
    let first = candidates.next()?;
    candidates.next().is_none().then_some(first)
}

/// The place that one cited unit means, in the instrument cited; `context` is where the citing text stands.
pub fn place(target: &Target, context: Option<&Locator>) -> Option<Locator> {
    let path: &Path = match target {
        Target::One(path) => path,
        Target::Span { from, .. } => from,
        Target::Faulty(_) => return None,
    };
    let locator = |path: &Path| match context {
        Some(context) if path.needs_context() => path.resolve_relative(context).ok(),
        _ => path.locator(),
    };
    // A label as an old text prints it, `điểm 2 Điều 5`, has no locator: what it lies in has.
    std::iter::successors(Some(path.clone()), Path::around).find_map(|path| locator(&path))
}

/// Of some excerpts of one instrument, the one at the place, or else the smallest one that contains it.
pub fn excerpt<'c>(of_instrument: &[&'c Excerpt], place: &Locator) -> Option<&'c Excerpt> {
    let holds = |excerpt: &&Excerpt| excerpt.at.known().is_some_and(|at| at.contains(place));
    let size = |excerpt: &&Excerpt| excerpt.at.known().map_or(0, |at| at.units().len());
    of_instrument.iter().copied().filter(holds).max_by_key(size)
}
