//! Codes and sentences about the settings of an office.

use crate::diag::codes;

codes! {
    BAD_ADDRESS = "CN801" Error {
        vi: "`{text}` không phải địa chỉ của một trang web" => "{advice}",
            "Địa chỉ này được in và gắn vào từng trang; địa chỉ thiếu hoặc có phần riêng của một lần truy cập sẽ dẫn người đọc đi lạc.";
        en: "`{text}` is no address of a web site" => "{advice}",
            "The address is printed and put into every page; one that is not whole, or has parts of a single visit in it, leads readers astray.";
        example: "address: camnang.example.vn  →  address: https://camnang.example.vn"
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
}
