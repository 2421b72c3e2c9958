//! The levels of an instrument.

/// A level of an instrument: the seven of NĐ 34/2016/NĐ-CP, Điều 62, the finer ones that real texts have, and what is
/// attached to an instrument.
///
/// The derived order is the one in which units of different kinds are beside each other: what is attached follows the
/// body. How units nest is [`UnitKind::level`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum UnitKind {
    /// Phần.
    Part,
    /// Chương.
    Chapter,
    /// Mục of a chapter or a part.
    Section,
    /// Tiểu mục.
    Subsection,
    /// Điều.
    Article,
    /// Khoản.
    Clause,
    /// Điểm.
    Point,
    /// Tiết, below điểm in older texts.
    Subpoint,
    /// Đoạn: an unmarked paragraph, counted after the opening line of its unit.
    Paragraph,
    /// Gạch đầu dòng: an item that begins with a dash.
    Dash,
    /// Mục of an annex: a numbered item or the row of a table.
    Item,
    /// Quy chế ban hành kèm theo: numbers its own articles from 1.
    Regulation,
    /// Quy định ban hành kèm theo: numbers its own articles from 1.
    Rules,
    /// Điều lệ ban hành kèm theo: numbers its own articles from 1.
    Charter,
    /// Phụ lục.
    Annex,
    /// Danh mục ban hành kèm theo.
    List,
    /// Biểu ban hành kèm theo, as of fees.
    Schedule,
    /// Mẫu số.
    Form,
}

impl UnitKind {
    /// Every kind, in order.
    pub const ALL: [UnitKind; 18] = [
        Self::Part,
        Self::Chapter,
        Self::Section,
        Self::Subsection,
        Self::Article,
        Self::Clause,
        Self::Point,
        Self::Subpoint,
        Self::Paragraph,
        Self::Dash,
        Self::Item,
        Self::Regulation,
        Self::Rules,
        Self::Charter,
        Self::Annex,
        Self::List,
        Self::Schedule,
        Self::Form,
    ];

    /// How deep this kind stands; a unit lies only in units of a lower level. Levels may be skipped (`điểm đ Điều 8`).
    pub fn level(self) -> u8 {
        match self {
            Self::Regulation | Self::Rules | Self::Charter => 0,
            Self::Annex => 1,
            Self::List | Self::Schedule => 2,
            Self::Form => 3,
            Self::Part => 4,
            Self::Chapter => 5,
            Self::Section | Self::Item => 6,
            Self::Subsection => 7,
            Self::Article => 8,
            Self::Clause => 9,
            Self::Point => 10,
            Self::Subpoint => 11,
            Self::Paragraph => 12,
            Self::Dash => 13,
        }
    }

    /// The word before the label, as running text writes it: điểm and khoản in lower case, Điều with a capital.
    pub fn word(self) -> &'static str {
        match self {
            Self::Part => "Phần",
            Self::Chapter => "Chương",
            Self::Section => "Mục",
            Self::Subsection => "Tiểu mục",
            Self::Article => "Điều",
            Self::Clause => "khoản",
            Self::Point => "điểm",
            Self::Subpoint => "tiết",
            Self::Paragraph => "đoạn",
            Self::Dash => "gạch đầu dòng",
            Self::Item => "mục",
            Self::Regulation => "Quy chế",
            Self::Rules => "Quy định",
            Self::Charter => "Điều lệ",
            Self::Annex => "Phụ lục",
            Self::List => "Danh mục",
            Self::Schedule => "Biểu",
            Self::Form => "Mẫu",
        }
    }

    /// The word in ASCII. Mục of a chapter and of an annex share theirs, as the unit around them distinguishes them.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Part => "phan",
            Self::Chapter => "chuong",
            Self::Section | Self::Item => "muc",
            Self::Subsection => "tieu-muc",
            Self::Article => "dieu",
            Self::Clause => "khoan",
            Self::Point => "diem",
            Self::Subpoint => "tiet",
            Self::Paragraph => "doan",
            Self::Dash => "gach",
            Self::Regulation => "quy-che",
            Self::Rules => "quy-dinh",
            Self::Charter => "dieu-le",
            Self::Annex => "phu-luc",
            Self::List => "danh-muc",
            Self::Schedule => "bieu",
            Self::Form => "mau",
        }
    }

    /// Whether this kind, standing above an article, only groups: articles are numbered through phần, chương, mục and
    /// tiểu mục.
    pub fn is_grouping(self) -> bool {
        matches!(self, Self::Part | Self::Chapter | Self::Section | Self::Subsection | Self::Item)
    }

    /// Whether this is something attached whose parts are rows and items, not articles.
    pub fn is_annex(self) -> bool {
        matches!(self, Self::Annex | Self::List | Self::Schedule | Self::Form)
    }

    /// Whether this is something attached that is built like an instrument, with its own Điều 1.
    pub fn is_attached_instrument(self) -> bool {
        matches!(self, Self::Regulation | Self::Rules | Self::Charter)
    }
}
