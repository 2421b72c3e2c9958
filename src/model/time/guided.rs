//! What gives the details of an instrument that has ended: what the law says of it, by the day on which that one ended.

use super::act::last_possible;
use super::clause::ClauseLife;
use super::doubt::ValidityDoubt;
use super::life::{End, Life};
use crate::model::date::Date;
use crate::model::instrument::Instrument;
use crate::model::known::{Day, Reached};

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

/// How a text hangs on its parent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bond {
    /// It gives the details of it.
    Details,
    /// It was issued with it, as a regulation is with the circular that issues it.
    IssuedWith,
}

/// What a text hangs on.
pub(super) struct Parent<'l, 'c> {
    pub instrument: &'c Instrument,
    pub bond: Bond,
    /// What keeps the text after the parent has ended.
    pub kept_by: Option<ClauseLife<'c>>,
    pub life: &'l Life<'c>,
}

/// The end that a text may have by the end of its parent: one that has a day or an act. That nobody has looked up whether
/// the parent still stands says nothing of what hangs on it.
pub(super) fn end_with<'c>(parent: &Parent<'_, 'c>, end: &End<'c>) -> Option<End<'c>> {
    let is_known = !end.is_own() || last_possible(&end.day).is_some();
    is_known.then(|| End {
        parent: Some(parent.instrument),
        kept_by: parent.kept_by.clone(),
        rule: rule_named(parent, end),
        doubt: Some(doubt(parent, end)),
        ..End::own(end.day.clone(), None)
    })
}

/// The clause of the law that decides what becomes of the text; it speaks of what gives details of a text that ends.
fn rule_named(parent: &Parent<'_, '_>, end: &End<'_>) -> Option<String> {
    let ends = end.doubt.is_none() && !end.annuls() && parent.life.begun_before(end) != Reached::No;
    end.day.date().filter(|_| ends && parent.bond == Bond::Details).and_then(|day| rule_on(day).named())
}

fn doubt(parent: &Parent<'_, '_>, end: &End<'_>) -> ValidityDoubt {
    let what = match parent.bond {
        Bond::Details => "văn bản được quy định chi tiết",
        Bond::IssuedWith => "văn bản mà nó được ban hành kèm theo",
    };
    ValidityDoubt {
        reason: format!("{what} ({}) {}", parent.instrument.citation(), happened(parent, end)),
        settled_by: settled_by(parent, end),
    }
}

/// What happened to the parent, and by which rule its text may have gone with it.
fn happened(parent: &Parent<'_, '_>, end: &End<'_>) -> String {
    let open = "chưa rõ văn bản này còn hay hết hiệu lực";
    match (&end.doubt, &end.act, &end.day) {
        (Some(_), ..) => "có thể đã hết hiệu lực".to_owned(),
        (None, Some(act), _) if end.annuls() => format!("{}; {open}", act.said()),
        (None, Some(act), _) if parent.life.begun_before(end) == Reached::No => {
            format!("không có hiệu lực, {} trước khi có hiệu lực; {open}", act.said())
        }
        (None, _, Day::On(day)) => format!("hết hiệu lực từ {}; {}", day.short(), said_by_rule(parent.bond, *day)),
        (None, _, Day::Unknown { .. }) => "hết hiệu lực, chưa rõ từ ngày nào nên chưa rõ theo quy định nào".to_owned(),
    }
}

/// What would settle it: the rule of the day, where nobody has looked that up.
fn settled_by(parent: &Parent<'_, '_>, end: &End<'_>) -> String {
    let unread = end.day.date().is_some_and(|day| rule_on(day).clause.is_none());
    match parent.bond {
        Bond::Details if unread && end.doubt.is_none() => {
            "quy định của thời kỳ đó về văn bản quy định chi tiết khi văn bản được quy định chi tiết hết hiệu lực"
                .to_owned()
        }
        Bond::Details => "công bố hoặc điều khoản cho biết văn bản quy định chi tiết còn hay hết hiệu lực".to_owned(),
        Bond::IssuedWith => {
            "công bố hoặc điều khoản cho biết văn bản ban hành kèm theo còn hay hết hiệu lực".to_owned()
        }
    }
}

fn said_by_rule(bond: Bond, day: Date) -> String {
    let rule = rule_on(day);
    match (bond, rule.named()) {
        (Bond::IssuedWith, _) => "chưa rõ văn bản ban hành kèm theo có hết hiệu lực cùng không".to_owned(),
        (Bond::Details, Some(clause)) => format!("theo {clause}, {}", rule.says),
        (Bond::Details, None) => rule.says.to_owned(),
    }
}
