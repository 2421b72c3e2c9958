//! Closed lists for the completion of shells. A word that is not in its list is let through, to the command, which can say
//! what is near it.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error, ValueEnum};

use crate::model::number::InstrumentType;
use crate::syntax::record::RecordKind;
use crate::{codes, source};

/// Takes any text, and proposes those of a list.
#[derive(Clone)]
pub struct Proposed(fn() -> Vec<&'static str>);

/// The names of the types of instruments.
pub const TYPES: Proposed = Proposed(|| InstrumentType::all().map(InstrumentType::name).collect());

/// The codes of findings.
pub const CODES: Proposed = Proposed(|| codes::all().into_iter().map(|code| code.id()).collect());

/// The templates that travel in the program.
pub const TEMPLATES: Proposed = Proposed(source::template_paths);

impl TypedValueParser for Proposed {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.0)().into_iter().map(PossibleValue::new)))
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
