//! All excerpts by their state on a day: the edition's, until the site's script sorts them for another.

use serde::Serialize;

use super::super::places;
use super::Builder;
use crate::view::{ExcerptView, LifeView, PeriodView, StateView};

#[derive(Serialize)]
pub(super) struct ByDay<'a> {
    /// One for every state, empty ones too: another day may fill them.
    groups: Vec<StateGroup<'a>>,
}

#[derive(Serialize)]
struct StateGroup<'a> {
    state: &'a StateView,
    excerpts: Vec<DayLine<'a>>,
}

#[derive(Serialize)]
struct DayLine<'a> {
    /// Below the folder of the site.
    href: String,
    number: u32,
    citation: &'a str,
    title: Option<&'a str>,
    periods: &'a [PeriodView],
}

impl<'a> Builder<'a> {
    pub(super) fn by_day(&self) -> ByDay<'a> {
        let web = &self.site.view.web;
        let group = |state: &'a StateView| {
            let lives = self.site.by_number.iter().zip(&web.lives);
            let own = lives.filter(|((_, excerpt), _)| excerpt.status.key == state.key);
            StateGroup { state, excerpts: own.map(|((_, excerpt), life)| line(excerpt, life)).collect() }
        };
        ByDay { groups: web.states.iter().map(group).collect() }
    }
}

fn line<'a>(excerpt: &'a ExcerptView, life: &'a LifeView) -> DayLine<'a> {
    DayLine {
        href: places::permalink(&excerpt.id),
        number: excerpt.number,
        citation: &excerpt.citation,
        title: excerpt.title.as_deref(),
        periods: &life.periods,
    }
}
