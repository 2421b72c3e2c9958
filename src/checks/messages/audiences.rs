//! Faults of relations between audiences, and of the audiences that a duty binds.

use crate::diag::codes;

codes! {
    CIRCLE = "CN222" Error {
        vi: "các đối tượng gồm lẫn nhau trong cùng một lúc: {chain}" => "xoá một mục within hay taken-by trong vòng này: chỉ giữ chiều mà luật nói",
            "Việc của đối tượng rộng là việc của đối tượng hẹp, không phải ngược lại; thành vòng thì ai cũng phải làm việc của nhau.";
        en: "these audiences are each other at the same time: {chain}" => "delete one item of within or taken-by of the circle: keep the direction that the law states",
            "The duties of the wider audience bind the narrower, not the other way round; in a circle everybody would be bound by everything.";
        example: "so: within co-quan; co-quan: within so  →  so: within co-quan"
    }
    DEAD_END = "CN223" Note {
        vi: "không việc nào, trích dẫn nào nhắc tới đối tượng `{id}`, và nó không nằm trong đối tượng nào" => "ghi within hoặc role nếu luật coi `{id}` là một phần của đối tượng khác, hoặc xoá dòng này",
            "Người tra theo đối tượng này sẽ không gặp gì, dù có thể có việc ràng buộc họ qua đối tượng khác.";
        en: "no duty and no excerpt names the audience `{id}`, and it is within no other" => "write within or role if the law counts `{id}` among another audience, or delete the line",
            "Whoever looks under it finds nothing, though duties may bind it through another audience.";
        example: "{id: phong, name: Phòng}  →  {id: phong, name: Phòng, within: [{audience: co-quan, source: Điều 2 …}]}"
    }
    OTHER_WORDS = "CN225" Warning {
        vi: "who và audiences nói khác nhau: {clash}" => "đọc lại điều khoản, rồi sửa chỗ sai: who là lời, audiences là danh sách để tính việc của từng đối tượng",
            "Người đọc thấy lời, còn danh sách việc tính theo id; khác nhau thì một trong hai sẽ báo sai cho ai đó.";
        en: "who and audiences disagree: {clash}" => "read the provision again and fix the wrong one: who is the wording, audiences is what the lists of duties are made from",
            "Readers see the words, and the lists of duties are made from the ids; where they differ, one of the two is wrong.";
        example: "{who: Cơ quan nhà nước, audiences: [so], …}  →  {who: Cơ quan nhà nước, audiences: [co-quan-nha-nuoc], …}"
    }
}
