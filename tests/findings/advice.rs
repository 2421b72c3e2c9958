//! Advice is right: after it is followed, the finding is gone and no new one has come. Each case
//! of `tests/diagnostics` whose advice is a text to put in the place that the finding points at is tried.

use crate::support::program;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use camnang::internals::diag::Lang;
use camnang::internals::report::Reported;
use camnang::internals::session;

/// A case laid out: the base, without what it does not have, with its own files.
fn lay_out(case: &str) -> tempfile::TempDir {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let place = tempfile::tempdir().unwrap();
    let corpus = place.path().join("corpus");
    program::copy(&cases.join("_base"), &corpus);
    for path in fs::read_to_string(cases.join(case).join("without.txt")).unwrap_or_default().lines() {
        fs::remove_file(corpus.join(path)).unwrap();
    }
    if cases.join(case).join("corpus").is_dir() {
        program::copy(&cases.join(case).join("corpus"), &corpus);
    }
    place
}

fn cases() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('_')).collect();
    names.sort();
    names
}

fn found(corpus: &Path) -> Vec<Reported> {
    let opened = session::open(corpus).unwrap().named("corpus");
    opened.view_every_edition().findings().report(Lang::En)
}

/// The file after the advice was followed; `None` where it is no text to write.
fn followed(text: &str, finding: &Reported) -> Option<String> {
    let (advice, rest) = finding.help.strip_prefix("write `")?.split_once('`')?;
    let (start, end) = (byte(text, (finding.line, finding.column)), byte(text, finding.end));
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let instead = rest.strip_prefix(" instead of `").and_then(|rest| rest.split_once('`'));
    let key = advice.split_once(": ").map(|(key, _)| format!("{key}:"));
    let range = match (instead, key.and_then(|key| text[line_start..end].find(&key))) {
        // A part of what is pointed at, or of the line before it.
        (Some((written, _)), _) => {
            let at = line_start + text[line_start..end].find(written)?;
            at..at + written.len()
        }
        // A whole entry.
        (None, Some(key)) => line_start + key..line_end,
        (None, None) => start..end,
    };
    let mut better = text.to_owned();
    better.replace_range(range, advice);
    Some(better)
}

/// Where a line and column, in characters, are in a text.
fn byte(text: &str, (line, column): (usize, usize)) -> usize {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    start + text[start..].chars().take(column - 1).map(char::len_utf8).sum::<usize>()
}

/// Each sort of finding, and how often.
fn tally(found: &[Reported]) -> BTreeMap<(String, &'static str, String), usize> {
    let mut tally = BTreeMap::new();
    for it in found {
        *tally.entry((it.file.clone(), it.code, it.message.clone())).or_default() += 1;
    }
    tally
}

#[test]
fn advice_that_is_followed_ends_the_finding() {
    let (mut tried, mut faults) = (BTreeMap::new(), Vec::new());
    for case in cases() {
        let place = lay_out(&case);
        let corpus = place.path().join("corpus");
        let before = found(&corpus);
        for finding in before.iter().filter(|it| it.line > 0) {
            let path = place.path().join(&finding.file);
            // A file in an old encoding has no text that advice could be written into.
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let Some(better) = followed(&text, finding) else { continue };
            fs::write(&path, &better).unwrap();
            let after = found(&corpus);
            fs::write(&path, &text).unwrap();
            *tried.entry(finding.code).or_insert(0) += 1;
            let (old, new) = (tally(&before), tally(&after));
            let key = (finding.file.clone(), finding.code, finding.message.clone());
            let count = |tally: &BTreeMap<_, usize>, key: &_| tally.get(key).copied().unwrap_or(0);
            let stays = count(&new, &key) >= count(&old, &key);
            let fresh: Vec<_> = new.keys().filter(|key| count(&new, key) > count(&old, key)).collect();
            if stays || !fresh.is_empty() {
                faults.push(format!("{case}: {} {}: stays {stays}, new {fresh:?}", finding.code, finding.help));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(tried.len() >= 8, "{tried:?}");
}

const RECORD: &str = "type: Nghị định
title: một ví dụ
issuer: Chính phủ
signer: {unknown: Văn bản ví dụ}
issued: 2030-01-01
confidence: text-read
checked-on: 2030-03-01
sources: [Văn bản ví dụ]
";

const BASE: &str = "id: nd-1-2030\nnumber: 01/2030/NĐ-CP\nin-force-from: 2030-02-01\n";
const ACTING: &str = "id: nd-2-2031\nnumber: 02/2031/NĐ-CP\nin-force-until: none\n";
const EXCERPT: &str = "excerpts/nd-1-2030/dieu-1.md";

/// An end of `nd-1-2030` or of its only excerpt, and what `nd-2-2031` does.
#[derive(Clone)]
struct Case {
    until: &'static str,
    /// More of the record.
    own: &'static str,
    excerpt_until: &'static str,
    acting_from: &'static str,
    acts: String,
}

impl Case {
    fn found(&self) -> Vec<(&'static str, String)> {
        let place = tempfile::tempdir().unwrap();
        let corpus = place.path().join("corpus");
        program::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"), &corpus);
        let put = |path: &str, text: String| fs::write(corpus.join(path), text).unwrap();
        let issued_later = RECORD.replace("2030-01-01", "2030-05-01");
        put("instruments/nd-1-2030.yaml", format!("{BASE}in-force-until: {}\n{}{RECORD}", self.until, self.own));
        let acts = if self.acts.is_empty() { String::new() } else { format!("relations:\n  {}\n", self.acts) };
        put("instruments/nd-2-2031.yaml", format!("{ACTING}in-force-from: {}\n{acts}{issued_later}", self.acting_from));
        let text = fs::read_to_string(corpus.join(EXCERPT)).unwrap();
        put(EXCERPT, text.replacen("wording:", &format!("{}wording:", self.excerpt_until), 1));
        found(&corpus).into_iter().map(|it| (it.code, it.help)).collect()
    }

    /// The help of the one finding of this code.
    #[track_caller]
    fn help(&self, code: &str) -> String {
        let found = self.found();
        assert!(found.len() == 1 && found[0].0 == code, "{found:?}");
        found[0].1.clone()
    }

    #[track_caller]
    fn is_settled(&self, code: &str) {
        let left = self.found();
        assert!(left.iter().all(|(it, _)| *it != code && *it != "CN402" && *it != "CN403"), "{left:?}");
    }
}

/// The pieces of YAML in advice.
fn yaml(help: &str) -> Vec<String> {
    help.split('`').skip(1).step_by(2).filter(|it| it.contains(": ")).map(|it| it.replace("Điều …", "Điều 1")).collect()
}

/// An end without an act, and one with an act that disagrees: each remedy that is named settles it.
#[test]
fn remedies_of_ends_are_right() {
    let acts = |text: &str| text.to_owned();
    let case = Case { until: "2031-01-01", own: "", excerpt_until: "", acting_from: "2031-01-01", acts: acts("") };

    // A lone end: the whole replaced, a part amended, its own term.
    let help = case.help("CN402");
    let pieces = yaml(&help);
    assert_eq!(pieces.len(), 7, "{help}");
    Case { acts: pieces[0].clone(), ..case.clone() }.is_settled("CN402");
    for kind in &pieces[1..=2] {
        Case { acts: pieces[0].replace("type: replaces", kind), ..case.clone() }.is_settled("CN402");
    }
    assert_eq!(pieces[3], "in-force-until: none");
    Case { until: "none", acts: pieces[4].clone(), ..case.clone() }.is_settled("CN402");
    assert_eq!((pieces[5].as_str(), pieces[6].as_str()), ("ends-by: own-term", "ends-by: parent-ended"));
    Case { own: "ends-by: own-term\n", ..case.clone() }.is_settled("CN402");

    // An act that touches a part on that day is named.
    for kind in ["amends", "partly-replaces", "partly-repeals"] {
        let case =
            Case { acts: format!("- {{type: {kind}, instrument: nd-1-2030, units: [Điều 5]}}"), ..case.clone() };
        let help = case.help("CN402");
        assert!(help.contains(&format!("the relation {kind} in the record of `nd-2-2031`")), "{help}");
        let pieces = yaml(&help);
        Case { until: "none", ..case.clone() }.is_settled("CN402");
        Case { acts: pieces.last().unwrap().clone(), ..case.clone() }.is_settled("CN402");
    }

    // A provision: an act on its unit, never on the whole.
    let provision = Case { until: "none", excerpt_until: "in-force-until: 2031-01-01\n", ..case.clone() };
    let help = provision.help("CN402");
    let pieces = yaml(&help);
    assert_eq!(pieces[0], "- {type: amends, instrument: nd-1-2030, units: [Điều 1], on: 2031-01-01}");
    Case { acts: pieces[0].clone(), ..provision.clone() }.is_settled("CN402");
    Case { acts: pieces[0].replace("type: amends", &pieces[1]), ..provision.clone() }.is_settled("CN402");
    Case { excerpt_until: "in-force-until: 2031-01-01\nends-by: own-term\n", ..provision.clone() }.is_settled("CN402");
    let later = "- {type: amends, instrument: nd-1-2030, units: [Điều 1], at: Điều 9, on: 2031-03-01}";
    let other_day = Case { acts: acts(later), ..provision.clone() };
    let help = other_day.help("CN402");
    assert_eq!(yaml(&help), ["in-force-until: 2031-03-01", "on: 2031-01-01"], "{help}");
    Case { excerpt_until: "in-force-until: 2031-03-01\n", ..other_day.clone() }.is_settled("CN402");
    Case { acts: later.replace("on: 2031-03-01", "on: 2031-01-01"), ..other_day }.is_settled("CN402");

    // An act on the whole, and a record that disagrees.
    for (kind, until) in [("replaces", "none"), ("repeals", "none"), ("repeals", "2031-02-01")] {
        let act = format!("- {{type: {kind}, instrument: nd-1-2030}}");
        let case = Case { until, acts: act.clone(), ..case.clone() };
        let help = case.help("CN403");
        let pieces = yaml(&help);
        assert_eq!(pieces[0], "in-force-until: 2031-01-01", "{help}");
        Case { until: "2031-01-01", ..case.clone() }.is_settled("CN403");
        if until != "none" {
            assert_eq!(
                (pieces[1].as_str(), pieces.last().unwrap().as_str()),
                ("on: 2031-02-01", "in-force-until: none")
            );
            Case { acts: act.replace('}', ", on: 2031-02-01}"), ..case.clone() }.is_settled("CN403");
        }
        let part = pieces.iter().find(|it| it.starts_with("- {")).unwrap();
        assert!(part.contains(if kind == "repeals" { "partly-repeals" } else { "amends" }), "{help}");
        Case { until: "none", acts: part.clone(), ..case }.is_settled("CN403");
    }
}
