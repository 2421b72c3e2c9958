//! Texts of odd shapes cost no more than their size: what is found in them is counted, and what is shown is bounded. Time
//! is not asserted here; `cargo bench --bench linear` measures it.

use crate::support::shapes;

use camnang::internals::diag::{Lang, Severity, Sink};
use camnang::internals::report::{self, Format, Reported};
use camnang::internals::session::OpenedCorpus;
use camnang::internals::source::Sources;
use rayon::prelude::*;
use shapes::{SHAPES, Shape};

/// Large enough for what is quadratic to take minutes.
const BYTES: usize = 100_000;
/// How much is written of one finding at most, in any format.
const LONGEST: usize = 8_000;

const FORMATS: [Format; 4] = [Format::Human, Format::Json, Format::Sarif, Format::Github];

fn reported(shape: &Shape, bytes: usize) -> (usize, Vec<Reported>) {
    let files = shape.files(bytes);
    let count = files.len();
    let opened = OpenedCorpus::new(Sources::from_texts(files), Sink::new());
    (count, opened.view_every_edition().findings().report(Lang::Vi))
}

#[test]
fn odd_shapes_end_and_their_reports_are_bounded() {
    let catalogue = report::render(&[], Format::Sarif, Lang::Vi).len();
    SHAPES.par_iter().for_each(|shape| {
        let (files, found) = reported(shape, BYTES);
        // Of each file those shown, and a line for the rest of each severity.
        assert!(found.len() <= files * (report::SHOWN + 3), "{}: {} findings", shape.name, found.len());
        for format in FORMATS {
            let written = report::render(&found, format, Lang::Vi).len();
            assert!(
                written <= catalogue + (found.len() + 1) * LONGEST,
                "{}: {written} bytes of {format:?}",
                shape.name
            );
        }
    });
}

/// Ten times the faults: the same report, but for the numbers.
#[test]
fn counts_stay_true() {
    let shape = SHAPES.iter().find(|shape| shape.name == "two brackets").unwrap();
    for bytes in [6_000, 60_000] {
        let (_, found) = reported(shape, bytes);
        // Each is the beginning of a reference that never ends.
        let expected = bytes / "[[ ".len();
        assert_eq!(report::count(&found, Severity::Error), expected, "{:#?}", found.first());
        let last = found.last().unwrap();
        assert_eq!((last.code, last.times, found.len()), ("CN239", expected - report::SHOWN, report::SHOWN + 1));
        assert_eq!(last.message, format!("… và {} lỗi nữa trong tệp này", expected - report::SHOWN));
        assert!(report::render(&found, Format::Human, Lang::En).contains(&format!("{expected} errors, 0 warnings")));
        for format in FORMATS {
            assert!(report::render(&found, format, Lang::Vi).contains("CN239"), "{format:?}");
        }
    }
}

/// Errors are shown before warnings, wherever they stand.
#[test]
fn warnings_hide_no_error() {
    let shape = SHAPES.iter().find(|shape| shape.name == "points stuck").unwrap();
    let mut files = shape.files(5_000);
    files.get_mut("excerpts/nd-1-2030/dieu-1.md").unwrap().push_str("\n\nx **y\n");
    let found = OpenedCorpus::new(Sources::from_texts(files), Sink::new()).view_none().findings().report(Lang::Vi);
    assert!(found.iter().any(|one| one.code == "CN219" && one.severity == "error"));
    assert!(found.iter().any(|one| one.code == "CN239" && one.severity == "warning"));
}
