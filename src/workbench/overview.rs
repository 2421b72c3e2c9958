//! The first page: what waits for the editor.

use std::collections::BTreeMap;

use axum::response::Response;
use serde::Serialize;

use super::Workbench;
use super::address::RecordAddress;
use super::page_request::PageRequest;
use super::pages::PageFault;
use super::records::{self, RecordRow};
use super::words::words;
use crate::diag::Severity;
use crate::report::Reported;

/// The most records that are shown.
const MOST: usize = 200;

#[derive(Serialize)]
struct Overview {
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Records with a form that was not saved.
    unsaved: Vec<RecordRow>,
    records: Vec<Waiting>,
    /// Findings that are of no record.
    others: Vec<WaitingFinding>,
}

/// A record with what is found in it.
#[derive(Serialize)]
struct Waiting {
    record: RecordRow,
    findings: Vec<WaitingFinding>,
}

/// A finding, in the words of `camnang check`.
#[derive(Clone, Serialize)]
pub struct WaitingFinding {
    pub code: &'static str,
    pub severity: &'static str,
    pub message: String,
    pub help: String,
}

impl WaitingFinding {
    /// Takes the words of a finding.
    pub fn of(finding: &Reported) -> Self {
        let Reported { code, severity, message, help, .. } = finding;
        WaitingFinding { code, severity, message: message.clone(), help: help.clone() }
    }
}

/// Shows what waits for the editor.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let findings = workbench.live_corpus.findings(page_request.lang)?;
    let opened = workbench.live_corpus.opened()?;
    let standing: Vec<&Reported> = findings.iter().filter(|finding| finding.waived.is_none()).collect();
    let mut of_records: BTreeMap<RecordAddress, Vec<&Reported>> = BTreeMap::new();
    let mut others = Vec::new();
    for finding in &standing {
        match RecordAddress::of_path(workbench.live_corpus.path_of(&finding.file)) {
            Some(address) => of_records.entry(address).or_default().push(finding),
            None => others.push(WaitingFinding::of(finding)),
        }
    }
    let mut records: Vec<(RecordAddress, Vec<&Reported>)> = of_records.into_iter().collect();
    records.sort_by_key(|(_, findings)| findings.iter().map(|it| gravity(it)).min());
    let waiting = |(address, findings): (RecordAddress, Vec<&Reported>)| Waiting {
        record: records::row(&opened.corpus, &address, page_request.lang),
        findings: findings.into_iter().map(WaitingFinding::of).collect(),
    };
    let count = |severity: Severity| standing.iter().filter(|it| it.severity == severity.key()).count();
    let unsaved = workbench.drafts.addresses();
    let unsaved =
        records::rows(&opened, page_request.lang).into_iter().filter(|row| unsaved.contains(&row.address)).collect();
    let page = Overview {
        unsaved,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        notes: count(Severity::Note),
        records: records.into_iter().take(MOST).map(waiting).collect(),
        others,
    };
    workbench.page(
        page_request,
        "overview.html",
        words(page_request.lang).get("waiting").copied().unwrap_or_default(),
        &page,
    )
}

/// Lower for what is graver.
fn gravity(finding: &Reported) -> u8 {
    match finding.severity {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    }
}
