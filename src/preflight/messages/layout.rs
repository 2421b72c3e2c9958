//! Codes and sentences about fonts, engines and the addresses of pages.

use crate::diag::codes;

codes! {
    RESERVED_CHAPTER = "CN506" Error {
        vi: "id chương `{id}` trùng tên một trang khác của trang web" => "đặt id khác, nói được nội dung của chương",
            "Trang của chương sẽ đè lên trang đó.";
        en: "the chapter id `{id}` is the name of another page of the site" => "choose another id, one that says what the chapter is about",
            "The chapter's page would overwrite that page.";
        example: "- id: index  →  - id: tong-quan"
    }
    MISSING_GLYPH = "CN601" Error {
        vi: "phông chữ không có ký tự «{character}» ({code_point}; {style})" => "thay bằng ký tự khác, hoặc viết bằng chữ",
            "Ký tự không có trong phông sẽ biến mất hoặc thành ô vuông trên bản in mà không ai báo.";
        en: "the font has no character «{character}» ({code_point}; {style})" => "use another character, or say it in words",
            "A character that the font lacks disappears from the print, or becomes a box, and nothing says so.";
        example: "✅  →  ●"
    }
    TOO_LONG = "CN240" Error {
        vi: "đoạn bắt đầu bằng «{beginning}» dài {length} ký tự; ở đây tối đa {most}" => "viết ngắn lại, hoặc chuyển phần chi tiết vào thân bài",
            "Tên, địa chỉ và lời mô tả quá dài thì tệp PDF lưu trữ lâu dài không chứa được, và đầu trang, mục lục không đủ chỗ.";
        en: "what begins with «{beginning}» has {length} characters; here {most} at most" => "say it in fewer words, or move the details into the body",
            "An archival PDF has no room for names, addresses and descriptions that are too long, nor have page headers and contents.";
        example: "title: (hơn 1000 ký tự)"
    }
    LONG_WORD = "CN241" Error {
        vi: "«{beginning}…» dài {length} ký tự liền nhau không có dấu cách; tối đa {most}" => "thêm dấu cách, hoặc bỏ đoạn dán nhầm",
            "Chữ liền nhau quá dài không ngắt dòng được và làm việc dàn trang kéo dài vô tận; thường là do dán nhầm dữ liệu.";
        en: "«{beginning}…» has {length} characters in a row without a space; {most} at most" => "put spaces in, or drop what was pasted by mistake",
            "Such a word cannot be broken into lines and layout takes without end; mostly it is data that was pasted by mistake.";
        example: "AAAAAAAAAAAAAAAA…"
    }
    TOO_MANY = "CN242" Error {
        vi: "có {length} {what}; tối đa {most}" => "gộp bớt lại, hoặc chia thành nhiều phần",
            "Chú thích phải nằm ở chân trang có chỗ dẫn tới nó, từ khoá nằm chung một dòng trong tệp PDF; quá nhiều thì không dàn trang được.";
        en: "there are {length} {what}; {most} at most" => "join some of them, or divide the text",
            "Footnotes have to be at the foot of the page that refers to them, and keywords are one line of the PDF; too many cannot be laid out.";
        example: "[^1] … [^501]"
    }
}
