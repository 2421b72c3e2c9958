//! The names of what can change, for readers of the annex of changes and of `camnang diff`.

use crate::compare::Field;
use crate::diag::Lang;

/// What a changed field is called.
pub fn field(field: Field, lang: Lang) -> &'static str {
    let (vi, en) = names(field);
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

fn names(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Number => ("Số, ký hiệu", "Number"),
        Field::Kind => ("Loại văn bản", "Type"),
        Field::Place => ("Vị trí", "Place"),
        Field::Title => ("Tên", "Title"),
        Field::Issuer => ("Cơ quan ban hành", "Issuer"),
        Field::Signer => ("Người ký", "Signer"),
        Field::Issued => ("Ngày ban hành", "Issued"),
        Field::InForceFrom => ("Có hiệu lực từ", "In force from"),
        Field::InForceUntil => ("Hết hiệu lực từ", "In force until"),
        Field::EndsBy => ("Vì sao hết hiệu lực", "Why it ends"),
        Field::Scopes => ("Phạm vi có ngày hiệu lực riêng", "For some on other days"),
        Field::Relations => ("Quan hệ", "Relations"),
        Field::Body => ("Nội dung", "Text"),
        Field::Links => ("Liên kết trong nội dung", "Links in the text"),
        Field::Images => ("Hình", "Images"),
        Field::Obligations => ("Việc phải làm, nên làm, được làm", "Duties"),
        Field::Topics => ("Chủ đề", "Topics"),
        Field::Audiences => ("Đối tượng", "Audiences"),
        Field::Related => ("Trích dẫn liên quan", "Related excerpts"),
        Field::Note => ("Ghi chú", "Note"),
        Field::Sources => ("Nguồn", "Sources"),
        Field::TextAt => ("Địa chỉ của văn bản", "Address of the text"),
        Field::Contact => ("Nơi hỏi", "Whom to ask"),
        Field::Wording => ("Lời văn", "Wording"),
        Field::Confidence => ("Mức chắc chắn", "Confidence"),
    }
}
