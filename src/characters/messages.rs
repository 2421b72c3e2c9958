//! Codes and sentences about single characters and words, in files, escapes and entities alike.

use crate::characters::legacy::Legacy;
use crate::characters::words::{WordFault, name as letter_name};
use crate::characters::{Tally, names};
use crate::diag::{Bilingual, Finding, Place, codes};

codes! {
    CONTROL_CHARACTER = "CN007" Error {
        vi: "có ký tự ẩn {name}{more}" => "{advice}",
            "Ký tự ẩn không hiện trên màn hình mà vẫn in ra, làm hỏng PDF, HTML và kết quả tìm kiếm; ký tự đổi chiều còn làm chữ in ra khác chữ trong tệp. Viết bằng mã như &#x202e; hay \"\\u202E\" cũng vậy.";
        en: "there is a hidden character {name}{more}" => "{advice}",
            "Hidden characters do not show on the screen but are printed, and spoil the PDF, the HTML and search; those that turn the direction print something else than the file shows. An escape such as &#x202e; or \"\\u202E\" is no different.";
        example: "địa chỉ<U+0007> IPv6  →  địa chỉ IPv6"
    }
    NORMALISED = "CN008" Note {
        vi: "có ký tự không phân biệt được bằng mắt, đã đọc thành ký tự thường: {names}" => "không bắt buộc sửa; ký tự này thường lọt vào khi dán từ Word, PDF hoặc trang web",
            "Dấu cách không ngắt, gạch nối ẩn và các ký tự tương tự không đổi nội dung, nhưng làm tìm kiếm và viện dẫn không nhận ra chữ; vì vậy công cụ đọc chúng như dấu cách hay gạch nối thường, hoặc bỏ đi.";
        en: "there are characters that the eye cannot distinguish, which were read as plain ones: {names}" => "nothing must be done; they usually slip in when pasting from Word, a PDF or a web page",
            "No-break spaces, soft hyphens and their like change no meaning, but words with them are found by no search and read as no citation; so the tool reads them as plain spaces or hyphens, or not at all.";
        example: "kho<U+00AD>ản 3<U+00A0>Điều 18  →  khoản 3 Điều 18"
    }
    MIXED_SCRIPT = "CN009" Error {
        vi: "chữ «{word}» có ký tự trông như chữ thường mà không phải: {names}" => "xoá đi và gõ lại: {instead}",
            "Chữ Kirin «С» hay chữ rộng «Ａ» trông như chữ Latinh nhưng máy coi là chữ khác: tìm không ra, viện dẫn không nhận được. Cả một từ tiếng nước ngoài thì không sao.";
        en: "«{word}» has characters that look like other letters: {names}" => "delete it and type it anew: {instead}",
            "A Cyrillic «С» or a full-width «Ａ» looks like a Latin letter and is another: no search finds it and no citation is read. A word wholly in another script is fine.";
        example: "72/2013/NĐ-<U+0421>P  →  72/2013/NĐ-CP"
    }
    MARKS = "CN010" Error {
        vi: "{what}" => "xoá dấu thừa, hoặc gõ lại cả chữ",
            "Mỗi chữ tiếng Việt có nhiều nhất một dấu mũ hay móc và một dấu thanh, và luôn viết được bằng một ký tự. Dấu đứng riêng hoặc chồng nhiều lớp thường do chép từ PDF và che mất chữ bên cạnh khi in.";
        en: "{what}" => "delete what is too much, or type the letter anew",
            "A letter of Vietnamese has one circumflex, breve or horn and one tone at most, and is always one character. Marks that stand alone or are piled up usually come from a PDF and print over the letters beside them.";
        example: "diê<U+0301><U+0301><U+0301>m  →  diếm"
    }
    OLD_ENCODING = "CN011" Error {
        vi: "chữ ở đây viết theo bảng mã cũ {encoding}, không phải Unicode" => "chuyển cả tệp sang Unicode{how}; dòng này có lẽ là: {meant}",
            "Chữ gõ theo TCVN3, VNI… chỉ đọc được với phông chữ cũ (.VnTime, VNI-Times); trong ấn phẩm sẽ thành chữ vô nghĩa.";
        en: "the words here are in the old encoding {encoding}, not in Unicode" => "convert the whole file to Unicode{how}; this line most likely is: {meant}",
            "Text typed in TCVN3, VNI and their like can be read with old fonts only (.VnTime, VNI-Times); in the booklet it would be gibberish.";
        example: "Tæ chøc xö lý  →  Tổ chức xử lý"
    }
}

/// A hidden character, and how many more of them the file has.
pub fn hidden(place: Place, character: char, more: usize) -> Finding {
    let more = match more {
        0 => Bilingual::default(),
        more => Bilingual::new(
            format!(" (trong tệp còn {more} ký tự ẩn nữa)"),
            format!(" (the file has {more} more of them)"),
        ),
    };
    let finding = Finding::new(CONTROL_CHARACTER, place).arg("name", named(character)).arg("more", more);
    finding.arg("advice", remedy(character))
}

/// Such as `U+202E RIGHT-TO-LEFT OVERRIDE (ép chữ chạy từ phải sang trái)`.
pub fn named(character: char) -> Bilingual {
    let name = names::name(character);
    let (code, unicode) = (names::code_point(character), name.unicode);
    Bilingual::new(format!("{code} {unicode} ({})", name.vietnamese), format!("{code} {unicode}"))
}

/// Returns the replacement of a hidden character where only one makes sense, mostly nothing. `None` for one that forces a
/// direction of reading: the words are shown in another order than they are stored in, and either may be meant.
pub fn instead(character: char) -> Option<&'static str> {
    match character {
        '\u{1e}' => Some("-"),
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{fffc}' | '\u{fffd}' => None,
        '\u{202d}' | '\u{202e}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{115f}' | '\u{1160}' => None,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => None,
        _ => Some(""),
    }
}

fn remedy(character: char) -> Bilingual {
    match character {
        '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            Bilingual::new("xoá ký tự ấy và xuống dòng bằng phím Enter", "delete it and break the line with Enter")
        }
        '\u{1e}' => Bilingual::new("thay bằng dấu gạch nối thường (-)", "put a plain hyphen (-) in its place"),
        '\u{fffd}' => Bilingual::new(
            "gõ lại chữ ở đây theo bản gốc: chữ đã mất khi chuyển bảng mã",
            "type the letter here anew from the original: it was lost when the encoding was changed",
        ),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Bilingual::new(
            "thay bằng ký tự thường, như dấu - hoặc • ở đầu dòng: ký hiệu của phông Symbol, Wingdings không có trong phông khác",
            "put a plain character in its place, such as - or • before an item: other fonts lack the signs of Symbol and Wingdings",
        ),
        '\u{fffc}' => Bilingual::new(
            "xoá ký tự ấy; hình thì đặt vào images/ và viết ![mô tả](images/tên.png)",
            "delete it; put an image into images/ and write ![words](images/name.png)",
        ),
        _ => Bilingual::new(
            "xoá ký tự ấy (đặt con trỏ ngay sau nó rồi nhấn phím xoá lùi), hoặc xoá mã &#…; hay \\u… viết ở đây; nó thường lọt vào khi dán từ Word hoặc PDF",
            "delete it (put the cursor right after it and press backspace), or the &#…; or \\u… written here; it usually slips in when pasting from Word or PDF",
        ),
    }
}

/// Reports the characters that were read as plain ones: each kind, and how often.
pub fn normalised(place: Place, tally: &Tally) -> Finding {
    let each = tally.counts.iter().map(|(character, count)| {
        let Bilingual { vi, en } = named(*character);
        Bilingual::new(format!("{vi} × {count}"), format!("{en} × {count}"))
    });
    Finding::new(NORMALISED, place).arg("names", listed(each))
}

/// One after the other.
pub fn listed(all: impl Iterator<Item = Bilingual>) -> Bilingual {
    let (vi, en): (Vec<String>, Vec<String>) = all.map(|one| (one.vi, one.en)).unzip();
    Bilingual::new(vi.join(", "), en.join(", "))
}

/// A word that is not what it shows.
pub fn word(place: Place, word: &str, fault: &WordFault) -> Finding {
    let short = |word: &str| word.chars().take(60).collect::<String>();
    match fault {
        WordFault::Mixed { foreign, instead } => {
            let finding = Finding::new(MIXED_SCRIPT, place).arg("word", short(word));
            finding.arg("names", listed(foreign.iter().map(|letter| lookalike(*letter)))).arg("instead", short(instead))
        }
        WordFault::LoneMark(mark) => {
            let code = names::code_point(*mark);
            let what = Bilingual::new(
                format!("dấu {code}{} không đứng trên chữ nào", mark_name(*mark)),
                format!("the mark {code} is on no letter"),
            );
            Finding::new(MARKS, place).arg("what", what)
        }
        WordFault::PiledMarks(count) => Finding::new(MARKS, place).arg(
            "what",
            Bilingual::new(format!("một chữ mang thêm {count} dấu"), format!("a letter carries {count} marks more")),
        ),
    }
}

/// A letter or sign that looks like another: such as `U+0421 CYRILLIC CAPITAL LETTER ES (chữ Kirin)`.
fn lookalike(letter: char) -> Bilingual {
    let (code, unicode) = (names::code_point(letter), letter_name(letter));
    let groups = [
        ("CYRILLIC", "chữ Kirin"),
        ("GREEK", "chữ Hy Lạp"),
        ("ARMENIAN", "chữ Armenia"),
        ("FULLWIDTH", "chữ rộng của bộ gõ Đông Á"),
        ("MATHEMATICAL", "ký hiệu toán"),
        ("ROMAN NUMERAL", "số La Mã viết liền một ký tự"),
        ("LATIN LIGATURE", "nhiều chữ viết liền một ký tự"),
        ("LETTERLIKE", "ký hiệu dạng chữ"),
        ("DIGIT", "chữ số của hệ chữ khác"),
        ("FRACTION SLASH", "dấu gạch phân số"),
        ("DIVISION SLASH", "dấu chia"),
        ("SMALL HYPHEN", "dấu gạch nhỏ"),
    ];
    let group =
        groups.iter().find(|(start, _)| unicode.starts_with(start)).map_or("chữ của hệ chữ khác", |(_, vi)| *vi);
    Bilingual::new(format!("{code} {unicode} ({group})"), format!("{code} {unicode}"))
}

/// The mark as Vietnamese calls it, in brackets, if it does.
fn mark_name(mark: char) -> &'static str {
    match mark {
        '\u{300}' => " (huyền)",
        '\u{301}' => " (sắc)",
        '\u{302}' => " (mũ)",
        '\u{303}' => " (ngã)",
        '\u{306}' => " (trăng)",
        '\u{309}' => " (hỏi)",
        '\u{31b}' => " (móc)",
        '\u{323}' => " (nặng)",
        _ => "",
    }
}

/// A line in an old encoding.
pub fn old_encoding(place: Place, legacy: Legacy, meant: &str) -> Finding {
    let finding = Finding::new(OLD_ENCODING, place).arg("encoding", encoding(legacy));
    finding.arg("how", converter(legacy)).arg("meant", meant.chars().take(80).collect::<String>())
}

fn encoding(legacy: Legacy) -> Bilingual {
    match legacy {
        Legacy::Utf8Twice => {
            Bilingual::new("(UTF-8 bị đọc nhầm thành Windows-1252)", "(UTF-8 misread as Windows-1252)")
        }
        other => Bilingual::same(other.name()),
    }
}

/// How text is converted that is in an encoding, in brackets.
fn converter(legacy: Legacy) -> Bilingual {
    match legacy {
        Legacy::Utf8Twice => Bilingual::new(
            " (mở lại tệp gốc với bảng mã UTF-8 rồi chép lại)",
            " (open the original file as UTF-8 and copy it again)",
        ),
        other => Bilingual::new(
            format!(" (UniKey: Ctrl+Shift+F6, nguồn {}, đích Unicode)", other.name()),
            format!(" (UniKey: Ctrl+Shift+F6, from {}, to Unicode)", other.name()),
        ),
    }
}
