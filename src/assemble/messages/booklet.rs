//! Codes and sentences about the booklet that an edition makes of the corpus.

use crate::diag::codes;

codes! {
    EMPTY_CHAPTER = "CN501" Warning {
        vi: "chương «{title}» không chọn được trích dẫn nào tại ngày {date}" => "nới điều kiện ở select, hoặc bỏ chương; `camnang why ID --edition {edition}` cho biết vì sao một trích dẫn bị loại",
            "Một chương trống thường là do gõ nhầm chủ đề hoặc điều kiện hiệu lực quá chặt.";
        en: "the chapter «{title}» selects no excerpt on {date}" => "loosen its select, or drop the chapter; `camnang why ID --edition {edition}` says why an excerpt is not in it",
            "An empty chapter usually comes from a wrong topic or a validity that is too narrow.";
        example: "select:\n  topics: [dao-tao]\n  validity: [suspended]"
    }
    LEFT_OUT = "CN503" Error {
        vi: "`{from}` dẫn tới `{to}`, nhưng ấn bản `{edition}` không in trích dẫn đó" => "thêm `{to}` vào include của một chương, bỏ tham chiếu, hoặc đổi references thành plain",
            "Ấn bản này ghi references: fail, nghĩa là mọi tham chiếu phải tới được đích.";
        en: "`{from}` refers to `{to}`, which the edition `{edition}` does not print" => "add `{to}` to a chapter's include, drop the reference, or set references to plain",
            "This edition says references: fail: every reference must reach its target.";
        example: "references: fail"
    }
    UNVERIFIED_INCLUDED = "CN504" Error {
        vi: "`{id}` chưa kiểm chứng (confidence: unverified) nên không được in" => "bỏ khỏi include, hoặc kiểm chứng rồi nâng mức confidence",
            "Điều chưa kiểm chứng không được tới tay người đọc như một quy định.";
        en: "`{id}` is unverified (confidence: unverified) and must not be printed" => "take it out of include, or verify it and raise its confidence",
            "What is unverified must not reach a reader as if it were a rule.";
        example: "include: [tt-1-2020.bang]"
    }
    IN_AND_OUT = "CN505" Error {
        vi: "`{id}` vừa ở include vừa ở exclude" => "giữ một trong hai",
            "Máy không thể đoán ý nào là đúng.";
        en: "`{id}` is in include and in exclude" => "keep one of the two",
            "Nobody can guess which one is meant.";
        example: "include: [a]\nexclude: [a]"
    }
    UNSELECTED = "CN508" Note {
        vi: "không ấn bản nào chọn `{id}`: {reason}" => "thêm nó vào include của một chương, thêm chủ đề, hoặc nới select của chương; để dành thì không phải làm gì. Xem từng chương: `camnang why {id} --edition …`",
            "Điều đã soạn mà không ấn bản nào in thì không tới tay người đọc; thường là do quên thêm chương, hoặc chủ đề không thuộc chương nào. Bản nháp không tính.";
        en: "no edition selects `{id}`: {reason}" => "add it to a chapter's include, add a topic, or loosen a chapter's select; if it is kept for later, do nothing. Each chapter's reason: `camnang why {id} --edition …`",
            "What was written and no edition prints reaches no reader; most often a chapter was forgotten, or its topic belongs to none. Drafts are not counted.";
        example: "topics: [dao-tao]  →  a chapter with select: {topics: [dao-tao]}"
    }
    ENDED_BASE = "CN511" Warning {
        vi: "ấn bản `{edition}` ({date}) in điều khoản đang có hiệu lực của `{id}`, mà căn cứ của nó, `{base}`, đã hết hiệu lực" => "kiểm tra ở bản chính thức xem `{id}` còn hiệu lực không, rồi sửa in-force-until của nó (chưa rõ thì ghi unknown); nếu vẫn còn thì ghi vào waivers.yaml, kèm lý do",
            "Văn bản hướng dẫn thường hết hiệu lực cùng luật mà nó hướng dẫn, nhưng không phải lúc nào cũng vậy; công cụ không tự suy ra, người biên tập phải xem.";
        en: "the edition `{edition}` ({date}) prints law in force of `{id}`, whose base `{base}` has ended" => "look in the official text whether `{id}` is still in force and fix its in-force-until (`unknown` where it is not known); if it is, write a waiver with the reason into waivers.yaml",
            "What guides a law often ends with it, but not always; the tool infers nothing, an editor has to look.";
        example: "type: based-on … instrument: luat-1-2006 (in-force-until: 2026-07-01)"
    }
    CITES_ENDED = "CN512" Warning {
        vi: "`{id}` dẫn tới {target}, đã hết hiệu lực vào ngày của ấn bản `{edition}` ({date}), mà không nói gì" => "thêm vào note một câu: văn bản nào thay thế, nay theo đâu; điều khoản viết thế nào thì thân bài vẫn giữ thế",
            "Người đọc sẽ đi tìm một quy định không còn nữa.";
        en: "`{id}` cites {target}, which had ended on the day of the edition `{edition}` ({date}), without a word about it" => "add to note what replaced it and where to look today; the body keeps what the provision says",
            "A reader would look for a rule that is no longer there.";
        example: "note: \"Nghị định số 01/2020/NĐ-CP nay được thay bằng Nghị định số 02/2025/NĐ-CP.\""
    }
}
