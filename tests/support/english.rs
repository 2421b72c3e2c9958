//! Whether a run in English says anything in Vietnamese.

const NAMES: [&str; 18] = [
    "nghị định",
    "thông tư",
    "quyết định",
    "luật",
    "thông báo",
    "công văn",
    "số",
    "khoản",
    "điều",
    "điểm",
    "chương",
    "mục",
    "nđ",
    "qđ",
    "ngày",
    "tháng",
    "năm",
    "phụ lục",
];

/// Whether there are Vietnamese words beside the names and places of law, and what an editor wrote in «…».
pub fn is_vietnamese(line: &str) -> bool {
    let mut rest = String::new();
    let mut depth = 0;
    for character in line.chars() {
        match character {
            '«' => depth += 1,
            '»' => depth -= 1,
            _ if depth == 0 => rest.push(character),
            _ => {}
        }
    }
    rest = rest.to_lowercase();
    NAMES.iter().for_each(|name| rest = rest.replace(name, ""));
    rest.chars().any(|character| character.is_alphabetic() && !character.is_ascii())
}
