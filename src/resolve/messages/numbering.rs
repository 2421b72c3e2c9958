//! Codes and sentences about the numbering of an original.

use crate::diag::codes;

codes! {
    NUMBER_MISSING = "CN932" Warning {
        vi: "bản gốc thiếu {expected} trước {at}" => "so với tệp đã nhận `{file}`: tệp ấy có mà đây không có thì bộ đọc đã sót, đừng trích chỗ này; chính tệp ấy thiếu thì tìm bản khác, hoặc ghi lý do vào waivers.yaml",
            "Thiếu một số nghĩa là mất một đơn vị, hoặc bản nhận được đánh số sai; viện dẫn theo số trong bản ấy có thể chỉ nhầm chỗ.";
        en: "the original has no {expected} before {at}" => "compare with the received file `{file}`: what it has and this has not was missed by the reader, so do not quote this place; if the file itself lacks it, find another copy, or give the reason in waivers.yaml",
            "A missing number means that a unit is lost, or that the copy is numbered wrongly; a citation by its numbers may name the wrong place.";
        example: "c) …  đ) …  (không có d)"
    }
    NUMBER_REPEATED = "CN933" Warning {
        vi: "bản gốc đánh số lặp hoặc lùi: {at}" => "so với tệp đã nhận `{file}`; đúng là tệp ấy đánh số như vậy thì ghi lý do vào waivers.yaml, và khi trích thì nêu đơn vị lớn hơn",
            "Hai đơn vị cùng một số thì viện dẫn không chỉ rõ đơn vị nào; thường do gõ sai số hoặc do máy đánh số lại.";
        en: "the numbering of the original repeats or goes back: {at}" => "compare with the received file `{file}`; if the file is numbered like this, give the reason in waivers.yaml, and quote a larger unit",
            "Where two units have one number, a citation names neither; mostly a number was mistyped or a machine has counted anew.";
        example: "2. …  3. …  3. …"
    }
    MACHINE_LETTER = "CN934" Warning {
        vi: "`{label}` ở {at}: luật không dùng chữ này để đánh điểm" => "so với tệp đã nhận `{file}`: thường do máy tự đánh chữ nên các điểm sau cũng lệch; viện dẫn theo bản chính thức, đừng theo chữ trong tệp này",
            "Điểm đánh theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g… không có f, j, w, z; máy đánh chữ theo bảng tiếng Anh nên từ đ trở đi đều lệch.";
        en: "`{label}` in {at}: laws do not letter points with it" => "compare with the received file `{file}`: a machine has probably lettered the list, so that later points are off too; cite by the official text, not by the letters of this file",
            "Points go by the Vietnamese alphabet: a, b, c, d, đ, e, g… without f, j, w and z; a machine goes by the English one, and is off from đ on.";
        example: "e) …  f) …  →  đ) …  e) …"
    }
    DOUBLED_LETTER = "CN935" Warning {
        vi: "`{label}` ở {at}: luật không đánh điểm bằng hai chữ giống nhau" => "so với tệp đã nhận `{file}`: máy đánh tiếp như vậy sau z; viện dẫn theo bản chính thức, đừng theo chữ trong tệp này",
            "Máy tự đánh chữ đi hết z thì sang aa, bb; chữ ấy không có trong luật nên không viện dẫn được.";
        en: "`{label}` in {at}: laws do not letter points with a letter twice" => "compare with the received file `{file}`: a machine goes on so after z; cite by the official text, not by the letters of this file",
            "A machine goes on with aa and bb after z; the law has no such letters, so that they cannot be cited.";
        example: "y) …  z) …  aa) …"
    }
    OPEN_QUOTE = "CN936" Warning {
        vi: "lời trích của văn bản khác mở ngoặc kép ở {at} mà không đóng" => "so với tệp đã nhận `{file}`; chỗ đóng ngoặc bị mất thì các đơn vị sau đó có thể bị đọc sai, xem: camnang original {instrument} --tree",
            "Trong văn bản sửa đổi, phần trong ngoặc kép là lời của văn bản khác; không thấy chỗ đóng thì không biết chắc đơn vị nào thuộc văn bản nào.";
        en: "words of another instrument open a quotation mark in {at} that is not closed" => "compare with the received file `{file}`; if the closing mark was lost, later units may be read wrongly, see: camnang original {instrument} --tree",
            "In an amending instrument, what is in quotation marks belongs to another one; without the closing mark it is not certain which units belong to which.";
        example: "“2. Cơ quan phải …”"
    }
}
