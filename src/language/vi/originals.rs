//! Sentences about the original that an excerpt was compared with.

use crate::model::excerpt::Wording;
use crate::model::known::{Day, Known};
use crate::model::original::OriginalKind;

/// How sure we are of an excerpt with a stored original.
pub fn confidence(wording: Wording, kind: &Known<OriginalKind>) -> String {
    match wording {
        Wording::Verbatim => format!("đã đối chiếu từng chữ với {}", copy(kind)),
        Wording::Summary => format!("đã đọc nguyên văn trong {}", copy(kind)),
    }
}

/// The kind of a copy: `bản trên Công báo`.
pub fn copy(kind: &Known<OriginalKind>) -> &'static str {
    kind.known().map_or("bản chưa rõ loại", |kind| kind.name())
}

/// Before the name of the file; the kind of copy where it is not said before: `Bản gốc: bản trên Công báo, tệp`
pub fn before_file(kind: &Known<OriginalKind>, is_said: bool) -> String {
    if is_said { "Bản gốc: tệp".to_owned() } else { format!("Bản gốc: {}, tệp", copy(kind)) }
}

/// After it: `nhận 20/01/2030, SHA-256 9f86d081…`
pub fn after_file(received: &Day, sha256: &str, omits: bool) -> String {
    let received = match received {
        Day::On(date) => format!("nhận {}", date.short()),
        Day::Unknown { .. } => "chưa rõ ngày nhận".to_owned(),
    };
    let omits = if omits { "; chỗ lược bỏ ghi […]" } else { "" };
    format!("{received}, SHA-256 {sha256}{omits}")
}
