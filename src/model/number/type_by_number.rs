//! Derives the type of an instrument from its number. One place decides it, for citations and for new records.

use super::InstrumentType::{self, *};
use super::{DocNumber, Form, Series, Symbol};

/// What a number alone says about the type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TypeByNumber {
    Certain(InstrumentType),
    /// One of these: the body numbers several types alike.
    OneOf(&'static [InstrumentType]),
    /// It may be any.
    Open,
}

/// What the older bodies, and those without a type code in their numbers, issue. A symbol of one part is looked up without
/// the digits after it: `QH15`, `UBTVQH14`, `119-CP`, `196/TTg`.
const BY_BODY: [(&str, &[InstrumentType]); 6] = [
    ("QH", &[Law, Code, Resolution]),
    ("UBTVQH", &[Ordinance, Resolution]),
    ("CP", &[Decree, Decision, Resolution]),
    ("HĐBT", &[Decree, Decision, Directive, Resolution]),
    ("TTg", &[Decision, Directive]),
    ("CTN", &[Decision, Order]),
];

/// Laws and ordinances that bear the number of the order by which the President or the Council of State proclaimed them:
/// `18-L/CTN`, `21-LCT/HĐNN8`, `102-SL/L-004`.
const BY_ORDER: [(&str, &[InstrumentType]); 3] =
    [("L", &[Law, Code, Ordinance, Order]), ("LCT", &[Law, Code, Ordinance, Order]), ("SL", &[Law, DecreeLaw])];

/// Codes of types that have no name here (NĐ 30/2020/NĐ-CP, Phụ lục III): what bears one is no letter.
const OTHER_CODES: [&str; 12] = ["QC", "TC", "PA", "ĐA", "DA", "BB", "HĐ", "CĐ", "BGN", "BTT", "GM", "GUQ"];

/// Circulars of several ministries, before 2009: `10/TT-LB`.
const JOINT: [&str; 3] = ["LB", "LN", "LT"];

impl DocNumber {
    /// Returns what the number alone says about the type.
    pub fn type_by_number(&self) -> TypeByNumber {
        match self.form() {
            Form::Standard { series: Series::Qcvn | Series::Qcdp, .. } => TypeByNumber::Certain(TechnicalRegulation),
            Form::Standard { series: _, .. } => TypeByNumber::Certain(Standard),
            Form::Rfc { .. } => TypeByNumber::Certain(Rfc),
            Form::Dashed { symbol, .. } | Form::Spaced { symbol, .. } => {
                by_order(symbol).unwrap_or_else(|| by_symbol(symbol))
            }
            Form::Normative { symbol, .. } | Form::ShortYear { symbol, .. } => by_symbol(symbol),
            Form::Individual { symbol, .. } => match by_symbol(symbol) {
                // A letter names its body and unit where others name their type.
                TypeByNumber::Open if is_of_a_letter(symbol) => TypeByNumber::Certain(OfficialLetter),
                decided => decided,
            },
        }
    }

    /// Returns the number with its type before it: `Luật số 71/2025/QH15`, `QCVN 89:2015/BTTTT`. A number is never printed
    /// alone, since several bodies number alike; without a known type it is that of a «văn bản».
    pub fn with_type(&self, kind: Option<InstrumentType>) -> String {
        match (self.form(), kind) {
            (Form::Standard { .. } | Form::Rfc { .. }, _) => self.to_string(),
            (_, Some(kind)) => format!("{} số {self}", kind.name()),
            (_, None) => format!("Văn bản số {self}"),
        }
    }

    /// The type of instrument, where the number alone decides it; `None` where it does not, as for `QH15`, which numbers laws
    /// and resolutions alike.
    pub fn implied_type(&self) -> Option<InstrumentType> {
        match self.type_by_number() {
            TypeByNumber::Certain(kind) => Some(kind),
            TypeByNumber::OneOf(_) | TypeByNumber::Open => None,
        }
    }
}

fn by_symbol(symbol: &Symbol) -> TypeByNumber {
    let mut parts = symbol.parts();
    let (first, second) = (parts.next().unwrap_or_default(), parts.next());
    match (symbol.implied_type(), second) {
        (Some(Circular), Some(body)) if JOINT.contains(&body) => TypeByNumber::Certain(JointCircular),
        (Some(kind), _) => TypeByNumber::Certain(kind),
        (None, Some(_)) => TypeByNumber::Open,
        (None, None) => found(&BY_BODY, first.trim_end_matches(|c: char| c.is_ascii_digit())),
    }
}

fn by_order(symbol: &Symbol) -> Option<TypeByNumber> {
    match found(&BY_ORDER, symbol.parts().next()?) {
        TypeByNumber::Open => None,
        one_of => Some(one_of),
    }
}

fn found(table: &[(&str, &'static [InstrumentType])], name: &str) -> TypeByNumber {
    let row = table.iter().find(|(known, _)| *known == name);
    row.map_or(TypeByNumber::Open, |(_, types)| TypeByNumber::OneOf(types))
}

fn is_of_a_letter(symbol: &Symbol) -> bool {
    let mut parts = symbol.parts();
    parts.next().is_some_and(|first| !OTHER_CODES.contains(&first)) && parts.next().is_some()
}
