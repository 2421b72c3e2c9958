//! Marks at the outer edge of the page, by which a chapter is found without opening the booklet: the edge is divided into
//! slots from top to bottom, one for each chapter and annex in their order.

use serde::Serialize;

/// More slots than this would be too low to be distinguished; then several neighbours share one.
const MOST: u32 = 36;

/// The mark of a part, chapter or annex.
#[derive(Serialize, Clone, Debug)]
pub struct TabView {
    /// Its label: `II`, `7`, `C`.
    pub text: String,
    /// The first slot that it covers, counted from 0, and the last. Only a part covers several: those of its chapters.
    pub first: u32,
    pub last: u32,
}

/// Gives out the slots.
pub(super) struct Tabs {
    total: u32,
}

impl Tabs {
    /// `total`: how many chapters and annexes there are.
    pub fn new(total: usize) -> Self {
        Tabs { total: total.max(1) as u32 }
    }

    /// Returns how many slots the edge of the page has.
    pub fn slots(&self) -> u32 {
        self.total.min(MOST)
    }

    /// The mark of the chapters and annexes from `first` on, `count` of them, counted from 0 through the booklet.
    pub fn tab(&self, text: &str, first: u32, count: u32) -> TabView {
        let slot = |at: u32| at.min(self.total - 1) * self.slots() / self.total;
        TabView { text: text.to_owned(), first: slot(first), last: slot(first + count.max(1) - 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_its_own_slot_where_there_is_room() {
        let tabs = Tabs::new(5);
        assert_eq!(tabs.slots(), 5);
        assert_eq!((tabs.tab("I", 0, 3).first, tabs.tab("I", 0, 3).last), (0, 2));
        assert_eq!((tabs.tab("A", 4, 1).first, tabs.tab("A", 4, 1).last), (4, 4));
    }

    #[test]
    fn many_share_slots_in_order() {
        let tabs = Tabs::new(100);
        let slots: Vec<u32> = (0..100).map(|at| tabs.tab("", at, 1).first).collect();
        assert!(slots.is_sorted());
        assert_eq!((slots[0], slots[99]), (0, MOST - 1));
    }
}
