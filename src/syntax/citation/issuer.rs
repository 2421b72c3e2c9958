//! Who issues instruments, as citations name them: the list `issuers.tsv`, and bodies of places.

use std::sync::LazyLock;

use super::names::Names;
use super::token::{Gap, Tokens};
use crate::model::provision::read_roman;

const LIST: &str = include_str!("issuers.tsv");

static BODIES: LazyLock<Names> = LazyLock::new(|| names_of("cơ quan"));
static MINISTRIES: LazyLock<Names> = LazyLock::new(|| names_of("bộ"));
static DIRECTORATES: LazyLock<Names> = LazyLock::new(|| names_of("tổng cục"));

fn names_of(sort: &str) -> Names {
    Names::of(LIST.lines().filter_map(|line| line.split_once('\t')).filter(|line| line.0 == sort).map(|line| line.1))
}

/// Reads the names of the bodies that issue one instrument together: `Bộ Tài chính, Bộ Y tế và Bộ Công an`,
/// `Liên Bộ Tài chính - Y tế`.
pub(super) fn read_issuers(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let heads = ["liên bộ", "liên tịch", "liên ngành"];
    let united = heads.iter().find_map(|head| tokens.phrase(at, head));
    let united = united.map(|after| after + usize::from(tokens.is_mark(after, ':')));
    let one = |at: usize| {
        // `Bộ Y tế - Nông nghiệp và Phát triển nông thôn`
        let dashed = at > 1 && ['-', '–'].iter().any(|&mark| tokens.is_mark(at - 1, mark));
        let named = || (united.is_some() || dashed).then(|| MINISTRIES.end_at(tokens, at)).flatten();
        read_issuer(tokens, at).or_else(named)
    };
    let mut after = one(united.unwrap_or(at))?;
    for _ in 0..MOST_TOGETHER {
        let end = skip_later_name(tokens, after);
        let joined = [',', '-', '–', ';'].iter().any(|&mark| tokens.is_mark(end, mark)) || tokens.is(end, "và");
        let place = end + 1 + usize::from(tokens.is_mark(end, ',') && tokens.is(end + 1, "và"));
        match one(place).filter(|_| joined) {
            Some(next) => after = next,
            None => break,
        }
    }
    Some(after)
}

/// Skips `(nay là Bộ Văn hóa, Thể thao và Du lịch)` after the name of a body.
fn skip_later_name(tokens: &Tokens<'_>, at: usize) -> usize {
    let later = tokens.is_mark(at, '(') && tokens.is(at + 1, "nay");
    let close = (at + 2..at + LONGEST_NAME).find(|&place| tokens.is_mark(place, ')'));
    if later { close.map_or(at, |close| close + 1) } else { at }
}

/// Names of bodies are shorter, in words.
const LONGEST_NAME: usize = 24;

/// More bodies than have issued one instrument yet.
const MOST_TOGETHER: usize = 16;

/// Reads the name of an issuer at `at`; gives the token after it.
pub(super) fn read_issuer(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let body = BODIES.end_at(tokens, at);
    body.or_else(|| read_ministry(tokens, at))
        .or_else(|| read_directorate(tokens, at))
        .or_else(|| read_council(tokens, at))
        .or_else(|| read_congress(tokens, at))
}

/// Reads who makes laws: no law is a ministry's.
pub(super) fn read_lawgiver(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let makes_laws = ["quốc hội", "ủy ban thường vụ", "uỷ ban thường vụ", "hội đồng nhà nước", "chủ tịch nước"];
    makes_laws.iter().find_map(|body| tokens.phrase(at, body)).and_then(|_| BODIES.end_at(tokens, at))
}

/// `Bộ trưởng Bộ Y tế`, `Bộ GDĐT`.
fn read_ministry(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let ministry = tokens.phrase(at, "bộ trưởng bộ").or_else(|| tokens.phrase(at, "bộ"))?;
    MINISTRIES.end_at(tokens, ministry).or_else(|| read_short(tokens, ministry))
}

/// `GDĐT`, `TT&TT`.
fn read_short(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let short = |at: usize| {
        let word = tokens.letters(at).filter(|_| tokens.starts_with_capital(at));
        word.is_some_and(|word| word.chars().count() > 1 && word.chars().all(char::is_uppercase))
    };
    let mut after = short(at).then_some(at + 1)?;
    while (tokens.is_mark(after, '&') || tokens.is_mark(after, '-')) && tokens.is_glued(after + 1) && short(after + 1) {
        after += 2;
    }
    Some(after)
}

/// `Tổng cục trưởng Tổng cục Địa chính`.
fn read_directorate(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let heads = ["tổng cục trưởng tổng cục", "tổng cục"];
    DIRECTORATES.end_at(tokens, heads.iter().find_map(|head| tokens.phrase(at, head))?)
}

/// `Chủ tịch Ủy ban nhân dân tỉnh Hà Giang`, `HĐND thành phố Hồ Chí Minh`.
fn read_council(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let body = tokens.phrase(at, "chủ tịch").unwrap_or(at);
    let councils = [
        "ủy ban nhân dân",
        "uỷ ban nhân dân",
        "hội đồng nhân dân",
        "ubnd",
        "hđnd",
        "tòa án nhân dân",
        "toà án nhân dân",
        "viện kiểm sát nhân dân",
    ];
    let place = councils.iter().find_map(|name| tokens.phrase(body, name))?;
    let levels = ["tỉnh", "thành phố", "quận", "huyện", "thị xã", "thị trấn", "phường", "xã", "đặc khu"];
    let name = levels.iter().find_map(|level| tokens.phrase(place, level))?;
    let named = |at: &usize| {
        let joins = tokens.is_mark(*at, '-') && tokens.starts_with_capital(at + 1);
        tokens.gap(*at) == Gap::Space && (joins || tokens.letters(*at).is_some() && tokens.starts_with_capital(*at))
    };
    let words = (name..name + LONGEST_PLACE).take_while(named).count();
    (words > 0).then_some(name + words)
}

/// The names of places are shorter, in words.
const LONGEST_PLACE: usize = 6;

/// `Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII`.
fn read_congress(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let after = BODIES.end_at(tokens, tokens.phrase(at, "hội nghị lần thứ")? + 1)?;
    let term = tokens.phrase(after, "khóa").or_else(|| tokens.phrase(after, "khoá"));
    let numbered = |at: usize| tokens.letters(at).is_some_and(|word| read_roman(word).is_some());
    Some(term.filter(|&at| numbered(at)).map_or(after, |at| at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_whole() {
        for line in LIST.lines().filter(|line| !line.starts_with('#')) {
            let (sort, name) = line.split_once('\t').unwrap();
            let text = if sort == "cơ quan" { name.to_owned() } else { format!("{sort} {name}") };
            let tokens = Tokens::new(&text);
            assert_eq!(read_issuer(&tokens, 0), Some(tokens.len()), "{text}");
        }
    }

    #[test]
    fn others_that_no_list_has() {
        let read = |text: &str| read_issuers(&Tokens::new(text), 0);
        assert_eq!(read("Bộ TT&TT về"), Some(4));
        assert_eq!(read("Liên Bộ Tài chính - Y tế quy định"), Some(7));
        assert_eq!(read("Chủ tịch Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu về"), Some(12));
        assert_eq!(read("Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII về"), Some(12));
        assert_eq!(read("Bộ nào"), None);
    }
}
