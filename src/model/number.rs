//! Document numbers (số, ký hiệu) and the types of instruments they belong to.

mod instrument_type;
mod symbol;
mod type_by_number;

use std::cmp::Ordering;
use std::fmt;

pub use instrument_type::InstrumentType;
pub use symbol::Symbol;
pub use type_by_number::TypeByNumber;

/// The serial number of an instrument: `72`, `12a`. Under 10 it is written with a leading zero.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Serial {
    pub number: u32,
    /// A small ASCII letter where a number was given out twice: `12a`.
    pub letter: Option<char>,
}

/// A series of technical standards.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Series {
    /// Quy chuẩn kỹ thuật quốc gia.
    Qcvn,
    /// Quy chuẩn kỹ thuật địa phương.
    Qcdp,
    /// Tiêu chuẩn quốc gia.
    Tcvn,
    /// Tiêu chuẩn ngành, before 2007.
    Tcn,
    /// Tiêu chuẩn cơ sở.
    Tccs,
    /// International standards, as they are where no Vietnamese one adopts them.
    Iso,
    IsoIec,
    Iec,
}

/// The number of a document, in canonical form.
///
/// Two numbers are equal when they differ only in the case of their symbols. The order is by year, then serial, then
/// symbol, so that `72/2013/NĐ-CP` is before `102/2013/NĐ-CP`. A number without a year does not identify a document:
/// numbering restarts each year (NĐ 34/2016/NĐ-CP, Điều 63), so it needs the date of issue beside it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DocNumber(Form);

/// The shapes of document numbers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Form {
    /// `72/2013/NĐ-CP`, `24/2023/QH15`.
    Normative { serial: Serial, year: u16, symbol: Symbol },
    /// `433/QĐ-BTTTT`, `1149/BTTTT-VNNIC`, `02/VBHN-BTTTT`: individual documents carry no year.
    Individual { serial: Serial, symbol: Symbol },
    /// `10/98/QĐ-BXD`, before 2000. The year is kept as its last two digits.
    ShortYear { serial: Serial, year: u8, symbol: Symbol },
    /// `21-LCT/HĐNN8`, `119-CP`, `57-NQ/TW`: older documents and those of the Party, kept as they are.
    Dashed { serial: Serial, symbol: Symbol },
    /// `91 TC/TCT`, as ministries numbered before about 1996.
    Spaced { serial: Serial, symbol: Symbol },
    /// `QCVN 89:2015/BTTTT`, `TCVN 9802-1:2013`, `TCVN ISO/IEC 27001:2009`.
    Standard { series: Series, code: String, year: Option<u16>, issuer: Option<Symbol> },
    /// `RFC 8200`.
    Rfc { number: u32 },
}

impl DocNumber {
    /// The number of this form; `None` where a part is impossible: serial 0, a year outside 1900–2100, a code with
    /// spaces where none can be.
    pub fn new(form: Form) -> Option<Self> {
        is_possible(&form).then_some(Self(form))
    }

    /// Returns the form that the number has.
    pub fn form(&self) -> &Form {
        &self.0
    }

    /// Returns the serial number, where the form has one.
    pub fn serial(&self) -> Option<Serial> {
        match self.0 {
            Form::Normative { serial, .. }
            | Form::Individual { serial, .. }
            | Form::ShortYear { serial, .. }
            | Form::Dashed { serial, .. }
            | Form::Spaced { serial, .. } => Some(serial),
            Form::Rfc { number } => Some(Serial { number, letter: None }),
            Form::Standard { .. } => None,
        }
    }

    /// The year in the number, in four digits.
    pub fn year(&self) -> Option<u16> {
        match self.0 {
            Form::Normative { year, .. } => Some(year),
            // Two-digit years were given up by 2000; the Republic began in 1945.
            Form::ShortYear { year, .. } => Some(u16::from(year) + if year >= 45 { 1900 } else { 2000 }),
            Form::Standard { year, .. } => year,
            Form::Individual { .. } | Form::Dashed { .. } | Form::Spaced { .. } | Form::Rfc { .. } => None,
        }
    }

    /// `NĐ-CP`, `QH15`, the issuer of a standard.
    pub fn symbol(&self) -> Option<&Symbol> {
        match &self.0 {
            Form::Normative { symbol, .. }
            | Form::Individual { symbol, .. }
            | Form::ShortYear { symbol, .. }
            | Form::Dashed { symbol, .. }
            | Form::Spaced { symbol, .. } => Some(symbol),
            Form::Standard { issuer, .. } => issuer.as_ref(),
            Form::Rfc { .. } => None,
        }
    }

    /// Whether the number alone identifies the document: it has a year, or is a standard or an RFC.
    pub fn identifies(&self) -> bool {
        !matches!(self.0, Form::Individual { .. } | Form::Dashed { .. } | Form::Spaced { .. })
    }

    /// A key for look-ups: the canonical form in lower case.
    pub fn key(&self) -> String {
        self.to_string().to_lowercase()
    }
}

impl fmt::Display for DocNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Form::Normative { serial, year, symbol } => write!(f, "{serial}/{year}/{symbol}"),
            Form::Individual { serial, symbol } => write!(f, "{serial}/{symbol}"),
            Form::ShortYear { serial, year, symbol } => write!(f, "{serial}/{year:02}/{symbol}"),
            Form::Dashed { serial, symbol } => write!(f, "{serial}-{symbol}"),
            Form::Spaced { serial, symbol } => write!(f, "{serial} {symbol}"),
            Form::Standard { series, code, year, issuer } => {
                write!(f, "{} {code}", series.code())?;
                year.map_or(Ok(()), |year| write!(f, ":{year}"))?;
                issuer.as_ref().map_or(Ok(()), |issuer| write!(f, "/{issuer}"))
            }
            Form::Rfc { number } => write!(f, "RFC {number}"),
        }
    }
}

impl Ord for DocNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |number: &Self| (number.year(), number.serial(), number.key());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for DocNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.number)?;
        self.letter.map_or(Ok(()), |letter| write!(f, "{letter}"))
    }
}

impl Series {
    pub const ALL: [Series; 8] =
        [Self::Qcvn, Self::Qcdp, Self::Tcvn, Self::Tcn, Self::Tccs, Self::Iso, Self::IsoIec, Self::Iec];

    /// The letters before the code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Qcvn => "QCVN",
            Self::Qcdp => "QCĐP",
            Self::Tcvn => "TCVN",
            Self::Tcn => "TCN",
            Self::Tccs => "TCCS",
            Self::Iso => "ISO",
            Self::IsoIec => "ISO/IEC",
            Self::Iec => "IEC",
        }
    }
}

fn is_possible(form: &Form) -> bool {
    let serial_is = |serial: &Serial| {
        (1..1_000_000).contains(&serial.number) && serial.letter.is_none_or(|letter| letter.is_ascii_lowercase())
    };
    let year_is = |year: u16| (1900..=2100).contains(&year);
    match form {
        Form::Normative { serial, year, .. } => serial_is(serial) && year_is(*year),
        Form::ShortYear { serial, year, .. } => serial_is(serial) && *year < 100,
        Form::Individual { serial, .. } | Form::Dashed { serial, .. } | Form::Spaced { serial, .. } => {
            serial_is(serial)
        }
        Form::Standard { series, code, year, .. } => {
            let national = !matches!(series, Series::Iso | Series::IsoIec | Series::Iec);
            // Only a national standard has the name of another body in its code.
            is_standard_code(code) && (national || !code.contains(' ')) && year.is_none_or(year_is)
        }
        Form::Rfc { number } => (1..100_000).contains(number),
    }
}

/// `89`, `9802-1`, `68-135`, `ISO 9001`, `ISO/IEC 27001-1`.
fn is_standard_code(code: &str) -> bool {
    let digits = ["ISO/IEC ", "ISO ", "IEC "].iter().find_map(|body| code.strip_prefix(body)).unwrap_or(code);
    let part_is = |part: &str| (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    digits.split('-').count() <= 5 && digits.split('-').all(part_is)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decree(number: u32, year: u16) -> DocNumber {
        let serial = Serial { number, letter: None };
        DocNumber::new(Form::Normative { serial, year, symbol: Symbol::new("NĐ-CP").unwrap() }).unwrap()
    }

    #[test]
    fn prints_and_orders() {
        assert_eq!(decree(5, 2013).to_string(), "05/2013/NĐ-CP");
        assert!(decree(72, 2013) < decree(102, 2013));
        assert!(decree(102, 2013) < decree(1, 2014));
        assert_eq!(decree(72, 2013).implied_type(), Some(InstrumentType::Decree));
    }

    #[test]
    fn refuses_the_impossible() {
        let symbol = Symbol::new("NĐ-CP").unwrap();
        let serial = Serial { number: 0, letter: None };
        assert_eq!(DocNumber::new(Form::Individual { serial, symbol }), None);
        let code = "89 1".to_owned();
        assert_eq!(DocNumber::new(Form::Standard { series: Series::Qcvn, code, year: None, issuer: None }), None);
    }
}
