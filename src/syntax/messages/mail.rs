//! Codes and sentences about the settings of mail.

use crate::diag::codes;

codes! {
    SECRET = "CN811" Error {
        vi: "`{key}` không được ghi trong thiết lập" => "xoá dòng này và đặt biến môi trường {variable} khi gửi; nếu tệp đã lưu vào git hay gửi cho ai thì đổi mật khẩu",
            "Tệp thiết lập được chép, gửi và lưu nhiều bản. Tên và mật khẩu của máy chủ thư chỉ lấy từ môi trường của lần gửi.";
        en: "`{key}` must not be written in the settings" => "delete the line and set the environment variable {variable} when sending; if the file was committed to git or given to anyone, change the password",
            "Settings are copied, sent around and kept in versions. The name and password of the mail server come from the environment of the run only.";
        example: "mail:\n  host: mail.so.example\n  password: …  →  xoá; export CAMNANG_SMTP_PASSWORD=…"
    }
    BAD_MAILBOX = "CN812" Error {
        vi: "`{text}` không phải địa chỉ thư điện tử" => "viết `van-thu@so.example`, hoặc kèm tên: `Văn phòng Sở <van-thu@so.example>`",
            "Máy chủ thư chỉ nhận địa chỉ không dấu, có @ và tên miền; một dòng một địa chỉ.";
        en: "`{text}` is no mail address" => "write `van-thu@so.example`, or with a name: `Văn phòng Sở <van-thu@so.example>`",
            "Mail servers take addresses of plain letters, with an @ and a domain; one address a line.";
        example: "from: van-thu so.example  →  from: van-thu@so.example"
    }
    BAD_HOST = "CN813" Error {
        vi: "`{text}` không phải tên của một máy chủ" => "viết tên trần, như mail.so.example; cổng ghi ở port",
            "Tên máy chủ đứng một mình, không có smtp:// phía trước, không có cổng phía sau: chứng thư của máy chủ được so với tên này.";
        en: "`{text}` is no name of a server" => "write the bare name, such as mail.so.example; the port goes to port",
            "The server's name stands alone, without smtp:// before it or a port behind it: the server's certificate is compared with it.";
        example: "host: smtp://mail.so.example:587  →  host: mail.so.example"
    }
    IN_CLEAR = "CN814" Error {
        vi: "không thể gửi tới `{host}` mà không mã hoá" => "viết tls: starttls (cổng 587) hoặc tls: implicit (cổng 465)",
            "Thư và mật khẩu không mã hoá thì ai trên đường truyền cũng đọc được. `tls: none` chỉ dùng cho máy chủ trên chính máy này (localhost, 127.0.0.1, ::1).";
        en: "nothing can be sent to `{host}` in the clear" => "write tls: starttls (port 587) or tls: implicit (port 465)",
            "Letters and passwords that are not encrypted can be read by anyone on the way. `tls: none` is for a server on this very machine (localhost, 127.0.0.1, ::1).";
        example: "host: mail.so.example\ntls: none  →  tls: starttls"
    }
    OUT_OF_RANGE = "CN815" Error {
        vi: "`{text}` không phải số nguyên từ {least} đến {most}" => "viết một số từ {least} đến {most}",
            "Đơn vị của từng khoá có trong corpus/README.md: per-minute là số thư mỗi phút, timeout và retry-after là giây, max-size là triệu byte.";
        en: "`{text}` is no whole number from {least} to {most}" => "write a number from {least} to {most}",
            "The unit of each key is in corpus/README.md: per-minute counts messages, timeout and retry-after seconds, max-size millions of bytes.";
        example: "per-minute: nhanh  →  per-minute: 20"
    }
    UNKNOWN_HOLE = "CN816" Error {
        vi: "không có chỗ điền tên là `{hole}`" => "các chỗ điền, mỗi tên trong một cặp ngoặc nhọn, là: {holes}",
            "Chữ trong ngoặc nhọn được thay bằng dữ liệu của từng đơn vị khi gửi. Không viết ngoặc nhọn vào việc khác.";
        en: "there is no hole called `{hole}`" => "the holes, each name within a pair of braces, are: {holes}",
            "What is in braces is filled with each department's data as it is sent. Braces have no other use here.";
        example: "subject: \"Cẩm nang gửi {tên}\"  →  subject: \"Cẩm nang gửi {đơn vị}\""
    }
}
