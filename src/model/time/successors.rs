//! Chains of successors.

use super::asked::ValidityQuery;
use crate::model::corpus::Corpus;
use crate::model::instrument::{Confidence, Instrument, RelationKind, RelationTarget};
use crate::model::validity::Cause;

impl Corpus {
    /// What has taken an instrument's place by a day, in order, as far as the one that has not been replaced by that day: what
    /// replaced it, or ended it and follows it. Only acts that have taken effect and were verified count.
    pub fn successors<'c>(&'c self, instrument: &'c Instrument, asked: ValidityQuery) -> Vec<&'c Instrument> {
        let mut chain = vec![instrument];
        while let Some(next) = chain.last().and_then(|last| self.successor(last, asked)) {
            // A circle is a fault of the corpus, reported elsewhere.
            if chain.iter().any(|earlier| earlier.id == next.id) {
                break;
            }
            chain.push(next);
        }
        chain.remove(0);
        chain
    }

    fn successor(&self, instrument: &Instrument, asked: ValidityQuery) -> Option<&Instrument> {
        let validity = self.life(instrument, asked.knowledge).on(asked.on);
        let verified = validity.confidence != Some(Confidence::Unverified);
        let by = validity.by.as_ref().filter(|_| validity.kind.is_over() && verified)?;
        let by = self.instrument(by)?;
        (validity.cause == Some(Cause::Replaced) || follows(by, instrument)).then_some(by)
    }
}

fn follows(later: &Instrument, earlier: &Instrument) -> bool {
    let to_it = |target: &RelationTarget| matches!(target, RelationTarget::Instrument(id) if *id == earlier.id);
    later.relations.iter().any(|it| {
        it.kind == RelationKind::Follows && to_it(&it.target) && later.confidence_of(it) != Confidence::Unverified
    })
}
