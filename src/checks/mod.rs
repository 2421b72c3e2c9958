//! Rules on a whole corpus, one file each. A rule reads a [`Corpus`] and changes nothing.
//!
//! To add one: a file here with a function `(&Corpus, &mut Sink)`, a line in [`RULES`], a code in `messages/`, a folder
//! in `tests/diagnostics/`.

mod aliases;
mod audiences;
mod dates;
mod drafts;
mod duties;
mod duty_words;
mod endings;
mod lists;
pub mod messages;
mod relations;
mod reviews;
mod same_provision;
mod stale;
mod succession;
mod tiles;

use rayon::prelude::*;

use crate::diag::Sink;
use crate::model::corpus::Corpus;

type Rule = fn(&Corpus, &mut Sink);

const RULES: [Rule; 14] = [
    aliases::check,
    dates::check,
    drafts::check,
    duties::check,
    endings::check,
    relations::check,
    succession::check,
    same_provision::check,
    lists::check,
    audiences::check,
    duty_words::check,
    stale::check,
    tiles::check,
    reviews::check,
];

/// Applies every rule to the corpus, in parallel; findings come in the order of the rules, whichever ends first.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    let found = RULES.par_iter().map(|rule| {
        let mut own = Sink::new();
        rule(corpus, &mut own);
        own
    });
    found.collect::<Vec<Sink>>().into_iter().for_each(|own| sink.extend(own));
}
