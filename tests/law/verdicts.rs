//! `check` and `build` never differ: the invented sample, damaged in hundreds of small ways, through the program. A corpus
//! that passes `check` is built in every format; one that does not is refused by `build` as well, with the same exit code,
//! and every fault names a file. A build never ends with "could not run".

use crate::support::pictures;
use crate::support::program;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

use program::{Ran, copy, program, put, run, text};
use rayon::prelude::*;
use serde_json::Value;

/// How many corpora are damaged.
const DAMAGED: u64 = 200;
/// Every so manieth of them, if it passes, is laid out as well.
const LAID_OUT: u64 = 4;

/// A small generator of numbers; the same at every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }

    fn one<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

/// What finds its way into texts: signs that some font lacks, that some standard refuses, that mean something to YAML,
/// Markdown, Typst, Tera or HTML, and what is too long.
const STRAY: [&str; 40] = [
    "✅",
    "漢",
    "☐",
    "\u{f0b7}",
    "\u{f001}",
    "\u{2011}",
    "\u{ad}",
    "\u{200d}",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "\u{301}",
    "\u{328}",
    "שָׁלוֹם",
    "السلام",
    "กำ",
    "\u{1f600}\u{fe0f}",
    "\u{2028}",
    "\u{7f}",
    "\u{fffe}",
    "ﬁ",
    "①",
    "#panic()",
    "$x$",
    "{{ x }}",
    "{% x %}",
    "<b>",
    "&amp;",
    "&#x6F22;",
    "&check;",
    "\\u6F22",
    "[[",
    "]]",
    "`a`",
    "**",
    "_",
    "> ",
    "\n\n- a\n",
    "[^1]",
    "](images/so-do.png)",
];

/// A small change of one file, at a place where words are.
fn damaged(file: &str, numbers: &mut Numbers) -> String {
    let words: Vec<usize> = file.char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(at, _)| at).collect();
    let at = words.get(numbers.below(words.len())).copied().unwrap_or(0);
    let (before, after) = file.split_at(at);
    match numbers.below(12) {
        0..=5 => format!("{before}{}{after}", numbers.one(&STRAY)),
        6 => {
            let end = after.find(char::is_whitespace).unwrap_or(after.len());
            format!("{before}{}", &after[end..])
        }
        7 => {
            let end = after.find(char::is_whitespace).unwrap_or(after.len());
            let times = 1 + numbers.below(3000);
            format!("{before}{}{after}", after[..end].repeat(times).chars().take(40_000).collect::<String>())
        }
        8 => format!("{before}{}{after}", "chữ ".repeat(1 + numbers.below(20_000))),
        9 => {
            let mut lines: Vec<&str> = file.split_inclusive('\n').collect();
            lines.remove(numbers.below(lines.len()));
            lines.concat()
        }
        10 => {
            let mut lines: Vec<&str> = file.split_inclusive('\n').collect();
            let line = numbers.below(lines.len());
            lines.insert(line, lines[line]);
            lines.concat()
        }
        _ => before.to_owned(),
    }
}

fn sample() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus")
}

/// The texts of the sample by their paths.
fn texts(folder: &Path, within: &str, found: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{within}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            texts(&entry.path(), &format!("{path}/"), found);
        } else if [".yaml", ".md"].iter().any(|end| path.ends_with(end)) {
            found.insert(path, text(&entry.path()));
        }
    }
}

/// The findings that stop a build: their codes and files.
fn faults(checked: &Ran) -> Vec<(String, String)> {
    let findings: Value = serde_json::from_str(&checked.out).unwrap();
    let errors = findings.as_array().unwrap().iter().filter(|finding| finding["severity"] == "error");
    let of = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    errors.map(|finding| (of(finding, "code"), of(finding, "file"))).collect()
}

/// How many corpora passed, and how many did not.
#[derive(Default)]
struct Tally {
    fine: AtomicU64,
    faulty: AtomicU64,
}

impl Tally {
    /// The test would say nothing if all were the one or the other.
    fn is_mixed(&self) -> bool {
        self.fine.load(Relaxed) > DAMAGED / 10 && self.faulty.load(Relaxed) > DAMAGED / 10
    }
}

/// Returns the fault of the program, if any.
fn verdict(name: &str, office: &Path, formats: &str, tally: &Tally) -> Option<String> {
    let said = |ran: &Ran| format!("{name}: exit {}\n{}\n{}", ran.code, ran.out, ran.err);
    let checked = run(program(office).args(["check", "--format", "json"]));
    let built = run(program(office).args(["build", "--only", formats, "--lang", "en"]));
    // `check` finds what no edition selects too; a build goes on, and says so.
    let is_aside = checked.code == 1 && built.code == 0 && built.out.contains("that this edition does not select");
    if checked.code > 1 || (built.code != checked.code && !is_aside) || !checked.err.is_empty() {
        return Some(said(&checked) + &said(&built));
    }
    if checked.code == 0 { &tally.fine } else { &tally.faulty }.fetch_add(1, Relaxed);
    // Only what is not there at all has no file to name.
    let nameless = faults(&checked).into_iter().find(|(code, file)| !file.starts_with("corpus/") && code != "CN006");
    nameless.map(|(code, _)| format!("{name}: {code} names no file\n{}", checked.out))
}

#[test]
fn check_and_build_agree() {
    let mut files = BTreeMap::new();
    texts(&sample(), "", &mut files);
    let paths: Vec<&String> = files.keys().collect();
    let tally = Tally::default();
    let faults: Vec<String> = (1..=DAMAGED)
        .into_par_iter()
        .filter_map(|seed| {
            let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let office = tempfile::tempdir().unwrap();
            copy(&sample(), &office.path().join("corpus"));
            let path = paths[numbers.below(paths.len())];
            put(&office.path().join("corpus").join(path), damaged(&files[path], &mut numbers));
            let is_laid_out = cfg!(feature = "pdf") && seed % LAID_OUT == 0;
            let formats = if is_laid_out { "html,single,zip,json,pdf" } else { "html,single,zip,json" };
            verdict(&format!("seed {seed}, {path}"), office.path(), formats, &tally)
        })
        .collect();
    assert!(faults.is_empty(), "{} of {DAMAGED}\n{}", faults.len(), faults.join("\n\n"));
    assert!(tally.is_mixed(), "{} fine, {} faulty", tally.fine.load(Relaxed), tally.faulty.load(Relaxed));
}

/// A whole image of each kind, damaged byte by byte.
#[test]
fn damaged_images_are_refused_or_shown() {
    let whole: Vec<pictures::Picture> =
        pictures::all().into_iter().filter(|it| it.refused.is_none() && it.bytes.len() < 20_000).collect();
    let tally = Tally::default();
    let faults: Vec<String> = (1..=DAMAGED)
        .into_par_iter()
        .filter_map(|seed| {
            let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let picture = &whole[numbers.below(whole.len())];
            let mut bytes = picture.bytes.clone();
            for _ in 0..=numbers.below(3) {
                let at = numbers.below(bytes.len());
                match numbers.below(4) {
                    0 => bytes[at] = numbers.below(256) as u8,
                    1 => drop(bytes.remove(at)),
                    2 => bytes.insert(at, numbers.below(256) as u8),
                    _ => bytes[at] ^= 1 << numbers.below(8),
                }
            }
            let office = tempfile::tempdir().unwrap();
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"), &office.path().join("corpus"));
            let excerpt = office.path().join("corpus/excerpts/nd-1-2030/dieu-1.md");
            put(&excerpt, format!("{}\n![Hình](images/hinh.{})\n", text(&excerpt), picture.ending));
            let image = office.path().join("corpus/images/hinh").with_extension(picture.ending);
            std::fs::create_dir_all(image.parent().unwrap()).unwrap();
            std::fs::write(image, &bytes).unwrap();
            let formats = if cfg!(feature = "pdf") { "html,single,zip,pdf" } else { "html,single,zip" };
            verdict(&format!("seed {seed}, {}", picture.name), office.path(), formats, &tally)
        })
        .collect();
    assert!(faults.is_empty(), "{} of {DAMAGED}\n{}", faults.len(), faults.join("\n\n"));
    assert!(tally.is_mixed(), "{} fine, {} faulty", tally.fine.load(Relaxed), tally.faulty.load(Relaxed));
}

/// Texts of which each once passed `check` and stopped a build, or nearly did.
#[test]
fn odd_bodies_agree() {
    const PICTURE: &str = "images/hinh.svg";
    let notes = |count: usize| {
        let calls: String = (0..count).map(|number| format!("a[^{number}] ")).collect();
        let notes: String = (0..count).map(|number| format!("[^{number}]: chú thích {number}\n")).collect();
        format!("{calls}\n\n{notes}")
    };
    let table = |head: &str| format!("|{head}|\n|-|\n{}", "|b|\n".repeat(80));
    let bodies = [
        ("a description of 40,000 characters", format!("![{}]({PICTURE})", "chữ ".repeat(10_000))),
        ("a caption of 900", format!("![a]({PICTURE} \"{}\")", "chữ ".repeat(220))),
        ("an address of 40,000", format!("[a](https://vi-du.vn/{})", "a".repeat(40_000))),
        ("an address of 1,900", format!("[a](https://vi-du.vn/{})", "a".repeat(1_900))),
        ("a word of 100,000", "a".repeat(100_000)),
        ("a word of 999", "a".repeat(999)),
        ("2,000 footnotes", notes(2_000)),
        ("500 footnotes", notes(500)),
        ("a footnote in a head on two pages", table("a[^1]") + "\n[^1]: n\n"),
        ("a link in a head on two pages", table("[a](https://vi-du.vn/)")),
        ("a citation in a head on two pages", table("Nghị định số 01/2030/NĐ-CP")),
        ("a head on two pages", table("**a**")),
        ("quotes in quotes", "> ".repeat(40) + "a"),
        ("eight quotes", "> ".repeat(8) + "a"),
        ("a footnote of itself", "a[^1]\n\n[^1]: b[^1]\n".to_owned()),
        ("an image in a footnote", format!("a[^1]\n\n[^1]: ![a]({PICTURE})\n")),
        ("a table of 300 columns", format!("|{}\n|{}\n|{}\n", "a|".repeat(300), "-|".repeat(300), "b|".repeat(300))),
        ("a paragraph of 40,000", "chữ ".repeat(10_000)),
        ("500 images", format!("![a]({PICTURE})\n\n").repeat(500)),
    ];
    let tally = Tally::default();
    let faults: Vec<String> = bodies
        .par_iter()
        .filter_map(|(name, body)| {
            let office = tempfile::tempdir().unwrap();
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"), &office.path().join("corpus"));
            let excerpt = office.path().join("corpus/excerpts/nd-1-2030/dieu-1.md");
            put(&excerpt, format!("{}\n{body}\n", text(&excerpt)));
            let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='900'/>";
            put(&office.path().join("corpus").join(PICTURE), drawing);
            verdict(
                name,
                office.path(),
                if cfg!(feature = "pdf") { "html,single,zip,pdf" } else { "html,single,zip" },
                &tally,
            )
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}
