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
}
