//! `camnang timeline`

use serde::Serialize;

use super::context::CommandContext;
use super::english::quoted;
use super::list::json;
use super::status::{name, table};
use super::{Outcome, Status};
use crate::cli::{DataFormat, TimelineArgs};
use crate::command::messages::validity;
use crate::diag::Lang;
use crate::model::corpus::Corpus;
use crate::model::ids::InstrumentId;
use crate::model::time::{Event, Happening, Knowledge};
use crate::model::validity::Cause;

/// Shows what happens to records, day by day.
pub fn run(args: &TimelineArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.corpus)?;
    let events = opened.corpus.timeline(args.known_on.map_or(Knowledge::Whole, Knowledge::Of));
    context.out(&match args.format {
        DataFormat::Human => human(&opened.corpus, &events, context.lang),
        DataFormat::Json => json(&events.iter().map(|event| row(event, context.lang)).collect::<Vec<_>>())?,
    });
    Ok(Status::Fine)
}

#[derive(Serialize)]
struct EventRow<'e> {
    date: String,
    id: &'e str,
    event: &'static str,
    cause: Option<&'static str>,
    by: Option<&'e str>,
    /// The provision of `by` that says so.
    at: Option<String>,
    confidence: &'static str,
    /// Why it is unknown from this day on.
    reason: Option<&'e str>,
    /// For what, where it happens for some only; of a part, which; of a transition, what goes on no longer.
    scope: Option<&'e str>,
}

fn row<'e>(event: &'e Event<'_>, lang: Lang) -> EventRow<'e> {
    EventRow {
        date: event.on.to_string(),
        id: event.record.id(),
        event: event.what.key(),
        cause: event.cause.map(Cause::key),
        by: event.by.as_ref().map(InstrumentId::as_str),
        at: event.at.as_ref().map(ToString::to_string),
        confidence: event.confidence.key(),
        reason: event.reason.as_ref().map(|words| words.get(lang)),
        scope: event.scope.as_deref(),
    }
}

fn human(corpus: &Corpus, events: &[Event<'_>], lang: Lang) -> String {
    let cells = events.iter().map(|event| {
        let by = event.by.as_ref().and_then(|id| corpus.instrument(id)).map(|by| {
            let at = event.at.as_ref().map(ToString::to_string);
            validity::by(&by.citation(), at.as_deref()).get(lang).to_owned()
        });
        vec![
            validity::day(event.on, lang),
            name(corpus, event.record),
            happening(event, lang),
            event.confidence.key().to_owned(),
            by.unwrap_or_default(),
        ]
    });
    table(cells.collect())
}

fn happening(event: &Event<'_>, lang: Lang) -> String {
    let words = match event.what {
        Happening::Superseded => validity::superseded(event.cause),
        what => validity::happening(what),
    };
    let scope = event.scope.as_ref().map(|scope| format!(": {}", scope_words(event, scope, lang))).unwrap_or_default();
    format!("{}{scope}", words.get(lang))
}

/// What an editor wrote is quoted in an English run; the names of provisions are not.
fn scope_words(event: &Event<'_>, scope: &str, lang: Lang) -> String {
    match (event.what, lang) {
        (Happening::ForSome(_) | Happening::TransitionEnds, Lang::En) => quoted(scope),
        _ => scope.to_owned(),
    }
}
