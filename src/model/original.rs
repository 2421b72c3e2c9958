//! Originals (bản gốc): a law as it was received, put into the corpus unchanged, with the text that a reader made of it.

use super::ids::InstrumentId;
use super::known::{Day, Known};

/// The record of a received file, which `camnang import` writes beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoredOriginal {
    pub instrument: InstrumentId,
    /// The name of the file in `originals/<instrument>/`.
    pub file: String,
    /// SHA-256 of the file's bytes, as any tool computes it; 64 hex digits in lower case.
    pub sha256: String,
    pub kind: Known<OriginalKind>,
    /// Where it was got: an address of the web, or words.
    pub source: Known<String>,
    pub received: Day,
    /// The reader and its version: `docx 1`.
    pub reader: String,
    /// The name of the text file in the same folder.
    pub text: String,
    /// SHA-256 of the text file's bytes.
    pub text_sha256: String,
    /// How many characters the file has, white space apart, and how many of them are in the text.
    pub counted: String,
    pub placed: String,
    pub dropped: Vec<LeftOut>,
    /// Tracked changes that the reader took as accepted.
    pub tracked: Vec<String>,
    /// Other remarks of the reader.
    pub remarks: Vec<String>,
}

impl StoredOriginal {
    /// Returns the path of the received file in the corpus.
    pub fn file_path(&self) -> String {
        format!("originals/{}/{}", self.instrument, self.file)
    }

    /// Returns the path of its text in the corpus.
    pub fn text_path(&self) -> String {
        format!("originals/{}/{}", self.instrument, self.text)
    }

    /// Returns the place of this copy among those of its instrument: the most official is the least.
    pub fn rank(&self) -> u8 {
        match self.kind {
            Known::Known(OriginalKind::Gazette) => 0,
            Known::Known(OriginalKind::Portal) => 1,
            Known::Known(OriginalKind::Reprint) => 2,
            Known::Known(OriginalKind::Scan) => 3,
            Known::Unknown { .. } => 4,
            Known::Known(OriginalKind::Translation) => 5,
        }
    }

    /// Returns the path of this record in the corpus.
    pub fn record_path(&self) -> String {
        format!("originals/{}/{}.yaml", self.instrument, self.file)
    }
}

/// What the reader left out for one reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOut {
    pub what: DropReason,
    pub characters: String,
    /// The first words of some of it.
    pub words: Vec<String>,
}

/// What kind of copy a received file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OriginalKind {
    Gazette,
    Portal,
    Reprint,
    Scan,
    Translation,
}

impl OriginalKind {
    pub const ALL: [OriginalKind; 5] = [
        OriginalKind::Gazette,
        OriginalKind::Portal,
        OriginalKind::Reprint,
        OriginalKind::Scan,
        OriginalKind::Translation,
    ];

    /// Returns the Vietnamese name, for readers.
    pub fn name(self) -> &'static str {
        match self {
            OriginalKind::Gazette => "bản trên Công báo",
            OriginalKind::Portal => "bản trên cổng thông tin của cơ quan nhà nước",
            OriginalKind::Reprint => "bản đăng lại",
            OriginalKind::Scan => "bản quét đã nhận dạng chữ",
            OriginalKind::Translation => "bản dịch",
        }
    }

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            OriginalKind::Gazette => "gazette",
            OriginalKind::Portal => "portal",
            OriginalKind::Reprint => "reprint",
            OriginalKind::Scan => "scan",
            OriginalKind::Translation => "translation",
        }
    }
}

/// Why characters of a received file are not in its text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DropReason {
    /// Signs of Markdown, `|` between the cells of a saved page.
    Markup,
    /// The header of a Markdown file, which is about the copy and not of the law.
    FrontMatter,
    /// Menus, advertisements and forms of a web page.
    SiteFurniture,
    Script,
    /// A line that occurs at the head or foot of every page.
    PageHead,
    PageNumber,
    /// Words that a tracked change deletes.
    TrackedDeletion,
    /// Soft hyphens and other characters that say only where a line may break.
    Joiner,
    /// Characters that do not show.
    HiddenCharacter,
    /// Text that its program does not show.
    HiddenText,
    /// The formula of a field of Word, whose result is kept.
    FieldCode,
    /// A second form of a drawing, for older programs.
    OlderForm,
    Comment,
    /// Texts of charts and diagrams.
    Diagram,
    /// A line of dashes or underscores.
    Rule,
}

impl DropReason {
    /// Every reason, in the order in which they are reported.
    pub const ALL: [DropReason; 15] = [
        DropReason::Markup,
        DropReason::FrontMatter,
        DropReason::SiteFurniture,
        DropReason::Script,
        DropReason::PageHead,
        DropReason::PageNumber,
        DropReason::TrackedDeletion,
        DropReason::Joiner,
        DropReason::HiddenCharacter,
        DropReason::HiddenText,
        DropReason::FieldCode,
        DropReason::OlderForm,
        DropReason::Comment,
        DropReason::Diagram,
        DropReason::Rule,
    ];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            DropReason::Markup => "markup",
            DropReason::FrontMatter => "front-matter",
            DropReason::SiteFurniture => "site-furniture",
            DropReason::Script => "script",
            DropReason::PageHead => "page-head",
            DropReason::PageNumber => "page-number",
            DropReason::TrackedDeletion => "tracked-deletion",
            DropReason::Joiner => "joiner",
            DropReason::HiddenCharacter => "hidden-character",
            DropReason::HiddenText => "hidden-text",
            DropReason::FieldCode => "field-code",
            DropReason::OlderForm => "older-form",
            DropReason::Comment => "comment",
            DropReason::Diagram => "diagram",
            DropReason::Rule => "rule",
        }
    }

    /// Returns the name for people, in Vietnamese and in English.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            DropReason::Markup => ("dấu định dạng", "signs of markup"),
            DropReason::FrontMatter => ("phần khai báo ở đầu tệp", "the header of the file"),
            DropReason::SiteFurniture => ("khung trang web (menu, quảng cáo, lời mời)", "the frame of the web page"),
            DropReason::Script => ("mã lệnh, kiểu dáng của trang web", "scripts and styles of the web page"),
            DropReason::PageHead => ("dòng lặp lại ở đầu, cuối trang", "lines at the head or foot of pages"),
            DropReason::PageNumber => ("số trang", "page numbers"),
            DropReason::TrackedDeletion => {
                ("chữ đã xoá ở chế độ theo dõi thay đổi", "words that a tracked change deletes")
            }
            DropReason::Joiner => ("dấu nối mềm, dấu cho phép ngắt dòng", "soft hyphens and line break signs"),
            DropReason::HiddenCharacter => ("ký tự không nhìn thấy", "characters that do not show"),
            DropReason::HiddenText => ("chữ ẩn", "hidden text"),
            DropReason::FieldCode => ("mã trường của Word", "codes of fields"),
            DropReason::OlderForm => {
                ("bản lặp của hình vẽ cho Word đời cũ", "second forms of drawings for older programs")
            }
            DropReason::Comment => ("lời bình của người soạn", "comments"),
            DropReason::Diagram => ("chữ trong sơ đồ, biểu đồ", "texts of diagrams and charts"),
            DropReason::Rule => ("dòng kẻ bằng gạch", "lines of dashes"),
        }
    }
}
