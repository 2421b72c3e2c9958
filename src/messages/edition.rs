//! What can be wrong with an edition, and with the booklet made from it.

use super::codes;

codes! {
    EMPTY_CHAPTER = "CN501" Warning {
        vi: "chương «{title}» không chọn được trích dẫn nào tại ngày {date}" => "nới điều kiện ở select, hoặc bỏ chương; `camnang why ID --edition {edition}` cho biết vì sao một trích dẫn bị loại",
            "Một chương trống thường là do gõ nhầm chủ đề hoặc điều kiện hiệu lực quá chặt.";
        en: "the chapter «{title}» selects no excerpt on {date}" => "loosen its select, or drop the chapter; `camnang why ID --edition {edition}` tells why an excerpt is out",
            "An empty chapter usually comes from a wrong topic or a validity that is too narrow.";
        example: "select:\n  topics: [dao-tao]\n  validity: [suspended]"
    }
    DUPLICATE_CHAPTER = "CN502" Error {
        vi: "id chương `{id}` viết hai lần trong ấn bản" => "đặt id khác cho một chương",
            "Id chương là tên trang web của chương.";
        en: "the chapter id `{id}` stands twice in the edition" => "give one of the chapters another id",
            "A chapter's id is the name of its web page.";
        example: "- id: mua-sam … - id: mua-sam"
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
        en: "`{id}` stands in include and in exclude" => "keep one of the two",
            "Nobody can guess which one is meant.";
        example: "include: [a]\nexclude: [a]"
    }
    RESERVED_CHAPTER = "CN506" Error {
        vi: "id chương `{id}` trùng tên một trang khác của trang web" => "đặt id khác, nói được nội dung của chương",
            "Trang của chương sẽ đè lên trang đó.";
        en: "the chapter id `{id}` is the name of another page of the site" => "choose another id, one that tells what the chapter is about",
            "The chapter's page would overwrite that page.";
        example: "- id: index  →  - id: tong-quan"
    }
    PRINTED_TWICE = "CN507" Error {
        vi: "{what} được in hai lần trong ấn bản" => "giữ một chỗ, bỏ chỗ còn lại",
            "Mỗi bài, mỗi bảng có một địa chỉ trên trang web; in hai lần thì không biết địa chỉ dẫn tới chỗ nào.";
        en: "{what} is printed twice in the edition" => "keep one of the places",
            "Every text and every table has one address on the site; printed twice, the address would lead nowhere certain.";
        example: "front: [loi-dau] … intro: loi-dau"
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
        en: "the edition `{edition}` ({date}) prints law in force of `{id}`, whose base `{base}` has ended" => "look in the official text whether `{id}` is still in force and mend its in-force-until (unknown where nobody knows); if it is, write a waiver with the reason into waivers.yaml",
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
    NO_EDITION = "CN521" Error {
        vi: "không có ấn bản `{id}` để so sánh" => "{advice}",
            "Khoá previous nêu ấn bản trước; từ đó tính ra những thay đổi và các dấu bên cạnh trích dẫn.";
        en: "there is no edition `{id}` to compare with" => "{advice}",
            "The key previous names the edition before; the changes and the marks beside excerpts are computed from it.";
        example: "previous: ipv6-2013  →  previous: ipv6-2014"
    }
    PREVIOUS_NOT_EARLIER = "CN522" Error {
        vi: "ấn bản trước `{id}` tính đến {former}, không sớm hơn ấn bản này ({own})" => "{advice}",
            "Một ấn bản không kể chuyện về sau, nên chỉ so sánh được với ấn bản của một ngày sớm hơn.";
        en: "the edition before, `{id}`, is as of {former}, which is no earlier than this one ({own})" => "{advice}",
            "An edition does not foretell, so it can only be compared with one of an earlier day.";
        example: "as-of: 2014-01-31\nprevious: ipv6   # as-of: 2026-11-23"
    }
    NOTHING_TO_COMPARE = "CN523" Error {
        vi: "phụ lục những thay đổi không biết so với ấn bản nào" => "thêm khoá previous: <id ấn bản trước>, hoặc bỏ phụ lục này",
            "Phụ lục này kể điều gì khác ấn bản trước; không nêu ấn bản trước thì không có gì để kể.";
        en: "the annex of changes does not know with which edition to compare" => "add the key previous: <id of the edition before>, or drop the annex",
            "This annex tells what differs from the edition before; without one there is nothing to tell.";
        example: "annexes: [{kind: changes, title: Những thay đổi}]  →  previous: ipv6-2014"
    }
    MISSING_GLYPH = "CN601" Error {
        vi: "phông chữ không có ký tự «{character}» ({code_point}; {style})" => "thay bằng ký tự khác, hoặc viết bằng chữ",
            "Ký tự không có trong phông sẽ biến mất hoặc thành ô vuông trên bản in mà không ai báo.";
        en: "the font has no character «{character}» ({code_point}; {style})" => "use another character, or say it in words",
            "A character that the font lacks disappears from the print, or becomes a box, and nothing says so.";
        example: "✅  →  ●"
    }
    TOO_LONG = "CN240" Error {
        vi: "đoạn bắt đầu bằng «{beginning}» dài {length} ký tự; ở đây tối đa {most}" => "viết ngắn lại, hoặc chuyển phần chi tiết vào thân bài",
            "Tên, địa chỉ và lời mô tả quá dài thì tệp PDF lưu trữ lâu dài không chứa được, và đầu trang, mục lục không đủ chỗ.";
        en: "what begins with «{beginning}» has {length} characters; here {most} at most" => "say it in fewer words, or move the details into the body",
            "An archival PDF has no room for names, addresses and descriptions that are too long, nor have page headers and contents.";
        example: "title: (hơn 1000 ký tự)"
    }
    LONG_WORD = "CN241" Error {
        vi: "«{beginning}…» dài {length} ký tự liền nhau không có dấu cách; tối đa {most}" => "thêm dấu cách, hoặc bỏ đoạn dán nhầm",
            "Chữ liền nhau quá dài không ngắt dòng được và làm việc dàn trang kéo dài vô tận; thường là do dán nhầm dữ liệu.";
        en: "«{beginning}…» has {length} characters in a row without a space; {most} at most" => "put spaces in, or drop what was pasted by mistake",
            "Such a word cannot be broken into lines and layout takes without end; mostly it is data that was pasted by mistake.";
        example: "AAAAAAAAAAAAAAAA…"
    }
    TOO_MANY = "CN242" Error {
        vi: "có {length} {what}; tối đa {most}" => "gộp bớt lại, hoặc chia thành nhiều phần",
            "Chú thích phải nằm ở chân trang có chỗ dẫn tới nó, từ khoá nằm chung một dòng trong tệp PDF; quá nhiều thì không dàn trang được.";
        en: "there are {length} {what}; {most} at most" => "join some of them, or divide the text",
            "Footnotes have to be at the foot of the page that refers to them, and keywords are one line of the PDF; too many cannot be laid out.";
        example: "[^1] … [^501]"
    }
}
