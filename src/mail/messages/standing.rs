//! How a department stands: what was sent to it, and what came back.

use crate::diag::Both;
use crate::mail::journal::Answer;

/// What came back, in Vietnamese and English.
pub fn answer(what: Answer) -> (&'static str, &'static str) {
    match what {
        Answer::Acknowledgement => ("xác nhận đã nhận", "acknowledgement"),
        Answer::Report => ("phiếu báo cáo", "report form"),
    }
}

/// How far the hand-out has come with a department; the first that holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum State {
    Reported,
    Acknowledged,
    /// Sent, and no answer yet.
    Waiting,
    Uncertain,
    /// The last attempt failed.
    Failed,
    NotSent,
    /// No copy could be made.
    NotMade,
}

impl State {
    pub const ALL: [State; 7] = [
        State::Reported,
        State::Acknowledged,
        State::Waiting,
        State::Uncertain,
        State::Failed,
        State::NotSent,
        State::NotMade,
    ];

    /// What other programs read.
    pub fn key(self) -> &'static str {
        match self {
            State::Reported => "reported",
            State::Acknowledged => "acknowledged",
            State::Waiting => "waiting",
            State::Uncertain => "uncertain",
            State::Failed => "failed",
            State::NotSent => "not-sent",
            State::NotMade => "not-made",
        }
    }

    pub fn words(self) -> Both {
        match self {
            State::Reported => Both::new("đã gửi phiếu báo cáo", "has reported"),
            State::Acknowledged => Both::new("đã xác nhận", "has acknowledged"),
            State::Waiting => Both::new("đã gửi, chưa trả lời", "sent, no answer"),
            State::Uncertain => Both::new("không rõ đã đến chưa", "may have arrived"),
            State::Failed => Both::new("gửi không được", "could not be sent"),
            State::NotSent => Both::new("chưa gửi", "not sent"),
            State::NotMade => Both::new("chưa dựng được bản", "no copy was made"),
        }
    }
}

pub fn columns() -> [Both; 7] {
    [
        Both::new("ID", "ID"),
        Both::new("Đơn vị", "Department"),
        Both::new("Bản số", "Serial"),
        Both::new("Gửi lúc", "Sent"),
        Both::new("Xác nhận", "Acknowledged"),
        Both::new("Phiếu", "Report"),
        Both::new("Tình trạng", "State"),
    ]
}

/// The head of the table.
pub fn head(edition: &str, count: usize) -> Both {
    Both::new(
        format!("Đợt phát {edition}: {count} đơn vị (giờ Việt Nam)"),
        format!("Hand-out {edition}: {count} departments (Vietnam time)"),
    )
}

/// The figures below it.
pub fn counts(all: usize, sent: usize, answered: usize, reported: usize) -> Both {
    Both::new(
        format!("Đã gửi {sent}/{all}. Đã trả lời {answered}/{all}, trong đó {reported} có phiếu báo cáo."),
        format!("Sent {sent} of {all}. Answered {answered} of {all}, {reported} of them with a report form."),
    )
}

pub fn silent(all: usize, names: &[&str]) -> Both {
    let (count, list) = (names.len(), names.join(", "));
    Both::new(format!("Chưa trả lời {count}/{all}: {list}."), format!("No answer from {count} of {all}: {list}."))
}

/// Where notes on a row are.
pub fn note(id: &str, words: &Both) -> Both {
    Both::new(format!("{id}: {}", words.vi), format!("{id}: {}", words.en))
}

/// A department that the journal knows and today's ledger does not.
pub fn gone() -> Both {
    Both::new("không còn trong đợt dựng hiện nay", "no longer in the hand-out as it is built")
}
