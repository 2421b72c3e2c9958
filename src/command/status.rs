//! `camnang status`

use serde::Serialize;

use super::context::CommandContext;
use super::duties;
use super::english::status_words;
use super::list::json;
use super::{Failure, Outcome, Status};
use crate::cli::{DataFormat, StatusArgs};
use crate::command::messages::validity;
use crate::diag::advice::nearest;
use crate::diag::{Bilingual, Lang};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::gaps::Record;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Confidence, RelationKind};
use crate::model::provision::Locator;
use crate::model::subject::Subject;
use crate::model::time::{Knowledge, ValidityQuery, clause_on};
use crate::model::validity::{Cause, EndedPart, ScopeState, Validity, ValidityKind};
use crate::session;
use crate::view::citation;

/// Shows the state of records on a day, and the act that made it.
pub fn run(args: &StatusArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.corpus)?;
    let corpus = &opened.corpus;
    let latest = corpus.editions().map(|edition| edition.as_of).max();
    let as_of = args.as_of.ok_or_else(|| Failure(validity::no_day(latest)))?;
    let records = match &args.id {
        Some(id) => vec![find(corpus, id)?],
        None => {
            let excerpts = corpus.excerpts().filter(|_| args.excerpts).map(Record::Excerpt);
            corpus.instruments().map(Record::Instrument).chain(excerpts).collect()
        }
    };
    let query = ValidityQuery { on: as_of, knowledge: args.known_on.map_or(Knowledge::Whole, Knowledge::Of) };
    let rows: Vec<ValidityRow<'_>> = records.into_iter().map(|record| row(corpus, record, query)).collect();
    context.out(&match args.format {
        DataFormat::Human => human(corpus, &rows, query, context.lang),
        DataFormat::Json => json(&rows.iter().map(|row| row.json(context.lang)).collect::<Vec<_>>())?,
    });
    Ok(Status::Fine)
}

fn find<'c>(corpus: &'c Corpus, id: &str) -> Result<Record<'c>, Failure> {
    let instrument = id.parse().ok().and_then(|id| corpus.instrument(&id)).filter(|it| it.has_record);
    let instrument = instrument.map(Record::Instrument);
    let excerpt = || id.parse().ok().and_then(|id| corpus.excerpt(&id)).map(Record::Excerpt);
    instrument.or_else(excerpt).ok_or_else(|| {
        let unread = |subject: Option<Subject>| subject.is_some_and(|subject| corpus.unread().contains(&subject));
        if unread(id.parse().ok().map(Subject::Instrument)) || unread(id.parse().ok().map(Subject::Excerpt)) {
            return Failure(session::unread(id));
        }
        let all = corpus.instruments().map(|it| it.id.as_str()).chain(corpus.excerpts().map(|it| it.id.as_str()));
        Failure(validity::no_record(id, nearest(id, all)))
    })
}

/// A text that the user asked about, and its validity.
struct ValidityRow<'c> {
    record: Record<'c>,
    validity: Validity,
    /// First day no longer in force, reached or to come; and what made it so or will.
    until: Option<Date>,
    by: Option<InstrumentId>,
    /// The provision that says so.
    at: Option<Locator>,
    cause: Option<Cause>,
    /// Whether what made it so is still to come.
    coming: bool,
    confidence: Confidence,
}

/// What other programs read.
#[derive(Serialize)]
struct JsonRow<'r> {
    id: &'r str,
    status: &'static str,
    since: Option<String>,
    until: Option<String>,
    by: Option<&'r str>,
    /// The provision of `by`, or without it of the record or in `kept_by`, that decides.
    at: Option<String>,
    cause: Option<&'static str>,
    confidence: &'static str,
    /// Why it is unknown, and what would settle it.
    reason: Option<&'r str>,
    settled_by: Option<&'r str>,
    scopes: Vec<ScopeRow<'r>>,
    /// Of what has ended in part.
    parts: Vec<PartRow<'r>>,
    /// Of a provision whose instrument has ended: the provision that keeps it.
    kept_by: Option<String>,
}

/// A part or group for which a text is in force on other days.
#[derive(Serialize)]
struct ScopeRow<'r> {
    scope: &'r str,
    audiences: Vec<&'r str>,
    status: &'static str,
    since: Option<String>,
    until: Option<String>,
    reason: Option<&'r str>,
    settled_by: Option<&'r str>,
}

/// A part that has ended.
#[derive(Serialize)]
struct PartRow<'r> {
    /// Empty where nobody says which.
    units: Vec<String>,
    since: Option<String>,
    by: &'r str,
    at: Option<String>,
    cause: Option<&'static str>,
}

fn row<'c>(corpus: &Corpus, record: Record<'c>, query: ValidityQuery) -> ValidityRow<'c> {
    let (validity, own) = match record {
        Record::Instrument(instrument) => (corpus.validity(instrument, query), instrument.confidence),
        Record::Excerpt(excerpt) => (corpus.excerpt_validity(excerpt, query), excerpt.confidence),
    };
    // The act that made the state; where the text is still to cease, the act that will.
    let over = validity.kind.is_over() || validity.kind == ValidityKind::Suspended;
    let settled = over || validity.by.is_some() || validity.rule.is_some();
    let ahead = validity.ahead.as_ref().filter(|_| !settled);
    let (until, by, at, cause, confidence) = match ahead {
        None => (validity.until, validity.by.clone(), validity.at.clone(), validity.cause, validity.confidence),
        Some(ahead) => {
            // An annulled text has no day on which it ends.
            let on = Some(ahead.on).filter(|_| ahead.cause != Some(Cause::Annulled));
            (on, ahead.by.clone(), ahead.at.clone(), ahead.cause, ahead.confidence)
        }
    };
    let kept = || validity.kept.as_ref().and_then(|kept| kept.clause.at.clone());
    let at = if by.is_some() { at } else { kept().or_else(|| own_clause(corpus, record, validity.kind)) };
    // No surer than the least sure day that the row shows.
    let day_ahead = ahead.and_then(|ahead| ahead.day_confidence);
    let days = [validity.since_confidence, validity.until_confidence, day_ahead];
    let confidence = days.into_iter().flatten().fold(confidence.unwrap_or(own), Confidence::max);
    let coming = !settled && validity.ahead.is_some() && by.is_some();
    ValidityRow { record, until, by, at, cause, coming, confidence, validity }
}

/// The provision of the instrument itself that says from when it is in force. It decides no other state.
fn own_clause(corpus: &Corpus, record: Record<'_>, kind: ValidityKind) -> Option<Locator> {
    if !matches!(kind, ValidityKind::InForce | ValidityKind::NotCommenced) {
        return None;
    }
    match record {
        Record::Instrument(instrument) => instrument.in_force_at.clone(),
        Record::Excerpt(excerpt) => {
            let whole = || corpus.instrument(&excerpt.instrument)?.in_force_at.clone();
            excerpt.in_force_at.clone().or_else(whole)
        }
    }
}

/// Which clause decides, and what would settle what is unknown.
fn deciding(corpus: &Corpus, row: &ValidityRow<'_>, lang: Lang) -> String {
    let line = |words: Bilingual| format!("{}\n", words.get(lang));
    let clause = clause(corpus, row).map(|clause| match row.coming {
        true => line(validity::coming_clause(&clause, row.cause)),
        false => line(validity::clause(&clause)),
    });
    let of_scopes = row.validity.scopes.iter().map(|scope| &scope.settled_by);
    let settled_by = std::iter::once(&row.validity.settled_by).chain(of_scopes).flatten();
    let settled_by = settled_by.map(|words| line(validity::settled_by(words)));
    clause.into_iter().chain(settled_by).collect()
}

/// `khoản 2 Điều 60 Nghị định số 2/2019/NĐ-CP`
fn clause(corpus: &Corpus, row: &ValidityRow<'_>) -> Option<Bilingual> {
    let instrument = match row.record {
        Record::Instrument(instrument) => instrument,
        Record::Excerpt(excerpt) => corpus.instrument(&excerpt.instrument)?,
    };
    if row.validity.cause == Some(Cause::ParentEnded) {
        let details = instrument.relations.iter().any(|it| it.kind == RelationKind::Guides);
        let by_law = || row.validity.until.filter(|_| details).and_then(clause_on);
        return instrument.ends_at.as_ref().map(|clause| Bilingual::same(clause.citation())).or_else(by_law);
    }
    if let Some(rule) = &row.validity.rule {
        return Some(rule.clone());
    }
    // What will end it all the same is named by that act.
    if let Some(kept) = row.validity.kept.as_ref().filter(|_| row.by.is_none()) {
        return Some(Bilingual::same(kept.clause.citation()));
    }
    if row.validity.kind == ValidityKind::PartlyEnded && !row.coming {
        return of_parts(corpus, &row.validity.parts).map(Bilingual::same);
    }
    // An unverified record is not named.
    let verified = row.confidence != Confidence::Unverified;
    let by = row.by.as_ref().map_or(Some(instrument), |id| corpus.instrument(id)).filter(|_| verified)?;
    let at = row.at.as_ref()?;
    Some(Bilingual::same(format!("{at} {}", by.citation())))
}

/// The clauses that end the parts, each once.
fn of_parts(corpus: &Corpus, parts: &[EndedPart]) -> Option<String> {
    let mut clauses: Vec<String> = Vec::new();
    for part in parts {
        let (Some(at), Some(by)) = (&part.at, corpus.instrument(&part.by)) else { continue };
        let clause = format!("{at} {}", by.citation());
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
    }
    (!clauses.is_empty()).then(|| clauses.join("; "))
}

fn part_row(part: &EndedPart) -> PartRow<'_> {
    // The day and the act have the confidence of the row; the verb is in the words for readers.
    let EndedPart { units, since, since_confidence: _, by, cause, verb: _, at, confidence: _ } = part;
    PartRow {
        units: units.iter().map(ToString::to_string).collect(),
        since: since.map(|date| date.to_string()),
        by: by.as_str(),
        at: at.as_ref().map(ToString::to_string),
        cause: cause.map(Cause::key),
    }
}

fn scope_row(scope: &ScopeState, lang: Lang) -> ScopeRow<'_> {
    // The provision that says so is in the words for readers.
    let ScopeState { words, audiences, at: _, clause: _, kind, since, until, reason, settled_by } = scope;
    ScopeRow {
        scope: words,
        audiences: audiences.iter().map(|id| id.as_str()).collect(),
        status: kind.key(),
        since: since.map(|date| date.to_string()),
        until: until.map(|date| date.to_string()),
        reason: reason.as_ref().map(|words| words.get(lang)),
        settled_by: settled_by.as_ref().map(|words| words.get(lang)),
    }
}

impl ValidityRow<'_> {
    fn json(&self, lang: Lang) -> JsonRow<'_> {
        JsonRow {
            id: self.record.id(),
            status: self.validity.kind.key(),
            since: self.validity.since.map(|date| date.to_string()),
            until: self.until.map(|date| date.to_string()),
            by: self.by.as_ref().map(InstrumentId::as_str),
            at: self.at.as_ref().map(ToString::to_string),
            cause: self.cause.map(Cause::key),
            confidence: self.confidence.key(),
            reason: self.validity.reason.as_ref().map(|words| words.get(lang)),
            settled_by: self.validity.settled_by.as_ref().map(|words| words.get(lang)),
            scopes: self.validity.scopes.iter().map(|scope| scope_row(scope, lang)).collect(),
            parts: self.validity.parts.iter().map(part_row).collect(),
            kept_by: self.validity.kept.as_ref().map(|kept| kept.clause.citation()),
        }
    }

    fn cells(&self, corpus: &Corpus, lang: Lang) -> [String; 6] {
        let day = |date: Option<Date>| date.map_or_else(|| "–".to_owned(), |date| validity::day(date, lang));
        let by = self.by.as_ref().and_then(|id| corpus.instrument(id)).map(|it| it.citation());
        [
            name(corpus, self.record),
            format!("{} {}", self.validity.kind.sign(), validity::state(self.validity.kind).get(lang)),
            day(self.validity.since),
            day(self.until),
            by.unwrap_or_else(|| "–".to_owned()),
            self.confidence.key().to_owned(),
        ]
    }
}

pub(super) fn name(corpus: &Corpus, record: Record<'_>) -> String {
    match record {
        Record::Instrument(instrument) => instrument.citation(),
        Record::Excerpt(excerpt) => citation(corpus, excerpt),
    }
}

fn human(corpus: &Corpus, rows: &[ValidityRow<'_>], query: ValidityQuery, lang: Lang) -> String {
    let heads: Vec<String> = validity::columns().iter().map(|head| head.get(lang).to_owned()).collect();
    let cells = rows.iter().map(|row| row.cells(corpus, lang).to_vec());
    let table = table(std::iter::once(heads).chain(cells).collect());
    let mut text = format!("{}\n\n{table}\n", validity::as_of(query).get(lang));
    // The whole of it fits below one row only.
    if let [row] = rows {
        let status = status_words(corpus, &row.validity, query, lang);
        text += &format!("{} {}\n", row.validity.kind.sign(), status.text);
        text += &status.detail.map(|detail| format!("{detail}\n")).unwrap_or_default();
        text += &deciding(corpus, row, lang);
        if let Record::Excerpt(excerpt) = row.record {
            text += &duties::of_excerpt(corpus, excerpt, query);
        }
        text.push('\n');
    }
    text + validity::half_open().get(lang) + "\n"
}

/// Columns as wide as their widest cell, the last one ragged.
pub(super) fn table(rows: Vec<Vec<String>>) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        format!("{}\n", cells.join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
