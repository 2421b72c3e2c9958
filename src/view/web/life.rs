//! The life of every printed excerpt: the periods of its validity, as a reader of the edition's day could know them.

use rayon::prelude::*;

use super::{ByNumber, LifeView, PeriodView};
use crate::language::vi::web;
use crate::model::corpus::Corpus;
use crate::model::excerpt::Excerpt;
use crate::model::time::{Period, ValidityQuery};
use crate::model::validity::Validity;
use crate::view::build::Builder;
use crate::view::status::{for_some, made_by, outliving, text};
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
    let life = booklet.corpus.excerpt_life(excerpt, instrument, booklet.asked().knowledge);
    let mut periods = life.periods(None);
    periods.iter_mut().for_each(|period| period.validity.mark_days_of(excerpt, instrument));
    periods
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
        detail: detail(corpus, &period.validity, asked),
        own: period.has(asked.on),
    }
}

/// Returns the act that made the state, and the scopes in force on other days.
fn detail(corpus: &Corpus, validity: &Validity, asked: ValidityQuery) -> Option<String> {
    let made_by = made_by(corpus, validity, asked);
    let kept = validity.kept.as_ref().map(outliving);
    let scopes = validity.scopes.iter().map(|scope| for_some(corpus, scope));
    let clauses: Vec<String> = made_by.into_iter().chain(kept).chain(scopes).collect();
    (!clauses.is_empty()).then(|| clauses.join("; "))
}
