//! `originals/<instrument>/<file>.yaml`

use super::super::yaml::Node;
use super::excerpt::HASH;
use super::fields::{ClosedList, record};
use super::shape::Help;
use super::values::{DAY, TEXT, choice, known, reference};
use crate::diag::{FileId, Sink};
use crate::model::original::{DropReason, LeftOut, StoredOriginal};
use crate::syntax::messages::words;

/// Reads `originals/<instrument>/<file>.yaml`.
pub fn read_stored_original(node: &Node, file: FileId, sink: &mut Sink) -> Option<StoredOriginal> {
    received().read_file(node, file, sink)
}

record! {
    pub(super) received: words::stored_original_record => StoredOriginal {
        instrument: required("instrument", reference(), "nd-1-2030")
            vi "id của văn bản"
            en "the id of the instrument";
        file: required("file", TEXT, "nd-1-2030.docx")
            vi "tên tệp nhận được, để nguyên không sửa, trong cùng thư mục"
            en "the name of the received file, which is left unchanged in the same folder";
        sha256: required("sha256", HASH, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
            vi "mã băm SHA-256 của chính tệp nhận được, như `certutil` hay `sha256sum` tính"
            en "SHA-256 of the received file itself, as `certutil` or `sha256sum` computes it";
        kind: required("kind", known(choice()), "gazette")
            vi "là bản nào"
            en "what kind of copy it is";
        source: required("source", known(TEXT), "https://vanban.example.vn/nd-1-2030.docx")
            vi "lấy ở đâu: địa chỉ trang web, hoặc bằng lời"
            en "where it was got: an address of the web, or in words";
        received: required("received", DAY, "2030-01-20")
            vi "ngày nhận"
            en "the day on which it was received";
        reader: required("reader", TEXT, "docx 1")
            vi "bộ đọc đã dùng và phiên bản của nó"
            en "the reader that was used, with its version";
        text: required("text", TEXT, "nd-1-2030.docx.text.txt")
            vi "tên tệp chữ mà bộ đọc làm ra, trong cùng thư mục; mỗi dòng một đoạn"
            en "the name of the text file that the reader made, in the same folder; a line for each paragraph";
        text_sha256: required("text-sha256", HASH, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
            vi "mã băm SHA-256 của tệp chữ ấy"
            en "SHA-256 of that text file";
        counted: required("characters", TEXT, "\"48231\"")
            vi "số ký tự của tệp nhận được, không kể khoảng trắng"
            en "how many characters the received file has, white space apart";
        placed: required("placed", TEXT, "\"48190\"")
            vi "bao nhiêu ký tự trong số đó có trong tệp chữ"
            en "how many of them are in the text file";
        dropped: list("dropped", left_out(), "[{what: page-number, characters: \"41\", words: [\"17\"]}]")
            vi "phần không thuộc văn bản nên để ngoài, từng loại một"
            en "what was left out because it is no part of the law, kind by kind";
        tracked: list("tracked-changes", TEXT, "[\"xoá: không\"]")
            vi "các thay đổi đang theo dõi (Track Changes) còn trong tệp, đã coi như được chấp nhận"
            en "tracked changes that are still in the file and were taken as accepted";
        remarks: list("remarks", TEXT, "[\"12 chỗ xuống dòng giữa câu đã được nối lại\"]")
            vi "điều khác mà bộ đọc lưu ý"
            en "other remarks of the reader";
    }
    make StoredOriginal {
        instrument, file, sha256, kind, source, received, reader, text, text_sha256, counted, placed, dropped, tracked, remarks,
    }
}

record! {
    /// What a reader left out for one reason.
    left_out: words::left_out_record => LeftOut {
        what: required("what", choice(), "page-number")
            vi "loại gì"
            en "what it is";
        characters: required("characters", TEXT, "\"41\"")
            vi "bao nhiêu ký tự, không kể khoảng trắng"
            en "how many characters, white space apart";
        words: list("words", TEXT, "[\"17\"]")
            vi "những chữ đầu của vài chỗ"
            en "the first words of some of it";
    }
    make LeftOut { what, characters, words }
}

impl ClosedList for DropReason {
    const ALL: &'static [Self] = &DropReason::ALL;

    fn key(self) -> &'static str {
        DropReason::key(self)
    }

    fn help(self) -> Help {
        let (vi, en) = self.words();
        Help { vi, en }
    }
}
