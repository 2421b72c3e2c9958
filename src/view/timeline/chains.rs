//! Which instruments belong together, and in which order: what replaces is below all that it replaces.

use super::rows::TimelineBar;
use crate::assemble::instrument_order;

/// Rows that are joined by succession, the older first.
pub type Chain = Vec<usize>;

/// All rows, each in one chain. Chains come in the order of their highest and oldest instrument; `rows` has that order.
pub fn chains(rows: &[TimelineBar<'_>]) -> Vec<Chain> {
    let mut predecessors: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
    for (place, row) in rows.iter().enumerate() {
        for (successor, _) in &row.successors {
            if let Some(list) = predecessors.get_mut(*successor) {
                list.push(place);
            }
        }
    }
    for list in &mut predecessors {
        list.sort_by_cached_key(|place| age(rows, *place));
    }
    let component = components(rows);
    let mut chains: Vec<Chain> = vec![Vec::new(); rows.len()];
    let mut placed = vec![false; rows.len()];
    // From the last ones back; where the succession goes in a circle there is no last one.
    let is_last = |place: &usize| rows.get(*place).is_some_and(|row| row.successors.is_empty());
    let mut ends: Vec<usize> = (0..rows.len()).collect();
    ends.sort_by_cached_key(|place| (!is_last(place), age(rows, *place)));
    for end in ends {
        let Some(chain) = component.get(end).and_then(|first| chains.get_mut(*first)) else { continue };
        descend(end, &predecessors, &mut placed, chain);
    }
    chains.retain(|chain| !chain.is_empty());
    chains
}

/// Puts what leads to `end` before it. Without recursion: a chain may be as long as the corpus.
fn descend(end: usize, predecessors: &[Vec<usize>], placed: &mut [bool], chain: &mut Chain) {
    let mut path: Vec<(usize, usize)> = Vec::new();
    if let Some(seen) = placed.get_mut(end)
        && !std::mem::replace(seen, true)
    {
        path.push((end, 0));
    }
    while let Some((place, next)) = path.last_mut() {
        match predecessors.get(*place).and_then(|list| list.get(*next)) {
            Some(before) => {
                *next += 1;
                if let Some(seen) = placed.get_mut(*before)
                    && !std::mem::replace(seen, true)
                {
                    path.push((*before, 0));
                }
            }
            None => {
                chain.push(*place);
                path.pop();
            }
        }
    }
}

/// For each row, the first row that it is joined to.
fn components(rows: &[TimelineBar<'_>]) -> Vec<usize> {
    let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
    for (place, row) in rows.iter().enumerate() {
        for (successor, _) in &row.successors {
            for (one, other) in [(place, *successor), (*successor, place)] {
                if let Some(list) = neighbours.get_mut(one) {
                    list.push(other);
                }
            }
        }
    }
    let mut component: Vec<Option<usize>> = vec![None; rows.len()];
    for first in 0..rows.len() {
        let mut waiting = vec![first];
        while let Some(place) = waiting.pop() {
            if let Some(own) = component.get_mut(place)
                && own.is_none()
            {
                *own = Some(first);
                waiting.extend(neighbours.get(place).into_iter().flatten());
            }
        }
    }
    component.into_iter().enumerate().map(|(place, own)| own.unwrap_or(place)).collect()
}

type Age = (bool, Option<crate::model::date::Date>, usize, String);

/// By the first day on which it may have been in force; what has no known one comes last.
fn age(rows: &[TimelineBar<'_>], place: usize) -> Age {
    rows.get(place).map_or_else(Age::default, |row| {
        let start = row.spans.first().and_then(|span| span.from);
        let (rank, _, _, id) = instrument_order(row.instrument);
        (start.is_none(), start, rank, id)
    })
}
