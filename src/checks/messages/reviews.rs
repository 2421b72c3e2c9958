//! Codes and sentences about approvals of words that have changed.

use crate::diag::codes;

codes! {
    STALE_APPROVAL = "CN851" Warning {
        vi: "đã sửa sau khi {by} duyệt ngày {on}, nên không còn được coi là đã duyệt" => "xem điều gì đã đổi: `camnang approve {record} --show`; rồi đề nghị duyệt lại: `camnang approve {record} --ask --by TÊN`",
            "Một lần duyệt chỉ nói về đúng những chữ người duyệt đã xem; sửa một chữ cũng phải xem lại.";
        en: "it was changed after {by} approved it on {on}, and does not count as approved any more" => "see what has changed: `camnang approve {record} --show`; then ask again: `camnang approve {record} --ask --by NAME`",
            "An approval speaks of the very words that were seen; what was changed has to be looked at again.";
        example: "duyệt ngày 05/02/2030, rồi «30 ngày» được sửa thành «45 ngày»"
    }
    CHANGED_SINCE_ASKED = "CN852" Warning {
        vi: "đã sửa sau khi {by} đề nghị duyệt ngày {on}" => "đề nghị lại, để người duyệt xem đúng bản này: `camnang approve {record} --ask --by TÊN`",
            "Người duyệt phải xem đúng những chữ mà mình duyệt.";
        en: "it was changed after {by} asked for an approval on {on}" => "ask again, so that what is there now is what is looked at: `camnang approve {record} --ask --by NAME`",
            "Whoever approves must look at the very words that are approved.";
        example: "đề nghị ngày 05/02/2030, rồi sửa tiếp"
    }
}
