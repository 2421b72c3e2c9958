//! Pages for programs that read pages: what each one is about as JSON-LD, in the words of schema.org, whose terms for
//! legislation are those of ELI.
//!
//! What is not known is left out, and so is what schema.org has no word for. It has none for doubt: an unknown state has no
//! `legislationLegalForce`, and a relation that others only tell of is not stated.

use serde_json::{Map, Value, json};

use super::pages::Page;
use super::{Offers, Site, places};
use crate::view::{
    ActFacts, EditionView, ExcerptView, InstrumentPageView, InstrumentView, IssuerView, StatusView, TermFacts,
};

/// The data block of a page, as text that may stand within `<script>`; nothing for pages that are only lists.
pub(super) fn data(site: &Site, page: &Page, root: &str) -> Option<String> {
    let on = Writer { site, root };
    let data = match page {
        Page::Index => on.booklet(),
        Page::Excerpt { excerpt, .. } => on.excerpt(excerpt),
        Page::Instrument(row, page) => on.instrument(row, page),
        _ => return None,
    };
    Some(within_script(&data.to_string()))
}

/// `<` would begin an end tag or a comment of HTML; as an escape of JSON it says the same.
fn within_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

struct Writer<'a> {
    site: &'a Site<'a>,
    root: &'a str,
}

impl Writer<'_> {
    fn booklet(&self) -> Value {
        let view = self.site.view;
        let EditionView { title, subtitle, label, description, keywords, issuer, as_of, .. } = &view.edition;
        let mut node = self.node("Book", places::INDEX, title);
        put(&mut node, "alternativeHeadline", subtitle.as_deref());
        put(&mut node, "bookEdition", label.as_deref());
        put(&mut node, "description", Some(description.as_str()));
        put_list(&mut node, "keywords", keywords.iter().map(|word| json!(word)));
        put(&mut node, "inLanguage", Some(view.language.as_str()));
        put(&mut node, "temporalCoverage", Some(as_of.iso.as_str()));
        node.insert("publisher".to_owned(), publisher(issuer));
        let Offers { pdf, single, zip } = &self.site.offers;
        let kinds = [(pdf, "application/pdf"), (single, "text/html"), (zip, "application/zip")];
        let files = kinds.into_iter().filter_map(|(offer, kind)| Some((offer.as_ref()?, kind)));
        let encodings = files.map(|(offer, kind)| {
            json!({
                "@type": "MediaObject",
                "contentUrl": self.id(&offer.path),
                "encodingFormat": kind,
                "contentSize": format!("{} B", offer.bytes),
                "sha256": offer.sha256,
            })
        });
        put_list(&mut node, "encoding", encodings);
        self.whole(node)
    }

    fn excerpt(&self, excerpt: &ExcerptView) -> Value {
        let references = (excerpt.number as usize).checked_sub(1).and_then(|at| self.site.view.web.excerpts.get(at));
        let mut node = self.legislation(&places::permalink(&excerpt.id), &excerpt.citation);
        put(&mut node, "headline", excerpt.title.as_deref());
        put(&mut node, "legislationIdentifier", Some(excerpt.citation.as_str()));
        self.validity(&mut node, &excerpt.status, references.map(|it| &it.term));
        put_list(&mut node, "keywords", excerpt.topics.iter().map(|topic| json!(topic.name)));
        let audience = |name: &str| json!({"@type": "Audience", "audienceType": name});
        put_list(&mut node, "audience", excerpt.audiences.iter().map(|it| audience(&it.name)));
        let instrument = self.site.view.instruments.iter().position(|row| row.id == excerpt.instrument_id);
        let pages = &self.site.view.web.instruments;
        if let Some((row, page)) = instrument.and_then(|at| self.site.view.instruments.get(at).zip(pages.get(at))) {
            let mut whole = self.legislation(&places::instrument_page(&row.id), &row.citation);
            put(&mut whole, "legislationIdentifier", page.facts.number.as_deref());
            put(&mut whole, "legislationType", Some(page.kind.as_str()));
            node.insert("isPartOf".to_owned(), Value::Object(whole));
        }
        let cited = references.map_or(&[][..], |it| &it.cites);
        let cited = cited.iter().filter_map(|number| self.site.by_number.get((*number as usize).checked_sub(1)?));
        let cited = cited.map(|(_, it)| Value::Object(self.legislation(&places::permalink(&it.id), &it.citation)));
        put_list(&mut node, "citation", cited);
        self.whole(node)
    }

    fn instrument(&self, row: &InstrumentView, page: &InstrumentPageView) -> Value {
        let own = places::instrument_page(&row.id);
        let facts = &page.facts;
        let mut node = self.legislation(&own, &row.citation);
        put(&mut node, "headline", row.title.as_deref());
        put(&mut node, "legislationIdentifier", facts.number.as_deref());
        put(&mut node, "legislationType", Some(page.kind.as_str()));
        put(&mut node, "legislationDate", facts.issued.as_deref());
        node.insert("legislationPassedBy".to_owned(), organization(&row.issuer));
        self.validity(&mut node, &row.status, Some(&facts.term));
        for property in PROPERTIES {
            let acts = facts.acts.iter().filter(|act| !act.passive && self::property(act) == Some(property));
            put_list(&mut node, property, acts.map(|act| Value::Object(self.other(act))));
        }
        let parts = row.excerpts.iter();
        let parts = parts.map(|it| Value::Object(self.legislation(&places::permalink(&it.id), &it.citation)));
        put_list(&mut node, "hasPart", parts);
        // schema.org has no words for what is done to a text: the other ones say what they do.
        let acting = facts.acts.iter().filter(|act| act.passive).filter_map(|act| {
            let mut other = self.other(act);
            other.insert(property(act)?.to_owned(), json!({"@id": self.id(&own)}));
            Some(Value::Object(other))
        });
        let graph: Vec<Value> = std::iter::once(Value::Object(node)).chain(acting).collect();
        json!({"@context": CONTEXT, "@graph": graph})
    }

    fn other(&self, act: &ActFacts) -> Map<String, Value> {
        match &act.instrument {
            Some(id) => self.legislation(&places::instrument_page(id), &act.citation),
            None => typed("Legislation", &act.citation),
        }
    }

    /// What is law on the edition's day, and since when.
    fn validity(&self, node: &mut Map<String, Value>, status: &StatusView, term: Option<&TermFacts>) {
        put(node, "legislationLegalForce", legal_force(&status.key));
        put(node, "legislationDateVersion", Some(self.site.view.edition.as_of.iso.as_str()));
        let period = term.and_then(|term| match (status.key.as_str(), &term.since, &term.last) {
            ("in-force" | "partly-ended", Some(since), _) => Some(format!("{since}/..")),
            ("ended", Some(since), Some(last)) => Some(format!("{since}/{last}")),
            _ => None,
        });
        put(node, "temporalCoverage", period.as_deref());
        put(node, "inLanguage", Some(self.site.view.language.as_str()));
    }

    fn legislation(&self, path: &str, name: &str) -> Map<String, Value> {
        self.node("Legislation", path, name)
    }

    fn node(&self, kind: &str, path: &str, name: &str) -> Map<String, Value> {
        let mut node = typed(kind, name);
        node.insert("@id".to_owned(), json!(self.id(path)));
        node
    }

    /// Where the site is published; else from the page on.
    fn id(&self, path: &str) -> String {
        self.site.address(path).unwrap_or_else(|| format!("{}{path}", self.root))
    }

    fn whole(&self, node: Map<String, Value>) -> Value {
        let context = std::iter::once(("@context".to_owned(), json!(CONTEXT)));
        Value::Object(context.chain(node).collect())
    }
}

const CONTEXT: &str = "https://schema.org";

fn typed(kind: &str, name: &str) -> Map<String, Value> {
    Map::from_iter([("@type".to_owned(), json!(kind)), ("name".to_owned(), json!(name))])
}

fn organization(name: &str) -> Value {
    Value::Object(typed("Organization", name))
}

fn publisher(issuer: &IssuerView) -> Value {
    let mut node = typed("Organization", &issuer.name);
    if let Some(parent) = &issuer.parent {
        node.insert("parentOrganization".to_owned(), organization(parent));
    }
    Value::Object(node)
}

fn put(node: &mut Map<String, Value>, property: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        node.insert(property.to_owned(), json!(value));
    }
}

fn put_list(node: &mut Map<String, Value>, property: &str, values: impl Iterator<Item = Value>) {
    let values: Vec<Value> = values.collect();
    if !values.is_empty() {
        node.insert(property.to_owned(), Value::Array(values));
    }
}

/// Nothing for a state that is not known.
fn legal_force(status: &str) -> Option<&'static str> {
    match status {
        "in-force" => Some("https://schema.org/InForce"),
        "partly-ended" => Some("https://schema.org/PartiallyInForce"),
        "ended" | "not-commenced" | "suspended" => Some("https://schema.org/NotInForce"),
        _ => None,
    }
}

const PROPERTIES: [&str; 6] = [
    "legislationRepeals",
    "legislationAmends",
    "legislationChanges",
    "legislationConsolidates",
    "isBasedOn",
    "citation",
];

/// What schema.org calls it. A replacement is a change by its own definition; to guide, to suspend, to issue and to follow
/// have no word.
fn property(act: &ActFacts) -> Option<&'static str> {
    match act.kind.as_str() {
        _ if !act.seen => None,
        "repeals" => Some("legislationRepeals"),
        "amends" => Some("legislationAmends"),
        "replaces" | "partly-replaces" | "partly-repeals" => Some("legislationChanges"),
        "consolidates" => Some("legislationConsolidates"),
        "based-on" => Some("isBasedOn"),
        "cites" => Some("citation"),
        _ => None,
    }
}
