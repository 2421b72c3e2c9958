//! Words that fill the holes of messages: names of records, lists, advice that depends on the case.

use crate::diag::{Both, Severity, Waived};
use crate::model::date::Date;
use crate::model::ids::Reserved;
use crate::model::release::Shelf;

/// Every style of the fonts.
pub fn every_style() -> Both {
    Both::new("mọi kiểu chữ", "every style")
}

/// What there may be too many of.
pub fn footnotes() -> Both {
    Both::new("chú thích cuối trang", "footnotes")
}

pub fn keywords() -> Both {
    Both::new("từ khoá (keywords)", "keywords")
}

/// A size in megabytes, to one place.
pub fn megabytes(bytes: u64) -> Both {
    let tenths = bytes.saturating_mul(10).div_ceil(1024 * 1024);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    match tenth {
        0 => Both::same(format!("{whole} MB")),
        _ => Both::new(format!("{whole},{tenth} MB"), format!("{whole}.{tenth} MB")),
    }
}

/// What to do about a file that is too large.
pub fn make_smaller(path: &str) -> Both {
    match path.split('/').next() {
        Some("images") => {
            Both::new("lưu lại hình với độ phân giải thấp hơn", "save the image again with a lower resolution")
        }
        Some("originals") => {
            Both::new("chia bản gốc thành nhiều tệp .txt", "split the original into several .txt files")
        }
        _ => Both::new("chia nội dung thành nhiều trích dẫn nhỏ hơn", "split it into smaller excerpts"),
    }
}

/// Where a file that is of no kind may belong.
pub fn where_it_belongs(parts: &[&str]) -> Both {
    match parts {
        ["instruments" | "editions" | "releases", ..] => Both::new(
            "thư mục này chỉ chứa tệp .yaml, không có thư mục con",
            "this folder holds .yaml files only, and no folders",
        ),
        ["excerpts", _] => Both::new(
            "đặt trích dẫn vào thư mục con mang id văn bản: excerpts/<văn bản>/<tên>.md",
            "put the excerpt into a folder named by its instrument: excerpts/<instrument>/<name>.md",
        ),
        ["excerpts", ..] => Both::new(
            "trích dẫn là tệp .md trong excerpts/<văn bản>/",
            "an excerpt is a .md file in excerpts/<instrument>/",
        ),
        ["guidance", ..] => {
            Both::new("bài hướng dẫn là tệp .md ngay trong guidance/", "guidance is a .md file directly in guidance/")
        }
        ["images", ..] => Both::new("hình là tệp .png, .jpg hoặc .svg", "an image is a .png, .jpg or .svg file"),
        ["originals", ..] => Both::new("bản gốc là tệp văn bản .txt", "an original is a .txt file"),
        _ => Both::new(
            "chuyển nó ra ngoài, hoặc vào instruments/, excerpts/, guidance/, editions/, images/ hay originals/",
            "move it out, or into instruments/, excerpts/, guidance/, editions/, images/ or originals/",
        ),
    }
}

/// What to do about a word that is not in a closed list: the nearest one, or all of them where they are few.
pub fn choose(nearest: Option<&str>, all: &[&str]) -> Both {
    match nearest {
        Some(word) => Both::new(format!("viết `{word}`"), format!("write `{word}`")),
        None if all.is_empty() => Both::new("kho chưa có giá trị nào", "the corpus has none yet"),
        None => {
            let shown = all.iter().take(12).map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
            let rest = if all.len() > 12 { ", …" } else { "" };
            Both::new(format!("chọn một trong: {shown}{rest}"), format!("choose one of: {shown}{rest}"))
        }
    }
}

/// The addresses of the editions as `settings.yaml` has them, made of the one that it had.
pub fn addresses_of(editions: &[&str], address: &str) -> String {
    let entries: Vec<String> = editions.iter().map(|id| format!("{id}: {address}/{id}")).collect();
    format!("address: {{{}}}", entries.join(", "))
}

/// What to do about a tag that a list of the corpus does not have.
pub fn choose_or_add(nearest: Option<&str>, all: &[&str], file: &str) -> Both {
    let choose = choose(nearest, all);
    Both::new(format!("{}; hoặc thêm mục mới vào {file}", choose.vi), format!("{}; or add it to {file}", choose.en))
}

/// What to do about an id that no record has: `listed` is what `camnang list` calls its kind.
pub fn choose_or_create(nearest: Option<&str>, path: &str, listed: &str) -> Both {
    match nearest {
        Some(id) => Both::new(
            format!("có phải `{id}`? Nếu không, thêm tệp {path}"),
            format!("do you mean `{id}`? If not, add the file {path}"),
        ),
        None => Both::new(
            format!("sửa id (xem `camnang list {listed}`), hoặc thêm tệp {path}"),
            format!("mend the id (see `camnang list {listed}`), or add the file {path}"),
        ),
    }
}

/// Why an id cannot name a file or folder.
pub fn reserved(reason: Reserved) -> Both {
    match reason {
        Reserved::Device => Both::new("Windows giữ tên này cho thiết bị", "Windows keeps this name for a device"),
        Reserved::Own => {
            Both::new("công cụ dùng tên này cho thư mục của mình", "the tool keeps this name for a folder of its own")
        }
    }
}

/// What to do about an id that two files have and neither misnames.
pub fn other_id() -> Both {
    Both::new("đặt id khác cho một trong hai", "give one of the two another id")
}

/// What to do about an id that belongs to another file.
pub fn id_of_file(id: &str) -> Both {
    Both::new(
        format!("theo tên tệp thì viết `{id}`; nếu hai tệp là một thì xoá một"),
        format!("by the file's name it should be `{id}`; if the two files are one, delete one"),
    )
}

pub fn in_force_since(start: Date) -> Both {
    Both::new(format!("có hiệu lực từ {start}"), format!("in force from {start}"))
}

pub fn ended_on(end: Date) -> Both {
    Both::new(format!("hết hiệu lực từ {end}"), format!("no longer in force from {end}"))
}

/// The day of issue of the other instrument of a relation.
pub fn issued_of(id: &str) -> Both {
    Both::new(format!("ngày ban hành của `{id}`"), format!("the date of issue of `{id}`"))
}

/// What to do about units beside a relation that ends a whole instrument.
pub fn partly(kind: &str) -> Both {
    Both::new(
        format!("chỉ một phần thì ghi type: {kind}; cả văn bản thì xoá units"),
        format!("if only a part ends write type: {kind}; if all of it ends delete units"),
    )
}

pub fn not_before(start: Date) -> Both {
    Both::new(format!("không thể có hiệu lực trước {start}"), format!("not in force before {start}"))
}

pub fn ended_by(end: Date) -> Both {
    Both::new(format!("muộn nhất {end} đã hết hiệu lực"), format!("no longer in force by {end}"))
}

/// What to do about a file that does not begin with a header. `later` if a header begins after empty lines, `keys` if
/// only its first line is missing.
pub fn add_header(later: bool, keys: bool) -> Both {
    match (later, keys) {
        (true, _) => Both::new("xoá các dòng trống phía trên dòng ---", "delete the empty lines above the --- line"),
        (_, true) => Both::new(
            "thêm một dòng chỉ gồm --- lên đầu tệp, trên các khoá",
            "put a line of just --- at the top of the file, above the keys",
        ),
        _ => Both::new(
            "bắt đầu tệp bằng một dòng --- , rồi các khoá, rồi một dòng --- nữa; mẫu ở corpus/README.md",
            "begin the file with a line --- , then the keys, then another line --- ; corpus/README.md has a model",
        ),
    }
}

/// The keys whose value may be said to be unknown.
const MAY_BE_UNKNOWN: [&str; 6] = ["number", "signer", "issued", "in-force-from", "in-force-until", "at"];

/// A piece of guidance, by its id.
pub fn guidance_called(id: &str) -> Both {
    Both::new(format!("bài `{id}`"), format!("the guidance `{id}`"))
}

/// How a value that is not known is written, for keys that must have one.
pub fn or_unknown(required: bool) -> Both {
    if required {
        Both::new("; chưa biết thì viết {unknown: lý do}", "; if it is not known write {unknown: reason}")
    } else {
        Both::same("")
    }
}

/// What to do about a required key that is not there.
pub fn add_key(key: &str) -> Both {
    if MAY_BE_UNKNOWN.contains(&key) {
        return Both::new(
            format!("thêm một dòng `{key}: …`; nếu chưa biết thì viết `{key}: {{unknown: lý do}}`"),
            format!("add a line `{key}: …`; if it is not known write `{key}: {{unknown: reason}}`"),
        );
    }
    Both::new(format!("thêm một dòng `{key}: …`"), format!("add a line `{key}: …`"))
}

/// What to do about a key without a value.
pub fn fill_key(key: &str, required: bool) -> Both {
    match (required, MAY_BE_UNKNOWN.contains(&key)) {
        (true, true) => Both::new(
            format!("viết giá trị sau dấu hai chấm; nếu chưa biết thì viết `{key}: {{unknown: lý do}}`"),
            format!("write the value after the colon; if it is not known write `{key}: {{unknown: reason}}`"),
        ),
        (true, false) => Both::new("viết giá trị sau dấu hai chấm", "write the value after the colon"),
        (false, _) => Both::new(
            "viết giá trị sau dấu hai chấm, hoặc xoá dòng này",
            "write the value after the colon, or delete the line",
        ),
    }
}

/// What to do about a key that a record does not have.
pub fn choose_key(nearest: Option<&str>, all: &[&str]) -> Both {
    match nearest {
        Some(word) => Both::new(format!("viết `{word}`"), format!("write `{word}`")),
        None => {
            let all = all.join(", ");
            Both::new(
                format!("dùng một trong các khoá: {all}; hoặc xoá dòng này"),
                format!("use one of the keys: {all}; or delete the line"),
            )
        }
    }
}

/// A number in tenths, as it is written in YAML: `22.5`.
pub fn decimal(tenths: u16) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        tenth => format!("{}.{tenth}", tenths / 10),
    }
}

/// What to write where nothing tells which number is meant.
pub fn a_number(least: u16) -> Both {
    let least = decimal(least);
    Both::new(format!("viết một số, như {least}"), format!("write a number, such as {least}"))
}

/// A ratio to one place, cut off, so that what is below a bound never looks like it.
pub fn tenths(ratio: f64) -> Both {
    let tenths = (ratio * 10.0).floor() / 10.0;
    Both::new(format!("{tenths:.1}").replace('.', ","), format!("{tenths:.1}"))
}

/// What to do about words in braces that stand for nothing; the ones that are meant, where they are.
pub fn hole(written: &str, near: Option<&str>) -> Both {
    match near {
        Some(hole) => write_instead(hole, written),
        None => Both::new("xoá cả ngoặc lẫn chữ trong đó", "delete the braces and the words in them"),
    }
}

/// What to write instead.
pub fn write_it(words: &str) -> Both {
    Both::new(format!("viết `{words}`"), format!("write `{words}`"))
}

/// What to write instead of a part of what the finding points at.
pub fn write_instead(words: &str, written: &str) -> Both {
    Both::new(format!("viết `{words}` thay cho `{written}`"), format!("write `{words}` instead of `{written}`"))
}

/// Why a code cannot be waived: its severity, or none where there is no such code.
pub fn not_waivable(severity: Option<Severity>) -> Both {
    match severity {
        None => Both::new("không có mã này", "there is no such code"),
        Some(Severity::Error) => Both::new("đây là lỗi", "it is an error"),
        Some(Severity::Warning) => Both::new("đây là cảnh báo", "it is a warning"),
        Some(Severity::Note) => Both::new("đây chỉ là lưu ý", "it is only a note"),
    }
}

/// What to do about a code that cannot be waived; the nearest warning, where the code may be a slip of the keys.
pub fn waive_warning(near: Option<&str>) -> Both {
    match near {
        Some(code) => Both::new(format!("viết `{code}`"), format!("write `{code}`")),
        None => Both::new("xoá mục này và sửa chính chỗ sai", "delete this entry and mend the fault itself"),
    }
}

/// Stands in the place of advice where the corpus' waivers let a finding stand.
pub fn waived(waived: &Waived) -> Both {
    let Waived { reason, until } = waived;
    Both::new(format!("được miễn đến {until}: {reason}"), format!("waived until {until}: {reason}"))
}

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident = $vi:literal, $en:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name() -> Both {
            Both::new($vi, $en)
        }
    )*};
}

phrases! {
    instrument_record = "hồ sơ văn bản", "the record of an instrument";
    excerpt_record = "phần đầu của trích dẫn", "the header of an excerpt";
    guidance_record = "phần đầu của bài hướng dẫn", "the header of a piece of guidance";
    edition_record = "ấn bản", "an edition";
    vocabulary_record = "bảng từ vựng", "the vocabulary";
    glossary_record = "bảng giải thích từ ngữ", "the glossary";
    departments_record = "danh sách đơn vị nhận", "the list of departments";
    department_group_record = "nhóm đơn vị nhận", "a group of departments";
    department_record = "đơn vị nhận", "a department";
    release_record = "lần công bố", "a release";
    address_of_edition = "ấn bản", "the edition";
    the_corpus = "kho", "the corpus";
    waivers_record = "danh sách miễn cảnh báo", "the list of waivers";
    settings_record = "thiết lập", "the settings";
    mail_record = "thiết lập gửi thư (mail)", "the settings of mail (mail)";
    web_record = "thiết lập trang web (web)", "the settings of the web edition (web)";
    look_record = "thiết lập trình bày (look)", "the settings of the look (look)";
    logo_record = "biểu trưng (logo)", "the emblem (logo)";
    margins_record = "lề trang (margins)", "the margins (margins)";
    notices_record = "lời của các lưu ý (notices)", "the wording of notices (notices)";
    notice_record = "lời của một lưu ý", "the wording of a notice";
    quote_colour = "đặt màu trong nháy kép, như accent: \"#0b4a6f\"; không có nháy thì YAML coi phần từ dấu # là lời nhắn", "put the colour in quotation marks, as in accent: \"#0b4a6f\"; without them YAML takes what follows the # for a remark";
    colour_form = "viết dấu # và sáu chữ số 0-9, a-f trong nháy kép, như \"#0b4a6f\"", "write # and six digits 0-9, a-f in quotation marks, such as \"#0b4a6f\"";
    letter_record = "thiết lập công văn (letter)", "the settings of the letter (letter)";
    web_address = "viết cả địa chỉ, như https://camnang.example.vn/ipv6", "write the whole address, such as https://camnang.example.vn/ipv6";
    waiver_record = "mục miễn", "a waiver";
    part_record = "phần của ấn bản", "a part of an edition";
    chapter_record = "chương của ấn bản", "a chapter of an edition";
    select_record = "điều kiện chọn", "a selection";
    annex_record = "phụ lục của ấn bản", "an annex of an edition";
    issuer_record = "khối cơ quan ban hành", "the issuer's block";
    relation_record = "quan hệ", "a relation";
    transition_record = "quy định chuyển tiếp", "a transitional rule";
    obligation_record = "trách nhiệm", "an obligation";
    topic_record = "chủ đề", "a topic";
    audience_record = "đối tượng", "an audience";
    level_record = "mức", "a level";
    term_record = "mục từ", "a term";
    unknown_record = "giá trị chưa biết", "an unknown value";
    original_record = "khối bản gốc", "the block of the original";

    instruments_table = "bảng các văn bản (kind: instruments)", "the table of instruments (kind: instruments)";
    glossary_table = "bảng giải thích từ ngữ (kind: glossary)", "the glossary (kind: glossary)";
    changes_table = "bảng những thay đổi", "the list of changes";
    not_itself = "ghi id của một ấn bản khác, sớm hơn; ấn bản đầu tiên thì bỏ khoá này", "name another edition, an earlier one; the first edition goes without this key";
    an_earlier_edition = "chọn ấn bản sớm hơn, hoặc sửa as-of", "choose an earlier edition, or mend as-of";
    responsibilities_table = "bảng trách nhiệm (kind: responsibilities)", "the table of responsibilities (kind: responsibilities)";
    checklists_annex = "các danh sách việc (kind: checklists)", "the checklists (kind: checklists)";
    unknowns_annex = "danh sách điều chưa biết (kind: unknowns)", "the list of what is unknown (kind: unknowns)";
    report_form_annex = "mẫu báo cáo (kind: report-form)", "the report form (kind: report-form)";
    index_annex = "bảng tra (kind: index)", "the index (kind: index)";
    standards_annex = "bảng tiêu chuẩn, quy chuẩn (kind: standards)", "the table of standards (kind: standards)";
    departments_annex = "danh sách đơn vị nhận (kind: departments)", "the list of departments (kind: departments)";
    pending_annex = "danh sách thay đổi sắp tới (kind: pending)", "the list of pending changes (kind: pending)";

    topics = "chủ đề (topics)", "topics";
    audiences = "đối tượng (audiences)", "audiences";
    levels = "mức (levels)", "levels";

    quote_commas = "dấu phẩy tách khoá khi viết trong ngoặc nhọn; giá trị có dấu phẩy thì đặt trong nháy kép: \"một, hai\"", "within braces a comma ends the value; put a value that has one in quotation marks: \"one, two\"";

    a_text = "chữ", "text";
    a_list = "một danh sách", "a list";
    a_record = "một nhóm khoá", "a group of keys";
    a_date = "một ngày", "a date";
    date_form = "năm-tháng-ngày, như 2024-12-25", "year-month-day, such as 2024-12-25";
    no_such_day = "; trong lịch không có ngày này", "; the calendar has no such day";
    none_or_unknown = "; không có ngày hết thì viết none ở khoá in-force-until; chưa biết thì viết {unknown: lý do}", "; where there is no end write none, at the key in-force-until; if it is not known write {unknown: reason}";
    text_form = "một dòng chữ", "one line of text";
    list_form = "[mục, mục] hoặc mỗi mục một dòng bắt đầu bằng dấu -", "[item, item], or each item on a line that begins with -";
    record_form = "các khoá, mỗi khoá một dòng, thụt vào hai dấu cách", "the keys, one a line, indented by two spaces";

    issued = "ngày ban hành (issued)", "the date of issue (issued)";
    issued_instrument = "ngày ban hành văn bản", "the date of issue of the instrument";
    in_force_from = "ngày có hiệu lực (in-force-from)", "the start (in-force-from)";
    in_force_until = "ngày hết hiệu lực (in-force-until)", "the end (in-force-until)";
    relation_on = "ngày tác động (on)", "the day of the act (on)";
    suspended_from = "ngày bắt đầu ngưng", "the start of the suspension";
    suspended_until = "ngày hết ngưng (until)", "the end of the suspension (until)";
    only_suspends = "xoá dòng này; chỉ quan hệ suspends có ngày hết ngưng", "delete the line; only a relation suspends has an end";
    only_endings = "xoá dòng này; chuyển tiếp đi với quan hệ làm hết hiệu lực: replaces, repeals, partly-replaces, partly-repeals", "delete the line; a transitional rule belongs to a relation that ends: replaces, repeals, partly-replaces, partly-repeals";
    earliest = "ngày sớm nhất (earliest)", "the earliest day (earliest)";
    latest = "ngày muộn nhất (latest)", "the latest day (latest)";
    is_before = "trước", "before";
    is_same = "trùng", "the same day as";
    no_end = "không có ngày hết hiệu lực (none)", "no end (none)";
    unknown = "chưa biết (unknown)", "unknown";

    aliases = "tham chiếu của YAML (dấu & và *)", "YAML's anchors and aliases (& and *)";
    without_alias = "viết thẳng giá trị ra; nếu dấu & hay * là của chữ thì đặt cả giá trị trong nháy kép", "write the value out; if the & or * belongs to the words put the value in double quotes";
    tags = "nhãn kiểu của YAML (dấu !)", "YAML's tags (!)";
    without_tag = "xoá nhãn; nếu dấu ! là của chữ thì đặt cả giá trị trong nháy kép", "delete the tag; if the ! belongs to the words put the value in double quotes";
    merge_keys = "khoá gộp của YAML (<<)", "YAML's merge keys (<<)";
    without_merge = "viết thẳng các khoá ra", "write the keys out";
    key_not_text = "khoá là một danh sách hay một nhóm khoá", "keys that are lists or groups of keys";
    text_key = "viết khoá là một từ, rồi dấu hai chấm, rồi giá trị", "write the key as one word, then a colon, then the value";

    yaml_colon_in_value = "giá trị có dấu hai chấm ở giữa", "there is a colon inside the value";
    quote_value = "đặt cả giá trị trong nháy kép, như title: \"Mua sắm: thiết bị\"", "put the whole value in double quotes, as in title: \"Mua sắm: thiết bị\"";
    yaml_indented = "khoá này thụt vào sâu hơn các khoá trên nó", "this key is indented more than those above it";
    align_key = "bỏ các dấu cách ở đầu dòng để khoá thẳng hàng với các khoá trên", "take away the spaces before it, so that it stands in line with the keys above";
    yaml_no_colon = "dòng này không có dạng «khoá: giá trị»", "this line has not the form «key: value»";
    add_colon = "viết dấu hai chấm và một dấu cách sau khoá; dòng nối tiếp giá trị ở trên thì thụt vào", "write a colon and a space after the key; indent a line that continues the value above";
    yaml_tab = "có ký tự Tab ở đầu dòng", "there is a tab at the start of the line";
    replace_tab = "thay Tab bằng dấu cách, hai dấu cách cho mỗi cấp", "replace the tab by spaces, two for each level";
    yaml_open_quote = "dấu nháy mở ở đây mà không đóng", "the quote is opened here and never closed";
    close_quote = "thêm dấu nháy ở cuối giá trị; dấu nháy nằm trong giá trị thì viết \\\"", "add the quote at the end of the value; a quote inside the value is written \\\"";
    yaml_after_quote = "sau dấu nháy đóng còn có chữ", "there are words after the closing quote";
    escape_quotes = "đặt cả giá trị trong một cặp nháy kép, dấu nháy nằm trong đó viết \\\"", "put the whole value in one pair of double quotes, with \\\" for each quote inside";
    drop_bracket = "xoá nó, hoặc thêm dấu ngoặc mở còn thiếu; nếu là của chữ thì đặt cả giá trị trong nháy kép", "delete it, or add the opening bracket; if it belongs to the words put the value in double quotes";
    yaml_wide_colon = "sau khoá là dấu hai chấm rộng ：", "there is a full-width colon ： after the key";
    plain_colon = "tắt bộ gõ tiếng Trung, tiếng Nhật; viết dấu hai chấm thường và một dấu cách: `khoá: giá trị`", "switch the Chinese or Japanese keyboard off and write a plain colon and a space: `key: value`";
    yaml_curly_quote = "dấu nháy thẳng mở ở đây, còn ở cuối là dấu nháy cong “ ”", "a straight quote is opened here, and a curly one “ ” stands at the end";
    straight_quotes = "viết dấu nháy thẳng \" ở cả hai đầu giá trị", "write straight quotes \" at both ends of the value";
    yaml_other = "không hiểu được từ chỗ này", "it cannot be understood from here on";
    look_around = "kiểm tra dấu nháy, dấu ngoặc và dấu cách đầu dòng ở đây và ngay trên; giá trị có ký tự lạ thì đặt trong nháy kép", "check quotes, brackets and indentation here and just above; put values with unusual characters in double quotes";
}

/// A bracket and its end.
fn bracket_end(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

pub fn yaml_open_bracket(open: char) -> Both {
    Both::new(
        format!("dấu ngoặc {open} mở ở đây mà không đóng"),
        format!("the bracket {open} is opened here and never closed"),
    )
}

pub fn close_bracket(open: char) -> Both {
    let end = bracket_end(open);
    Both::new(
        format!("thêm dấu {end} vào cuối giá trị; nếu dấu {open} là của chữ thì đặt cả giá trị trong nháy kép"),
        format!("add {end} at the end of the value; if the {open} belongs to the words put the value in double quotes"),
    )
}

pub fn yaml_close_bracket(close: char) -> Both {
    Both::new(format!("thừa dấu ngoặc {close}"), format!("there is a bracket {close} too many"))
}

pub fn yaml_sign(sign: char) -> Both {
    Both::new(format!("giá trị không được bắt đầu bằng dấu {sign}"), format!("a value cannot begin with {sign}"))
}

pub fn the_edition(id: &str) -> Both {
    Both::new(format!("ấn bản `{id}`"), format!("the edition `{id}`"))
}

/// What a published address is of.
pub fn address_of(shelf: Shelf) -> Both {
    let (vi, en) = match shelf {
        Shelf::Excerpts => ("trích dẫn", "the excerpt"),
        Shelf::Instruments => ("văn bản", "the instrument"),
        Shelf::Chapters => ("chương", "the chapter"),
        Shelf::Audiences => ("đối tượng", "the audience"),
        Shelf::Topics => ("chủ đề", "the topic"),
    };
    Both::new(vi, en)
}

/// What to do about a published id that no record has any more.
pub fn write_alias(id: &str, near: Option<&str>) -> Both {
    match near {
        Some(near) => Both::new(
            format!(
                "có phải nay là `{near}`? Thế thì ghi aliases: [{id}] ở bản ghi `{near}`; nếu không, ghi ở bản ghi nay giữ nội dung ấy, hoặc khôi phục `{id}`"
            ),
            format!(
                "is it `{near}` now? Then write aliases: [{id}] in the record `{near}`; if not, write it in the record that has the content now, or bring `{id}` back"
            ),
        ),
        None => Both::new(
            format!("ghi aliases: [{id}] ở bản ghi nay giữ nội dung ấy và được ấn bản này in, hoặc khôi phục `{id}`"),
            format!(
                "write aliases: [{id}] in the record that has the content now and that this edition prints, or bring `{id}` back"
            ),
        ),
    }
}

/// What to do about a published id whose record is there but has no page in the edition.
pub fn print_again(id: &str, excerpt: bool) -> Both {
    match excerpt {
        true => Both::new(
            format!("bản ghi còn trong kho mà ấn bản không in: thêm `{id}` vào include của một chương"),
            format!("the record is there, and the edition does not print it: add `{id}` to the include of a chapter"),
        ),
        false => Both::new(
            format!("hồ sơ còn trong kho mà không trích dẫn nào của ấn bản nhắc tới: in lại một trích dẫn của `{id}`"),
            format!("the record is there, and no excerpt of the edition leads to it: print an excerpt of `{id}` again"),
        ),
    }
}

/// What to do about a published id of what has no former ids.
pub fn give_back(id: &str, near: Option<&str>) -> Both {
    match near {
        Some(near) => Both::new(
            format!("có phải nay là `{near}`? Thế thì đổi lại thành `{id}`: id này không có aliases"),
            format!("is it `{near}` now? Then change it back to `{id}`: such an id has no aliases"),
        ),
        None => Both::new(
            format!("khôi phục `{id}`: id này không có aliases"),
            format!("bring `{id}` back: such an id has no aliases"),
        ),
    }
}
