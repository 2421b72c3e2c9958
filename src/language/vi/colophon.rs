//! The words of the last page, and those of the index and the table of standards. Vietnamese only: they are part of the
//! booklet.

use crate::language::Notice;

/// Name of a fact of the last page: the edition's title.
pub const EDITION: &str = "Ấn bản";
/// Name of a fact of the last page: the edition's id.
pub const ID: &str = "Mã ấn bản";
/// Name of a fact of the last page: the day as of which the edition states the law.
pub const AS_OF: &str = "Tính đến";
/// Name of a fact of the last page: who answers for the booklet.
pub const ISSUER: &str = "Đơn vị biên soạn";
/// Name of a fact of the last page: whom to ask about the booklet.
pub const CONTACT: &str = "Hỏi, góp ý";
/// Name of a fact of the last page: the program and its version.
pub const GENERATOR: &str = "Lập bằng";
/// Name of a fact of the last page: the hash over all files of the corpus.
pub const CORPUS: &str = "Mã băm kho ngữ liệu (SHA-256)";

/// Stands where the corpus names no address: none is made up.
pub const NO_WEB: &str = "Chưa có địa chỉ của bản trên web.";

/// Caption of the code.
pub const CODE: &str = "Quét mã để mở bản trên web";

/// The alternative text of the QR code, for those who do not see it (PDF/UA).
pub fn code_alt(address: &str) -> String {
    format!("Mã QR dẫn đến bản trên web, địa chỉ {address}")
}

/// How a copy is checked, and how the booklet is set.
pub fn notices() -> Vec<Notice> {
    let notice = |title: &str, text: &str| Notice { title: title.to_owned(), text: text.to_owned() };
    vec![
        notice(
            "Kiểm tra một bản",
            "Mã băm SHA-256 của từng tệp đã phát hành ghi trong thư gửi kèm và ở trang đầu của bản trên web, nếu có. Tính lại mã \
             băm của tệp đang cầm: hai mã giống nhau thì tệp còn nguyên. Mã băm của chính tệp PDF không thể in trong tệp, nên ở \
             trang này chỉ có mã băm của kho ngữ liệu mà tài liệu được lập từ đó.",
        ),
        notice(
            "Cách in",
            "Bản PDF khổ A4, in một mặt hoặc hai mặt. Dấu ở mép ngoài là số chương hoặc chữ của phụ lục, để tìm \
             nhanh mà không phải mở từng trang. Tài liệu in đen trắng vẫn đọc được: tình trạng hiệu lực có dấu, có chữ và \
             có kiểu vạch riêng ở lề trái; vạch ở lề phải là chỗ mới hoặc khác so với lần công bố trước.",
        ),
    ]
}

/// The sentence above the index: its numbers are those of excerpts, and not of pages.
pub const INDEX_INTRO: &str = "Từ ngữ, chủ đề, đối tượng và văn bản, xếp theo vần. Số là số của trích dẫn.";

/// What the index has on paper only.
pub fn index_pages(explained: bool) -> String {
    let pages = "Số trong ngoặc là trang.";
    if explained {
        format!("{pages} Từ có giải thích thì ghi thêm trang giải thích.")
    } else {
        pages.to_owned()
    }
}

/// Of a word that stands nearly everywhere: the excerpts whose title has it.
pub fn in_titles(count: usize) -> String {
    format!("có trong {count} trích dẫn, chỉ nêu các trích dẫn có từ này trong tên")
}

/// Of a word that stands nearly everywhere and in no title.
pub fn passim(count: usize) -> String {
    format!("có trong {count} trích dẫn")
}

/// The paragraphs above the list of standards. `empty`: the booklet cites none.
pub fn standards_intro(empty: bool) -> Vec<String> {
    let text = if empty {
        "Tài liệu này không nêu tiêu chuẩn, quy chuẩn nào."
    } else {
        "Tiêu chuẩn, quy chuẩn có trong tài liệu này, tình trạng vào ngày của ấn bản, và trích dẫn có nêu."
    };
    vec![text.to_owned()]
}

/// Beside a standard that is cited and has no record, so that its validity is not known.
pub const NO_RECORD: &str = "chưa có hồ sơ, chưa rõ tình trạng";

/// `Được sửa đổi, bổ sung bởi Nghị định số 2/2031/NĐ-CP (khoản 1 Điều 3), từ 01/07/2031`
pub fn amended(by: &str, basis: &str, day: Option<&str>, certain: bool) -> String {
    let day = day.map_or_else(|| ", chưa rõ từ ngày nào".to_owned(), |day| format!(", từ {day}"));
    if certain {
        format!("Được sửa đổi, bổ sung bởi {by}{basis}{day}")
    } else {
        format!("Văn bản được sửa đổi, bổ sung bởi {by}{basis}{day}; chưa rõ có sửa đơn vị này không")
    }
}

/// `xem Uỷ ban nhân dân cấp tỉnh; Uỷ ban nhân dân cấp xã`
pub fn see(names: &[&str]) -> String {
    format!("xem {}", names.join("; "))
}

/// A correction counts from the first day of the text, so that no day is named.
pub fn corrected(by: &str, basis: &str, certain: bool) -> String {
    if certain {
        format!("Được đính chính bởi {by}{basis}")
    } else {
        format!("Văn bản được đính chính bởi {by}{basis}; chưa rõ có gồm đơn vị này không")
    }
}
