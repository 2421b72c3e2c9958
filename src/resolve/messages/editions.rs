//! Codes and sentences about the record of an edition.

use crate::diag::codes;

codes! {
    DUPLICATE_CHAPTER = "CN502" Error {
        vi: "id chương `{id}` viết hai lần trong ấn bản" => "đặt id khác cho một chương",
            "Id chương là tên trang web của chương.";
        en: "the chapter id `{id}` stands twice in the edition" => "give one of the chapters another id",
            "A chapter's id is the name of its web page.";
        example: "- id: mua-sam … - id: mua-sam"
    }
    PRINTED_TWICE = "CN507" Error {
        vi: "{what} được in hai lần trong ấn bản" => "giữ một chỗ, bỏ chỗ còn lại",
            "Mỗi bài, mỗi bảng có một địa chỉ trên trang web; in hai lần thì không biết địa chỉ dẫn tới chỗ nào.";
        en: "{what} is printed twice in the edition" => "keep one of the places",
            "Every text and every table has one address on the site; printed twice, the address would lead nowhere certain.";
        example: "front: [loi-dau] … intro: loi-dau"
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
            "This annex shows what differs from the edition before; without one there is nothing to show.";
        example: "annexes: [{kind: changes, title: Những thay đổi}]  →  previous: ipv6-2014"
    }
    MEDIUM_TWICE = "CN820" Error {
        vi: "`{medium}` viết hai lần" => "viết một lần: in: [{medium}]",
            "Khoá in nêu những nơi có phần, chương hay phụ lục này; mỗi nơi một lần.";
        en: "`{medium}` stands twice" => "write it once: in: [{medium}]",
            "The key in names where the part, chapter or annex is, each place once.";
        example: "in: [web, web]  →  in: [web]"
    }
    NOT_IN_ITS_PART = "CN821" Error {
        vi: "chương «{title}» có ở `{medium}`, nhưng phần chứa nó thì không" => "thêm {medium} vào khoá in của phần, hoặc bỏ khỏi khoá in của chương",
            "Phần không có ở một nơi thì các chương của nó cũng không có ở nơi ấy; chương này sẽ không được in ở đâu như đã ghi.";
        en: "the chapter “{title}” is in `{medium}`, and its part is not" => "add {medium} to the key in of the part, or drop it from that of the chapter",
            "Where a part is not, its chapters are not either; the chapter would not be where it says.";
        example: "- title: Lịch sử\n  in: [web]\n  chapters: [{id: lich-su, title: Lịch sử, in: [print]}]"
    }
    EMPTY_IN = "CN822" Error {
        vi: "phần «{title}» có ở `{medium}`, nhưng không chương nào của nó có ở đó" => "ở phần, ghi khoá in không có {medium}; hoặc cho một chương có ở {medium}",
            "Một phần không có chương nào thì chỉ còn cái tên.";
        en: "the part “{title}” is in `{medium}`, and none of its chapters is" => "give the part a key in without {medium}, or put one of its chapters there",
            "A part without any chapter is nothing but its name.";
        example: "- title: Lịch sử\n  chapters: [{id: lich-su, title: Lịch sử, in: [web]}]  # phần: in: [web]"
    }
    NOTHING_IN = "CN823" Error {
        vi: "không phần nào của ấn bản có ở `{medium}`" => "để ít nhất một phần có ở {medium}",
            "Ấn bản nào cũng có trang web và bản in; không phần nào ở đó thì chỉ còn bìa.";
        en: "no part of the edition is in `{medium}`" => "leave at least one part in {medium}",
            "Every edition has a site and a booklet on paper; without any part they are but covers.";
        example: "parts: [{title: Phải làm gì, in: [web], chapters: […]}]"
    }
    ONLY_ON_PAPER = "CN824" Error {
        vi: "chương «{title}» chỉ có trên bản in mà lại chọn trích dẫn" => "thêm web vào khoá in, hoặc bỏ khoá select",
            "Mỗi trích dẫn có một địa chỉ cố định trên trang web; chương chỉ có trên bản in thì chỉ chứa bài hướng dẫn.";
        en: "the chapter “{title}” is on paper only, and selects excerpts" => "add web to the key in, or drop the key select",
            "Every excerpt has a permanent address on the site; a chapter on paper only can hold nothing but guidance.";
        example: "- {id: mua-sam, title: Mua sắm, in: [print], select: {topics: [mua-sam]}}"
    }
    ANSWERS_NOT_IN_FRONT = "CN825" Error {
        vi: "bài `{id}` ở khoá answers không có trong front" => "thêm {id} vào front, hoặc nêu một bài của front",
            "Bài trả lời là một bài của front; bản in chỉ đưa bài ấy lên ngay sau bìa.";
        en: "the guidance `{id}` of the key answers is not in front" => "add {id} to front, or name one that is there",
            "The answers are a piece of front; paper only moves it to the page behind the cover.";
        example: "front: [loi-noi-dau]\nanswers: doc-truoc  # front: [loi-noi-dau, doc-truoc]"
    }
}
