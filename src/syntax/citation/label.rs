//! The grammar of labels: what may follow `Điều`, `khoản`, `Phụ lục`.

use std::num::NonZeroU16;

use super::note::note;
use super::token::{Class, Gap, Tokens, fold, same_folded};
use crate::model::citation::{Note, NoteKind};
use crate::model::provision::{Label, Letter, MixedLabel, ORDINAL_WORDS, Unit, UnitKind, read_roman};

/// How the place of a label was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum LabelRead {
    Label(Label),
    /// `này`.
    This,
    /// A single letter that labels nothing, such as `f`.
    BadLetter(char),
    /// A label that units of this kind do not have by the rules, as a few old texts print it: `khoản a`, `khoản 2.3`.
    Unusual(Label),
    /// What labels no unit of this kind: `Điều a`, `khoản 0`.
    BadLabel,
}

/// Reads the label of a unit of `kind` at `at`; `None` where nothing there looks like one.
///
/// Gives the index after it. `UnitKind::Section` stands for every mục, as only the units around distinguish the two.
pub(super) fn read_label(
    tokens: &Tokens<'_>,
    at: usize,
    kind: UnitKind,
    notes: &mut Vec<Note>,
) -> Option<(LabelRead, usize)> {
    use UnitKind::*;
    if tokens.is(at, "này") {
        return Some((LabelRead::This, at + 1));
    }
    let found = match kind {
        Article | Clause | Subsection => number(tokens, at, notes),
        Point | Subpoint => mixed(tokens, at, kind, notes)
            .or_else(|| letter(tokens, at, notes))
            .or_else(|| dotted(tokens, at))
            .or_else(|| number(tokens, at, notes)),
        Section | Item => mixed(tokens, at, kind, notes)
            .or_else(|| dotted(tokens, at))
            .or_else(|| number(tokens, at, notes))
            .or_else(|| capital(tokens, at, kind))
            .or_else(|| small_of_section(tokens, at)),
        Part => ordinal(tokens, at, false, notes)
            .or_else(|| mixed(tokens, at, kind, notes))
            .or_else(|| capital(tokens, at, kind))
            .or_else(|| digits_for_roman(tokens, at, notes)),
        Chapter => capital(tokens, at, kind)
            .filter(|(label, _)| matches!(label, Label::Roman { .. }))
            .or_else(|| digits_for_roman(tokens, at, notes)),
        Paragraph | Dash => ordinal(tokens, at, true, notes),
        Annex | List | Schedule | Form => attached(tokens, at, kind, notes),
        Regulation | Rules | Charter => Some((Label::Unlabelled, at)),
    };
    let found = found.map(|(label, next)| (LabelRead::Label(label), next));
    let found = found.or_else(|| unusual(tokens, at, kind).map(|label| (LabelRead::Unusual(label), at + 1)));
    found.or_else(|| wrong(tokens, at, kind).map(|read| (read, at + 1)))
}

/// `a` of `khoản a`, `III` of `khoản III`.
fn unusual(tokens: &Tokens<'_>, at: usize, kind: UnitKind) -> Option<Label> {
    if kind != UnitKind::Clause {
        return None;
    }
    let small = || letter(tokens, at, &mut Vec::new()).filter(|_| !tokens.starts_with_capital(at));
    let (label, _) = capital(tokens, at, kind).or_else(small)?;
    Unit::new(kind, label.clone()).ok().map(|_| label)
}

/// The dotted label that a number and its tail are together, where units of `kind` may print one: `2.3` of `khoản 2.3`.
pub(super) fn unusual_with_tail(tokens: &Tokens<'_>, at: usize, kind: UnitKind, tail: usize) -> Option<Label> {
    let (label, after) = dotted(tokens, at)?;
    (after == tail && Unit::new(kind, label.clone()).is_ok()).then_some(label)
}

/// `15`, `15a`.
fn number(tokens: &Tokens<'_>, at: usize, notes: &mut Vec<Note>) -> Option<(Label, usize)> {
    let word = tokens.word(at);
    let split = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (digits, suffix) = word.split_at_checked(split)?;
    let number = small_number(digits)?;
    let mut after = suffix.chars();
    let letter = match (after.next(), after.next()) {
        (None, _) => None,
        (Some(c), None) => Some(Letter::new(fold(c))?),
        (Some(_), Some(_)) => return None,
    };
    if digits.starts_with('0') {
        notes.push(note(NoteKind::LeadingZero, tokens.range(at, at + 1)));
    }
    if suffix.starts_with(char::is_uppercase) {
        notes.push(note(NoteKind::Case, tokens.range(at, at + 1)));
    }
    Some((Label::Number { number, letter }, at + 1))
}

/// `đ`, `đ1`.
fn letter(tokens: &Tokens<'_>, at: usize, notes: &mut Vec<Note>) -> Option<(Label, usize)> {
    let word = tokens.letters(at)?;
    let mut chars = word.chars();
    let first = chars.next()?;
    let letter = Letter::new(fold(first))?;
    let number = match chars.as_str() {
        "" => None,
        digits => Some(small_number(digits).filter(|_| !digits.starts_with('0'))?),
    };
    if first.is_uppercase() && first != 'Ð' {
        notes.push(note(NoteKind::Case, tokens.range(at, at + 1)));
    }
    Some((Label::Letter { letter, number }, at + 1))
}

/// `1.11`: numbers and full stops with nothing between them.
fn dotted(tokens: &Tokens<'_>, at: usize) -> Option<(Label, usize)> {
    let plain = |at: usize| small_number(tokens.digits(at)?).filter(|_| !tokens.word(at).starts_with('0'));
    let mut numbers = vec![plain(at)?];
    let mut next = at + 1;
    while numbers.len() < 8 && tokens.is_mark(next, '.') && tokens.is_glued(next) && tokens.is_glued(next + 1) {
        let Some(number) = plain(next + 1) else { break };
        numbers.push(number);
        next += 2;
    }
    (numbers.len() > 1).then_some((Label::Dotted(numbers), next))
}

/// `II`, `IIa`, `IA`, `B`, `B1`, as parts, chapters and annexes are labelled.
fn capital(tokens: &Tokens<'_>, at: usize, kind: UnitKind) -> Option<(Label, usize)> {
    let word = tokens.letters(at)?;
    let letters_serve = kind != UnitKind::Chapter;
    let label = if letters_serve && matches!(word, "C" | "D" | "L" | "M") {
        lone_capital(word)?
    } else if let Some(number) = read_roman(word) {
        Label::Roman { number, letter: None }
    } else if let Some(label) = lone_capital(word).filter(|_| letters_serve) {
        label
    } else {
        let (last, c) = word.char_indices().next_back()?;
        let number = read_roman(word.get(..last)?)?;
        Label::Roman { number, letter: Some(Letter::new(fold(c))?) }
    };
    Some((label, at + 1))
}

fn lone_capital(word: &str) -> Option<Label> {
    let first = word.chars().next().filter(|c| c.is_uppercase())?;
    let letter = Letter::new(fold(first))?;
    let digits = word.get(first.len_utf8()..)?;
    let number = if digits.is_empty() { None } else { Some(small_number(digits)?) };
    Some(Label::Letter { letter, number })
}

/// `a` of `mục a Điều 1`: only right before the unit that it is in, since a word in small letters may be any.
fn small_of_section(tokens: &Tokens<'_>, at: usize) -> Option<(Label, usize)> {
    letter(tokens, at, &mut Vec::new()).filter(|_| tokens.is(at + 1, "điều") && !tokens.starts_with_capital(at))
}

/// `thứ hai`, `thứ 4`; without `thứ` only digits, where the caller allows it.
fn ordinal(tokens: &Tokens<'_>, at: usize, bare: bool, notes: &mut Vec<Note>) -> Option<(Label, usize)> {
    let (place, has_word) = if tokens.is(at, "thứ") { (at + 1, true) } else { (at, false) };
    if let Some(digits) = tokens.digits(place).filter(|_| has_word || bare) {
        let number = small_number(digits)?;
        if !has_word || digits.starts_with('0') {
            notes.push(note(NoteKind::LabelScript, tokens.range(at, place + 1)));
        }
        return Some((Label::Ordinal(number), place + 1));
    }
    let word = tokens.letters(place).filter(|_| has_word)?;
    // Both spellings of the fourth and of the seventh are in use.
    let index = match ORDINAL_WORDS.iter().position(|known| same_folded(word, known)) {
        Some(index) => index,
        None if same_folded(word, "bốn") => 3,
        None if same_folded(word, "bẩy") => 6,
        None => return None,
    };
    let number = NonZeroU16::new(u16::try_from(index + 1).ok()?)?;
    Some((Label::Ordinal(number), place + 1))
}

/// `Chương 2`, which the law writes `Chương II`.
fn digits_for_roman(tokens: &Tokens<'_>, at: usize, notes: &mut Vec<Note>) -> Option<(Label, usize)> {
    let number = small_number(tokens.digits(at)?).filter(|number| !matches!(number.get(), 50 | 100 | 500 | 1000))?;
    notes.push(note(NoteKind::LabelScript, tokens.range(at, at + 1)));
    Some((Label::Roman { number, letter: None }, at + 1))
}

/// The label of an annex, with or without `số`; forms must have one, the others may be the only one.
fn attached(tokens: &Tokens<'_>, at: usize, kind: UnitKind, notes: &mut Vec<Note>) -> Option<(Label, usize)> {
    let with_word = tokens.is(at, "số");
    let place = if with_word { at + 1 } else { at };
    // Forms are numbered with two digits, so that their zero is canonical.
    let mut zeros = Vec::new();
    let found = mixed(tokens, place, kind, notes)
        .or_else(|| spaced(tokens, place, kind))
        .or_else(|| dotted(tokens, place))
        .or_else(|| dotted_form(tokens, place).filter(|_| matches!(kind, UnitKind::Form | UnitKind::Annex)))
        .or_else(|| number(tokens, place, &mut zeros))
        .or_else(|| capital(tokens, place, kind));
    let is_form = kind == UnitKind::Form;
    match found {
        Some(found) => {
            let is_usual = matches!(found.0, Label::Mixed(_)) || with_word == (is_form && is_number(&found.0));
            if !is_usual {
                notes.push(note(NoteKind::ExtraWord, tokens.range(at, place + 1)));
            }
            notes.extend(zeros.into_iter().filter(|note| !is_form || note.kind != NoteKind::LeadingZero));
            Some(found)
        }
        None => (!is_form && !with_word).then_some((Label::Unlabelled, at)),
    }
}

fn is_number(label: &Label) -> bool {
    matches!(label, Label::Number { .. })
}

/// `12/PLI`, `II.11`, `d.3`: letters and numbers that marks hold together.
fn mixed(tokens: &Tokens<'_>, at: usize, kind: UnitKind, notes: &mut Vec<Note>) -> Option<(Label, usize)> {
    tokens.get(at).filter(|token| matches!(token.class, Class::Word | Class::Digits))?;
    let mut text = tokens.word(at).to_owned();
    let mut next = at + 1;
    let mut torn = None;
    while next < at + LONGEST_TAIL
        && let Some(separator) = separator(tokens, next, kind)
    {
        torn = torn.or_else(|| (!tokens.is_glued(next + 1)).then_some(next));
        text.push(separator);
        text.push_str(tokens.word(next + 1));
        next += 2;
    }
    let label = Label::Mixed(MixedLabel::new(&text)?);
    Unit::new(kind, label.clone()).ok()?;
    notes.extend(torn.map(|mark| note(NoteKind::StraySpace, tokens.range(mark - 1, mark + 2))));
    Some((label, next))
}

/// `NCNXX 15` of `Mẫu NCNXX 15`: the sign of a series of forms, with a number in it.
fn spaced(tokens: &Tokens<'_>, at: usize, kind: UnitKind) -> Option<(Label, usize)> {
    let sign = tokens.letters(at).filter(|sign| sign.chars().count() > 2 && sign.chars().all(char::is_uppercase))?;
    let number = tokens.digits(at + 1).filter(|number| number.len() < 4 && tokens.gap(at + 1) == Gap::Space)?;
    let roman = read_roman(sign).is_some() || kind != UnitKind::Form || !ends_word(tokens, at + 2);
    let label = MixedLabel::new(&format!("{sign} {number}")).filter(|_| !roman)?;
    Some((Label::Mixed(label), at + 2))
}

/// Whether nothing is glued on before `at`.
fn ends_word(tokens: &Tokens<'_>, at: usize) -> bool {
    !(tokens.is_glued(at) && tokens.is_glued(at + 1))
}

/// The mark at `at` where a further part of a label follows it. In the sign of a form a space may have slipped in after it.
fn separator(tokens: &Tokens<'_>, at: usize, kind: UnitKind) -> Option<char> {
    let Some(Class::Mark(mark)) = tokens.get(at).map(|token| token.class).filter(|_| tokens.is_glued(at)) else {
        return None;
    };
    let part = tokens.word(at + 1);
    let is_word = tokens.letters(at + 1).is_some() || tokens.digits(at + 1).is_some();
    let of_form = matches!(kind, UnitKind::Form | UnitKind::Schedule);
    // `B5- DAXX`, `21. BBXX`
    let capitals = part.chars().take_while(|c| c.is_uppercase()).count();
    let number = tokens.digits(at + 1).is_some() && at > 0 && tokens.letters(at - 1).is_some();
    let sign =
        mark == '-' && (capitals > 1 || number) || mark == '.' && capitals > 2 && capitals == part.chars().count();
    let torn = of_form && sign && tokens.gap(at + 1) == Gap::Space;
    let mark = if matches!(mark, '–' | '‑') { '-' } else { mark };
    let holds = mark == '.' || kind.is_annex() && matches!(mark, '/' | '-' | '&');
    (holds && is_word && (tokens.is_glued(at + 1) || torn)).then_some(mark)
}

/// Reads the rest glued to a label with full stops or a hyphen: `.2` of `Điều 5.2`, `.3.NĐ.4.18` of a number of the codification,
/// `-A` of `Chương IV-A`. Gives the token after it.
pub(super) fn read_tail(tokens: &Tokens<'_>, after: usize, kind: UnitKind) -> Option<usize> {
    let in_text = matches!(kind, UnitKind::Article | UnitKind::Clause);
    let mut next = after;
    while next < after + LONGEST_TAIL && tokens.is_glued(next) && tokens.is_glued(next + 1) {
        let goes_on = match () {
            () if tokens.is_mark(next, '.') => {
                let letter = in_text && tokens.letters(next + 1).is_some_and(|word| word.chars().count() == 1);
                tokens.digits(next + 1).is_some() || letter || is_code(tokens, next + 1)
            }
            () if tokens.is_mark(next, '-') => kind.is_grouping() && is_code(tokens, next + 1),
            () => false,
        };
        if !goes_on {
            break;
        }
        next += 2;
    }
    (next > after).then_some(next)
}

const LONGEST_TAIL: usize = 16;

/// `NĐ` or `A`, not the first word of a sentence that lacks its space.
fn is_code(tokens: &Tokens<'_>, at: usize) -> bool {
    let capital = |c: char| c.is_uppercase() || c.is_ascii_digit();
    tokens.letters(at).is_some_and(|word| word.chars().count() <= 5 && word.chars().all(capital))
}

/// The units in a tail, from the larger to the smaller: the khoản of `Điều 5.2`, the khoản and the điểm of `Điều 5.2.a`, the
/// điểm of `khoản 2.a`; `None` where the tail is something else.
pub(super) fn units_in_tail(
    tokens: &Tokens<'_>,
    kind: UnitKind,
    after: usize,
    tail: usize,
) -> Option<Vec<(UnitKind, Label)>> {
    let mut units = Vec::new();
    let mut next = after;
    if kind == UnitKind::Article {
        let number = small_number(tokens.digits(next + 1)?)?;
        units.push((UnitKind::Clause, Label::Number { number, letter: None }));
        next += 2;
    }
    if next < tail {
        let (label, _) = letter(tokens, next + 1, &mut Vec::new())?;
        units.push((UnitKind::Point, label));
        next += 2;
    }
    (next == tail && matches!(kind, UnitKind::Article | UnitKind::Clause)).then_some(units)
}

/// `02.01` of `Mẫu số 02.01`: forms are numbered with two digits.
fn dotted_form(tokens: &Tokens<'_>, at: usize) -> Option<(Label, usize)> {
    let (first, second) = (small_number(tokens.digits(at)?)?, small_number(tokens.digits(at + 2)?)?);
    let glued = tokens.is_mark(at + 1, '.') && tokens.is_glued(at + 1) && tokens.is_glued(at + 2);
    let ends = !(tokens.is_glued(at + 3) && tokens.is_mark(at + 3, '.') && tokens.is_glued(at + 4));
    (glued && ends).then(|| (Label::Dotted(vec![first, second]), at + 3))
}

/// A short label of the wrong sort. Longer words are words of the sentence.
fn wrong(tokens: &Tokens<'_>, at: usize, kind: UnitKind) -> Option<LabelRead> {
    if !matches!(kind, UnitKind::Article | UnitKind::Clause | UnitKind::Point) {
        return None;
    }
    let word = tokens.word(at);
    let mut chars = word.chars();
    let first = chars.next().filter(|c| c.is_alphanumeric())?;
    let is_single_letter = first.is_alphabetic() && chars.as_str().bytes().all(|b| b.is_ascii_digit());
    let unmarked = fold(first).is_ascii_lowercase() || "đăâêôơư".contains(fold(first));
    match (kind, is_single_letter && unmarked) {
        (UnitKind::Point, true) if Letter::new(fold(first)).is_none() => Some(LabelRead::BadLetter(first)),
        (_, true) => Some(LabelRead::BadLabel),
        (_, false) if first.is_ascii_digit() => Some(LabelRead::BadLabel),
        (_, false) => None,
    }
}

/// 1 to 9999, in at most four digits.
fn small_number(digits: &str) -> Option<NonZeroU16> {
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok().and_then(NonZeroU16::new) } else { None }
}

/// A note where a line break parts a word from its label.
pub(super) fn note_break(tokens: &Tokens<'_>, at: usize, notes: &mut Vec<Note>) {
    if matches!(tokens.gap(at), Gap::Line) {
        notes.push(note(NoteKind::StraySpace, tokens.range(at.saturating_sub(1), at + 1)));
    }
}

/// A note where the next word was joined to a label: `Điều 17của`.
pub(super) fn note_joined(tokens: &Tokens<'_>, after: usize, notes: &mut Vec<Note>) {
    if tokens.is_glued(after) && tokens.letters(after).is_some() {
        notes.push(note(NoteKind::JoinedWords, tokens.range(after - 1, after + 1)));
    }
}
