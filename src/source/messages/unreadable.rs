//! Codes and sentences about files that exist and cannot be read.

use std::io;

use crate::diag::{Bilingual, codes};

codes! {
    UNREADABLE = "CN830" Error {
        vi: "không đọc được: {why}" => "mở quyền đọc, chép lại từ bản sao, hoặc đổi tên tệp; nếu vừa có người xoá hay đổi tên thì chạy lại",
            "Một tệp hay thư mục không đọc được sẽ lặng lẽ vắng mặt trong ấn phẩm; vì vậy công cụ nêu tên và dừng.";
        en: "it cannot be read: {why}" => "give the right to read it, copy it again, or rename it; if somebody has just removed or renamed it, run this again",
            "A file or folder that cannot be read would silently be missing from the booklet; so the tool names it and stops.";
        example: "excerpts/nd-1-2020/dieu-1.md (không có quyền)  →  chmod +r excerpts/nd-1-2020/dieu-1.md"
    }
    NOT_PLAIN = "CN831" Error {
        vi: "đây không phải tệp thường (là ống dẫn, ổ cắm, thiết bị hay một kho git khác)" => "xoá đi, hoặc thay bằng một tệp thật",
            "Đọc một ống dẫn hay thiết bị có thể phải chờ mãi; kho ngữ liệu chỉ gồm tệp thường.";
        en: "this is no plain file (it is a pipe, a socket, a device or another git repository)" => "remove it, or put a file in its place",
            "To read a pipe or a device may wait for ever; a corpus has plain files only.";
        example: "mkfifo excerpts/nd-1-2020/dieu-1.md  →  rm excerpts/nd-1-2020/dieu-1.md"
    }
}

/// What the system says about a file, in words where they are plain ones.
pub fn why(error: &io::Error) -> Bilingual {
    let (vi, en) = match error.kind() {
        _ if is_held(error, cfg!(windows)) => (
            "một chương trình khác đang mở tệp này; đóng tệp ở đó rồi làm lại",
            "another program has the file open; close it there and do this again",
        ),
        io::ErrorKind::NotFound => ("không có thư mục hay tệp này", "there is no such folder or file"),
        io::ErrorKind::NotADirectory => ("đây không phải thư mục", "it is no folder"),
        io::ErrorKind::IsADirectory => ("đây là thư mục, không phải tệp", "it is a folder, not a file"),
        io::ErrorKind::PermissionDenied => ("không có quyền", "it is not permitted"),
        io::ErrorKind::StorageFull => ("ổ đĩa đã đầy", "the disk is full"),
        io::ErrorKind::ReadOnlyFilesystem => ("ổ đĩa chỉ cho đọc", "the disk is read-only"),
        // Of our own readers: see [`crate::source::plain`].
        io::ErrorKind::Unsupported => (
            "đây không phải tệp thường (là ống dẫn, ổ cắm hay thiết bị)",
            "it is no plain file (but a pipe, a socket or a device)",
        ),
        _ => return Bilingual::same(error.to_string()),
    };
    Bilingual::new(vi, en)
}

/// Whether another program holds a file. Of Windows the numbers are known: a sharing violation, and a lock.
fn is_held(error: &io::Error, is_windows: bool) -> bool {
    let is_said = matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy);
    is_said || is_windows && matches!(error.raw_os_error(), Some(32 | 33))
}

/// The name of a file that is not written in UTF-8.
pub fn foreign_name() -> Bilingual {
    Bilingual::new("tên tệp không phải UTF-8", "its name is not UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_held_open_is_said_to_be() {
        for number in [32, 33] {
            assert!(is_held(&io::Error::from_raw_os_error(number), true));
            assert!(
                !is_held(&io::Error::from_raw_os_error(number), false),
                "elsewhere the number means something else"
            );
        }
        assert!(!is_held(&io::ErrorKind::PermissionDenied.into(), true));
        assert!(why(&io::ErrorKind::ResourceBusy.into()).vi.contains("đóng tệp"));
    }
}
