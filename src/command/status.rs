//! `camnang status`

use serde::Serialize;

use super::context::CommandContext;
use super::list::json;
use super::{Failure, Outcome, Status};
use crate::cli::{DataFormat, StatusArgs};
use crate::command::messages::validity;
use crate::diag::Lang;
use crate::diag::advice::nearest;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::gaps::Record;
use crate::model::ids::InstrumentId;
use crate::model::instrument::Confidence;
use crate::model::subject::Subject;
use crate::model::validity::{Validity, ValidityKind};
use crate::session;
use crate::view::{citation, status_view};

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
    let rows: Vec<ValidityRow<'_>> = records.into_iter().map(|record| row(corpus, record, as_of)).collect();
    context.out(&match args.format {
        DataFormat::Human => human(corpus, &rows, as_of, context.lang),
        DataFormat::Json => json(&rows.iter().map(ValidityRow::json).collect::<Vec<_>>())?,
    });
    Ok(Status::Fine)
}

fn find<'c>(corpus: &'c Corpus, id: &str) -> Result<Record<'c>, Failure> {
    let instrument = id.parse().ok().and_then(|id| corpus.instrument(&id)).map(Record::Instrument);
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

/// What is asked about, and the answer.
struct ValidityRow<'c> {
    record: Record<'c>,
    validity: Validity,
    /// First day no longer in force, reached or to come; and what made it so or will.
    until: Option<Date>,
    by: Option<InstrumentId>,
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
    confidence: &'static str,
}

fn row<'c>(corpus: &Corpus, record: Record<'c>, as_of: Date) -> ValidityRow<'c> {
    let (validity, own) = match record {
        Record::Instrument(instrument) => (corpus.validity(instrument, as_of), instrument.confidence),
        Record::Excerpt(excerpt) => (corpus.excerpt_validity(excerpt, as_of), excerpt.confidence),
    };
    // What made the state; where the text is still to cease, what will make it.
    let (until, by, confidence) = match (&validity.ahead, validity.kind) {
        (_, ValidityKind::Ended | ValidityKind::Suspended) | (None, _) => {
            (validity.until, validity.by.clone(), validity.confidence)
        }
        (Some(ahead), _) => (Some(ahead.on), ahead.by.clone(), ahead.confidence),
    };
    ValidityRow { record, until, by, confidence: confidence.unwrap_or(own), validity }
}

impl ValidityRow<'_> {
    fn json(&self) -> JsonRow<'_> {
        JsonRow {
            id: self.record.id(),
            status: self.validity.kind.key(),
            since: self.validity.since.map(|date| date.to_string()),
            until: self.until.map(|date| date.to_string()),
            by: self.by.as_ref().map(InstrumentId::as_str),
            confidence: self.confidence.key(),
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

fn human(corpus: &Corpus, rows: &[ValidityRow<'_>], as_of: Date, lang: Lang) -> String {
    let heads: Vec<String> = validity::columns().iter().map(|head| head.get(lang).to_owned()).collect();
    let cells = rows.iter().map(|row| row.cells(corpus, lang).to_vec());
    let table = table(std::iter::once(heads).chain(cells).collect());
    let mut text = format!("{}\n\n{table}\n", validity::as_of(as_of).get(lang));
    // The whole of it fits below one row only.
    if let [row] = rows {
        let status = status_view(corpus, &row.validity, as_of);
        text += &format!("{} {}\n", status.sign, status.text);
        text += &status.detail.map(|detail| format!("{detail}\n")).unwrap_or_default();
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
