//! How a record is declared: once, as a table of its keys, with `record!`. The table is run with a [`Reader`] to take a
//! mapping apart, and with a [`Describer`](super::describe::Describer) to write down what the keys are. There is no other
//! way to a key, and no place for code between the rows, so that none is read without being described, and none described
//! that is not read.
//!
//! ```text
//! record! {
//!     /// Who issues an edition.
//!     pub(super) issuer: words::issuer_record => Issuer {
//!         name: required("name", TEXT, "Nhóm biên soạn")
//!             vi "tên cơ quan" en "the name of the office";
//!         place: optional("place", TEXT, "Ví Dụ")
//!             vi "địa danh" en "the place";
//!     }
//!     make Issuer { name, place }
//! }
//! ```
//!
//! Each row names a value, and reads it with a method of [`Keys`]: the key, the [`ValueKind`] of its value, an example, and
//! what it means in both languages. After the rows, `also` reads a key for each item of a closed list, and `unless` looks
//! for what must not be. `make` makes the record of the values, once all have been read. The name of the record is its
//! name in the schema.

use super::super::yaml::Node;
use super::reader::{Context, Reader};
use super::shape::{Condition, Exemption, Help, KeyChoice, Presence, RecordRef, Shape};
use crate::diag::{Code, FileId, Finding, Place, Sink};

/// A kind of value: reads it, and says what it is.
pub trait ValueKind: 'static {
    type Value;

    /// The record that says that such a value is unknown, where it may be.
    const UNKNOWN: Option<fn() -> RecordRef> = None;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<Self::Value>;

    fn shape(&self) -> Shape;
}

/// A key as it is declared.
#[derive(Clone, Copy)]
pub(super) struct DeclaredKey {
    pub name: &'static str,
    /// A value, as it is written in YAML.
    pub example: &'static str,
    pub help: Help,
}

/// Whether a key is read in the current record, and whether it must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Demand {
    Required,
    Optional,
    Not,
}

/// What a record can do with its keys. `None` always says that a value is there and wrong, or must be there and is not.
pub(super) trait Keys {
    /// One key. The inner `None`: it is absent, and may be.
    fn field<K: ValueKind>(
        &mut self,
        key: DeclaredKey,
        presence: Presence,
        demand: Demand,
        kind: K,
    ) -> Option<Option<K::Value>>;

    /// Keys that must not be there and that nobody is advised to write, each with what to report of it.
    fn refuse<T: Copy>(
        &mut self,
        keys: &[(&'static str, T)],
        finding: fn(&'static str, T, Place) -> Finding,
    ) -> Option<()>;

    /// Keys that exclude or need one another; the finding has the keys at fault as `keys`.
    fn choose(&mut self, choice: KeyChoice, code: Code) -> Option<()>;

    /// A finding about several values together, at the record as a whole.
    fn check(&mut self, fault: Option<(Code, &'static str, String)>) -> Option<()>;

    fn required<K: ValueKind>(&mut self, key: DeclaredKey, kind: K) -> Option<K::Value> {
        self.field(key, Presence::Required, Demand::Required, kind).flatten()
    }

    fn optional<K: ValueKind>(&mut self, key: DeclaredKey, kind: K) -> Option<Option<K::Value>> {
        self.field(key, Presence::Optional, Demand::Optional, kind)
    }

    /// An optional list; absent is empty.
    fn list<K: ValueKind>(&mut self, key: DeclaredKey, kind: K) -> Option<Vec<K::Value>> {
        self.optional(key, super::values::list(kind)).map(Option::unwrap_or_default)
    }

    /// A list that must be there. That it is not is reported where more is known of what it should be; it is empty then.
    fn list_reported_elsewhere<K, T>(&mut self, key: DeclaredKey, kind: K) -> Option<Vec<T>>
    where
        K: ValueKind<Value = Vec<T>>,
    {
        self.field(key, Presence::Required, Demand::Optional, kind).map(Option::unwrap_or_default)
    }

    /// Required where a condition holds, optional elsewhere.
    fn required_where<K: ValueKind>(&mut self, key: DeclaredKey, kind: K, when: When) -> Option<Option<K::Value>> {
        let demand = if when.holds { Demand::Required } else { Demand::Optional };
        self.field(key, Presence::RequiredWhere(when.condition), demand, kind)
    }

    /// Optional where another key has one of some values, required elsewhere.
    fn required_unless<K: ValueKind>(&mut self, key: DeclaredKey, kind: K, unless: Unless) -> Option<Option<K::Value>> {
        let demand = if unless.holds { Demand::Optional } else { Demand::Required };
        self.field(key, Presence::RequiredUnless(unless.exemption), demand, kind)
    }

    /// An optional list that there is only where a condition holds.
    fn list_where<K: ValueKind>(&mut self, key: DeclaredKey, kind: K, when: When) -> Option<Vec<K::Value>> {
        self.optional_where(key, super::values::list(kind), when).map(Option::unwrap_or_default)
    }

    /// An optional key that there is only where a condition holds.
    fn optional_where<K: ValueKind>(&mut self, key: DeclaredKey, kind: K, when: When) -> Option<Option<K::Value>> {
        let demand = if when.holds { Demand::Optional } else { Demand::Not };
        self.field(key, Presence::OnlyWhere(when.condition), demand, kind)
    }

    /// Required where another key, whose value was read before, is absent; there is no such key elsewhere.
    fn required_without<K: ValueKind, T>(
        &mut self,
        key: DeclaredKey,
        kind: K,
        (other, value): (&'static str, &Option<Option<T>>),
    ) -> Option<Option<K::Value>> {
        let demand = if matches!(value, Some(None)) { Demand::Required } else { Demand::Not };
        self.field(key, Presence::Without(other), demand, kind)
    }

    /// An optional key for each item of a closed list, with those items that are there.
    fn each<T: ClosedList, K: ValueKind>(
        &mut self,
        kind: fn(T) -> K,
        example: fn(T) -> &'static str,
    ) -> Option<Vec<(T, K::Value)>> {
        let read = |item: &T| {
            let key = DeclaredKey { name: item.key(), example: example(*item), help: item.help() };
            Some((*item, self.optional(key, kind(*item))?))
        };
        // Every key is read, so that each value says what is wrong with it.
        let read: Vec<Option<(T, Option<K::Value>)>> = T::ALL.iter().map(read).collect();
        let read: Vec<(T, Option<K::Value>)> = read.into_iter().collect::<Option<_>>()?;
        Some(read.into_iter().filter_map(|(item, value)| value.map(|value| (item, value))).collect())
    }
}

/// A condition, and whether it holds in the current record.
#[derive(Clone, Copy)]
pub(super) struct When {
    condition: Condition,
    holds: bool,
}

/// An exemption, and whether it holds in the current record.
#[derive(Clone, Copy)]
pub(super) struct Unless {
    pub exemption: Exemption,
    pub holds: bool,
}

/// The key, whose value was read before, has this value.
pub(super) fn is<T: ClosedList>(key: &'static str, value: Option<T>, wanted: T) -> When {
    When { condition: Condition { key, value: wanted.key() }, holds: value == Some(wanted) }
}

/// A closed list: its items, their keys in YAML, and what they mean.
pub trait ClosedList: Copy + PartialEq + 'static {
    const ALL: &'static [Self];

    fn key(self) -> &'static str;

    fn help(self) -> Help;
}

/// The declaration of a record.
pub(super) struct RecordDeclaration<T> {
    pub about: RecordRef,
    pub read: fn(&mut Reader<'_>) -> Option<T>,
}

impl<T> RecordDeclaration<T> {
    /// The record that is a whole file, or the header of one.
    pub fn read_file(&self, node: &Node, file: FileId, sink: &mut Sink) -> Option<T> {
        self.within(node, &mut Context { key: "", around: "", required: true, may_be_unknown: false, file, sink })
    }

    fn within(&self, node: &Node, context: &mut Context<'_>) -> Option<T> {
        let mut reader = Reader::new(node, self.about.title, context)?;
        let record = (self.read)(&mut reader);
        reader.finish();
        record
    }
}

impl<T: 'static> ValueKind for RecordDeclaration<T> {
    type Value = T;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<T> {
        self.within(node, context)
    }

    fn shape(&self) -> Shape {
        Shape::Record(self.about)
    }
}

/// Declares a record: see the head of this file. A function of this name returns it.
macro_rules! record {
    (
        $(#[$doc:meta])* $vis:vis $record:ident: $title:path => $type:ty {
            $($name:ident: $method:ident($key:literal, $kind:expr, $example:literal $(, $more:expr)?)
                vi $vi:literal en $en:literal;)*
        }
        $(also $other:ident: $how:ident($($arg:expr),*);)*
        $(unless $check:ident($($part:expr),*);)*
        make $made:expr
    ) => {
        $(#[$doc])*
        $vis fn $record() -> $crate::syntax::record::fields::RecordDeclaration<$type> {
            use $crate::syntax::record::{fields, shape};
            fn read(fields: &mut impl fields::Keys) -> Option<$type> {
                $(let $name = {
                    let key = fields::DeclaredKey {
                        name: $key,
                        example: $example,
                        help: shape::Help { vi: $vi, en: $en },
                    };
                    fields.$method(key, $kind $(, $more)?)
                };)*
                $(let $other = fields.$how($($arg),*);)*
                let sound: &[Option<()>] = &[$(fields.$check($($part),*)),*];
                // All have been read, so that each says what is wrong with it.
                $(let $name = $name?;)*
                $(let $other = $other?;)*
                sound.iter().copied().collect::<Option<()>>()?;
                Some($made)
            }
            fields::RecordDeclaration {
                about: shape::RecordRef {
                    name: stringify!($record),
                    title: $title,
                    fields: |describer| {
                        let _ = read(describer);
                    },
                },
                read: |reader| read(reader),
            }
        }
    };
}

pub(super) use record;
