//! As what an audience is bound: as itself, as what it is by law, when it does something, as everybody.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::date::Date;
use super::ids::AudienceId;
use super::time::ValidityQuery;
use super::vocabulary::{Audience, Membership, Role, Vocabulary};

/// One of the audiences that an audience is or may be on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Capacity<'v> {
    pub audience: &'v Audience,
    pub way: CapacityWay,
    /// From the audience itself to this one.
    pub steps: Vec<CapacityStep<'v>>,
}

/// How close a capacity is, the closest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CapacityWay {
    /// It is the audience itself.
    Own,
    /// The audience is this one by law.
    As,
    /// The audience is this one when it does something.
    When,
    /// Everybody is this one.
    Everybody,
}

impl CapacityWay {
    /// Returns the key in data.
    pub fn key(self) -> &'static str {
        match self {
            CapacityWay::Own => "own",
            CapacityWay::As => "as",
            CapacityWay::When => "when",
            CapacityWay::Everybody => "everybody",
        }
    }
}

/// Why one audience is another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CapacityStep<'v> {
    Is(&'v Membership),
    Does(&'v Role),
}

impl Vocabulary {
    /// Returns all that an audience is or may be on a day, as far as was known on another; the closest first, and each
    /// audience once.
    pub fn capacities(&self, id: &AudienceId, asked: ValidityQuery) -> Vec<Capacity<'_>> {
        let Some(audience) = self.audience(id) else { return Vec::new() };
        let mut search = CapacitySearch::is(self, audience, asked);
        if let Some(everybody) = self.everybody.as_ref().and_then(|id| self.audience(id)) {
            search.add(everybody, CapacityWay::Everybody, Vec::new());
        }
        search.follow(CapacityWay::When, CapacitySearch::roles);
        let mut found = search.found;
        let place = |it: &Capacity<'_>| self.audiences.iter().position(|audience| audience.id == it.audience.id);
        // A specialised unit is a state agency: as the former the audience is bound more closely than as the latter.
        let generality = |it: &Capacity<'_>| match it.way {
            CapacityWay::As => Reverse(CapacitySearch::is(self, it.audience, asked).found.len()),
            CapacityWay::Own | CapacityWay::When | CapacityWay::Everybody => Reverse(0),
        };
        found.sort_by_cached_key(|it| (it.way, generality(it), place(it)));
        found
    }
}

/// A time through which an audience is the same by law, half-open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CapacityTime {
    /// Nothing where it begins before all that is known; so for its end.
    pub from: Option<Date>,
    pub until: Option<Date>,
    /// A day of it, by which to ask.
    pub day: Date,
}

impl CapacityTime {
    pub fn has(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

impl Vocabulary {
    /// Returns the times in which an audience is or may be the same, in order and without gaps, as far as was known on the day
    /// that is asked about.
    pub fn capacity_times(&self, id: &AudienceId, asked: ValidityQuery) -> Vec<CapacityTime> {
        let memberships = self.audiences.iter().flat_map(|audience| &audience.within);
        let turns: BTreeSet<Date> = memberships.flat_map(|it| it.from.into_iter().chain(it.until)).collect();
        let first = turns.first().and_then(|day| day.yesterday()).unwrap_or(asked.on);
        let mut times = vec![CapacityTime { from: None, until: None, day: first }];
        let capacities = |on: Date| self.capacities(id, ValidityQuery { on, ..asked });
        let mut last = capacities(first);
        for turn in turns {
            let next = capacities(turn);
            if next != last {
                times.iter_mut().last().into_iter().for_each(|time| time.until = Some(turn));
                times.push(CapacityTime { from: Some(turn), until: None, day: turn });
                last = next;
            }
        }
        times
    }
}

type Next<'v> = (&'v AudienceId, CapacityStep<'v>);

/// Goes from audience to audience, the nearest first.
struct CapacitySearch<'v> {
    vocabulary: &'v Vocabulary,
    asked: ValidityQuery,
    found: Vec<Capacity<'v>>,
    seen: BTreeSet<&'v AudienceId>,
}

impl<'v> CapacitySearch<'v> {
    /// Finds an audience and all that it is by law.
    fn is(vocabulary: &'v Vocabulary, audience: &'v Audience, asked: ValidityQuery) -> Self {
        let mut search = CapacitySearch { vocabulary, asked, found: Vec::new(), seen: BTreeSet::new() };
        search.add(audience, CapacityWay::Own, Vec::new());
        search.follow(CapacityWay::As, CapacitySearch::memberships);
        search
    }

    fn add(&mut self, audience: &'v Audience, way: CapacityWay, steps: Vec<CapacityStep<'v>>) {
        if self.seen.insert(&audience.id) {
            self.found.push(Capacity { audience, way, steps });
        }
    }

    /// Adds what is reached by these steps from all that was found, and from what is found so.
    fn follow(&mut self, way: CapacityWay, next: fn(&Self, &'v Audience) -> Vec<Next<'v>>) {
        let mut at = 0;
        while let Some(here) = self.found.get(at).cloned() {
            for (id, step) in next(self, here.audience) {
                let Some(audience) = self.vocabulary.audience(id) else { continue };
                self.add(audience, way, here.steps.iter().copied().chain([step]).collect());
            }
            at += 1;
        }
    }

    fn memberships(&self, of: &'v Audience) -> Vec<Next<'v>> {
        let holding = of.within.iter().filter(|it| it.holds(self.asked));
        holding.map(|it| (&it.audience, CapacityStep::Is(it))).collect()
    }

    /// The roles that an audience may take, and what it is by law: what one is in a role comes after the role.
    fn roles(&self, of: &'v Audience) -> Vec<Next<'v>> {
        let roles = self.vocabulary.audiences.iter().filter_map(|it| Some((&it.id, it.role.as_ref()?)));
        let taken =
            roles.filter(|(_, role)| role.taken_by.contains(&of.id)).map(|(id, role)| (id, CapacityStep::Does(role)));
        taken.chain(self.memberships(of)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Knowledge;

    fn audience(id: &str, within: &[(&str, &str, &str)], taken_by: &[&str]) -> Audience {
        let day = |text: &str| text.parse().ok();
        let membership = |(audience, from, until): &(&str, &str, &str)| Membership {
            audience: audience.parse().unwrap(),
            issued: None,
            from: day(from),
            until: day(until),
            source: "Điều 1".to_owned(),
        };
        let taken_by: Vec<AudienceId> = taken_by.iter().map(|id| id.parse().unwrap()).collect();
        Audience {
            id: id.parse().unwrap(),
            name: id.to_owned(),
            also: Vec::new(),
            within: within.iter().map(membership).collect(),
            role: (!taken_by.is_empty()).then(|| Role { doing: format!("làm {id}"), taken_by }),
        }
    }

    fn vocabulary() -> Vocabulary {
        let audiences = vec![
            audience("tat-ca", &[], &[]),
            audience("co-quan", &[], &[]),
            audience("chuyen-trach", &[("co-quan", "", "")], &[]),
            audience("so", &[("co-quan", "", ""), ("chuyen-trach", "2026-07-01", "2030-01-01")], &[]),
            audience("phong", &[("chuyen-trach", "", "")], &[]),
            audience("chu-dau-tu", &[], &["co-quan"]),
            audience("giam-sat", &[], &["chu-dau-tu"]),
            audience("thanh-vien", &[], &["tat-ca"]),
            audience("nha-thau", &[], &["tat-ca", "nha-thau"]),
        ];
        Vocabulary { audiences, everybody: "tat-ca".parse().ok(), ..Vocabulary::default() }
    }

    fn of(id: &str, on: &str, known_on: &str) -> String {
        let (vocabulary, id) = (vocabulary(), id.parse().unwrap());
        let knowledge = Knowledge::Of(known_on.parse().unwrap());
        let all = vocabulary.capacities(&id, ValidityQuery { on: on.parse().unwrap(), knowledge });
        let said = all.iter().map(|it| format!("{}:{}/{}", it.way.key(), it.audience.id, it.steps.len()));
        said.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_closest_comes_first_and_each_once() {
        assert_eq!(
            of("so", "2026-07-01", "2026-07-01"),
            "own:so/0 as:chuyen-trach/1 as:co-quan/1 \
             when:chu-dau-tu/2 when:giam-sat/3 when:thanh-vien/1 when:nha-thau/1 everybody:tat-ca/0"
        );
        assert_eq!(
            of("phong", "2014-01-01", "2014-01-01"),
            "own:phong/0 as:chuyen-trach/1 as:co-quan/2 \
             when:chu-dau-tu/3 when:giam-sat/4 when:thanh-vien/1 when:nha-thau/1 everybody:tat-ca/0"
        );
        assert_eq!(of("nha-thau", "2014-01-01", "2014-01-01"), "own:nha-thau/0 when:thanh-vien/1 everybody:tat-ca/0");
        assert_eq!(of("tat-ca", "2014-01-01", "2014-01-01"), "own:tat-ca/0 when:thanh-vien/1 when:nha-thau/1");
        assert_eq!(of("khong-co", "2014-01-01", "2014-01-01"), "");
    }

    #[test]
    fn times_begin_and_end_where_something_changes() {
        let times = |id: &str, known_on: &str| -> Vec<String> {
            let on: Date = known_on.parse().unwrap();
            let times = vocabulary().capacity_times(&id.parse().unwrap(), ValidityQuery::as_of(on));
            let said = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
            assert!(times.iter().all(|time| time.has(time.day)), "{times:?}");
            times.iter().map(|time| format!("{}/{}", said(time.from), said(time.until))).collect()
        };
        assert_eq!(times("so", "2031-01-01"), ["/2026-07-01", "2026-07-01/2030-01-01", "2030-01-01/"]);
        assert_eq!(times("so", "2026-12-01"), ["/2026-07-01", "2026-07-01/"], "an end that was not there yet");
        assert_eq!(times("so", "2014-01-31"), ["/"], "nobody knew of it");
        assert_eq!(times("phong", "2031-01-01"), ["/"]);
    }

    #[test]
    fn what_one_is_has_its_time() {
        let is = |on, known_on| of("so", on, known_on).contains("chuyen-trach");
        assert!(!is("2014-01-31", "2026-11-23"), "not yet");
        assert!(!is("2026-06-30", "2026-11-23"), "on the day before");
        assert!(is("2026-07-01", "2026-11-23"), "on the first day");
        assert!(is("2029-12-31", "2030-01-01") && !is("2030-01-01", "2030-01-01"), "half-open");
        assert!(is("2030-01-01", "2026-11-23"), "an end that was not there yet");
        assert!(!is("2026-11-23", "2014-01-31"), "nobody knew of it");
    }
}
