//! The periods of every excerpt as scripts: what `templates/html/day.js` needs to state validity as of another day. A page
//! opened from a folder may not fetch, but it may load a classic script. `days.js` is loaded only where a day is chosen, and
//! names the files with the excerpts; a page loads those that have the excerpts which it shows.

use serde::Serialize;

use super::assets::Assets;
use super::{FOLDER, RenderError, Site, view_fault};
use crate::view::{DateView, DayWords, ExcerptView, PeriodView, StateView};

#[derive(Serialize)]
struct Days<'a> {
    edition: &'a DateView,
    words: &'a DayWords,
    states: &'a [StateView],
    /// The number of the first excerpt of each file, and the file's name below the folder of the site.
    files: Vec<(usize, &'a str)>,
    /// How many excerpts there are.
    count: usize,
}

/// Id, citation, title, periods, day of issue (empty where it is not known).
type ExcerptDays<'a> = (&'a str, &'a str, Option<&'a str>, Vec<DayPeriod<'a>>, &'a str);

/// First day (empty where it begins before all that is known), state (its place in the list), words, what made it.
type DayPeriod<'a> = (&'a str, usize, &'a str, Option<&'a str>);

/// What the first file is called among the assets.
pub(super) const FILE: &str = "days.js";

/// About how many bytes a file has: those of a few hundred excerpts. A chapter needs one or two, an excerpt with its
/// neighbours few.
const PART: usize = 96 * 1024;

/// Publishes the files with the excerpts, then the one that names them.
pub(super) fn publish(assets: &mut Assets, site: &Site) -> Result<(), RenderError> {
    let web = &site.view.web;
    let lines = lines(site)?;
    let parts = parts(&lines);
    for (at, part) in parts.iter().enumerate() {
        let script = format!("camnangDays({at}, [{}]);\n", part.join(","));
        assets.publish(&format!("{FOLDER}{}", part_file(at)), script.into_bytes());
    }
    let names = parts.iter().enumerate().scan(1, |next, (at, part)| {
        let first = std::mem::replace(next, *next + part.len());
        Some((first, assets.names.get(&part_file(at)).map_or("", String::as_str)))
    });
    let (edition, words, states) = (&site.view.edition.as_of, &web.words.days, web.states.as_slice());
    let days = Days { edition, words, states, files: names.collect(), count: lines.len() };
    let script = format!("camnangDays(\"\", {});\n", json(&days)?);
    assets.publish(&format!("{FOLDER}{FILE}"), script.into_bytes());
    Ok(())
}

fn part_file(at: usize) -> String {
    format!("days-{}.js", at + 1)
}

/// Every excerpt as JSON, by number.
fn lines(site: &Site) -> Result<Vec<String>, RenderError> {
    let lives = site.by_number.iter().zip(&site.view.web.lives);
    lives.map(|((_, excerpt), life)| json(&excerpt_days(site, excerpt, &life.periods))).collect()
}

fn excerpt_days<'a>(site: &Site<'a>, excerpt: &'a ExcerptView, periods: &'a [PeriodView]) -> ExcerptDays<'a> {
    let web = &site.view.web;
    let place = |key: &str| web.states.iter().position(|state| state.key == key).unwrap_or_default();
    let issued = web.other_days.issued.get(excerpt.number).and_then(|day| day.as_deref()).unwrap_or_default();
    let periods = periods.iter().map(|it| period(it, place(&it.key))).collect();
    (&excerpt.id, &excerpt.citation, excerpt.title.as_deref(), periods, issued)
}

/// The excerpts of each file.
fn parts(lines: &[String]) -> Vec<&[String]> {
    let mut parts = Vec::new();
    let (mut rest, mut size) = (lines, 0);
    for (at, line) in lines.iter().enumerate() {
        let begun = at + rest.len() - lines.len();
        if size + line.len() > PART && begun > 0 {
            let (part, next) = rest.split_at(begun);
            parts.push(part);
            (rest, size) = (next, 0);
        }
        size += line.len();
    }
    parts.extend((!rest.is_empty()).then_some(rest));
    parts
}

fn period(period: &PeriodView, state: usize) -> DayPeriod<'_> {
    (period.from.as_deref().unwrap_or_default(), state, &period.status, period.detail.as_deref())
}

fn json(value: &impl Serialize) -> Result<String, RenderError> {
    serde_json::to_string(value).map_err(|error| view_fault(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_all_excerpts_in_order_and_few_bytes() {
        for letters in [10, 1_000, PART, PART + 1] {
            let lines: Vec<String> = (0..300).map(|at| format!("{at}{}", "x".repeat(letters))).collect();
            let parts = parts(&lines);
            assert_eq!(parts.concat(), lines);
            assert!(parts.iter().all(|part| part.len() == 1 || part.concat().len() <= PART));
            assert!(parts.len() <= 1 + 2 * 300 * (letters + 3) / PART);
        }
        assert!(parts(&[]).is_empty());
    }
}
