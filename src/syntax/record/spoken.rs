//! Words that editors write where the corpus has a key: `nguyên văn` for `verbatim`, a name of the vocabulary for its id.

use super::values::suggest_id;

/// Words for the keys of closed lists.
const SPOKEN: [(&str, &[&str]); 32] = [
    ("verbatim", &["nguyên văn", "trích nguyên văn"]),
    ("summary", &["tóm lược", "tóm tắt", "trích lược"]),
    ("text-read", &["đã đọc", "đã đọc nguyên văn", "đã đối chiếu"]),
    ("excerpt-seen", &["mới thấy trích đoạn", "thấy trích đoạn", "trích đoạn"]),
    ("second-hand", &["theo nguồn gián tiếp", "gián tiếp"]),
    ("unverified", &["chưa kiểm chứng", "chưa đối chiếu", "chưa kiểm tra", "bản nháp", "nháp"]),
    ("replaces", &["thay thế", "thay"]),
    ("partly-replaces", &["thay thế một phần"]),
    ("amends", &["sửa đổi", "bổ sung", "sửa đổi, bổ sung"]),
    ("repeals", &["bãi bỏ"]),
    ("annuls", &["huỷ bỏ", "hủy bỏ"]),
    ("ends", &["hết hiệu lực", "chấm dứt hiệu lực", "làm hết hiệu lực"]),
    ("corrects", &["đính chính"]),
    ("partly-repeals", &["bãi bỏ một phần"]),
    ("suspends", &["ngưng hiệu lực", "đình chỉ", "tạm ngưng"]),
    ("guides", &["hướng dẫn", "quy định chi tiết"]),
    ("based-on", &["căn cứ"]),
    ("consolidates", &["hợp nhất"]),
    ("issues", &["ban hành"]),
    ("cites", &["viện dẫn", "dẫn chiếu"]),
    ("own-term", &["hết thời hạn", "hết hạn"]),
    ("in-force", &["còn hiệu lực", "đang có hiệu lực"]),
    ("partly-ended", &["hết hiệu lực một phần"]),
    ("not-commenced", &["chưa có hiệu lực"]),
    ("suspended", &["ngưng hiệu lực", "tạm ngưng hiệu lực"]),
    ("ended", &["hết hiệu lực"]),
    ("never-in-force", &["không có hiệu lực"]),
    ("unknown", &["chưa rõ", "chưa biết", "không rõ"]),
    ("not-applicable", &["không áp dụng", "không áp dụng khái niệm hiệu lực"]),
    ("glossary", &["giải thích từ ngữ"]),
    ("index", &["bảng tra"]),
    ("law", &["theo văn bản", "theo luật"]),
];

/// The key of a list that a word stands for.
pub(super) fn key<'k>(text: &str, keys: &[&'k str]) -> Option<&'k str> {
    let text = text.to_lowercase();
    let found = SPOKEN.iter().filter(|(_, words)| words.contains(&text.as_str()));
    found.into_iter().find_map(|(key, _)| keys.iter().copied().find(|known| known == key))
}

/// Whether a word answers a question that the key does not ask.
pub(super) fn is_yes_or_no(text: &str) -> bool {
    let words =
        ["có", "không", "đúng", "sai", "yes", "no", "true", "false", "on", "off", "y", "n", "x", "ok", "1", "0"];
    words.contains(&text.to_lowercase().as_str())
}

/// Whether a word says that something has no end.
pub(super) fn is_endless(text: &str) -> bool {
    let words = [
        "không",
        "không có",
        "chưa",
        "chưa có",
        "còn hiệu lực",
        "nay",
        "đến nay",
        "vô thời hạn",
        "no",
        "never",
        "null",
        "n/a",
    ];
    words.contains(&text.to_lowercase().as_str())
}

/// Whether a text is a name, or an id made of it, whatever its capitals.
pub fn is_named(text: &str, name: &str) -> bool {
    text.to_lowercase() == name.to_lowercase() || text == suggest_id(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_keys() {
        assert_eq!(key("Nguyên văn", &["summary", "verbatim"]), Some("verbatim"));
        assert_eq!(key("ngưng hiệu lực", &["suspended", "ended"]), Some("suspended"));
        assert_eq!(key("ngưng hiệu lực", &["replaces", "suspends"]), Some("suspends"));
        assert_eq!(key("nguyên văn", &["law", "listed"]), None);
        assert!(is_yes_or_no("Có") && !is_yes_or_no("có lẽ"));
        assert!(is_named("bắt buộc", "Bắt buộc") && is_named("bat-buoc", "Bắt buộc") && !is_named("bat", "Bắt buộc"));
    }
}
