//! What the words around a unit show: whether it is a citation at all, and where what is attached ends.

use super::drafts::Joint;
use super::kind::read_kind;
use super::label::LabelRead;
use super::rungs::Rung;
use super::token::{Gap, Tokens};
use crate::model::citation::{Note, NoteKind};
use crate::model::provision::{Label, UnitKind, read_roman};

/// Words for papers that are no instruments, yet have articles.
const OTHER_PAPERS: [&str; 19] = [
    "quy phạm",
    "hiệp định",
    "hiệp ước",
    "hiến chương",
    "công ước",
    "nghị định thư",
    "thỏa thuận",
    "thoả thuận",
    "điều ước",
    "hợp đồng",
    "mẫu hợp đồng",
    "nội quy",
    "quy tắc",
    "thể lệ",
    "quy trình",
    "chuẩn mực",
    "cam kết",
    "điều khoản",
    "bộ pháp điển",
];

/// Whether a treaty, a contract or the like is named here.
pub(super) fn is_other_paper(tokens: &Tokens<'_>, at: usize) -> bool {
    OTHER_PAPERS.iter().any(|words| tokens.phrase(at, words).is_some())
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
    let counted = tokens.digits(after - 1).is_some() && matches!(tokens.gap(after), Gap::None | Gap::Space);
    percent
        || (decimal || split) && grouped && in_text && kind == UnitKind::Clause
        || counted && counts.iter().any(|word| tokens.is(after, word)) && !names_part
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

/// Whether the unit is in the name of a file: `Phụ lục II.docx`, `Mẫu số 01 - TK.doc`.
pub(super) fn is_file_name(tokens: &Tokens<'_>, kind: UnitKind, after: usize) -> bool {
    let endings = ["doc", "docx", "pdf", "rar", "rtf", "xls", "xlsx", "zip"];
    let ends = |at: usize| {
        tokens.is_mark(at, '.') && tokens.is_glued(at + 1) && endings.iter().any(|ending| tokens.is(at + 1, ending))
    };
    let in_line = |at: &usize| !matches!(tokens.gap(*at), Gap::Line | Gap::Paragraph);
    kind.is_annex() && (after..after + LONGEST_FILE_NAME).take_while(in_line).any(ends)
}

/// Names of files are shorter after a unit, in words.
const LONGEST_FILE_NAME: usize = 12;

/// Whether what follows a bare number lets it be a label: `Điều 5, 6 và 7 của`, not `Điều 5, 10 người`.
pub(super) fn goes_on_after(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(word) = tokens.letters(at).filter(|word| word.starts_with(char::is_lowercase)) else { return true };
    let joins = [
        "và", "hoặc", "hay", "đến", "tới", "của", "thuộc", "tại", "này", "được", "thì", "phải", "nêu", "trên", "có",
        "là", "cho", "theo", "với", "trong", "mà", "do", "đã", "khi", "nếu", "để", "không", "bị", "ban", "kèm", "trừ",
        "như", "cùng",
    ];
    let about = tokens.phrase(at, "đối với").is_some();
    word.chars().count() == 1
        || about
        || read_kind(tokens, at).is_some()
        || joins.iter().any(|word| tokens.is(at, word))
}

/// Whether the word is the second half of another: `thời điểm`, `hạng mục`, `tài khoản`, `thành phần`.
pub(super) fn is_compound(tokens: &Tokens<'_>, at: usize, kind: UnitKind) -> bool {
    let firsts: &[&str] = match kind {
        UnitKind::Point => &["thời", "địa", "đặc", "quan", "ưu", "nhược", "khuyết", "trọng", "thang", "cao", "yếu"],
        UnitKind::Clause => &["tài", "điều", "bưu"],
        UnitKind::Section => &["hạng", "danh", "đề", "chuyên", "khoản", "thư", "tiểu", "tiết"],
        UnitKind::Part => &["thành", "cổ", "học", "đa", "bộ"],
        UnitKind::Paragraph => &["giai", "công", "phân", "thủ"],
        UnitKind::Subpoint => &["chi", "thời"],
        UnitKind::Article => &["pháp"],
        _ => &[],
    };
    let near = at > 0 && tokens.gap(at) == Gap::Space && !tokens.starts_with_capital(at);
    near && firsts.iter().any(|first| tokens.is(at - 1, first))
}

/// Whether the word counts what is before it: `20 điểm`, `đạt 3 điểm a`.
pub(super) fn is_counted(tokens: &Tokens<'_>, at: usize, kind: UnitKind) -> bool {
    let counted = matches!(kind, UnitKind::Point | UnitKind::Subpoint) && !tokens.starts_with_capital(at);
    let number = at > 0 && tokens.digits(at - 1).is_some() && tokens.gap(at) == Gap::Space;
    counted && number && !(at > 1 && tokens.is(at - 2, "thứ"))
}

/// Whether a new item begins where the label is due: `cách chấm điểm⏎a) …`.
pub(super) fn is_next_item(tokens: &Tokens<'_>, label_at: usize) -> bool {
    tokens.gap(label_at) == Gap::Line && tokens.is_mark(label_at + 1, ')')
}

/// Whether `phần này`, with nothing before it that makes it a citation, is only what the sentence speaks of.
pub(super) fn is_plain_this(tokens: &Tokens<'_>, at: usize, kind: UnitKind) -> bool {
    use UnitKind::*;
    let common = matches!(kind, Article | Part | Paragraph | Subpoint | List | Schedule | Form);
    let places = ["tại", "của", "theo", "trong", "ở", "thuộc", "các", "tiết", "định", "dẫn"];
    let cited = at > 0 && places.iter().any(|word| tokens.is(at - 1, word));
    common && !tokens.starts_with_capital(at) && !(cited && kind == Article)
}

/// Whether the number is an entry of the state budget: `mục 105 tiểu mục 99`, `khoản 133`. No instrument has so many.
pub(super) fn is_budget_entry(tokens: &Tokens<'_>, at: usize, kind: UnitKind, value: &LabelRead) -> bool {
    let LabelRead::Label(Label::Number { number, .. }) = value else { return false };
    let outer = if at > 0 && tokens.is_mark(at - 1, ',') { at - 1 } else { at };
    let in_entry = outer > 1 && tokens.is(outer - 2, "mục") && tokens.word(outer - 1).len() > 2;
    let large = number.get() > 99 && matches!(kind, UnitKind::Section | UnitKind::Subsection | UnitKind::Clause);
    large || kind == UnitKind::Subsection && in_entry
}

/// Kinds whose title is between them and `ban hành kèm theo`, and whose words are common ones.
pub(super) fn is_titled(kind: UnitKind) -> bool {
    kind.is_attached_instrument() || matches!(kind, UnitKind::List | UnitKind::Schedule)
}

/// The token after `ban hành kèm theo`, where it follows the label. A title may be in between.
pub(super) fn skip_attachment(tokens: &Tokens<'_>, at: usize, titled: bool, kind: UnitKind) -> Option<usize> {
    if !(titled || kind.is_annex()) {
        return None;
    }
    // `(từ Phụ lục I đến Phụ lục IX) ban hành kèm theo`, `Phụ lục VIII, ban hành kèm theo`
    let at = at + usize::from(!titled && (tokens.is_mark(at, ')') || tokens.is_mark(at, ',')));
    let longest = if titled { LONGEST_TITLE } else { 1 };
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
            return (!is_labelled_annex(tokens, after)).then_some(after);
        }
        // `Danh mục thiết bị quy định tại Phụ lục I ban hành kèm theo …`: the annex is what is attached.
        if titled && is_labelled_annex(tokens, place) {
            return None;
        }
        // The number of another document is in no title.
        let numbered = tokens.is(place, "số") && tokens.digits(place + 1).is_some() && place > at;
        let ends = numbered || [';', '.', ':'].iter().any(|&mark| tokens.is_mark(place, mark));
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

/// Titles of what is attached are shorter, in words.
const LONGEST_TITLE: usize = 40;

/// Whether an annex is named here: `Phụ lục`, `phụ lục II`.
fn is_labelled_annex(tokens: &Tokens<'_>, at: usize) -> bool {
    let labelled = |next: usize| {
        tokens.digits(next).is_some() || tokens.letters(next).is_some_and(|word| read_roman(word).is_some())
    };
    read_kind(tokens, at)
        .is_some_and(|read| read.kind == UnitKind::Annex && (tokens.starts_with_capital(at) || labelled(read.next)))
}

/// Whether a unit by itself is more likely no citation: `đạt điểm A`, `tiết 2`, `phần 3`.
pub(super) fn is_loose(tokens: &Tokens<'_>, rung: &Rung, notes: &[Note]) -> bool {
    let &Rung { kind, ref value, first: at, .. } = rung;
    if is_placed(tokens, rung) {
        return false;
    }
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
            UnitKind::Annex => *label == Label::Unlabelled,
            UnitKind::Form => match label {
                Label::Mixed(label) => !label.is_dotted() && !is_stated_sign(tokens, rung),
                _ => *label == Label::Unlabelled,
            },
            UnitKind::Schedule => !matches!(label, Label::Mixed(_)) || !is_stated_sign(tokens, rung),
            UnitKind::List => true,
            _ => false,
        }
}

/// Whether the words before say that it is a place: `quy định tại khoản 1.4`, `hướng dẫn tại điểm 3`.
fn is_placed(tokens: &Tokens<'_>, rung: &Rung) -> bool {
    let at = rung.first;
    let printed = matches!(rung.value, LabelRead::Label(_) | LabelRead::Unusual(_));
    let labelled = printed && !tokens.starts_with_capital(rung.after - 1);
    let said = ["định", "dẫn", "nêu", "nói"];
    let placed = at > 1 && tokens.is(at - 1, "tại") && said.iter().any(|word| tokens.is(at - 2, word));
    placed && labelled && matches!(rung.kind, UnitKind::Clause | UnitKind::Point | UnitKind::Subpoint)
}

/// Whether the sign of a form cites it: `Mẫu B4.7-PNXX`. Papers of every sort have forms with such signs, `lấy mẫu ADN12`; and a
/// list of forms cites none, `b) Biểu số 02/BCXX: Tổng số …`.
fn is_stated_sign(tokens: &Tokens<'_>, rung: &Rung) -> bool {
    let (at, after) = (rung.first, rung.after);
    let numbered = (at..at + 3).any(|at| tokens.is(at, "số"));
    let opens = at == 0 || matches!(tokens.gap(at), Gap::Line | Gap::Paragraph) || tokens.is_mark(at - 1, ')');
    let defined = tokens.is_mark(after, ':') || at > 1 && tokens.is_mark(at - 1, ':') && tokens.is(at - 2, "hiệu");
    let named = numbered || tokens.starts_with_capital(at);
    numbered && rung.kind == UnitKind::Form || named && !opens && !defined
}

/// Whether a line ends between two units that only a list or a page would hold together.
pub(super) fn breaks_off(tokens: &Tokens<'_>, at: usize, joint: Joint) -> bool {
    match tokens.gap(at) {
        Gap::None | Gap::Space => false,
        Gap::Line => joint == Joint::Semicolon,
        Gap::Paragraph => true,
    }
}
