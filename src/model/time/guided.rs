//! Texts that give the details of an instrument that has ended: the rule for them, by the day on which that one ended.

use super::act::last_possible;
use super::clause::ClauseLife;
use super::doubt::ValidityDoubt;
use super::life::{End, Life};
use crate::model::bilingual::Bilingual;
use crate::model::date::Date;
use crate::model::instrument::Instrument;
use crate::model::known::{Day, Reached};

/// A rule about texts that detail an instrument which has ended. Words come in pairs, Vietnamese and English.
struct ParentRule {
    /// The first day of its own time, as a year, a month and a day.
    from: (i16, i8, i8),
    /// With how well it is known, where it was not read.
    clause: Option<(&'static str, &'static str)>,
    says: (&'static str, &'static str),
    /// Whether it makes such a text end with the other.
    ends: bool,
}

/// The rules in the order of their days, in our own words. Sources: khoản 4 Điều 154 of Law 80/2015 was read in a reprint,
/// khoản 2 Điều 57 of Law 64/2025 too; how Law 87/2025 turned it round is known from excerpts only. The days are those on
/// which the laws took effect.
const RULES: [ParentRule; 4] = [
    ParentRule {
        from: (1, 1, 1),
        clause: None,
        says: (
            "chưa tra quy định của thời kỳ đó về văn bản quy định chi tiết",
            "the rule of that time about texts that give details was not looked up",
        ),
        ends: false,
    },
    ParentRule {
        from: (2016, 7, 1),
        clause: Some(("khoản 4 Điều 154 Luật số 80/2015/QH13", "khoản 4 Điều 154 Luật số 80/2015/QH13")),
        says: ("văn bản quy định chi tiết hết hiệu lực cùng lúc", "texts that give details end with it"),
        ends: true,
    },
    ParentRule {
        from: (2025, 4, 1),
        clause: Some(("khoản 2 Điều 57 Luật số 64/2025/QH15", "khoản 2 Điều 57 Luật số 64/2025/QH15")),
        says: (
            "văn bản quy định chi tiết còn được áp dụng nếu không trái, trừ khi được công bố hết hiệu lực",
            "texts that give details still apply as far as nothing contradicts them, unless announced to have ended",
        ),
        ends: false,
    },
    ParentRule {
        from: (2025, 7, 1),
        clause: Some((
            "khoản 2 Điều 57 Luật số 64/2025/QH15, được Luật số 87/2025/QH15 sửa đổi (mới thấy trích đoạn)",
            "khoản 2 Điều 57 Luật số 64/2025/QH15, as amended by Luật số 87/2025/QH15 (only excerpts were seen)",
        )),
        says: (
            "văn bản quy định chi tiết hết hiệu lực cùng, trừ khi được công bố tiếp tục có hiệu lực",
            "texts that give details end with it, unless announced to stay in force",
        ),
        ends: true,
    },
];

/// The clause by which what details an instrument that ends on this day ends with it; `None` where that is not the rule of
/// the day, or nobody has looked it up.
pub fn clause_on(day: Date) -> Option<Bilingual> {
    let rule = rule_on(day);
    rule.named().filter(|_| rule.ends)
}

impl ParentRule {
    /// The clause, with how well it is known.
    fn named(&self) -> Option<Bilingual> {
        self.clause.map(|(vi, en)| Bilingual::new(vi, en))
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
    /// The clause that keeps the text after the parent has ended.
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
fn rule_named(parent: &Parent<'_, '_>, end: &End<'_>) -> Option<Bilingual> {
    let ends = end.doubt.is_none() && !end.annuls() && parent.life.begun_before(end) != Reached::No;
    end.day.date().filter(|_| ends && parent.bond == Bond::Details).and_then(|day| rule_on(day).named())
}

fn doubt(parent: &Parent<'_, '_>, end: &End<'_>) -> ValidityDoubt {
    let (vi, en) = match parent.bond {
        Bond::Details => ("văn bản được quy định chi tiết", "what it gives the details of"),
        Bond::IssuedWith => ("văn bản mà nó được ban hành kèm theo", "what it was issued with"),
    };
    let (named, happened) = (parent.instrument.citation(), happened(parent, end));
    let reason = Bilingual::new(format!("{vi} ({named}) {}", happened.vi), format!("{en} ({named}) {}", happened.en));
    ValidityDoubt { reason, settled_by: settled_by(parent, end) }
}

/// Words the end of the parent, and the rule by which its text may have ended with it.
fn happened(parent: &Parent<'_, '_>, end: &End<'_>) -> Bilingual {
    let open = ("chưa rõ văn bản này còn hay hết hiệu lực", "unknown whether this one is still in force");
    match (&end.doubt, &end.act, &end.day) {
        (Some(_), ..) => Bilingual::new("có thể đã hết hiệu lực", "may have ended"),
        (None, Some(act), _) if end.annuls() => {
            let Bilingual { vi, en } = act.said();
            Bilingual::new(format!("{vi}; {}", open.0), format!("was {en}; {}", open.1))
        }
        (None, Some(act), _) if parent.life.begun_before(end) == Reached::No => {
            let Bilingual { vi, en } = act.said();
            Bilingual::new(
                format!("không có hiệu lực, {vi} trước khi có hiệu lực; {}", open.0),
                format!("was never in force, {en} before it came into force; {}", open.1),
            )
        }
        (None, _, Day::On(day)) => {
            let Bilingual { vi, en } = said_by_rule(parent.bond, *day);
            Bilingual::new(format!("hết hiệu lực từ {}; {vi}", day.short()), format!("ended on {day}; {en}"))
        }
        (None, _, Day::Unknown { .. }) => Bilingual::new(
            "hết hiệu lực, chưa rõ từ ngày nào nên chưa rõ theo quy định nào",
            "has ended, unknown on which day and so by which rule",
        ),
    }
}

/// Returns how to settle it: by the rule of the day, where nobody has looked that up.
fn settled_by(parent: &Parent<'_, '_>, end: &End<'_>) -> Bilingual {
    let unread = end.day.date().is_some_and(|day| rule_on(day).clause.is_none());
    match parent.bond {
        Bond::Details if unread && end.doubt.is_none() => Bilingual::new(
            "quy định của thời kỳ đó về văn bản quy định chi tiết khi văn bản được quy định chi tiết hết hiệu lực",
            "the rule of that time about texts that give the details of one that ends",
        ),
        Bond::Details => Bilingual::new(
            "công bố hoặc điều khoản cho biết văn bản quy định chi tiết còn hay hết hiệu lực",
            "an announcement or clause that says whether the text that gives the details is still in force",
        ),
        Bond::IssuedWith => Bilingual::new(
            "công bố hoặc điều khoản cho biết văn bản ban hành kèm theo còn hay hết hiệu lực",
            "an announcement or clause that says whether what was issued with it is still in force",
        ),
    }
}

fn said_by_rule(bond: Bond, day: Date) -> Bilingual {
    let rule = rule_on(day);
    let says = Bilingual::new(rule.says.0, rule.says.1);
    match (bond, rule.named()) {
        (Bond::IssuedWith, _) => Bilingual::new(
            "chưa rõ văn bản ban hành kèm theo có hết hiệu lực cùng không",
            "unknown whether what was issued with it ended too",
        ),
        (Bond::Details, Some(clause)) => {
            Bilingual::new(format!("theo {}, {}", clause.vi, says.vi), format!("by {}, {}", clause.en, says.en))
        }
        (Bond::Details, None) => says,
    }
}
