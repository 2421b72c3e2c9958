//! What can be wrong with the settings of an office.

use super::codes;

codes! {
    BAD_ADDRESS = "CN801" Error {
        vi: "`{text}` không phải địa chỉ của một trang web" => "{advice}",
            "Địa chỉ này được in và gắn vào từng trang; địa chỉ thiếu hoặc có phần riêng của một lần truy cập sẽ dẫn người đọc đi lạc.";
        en: "`{text}` is no address of a web site" => "{advice}",
            "The address is printed and put into every page; one that is not whole, or has parts of a single visit in it, leads readers astray.";
        example: "address: camnang.example.vn  →  address: https://camnang.example.vn"
    }
    NO_ISSUER = "CN802" Error {
        vi: "ấn bản không nói ai ban hành" => "thêm vào ấn bản khoá issuer có name là tên cơ quan, hoặc ghi issuer một lần cho mọi ấn bản trong settings.yaml",
            "Người đọc phải biết ai chịu trách nhiệm về tài liệu; tên ấy đứng trên bìa và cuối mỗi trang web.";
        en: "the edition does not say who issues it" => "add the key issuer to the edition, with the office's name as name, or write issuer once for all editions in settings.yaml",
            "A reader must know who answers for the booklet; the name stands on the cover and below every page of the site.";
        example: "issuer:\n  name: Sở Khoa học và Công nghệ tỉnh Ví Dụ"
    }
}
