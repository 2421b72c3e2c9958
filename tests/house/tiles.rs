//! The maps of tiles of the project's own corpus: every province has exactly one tile, and each is beside another.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

use std::collections::BTreeMap;

use crate::support::program::real_corpus;
use camnang::internals::session;

#[test]
fn every_province_has_exactly_one_tile() {
    let opened = session::open(&real_corpus()).unwrap();
    let mut sizes = Vec::new();
    for group in opened.corpus.departments() {
        let mut tiles = BTreeMap::new();
        for department in &group.departments {
            let tile = department.tile.unwrap_or_else(|| panic!("{} has no tile", department.id));
            let other = tiles.insert((tile.column, tile.row), &department.id);
            assert_eq!(other, None, "{} is on the tile of another", department.id);
        }
        let is_taken =
            |column: Option<u32>, row: Option<u32>| column.zip(row).is_some_and(|place| tiles.contains_key(&place));
        for ((column, row), id) in &tiles {
            let near = [-1, 0, 1].into_iter().flat_map(|across| [-1, 0, 1].map(|down| (across, down)));
            let near = near.filter(|step| *step != (0, 0));
            let mut near = near.map(|(across, down)| (column.checked_add_signed(across), row.checked_add_signed(down)));
            assert!(near.any(|(column, row)| is_taken(column, row)), "{id} stands alone");
        }
        sizes.push(tiles.len());
    }
    assert_eq!(sizes, [63, 34]);
}
