//! What is wrong with an image: the hole `{reason}` of [`super::markdown::BAD_IMAGE`].

use crate::diag::Both;

pub fn empty() -> Both {
    Both::new("tệp trống", "the file is empty")
}

pub fn name() -> Both {
    Both::new("tên tệp có chữ có dấu, dấu cách hoặc ký tự lạ", "its name has accents, spaces or unusual characters")
}

/// What to do about such a name.
pub fn rename(path: &str) -> Both {
    Both::new(
        format!("đổi tên tệp thành `{path}` và sửa đường dẫn ở đây"),
        format!("rename the file to `{path}` and mend the path here"),
    )
}

pub fn cut() -> Both {
    Both::new("tệp bị đứt giữa chừng", "the file breaks off")
}

/// `found` and `named` are names of kinds: PNG, JPEG.
pub fn other_kind(found: &str, named: &str) -> Both {
    Both::new(
        format!("nội dung là {found}, đuôi tệp lại là của {named}"),
        format!("it is {found}, but its ending is that of {named}"),
    )
}

pub fn no_kind(named: &str) -> Both {
    Both::new(format!("nội dung không phải {named}"), format!("it is no {named}"))
}

pub fn svg_encoding() -> Both {
    Both::new("SVG không phải văn bản UTF-8", "the SVG is not UTF-8 text")
}

pub fn svg_broken() -> Both {
    Both::new("SVG viết sai: thẻ không khớp nhau", "the SVG is malformed: its tags do not fit together")
}

pub fn svg_entity() -> Both {
    Both::new("SVG tự định nghĩa ký hiệu (DOCTYPE, ENTITY)", "the SVG defines or uses entities (DOCTYPE, ENTITY)")
}

pub fn svg_script(what: &str) -> Both {
    Both::new(format!("SVG chứa mã lệnh (`{what}`)"), format!("the SVG holds a script (`{what}`)"))
}

pub fn svg_event(attribute: &str) -> Both {
    Both::new(
        format!("SVG chứa mã lệnh chạy khi có sự kiện (`{attribute}`)"),
        format!("the SVG holds an event handler (`{attribute}`)"),
    )
}

pub fn svg_foreign(element: &str) -> Both {
    Both::new(
        format!("SVG chứa nội dung không phải hình (`{element}`)"),
        format!("the SVG holds what is no picture (`{element}`)"),
    )
}

pub fn svg_outside(address: &str) -> Both {
    Both::new(
        format!("SVG lấy dữ liệu từ nơi khác (`{address}`)"),
        format!("the SVG takes something from elsewhere (`{address}`)"),
    )
}
