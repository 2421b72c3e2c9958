//! Messages of a build: its progress, and the files that it has made.

use std::path::{Path, PathBuf};

use crate::diag::Bilingual;

/// The first step of a build, shown while it runs.
pub fn reads() -> Bilingual {
    Bilingual::new("Đọc kho ngữ liệu", "Reading the corpus")
}

/// The second step of a build, shown while it runs.
pub fn assembles(editions: usize) -> Bilingual {
    Bilingual::new(
        format!("Lắp ghép và soát {editions} ấn bản"),
        format!("Assembling and checking {editions} editions"),
    )
}

/// The longest part of it.
pub fn lays_out() -> Bilingual {
    Bilingual::new("dàn trang PDF", "laying out the PDF")
}

/// The last step of a build, shown while it runs. `has_web`: web pages are among its outputs.
pub fn writes(has_web: bool) -> Bilingual {
    match has_web {
        true => Bilingual::new("dựng trang web và ghi tệp", "making the web pages and writing the files"),
        false => Bilingual::new("ghi tệp", "writing the files"),
    }
}

/// Findings that stop no edition which is built.
pub fn aside(findings: usize) -> Bilingual {
    Bilingual::new(
        format!(
            "{findings} lỗi ở trích dẫn mà ấn bản này không chọn, nên không cản việc dựng; xem bằng: camnang check"
        ),
        format!(
            "{findings} faults are in excerpts that this edition does not select, and do not stop it; see them with: camnang check"
        ),
    )
}

/// Somebody has stopped the build.
pub fn stopped() -> Bilingual {
    Bilingual::new("đã dừng theo yêu cầu; chưa ghi gì", "it was stopped; nothing was written")
}

/// Lists the files that were made, with their folder, and which to open.
pub fn built(folder: &Path, files: &[PathBuf]) -> Bilingual {
    let shown = folder.display();
    let list: String = files.iter().map(|file| format!("  {}\n", file.display())).collect();
    Bilingual::new(format!("Đã dựng {shown}; mở:\n{list}"), format!("Built {shown}; open:\n{list}"))
}

/// After a build: what the sites of these editions lack because nobody has said where they are published.
pub fn no_address(editions: &[String]) -> Bilingual {
    let names = editions.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let entries = editions.iter().map(|id| format!("{id}: https://…")).collect::<Vec<_>>().join(", ");
    let yaml = format!("web: {{address: {{{entries}}}}}");
    Bilingual::new(
        format!(
            "Chưa ghi nơi đăng của {names}, nên trang web không có liên kết chính tắc (canonical), không có \
             sitemap.xml, và không ấn bản nào dẫn tới đó. Nếu đem đăng thì ghi vào settings.yaml: {yaml}"
        ),
        format!(
            "Nobody has said where {names} will be published, so the site has no canonical links and no \
             sitemap.xml, and no other edition links to it. To publish it, write in settings.yaml: {yaml}"
        ),
    )
}
