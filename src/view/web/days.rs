//! What the web edition needs to be looked at as of another day.

use serde::Serialize;

/// A state that the validity of an excerpt can have.
#[derive(Serialize, Clone, Debug)]
pub struct StateView {
    pub key: String,
    pub sign: String,
    pub name: String,
}

/// Fixed words of the pages by day. `{a}`, `{b}`, `{c}` and `{n}` are put in by the site's script.
#[derive(Serialize, Clone, Debug, Default)]
pub struct DayWords {
    pub title: String,
    pub choose: String,
    pub button: String,
    pub hint: String,
    pub filter: String,
    /// The choice of a filter that filters nothing.
    pub all: String,
    pub without_script: String,
    /// Name of the banner.
    pub label: String,
    /// That `{a}` is looked at and not the edition's day `{b}`.
    pub viewing: String,
    /// What is still of the edition's day.
    pub text: String,
    /// That `{a}` lies after the edition's day `{b}`.
    pub ahead: String,
    pub back: String,
    pub other: String,
    /// That `{a}` in the address is no day.
    pub wrong: String,
    pub failed: String,
    /// Beside the period in which the chosen day lies.
    pub chosen: String,
    /// That a state is of `{a}`, and was `{c}` on the edition's day `{b}`.
    pub told: String,
    /// Before what is counted for `{a}`.
    pub counted: String,
    /// Title of the page that compares two days, and its words.
    pub compare: String,
    pub former: String,
    pub later: String,
    pub compare_button: String,
    pub compare_hint: String,
    pub compare_without_script: String,
    pub wrong_pair: String,
    pub differ: String,
    pub same: String,
    /// `{a}`: a state; `{b}`: the later day.
    pub now: String,
}
