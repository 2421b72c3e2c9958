//! The document of a citation: by number, by name, or `này`.

use super::context::goes_on_after;
use super::date::read_date;
use super::issuer::{read_issuer, read_issuers, read_lawgiver};
use super::laws::{known_name, read_short};
use super::name::{is_amending, read_name};
use super::note::note;
use super::number::{NumberRead, Trust, read_number, read_partial};
use super::token::{Class, Gap, Opening, Tokens, fold, has_eth};
use crate::model::citation::{DocumentRef, Note, NoteKind};
use crate::model::date::Date;
use crate::model::number::{Form, InstrumentType};

/// A document read, with the token after it.
pub(super) struct DocumentRead {
    pub reference: DocumentRef,
    pub after: usize,
    pub dated: Option<Date>,
    pub issuer: Option<String>,
    pub notes: Vec<Note>,
}

/// Names and short forms in lower case; where one begins another, the longer comes first.
const TYPES: [(&str, InstrumentType); 27] = [
    ("nghị định", InstrumentType::Decree),
    ("thông tư liên tịch", InstrumentType::JointCircular),
    ("thông tư liên bộ", InstrumentType::JointCircular),
    ("thông tư liên ngành", InstrumentType::JointCircular),
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
    ("sắc lệnh", InstrumentType::DecreeLaw),
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

/// Longer names of types, which only a unit before them makes part of the citation: `mục 3.5 Tiêu chuẩn quốc gia TCVN …`.
const AFTER_UNIT: [(&str, InstrumentType); 4] = [
    ("quy chuẩn kỹ thuật địa phương", InstrumentType::TechnicalRegulation),
    ("quy chuẩn kỹ thuật", InstrumentType::TechnicalRegulation),
    ("tiêu chuẩn quốc gia", InstrumentType::Standard),
    ("tiêu chuẩn cơ sở", InstrumentType::Standard),
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
    let (reference, after) = match read_type(tokens, at, cited) {
        Some((kind, next)) => {
            if tokens.text.get(tokens.range(at, next)).is_some_and(has_eth) {
                notes.push(note(NoteKind::Eth, tokens.range(at, next)));
            }
            read_typed(tokens, at, next, kind, cited, &mut notes)?
        }
        None => read_untyped(tokens, at, cited, &mut notes)?,
    };
    let (dated, issuer, after) = match reference {
        DocumentRef::This { .. } | DocumentRef::Earlier { .. } => (None, None, after),
        _ => read_tail(tokens, after, issuers_of(&reference)),
    };
    if dated.is_none() && matches!(&reference, DocumentRef::Number { number, .. } if !number.identifies()) {
        notes.push(note(NoteKind::DateMissing, tokens.range(at, after)));
    }
    Some(DocumentRead { reference, after, dated, issuer, notes })
}

fn read_type(tokens: &Tokens<'_>, at: usize, cited: bool) -> Option<(InstrumentType, usize)> {
    let word = tokens.letters(at).filter(|_| matches!(tokens.opening(at), Opening::Type | Opening::Either))?;
    let short = SHORT.iter().find(|(short, _)| *short == word).map(|(_, kind)| (*kind, at + 1));
    let names = TYPES.iter().chain(AFTER_UNIT.iter().filter(|_| cited));
    let named =
        || names.filter_map(|(name, kind)| Some((*kind, tokens.phrase(at, name)?))).max_by_key(|(_, next)| *next);
    short.or_else(named)
}

/// A document whose type is not named in full: a short form, or a number alone.
fn read_untyped(tokens: &Tokens<'_>, at: usize, cited: bool, notes: &mut Vec<Note>) -> Option<(DocumentRef, usize)> {
    if let Some(short) = read_short(tokens, at, cited) {
        let name = format!("{} {}", short.kind.name(), short.name);
        return Some(read_after_name(tokens, at + 1, short.kind, &name, notes));
    }
    if cited && let Some(found) = read_misspelt(tokens, at, notes) {
        return Some(found);
    }
    tokens.get(at).filter(|_| may_start_number(tokens, at))?;
    let read = read_number(tokens, at, Trust::Bare).or_else(|| read_stated(tokens, at))?;
    notes.extend(read.notes);
    let kind = read.number.implied_type().filter(|_| !is_of_other_type(tokens, at));
    Some((DocumentRef::Number { kind, number: read.number, name: None }, read.after))
}

/// Whether a type is before the number that has no name here: `Quy định số 262-QĐ/TW` is no decision, whatever its symbol
/// begins with.
fn is_of_other_type(tokens: &Tokens<'_>, at: usize) -> bool {
    let others = ["quy định số", "thông tri số", "quy chế số", "điều lệ số", "công điện số"];
    at > 2 && others.iter().any(|words| tokens.phrase(at - 3, words).is_some())
}

/// `số 91 TC/TCT` without a type, which is no number of a form or table; `văn bản số 12/BXX-VP`.
fn read_stated(tokens: &Tokens<'_>, at: usize) -> Option<NumberRead> {
    let tables = ["mẫu", "biểu", "bảng", "lục", "tờ", "phòng", "đường"];
    let before = at.checked_sub(2).filter(|_| tokens.is(at - 1, "số"));
    let is_table = before.is_some_and(|place| tables.iter().any(|word| tokens.is(place, word)));
    let is_document = before.is_some_and(|place| place > 0 && tokens.phrase(place - 1, "văn bản").is_some());
    let stated = at > 0 && tokens.is(at - 1, "số") && !is_table;
    let read = read_number(tokens, at, Trust::Stated).filter(|_| stated)?;
    let serves = match read.number.form() {
        // `Quy định số 262-QĐ/TW`
        Form::Dashed { symbol, .. } => symbol.as_str().contains('/'),
        Form::Spaced { symbol, .. } => symbol.as_str().contains('/'),
        Form::Individual { symbol, .. } => is_document && symbol.parts().count() > 1,
        _ => false,
    };
    serves.then_some(read)
}

/// `Nghi định số 12/2030/NĐ-XX`: a type with other tones than it has. Only right after a unit.
fn read_misspelt(tokens: &Tokens<'_>, at: usize, notes: &mut Vec<Note>) -> Option<(DocumentRef, usize)> {
    let (kind, next) = TYPES.iter().filter(|(_, kind)| is_legislation(*kind)).find_map(|(name, kind)| {
        let next = at + name.split(' ').count();
        let alike = name.split(' ').zip(at..).all(|(known, at)| is_same_but_vowels(tokens.word(at), known));
        alike.then_some((*kind, next))
    })?;
    if tokens.is(next, "này") {
        return Some((DocumentRef::This { kind }, next + 1));
    }
    let number = next + usize::from(tokens.is(next, "số"));
    let read = read_number(tokens, number, Trust::Stated).filter(|read| read.number.implied_type() == Some(kind))?;
    notes.extend(read.notes);
    Some((DocumentRef::Number { kind: Some(kind), number: read.number, name: None }, read.after))
}

fn is_same_but_vowels(word: &str, known: &str) -> bool {
    let is_consonant = |c: char| "bcdđghklmnpqrstvx".contains(c);
    let same = |(one, other): (char, char)| one == other || !is_consonant(one) && !is_consonant(other);
    word.chars().count() == known.chars().count() && word.chars().map(fold).zip(known.chars()).all(same)
}

/// The document of `Mục III Chương trình … ban hành kèm theo Quyết định số …`: what is attached to it has no unit of its own
/// here, only a title.
pub(super) fn document_of_title(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let titles =
        ["chương trình", "kế hoạch", "đề án", "chiến lược", "phương án", "quy hoạch", "hướng dẫn", "quy trình"];
    let attached = ["ban hành kèm theo", "ban hành theo", "phê duyệt tại", "phê duyệt theo", "kèm theo"];
    let title = at + usize::from(tokens.is(at, "của"));
    titles.iter().find_map(|words| tokens.phrase(title, words))?;
    let ends = |place: usize| ['.', ';', ':'].iter().any(|&mark| tokens.is_mark(place, mark));
    (title..title + LONGEST_TITLE)
        .take_while(|&place| !ends(place) && tokens.gap(place) != Gap::Paragraph)
        .find_map(|place| attached.iter().find_map(|words| tokens.phrase(place, words)))
}

/// Titles of what is attached are shorter, in words.
const LONGEST_TITLE: usize = 60;

/// The place of a document after marks that only set it apart: `**`, `[^1]`, the bracket of a link, a quoted title.
pub(super) fn skip_marks(tokens: &Tokens<'_>, at: usize) -> usize {
    let mut next = at;
    while next < at + MOST_MARKS && tokens.gap(next) != Gap::Paragraph {
        match tokens.get(next).map(|token| token.class) {
            Some(Class::Mark('[')) if tokens.is_mark(next + 1, '^') => {
                let close = (next + 2..next + 6).find(|&place| tokens.is_mark(place, ']'));
                let Some(close) = close else { break };
                next = close + 1;
            }
            Some(Class::Mark('*' | '_' | '[' | '(')) => next += 1,
            _ => break,
        }
    }
    next
}

/// More marks than are before one document.
const MOST_MARKS: usize = 12;

fn may_start_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    word.starts_with(|c: char| c.is_ascii_digit()) || matches!(word.as_bytes().first(), Some(b'Q' | b'T' | b'R' | b'I'))
}

/// Reads the words after the name of a type: a number, `này`, the name of a law.
fn read_typed(
    tokens: &Tokens<'_>,
    at: usize,
    next: usize,
    kind: InstrumentType,
    cited: bool,
    notes: &mut Vec<Note>,
) -> Option<(DocumentRef, usize)> {
    let capital = tokens.starts_with_capital(at);
    if tokens.is(next, "này") && (capital || is_legislation(kind)) && !is_case(tokens, at, kind, cited) {
        return Some((DocumentRef::This { kind }, next + 1));
    }
    // `Quyết định của Thủ tướng Chính phủ số 38/2020/QĐ-TTg`: the issuer may be before the number.
    let issued = if tokens.is(next, "của") { read_issuer(tokens, next + 1).unwrap_or(next) } else { next };
    if let Some(found) = read_numbered(tokens, issued, kind, None, notes) {
        return Some(found);
    }
    let named = if kind.is_cited_by_name() && (capital || cited) {
        read_named(tokens, at, next, kind, cited, notes)
    } else {
        None
    };
    // A number that could not be read names another document.
    let unread = tokens.is(next, "số") && tokens.digits(next + 1).is_some();
    let is_earlier = cited && capital && is_legislation(kind) && !unread;
    let earlier = || is_earlier.then_some((DocumentRef::Earlier { kind }, next));
    let in_full = capital && next > at + 1 && is_legislation(kind) && !kind.is_cited_by_name();
    let short = || short_number(tokens, next).filter(|_| in_full);
    named.or_else(|| short().map(|after| (DocumentRef::Earlier { kind }, after))).or_else(earlier)
}

/// Whether `quyết định này` in small letters is the decision of a case: `gửi quyết định này cho đương sự`. Not after a unit,
/// nor in `không trái với quyết định này`, `thi hành quyết định này`.
fn is_case(tokens: &Tokens<'_>, at: usize, kind: InstrumentType, cited: bool) -> bool {
    if cited || at == 0 || !matches!(kind, InstrumentType::Decision | InstrumentType::Resolution) {
        return false;
    }
    let small = |at: usize| tokens.phrase(at, "quyết định").is_some() && !tokens.starts_with_capital(at);
    let instrument = || ["với", "theo", "của", "hành"].iter().any(|word| tokens.is(at - 1, word));
    // `… quyết định bổ sung biện pháp bảo vệ. Quyết định này được gửi …`
    let just_made = || {
        tokens.is_mark(at - 1, '.') && tokens.gap(at) == Gap::Space && (at.saturating_sub(LAST_SENTENCE)..at).any(small)
    };
    if tokens.starts_with_capital(at) { just_made() } else { !instrument() }
}

/// The words of the sentence before that are looked at.
const LAST_SENTENCE: usize = 30;

/// `Thông tư số 206`, `Nghị định 38`: the name in short of one that the text has named before.
fn short_number(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let at = if tokens.is(at, "số") { at + 1 } else { at };
    let digits = tokens.digits(at).filter(|digits| digits.len() <= 4 && tokens.gap(at) == Gap::Space)?;
    let after = at + 1;
    let goes_on =
        tokens.is_glued(after) && ['/', '-', '.', ',', '_', '–'].iter().any(|&mark| tokens.is_mark(after, mark));
    let ends = !(goes_on && tokens.is_glued(after + 1)) && goes_on_after(tokens, after);
    (ends && !digits.starts_with("00")).then_some(after)
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
    // A doubled `số` is a slip of the keys.
    while tokens.is(place, "số") && place < at + 2 {
        place += 1;
        if tokens.is_mark(place, ':') {
            place += 1;
        }
    }
    if let Some(read) = read_number(tokens, place, Trust::Stated) {
        notes.extend(read.notes);
        let name = name.map(plain_spaces);
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
    if tokens.gap(next) == Gap::Paragraph {
        return None;
    }
    // The constitution is named by its type alone.
    let name_end = match kind {
        InstrumentType::Constitution => known_name(tokens, next).unwrap_or(next),
        _ => amending(tokens, next, kind).or_else(|| read_name(tokens, next, cited))?,
    };
    let name = tokens.text.get(tokens.range(at, name_end))?;
    Some(read_after_name(tokens, name_end, kind, name, notes))
}

/// Reads the number or the year after the name of a law, if there is one.
fn read_after_name(
    tokens: &Tokens<'_>,
    name_end: usize,
    kind: InstrumentType,
    name: &str,
    notes: &mut Vec<Note>,
) -> (DocumentRef, usize) {
    if let Some(found) = read_numbered(tokens, name_end, kind, Some(name), notes) {
        return found;
    }
    let (year, after) = read_year(tokens, name_end).unzip();
    let after = after.unwrap_or(name_end);
    let beyond = beyond_name(tokens, name_end);
    (DocumentRef::Named { kind, name: plain_spaces(name), beyond, year }, after)
}

/// The words after a name, as far as a longer name could go.
fn beyond_name(tokens: &Tokens<'_>, name_end: usize) -> String {
    let goes_on = |at: usize| {
        let word = tokens.letters(at).is_some() || tokens.is_mark(at, ',');
        word && matches!(tokens.gap(at), Gap::None | Gap::Space)
    };
    let words = (name_end..name_end + LONGEST_BEYOND).take_while(|&at| goes_on(at)).count();
    plain_spaces(tokens.text.get(tokens.range(name_end, name_end + words)).unwrap_or_default())
}

/// The longest names of laws have some twenty words.
const LONGEST_BEYOND: usize = 20;

/// The name on one line.
fn plain_spaces(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `năm 2009`, or the bare year.
fn read_year(tokens: &Tokens<'_>, at: usize) -> Option<(u16, usize)> {
    let place = if tokens.is(at, "năm") { at + 1 } else { at };
    let year = tokens.digits(place).filter(|digits| digits.len() == 4)?.parse().ok()?;
    (1945..=2100).contains(&year).then_some((year, place + 1))
}

/// The end of the name of an amending law: `Luật sửa đổi, bổ sung một số điều của Luật Viễn thông và Luật Báo chí`.
///
/// Where what it amends has no name here, only a number that follows soon shows where the name ends.
fn amending(tokens: &Tokens<'_>, at: usize, kind: InstrumentType) -> Option<usize> {
    if !is_amending(tokens, at) {
        return None;
    }
    let ends = |place: usize| tokens.is_mark(place, '.') || tokens.is_mark(place, ';') || place >= tokens.len();
    let window = || (at..at + 60).take_while(|&place| !ends(place));
    let of_law = window().take(20).find_map(|place| amended_laws(tokens, place));
    let numbered = window().find(|&place| {
        let read = || read_number(tokens, place + 1, Trust::Stated);
        // The number of a decree further on is not that of the law.
        let own = |read: NumberRead| read.number.implied_type().is_none_or(|implied| implied == kind);
        tokens.is(place, "số") && read().is_some_and(own)
    });
    of_law.or(numbered)
}

/// The end of `Luật Viễn thông, Luật Báo chí và Bộ luật Lao động`: the laws that one law amends.
fn amended_laws(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut end = amended_law(tokens, at)?;
    for _ in 0..MOST_AMENDED {
        let joined = tokens.is_mark(end, ',') || tokens.is(end, "và");
        let place = end + 1 + usize::from(tokens.is_mark(end, ',') && tokens.is(end + 1, "và"));
        match amended_law(tokens, place).filter(|_| joined) {
            Some(next) => end = next,
            None => break,
        }
    }
    Some(end)
}

/// More laws than one law has amended yet.
const MOST_AMENDED: usize = 40;

fn amended_law(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    // `37 luật có liên quan đến quy hoạch`
    if tokens.digits(at).is_some() {
        let of = ["luật có liên quan đến", "luật liên quan đến"];
        return of.iter().find_map(|words| tokens.phrase(at + 1, words)).and_then(|name| read_name(tokens, name, true));
    }
    let types = ["luật", "bộ luật", "pháp lệnh"];
    let name = types.iter().find_map(|word| tokens.phrase(at, word)).filter(|_| tokens.starts_with_capital(at))?;
    read_name(tokens, name, true)
}

/// Who issues what is cited.
#[derive(Clone, Copy)]
enum Issuers {
    One,
    /// Several bodies together.
    Joint,
    /// No law is a ministry's: `hướng dẫn Luật Báo chí của Bộ …` speaks of the guidance.
    OfLaws,
}

fn issuers_of(reference: &DocumentRef) -> Issuers {
    let of = |kind: &InstrumentType| match kind {
        InstrumentType::JointCircular | InstrumentType::JointResolution => Issuers::Joint,
        kind if kind.is_cited_by_name() => Issuers::OfLaws,
        _ => Issuers::One,
    };
    match reference {
        DocumentRef::Number { kind, number, .. } => {
            let joint = |part: &str| matches!(part, "TTLT" | "NQLT" | "LB" | "LT");
            let signed = number.symbol().is_some_and(|symbol| symbol.parts().any(joint));
            if signed { Issuers::Joint } else { kind.as_ref().map_or(Issuers::One, of) }
        }
        DocumentRef::Partial { kind, .. } | DocumentRef::Named { kind, .. } => of(kind),
        _ => Issuers::One,
    }
}

fn read_issuers_of(tokens: &Tokens<'_>, at: usize, issuers: Issuers) -> Option<usize> {
    match issuers {
        Issuers::One => read_issuer(tokens, at),
        Issuers::Joint => read_issuers(tokens, at),
        Issuers::OfLaws => read_lawgiver(tokens, at),
    }
}

/// `(X11-X14)` of `Quyết định số 170/2030/QĐ-XX (X11)`: the unit of the issuer that drew it up.
fn skip_unit(tokens: &Tokens<'_>, at: usize) -> usize {
    let coded = tokens.letters(at + 1).is_some_and(|word| {
        word.starts_with(char::is_uppercase)
            && word.ends_with(|c: char| c.is_ascii_digit())
            && word.chars().count() <= 4
    });
    let close = (at + 2..at + 5).find(|&place| tokens.is_mark(place, ')'));
    if tokens.is_mark(at, '(') && coded { close.map_or(at, |close| close + 1) } else { at }
}

/// The date and the issuer after a document, in either order.
fn read_tail(tokens: &Tokens<'_>, at: usize, issuers: Issuers) -> (Option<Date>, Option<String>, usize) {
    let at = skip_unit(tokens, at);
    let (mut dated, mut issuer, mut after) = (None, None, at);
    for _ in 0..2 {
        let comma = usize::from(tokens.is_mark(after, ','));
        if dated.is_none()
            && let Some((date, next)) = read_date(tokens, after).or_else(|| read_date(tokens, after + comma))
        {
            (dated, after) = (Some(date), next);
        } else if issuer.is_none()
            && tokens.is(after, "của")
            && let Some(next) = read_issuers_of(tokens, after + 1, issuers)
        {
            issuer = tokens.text.get(tokens.range(after + 1, next)).map(str::to_owned);
            after = next;
        }
    }
    (dated, issuer, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_opens_a_citation() {
        for (word, kind) in TYPES.into_iter().chain(SHORT) {
            assert_eq!(read_type(&Tokens::new(word), 0, false).map(|(kind, _)| kind), Some(kind), "{word}");
        }
    }
}
