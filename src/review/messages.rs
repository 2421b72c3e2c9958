//! The words about reviews that cannot be noted.

use super::NotNoted;
use crate::diag::Bilingual;
use crate::edit;
use crate::model::review::{ReviewDecision, ReviewStanding, ReviewState};

/// Why a step was not noted.
pub fn not_noted(record: &str, reason: &NotNoted) -> Bilingual {
    match reason {
        NotNoted::NotReviewed => Bilingual::new(
            format!(
                "`{record}` không thuộc loại được duyệt; duyệt được văn bản, trích dẫn, bài viết, ấn bản, từ vựng, thiết lập"
            ),
            format!(
                "`{record}` is of a kind that is not reviewed; instruments, excerpts, guidance, editions, vocabulary and settings are"
            ),
        ),
        NotNoted::NoComment(number) => Bilingual::new(
            format!("`{record}` không có ý kiến số {number} còn để ngỏ. Xem: camnang comment {record}"),
            format!("`{record}` has no open comment {number}. To see them: camnang comment {record}"),
        ),
        NotNoted::Refused(refusal) => edit::messages::refused(refusal),
        NotNoted::Disk(error) => Bilingual::new(
            format!("không đọc được hồ sơ duyệt của `{record}`: {error}"),
            format!("cannot read the review of `{record}`: {error}"),
        ),
    }
}

/// How far a record has got.
pub fn standing(standing: ReviewStanding<'_>) -> Bilingual {
    match standing {
        ReviewStanding::Draft => Bilingual::new("chưa đề nghị duyệt", "nobody was asked"),
        ReviewStanding::Asked(it) => Bilingual::new(
            format!("chờ duyệt, {} đề nghị ngày {}", it.by, it.on.short()),
            format!("waits for approval, {} asked on {}", it.by, it.on.short()),
        ),
        ReviewStanding::Approved(it) => Bilingual::new(
            format!("{} đã duyệt ngày {} (theo lời người dùng máy)", it.by, it.on.short()),
            format!("{} approved it on {} (as the one at the machine says)", it.by, it.on.short()),
        ),
        ReviewStanding::SentBack(it) => {
            let (by, on, word) = (&it.by, it.on.short(), it.word.as_deref().unwrap_or_default());
            Bilingual::new(format!("{by} trả lại ngày {on}: {word}"), format!("{by} sent it back on {on}: {word}"))
        }
        ReviewStanding::Stale(it) => {
            let (by, on) = (&it.by, it.on.short());
            let asked = it.state == ReviewState::Asked;
            let (vi, en) = if asked { ("đề nghị duyệt", "asked") } else { ("duyệt", "approved it") };
            Bilingual::new(format!("đã sửa sau khi {by} {vi} ngày {on}"), format!("changed after {by} {en} on {on}"))
        }
    }
}

/// A decision in a list.
pub fn decision(it: &ReviewDecision) -> Bilingual {
    match it.state {
        ReviewState::Asked => standing(ReviewStanding::Asked(it)),
        ReviewState::Approved => standing(ReviewStanding::Approved(it)),
        ReviewState::SentBack => standing(ReviewStanding::SentBack(it)),
    }
}
