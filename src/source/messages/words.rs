//! Phrases for the holes of the sentences about files.

use crate::diag::Bilingual;

/// What to do about a file that is too large.
pub fn make_smaller(path: &str) -> Bilingual {
    match path.split('/').next() {
        Some("images") => {
            Bilingual::new("lưu lại hình với độ phân giải thấp hơn", "save the image again with a lower resolution")
        }
        Some("originals") => {
            Bilingual::new("chia bản gốc thành nhiều tệp .txt", "split the original into several .txt files")
        }
        _ => Bilingual::new("chia nội dung thành nhiều trích dẫn nhỏ hơn", "split it into smaller excerpts"),
    }
}

/// Where a file that is of no kind may belong.
pub fn where_it_belongs(parts: &[&str]) -> Bilingual {
    match parts {
        ["instruments" | "editions" | "releases", ..] => Bilingual::new(
            "thư mục này chỉ chứa tệp .yaml, không có thư mục con",
            "this folder holds .yaml files only, and no folders",
        ),
        ["excerpts", _] => Bilingual::new(
            "đặt trích dẫn vào thư mục con mang id văn bản: excerpts/<văn bản>/<tên>.md",
            "put the excerpt into a folder named by its instrument: excerpts/<instrument>/<name>.md",
        ),
        ["excerpts", ..] => Bilingual::new(
            "trích dẫn là tệp .md trong excerpts/<văn bản>/",
            "an excerpt is a .md file in excerpts/<instrument>/",
        ),
        ["guidance", ..] => Bilingual::new(
            "bài hướng dẫn là tệp .md ngay trong guidance/",
            "guidance is a .md file directly in guidance/",
        ),
        ["images", ..] => Bilingual::new("hình là tệp .png, .jpg hoặc .svg", "an image is a .png, .jpg or .svg file"),
        ["reviews", ..] => Bilingual::new(
            "thư mục này chỉ chứa tệp .yaml, đặt như hồ sơ mà nó nói tới: reviews/excerpts/<văn bản>/<tên>.yaml",
            "this folder holds .yaml files only, placed as the record that each is about: reviews/excerpts/<instrument>/<name>.yaml",
        ),
        ["originals", ..] => Bilingual::new(
            "nhập bản gốc bằng lệnh: camnang import TỆP --instrument ID",
            "import an original: camnang import FILE --instrument ID",
        ),
        _ => Bilingual::new(
            "chuyển nó ra ngoài, hoặc vào instruments/, excerpts/, guidance/, editions/, images/ hay originals/",
            "move it out, or into instruments/, excerpts/, guidance/, editions/, images/ or originals/",
        ),
    }
}
