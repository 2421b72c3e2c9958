//! Findings with the waivers of the corpus applied: to be reported, and to decide by.

use super::gate::EditionGate;
use super::{OpenedCorpus, Viewed};
use crate::codes;
use crate::diag::{Finding, Lang, Severity, Sink};
use crate::report::{self, Reported};
use crate::waive::{self, Held};

/// Which findings stop an edition from being published.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Strictness {
    Errors,
    /// Warnings as well, unless they are waived.
    Warnings,
}

impl Strictness {
    /// By the option `--strict`.
    pub fn of(strict: bool) -> Self {
        if strict { Strictness::Warnings } else { Strictness::Errors }
    }

    fn stops(self, severity: Severity) -> bool {
        match severity {
            Severity::Error => true,
            Severity::Warning => self == Strictness::Warnings,
            Severity::Note => false,
        }
    }
}

/// The findings of a corpus and of the editions viewed, and these editions, held until it is decided whether they may be
/// published.
#[derive(Debug)]
pub struct Findings<'o, E> {
    opened: &'o OpenedCorpus,
    made: E,
    sink: Sink,
    gate: EditionGate,
}

impl<'o, E> Viewed<'o, E> {
    /// Adds what is found in the numbering of originals, which only those who read findings need, and applies the waivers of
    /// the corpus.
    pub fn findings(self) -> Findings<'o, E> {
        let Viewed { opened, made, mut sink, extent, gate } = self;
        let OpenedCorpus { corpus, sources, places, originals, .. } = opened;
        originals.check_numbering(corpus, sources, &mut sink);
        waive::apply(&Held { corpus, sources, places, codes: &codes::all(), extent }, &mut sink);
        Findings { opened, made, sink, gate }
    }
}

impl<'o, E> Findings<'o, E> {
    /// Every finding, in the order in which they were found.
    pub fn all(&self) -> &[Finding] {
        self.sink.findings()
    }

    /// Places and words the findings, sorted by file.
    pub fn report(&self, lang: Lang) -> Vec<Reported> {
        let OpenedCorpus { sources, places, root, .. } = self.opened;
        report::resolve(&self.sink, sources, places, root, lang)
    }

    /// Whether any finding stops a build.
    pub fn stop(&self, strictness: Strictness) -> bool {
        !self.judged(strictness).0.is_empty()
    }

    /// Places and words the findings that stop a build.
    pub fn report_stopping(&self, strictness: Strictness, lang: Lang) -> Vec<Reported> {
        let mut sink = Sink::new();
        self.judged(strictness).0.into_iter().for_each(|finding| sink.push(finding.clone()));
        let OpenedCorpus { sources, places, root, .. } = self.opened;
        report::resolve(&sink, sources, places, root, lang)
    }

    /// How many findings would stop a build, and do not, since they are in excerpts with which no edition that was viewed has to do.
    pub fn count_aside(&self, strictness: Strictness) -> usize {
        self.judged(strictness).1.len()
    }

    /// The findings that stop a build, and those that do not since they concern none of the editions.
    fn judged(&self, strictness: Strictness) -> (Vec<&Finding>, Vec<&Finding>) {
        let grave: Vec<&Finding> =
            self.sink.findings().iter().filter(|finding| strictness.stops(finding.severity())).collect();
        if grave.is_empty() {
            return (grave, Vec::new());
        }
        let aside = self.gate.aside(self.opened, &grave);
        let stops = |finding: &&Finding| !aside.iter().any(|it| std::ptr::eq(*it, *finding));
        (grave.into_iter().filter(stops).collect(), aside)
    }

    /// Gives out what was viewed.
    ///
    /// # Errors
    /// A finding stops it: the findings, without what was viewed.
    pub fn decide(self, strictness: Strictness) -> Result<E, Findings<'o, ()>> {
        if self.stop(strictness) {
            return Err(Findings { opened: self.opened, made: (), sink: self.sink, gate: self.gate });
        }
        Ok(self.made)
    }

    /// Gives out what was viewed whatever was found. It may be incomplete, and is not for publishing.
    pub fn despite_errors(self) -> E {
        self.made
    }
}
