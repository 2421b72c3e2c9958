//! Messages where a file is not changed.

use super::{EditRefusal, Unsaved};
use crate::diag::Bilingual;
use crate::source::messages::unreadable;

/// Why a change cannot be made.
pub fn refused(refusal: &EditRefusal) -> Bilingual {
    match refusal {
        EditRefusal::NoText(path) => Bilingual::new(
            format!("`{path}` không phải tệp văn bản mà công cụ sửa được"),
            format!("`{path}` is no text file that the tool can change"),
        ),
        EditRefusal::Unsound(path) => Bilingual::new(
            format!("`{path}` chưa đọc được đúng (sai bảng mã, hoặc còn dấu xung đột của git)"),
            format!("`{path}` cannot be read rightly yet (its encoding, or conflict markers of git)"),
        ),
        EditRefusal::Unreadable(path) => Bilingual::new(
            format!("YAML của `{path}` còn lỗi; sửa lỗi trước, xem bằng: camnang check"),
            format!("the YAML of `{path}` has faults; repair them first, see: camnang check"),
        ),
        EditRefusal::NoSuchKey(key) => {
            Bilingual::new(format!("không có khoá hay mục `{key}`"), format!("there is no key or item `{key}`"))
        }
        EditRefusal::NoBody(path) => Bilingual::new(
            format!("`{path}` không có thân bài ở chỗ đó"),
            format!("`{path}` has no text below its header there"),
        ),
        EditRefusal::Characters(words) => Bilingual::new(
            format!("«{words}» có ký tự ẩn hoặc ký tự sẽ được đọc thành ký tự khác"),
            format!("«{words}» has characters that do not show or would be read as others"),
        ),
        EditRefusal::NotByItself(what) => Bilingual::new(
            format!("không sửa riêng được `{what}` mà không đụng tới chỗ khác; sửa bằng tay"),
            format!("`{what}` cannot be changed without touching something else; edit it by hand"),
        ),
    }
}

/// Why nothing was written.
pub fn unsaved(unsaved: &Unsaved) -> Bilingual {
    match unsaved {
        Unsaved::Conflict { path, theirs: None, .. } => Bilingual::new(
            format!("`{path}` vừa bị xoá hoặc đổi tên; chưa ghi gì. Chạy lại"),
            format!("`{path}` has just been removed or renamed; nothing was written. Run this again"),
        ),
        Unsaved::Conflict { path, theirs: Some(_), .. } => changed_meanwhile(path),
        Unsaved::Link(path) => Bilingual::new(
            format!("`{path}` là lối tắt (liên kết tượng trưng), không phải tệp thật; chưa ghi gì"),
            format!("`{path}` is a symbolic link and no file of its own; nothing was written"),
        ),
        Unsaved::ReadOnly(path) => Bilingual::new(
            format!("`{path}` chỉ cho đọc; chưa ghi gì. Bỏ thuộc tính chỉ đọc (Read-only) rồi chạy lại"),
            format!("`{path}` is read-only; nothing was written. Make it writable and run this again"),
        ),
        Unsaved::Disk { path, error } => {
            let why = unreadable::why(error);
            Bilingual::new(
                format!("không ghi được `{path}`: {}; các tệp vẫn như cũ", why.vi),
                format!("cannot write `{path}`: {}; the files are as they were", why.en),
            )
        }
    }
}

/// A file that was changed after it was read.
pub fn changed_meanwhile(path: &str) -> Bilingual {
    Bilingual::new(
        format!("`{path}` vừa có người sửa (hoặc tạo); chưa ghi gì. Chạy lại trên bản mới"),
        format!("`{path}` has just been changed (or made) by somebody; nothing was written. Run this again"),
    )
}
