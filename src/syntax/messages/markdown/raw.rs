//! Signs of Markdown that form nothing, and what to write: the holes of [`super::RAW_MARKUP`].

use super::UnsupportedForm;

/// An image that CommonMark does not see as one, mostly for a space in its path.
pub const IMAGE: UnsupportedForm = UnsupportedForm {
    what: (
        "hình viết sai dạng, thường vì đường dẫn có dấu cách",
        "an image that is not one, mostly because its path has a space",
    ),
    instead: (
        "đổi tên tệp cho hết dấu cách rồi viết ![lời mô tả](images/ten-tep.png)",
        "rename the file without spaces and write ![description](images/name.png)",
    ),
};
/// A link that CommonMark does not see as one, mostly for a space in its address.
pub const LINK: UnsupportedForm = UnsupportedForm {
    what: (
        "liên kết viết sai dạng, thường vì địa chỉ có dấu cách",
        "a link that is not one, mostly because its address has a space",
    ),
    instead: (
        "viết [chữ](https://địa-chỉ) liền nhau, trong địa chỉ thay dấu cách bằng %20",
        "write [words](https://address) with %20 for each space in the address",
    ),
};
/// A link with a space before its address, which would be printed with brackets.
pub const LINK_APART: UnsupportedForm = UnsupportedForm {
    what: ("liên kết có dấu cách giữa ] và (", "a link with a space between ] and ("),
    instead: ("bỏ dấu cách: [chữ](https://địa-chỉ)", "remove the space: [words](https://address)"),
};
/// A reference link without a definition, which would be printed with brackets.
pub const LINK_LABEL: UnsupportedForm = UnsupportedForm {
    what: ("liên kết theo nhãn mà nhãn không có địa chỉ", "a link by a label that has no address"),
    instead: (
        "viết [chữ](https://địa-chỉ); muốn in dấu ngoặc vuông thì viết \\[ và \\]",
        "write [words](https://address); to print the brackets write \\[ and \\]",
    ),
};
/// The mark of a footnote that CommonMark does not see as one.
pub const NOTE: UnsupportedForm = UnsupportedForm {
    what: ("dấu chú thích viết sai dạng", "the mark of a footnote that is not one"),
    instead: (
        "nhãn của chú thích không có dấu cách: [^1], rồi thêm dòng [^1]: nội dung",
        "the label of a footnote has no spaces: [^1], and a line [^1]: its text",
    ),
};
/// Rows with `|` that are no table for want of a line of dashes.
pub const TABLE: UnsupportedForm = UnsupportedForm {
    what: ("bảng thiếu dòng gạch dưới hàng đầu", "a table without the line of dashes below its first row"),
    instead: (
        "thêm dòng | --- | --- | dưới hàng đầu, mỗi cột một ---; không phải bảng thì viết \\|",
        "add a line | --- | --- | below the first row, one --- for each column; if it is no table write \\|",
    ),
};
/// Asterisks that were meant as bold and would be printed.
pub const BOLD: UnsupportedForm = UnsupportedForm {
    what: ("chữ đậm viết sai dạng", "bold words that are not marked rightly"),
    instead: (
        "đặt dấu sát chữ, đủ mở và đóng: **chữ đậm**; muốn in dấu ấy thì viết \\*\\* hoặc \\_\\_",
        "put the signs right at the words, at both ends: **words**; to print them write \\*\\* or \\_\\_",
    ),
};
/// An asterisk or `_` that was meant as italics and would be printed.
pub const ITALIC: UnsupportedForm = UnsupportedForm {
    what: ("chữ nghiêng thiếu dấu đóng", "italics without their end"),
    instead: (
        "viết đủ *chữ nghiêng*; đầu mục thì để dấu cách sau dấu: * chữ; muốn in dấu ấy thì viết \\* hoặc \\_",
        "write *words* with both signs; for an item of a list put a space after it: * words; to print it write \\* or \\_",
    ),
};
/// A backtick without its end, which would be printed.
pub const CODE: UnsupportedForm = UnsupportedForm {
    what: ("dấu ` không có dấu đóng", "a ` without its end"),
    instead: (
        "viết đủ `tên`, hoặc bỏ dấu; muốn in dấu ấy thì viết \\`",
        "write `name`, or remove it; to print it write \\`",
    ),
};
/// Two tildes without their end, which would be printed.
pub const STRIKE: UnsupportedForm = UnsupportedForm {
    what: ("dấu gạch ngang ~~ không có dấu đóng", "a ~~ without its end"),
    instead: ("bỏ dấu ~~, nói rõ bằng lời, ví dụ (đã bãi bỏ)", "remove the ~~ and say it in words"),
};
/// Words between `==`, which other dialects of Markdown highlight.
pub const HIGHLIGHT: UnsupportedForm = UnsupportedForm {
    what: ("chữ tô nền ==…==", "highlighted words ==…=="),
    instead: ("dùng **chữ đậm**; muốn in dấu = thì viết \\=\\=", "use **bold**; to print the signs write \\=\\="),
};
/// A `#` without a space after it, which is no heading in CommonMark.
pub const HEADING: UnsupportedForm = UnsupportedForm {
    what: ("dấu # dính liền với chữ", "a # stuck to a word"),
    instead: (
        "tiêu đề (chỉ trong guidance/) viết có dấu cách: ## Tiêu đề; muốn in dấu # thì viết \\#",
        "a heading (only in guidance/) has a space: ## Heading; to print a # write \\#",
    ),
};
/// The box of a task outside of a list.
pub const TASK: UnsupportedForm = UnsupportedForm {
    what: ("ô đánh dấu công việc", "a task box"),
    instead: ("bỏ [ ] hoặc [x] ở đầu dòng", "remove the [ ] or [x]"),
};
/// An `&…;` that HTML does not have.
pub const ENTITY: UnsupportedForm = UnsupportedForm {
    what: ("mã ký tự HTML viết sai dạng", "a character code of HTML that is not one"),
    instead: ("gõ thẳng ký tự ấy; muốn in dấu & thì viết \\&", "type the character itself; to print an & write \\&"),
};
/// A backslash before a character that needs none, which would be printed.
pub const BACKSLASH: UnsupportedForm = UnsupportedForm {
    what: ("dấu \\ thừa", "a stray backslash"),
    instead: (
        "xoá dấu \\; muốn xuống dòng thì đặt nó ở cuối dòng, ngay sau đó là dòng chữ tiếp",
        "delete it; to break the line put it at the very end of a line that another one follows",
    ),
};
