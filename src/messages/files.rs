//! What can be wrong with a file before it is read.

use super::codes;

codes! {
    NOT_UTF8 = "CN001" Error {
        vi: "tệp không phải văn bản UTF-8 (chỗ lạ đầu tiên ở dòng {line})" => "mở tệp bằng trình soạn thảo, chọn đúng bảng mã cũ, rồi lưu lại với bảng mã UTF-8",
            "Kho ngữ liệu chỉ dùng UTF-8. Tệp lưu theo bảng mã cũ (TCVN3, VNI, Windows-1258) sẽ mất dấu nếu đọc bừa.";
        en: "the file is not UTF-8 text (first foreign character on line {line})" => "open the file in an editor with its old encoding and save it as UTF-8",
            "The corpus is UTF-8 only. A file in an old encoding (TCVN3, VNI, Windows-1258) would lose its marks if it were guessed at.";
        example: "vi-du.md                    (Windows-1258)  →  vi-du.md  (UTF-8)"
    }
    DECOMPOSED = "CN002" Note {
        vi: "chữ có dấu viết dạng tách rời (NFD); đã đọc thành dạng dựng sẵn (NFC)" => "không bắt buộc sửa; nên lưu tệp ở dạng NFC để tìm kiếm trong trình soạn thảo được đúng",
            "Cùng một chữ «ệ» có thể lưu thành một hay ba ký tự. Công cụ luôn đưa về dạng dựng sẵn trước khi so sánh, đánh số cột và in.";
        en: "letters with marks are written decomposed (NFD); they were read as composed (NFC)" => "nothing must be done; saving the file as NFC makes searching in an editor reliable",
            "The same letter «ệ» can be stored as one character or as three. The tool always composes before it compares, counts columns and prints.";
        example: "e + ◌̣ + ◌̂  →  ệ"
    }
    TOO_LARGE = "CN003" Error {
        vi: "tệp lớn {size}, quá giới hạn {limit}" => "{advice}",
            "Mỗi tệp chỉ chứa một trích dẫn, một bản gốc hay một hình; tệp quá lớn thường là tệp đặt nhầm chỗ.";
        en: "the file has {size}, more than the limit of {limit}" => "{advice}",
            "A file holds one excerpt, one original or one image; a very large file is usually in the wrong place.";
        example: "toan-van.md (12 MB)  →  dieu-1.md, dieu-2.md, …"
    }
    NOT_READ = "CN004" Warning {
        vi: "tệp này không thuộc loại nào của kho ngữ liệu nên không được đọc" => "{where}",
            "Một tệp đặt sai chỗ hay sai đuôi sẽ lặng lẽ vắng mặt trong ấn phẩm; vì vậy công cụ nói ra.";
        en: "this file is of no kind that the corpus has, so it was not read" => "{where}",
            "A file in the wrong place or with the wrong ending would silently be missing from the booklet; so the tool says so.";
        example: "instruments/nd-1-2020.yml  →  instruments/nd-1-2020.yaml"
    }
    NOT_A_FILE = "CN005" Error {
        vi: "đây là lối tắt (liên kết tượng trưng), không phải tệp thật" => "chép chính tệp ấy vào đây thay cho lối tắt",
            "Kho ngữ liệu phải tự đủ: sao chép thư mục sang máy khác phải cho ra đúng ấn phẩm đó.";
        en: "this is a symbolic link and no file of its own" => "copy the file itself here in place of the link",
            "The corpus must be complete in itself: copied to another machine it must give the same booklet.";
        example: "dieu-1.md -> ../kho-cu/dieu-1.md"
    }
    MISSING_FILE = "CN006" Error {
        vi: "thiếu tệp bắt buộc `{path}`" => "tạo `{path}`; xem corpus/README.md",
            "Mọi kho ngữ liệu có một bảng từ vựng (chủ đề, đối tượng, mức) và ít nhất một ấn bản.";
        en: "the required file `{path}` is missing" => "create `{path}`; see corpus/README.md",
            "Every corpus has one vocabulary (topics, audiences, levels) and at least one edition.";
        example: "corpus/vocabulary.yaml"
    }
    CONTROL_CHARACTER = "CN007" Error {
        vi: "có ký tự ẩn, không in được ({name})" => "xoá ký tự ấy: đặt con trỏ ngay sau nó rồi nhấn phím xoá lùi; nó thường lọt vào khi dán từ Word hoặc PDF",
            "Ký tự điều khiển không hiện trên màn hình nhưng làm hỏng PDF, HTML và kết quả tìm kiếm.";
        en: "there is a hidden character that cannot be printed ({name})" => "delete it: put the cursor right after it and press backspace; it usually slips in when pasting from Word or PDF",
            "Control characters do not show on the screen but spoil the PDF, the HTML and search.";
        example: "địa chỉ<U+0007> IPv6  →  địa chỉ IPv6"
    }
}
