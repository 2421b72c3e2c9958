//! The section `letter` of `settings.yaml`: what the letter of a hand-out says.

use super::fields::record;
use super::values::{DATE, TEXT, choice};
use crate::model::letter::LetterSettings;
use crate::syntax::messages::words;

record! {
    pub(super) letter: words::letter_record => LetterSettings {
        parent: optional("parent", TEXT, "BỘ VÍ DỤ")
            vi "cơ quan chủ quản; không ghi thì theo `issuer` của ấn bản"
            en "the office above; that of the edition's `issuer` when absent";
        issuer: optional("issuer", TEXT, "TRUNG TÂM TƯ LIỆU")
            vi "cơ quan ban hành công văn; không ghi thì theo `issuer` của ấn bản"
            en "the office that sends the letter; the edition's `issuer` when absent";
        number: optional("number", TEXT, "12/TTA-KT")
            vi "số, ký hiệu; chỉ ghi ký hiệu, như `/TTA-KT`, thì số để trống cho điền tay"
            en "number and symbol; with the symbol only, such as `/TTA-KT`, the number is left blank to be written by hand";
        place: optional("place", TEXT, "Ví Dụ")
            vi "địa danh"
            en "the place";
        date: optional("date", DATE, "2030-02-05")
            vi "ngày của công văn; có thể đưa bằng `--date`"
            en "the date of the letter; or say it with `--date`";
        subject: optional("subject", TEXT, "gửi cẩm nang để tra cứu")
            vi "phần sau «V/v»"
            en "what follows «V/v»";
        paragraphs: list("paragraphs", TEXT, "[Đề nghị đơn vị xác nhận đã nhận.]")
            vi "các đoạn sau câu nói gửi gì"
            en "the paragraphs after the sentence that says what is sent";
        authority: optional("authority", TEXT, "KT. GIÁM ĐỐC")
            vi "thẩm quyền ký"
            en "by whose authority it is signed";
        position: optional("position", TEXT, "PHÓ GIÁM ĐỐC")
            vi "chức vụ người ký"
            en "the position of who signs";
        signer: optional("signer", TEXT, "Trần Thị Mẫu")
            vi "họ tên người ký"
            en "the name of who signs";
        recipients: list("recipients", TEXT, "[\"Lưu: VT, KT\"]")
            vi "các dòng «Nơi nhận» sau «Như trên»"
            en "the lines of «Nơi nhận» after «Như trên»";
        reference: optional("reference", choice(), "pdf-full")
            vi "tệp có mọi phần, gửi kèm bản in không có đủ các phần; không ghi là `pdf-full`"
            en "the file with everything that goes with a booklet that leaves something out; `pdf-full` when absent";
        sign: list("sign", TEXT, "[pyhanko, sign, addsig, --field, Chu-ky, pkcs11, \"{in}\", \"{out}\"]")
            vi "chương trình ký công văn và các đối số của nó (`camnang handout --sign`); `{in}` là tệp cần ký, `{out}` là tệp đã ký, không ghi thì hai tệp đứng cuối"
            en "the program that signs a letter, and its arguments (`camnang handout --sign`); `{in}` is the file to be signed, `{out}` the signed one; without them the two come last";
    }
    make LetterSettings {
        parent, issuer, number, place, date, subject, paragraphs, authority, position, signer, recipients,
        reference: reference.unwrap_or_default(), sign,
    }
}
