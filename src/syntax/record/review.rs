//! `reviews/<path of the record>.yaml`

use super::super::yaml::Node;
use super::excerpt::HASH;
use super::fields::{is, record};
use super::values::{DATE, TEXT, choice};
use crate::diag::{FileId, Sink};
use crate::model::review::{Resolution, Review, ReviewComment, ReviewDecision, ReviewState};
use crate::syntax::messages::words;

/// Reads `reviews/<path of the record>.yaml`.
pub fn read_review(node: &Node, file: FileId, sink: &mut Sink) -> Option<Review> {
    review().read_file(node, file, sink)
}

record! {
    pub(super) review: words::review_record => Review {
        decisions: list("decisions", decision(), "[{state: approved, by: Nguyễn Thị Lan, on: 2030-02-05, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855}]")
            vi "đã đề nghị, đã duyệt, đã trả lại, theo thứ tự; lần cuối là lần được tính"
            en "that it was asked about, approved or sent back, in their order; the last one counts";
        comments: list("comments", comment(), "[{by: Trần Văn Minh, on: 2030-02-05, text: Xem lại số khoản}]")
            vi "các ý kiến về hồ sơ này"
            en "comments on the record";
    }
    make Review { decisions, comments, present: None }
}

record! {
    /// What somebody at the machine said of a record. No signature.
    decision: words::decision_record => ReviewDecision {
        state: required("state", choice(), "approved")
            vi "đề nghị, duyệt hay trả lại"
            en "asked, approved or sent back";
        by: required("by", TEXT, "Nguyễn Thị Lan")
            vi "ai, theo lời người dùng máy; không phải chữ ký"
            en "who, as the one at the machine says; it is not a signature";
        on: required("on", DATE, "2030-02-05")
            vi "ngày"
            en "the day";
        sha256: required("sha256", HASH, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
            vi "mã băm của đúng những chữ đã xem; `camnang approve` ghi sẵn, đừng sửa tay"
            en "the hash of exactly what was seen; `camnang approve` writes it, do not edit it";
        word: required_where("word", TEXT, "Khoản 2 chép thiếu một vế", is("state", state, ReviewState::SentBack))
            vi "khi trả lại: phải sửa gì"
            en "where it was sent back: what is to be done";
    }
    make ReviewDecision { state, by, on, sha256, word }
}

record! {
    comment: words::comment_record => ReviewComment {
        by: required("by", TEXT, "Trần Văn Minh")
            vi "ai góp ý"
            en "whose comment it is";
        on: required("on", DATE, "2030-02-05")
            vi "ngày"
            en "the day";
        text: required("text", TEXT, "Xem lại số khoản")
            vi "ý kiến"
            en "the comment";
        resolved: optional("resolved", resolution(), "{by: Nguyễn Thị Lan, on: 2030-02-06}")
            vi "ai đã giải quyết; không có khoá này là chưa"
            en "who has resolved it; nobody when absent";
    }
    make ReviewComment { by, on, text, resolved }
}

record! {
    resolution: words::resolution_record => Resolution {
        by: required("by", TEXT, "Nguyễn Thị Lan")
            vi "ai"
            en "who";
        on: required("on", DATE, "2030-02-06")
            vi "ngày"
            en "the day";
    }
    make Resolution { by, on }
}
