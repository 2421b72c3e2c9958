//! Codes and sentences about a file before it is read.

use crate::characters::encoding::Encoding;
use crate::characters::legacy::Legacy;
use crate::diag::{Bilingual, codes};

codes! {
    NOT_UTF8 = "CN001" Error {
        vi: "tệp không phải văn bản UTF-8: {found}" => "{advice}",
            "Kho ngữ liệu chỉ dùng UTF-8. Tệp lưu theo bảng mã khác (UTF-16, TCVN3, VNI, Windows-1258) sẽ mất dấu nếu đọc bừa.";
        en: "the file is not UTF-8 text: {found}" => "{advice}",
            "The corpus is UTF-8 only. A file in another encoding (UTF-16, TCVN3, VNI, Windows-1258) would lose its marks if it were guessed at.";
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
    CONFLICT = "CN012" Error {
        vi: "tệp còn dấu xung đột của git (`{mark}`)" => "giữ một trong hai bản, hoặc gộp lại, rồi xoá các dòng <<<<<<<, |||||||, ======= và >>>>>>>",
            "Git ghi cả hai bản vào tệp khi hai người sửa cùng một chỗ; người phải chọn. Nếu không, ấn phẩm in cả hai lẫn các dấu này.";
        en: "the file has a conflict marker of git (`{mark}`)" => "keep one of the two versions, or merge them, and delete the lines <<<<<<<, |||||||, ======= and >>>>>>>",
            "Git writes both versions into the file when two people changed the same place, and somebody must choose. Otherwise the booklet prints both, and the markers.";
        example: "<<<<<<< HEAD\nCơ quan phải…\n=======\nCơ quan nên…\n>>>>>>> sua-chu"
    }
    MISNAMED = "CN013" Error {
        vi: "tệp đặt tên sai nên không được đọc: {what}" => "{advice}",
            "Tên tệp cho biết tệp là gì. Bản sao hay tệp sai đuôi mà lặng lẽ bị bỏ qua thì ấn phẩm thiếu nội dung mà không ai biết.";
        en: "the file is misnamed, so it was not read: {what}" => "{advice}",
            "A file's name says what it is. If a copy or a file with a wrong ending were passed over in silence, the booklet would lack it and nobody would know.";
        example: "excerpts/nd-1-2020/dieu-1.md.txt  →  excerpts/nd-1-2020/dieu-1.md"
    }
    BAD_PATH = "CN014" Error {
        vi: "tên tệp hay thư mục có ký tự không nhìn thấy hoặc dễ nhầm: {names}" => "đổi tên: gõ lại tên bằng chữ thường không dấu, chữ số và dấu gạch nối",
            "Tên trông giống nhau mà khác ký tự thì không ai tìm ra tệp, và tên có ký tự đổi chiều hiện ra khác tên thật.";
        en: "the name of the file or folder has characters that are invisible or look like others: {names}" => "rename it: type the name anew with small letters without accents, digits and hyphens",
            "Of names that look alike and are not nobody finds the file, and a name that turns the direction of reading shows as another.";
        example: "dieu<U+200B>-1.md  →  dieu-1.md"
    }
}

/// What bytes that are no UTF-8 most likely are, and how to convert them.
pub fn foreign(encoding: Encoding) -> (Bilingual, Bilingual) {
    let notepad = |iconv: &str| {
        Bilingual::new(
            format!(
                "mở bằng Notepad, chọn Tệp → Lưu thành (Save as), Mã hoá (Encoding): UTF-8; hoặc trong VS Code: Save with Encoding → UTF-8; hoặc `iconv -f {iconv} -t UTF-8`"
            ),
            format!(
                "open it in Notepad and choose File → Save as, Encoding: UTF-8; or in VS Code: Save with Encoding → UTF-8; or `iconv -f {iconv} -t UTF-8`"
            ),
        )
    };
    let likely = |name: &str| Bilingual::new(format!("có lẽ là {name}"), format!("most likely {name}"));
    match encoding {
        Encoding::Utf16Le => (likely("UTF-16 LE (Notepad: Unicode)"), notepad("UTF-16LE")),
        Encoding::Utf16Be => (likely("UTF-16 BE"), notepad("UTF-16BE")),
        Encoding::Utf32 => (likely("UTF-32"), notepad("UTF-32")),
        Encoding::Legacy(legacy) => (likely(legacy.name()), from_legacy(legacy)),
        Encoding::Damaged => (
            Bilingual::new("hầu hết là UTF-8, nhưng có byte hỏng ở đây", "mostly UTF-8, but with broken bytes here"),
            Bilingual::new(
                "mở tệp, gõ lại chữ bị thay bằng dấu � ở đây theo bản gốc, rồi lưu với bảng mã UTF-8",
                "open the file, type the letter that shows as � here anew from the original, and save it as UTF-8",
            ),
        ),
        Encoding::EightBit => (
            Bilingual::new("có lẽ là một bảng mã 8 bit cũ", "most likely an old 8-bit encoding"),
            Bilingual::new(
                "mở tệp với đúng bảng mã cũ (VS Code: Reopen with Encoding), rồi lưu lại: Save with Encoding → UTF-8",
                "open it with its old encoding (VS Code: Reopen with Encoding), then Save with Encoding → UTF-8",
            ),
        ),
    }
}

fn from_legacy(legacy: Legacy) -> Bilingual {
    let name = legacy.name();
    let iconv = legacy.iconv().map_or_else(String::new, |iconv| format!("; hoặc `iconv -f {iconv} -t UTF-8`"));
    let or = iconv.replace("hoặc", "or");
    Bilingual::new(
        format!("chuyển mã bằng UniKey (Ctrl+Shift+F6: nguồn {name}, đích Unicode) rồi lưu với bảng mã UTF-8{iconv}"),
        format!("convert it with UniKey (Ctrl+Shift+F6: from {name}, to Unicode) and save it as UTF-8{or}"),
    )
}

/// The file has the words of a part of the corpus, and not its name.
pub fn wrong_ending() -> Bilingual {
    Bilingual::new(
        "sai đuôi tệp, sai chữ hoa, hoặc tên bắt đầu bằng dấu chấm",
        "its ending is wrong, or its capitals are, or it begins with a full stop",
    )
}

/// The advice for a file with a name that the corpus does not have.
pub fn rename_to(path: &str) -> Bilingual {
    Bilingual::new(
        format!("đổi tên thành `{path}` (Windows: bật View → File name extensions để thấy đuôi tệp)"),
        format!("rename it to `{path}` (Windows: View → File name extensions shows the endings)"),
    )
}

/// The reason for a name such as `dieu-1 (1).md`: the file is a copy that a program made.
pub fn copy_of(name: &str) -> Bilingual {
    Bilingual::new(format!("đây là bản sao của `{name}`"), format!("it is a copy of `{name}`"))
}

/// The advice for [`copy_of`].
pub fn delete_copy(name: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "nếu thừa thì xoá; nếu nội dung mới nằm ở đây thì chép vào `{name}`; nếu là bản ghi mới thì đặt tên khác, chữ thường không dấu, không dấu cách, và sửa id trong tệp theo tên ấy"
        ),
        format!(
            "if it is spare delete it; if the new words are here copy them into `{name}`; if it is a new record give it another name, of small letters without accents or spaces, and an id to match"
        ),
    )
}

/// The reason for a name such as `dieu-1.md~`: the file is the former state that an editor program kept.
pub fn leftover_of(name: &str) -> Bilingual {
    Bilingual::new(format!("đây là bản lưu cũ của `{name}`"), format!("it is an earlier state of `{name}`"))
}

/// The advice for [`leftover_of`].
pub fn delete_leftover(name: &str) -> Bilingual {
    Bilingual::new(
        format!("xoá tệp này; nếu đây mới là bản đúng thì đổi tên nó thành `{name}`"),
        format!("delete it; if this is the right one rename it to `{name}`"),
    )
}
