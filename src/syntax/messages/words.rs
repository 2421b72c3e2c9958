//! Phrases for the holes of the sentences about one file.

use crate::diag::advice::write_instead;
use crate::diag::{Bilingual, phrases};
use crate::model::ids::Reserved;

/// Why an id cannot name a file or folder.
pub fn reserved(reason: Reserved) -> Bilingual {
    match reason {
        Reserved::Device => Bilingual::new("Windows giữ tên này cho thiết bị", "Windows keeps this name for a device"),
        Reserved::Own => Bilingual::new(
            "công cụ dùng tên này cho thư mục của mình",
            "the tool keeps this name for a folder of its own",
        ),
        Reserved::YamlWord => Bilingual::new(
            "YAML hiểu chữ này là rỗng, đúng hoặc sai",
            "YAML takes this word for nothing, true or false",
        ),
    }
}

/// What to do about a file that does not begin with a header. `later` if a header begins after empty lines, `keys` if
/// only its first line is missing.
pub fn add_header(later: bool, keys: bool) -> Bilingual {
    match (later, keys) {
        (true, _) => {
            Bilingual::new("xoá các dòng trống phía trên dòng ---", "delete the empty lines above the --- line")
        }
        (_, true) => Bilingual::new(
            "thêm một dòng chỉ gồm --- lên đầu tệp, trên các khoá",
            "put a line of just --- at the top of the file, above the keys",
        ),
        _ => Bilingual::new(
            "bắt đầu tệp bằng một dòng --- , rồi các khoá, rồi một dòng --- nữa; mẫu ở corpus/README.md",
            "begin the file with a line --- , then the keys, then another line --- ; corpus/README.md has a model",
        ),
    }
}

/// How a value that is not known is written, for keys that must have one.
pub fn or_unknown(required: bool) -> Bilingual {
    if required {
        Bilingual::new("; chưa biết thì viết {unknown: lý do}", "; if it is not known write {unknown: reason}")
    } else {
        Bilingual::same("")
    }
}

/// What to do about a required key that is not there; `may_be_unknown` if its value may be said to be.
pub fn add_key(key: &str, may_be_unknown: bool) -> Bilingual {
    if may_be_unknown {
        return Bilingual::new(
            format!("thêm một dòng `{key}: …`; nếu chưa biết thì viết `{key}: {{unknown: lý do}}`"),
            format!("add a line `{key}: …`; if it is not known write `{key}: {{unknown: reason}}`"),
        );
    }
    Bilingual::new(format!("thêm một dòng `{key}: …`"), format!("add a line `{key}: …`"))
}

/// What to write for a deadline in words: what these can only mean, or where the forms are explained.
pub fn deadline_as_data(yaml: Option<&str>, text: &str) -> Bilingual {
    match yaml {
        Some(yaml) => write_instead(yaml, text),
        None => Bilingual::new(
            "viết một ngày như 2030-12-31, `không nêu`, hoặc một nhóm khoá như `{yearly: 31/01, words: …}`; các khoá ở corpus/README.md, mục thời hạn",
            "write a date such as 2030-12-31, `không nêu`, or a group of keys such as `{yearly: 31/01, words: …}`; corpus/README.md lists the keys of a deadline",
        ),
    }
}

/// What to do about a key without a value.
pub fn fill_key(key: &str, required: bool, may_be_unknown: bool) -> Bilingual {
    match (required, may_be_unknown) {
        (true, true) => Bilingual::new(
            format!("viết giá trị sau dấu hai chấm; nếu chưa biết thì viết `{key}: {{unknown: lý do}}`"),
            format!("write the value after the colon; if it is not known write `{key}: {{unknown: reason}}`"),
        ),
        (true, false) => Bilingual::new("viết giá trị sau dấu hai chấm", "write the value after the colon"),
        (false, _) => Bilingual::new(
            "viết giá trị sau dấu hai chấm, hoặc xoá dòng này",
            "write the value after the colon, or delete the line",
        ),
    }
}

/// What to do about a key that a record does not have.
pub fn choose_key(nearest: Option<&str>, all: &[&str]) -> Bilingual {
    match nearest {
        Some(word) => Bilingual::new(format!("viết `{word}`"), format!("write `{word}`")),
        None => {
            let all = all.join(", ");
            Bilingual::new(
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

/// What to write where nothing shows which number is meant.
pub fn a_number(least: u16) -> Bilingual {
    let least = decimal(least);
    Bilingual::new(format!("viết một số, như {least}"), format!("write a number, such as {least}"))
}

/// A ratio to one place, cut off, so that what is below a bound never looks like it.
pub fn tenths(ratio: f64) -> Bilingual {
    let tenths = (ratio * 10.0).floor() / 10.0;
    Bilingual::new(format!("{tenths:.1}").replace('.', ","), format!("{tenths:.1}"))
}

/// What to do about words in braces that stand for nothing; the ones that are meant, where they are.
pub fn hole(written: &str, near: Option<&str>) -> Bilingual {
    match near {
        Some(hole) => write_instead(hole, written),
        None => Bilingual::new("xoá cả ngoặc lẫn chữ trong đó", "delete the braces and the words in them"),
    }
}

/// A bracket and its end.
fn bracket_end(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

/// The reason for a `[` or `{` without its end.
pub fn yaml_open_bracket(open: char) -> Bilingual {
    Bilingual::new(
        format!("dấu ngoặc {open} mở ở đây mà không đóng"),
        format!("the bracket {open} is opened here and never closed"),
    )
}

/// The advice for [`yaml_open_bracket`].
pub fn close_bracket(open: char) -> Bilingual {
    let end = bracket_end(open);
    Bilingual::new(
        format!("thêm dấu {end} vào cuối giá trị; nếu dấu {open} là của chữ thì đặt cả giá trị trong nháy kép"),
        format!("add {end} at the end of the value; if the {open} belongs to the words put the value in double quotes"),
    )
}

/// The reason for a `]` or `}` without its beginning.
pub fn yaml_close_bracket(close: char) -> Bilingual {
    Bilingual::new(format!("thừa dấu ngoặc {close}"), format!("there is a bracket {close} too many"))
}

/// The reason for a plain value that begins with a sign to which YAML gives a meaning.
pub fn yaml_sign(sign: char) -> Bilingual {
    Bilingual::new(format!("giá trị không được bắt đầu bằng dấu {sign}"), format!("a value cannot begin with {sign}"))
}

phrases! {
    a_day_of_year = "ngày/tháng, như 31/01", "day/month, such as 31/01";
    a_lapse = "khoảng thời gian, như 5 days, 5 working-days, 6 months, 1 years", "a length of time, such as 5 days, 5 working-days, 6 months, 1 years";
    instrument_record = "hồ sơ văn bản", "the record of an instrument";
    excerpt_record = "phần đầu của trích dẫn", "the header of an excerpt";
    guidance_record = "phần đầu của bài hướng dẫn", "the header of a piece of guidance";
    edition_record = "ấn bản", "an edition";
    vocabulary_record = "bảng từ vựng", "the vocabulary";
    glossary_record = "bảng giải thích từ ngữ", "the glossary";
    departments_record = "danh sách đơn vị nhận", "the list of departments";
    department_group_record = "nhóm đơn vị nhận", "a group of departments";
    department_record = "đơn vị nhận", "a department";
    tile_record = "ô trên bản đồ (tile)", "a tile of the map (tile)";
    release_record = "lần công bố", "a release";
    printed_record = "trích dẫn đã in", "a printed excerpt";
    stored_original_record = "hồ sơ bản gốc", "the record of an original";
    left_out_record = "phần để ngoài", "what was left out";
    review_record = "hồ sơ duyệt", "a review";
    decision_record = "một lần đề nghị, duyệt hay trả lại (decisions)", "a decision (decisions)";
    comment_record = "ý kiến (comments)", "a comment (comments)";
    resolution_record = "đã giải quyết (resolved)", "a resolution (resolved)";
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
    answers_record = "thiết lập phiếu hỏi (answers)", "the settings of the form (answers)";
    figure_record = "số liệu", "a figure";
    web_address = "viết cả địa chỉ, như https://camnang.example.vn/ipv6", "write the whole address, such as https://camnang.example.vn/ipv6";
    waiver_record = "mục miễn", "a waiver";
    part_record = "phần của ấn bản", "a part of an edition";
    chapter_record = "chương của ấn bản", "a chapter of an edition";
    select_record = "điều kiện chọn", "a selection";
    annex_record = "phụ lục của ấn bản", "an annex of an edition";
    issuer_record = "khối cơ quan ban hành", "the issuer's block";
    relation_record = "quan hệ", "a relation";
    text_at_record = "địa chỉ của văn bản", "the address of a text";
    page_address = "viết cả địa chỉ của trang, như https://congbao.example.vn/van-ban/1", "write the whole address of the page, such as https://congbao.example.vn/van-ban/1";
    stated_record = "một điều với mức chắc chắn của nó", "a statement with its confidence";
    amended_by_record = "tác động của văn bản không có hồ sơ", "an act of an instrument without a record";
    transition_record = "quy định chuyển tiếp", "a transitional rule";
    clause_record = "điều khoản của văn bản khác", "a provision of another instrument";
    scope_record = "phạm vi có ngày hiệu lực riêng", "a scope with days of its own";
    obligation_record = "trách nhiệm", "an obligation";
    deadline_record = "khối thời hạn", "the block of a deadline";
    evidence_record = "minh chứng", "a piece of evidence";
    extension_record = "khối dời hạn", "the block of a moved deadline";
    topic_record = "chủ đề", "a topic";
    audience_record = "đối tượng", "an audience";
    membership_record = "mục của within", "an item of within";
    role_record = "vai", "a role";
    level_record = "mức", "a level";
    term_record = "mục từ", "a term";
    unknown_record = "giá trị chưa biết", "an unknown value";
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
    align_key = "bỏ các dấu cách ở đầu dòng để khoá thẳng hàng với các khoá trên", "take away the spaces before it, so that it is in line with the keys above";
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
