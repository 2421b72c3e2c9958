//! Where the name of a law ends in running text: `Luật Viễn thông`, `Luật Phòng, chống tham nhũng`.

use super::kind::read_kind;
use super::laws::known_name;
use super::number::{Trust, read_number};
use super::token::{Gap, Tokens};
use crate::model::number::TypeByNumber;

/// Words in lower case that no name goes on with.
const STOPS: [&str; 65] = [
    "không",
    "này",
    "ngày",
    "năm",
    "được",
    "đã",
    "đang",
    "sẽ",
    "thì",
    "có",
    "là",
    "phải",
    "để",
    "do",
    "bởi",
    "và",
    "hoặc",
    "hay",
    "các",
    "những",
    "của",
    "cho",
    "với",
    "khi",
    "nếu",
    "mà",
    "trừ",
    "tại",
    "theo",
    "trong",
    "trên",
    "từ",
    "đến",
    "về",
    "nêu",
    "nói",
    "bị",
    "cũng",
    "nhưng",
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
    "quy định",
    "hiện hành",
    "hiệu lực",
    "hướng dẫn",
    "đối với",
    "trước khi",
    "sau khi",
    "sau đây",
    "trường hợp",
    "thực hiện",
    "liên quan",
    "ban hành",
    "ngoài ra",
    "lần đầu",
    "căn cứ",
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

/// Words that end even a name whose number is yet to come: what follows them is another clause.
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

/// Most laws have names shorter than this, in words.
const LONGEST: usize = 16;

/// The same with the commas, where a number follows.
const LONGEST_NUMBERED: usize = 28;

/// The token after the name of a law that begins at `at`, or `None` where none does.
///
/// `cited` where a unit stands before it, which makes even `Luật xa lạ` a name; a known name of several words always is one.
pub(super) fn read_name(tokens: &Tokens<'_>, at: usize, cited: bool) -> Option<usize> {
    if tokens.letters(at).is_none() || is_amending(tokens, at) {
        return None;
    }
    let open = tokens.starts_with_capital(at) || cited;
    let known = known_name(tokens, at).filter(|after| open || after - at > 1);
    numbered(tokens, at).or(known).or_else(|| plain(tokens, at).filter(|_| open))
}

/// Whether the name is that of an amending law, which names other laws.
pub(super) fn is_amending(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.phrase(at, "sửa đổi").or_else(|| tokens.phrase(at, "bổ sung")).is_some()
}

/// A name that no list has, read to the first word that names seldom go on with.
fn plain(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    while next < at + LONGEST && goes_on(tokens, next, &STOPS) && (next == at || !starts_citation(tokens, next)) {
        next += 1;
    }
    (next > at).then_some(next)
}

/// A name up to the number that follows it, which shows where it ends: `Luật Quy hoạch … và nông thôn số 01/2030/QH20`.
fn numbered(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    while next < at + LONGEST_NUMBERED && !(next > at && starts_citation(tokens, next)) {
        if next > at && tokens.is(next, "số") && is_number_of_law(tokens, next + 1) {
            return Some(next);
        }
        let lists = next > at && tokens.is_mark(next, ',') && tokens.gap(next + 1) != Gap::Paragraph;
        if !lists && !goes_on(tokens, next, &CLAUSES) {
            return None;
        }
        next += 1;
    }
    None
}

/// Whether a number that laws bear stands here: that of a decree is not the law's.
fn is_number_of_law(tokens: &Tokens<'_>, at: usize) -> bool {
    let place = if tokens.is_mark(at, ':') { at + 1 } else { at };
    read_number(tokens, place, Trust::Stated).is_some_and(|read| match read.number.type_by_number() {
        TypeByNumber::Certain(kind) => kind.is_cited_by_name(),
        TypeByNumber::OneOf(kinds) => kinds.iter().any(|kind| kind.is_cited_by_name()),
        TypeByNumber::Open => false,
    })
}

fn goes_on(tokens: &Tokens<'_>, at: usize, stops: &[&str]) -> bool {
    let Some(word) = tokens.letters(at) else { return false };
    let crosses = match tokens.gap(at) {
        Gap::None | Gap::Space => false,
        // A new line may begin an item, `a) …`, or a sentence.
        Gap::Line => begins_item(tokens, at),
        Gap::Paragraph => true,
    };
    let stops = word.starts_with(char::is_lowercase) && is_stop(tokens, at, stops);
    !crosses && !stops && !word.contains(|c: char| c.is_ascii_digit())
}

fn begins_item(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_mark(at + 1, ')') || tokens.is_mark(at + 1, '.')
}

fn is_stop(tokens: &Tokens<'_>, at: usize, stops: &[&str]) -> bool {
    // `số` ends a name only as a word of its own: Luật Tần số vô tuyến điện.
    let numbered = tokens.is(at, "số") && (tokens.digits(at + 1).is_some() || tokens.is_mark(at + 1, ':'));
    let is_second_half =
        || at > 0 && COMPOUNDS.iter().any(|(first, second)| tokens.is(at, second) && tokens.is(at - 1, first));
    numbered || stops.iter().any(|stop| tokens.phrase(at, stop).is_some()) && !is_second_half()
}

/// Whether another unit or type begins here: `Bộ luật Lao động Điều 4`, `Luật Quản lý thuế Nghị định …`.
fn starts_citation(tokens: &Tokens<'_>, at: usize) -> bool {
    let type_word = ["luật", "bộ luật", "nghị định", "thông tư", "quyết định", "pháp lệnh", "nghị quyết"];
    let unit = read_kind(tokens, at).is_some_and(|read| tokens.get(read.next).is_some())
        && (tokens.is(at, "điều") || tokens.is(at, "khoản"))
        && tokens.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
    unit || tokens.starts_with_capital(at) && type_word.iter().any(|word| tokens.phrase(at, word).is_some())
}
