//! Advice that several stages give in the same words.

use super::Bilingual;

/// A size in megabytes, to one place.
pub fn megabytes(bytes: u64) -> Bilingual {
    let tenths = bytes.saturating_mul(10).div_ceil(1024 * 1024);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    match tenth {
        0 => Bilingual::same(format!("{whole} MB")),
        _ => Bilingual::new(format!("{whole},{tenth} MB"), format!("{whole}.{tenth} MB")),
    }
}

/// What to do about a word that is not in a closed list: the nearest one, or all of them where they are few.
pub fn choose(nearest: Option<&str>, all: &[&str]) -> Bilingual {
    match nearest {
        Some(word) => Bilingual::new(format!("viết `{word}`"), format!("write `{word}`")),
        None if all.is_empty() => Bilingual::new("kho chưa có giá trị nào", "the corpus has none yet"),
        None => {
            let shown = all.iter().take(12).map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
            let rest = if all.len() > 12 { ", …" } else { "" };
            Bilingual::new(format!("chọn một trong: {shown}{rest}"), format!("choose one of: {shown}{rest}"))
        }
    }
}

/// What to write instead.
pub fn write_it(words: &str) -> Bilingual {
    Bilingual::new(format!("viết `{words}`"), format!("write `{words}`"))
}

/// What to write instead of a part of what the finding points at.
pub fn write_instead(words: &str, written: &str) -> Bilingual {
    Bilingual::new(format!("viết `{words}` thay cho `{written}`"), format!("write `{words}` instead of `{written}`"))
}

/// The candidate that a mistyped word most likely means; `None` where nothing is near. Words longer than any id are no
/// slips of the keys, and would take long to compare.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 200;
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let candidates = candidates.into_iter().filter(|candidate| candidate.len() <= LONGEST);
    let scored = candidates.map(|candidate| (strsim::damerau_levenshtein(&word, candidate), candidate));
    let (distance, best) = scored.min_by_key(|(distance, _)| *distance)?;
    // A third of the letters may differ; a short word needs one right at least.
    let allowed = (word.chars().count().max(best.chars().count()) / 3).max(1);
    (distance <= allowed && distance < best.chars().count()).then_some(best)
}

/// The candidate that a mistyped word can only mean: two neighbouring letters changed places, or one is too many or missing,
/// and nothing else is as near. Another letter in the place of one makes another word: `replaced` is not `replaces`.
pub fn only_near<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let distance = |candidate: &str| strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let near = nearest(&word, candidates.iter().copied())?;
    let least = distance(near);
    let is_alone = candidates.iter().filter(|candidate| **candidate != near).all(|other| distance(other) > least);
    (is_alone && is_slip(&word, near)).then_some(near)
}

fn is_slip(word: &str, near: &str) -> bool {
    let near = &near.to_lowercase();
    if word == near {
        return true;
    }
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let (typed, meant) = (word.chars().count(), near.chars().count());
    let is_same_length = typed == meant && sorted(word) == sorted(near);
    meant > 3 && strsim::damerau_levenshtein(word, near) == 1 && (is_same_length || typed.abs_diff(meant) == 1)
}

/// The id that a mistyped one most likely means. Ids differ by little and mean much, so only a slip of the keys counts.
pub fn nearest_id<'a>(id: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest(id, candidates).filter(|near| strsim::damerau_levenshtein(id, near) <= 2)
}
