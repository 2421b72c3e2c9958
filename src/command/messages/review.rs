//! The words of `camnang approve` and `camnang comment`.

use crate::diag::Bilingual;
use crate::model::date::Date;
use crate::model::review::{ReviewComment, ReviewState};

/// Nobody is named who would approve.
pub fn who(records: &[String]) -> Bilingual {
    let records = records.join(" ");
    Bilingual::new(
        format!(
            "thiếu tên người duyệt: camnang approve {records} --by TÊN. Chỉ xem thì: camnang approve {records} --show"
        ),
        format!("who approves? camnang approve {records} --by NAME. To look only: camnang approve {records} --show"),
    )
}

/// The record is there and cannot be read.
pub fn unread(path: &str) -> Bilingual {
    Bilingual::new(
        format!("không đọc được `{path}`; sửa lỗi trước: camnang check"),
        format!("cannot read `{path}`; fix its faults first: camnang check"),
    )
}

/// The clock of this machine says no day.
pub fn no_day() -> Bilingual {
    Bilingual::new("không rõ hôm nay là ngày nào; ghi --on", "this machine knows no day; give --on")
}

/// A comment without words.
pub fn no_text() -> Bilingual {
    Bilingual::new(
        "thiếu ý kiến: camnang comment ID \"Ý KIẾN\" --by TÊN",
        "the comment is missing: camnang comment ID \"COMMENT\" --by NAME",
    )
}

/// The given hash is that of other words.
pub fn other_words(path: &str) -> Bilingual {
    Bilingual::new(
        format!("`{path}` không còn là bản có mã băm ấy; xem lại: camnang approve {path} --show"),
        format!("`{path}` does not have that hash any more; look again: camnang approve {path} --show"),
    )
}

/// It was changed after somebody asked about it.
pub fn changed_since_asked(path: &str, on: Date) -> Bilingual {
    let on = on.short();
    Bilingual::new(
        format!(
            "`{path}` đã sửa sau khi được đề nghị duyệt ngày {on}; xem rồi duyệt kèm mã băm: camnang approve {path} --show"
        ),
        format!(
            "`{path}` was changed after somebody asked about it on {on}; look at it, and approve it with its hash: camnang approve {path} --show"
        ),
    )
}

/// Nobody has asked about it, so that nothing says what was seen.
pub fn nobody_asked(path: &str) -> Bilingual {
    Bilingual::new(
        format!("chưa ai đề nghị duyệt `{path}`; xem rồi duyệt kèm mã băm: camnang approve {path} --show"),
        format!(
            "nobody has asked about `{path}`; look at it, and approve it with its hash: camnang approve {path} --show"
        ),
    )
}

/// A decision was noted for these records.
pub fn noted(state: ReviewState, paths: &[String], by: &str, on: Date) -> Bilingual {
    let (did_vi, did_en) = match state {
        ReviewState::Asked => ("đã đề nghị duyệt", "asks for an approval of"),
        ReviewState::Approved => ("đã duyệt", "approves"),
        ReviewState::SentBack => ("đã trả lại", "sends back"),
    };
    let (on, list) = (on.short(), paths.join("\n  "));
    Bilingual::new(
        format!("{by} {did_vi} ngày {on} (theo lời người dùng máy, không phải chữ ký):\n  {list}\n"),
        format!("{by} {did_en}, {on} (as the one at this machine says, which is no signature):\n  {list}\n"),
    )
}

/// A comment was noted, or noted as resolved.
pub fn commented(path: &str, resolved: Option<usize>) -> Bilingual {
    match resolved {
        Some(number) => Bilingual::new(
            format!("ý kiến số {number} về `{path}`: đã giải quyết\n"),
            format!("comment {number} on `{path}`: resolved\n"),
        ),
        None => Bilingual::new(format!("đã ghi ý kiến về `{path}`\n"), format!("noted the comment on `{path}`\n")),
    }
}

/// Behind the state: how many comments nobody has answered.
pub fn open_comments(count: usize) -> Bilingual {
    let plural = if count == 1 { "" } else { "s" };
    Bilingual::new(format!("; {count} ý kiến chưa giải quyết"), format!("; {count} open comment{plural}"))
}

/// Below the list.
pub fn counted(waiting: usize, approved: usize) -> Bilingual {
    Bilingual::new(
        format!("{waiting} hồ sơ cần xem, {approved} hồ sơ đã duyệt.\n"),
        format!("{waiting} to look at, {approved} approved.\n"),
    )
}

/// Above the words that changed.
pub fn since_approval(on: Date) -> Bilingual {
    let on = on.short();
    Bilingual::new(
        format!("So với bản đã duyệt ngày {on} ([-bỏ-], {{+thêm+}}):\n"),
        format!("Against what was approved on {on} ([-removed-], {{+added+}}):\n"),
    )
}

/// The words that were approved are in no journal of this machine.
pub fn former_is_gone(on: Date) -> Bilingual {
    let on = on.short();
    Bilingual::new(
        format!("Sổ của máy này không có bản đã duyệt ngày {on}; dưới đây là toàn văn bây giờ:\n"),
        format!(
            "The journal of this machine does not have what was approved on {on}; this is all of it as it is now:\n"
        ),
    )
}

/// The hash of the words above, and how to approve them.
pub fn hash(path: &str, sha256: &str) -> Bilingual {
    Bilingual::new(
        format!("Mã băm: {sha256}\nDuyệt đúng bản này: camnang approve {path} --by TÊN --sha256 {sha256}\n"),
        format!("Hash: {sha256}\nTo approve just this: camnang approve {path} --by NAME --sha256 {sha256}\n"),
    )
}

/// A comment in a list.
pub fn comment(number: usize, comment: &ReviewComment) -> Bilingual {
    let (by, on, text) = (&comment.by, comment.on.short(), &comment.text);
    let line = format!("{number:>4}  {by}, {on}: {text}");
    match &comment.resolved {
        None => Bilingual::same(format!("{line}\n")),
        Some(it) => Bilingual::new(
            format!("{line} [{} đã giải quyết ngày {}]\n", it.by, it.on.short()),
            format!("{line} [resolved by {}, {}]\n", it.by, it.on.short()),
        ),
    }
}

/// There is nothing to list.
pub fn no_comments() -> Bilingual {
    Bilingual::new("Không có ý kiến nào.", "There are no comments.")
}
