//! Every string of a view as it is serialised for the templates: the strings that they get are those that are checked, whatever
//! fields a later view has.

use std::fmt::Error;

use serde::Serialize;
use serde::ser::{self, Serializer};
use serde_json::Value;

use super::fields::{Faces, Setting, faces};
use super::lengths::{longest, most};
use super::{Excess, Search};

/// Serialises into a search: each string is looked up in the styles in which it is set.
pub struct Strings<'s, 'c> {
    pub search: &'s mut Search<'c>,
    pub faces: Faces,
    pub setting: Setting,
    /// How many characters a string may have.
    pub longest: usize,
    /// How many items a list may have.
    pub most: Option<(usize, Excess)>,
}

impl<'c> Strings<'_, 'c> {
    /// Returns the same, for one of several values.
    fn again(&mut self) -> Strings<'_, 'c> {
        Strings { search: self.search, most: None, ..*self }
    }

    fn look_at(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        value.serialize(self.again())
    }
}

/// A struct of the view, field by field.
pub struct Fields<'s, 'c> {
    strings: Strings<'s, 'c>,
    owner: &'static str,
    kind: String,
    /// What findings within it are named by.
    name: Option<String>,
    /// How much was found before it.
    before: (usize, usize),
}

/// Which field names a thing of the corpus, by the type of the view.
fn naming(owner: &str) -> Option<&'static str> {
    match owner {
        "ChapterView" | "GuidanceView" | "ExcerptView" | "InstrumentView" | "ChangeEntry" => Some("id"),
        "PartView" | "AnnexView" | "TermView" => Some("anchor"),
        _ => None,
    }
}

impl Fields<'_, '_> {
    fn field(&mut self, key: &'static str, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        if key == "kind" {
            self.kind = string(value).unwrap_or_default();
        }
        if naming(self.owner) == Some(key) {
            self.name = string(value);
        }
        let faces = faces(self.owner, key, &self.kind);
        if faces == Faces::Elsewhere {
            return Ok(());
        }
        let before = self.strings.search.len();
        let setting = self.strings.setting.below(self.owner, key, &self.kind);
        let longest = longest(self.owner, key, &self.kind, self.strings.longest);
        let most = most(self.owner, key);
        value.serialize(Strings { search: self.strings.search, faces, setting, longest, most })?;
        if self.owner == "View" {
            self.strings.search.name(before, key);
        }
        Ok(())
    }

    fn done(self) -> Result<(), Error> {
        if let Some(name) = &self.name {
            self.strings.search.name(self.before, name);
        }
        Ok(())
    }
}

fn string(value: &(impl Serialize + ?Sized)) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(Value::String(text)) => Some(text),
        _ => None,
    }
}

macro_rules! nothing_to_read {
    ($($method:ident($of:ty))*) => {
        $(fn $method(self, _: $of) -> Result<(), Error> {
            Ok(())
        })*
    };
}

impl<'s, 'c> Serializer for Strings<'s, 'c> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Fields<'s, 'c>;
    type SerializeStructVariant = Fields<'s, 'c>;

    nothing_to_read! {
        serialize_bool(bool) serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) serialize_f32(f32)
        serialize_f64(f64) serialize_bytes(&[u8]) serialize_unit_struct(&'static str)
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.search.length(text, self.longest, self.faces != Faces::Unprinted);
        match self.faces {
            Faces::In(styles) => self.search.text(text, styles),
            Faces::Running => self.search.text(text, self.setting.styles()),
            Faces::Unprinted | Faces::Elsewhere => {}
        }
        Ok(())
    }

    fn serialize_char(self, character: char) -> Result<(), Error> {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_none(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    /// A name of the program's own.
    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Error> {
        if let (Some(length), Some((most, excess))) = (length, self.most)
            && length > most
        {
            self.search.excess(excess, length, most, "");
        }
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_struct(self, owner: &'static str, _: usize) -> Result<Fields<'s, 'c>, Error> {
        let before = self.search.len();
        Ok(Fields { strings: self, owner, kind: String::new(), name: None, before })
    }

    fn serialize_struct_variant(
        self,
        owner: &'static str,
        _: u32,
        _: &'static str,
        length: usize,
    ) -> Result<Fields<'s, 'c>, Error> {
        self.serialize_struct(owner, length)
    }
}

macro_rules! one_after_another {
    ($($of:ident $method:ident)*) => {
        $(impl ser::$of for Strings<'_, '_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.look_at(value)
            }

            fn end(self) -> Result<(), Error> {
                Ok(())
            }
        })*
    };
}

one_after_another! {
    SerializeSeq serialize_element
    SerializeTuple serialize_element
    SerializeTupleStruct serialize_field
    SerializeTupleVariant serialize_field
}

impl ser::SerializeMap for Strings<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.look_at(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.look_at(value)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

macro_rules! field_after_field {
    ($($of:ident)*) => {
        $(impl ser::$of for Fields<'_, '_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
                self.field(key, value)
            }

            fn end(self) -> Result<(), Error> {
                self.done()
            }
        })*
    };
}

field_after_field! { SerializeStruct SerializeStructVariant }
