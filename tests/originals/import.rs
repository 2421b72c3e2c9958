//! `camnang import` and `camnang check --originals`, as an editor runs them.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use camnang::internals::hash::sha256;
use camnang::internals::session::open_with_originals_of;
use tempfile::TempDir;

use crate::support::cases;

const LAW: &str = "CHÍNH PHỦ\nSố: 7/2030/NĐ-CP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 05 tháng 01 năm 2030\nNGHỊ ĐỊNH\nQuy định về máy cũ\nCăn cứ Luật Máy số 9/2029/QH20;\nĐiều 1. Máy cũ\n1. Cơ quan nhà nước không được mua máy cũ.\nĐiều 2. Hiệu lực\nNghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2030.\nNơi nhận:\n- Lưu: VT.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\nNguyễn Văn Ví Dụ\n";

/// An office with a small sound corpus.
struct Office(TempDir);

struct Ran {
    code: i32,
    said: String,
}

impl Office {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        cases::copy(&cases::folder().join("_base"), &place.path().join("corpus"));
        Office(place)
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.0.path().join(path), bytes).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join("corpus").join(path)).unwrap()
    }

    /// Runs the program with folders before the PATH.
    fn run(&self, arguments: &[&str]) -> Ran {
        let path = format!("{}:{}", self.0.path().join("bin").display(), std::env::var("PATH").unwrap());
        let mut command = Command::new(env!("CARGO_BIN_EXE_camnang"));
        let output = command.current_dir(self.0.path()).env("PATH", path).args(arguments).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        Ran { code: output.status.code().unwrap(), said: String::from_utf8(said).unwrap() }
    }

    fn import(&self, file: &str, more: &[&str]) -> Ran {
        self.run(&[&["import", file, "--instrument", "nd-7-2030"], more].concat())
    }
}

/// Every file of the corpus with its bytes.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn a_law_comes_in_by_one_command() {
    let office = Office::new();
    office.write("nd.txt", LAW.replace('\n', "\r\n"));
    let ran = office
        .import("nd.txt", &["--kind", "gazette", "--source", "https://example.vn/nd.txt", "--received", "2030-01-20"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    for words in [
        "(bộ đọc txt 1)",
        "16 đoạn",
        "+ 0 để ngoài",
        "đã tạo corpus/instruments/nd-7-2030.yaml",
        "chưa thấy —",
        "camnang check\n",
    ] {
        assert!(ran.said.contains(words), "{words}: {}", ran.said);
    }
    assert_eq!(office.read("originals/nd-7-2030/nd.txt"), LAW.replace('\n', "\r\n"));
    assert_eq!(office.read("originals/nd-7-2030/nd.txt.text.txt"), LAW);
    let record = office.read("originals/nd-7-2030/nd.txt.yaml");
    let hash = sha256(LAW.replace('\n', "\r\n").as_bytes());
    for words in [
        format!("sha256: \"{hash}\"").as_str(),
        "kind: gazette",
        "source: \"https://example.vn/nd.txt\"",
        "received: 2030-01-20",
    ] {
        assert!(record.contains(words), "{words}: {record}");
    }
    let instrument = office.read("instruments/nd-7-2030.yaml");
    for words in [
        "number: 7/2030/NĐ-CP",
        "type: Nghị định",
        "title: quy định về máy cũ",
        "issuer: Chính phủ",
        "signer: Nguyễn Văn Ví Dụ",
        "issued: 2030-01-05",
        "in-force-from: 2030-07-01",
        "confidence: unverified",
    ] {
        assert!(instrument.lines().any(|line| line == words), "{words}: {instrument}");
    }
    let checked = office.run(&["check", "--originals"]);
    assert_eq!(checked.code, 0, "{}", checked.said);
    assert!(checked.said.contains("đã đọc lại 1 bản gốc: 1 giống hệt"), "{}", checked.said);
}

#[test]
fn the_same_file_again_writes_nothing_and_another_is_refused() {
    let office = Office::new();
    office.write("nd.txt", LAW);
    assert_eq!(office.import("nd.txt", &["--kind", "portal"]).code, 0);
    let before = files(office.0.path());
    let again = office.import("nd.txt", &[]);
    assert_eq!((again.code, files(office.0.path()) == before), (0, true), "{}", again.said);
    assert!(again.said.contains("không ghi gì"), "{}", again.said);
    office.write("nd.txt", LAW.replace("không được", "được"));
    let before = files(office.0.path());
    let other = office.import("nd.txt", &["--lang", "en"]);
    assert_eq!((other.code, files(office.0.path()) == before), (2, true), "{}", other.said);
    assert!(other.said.contains("another file of this name"), "{}", other.said);
}

#[test]
fn a_text_that_was_edited_is_found_and_not_replaced() {
    let office = Office::new();
    office.write("nd.txt", LAW);
    assert_eq!(office.import("nd.txt", &[]).code, 0);
    office.write("corpus/originals/nd-7-2030/nd.txt.text.txt", LAW.replace("không được", "được"));
    let checked = office.run(&["check", "--originals", "--lang", "en"]);
    assert_eq!(checked.code, 1);
    for words in [
        "error CN903",
        "corpus/originals/nd-7-2030/nd.txt.text.txt:9:1: error CN912",
        "stored «1. Cơ quan nhà nước được mua máy cũ.»",
        "read now «1. Cơ quan nhà nước không được mua máy cũ.»",
        "originals read again: 1, of which 0 give the stored text",
    ] {
        assert!(checked.said.contains(words), "{words}: {}", checked.said);
    }
    let again = office.import("nd.txt", &[]);
    assert_eq!(again.code, 2);
    assert!(again.said.contains("đã bị sửa tay"), "{}", again.said);
}

#[test]
fn what_the_head_does_not_say_is_unknown_and_an_unknown_type_makes_no_record() {
    let office = Office::new();
    office.write("nd.txt", "Số: 7/2030/NĐ-CP\nĐiều 1. Máy cũ\n");
    let ran = office.import("nd.txt", &["--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    let instrument = office.read("instruments/nd-7-2030.yaml");
    assert!(instrument.contains("signer: {unknown: Chưa thấy khối chữ ký trong nd.txt}"), "{instrument}");
    assert!(ran.said.contains("not found type, title, issuer"), "{}", ran.said);
    office.write("tb.txt", "Điều 1. Máy cũ\n");
    let ran = office.run(&["import", "tb.txt", "--instrument", "tb-1-2030"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(!office.0.path().join("corpus/instruments/tb-1-2030.yaml").exists());
    assert!(office.run(&["check"]).said.contains("CN906"));
}

#[test]
fn a_number_that_has_a_record_is_not_given_another() {
    let office = Office::new();
    office.write("nd.txt", LAW.replace("7/2030", "1/2030"));
    let ran = office.import("nd.txt", &[]);
    assert_eq!(ran.code, 2, "{}", ran.said);
    assert!(ran.said.contains("--instrument nd-1-2030"), "{}", ran.said);
    assert!(!office.0.path().join("corpus/originals").exists());
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let office = Office::new();
    office.write("a.xlsx", "PK");
    office.write("b.txt", "caf\u{e9}".chars().map(|c| c as u8).collect::<Vec<u8>>());
    office.write("c.txt", "  \n");
    office.write("d.docx", b"\xd0\xcf\x11\xe0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
    for (file, words) in [
        ("a.xlsx", "không nhận ra loại tệp"),
        ("b.txt", "bảng mã"),
        ("c.txt", "không có chữ"),
        ("d.docx", "mật khẩu"),
        ("e.txt", "không đọc được tệp"),
    ] {
        let ran = office.import(file, &[]);
        assert_eq!(ran.code, 2, "{file}: {}", ran.said);
        assert!(ran.said.contains(words), "{file}: {}", ran.said);
    }
    assert!(!office.0.path().join("corpus/originals").exists());
}

/// A corpus may hold hundreds of laws: the import of one neither reads nor judges the originals of others.
#[test]
fn an_import_leaves_the_originals_of_others_alone() {
    let office = Office::new();
    office.write("nd.txt", LAW);
    assert_eq!(office.import("nd.txt", &[]).code, 0);
    office.write("nd-8.txt", LAW.replace("7/2030", "8/2030").replace("\n1. Cơ quan", "\n2. Cơ quan"));
    assert_eq!(office.run(&["import", "nd-8.txt", "--instrument", "nd-8-2030"]).code, 0);
    let opened = open_with_originals_of(&office.0.path().join("corpus"), &"nd-8-2030".parse().unwrap()).unwrap();
    let read: Vec<&str> = opened.sources.files().map(|(_, file)| file.path.as_str()).collect();
    let originals: Vec<&&str> = read.iter().filter(|path| path.starts_with("originals/")).collect();
    assert_eq!(originals, [&"originals/nd-8-2030/nd-8.txt.text.txt", &"originals/nd-8-2030/nd-8.txt.yaml"]);
    assert!(read.contains(&"instruments/nd-7-2030.yaml"), "{read:?}");
    // One of them is quoted: that its original is not read is no fault.
    let new = ["new", "excerpt", "--instrument", "nd-7-2030", "--verbatim", "--at", "khoản 1 Điều 1"];
    assert_eq!(office.run(&new).code, 0);
    office.write("nd-8b.txt", LAW.replace("7/2030", "8/2030"));
    let ran = office.run(&["import", "nd-8b.txt", "--instrument", "nd-8-2030"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    let checked = office.run(&["check"]).said;
    assert!(checked.contains("CN932") && !checked.contains("lỗi CN"), "{checked}");
}

/// Numbering that does not add up is said when the file comes in, and by every check until somebody says why it is right.
#[test]
fn faults_of_numbering_are_reported_and_can_be_waived() {
    let office = Office::new();
    office.write("nd.txt", LAW.replace("\nĐiều 2.", "\n3. Máy.\n\nĐiều 2."));
    let ran = office.import("nd.txt", &["--kind", "gazette", "--source", "Công báo", "--received", "2030-01-20"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(ran.said.contains("  lưu ý: dòng 10: thiếu khoản 2 trước khoản 3\n"), "{}", ran.said);
    let checked = office.run(&["check", "--lang", "en"]);
    let place =
        "corpus/originals/nd-7-2030/nd.txt.text.txt:10:1: warning CN932: the original has no khoản 2 before khoản 3";
    assert!(checked.said.contains(place), "{}", checked.said);
    office.write(
        "corpus/waivers.yaml",
        "waivers:\n  - code: CN932\n    file: originals/nd-7-2030/nd.txt.text.txt\n    reason: Bản trên Công báo đánh số như vậy\n    on: 2030-02-01\n    until: 2031-02-01\n",
    );
    let checked = office.run(&["check"]);
    assert!(checked.said.contains("lưu ý CN932") && !checked.said.contains("cảnh báo CN932"), "{}", checked.said);
}

/// A more official copy comes in with other words: each summary that was read against the former ones is named, with the
/// words that differ.
#[test]
fn summaries_of_changed_words_are_named_with_the_words() {
    let office = Office::new();
    office.write("nd.txt", LAW);
    assert_eq!(office.import("nd.txt", &[]).code, 0);
    let new = ["new", "excerpt", "--instrument", "nd-7-2030", "--summary", "--at"];
    for at in ["khoản 1 Điều 1", "Điều 2"] {
        assert_eq!(office.run(&[&new[..], &[at]].concat()).code, 0);
    }
    office.write("gazette.txt", LAW.replace("không được mua", "được mua"));
    let ran = office.import("gazette.txt", &["--kind", "gazette"]);
    let difference = "1. Cơ quan nhà nước [-không-] được mua máy cũ.";
    let words = format!("  nd-7-2030.dieu-1.khoan-1: lời của khoản 1 Điều 1 đã khác: {difference}\n");
    assert!(ran.said.contains(&words) && !ran.said.contains("nd-7-2030.dieu-2:"), "{}", ran.said);
    let checked = office.run(&["check"]).said;
    assert!(checked.contains("CN930") && checked.contains(difference), "{checked}");
    assert_eq!(checked.matches("cảnh báo CN930").count(), 1, "{checked}");
    // Whoever deletes the remarks is still warned, without the words.
    let draft = "excerpts/nd-7-2030/dieu-1.khoan-1.md";
    let kept: Vec<String> =
        office.read(draft).lines().filter(|line| !line.starts_with("# 1.")).map(str::to_owned).collect();
    office.write(&format!("corpus/{draft}"), kept.join("\n"));
    let checked = office.run(&["check"]).said;
    assert!(checked.contains("CN930") && !checked.contains("[-không-]"), "{checked}");
}

/// A PDF of one page with these words, or with a drawing alone.
fn pdf(words: &str) -> String {
    let content =
        if words.is_empty() { "0 0 9 9 re f".to_owned() } else { format!("BT /F1 12 Tf 72 700 Td ({words}) Tj ET") };
    format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n\
         4 0 obj<</Length {}>>stream\n{content}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n\
         trailer<</Root 1 0 R>>\n%%EOF\n",
        content.len()
    )
}

#[test]
fn a_pdf_is_read_where_its_program_is_and_a_scan_is_refused() {
    let office = Office::new();
    office.write("a.pdf", pdf("May cu"));
    office.write("b.pdf", pdf(""));
    let (text, scan) = (office.import("a.pdf", &[]), office.import("b.pdf", &[]));
    if text.said.contains("cần chương trình `pdftotext`") {
        return assert_eq!(text.code, 2);
    }
    assert_eq!(
        (text.code, office.read("originals/nd-7-2030/a.pdf.text.txt").as_str()),
        (0, "May cu\n"),
        "{}",
        text.said
    );
    assert_eq!(scan.code, 2);
    assert!(scan.said.contains("bản quét (scan)"), "{}", scan.said);
}

/// A file of Word with one paragraph.
fn word(words: &str) -> Vec<u8> {
    let mut archive = zip::write::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"
    );
    for (name, text) in [("[Content_Types].xml", "<Types/>"), ("word/document.xml", document.as_str())] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A program in the place of LibreOffice shows that files of the former Word go to it and come back as those of the new.
#[cfg(unix)]
#[test]
fn an_old_word_file_goes_through_libreoffice() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::new();
    fs::create_dir(office.0.path().join("bin")).unwrap();
    office.write("new.docx", word("Điều 1. Máy cũ"));
    office.write("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1");
    let new = office.0.path().join("new.docx");
    let script = |line: &str| format!("#!/bin/sh\n{line}\n");
    let program = office.0.path().join("bin/soffice");
    for (line, code, words) in [
        (format!("test -f in.doc && mkdir out && cp '{}' out/in.docx", new.display()), 0, "bộ đọc office 1"),
        ("echo 'no luck' >&2; exit 1".to_owned(), 2, "no luck"),
        ("exit 0".to_owned(), 2, "soffice"),
    ] {
        fs::write(&program, script(&line)).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let ran = office.import("old.doc", &["--lang", "vi"]);
        assert_eq!(ran.code, code, "{}", ran.said);
        assert!(ran.said.contains(words), "{words}: {}", ran.said);
    }
    assert_eq!(office.read("originals/nd-7-2030/old.doc.text.txt"), "Điều 1. Máy cũ\n");
}
