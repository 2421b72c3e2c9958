//! Codes and sentences about addresses that were published.

use crate::diag::codes;

codes! {
    VANISHED = "CN312" Error {
        vi: "{what} `{id}` đã công bố mà {edition} không còn" => "{advice}",
            "Người đọc đã lưu, in, gửi nhau địa chỉ; địa chỉ đã công bố phải dẫn tới nơi có nội dung ấy mãi về sau. Thư mục releases/ ghi những id đã công bố; tệp trong đó không sửa.";
        en: "{what} `{id}` was published, and {edition} no longer has it" => "{advice}",
            "Readers have kept, printed and passed on the address; what was published must lead to that content ever after. The folder releases/ has the ids that were published; its files are not edited.";
        example: "aliases: [nd-1-2020.dieu-1]   # ở trích dẫn nay giữ nội dung ấy"
    }
}
