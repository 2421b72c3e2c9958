//! Messages of `camnang init`: why nothing was made and what to do, and what to do with what was made.

use std::path::Path;

use crate::diag::{Bilingual, Lang};

/// How many names are shown before the rest is only counted.
const NAMED: usize = 10;

/// The first edition has no day.
pub fn no_day() -> Bilingual {
    Bilingual::new(
        "cẩm nang nêu hiệu lực tính đến một ngày, mà công cụ không lấy ngày của máy; ghi thêm --as-of NĂM-THÁNG-NGÀY, thường là \
         ngày bạn đối chiếu các văn bản",
        "a booklet states what is in force on a day, and the tool never takes it from the clock; add --as-of YEAR-MONTH-DAY, most \
         often the day on which you look at the instruments",
    )
}

/// Something that is no folder is there.
pub fn not_a_folder(place: &str) -> Bilingual {
    Bilingual::new(
        format!("`{place}` là một tệp, không phải thư mục; chọn tên khác cho thư mục của cẩm nang"),
        format!("`{place}` is a file and no folder; choose another name for the booklet's folder"),
    )
}

/// These names are there; `other` is a folder that would do.
pub fn not_empty(place: &str, names: &[String], other: &str) -> Bilingual {
    let shown = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let more = names.len().checked_sub(NAMED).filter(|more| *more > 0);
    let more = more.map_or_else(String::new, |more| format!(", … (+{more})"));
    Bilingual::new(
        format!(
            "`{place}` không trống, có: {shown}{more}; không tệp nào bị đụng tới. Chọn một thư mục chưa có, ví dụ `{other}`"
        ),
        format!(
            "`{place}` is not empty, it has: {shown}{more}; nothing was touched. Choose a folder that is not there yet, for \
             example `{other}`"
        ),
    )
}

/// The place is a part of a corpus.
pub fn within_corpus(place: &str, corpus: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "`{place}` nằm trong kho `{corpus}`, tệp mới sẽ bị coi là tệp của kho ấy; chọn thư mục ở ngoài kho. Thêm một ấn bản \
             vào kho có sẵn thì chạy: camnang new edition"
        ),
        format!(
            "`{place}` lies in the corpus `{corpus}`, which would take the new files for its own; choose a folder outside it. To \
             add an edition to a corpus run: camnang new edition"
        ),
    )
}

/// The place is a part of an output of ours.
pub fn within_output(place: &str, output: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "`{place}` nằm trong `{output}`, là kết quả do camnang dựng ra và được thay ở lần dựng sau; chọn thư mục ở ngoài"
        ),
        format!(
            "`{place}` lies in `{output}`, which camnang has built and replaces when it builds again; choose a folder outside it"
        ),
    )
}

/// The words of the command line would give the corpus faults; `said` reports them as `camnang check` does.
pub fn faulty(said: &str) -> Bilingual {
    Bilingual::new(
        format!("chưa tạo gì: viết lại --title hoặc --issuer, vì ghi như vậy thì kho sẽ có lỗi:\n{said}"),
        format!("nothing was created: change --title or --issuer, which would give the corpus faults:\n{said}"),
    )
}

/// Lists the files that were made, and the next steps; `corpus` is the option that names the corpus, where one is needed.
pub fn next(folder: &Path, files: &[(String, Vec<u8>)], edition: &str, corpus: &str) -> Bilingual {
    let at = |path: &str| folder.join(path).display().to_string();
    let files: String = files.iter().map(|(path, _)| format!("  {}\n", at(path))).collect();
    let (shown, vocabulary, readme) = (folder.display(), at("vocabulary.yaml"), at("README.md"));
    let chapters = at(&format!("editions/{edition}.yaml"));
    Bilingual::new(
        format!(
            "đã tạo cẩm nang trống trong {shown}:\n{files}\
             Xem ngay: camnang serve {edition}{corpus}\n\
             Tiếp theo:\n\
             \x20 1. Sửa danh sách chủ đề, đối tượng trong {vocabulary}, các chương trong {chapters}.\n\
             \x20 2. Tạo hồ sơ văn bản đầu tiên, thay bằng số, ký hiệu thật: camnang new instrument --number 12/2030/NĐ-CP{corpus}\n\
             \x20 3. Làm theo lời nhắn của lệnh ấy; lúc nào cũng hỏi được: camnang check{corpus}\n\
             Hướng dẫn cho người biên tập: {readme}\n"
        ),
        format!(
            "created an empty booklet in {shown}:\n{files}\
             See it now: camnang serve {edition}{corpus}\n\
             What to do next:\n\
             \x20 1. Edit the topics and audiences in {vocabulary}, and the chapters in {chapters}.\n\
             \x20 2. Make the record of the first instrument, with its real number: camnang new instrument --number 12/2030/NĐ-CP{corpus}\n\
             \x20 3. Do what that command says; ask at any time: camnang check{corpus}\n\
             For editors: {readme}\n"
        ),
    )
}

/// The first line of a new `settings.yaml`.
pub fn settings(lang: Lang) -> &'static str {
    lang.tr(
        "Thiết lập chung của mọi ấn bản; ấn bản nào cần khác thì ghi ở tệp của nó.",
        "Settings of every edition; one that needs another says so in its own file.",
    )
}

/// The first line of a new `vocabulary.yaml`.
pub fn vocabulary(lang: Lang) -> &'static str {
    lang.tr(
        "Các danh sách để gắn thẻ trích dẫn. Đây là ví dụ: sửa tên, thêm, bớt trước khi có trích dẫn; có rồi thì id không đổi.",
        "The lists by which excerpts are tagged. These are examples: change them before there are excerpts; then ids stay.",
    )
}
