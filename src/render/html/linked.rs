//! Pages for programs that read pages: what each one is about as JSON-LD, in the words of schema.org, whose terms for
//! legislation are those of ELI.
//!
//! Unknown facts are left out, and so are those that schema.org has no word for. It has none for doubt: an unknown state has no
//! `legislationLegalForce`, and a relation that is known second-hand only is not stated.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use tera::Value as Markup;

use super::site_writer::TakenFile;
use super::{RenderError, Site, places, view_fault};
use crate::render::outputs::Offered;
use crate::view::{
    ActFacts, EditionView, ExcerptView, InstrumentPageView, InstrumentView, IssuerView, StatusView, TermFacts,
};

/// Returns the data block of a page, as markup that may be within `<script>`.
pub(super) fn block(node: Option<LinkedObject>) -> Result<Option<Markup>, RenderError> {
    let json = node.map(|node| serde_json::to_string(&node)).transpose();
    let json = json.map_err(|error| view_fault(error.to_string()))?;
    Ok(json.map(|json| Markup::safe_string(&within_script(&json))))
}

/// `<` would begin an end tag or a comment of HTML; as an escape of JSON it says the same.
fn within_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// Writes what a page is about.
pub(super) struct LinkedWriter<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) root: &'a str,
}

impl<'a> LinkedWriter<'a> {
    pub(super) fn booklet(&self) -> LinkedObject<'a> {
        let view = self.site.view;
        let EditionView {
            title,
            subtitle,
            label,
            description,
            keywords,
            issuer,
            as_of,
            // In the addresses, in words, and in `index.json`.
            id: _,
            contact: _,
            as_of_line: _,
            corpus_hash: _,
            web_address: _,
        } = &view.edition;
        let mut node = self.node("Book", places::INDEX, title);
        node.put_text("alternativeHeadline", subtitle.as_deref());
        node.put_text("bookEdition", label.as_deref());
        node.put_text("description", Some(description.as_str()));
        node.put_list("keywords", keywords.iter().map(|word| word.as_str().into()));
        node.put_text("inLanguage", Some(view.language.as_str()));
        node.put_text("temporalCoverage", Some(as_of.iso.as_str()));
        node.put("publisher", publisher(issuer));
        node.put_list("encoding", self.site.offered().map(|(offered, file)| self.encoding(offered, file)));
        self.whole(node)
    }

    fn encoding(&self, offered: &Offered, file: &'a TakenFile) -> LinkedValue<'a> {
        LinkedValue::Node(LinkedObject(vec![
            ("@type", "MediaObject".into()),
            ("contentUrl", self.id(&file.path).into()),
            ("encodingFormat", offered.media_type.into()),
            ("contentSize", format!("{} B", file.bytes).into()),
            ("sha256", file.sha256.as_str().into()),
        ]))
    }

    pub(super) fn excerpt(&self, excerpt: &'a ExcerptView) -> LinkedObject<'a> {
        let references = self.site.view.web.excerpts.get(excerpt.number);
        let mut node = self.legislation(&places::permalink(&excerpt.id), &excerpt.citation);
        node.put_text("headline", excerpt.title.as_deref());
        self.validity(&mut node, &excerpt.status, references.map(|it| &it.term));
        node.put_list("keywords", excerpt.topics.iter().map(|topic| topic.name.as_str().into()));
        let audience =
            |name| LinkedValue::Node(LinkedObject(vec![("@type", "Audience".into()), ("audienceType", name)]));
        node.put_list("audience", excerpt.audiences.iter().map(|it| audience(it.name.as_str().into())));
        // The page of the instrument says what it is.
        if self.site.places.instrument_row(&excerpt.instrument_id).is_some() {
            node.put("isPartOf", self.reference(&places::instrument_page(&excerpt.instrument_id)));
        }
        let cited = references.map_or(&[][..], |it| &it.cites);
        let cited = cited.iter().filter_map(|number| self.site.by_number.get(*number));
        let cited = cited.map(|(_, it)| self.reference(&places::permalink(&it.id)));
        node.put_list("citation", cited);
        self.whole(node)
    }

    pub(super) fn instrument(&self, row: &'a InstrumentView, page: &'a InstrumentPageView) -> LinkedObject<'a> {
        let own = places::instrument_page(&row.id);
        let facts = &page.facts;
        let mut node = self.legislation(&own, &row.citation);
        node.put_text("headline", row.title.as_deref());
        node.put_text("legislationIdentifier", facts.number.as_deref());
        node.put_text("legislationType", Some(page.kind.as_str()));
        node.put_text("legislationDate", facts.issued.as_deref());
        node.put("legislationPassedBy", organization(&row.issuer));
        self.validity(&mut node, &row.status, Some(&facts.term));
        for property in PROPERTIES {
            let acts = facts.acts.iter().filter(|act| !act.passive && self::property(act) == Some(property));
            node.put_list(property, acts.map(|act| LinkedValue::Node(self.other(act))));
        }
        let parts = row.excerpts.iter().map(|it| self.reference(&places::permalink(&it.id)));
        node.put_list("hasPart", parts);
        // schema.org has no words for what is done to a text: the other ones say what they do.
        let acting = facts.acts.iter().filter(|act| act.passive).filter_map(|act| {
            let mut other = self.other(act);
            other.put(property(act)?, self.reference(&own));
            Some(LinkedValue::Node(other))
        });
        let graph = std::iter::once(LinkedValue::Node(node)).chain(acting).collect();
        LinkedObject(vec![("@context", CONTEXT.into()), ("@graph", LinkedValue::List(graph))])
    }

    fn other(&self, act: &'a ActFacts) -> LinkedObject<'a> {
        match &act.instrument {
            Some(id) => self.legislation(&places::instrument_page(id), &act.citation),
            None => typed("Legislation", &act.citation),
        }
    }

    /// Adds the legal force on the edition's day, and since when.
    fn validity(&self, node: &mut LinkedObject<'a>, status: &StatusView, term: Option<&TermFacts>) {
        node.put_text("legislationLegalForce", legal_force(&status.key));
        node.put_text("legislationDateVersion", Some(self.site.view.edition.as_of.iso.as_str()));
        let period = term.and_then(|term| match (status.key.as_str(), &term.since, &term.last) {
            ("in-force" | "partly-ended", Some(since), _) => Some(format!("{since}/..")),
            ("ended", Some(since), Some(last)) => Some(format!("{since}/{last}")),
            _ => None,
        });
        node.put_text("temporalCoverage", period);
        node.put_text("inLanguage", Some(self.site.view.language.as_str()));
    }

    fn legislation(&self, path: &str, name: &'a str) -> LinkedObject<'a> {
        self.node("Legislation", path, name)
    }

    /// Names what another page says more of.
    fn reference(&self, path: &str) -> LinkedValue<'a> {
        LinkedValue::Node(LinkedObject(vec![("@id", self.id(path).into())]))
    }

    fn node(&self, kind: &'static str, path: &str, name: &'a str) -> LinkedObject<'a> {
        let mut node = typed(kind, name);
        node.put("@id", self.id(path).into());
        node
    }

    /// Where the site is published; else from the page on.
    fn id(&self, path: &str) -> String {
        self.site.address(path).unwrap_or_else(|| format!("{}{path}", self.root))
    }

    fn whole(&self, node: LinkedObject<'a>) -> LinkedObject<'a> {
        LinkedObject(std::iter::once(("@context", CONTEXT.into())).chain(node.0).collect())
    }
}

const CONTEXT: &str = "https://schema.org";

/// A value of JSON.
pub(super) enum LinkedValue<'v> {
    Text(Cow<'v, str>),
    List(Vec<LinkedValue<'v>>),
    Node(LinkedObject<'v>),
}

/// An object of JSON: its properties, each once, in the order in which they stand.
pub(super) struct LinkedObject<'v>(Vec<(&'static str, LinkedValue<'v>)>);

impl<'v> LinkedObject<'v> {
    fn put(&mut self, property: &'static str, value: LinkedValue<'v>) {
        self.0.push((property, value));
    }

    /// Nothing where there is no text.
    fn put_text(&mut self, property: &'static str, text: Option<impl Into<Cow<'v, str>>>) {
        let text = text.map(Into::into).filter(|text| !text.is_empty());
        self.0.extend(text.map(|text| (property, LinkedValue::Text(text))));
    }

    /// Nothing where there are no values.
    fn put_list(&mut self, property: &'static str, values: impl Iterator<Item = LinkedValue<'v>>) {
        let values: Vec<LinkedValue<'v>> = values.collect();
        if !values.is_empty() {
            self.put(property, LinkedValue::List(values));
        }
    }
}

impl<'v> From<&'v str> for LinkedValue<'v> {
    fn from(text: &'v str) -> Self {
        LinkedValue::Text(text.into())
    }
}

impl From<String> for LinkedValue<'_> {
    fn from(text: String) -> Self {
        LinkedValue::Text(text.into())
    }
}

impl Serialize for LinkedValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            LinkedValue::Text(text) => text.serialize(serializer),
            LinkedValue::List(values) => values.serialize(serializer),
            LinkedValue::Node(node) => node.serialize(serializer),
        }
    }
}

impl Serialize for LinkedObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(property, value)| (property, value)))
    }
}

fn typed<'v>(kind: &'static str, name: &'v str) -> LinkedObject<'v> {
    LinkedObject(vec![("@type", kind.into()), ("name", name.into())])
}

fn organization(name: &str) -> LinkedValue<'_> {
    LinkedValue::Node(typed("Organization", name))
}

fn publisher(issuer: &IssuerView) -> LinkedValue<'_> {
    let mut node = typed("Organization", &issuer.name);
    if let Some(parent) = &issuer.parent {
        node.put("parentOrganization", organization(parent));
    }
    LinkedValue::Node(node)
}

/// Nothing for a state that is not known, or where validity does not apply.
fn legal_force(status: &str) -> Option<&'static str> {
    match status {
        "in-force" => Some("https://schema.org/InForce"),
        "partly-ended" => Some("https://schema.org/PartiallyInForce"),
        "ended" | "never-in-force" | "not-commenced" | "suspended" => Some("https://schema.org/NotInForce"),
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
        "repeals" | "annuls" => Some("legislationRepeals"),
        "amends" => Some("legislationAmends"),
        "replaces" | "partly-replaces" | "partly-repeals" | "ends" | "corrects" => Some("legislationChanges"),
        "consolidates" => Some("legislationConsolidates"),
        "based-on" => Some("isBasedOn"),
        "cites" => Some("citation"),
        _ => None,
    }
}
