//! Codes and sentences about a quotation and the original that it is compared with.

use crate::diag::codes;

codes! {
    NO_ORIGINAL = "CN411" Error {
        vi: "trích nguyên văn nhưng không có bản gốc để đối chiếu" => "lưu bản gốc vào originals/ và thêm khoá original: {file: …, sha256: …}; hoặc ghi wording: summary",
            "Chữ «nguyên văn» là lời cam đoan; công cụ đối chiếu từng chữ với bản gốc đã lưu ở mỗi lần dựng.";
        en: "quoted verbatim, but there is no original to compare with" => "store the original in originals/ and add the key original: {file: …, sha256: …}; or write wording: summary",
            "«Verbatim» is a promise; the tool compares every word with the stored original at each build.";
        example: "original:\n  file: originals/nd-1-2020.txt\n  sha256: …"
    }
    ORIGINAL_MISSING = "CN412" Error {
        vi: "không có bản gốc `{path}` trong kho" => "đặt tệp văn bản (.txt) vào originals/ và viết đường dẫn tính từ gốc kho: originals/{name}",
            "Không có bản gốc thì không đối chiếu được.";
        en: "there is no original `{path}` in the corpus" => "put the text file (.txt) into originals/ and write its path from the corpus root: originals/{name}",
            "Without the original nothing can be compared.";
        example: "file: originals/nd-1-2020.txt"
    }
    ORIGINAL_CHANGED = "CN413" Error {
        vi: "bản gốc `{path}` đã thay đổi: mã băm nay là {found}" => "khôi phục tệp cũ; nếu thay bản gốc có chủ ý thì cập nhật sha256 sau khi đối chiếu lại",
            "Bản gốc bị sửa sau khi đối chiếu thì kết quả đối chiếu không còn giá trị.";
        en: "the original `{path}` has changed: its hash is now {found}" => "restore the old file; if it was replaced on purpose, update sha256 after comparing again",
            "If the original is altered after it was compared, the comparison is worth nothing.";
        example: "sha256: e3b0c442…b855"
    }
    NOT_VERBATIM = "CN414" Error {
        vi: "khác bản gốc từ chữ `{words}`" => "chép lại đúng bản gốc; ở chỗ này bản gốc viết `{original}`; nếu muốn tóm lược thì ghi wording: summary",
            "Trích nguyên văn phải giống bản gốc từng chữ, chỉ khoảng trắng được khác.";
        en: "differs from the original at `{words}`" => "copy the original exactly; there it says `{original}`; to paraphrase write wording: summary",
            "A verbatim quotation equals the original word for word; only white space may differ.";
        example: "phải đảm bảo  →  phải bảo đảm"
    }
}
