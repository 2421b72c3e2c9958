//! What can be wrong with the settings of an office.

use super::codes;
use crate::diag::Both;

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
    BAD_COLOUR = "CN803" Error {
        vi: "`{text}` không phải một màu" => "{advice}",
            "Màu viết bằng sáu chữ số 0-9, a-f: hai chữ số cho mỗi màu đỏ, lục, lam. Phần mềm vẽ nào cũng cho biết sáu chữ số ấy.";
        en: "`{text}` is no colour" => "{advice}",
            "A colour is six digits 0-9, a-f: two each for red, green and blue. Every drawing program shows them.";
        example: "accent: #0b4a6f  →  accent: \"#0b4a6f\""
    }
    FAINT_COLOUR = "CN804" Error {
        vi: "màu `{text}` quá nhạt: chữ màu này trên nền trang chỉ tương phản {contrast} : 1, ít nhất phải là 4,5 : 1" => "viết \"{darker}\" (cùng sắc, đậm hơn), hoặc chọn màu đậm hơn nữa",
            "Màu này dùng cho chữ và đường kẻ. Người mắt kém và bản sao đen trắng chỉ còn thấy độ đậm nhạt, nên màu phải đủ đậm. Màu cho nền tối do công cụ tự làm sáng lên.";
        en: "the colour `{text}` is too faint: as text on the page it has a contrast of {contrast} : 1, and 4.5 : 1 is the least" => "write \"{darker}\" (the same hue, darker), or choose one that is darker still",
            "The colour is that of words and rules. Weak eyes and grey copies only see how dark it is, so it must be dark enough. For dark screens the tool makes it lighter by itself.";
        example: "accent: \"#f28c28\"  →  accent: \"#a25e1a\""
    }
    NOT_WITHIN = "CN805" Error {
        vi: "`{key}` là `{text}`, phải là số từ {least} đến {most} ({unit})" => "{advice}",
            "Ngoài khoảng này bảng và hình không còn đủ chỗ, hoặc chữ không còn đọc được. Số viết không kèm đơn vị, nhiều nhất một chữ số sau dấu chấm.";
        en: "`{key}` is `{text}`, but must be a number from {least} to {most} ({unit})" => "{advice}",
            "Outside of these bounds tables and figures have no room left, or words cannot be read. Numbers are written without their unit and with one digit after the point at most.";
        example: "left: 3 cm  →  left: 30"
    }
    UNUSUAL_MARGIN = "CN806" Warning {
        vi: "lề `{key}` là {text} mm; thể thức văn bản hành chính là từ {least} đến {most} mm" => "viết một số từ {least} đến {most}; nếu cố ý thì miễn cảnh báo này trong waivers.yaml, kèm lý do",
            "Phụ lục I Nghị định số 30/2020/NĐ-CP: lề trên và dưới 20 - 25 mm, lề trái 30 - 35 mm, lề phải 15 - 20 mm. Cẩm nang không phải văn bản hành chính, nên đây chỉ là cảnh báo; lề trái hẹp thì đóng gáy mất chữ.";
        en: "the margin `{key}` is {text} mm; administrative documents have {least} to {most} mm" => "write a number from {least} to {most}; if it is meant, waive the warning in waivers.yaml with a reason",
            "Annex I of Decree 30/2020/NĐ-CP: 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right. The booklet is no administrative document, so this is only a warning; but a narrow left margin disappears in the binding.";
        example: "left: 20  →  left: 30"
    }
    UNDATED_NOTICE = "CN807" Error {
        vi: "lời của `{key}` không nêu ngày" => "thêm {ngày} vào chỗ của ngày, như «Vào {ngày}, …»; công cụ điền ngày của ấn bản",
            "Lời này chỉ đúng vào ngày của ấn bản. Không nêu ngày thì người đọc sau này sẽ hiểu là đúng mãi.";
        en: "the wording of `{key}` does not name the day" => "put {ngày} where the day belongs, as in «Vào {ngày}, …»; the tool fills in the edition's day",
            "The notice is true on the edition's day only. Without the day a later reader would take it to be true for ever.";
        example: "ended: Quy định này không còn hiệu lực.  →  ended: Vào {ngày}, quy định này không còn hiệu lực."
    }
    UNKNOWN_HOLE = "CN808" Error {
        vi: "công cụ không biết điền gì vào `{hole}` ở `{key}`" => "{advice}",
            "Chữ trong ngoặc nhọn là chỗ để công cụ điền; chỗ không ai điền sẽ bị in nguyên như vậy.";
        en: "the tool does not know what to put for `{hole}` in `{key}`" => "{advice}",
            "Words in braces are for the tool to fill in; a place that nobody fills would be printed as it is.";
        example: "as-of: {text: \"Tính đến {hôm nay}.\"}  →  as-of: {text: \"Tính đến {ngày}.\"}"
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

/// After a build: what the sites of these editions lack because nobody has said where they are published.
pub fn no_address(editions: &[String]) -> Both {
    let names = editions.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let entries = editions.iter().map(|id| format!("{id}: https://…")).collect::<Vec<_>>().join(", ");
    let yaml = format!("web: {{address: {{{entries}}}}}");
    Both::new(
        format!(
            "Chưa ghi nơi đăng của {names}, nên trang web không có liên kết chính tắc (canonical), không có \
             sitemap.xml, và không ấn bản nào dẫn tới đó. Nếu đem đăng thì ghi vào settings.yaml: {yaml}"
        ),
        format!(
            "Nobody has said where {names} will be published, so the site has no canonical links and no \
             sitemap.xml, and no other edition links to it. To publish it, write in settings.yaml: {yaml}"
        ),
    )
}
