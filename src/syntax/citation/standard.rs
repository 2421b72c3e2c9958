//! The grammar of standards and of RFCs: `QCVN 89:2015/BTTTT`, `TCVN ISO/IEC 27001:2009`, `RFC 8200`.

use super::note::note;
use super::number::NumberRead;
use super::symbol::read_symbol;
use super::token::{Gap, Tokens};
use crate::model::citation::{Note, NoteKind};
use crate::model::number::{DocNumber, Form, Series, Symbol};

pub(super) fn read_standard(tokens: &Tokens<'_>, at: usize) -> Option<NumberRead> {
    let series = tokens.letters(at)?;
    if series == "RFC" {
        return read_rfc(tokens, at);
    }
    let joint = series == "ISO" && tokens.is_mark(at + 1, '/') && tokens.word(at + 2) == "IEC";
    let code_at = if joint { at + 3 } else { at + 1 };
    let series = match series {
        "QCÐP" => Series::Qcdp,
        _ if joint => Series::IsoIec,
        _ => Series::ALL.into_iter().find(|known| known.code() == series)?,
    };
    let mut notes = Vec::new();
    if series == Series::Qcdp && tokens.word(at) != series.code() {
        notes.push(note(NoteKind::Eth, tokens.range(at, at + 1)));
    }
    let (code, mut after) = read_code(tokens, code_at, &mut notes)?;
    let mut year = None;
    if is_colon(tokens, after) {
        let digits = tokens.digits(after + 1).filter(|digits| digits.len() == 4).and_then(|digits| digits.parse().ok());
        if let Some(digits) = digits.filter(|year| (1900..=2100).contains(year) && tokens.gap(after + 1) != Gap::Line) {
            if !(tokens.is_glued(after) && tokens.is_glued(after + 1)) {
                notes.push(note(NoteKind::StraySpace, tokens.range(after - 1, after + 2)));
            }
            (year, after) = (Some(digits), after + 2);
        }
    }
    let issuer = read_issuer(tokens, after, &mut notes);
    if issuer.is_some() {
        after += 2;
    }
    let number = DocNumber::new(Form::Standard { series, code, year, issuer })?;
    Some(NumberRead { number, after, notes })
}

fn read_rfc(tokens: &Tokens<'_>, at: usize) -> Option<NumberRead> {
    let digits = tokens.digits(at + 1).filter(|digits| digits.len() <= 5 && !digits.starts_with('0'))?;
    let number = DocNumber::new(Form::Rfc { number: digits.parse().ok()? })?;
    Some(NumberRead { number, after: at + 2, notes: Vec::new() })
}

/// `89`, `9802-1`, `ISO 9001`, `ISO/IEC 27001-1`.
fn read_code(tokens: &Tokens<'_>, at: usize, notes: &mut Vec<Note>) -> Option<(String, usize)> {
    let joint = tokens.word(at) == "ISO" && tokens.is_mark(at + 1, '/') && tokens.word(at + 2) == "IEC";
    let (body, mut next) = match tokens.word(at) {
        "ISO" if joint => ("ISO/IEC ", at + 3),
        "ISO" => ("ISO ", at + 1),
        "IEC" => ("IEC ", at + 1),
        _ => ("", at),
    };
    let part = |at: usize| tokens.digits(at).filter(|digits| digits.len() <= 6);
    let mut code = format!("{body}{}", part(next).filter(|_| tokens.gap(next) != Gap::Paragraph)?);
    next += 1;
    let mut parts = 1;
    let dash = |at: usize| tokens.is_mark(at, '-') || tokens.is_mark(at, '–');
    while parts < 5 && dash(next) && matches!(tokens.gap(next), Gap::None | Gap::Space) {
        // `QCVN 01- 150:2017`: only the year shows that the dash is of the code.
        let torn = !(tokens.is_glued(next) && tokens.is_glued(next + 1)) && tokens.is_mark(next + 2, ':');
        let Some(digits) = part(next + 1).filter(|_| torn || tokens.is_glued(next + 1)) else { break };
        if torn {
            notes.push(note(NoteKind::StraySpace, tokens.range(next - 1, next + 2)));
        }
        code.push('-');
        code.push_str(digits);
        (next, parts) = (next + 2, parts + 1);
    }
    Some((code, next))
}

/// `:` before the year, or the full stop that stands for it in `QCVN 11.2008/BTNMT`.
fn is_colon(tokens: &Tokens<'_>, at: usize) -> bool {
    let glued = tokens.is_glued(at) && tokens.is_glued(at + 1);
    tokens.is_mark(at, ':') || tokens.is_mark(at, '.') && glued && tokens.is_mark(at + 2, '/')
}

fn read_issuer(tokens: &Tokens<'_>, at: usize, notes: &mut Vec<Note>) -> Option<Symbol> {
    let near = matches!(tokens.gap(at), Gap::None | Gap::Space) && matches!(tokens.gap(at + 1), Gap::None | Gap::Space);
    // `QCVN 6:2010-BKHCN` has a hyphen for the slash.
    let hyphen = tokens.is_mark(at, '-') && tokens.is_glued(at) && tokens.is_glued(at + 1);
    let parted = tokens.is_mark(at, '/') && near || hyphen;
    let read = read_symbol(tokens, at + 1, &mut Vec::new()).filter(|_| parted)?;
    if !(tokens.is_glued(at) && tokens.is_glued(at + 1)) {
        notes.push(note(NoteKind::StraySpace, tokens.range(at - 1, at + 2)));
    }
    (read.after == at + 2).then_some(read.symbol)
}
