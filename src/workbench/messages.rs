//! What `camnang edit` says in its terminal.

use crate::diag::Bilingual;

/// The workbench can be opened at an address.
pub fn ready(address: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "Bàn biên tập: {address}\nĐịa chỉ này mở được một lần, trên máy này. Đóng trang thì chương trình vẫn chạy; mở lại bằng: camnang edit\nDừng: Ctrl-C\n"
        ),
        format!(
            "The workbench: {address}\nThe address serves once, on this machine. The program goes on when the page is closed; to open it again: camnang edit\nTo end: Ctrl-C\n"
        ),
    )
}

/// Another start has the folder: its address.
pub fn runs_already(address: &str) -> Bilingual {
    Bilingual::new(
        format!("Bàn biên tập của kho này đang chạy: {address}\n"),
        format!("The workbench of this corpus is running: {address}\n"),
    )
}

/// Another start has the folder, and has not said where it is.
pub fn runs_elsewhere() -> Bilingual {
    Bilingual::new(
        "bàn biên tập của kho này đang chạy ở một cửa sổ khác, có thể trên máy khác; dừng nó ở đó rồi chạy lại",
        "the workbench of this corpus is running in another window, perhaps of another machine; end it there and run this again",
    )
}

/// The browser could not be opened.
pub fn not_opened() -> Bilingual {
    Bilingual::new(
        "không mở được trình duyệt; chép địa chỉ ở trên vào trình duyệt",
        "the browser could not be opened; copy the address above into it",
    )
}
