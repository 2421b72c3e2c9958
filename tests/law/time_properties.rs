//! Time, over invented corpora: states partition it, the timeline has every change, unknown never becomes in force, and
//! no day has two current texts of one provision without a word about it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use camnang::internals::model::date::Date;
use camnang::internals::model::gaps::Record;
use camnang::internals::model::time::{Knowledge, ValidityQuery};
use camnang::internals::model::validity::ValidityKind;
use camnang::internals::session::OpenedCorpus;
use proptest::prelude::*;

/// The days on which things happen, from the year 2000 on: the first ten of every month, so that every number is a day.
fn day(number: u16) -> String {
    format!("{:04}-{:02}-{:02}", 2000 + number / 120, 1 + number % 120 / 10, 1 + number % 10)
}

/// All days within which anything of an invented corpus happens, and some around.
fn days() -> Vec<Date> {
    let end: Date = "2005-02-01".parse().unwrap();
    let mut days = vec!["1999-12-25".parse::<Date>().unwrap()];
    while let Some(next) = days.last().and_then(|day| day.tomorrow()).filter(|day| *day < end) {
        days.push(next);
    }
    days
}

#[derive(Clone, Debug)]
enum When {
    On(u16),
    Unknown { earliest: Option<u16>, latest: Option<u16> },
}

impl When {
    fn yaml(&self) -> String {
        match self {
            When::On(number) => day(*number),
            When::Unknown { earliest, latest } => {
                let mut text = "{unknown: Chưa thấy".to_owned();
                earliest.iter().for_each(|number| write!(text, ", earliest: {}", day(*number)).unwrap());
                latest.iter().for_each(|number| write!(text, ", latest: {}", day(*number)).unwrap());
                text + "}"
            }
        }
    }
}

#[derive(Clone, Debug)]
struct Relation {
    kind: &'static str,
    target: usize,
    on: Option<u16>,
    until: Option<When>,
    units: Option<&'static str>,
    unverified: bool,
    /// For one place only, of an act that ends or suspends.
    scoped: bool,
    /// What guides another text is kept by a clause of this instrument.
    kept_by: Option<usize>,
}

#[derive(Clone, Debug)]
struct Instrument {
    issued: Option<u16>,
    from: When,
    until: Option<When>,
    relations: Vec<Relation>,
}

#[derive(Clone, Debug)]
struct Excerpt {
    instrument: usize,
    at: Option<&'static str>,
    from: Option<When>,
    until: Option<When>,
    /// The instrument whose clause keeps it.
    kept_by: Option<usize>,
}

/// Nothing happens on the day of number zero or before it, so that whatever ends may have begun on a day that has a number.
const FIRST: u16 = 1;
const DAYS: u16 = 500;
const KINDS: [&str; 12] = [
    "replaces",
    "repeals",
    "ends",
    "annuls",
    "corrects",
    "partly-replaces",
    "partly-repeals",
    "suspends",
    "amends",
    "guides",
    "issues",
    "based-on",
];
/// Kinds of acts that may be for some only.
const SCOPED: [&str; 3] = ["repeals", "ends", "suspends"];
const UNITS: [&str; 4] = ["Điều 1", "khoản 1 Điều 2", "Điều 2", "Chương I"];

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        3 => (FIRST..DAYS).prop_map(When::On),
        1 => (proptest::option::of(FIRST..DAYS), proptest::option::of(FIRST..DAYS)).prop_map(|(a, b)| match (a, b) {
            (Some(a), Some(b)) => When::Unknown { earliest: Some(a.min(b)), latest: Some(a.max(b)) },
            (earliest, latest) => When::Unknown { earliest, latest },
        }),
    ]
}

fn relation(targets: usize) -> impl Strategy<Value = Relation> {
    let units = proptest::option::of(proptest::sample::select(&UNITS[..]));
    let kind = proptest::sample::select(&KINDS[..]);
    let days = (proptest::option::of(FIRST..DAYS), proptest::option::of(when()));
    let sure = (proptest::bool::weighted(0.15), proptest::bool::weighted(0.2));
    let kept_by = proptest::option::weighted(0.3, 0..targets);
    (kind, 0..targets, days, units, sure, kept_by).prop_map(
        |(kind, target, (on, until), units, (unverified, scoped), kept_by)| Relation {
            kind,
            target,
            on,
            until,
            units,
            unverified,
            scoped: scoped && SCOPED.contains(&kind),
            kept_by: kept_by.filter(|_| ["guides", "issues"].contains(&kind)),
        },
    )
}

fn instruments(relations: usize) -> impl Strategy<Value = Vec<Instrument>> {
    (2..6usize).prop_flat_map(move |count| {
        let one = (when(), proptest::option::of(when()), proptest::collection::vec(relation(count), 0..=relations));
        let one = one.prop_map(|(from, until, relations)| Instrument { issued: None, from, until, relations });
        proptest::collection::vec(one, count)
    })
}

fn excerpts() -> impl Strategy<Value = Vec<Excerpt>> {
    let at = proptest::option::weighted(0.9, proptest::sample::select(&UNITS[..]));
    let kept_by = proptest::option::weighted(0.3, 0..2usize);
    let one = (0..2usize, at, proptest::option::of(when()), proptest::option::of(when()), kept_by);
    let one = one.prop_map(|(instrument, at, from, until, kept_by)| Excerpt {
        instrument,
        at,
        from,
        until,
        kept_by: kept_by.filter(|by| *by != instrument),
    });
    proptest::collection::vec(one, 0..4)
}

fn id(index: usize) -> String {
    format!("nd-{}-1999", index + 1)
}

fn open(instruments: &[Instrument], excerpts: &[Excerpt]) -> OpenedCorpus {
    let place = tempfile::tempdir().unwrap();
    let write = |path: &str, text: String| {
        let path = place.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("vocabulary.yaml", "topics: [{id: a, name: A}]\naudiences: [{id: b, name: B}]\nlevels: []\n".to_owned());
    for (index, instrument) in instruments.iter().enumerate() {
        write(&format!("instruments/{}.yaml", id(index)), record(index, instrument));
    }
    for (number, excerpt) in excerpts.iter().enumerate() {
        let instrument = id(excerpt.instrument);
        let mut text = format!("---\nid: {instrument}.x{number}\ninstrument: {instrument}\nat: ");
        text += &excerpt.at.map_or("{unknown: Chưa thấy}".to_owned(), str::to_owned);
        text += "\nwording: summary\ntopics: [a]\naudiences: [b]\n";
        excerpt.from.iter().for_each(|from| writeln!(text, "in-force-from: {}", from.yaml()).unwrap());
        excerpt.until.iter().for_each(|until| writeln!(text, "in-force-until: {}", until.yaml()).unwrap());
        excerpt.kept_by.iter().for_each(|by| writeln!(text, "kept-by: {}", clause(*by)).unwrap());
        text += "confidence: text-read\nchecked-on: 2005-01-01\nsources: [Ví dụ]\n---\nMột câu.\n";
        write(&format!("excerpts/{instrument}/x{number}.md"), text);
    }
    let checked = camnang::internals::session::open(place.path()).unwrap();
    assert_eq!(checked.corpus.instruments().count(), instruments.len(), "a record was not read");
    assert_eq!(checked.corpus.excerpts().count(), excerpts.len(), "an excerpt was not read");
    checked
}

fn clause(index: usize) -> String {
    format!("{{number: {:02}/1999/NĐ-CP, at: Điều 9}}", index + 1)
}

fn record(index: usize, instrument: &Instrument) -> String {
    let mut text = format!(
        "id: {}\nnumber: {:02}/1999/NĐ-CP\ntype: Nghị định\ntitle: ví dụ\nissuer: Chính phủ\nsigner: Người Ký\n\
         issued: {}\nin-force-from: {}\nin-force-until: {}\n",
        id(index),
        index + 1,
        instrument.issued.map_or("1999-12-31".to_owned(), day),
        instrument.from.yaml(),
        instrument.until.as_ref().map_or("none".to_owned(), When::yaml),
    );
    let others: Vec<&Relation> = instrument.relations.iter().filter(|it| it.target != index).collect();
    if !others.is_empty() {
        text += "relations:\n";
    }
    for relation in others {
        write!(text, "  - type: {}\n    instrument: {}\n", relation.kind, id(relation.target)).unwrap();
        relation.on.iter().for_each(|on| writeln!(text, "    on: {}", day(*on)).unwrap());
        relation.units.iter().for_each(|units| writeln!(text, "    units: [{units}]").unwrap());
        relation.until.iter().for_each(|until| writeln!(text, "    until: {}", until.yaml()).unwrap());
        relation
            .kept_by
            .filter(|by| *by != index)
            .iter()
            .for_each(|by| writeln!(text, "    kept-by: {}", clause(*by)).unwrap());
        if relation.scoped {
            text += "    scope: tỉnh Một\n";
        }
        if relation.unverified {
            text += "    confidence: unverified\n";
        }
    }
    text + "confidence: text-read\nchecked-on: 2005-01-01\nsources: [Ví dụ]\n"
}

/// The kind of every record on every day.
fn kinds(checked: &OpenedCorpus, days: &[Date]) -> BTreeMap<String, Vec<ValidityKind>> {
    kinds_known(checked, days, Knowledge::Whole)
}

/// Those that were issued first come first, so that the others can be left out. A record of a day does not tell the end
/// that a later act makes, so that none states its end.
fn in_order_of_issue(instruments: &[Instrument]) -> Vec<Instrument> {
    let mut order: Vec<usize> = (0..instruments.len()).collect();
    order.sort_by_key(|index| instruments[*index].issued);
    let place = |target: usize| order.iter().position(|other| *other == target).unwrap();
    let moved = |(now, index): (usize, &usize)| {
        let mut one = Instrument { until: None, ..instruments[*index].clone() };
        one.relations.iter_mut().for_each(|relation| relation.target = place(relation.target));
        // A clause that keeps a text was issued before it, as far as a record of that day can name it.
        one.relations.iter_mut().for_each(|it| it.kept_by = it.kept_by.map(place).filter(|by| *by < now));
        // Nothing acts on what is issued later.
        one.relations.retain(|relation| relation.target < now);
        one
    };
    order.iter().enumerate().map(moved).collect()
}

/// The days, as numbers, before which an instrument had begun: those on which an act that is certain ends it or a part of
/// it, the first on which one of unknown day may do so, and the end in its own record.
fn ends(instruments: &[Instrument], index: usize) -> Vec<u16> {
    let ends = ["replaces", "repeals", "ends", "partly-replaces", "partly-repeals"];
    let acts = instruments.iter().flat_map(|acting| acting.relations.iter().map(move |relation| (acting, relation)));
    let acts = acts.filter(|(_, it)| it.target == index && ends.contains(&it.kind) && !it.unverified && !it.scoped);
    let day = |(acting, relation): (&Instrument, &Relation)| match (relation.on, &acting.from) {
        (Some(on), _) => Some(on),
        (None, When::On(from)) => Some(*from),
        (None, When::Unknown { earliest, .. }) => *earliest,
    };
    let own = match &instruments[index].until {
        Some(When::On(until)) => Some(*until),
        Some(When::Unknown { .. }) | None => None,
    };
    acts.filter_map(day).chain(own).collect()
}

/// Texts that a clause may keep, what hangs on them, and the provisions of all these.
fn kept(instruments: &[Instrument], excerpts: &[Excerpt]) -> BTreeSet<String> {
    // What guides hangs on its target; what is issued, on what issues it.
    let hangs = |of: usize, it: &Relation| if it.kind == "issues" { (it.target, of) } else { (of, it.target) };
    let relations =
        || instruments.iter().enumerate().flat_map(|(of, one)| one.relations.iter().map(move |it| (of, it)));
    let chains = || relations().filter(|(_, it)| ["guides", "issues"].contains(&it.kind));
    let mut kept: BTreeSet<usize> =
        chains().filter(|(_, it)| it.kept_by.is_some()).map(|(of, it)| hangs(of, it).0).collect();
    for _ in instruments {
        let more: Vec<usize> = chains()
            .map(|(of, it)| hangs(of, it))
            .filter(|(_, on)| kept.contains(on))
            .map(|(below, _)| below)
            .collect();
        kept.extend(more);
    }
    let own = kept.iter().map(|index| id(*index));
    let of_excerpts =
        excerpts.iter().enumerate().filter(|(_, it)| it.kept_by.is_some() || kept.contains(&it.instrument));
    own.chain(of_excerpts.map(|(number, it)| format!("{}.x{number}", id(it.instrument)))).collect()
}

/// Whether the bounds of a first day say no other than that it lies before the end.
fn may_begin_before(from: &When, end: u16) -> bool {
    match from {
        When::On(_) => false,
        When::Unknown { earliest, latest } => earliest.is_none_or(|it| it < end) && latest.is_none_or(|it| it <= end),
    }
}

/// The kind of every record on every day, as far as was known.
fn kinds_known(checked: &OpenedCorpus, days: &[Date], knowledge: Knowledge) -> BTreeMap<String, Vec<ValidityKind>> {
    let corpus = &checked.corpus;
    let of_instruments = corpus.instruments().map(|it| {
        let life = corpus.life(it, knowledge);
        (it.id.to_string(), days.iter().map(|day| life.on(*day).kind).collect())
    });
    let of_excerpts = corpus.excerpts().map(|it| {
        let life = corpus.excerpt_life(it, corpus.instrument(&it.instrument).unwrap(), knowledge);
        (it.id.to_string(), days.iter().map(|day| life.on(*day).kind).collect())
    });
    of_instruments.chain(of_excerpts).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every day has exactly one state, states come in an order that law knows, and the timeline lists every change.
    #[test]
    fn states_partition_time(instruments in instruments(3), excerpts in excerpts()) {
        let days = days();
        let checked = open(&instruments, &excerpts);
        let mut days_of: BTreeMap<String, BTreeSet<Date>> = BTreeMap::new();
        for event in checked.corpus.timeline(Knowledge::Whole) {
            days_of.entry(event.record.id().to_owned()).or_default().insert(event.on);
        }
        let instrument_of = |id: &str| id.split('.').next().unwrap().to_owned();
        let kept = kept(&instruments, &excerpts);
        for (id, kinds) in kinds(&checked, &days) {
            for (index, pair) in kinds.windows(2).enumerate() {
                let on = days[index + 1];
                prop_assert!(!pair[0].is_over() || pair[1] == pair[0], "{id} is back on {on}: {pair:?}");
                // Whether a clause that comes into force keeps a text can be settled before the text's own first day.
                let settled = pair[0] == ValidityKind::Unknown && kept.contains(&id);
                prop_assert!(
                    pair[1] != ValidityKind::NotCommenced || pair[0] == ValidityKind::NotCommenced || settled,
                    "{id} begins twice: {on}"
                );
                let listed = |id: &str| days_of.get(id).is_some_and(|days| days.contains(&on));
                let listed = listed(&id) || listed(&instrument_of(&id));
                prop_assert!(pair[0] == pair[1] || listed, "{id}: {pair:?} on {on} is not in the timeline");
            }
        }
    }

    /// What the parts of an answer say fits its state.
    #[test]
    fn answers_are_whole(instruments in instruments(3), excerpts in excerpts(), number in 0..DAYS) {
        let checked = open(&instruments, &excerpts);
        let corpus = &checked.corpus;
        let date: Date = day(number).parse().unwrap();
        let query = ValidityQuery::with_all_known(date);
        let answers = corpus.instruments().map(|it| (Record::Instrument(it), corpus.validity(it, query)));
        let answers = answers.chain(corpus.excerpts().map(|it| (Record::Excerpt(it), corpus.excerpt_validity(it, query))));
        for (record, validity) in answers {
            let id = record.id();
            prop_assert!(validity.until.is_none_or(|until| until <= date), "{id} foretells");
            prop_assert!(validity.ahead.iter().all(|ahead| ahead.on > date), "{id} looks back");
            let unknown = validity.kind == ValidityKind::Unknown;
            prop_assert!(!unknown || validity.reason.is_some(), "{id}: no reason");
            prop_assert_eq!(unknown, validity.settled_by.is_some(), "{}: what would settle it?", id);
            prop_assert!(validity.kind != ValidityKind::InForce || validity.by.is_none(), "{id} in force by an act");
            let acted = matches!(validity.kind, ValidityKind::Suspended | ValidityKind::PartlyEnded);
            prop_assert!(!acted || validity.by.is_some(), "{id} suspended or cut by nobody");
            prop_assert!(validity.transitions.is_empty() || validity.by.is_some());
        }
    }

    /// Whatever comes to be known later, what is said to be in force, ended, never or not yet in force stays so: the unknown
    /// was not guessed at. Targets are acted on, and act on nothing.
    #[test]
    fn unknown_never_becomes_in_force(
        mut instruments in instruments(2),
        targets in 1..3usize,
        learnt in proptest::collection::vec((0..DAYS, any::<bool>()), 32),
    ) {
        let targets = targets.min(instruments.len() - 1);
        for (index, instrument) in instruments.iter_mut().enumerate() {
            instrument.relations.retain(|relation| index >= targets && relation.target < targets);
            if index >= targets {
                // Those who act are in force from some day on for ever.
                instrument.until = None;
            }
        }
        let days = days();
        let before = kinds(&open(&instruments, &[]), &days);
        let mut learnt = learnt.into_iter().cycle();
        let mut settle = |when: &mut When, not_before: u16| {
            let (number, _) = learnt.next().unwrap();
            if let When::Unknown { earliest, latest } = when {
                let low = earliest.unwrap_or(0).max(not_before);
                let high = latest.unwrap_or(DAYS - 1).max(low);
                *when = When::On(low + number % (high - low + 1));
            }
        };
        let mut known = instruments.clone();
        for (index, instrument) in known.iter_mut().enumerate() {
            // What an act ends had begun: its first day cannot be learnt to lie after that.
            let begun = ends(&instruments, index).into_iter().filter(|end| may_begin_before(&instrument.from, *end));
            if let (Some(end), When::Unknown { latest, .. }) = (begun.min(), &mut instrument.from) {
                *latest = Some(latest.map_or(end - 1, |latest| latest.min(end - 1)));
            }
            settle(&mut instrument.from, 0);
            if index < targets {
                instrument.until.iter_mut().for_each(|until| settle(until, 0));
            }
            instrument.relations.iter_mut().for_each(|it| it.until.iter_mut().for_each(|until| settle(until, 0)));
        }
        for relation in known.iter_mut().flat_map(|instrument| &mut instrument.relations) {
            // An act that nobody had verified: there is one after all, or it only cites.
            let (_, is_true) = learnt.next().unwrap();
            if relation.unverified {
                relation.unverified = false;
                if !is_true {
                    relation.kind = "cites";
                }
            }
        }
        // A record and an act that speak of one end settle it together; here each is learnt by itself.
        let together = |index: usize| matches!(instruments[index].until, Some(When::Unknown { .. }))
            || (instruments[index].until.is_some()
                && instruments[targets..].iter().any(|it| matches!(it.from, When::Unknown { .. })));
        let after = kinds(&open(&known, &[]), &days);
        for index in (0..targets).filter(|index| !together(*index)) {
            let name = id(index);
            for ((day, was), is) in days.iter().zip(&before[&name]).zip(&after[&name]) {
                // A text that has ended was law, and one that has not commenced does not end before it does.
                let asserted = match was {
                    ValidityKind::InForce
                    | ValidityKind::Ended
                    | ValidityKind::NeverInForce
                    | ValidityKind::NotCommenced => true,
                    ValidityKind::PartlyEnded
                    | ValidityKind::Suspended
                    | ValidityKind::Unknown
                    | ValidityKind::NotApplicable => false,
                };
                // Before its first day a text is no law, whether or not it turns out that it will never be.
                let before_law = [was, is].iter().all(|it| matches!(it, ValidityKind::NeverInForce | ValidityKind::NotCommenced));
                prop_assert!(!asserted || was == is || before_law, "{name} on {day}: {was:?}, then {is:?}");
            }
        }
    }

    /// Later knowledge never makes a former assertion false, for a fixed day of knowledge: without all that was issued
    /// after that day, each record has the same state on every day.
    #[test]
    fn an_answer_of_a_day_of_knowledge_stays(
        mut instruments in instruments(3),
        issued in proptest::collection::vec(0..DAYS, 6),
        excerpts in excerpts(),
        known_on in 0..DAYS,
    ) {
        instruments.iter_mut().zip(issued).for_each(|(instrument, issued)| instrument.issued = Some(issued));
        let instruments = in_order_of_issue(&instruments);
        let known = instruments.iter().filter(|it| it.issued.is_some_and(|issued| issued <= known_on)).count();
        let mut then: Vec<Instrument> = instruments[..known].to_vec();
        then.iter_mut().for_each(|it| it.relations.retain(|relation| relation.target < known));
        let excerpts = excerpts.into_iter().filter(|it| it.instrument < known);
        let kept = |it: &Excerpt| it.kept_by.filter(|by| *by < known);
        let excerpts: Vec<Excerpt> = excerpts.map(|it| Excerpt { until: None, kept_by: kept(&it), ..it }).collect();
        let knowledge = Knowledge::Of(day(known_on).parse().unwrap());
        let days = days();
        let (now, then) = (open(&instruments, &excerpts), open(&then, &excerpts));
        let (now, then) = (kinds_known(&now, &days, knowledge), kinds_known(&then, &days, knowledge));
        for (id, kinds) in &then {
            for (index, day) in days.iter().enumerate() {
                prop_assert_eq!(kinds[index], now[id][index], "{} on {}, known on {}", id, day, known_on);
            }
        }
    }

    /// Two texts of one provision that are both current on a day are always reported, and no others are.
    #[test]
    fn one_current_version(versions in proptest::collection::vec((0..60u16, 1..30u16), 2..4)) {
        let whole = Instrument { issued: None, from: When::On(0), until: None, relations: Vec::new() };
        let excerpts: Vec<Excerpt> = versions
            .iter()
            .map(|(from, length)| Excerpt {
                instrument: 0,
                at: Some("Điều 1"),
                from: Some(When::On(*from)),
                until: Some(When::On(from + length)),
                kept_by: None,
            })
            .collect();
        let checked = open(&[whole], &excerpts);
        let corpus = &checked.corpus;
        let current = |date: &Date| {
            corpus.excerpts().filter(|it| corpus.excerpt_validity(it, ValidityQuery::with_all_known(*date)).kind == ValidityKind::InForce).count()
        };
        let twice = days().iter().any(|date| current(date) > 1);
        let reported = checked.view_none().findings().all().iter().any(|finding| finding.code.id() == "CN306");
        prop_assert_eq!(twice, reported);
    }
}

/// The test would pass on nothing as well.
#[test]
fn invented_corpora_are_read() {
    let acting = Relation {
        kind: "replaces",
        target: 0,
        on: None,
        until: None,
        units: None,
        unverified: false,
        scoped: false,
        kept_by: None,
    };
    let first = Instrument { issued: None, from: When::On(10), until: None, relations: Vec::new() };
    let second = Instrument { issued: None, from: When::On(100), until: None, relations: vec![acting] };
    let checked = open(&[first, second], &[]);
    let days: Vec<Date> = [day(9), day(10), day(99), day(100)].iter().map(|day| day.parse().unwrap()).collect();
    let kinds = &kinds(&checked, &days)["nd-1-1999"];
    use ValidityKind::{Ended, InForce, NotCommenced};
    assert_eq!(kinds, &[NotCommenced, InForce, InForce, Ended]);
}
