//! Messages of `camnang handout`: of the list of departments, of the copies, of what could not be made.

use crate::characters::messages::named;
use crate::characters::words::WordFault;
use crate::diag::Bilingual;
use crate::diag::advice::choose;
use crate::model::date::Date;

// The list of departments.

/// A fault of the list: what is wrong, and what to write instead.
pub type FaultWords = (Bilingual, Bilingual);

fn said(vi: String, vi_help: &str, en: String, en_help: &str) -> FaultWords {
    (Bilingual::new(vi, en), Bilingual::new(vi_help, en_help))
}

/// The list is in an encoding that no mark shows, such as that of an old Excel.
pub fn list_not_utf8() -> FaultWords {
    said(
        "không đọc được chữ của danh sách".to_owned(),
        "trong Excel chọn Lưu thành, kiểu «CSV UTF-8 (Comma delimited)»",
        "the letters of the list cannot be read".to_owned(),
        "in Excel choose Save As, type «CSV UTF-8 (Comma delimited)»",
    )
}

/// The list has no line at all.
pub fn list_empty() -> FaultWords {
    said(
        "danh sách không có dòng nào".to_owned(),
        "dòng đầu là tên cột, ít nhất là `id`; mỗi dòng sau là một đơn vị",
        "the list has no rows".to_owned(),
        "the first line names the columns, at least `id`; each line after it is a department",
    )
}

/// A column has a name that no list has; `nearest` is the known name most like it.
pub fn list_column(name: &str, nearest: Option<&str>, all: &[&str]) -> FaultWords {
    let message = Bilingual::new(format!("không có cột `{name}`"), format!("there is no column `{name}`"));
    (message, choose(nearest, all))
}

/// Two columns have one name, so that it is unclear which of them counts.
pub fn list_column_twice(name: &str) -> FaultWords {
    said(
        format!("cột `{name}` có hai lần"),
        "bỏ một cột",
        format!("the column `{name}` is there twice"),
        "delete one of them",
    )
}

/// The list lacks the one column that it must have.
pub fn list_no_id_column() -> FaultWords {
    said(
        "thiếu cột `id`".to_owned(),
        "thêm cột `id` vào dòng đầu; id của các đơn vị có sẵn: camnang list departments",
        "the column `id` is missing".to_owned(),
        "add a column `id` to the first line; the ids that there are: camnang list departments",
    )
}

/// A row has more cells than there are columns, mostly for a separator within a cell.
pub fn list_too_wide(cells: usize, columns: usize) -> FaultWords {
    said(
        format!("dòng có {cells} ô mà chỉ có {columns} cột"),
        "ô nào có dấu phân cách bên trong thì đặt trong dấu ngoặc kép: \"Số 1, phố A\"",
        format!("the row has {cells} cells, and there are {columns} columns"),
        "put a cell that has a separator in it between quotation marks: \"1 Some Street, Some Town\"",
    )
}

/// An id has characters that ids have not; `suggestion` is the id that its letters make.
pub fn list_bad_id(id: &str, suggestion: &str) -> FaultWords {
    let message = Bilingual::new(
        format!("`{id}` không phải id: id chỉ gồm chữ thường không dấu, chữ số, dấu - và dấu ."),
        format!("`{id}` is no id: an id has small letters without marks, digits, - and ."),
    );
    (message, Bilingual::new(format!("viết `{suggestion}`"), format!("write `{suggestion}`")))
}

/// Two rows have one id; `line` is that of the first, from 1.
pub fn list_id_twice(id: &str, line: u64) -> FaultWords {
    said(
        format!("id `{id}` đã có ở dòng {line}"),
        "xoá một dòng, hoặc đặt id khác",
        format!("the id `{id}` is in line {line} already"),
        "delete one of the rows, or give it another id",
    )
}

/// A row names a department that the corpus does not have, and gives it no name.
pub fn list_no_name(id: &str, nearest: Option<&str>) -> FaultWords {
    let message = Bilingual::new(
        format!("`{id}` không có trong departments.yaml và dòng này không ghi tên (cột `name`)"),
        format!("`{id}` is not in departments.yaml, and the row has no name (column `name`)"),
    );
    let help = match nearest {
        Some(near) => Bilingual::new(
            format!("có phải `{near}`? Nếu không, ghi tên đơn vị vào cột `name`"),
            format!("do you mean `{near}`? If not, write the department's name into the column `name`"),
        ),
        None => Bilingual::new("ghi tên đơn vị vào cột `name`", "write the department's name into the column `name`"),
    };
    (message, help)
}

/// A cell of the column `email` is not one address.
pub fn list_bad_email(email: &str) -> FaultWords {
    said(
        format!("`{email}` không phải một địa chỉ thư điện tử"),
        "ghi đúng một địa chỉ, như van-thu@so.example.vn, hoặc để trống",
        format!("`{email}` is no e-mail address"),
        "write one address, such as van-thu@so.example.vn, or leave it empty",
    )
}

/// A cell names an audience that the vocabulary lacks.
pub fn list_no_audience(id: &str, nearest: Option<&str>, all: &[&str]) -> FaultWords {
    let message = Bilingual::new(
        format!("`{id}` không có trong audiences của vocabulary.yaml"),
        format!("`{id}` is not among the audiences of vocabulary.yaml"),
    );
    (message, choose(nearest, all))
}

/// A cell has a character that does not show.
pub fn list_control(character: char) -> FaultWords {
    let Bilingual { vi, en } = named(character);
    said(format!("ký tự ẩn {vi}"), "xoá nó", format!("a hidden character, {en}"), "delete it")
}

/// A word that is not what it shows.
pub fn list_word(word: &str, fault: &WordFault) -> FaultWords {
    let instead = match fault {
        WordFault::Mixed { instead, .. } => instead.as_str(),
        WordFault::LoneMark(_) | WordFault::PiledMarks(_) => "",
    };
    (
        Bilingual::new(
            format!("chữ «{word}» có ký tự hay dấu trông như chữ thường mà không phải"),
            format!("«{word}» has characters or marks that look like other letters"),
        ),
        Bilingual::new(format!("xoá đi và gõ lại: {instead}"), format!("delete it and type it anew: {instead}")),
    )
}

/// A list in an old encoding.
pub fn list_old_encoding(encoding: &str, meant: &str) -> FaultWords {
    (
        Bilingual::new(
            format!("chữ viết theo bảng mã cũ {encoding}; có lẽ là: {meant}"),
            format!("the words are in the old encoding {encoding}; most likely: {meant}"),
        ),
        Bilingual::new(
            "chuyển danh sách sang Unicode (UniKey: Ctrl+Shift+F6) rồi lưu lại",
            "convert the list to Unicode (UniKey: Ctrl+Shift+F6) and save it again",
        ),
    )
}

// Whom the booklet goes to.

/// No group of the corpus certainly exists on the day, and neither `--group` nor `--list` was used.
pub fn no_departments(as_of: Date) -> Bilingual {
    Bilingual::new(
        format!(
            "không nhóm đơn vị nào trong departments.yaml chắc chắn tồn tại vào {}; chọn nhóm bằng --group ID, hoặc đưa danh sách \
             bằng --list FILE",
            as_of.short()
        ),
        format!(
            "no group of departments.yaml certainly exists on {as_of}; choose one with --group ID, or give a list with \
             --list FILE"
        ),
    )
}

/// `groups`: ids and titles of those of which it is not known whether they exist.
pub fn doubtful_groups(as_of: Date, groups: &[(&str, &str)]) -> Bilingual {
    let named: Vec<String> = groups.iter().map(|(id, title)| format!("`{id}` ({title})")).collect();
    let named = named.join(", ");
    Bilingual::new(
        format!(
            "chưa rõ vào {} các nhóm đơn vị này có tồn tại hay không: {named}. Chọn nhóm nhận bằng --group ID, hoặc đưa danh \
             sách bằng --list FILE",
            as_of.short()
        ),
        format!(
            "it is not known whether these groups of departments exist on {as_of}: {named}. Choose who receives it with \
             --group ID, or give a list with --list FILE"
        ),
    )
}

/// `--group` names a group that the corpus lacks.
pub fn no_group(id: &str, nearest: Option<&str>, all: &[&str]) -> Bilingual {
    let choice = choose(nearest, all);
    Bilingual::new(
        format!("departments.yaml không có nhóm `{id}`; {}", choice.vi),
        format!("departments.yaml has no group `{id}`; {}", choice.en),
    )
}

/// `--only` names a department that gets no copy.
pub fn not_in_list(id: &str, nearest: Option<&str>, all: &[&str]) -> Bilingual {
    let choice = choose(nearest, all);
    Bilingual::new(
        format!("--only: không có đơn vị `{id}` trong danh sách nhận; {}", choice.vi),
        format!("--only: the department `{id}` is not among those that receive a copy; {}", choice.en),
    )
}

// The run.

/// Another process holds the lock of the folder.
pub fn running_already(folder: &str) -> Bilingual {
    Bilingual::new(
        format!("một lượt camnang handout khác đang ghi vào `{folder}`; chờ lượt đó xong rồi chạy lại"),
        format!("another run of camnang handout is writing to `{folder}`; wait for it, then run this again"),
    )
}

/// `--only` would mix copies of different corpora in one ledger: `count` finished ones, such as `id`, have other keys.
pub fn others_differ(count: usize, id: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "{count} bản có sẵn của đơn vị khác (như `{id}`) làm từ kho ngữ liệu, mẫu hay thiết lập khác với lúc này, nên không thể \
             chung một sổ. Chạy lại không có --only để làm lại tất cả, hoặc ghi ra chỗ khác bằng --output DIR"
        ),
        format!(
            "{count} copies of other departments (such as `{id}`) were made from another corpus, other templates or other \
             settings than there are now, so they cannot share a ledger. Run without --only to make all again, or write \
             elsewhere with --output DIR"
        ),
    )
}

/// The fonts lack characters of a recipient's name, address or letter.
pub fn missing_letters(letters: &[char]) -> Bilingual {
    let shown: Vec<String> = letters.iter().map(|c| format!("`{c}` (U+{:04X})", u32::from(*c))).collect();
    let shown = shown.join(", ");
    Bilingual::new(
        format!("phông chữ không có {shown} trong tên, địa chỉ hoặc thư; viết lại bằng chữ có trong phông"),
        format!("the fonts lack {shown} of the name, the address or the letter; write it with letters that they have"),
    )
}

/// An id is a name that Windows reserves (`con`, `nul`), and each department has a folder of its name.
pub fn reserved_id(id: &str) -> Bilingual {
    Bilingual::new(
        format!("`{id}` không đặt tên thư mục được trên mọi máy; đặt id khác cho đơn vị"),
        format!("`{id}` cannot name a folder on every machine; give the department another id"),
    )
}

/// Typst or a template failed for one copy; others may succeed.
pub fn engine(place: Option<&str>, message: &str) -> Bilingual {
    let place = place.map(|place| format!("{place}: ")).unwrap_or_default();
    Bilingual::new(
        format!("mẫu trình bày hoặc bộ dàn trang báo lỗi: {place}{message}"),
        format!("a template or the engine failed: {place}{message}"),
    )
}

/// `made`, `kept`: copies made in this run, and finished ones of earlier runs.
pub fn summary(edition: &str, made: usize, kept: usize, failed: usize, folder: &str) -> Bilingual {
    let (vi_kept, en_kept) = match kept {
        0 => (String::new(), String::new()),
        kept => (format!(", {kept} bản có sẵn giữ nguyên"), format!(", {kept} finished ones kept")),
    };
    let (vi_failed, en_failed) = match failed {
        0 => (String::new(), String::new()),
        failed => (format!(", {failed} đơn vị không làm được"), format!(", {failed} failed")),
    };
    Bilingual::new(
        format!("{edition}: làm {made} bản{vi_kept}{vi_failed}. Sổ: {folder}/ledger.csv, ledger.json, SHA256SUMS\n"),
        format!(
            "{edition}: {made} copies made{en_kept}{en_failed}. Ledger: {folder}/ledger.csv, ledger.json, SHA256SUMS\n"
        ),
    )
}

/// Copies of an earlier run are no longer in the list, and nothing is deleted without `--prune`.
pub fn would_remove(ids: &[String]) -> Bilingual {
    let ids = ids.join(", ");
    Bilingual::new(
        format!(
            "các đơn vị này có bản từ lần trước mà không còn trong danh sách: {ids}. Nếu đúng là bỏ, thêm --prune để xoá các bản ấy; nếu không, \
             đưa họ vào lại danh sách"
        ),
        format!(
            "these departments have copies of an earlier run and are no longer in the list: {ids}. If they are to go, add --prune, which deletes \
             their copies; if not, put them back into the list"
        ),
    )
}

/// `--prune` deleted these copies.
pub fn removed(ids: &[String]) -> Bilingual {
    let ids = ids.join(", ");
    Bilingual::new(
        format!("Đã xoá bản của đơn vị không còn trong danh sách: {ids}\n"),
        format!("Removed the copies of departments that are no longer in the list: {ids}\n"),
    )
}

/// The heading above the copies that could not be made.
pub fn failed_title() -> Bilingual {
    Bilingual::new("Không làm được:\n", "Could not be made:\n")
}

/// What to do after a run in which copies failed.
pub fn run_again() -> Bilingual {
    Bilingual::new(
        "  → sửa rồi chạy lại cùng lệnh; các bản đã xong được giữ nguyên\n",
        "  → fix it and run the same command again; what is finished is kept\n",
    )
}

/// This build has no Typst, so that it can make no copy.
pub fn without_engine() -> Bilingual {
    Bilingual::new(
        "bản này dựng không kèm Typst; camnang handout cần bản có Typst",
        "this build has no Typst within it; camnang handout needs it",
    )
}

/// The heads of the columns of `ledger.csv`.
pub const CSV_COLUMNS: [&str; 13] = [
    "id",
    "name",
    "place",
    "email",
    "serial",
    "audiences",
    "edition",
    "as_of",
    "kind",
    "file",
    "bytes",
    "sha256",
    "corpus_sha256",
];
