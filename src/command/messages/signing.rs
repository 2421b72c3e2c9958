//! Words of `camnang handout --sign`.

use crate::diag::Bilingual;
use crate::source::programs::ProgramFault;

/// The settings name no program that signs.
pub fn no_signer() -> Bilingual {
    let example = "\nletter:\n  sign: [pyhanko, sign, addsig, …, \"{in}\", \"{out}\"]";
    Bilingual::new(
        format!("settings.yaml chưa ghi chương trình nào để ký. Thêm vào phần letter, ví dụ:{example}"),
        format!("settings.yaml names no program that signs. Add to the section letter, for example:{example}"),
    )
}

/// A letter that was not signed, and why.
pub fn refused(name: &str, id: &str, why: &Bilingual) -> Bilingual {
    Bilingual::new(format!("Chưa ký: {name} ({id}): {}\n", why.vi), format!("Not signed: {name} ({id}): {}\n", why.en))
}

/// The last line.
pub fn total(signed: usize, before: usize, refused: usize) -> Bilingual {
    Bilingual::new(
        format!("Đã ký {signed} công văn; {before} đã ký từ trước; {refused} chưa ký được.\n"),
        format!("{signed} letters signed; {before} were signed before; {refused} not signed.\n"),
    )
}

/// The ledger has no letter for the copy.
pub fn no_letter() -> Bilingual {
    Bilingual::new("bản này không có công văn", "this copy has no letter")
}

/// A letter is signed when it says everything: what is written later would not be covered.
pub fn blanks(blanks: &[String]) -> Bilingual {
    let list = blanks.join(", ");
    Bilingual::new(
        format!("công văn còn chỗ trống ({list}); ghi vào phần letter của settings.yaml hay --date, dựng lại rồi ký"),
        format!(
            "the letter has blanks ({list}); write them into the section letter of settings.yaml or --date, make it again, then sign"
        ),
    )
}

/// The letter cannot be read.
pub fn unreadable(path: &str, error: &std::io::Error) -> Bilingual {
    Bilingual::new(format!("không đọc được `{path}`: {error}"), format!("cannot read `{path}`: {error}"))
}

/// The signed letter cannot be written, or the letter was changed meanwhile.
pub fn unwritten(path: &str) -> Bilingual {
    Bilingual::new(
        format!("không ghi được `{path}`, hay tệp đã đổi trong lúc ký; tệp ấy còn như trước"),
        format!("cannot write `{path}`, or it was changed while it was signed; it is as it was"),
    )
}

/// The file does not begin with the letter that was made.
pub fn other_bytes(path: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "tệp nhận được không bắt đầu bằng `{path}` đã dựng; chương trình ký phải nối chữ ký vào sau, không ghi lại tệp"
        ),
        format!(
            "the file does not begin with `{path}` as it was made; the program must append its signature and not write the file anew"
        ),
    )
}

/// The program failed: its own words.
pub fn failed(signer: &[String], fault: &ProgramFault) -> Bilingual {
    let program = signer.first().map_or("", String::as_str);
    match fault {
        ProgramFault::Missing => Bilingual::new(
            format!("không có chương trình `{program}` trên máy này"),
            format!("there is no program `{program}` on this computer"),
        ),
        ProgramFault::TooLong => Bilingual::new(
            format!("`{program}` chạy quá lâu nên đã bị dừng"),
            format!("`{program}` took too long and was ended"),
        ),
        ProgramFault::Failed(said) => {
            Bilingual::new(format!("`{program}` báo: {said}"), format!("`{program}` says: {said}"))
        }
    }
}
