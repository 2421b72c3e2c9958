//! Reasons why an image cannot be shown: the hole `{reason}` of [`BAD_IMAGE`].

use crate::diag::{Bilingual, codes};

codes! {
    BAD_IMAGE = "CN206" Error {
        vi: "không dùng được hình `{path}`: {reason}" => "xuất lại hình thành PNG, JPEG hoặc SVG với đúng đuôi tệp; SVG chỉ được chứa hình, không mã lệnh, không liên kết ngoài",
            "Hình hỏng làm hỏng cả PDF; SVG có thể chứa mã lệnh.";
        en: "the image `{path}` cannot be used: {reason}" => "export it again as PNG, JPEG or SVG with the right ending; an SVG may hold a picture only, no scripts and no outside links",
            "A broken image breaks the whole PDF; an SVG can carry scripts.";
        example: "so-do.png (thực ra là tệp Word)"
    }
}

/// The reason for a file of zero bytes.
pub fn empty() -> Bilingual {
    Bilingual::new("tệp trống", "the file is empty")
}

/// The reason for a path that not every web server and file system takes; [`rename`] is its advice.
pub fn name() -> Bilingual {
    Bilingual::new(
        "tên tệp có chữ có dấu, dấu cách hoặc ký tự lạ",
        "its name has accents, spaces or unusual characters",
    )
}

/// What to do about such a name.
pub fn rename(path: &str) -> Bilingual {
    Bilingual::new(
        format!("đổi tên tệp thành `{path}` và sửa đường dẫn ở đây"),
        format!("rename the file to `{path}` and fix the path here"),
    )
}

/// The reason for an image whose data ends before its format says so.
pub fn cut() -> Bilingual {
    Bilingual::new("tệp bị đứt giữa chừng", "the file breaks off")
}

/// `found` and `named` are names of kinds: PNG, JPEG.
pub fn other_kind(found: &str, named: &str) -> Bilingual {
    Bilingual::new(
        format!("nội dung là {found}, đuôi tệp lại là của {named}"),
        format!("it is {found}, but its ending is that of {named}"),
    )
}

/// The reason for bytes of no known format of images. `named`: the format that the ending stands for.
pub fn no_kind(named: &str) -> Bilingual {
    Bilingual::new(format!("nội dung không phải {named}"), format!("it is no {named}"))
}

/// The reason for an SVG in another encoding, such as UTF-16.
pub fn svg_encoding() -> Bilingual {
    Bilingual::new("SVG không phải văn bản UTF-8", "the SVG is not UTF-8 text")
}

/// The reason for an SVG that is not well-formed XML.
pub fn svg_broken() -> Bilingual {
    Bilingual::new("SVG viết sai: thẻ không khớp nhau", "the SVG is malformed: its tags do not fit together")
}

/// The reason for a DOCTYPE or entity: entities can hide what a picture loads, and can grow without bound.
pub fn svg_entity() -> Bilingual {
    Bilingual::new("SVG tự định nghĩa ký hiệu (DOCTYPE, ENTITY)", "the SVG defines or uses entities (DOCTYPE, ENTITY)")
}

/// The reason for an element or address that runs code in a browser; `what` is its name.
pub fn svg_script(what: &str) -> Bilingual {
    Bilingual::new(format!("SVG chứa mã lệnh (`{what}`)"), format!("the SVG holds a script (`{what}`)"))
}

/// The reason for an attribute such as `onload`, which runs code in a browser.
pub fn svg_event(attribute: &str) -> Bilingual {
    Bilingual::new(
        format!("SVG chứa mã lệnh chạy khi có sự kiện (`{attribute}`)"),
        format!("the SVG holds an event handler (`{attribute}`)"),
    )
}

/// The reason for an element that is not drawn but embedded, such as `foreignObject`.
pub fn svg_foreign(element: &str) -> Bilingual {
    Bilingual::new(
        format!("SVG chứa nội dung không phải hình (`{element}`)"),
        format!("the SVG holds what is no picture (`{element}`)"),
    )
}

/// The reason for a reference to another file or to the network: the PDF and a site on a disk would lack it.
pub fn svg_outside(address: &str) -> Bilingual {
    Bilingual::new(
        format!("SVG lấy dữ liệu từ nơi khác (`{address}`)"),
        format!("the SVG takes something from elsewhere (`{address}`)"),
    )
}

/// The reason for an image that its decoder refuses.
pub fn damaged() -> Bilingual {
    Bilingual::new("dữ liệu hình bị hỏng", "its data is damaged")
}

/// The reason for an image whose width or height is zero.
pub fn no_pixels() -> Bilingual {
    Bilingual::new("hình không có điểm ảnh nào", "it has no pixels")
}

/// The reason for an image that would take too much memory to decode. `most` is in pixels.
pub fn too_many_pixels(width: u32, height: u32, most: u64) -> Bilingual {
    let most = most / 1_000_000;
    Bilingual::new(
        format!("hình quá lớn ({width} × {height} điểm ảnh; tối đa {most} triệu điểm ảnh)"),
        format!("it is too large ({width} × {height} pixels; at most {most} million pixels)"),
    )
}

/// Data beside the pixels that is small on the disk and not in memory.
pub fn unfolds() -> Bilingual {
    Bilingual::new(
        "hồ sơ màu hoặc chữ thích kèm trong hình quá lớn",
        "the colour profile or the texts that come with it are too large",
    )
}

/// The reason for a JPEG of four components, which are the inks of a press; [`to_rgb`] is its advice.
pub fn cmyk() -> Bilingual {
    Bilingual::new("màu là CMYK (màu của máy in), không phải RGB", "its colours are CMYK (those of presses), not RGB")
}

/// The reason for a JPEG whose colours the writer of the PDF would take for CMYK.
pub fn jpeg_colours() -> Bilingual {
    Bilingual::new(
        "cách ghi màu của JPEG này PDF không nhận",
        "its colours are written in a way that PDF does not take",
    )
}

/// What to do about such colours.
pub fn to_rgb() -> Bilingual {
    Bilingual::new(
        "mở hình bằng phần mềm ảnh, đổi chế độ màu (Mode) sang RGB, rồi lưu lại thành JPEG hoặc PNG",
        "open it in an image program, set its colour mode to RGB, and save it again as JPEG or PNG",
    )
}

/// The reason for a lossless JPEG (marker SOF3), which neither browsers nor PDF show.
pub fn jpeg_lossless() -> Bilingual {
    Bilingual::new("JPEG kiểu không mất dữ liệu (lossless)", "it is a lossless JPEG")
}

/// The reason for a JPEG with arithmetic coding (markers SOF9 to SOF11), which neither browsers nor PDF show.
pub fn jpeg_arithmetic() -> Bilingual {
    Bilingual::new("JPEG mã hoá số học (arithmetic coding)", "it is a JPEG with arithmetic coding")
}

/// The reason for a hierarchical JPEG (the other SOF markers), which neither browsers nor PDF show.
pub fn jpeg_hierarchical() -> Bilingual {
    Bilingual::new("JPEG kiểu phân tầng (hierarchical)", "it is a hierarchical JPEG")
}

/// The reason for a JPEG with other than 8 bits a sample.
pub fn jpeg_precision(bits: u8) -> Bilingual {
    Bilingual::new(
        format!("JPEG {bits} bit một màu; cần 8 bit"),
        format!("it is a JPEG with {bits} bits a colour, not 8"),
    )
}

/// The reason for an SVG without the namespace by which engines know that it is one.
pub fn svg_namespace(namespace: &str) -> Bilingual {
    Bilingual::new(
        format!("thẻ svg thiếu xmlns=\"{namespace}\""),
        format!("its svg element lacks xmlns=\"{namespace}\""),
    )
}

/// The reason for a width, height or viewBox that is no size, or too large a one.
pub fn svg_size() -> Bilingual {
    Bilingual::new(
        "kích thước của SVG (width, height, viewBox) không dùng được",
        "the size of the SVG (width, height, viewBox) cannot be used",
    )
}

/// `name` is the id of an element, or the element.
pub fn svg_cycle(name: &str) -> Bilingual {
    Bilingual::new(
        format!("trong SVG, `{name}` dẫn vòng về chính nó (use, mask, pattern…)"),
        format!("in the SVG, `{name}` leads back to itself (use, mask, pattern…)"),
    )
}

/// The reason for elements nested too deep, with what they refer to.
pub fn svg_deep(most: u32) -> Bilingual {
    Bilingual::new(
        format!("SVG lồng nhau quá sâu (tối đa {most} tầng)"),
        format!("the SVG is nested too deep (at most {most} levels)"),
    )
}

/// The reason for too many elements, each counted as often as it is referred to.
pub fn svg_large(most: u64) -> Bilingual {
    Bilingual::new(
        format!("SVG có quá nhiều phần tử (tối đa {most}, tính cả phần lặp lại)"),
        format!("the SVG has too many elements (at most {most}, with what is repeated)"),
    )
}

/// The reason for more characters of text than can be laid out in time.
pub fn svg_words(most: usize) -> Bilingual {
    Bilingual::new(
        format!("SVG có quá nhiều chữ (tối đa {most} ký tự)"),
        format!("the SVG has too much text (at most {most} characters)"),
    )
}

/// The reason for clip paths within clip paths, more than `most` deep.
pub fn svg_clips(most: u32) -> Bilingual {
    Bilingual::new(
        format!("SVG cắt hình (clip-path) lồng nhau quá {most} tầng"),
        format!("the SVG has clip paths within one another, more than {most} deep"),
    )
}

/// The reason for a filter element that is not among those that both engines draw.
pub fn svg_filter(name: &str) -> Bilingual {
    Bilingual::new(
        format!("SVG dùng bộ lọc không in được (`{name}`)"),
        format!("the SVG uses a filter that cannot be printed (`{name}`)"),
    )
}

/// The reason for filters that together cover too many pixels, or take too long to compute.
pub fn svg_filters() -> Bilingual {
    Bilingual::new(
        "SVG có quá nhiều bộ lọc (bóng, nhoè) hoặc bộ lọc quá rộng",
        "the SVG has too many filters (shadows, blurs), or too large ones",
    )
}

/// The reason for a gradient that repeats, which archival PDF (PDF/A) does not allow.
pub fn svg_gradient() -> Bilingual {
    Bilingual::new(
        "SVG có màu chuyển lặp lại (spreadMethod); PDF lưu trữ lâu dài không cho phép",
        "the SVG has a gradient that repeats (spreadMethod), which archival PDF does not allow",
    )
}

/// The reason for a character of the SVG's text that the shipped fonts lack.
pub fn svg_letter(letter: &str) -> Bilingual {
    let code = letter.chars().map(|character| format!("U+{:04X}", u32::from(character)));
    let code = code.collect::<Vec<_>>().join(" ");
    let shown: String = letter.chars().filter(|it| !it.is_control() && !it.is_whitespace()).collect();
    Bilingual::new(
        format!("chữ trong SVG có ký tự «{shown}» ({code}) mà phông của sách không in được"),
        format!("its text has the character «{shown}» ({code}), which the fonts of the booklet cannot print"),
    )
}

/// The reason for text with marks that have glyphs of their own, as in Hebrew: the PDF could not keep it as text.
pub fn svg_script_of_marks() -> Bilingual {
    Bilingual::new(
        "chữ trong SVG có dấu rời mà PDF không giữ lại thành văn bản được; chuyển chữ đó thành nét vẽ",
        "its text has marks that a PDF cannot keep as text; turn that text into shapes",
    )
}

/// The reason for an image within an SVG that cannot be decoded.
pub fn svg_image() -> Bilingual {
    Bilingual::new(
        "hình nhúng trong SVG không phải PNG hay JPEG đọc được",
        "an image within the SVG is no PNG or JPEG that can be read",
    )
}

/// `reason`: what is wrong with the image itself.
pub fn within_svg(reason: &Bilingual) -> Bilingual {
    Bilingual::new(format!("hình nhúng trong SVG: {}", reason.vi), format!("an image within the SVG: {}", reason.en))
}
