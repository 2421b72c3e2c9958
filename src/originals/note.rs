//! Remarks of a reader about a file that it could read: each is for an editor to look at once.

use crate::diag::Bilingual;

/// A remark about the reading of a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ReadNote {
    /// Words that tracked changes brought or took away; the text has them as if all had been accepted.
    Tracked { inserted: Vec<String>, deleted: Vec<String> },
    /// The encoding of the file, where it is not UTF-8.
    Encoding(&'static str),
    /// Runs of text in a font of an old encoding were converted.
    OldFont { encoding: &'static str, characters: u64 },
    /// Syllables that stray spaces had broken and that were put together, with some of them.
    Joined { count: usize, examples: Vec<String> },
    /// Pieces of syllables that could not be put together.
    Pieces { count: usize, examples: Vec<String> },
    /// Lines that were broken within sentences were put together.
    Rewrapped { count: usize },
    /// The format of a list's numbers is not known; they were written as plain numbers.
    NumberFormat(String),
    /// The word of automatic numbers had lost letters and was read as another.
    RestoredLabel { lost: String, word: String },
}

impl ReadNote {
    /// Returns the remark in words.
    pub fn words(&self) -> Bilingual {
        match self {
            ReadNote::Tracked { inserted, deleted } => tracked(inserted, deleted),
            ReadNote::Encoding(name) => Bilingual::new(format!("đọc theo bảng mã {name}"), format!("read as {name}")),
            ReadNote::OldFont { encoding, characters } => Bilingual::new(
                format!("{characters} ký tự viết bằng phông chữ cũ, đã đổi từ bảng mã {encoding}"),
                format!("{characters} characters in an old font were converted from {encoding}"),
            ),
            ReadNote::Joined { count, examples } => Bilingual::new(
                format!("{count} tiếng bị dấu cách chen vào đã được nối lại: {}", listed(examples)),
                format!("{count} syllables that stray spaces had broken were put together: {}", listed(examples)),
            ),
            ReadNote::Pieces { count, examples } => Bilingual::new(
                format!("{count} mảnh chữ không nối lại được, xem lại: {}", listed(examples)),
                format!("{count} pieces of syllables could not be put together, look at: {}", listed(examples)),
            ),
            ReadNote::Rewrapped { count } => Bilingual::new(
                format!("{count} chỗ xuống dòng giữa câu đã được nối lại"),
                format!("{count} lines broken within sentences were put together"),
            ),
            ReadNote::NumberFormat(format) => Bilingual::new(
                format!("chưa biết kiểu đánh số «{format}» của Word nên viết thành số thường"),
                format!("the number format «{format}» of Word is not known and was written as plain numbers"),
            ),
            ReadNote::RestoredLabel { lost, word } => Bilingual::new(
                format!("chữ đánh số tự động trong tệp mất dấu («{lost}»), đã đọc là «{word}»"),
                format!(
                    "the word of automatic numbers has lost letters in the file («{lost}») and was read as «{word}»"
                ),
            ),
        }
    }
}

fn tracked(inserted: &[String], deleted: &[String]) -> Bilingual {
    Bilingual::new(
        format!(
            "có thay đổi đang theo dõi, đã coi như được chấp nhận: thêm {}; xoá {}",
            listed(inserted),
            listed(deleted)
        ),
        format!("tracked changes were taken as accepted: inserted {}; deleted {}", listed(inserted), listed(deleted)),
    )
}

/// At most ten pieces of text in quotation marks.
fn listed(words: &[String]) -> String {
    const MOST: usize = 10;
    let shown: Vec<String> = words.iter().take(MOST).map(|words| format!("«{words}»")).collect();
    match (shown.is_empty(), words.len().checked_sub(MOST)) {
        (true, _) => "0".to_owned(),
        (false, Some(more)) if more > 0 => format!("{}, … (+{more})", shown.join(", ")),
        (false, _) => shown.join(", "),
    }
}
