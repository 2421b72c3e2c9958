//! The rows of the figure: its states one after the other up to the edition's day, and what was done
//! to it.

use std::collections::BTreeMap;

use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Instrument, RelationKind};
use crate::model::known::{Day, Reached};
use crate::model::time::{Act, Knowledge, Period, Standing, ValidityQuery};
use crate::model::validity::{Validity, ValidityKind};

/// An instrument with what its bar shows.
#[derive(Debug)]
pub struct TimelineBar<'c> {
    pub instrument: &'c Instrument,
    /// On the edition's day.
    pub validity: Validity,
    /// Without gaps, from the first that is worth drawing.
    pub spans: Vec<TimeSpan>,
    /// Days on which it was amended, or ended in part.
    pub amended: Vec<Date>,
    /// The rows of what replaces it as a whole, and whether that has certainly taken effect.
    pub successors: Vec<(usize, bool)>,
}

/// A time in one state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimeSpan {
    /// `None`: since a day before all that is known.
    pub from: Option<Date>,
    /// `None`: beyond the edition's day.
    pub to: Option<Date>,
    pub kind: ValidityKind,
}

/// A row for each of the instruments, in the same order.
pub fn rows<'c>(corpus: &'c Corpus, as_of: Date, instruments: &[&'c Instrument]) -> Vec<TimelineBar<'c>> {
    let places: BTreeMap<&InstrumentId, usize> =
        instruments.iter().enumerate().map(|(place, instrument)| (&instrument.id, place)).collect();
    instruments.iter().map(|instrument| row(corpus, as_of, instrument, &places)).collect()
}

fn row<'c>(
    corpus: &'c Corpus,
    as_of: Date,
    instrument: &'c Instrument,
    places: &BTreeMap<&InstrumentId, usize>,
) -> TimelineBar<'c> {
    let asked = ValidityQuery::as_of(as_of);
    let acts: Vec<Act<'c>> = corpus.acts_known(&instrument.id, asked.knowledge).filter(|act| is_stated(act)).collect();
    let mut amended: Vec<Date> = acts
        .iter()
        .filter(|act| act.relation.kind == RelationKind::Amends || act.relation.ends_part())
        .filter_map(|act| act.effect().date().filter(|date| *date <= as_of))
        .collect();
    amended.sort_unstable();
    amended.dedup();
    let mut successors: Vec<(usize, bool)> = Vec::new();
    for act in acts.iter().filter(|act| act.relation.kind == RelationKind::Replaces && act.relation.ends_whole()) {
        let taken = act.standing == Standing::Certain && act.effect().reached_on(as_of) == Reached::Yes;
        if let Some(place) = places.get(&act.instrument.id).filter(|_| act.instrument.id != instrument.id)
            && !successors.iter().any(|(known, _)| known == place)
        {
            successors.push((*place, taken));
        }
    }
    let validity = corpus.validity(instrument, asked);
    TimelineBar { spans: spans(corpus, as_of, instrument, validity.kind), instrument, validity, amended, successors }
}

/// What a reader of the day could know, and what somebody has verified.
fn is_stated(act: &Act<'_>) -> bool {
    act.known != Reached::No
        && match act.standing {
            Standing::Certain | Standing::Doubtful => true,
            Standing::Unverified | Standing::Void => false,
        }
}

/// Returns the span of an instrument without validity: from its issue until it is superseded.
fn whole(corpus: &Corpus, as_of: Date, instrument: &Instrument) -> TimeSpan {
    let from = match &instrument.issued {
        Day::On(date) => Some(*date),
        Day::Unknown { earliest, .. } => *earliest,
    };
    let superseded = |period: &Period| period.validity.by.is_some();
    let periods = corpus.life(instrument, Knowledge::Of(as_of)).periods(Some(as_of));
    let to = periods.iter().find(|period| superseded(period)).and_then(|period| period.from);
    TimeSpan { from, to, kind: ValidityKind::NotApplicable }
}

/// The states from the beginning to the edition's day; the last one goes on beyond it.
fn spans(corpus: &Corpus, as_of: Date, instrument: &Instrument, now: ValidityKind) -> Vec<TimeSpan> {
    if now == ValidityKind::NotApplicable {
        return vec![whole(corpus, as_of, instrument)];
    }
    if now == ValidityKind::NotCommenced {
        // A start that lies ahead is known where the instrument is issued.
        let (from, kind) = match &instrument.term.from {
            Day::On(date) => (Some(*date), ValidityKind::NotCommenced),
            Day::Unknown { earliest, .. } => (earliest.or(Some(as_of)), ValidityKind::Unknown),
        };
        return vec![TimeSpan { from, to: None, kind }];
    }
    let mut spans: Vec<TimeSpan> = Vec::new();
    for Period { from, until: to, validity } in corpus.life(instrument, Knowledge::Of(as_of)).periods(Some(as_of)) {
        match spans.last_mut().filter(|last| last.kind == validity.kind) {
            Some(last) => last.to = to,
            None => spans.push(TimeSpan { from, to, kind: validity.kind }),
        }
    }
    let is_drawn = |span: &TimeSpan| !matches!(span.kind, ValidityKind::NotCommenced) && !span.kind.is_over();
    spans.retain(is_drawn);
    spans
}
