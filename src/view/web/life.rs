//! The life of every printed excerpt: the periods of its validity, as a reader of the edition's day could know them.

use rayon::prelude::*;

use super::{ByNumber, LifeView, PeriodView};
use crate::language::vi::web;
use crate::model::excerpt::Excerpt;
use crate::model::time::Period;
use crate::view::build::Builder;
use crate::view::status::{made_by, text};
use crate::view::timeline;

/// Returns the periods of every printed excerpt's validity, by its number.
pub fn lives(builder: &Builder<'_, '_>) -> ByNumber<LifeView> {
    let excerpts: Vec<&Excerpt> = builder.booklet.excerpts().collect();
    let lives: Vec<Vec<Period>> = excerpts.par_iter().map(|excerpt| periods(builder, excerpt)).collect();
    let bars = timeline::bars(&lives, builder.booklet.as_of);
    let view = |(periods, bar): (&Vec<Period>, _)| LifeView {
        periods: periods.iter().map(|period| period_view(builder, period)).collect(),
        bar: Some(bar),
    };
    lives.par_iter().zip(bars).map(view).collect::<Vec<_>>().into()
}

fn periods(builder: &Builder<'_, '_>, excerpt: &Excerpt) -> Vec<Period> {
    let booklet = builder.booklet;
    let Some(instrument) = booklet.corpus.instrument(&excerpt.instrument) else { return Vec::new() };
    booklet.corpus.excerpt_life(excerpt, instrument, booklet.asked().knowledge).periods(None)
}

fn period_view(builder: &Builder<'_, '_>, period: &Period) -> PeriodView {
    let (corpus, asked) = (builder.booklet.corpus, builder.booklet.asked());
    let kind = period.validity.kind;
    PeriodView {
        from: period.from.map(|day| day.to_string()),
        until: period.until.map(|day| day.to_string()),
        key: kind.key().to_owned(),
        sign: kind.sign().to_owned(),
        name: web::state(kind).to_owned(),
        days: web::period(kind, period.from, period.until),
        status: text(&period.validity),
        detail: made_by(corpus, &period.validity, asked),
        own: period.has(asked.on),
    }
}
