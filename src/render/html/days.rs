//! The periods of every excerpt as a script: what `templates/html/day.js` needs to state validity as of another day. A page
//! opened from a folder may not fetch, but it may load a classic script; it is loaded only where a day is chosen.

use serde::Serialize;

use super::{RenderError, Site, view_fault};
use crate::view::{DateView, DayWords, PeriodView, StateView};

#[derive(Serialize)]
struct Days<'a> {
    edition: &'a DateView,
    words: &'a DayWords,
    states: &'a [StateView],
    /// By number.
    excerpts: Vec<ExcerptDays<'a>>,
}

/// Id, citation, title, periods, day of issue (empty where it is not known).
type ExcerptDays<'a> = (&'a str, &'a str, Option<&'a str>, Vec<DayPeriod<'a>>, &'a str);

/// First day (empty where it begins before all that is known), state (its place in the list), words, what made it.
type DayPeriod<'a> = (&'a str, usize, &'a str, Option<&'a str>);

/// What the file is called among the assets.
pub(super) const FILE: &str = "days.js";

pub(super) fn script(site: &Site) -> Result<Vec<u8>, RenderError> {
    let web = &site.view.web;
    let place = |key: &str| web.states.iter().position(|state| state.key == key).unwrap_or_default();
    let lives = site.by_number.iter().zip(&web.lives);
    let excerpts = lives.map(|((_, excerpt), life)| {
        let issued = web.other_days.issued.get(excerpt.number).and_then(|day| day.as_deref()).unwrap_or_default();
        let periods = life.periods.iter().map(|it| period(it, place(&it.key))).collect();
        (excerpt.id.as_str(), excerpt.citation.as_str(), excerpt.title.as_deref(), periods, issued)
    });
    let (edition, words, states) = (&site.view.edition.as_of, &web.words.days, web.states.as_slice());
    let days = Days { edition, words, states, excerpts: excerpts.collect() };
    let json = serde_json::to_string(&days).map_err(|error| view_fault(error.to_string()))?;
    Ok(format!("camnangDays({json});\n").into_bytes())
}

fn period(period: &PeriodView, state: usize) -> DayPeriod<'_> {
    (period.from.as_deref().unwrap_or_default(), state, &period.status, period.detail.as_deref())
}
