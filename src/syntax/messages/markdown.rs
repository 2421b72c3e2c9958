//! Codes and sentences about the Markdown of a body.

mod links;
pub mod raw;

pub use links::LinkFault;

use crate::diag::{Bilingual, codes};
use crate::model::citation::NoteKind;

codes! {
    RAW_HTML = "CN201" Error {
        vi: "có mã HTML `{html}` trong bài" => "xoá mã; chữ đậm viết **chữ**, chữ nghiêng viết *chữ*; muốn in dấu < thì viết \\<",
            "Nội dung là dữ liệu, không phải mã: cùng một bài phải in được ra PDF lẫn HTML, và không gì trong bài được chạy.";
        en: "there is raw HTML `{html}` in the text" => "delete it; bold is **words**, italics are *words*; to print a < write \\<",
            "Content is data, never code: the same text must print as PDF and as HTML, and nothing in it may run.";
        example: "<b>phải</b>  →  **phải**"
    }
    BAD_LINK = "CN202" Error {
        vi: "liên kết `{url}` không dùng được: {problem}" => "{advice}",
            "Các lược đồ khác (javascript:, data:, file:) có thể chạy mã hoặc chỉ có nghĩa trên máy của người soạn.";
        en: "the link `{url}` cannot be used: {problem}" => "{advice}",
            "Other schemes (javascript:, data:, file:) can run code, or mean something on the editor's machine only.";
        example: "[xem](javascript:alert(1))  →  [xem](https://vnnic.vn/)"
    }
    UNSUPPORTED = "CN203" Error {
        vi: "không dùng được {what}" => "{instead}",
            "Chỉ những dạng mà PDF và HTML cùng thể hiện đúng mới được nhận; dạng khác bị nêu ra chứ không lặng lẽ bỏ đi.";
        en: "not usable here: {what}" => "{instead}",
            "Only forms that both the PDF and the HTML show rightly are accepted; anything else is reported, never silently dropped.";
        example: "~~bãi bỏ~~  →  (đã bãi bỏ)"
    }
    NO_ALT = "CN204" Error {
        vi: "hình `{path}` thiếu lời mô tả" => "viết ![điều hình cho thấy]({path})",
            "Người đọc bằng trình đọc màn hình cần lời thay cho hình; PDF/UA-1 và WCAG 2.2 bắt buộc.";
        en: "the image `{path}` has no description" => "write ![what the image shows]({path})",
            "Readers who use a screen reader need words in place of the picture; PDF/UA-1 and WCAG 2.2 require them.";
        example: "![](images/so-do.svg)  →  ![Sơ đồ ba lớp mạng](images/so-do.svg)"
    }
    NO_IMAGE = "CN205" Error {
        vi: "không có tệp hình `{path}` trong kho ngữ liệu" => "đặt tệp vào thư mục images/ của kho và viết đường dẫn tính từ gốc kho: images/{name}",
            "Hình phải nằm trong kho để ấn phẩm dựng được không cần mạng.";
        en: "there is no image `{path}` in the corpus" => "put the file into the corpus' images/ folder and write its path from the corpus root: images/{name}",
            "Images must be in the corpus, so that the booklet can be built without a network.";
        example: "![Sơ đồ](C:\\Users\\an\\so-do.png)  →  ![Sơ đồ](images/so-do.png)"
    }
    HEADING = "CN207" Error {
        vi: "trích dẫn không được có tiêu đề `{heading}`" => "đặt tiêu đề vào khoá `title` ở đầu tệp, hoặc chuyển bài sang guidance/",
            "Một trích dẫn là một đơn vị của văn bản; tiêu đề trong đó sẽ lẫn với mục lục của ấn phẩm.";
        en: "an excerpt must not have a heading: `{heading}`" => "put the heading into the key `title`, or move the text to guidance/",
            "An excerpt is one unit of an instrument; a heading inside it would mix with the booklet's contents.";
        example: "## Mua sắm  →  title: Mua sắm"
    }
    NO_FOOTNOTE = "CN208" Error {
        vi: "chú thích [^{label}] không có nội dung" => "thêm một dòng: [^{label}]: nội dung chú thích",
            "Người đọc sẽ thấy một số chú thích không dẫn tới đâu.";
        en: "the footnote [^{label}] has no text" => "add a line: [^{label}]: the text of the note",
            "A reader would see a note number that leads nowhere.";
        example: "IPv6[^1]  →  IPv6[^1] … [^1]: Giao thức Internet phiên bản 6."
    }
    UNUSED_FOOTNOTE = "CN209" Warning {
        vi: "chú thích [^{label}] không được dẫn tới trong bài" => "thêm [^{label}] vào chỗ cần chú thích, hoặc xoá dòng này",
            "Chú thích không ai dẫn tới sẽ không được in.";
        en: "the footnote [^{label}] is not referred to" => "put [^{label}] where the note belongs, or delete this line",
            "A note that nothing refers to is not printed.";
        example: "[^2]: …  (không có [^2] trong bài)"
    }
    BAD_REFERENCE = "CN210" Error {
        vi: "tham chiếu `{text}` sai dạng" => "{advice}",
            "Tham chiếu dùng id vì id không đổi khi tiêu đề hay thứ tự đổi.";
        en: "the reference `{text}` is malformed" => "{advice}",
            "References use ids, because ids stay when titles or order change.";
        example: "[[Điều 18]]  →  [[nd-72-2013.dieu-18.khoan-3]]"
    }
    SKIPPED_POINT = "CN211" Warning {
        vi: "sau `{before}` là `{after}`: thiếu `{missing}`?" => "thêm điểm còn thiếu, hoặc đánh lại đúng nhãn của văn bản gốc",
            "Danh sách đứt quãng thường là dấu hiệu mất đoạn khi sao chép. Thứ tự điểm: a b c d đ e g h i k l m n o p q r s t u v x y (Nghị định 34/2016/NĐ-CP).";
        en: "`{after}` follows `{before}`: is `{missing}` missing?" => "add what is missing, or restore the labels of the original",
            "A broken list is often a sign of text lost in copying. Order of points: a b c d đ e g h i k l m n o p q r s t u v x y (Decree 34/2016/NĐ-CP).";
        example: "a) … c) …  →  a) … b) … c) …"
    }
    UNFINISHED = "CN212" Warning {
        vi: "bài dừng ở `{ending}`, có thể thiếu phần liệt kê phía sau" => "chép nốt phần sau dấu, hoặc kết thúc câu bằng dấu chấm",
            "Trích dẫn kết thúc bằng dấu hai chấm hay chấm phẩy thường đã mất danh sách đi kèm.";
        en: "the text stops at `{ending}`; the list after it may be missing" => "add what follows, or end the sentence with a full stop",
            "An excerpt that ends with a colon or semicolon has usually lost the list that followed.";
        example: "Cơ quan nhà nước phải:  →  Cơ quan nhà nước phải: a) …; b) …."
    }
    CITATION_FORM = "CN213" Warning {
        vi: "cách viện dẫn `{words}` có chỗ chưa đúng: {problem}" => "viết `{canonical}`",
            "Viện dẫn sai dạng không nối được tới văn bản, và người đọc không tra được.";
        en: "the citation `{words}` is not quite right: {problem}" => "write `{canonical}`",
            "A malformed citation cannot be linked to its instrument, and the reader cannot look it up.";
        example: "39/2017/TT- BTTTT  →  39/2017/TT-BTTTT"
    }
    EMPTY_BODY = "CN214" Error {
        vi: "sau phần đầu tệp không có nội dung" => "viết nội dung bên dưới dòng --- thứ hai",
            "Một bài không có lời thì không giúp được người đọc.";
        en: "there is no text after the header" => "write the text below the second --- line",
            "A text without words is of no help to a reader.";
        example: "---\\nid: …\\n---\\n  →  thêm ít nhất một câu"
    }
    DRAFT_LEFT = "CN215" Warning {
        vi: "còn chỗ chưa điền `{words}` của bản nháp" => "thay bằng nội dung thật",
            "Chỗ giữ sẵn do `camnang new` tạo ra không được lọt vào ấn phẩm.";
        en: "a placeholder of the draft is left: `{words}`" => "replace it with real content",
            "A placeholder made by `camnang new` must not get into the booklet.";
        example: "VIẾT NỘI DUNG Ở ĐÂY"
    }
    TABLE_WITHOUT_HEAD = "CN216" Error {
        vi: "bảng có cột không có tiêu đề" => "ghi tên cho mọi cột ở hàng đầu bảng",
            "Trình đọc màn hình đọc mỗi ô kèm tên cột; ô không tên là ô vô nghĩa.";
        en: "the table has a column without a heading" => "name every column in the first row",
            "A screen reader reads each cell with the name of its column; without one the cell means nothing.";
        example: "| Mức | |  →  | Mức | Hạn |"
    }
    ODD_POINT = "CN217" Warning {
        vi: "nhãn `{label}` không có trong thứ tự điểm: văn bản không dùng f, j, w, z" => "đối chiếu bản gốc; nếu gõ nhầm thì sửa, nếu bản gốc viết đúng như vậy thì để nguyên",
            "Thứ tự điểm: a b c d đ e g h i k l m n o p q r s t u v x y (Nghị định 34/2016/NĐ-CP). Một vài văn bản vẫn dùng f hay j; nhãn được in như đã viết.";
        en: "the label `{label}` is not in the order of points: instruments do not use f, j, w, z" => "compare with the original; fix a slip, and leave it if the original has it so",
            "Order of points: a b c d đ e g h i k l m n o p q r s t u v x y (Decree 34/2016/NĐ-CP). A few instruments use f or j all the same; the label is printed as it is written.";
        example: "e) … f) …  →  e) … g) …"
    }
    LOST_SIGN = "CN218" Error {
        vi: "dấu > ở đầu `{line}` là dấu của đoạn trích lời trong Markdown, nên sẽ không được in" => "muốn in dấu lớn hơn thì viết \\> hoặc chữ \"trên\", \"từ … trở lên\"; nếu đúng là trích lời thì mở đầu bằng dấu “",
            "Dấu lớn hơn mất đi thì điều kiện của luật đổi nghĩa: \"> 5 năm\" thành \"5 năm\". Vì vậy một đoạn trích lời không được mở đầu bằng số hay dấu =.";
        en: "the > at the start of `{line}` is Markdown's mark of a quotation, so it would not be printed" => "to print the sign write \\> or say it in words; a quotation begins with the quotation mark “",
            "Without the sign the law says something else: \"> 5 years\" becomes \"5 years\". So no quotation may begin with a number or with =.";
        example: "> 5 năm  →  \\> 5 năm"
    }
    RAW_MARKUP = "CN219" Error {
        vi: "`{text}`: {what}; sẽ bị in nguyên cả dấu" => "{instead}",
            "Dấu của Markdown không thành dạng nào thì lọt nguyên vào ấn phẩm, người đọc thấy dấu lạ và không thấy điều người soạn muốn.";
        en: "`{text}`: {what}; its signs would be printed" => "{instead}",
            "Signs of Markdown that form nothing get into the booklet as they are; readers see strange signs, and not what the editor meant.";
        example: "** đậm **  →  **đậm**"
    }
    STUCK_POINT = "CN220" Warning {
        vi: "nhãn `{label}` dính liền với chữ sau nó nên không được đọc là một điểm" => "viết có dấu cách: `{label} …`; nếu không phải nhãn thì viết `{escaped}…`",
            "Điểm không được nhận ra thì bị nối vào dòng phía trên và mất chỗ xuống dòng.";
        en: "the label `{label}` is stuck to the word after it, so it is not read as a point" => "write a space after it: `{label} …`; if it is no label write `{escaped}…`",
            "A point that is not recognised runs on from the line above it.";
        example: "a)Một  →  a) Một"
    }
}

/// What to write in place of a malformed reference: the hole `{advice}` of [`BAD_REFERENCE`].
pub fn fix_reference(closed: bool, in_link: bool) -> Bilingual {
    match (closed, in_link) {
        (_, true) => Bilingual::new(
            "đưa tham chiếu ra ngoài liên kết [chữ](địa chỉ)",
            "take the reference out of the link [words](address)",
        ),
        (false, _) => Bilingual::new("thêm ]] để đóng tham chiếu", "add ]] to close the reference"),
        (true, _) => Bilingual::new(
            "viết [[id-của-trích-dẫn]] hoặc [[id-của-trích-dẫn|chữ hiện ra]]; `camnang list excerpts` liệt kê các id",
            "write [[id-of-the-excerpt]] or [[id-of-the-excerpt|words to show]]; `camnang list excerpts` prints the ids",
        ),
    }
}

/// The fault of a citation that could be read: the hole `{problem}` of [`CITATION_FORM`]. `None` for manners of
/// citing that are not slips.
pub fn slip(kind: NoteKind) -> Option<Bilingual> {
    let (vi, en) = match kind {
        NoteKind::Eth => {
            ("chữ Ð của tiếng Iceland (U+00D0) thay cho Đ", "the Icelandic letter Ð (U+00D0) in place of Đ")
        }
        NoteKind::StraySpace => ("thừa dấu cách", "a space too many"),
        NoteKind::LongDash => ("gạch dài thay cho dấu nối -", "a long dash in place of the hyphen -"),
        NoteKind::JoinedWords => ("thiếu dấu cách", "a space is missing"),
        NoteKind::MisreadDigit => ("chữ cái đứng chỗ chữ số", "a letter in place of a digit"),
        NoteKind::SymbolCase => ("ký hiệu phải viết hoa", "the symbol is written in capitals"),
        NoteKind::RangeReversed => ("đầu và cuối bị đảo", "its end stands before its start"),
        NoteKind::Case
        | NoteKind::LargeToSmall
        | NoteKind::Abbreviation
        | NoteKind::ExtraWord
        | NoteKind::LeadingZero
        | NoteKind::LabelScript
        | NoteKind::UnusualLabel
        | NoteKind::SymbolMissing
        | NoteKind::DateMissing
        | NoteKind::GroupingOmitted => return None,
    };
    Some(Bilingual::new(vi, en))
}

/// What to do about a slip whose right form does not follow from the words.
pub fn repair_by_hand() -> Bilingual {
    Bilingual::new("so lại với văn bản gốc rồi sửa cho đúng", "hold it against the original and write it right")
}

/// A form of Markdown that is not accepted, and what to write instead: the holes of [`UNSUPPORTED`].
pub struct UnsupportedForm {
    what: (&'static str, &'static str),
    instead: (&'static str, &'static str),
}

impl UnsupportedForm {
    /// Returns what the form is, in both languages.
    pub fn what(&self) -> Bilingual {
        Bilingual::new(self.what.0, self.what.1)
    }

    /// Returns what to write instead, in both languages.
    pub fn instead(&self) -> Bilingual {
        Bilingual::new(self.instead.0, self.instead.1)
    }
}

/// The forms of Markdown that are not accepted.
pub mod forms {
    use super::UnsupportedForm;

    /// Indented code. Editors indent paragraphs as in Word, and CommonMark would print these as code.
    pub const CODE_INDENTED: UnsupportedForm = UnsupportedForm {
        what: (
            "đoạn lùi vào từ bốn dấu cách sau một dòng trống (Markdown coi là khối mã)",
            "a paragraph indented by four spaces after an empty line (Markdown takes it for a block of code)",
        ),
        instead: (
            "lùi vào ít hơn bốn dấu cách, hoặc bỏ dòng trống phía trên",
            "indent it by fewer than four spaces, or remove the empty line above",
        ),
    };
    /// Fenced code; a booklet of law has none.
    pub const CODE_FENCED: UnsupportedForm = UnsupportedForm {
        what: ("khối mã giữa hai dòng ``` hoặc ~~~", "a block of code between ``` or ~~~"),
        instead: (
            "viết thành đoạn văn; tên máy, lệnh ngắn thì đặt giữa hai dấu `",
            "write a paragraph; put short commands and names between single `",
        ),
    };
    /// A block between `+++` lines, which other programs read as a header; ours is between `---` lines.
    pub const METADATA: UnsupportedForm = UnsupportedForm {
        what: ("khối +++ giữa bài", "a block between +++ lines"),
        instead: (
            "đưa các khoá lên phần đầu tệp, giữa hai dòng ---",
            "put keys into the header, between the --- lines",
        ),
    };
    /// A thematic break.
    pub const RULE: UnsupportedForm = UnsupportedForm {
        what: ("đường kẻ ngang", "a line across the page"),
        instead: ("xoá dòng này; ngăn các đoạn bằng dòng trống", "delete the line; part paragraphs by an empty line"),
    };
    /// A setext heading: a line of dashes that was meant as a rule makes a heading of the text above it.
    pub const UNDERLINED: UnsupportedForm = UnsupportedForm {
        what: (
            "dòng gạch --- hoặc === ngay dưới chữ (Markdown coi chữ ở trên là tiêu đề)",
            "a line of --- or === right below text (Markdown takes the text for a heading)",
        ),
        instead: (
            "xoá dòng gạch; tiêu đề trong hướng dẫn thì viết ## ở đầu dòng",
            "delete the line; begin a heading in guidance with ##",
        ),
    };
    /// Struck-out text, which a reader of a law would take for a repealed one.
    pub const STRIKE: UnsupportedForm = UnsupportedForm {
        what: ("chữ gạch ngang ~~…~~", "struck-out text ~~…~~"),
        instead: (
            "bỏ dấu ~, nói rõ bằng lời, ví dụ (đã bãi bỏ); muốn in dấu ~ thì viết \\~",
            "remove the ~ and say it in words; to print a ~ write \\~",
        ),
    };
    /// The box of a task list.
    pub const TASK: UnsupportedForm = UnsupportedForm {
        what: ("ô đánh dấu công việc", "a task box"),
        instead: ("bỏ [ ] hoặc [x] ở đầu dòng", "remove the [ ] or [x]"),
    };
    /// A formula: a text with two prices in dollars would become one.
    pub const MATH: UnsupportedForm = UnsupportedForm {
        what: ("công thức giữa hai dấu $", "a formula between $ signs"),
        instead: ("viết công thức bằng chữ; muốn in dấu $ thì viết \\$", "write it in words; to print a $ write \\$"),
    };
    /// A GitHub alert.
    pub const ALERT: UnsupportedForm = UnsupportedForm {
        what: ("khung ghi chú kiểu [!NOTE]", "a notice of the kind [!NOTE]"),
        instead: ("bỏ dòng này, mở đầu bằng **Lưu ý:**", "remove this line and begin with **Lưu ý:**"),
    };
    /// An image among words: it needs a paragraph of its own, since both outputs set a figure apart.
    pub const IMAGE_IN_TEXT: UnsupportedForm = UnsupportedForm {
        what: ("hình nằm giữa dòng chữ", "an image inside running text"),
        instead: (
            "để hình thành một đoạn riêng, có dòng trống ở trên và ở dưới",
            "make the image a paragraph of its own, with an empty line above and below",
        ),
    };
    /// The title of a link, which paper cannot show.
    pub const LINK_TITLE: UnsupportedForm = UnsupportedForm {
        what: ("lời nhắc trong ngoặc kép của liên kết", "the title of a link"),
        instead: ("bỏ phần trong ngoặc kép, viết lời ấy vào bài", "remove what is quoted and say it in the text"),
    };
    /// More levels of nesting than are read.
    pub const NESTING: UnsupportedForm = UnsupportedForm {
        what: ("các phần lồng nhau quá sâu", "nesting this deep"),
        instead: ("viết ít cấp hơn; văn bản luật chỉ đến gạch đầu dòng", "use fewer levels"),
    };
    /// A cell beyond the last column, which CommonMark drops without a word.
    pub const TABLE_OVERFLOW: UnsupportedForm = UnsupportedForm {
        what: ("ô thừa ở cuối hàng bảng", "a cell beyond the last column"),
        instead: (
            "bỏ ô thừa hoặc thêm cột ở hàng đầu; dấu | trong ô thì viết \\|",
            "remove it or add a column to the first row; a | inside a cell is written \\|",
        ),
    };
    /// A line directly below a table, which CommonMark takes for one more row.
    pub const TABLE_STUCK: UnsupportedForm = UnsupportedForm {
        what: ("dòng chữ dính vào cuối bảng", "a line of text stuck to the table"),
        instead: ("để một dòng trống sau bảng", "leave an empty line after the table"),
    };
    /// A table whose line of dashes has another number of columns than its head, so that it is no table.
    pub const TABLE_BROKEN: UnsupportedForm = UnsupportedForm {
        what: (
            "bảng có dòng gạch không khớp số cột của hàng đầu",
            "a table whose line of dashes has not as many columns as its first row",
        ),
        instead: (
            "viết mỗi cột một phần ---, ví dụ | --- | --- |",
            "write one --- for each column, as in | --- | --- |",
        ),
    };
    /// A heading without words.
    pub const HEADING_EMPTY: UnsupportedForm = UnsupportedForm {
        what: ("tiêu đề không có chữ", "a heading without words"),
        instead: ("viết chữ sau dấu # hoặc xoá dòng", "write words after the # or delete the line"),
    };
    /// A heading within a point, a quotation or a footnote, which has no place in the outline.
    pub const HEADING_INSIDE: UnsupportedForm = UnsupportedForm {
        what: (
            "tiêu đề nằm trong điểm, trong đoạn trích > hoặc trong chú thích",
            "a heading inside a point, a quotation or a footnote",
        ),
        instead: ("đưa tiêu đề ra sát lề trái, hoặc in đậm bằng **…**", "put it at the left margin, or use **…**"),
    };
    /// Asterisks inside a word, such as `2*3*4`, which CommonMark takes for emphasis.
    pub const STAR_IN_WORD: UnsupportedForm = UnsupportedForm {
        what: ("dấu * giữa các chữ liền nhau (Markdown coi là in nghiêng, in đậm)", "asterisks inside a word"),
        instead: ("muốn in dấu * thì viết \\*", "to print an asterisk write \\*"),
    };
    /// Two footnotes with one label: CommonMark keeps the first and drops the other.
    pub const NOTE_TWICE: UnsupportedForm = UnsupportedForm {
        what: ("hai chú thích cùng nhãn", "two footnotes with one label"),
        instead: ("đặt cho mỗi chú thích một nhãn riêng", "give each footnote a label of its own"),
    };
    /// A link definition that no link uses, and that would not be printed.
    pub const LEFTOVER: UnsupportedForm = UnsupportedForm {
        what: (
            "dòng [nhãn]: địa chỉ mà không liên kết nào dùng, nên sẽ không được in",
            "a line [label]: address that no link uses, so that it would not be printed",
        ),
        instead: (
            "xoá dòng này, hoặc viết liên kết là [chữ](địa chỉ)",
            "delete it, or write the link as [words](address)",
        ),
    };
}
