//! Words that make an exception or a condition, without which a rule says more than it does.

/// Whether some words make an exception or a condition.
pub(super) fn has_exception(words: &[String]) -> bool {
    let plain: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let phrases: Vec<Vec<&str>> = EXCEPTIONS.iter().map(|phrase| phrase.split(' ').collect()).collect();
    let found = |phrase: &Vec<&str>| plain.windows(phrase.len()).any(|window| window.iter().eq(phrase));
    let excepts = plain.iter().enumerate().any(|(at, word)| word == "trừ" && !is_other_word(at, &plain));
    let condition =
        plain.iter().enumerate().any(|(at, word)| word == "nếu" && plain.get(at + 1).is_none_or(|next| next != "có"));
    excepts || condition || phrases.iter().any(found) || OPENINGS.iter().any(|opening| opens(words, opening))
}

/// Phrases anywhere in a sentence.
const EXCEPTIONS: [&str; 11] = [
    "không áp dụng",
    "không bao gồm",
    "không thuộc",
    "ngoại lệ",
    "với điều kiện",
    "chỉ áp dụng",
    "miễn là",
    "trong trường hợp",
    "đối với trường hợp",
    "chỉ được",
    "chỉ khi",
];

/// Words that limit the sentence before when they open one.
const OPENINGS: [&str; 4] = ["trường hợp", "tuy nhiên", "riêng", "các trường hợp"];

/// Words with `trừ` that make no exception: `khấu trừ`, `bù trừ`.
fn is_other_word(at: usize, words: &[String]) -> bool {
    const BEFORE: [&str; 7] = ["khấu", "bù", "giảm", "diệt", "phòng", "cấn", "tiễu"];
    at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| BEFORE.contains(&word.as_str()))
}

/// Whether a sentence among the words begins so: with a capital, or first of all.
fn opens(words: &[String], opening: &str) -> bool {
    let length = opening.split(' ').count();
    words.windows(length).any(|window| {
        let capital = window.first().is_some_and(|word| word.starts_with(char::is_uppercase));
        capital && window.iter().map(|word| bare(word)).eq(opening.split(' ').map(str::to_owned))
    })
}

/// A word in small letters, without the signs around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_one(text: &str) -> bool {
        has_exception(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn exceptions_and_conditions() {
        for text in [
            "b) Máy cũ, trừ máy bịa;",
            "Nếu máy hỏng thì sửa.",
            "3. Quy định này không áp dụng với máy mới.",
            "Trường hợp khẩn cấp thì được mua.",
            "Tuy nhiên, máy cũ được giữ.",
            "Máy được giữ với điều kiện còn tốt.",
            "Ngoại trừ máy cũ.",
        ] {
            assert!(is_one(text), "{text}");
        }
        for text in ["b) Máy cũ;", "Khấu trừ thuế.", "Giấy tờ khác (nếu có);", "Bù trừ tiền."] {
            assert!(!is_one(text), "{text}");
        }
    }
}
