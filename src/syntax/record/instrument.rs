//! `instruments/<id>.yaml`

use super::super::yaml::Node;
use super::{Context, Reader, values};
use crate::diag::advice::{self, nearest};
use crate::diag::{FileId, Sink};
use crate::model::instrument::{Confidence, EndsBy, Instrument, Relation, RelationKind, RelationTarget, Transition};
use crate::model::known::Term;
use crate::model::number::InstrumentType;
use crate::syntax::messages::{words, yaml};

pub fn read_instrument(node: &Node, file: FileId, sink: &mut Sink) -> Option<Instrument> {
    let mut reader = Reader::new(node, words::instrument_record(), "", file, sink)?;
    let id = reader.required("id", values::id);
    let aliases = reader.list("aliases", values::id);
    let number = reader.required("number", |node, context| values::known(node, context, values::number));
    let kind = reader.required("type", instrument_type);
    let title = reader.required("title", values::text);
    let issuer = reader.required("issuer", values::text);
    let signer = reader.required("signer", |node, context| values::known(node, context, values::text));
    let issued = reader.required("issued", values::day);
    let from = reader.required("in-force-from", values::day);
    let until = reader.required("in-force-until", values::end);
    let ends_by = reader.optional("ends-by", ends_by);
    let names = reader.list("names", values::text);
    let relations = reader.list("relations", relation);
    let confidence = reader.required("confidence", confidence);
    let checked_on = reader.required("checked-on", values::date);
    let sources = reader.required("sources", |node, context| values::some_list(node, context, values::text));
    let notes = reader.optional("notes", values::text);
    reader.finish();
    Some(Instrument {
        id: id?,
        aliases: aliases?,
        number: number?,
        kind: kind?,
        title: title?,
        issuer: issuer?,
        signer: signer?,
        issued: issued?,
        term: Term { from: from?, until: until? },
        ends_by: ends_by?,
        names: names?,
        relations: relations?,
        confidence: confidence?,
        checked_on: checked_on?,
        sources: sources?,
        notes: notes?,
    })
}

pub(super) fn confidence(node: &Node, context: &mut Context<'_>) -> Option<Confidence> {
    values::choice(node, context, &Confidence::ALL, Confidence::key)
}

pub(super) fn ends_by(node: &Node, context: &mut Context<'_>) -> Option<EndsBy> {
    values::choice(node, context, &EndsBy::ALL, EndsBy::key)
}

fn instrument_type(node: &Node, context: &mut Context<'_>) -> Option<InstrumentType> {
    let text = values::text(node, context)?;
    let found = InstrumentType::from_name(&text);
    if found.is_none() {
        let all: Vec<&str> = InstrumentType::all().map(InstrumentType::name).collect();
        let lower: Vec<String> = all.iter().map(|name| name.to_lowercase()).collect();
        let near = nearest(&text, lower.iter().map(String::as_str));
        let near = near.and_then(|near| all.iter().copied().find(|name| name.to_lowercase() == near));
        let finding = context.at(yaml::NOT_IN_LIST, node).arg("text", text);
        context.report(finding.arg("advice", advice::choose(near, &all)));
    }
    found
}

fn relation(node: &Node, context: &mut Context<'_>) -> Option<Relation> {
    let mut reader = Reader::new(node, words::relation_record(), context.key, context.file, context.sink)?;
    let kind =
        reader.required("type", |node, context| values::choice(node, context, &RelationKind::ALL, RelationKind::key));
    // One of the two: an instrument with a record, or the number of one without.
    let external = reader.optional("number", values::number);
    let target = match &external {
        Some(None) => reader.required("instrument", values::id).map(RelationTarget::Instrument),
        Some(Some(number)) => Some(RelationTarget::External(number.clone())),
        None => None,
    };
    let at = reader.optional("at", values::locator);
    let on = reader.optional("on", values::date);
    let units = reader.list("units", values::locator);
    let until = reader.optional("until", values::end);
    let transition = reader.optional("transition", transition);
    let confidence = reader.optional("confidence", confidence);
    let note = reader.optional("note", values::text);
    reader.finish();
    Some(Relation {
        kind: kind?,
        target: target?,
        at: at?,
        on: on?,
        units: units?,
        until: until?.flatten(),
        transition: transition?,
        confidence: confidence?,
        note: note?,
    })
}

fn transition(node: &Node, context: &mut Context<'_>) -> Option<Transition> {
    let mut reader = Reader::new(node, words::transition_record(), context.key, context.file, context.sink)?;
    let at = reader.optional("at", values::locator);
    let note = reader.required("note", values::text);
    reader.finish();
    Some(Transition { at: at?, note: note? })
}
