//! Why a state is unknown, and what would settle it.

use super::act::{Act, Standing};
use super::clause::ClauseLife;
use super::life::name_act;
use crate::model::bilingual::Bilingual;
use crate::model::date::Date;
use crate::model::instrument::Instrument;
use crate::model::known::{Day, Reached};
use crate::model::provision::Locator;
use crate::model::validity::Validity;

/// What an editor wrote of a day that is not known, with the day that it is about.
fn about(day: (&str, &str), reason: &str) -> Bilingual {
    if reason.is_empty() {
        return Bilingual::default();
    }
    Bilingual::new(format!("{}: {reason}", day.0), format!("{}: «{reason}»", day.1))
}

/// Why something is not known. Whoever says so also says what would settle it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ValidityDoubt {
    pub reason: Bilingual,
    pub settled_by: Bilingual,
}

impl ValidityDoubt {
    /// Why an act may not have happened.
    pub fn of_act(act: &Act<'_>) -> Option<Self> {
        let named = act.instrument.citation();
        let Bilingual { vi, en } = act.said();
        let doubt = |reason: Bilingual, settled_by: Bilingual| Some(ValidityDoubt { reason, settled_by });
        match act.standing {
            Standing::Certain if act.known == Reached::Unknown => doubt(
                Bilingual::new(
                    format!("{vi}, nhưng chưa rõ khi ấy đã ban hành chưa"),
                    format!("{en}, but it is unknown whether that had been issued"),
                ),
                Bilingual::new(format!("ngày ban hành {named}"), format!("the date of issue of {named}")),
            ),
            Standing::Certain => None,
            // An unverified act is not named.
            Standing::Unverified => doubt(
                Bilingual::new(
                    "có thể đã có văn bản tác động tới hiệu lực, chưa kiểm chứng",
                    "an instrument may have changed its validity, which nobody has verified",
                ),
                Bilingual::new(
                    "kiểm chứng văn bản được cho là đã tác động tới hiệu lực",
                    "a check of the instrument that is said to have changed its validity",
                ),
            ),
            Standing::Doubtful => doubt(
                Bilingual::new(
                    format!("{vi}, nhưng chưa rõ văn bản đó khi ấy có còn hiệu lực không"),
                    format!("{en}, but it is unknown whether that was in force then"),
                ),
                Bilingual::new(
                    format!("hiệu lực của {named} vào ngày tác động"),
                    format!("the validity of {named} on the day of its act"),
                ),
            ),
            Standing::Void => doubt(Bilingual::default(), Bilingual::default()),
        }
    }

    /// The act names no units, or the text has no known place.
    pub fn unsaid(act: &Act<'_>, at: Option<&Locator>) -> Self {
        let place = act.place();
        let settled_by = match at.filter(|_| !act.relation.units.is_empty()) {
            Some(at) => {
                let units = act.relation.units_named();
                Bilingual::new(
                    format!("{at} có thuộc {units} không ({place})"),
                    format!("whether {at} is in {units} ({place})"),
                )
            }
            None => Bilingual::new(
                format!("{place} có gồm đơn vị này không"),
                format!("whether {place} includes this provision"),
            ),
        };
        let Bilingual { vi, en } = act.said();
        let reason = Bilingual::new(
            format!("{vi}, chưa rõ có gồm đơn vị này không"),
            format!("{en}, unknown whether that includes this provision"),
        );
        ValidityDoubt { reason, settled_by }
    }

    /// The day of an act is not known.
    pub fn day_of(act: &Act<'_>, reason: Option<&str>) -> Self {
        let Bilingual { vi, en } = act.said();
        let reason = match reason {
            Some(reason) => Bilingual::new(
                format!("{vi}, chưa rõ từ ngày nào: {reason}"),
                format!("{en}, unknown from which day: {}", act.day_reason().map_or(format!("«{reason}»"), |it| it.en)),
            ),
            None if act.effect().date().is_none() => {
                Bilingual::new(format!("{vi}, chưa rõ từ ngày nào"), format!("{en}, unknown from which day"))
            }
            None => Bilingual::new(vi, en),
        };
        let (vi, en) = if act.instrument.kind.has_validity() {
            ("ngày có hiệu lực", "the first day in force")
        } else {
            ("ngày tác động", "the day of effect")
        };
        let place = act.place();
        ValidityDoubt { reason, settled_by: Bilingual::new(format!("{vi} của {place}"), format!("{en} of {place}")) }
    }

    /// The same, of a text that a clause keeps, where that one does not certainly count on the day.
    pub fn although_kept(self, kept_by: &ClauseLife<'_>, date: Date) -> Self {
        let Some(why) = kept_by.doubt_on(date) else { return self };
        let Bilingual { vi, en } = self.reason;
        ValidityDoubt {
            reason: Bilingual::new(
                format!("{vi}; được cho tiếp tục có hiệu lực, nhưng {}", why.vi),
                format!("{en}; kept in force, but {}", why.en),
            ),
            settled_by: if kept_by.is_over_on(date) { self.settled_by } else { kept_by.settled_by() },
        }
    }

    /// The instrument of a provision has ended, and what keeps the provision does not certainly count.
    pub fn outlived(day: &Day) -> Self {
        let reason = match day.date() {
            Some(date) => Bilingual::new(
                format!("văn bản hết hiệu lực từ {}", date.short()),
                format!("its instrument ended on {date}"),
            ),
            None => Bilingual::new(
                "văn bản hết hiệu lực, chưa rõ từ ngày nào",
                "its instrument has ended, unknown on which day",
            ),
        };
        let settled_by = Bilingual::new(
            "điều khoản cho biết quy định này còn hay hết hiệu lực",
            "the clause that says whether this provision is still in force",
        );
        ValidityDoubt { reason, settled_by }
    }

    /// It hangs on too many in a row for their ends to be looked at.
    pub fn too_deep(parent: &Instrument) -> Self {
        let named = parent.citation();
        ValidityDoubt {
            reason: Bilingual::new(
                format!("chưa xét {named} còn hiệu lực không"),
                format!("whether {named} is in force was not looked at"),
            ),
            settled_by: Bilingual::new(format!("hiệu lực của {named}"), format!("the validity of {named}")),
        }
    }

    /// Whether the clause by which it ends with its parent counts is not known.
    pub fn decision(by: &ClauseLife<'_>) -> Self {
        let named = by.clause.citation();
        ValidityDoubt {
            reason: Bilingual::new(
                format!("hết hiệu lực cùng văn bản mà nó gắn với, nhưng chưa rõ {named} có hiệu lực chưa"),
                format!("ended with what it hangs on, but it is unknown whether {named} was in force"),
            ),
            settled_by: by.settled_by(),
        }
    }

    /// Whether the clause that sets other days for some was there is not known.
    pub fn scope_by(by: &ClauseLife<'_>) -> Self {
        let named = by.clause.citation();
        ValidityDoubt {
            reason: Bilingual::new(
                format!("theo {named}, chưa rõ khi ấy đã ban hành chưa"),
                format!("by {named}, unknown whether that had been issued"),
            ),
            settled_by: by.settled_by(),
        }
    }

    /// A suspension may have been lifted.
    pub fn lifting(act: &Act<'_>, reason: &str) -> Self {
        let Bilingual { vi, en } = act.said();
        ValidityDoubt {
            reason: Bilingual::new(
                format!("{vi}, chưa rõ đến ngày nào: {reason}"),
                format!("{en}, unknown until which day: «{reason}»"),
            ),
            settled_by: Bilingual::new("ngày hết ngưng hiệu lực", "the day on which the suspension ends"),
        }
    }

    /// What suspended it has itself ended.
    pub fn lapsed(act: &Act<'_>) -> Self {
        let Bilingual { vi, en } = act.said();
        ValidityDoubt {
            reason: Bilingual::new(
                format!("{vi}, văn bản đó nay đã hết hiệu lực, chưa rõ có hiệu lực trở lại chưa"),
                format!("{en}, which has itself ended; unknown whether this is in force again"),
            ),
            settled_by: Bilingual::new(
                "văn bản cho biết ngày có hiệu lực trở lại",
                "the instrument that says from which day it is in force again",
            ),
        }
    }

    /// The first day is not known.
    pub fn start(reason: &str) -> Self {
        ValidityDoubt {
            reason: about(("ngày có hiệu lực", "first day in force"), reason),
            settled_by: Bilingual::new(
                "điều khoản nói ngày có hiệu lực",
                "the clause that names the first day in force",
            ),
        }
    }

    /// The end that the record gives is not known.
    pub fn end(reason: &str) -> Self {
        ValidityDoubt {
            reason: about(("ngày hết hiệu lực", "end"), reason),
            settled_by: Bilingual::new(
                "văn bản hoặc điều khoản làm hết hiệu lực, hay xác nhận là vẫn còn hiệu lực",
                "the instrument or clause that ends it, or confirms that it is still in force",
            ),
        }
    }

    /// It is in force no longer, and may never have been.
    pub fn ended_or_never(end: &ValidityDoubt, start: Option<&str>) -> Self {
        let start = start.map(ValidityDoubt::start);
        let doubts = [Some(end), start.as_ref()];
        let reasons = |of: fn(&Bilingual) -> &str| {
            let reasons = doubts.iter().flatten().map(|doubt| of(&doubt.reason));
            reasons.filter(|reason| !reason.is_empty()).collect::<Vec<_>>().join("; ")
        };
        let reason = Bilingual::new(
            format!(
                "không còn hiệu lực, chưa rõ đã hết hiệu lực hay chưa từng có hiệu lực: {}",
                reasons(|words| &words.vi)
            ),
            format!("no longer in force, unknown whether it ever was: {}", reasons(|words| &words.en)),
        );
        ValidityDoubt { reason, settled_by: start.as_ref().unwrap_or(end).settled_by.clone() }
    }

    /// With a first day that is not known either.
    pub fn and_start(self, reason: Option<&str>) -> Self {
        let Some(start) = reason.map(ValidityDoubt::start) else { return self };
        ValidityDoubt {
            reason: joined(start.reason, self.reason),
            settled_by: joined(start.settled_by, self.settled_by),
        }
    }

    /// Nobody could know of the text, or it is not known whether anybody could.
    pub fn unheard_of(known_on: Date, known_from: &Day) -> Self {
        let short = known_on.short();
        match known_from.date() {
            Some(from) => ValidityDoubt {
                reason: Bilingual::new(
                    format!("đến {short} chưa thể biết có văn bản này, biết được từ {}", from.short()),
                    format!("nobody could know of it by {known_on}: it is known from {from}"),
                ),
                settled_by: Bilingual::new(
                    format!("hỏi với ngày biết đến từ {} trở đi", from.short()),
                    format!("a day of knowledge from {from} on"),
                ),
            },
            None => ValidityDoubt {
                reason: Bilingual::new(
                    format!("đến {short} chưa rõ đã ban hành chưa"),
                    format!("unknown whether it was issued by {known_on}"),
                ),
                settled_by: Bilingual::new("ngày ban hành", "the date of issue"),
            },
        }
    }

    /// The state that follows.
    pub fn validity(self) -> Validity {
        let settled_by = Some(self.settled_by).filter(|words| !words.vi.is_empty());
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

fn joined(one: Bilingual, other: Bilingual) -> Bilingual {
    Bilingual::new(format!("{}; {}", one.vi, other.vi), format!("{}; {}", one.en, other.en))
}
