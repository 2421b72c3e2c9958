//! Why nothing is written to a place: something there is not ours to replace.

use crate::diag::Bilingual;

/// How many files are named before the rest is only counted.
const NAMED: usize = 10;

/// The output would be inside a folder that the program reads, and so a part of its own input.
pub fn within(place: &str, folder: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "nơi ghi kết quả `{place}` nằm trong `{folder}`, là thư mục của người biên tập; chọn chỗ khác bằng --output DIR"
        ),
        format!(
            "the output `{place}` lies within `{folder}`, which is the editor's; choose another place with --output DIR"
        ),
    )
}

/// The output would contain a folder that the program reads, and replacing it would delete that.
pub fn holds(place: &str, folder: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "nơi ghi kết quả `{place}` chứa `{folder}`, nên thay nó sẽ mất thư mục ấy; chọn chỗ khác bằng --output DIR, hoặc đổi \
             id ấn bản"
        ),
        format!(
            "the output `{place}` holds `{folder}`, which would be lost with it; choose another place with --output DIR, or \
             give the edition another id"
        ),
    )
}

/// A file has the name of the output folder.
pub fn not_a_folder(place: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "ở nơi ghi kết quả `{place}` đã có một tệp, không phải thư mục; chuyển tệp đó đi rồi chạy lại, hoặc chọn chỗ khác bằng \
             --output DIR"
        ),
        format!(
            "there is a file at the place of the output `{place}` and no folder; move it and run this again, or choose another \
             place with --output DIR"
        ),
    )
}

/// The output folder is a link to a place that does not exist; following it would create files somewhere unexpected.
pub fn dangling_link(place: &str) -> Bilingual {
    Bilingual::new(
        format!("`{place}` là lối tắt dẫn tới một chỗ không có; tạo chỗ ấy hoặc xoá lối tắt, rồi chạy lại"),
        format!(
            "`{place}` is a link to a place that is not there; make that place or delete the link, then run this again"
        ),
    )
}

/// `strangers`, `altered`: paths within the place.
pub fn foreign(place: &str, strangers: &[String], altered: &[String]) -> Bilingual {
    let mut said = Bilingual::new(
        format!("không thay `{place}`, vì trong đó có thứ không do camnang làm ra hoặc đã bị sửa, thay là mất:"),
        format!(
            "`{place}` is not replaced: there is something in it that camnang did not make or that was changed since, and it would be lost:"
        ),
    );
    list(&mut said, strangers, "không có trong manifest.json", "not in manifest.json");
    list(&mut said, altered, "đã sửa sau khi dựng", "changed since it was built");
    said.vi.push_str(
        "\n  → chép những tệp này ra chỗ khác rồi xoá thư mục ấy, hoặc ghi kết quả ra chỗ khác bằng --output DIR. Tệp phải có ở mọi lần công bố \
         (như CNAME) thì đặt vào corpus/web/",
    );
    said.en.push_str(
        "\n  → move these files elsewhere and delete the folder, or write to another place with --output DIR. What is to be in every publication \
         (such as CNAME) belongs into corpus/web/",
    );
    said
}

fn list(said: &mut Bilingual, paths: &[String], vi: &str, en: &str) {
    for path in paths.iter().take(NAMED) {
        said.vi.push_str(&format!("\n  {path} ({vi})"));
        said.en.push_str(&format!("\n  {path} ({en})"));
    }
    if let Some(more) = paths.len().checked_sub(NAMED).filter(|more| *more > 0) {
        said.vi.push_str(&format!("\n  … và {more} tệp nữa ({vi})"));
        said.en.push_str(&format!("\n  … and {more} more ({en})"));
    }
}
