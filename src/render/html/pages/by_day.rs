//! All excerpts by their state on a day: the edition's, until the site's script sorts them for another.

use std::borrow::Cow;

use serde::Serialize;

use super::super::{RenderError, Site, places};
use super::{Builder, PageKind, Pages, one};
use crate::view::{ExcerptNumber, ExcerptView, LifeView, PeriodView, StateView};

struct ByDayPage;

pub(super) fn pages<'a>(_: &Site<'a>) -> Pages<'a> {
    one(ByDayPage)
}

impl PageKind for ByDayPage {
    const TEMPLATE: &'static str = "by-day.html";

    fn path(&self) -> String {
        places::BY_DAY.to_owned()
    }

    fn title<'v>(&'v self, site: &Site<'v>) -> Cow<'v, str> {
        Cow::Borrowed(&site.view.web.words.days.title)
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        let group = |state| on.state_group(state);
        Ok(ByDay { groups: on.site.view.web.states.iter().map(group).collect() })
    }
}

#[derive(Serialize)]
struct ByDay<'a> {
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
    number: ExcerptNumber,
    citation: &'a str,
    title: Option<&'a str>,
    periods: &'a [PeriodView],
}

impl<'a> Builder<'a> {
    fn state_group(&self, state: &'a StateView) -> StateGroup<'a> {
        let lives = self.site.by_number.iter().zip(&self.site.view.web.lives);
        let own = lives.filter(|((_, excerpt), _)| excerpt.status.key == state.key);
        StateGroup { state, excerpts: own.map(|((_, excerpt), life)| line(excerpt, life)).collect() }
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
