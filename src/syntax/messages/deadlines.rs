//! Faults of deadlines.

use crate::diag::codes;

codes! {
    DEADLINE_IN_WORDS = "CN226" Warning {
        vi: "thời hạn `{text}` chỉ viết bằng lời" => "{advice}",
            "Từ lời thì không tính được ngày tới hạn, nên việc này thiếu trong lịch. Viết thành dữ liệu thì lịch, phiếu việc và tệp .ics cùng nói một ngày.";
        en: "the deadline `{text}` is in words only" => "{advice}",
            "No next day can be computed from words, so the calendar lacks this duty. As data, calendar, checklist and .ics file give one day.";
        example: "deadline: Trước ngày 31/01 hằng năm  →  deadline: {yearly: 31/01, words: Trước ngày 31/01 hằng năm}"
    }
    NOT_ONE_DEADLINE = "CN227" Error {
        vi: "thời hạn này ghi {keys}" => "ghi đúng một trong các khoá on, from, yearly, quarterly, every, within, before, when; `of` đi cùng `within`, `starting` đi cùng `every`",
            "Một thời hạn thuộc một loại; hai loại cùng lúc thì không biết ngày nào đúng, không loại nào thì không biết bao giờ.";
        en: "this deadline has {keys}" => "write exactly one of the keys on, from, yearly, quarterly, every, within, before, when; `of` goes with `within`, `starting` with `every`",
            "A deadline is of one kind; with two it is unknown which day counts, and without any it is unknown when.";
        example: "deadline: {on: 2030-12-31, yearly: 31/01}"
    }
    BAD_DUE = "CN232" Error {
        vi: "`{text}` không đọc được là {expected}" => "viết lại theo đúng dạng ấy",
            "Ngày tới hạn được tính từ giá trị này, nên nó chỉ được hiểu một cách.";
        en: "`{text}` cannot be read as {expected}" => "write it in that form",
            "The next day is computed from this value, so it must read one way only.";
        example: "within: một tuần  →  within: 7 days"
    }
}
