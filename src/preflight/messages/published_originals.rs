//! The code and sentences about originals that are published with a site.

use crate::diag::codes;

codes! {
    TOO_MUCH = "CN911" Warning {
        vi: "trang web của ấn bản `{edition}` đăng kèm {count} bản gốc, tổng cộng {size}; tối đa {limit}" => "ghi `originals: none` rồi dẫn địa chỉ của Công báo trong `sources`, hoặc nhập lại bản nhẹ hơn (bản .docx, .html thay cho PDF có ảnh); máy chủ nhận được cả thì ghi lý do vào waivers.yaml",
            "Bản gốc nằm cả trong trang web lẫn trong gói tải về; nơi đăng trang tĩnh thường không nhận tệp lớn (25–100 MB), và người đọc ở nơi mạng chậm không tải nổi.";
        en: "the site of the edition `{edition}` publishes originals of {size} together (files: {count}); at most {limit}" => "write `originals: none` and give the address of the gazette in `sources`, or import a smaller copy (.docx or .html instead of a PDF with pictures); if your server takes all of it, give the reason in waivers.yaml",
            "Originals are in the site and in the archive of it that readers take away; hosts of static sites often refuse large files (25 to 100 MB), and readers with a slow connection cannot load them.";
        example: "web: {originals: quoted}  →  web: {originals: none}"
    }
}
