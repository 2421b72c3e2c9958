//! Messages about faulty locators.

use crate::diag::Bilingual;
use crate::model::citation::LocatorError;

/// Fills the hole `{problem}` of [`super::yaml::BAD_LOCATOR`].
pub fn locator_problem(error: &LocatorError, text: &str) -> Bilingual {
    let words = text.get(error.range()).unwrap_or("").trim();
    match error {
        LocatorError::Empty => Bilingual::new("chưa có gì", "it is empty"),
        LocatorError::UnknownWord { .. } => Bilingual::new(
            format!("«{words}» không phải tên một đơn vị (Điều, khoản, điểm, Phụ lục, mục…)"),
            format!("«{words}» names no kind of unit (Điều, khoản, điểm, Phụ lục, mục…)"),
        ),
        LocatorError::MissingLabel { kind, .. } => Bilingual::new(
            format!("sau «{}» thiếu số hoặc chữ", kind.word()),
            format!("a number or letter is missing after «{}»", kind.word()),
        ),
        LocatorError::InvalidLetter { letter, .. } => Bilingual::new(
            format!("không có điểm «{letter}»; các điểm là a b c d đ e g h i k l m n o p q r s t u v x y"),
            format!("there is no point «{letter}»; points are a b c d đ e g h i k l m n o p q r s t u v x y"),
        ),
        LocatorError::InvalidLabel { kind, .. } => Bilingual::new(
            format!("«{words}» không đúng cách đánh số của {}", kind.word()),
            format!("«{words}» is not how a {} is numbered", kind.word()),
        ),
        LocatorError::SwappedLabels { .. } => Bilingual::new(
            "khoản đánh bằng số, điểm đánh bằng chữ; ở đây bị đổi chỗ",
            "a khoản has a number and a điểm a letter; here they are swapped",
        ),
        LocatorError::WrongOrder { .. } => Bilingual::new(
            format!("«{words}» đứng sai thứ tự; điểm viết trước khoản, khoản viết trước Điều"),
            format!("«{words}» is in the wrong order; a điểm comes before its khoản, a khoản before its Điều"),
        ),
        LocatorError::SeveralUnits { .. } => Bilingual::new(
            "ở đây chỉ ghi một đơn vị; mỗi đơn vị là một trích dẫn riêng",
            "only one unit stands here; every unit is an excerpt of its own",
        ),
        LocatorError::Relative { .. } => Bilingual::new(
            format!("«{words}» không nói rõ là đơn vị nào; ghi số của nó"),
            format!("«{words}» does not say which unit; give its number"),
        ),
        LocatorError::TrailingWords { .. } => Bilingual::new(
            format!("thừa «{words}»; tên văn bản ghi ở khoá instrument"),
            format!("«{words}» is too much; the instrument has the key instrument"),
        ),
    }
}
