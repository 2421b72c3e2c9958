//! COMPARE: two states of the law become what differs in the later one: added, removed, changed word by word, of
//! another validity. Pure: it knows neither corpora nor editions, only what a reader of each state would see.
//!
//! Comparing a state with itself finds nothing, and comparing in the other direction finds the same with added and
//! removed, before and after exchanged.

pub mod messages;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::date::Date;

pub use words::{Fate, Segment, compare_words, marked};

/// What there is to compare: one edition on its day, or a whole corpus on one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct State {
    /// By id.
    pub excerpts: BTreeMap<String, Item>,
    /// By id.
    pub instruments: BTreeMap<String, Item>,
}

/// One excerpt or instrument, as a reader sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    pub citation: String,
    pub title: Option<String>,
    pub status: ComparedStatus,
    /// What it is a version of; the same for two excerpts of one provision.
    pub provision: Option<String>,
    /// Plain text, line by line; no field that is empty.
    pub fields: BTreeMap<Field, String>,
}

/// The validity on the state's day.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ComparedStatus {
    /// `in-force`, `ended`, …
    pub key: String,
    /// `Hết hiệu lực từ 25/12/2024`
    pub text: String,
    pub detail: Option<String>,
    #[serde(serialize_with = "iso")]
    pub since: Option<Date>,
    #[serde(serialize_with = "iso")]
    pub until: Option<Date>,
    /// Id of the instrument that ended or suspended it.
    pub by: Option<String>,
    /// What else the text and the detail name, as keys: how it ended, when it resumes, what has amended it.
    #[serde(skip)]
    pub facts: Vec<String>,
}

impl ComparedStatus {
    /// Other words for the same validity are no change.
    fn is_like(&self, other: &ComparedStatus) -> bool {
        // Both are words for what the others say.
        let ComparedStatus { key, text: _, detail: _, since, until, by, facts } = self;
        *key == other.key && *since == other.since && *until == other.until && *by == other.by && *facts == other.facts
    }
}

#[expect(clippy::ref_option, reason = "serde passes the field by reference")]
fn iso<S: serde::Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    date.map(|date| date.to_string()).serialize(serializer)
}

/// What of an excerpt or an instrument can have other words, in the order in which it is shown.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    Number,
    Kind,
    Place,
    Title,
    Issuer,
    Signer,
    Issued,
    InForceFrom,
    InForceUntil,
    EndsBy,
    Scopes,
    Relations,
    Body,
    /// Where the links of the body lead.
    Links,
    Images,
    Obligations,
    Topics,
    Audiences,
    Related,
    Note,
    Sources,
    TextAt,
    Contact,
    Wording,
    Confidence,
}

impl Field {
    /// Whether it says when it begins or ends, or why.
    fn is_of_the_term(self) -> bool {
        matches!(self, Field::InForceFrom | Field::InForceUntil | Field::EndsBy | Field::Scopes)
    }
}

/// Everything that differs. Each list is in the order of the ids of the later state (of the former, for what was
/// removed).
#[derive(Serialize, Clone, PartialEq, Eq, Debug, Default)]
pub struct Difference {
    pub excerpts: Changes,
    pub instruments: Changes,
}

/// The differences of one kind of record. A record that is changed and has another validity is in both lists.
#[derive(Serialize, Clone, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    pub added: Vec<ComparedRecord>,
    pub removed: Vec<ComparedRecord>,
    pub changed: Vec<Changed>,
    pub status_changed: Vec<StatusChanged>,
}

impl Changes {
    /// Returns whether no record of this kind differs.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty() && self.status_changed.is_empty()
    }
}

impl Difference {
    /// Returns whether a reader of both states would read the same.
    pub fn is_empty(&self) -> bool {
        self.excerpts.is_empty() && self.instruments.is_empty()
    }
}

/// An excerpt or an instrument in one of the states.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ComparedRecord {
    pub id: String,
    pub citation: String,
    pub title: Option<String>,
    pub status: ComparedStatus,
}

/// The ids differ where another excerpt of the same provision, a later version of it, came in the place of the former.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Changed {
    pub before: ComparedRecord,
    pub after: ComparedRecord,
    pub fields: Vec<FieldChange>,
}

/// A record whose validity differs between the two states.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct StatusChanged {
    pub before: ComparedRecord,
    pub after: ComparedRecord,
}

/// A field that differs, word by word.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct FieldChange {
    pub field: Field,
    pub words: Vec<Segment>,
}

/// What in the later state differs from the former.
pub fn compare(former: &State, later: &State) -> Difference {
    Difference {
        excerpts: changes(&former.excerpts, &later.excerpts),
        instruments: changes(&former.instruments, &later.instruments),
    }
}

type Items = BTreeMap<String, Item>;
type Named<'s> = (&'s String, &'s Item);

fn changes(former: &Items, later: &Items) -> Changes {
    let removed: Vec<Named<'_>> = former.iter().filter(|(id, _)| !later.contains_key(*id)).collect();
    let added: Vec<Named<'_>> = later.iter().filter(|(id, _)| !former.contains_key(*id)).collect();
    let versions = versions(&removed, &added);
    let mut pairs: Vec<(Named<'_>, Named<'_>)> = later
        .iter()
        .filter_map(|(id, after)| former.get_key_value(id).map(|before| (before, (id, after))))
        .chain(versions.iter().copied())
        .collect();
    pairs.sort_by_key(|(_, (id, _))| *id);
    let replaced = |id: &String| versions.iter().any(|((before, _), (after, _))| *before == id || *after == id);
    let entries = |items: Vec<Named<'_>>| items.into_iter().filter(|(id, _)| !replaced(id)).map(entry).collect();
    let mut changes = Changes { added: entries(added), removed: entries(removed), ..Changes::default() };
    for (before, after) in pairs {
        let mut fields = fields(before.1, after.1);
        // A later version has begun later, and the former has ended for it; that goes without saying.
        fields.retain(|change| before.0 == after.0 || !change.field.is_of_the_term());
        if !fields.is_empty() || before.0 != after.0 {
            changes.changed.push(Changed { before: entry(before), after: entry(after), fields });
        }
        let alike = match before.0 == after.0 {
            true => before.1.status.is_like(&after.1.status),
            false => before.1.status.key == after.1.status.key,
        };
        if !alike {
            changes.status_changed.push(StatusChanged { before: entry(before), after: entry(after) });
        }
    }
    changes
}

/// One excerpt of a provision gone and one come: a new version of it. Of several nobody can say which follows which.
fn versions<'s>(removed: &[Named<'s>], added: &[Named<'s>]) -> Vec<(Named<'s>, Named<'s>)> {
    let by_provision = |items: &[Named<'s>]| {
        let mut found: BTreeMap<&'s String, Vec<Named<'s>>> = BTreeMap::new();
        for item in items {
            item.1.provision.iter().for_each(|provision| found.entry(provision).or_default().push(*item));
        }
        found
    };
    let after = by_provision(added);
    let pair =
        |(provision, before): (&String, Vec<Named<'s>>)| match (before.as_slice(), after.get(provision)?.as_slice()) {
            ([before], [after]) => Some((*before, *after)),
            _ => None,
        };
    by_provision(removed).into_iter().filter_map(pair).collect()
}

fn fields(before: &Item, after: &Item) -> Vec<FieldChange> {
    let (before, after) = (texts(before), texts(after));
    let all: BTreeSet<Field> = before.keys().chain(after.keys()).copied().collect();
    let text = |texts: &BTreeMap<Field, String>, field| texts.get(&field).cloned().unwrap_or_default();
    let change = |field| {
        let (before, after) = (text(before, field), text(after, field));
        let words = if before == after { Vec::new() } else { compare_words(&before, &after) };
        // Other white space is no other wording.
        words.iter().any(|segment| segment.fate != Fate::Kept).then_some(FieldChange { field, words })
    };
    all.into_iter().filter_map(change).collect()
}

fn texts(item: &Item) -> &BTreeMap<Field, String> {
    let Item {
        // Made of the number and the place, which are fields.
        citation: _,
        // A field too.
        title: _,
        // Compared by itself.
        status: _,
        // By it the two are paired.
        provision: _,
        fields,
    } = item;
    fields
}

fn entry((id, item): Named<'_>) -> ComparedRecord {
    let Item { citation, title, status, provision: _, fields: _ } = item;
    ComparedRecord { id: id.clone(), citation: citation.clone(), title: title.clone(), status: status.clone() }
}
