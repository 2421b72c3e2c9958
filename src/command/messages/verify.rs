//! Messages of `camnang verify`.

use crate::diag::{Bilingual, Lang};
use crate::handout::signed::{Alteration, Signature};

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

/// A file is one of ours with signatures behind it. `listed`: its name in the record, where that is another.
pub fn signed(path: &str, listed: Option<&str>, signatures: &[Signature]) -> Bilingual {
    let of = |lang: Lang, word: &str| {
        listed.map_or(String::new(), |listed| format!("{word} `{listed}`")) + &lines(lang, signatures)
    };
    Bilingual::new(
        format!("Đã ký: `{path}` là nguyên tệp đã dựng{}", of(Lang::Vi, "")),
        format!("Signed: `{path}` is the file that was built{}", of(Lang::En, ",")),
    )
}

/// A line for each signature, and what is not known of them.
fn lines(lang: Lang, signatures: &[Signature]) -> String {
    let head = match signatures.len() {
        1 => lang
            .tr(", chỉ thêm một chữ ký bao trùm cả tệp.\n", ", with one signature more, which covers all of it.\n")
            .to_owned(),
        count if lang == Lang::Vi => format!(", chỉ thêm {count} chữ ký, chữ ký cuối bao trùm cả tệp.\n"),
        count => format!(", with {count} signatures more, the last of which covers all of it.\n"),
    };
    let lines = signatures.iter().map(|signature| {
        let facts = [
            (lang.tr("người ký", "signer"), &signature.name),
            (lang.tr("ngày", "day"), &signature.day),
            (lang.tr("lý do", "reason"), &signature.reason),
            (lang.tr("nơi ký", "place"), &signature.place),
        ];
        let facts =
            facts.iter().filter_map(|(name, fact)| Some(format!(" · {name}: {}", fact.as_ref()?.escape_debug())));
        format!(
            "  {} {}{}\n",
            lang.tr("chữ ký", "signature"),
            signature.field.escape_debug(),
            facts.collect::<String>()
        )
    });
    let unknown = lang.tr(
        "  → đó là điều chữ ký tự ghi; chữ ký có hợp lệ không, của ai: mở tệp bằng phần mềm ký số\n",
        "  → that is what they say of themselves; a program for signatures says whether they are valid, and whose\n",
    );
    head + &lines.collect::<String>() + unknown
}

/// A file begins with one of ours, and what was appended is more than signatures.
pub fn altered(path: &str, alteration: &Alteration) -> Bilingual {
    let (vi, en) = match alteration {
        Alteration::Unreadable => {
            ("phần ghi thêm không đọc được".to_owned(), "what was appended cannot be read".to_owned())
        }
        Alteration::NoSignature => {
            ("phần ghi thêm không có chữ ký nào".to_owned(), "what was appended has no signature".to_owned())
        }
        Alteration::NotCovered => (
            "chữ ký cuối không bao trùm cả tệp: sau khi ký có người ghi thêm".to_owned(),
            "the last signature does not cover the whole file: somebody appended after it".to_owned(),
        ),
        Alteration::Visible(page) => (
            format!("chữ ký có hình đặt trên trang {page}, có thể che chữ; ký lại mà không đặt hình"),
            format!("a signature has a picture on page {page}, which may cover words; sign again without one"),
        ),
        Alteration::Page(page) => (format!("trang {page} đã khác"), format!("page {page} is another")),
        Alteration::Key(key) => (
            format!("mục `/{}` của tệp đã khác", key.escape_debug()),
            format!("the entry `/{}` of the file is another", key.escape_debug()),
        ),
        Alteration::Metadata => (
            "tên và dữ liệu về tài liệu đã khác".to_owned(),
            "the title or other data about the document are others".to_owned(),
        ),
        Alteration::Object(number) => (
            format!("đối tượng {number} của tệp bị thay, việc mà ký không cần"),
            format!("object {number} of the file was replaced, which no signature needs"),
        ),
    };
    Bilingual::new(
        format!("Đã bị sửa bằng phần ghi thêm ở cuối tệp: {path}\n  {vi}\n"),
        format!("Altered by appending: {path}\n  {en}\n"),
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
