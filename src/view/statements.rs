//! How sure single statements are, and where they were seen: beside them, among the sources, and in a comparison.

use crate::language::vi::annexes::sentence;
use crate::model::instrument::Confidence;
use crate::model::statement::{ExcerptStatements, Statement, Statements};

/// A statement with its name, as it stands within a sentence.
pub(super) type NamedStatement<'s> = (&'static str, &'s Statement);

/// Returns the statements of an instrument's record.
pub(super) fn of_instrument(statements: &Statements) -> [NamedStatement<'_>; 5] {
    let Statements { number, signer, issued, from, until } = statements;
    [
        ("số, ký hiệu", number),
        ("người ký", signer),
        ("ngày ban hành", issued),
        ("ngày có hiệu lực", from),
        ("ngày hết hiệu lực", until),
    ]
}

/// Returns the statements of an excerpt's record.
pub(super) fn of_excerpt(statements: &ExcerptStatements) -> [NamedStatement<'_>; 3] {
    let ExcerptStatements { issued, from, until } = statements;
    [("ngày ban hành", issued), ("ngày có hiệu lực", from), ("ngày hết hiệu lực", until)]
}

/// A value with how sure it is, where that is not as sure as the record: `01/07/2026 (theo nguồn gián tiếp)`.
pub(super) fn beside(value: String, record: Confidence, statement: &Statement) -> String {
    marked(value, statement.own_confidence(record))
}

/// A value with how sure it is, where that is said of it alone.
pub(super) fn marked(value: String, confidence: Option<Confidence>) -> String {
    match confidence {
        Some(confidence) => format!("{value} ({})", confidence.name()),
        None => value,
    }
}

/// `Ngày có hiệu lực: Công báo số 1 + 2`
pub(super) fn sources<'s>(named: impl IntoIterator<Item = NamedStatement<'s>>) -> Vec<String> {
    let source = |(name, it): NamedStatement<'s>| Some(format!("{}: {}", sentence(name), it.source.as_ref()?));
    named.into_iter().filter_map(source).collect()
}

/// How sure the record is, and each statement that says so of itself, with where it was seen.
pub(super) fn confidences<'s>(record: Confidence, named: impl IntoIterator<Item = NamedStatement<'s>>) -> String {
    let own = named.into_iter().filter_map(|(name, it)| Some(format!("\n{name}: {}", said(it)?)));
    format!("{}{}", record.name(), own.collect::<String>())
}

/// `theo nguồn gián tiếp, Công báo số 1 + 2`
pub(super) fn said(statement: &Statement) -> Option<String> {
    let Statement { confidence, source } = statement;
    let said: Vec<&str> = confidence.map(Confidence::name).into_iter().chain(source.as_deref()).collect();
    (!said.is_empty()).then(|| said.join(", "))
}
