//! The words of `camnang report gaps`.

use crate::diag::Bilingual;
use crate::model::date::Date;
use crate::model::excerpt::Wording;

/// The heading of `report gaps`; `excerpts` counts those that it looked at.
pub fn title(on: Date, excerpts: usize) -> Bilingual {
    Bilingual::new(
        format!("Điều còn phải kiểm chứng, tính đến {}: {excerpts} trích dẫn", on.short()),
        format!("What is still to be verified, as of {on}: {excerpts} excerpts"),
    )
}

/// The name of a kind of wording in the table of excerpts.
pub fn wording(wording: Wording) -> Bilingual {
    match wording {
        Wording::Summary => Bilingual::new("tóm lược", "summary"),
        Wording::Verbatim => Bilingual::new("nguyên văn", "verbatim"),
    }
}

/// The heading above excerpts whose text was not read, the least sure first.
pub fn unsure() -> Bilingual {
    Bilingual::new(
        "Chưa đọc được nguyên văn, kém chắc chắn nhất đứng trước",
        "Not read in a full text, the least sure first",
    )
}

/// The heading above values that records have as unknown.
pub fn unknown() -> Bilingual {
    Bilingual::new("Chưa biết", "Unknown")
}

/// The heading above texts whose last check is at least a year old.
pub fn stale() -> Bilingual {
    Bilingual::new("Đã lâu chưa kiểm tra lại, từ một năm trở lên", "Not checked for a year or more")
}

/// The heading above excerpts that no edition prints.
pub fn unselected() -> Bilingual {
    Bilingual::new("Không ấn bản nào in, bản nháp không tính", "In no edition, drafts not counted")
}

/// The heading above instruments whose texts were read without an original in the corpus.
pub fn unstored() -> Bilingual {
    Bilingual::new(
        "Văn bản đã đọc nguyên văn (text-read) mà kho chưa giữ bản gốc",
        "Read in a full text (text-read), without an original in the corpus",
    )
}

/// How many excerpts an instrument has.
pub fn excerpts(count: usize) -> Bilingual {
    Bilingual::new(format!("{count} trích dẫn"), format!("{count} excerpt{}", if count == 1 { "" } else { "s" }))
}

/// The heading above provisions of originals that have the words and no excerpt.
pub fn not_gathered(sought: &[String]) -> Bilingual {
    let listed = sought.iter().take(8).map(|word| format!("«{word}»")).collect::<Vec<_>>().join(", ");
    let more = if sought.len() > 8 { ", …" } else { "" };
    Bilingual::new(
        format!("Điều khoản trong bản gốc nói về {listed}{more} mà chưa có trích dẫn"),
        format!("Provisions of originals that speak of {listed}{more} and are not in the corpus"),
    )
}

/// No words to look for.
pub fn nothing_sought() -> Bilingual {
    Bilingual::new(
        "Chưa ghi từ nào để tìm trong bản gốc (gather-words ở settings.yaml)",
        "No words to look for in the originals (gather-words in settings.yaml)",
    )
}

/// The age of a check in whole years, rounded down.
pub fn years(years: i16) -> Bilingual {
    Bilingual::new(format!("{years} năm trước"), format!("{years} year{} ago", if years == 1 { "" } else { "s" }))
}

/// The bounds between which an unknown day lies.
pub fn bounds(earliest: Option<Date>, latest: Option<Date>) -> Bilingual {
    match (earliest, latest) {
        (None, None) => Bilingual::same(""),
        (Some(earliest), None) => {
            Bilingual::new(format!(" (không trước {earliest})"), format!(" (not before {earliest})"))
        }
        (None, Some(latest)) => Bilingual::new(format!(" (không sau {latest})"), format!(" (not after {latest})")),
        (Some(earliest), Some(latest)) => {
            Bilingual::new(format!(" (từ {earliest} đến {latest})"), format!(" (between {earliest} and {latest})"))
        }
    }
}
