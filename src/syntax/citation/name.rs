//! Where the name of a law ends in running text: `Luật Viễn thông`, `Luật Phòng, chống tham nhũng`.

use super::kind::read_kind;
use super::laws::known_name;
use super::number::{Trust, read_number};
use super::token::{Gap, Tokens};
use crate::model::number::TypeByNumber;

/// Words in lower case that begin another clause: no name goes on with them.
const CLAUSES: [&str; 26] = [
    "này",
    "ngày",
    "năm",
    "được",
    "đã",
    "đang",
    "sẽ",
    "thì",
    "là",
    "phải",
    "để",
    "do",
    "bởi",
    "khi",
    "nếu",
    "mà",
    "trừ",
    "nêu",
    "bị",
    "cũng",
    "nhưng",
    "quy định",
    "hướng dẫn",
    "ban hành",
    "căn cứ",
    "thay thế",
];

/// Words in lower case that a name goes on with only where its number or its year, yet to come, shows so.
const JOINTS: [&str; 43] = [
    "không",
    "gồm",
    "thời điểm",
    "có",
    "việc",
    "và",
    "hoặc",
    "hay",
    "các",
    "những",
    "của",
    "cho",
    "với",
    "tại",
    "theo",
    "trong",
    "trên",
    "từ",
    "đến",
    "về",
    "nói",
    "cần",
    "nhằm",
    "bằng",
    "còn",
    "chưa",
    "chỉ",
    "làm",
    "gửi",
    "như",
    "vào",
    "bao gồm",
    "hiện hành",
    "hiệu lực",
    "đối với",
    "trước khi",
    "sau khi",
    "sau đây",
    "trường hợp",
    "thực hiện",
    "liên quan",
    "ngoài ra",
    "lần đầu",
];

/// Words that end no name after another half: Luật Hàng không dân dụng, Luật Thiết bị y tế.
const COMPOUNDS: [(&str, &str); 8] = [
    ("hàng", "không"),
    ("thiết", "bị"),
    ("dự", "bị"),
    ("chuẩn", "bị"),
    ("trang", "bị"),
    ("việc", "làm"),
    ("tự", "do"),
    ("địa", "chỉ"),
];

/// Most laws have names shorter than this, in words.
const LONGEST: usize = 16;

/// The same with the commas, where a number follows.
const LONGEST_NUMBERED: usize = 28;

/// The token after the name of a law that begins at `at`, or `None` where none does.
///
/// `cited` where a unit is before it, which makes even `Luật xa lạ` a name; a known name of several words always is one.
pub(super) fn read_name(tokens: &Tokens<'_>, at: usize, cited: bool) -> Option<usize> {
    if tokens.letters(at).is_none() || is_amending(tokens, at) {
        return None;
    }
    let open = tokens.starts_with_capital(at) || cited;
    // `Pháp lệnh về …`: only a name that is known goes on so.
    let named = at + usize::from(tokens.is(at, "về"));
    // `theo Luật giá`, not `Luật giá` of a heading.
    let placed = || at > 1 && ["theo", "của", "tại", "và"].iter().any(|word| tokens.is(at - 2, word));
    let known = known_name(tokens, named).filter(|after| open || after - at > 1 || placed());
    numbered(tokens, at).or(known).or_else(|| dated(tokens, at)).or_else(|| plain(tokens, at).filter(|_| open))
}

/// Whether the name is that of an amending law, which names other laws.
pub(super) fn is_amending(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.phrase(at, "sửa đổi").or_else(|| tokens.phrase(at, "bổ sung")).is_some()
}

/// A name that no list has, read to the first word that names seldom go on with.
fn plain(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let ends = |next: usize| {
        let stops = next > at && (starts_citation(tokens, next) || is_short_form(tokens, next - 1));
        // A capital on a new line begins something else.
        let begins = tokens.gap(next) == Gap::Line && tokens.starts_with_capital(next) && next > at;
        stops || begins || !goes_on(tokens, next) || is_joint(tokens, next)
    };
    let next = (at..at + LONGEST).find(|&next| ends(next)).unwrap_or(at + LONGEST);
    (next > at).then_some(next)
}

/// A name up to the number that follows it, which shows where it ends: `Luật Quy hoạch … và nông thôn số 01/2030/QH20`.
fn numbered(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let number = |next: usize| tokens.is(next, "số") && is_number_of_law(tokens, next + 1);
    name_before(tokens, at, &number, &|_| false)
}

/// A name up to its year: `Pháp lệnh thuế kênh, rạch năm 2030`.
fn dated(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let year = |next: usize| tokens.is(next, "năm") && tokens.digits(next + 1).is_some_and(|year| year.len() == 4);
    name_before(tokens, at, &year, &|next| is_joint(tokens, next))
}

/// A name up to what `ends` finds, over commas but not over words of another clause or those that `stops` finds.
fn name_before(
    tokens: &Tokens<'_>,
    at: usize,
    ends: &dyn Fn(usize) -> bool,
    stops: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let lists = |next: usize| tokens.is_mark(next, ',') && tokens.gap(next + 1) != Gap::Paragraph;
    for next in at..at + LONGEST_NUMBERED {
        if next > at && ends(next) {
            return Some(next);
        }
        let goes_on = next > at && lists(next) || goes_on(tokens, next);
        if !goes_on || stops(next) || next > at && starts_citation(tokens, next) {
            return None;
        }
    }
    None
}

/// Whether a number that laws bear is here: that of a decree is not the law's.
fn is_number_of_law(tokens: &Tokens<'_>, at: usize) -> bool {
    let place = if tokens.is_mark(at, ':') { at + 1 } else { at };
    read_number(tokens, place, Trust::Stated).is_some_and(|read| match read.number.type_by_number() {
        TypeByNumber::Certain(kind) => kind.is_cited_by_name(),
        TypeByNumber::OneOf(kinds) => kinds.iter().any(|kind| kind.is_cited_by_name()),
        TypeByNumber::Open => false,
    })
}

/// Whether a name may have the word at `at`.
fn goes_on(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(word) = tokens.letters(at) else { return false };
    let crosses = match tokens.gap(at) {
        Gap::None | Gap::Space => false,
        // A new line may begin an item, `a) …`, or a sentence.
        Gap::Line => begins_item(tokens, at),
        Gap::Paragraph => true,
    };
    // `số` ends a name only as a word of its own: Luật Tần số vô tuyến điện.
    let numbered = tokens.is(at, "số") && (tokens.digits(at + 1).is_some() || tokens.is_mark(at + 1, ':'));
    !crosses && !numbered && !is_one_of(tokens, at, &CLAUSES) && !word.contains(|c: char| c.is_ascii_digit())
}

fn is_joint(tokens: &Tokens<'_>, at: usize) -> bool {
    is_one_of(tokens, at, &JOINTS)
}

/// Whether one of the words, in small letters or all in capitals, begins at `at`.
fn is_one_of(tokens: &Tokens<'_>, at: usize, words: &[&str]) -> bool {
    let word = tokens.word(at);
    let of_name = tokens.starts_with_capital(at) && word.contains(char::is_lowercase);
    let is_second_half =
        || at > 0 && COMPOUNDS.iter().any(|(first, second)| tokens.is(at, second) && tokens.is(at - 1, first));
    !of_name && words.iter().any(|words| tokens.phrase(at, words).is_some()) && !is_second_half()
}

/// `GDQPAN`: a name in capitals is whole.
fn is_short_form(tokens: &Tokens<'_>, at: usize) -> bool {
    let short = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    // In a heading every word is in capitals.
    let heading =
        tokens.letters(at + 1).is_some_and(|word| word.chars().count() > 1 && word.chars().all(char::is_uppercase));
    tokens.letters(at).is_some_and(short) && !heading
}

fn begins_item(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_mark(at + 1, ')') || tokens.is_mark(at + 1, '.')
}

/// Whether another unit or type begins here: `Bộ luật Lao động Điều 4`, `Luật Quản lý thuế Nghị định …`.
fn starts_citation(tokens: &Tokens<'_>, at: usize) -> bool {
    let type_word = ["luật", "bộ luật", "nghị định", "thông tư", "quyết định", "pháp lệnh", "nghị quyết"];
    let unit = read_kind(tokens, at).is_some_and(|read| tokens.get(read.next).is_some())
        && (tokens.is(at, "điều") || tokens.is(at, "khoản"))
        && tokens.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
    unit || tokens.starts_with_capital(at) && type_word.iter().any(|word| tokens.phrase(at, word).is_some())
}
