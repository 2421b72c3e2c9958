//! `editions/<id>.yaml`

use super::super::yaml::Node;
use super::{Context, Reader, values};
use crate::diag::{FileId, Sink};
use crate::model::edition::{Annex, AnnexKind, Chapter, Edition, Issuer, Order, Part, ReferencePolicy, Selection};
use crate::model::validity::ValidityKind;
use crate::syntax::messages::words;

pub fn read_edition(node: &Node, file: FileId, sink: &mut Sink) -> Option<Edition> {
    let mut reader = Reader::new(node, words::edition_record(), "", file, sink)?;
    let id = reader.required("id", values::id);
    let title = reader.required("title", values::text);
    let subtitle = reader.optional("subtitle", values::text);
    let label = reader.optional("label", values::text);
    let issuer = reader.optional("issuer", issuer);
    let description = reader.required("description", values::text);
    let keywords = reader.list("keywords", values::text);
    let as_of = reader.required("as-of", values::date);
    let previous = reader.optional("previous", values::id);
    let references = reader.optional("references", policy);
    let front = reader.list("front", values::id);
    let parts = reader.required("parts", |node, context| values::some_list(node, context, part));
    let annexes = reader.list("annexes", annex);
    reader.finish();
    Some(Edition {
        id: id?,
        title: title?,
        subtitle: subtitle?,
        label: label?,
        issuer: issuer?,
        description: description?,
        keywords: keywords?,
        as_of: as_of?,
        previous: previous?,
        references: references?.unwrap_or(ReferencePolicy::Plain),
        front: front?,
        parts: parts?,
        annexes: annexes?,
    })
}

pub(super) fn issuer(node: &Node, context: &mut Context<'_>) -> Option<Issuer> {
    let mut reader = Reader::new(node, words::issuer_record(), context.key, context.file, context.sink)?;
    let parent = reader.optional("parent", values::text);
    let name = reader.required("name", values::text);
    let place = reader.optional("place", values::text);
    reader.finish();
    Some(Issuer { parent: parent?, name: name?, place: place? })
}

fn policy(node: &Node, context: &mut Context<'_>) -> Option<ReferencePolicy> {
    let all = [ReferencePolicy::Plain, ReferencePolicy::Include, ReferencePolicy::Fail];
    values::choice(node, context, &all, |policy| match policy {
        ReferencePolicy::Plain => "plain",
        ReferencePolicy::Include => "include",
        ReferencePolicy::Fail => "fail",
    })
}

fn part(node: &Node, context: &mut Context<'_>) -> Option<Part> {
    let mut reader = Reader::new(node, words::part_record(), context.key, context.file, context.sink)?;
    let title = reader.required("title", values::text);
    let intro = reader.optional("intro", values::id);
    let chapters = reader.required("chapters", |node, context| values::some_list(node, context, chapter));
    reader.finish();
    Some(Part { title: title?, intro: intro?, chapters: chapters? })
}

fn chapter(node: &Node, context: &mut Context<'_>) -> Option<Chapter> {
    let mut reader = Reader::new(node, words::chapter_record(), context.key, context.file, context.sink)?;
    let id = reader.required("id", values::id);
    let title = reader.required("title", values::text);
    let intro = reader.optional("intro", values::id);
    let select = reader.optional("select", selection);
    let order = reader.optional("order", |node, context| {
        values::choice(node, context, &[Order::Law, Order::Listed], |order| match order {
            Order::Law => "law",
            Order::Listed => "listed",
        })
    });
    reader.finish();
    Some(Chapter {
        id: id?,
        title: title?,
        intro: intro?,
        select: select?.unwrap_or_default(),
        order: order?.unwrap_or_default(),
    })
}

fn selection(node: &Node, context: &mut Context<'_>) -> Option<Selection> {
    let mut reader = Reader::new(node, words::select_record(), context.key, context.file, context.sink)?;
    let topics = reader.list("topics", values::id);
    let audiences = reader.list("audiences", values::id);
    let instruments = reader.list("instruments", values::id);
    let validity =
        reader.list("validity", |node, context| values::choice(node, context, &ValidityKind::ALL, ValidityKind::key));
    let include = reader.list("include", values::id);
    let exclude = reader.list("exclude", values::id);
    reader.finish();
    Some(Selection {
        topics: topics?,
        audiences: audiences?,
        instruments: instruments?,
        validity: validity?,
        include: include?,
        exclude: exclude?,
    })
}

fn annex(node: &Node, context: &mut Context<'_>) -> Option<Annex> {
    let mut reader = Reader::new(node, words::annex_record(), context.key, context.file, context.sink)?;
    let kind = reader.required("kind", |node, context| values::choice(node, context, &AnnexKind::ALL, AnnexKind::key));
    let title = reader.required("title", values::text);
    // An annex of guidance is nothing without it.
    let intro = match kind {
        Some(AnnexKind::Guidance) => reader.required("intro", values::id).map(Some),
        Some(_) | None => reader.optional("intro", values::id),
    };
    // Only a timeline chooses instruments, and only a form asks somebody; elsewhere the keys are unknown.
    let instruments = match kind {
        Some(AnnexKind::Timeline) => reader.list("instruments", values::id),
        Some(_) | None => Some(Vec::new()),
    };
    let audiences = match kind {
        Some(AnnexKind::ReportForm) => reader.list("audiences", values::id),
        Some(_) | None => Some(Vec::new()),
    };
    reader.finish();
    Some(Annex { kind: kind?, title: title?, intro: intro?, instruments: instruments?, audiences: audiences? })
}
