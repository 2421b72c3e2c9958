//! Closed lists for the completion of shells. A word that is not in its list is let through, to the command, which can say
//! what is near it.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error, ValueEnum};

use crate::model::number::InstrumentType;
use crate::syntax::record::{RecordKind, suggest_id};
use crate::{codes, source};

/// Takes any text, and proposes those of a list.
#[derive(Clone)]
pub struct Proposed {
    list: fn() -> Vec<String>,
    /// What a text stands for.
    meant: fn(String) -> String,
}

/// The types of instruments. Shells split what they complete at spaces, and not every keyboard has the letters: they are
/// proposed as ids, and meant by their names.
pub const TYPES: Proposed = Proposed { list: || types().map(|(id, _)| id).collect(), meant: type_name };

/// The codes of findings.
pub const CODES: Proposed =
    Proposed { list: || codes::all().into_iter().map(|code| code.id().to_owned()).collect(), meant: |text| text };

/// The templates that travel in the program.
pub const TEMPLATES: Proposed = Proposed { list: source::template_paths, meant: |text| text };

fn types() -> impl Iterator<Item = (String, &'static str)> {
    InstrumentType::all().map(|kind| (suggest_id(kind.name()), kind.name()))
}

fn type_name(text: String) -> String {
    types().find(|(id, _)| *id == text).map_or(text, |(_, name)| name.to_owned())
}

impl TypedValueParser for Proposed {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, arg, value).map(self.meant)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.list)().into_iter().map(PossibleValue::new)))
    }
}

impl ValueEnum for RecordKind {
    fn value_variants<'a>() -> &'a [Self] {
        &RecordKind::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let title = self.about().title();
        Some(PossibleValue::new(self.key()).help(format!("{} · {}", title.vi, title.en)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_without_marks_are_types() {
        assert_eq!(type_name("thong-tu-lien-tich".to_owned()), "Thông tư liên tịch");
        assert_eq!(type_name("Luật".to_owned()), "Luật");
        assert_eq!(type_name("gì đó".to_owned()), "gì đó");
        assert!(types().all(|(id, name)| !id.contains(' ') && InstrumentType::from_name(name).is_some()));
    }
}
