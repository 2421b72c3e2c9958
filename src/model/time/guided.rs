//! What gives the details of an instrument that has ended: what the law says of it, by the day on which that one ended.

use super::act::last_possible;
use super::doubt::ValidityDoubt;
use super::life::End;
use crate::model::date::Date;
use crate::model::instrument::Instrument;
use crate::model::known::Day;

/// A rule about texts that detail an instrument which has ended.
struct ParentRule {
    /// The first day of its own time, as a year, a month and a day.
    from: (i16, i8, i8),
    clause: Option<&'static str>,
    says: &'static str,
    /// Whether it makes such a text end with the other.
    ends: bool,
    /// How well the clause is known, where it was not read.
    seen: &'static str,
}

/// The rules in the order of their days, in our own words. Sources: khoản 4 Điều 154 of Law 80/2015 was read in a reprint,
/// khoản 2 Điều 57 of Law 64/2025 too; how Law 87/2025 turned it round is known from excerpts only. The days are those on
/// which the laws took effect.
const RULES: [ParentRule; 4] = [
    ParentRule {
        from: (1, 1, 1),
        clause: None,
        says: "chưa tra quy định của thời kỳ đó về văn bản quy định chi tiết",
        ends: false,
        seen: "",
    },
    ParentRule {
        from: (2016, 7, 1),
        clause: Some("khoản 4 Điều 154 Luật số 80/2015/QH13"),
        says: "văn bản quy định chi tiết hết hiệu lực cùng lúc",
        ends: true,
        seen: "",
    },
    ParentRule {
        from: (2025, 4, 1),
        clause: Some("khoản 2 Điều 57 Luật số 64/2025/QH15"),
        says: "văn bản quy định chi tiết còn được áp dụng nếu không trái, trừ khi được công bố hết hiệu lực",
        ends: false,
        seen: "",
    },
    ParentRule {
        from: (2025, 7, 1),
        clause: Some("khoản 2 Điều 57 Luật số 64/2025/QH15, được Luật số 87/2025/QH15 sửa đổi"),
        says: "văn bản quy định chi tiết hết hiệu lực cùng, trừ khi được công bố tiếp tục có hiệu lực",
        ends: true,
        seen: " (mới thấy trích đoạn)",
    },
];

/// The clause by which what details an instrument that ends on this day ends with it; `None` where that is not the rule of
/// the day, or nobody has looked it up.
pub fn clause_on(day: Date) -> Option<String> {
    let rule = rule_on(day);
    rule.named().filter(|_| rule.ends)
}

impl ParentRule {
    /// The clause, with how well it is known.
    fn named(&self) -> Option<String> {
        Some(format!("{}{}", self.clause?, self.seen))
    }
}

fn rule_on(day: Date) -> &'static ParentRule {
    let begun = |rule: &&ParentRule| Date::new(rule.from.0, rule.from.1, rule.from.2).is_some_and(|from| from <= day);
    RULES.iter().rev().find(begun).unwrap_or(&RULES[0])
}

/// The end that a text may have by the end of its parent: one that has a day or an act. That nobody has looked up whether
/// the parent still stands says nothing of what details it.
pub(super) fn end_with<'c>(parent: &'c Instrument, end: &End<'c>) -> Option<End<'c>> {
    let is_known = !end.is_own() || last_possible(&end.day).is_some();
    is_known.then(|| End {
        day: end.day.clone(),
        act: None,
        own: None,
        parent: Some(parent),
        rule: end.day.date().filter(|_| end.doubt.is_none()).and_then(|day| rule_on(day).named()),
        doubt: Some(doubt(parent, end)),
    })
}

fn doubt(parent: &Instrument, end: &End<'_>) -> ValidityDoubt {
    let named = format!("văn bản được quy định chi tiết ({})", parent.citation());
    let rule = match (&end.doubt, &end.day) {
        (None, Day::On(day)) => format!("{named} hết hiệu lực từ {}; {}", day.short(), rule(*day)),
        (None, Day::Unknown { .. }) => {
            format!("{named} hết hiệu lực, chưa rõ từ ngày nào nên chưa rõ theo quy định nào")
        }
        (Some(_), _) => format!("{named} có thể đã hết hiệu lực"),
    };
    ValidityDoubt {
        reason: rule,
        settled_by: "công bố hoặc điều khoản cho biết văn bản quy định chi tiết còn hay hết hiệu lực".to_owned(),
    }
}

fn rule(day: Date) -> String {
    let rule = rule_on(day);
    match rule.named() {
        Some(clause) => format!("theo {clause}, {}", rule.says),
        None => rule.says.to_owned(),
    }
}
