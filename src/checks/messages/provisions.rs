//! Codes and sentences about several records of the same thing.

use crate::diag::codes;

codes! {
    SAME_PROVISION = "CN306" Warning {
        vi: "{citation} đã được trích ở `{other}`, hiệu lực trùng nhau" => "gộp hai tệp, hoặc ghi in-force-from / in-force-until khác nhau nếu là hai phiên bản",
            "Tại một ngày, một đơn vị của văn bản chỉ có một nội dung hiện hành.";
        en: "{citation} is already excerpted in `{other}` for the same time" => "merge the two files, or give them different in-force-from / in-force-until if they are two versions",
            "On any one day a unit of an instrument has one current text.";
        example: "dieu-18.khoan-3.md và dieu-18.md cùng ghi at: khoản 3 Điều 18"
    }
    ALIAS_TAKEN = "CN311" Error {
        vi: "id cũ `{id}` đang thuộc `{other}`" => "bỏ `{id}` khỏi aliases, hoặc sửa cho đúng id mà bản ghi này từng mang",
            "Địa chỉ của id cũ dẫn người đọc tới đúng một nơi; một id còn dùng, hay hai bản ghi cùng nhận, thì không biết dẫn đi đâu.";
        en: "the former id `{id}` belongs to `{other}`" => "take `{id}` out of aliases, or write the id that this record once had",
            "The address of a former id leads to one place; an id that is in use, or that two records claim, leads nowhere certain.";
        example: "aliases: [nd-1-2020.dieu-1] (nd-1-2020.dieu-1 đang có tệp)"
    }
    DUPLICATE_NUMBER = "CN309" Error {
        vi: "số `{number}` đã thuộc văn bản `{other}`" => "kiểm tra lại số, ký hiệu và ngày ban hành; nếu hai hồ sơ là một văn bản thì xoá một",
            "Viện dẫn nhận ra văn bản theo số và ngày; hai văn bản cùng số cùng ngày thì không phân biệt được.";
        en: "the number `{number}` belongs to `{other}`" => "check the number and the date of issue; if the two records are one instrument, delete one",
            "Citations know an instrument by number and date; two of the same cannot be distinguished.";
        example: "number: 72/2013/NĐ-CP (hai hồ sơ)"
    }
}
