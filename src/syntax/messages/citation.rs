//! What is wrong with a locator, in words.

use crate::diag::Both;
use crate::model::citation::LocatorError;

/// Fills the hole `{problem}` of [`super::yaml::BAD_LOCATOR`].
pub fn locator_problem(error: &LocatorError, text: &str) -> Both {
    let words = text.get(error.range()).unwrap_or("").trim();
    match error {
        LocatorError::Empty => Both::new("chưa có gì", "it is empty"),
        LocatorError::UnknownWord { .. } => Both::new(
            format!("«{words}» không phải tên một đơn vị (Điều, khoản, điểm, Phụ lục, mục…)"),
            format!("«{words}» names no kind of unit (Điều, khoản, điểm, Phụ lục, mục…)"),
        ),
        LocatorError::MissingLabel { kind, .. } => Both::new(
            format!("sau «{}» thiếu số hoặc chữ", kind.word()),
            format!("a number or letter is missing after «{}»", kind.word()),
        ),
        LocatorError::InvalidLetter { letter, .. } => Both::new(
            format!("không có điểm «{letter}»; các điểm là a b c d đ e g h i k l m n o p q r s t u v x y"),
            format!("there is no point «{letter}»; points are a b c d đ e g h i k l m n o p q r s t u v x y"),
        ),
        LocatorError::InvalidLabel { kind, .. } => Both::new(
            format!("«{words}» không đúng cách đánh số của {}", kind.word()),
            format!("«{words}» is not how a {} is numbered", kind.word()),
        ),
        LocatorError::SwappedLabels { .. } => Both::new(
            "khoản đánh bằng số, điểm đánh bằng chữ; ở đây bị đổi chỗ",
            "a khoản has a number and a điểm a letter; here they are swapped",
        ),
        LocatorError::WrongOrder { .. } => Both::new(
            format!("«{words}» đứng sai thứ tự; điểm viết trước khoản, khoản viết trước Điều"),
            format!("«{words}» stands in the wrong order; a điểm comes before its khoản, a khoản before its Điều"),
        ),
        LocatorError::SeveralUnits { .. } => Both::new(
            "ở đây chỉ ghi một đơn vị; mỗi đơn vị là một trích dẫn riêng",
            "only one unit stands here; every unit is an excerpt of its own",
        ),
        LocatorError::Relative { .. } => Both::new(
            format!("«{words}» không nói rõ là đơn vị nào; ghi số của nó"),
            format!("«{words}» does not say which unit; give its number"),
        ),
        LocatorError::TrailingWords { .. } => Both::new(
            format!("thừa «{words}»; tên văn bản ghi ở khoá instrument"),
            format!("«{words}» is too much; the instrument has the key instrument"),
        ),
    }
}
