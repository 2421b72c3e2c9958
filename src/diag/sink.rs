//! Findings as they are collected.

use std::collections::BTreeMap;

use super::{Code, Finding, Owner, Severity, codes};

/// How many findings with one code are kept of each file or thing; the others are counted. One slip can be in a file as
/// often as the file has room, and nobody reads the thousandth.
pub const KEPT: usize = 100;

codes! {
    MORE = "CN239" Note {
        vi: "… và {count} {what} nữa trong tệp này" => "sửa những chỗ đã nêu rồi chạy lại: những chỗ còn lại sẽ hiện ra",
            "Mỗi tệp chỉ nêu 100 chỗ, lỗi trước, cảnh báo sau. Một tệp có nhiều hơn thế thường sai vì một nguyên nhân, như đặt nhầm chỗ hay thiếu một dấu đóng. Số đếm ở dòng cuối vẫn tính đủ.";
        en: "… and {count} {what} more in this file" => "fix what is shown and run it again: the others are shown then",
            "At most 100 findings of a file are reported, errors before warnings. A file with more of them mostly has one cause, such as being in the wrong place or lacking one closing sign. The counts on the last line include all of them.";
        example: "… và 2.412 lỗi nữa trong tệp này"
    }
}

/// Collects findings while a stage goes on past them.
#[derive(Clone, Default, Debug)]
pub struct Sink {
    findings: Vec<Finding>,
    /// How many there were, by what they are in and the id of their code.
    counts: BTreeMap<(Owner, &'static str), usize>,
}

impl Sink {
    /// Makes an empty collection.
    pub fn new() -> Self {
        Sink::default()
    }

    /// Adds a finding, or counts it where there are [`KEPT`] of its kind already.
    pub fn push(&mut self, finding: Finding) {
        let count = self.counts.entry((finding.place.owner(), finding.code.id())).or_default();
        *count += 1;
        if *count <= KEPT {
            self.findings.push(finding);
        }
    }

    /// Adds what another collection has, with its counts.
    pub fn extend(&mut self, other: Sink) {
        let uncounted: Vec<_> = other.beyond().map(|(owner, code, count)| (owner.clone(), code, count)).collect();
        other.findings.into_iter().for_each(|finding| self.push(finding));
        for (owner, code, count) in uncounted {
            *self.counts.entry((owner, code)).or_default() += count;
        }
    }

    /// Whether more findings of this code would only be counted, so that no work need go into them.
    pub fn is_full(&self, owner: Owner, code: Code) -> bool {
        self.counts.get(&(owner, code.id())).is_some_and(|count| *count >= KEPT)
    }

    /// Findings that were counted and not kept: their owner, their code, and how many.
    pub fn beyond(&self) -> impl Iterator<Item = (&Owner, &'static str, usize)> {
        let beyond = self.counts.iter().filter(|(_, count)| **count > KEPT);
        beyond.map(|((owner, code), count)| (owner, *code, count - KEPT))
    }

    /// Returns whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == Severity::Error)
    }

    /// Returns what was found, in the order in which it was.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Returns what was found, to be marked as waived.
    pub fn findings_mut(&mut self) -> &mut [Finding] {
        &mut self.findings
    }

    /// Takes back findings that turned out to be none.
    pub fn discard(&mut self, is_none: impl Fn(&Finding) -> bool) {
        self.findings.retain(|finding| !is_none(finding));
    }

    /// Gives out what was found.
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}
