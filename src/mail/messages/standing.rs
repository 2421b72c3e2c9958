//! Words for the state of a department's delivery: what was sent to it, and what came back.

use crate::diag::Bilingual;
use crate::mail::journal::Answer;

/// The name of an answer, in Vietnamese and English.
pub fn answer(what: Answer) -> (&'static str, &'static str) {
    match what {
        Answer::Acknowledgement => ("xác nhận đã nhận", "acknowledgement"),
        Answer::Report => ("phiếu báo cáo", "report form"),
    }
}

/// How far the hand-out has come with a department; the first that holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DeliveryState {
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

impl DeliveryState {
    pub const ALL: [DeliveryState; 7] = [
        DeliveryState::Reported,
        DeliveryState::Acknowledged,
        DeliveryState::Waiting,
        DeliveryState::Uncertain,
        DeliveryState::Failed,
        DeliveryState::NotSent,
        DeliveryState::NotMade,
    ];

    /// What other programs read.
    pub fn key(self) -> &'static str {
        match self {
            DeliveryState::Reported => "reported",
            DeliveryState::Acknowledged => "acknowledged",
            DeliveryState::Waiting => "waiting",
            DeliveryState::Uncertain => "uncertain",
            DeliveryState::Failed => "failed",
            DeliveryState::NotSent => "not-sent",
            DeliveryState::NotMade => "not-made",
        }
    }

    /// The name of the state in the table.
    pub fn words(self) -> Bilingual {
        match self {
            DeliveryState::Reported => Bilingual::new("đã gửi phiếu báo cáo", "has reported"),
            DeliveryState::Acknowledged => Bilingual::new("đã xác nhận", "has acknowledged"),
            DeliveryState::Waiting => Bilingual::new("đã gửi, chưa trả lời", "sent, no answer"),
            DeliveryState::Uncertain => Bilingual::new("không rõ đã đến chưa", "may have arrived"),
            DeliveryState::Failed => Bilingual::new("gửi không được", "could not be sent"),
            DeliveryState::NotSent => Bilingual::new("chưa gửi", "not sent"),
            DeliveryState::NotMade => Bilingual::new("chưa dựng được bản", "no copy was made"),
        }
    }
}

/// The headings of the table, in order.
pub fn columns() -> [Bilingual; 7] {
    [
        Bilingual::new("ID", "ID"),
        Bilingual::new("Đơn vị", "Department"),
        Bilingual::new("Bản số", "Serial"),
        Bilingual::new("Gửi lúc", "Sent"),
        Bilingual::new("Xác nhận", "Acknowledged"),
        Bilingual::new("Phiếu", "Report"),
        Bilingual::new("Tình trạng", "State"),
    ]
}

/// The head of the table.
pub fn head(edition: &str, count: usize) -> Bilingual {
    Bilingual::new(
        format!("Đợt phát {edition}: {count} đơn vị (giờ Việt Nam)"),
        format!("Hand-out {edition}: {count} departments (Vietnam time)"),
    )
}

/// The figures below it.
pub fn counts(all: usize, sent: usize, answered: usize, reported: usize) -> Bilingual {
    Bilingual::new(
        format!("Đã gửi {sent}/{all}. Đã trả lời {answered}/{all}, trong đó {reported} có phiếu báo cáo."),
        format!("Sent {sent} of {all}. Answered {answered} of {all}, {reported} of them with a report form."),
    )
}

/// The last line of the table: who has not answered, of how many.
pub fn silent(all: usize, names: &[&str]) -> Bilingual {
    let (count, list) = (names.len(), names.join(", "));
    Bilingual::new(format!("Chưa trả lời {count}/{all}: {list}."), format!("No answer from {count} of {all}: {list}."))
}

/// Where notes on a row are.
pub fn note(id: &str, words: &Bilingual) -> Bilingual {
    Bilingual::new(format!("{id}: {}", words.vi), format!("{id}: {}", words.en))
}

/// A department that the journal knows and today's ledger does not.
pub fn gone() -> Bilingual {
    Bilingual::new("không còn trong đợt dựng hiện nay", "no longer in the hand-out as it is built")
}
