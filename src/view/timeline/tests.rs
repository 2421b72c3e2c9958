//! The geometry of the figure, over invented instruments.

use super::chains::chains;
use super::layout::{DrawingFormat, NARROW, WIDE, drawings, extent};
use super::rows::{TimelineBar, rows};
use super::sketch::{fit, width};
use super::spans::bar;
use super::*;
use crate::model::corpus::{Corpus, Records};
use crate::model::date::Date;
use crate::model::instrument::{Confidence, Relation, RelationKind, RelationTarget};
use crate::model::known::{Day, Known, Term};
use crate::model::statement::Statements;
use crate::model::validity::ValidityKind;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// `2010-01-01`, `?`, `?2010-01-01..`, `?..2010-01-01`, `?2010-01-01..2012-01-01`
fn day(text: &str) -> Day {
    let Some(bounds) = text.strip_prefix('?') else { return Day::On(date(text)) };
    let (earliest, latest) = bounds.split_once("..").unwrap_or(("", ""));
    let bound = |text: &str| (!text.is_empty()).then(|| date(text));
    Day::Unknown { reason: "chưa thấy".to_owned(), earliest: bound(earliest), latest: bound(latest) }
}

/// Number, first day in force, first day no longer in force (`-` for none), numbers of what it replaces.
type Invented<'a> = (usize, &'a str, &'a str, &'a [usize]);

fn corpus(all: &[Invented<'_>]) -> Corpus {
    let mut records = Records::default();
    for (number, from, until, replaces) in all {
        let from = day(from);
        // Some day before it came into force.
        let issued = Day::Unknown { reason: "bịa".to_owned(), earliest: None, latest: from.date() };
        let id: InstrumentId = format!("nd-{number}-2000").parse().unwrap();
        let replace = |target: &usize| Relation {
            kind: RelationKind::Replaces,
            target: RelationTarget::Instrument(format!("nd-{target}-2000").parse().unwrap()),
            at: None,
            on: None,
            units: Vec::new(),
            scope: None,
            until: None,
            verb: None,
            transition: None,
            kept_by: None,
            confidence: None,
            note: None,
        };
        let instrument = Instrument {
            id: id.clone(),
            number: Known::Known(
                crate::syntax::citation::parse_number(&format!("{number:02}/2000/NĐ-XX")).unwrap().value,
            ),
            kind: InstrumentType::Decree,
            title: format!("việc thứ {number}, một trích yếu dài vừa phải để xem chỗ ngắt dòng"),
            issuer: "Chính phủ nước Bịa".to_owned(),
            signer: Known::Unknown { reason: "bịa".to_owned() },
            issued,
            term: Term { from, until: (*until != "-").then(|| day(until)) },
            aliases: Vec::new(),
            known_from: None,
            in_force_at: None,
            ends_by: None,
            ends_at: None,
            scopes: Vec::new(),
            names: Vec::new(),
            relations: replaces.iter().map(replace).collect(),
            statements: Statements::default(),
            amended_by: Vec::new(),
            has_record: true,
            confidence: Confidence::TextRead,
            checked_on: date("2035-01-01"),
            sources: vec!["bịa".to_owned()],
            text_at: None,
            contact: None,
            notes: None,
        };
        records.instruments.insert(id, instrument);
    }
    Corpus::new(records)
}

/// Everything about one corpus on one day, in both formats.
fn check(all: &[Invented<'_>], as_of: &str, look: impl Fn(&DrawingFormat, &[TimelineBar<'_>], &[DrawingView])) {
    let corpus = corpus(all);
    let as_of = date(as_of);
    let mut chosen: Vec<&Instrument> = corpus.instruments().collect();
    chosen.sort_by_cached_key(|instrument| instrument_order(instrument));
    let rows = rows(&corpus, as_of, &chosen);
    let chains = chains(&rows);
    let mut placed: Vec<usize> = chains.concat();
    placed.sort_unstable();
    assert_eq!(placed, (0..rows.len()).collect::<Vec<_>>(), "every row once");
    let axis = axis::Axis::over(&rows, as_of);
    for format in [&WIDE, &NARROW] {
        let drawings = drawings(format, &rows, &chains, &axis);
        for drawing in &drawings {
            inside(drawing);
            apart(drawing);
            assert!(drawing.height <= format.height, "{} high", drawing.height);
            assert!(drawings[0].height <= format.first);
            no_bar_meets_a_name(format, drawing);
            no_arrow_strikes_a_text(drawing);
        }
        let names = drawings.iter().flat_map(|drawing| &drawing.texts).filter(|text| text.role == TextRole::Name);
        assert_eq!(names.count(), rows.len(), "one name for each row");
        look(format, &rows, &drawings);
    }
}

fn inside(drawing: &DrawingView) {
    for [x, y] in drawing.shapes.iter().flat_map(|shape| &shape.points) {
        assert!((0..=drawing.width).contains(x) && (0..=drawing.height).contains(y), "a corner at {x} {y}");
    }
    for text in &drawing.texts {
        let (left, right, top, bottom) = extent(text);
        let fits = left >= 0 && right <= drawing.width && top >= 0 && bottom <= drawing.height;
        assert!(fits, "{text:?} from {left} to {right}, {top} to {bottom}");
    }
}

fn apart(drawing: &DrawingView) {
    for (at, one) in drawing.texts.iter().enumerate() {
        for other in drawing.texts.iter().skip(at + 1) {
            let (a, b) = (extent(one), extent(other));
            let apart = a.1 <= b.0 || b.1 <= a.0 || a.3 <= b.2 || b.3 <= a.2;
            assert!(apart, "{one:?} {a:?}\n{other:?} {b:?}");
        }
    }
}

fn is_bar(role: ShapeRole) -> bool {
    matches!(
        role,
        ShapeRole::InForce
            | ShapeRole::Past
            | ShapeRole::PartlyEnded
            | ShapeRole::NotCommenced
            | ShapeRole::Suspended
            | ShapeRole::Uncertain
    )
}

fn no_bar_meets_a_name(format: &DrawingFormat, drawing: &DrawingView) {
    for shape in drawing.shapes.iter().filter(|shape| is_bar(shape.role)) {
        let ys = || shape.points.iter().map(|[_, y]| *y);
        let (top, bottom) = (ys().min().unwrap(), ys().max().unwrap());
        let left = shape.points.iter().map(|[x, _]| *x).min().unwrap();
        assert!(left >= format.left);
        for text in drawing.texts.iter().filter(|text| text.role != TextRole::Doubt) {
            let (_, right, above, below) = extent(text);
            assert!(right <= left.max(format.left) && !format.above || below <= top || above >= bottom, "{text:?}");
        }
    }
}

fn no_arrow_strikes_a_text(drawing: &DrawingView) {
    let is_arrow =
        |role| matches!(role, ShapeRole::Arrow | ShapeRole::ArrowPending | ShapeRole::ArrowHead | ShapeRole::AsOf);
    let arrows: Vec<ShapeView> = drawing.shapes.iter().filter(|shape| is_arrow(shape.role)).cloned().collect();
    for text in &drawing.texts {
        assert!(!super::arrows::strikes(&arrows, extent(text)), "{text:?} in {}", drawing.alt);
    }
}

fn count(drawings: &[DrawingView], role: ShapeRole) -> usize {
    drawings.iter().flat_map(|drawing| &drawing.shapes).filter(|shape| shape.role == role).count()
}

#[test]
fn a_chain_is_in_order_with_its_arrows() {
    let all: [Invented<'_>; 4] = [
        (224, "2026-07-01", "-", &[45]),
        (102, "2010-01-01", "2020-01-01", &[]),
        (45, "2026-03-01", "2026-07-01", &[73]),
        (73, "2020-01-01", "2026-03-01", &[102]),
    ];
    check(&all, "2026-11-23", |format, _, drawings| {
        let names: Vec<&str> = drawings[0]
            .texts
            .iter()
            .filter(|text| text.role == TextRole::Name)
            .map(|text| text.text.as_str())
            .collect();
        // The longest name that has room; never is a number cut.
        let numbers = ["102/2000/NĐ-XX", "73/2000/NĐ-XX", "45/2000/NĐ-XX", "224/2000/NĐ-XX"];
        assert!(names.iter().zip(numbers).all(|(name, number)| name.ends_with(number)), "{names:?}");
        assert!(format.above || names.iter().all(|name| name.starts_with("NĐ ")), "{names:?}");
        assert_eq!(count(drawings, ShapeRole::Arrow), 3);
        assert_eq!(count(drawings, ShapeRole::ArrowPending), 0);
        assert_eq!((count(drawings, ShapeRole::Past), count(drawings, ShapeRole::InForce)), (3, 1));
        assert!(drawings[0].alt.contains("73/2000/NĐ-XX: hết hiệu lực, 01/01/2020 – 01/03/2026, được thay bằng"));
    });
}

/// Rows with a common successor are above it, each with what came before it.
#[test]
fn a_tree_of_successions_stays_together() {
    let all: [Invented<'_>; 6] = [
        (1, "2001-01-01", "2010-01-01", &[]),
        (2, "2003-01-01", "2011-01-01", &[]),
        (3, "2010-01-01", "2020-01-01", &[1]),
        (4, "2011-01-01", "2020-01-01", &[2]),
        (5, "2020-01-01", "-", &[3, 4]),
        (6, "2005-01-01", "-", &[]),
    ];
    let corpus = corpus(&all);
    let mut chosen: Vec<&Instrument> = corpus.instruments().collect();
    chosen.sort_by_cached_key(|instrument| instrument_order(instrument));
    let rows = rows(&corpus, date("2026-01-01"), &chosen);
    let named: Vec<Vec<String>> = chains(&rows)
        .iter()
        .map(|chain| chain.iter().map(|at| rows[*at].instrument.id.to_string()).collect())
        .collect();
    let ids = |numbers: &[usize]| numbers.iter().map(|number| format!("nd-{number}-2000")).collect::<Vec<_>>();
    assert_eq!(named, [ids(&[1, 3, 2, 4, 5]), ids(&[6])]);
}

/// Where one replaces many, many one, and some what they are older than, arrows lead past every name, and two of them
/// are one only where they lead to the same row.
#[test]
fn arrows_lead_past_every_text() {
    let many: Vec<usize> = (1..=11).collect();
    let mut all: Vec<Invented<'_>> = many.iter().map(|number| (*number, "2001-01-01", "2010-01-01", &[][..])).collect();
    all.push((20, "2010-01-01", "2020-01-01", &many));
    all.push((21, "2020-01-01", "-", &[20, 3]));
    all.push((22, "2020-06-01", "-", &[20]));
    all.push((23, "1999-01-01", "-", &[22, 4]));
    all.push((24, "?2005-01-01..", "?2012-01-01..", &[]));
    all.push((25, "2011-01-01", "?", &[24]));
    check(&all, "2026-01-01", |_, rows, drawings| {
        let drawn = count(drawings, ShapeRole::Arrow) + count(drawings, ShapeRole::ArrowPending);
        assert!(drawn > 12, "{drawn} arrows of {} rows", rows.len());
    });
}

#[test]
fn a_circle_of_successions_ends() {
    let all: [Invented<'_>; 3] =
        [(1, "2001-01-01", "-", &[3]), (2, "2002-01-01", "-", &[1]), (3, "2003-01-01", "-", &[2])];
    check(&all, "2026-01-01", |_, rows, _| assert_eq!(rows.len(), 3));
}

#[test]
fn unknown_days_are_drawn_as_unknown() {
    let pieces = |from: &str, until: &str| {
        let corpus = corpus(&[(1, from, until, &[]), (2, "2000-01-01", "-", &[])]);
        let chosen: Vec<&Instrument> = corpus.instruments().collect();
        let rows = rows(&corpus, date("2020-01-01"), &chosen);
        let axis = axis::Axis::over(&rows, date("2020-01-01"));
        bar(&rows[0], &axis, 0, 1000).pieces.iter().map(|piece| piece.kind != ValidityKind::Unknown).collect::<Vec<_>>()
    };
    assert_eq!(pieces("2010-01-01", "2015-01-01"), [true]);
    assert_eq!(pieces("2010-01-01", "-"), [true]);
    assert_eq!(pieces("?2005-01-01..2010-01-01", "2015-01-01"), [false, true]);
    assert_eq!(pieces("2010-01-01", "?2012-01-01..2015-01-01"), [true, false]);
    assert_eq!(pieces("?2005-01-01..2010-01-01", "?2012-01-01.."), [false, true, false]);
    // A bound that lies after the day does not make a past day certain.
    assert_eq!(pieces("2010-01-01", "?2012-01-01..2025-01-01"), [true, false]);
    assert_eq!(pieces("?2005-01-01..", "?"), [false]);
    assert_eq!(pieces("?", "-"), [false]);
    assert_eq!(pieces("?", "2015-01-01"), [false]);
    assert_eq!(pieces("2010-01-01", "?"), [false]);
}

#[test]
fn the_past_does_not_foretell() {
    let all: [Invented<'_>; 2] = [(1, "2010-01-01", "2020-01-01", &[]), (2, "2012-01-01", "?2019-01-01..", &[])];
    check(&all, "2014-01-31", |_, rows, drawings| {
        assert!(rows.iter().all(|row| row.validity.kind == ValidityKind::InForce));
        assert_eq!(count(drawings, ShapeRole::InForce), 2);
        for text in drawings.iter().flat_map(|drawing| &drawing.texts) {
            assert!(!text.text.contains("2019") && !text.text.contains("2020"), "{text:?}");
        }
    });
}

#[test]
fn what_has_not_commenced_is_hollow_and_its_arrow_dashed() {
    let mut all: Vec<Invented<'_>> = vec![(1, "2010-01-01", "-", &[]), (2, "2015-01-01", "-", &[1])];
    check(&all, "2014-06-01", |_, _, drawings| {
        assert_eq!((count(drawings, ShapeRole::InForce), count(drawings, ShapeRole::NotCommenced)), (1, 1));
        assert_eq!((count(drawings, ShapeRole::Arrow), count(drawings, ShapeRole::ArrowPending)), (0, 1));
    });
    all[0].2 = "2015-01-01";
    check(&all, "2015-01-01", |_, _, drawings| {
        assert_eq!((count(drawings, ShapeRole::InForce), count(drawings, ShapeRole::NotCommenced)), (1, 0));
        assert_eq!(count(drawings, ShapeRole::Arrow), 1);
    });
}

#[test]
fn many_rows_are_spread_over_drawings() {
    let texts: Vec<(usize, String, String)> = (1..=300)
        .map(|number| {
            let year = 1990 + number % 35;
            (number, format!("{year}-0{}-01", 1 + number % 9), format!("{}-03-01", year + 1 + number % 5))
        })
        .collect();
    let chained: Vec<[usize; 1]> = (1..=300).map(|number| [number.max(2) - 1]).collect();
    for in_chain in [false, true] {
        let all: Vec<Invented<'_>> = texts
            .iter()
            .zip(&chained)
            .map(|((number, from, until), before)| {
                let before: &[usize] = if in_chain && *number > 1 { before } else { &[] };
                (*number, from.as_str(), until.as_str(), before)
            })
            .collect();
        check(&all, "2014-01-31", |_, _, drawings| {
            assert!((5..60).contains(&drawings.len()), "{} drawings", drawings.len());
            let last = drawings.len();
            assert!(drawings[0].caption.ends_with(&format!("(hình 1 trên {last})")));
        });
    }
}

#[test]
fn extremes_stay_in_the_frame() {
    check(&[], "2014-01-31", |_, _, drawings| assert!(drawings.is_empty()));
    check(&[(1, "2014-01-31", "2014-01-31", &[])], "2014-01-31", |_, _, _| {});
    check(&[(1, "0001-01-01", "-", &[]), (2, "9990-12-31", "-", &[])], "2014-01-31", |_, _, _| {});
    check(&[(1, "2014-01-30", "2014-01-31", &[]), (2, "2014-01-31", "-", &[1])], "2014-01-31", |_, _, _| {});
    check(&[(1, "?", "?", &[])], "2014-01-31", |_, _, _| {});
    check(&[(98_765, "2026-07-01", "-", &[])], "2026-07-02", |_, _, _| {});
}

#[test]
fn texts_are_cut_to_their_room() {
    let long = "Mã </text><script>alert(1)</script> ".repeat(40);
    for room in [60, 300, 900] {
        for role in [TextRole::Name, TextRole::Days] {
            let cut = fit(&long, role, 30, room);
            assert!(width(&cut, role, 30) <= room && cut.ends_with('…'), "{cut}");
        }
    }
    assert_eq!(fit("224/2026/NĐ-CP", TextRole::Name, 30, 350), "224/2026/NĐ-CP");
    assert_eq!(fit("quản lý đầu tư ứng dụng", TextRole::Days, 30, 200), "quản lý đầu…");
}
