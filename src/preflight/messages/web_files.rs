//! Codes and sentences about the files that a publisher adds to every site.

use crate::diag::codes;

codes! {
    TAKES_PLACE = "CN840" Error {
        vi: "`{path}` trùng tên một tệp mà công cụ tự làm ra cho trang web của ấn bản `{edition}`" => "đặt tên khác, hoặc bỏ tệp này khỏi thư mục web/",
            "Thư mục web/ chỉ để thêm tệp (CNAME, tệp xác minh tên miền…). Nếu nó thay được trang của ấn bản thì người đọc không còn đọc thứ đã được kiểm tra.";
        en: "`{path}` has the name of a file that the tool makes for the site of the edition `{edition}`" => "give it another name, or take it out of web/",
            "The folder web/ only adds files (CNAME, the proof that a domain is yours …). If it could replace pages, readers would no longer read what was checked.";
        example: "web/index.html  →  web/gioi-thieu-co-quan.txt"
    }
    ACTIVE = "CN841" Error {
        vi: "`{path}` là trang, mã lệnh hoặc cấu hình máy chủ, nên không tự động được đưa lên trang web" => "nếu đúng là cần, thêm `{path}` vào danh sách active-files của web trong settings.yaml; nếu không, bỏ tệp này",
            "Một tệp như vậy chạy được trong trình duyệt của người đọc hoặc đổi cách máy chủ trả lời. Ai dựng một kho nhận từ người khác phải thấy và chọn nó, không được vô tình công bố.";
        en: "`{path}` is a page, a script or a server's configuration, so it is not published by itself" => "if it is really needed, add `{path}` to the list active-files of web in settings.yaml; if not, take it away",
            "Such a file runs in a reader's browser or changes how a server answers. Who builds a corpus of others must see it and choose it.";
        example: "web:\n  active-files: [google0123456789abcdef.html]"
    }
}
