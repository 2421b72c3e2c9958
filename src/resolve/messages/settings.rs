//! Codes and sentences about the settings and the editions.

use crate::diag::codes;

codes! {
    NO_ISSUER = "CN802" Error {
        vi: "ấn bản không nói ai ban hành" => "thêm vào ấn bản khoá issuer có name là tên cơ quan, hoặc ghi issuer một lần cho mọi ấn bản trong settings.yaml",
            "Người đọc phải biết ai chịu trách nhiệm về tài liệu; tên ấy đứng trên bìa và cuối mỗi trang web.";
        en: "the edition does not say who issues it" => "add the key issuer to the edition, with the office's name as name, or write issuer once for all editions in settings.yaml",
            "A reader must know who answers for the booklet; the name is on the cover and below every page of the site.";
        example: "issuer:\n  name: Sở Khoa học và Công nghệ tỉnh Ví Dụ"
    }
    ONE_ADDRESS = "CN817" Error {
        vi: "`web.address` là một địa chỉ, nhưng kho có {count} ấn bản" => "ghi địa chỉ của từng ấn bản: {yaml}",
            "Mỗi ấn bản là một trang web riêng, đăng ở địa chỉ riêng. Nếu chung một địa chỉ thì trang của ấn bản này tự nhận là trang của ấn bản kia.";
        en: "`web.address` is one address, but the corpus has {count} editions" => "write the address of each edition: {yaml}",
            "Each edition is a site of its own, published at an address of its own. With one address for all, a page of one edition would say that it is a page of another.";
        example: "address: https://camnang.example.vn  →  address: {ipv6: https://camnang.example.vn/ipv6, ipv6-2014: https://camnang.example.vn/ipv6-2014}"
    }
    ADDRESS_OF_NONE = "CN818" Error {
        vi: "`web.address` có địa chỉ của `{id}`, nhưng kho không có ấn bản ấy" => "{advice}",
            "Địa chỉ của một ấn bản gõ nhầm tên thì ấn bản thật không có địa chỉ, và không trang nào dẫn tới nó.";
        en: "`web.address` has the address of `{id}`, but the corpus has no such edition" => "{advice}",
            "If the name is mistyped, the edition that is meant has no address, and no page leads to it.";
        example: "address: {ipv-6: https://camnang.example.vn}  →  address: {ipv6: https://camnang.example.vn}"
    }
    SAME_ADDRESS = "CN819" Error {
        vi: "ấn bản `{id}` và `{first}` cùng một địa chỉ: {address}" => "cho mỗi ấn bản một địa chỉ riêng",
            "Hai ấn bản đăng ở một chỗ thì tệp của ấn bản sau ghi đè lên tệp của ấn bản trước.";
        en: "the editions `{id}` and `{first}` have the same address: {address}" => "give each edition an address of its own",
            "Published in one place, the files of one edition would overwrite those of the other.";
        example: "address: {ipv6: https://camnang.example.vn, ipv6-2014: https://camnang.example.vn}"
    }
}
