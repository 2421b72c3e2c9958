//! The answers as they are published. Unless the settings say otherwise nothing of a single department is: none is named,
//! and no figure is made of the answers of so few that it would be theirs.

use std::collections::BTreeMap;

use super::summary::{DepartmentLine, DutyTally, FigureLine, RegionTally, Summary};
use crate::language::vi::results as words;
use crate::model::answers::PublishedAnswers;
use crate::model::department::Tile;
use crate::view::{
    ResultsBar, ResultsBars, ResultsMap, ResultsSegment, ResultsState, ResultsTable, ResultsTile, ResultsView,
};

/// Of how many departments a published figure must be.
pub const FEWEST: usize = 3;

/// A round that is to be published.
pub struct Publication<'a> {
    pub now: &'a Summary,
    /// The round before.
    pub since: Option<&'a Summary>,
    /// The title of the booklet.
    pub booklet: &'a str,
    pub issuer: &'a str,
    pub generator: &'a str,
    /// The day of the edition: `2026-11-23`, and in words.
    pub as_of: (String, String),
    pub level: PublishedAnswers,
    /// Where departments are drawn, by their ids.
    pub tiles: BTreeMap<String, Tile>,
}

impl Publication<'_> {
    /// Returns what is published.
    pub fn view(&self) -> ResultsView {
        let names = self.level == PublishedAnswers::Departments;
        ResultsView {
            language: "vi".to_owned(),
            title: words::title(self.booklet),
            issuer: self.issuer.to_owned(),
            generator: self.generator.to_owned(),
            file_date: self.as_of.0.clone(),
            opening: self.opening(),
            legend: states(&words::DUTY_STATES),
            duties: self.duties(),
            regions: self.regions(),
            figures: self.figures(),
            map: Some(self.map()).filter(|map| names && !map.tiles.is_empty()),
            departments: names.then(|| self.departments()),
            withheld: self.withheld(),
        }
    }

    /// Whether a figure may be published: of how many departments that were asked, and of how many that have answered.
    fn may_say(&self, asked: usize, answered: usize) -> bool {
        let is_of_several = asked >= FEWEST && (answered == 0 || answered >= FEWEST);
        self.level == PublishedAnswers::Departments || is_of_several
    }

    fn may_say_duty(&self, duty: &DutyTally) -> bool {
        self.may_say(duty.asked, duty.asked - duty.unanswered)
    }

    fn opening(&self) -> Vec<String> {
        let count = |summary: &Summary| (answered(summary), summary.departments.len());
        let (so_far, all) = count(self.now);
        let mut lines = vec![
            words::asked(self.booklet, &self.as_of.1, self.now.round.as_deref()),
            words::answered(so_far, all, self.since.map(count)),
        ];
        if self.now.departments.iter().any(|line| line.state == "paper") {
            lines.push(words::ON_PAPER.to_owned());
        }
        if !self.now.figures.is_empty() {
            lines.push(words::SUMS.to_owned());
        }
        lines
    }

    fn withheld(&self) -> Vec<String> {
        let mut said = Vec::new();
        if self.level == PublishedAnswers::Totals {
            said.push(words::totals_only(FEWEST));
        }
        if !self.now.regions.is_empty() && !self.shows_regions() {
            said.push(words::regions_withheld(FEWEST));
        }
        said
    }

    fn duties(&self) -> ResultsBars {
        let shown = self.now.duties.iter().filter(|duty| self.may_say_duty(duty));
        let bars: Vec<ResultsBar> = shown.map(duty_bar).collect();
        let mut heads = vec![words::DUTY, words::ASKED];
        heads.extend(words::DUTY_STATES.map(|(_, name)| name));
        heads.extend(self.since.map(|_| words::DONE_BEFORE));
        let rows = self.now.duties.iter().map(|duty| self.duty_row(duty)).collect();
        ResultsBars {
            title: words::DUTIES.to_owned(),
            alt: words::bars(bars.len()),
            bars,
            table: table(words::DUTY_TABLE, &heads, rows),
        }
    }

    fn duty_row(&self, duty: &DutyTally) -> Vec<String> {
        let counts = duty_counts(duty).map(|count| said(self.may_say_duty(duty), count.to_string()));
        let former = self.since.map(|since| {
            let former = since.duties.iter().find(|former| former.id == duty.id);
            former.map_or_else(String::new, |former| said(self.may_say_duty(former), former.done.to_string()))
        });
        let label = format!("{} ({})", duty.duty, duty.rule);
        [label, duty.asked.to_string()].into_iter().chain(counts).chain(former).collect()
    }

    /// With one region left out, the others and the sum would say what it has.
    fn shows_regions(&self) -> bool {
        let may_say = |region: &RegionTally| self.may_say(region.asked, region.answered);
        !self.now.regions.is_empty() && self.now.regions.iter().all(may_say)
    }

    fn regions(&self) -> Option<ResultsBars> {
        let regions = self.shows_regions().then_some(&self.now.regions)?;
        let mut heads = vec![words::REGION, words::ASKED, words::ANSWERED];
        heads.extend(words::DUTY_STATES.map(|(_, name)| name));
        Some(ResultsBars {
            title: words::REGIONS.to_owned(),
            alt: words::bars(regions.len()),
            bars: regions.iter().map(region_bar).collect(),
            table: table(words::REGION_TABLE, &heads, regions.iter().map(region_row).collect()),
        })
    }

    fn figures(&self) -> Option<ResultsTable> {
        let mut heads = vec![words::FIGURE, words::SUM, words::GIVEN, words::MISSING];
        heads.extend(self.since.map(|_| words::BEFORE));
        let rows: Vec<Vec<String>> = self.now.figures.iter().map(|figure| self.figure_row(figure)).collect();
        (!rows.is_empty()).then(|| table(words::FIGURES, &heads, rows))
    }

    fn figure_row(&self, figure: &FigureLine) -> Vec<String> {
        let former = self.since.map(|since| {
            let former = since.figures.iter().find(|former| former.id == figure.id);
            former.map_or_else(String::new, |former| self.sum(former))
        });
        let fixed = [
            figure.name.clone(),
            self.sum(figure),
            format!("{}/{}", figure.given, figure.asked),
            figure.missing.len().to_string(),
        ];
        fixed.into_iter().chain(former).collect()
    }

    /// A sum of nothing is not nought.
    fn sum(&self, figure: &FigureLine) -> String {
        if figure.given == 0 {
            return words::NO_SUM.to_owned();
        }
        let unit = figure.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        said(self.may_say(figure.asked, figure.given), format!("{}{unit}", figure.shown))
    }

    fn map(&self) -> ResultsMap {
        let tile = |line: &DepartmentLine| Some(tile(line, *self.tiles.get(&line.id)?));
        let tiles: Vec<ResultsTile> = self.now.departments.iter().filter_map(tile).collect();
        ResultsMap {
            title: words::MAP.to_owned(),
            alt: words::map_alt(tiles.len()),
            note: words::MAP_NOTE.to_owned(),
            columns: tiles.iter().map(|tile| tile.column + 1).max().unwrap_or_default(),
            rows: tiles.iter().map(|tile| tile.row + 1).max().unwrap_or_default(),
            legend: states(&words::DEPARTMENT_STATES),
            tiles,
        }
    }

    fn departments(&self) -> ResultsTable {
        let row = |line: &DepartmentLine| {
            vec![line.name.clone(), line.place.clone().unwrap_or_default(), state_name(line.state).to_owned()]
        };
        let heads = [words::DEPARTMENT, words::PLACE, words::STATE];
        table(words::DEPARTMENTS, &heads, self.now.departments.iter().map(row).collect())
    }
}

/// A figure, or that it is not published.
fn said(may_say: bool, figure: String) -> String {
    if may_say { figure } else { words::WITHHELD.to_owned() }
}

fn answered(summary: &Summary) -> usize {
    summary.departments.iter().filter(|line| line.has_answered()).count()
}

fn states(all: &[(&str, &str)]) -> Vec<ResultsState> {
    all.iter().map(|(key, name)| ResultsState { key: (*key).to_owned(), name: (*name).to_owned() }).collect()
}

fn state_name(key: &str) -> &'static str {
    words::DEPARTMENT_STATES.into_iter().find(|(known, _)| *known == key).map_or("", |(_, name)| name)
}

fn table(title: &str, heads: &[&str], rows: Vec<Vec<String>>) -> ResultsTable {
    ResultsTable { title: title.to_owned(), heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows }
}

/// As [`words::DUTY_STATES`] has them.
fn duty_counts(duty: &DutyTally) -> [usize; 5] {
    [duty.done, duty.part, duty.not_done, duty.not_applicable, duty.unanswered]
}

fn region_counts(region: &RegionTally) -> [usize; 5] {
    [region.done, region.part, region.not_done, region.not_applicable, region.unanswered]
}

fn duty_bar(duty: &DutyTally) -> ResultsBar {
    bar(duty.duty.clone(), Some(duty.rule.clone()), duty_counts(duty))
}

fn region_name(region: &RegionTally) -> String {
    region.region.clone().unwrap_or_else(|| words::NO_REGION.to_owned())
}

fn region_bar(region: &RegionTally) -> ResultsBar {
    bar(region_name(region), None, region_counts(region))
}

fn region_row(region: &RegionTally) -> Vec<String> {
    let fixed = [region_name(region), region.asked.to_string(), region.answered.to_string()];
    fixed.into_iter().chain(region_counts(region).map(|count| count.to_string())).collect()
}

fn bar(label: String, note: Option<String>, counts: [usize; 5]) -> ResultsBar {
    let said = words::DUTY_STATES.iter().zip(counts).filter(|(_, count)| *count > 0);
    let said: Vec<String> = said.map(|((_, name), count)| format!("{} {count}", name.to_lowercase())).collect();
    ResultsBar { label, note, text: said.join(", "), segments: segments(counts) }
}

/// The parts of a bar. Each ends where the next begins, so that together they are the whole of it.
fn segments(counts: [usize; 5]) -> Vec<ResultsSegment> {
    let whole = counts.iter().sum::<usize>().max(1);
    let mut before = 0;
    let mut parts = Vec::new();
    for ((key, _), count) in words::DUTY_STATES.iter().zip(counts) {
        let (start, end) = (before * 1000 / whole, (before + count) * 1000 / whole);
        before += count;
        parts.push(ResultsSegment { key: (*key).to_owned(), start, length: end - start });
    }
    parts.retain(|part| part.length > 0);
    parts
}

fn tile(line: &DepartmentLine, Tile { column, row }: Tile) -> ResultsTile {
    let place = line.place.as_deref().unwrap_or(&line.name);
    let text = format!("{place}: {}", state_name(line.state).to_lowercase());
    ResultsTile { column, row, lines: lines(short(place)), text, key: line.state.to_owned() }
}

/// A place without the word for its kind.
fn short(place: &str) -> &str {
    let kinds = ["Thành phố ", "Tỉnh "];
    kinds.iter().find_map(|kind| place.strip_prefix(kind)).unwrap_or(place)
}

/// A name in one line or in two of nearly the same length.
fn lines(name: &str) -> Vec<String> {
    const LONG: usize = 10;
    let length = name.chars().count();
    let spaces = name.match_indices(' ').map(|(at, _)| at);
    let middle = spaces.min_by_key(|at| name.get(..*at).map_or(0, |head| head.chars().count()).abs_diff(length / 2));
    match middle.filter(|_| length > LONG) {
        Some(at) => [name.get(..at), name.get(at + 1..)].into_iter().flatten().map(str::to_owned).collect(),
        None => vec![name.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_filled_by_its_parts() {
        for counts in [[1, 1, 1, 0, 0], [0, 0, 0, 0, 7], [62, 1, 0, 0, 0], [0; 5], [3, 5, 7, 11, 37]] {
            let parts = segments(counts);
            let lengths: usize = parts.iter().map(|part| part.length).sum();
            assert_eq!(lengths, if counts == [0; 5] { 0 } else { 1000 }, "{counts:?}");
            assert!(parts.windows(2).all(|two| two[0].start + two[0].length == two[1].start), "{parts:?}");
        }
    }

    #[test]
    fn names_fit_on_tiles() {
        assert_eq!(lines(short("Thành phố Hồ Chí Minh")), ["Hồ Chí", "Minh"]);
        assert_eq!(lines(short("Tỉnh Bà Rịa - Vũng Tàu")), ["Bà Rịa -", "Vũng Tàu"]);
        assert_eq!(lines(short("Tỉnh Lào Cai")), ["Lào Cai"]);
        assert_eq!(lines("Thừaa-Thiên-Huế"), ["Thừaa-Thiên-Huế"]);
    }
}
