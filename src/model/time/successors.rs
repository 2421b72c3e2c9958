//! Chains of successors.

use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::instrument::{Confidence, Instrument};
use crate::model::validity::{Cause, Validity, ValidityKind};

impl Corpus {
    /// What has taken an instrument's place by a day, in order, as far as the one that has not been replaced by that day.
    /// Only acts that have taken effect and were verified are followed.
    pub fn successors<'c>(&'c self, instrument: &'c Instrument, date: Date) -> Vec<&'c Instrument> {
        let mut chain = vec![instrument];
        while let Some(next) = chain.last().and_then(|last| self.successor(&self.life(last).on(date))) {
            // A circle is a fault of the corpus, reported elsewhere.
            if chain.iter().any(|earlier| earlier.id == next.id) {
                break;
            }
            chain.push(next);
        }
        chain.remove(0);
        chain
    }

    /// What replaced a text that has ended.
    fn successor(&self, validity: &Validity) -> Option<&Instrument> {
        let replaced = validity.kind == ValidityKind::Ended && validity.cause == Some(Cause::Replaced);
        let verified = validity.confidence != Some(Confidence::Unverified);
        validity.by.as_ref().filter(|_| replaced && verified).and_then(|id| self.instrument(id))
    }
}
