//! Codes and sentences about received files that are read once more (`camnang check --originals`).

use crate::diag::codes;

codes! {
    DIFFERS = "CN912" Error {
        vi: "đọc lại `{file}` thì từ dòng này khác tệp chữ đã lưu: đã lưu «{stored}», nay đọc «{now}» (bộ đọc trước {former}, nay {reader})" => "xoá tệp chữ này, nhập lại bản gốc bằng `camnang import … --instrument {instrument}`, rồi soát các trích dẫn của nó",
            "Trích dẫn được đối chiếu với tệp chữ; tệp chữ không còn là thứ bộ đọc rút ra từ bản gốc thì không ai biết trích dẫn có đúng bản gốc không.";
        en: "read again, `{file}` differs from the stored text from this line on: stored «{stored}», read now «{now}» (reader {former} then, {reader} now)" => "delete this text, import the original again with `camnang import … --instrument {instrument}`, and look at its excerpts",
            "Quotations are compared with the text; where it is no longer that which the reader takes from the original, it is not known whether they are true.";
        example: "camnang import nghi-dinh.docx --instrument nd-1-2030"
    }
    UNREAD = "CN913" Error {
        vi: "không đọc lại được `{file}`: {why}" => "lấy lại tệp đã nhận và nhập lại bằng `camnang import … --instrument {instrument}`; không còn thì bỏ bản gốc này khỏi kho",
            "Bản gốc không đọc lại được thì không kiểm tra được tệp chữ có đúng là lời của nó không.";
        en: "`{file}` cannot be read again: {why}" => "get the received file once more and import it with `camnang import … --instrument {instrument}`; if it is lost, take this original out of the corpus",
            "Where an original cannot be read again, nobody can check that the stored text has its words.";
        example: "camnang import nghi-dinh.docx --instrument nd-1-2030"
    }
    NO_PROGRAM = "CN914" Note {
        vi: "chưa đọc lại `{file}`, vì máy này không có chương trình `{program}`" => "cài `{program}`, hoặc chạy lại lệnh này trên máy có chương trình ấy",
            "Tệp loại này được đọc bằng một chương trình khác; không có nó thì lần kiểm tra này không nói gì về bản gốc ấy.";
        en: "`{file}` was not read again, since the program `{program}` is not on this computer" => "install `{program}`, or run this where it is",
            "Files of this kind are read by another program; without it this run says nothing about the original.";
        example: "apt-get install libreoffice-writer-nogui poppler-utils"
    }
}
