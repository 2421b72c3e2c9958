//! Messages of `camnang verify`.

use crate::diag::Bilingual;

/// `what`: the edition, and what record says so.
pub fn unchanged(path: &str, edition: &str, as_of: &str, files: usize) -> Bilingual {
    let (vi, en) = match files {
        1 => (String::new(), String::new()),
        files => (format!(", đủ {files} tệp"), format!(", all {files} files")),
    };
    Bilingual::new(
        format!("Nguyên vẹn: `{path}` đúng là của ấn bản {edition} (tính đến {as_of}){vi}.\n"),
        format!("Unchanged: `{path}` belongs to the edition {edition} (as of {as_of}){en}.\n"),
    )
}

/// A file has the hash of `--against`.
pub fn unchanged_by_hash(path: &str) -> Bilingual {
    Bilingual::new(
        format!("Nguyên vẹn: `{path}` cho đúng mã băm đã đưa.\n"),
        format!("Unchanged: `{path}` has the hash that was given.\n"),
    )
}

/// The file is one of the edition under another name.
pub fn renamed(path: &str, listed: &str) -> Bilingual {
    Bilingual::new(
        format!("  `{path}` là tệp `{listed}` được đổi tên\n"),
        format!("  `{path}` is the file `{listed}` under another name\n"),
    )
}

/// A file has another hash than the record says.
pub fn changed(path: &str, expected: &str, found: &str) -> Bilingual {
    Bilingual::new(
        format!("Đã bị sửa: {path}\n  mã băm phải là  {expected}\n  mã băm thấy là  {found}\n"),
        format!("Changed: {path}\n  expected hash  {expected}\n  found hash     {found}\n"),
    )
}

/// A link, pipe or folder is where the record has a file; it is not followed.
pub fn not_plain(path: &str) -> Bilingual {
    Bilingual::new(
        format!("Không phải tệp thường, không kiểm tra được: {path}\n"),
        format!("No plain file, cannot be verified: {path}\n"),
    )
}

/// A file of the record is not there.
pub fn missing(path: &str) -> Bilingual {
    Bilingual::new(format!("Thiếu: {path}\n"), format!("Missing: {path}\n"))
}

/// A file is in the folder and not in its record.
pub fn extra(path: &str) -> Bilingual {
    Bilingual::new(format!("Thừa, không có trong sổ: {path}\n"), format!("Extra, in no record: {path}\n"))
}

/// A file has neither the name nor the hash of any file of the record.
pub fn belongs_to_none(path: &str, record: &str, found: &str) -> Bilingual {
    Bilingual::new(
        format!("Không thuộc ấn bản này: sổ `{record}` không có tệp nào như `{path}`\n  mã băm thấy là  {found}\n"),
        format!("Does not belong to this edition: `{record}` has no file like `{path}`\n  found hash  {found}\n"),
    )
}

/// What to do with a file that is not unchanged.
pub fn to_do() -> Bilingual {
    Bilingual::new(
        "  → đừng dùng; lấy lại từ nơi phát hành, hoặc dựng lại rồi kiểm tra lại\n",
        "  → do not use it; get it again from who issued it, or build it again, and verify again\n",
    )
}

/// There is no record beside a file or above it, and no `--against`.
pub fn no_record(path: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "không tìm thấy manifest.json hay ledger.json ở cạnh hay ở trên `{path}`; đưa sổ hoặc mã băm bằng --against: tệp manifest.json, \
             ledger.json, SHA256SUMS, hoặc 64 chữ số của mã băm in trong công văn"
        ),
        format!(
            "there is no manifest.json or ledger.json beside or above `{path}`; give the record or the hash with --against: a file \
             manifest.json, ledger.json, SHA256SUMS, or the 64 digits of the hash that is printed in the letter"
        ),
    )
}

/// A file with the name of a record is none that this program has written.
pub fn not_a_record(record: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "`{record}` không phải sổ (manifest.json, ledger.json, SHA256SUMS) mà cũng không phải mã băm 64 chữ số"
        ),
        format!("`{record}` is neither a record (manifest.json, ledger.json, SHA256SUMS) nor a hash of 64 digits"),
    )
}

/// `--against` is the hash of one file, and a folder was named.
pub fn hash_for_folder() -> Bilingual {
    Bilingual::new(
        "mã băm chỉ dùng để kiểm tra một tệp, không phải thư mục",
        "a hash is for one file, not for a folder",
    )
}
