//! Why a state is unknown, and what would settle it.

use super::act::{Act, Standing};
use super::clause::ClauseLife;
use super::life::name_act;
use crate::model::date::Date;
use crate::model::instrument::Instrument;
use crate::model::known::{Day, Reached};
use crate::model::provision::Locator;
use crate::model::validity::Validity;

const START_CLAUSE: &str = "điều khoản nói ngày có hiệu lực";

/// What an editor wrote of a day that is not known, with the day that it is about.
fn about(day: &str, reason: &str) -> String {
    if reason.is_empty() { String::new() } else { format!("{day}: {reason}") }
}

/// Why something is not known. Whoever says so also says what would settle it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ValidityDoubt {
    pub reason: String,
    pub settled_by: String,
}

impl ValidityDoubt {
    /// Why an act may not have happened.
    pub fn of_act(act: &Act<'_>) -> Option<Self> {
        let doubt = |reason: String, settled_by: String| Some(ValidityDoubt { reason, settled_by });
        match act.standing {
            Standing::Certain if act.known == Reached::Unknown => doubt(
                format!("{}, nhưng chưa rõ khi ấy đã ban hành chưa", act.said()),
                format!("ngày ban hành {}", act.instrument.citation()),
            ),
            Standing::Certain => None,
            // What is not verified is not named.
            Standing::Unverified => doubt(
                "có thể đã có văn bản tác động tới hiệu lực, chưa kiểm chứng".to_owned(),
                "kiểm chứng văn bản được cho là đã tác động tới hiệu lực".to_owned(),
            ),
            Standing::Doubtful => doubt(
                format!("{}, nhưng chưa rõ văn bản đó khi ấy có còn hiệu lực không", act.said()),
                format!("hiệu lực của {} vào ngày tác động", act.instrument.citation()),
            ),
            Standing::Void => doubt(String::new(), String::new()),
        }
    }

    /// The act names no units, or the text has no known place.
    pub fn unsaid(act: &Act<'_>, at: Option<&Locator>) -> Self {
        let units: Vec<String> = act.relation.units.iter().map(ToString::to_string).collect();
        let settled_by = match at.filter(|_| !units.is_empty()) {
            Some(at) => format!("{at} có thuộc {} không ({})", units.join(", "), act.place()),
            None => format!("{} có gồm đơn vị này không", act.place()),
        };
        ValidityDoubt { reason: format!("{}, chưa rõ có gồm đơn vị này không", act.said()), settled_by }
    }

    /// The day of an act is not known.
    pub fn day_of(act: &Act<'_>, reason: Option<&str>) -> Self {
        let reason = match reason {
            Some(reason) => format!("{}, chưa rõ từ ngày nào: {reason}", act.said()),
            None if act.effect().date().is_none() => format!("{}, chưa rõ từ ngày nào", act.said()),
            None => act.said(),
        };
        let day = if act.instrument.kind.has_validity() { "ngày có hiệu lực" } else { "ngày tác động" };
        ValidityDoubt { reason, settled_by: format!("{day} của {}", act.place()) }
    }

    /// The same, of a text that a clause keeps, where that one does not certainly count on the day.
    pub fn although_kept(self, kept_by: &ClauseLife<'_>, date: Date) -> Self {
        match kept_by.doubt_on(date) {
            None => self,
            Some(why) => ValidityDoubt {
                reason: format!("{}; được cho tiếp tục có hiệu lực, nhưng {why}", self.reason),
                settled_by: if kept_by.is_over_on(date) { self.settled_by } else { kept_by.settled_by() },
            },
        }
    }

    /// Whether the clause by which it ends with its parent counts is not known.
    pub fn decision(by: &ClauseLife<'_>) -> Self {
        ValidityDoubt {
            reason: format!(
                "hết hiệu lực cùng văn bản mà nó gắn với, nhưng chưa rõ {} có hiệu lực chưa",
                by.clause.citation()
            ),
            settled_by: by.settled_by(),
        }
    }

    /// The instrument of a provision has ended, and what keeps the provision does not certainly count.
    pub fn outlived(day: &Day) -> Self {
        let day = day.date().map_or_else(|| ", chưa rõ từ ngày nào".to_owned(), |date| format!(" từ {}", date.short()));
        ValidityDoubt {
            reason: format!("văn bản hết hiệu lực{day}"),
            settled_by: "điều khoản cho biết quy định này còn hay hết hiệu lực".to_owned(),
        }
    }

    /// It hangs on too many in a row for their ends to be looked at.
    pub fn too_deep(parent: &Instrument) -> Self {
        ValidityDoubt {
            reason: format!("chưa xét {} còn hiệu lực không", parent.citation()),
            settled_by: format!("hiệu lực của {}", parent.citation()),
        }
    }

    /// Whether the clause that sets other days for some was there is not known.
    pub fn scope_by(by: &ClauseLife<'_>) -> Self {
        ValidityDoubt {
            reason: format!("theo {}, chưa rõ khi ấy đã ban hành chưa", by.clause.citation()),
            settled_by: by.settled_by(),
        }
    }

    /// A suspension may have been lifted.
    pub fn lifting(act: &Act<'_>, reason: &str) -> Self {
        ValidityDoubt {
            reason: format!("{}, chưa rõ đến ngày nào: {reason}", act.said()),
            settled_by: "ngày hết ngưng hiệu lực".to_owned(),
        }
    }

    /// What suspended it has itself ended.
    pub fn lapsed(act: &Act<'_>) -> Self {
        ValidityDoubt {
            reason: format!("{}, văn bản đó nay đã hết hiệu lực, chưa rõ có hiệu lực trở lại chưa", act.said()),
            settled_by: "văn bản cho biết ngày có hiệu lực trở lại".to_owned(),
        }
    }

    /// The first day is not known.
    pub fn start(reason: &str) -> Self {
        ValidityDoubt { reason: about("ngày có hiệu lực", reason), settled_by: START_CLAUSE.to_owned() }
    }

    /// The end that the record gives is not known.
    pub fn end(reason: &str) -> Self {
        let settled_by = "văn bản hoặc điều khoản làm hết hiệu lực, hay xác nhận là vẫn còn hiệu lực".to_owned();
        ValidityDoubt { reason: about("ngày hết hiệu lực", reason), settled_by }
    }

    /// It is in force no longer, and may never have been.
    pub fn ended_or_never(end: &ValidityDoubt, start: Option<&str>) -> Self {
        let none = "không còn hiệu lực, chưa rõ đã hết hiệu lực hay chưa từng có hiệu lực";
        let start = start.map(ValidityDoubt::start);
        let reasons = [Some(end), start.as_ref()].into_iter().flatten().map(|doubt| doubt.reason.as_str());
        let reasons: Vec<&str> = reasons.filter(|reason| !reason.is_empty()).collect();
        let settled_by = start.as_ref().unwrap_or(end).settled_by.clone();
        ValidityDoubt { reason: format!("{none}: {}", reasons.join("; ")), settled_by }
    }

    /// With a first day that is not known either.
    pub fn and_start(self, reason: Option<&str>) -> Self {
        let Some(start) = reason.map(ValidityDoubt::start) else { return self };
        ValidityDoubt {
            reason: format!("{}; {}", start.reason, self.reason),
            settled_by: format!("{}; {}", start.settled_by, self.settled_by),
        }
    }

    /// Nobody could know of the text, or it is not known whether anybody could.
    pub fn unheard_of(known_on: Date, known_from: &Day) -> Self {
        let known_on = known_on.short();
        match known_from.date().map(Date::short) {
            Some(from) => ValidityDoubt {
                reason: format!("đến {known_on} chưa thể biết có văn bản này, biết được từ {from}"),
                settled_by: format!("hỏi với ngày biết đến từ {from} trở đi"),
            },
            None => ValidityDoubt {
                reason: format!("đến {known_on} chưa rõ đã ban hành chưa"),
                settled_by: "ngày ban hành".to_owned(),
            },
        }
    }

    /// The state that follows.
    pub fn validity(self) -> Validity {
        let settled_by = Some(self.settled_by).filter(|words| !words.is_empty());
        Validity { settled_by, ..Validity::unknown(self.reason) }
    }

    /// The state that follows, with the act that may have happened.
    pub fn validity_by(self, act: Option<Act<'_>>) -> Validity {
        let mut validity = self.validity();
        if let Some(act) = act {
            name_act(&mut validity, &act);
        }
        validity
    }
}
