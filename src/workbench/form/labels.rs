//! What a field is called: its line of help says what the key means, and begins with the few words that name it.

use crate::diag::Lang;
use crate::syntax::record::shape::Help;

/// Where the words that name a key end. A hyphen or a bracket within a word ends nothing.
const ENDS: [&str; 5] = ["; ", ": ", ", ", " (", ". "];

/// Names that the help does not begin with.
const NAMES: [(&str, &str, &str); 14] = [
    ("topics", "Chủ đề", "Topics"),
    ("audiences", "Đối tượng", "Audiences"),
    ("obligations", "Ai phải làm gì", "Who must do what"),
    ("wording", "Lời trong thân bài", "WordList of the body"),
    ("sources", "Nguồn", "Sources"),
    ("checked-on", "Ngày kiểm tra", "Checked on"),
    ("confidence", "Mức chắc chắn", "Confidence"),
    ("who", "Ai", "Who"),
    ("what", "Việc gì", "What"),
    ("level", "Mức", "Level"),
    ("deadline", "Thời hạn", "Deadline"),
    ("evidence", "Chứng minh bằng", "Proved by"),
    ("note", "Ghi chú cho người đọc", "Note for the reader"),
    ("title", "Tiêu đề", "Title"),
];

/// Names on the pages for the places that help names by their files: who sees a page sees no files.
const PLACES: [(&str, &str, &str); 5] = [
    ("`settings.yaml`", "mục «Thiết lập chung»", "«Settings»"),
    ("`vocabulary.yaml`", "mục «Chủ đề, đối tượng, mức»", "«Topics, audiences, levels»"),
    ("`departments.yaml`", "mục «Đơn vị nhận»", "«Departments»"),
    ("`originals/`", "mục «Bản gốc»", "«Originals»"),
    ("`images/`", "thư mục hình của kho", "the folder of images of the corpus"),
];

/// The name of a field, and the rest of what its help says.
pub fn label(key: &str, help: Help, lang: Lang) -> (String, String) {
    let help = plain(lang.tr(help.vi, help.en), lang);
    if let Some((_, vi, en)) = NAMES.iter().find(|(known, _, _)| *known == key) {
        return (lang.tr(vi, en).to_owned(), capital(&help));
    }
    let end = ENDS.iter().filter_map(|end| help.find(end)).min().unwrap_or(help.len());
    let (name, rest) = help.split_at(end);
    let rest = if rest.starts_with(" (") { rest } else { rest.trim_start_matches([';', ':', ',', '.']) };
    (capital(name), rest.trim().to_owned())
}

/// Without the marks of Markdown.
fn plain(help: &str, lang: Lang) -> String {
    let named = PLACES.iter().fold(help.to_owned(), |help, (file, vi, en)| help.replace(file, lang.tr(vi, en)));
    named.replace("**", "").replace('`', "")
}

/// With a capital at the beginning.
fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_begins_with_a_name() {
        let help = Help { vi: "xem ở `đâu`; chỉ nêu tài liệu công khai", en: "where it was seen (public)" };
        assert_eq!(label("x", help, Lang::Vi), ("Xem ở đâu".to_owned(), "chỉ nêu tài liệu công khai".to_owned()));
        assert_eq!(label("x", help, Lang::En), ("Where it was seen".to_owned(), "(public)".to_owned()));
        let help = Help { vi: "lời; bản gốc trong `originals/`", en: "words" };
        assert_eq!(label("x", help, Lang::Vi).1, "bản gốc trong mục «Bản gốc»");
        assert_eq!(label("sources", help, Lang::Vi).0, "Nguồn");
    }
}
