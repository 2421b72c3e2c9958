//! The words of the sheets of duties.

use serde::Serialize;

/// Fixed words of a sheet.
#[derive(Serialize, Clone, Debug)]
pub struct DutySheetWords {
    pub kicker: String,
    pub dated: String,
    pub always: String,
    pub free: String,
    pub free_numbers: String,
    pub evidence: String,
    pub aside: String,
    pub ask: String,
    pub contact: String,
    pub reference: String,
    pub page: String,
    /// Where an edition has no duty at all.
    pub none: String,
}

pub fn words() -> DutySheetWords {
    let say = str::to_owned;
    DutySheetWords {
        kicker: say("Phiếu việc phải làm"),
        dated: say("Việc có hạn"),
        always: say("Việc phải làm thường xuyên"),
        free: say("Nên làm, được làm"),
        free_numbers: say("Đọc trong cuốn, ở các số"),
        evidence: say("Chứng minh"),
        aside: say("Chưa chắc đang phải làm"),
        ask: say("Văn bản, và hỏi ai"),
        contact: say("Góp ý về phiếu này"),
        reference: say("Số màu đậm là số của trích dẫn trong cuốn"),
        page: say("trang"),
        none: say("Tài liệu này không nêu việc nào mà ai phải làm."),
    }
}

/// `Khoản 4 Điều 11, 224/2026/NĐ-CP`: an instrument by its number, or by its name where it has none.
pub fn rule(locator: &str, instrument: &str) -> String {
    let short = instrument.rsplit_once(" số ").map_or(instrument, |(_, number)| number);
    format!("{locator}, {short}")
}

/// `Thông tư số 06/2026/TT-BKHCN: hỏi Cục Bưu điện Trung ương`
pub fn instrument(citation: &str, contact: Option<&str>) -> String {
    match contact {
        Some(contact) => format!("{citation}: hỏi {contact}"),
        None => citation.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_named_by_number() {
        assert_eq!(rule("Khoản 4 Điều 11", "Nghị định số 224/2026/NĐ-CP"), "Khoản 4 Điều 11, 224/2026/NĐ-CP");
        assert_eq!(rule("Điều 4", "Hiến pháp"), "Điều 4, Hiến pháp");
    }
}
