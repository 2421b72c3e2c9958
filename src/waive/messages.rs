//! Codes and sentences about the waivers of a corpus.

use crate::diag::{Bilingual, Severity, codes};

codes! {
    NOT_WAIVABLE = "CN701" Error {
        vi: "không miễn được `{text}`: {why}" => "{advice}",
            "Chỉ cảnh báo mới miễn được. Lỗi phải sửa, vì bản in sẽ sai; lưu ý thì không chặn gì.";
        en: "`{text}` cannot be waived: {why}" => "{advice}",
            "Only warnings can be waived. An error must be fixed, since the print would be wrong; a note stops nothing.";
        example: "code: CN401  →  sửa ngày trong hồ sơ, bỏ mục miễn"
    }
    WAIVER_ENDED = "CN702" Warning {
        vi: "mục miễn {code} cho `{file}` đã hết hạn ngày {until}" => "kiểm tra lại nguồn; còn lý do thì ghi on, until mới, hết lý do thì xoá mục này",
            "Mục miễn là lời hẹn xem lại. Ngày được so với ngày mới nhất trong các ấn bản của kho, không so với đồng hồ.";
        en: "the waiver of {code} for `{file}` ended on {until}" => "check the sources again; where the reason still holds write a new on and until, else delete it",
            "A waiver is a promise to look again. Its day is compared with the latest day of the corpus' editions, not with the clock.";
        example: "until: 2026-06-30 (ấn bản mới nhất tính đến ngày 2026-11-23)"
    }
    WAIVER_IDLE = "CN703" Warning {
        vi: "không có cảnh báo {code} nào ở `{file}` để miễn" => "xoá mục này, hoặc sửa file; đường dẫn tính từ thư mục kho, như `instruments/nd-72-2013.yaml`",
            "Mục miễn bỏ không sẽ che mất một cảnh báo khác về sau.";
        en: "there is no warning {code} in `{file}` to waive" => "delete it, or fix file: a path within the corpus, such as `instruments/nd-72-2013.yaml`",
            "An idle waiver would one day hide another warning.";
        example: "file: corpus/instruments/nd-1-2030.yaml  →  file: instruments/nd-1-2030.yaml"
    }
}

/// Why a code cannot be waived: its severity, or none where there is no such code.
pub fn not_waivable(severity: Option<Severity>) -> Bilingual {
    match severity {
        None => Bilingual::new("không có mã này", "there is no such code"),
        Some(Severity::Error) => Bilingual::new("đây là lỗi", "it is an error"),
        Some(Severity::Warning) => Bilingual::new("đây là cảnh báo", "it is a warning"),
        Some(Severity::Note) => Bilingual::new("đây chỉ là lưu ý", "it is only a note"),
    }
}

/// What to do about a code that cannot be waived; the nearest warning, where the code may be a slip of the keys.
pub fn waive_warning(near: Option<&str>) -> Bilingual {
    match near {
        Some(code) => Bilingual::new(format!("viết `{code}`"), format!("write `{code}`")),
        None => Bilingual::new("xoá mục này và sửa chính chỗ sai", "delete this entry and fix the fault itself"),
    }
}
