//! What the words around a unit show: whether it is a citation at all, and where what is attached ends.

use super::drafts::Joint;
use super::kind::read_kind;
use super::label::LabelRead;
use super::token::{Gap, Tokens};
use crate::model::citation::{Note, NoteKind};
use crate::model::provision::{Label, UnitKind, read_roman};

/// Whether this is the heading of a unit rather than a citation: `Điều 5. Phạm vi` or `Chương II` on a line of its own.
pub(super) fn is_heading(tokens: &Tokens<'_>, at: usize, label: usize) -> bool {
    let is_decoration = |at: usize| tokens.is_mark(at, '*') || tokens.is_mark(at, '#');
    let mut start = at;
    while start > 0 && at - start < 8 && is_decoration(start - 1) && tokens.gap(start) != Gap::Line {
        start -= 1;
    }
    let opens_line = start == 0 || matches!(tokens.gap(start), Gap::Line | Gap::Paragraph);
    if !opens_line {
        return false;
    }
    let label = label + usize::from(tokens.is(label, "số"));
    let mut after = label + 1;
    while tokens.is_mark(after, '.') && tokens.is_glued(after) && tokens.is_glued(after + 1) && after < label + 8 {
        after += if tokens.digits(after + 1).is_some() { 2 } else { break };
    }
    if (tokens.is_mark(after, '.') || tokens.is_mark(after, ':')) && tokens.gap(after + 1) == Gap::Space {
        return after + 1 < tokens.len();
    }
    // `Điều 8.` on a line of its own, its title on the next one, where no sentence asks for it.
    let ended = start == 0
        || tokens.gap(start) == Gap::Paragraph
        || ['.', ';', ':', '/'].iter().any(|&mark| tokens.is_mark(start - 1, mark));
    if tokens.is_mark(after, '.') && tokens.gap(after + 1) == Gap::Line && ended {
        return true;
    }
    while is_decoration(after) && after < label + 8 {
        after += 1;
    }
    let alone = matches!(tokens.gap(after), Gap::Line | Gap::Paragraph);
    let groups = ["chương", "mục", "phần", "phụ", "tiểu"].iter().any(|word| tokens.is(at, word));
    let marked = (start..at).any(|at| tokens.is_mark(at, '#'));
    alone && groups && (marked || start > 0 || after < tokens.len()) && tokens.starts_with_capital(at)
}

/// Whether the number counts something: `khoản 20 triệu đồng`.
pub(super) fn is_quantity(tokens: &Tokens<'_>, kind: UnitKind, after: usize) -> bool {
    let counts = ["triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "phần", "lần", "ngày", "tháng", "năm"];
    // `khoản 4 Phần II` counts no parts.
    let names_part = tokens.is(after, "phần") && read_kind(tokens, after).is_some() && is_labelled_part(tokens, after);
    let percent = tokens.is_mark(after, '%');
    let decimal = tokens.is_mark(after, '.') && tokens.is_glued(after) && tokens.is_glued(after + 1);
    let split = tokens.is_mark(after, ',') && tokens.is_glued(after) && tokens.is_glued(after + 1);
    let grouped = tokens.digits(after + 1).is_some_and(|digits| digits.len() == 3);
    let in_text = matches!(kind, UnitKind::Article | UnitKind::Clause);
    percent
        || (decimal || split) && grouped && in_text && kind == UnitKind::Clause
        || counts.iter().any(|word| tokens.is(after, word)) && tokens.digits(after - 1).is_some() && !names_part
}

fn is_labelled_part(tokens: &Tokens<'_>, at: usize) -> bool {
    let label = tokens.letters(at + 1).is_some_and(|word| read_roman(word).is_some() || word.chars().count() == 1);
    tokens.starts_with_capital(at) || tokens.is(at + 1, "thứ") || label
}

/// Whether the label is the start of a symbol of another sort: `Mẫu 09/BYT`, `Mẫu số 01-TC`.
pub(super) fn is_symbol(tokens: &Tokens<'_>, kind: UnitKind, after: usize) -> bool {
    let goes_on = tokens.is_glued(after) && tokens.is_glued(after + 1);
    // `Mẫu B 4.10-BC`
    let parted = kind == UnitKind::Form
        && tokens.letters(after.saturating_sub(1)).is_some()
        && tokens.digits(after).is_some()
        && tokens.is_glued(after + 1);
    parted || goes_on && (tokens.is_mark(after, '/') || kind.is_annex() && tokens.is_mark(after, '-'))
}

/// Whether what follows a bare number lets it be a label: `Điều 5, 6 và 7 của`, not `Điều 5, 10 người`.
pub(super) fn goes_on_after(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(word) = tokens.letters(at).filter(|word| word.starts_with(char::is_lowercase)) else { return true };
    let joins = [
        "và", "hoặc", "hay", "đến", "tới", "của", "thuộc", "tại", "này", "được", "thì", "phải", "nêu", "trên", "có",
        "là", "cho", "theo", "với", "trong", "mà", "do", "đã", "khi", "nếu", "để", "không", "bị", "ban", "kèm", "trừ",
        "như", "cùng",
    ];
    word.chars().count() == 1 || read_kind(tokens, at).is_some() || joins.iter().any(|word| tokens.is(at, word))
}

/// Whether the word is the second half of another: `thời điểm`, `hạng mục`, `tài khoản`, `thành phần`.
pub(super) fn is_compound(tokens: &Tokens<'_>, at: usize, kind: UnitKind) -> bool {
    let firsts: &[&str] = match kind {
        UnitKind::Point => &["thời", "địa", "đặc", "quan", "ưu", "nhược", "khuyết", "trọng", "thang", "cao", "yếu"],
        UnitKind::Clause => &["tài", "điều", "bưu"],
        UnitKind::Section => &["hạng", "danh", "đề", "chuyên", "khoản", "thư"],
        UnitKind::Part => &["thành", "cổ", "học", "đa", "bộ"],
        UnitKind::Paragraph => &["giai", "công", "phân", "thủ"],
        UnitKind::Subpoint => &["chi", "thời"],
        UnitKind::Article => &["pháp"],
        _ => &[],
    };
    let near = at > 0 && tokens.gap(at) == Gap::Space && !tokens.starts_with_capital(at);
    near && firsts.iter().any(|first| tokens.is(at - 1, first))
}

/// Whether `phần này`, with nothing before it that makes it a citation, is only what the sentence speaks of.
pub(super) fn is_plain_this(tokens: &Tokens<'_>, at: usize, kind: UnitKind) -> bool {
    use UnitKind::*;
    let common = matches!(kind, Article | Part | Paragraph | Subpoint | List | Schedule | Form);
    let places = ["tại", "của", "theo", "trong", "ở", "thuộc", "các", "tiết", "định", "dẫn"];
    let cited = at > 0 && places.iter().any(|word| tokens.is(at - 1, word));
    common && !tokens.starts_with_capital(at) && !(cited && kind == Article)
}

/// Whether the number is an entry of the state budget, `tiểu mục 4949`, which has four digits.
pub(super) fn is_budget_entry(kind: UnitKind, value: &LabelRead) -> bool {
    let LabelRead::Label(Label::Number { number, .. }) = value else { return false };
    matches!(kind, UnitKind::Section | UnitKind::Subsection) && number.get() > 999
}

/// Kinds whose title stands between them and `ban hành kèm theo`, and whose words are common ones.
pub(super) fn is_titled(kind: UnitKind) -> bool {
    kind.is_attached_instrument() || matches!(kind, UnitKind::List | UnitKind::Schedule)
}

/// The token after `ban hành kèm theo`, where it follows the label. A title may stand in between.
pub(super) fn skip_attachment(tokens: &Tokens<'_>, at: usize, titled: bool, kind: UnitKind) -> Option<usize> {
    if !(titled || kind.is_annex()) {
        return None;
    }
    let longest = if titled { 40 } else { 1 };
    for place in at..(at + longest).min(tokens.len()) {
        let phrases = [
            "ban hành kèm theo",
            "được ban hành kèm theo",
            "ban hành theo",
            "được ban hành theo",
            "ban hành kèm",
            "kèm theo",
            "đính kèm theo",
            "đính kèm",
        ];
        if let Some(after) = phrases.iter().find_map(|phrase| tokens.phrase(place, phrase)) {
            return Some(after);
        }
        let ends = [';', '.', ':'].iter().any(|&mark| tokens.is_mark(place, mark));
        // `Điều lệ của quỹ theo Điều lệ mẫu ban hành kèm theo …`: the second one is meant.
        let again = kind.is_attached_instrument()
            && place > at
            && read_kind(tokens, place).is_some_and(|read| read.kind == kind);
        if ends
            || again && tokens.starts_with_capital(place)
            || place > at && matches!(tokens.gap(place), Gap::Line | Gap::Paragraph)
        {
            break;
        }
    }
    None
}

/// Whether a unit by itself is more likely no citation: `đạt điểm A`, `tiết 2`, `phần 3`.
pub(super) fn is_loose(tokens: &Tokens<'_>, at: usize, kind: UnitKind, value: &LabelRead, notes: &[Note]) -> bool {
    let LabelRead::Label(label) = value else { return *value != LabelRead::This };
    let abbreviated = notes.iter().any(|note| matches!(note.kind, NoteKind::Abbreviation | NoteKind::LabelScript));
    let small = !tokens.starts_with_capital(at);
    let capital_label =
        notes.iter().any(|note| note.kind == NoteKind::Case && kind == UnitKind::Point && note.range.len() <= 2);
    abbreviated
        || match kind {
            UnitKind::Point => capital_label || !matches!(label, Label::Letter { .. }),
            UnitKind::Subpoint | UnitKind::Paragraph => true,
            UnitKind::Part | UnitKind::Section => small && matches!(label, Label::Letter { .. }),
            UnitKind::Annex | UnitKind::Form => *label == Label::Unlabelled,
            _ => false,
        }
}

/// Whether a line ends between two units that only a list or a page would hold together.
pub(super) fn breaks_off(tokens: &Tokens<'_>, at: usize, joint: Joint) -> bool {
    match tokens.gap(at) {
        Gap::None | Gap::Space => false,
        Gap::Line => joint == Joint::Semicolon,
        Gap::Paragraph => true,
    }
}
