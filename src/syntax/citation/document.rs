//! The document of a citation: by number, by name, or `này`.

use super::date::read_date;
use super::issuer::read_issuer;
use super::name::read_name;
use super::note::{Note, NoteKind, note};
use super::number::{Trust, read_number, read_partial};
use super::token::{Tokens, has_eth};
use crate::model::date::Date;
use crate::model::number::{DocNumber, InstrumentType};

/// What a citation says of its document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DocumentRef {
    /// `Nghị định số 72/2013/NĐ-CP`, `Luật Viễn thông số 24/2023/QH15`, `QCVN 89:2015/BTTTT`.
    Number {
        /// The type named, or else the one that the number implies.
        kind: Option<InstrumentType>,
        number: DocNumber,
        /// The name of a law given beside its number, with its type: `Luật Viễn thông`.
        name: Option<String>,
    },
    /// `NĐ 73/2019`: the rest of the number is to be looked up.
    Partial { kind: InstrumentType, serial: u32, year: u16 },
    /// `Luật Viễn thông`: by name alone, to be resolved by date; with its year where one is given (`… năm 2009`).
    Named { kind: InstrumentType, name: String, year: Option<u16> },
    /// `Nghị định này`.
    This { kind: InstrumentType },
    /// No document is named: the one that the words stand in.
    Unstated,
}

/// A document read, with the token after it.
pub(super) struct DocumentRead {
    pub reference: DocumentRef,
    pub after: usize,
    pub dated: Option<Date>,
    pub issuer: Option<String>,
    pub notes: Vec<Note>,
}

/// Names and short forms in lower case; where one begins another, the longer comes first.
const TYPES: [(&str, InstrumentType); 24] = [
    ("nghị định", InstrumentType::Decree),
    ("thông tư liên tịch", InstrumentType::JointCircular),
    ("thông tư", InstrumentType::Circular),
    ("luật", InstrumentType::Law),
    ("quyết định", InstrumentType::Decision),
    ("bộ luật", InstrumentType::Code),
    ("nghị quyết liên tịch", InstrumentType::JointResolution),
    ("nghị quyết", InstrumentType::Resolution),
    ("pháp lệnh", InstrumentType::Ordinance),
    ("hiến pháp", InstrumentType::Constitution),
    ("chỉ thị", InstrumentType::Directive),
    ("công văn", InstrumentType::OfficialLetter),
    ("văn bản hợp nhất", InstrumentType::ConsolidatedText),
    ("lệnh", InstrumentType::Order),
    ("quy chuẩn kỹ thuật quốc gia", InstrumentType::TechnicalRegulation),
    ("quy chuẩn", InstrumentType::TechnicalRegulation),
    ("tiêu chuẩn", InstrumentType::Standard),
    ("chương trình", InstrumentType::Programme),
    ("kế hoạch", InstrumentType::Plan),
    ("tài liệu hướng dẫn", InstrumentType::Guidance),
    ("thông báo", InstrumentType::Notice),
    ("báo cáo", InstrumentType::Report),
    ("tờ trình", InstrumentType::Submission),
    ("kết luận", InstrumentType::Conclusion),
];

const SHORT: [(&str, InstrumentType); 10] = [
    ("NĐ", InstrumentType::Decree),
    ("NÐ", InstrumentType::Decree),
    ("QĐ", InstrumentType::Decision),
    ("QÐ", InstrumentType::Decision),
    ("TT", InstrumentType::Circular),
    ("TTLT", InstrumentType::JointCircular),
    ("NQ", InstrumentType::Resolution),
    ("CT", InstrumentType::Directive),
    ("VBHN", InstrumentType::ConsolidatedText),
    ("CV", InstrumentType::OfficialLetter),
];

/// Reads a document at `at`. `cited` where units stand right before it.
pub(super) fn read_document(tokens: &Tokens<'_>, at: usize, cited: bool) -> Option<DocumentRead> {
    let mut notes = Vec::new();
    let (reference, after) = match read_type(tokens, at) {
        Some((kind, next)) => {
            if tokens.text.get(tokens.range(at, next)).is_some_and(has_eth) {
                notes.push(note(NoteKind::Eth, tokens.range(at, next)));
            }
            read_typed(tokens, at, next, kind, cited, &mut notes)?
        }
        None => {
            tokens.get(at).filter(|_| may_start_number(tokens, at))?;
            let read = read_number(tokens, at, Trust::Bare)?;
            notes.extend(read.notes);
            (DocumentRef::Number { kind: read.number.implied_type(), number: read.number, name: None }, read.after)
        }
    };
    let (dated, issuer, after) = match reference {
        DocumentRef::This { .. } => (None, None, after),
        _ => read_tail(tokens, after),
    };
    if dated.is_none() && matches!(&reference, DocumentRef::Number { number, .. } if !number.identifies()) {
        notes.push(note(NoteKind::DateMissing, tokens.range(at, after)));
    }
    Some(DocumentRead { reference, after, dated, issuer, notes })
}

fn read_type(tokens: &Tokens<'_>, at: usize) -> Option<(InstrumentType, usize)> {
    let word = tokens.letters(at)?;
    let short = SHORT.iter().find(|(short, _)| *short == word).map(|(_, kind)| (*kind, at + 1));
    short.or_else(|| TYPES.iter().find_map(|(name, kind)| tokens.phrase(at, name).map(|next| (*kind, next))))
}

fn may_start_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    word.starts_with(|c: char| c.is_ascii_digit()) || matches!(word.as_bytes().first(), Some(b'Q' | b'T' | b'R'))
}

/// What follows the name of a type: a number, `này`, the name of a law.
fn read_typed(
    tokens: &Tokens<'_>,
    at: usize,
    next: usize,
    kind: InstrumentType,
    cited: bool,
    notes: &mut Vec<Note>,
) -> Option<(DocumentRef, usize)> {
    let capital = tokens.starts_with_capital(at);
    if tokens.is(next, "này") && (capital || is_legislation(kind)) {
        return Some((DocumentRef::This { kind }, next + 1));
    }
    // `Quyết định của Thủ tướng Chính phủ số 38/2020/QĐ-TTg`: the issuer may stand before the number.
    let issued = if tokens.is(next, "của") { read_issuer(tokens, next + 1).unwrap_or(next) } else { next };
    if let Some(found) = read_numbered(tokens, issued, kind, None, notes) {
        return Some(found);
    }
    if !kind.is_cited_by_name() || !(capital || cited) {
        return None;
    }
    read_named(tokens, at, next, kind, cited, notes)
}

fn is_legislation(kind: InstrumentType) -> bool {
    use InstrumentType::*;
    kind.is_cited_by_name()
        || matches!(kind, Decree | Decision | Circular | JointCircular | Resolution | JointResolution | Directive)
}

/// `số 72/2013/NĐ-CP`, `73/2019`.
fn read_numbered(
    tokens: &Tokens<'_>,
    at: usize,
    kind: InstrumentType,
    name: Option<&str>,
    notes: &mut Vec<Note>,
) -> Option<(DocumentRef, usize)> {
    let mut place = at;
    if tokens.is(place, "số") {
        place += 1;
        if tokens.is_mark(place, ':') {
            place += 1;
        }
    }
    if let Some(read) = read_number(tokens, place, Trust::Stated) {
        notes.extend(read.notes);
        let name = name.map(str::to_owned);
        return Some((DocumentRef::Number { kind: Some(kind), number: read.number, name }, read.after));
    }
    let (serial, year, after) = read_partial(tokens, place)?;
    notes.push(note(NoteKind::SymbolMissing, tokens.range(place, after)));
    Some((DocumentRef::Partial { kind, serial: serial.number, year }, after))
}

fn read_named(
    tokens: &Tokens<'_>,
    at: usize,
    next: usize,
    kind: InstrumentType,
    cited: bool,
    notes: &mut Vec<Note>,
) -> Option<(DocumentRef, usize)> {
    // The constitution is named by its type alone.
    let after = match kind {
        InstrumentType::Constitution => tokens.phrase(next, "nước cộng hòa xã hội chủ nghĩa việt nam").unwrap_or(next),
        _ => amending(tokens, next).or_else(|| read_name(tokens, next, cited))?,
    };
    let name = tokens.text.get(tokens.range(at, after))?;
    if let Some(found) = read_numbered(tokens, after, kind, Some(name), notes) {
        return Some(found);
    }
    let year = tokens.digits(after + 1).filter(|digits| digits.len() == 4 && tokens.is(after, "năm"));
    let year: Option<u16> = year.and_then(|digits| digits.parse().ok());
    let after = if year.is_some() { after + 2 } else { after };
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    Some((DocumentRef::Named { kind, name, year }, after))
}

/// The name of an amending law, which names other laws: `Luật sửa đổi, bổ sung một số điều của Luật … số …`.
///
/// It counts only where a number follows soon, since nothing else tells where it ends.
fn amending(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    tokens.phrase(at, "sửa đổi").or_else(|| tokens.phrase(at, "bổ sung"))?;
    let ends = |place: usize| tokens.is_mark(place, '.') || place >= tokens.len();
    (at..at + 60)
        .take_while(|&place| !ends(place))
        .find(|&place| tokens.is(place, "số") && read_number(tokens, place + 1, Trust::Stated).is_some())
}

/// The date and the issuer after a document, in either order.
fn read_tail(tokens: &Tokens<'_>, at: usize) -> (Option<Date>, Option<String>, usize) {
    let (mut dated, mut issuer, mut after) = (None, None, at);
    for _ in 0..2 {
        let comma = usize::from(tokens.is_mark(after, ','));
        if dated.is_none()
            && let Some((date, next)) = read_date(tokens, after).or_else(|| read_date(tokens, after + comma))
        {
            (dated, after) = (Some(date), next);
        } else if issuer.is_none()
            && tokens.is(after, "của")
            && let Some(next) = read_issuer(tokens, after + 1)
        {
            issuer = tokens.text.get(tokens.range(after + 1, next)).map(str::to_owned);
            after = next;
        }
    }
    (dated, issuer, after)
}
