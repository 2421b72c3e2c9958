//! The kinds of what a provision lays on people: what they must do, must not do, should do, or may do.

/// What a level of the vocabulary is. Only a duty and a prohibition bind; the others ask for no account.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DutyKind {
    Duty,
    Prohibition,
    Recommendation,
    Encouragement,
    Right,
    Goal,
}

impl DutyKind {
    pub const ALL: [DutyKind; 6] = [
        DutyKind::Duty,
        DutyKind::Prohibition,
        DutyKind::Recommendation,
        DutyKind::Encouragement,
        DutyKind::Right,
        DutyKind::Goal,
    ];

    /// Returns the key in YAML and for programs.
    pub fn key(self) -> &'static str {
        match self {
            DutyKind::Duty => "duty",
            DutyKind::Prohibition => "prohibition",
            DutyKind::Recommendation => "recommendation",
            DutyKind::Encouragement => "encouragement",
            DutyKind::Right => "right",
            DutyKind::Goal => "goal",
        }
    }

    /// Returns the Vietnamese name, for readers.
    pub fn name(self) -> &'static str {
        match self {
            DutyKind::Duty => "nghĩa vụ",
            DutyKind::Prohibition => "điều cấm",
            DutyKind::Recommendation => "khuyến nghị",
            DutyKind::Encouragement => "khuyến khích",
            DutyKind::Right => "quyền",
            DutyKind::Goal => "mục tiêu",
        }
    }

    /// Returns a sign that the shipped fonts have and no state of validity uses.
    pub fn sign(self) -> &'static str {
        match self {
            DutyKind::Duty => "►",
            DutyKind::Prohibition => "×",
            DutyKind::Recommendation => "»",
            DutyKind::Encouragement => "▲",
            DutyKind::Right => "◊",
            DutyKind::Goal => "☼",
        }
    }

    /// Whether somebody can be asked to account for it.
    pub fn binds(self) -> bool {
        match self {
            DutyKind::Duty | DutyKind::Prohibition => true,
            DutyKind::Recommendation | DutyKind::Encouragement | DutyKind::Right | DutyKind::Goal => false,
        }
    }
}
