//! The frame of a site around a law in a text that was taken from it: before the head of the law and after its end.

use super::draft::ReadingDraft;
use crate::model::original::DropReason;

/// How far the head of a law is looked for, in paragraphs.
const HEAD: usize = 200;
/// How many lines over the national name may belong to the head: the issuer, the number.
const ABOVE: usize = 4;
/// How many lines after a law are looked at.
const TAIL: usize = 12;

/// Returns the items that are of the law; the others are dropped.
pub fn drop_around<T>(items: Vec<T>, words: impl Fn(&T) -> String, draft: &mut ReadingDraft) -> Vec<T> {
    let folded: Vec<String> = items.iter().map(|item| folded(&words(item))).collect();
    let start = head(&folded);
    let end = end(&folded).max(start);
    let mut kept = Vec::with_capacity(items.len());
    for (at, item) in items.into_iter().enumerate() {
        if (start..end).contains(&at) {
            kept.push(item);
        } else {
            draft.drop(DropReason::SiteFurniture, &words(&item));
        }
    }
    kept
}

/// Words with single spaces, without signs of emphasis around them.
fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['*', '_']).to_owned()
}

/// Where the head of the law begins; at the start where no national name is found.
fn head(lines: &[String]) -> usize {
    let Some(name) = lines.iter().take(HEAD).position(|line| has_national_name(line)) else { return 0 };
    let above = lines.get(..name).unwrap_or_default().iter().rev().take(ABOVE);
    name - above.take_while(|line| is_above(line)).count()
}

/// Whether a line has the name of the state, as the head of a document has it.
pub fn has_national_name(line: &str) -> bool {
    const NAMES: [&str; 2] = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"];
    let line = folded(line);
    NAMES.iter().any(|name| line.contains(name)) && !line.contains("NƯỚC CỘNG")
}

fn is_above(line: &str) -> bool {
    let in_capitals = line.chars().all(|c| !c.is_lowercase());
    in_capitals || line.starts_with("Số") || line.starts_with("Luật số")
}

/// Where the law ends.
fn end(lines: &[String]) -> usize {
    let after = lines.iter().rev().take(TAIL).take_while(|line| is_after(line));
    lines.len() - after.count()
}

/// Words that sites write below a law.
fn is_after(line: &str) -> bool {
    const BELOW: [&str; 17] = [
        "đã biết",
        "văn bản này có phụ lục",
        "vui lòng đăng nhập",
        "đăng nhập",
        "tải về",
        "tải văn bản",
        "in lược đồ",
        "hotline",
        "bản quyền",
        "copyright",
        "©",
        "http://",
        "https://",
        "thư viện pháp luật",
        "luatvietnam",
        "xem thêm",
        "chia sẻ",
    ];
    let line = line.to_lowercase();
    BELOW.iter().any(|words| line.starts_with(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_of_a_site_goes_and_the_head_stays() {
        let lines = [
            "Trang chủ",
            "NGHỊ ĐỊNH",
            "Đã biết",
            "CHÍNH PHỦ",
            "Số: 1/2030/NĐ-CP",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Điều 1",
            "Người Ký",
            "Vui lòng đăng nhập để xem.",
        ];
        let mut draft = ReadingDraft::default();
        let kept = drop_around(lines.to_vec(), |line| (*line).to_owned(), &mut draft);
        assert_eq!(kept, lines[3..8]);
        assert_eq!(
            drop_around(
                vec!["Điều 1", "QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                |line| (*line).to_owned(),
                &mut draft
            )
            .len(),
            2
        );
    }
}
