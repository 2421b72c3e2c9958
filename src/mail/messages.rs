//! Messages of sending; [`faults`] says why a message did not go.

pub mod damaged;
pub mod faults;
pub mod standing;

use crate::diag::Bilingual;

/// The subject of a message, with its holes.
pub const SUBJECT: &str = "{tên sách}: bản số {bản số}";

/// The text of a message, with its holes. Vietnamese, as the booklet is.
pub const PARAGRAPHS: [&str; 5] = [
    "Kính gửi: {đơn vị}",
    "Xin gửi tới quý cơ quan tài liệu «{tên sách}», tính đến ngày {ngày}, bản số {bản số}. Các tệp đính kèm:",
    "{tệp}",
    "Để biết tệp nhận được còn nguyên vẹn, so mã SHA-256 của tệp với mã ghi ở trên.",
    "Đề nghị quý cơ quan xác nhận đã nhận bằng cách trả lời thư này, ghi rõ số {bản số}.",
];

/// The subject of a reminder, with its holes.
pub const REMINDER_SUBJECT: &str = "Nhắc gửi phiếu: {tên sách}, bản số {bản số}";

/// The text of a reminder, with its holes.
pub const REMINDER: [&str; 5] = [
    "Kính gửi: {đơn vị}",
    "Chúng tôi chưa nhận được phiếu rà soát của quý cơ quan về «{tên sách}», bản số {bản số}. Hạn gửi lại phiếu: {hạn}.",
    "Công văn và phiếu được gửi kèm lại thư này:",
    "{tệp}",
    "Nếu quý cơ quan đã gửi phiếu, đề nghị trả lời thư này, ghi rõ ngày gửi và cách gửi, để chúng tôi tìm lại.",
];

/// For the hole of the day by which the form is to be back, where the settings have none.
pub const NO_DUE: &str = "chưa đặt";

/// How many are reminded, of which day.
pub fn reminding(day: &str, count: usize) -> Bilingual {
    Bilingual::new(
        format!(
            "Nhắc ngày {day}: {count} đơn vị chưa gửi lại phiếu. Chạy tiếp lượt nhắc này vào ngày khác: thêm --on {day}."
        ),
        format!(
            "Reminding of {day}: {count} departments have sent no form back. To go on with it on another day: add --on {day}."
        ),
    )
}

/// Everybody has sent a form back.
pub fn nobody_to_remind() -> Bilingual {
    Bilingual::new("Không còn đơn vị nào phải nhắc.", "There is nobody to remind.")
}

/// A department that was not certainly sent to is sent to first.
pub fn not_reminded(name: &str, id: &str) -> Bilingual {
    Bilingual::new(
        format!("Không nhắc {name} ({id}): chưa chắc đã được gửi. Gửi trước: --send --only {id}"),
        format!("{name} ({id}) is not reminded: it was not certainly sent to. Send first: --send --only {id}"),
    )
}

/// A size that people can read: `1,2 MB`. Millions of bytes, rounded up, so that nothing is said to be smaller than it is.
pub fn size(bytes: u64) -> Bilingual {
    let tenths = bytes.div_ceil(100_000);
    let (whole, part) = (tenths / 10, tenths % 10);
    Bilingual::new(format!("{whole},{part} MB"), format!("{whole}.{part} MB"))
}

/// `export NAME=…` is the same in any language; the rest is not.
pub fn half_a_login(missing: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "thiếu biến môi trường {missing}: tên và mật khẩu của máy chủ thư phải có cả hai. Đặt nó, hoặc bỏ biến kia nếu máy chủ không cần đăng nhập"
        ),
        format!(
            "the environment variable {missing} is missing: the mail server's name and password go together. Set it, or unset the other one if the server needs no login"
        ),
    )
}

/// The corpus' settings have no `mail`; shows the least that is needed.
pub fn no_settings(settings: &str) -> Bilingual {
    let example = "\nmail:\n  host: mail.so.example\n  from: Văn phòng Sở <van-thu@so.example>";
    Bilingual::new(
        format!("chưa biết gửi qua máy chủ nào: `{settings}` không có phần mail. Thêm, ví dụ:{example}"),
        format!(
            "it is not said which server to send through: `{settings}` has no section mail. Add, for example:{example}"
        ),
    )
}

/// `near`: a hand-out that was built and has nearly this name.
pub fn no_ledger(ledger: &str, edition: &str, near: Option<&str>) -> Bilingual {
    let (vi, en) = match near {
        Some(near) => (format!(" Có phải `{near}`?"), format!(" Did you mean `{near}`?")),
        None => (String::new(), String::new()),
    };
    Bilingual::new(
        format!("chưa có bản nào để gửi: không có `{ledger}`. Dựng trước: camnang handout --edition {edition}.{vi}"),
        format!(
            "there is nothing to send: there is no `{ledger}`. Make it first: camnang handout --edition {edition}.{en}"
        ),
    )
}

/// The ledger is no JSON of a hand-out; `why` is the parser's message.
pub fn bad_ledger(ledger: &str, why: &str) -> Bilingual {
    Bilingual::new(
        format!("không hiểu sổ bản in `{ledger}` ({why}); dựng lại bằng camnang handout"),
        format!("the ledger `{ledger}` cannot be understood ({why}); make it again with camnang handout"),
    )
}

/// Another process is sending and holds the lock of the journal.
pub fn locked(journal: &str) -> Bilingual {
    Bilingual::new(
        format!("một lần gửi khác đang chạy và giữ sổ `{journal}`; chờ nó xong rồi chạy lại"),
        format!("another run is sending and holds the journal `{journal}`; wait until it is done, then run this again"),
    )
}

/// `--only`, `--resend` or `--received` names a department that has no copy in the edition's ledger.
pub fn no_department(id: &str, near: Option<&str>, edition: &str) -> Bilingual {
    let (vi, en) = match near {
        Some(near) => (format!("; có phải `{near}`?"), format!("; did you mean `{near}`?")),
        None => (
            format!("; xem các id bằng camnang handout --edition {edition} --status"),
            format!("; see the ids with camnang handout --edition {edition} --status"),
        ),
    };
    Bilingual::new(
        format!("đợt phát này không có đơn vị `{id}`{vi}"),
        format!("this hand-out has no department `{id}`{en}"),
    )
}

/// `--on` is after today, which no answer can be.
pub fn in_the_future(on: &str, today: &str) -> Bilingual {
    Bilingual::new(
        format!("ngày {on} chưa tới (hôm nay là {today}); --on là ngày đơn vị trả lời"),
        format!("{on} has not come yet (today is {today}); --on is the day of the department's answer"),
    )
}

/// The answer of a department was added to the journal.
pub fn noted(name: &str, what: crate::mail::journal::Answer, on: &str) -> Bilingual {
    let (vi, en) = standing::answer(what);
    Bilingual::new(format!("Đã ghi: {name}, {vi}, ngày {on}."), format!("Noted: {name}, {en}, on {on}."))
}

/// The journal has this answer of this day already; nothing was added.
pub fn noted_before(name: &str, what: crate::mail::journal::Answer, on: &str) -> Bilingual {
    let (vi, en) = standing::answer(what);
    Bilingual::new(
        format!("Đã có trong sổ, không ghi lại: {name}, {vi}, ngày {on}."),
        format!("In the journal already, not noted again: {name}, {en}, on {on}."),
    )
}

/// An answer to something that the journal does not know to have been sent: by hand or by post, most likely.
pub fn never_sent(name: &str) -> Bilingual {
    Bilingual::new(
        format!("Lưu ý: sổ không có thư nào gửi cho {name}; nếu trao tận tay hay qua bưu điện thì không sao."),
        format!("Note: the journal has no message to {name}; if it was given by hand or by post, that is fine."),
    )
}

/// The end of the journal was cut off by a crash, and the rest of that line was removed.
pub fn repaired(journal: &str) -> Bilingual {
    Bilingual::new(
        format!("Sổ `{journal}` có dòng cuối bị cắt do lần chạy trước dừng đột ngột; đã sửa, không mất việc nào."),
        format!(
            "The last line of `{journal}` was cut off when a former run was stopped; it is repaired, and nothing is lost."
        ),
    )
}

/// The head of a run: through which server, from whom, how fast.
pub fn head(really: bool, server: &str, from: &str, per_minute: u32, logs_in: bool) -> Bilingual {
    let (vi, en) = match really {
        true => ("Gửi", "Sending"),
        false => ("CHẠY THỬ, không gửi gì. Sẽ gửi", "DRY RUN, nothing is sent. Would send"),
    };
    let (login_vi, login_en) = match logs_in {
        true => ("", ""),
        false => (", không đăng nhập", ", without a login"),
    };
    Bilingual::new(
        format!("{vi} qua {server}{login_vi}, từ {from}, nhiều nhất {per_minute} thư mỗi phút."),
        format!("{en} through {server}{login_en}, from {from}, {per_minute} messages a minute at most."),
    )
}

/// The subject of a message, in the preview.
pub fn subject_line(subject: &str) -> Bilingual {
    Bilingual::new(format!("Tiêu đề: {subject}"), format!("Subject: {subject}"))
}

/// The size of a message as it is sent, with its attachments in base64.
pub fn whole_message(bytes: u64) -> Bilingual {
    let size = size(bytes);
    Bilingual::new(format!("cả thư {}", size.vi), format!("the message {}", size.en))
}

/// A server took a message; `reply` is its answer.
pub fn sent(reply: &str) -> Bilingual {
    Bilingual::new(format!("đã gửi ({reply})"), format!("sent ({reply})"))
}

/// Messages that were deferred are tried again after this pause.
pub fn waits(seconds: u64, count: usize) -> Bilingual {
    Bilingual::new(
        format!("Chờ {seconds} giây rồi thử lại {count} thư bị hoãn"),
        format!("Waiting {seconds} seconds before trying the {count} put-off messages again"),
    )
}

/// How a run went, in one line.
pub fn total(really: bool, sent: usize, before: usize, not: usize) -> Bilingual {
    let (vi, en) = if really { ("Đã gửi", "Sent") } else { ("Sẽ gửi", "Would send") };
    Bilingual::new(
        format!("{vi} {sent} thư; đã gửi từ trước {before}; không gửi được {not}."),
        format!("{en} {sent} messages; sent before {before}; not sent {not}."),
    )
}

/// At the end of a preview: nothing is sent without `--really`.
pub fn how_to_really() -> Bilingual {
    Bilingual::new("Gửi thật thì thêm --really.", "To really send them add --really.")
}

/// What to do about a department whose copy could not be made.
pub fn make_again() -> Bilingual {
    Bilingual::new("sửa rồi chạy lại camnang handout", "fix it and run camnang handout again")
}

/// The heading above the messages that were not sent.
pub fn not_sent_head() -> Bilingual {
    Bilingual::new("Không gửi được, và việc cần làm:", "Not sent, and what to do:")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::mail::unknown_hole;

    #[test]
    fn own_texts_have_known_holes() {
        for text in PARAGRAPHS.into_iter().chain([SUBJECT]) {
            assert_eq!(unknown_hole(text), None, "{text}");
        }
    }

    #[test]
    fn sizes_round_up() {
        assert_eq!(size(0).vi, "0,0 MB");
        assert_eq!(size(1).vi, "0,1 MB");
        assert_eq!(size(1_200_001).en, "1.3 MB");
    }
}
