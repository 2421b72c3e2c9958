//! Chains of successors.

use super::asked::ValidityQuery;
use crate::model::corpus::Corpus;
use crate::model::instrument::{Confidence, Instrument};

impl Corpus {
    /// Returns the successors of an instrument by a day, in order, up to the one that has not been replaced by that day: those that
    /// replaced it, or ended it and follow it. Only acts that have taken effect and were verified count.
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
        let verified = |confidence: Option<Confidence>| confidence.is_some_and(|it| it != Confidence::Unverified);
        let by = validity.by.as_ref().filter(|_| validity.kind.is_over() && verified(validity.succeeded))?;
        self.instrument(by)
    }
}
