//! Codes and sentences about reviews that belong to no record.

use crate::diag::{Bilingual, codes};

codes! {
    NO_RECORD = "CN850" Warning {
        vi: "không có hồ sơ nào ứng với `{path}`" => "{advice}",
            "Lần duyệt và ý kiến đi theo đường dẫn của hồ sơ; hồ sơ đổi id hay bị xoá thì chúng không còn thuộc về đâu.";
        en: "no record belongs to `{path}`" => "{advice}",
            "Approvals and comments go by the path of their record; where that gets another id or is deleted, they belong to nothing.";
        example: "reviews/excerpts/nd-1-2030/dieu-1.yaml (không có excerpts/nd-1-2030/dieu-1.md)"
    }
}

/// What to do about a review without a record, with the review path of the record that may be meant.
pub fn rename_review(near: Option<&str>) -> Bilingual {
    match near {
        Some(near) => Bilingual::new(
            format!("hồ sơ đã đổi id thì đổi tên tệp này cho khớp, có lẽ là `{near}`; hồ sơ đã bỏ thì xoá tệp này"),
            format!(
                "if the record has another id now, rename this file, perhaps to `{near}`; if it is gone, delete this file"
            ),
        ),
        None => Bilingual::new(
            "hồ sơ đã đổi id thì đổi tên tệp này cho khớp: reviews/ rồi đường dẫn của hồ sơ, đuôi .yaml; hồ sơ đã bỏ thì xoá tệp này",
            "if the record has another id now, rename this file: reviews/, then the path of the record, ending in .yaml; if it is gone, delete this file",
        ),
    }
}
