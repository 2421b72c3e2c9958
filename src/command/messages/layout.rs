//! Messages for a layout process that failed.

use crate::diag::Bilingual;
use crate::diag::advice::megabytes;

/// The process ended before it answered; `how` is what the system says.
pub fn ended(edition: &str, how: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "ấn bản `{edition}`: việc dàn trang PDF bị ngắt giữa chừng ({how}), thường là do hết bộ nhớ; \
             trang web không bị ảnh hưởng. Bớt hình hoặc nội dung vừa thêm, hay chia thành nhiều ấn bản; chỉ dựng trang web: --only html"
        ),
        format!(
            "the edition `{edition}`: the layout of the PDF was interrupted ({how}), mostly for want of memory; \
             the web edition is not affected. Take out images or text that were just added, or divide it into several editions; \
             for the web edition alone: --only html"
        ),
    )
}

/// It took too long.
pub fn too_slow(edition: &str, minutes: u64) -> Bilingual {
    Bilingual::new(
        format!(
            "ấn bản `{edition}`: dàn trang PDF quá {minutes} phút chưa xong nên đã dừng; trang web không bị ảnh hưởng"
        ),
        format!(
            "the edition `{edition}`: the layout of the PDF took more than {minutes} minutes and was stopped; the web edition is not affected"
        ),
    )
}

/// There is less memory than it takes, both in bytes.
pub fn too_large(edition: &str, excerpts: u32, wanted: u64, free: u64) -> Bilingual {
    let (wanted, free) = (megabytes(wanted), megabytes(free));
    Bilingual::new(
        format!(
            "ấn bản `{edition}` có {excerpts} trích dẫn, dàn trang PDF cần ít nhất {} bộ nhớ mà máy chỉ còn {}. \
             Chia thành nhiều ấn bản, dùng máy nhiều bộ nhớ hơn, hoặc chỉ dựng trang web: --only html",
            wanted.vi, free.vi
        ),
        format!(
            "the edition `{edition}` has {excerpts} excerpts; the layout of its PDF takes at least {} of memory, and {} are free. \
             Divide it into several editions, use a machine with more memory, or build the web edition alone: --only html",
            wanted.en, free.en
        ),
    )
}

/// It could not be started.
pub fn not_started(why: &str) -> Bilingual {
    Bilingual::new(
        format!("không chạy được tiến trình dàn trang PDF: {why}"),
        format!("the process that lays out the PDF could not be started: {why}"),
    )
}
