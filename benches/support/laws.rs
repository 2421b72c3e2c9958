//! Invented laws as received files, for measuring. The same number always gives the same file.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};

/// The kinds of files, by their endings.
pub const KINDS: [&str; 4] = ["docx", "html", "md", "txt"];

/// Returns a law as a file of a kind.
pub fn law(kind: &str, number: usize) -> Vec<u8> {
    let lines = lines(number);
    match kind {
        "docx" => docx(&lines),
        "html" => format!("<!DOCTYPE html><html><body>{}</body></html>", wrapped(&lines, "<p>", "</p>")).into_bytes(),
        "md" => lines.join("\n\n").into_bytes(),
        _ => lines.join("\n").into_bytes(),
    }
}

/// Returns the id of the instrument.
pub fn numbered(number: usize) -> String {
    format!("nd-{}-2031", number + 1000)
}

/// Ninety articles of four khoản with three điểm.
fn lines(number: usize) -> Vec<String> {
    let mut lines: Vec<String> = ["CHÍNH PHỦ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"].map(str::to_owned).to_vec();
    lines.insert(1, format!("Số: {}/2031/NĐ-CP", number + 1000));
    lines.push("Hà Nội, ngày 05 tháng 01 năm 2031".to_owned());
    lines.push("NGHỊ ĐỊNH".to_owned());
    lines.push(format!("Quy định về máy thứ {number}"));
    for article in 1..=90 {
        lines.push(format!("Điều {article}. Máy loại {article} của năm {number}"));
        for clause in 1..=4 {
            lines.push(format!("{clause}. Cơ quan nhà nước ở trung ương và địa phương giữ máy loại {article} phải:"));
            for (letter, work) in
                [("a", "lập sổ ghi từng máy"), ("b", "giữ sổ trong năm năm"), ("c", "báo cáo hằng năm")]
            {
                lines.push(format!("{letter}) {work}, nêu rõ loại {article}, khoản {clause} và người giữ;"));
            }
        }
    }
    lines
}

fn wrapped(lines: &[String], before: &str, after: &str) -> String {
    lines.iter().fold(String::new(), |mut all, line| {
        // Writing to a String cannot fail.
        let _ = write!(all, "{before}{line}{after}");
        all
    })
}

fn docx(lines: &[String]) -> Vec<u8> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{OFFICE}\" Target=\"word/document.xml\"/></Relationships>"
    );
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{}</w:body></w:document>",
        wrapped(lines, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")
    );
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [("[Content_Types].xml", "<Types/>"), ("_rels/.rels", &relations), ("word/document.xml", &document)];
    for (name, text) in parts {
        let begun = writer.start_file(name, SimpleFileOptions::default());
        // Memory takes it; a file that is cut off would be refused by the reader.
        if begun.is_err() || writer.write_all(text.as_bytes()).is_err() {
            break;
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}
