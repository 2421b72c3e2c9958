//! The booklet on paper: what it leaves out and says of it, what is right behind the cover, how much of it is apparatus.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test"
)]

use crate::support::program;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use camnang::internals::model::validity::ValidityKind;
use camnang::internals::session::{self, ViewRequest};
use camnang::internals::view::apparatus::{VisibleText, on_paper};
use camnang::internals::view::{ExcerptView, View};
use program::copy;

/// Of the visible characters of the excerpts on paper, in per cent.
const MOST_APPARATUS: usize = 35;

fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn view(corpus: &Path, edition: &str) -> View {
    let opened = session::open(corpus).unwrap();
    let id = opened.edition(edition).map_err(|_| edition).unwrap().id.clone();
    let made = opened.view(&ViewRequest::one(&id)).findings().despite_errors();
    made.into_iter().next().unwrap().into_parts().0
}

fn excerpts(view: &View) -> impl Iterator<Item = &ExcerptView> {
    view.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.excerpts)
}

fn left_out(view: &View) -> BTreeSet<&str> {
    view.paper.left_out.iter().map(|one| one.anchor.as_str()).collect()
}

#[test]
fn paper_hides_nothing_that_binds_or_is_doubtful() {
    let view = view(&in_repository("corpus"), "ipv6");
    let left_out = left_out(&view);
    for excerpt in excerpts(&view).filter(|it| left_out.contains(it.anchor.as_str())) {
        let state = excerpt.status.key.as_str();
        assert!(matches!(state, "ended" | "never-in-force" | "not-applicable"), "{}: {state}", excerpt.id);
    }
    assert!(view.paper.note.as_ref().unwrap().text.contains("giữ mọi quy định còn hiệu lực hoặc chưa rõ hiệu lực"));
    let printed = excerpts(&view).count() - excerpts(&view).filter(|it| left_out.contains(it.anchor.as_str())).count();
    assert_eq!(view.paper.counts.excerpts as usize, printed);
}

#[test]
fn at_most_a_third_of_what_paper_shows_is_apparatus() {
    for (corpus, edition) in [("corpus", "ipv6"), ("corpus", "ipv6-2014"), ("tests/sample/corpus", "mau")] {
        let view = view(&in_repository(corpus), edition);
        let left_out = left_out(&view);
        let mut all = VisibleText::default();
        excerpts(&view)
            .filter(|it| !left_out.contains(it.anchor.as_str()))
            .for_each(|excerpt| all += on_paper(excerpt, &view.words));
        eprintln!("{edition}: {} % of {} characters are apparatus", all.percent(), all.all());
        assert!(all.percent() <= MOST_APPARATUS, "{edition}: {} %", all.percent());
    }
}

/// The case `changes` with a second part that only the site has, and an annex that only paper has.
fn office(settings: &str) -> tempfile::TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&in_repository("tests/cases/changes/corpus"), &office.path().join("corpus"));
    let path = office.path().join("corpus/editions/moi.yaml");
    let edition = fs::read_to_string(&path).unwrap();
    let chapter = "  - title: Toàn bộ\n    in: [print, web]\n    chapters:\n      - {id: dau, title: Đầu, select: {include: [nd-1-2010.dieu-5]}}\n";
    let rest = "  - title: Phần còn lại\n    in: [web]\n";
    let edition = edition.replacen("  - title: Toàn bộ\n", &format!("{chapter}{rest}"), 1);
    let edition = edition.replace("  - {kind: instruments,", "  - {kind: instruments, in: [print],");
    fs::write(&path, edition).unwrap();
    if !settings.is_empty() {
        fs::write(office.path().join("corpus/settings.yaml"), settings).unwrap();
    }
    office
}

#[test]
fn numbers_are_one_series_and_the_note_says_which_are_skipped() {
    let office = office("web: {address: {moi: \"https://cam-nang.example/moi\"}}\n");
    let view = view(&office.path().join("corpus"), "moi");
    let numbers: Vec<u32> = excerpts(&view).map(|excerpt| excerpt.number.get()).collect();
    assert_eq!(numbers, (1..=numbers.len() as u32).collect::<Vec<_>>());
    let note = view.paper.note.as_ref().unwrap();
    let skipped = format!("2–{}", numbers.len());
    for words in ["Phần II. Phần còn lại", "https://cam-nang.example/moi", "moi-day-du.pdf", skipped.as_str()] {
        assert!(note.text.contains(words), "{words}: {}", note.text);
    }
    // The part that paper leaves out here has what is in force.
    assert!(!note.text.contains("giữ mọi quy định"), "{}", note.text);
    let one = view.paper.left_out.iter().find(|it| it.address.is_some()).unwrap();
    assert!(one.address.as_ref().unwrap().starts_with("https://cam-nang.example/moi/e/"), "{one:?}");
    assert_eq!(view.paper.counts.excerpts, 1);
    assert!(view.in_full().paper.full);
}

#[test]
fn the_site_leaves_out_what_is_on_paper_only() {
    let view = view(&office("").path().join("corpus"), "moi");
    assert!(view.paper.left_out.iter().all(|it| it.address.is_none()));
    assert_eq!(view.annexes.len(), 2);
    let site = view.on_web();
    assert_eq!(site.annexes.iter().map(|annex| annex.kind.key()).collect::<Vec<_>>(), ["changes"]);
    assert_eq!(excerpts(&site).count(), excerpts(&view).count());
}

#[test]
fn what_is_due_is_listed_once_by_day() {
    let view = view(&in_repository("corpus"), "ipv6");
    let entries = &view.first.next_year.entries;
    assert!(!entries.is_empty());
    assert!(entries.is_sorted_by_key(|entry| entry.iso.clone()));
    let once: BTreeSet<String> = entries.iter().map(|it| format!("{} {}", it.duty.excerpt.id, it.duty.what)).collect();
    assert_eq!(once.len(), entries.len());
    assert!(view.front.iter().any(|piece| Some(&piece.anchor) == view.first.answers.as_ref()));
}

/// Names that readers stumbled over, second names of one thing, and files and commands that a recipient has not got.
const REFUSED: [&str; 6] = [
    "Dấu hiệu lực",
    "không rõ ràng còn hiệu lực",
    "hiệu lực, để riêng",
    "Việc cần làm",
    "manifest.json",
    "camnang verify",
];

#[test]
fn what_a_recipient_reads_has_one_name_for_one_thing() {
    let corpus = in_repository("corpus");
    let views = ["ipv6", "ipv6-2014"].map(|edition| serde_json::to_string(&view(&corpus, edition)).unwrap());
    let templates = camnang::internals::source::templates(None).unwrap();
    let templates = templates.files.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".typ"));
    let templates: Vec<String> = templates.map(|(_, bytes)| String::from_utf8(bytes.to_vec()).unwrap()).collect();
    assert!(templates.len() > 50, "{}", templates.len());
    for read in views.into_iter().chain(templates) {
        let found: Vec<_> = REFUSED.iter().filter(|words| read.contains(**words)).collect();
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn states_differ_without_colour() {
    let template = fs::read_to_string(in_repository("templates/typst/excerpt.typ")).unwrap();
    let (_, rules) = template.split_once("#let rules = (\n").unwrap();
    let (rules, _) = rules.split_once("\n)").unwrap();
    let grey = |rule: &str| rule.replace("luma(25%)", "").replace("accent", "");
    let rules: BTreeMap<&str, String> = rules
        .lines()
        .filter_map(|line| line.trim().split_once(": "))
        .map(|(state, rule)| (state, grey(rule)))
        .collect();
    for kind in ValidityKind::ALL {
        assert!(rules.contains_key(format!("\"{}\"", kind.key()).as_str()), "{} has no rule", kind.key());
    }
    // States of law that is over may look alike, whatever the reason: their signs differ.
    let law: Vec<&String> =
        rules.iter().filter(|(state, _)| **state != "\"never-in-force\"").map(|(_, rule)| rule).collect();
    assert_eq!(law.iter().collect::<BTreeSet<_>>().len(), law.len(), "{law:?}");
    let signs: BTreeSet<&str> = ValidityKind::ALL.iter().map(|kind| kind.sign()).collect();
    assert_eq!(signs.len(), ValidityKind::ALL.len());
}

/// The provisions that bind or are doubtful need more than forty pages: 191 excerpts and what 18 chapters say of them.
#[cfg(feature = "pdf")]
const MOST_PAGES: usize = 46;
#[cfg(feature = "pdf")]
const MOST_BYTES_A_PAGE: usize = 13_000;

#[cfg(feature = "pdf")]
#[test]
fn the_booklet_keeps_its_budget_of_pages_and_bytes() {
    use camnang::internals::render::typst::Typesetter;
    let opened = session::open(&in_repository("corpus")).unwrap();
    let id = opened.edition("ipv6").map_err(|_| "ipv6").unwrap().id.clone();
    let made = opened.view(&ViewRequest::one(&id)).findings().despite_errors();
    let (view, images) = made.into_iter().next().unwrap().into_parts();
    let templates = camnang::internals::source::templates(None).unwrap();
    let laid_out = Typesetter::new(&view, &images, &templates).unwrap().booklet(None).unwrap();
    let (pages, bytes) = (laid_out.pages(), laid_out.pdf().unwrap().len());
    eprintln!(
        "ipv6: {pages} pages of at most {MOST_PAGES}, {} bytes a page of at most {MOST_BYTES_A_PAGE}",
        bytes / pages
    );
    assert!(pages <= MOST_PAGES && bytes / pages <= MOST_BYTES_A_PAGE);
}
