//! Names of bookmarks: Word takes forty letters, digits and `_`, of which the first is a letter.

use crate::hash::sha256;

const LONGEST: usize = 40;
/// Begins every name of ours; those of other programs begin otherwise.
pub const OURS: &str = "cn_";

/// Returns the name of the bookmark of an anchor: of an excerpt, its id. The same for the same id in every edition, so that
/// what comes back with marks is known by it.
pub fn bookmark(anchor: &str) -> String {
    let name = format!("{OURS}{}", anchor.replace('.', "__").replace('-', "_"));
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_plain && name.len() <= LONGEST {
        return name;
    }
    let plain = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_');
    let digits: String = sha256(anchor.as_bytes()).chars().take(12).collect();
    format!("{}_{digits}", plain.take(LONGEST - 13).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_word_takes() {
        assert_eq!(bookmark("nd-1-2030.dieu-5"), "cn_nd_1_2030__dieu_5");
        let long = [
            "nd-1-2030.dieu-5.khoan-3.diem-a.va-mot-cai-ten-rat-dai",
            "nd-1-2030.dieu-5.khoan-3.diem-a.va-mot-cai-ten-rat-dai-nua",
        ];
        for anchor in long {
            let name = bookmark(anchor);
            assert!(name.len() == LONGEST && name.starts_with("cn_nd_1_2030__dieu_5"), "{name}");
        }
        assert_ne!(bookmark(long[0]), bookmark(long[1]));
    }
}
