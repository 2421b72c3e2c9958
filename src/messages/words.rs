//! Words that fill the holes of messages: names of records, lists, advice that depends on the case.

use crate::diag::Both;

/// Where a file that is of no kind may belong.
pub fn where_it_belongs(parts: &[&str], ending: &str) -> Both {
    match (parts, ending) {
        (["instruments" | "editions", _], "yml") | ([_], "yml") => {
            Both::new("đổi đuôi tệp thành .yaml", "change the file's ending to .yaml")
        }
        (["instruments" | "editions", ..], _) => Both::new(
            "thư mục này chỉ chứa tệp .yaml, không có thư mục con",
            "this folder holds .yaml files only, and no folders",
        ),
        (["excerpts", _], _) => Both::new(
            "đặt trích dẫn vào thư mục con mang id văn bản: excerpts/<văn bản>/<tên>.md",
            "put the excerpt into a folder named by its instrument: excerpts/<instrument>/<name>.md",
        ),
        (["excerpts", ..], _) => Both::new(
            "trích dẫn là tệp .md trong excerpts/<văn bản>/",
            "an excerpt is a .md file in excerpts/<instrument>/",
        ),
        (["guidance", ..], _) => {
            Both::new("bài hướng dẫn là tệp .md ngay trong guidance/", "guidance is a .md file directly in guidance/")
        }
        (["images", ..], _) => Both::new("hình là tệp .png, .jpg hoặc .svg", "an image is a .png, .jpg or .svg file"),
        (["originals", ..], _) => Both::new("bản gốc là tệp văn bản .txt", "an original is a .txt file"),
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

/// What to do about an id that no record has.
pub fn choose_or_create(nearest: Option<&str>, folder: &str, ending: &str) -> Both {
    match nearest {
        Some(id) => Both::new(format!("viết `{id}`"), format!("write `{id}`")),
        None => Both::new(
            format!("sửa id, hoặc thêm tệp {ending} vào {folder}; `camnang list` liệt kê các id"),
            format!("mend the id, or add a {ending} file to {folder}; `camnang list` prints the ids"),
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
                format!("xoá dòng này; các khoá có thể dùng: {all}"),
                format!("delete the line; the keys are: {all}"),
            )
        }
    }
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
    part_record = "phần của ấn bản", "a part of an edition";
    chapter_record = "chương của ấn bản", "a chapter of an edition";
    select_record = "điều kiện chọn", "a selection";
    annex_record = "phụ lục của ấn bản", "an annex of an edition";
    issuer_record = "khối cơ quan ban hành", "the issuer's block";
    relation_record = "quan hệ", "a relation";
    obligation_record = "trách nhiệm", "an obligation";
    topic_record = "chủ đề", "a topic";
    audience_record = "đối tượng", "an audience";
    level_record = "mức", "a level";
    term_record = "mục từ", "a term";
    unknown_record = "giá trị chưa biết", "an unknown value";
    original_record = "khối bản gốc", "the block of the original";

    topics = "chủ đề (topics)", "topics";
    audiences = "đối tượng (audiences)", "audiences";
    levels = "mức (levels)", "levels";

    a_text = "chữ", "text";
    a_list = "danh sách", "a list";
    a_record = "nhóm khoá", "a group of keys";
    a_date = "ngày", "a date";
    text_form = "một dòng chữ", "one line of text";
    list_form = "[mục, mục] hoặc mỗi mục một dòng bắt đầu bằng dấu -", "[item, item], or each item on a line that begins with -";
    record_form = "các khoá, mỗi khoá một dòng, thụt vào hai dấu cách", "the keys, one a line, indented by two spaces";

    issued = "ngày ban hành (issued)", "the date of issue (issued)";
    in_force_from = "ngày có hiệu lực (in-force-from)", "the start (in-force-from)";
    in_force_until = "ngày hết hiệu lực (in-force-until)", "the end (in-force-until)";
    earliest = "ngày sớm nhất (earliest)", "the earliest day (earliest)";
    latest = "ngày muộn nhất (latest)", "the latest day (latest)";
    no_end = "không có ngày hết hiệu lực (none)", "no end (none)";
    unknown = "chưa biết (unknown)", "unknown";

    aliases = "tham chiếu (* hoặc &)", "aliases and anchors (* and &)";
    tags = "nhãn kiểu (!)", "tags (!)";
    merge_keys = "khoá gộp (<<)", "merge keys (<<)";
    key_not_text = "khoá không phải chữ", "keys that are no text";
}

/// What usually helps when YAML does not parse.
pub fn yaml_advice(line: &str) -> Both {
    if line.contains('\t') {
        return Both::new("thay ký tự tab bằng dấu cách", "replace the tab by spaces");
    }
    if line.matches(": ").count() > 1 {
        return Both::new(
            "giá trị có dấu «: » thì đặt cả giá trị trong dấu nháy kép",
            "a value that contains «: » needs double quotes around it",
        );
    }
    Both::new(
        "kiểm tra dấu nháy, ngoặc và thụt đầu dòng ở đây hoặc ngay trên; giá trị có dấu : # [ { ' \" thì đặt trong nháy kép",
        "check quotes, brackets and indentation here or just above; quote values that contain : # [ { ' or \"",
    )
}
