//! `excerpts/<instrument>/<name>.md` and `guidance/<id>.md`: a header and a body.

use super::super::markdown::{self, Purpose};
use super::super::yaml::{Node, compose};
use super::instrument::{confidence, ends_by};
use super::{Context, Reader, header, values};
use crate::diag::{FileId, Sink};
use crate::model::excerpt::{Deadline, Excerpt, Guidance, Obligation, Original, Wording};
use crate::syntax::messages::{words, yaml};

pub fn read_excerpt(text: &str, file: FileId, sink: &mut Sink) -> Option<Excerpt> {
    let (yaml, body) = header(text, file, sink)?;
    let body = markdown::parse(text, body..text.len(), file, Purpose::Excerpt, sink);
    let node = compose(text, yaml, file, sink)?;
    let mut reader = Reader::new(&node, words::excerpt_record(), "", file, sink)?;
    let id = reader.required("id", values::id);
    let aliases = reader.list("aliases", values::id);
    let instrument = reader.required("instrument", values::id);
    let at = reader.required("at", |node, context| values::known(node, context, values::locator));
    let title = reader.optional("title", values::text);
    let wording = reader.required("wording", |node, context| {
        values::choice(node, context, &[Wording::Summary, Wording::Verbatim], Wording::key)
    });
    let original = reader.optional("original", original);
    let topics = reader.required("topics", |node, context| values::some_list(node, context, values::id));
    let audiences = reader.required("audiences", |node, context| values::some_list(node, context, values::id));
    let obligations = reader.list("obligations", obligation);
    let issued = reader.optional("issued", values::date);
    let from = reader.optional("in-force-from", values::day);
    let until = reader.optional("in-force-until", values::day);
    let ends_by = reader.optional("ends-by", ends_by);
    let confidence = reader.required("confidence", confidence);
    let checked_on = reader.required("checked-on", values::date);
    let sources = reader.required("sources", |node, context| values::some_list(node, context, values::text));
    let note = reader.optional("note", values::text);
    let related = reader.list("related", values::id);
    reader.finish();
    Some(Excerpt {
        id: id?,
        aliases: aliases?,
        instrument: instrument?,
        at: at?,
        title: title?,
        wording: wording?,
        original: original?,
        topics: topics?,
        audiences: audiences?,
        obligations: obligations?,
        issued: issued?,
        from: from?,
        until: until?,
        ends_by: ends_by?,
        confidence: confidence?,
        checked_on: checked_on?,
        sources: sources?,
        note: note?,
        related: related?,
        body,
    })
}

pub fn read_guidance(text: &str, file: FileId, sink: &mut Sink) -> Option<Guidance> {
    let (yaml, body) = header(text, file, sink)?;
    let body = markdown::parse(text, body..text.len(), file, Purpose::Guidance, sink);
    let node = compose(text, yaml, file, sink)?;
    let mut reader = Reader::new(&node, words::guidance_record(), "", file, sink)?;
    let id = reader.required("id", values::id);
    let title = reader.required("title", values::text);
    let checked_on = reader.required("checked-on", values::date);
    let sources = reader.list("sources", values::text);
    reader.finish();
    Some(Guidance { id: id?, title: title?, checked_on: checked_on?, sources: sources?, body })
}

fn original(node: &Node, context: &mut Context<'_>) -> Option<Original> {
    let mut reader = Reader::new(node, words::original_record(), context.key, context.file, context.sink)?;
    let file = reader.required("file", values::text);
    let sha256 = reader.required("sha256", hash);
    reader.finish();
    Some(Original { file: file?, sha256: sha256? })
}

fn hash(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let text = values::text(node, context)?.to_lowercase();
    if text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(text);
    }
    let finding = context.at(yaml::BAD_HASH, node).arg("text", text);
    context.report(finding);
    None
}

fn obligation(node: &Node, context: &mut Context<'_>) -> Option<Obligation> {
    let mut reader = Reader::new(node, words::obligation_record(), context.key, context.file, context.sink)?;
    let who = reader.required("who", values::text);
    let audiences = reader.list("audiences", values::id);
    let what = reader.required("what", values::text);
    let level = reader.required("level", values::id);
    let deadline = reader.optional("deadline", deadline);
    reader.finish();
    Some(Obligation { who: who?, audiences: audiences?, what: what?, level: level?, deadline: deadline? })
}

/// A date, or words; words that look like a date in another form are not guessed at.
fn deadline(node: &Node, context: &mut Context<'_>) -> Option<Deadline> {
    let text = values::text(node, context)?;
    let numeric = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.'));
    if numeric && text.contains(['-', '/', '.']) {
        return values::date(node, context).map(Deadline::On);
    }
    Some(Deadline::Words(text))
}
