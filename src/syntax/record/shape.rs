//! The shape of a record: keys, each with what its value is, whether it must be there, a line of help and an example.
//! The JSON Schema, the tables of keys and the scaffolds are made of it. It is written down by the same declarations
//! that read a record (see `fields.rs`), so the two cannot differ.

use super::super::yaml::{Node, compose};
use super::describe::Describer;
use super::fields::{DeclaredKey, ValueKind};
use super::reader::Context;
use crate::diag::{Bilingual, FileId, Finding, Sink};
use crate::model::ids::IdKind;

/// A record: its name in the schema, what messages call it, and its keys in the order in which they are read.
pub struct Description {
    pub name: &'static str,
    pub title: Bilingual,
    pub fields: Vec<KeyShape>,
    /// Which keys exclude or need one another, where any do.
    pub choice: Option<KeyChoice>,
}

/// Keys of which a record has exactly one, and keys that come only with another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KeyChoice {
    pub one_of: &'static [&'static str],
    /// The first key is there only with the second.
    pub needs: &'static [(&'static str, &'static str)],
}

impl KeyChoice {
    /// Returns the keys at fault, in words: `{}` where there is none of those to choose from.
    pub(super) fn fault(&self, is_there: impl Fn(&str) -> bool) -> Option<String> {
        let chosen: Vec<String> =
            self.one_of.iter().filter(|key| is_there(key)).map(|key| format!("`{key}`")).collect();
        let alone = self.needs.iter().find(|(key, other)| is_there(key) && !is_there(other));
        match (chosen.as_slice(), alone) {
            ([_], None) => None,
            ([_], Some((key, _))) => Some(format!("`{key}`")),
            ([], _) => Some("{}".to_owned()),
            _ => Some(chosen.join(", ")),
        }
    }
}

/// A key of a record.
pub struct KeyShape {
    pub key: &'static str,
    pub presence: Presence,
    pub shape: Shape,
    /// The record that says that the value is unknown, where it may be.
    pub unknown: Option<RecordRef>,
    pub help: Help,
    /// A value, as it is written in YAML.
    pub example: &'static str,
    read: Box<ReadAlone>,
}

/// Reads a value and returns whether there is one.
type ReadAlone = dyn Fn(&Node, &mut Context<'_>) -> bool;

/// What a key or an item of a closed list means: one line, without a full stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Help {
    pub vi: &'static str,
    pub en: &'static str,
}

impl Help {
    /// Returns the words in both languages.
    pub fn both(self) -> Bilingual {
        Bilingual::new(self.vi, self.en)
    }
}

/// Whether a key must be there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    Required,
    Optional,
    /// Required where another key has a certain value, optional elsewhere.
    RequiredWhere(Condition),
    /// Optional where another key has a certain value; elsewhere there is no such key.
    OnlyWhere(Condition),
    /// Optional where another key has one of some values, required elsewhere.
    RequiredUnless(Exemption),
    /// Required where this other key is absent; elsewhere there is no such key.
    Without(&'static str),
}

/// Another key of the record has this value of its closed list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Condition {
    pub key: &'static str,
    pub value: &'static str,
}

/// Another key of the record has one of these values of its closed list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Exemption {
    pub key: &'static str,
    pub values: &'static [&'static str],
}

/// What the value of a key is.
#[derive(Clone, Debug)]
pub enum Shape {
    /// One line of text.
    Text,
    /// One line of text, which is no date in another form.
    Words,
    /// A line of text in which words in braces stand for what the program fills in: these, and no others.
    Template {
        holes: &'static [&'static str],
        /// Whether all of them must be in it.
        all: bool,
    },
    /// The id of the thing itself, or one that it had.
    OwnId(IdKind),
    /// The id of another thing.
    Reference(IdKind),
    /// A path, from a folder of the corpus; from its root where the folder is empty.
    Path(&'static str),
    Date,
    /// Day and month: `31/01`.
    DayOfYear,
    /// A length of time: `5 working-days`.
    Lapse,
    /// A place in an instrument: `khoản 3 Điều 18`.
    Locator,
    /// The number of an instrument: `72/2013/NĐ-CP`.
    DocNumber,
    Number(Bounds),
    Colour,
    /// SHA-256 in hexadecimal digits.
    Hash,
    WebAddress,
    /// The address of a page, which may have a query.
    PageAddress,
    MailAddress,
    Host,
    /// The code of a finding that may be waived.
    Code,
    Choice(Vec<Choice>),
    List {
        of: Box<Shape>,
        /// How many items there must be.
        least: usize,
    },
    Record(RecordRef),
    /// Any number of entries, with ids of this kind as keys.
    Map {
        key: IdKind,
        of: Box<Shape>,
    },
    Either(Vec<Shape>),
}

/// The least and the greatest number, in parts of one: `per` is 1 for whole numbers and 10 for tenths.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    pub least: u16,
    pub most: u16,
    pub per: u16,
    /// `mm`, `pt`; empty for a plain number.
    pub unit: &'static str,
}

/// An item of a closed list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Choice {
    pub key: &'static str,
    pub help: Help,
}

/// A record that can be described. Records hold one another, and a topic holds topics, so each is described when it is
/// looked at.
#[derive(Clone, Copy, Debug)]
pub struct RecordRef {
    pub name: &'static str,
    pub(super) title: fn() -> Bilingual,
    pub(super) fields: fn(&mut Describer),
}

impl RecordRef {
    /// What messages call the record.
    pub fn title(&self) -> Bilingual {
        (self.title)()
    }

    /// Returns the keys of the record, in the order of their declaration.
    pub fn describe(&self) -> Description {
        let mut describer = Describer::default();
        (self.fields)(&mut describer);
        let Describer { fields, choice } = describer;
        Description { name: self.name, title: (self.title)(), fields, choice }
    }
}

impl KeyShape {
    pub(super) fn new<K: ValueKind>(key: DeclaredKey, presence: Presence, kind: K) -> Self {
        let DeclaredKey { name, example, help } = key;
        let (shape, unknown) = (kind.shape(), K::UNKNOWN.map(|about| about()));
        let read = Box::new(move |node: &Node, context: &mut Context<'_>| kind.read(node, context).is_some());
        KeyShape { key: name, presence, shape, unknown, help, example, read }
    }

    /// Reads a value of the key by itself, as it is written in YAML, and returns what is wrong with it.
    pub fn findings(&self, value: &str) -> Vec<Finding> {
        let (file, mut sink) = (FileId(0), Sink::new());
        if let Some(node) = compose(value, 0..value.len(), file, &mut sink) {
            let mut context =
                Context { key: self.key, around: "", required: true, may_be_unknown: false, file, sink: &mut sink };
            (self.read)(&node, &mut context);
        }
        sink.into_findings()
    }
}

impl Shape {
    /// The records in it.
    pub fn records(&self) -> Vec<RecordRef> {
        match self {
            Shape::Record(about) => vec![*about],
            Shape::List { of, .. } | Shape::Map { of, .. } => of.records(),
            Shape::Either(all) => all.iter().flat_map(Shape::records).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether it is one of the words of a closed list, and which.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Shape::Choice(choices) => choices,
            Shape::List { of, .. } => of.choices(),
            _ => &[],
        }
    }
}
