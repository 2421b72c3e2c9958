//! Faults of the provisions that duties rest on.

use crate::diag::codes;

codes! {
    SECOND_HAND_DUTY = "CN228" Error {
        vi: "việc «{what}» chỉ biết qua nguồn gián tiếp nên không thể ghi là bắt buộc" => "chọn mức thuộc loại mục tiêu (kind: goal), hoặc bỏ việc này cho tới khi thấy văn bản",
            "Báo chí hay người khác nêu lại có thể thiếu điều kiện, sai đối tượng, sai ngày; người đọc không thể bị đòi làm điều mà chưa ai ở đây thấy văn bản.";
        en: "the duty «{what}» is known at second hand only and cannot bind" => "choose a level of the kind goal, or leave it out until the document has been seen",
            "The press and others may leave out a condition or mistake whom and when; nobody can be asked to do what no one here has seen a document for.";
        example: "confidence: second-hand … level: bat-buoc"
    }
    DUTY_FROM_PENALTY = "CN229" Warning {
        vi: "việc «{what}» được suy ra từ một điều khoản phạt" => "chuyển việc ấy sang trích dẫn của điều khoản đặt ra nó và ghi id trích dẫn đó vào sanction-for ở đây; chưa có trích dẫn ấy thì bỏ việc này",
            "Điều khoản phạt nói hành vi nào bị phạt; ai phải làm gì, khi nào thì điều khoản khác nói, và hai điều khoản có thể hết hiệu lực khác ngày.";
        en: "the duty «{what}» is derived from a penalty clause" => "move it to the excerpt of the provision that lays it down and name that excerpt in sanction-for here; without such an excerpt leave the duty out",
            "A penalty clause says which act is punished; who must do what and when is said elsewhere, and the two may end on different days.";
        example: "Phạt tiền từ 10 đến 20 triệu đồng … obligations: [{who: …, what: …, level: bat-buoc}]"
    }
    ID_TWICE = "CN230" Error {
        vi: "id `{id}` đã dùng ở `{other}`" => "đặt id khác cho một trong hai",
            "Nơi khác chỉ tới việc, tới thời hạn bằng id này; hai nơi cùng id thì không biết nói về nơi nào.";
        en: "the id `{id}` is in use in `{other}`" => "give one of the two another id",
            "Other records name the duty or the deadline by this id; of two with one id nobody can tell which is meant.";
        example: "deadline: {id: nop-bao-cao, yearly: 31/01} (hai nơi)"
    }
    NO_SUCH_DUTY = "CN231" Error {
        vi: "không có {what} mang id `{id}`" => "{advice}",
            "Điều khoản phạt được in cạnh việc mà nó bảo đảm, thời hạn được dời in theo ngày mới ở mọi nơi; id sai thì người đọc không thấy.";
        en: "there is no {what} with the id `{id}`" => "{advice}",
            "A penalty clause is printed beside the duty that it backs, and a deadline that was moved with its new day everywhere; with a wrong id readers see neither.";
        example: "sanction-for: [nd-1-2020.dieu-9] (không có tệp ấy)"
    }
}
