//! The fixed words of the form, by which a returned one is understood too. They are compared without marks, signs and
//! the case of letters, since programs and people change those.

use crate::latin::in_ascii;

/// Name of the sheet of duties.
pub const DUTY_SHEET: &str = "Trách nhiệm";
/// Name of the sheet of figures.
pub const FIGURE_SHEET: &str = "Số liệu";
/// Name of the hidden sheet that keeps the id of the form.
pub const OWN_SHEET: &str = "camnang";

/// Label of the department that is asked.
pub const DEPARTMENT: &str = "Đơn vị";
/// Label of the booklet that the form came with.
pub const BOOKLET: &str = "Sách";
/// Label of the round.
pub const ROUND: &str = "Đợt";
/// Label of the day by which the form is to be back.
pub const DUE: &str = "Hạn gửi lại";
/// Label of where it goes back to.
pub const TO: &str = "Gửi về";
/// Label of the day on which it was filled in: of two forms the later counts.
pub const DATED: &str = "Ngày điền";
/// Label of who filled it in.
pub const FILLED_BY: &str = "Người điền, điện thoại";
/// Label of the id by which it is known again.
pub const FORM_ID: &str = "Mã phiếu";

/// Every label.
pub const LABELS: [&str; 8] = [DEPARTMENT, BOOKLET, ROUND, DUE, TO, DATED, FILLED_BY, FORM_ID];

/// What a duty has come to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DutyState {
    Done,
    InPart,
    NotDone,
    NotApplicable,
}

impl DutyState {
    /// Every state, in the order in which the form offers them.
    pub const ALL: [DutyState; 4] = [DutyState::Done, DutyState::InPart, DutyState::NotDone, DutyState::NotApplicable];

    /// Returns what programs read.
    pub fn key(self) -> &'static str {
        match self {
            DutyState::Done => "done",
            DutyState::InPart => "part",
            DutyState::NotDone => "not-done",
            DutyState::NotApplicable => "not-applicable",
        }
    }

    /// Returns the words of the form.
    pub fn words(self) -> &'static str {
        match self {
            DutyState::Done => "đã làm",
            DutyState::InPart => "đang làm",
            DutyState::NotDone => "chưa làm",
            DutyState::NotApplicable => "không áp dụng",
        }
    }

    /// Returns the state that these words name: those of the form, and no others.
    pub fn of(words: &str) -> Option<Self> {
        DutyState::ALL.into_iter().find(|state| is_same(state.words(), words))
    }
}

/// A column of a table of the form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FormColumn {
    Id,
    Rule,
    Duty,
    Deadline,
    Proof,
    State,
    On,
    Evidence,
    Figure,
    Unit,
    Value,
    Note,
}

impl FormColumn {
    /// The columns of the sheet of duties, with their widths.
    pub const OF_DUTIES: [(FormColumn, u16); 9] = [
        (FormColumn::Id, 24),
        (FormColumn::Rule, 28),
        (FormColumn::Duty, 52),
        (FormColumn::Deadline, 22),
        (FormColumn::Proof, 28),
        (FormColumn::State, 15),
        (FormColumn::On, 13),
        (FormColumn::Evidence, 28),
        (FormColumn::Note, 28),
    ];

    /// The columns of the sheet of figures, with their widths.
    pub const OF_FIGURES: [(FormColumn, u16); 5] = [
        (FormColumn::Id, 24),
        (FormColumn::Figure, 60),
        (FormColumn::Unit, 14),
        (FormColumn::Value, 16),
        (FormColumn::Note, 40),
    ];

    const ALL: [FormColumn; 12] = [
        FormColumn::Id,
        FormColumn::Rule,
        FormColumn::Duty,
        FormColumn::Deadline,
        FormColumn::Proof,
        FormColumn::State,
        FormColumn::On,
        FormColumn::Evidence,
        FormColumn::Figure,
        FormColumn::Unit,
        FormColumn::Value,
        FormColumn::Note,
    ];

    /// Returns the head of the column.
    pub fn head(self) -> &'static str {
        match self {
            FormColumn::Id => "Mã",
            FormColumn::Rule => "Quy định",
            FormColumn::Duty => "Trách nhiệm",
            FormColumn::Deadline => "Thời hạn",
            FormColumn::Proof => "Cần có để chứng minh",
            FormColumn::State => "Tình trạng",
            FormColumn::On => "Ngày làm",
            FormColumn::Evidence => "Tài liệu chứng minh",
            FormColumn::Figure => "Số liệu",
            FormColumn::Unit => "Đơn vị tính",
            FormColumn::Value => "Giá trị",
            FormColumn::Note => "Ghi chú",
        }
    }

    /// Returns the column that has this head.
    pub fn of(head: &str) -> Option<Self> {
        FormColumn::ALL.into_iter().find(|column| is_same(column.head(), head))
    }

    /// Whether a department fills it in.
    pub fn is_answer(self) -> bool {
        matches!(self, FormColumn::State | FormColumn::On | FormColumn::Evidence | FormColumn::Value | FormColumn::Note)
    }
}

/// Whether two texts are the same words.
pub fn is_same(one: &str, other: &str) -> bool {
    in_ascii(one).trim_end_matches(['-', '.']) == in_ascii(other).trim_end_matches(['-', '.'])
}

/// The label with which a text begins, alone or before a colon.
pub fn label_of(text: &str) -> Option<&'static str> {
    let before = text.split(':').next().unwrap_or(text);
    LABELS.into_iter().find(|label| is_same(label, before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_however_they_are_typed() {
        for (text, state) in [
            ("Đã làm", Some(DutyState::Done)),
            ("  DA LAM. ", Some(DutyState::Done)),
            ("không áp  dụng", Some(DutyState::NotApplicable)),
            ("làm rồi", None),
            ("đã làm một phần", None),
            ("", None),
        ] {
            assert_eq!(DutyState::of(text), state, "{text}");
        }
        assert_eq!(FormColumn::of("TÌNH TRẠNG"), Some(FormColumn::State));
        assert_eq!(label_of("Ngày điền: 1/2/2030"), Some(DATED));
        for column in FormColumn::ALL {
            assert_eq!(FormColumn::of(column.head()), Some(column));
        }
    }
}
