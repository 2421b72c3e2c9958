//! Where arrows run that would strike through names: in lanes at the left of the figure, of which no two arrows share a
//! part unless they lead to the same row.

use std::collections::BTreeMap;

use super::rows::TimelineBar;

/// Between two lanes, and around them.
const LANE: i32 = 16;
/// From the nearest lane to the axis: a head and a stroke.
const NEAREST: i32 = 24;
/// More lanes would leave no room for the axis; the last one is shared.
const MOST: usize = 8;

/// The lanes of one drawing.
#[derive(Default, Debug)]
pub struct Lanes {
    /// By the place of the row to which the arrows lead; 0 is the nearest.
    of: BTreeMap<usize, usize>,
    count: usize,
}

impl Lanes {
    /// The lanes for rows that are below one another in this order.
    pub fn of(rows: &[TimelineBar<'_>], order: &[usize]) -> Self {
        let mut spans: Vec<(usize, usize, usize)> =
            reached(rows, order).into_iter().map(|(to, (a, b))| (b - a, a, to)).collect();
        // Short ones are nearest, so that they cross no long one.
        spans.sort_unstable();
        let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
        let mut lanes = Lanes::default();
        for (length, from, to) in spans {
            let span = (from, from + length);
            let free = |lane: &Vec<(usize, usize)>| lane.iter().all(|other| other.1 <= span.0 || span.1 <= other.0);
            let lane = taken.iter().position(free).unwrap_or(taken.len()).min(MOST - 1);
            if lane == taken.len() {
                taken.push(Vec::new());
            }
            taken.get_mut(lane).into_iter().for_each(|lane| lane.push(span));
            lanes.of.insert(to, lane);
        }
        lanes.count = taken.len();
        lanes
    }

    /// How much room they take before the axis begins.
    pub fn width(&self) -> i32 {
        match self.count {
            0 => 0,
            count => NEAREST + LANE * i32::try_from(count).unwrap_or(0) - LANE / 2,
        }
    }

    /// Where the arrows to a row run down, if the axis begins at `left`.
    pub fn place(&self, to: usize, left: i32) -> i32 {
        let lane = self.of.get(&to).copied().unwrap_or(0);
        left - NEAREST - LANE * i32::try_from(lane).unwrap_or(0)
    }
}

/// For each row that an arrow leads to, how far up the first of them begins, and where it is itself.
fn reached(rows: &[TimelineBar<'_>], order: &[usize]) -> BTreeMap<usize, (usize, usize)> {
    let at: BTreeMap<usize, usize> = order.iter().enumerate().map(|(at, row)| (*row, at)).collect();
    let mut reached = BTreeMap::new();
    for (from, row) in order.iter().enumerate().filter_map(|(from, row)| Some((from, rows.get(*row)?))) {
        for (successor, _) in &row.successors {
            if let Some(to) = at.get(successor).filter(|to| **to > from) {
                reached.entry(*successor).or_insert((from, *to));
            }
        }
    }
    reached
}
