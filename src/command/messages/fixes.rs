//! Messages of `camnang check --fix`.

use crate::diag::Bilingual;

/// One repair: where, the code of the finding, and what became of which words.
pub fn repaired(place: &str, code: &str, changes: &[(String, String)]) -> Bilingual {
    let shown: Vec<Bilingual> = changes.iter().map(|(former, later)| change(&short(former), &short(later))).collect();
    let join = |lang: fn(&Bilingual) -> &str| shown.iter().map(lang).collect::<Vec<_>>().join("; ");
    Bilingual::new(
        format!("{place}: {code}: {}", join(|both| &both.vi)),
        format!("{place}: {code}: {}", join(|both| &both.en)),
    )
}

fn change(former: &str, later: &str) -> Bilingual {
    match (former, later) {
        (former, later) if former == later => Bilingual::new(
            format!("lưu «{former}» đúng như đã đọc (chữ dựng sẵn, ký tự thường)"),
            format!("«{former}» is stored as it was read (letters composed, plain characters)"),
        ),
        ("", later) => Bilingual::new(format!("thêm «{later}»"), format!("«{later}» is added")),
        (former, "") => Bilingual::new(format!("xoá «{former}»"), format!("«{former}» is deleted")),
        (former, later) => Bilingual::same(format!("«{former}» → «{later}»")),
    }
}

/// Words on one line, and not too many of them.
fn short(words: &str) -> String {
    const MOST: usize = 60;
    let line: String = words.chars().take(MOST).map(|sign| if sign == '\n' { '⏎' } else { sign }).collect();
    if words.chars().count() > MOST { line + "…" } else { line }
}

/// How many repairs were made.
pub fn made(repairs: usize, files: usize) -> Bilingual {
    let s = |count: usize| if count == 1 { "" } else { "s" };
    Bilingual::new(
        format!("Đã sửa {repairs} chỗ trong {files} tệp. Còn lại:"),
        format!("Made {repairs} repair{} in {files} file{}. What is left:", s(repairs), s(files)),
    )
}

/// How many would be.
pub fn would_make(repairs: usize, files: usize) -> Bilingual {
    let s = |count: usize| if count == 1 { "" } else { "s" };
    Bilingual::new(
        format!("Sẽ sửa {repairs} chỗ trong {files} tệp; chưa ghi gì. Ghi thật: bỏ --dry-run"),
        format!(
            "{repairs} repair{} in {files} file{} can be made; nothing was written. To write: without --dry-run",
            s(repairs),
            s(files)
        ),
    )
}

/// Some repairs touch the same words.
pub fn overlapping(count: usize) -> Bilingual {
    Bilingual::new(
        format!("Còn {count} chỗ sửa được nữa nhưng chạm vào cùng những chữ ấy: chạy lại lệnh này"),
        format!("{count} more can be made, but touch the same words: run this command again"),
    )
}

/// The answer of `check --fix` where no finding has a fix that is certain.
pub fn nothing() -> Bilingual {
    Bilingual::new("Không có chỗ nào tự sửa được.", "There is nothing that can be repaired by itself.")
}
