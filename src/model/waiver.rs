//! Waivers (miễn): warnings that an editor has looked at and lets stand for a time, each with its reason.

use super::date::Date;

/// Lets the warnings with one code in one file stand. A waiver is a promise to look again: it ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiver {
    /// Code of the findings: `CN402`. Only warnings can be waived.
    pub code: String,
    /// The file that the findings are in, within the corpus: `instruments/tt-12-2010.yaml`.
    pub file: String,
    /// Why the warning is true and still nothing can be done: what is not known.
    pub reason: String,
    /// The day on which it was decided.
    pub on: Date,
    /// The first day on which it no longer counts. Compared with the latest day of the corpus' editions, never with the
    /// clock.
    pub until: Date,
}
