//! Types of instruments: those of Luật Ban hành văn bản quy phạm pháp luật, administrative ones, and standards.

/// The type of an instrument.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum InstrumentType {
    Constitution,
    Code,
    Law,
    Ordinance,
    /// Lệnh of the President.
    Order,
    /// Sắc lệnh of the President, 1945 to 1959.
    DecreeLaw,
    Resolution,
    JointResolution,
    Decree,
    Decision,
    Directive,
    JointCircular,
    Circular,
    /// Văn bản hợp nhất.
    ConsolidatedText,
    /// Công văn.
    OfficialLetter,
    /// Quy chuẩn kỹ thuật.
    TechnicalRegulation,
    /// Tiêu chuẩn.
    Standard,
    Rfc,
    /// Chương trình.
    Programme,
    /// Kế hoạch.
    Plan,
    /// Tài liệu hướng dẫn.
    Guidance,
    /// Thông báo.
    Notice,
    /// Báo cáo.
    Report,
    /// Tờ trình.
    Submission,
    /// Kết luận, of the Party.
    Conclusion,
    /// Hiệp định, Công ước and other treaties.
    Treaty,
    /// Biểu mẫu that stands by itself.
    BlankForm,
}

use InstrumentType::*;

/// Type, name, short forms in running text, codes in symbols.
const TABLE: [(InstrumentType, &str, &[&str], &[&str]); 27] = [
    (Constitution, "Hiến pháp", &[], &["HP"]),
    (Code, "Bộ luật", &["BL"], &[]),
    (Law, "Luật", &[], &["LQ"]),
    (Ordinance, "Pháp lệnh", &[], &["PL"]),
    (Order, "Lệnh", &[], &["L"]),
    (DecreeLaw, "Sắc lệnh", &[], &["SL"]),
    (Resolution, "Nghị quyết", &["NQ"], &["NQ"]),
    (JointResolution, "Nghị quyết liên tịch", &["NQLT"], &["NQLT"]),
    (Decree, "Nghị định", &["NĐ"], &["NĐ"]),
    (Decision, "Quyết định", &["QĐ"], &["QĐ"]),
    (Directive, "Chỉ thị", &["CT"], &["CT"]),
    (JointCircular, "Thông tư liên tịch", &["TTLT"], &["TTLT", "TTLB", "TTLN"]),
    (Circular, "Thông tư", &["TT"], &["TT"]),
    (ConsolidatedText, "Văn bản hợp nhất", &["VBHN"], &["VBHN"]),
    (OfficialLetter, "Công văn", &["CV"], &["CV"]),
    (TechnicalRegulation, "Quy chuẩn", &[], &["QCVN"]),
    (Standard, "Tiêu chuẩn", &[], &["TCVN"]),
    (Rfc, "RFC", &[], &[]),
    (Programme, "Chương trình", &[], &["CTr"]),
    (Plan, "Kế hoạch", &["KH"], &["KH"]),
    (Guidance, "Tài liệu hướng dẫn", &[], &["HD"]),
    (Notice, "Thông báo", &["TB"], &["TB"]),
    (Report, "Báo cáo", &[], &["BC"]),
    (Submission, "Tờ trình", &[], &["TTr"]),
    (Conclusion, "Kết luận", &["KL"], &["KL"]),
    (Treaty, "Điều ước quốc tế", &[], &["ĐƯQT"]),
    (BlankForm, "Biểu mẫu", &[], &[]),
];

impl InstrumentType {
    /// Every type.
    pub fn all() -> impl Iterator<Item = InstrumentType> {
        TABLE.iter().map(|row| row.0)
    }

    /// The Vietnamese name, with a capital: `Nghị định`.
    pub fn name(self) -> &'static str {
        TABLE.iter().find(|row| row.0 == self).map_or("", |row| row.1)
    }

    /// How it is written in short, in running text and in symbols: `NĐ`, `QCVN`.
    pub fn short_forms(self) -> impl Iterator<Item = &'static str> {
        let rows = TABLE.iter().filter(move |row| row.0 == self);
        rows.flat_map(|row| row.2.iter().chain(row.3)).copied()
    }

    /// Returns how running text abbreviates it, where it does: `NĐ`, `TT`.
    pub fn abbreviation(self) -> Option<&'static str> {
        TABLE.iter().find(|row| row.0 == self).and_then(|row| row.2.first()).copied()
    }

    /// The type of this name or short form, whatever the case: `Nghị định`, `nghị định`, `NĐ`.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().replace(['Ð', 'ð'], "đ").to_lowercase();
        let same = |known: &&str| known.to_lowercase() == name;
        TABLE.iter().find(|row| same(&row.1) || row.2.iter().any(same)).map(|row| row.0)
    }

    /// The type that the first part of a symbol names: `NĐ`, `TTLT`.
    pub fn from_code(code: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.3.iter().any(|known| same_ignoring_case(known, code))).map(|row| row.0)
    }

    /// Whether it is a technical regulation or standard, national or not.
    pub fn is_technical(self) -> bool {
        matches!(self, TechnicalRegulation | Standard | Rfc)
    }

    /// Returns whether the concept of validity (hiệu lực) applies. It does to what lays down rules or orders something to be
    /// done, plans and programmes among them. A consolidated text has the validity of what it consolidates (Pháp lệnh
    /// 01/2012/UBTVQH13), standards are used by choice, and letters, guides, forms and reports only tell something.
    pub fn has_validity(self) -> bool {
        match self {
            Constitution | Code | Law | Ordinance | Order | DecreeLaw | Resolution | JointResolution | Decree
            | Decision | Directive | JointCircular | Circular | TechnicalRegulation | Programme | Plan | Conclusion
            | Treaty => true,
            ConsolidatedText | OfficialLetter | Standard | Rfc | Guidance | Notice | Report | Submission
            | BlankForm => false,
        }
    }

    /// Whether instruments of this type are cited by name rather than by number (NĐ 34/2016/NĐ-CP, Điều 75).
    pub fn is_cited_by_name(self) -> bool {
        matches!(self, Constitution | Code | Law | Ordinance)
    }
}

fn same_ignoring_case(a: &str, b: &str) -> bool {
    a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lays_down_no_rules_has_no_validity() {
        let without: Vec<&str> =
            InstrumentType::all().filter(|kind| !kind.has_validity()).map(|kind| kind.name()).collect();
        let expected = [
            "Văn bản hợp nhất",
            "Công văn",
            "Tiêu chuẩn",
            "RFC",
            "Tài liệu hướng dẫn",
            "Thông báo",
            "Báo cáo",
            "Tờ trình",
            "Biểu mẫu",
        ];
        assert_eq!(without, expected);
    }

    #[test]
    fn names_lead_back_to_types() {
        for kind in InstrumentType::all() {
            assert_eq!(InstrumentType::from_name(kind.name()), Some(kind));
        }
        assert_eq!(InstrumentType::from_name("nÐ"), Some(Decree));
        assert_eq!(InstrumentType::from_name("Bộ"), None);
        assert_eq!(InstrumentType::from_code("ttlt"), Some(JointCircular));
        assert_eq!(InstrumentType::from_code("CP"), None);
    }
}
