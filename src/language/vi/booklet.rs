//! The fixed words of the booklet itself. The booklet is Vietnamese whatever the language of the tool's messages.

use crate::language::{Notice, SearchWords, Words};
use crate::model::date::Date;
use crate::model::settings::{NoticeKey, Notices};
use crate::model::text_at::TextKind;

/// The words that templates set beside the edition's own text.
///
/// An office may have worded some of them itself.
pub fn words(own: &Notices) -> Words {
    let say = |words: &str| words.to_owned();
    Words {
        contents: say("Mục lục"),
        part: say("Phần"),
        chapter: say("Chương"),
        annex: say("Phụ lục"),
        imprint: say("Về tài liệu này"),
        duties: say("Việc phải làm, nên làm, được làm"),
        deadline: say("Hạn"),
        evidence: say("Minh chứng"),
        sanctions: say("Chế tài"),
        sanction_for: say("Là chế tài của"),
        source: say("Nguồn"),
        text_at: say("Văn bản gốc"),
        contact: say("Nơi hỏi"),
        also: say("còn gọi:"),
        note: say("Ghi chú"),
        related: say("Chỉ dẫn"),
        see_also: say("Xem thêm ở chương khác"),
        instruments: say("Các văn bản"),
        glossary: say("Giải thích từ ngữ"),
        status: say("Tình trạng hiệu lực"),
        issued: say("Ban hành"),
        issuer: say("Cơ quan ban hành"),
        in_force_from: say("Có hiệu lực từ"),
        in_force_until: say("Hết hiệu lực từ"),
        replaced_by: say("Được thay bằng"),
        legend: say("Cách đọc hình"),
        figure_as_table: say("Nội dung của hình, dạng bảng"),
        instrument: say("Văn bản"),
        number: say("STT"),
        topics: say("Chủ đề"),
        audiences: say("Đối tượng"),
        excerpts: say("Trích dẫn"),
        relations: say("Quan hệ"),
        confidence: say("Mức chắc chắn"),
        english: say("Tiếng Anh"),
        definition: say("Nghĩa"),
        term: say("Từ ngữ"),
        page: say("Trang"),
        on_page: say("tr."),
        skip_to_content: say("Tới nội dung chính"),
        download_pdf: say("Tải bản PDF"),
        download_pdf_full: say("Tải bản PDF đầy đủ"),
        continued: say("(tiếp)"),
        same_reason: say("như đã ghi ở"),
        listed_above: say("Đã có ở danh sách của"),
        permalink: say("Địa chỉ cố định"),
        previous: say("Trước"),
        next: say("Sau"),
        home: say("Trang đầu"),
        in_this_part: say("Trong phần này"),
        footnotes: say("Chú thích"),
        corpus_hash: say("Mã băm kho ngữ liệu (SHA-256)"),
        external: say("liên kết ngoài"),
        not_found: say("Không có trong ấn bản này"),
        pages: say("Các trang"),
        you_are_here: say("Bạn đang ở"),
        in_this_chapter: say("Trong chương này"),
        guidance: say("Hướng dẫn sử dụng"),
        table: say("Bảng"),
        back_to_text: say("Trở lại chỗ gọi chú thích"),
        see_in_chapter: say("Xem trong chương"),
        see_list_of: say("Xem danh sách của"),
        cite_as: say("Cách dẫn"),
        edition: say("Ấn bản"),
        made_with: say("Lập bằng"),
        excerpts_counted: say("trích dẫn"),
        changes: say("Những thay đổi"),
        changes_legend: say("Chữ gạch ngang là chữ bỏ đi; chữ gạch chân là chữ thêm vào."),
        changes_not_compared: say("Không so sánh, vì ấn bản này được dựng cho một ngày không muộn hơn ấn bản trước."),
        change_before: say("Trước"),
        change_after: say("Nay"),
        change_instead_of: say("Thay cho"),
        removed_begin: say("[bỏ:"),
        removed_end: say("]"),
        added_begin: say("[thêm:"),
        added_end: say("]"),
        disclaimer: own_text(own, NoticeKey::Disclaimer).map_or_else(
            || {
                say("Tài liệu hướng dẫn; không phải văn bản quy phạm pháp luật, không phải văn bản hợp nhất. Khi có chỗ \
                     khác nhau, văn bản gốc là căn cứ.")
            },
            say,
        ),
        responsibilities: say("Bảng trách nhiệm"),
        checklists: say("Phiếu việc"),
        duty: say("Việc"),
        level: say("Mức"),
        provision: say("Quy định"),
        no_deadline: say("không nêu"),
        set_aside: say("Không tính vào danh sách: việc của quy định chưa có, không còn hoặc chưa rõ hiệu lực"),
        office: say("Đơn vị"),
        checked_by: say("Người kiểm tra"),
        day: say("Ngày"),
        choose_audience: say("Chọn đối tượng"),
        unknown: say("Chưa biết"),
        wanted: say("Cần có"),
        departments: say("Đơn vị nhận"),
        department: say("Đơn vị"),
        area: say("Địa bàn, nhận của"),
        change: say("Thay đổi"),
        remarks: say("Ghi chú, vướng mắc"),
        proposals: say("Kiến nghị, đề xuất của đơn vị"),
        nothing_is_sent: own_text(own, NoticeKey::NothingIsSent).map_or_else(
            || {
                say("Trang này không gửi gì đi. Có thể điền rồi in hoặc tải về, hoặc in bản trống để điền bằng tay. \
                     Báo cáo gửi đến cơ quan đã yêu cầu.")
            },
            say,
        ),
        index: say("Bảng tra"),
        standards: say("Tiêu chuẩn, quy chuẩn"),
        standard: say("Tiêu chuẩn, quy chuẩn"),
        used_in: say("Nêu ở"),
        issued_with: say("Ban hành, công bố theo"),
        explained: say("nghĩa"),
        colophon: say("Về ấn bản này"),
        web_edition: say("Bản trên web"),
        search: search_words(),
        copy_citation: say("Chép trích dẫn"),
        copied: say("Đã chép."),
        not_copied: say("Trình duyệt không cho chép; hãy chọn và chép dòng này:"),
    }
}

fn search_words() -> SearchWords {
    let say = |words: &str| words.to_owned();
    SearchWords {
        title: say("Tìm kiếm"),
        label: say("Tìm trong tài liệu này"),
        button: say("Tìm"),
        hint: say(
            "Gõ từ ngữ, có dấu hay không dấu đều được; hoặc số hiệu như 72/2013, nđ 72; hoặc điều khoản như khoản 3 điều \
             18.",
        ),
        keys: say("Phím / đưa tới ô tìm, phím ↓ xuống kết quả, phím Esc trở lại."),
        filters: say("Lọc kết quả"),
        all: say("Tất cả"),
        kind: say("Loại"),
        excerpt: say("Trích dẫn"),
        instrument: say("Văn bản"),
        guidance: say("Chương, bài hướng dẫn"),
        term: say("Từ ngữ"),
        topic: say("Chủ đề"),
        audience: say("Đối tượng"),
        answer: say("Trả lời nhanh"),
        rests_on: say("Theo"),
        searching: say("Đang tìm…"),
        found: say("Tìm thấy {n} mục"),
        found_one: say("Tìm thấy 1 mục"),
        none: say("Không tìm thấy mục nào."),
        advice: say("Thử ít chữ hơn, xem lại chính tả, hoặc bỏ lọc."),
        more: say("Xem thêm ({n})"),
        instead: say("Không có chữ «{a}»; đã tìm «{b}»."),
        failed: say("Không mở được tệp chỉ mục trong thư mục search của trang này; hãy dùng mục lục."),
        clear: say("Bỏ lọc"),
        without_script: say("Tìm khi không có JavaScript"),
        without_script_find: say(
            "Ô tìm cần JavaScript, mà trình duyệt này đang tắt. Vẫn tìm được bằng các trang dưới đây; trong mỗi trang, bấm \
             Ctrl+F (máy Mac: ⌘F) để tìm chữ.",
        ),
    }
}

/// A citation as readers put it into a letter; the address follows.
pub fn citation_to_copy(citation: &str, status: &str, as_of: Date) -> String {
    format!("{citation} ({}, tính đến {})", uncapitalised(status), as_of.long())
}

/// When somebody last compared an excerpt with its source.
pub fn checked(on: Date) -> String {
    format!("kiểm tra {}", on.short())
}

fn uncapitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}

/// Stands where a date is not known.
pub const UNKNOWN_DAY: &str = "chưa rõ";
/// Stands where no end is known because there is none.
pub const NO_END: &str = "chưa có";

/// Stands where a first day in force would, of what is law on no day, or will be.
pub const NEVER: &str = "không có hiệu lực";
pub const NEVER_TO_BE: &str = "sẽ không có hiệu lực";

/// A day in force of what has no validity, and the end of what is law on no day.
pub const NO_VALIDITY: &str = "không áp dụng";
/// Stands where the place of a provision is not known.
pub const UNKNOWN_PLACE: &str = "Chưa rõ điều khoản";

/// The heading of a text that nobody has approved, in an edition that prints such texts all the same.
pub fn unapproved(heading: &str) -> String {
    format!("{heading} (chưa duyệt)")
}

/// How an excerpt or an instrument changed since the edition before, in the order in which a reader reads.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Change {
    Added,
    Changed,
    StatusChanged,
    Removed,
}

impl Change {
    /// Returns the key in `view.json` and the class on the web.
    pub fn key(self) -> &'static str {
        match self {
            Change::Added => "added",
            Change::Changed => "changed",
            Change::StatusChanged => "status-changed",
            Change::Removed => "removed",
        }
    }

    /// A sign in the shipped fonts, so that colour is never alone in saying it.
    pub fn sign(self) -> &'static str {
        match self {
            Change::Added => "+",
            Change::Changed => "≠",
            Change::StatusChanged => "↔",
            Change::Removed => "–",
        }
    }

    /// Returns the title of the group of such changes.
    pub fn name(self) -> &'static str {
        match self {
            Change::Added => "Mới",
            Change::Changed => "Đã sửa",
            Change::StatusChanged => "Đổi hiệu lực",
            Change::Removed => "Không còn",
        }
    }
}

/// The line on the differences from the last release. `counts`: how many of which kind; `all`: of how many.
pub fn since_release(as_of: Date, counts: &[(usize, &str)], is_marked: bool, all: usize) -> String {
    let day = as_of.long();
    if counts.is_empty() {
        return format!("So với bản công bố tính đến {day}: không trích dẫn nào khác.");
    }
    let said: Vec<String> = counts.iter().map(|(count, name)| format!("{count} {}", name.to_lowercase())).collect();
    let said = format!("So với bản công bố tính đến {day}, trong {all} trích dẫn có {}.", said.join(", "));
    if is_marked {
        return said;
    }
    format!(
        "{said} Vì hơn một phần ba khác bản ấy nên từng trích dẫn không mang dấu; danh sách ở phụ lục những thay đổi."
    )
}

/// Where nothing differs from before.
pub const NO_CHANGES: &str = "Không có thay đổi nào.";

/// What a new version of a provision takes the place of.
pub const FORMER_VERSION: &str = "phiên bản trước của điều khoản này";

/// An office's own text of a notice.
pub fn own_text(own: &Notices, key: NoticeKey) -> Option<&str> {
    own.get(&key)?.text.as_deref()
}

/// The text with the day in it.
pub fn dated(text: &str, day: Date) -> String {
    text.replace("{ngày}", &day.long())
}

/// What every booklet says of itself (Pháp lệnh 01/2012/UBTVQH13: only the competent body consolidates a text).
pub fn notices(own: &Notices, as_of: Date) -> Vec<Notice> {
    let notice = |key: NoticeKey, title: &str, text: String| {
        let wording = own.get(&key);
        Notice {
            title: wording.and_then(|own| own.title.as_deref()).unwrap_or(title).to_owned(),
            text: wording.and_then(|own| own.text.as_deref()).map_or(text, |text| dated(text, as_of)),
        }
    };
    vec![
        notice(
            NoticeKey::Guidance,
            "Tài liệu hướng dẫn",
            "Tài liệu này giúp tra cứu. Nó không phải văn bản quy phạm pháp luật, không phải văn bản hợp nhất và không thay \
             cho văn bản gốc. Khi có chỗ khác nhau, văn bản do cơ quan có thẩm quyền ban hành là căn cứ."
                .to_owned(),
        ),
        notice(
            NoticeKey::AsOf,
            "Thời điểm",
            format!(
                "Tình trạng hiệu lực ghi trong tài liệu là tình trạng vào {}. Sau ngày đó, quy định có thể đã thay đổi.",
                as_of.long()
            ),
        ),
        notice(
            NoticeKey::Summaries,
            "Lời văn",
            "Mỗi trích dẫn ghi rõ là nguyên văn hay tóm lược, thấy ở đâu và chắc chắn đến mức nào. Phần tóm lược là lời \
             của người biên soạn. Điều gì chưa rõ thì ghi là chưa rõ."
                .to_owned(),
        ),
    ]
}

/// Where no address of a text was found.
pub const NO_TEXT_AT: &str = "Chưa có địa chỉ bản chính thức";

/// Where public sources name nobody to ask.
pub const NO_CONTACT: &str = "chưa biết; nguồn công khai đã đọc không nêu";

/// `Mở bản chính thức`, `Mở bản đăng lại (chỉ có Điều 40)`
pub fn open_text(kind: TextKind, note: Option<&str>) -> String {
    let label = match kind {
        TextKind::Official => "Mở bản chính thức",
        TextKind::Reprint => "Mở bản đăng lại",
    };
    note.map_or_else(|| label.to_owned(), |note| format!("{label} ({note})"))
}

/// `chưa biết: …`
pub fn unknown_contact(reason: &str) -> String {
    format!("chưa biết: {reason}")
}
