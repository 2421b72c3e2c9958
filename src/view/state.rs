//! The state of a booklet or a corpus as its readers see it, ready to be compared.
//!
//! Everything here takes its records apart without `..`, so that a new field stops the compiler until somebody decides
//! whether a reader sees it. Fields are left out by name, with the reason.

mod excerpt;
mod instrument;
mod standing;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::instruments::{day, shown};
use crate::assemble::Booklet;
use crate::compare::{Field, State};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::excerpt::Excerpt;
use crate::model::instrument::{Clause, Instrument, Scope};
use crate::model::known::{Day, Reached};

/// Which of a corpus' records a state has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// All of them.
    Everything,
    /// Those that a reader of the day could know: whose instrument may have been issued.
    Issued,
}

/// What a booklet prints, and the rows of its table of instruments.
pub fn booklet_state(booklet: &Booklet<'_>) -> State {
    let (corpus, as_of) = (booklet.corpus, booklet.as_of);
    let excerpts: Vec<&Excerpt> = booklet.excerpts().collect();
    State {
        excerpts: excerpts.par_iter().map(|it| (it.id.to_string(), excerpt::item(corpus, it, as_of))).collect(),
        instruments: shown(booklet)
            .iter()
            .filter_map(|id| corpus.instrument(id))
            .map(|it| (it.id.to_string(), instrument::item(corpus, it, as_of)))
            .collect(),
    }
}

/// A whole corpus on one day, drafts included.
pub fn corpus_state(corpus: &Corpus, as_of: Date, reach: Reach) -> State {
    let within = |instrument: &Instrument| match reach {
        Reach::Everything => true,
        Reach::Issued => instrument.issued.reached_on(as_of) != Reached::No,
    };
    let instruments = corpus.instruments().filter(|it| within(it));
    State {
        excerpts: corpus
            .excerpts()
            .filter(|it| reach == Reach::Everything || corpus.is_issued(it, as_of) != Reached::No)
            .map(|it| (it.id.to_string(), excerpt::item(corpus, it, as_of)))
            .collect(),
        instruments: instruments.map(|it| (it.id.to_string(), instrument::item(corpus, it, as_of))).collect(),
    }
}

/// The fields that say something.
fn filled(fields: impl IntoIterator<Item = (Field, String)>) -> BTreeMap<Field, String> {
    fields.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect()
}

/// One a line, in the order of the alphabet: the order in which a list was written is no wording.
fn one_a_line(names: impl IntoIterator<Item = String>) -> String {
    names.into_iter().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("\n")
}

/// A day; of one that is unknown, why and between which days it lies.
fn stated(stated: &Day) -> String {
    let Day::Unknown { reason, earliest, latest } = stated else { return day(stated) };
    let bound = |name: &str, date: &Option<Date>| date.map(|date| format!("; {name} {}", date.short()));
    let bounds: Vec<String> = bound("không trước", earliest).into_iter().chain(bound("không sau", latest)).collect();
    format!("{} ({reason}{})", day(stated), bounds.concat())
}

/// `phần về số hiệu mạng · khoản 3 Điều 45 · từ 01/07/2030`, one a line.
fn scopes(scopes: &[Scope]) -> String {
    scopes.iter().map(scope).collect::<Vec<_>>().join("\n")
}

fn scope(scope: &Scope) -> String {
    let Scope { words, audiences, units, at, by, from, until } = scope;
    let audiences: Vec<&str> = audiences.iter().map(|id| id.as_str()).collect();
    let units: Vec<String> = units.iter().map(ToString::to_string).collect();
    let more = [
        (!audiences.is_empty()).then(|| audiences.join(", ")),
        (!units.is_empty()).then(|| format!("đối với: {}", units.join(", "))),
        at.as_ref().map(ToString::to_string),
        by.as_ref().map(Clause::citation),
        from.as_ref().map(|from| format!("từ {}", stated(from))),
        until.as_ref().map(|until| format!("đến trước {}", stated(until))),
    ];
    let more: Vec<String> = more.into_iter().flatten().map(|it| format!(" · {it}")).collect();
    format!("{words}{}", more.concat())
}
