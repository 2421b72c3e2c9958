//! The PDF and the web say the same of every excerpt. Both are read back from what was built: the PDF by its tag tree and
//! the fonts' maps to Unicode, the web by its pages; nothing is asked of the view. So this holds that no template drops,
//! adds or swaps a line, that the reading order is right, and that words can be taken out of the PDF letter by letter.
//!
//! White space is collapsed, and where a line of the paper ends there may be a space or none. What the two print
//! otherwise on purpose is in [`on_paper`], [`only_on_the_web`] and [`Shared`], and nowhere else. The paper is the one with
//! everything: the booklet leaves out parts that an edition has on the web only.
#![cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "a part is for paper alone"))]

use crate::support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use camnang::internals::model::ids::EditionId;
use camnang::internals::render::{ImageFile, Templates};
#[cfg(feature = "pdf")]
use camnang::internals::render::{PaperForm, typst};
use camnang::internals::session::{self, ViewRequest};
use camnang::internals::source;
use camnang::internals::view::{
    AmendmentView, ChangeMark, EvidenceView, ExcerptView, OriginalView, StatusCount, View, Words,
};
use scraper::Html;
#[cfg(feature = "pdf")]
use support::invented::{self, Plan};
#[cfg(feature = "pdf")]
use support::pdf_tree::Tagged;
use support::pdf_tree::{Line, agrees, call};
use support::uncut;
use support::web_excerpts::{WebChapter, WebExcerpt, chapter};

/// What the paper should say of an excerpt: its lines, then the lines of each of its footnotes.
struct Expected {
    lines: Vec<String>,
    notes: Vec<Vec<String>>,
    /// Which line says where it was seen, and the addresses that lead there from it.
    provenance: usize,
    addresses: Vec<String>,
}

/// What the two outputs say otherwise on purpose, beside what [`on_paper`] does: the paper says once what it would say of
/// many excerpts.
pub struct Shared<'v> {
    words: &'v Words,
    states: &'v [StatusCount],
    /// By the number of an excerpt: where the paper says its reason and its amendments.
    said_above: BTreeMap<String, SaidAbove>,
}

struct SaidAbove {
    number: String,
    amendments: usize,
}

impl<'v> Shared<'v> {
    pub fn of(view: &'v View) -> Self {
        let excerpts = view.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.excerpts);
        let said_above = excerpts.filter_map(|one| {
            let number = one.same_reason_as?.to_string();
            Some((one.number.to_string(), SaidAbove { number, amendments: one.amendments.len() }))
        });
        Shared { words: &view.words, states: &view.counts.by_status, said_above: said_above.collect() }
    }
}

/// The terms in the web's list that the paper leaves out, and why. A term that is neither here nor compared is a difference.
fn only_on_the_web(words: &Words) -> [(&str, &str); 5] {
    [
        (&words.instrument, "the citation names it"),
        (&words.cite_as, "the whole citation, to copy"),
        (&words.topics, "lead to the web's lists"),
        (&words.audiences, "lead to the web's lists; a duty says whose it is"),
        (&words.contact, "whom to ask unfolds on the web; the paper has one line about a text"),
    ]
}

/// The web's excerpt as the paper sets it. Beside [`only_on_the_web`], only the web has the button that copies the citation
/// and the life line, and the words on the link to the text where a source is that link.
fn on_paper(one: &WebExcerpt, shared: &Shared) -> Expected {
    let mut lines = vec![head(one), state(one, shared)];
    lines.extend(one.body.iter().cloned());
    lines.extend(one.duties.iter().map(|duty| {
        let more: Vec<String> = duty.deadline.iter().chain(&duty.evidence).map(|term| format!(" · {term}")).collect();
        format!("{} · {}{}", duty.sentence, duty.level, more.concat())
    }));
    let (provenance, addresses) = (lines.len(), addresses(one, shared.words));
    lines.push(last_line(one, shared));
    Expected { lines, notes: one.notes.clone(), provenance, addresses }
}

/// The number is in the margin: no space divides it from the title.
fn head(one: &WebExcerpt) -> String {
    let mark = one.change.as_ref().map(|change| format!(" {change}")).unwrap_or_default();
    format!("{}{}{mark}", one.number, one.title.as_ref().unwrap_or(&one.citation))
}

fn state(one: &WebExcerpt, shared: &Shared) -> String {
    let citation = one.title.as_ref().map(|_| format!("{} ", one.citation)).unwrap_or_default();
    let reason = match shared.said_above.get(&one.number) {
        Some(above) => Some(format!("{} {}", shared.words.same_reason, above.number)),
        None => one.detail.clone(),
    };
    let reason = reason.map(|reason| format!(" · {reason}")).unwrap_or_default();
    format!("{citation}{}{reason}", one.status)
}

/// Wording, confidence, where it was seen, when it was checked, the file that it was taken from; then what there is to note.
fn last_line(one: &WebExcerpt, shared: &Shared) -> String {
    let words = shared.words;
    let (wording_and_confidence, checked) = one.source_line.rsplit_once(" · ").expect("the day of the check is last");
    let seen = sources(one, words).map(|sources| sources.iter().map(|it| short(it, one, words)).collect::<Vec<_>>());
    let mut seen = seen.unwrap_or_default();
    // Without a source its link to the text is there alone; with one, the source is the link.
    if seen.is_empty() || one.text_address.is_none() {
        seen.push(one.text_at.clone());
    }
    let seen = seen.join("; ");
    let original = one.original.iter().map(|original| format!(" · {original}")).collect::<String>();
    let mut line = format!("{wording_and_confidence} · {seen} · {checked}{original}");
    let elsewhere = shared.said_above.get(&one.number).map_or(0, |above| above.amendments);
    let remarks = one.terms.get(&words.note).and_then(|all| all.get(elsewhere..)).unwrap_or_default();
    if !remarks.is_empty() {
        line += &format!(" · {}: {}", words.note, remarks.join("; "));
    }
    for name in [&words.sanction_for, &words.sanctions, &words.related] {
        if let Some(links) = one.links.get(name) {
            line += &format!(" · {name}: {}", links.iter().map(|it| pointer(it)).collect::<Vec<_>>().join(", "));
        }
    }
    line
}

/// `→ 14`; the paper prints the citation where the number leads.
fn pointer(link: &str) -> String {
    link.split_inclusive(' ').take(2).collect::<String>().trim_end().to_owned()
}

fn sources<'w>(one: &'w WebExcerpt, words: &Words) -> Option<&'w Vec<String>> {
    one.terms.get(&words.source)
}

/// Returns a source that is nothing but an address of the web.
fn address(source: &str) -> Option<&str> {
    let is_one = source.starts_with("https://") || source.starts_with("http://");
    (is_one && !source.contains(' ')).then_some(source)
}

/// A source as the paper names it: an address by its host, any other without the instrument, which the citation names.
fn short(source: &str, one: &WebExcerpt, words: &Words) -> String {
    match address(source) {
        Some(address) => {
            let host = address.split('/').nth(2).expect("a host");
            host.trim_start_matches("www.").to_owned()
        }
        None => without_citation(source, one, &one.terms[&words.instrument].join(" ")),
    }
}

/// The citation above the text names the instrument and the article.
fn without_citation(source: &str, one: &WebExcerpt, instrument: &str) -> String {
    let named = [format!(" của {instrument}"), format!(" {instrument}")];
    let named = named.iter().find(|words| source.contains(words.as_str()));
    let short = named.map_or_else(|| source.to_owned(), |words| source.replacen(words.as_str(), "", 1));
    let place = one.citation.strip_suffix(&format!(" {instrument}")).unwrap_or_default();
    let article = place.find("Điều ").map(|at| format!(", {}", &place[at..]));
    let short = article.and_then(|article| short.strip_suffix(&article).map(str::to_owned)).unwrap_or(short);
    short.trim_end_matches([',', ' ']).to_owned()
}

/// A source without an address of its own leads to the text of the instrument.
fn addresses(one: &WebExcerpt, words: &Words) -> Vec<String> {
    let text = one.text_address.as_deref();
    let mut all: Vec<&str> = match sources(one, words) {
        Some(sources) => sources.iter().filter_map(|it| address(it).or(text)).collect(),
        None => text.into_iter().collect(),
    };
    all.dedup();
    all.into_iter().map(str::to_owned).collect()
}

/// Where the two differ, in words; empty where they do not.
pub fn differences(paper: &[Line], web: &[WebChapter], shared: &Shared) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    for chapter in web {
        same_reasons(chapter, shared, &mut found);
        for (index, one) in chapter.excerpts.iter().enumerate() {
            let mut expected = on_paper(one, shared);
            let name = named(one);
            terms_known(one, shared.words, &mut found);
            if let Some(see_also) = chapter.see_also.as_ref().filter(|_| index + 1 == chapter.excerpts.len()) {
                expected.lines.push(format!("{}: {}", see_also.heading, see_also.numbers.join(", ")));
            }
            let head = expected.lines[0].clone();
            let from = paper[at..].iter().position(|line| line.heading == Some(3) && agrees(&head, &line.text));
            let Some(from) = from.map(|from| from + at) else {
                found.push(format!("{name}: the paper has no such heading after line {at}: {head}"));
                continue;
            };
            if index == 0 {
                same_state_notes(chapter, &paper[at..from], shared, &mut found);
            }
            let end = paper[from + 1..].iter().position(|line| line.heading.is_some_and(|level| level <= 3));
            at = end.map_or(paper.len(), |end| end + from + 1);
            compare(&name, &expected, &paper[from..at], &mut found);
        }
    }
    found
}

fn named(one: &WebExcerpt) -> String {
    format!("excerpt {} ({})", one.number, one.citation)
}

/// What the paper says elsewhere must be what the web says here, word for word.
fn same_reasons(chapter: &WebChapter, shared: &Shared, found: &mut Vec<String>) {
    for (index, one) in chapter.excerpts.iter().enumerate() {
        let Some(above) = shared.said_above.get(&one.number) else { continue };
        let amendments = |it: &WebExcerpt| {
            let remarks = it.terms.get(&shared.words.note).cloned().unwrap_or_default();
            remarks.into_iter().take(above.amendments).collect::<Vec<_>>()
        };
        let said = |it: &WebExcerpt| (it.status.clone(), it.detail.clone(), amendments(it));
        let first = chapter.excerpts[..index].iter().find(|it| it.number == above.number);
        let first = first.filter(|it| it.detail.is_some() && !shared.said_above.contains_key(&it.number));
        if first.map(said) != Some(said(one)) {
            found.push(format!("{}: its reason is not the one of {}", named(one), above.number));
        }
    }
}

/// Every term of the web's list is compared, or left out for a reason.
fn terms_known(one: &WebExcerpt, words: &Words, found: &mut Vec<String>) {
    let compared = [&words.note, &words.sanction_for, &words.sanctions, &words.related, &words.source];
    let left_out = only_on_the_web(words);
    for name in one.terms.keys() {
        if !compared.contains(&name) && left_out.iter().all(|(known, _)| known != name) {
            found.push(format!("{}: only the web has “{name}”", named(one)));
        }
    }
}

/// What a state means is beside each excerpt on the web, and on paper once, at the head of the chapter.
fn same_state_notes(chapter: &WebChapter, paper: &[Line], shared: &Shared, found: &mut Vec<String>) {
    let first_of = |key: &str| chapter.excerpts.iter().find(|it| it.state == key && it.notice.is_some());
    for one in &chapter.excerpts {
        if one.notice != first_of(&one.state).and_then(|first| first.notice.clone()) {
            found.push(format!("{}: its state means something else than in the excerpts before it", named(one)));
        }
    }
    let begins = |state: &StatusCount| format!("{} {}: ", state.sign, state.name);
    for state in shared.states {
        let said: Vec<&Line> = paper.iter().filter(|line| line.text.starts_with(&begins(state))).collect();
        let first = first_of(&state.key);
        let expected = first.and_then(|it| it.notice.as_ref()).map(|notice| format!("{}{notice}", begins(state)));
        let same = match (&expected, said.as_slice()) {
            (None, []) => true,
            (Some(notice), [line]) => agrees(notice, &line.text),
            _ => false,
        };
        if !same {
            let name = first.or_else(|| chapter.excerpts.iter().find(|it| it.state == state.key)).map(named);
            let name = name.unwrap_or_else(|| named(&chapter.excerpts[0]));
            found.push(format!("{name}, what its state means:\n  web:   {expected:?}\n  paper: {said:?}"));
        }
    }
}

fn compare(name: &str, expected: &Expected, paper: &[Line], found: &mut Vec<String>) {
    let (notes, lines): (Vec<Line>, Vec<Line>) =
        count_notes_afresh(paper).into_iter().partition(|line| line.note.is_some());
    same_lines(name, &expected.lines, &lines, found);
    let links = lines.get(expected.provenance).map(|line| line.links.as_slice()).unwrap_or_default();
    let of_the_web: Vec<&String> = links.iter().filter(|link| link.starts_with("http")).collect();
    if of_the_web != expected.addresses.iter().collect::<Vec<_>>() {
        found.push(format!("{name}, its sources:\n  web:   {:?}\n  paper: {of_the_web:?}", expected.addresses));
    }
    for (note, number) in expected.notes.iter().zip(1..) {
        let own = notes.iter().filter(|line| line.note == Some(number.to_string()));
        same_lines(&format!("{name}, footnote {number}"), note, &own.cloned().collect::<Vec<_>>(), found);
    }
    let count = notes.iter().filter_map(|line| line.note.as_ref()).collect::<BTreeSet<_>>().len();
    if count != expected.notes.len() {
        found.push(format!("{name}: {count} footnotes on paper, {} on the web", expected.notes.len()));
    }
}

/// The paper counts footnotes through the booklet, the web within each excerpt.
fn count_notes_afresh(paper: &[Line]) -> Vec<Line> {
    let mut numbers: Vec<&String> = Vec::new();
    paper.iter().filter_map(|line| line.note.as_ref()).for_each(|number| {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    });
    let fresh =
        |number: &String| numbers.iter().position(|known| *known == number).map(|index| (index + 1).to_string());
    let renamed = |text: &str| {
        let calls = numbers.iter().enumerate();
        calls
            .fold(text.to_owned(), |text, (index, number)| text.replace(&call(number), &call(&(index + 1).to_string())))
    };
    paper
        .iter()
        .map(|line| Line { note: line.note.as_ref().and_then(fresh), text: renamed(&line.text), ..line.clone() })
        .collect()
}

fn same_lines(name: &str, web: &[String], paper: &[Line], found: &mut Vec<String>) {
    for index in 0..web.len().max(paper.len()) {
        let (left, right) = (web.get(index), paper.get(index).map(|line| &line.text));
        if !left.zip(right).is_some_and(|(left, right)| agrees(left, right)) {
            found.push(format!("{name}, line {}:\n  web:   {left:?}\n  paper: {right:?}", index + 1));
            return;
        }
    }
}

/// The chapters of a site, in the booklet's order.
pub fn read_web(view: &View, images: &[ImageFile], templates: &Templates) -> Vec<WebChapter> {
    let site = uncut::whole(view, images, templates, &[]).unwrap();
    let chapters = view.parts.iter().flat_map(|part| &part.chapters);
    chapters
        .map(|one| {
            let page = uncut::with_details(&site, &format!("html/{}.html", one.id));
            chapter(&Html::parse_document(&page))
        })
        .collect()
}

#[cfg(feature = "pdf")]
fn read_paper(view: &View, images: &[ImageFile], templates: &Templates) -> Vec<Line> {
    Tagged::read(&typst::pdf(PaperForm::Booklet, &view.in_full(), images, templates).unwrap()).tree().lines()
}

pub fn opened(corpus: &Path, edition: &str) -> (View, Vec<ImageFile>, Templates) {
    let templates = source::templates(None).unwrap();
    let id: EditionId = edition.parse().unwrap();
    let opened = session::open(corpus).unwrap();
    let mut editions = opened.view(&ViewRequest::one(&id).with_templates(&templates)).findings().despite_errors();
    let (view, images) = editions.pop().unwrap().into_parts();
    (view, images, templates)
}

#[cfg(feature = "pdf")]
#[track_caller]
fn must_be_the_same(corpus: &Path, edition: &str, at_least: usize) {
    let (view, images, templates) = opened(corpus, edition);
    let web = read_web(&view, &images, &templates);
    let count = web.iter().map(|chapter| chapter.excerpts.len()).sum::<usize>();
    assert!(count >= at_least && count == view.counts.excerpts as usize, "{count} excerpts on the web");
    let found = differences(&read_paper(&view, &images, &templates), &web, &Shared::of(&view));
    assert!(found.is_empty(), "{} excerpts differ:\n{}", found.len(), found.join("\n"));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[cfg(feature = "pdf")]
#[test]
fn the_real_corpus_says_the_same_on_paper_and_on_the_web() {
    must_be_the_same(&root().join("corpus"), "ipv6", 50);
    must_be_the_same(&root().join("corpus"), "ipv6-2014", 5);
}

#[cfg(feature = "pdf")]
#[test]
fn the_sample_with_every_kind_of_block_says_the_same() {
    must_be_the_same(&root().join("tests/sample/corpus"), "mau", 11);
}

#[cfg(feature = "pdf")]
#[test]
fn an_invented_corpus_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    invented::write(&Plan::even(120).files(), folder.path()).unwrap();
    must_be_the_same(folder.path(), invented::EDITION, 120);
}

pub type Change = fn(&mut ExcerptView);

/// Each takes something away from an excerpt, or makes it otherwise.
pub const CHANGES: [(&str, Change); 38] = [
    ("citation", |one| one.citation.push('x')),
    ("title", |one| one.title = None),
    ("words of the title", |one| one.title.as_mut().unwrap().push('x')),
    ("mark of change", |one| one.change = Some(ChangeMark { key: String::new(), sign: "+".into(), text: "x".into() })),
    ("sign", |one| one.status.sign = "■".to_owned()),
    ("status", |one| one.status.text.push('x')),
    ("detail", |one| one.status.detail = Some("x".to_owned())),
    ("a reason said elsewhere", |one| one.same_reason_as = Some(one.number)),
    ("notice", |one| one.notice = Some("x".to_owned())),
    ("a block", |one| drop(one.body.blocks.remove(0))),
    ("order of blocks", |one| one.body.blocks.swap(0, 1)),
    ("a footnote", |one| one.body.footnotes[0] = one.body.footnotes[1].clone()),
    ("a duty", |one| drop(one.obligations.pop())),
    ("order of duties", |one| one.obligations.swap(0, 1)),
    ("who", |one| one.obligations[0].who.push('x')),
    ("verb", |one| one.obligations[0].verb.push('x')),
    ("what", |one| one.obligations[0].what.push('x')),
    ("level", |one| one.obligations[0].level.name.push('x')),
    ("sign of a duty", |one| one.obligations[0].kind.sign = "■".to_owned()),
    ("deadline", |one| one.obligations[0].deadline = None),
    ("name of the deadline", |one| one.obligations[0].deadline.as_mut().unwrap().name.push('x')),
    ("what the day makes of the deadline", |one| one.obligations[0].deadline.as_mut().unwrap().remark = None),
    ("day of the deadline", |one| one.obligations[0].deadline.as_mut().unwrap().text.push('x')),
    ("evidence", |one| one.obligations[0].evidence[0].what.push('x')),
    ("source of the evidence", |one| one.obligations[0].evidence[0].source.push('x')),
    ("wording", |one| one.wording.name.push('x')),
    ("confidence", |one| one.confidence.name.push('x')),
    ("checked", |one| one.checked.push('x')),
    ("the original", |one| one.original = None),
    ("file of the original", |one| one.original.as_mut().unwrap().file_name.push('x')),
    ("hash of the original", |one| one.original.as_mut().unwrap().after.push('x')),
    ("a source", |one| one.seen_in[0].text.push('x')),
    ("address of a source", |one| one.seen_in[0].address = Some("https://x.example".to_owned())),
    ("note", |one| one.note = None),
    ("an amendment", |one| drop(one.amendments.pop())),
    ("related", |one| drop(one.related.pop())),
    ("sanctions", |one| drop(one.sanctions.pop())),
    ("for what it is the sanction", |one| drop(one.sanction_for.pop())),
];

/// What `templates/typst/excerpt.typ` says of an excerpt, field by field.
const SAID: [&str; 26] = [
    "say(one.citation)",
    r#"box({ status.sign; " " })"#,
    "say(status.text)",
    "say(status.detail)",
    r#"dot + words.same_reason + " " + str(one.same_reason_as)"#,
    "say(one.notice)",
    "body-of(one.body, one.anchor, 3, held: one.obligations.len() == 0)",
    "duties(one.obligations)",
    "say(one.who)",
    "say(one.verb)",
    "say(one.what)",
    r#"say(one.kind.sign + "\u{a0}" + one.level.name)"#,
    "strong(say(one.deadline.text))",
    r#"say(" (" + one.deadline.remark + ")")"#,
    "text(fill: quiet, evidence(one))",
    "say(one.wording.name)",
    "say(one.confidence.name)",
    "say(it.text)",
    "box(say(one.checked))",
    "say(it.before)",
    "say(it.file_name)",
    "say(it.after)",
    "say(one.note)",
    "say(one.text)",
    r#"one.sanctions.map(pointer).join(", ")"#,
    r#"one.related.map(pointer).join(", ")"#,
];

/// The sample, and in its first two excerpts what the sample lacks.
pub fn sample() -> (View, Vec<ImageFile>, Templates) {
    let (mut view, images, templates) = opened(&root().join("tests/sample/corpus"), "mau");
    let [first, second, ..] = view.parts[0].chapters[0].excerpts.as_mut_slice() else { panic!("two excerpts") };
    first.original = Some(OriginalView {
        before: "Bản gốc: bản đăng lại, tệp".to_owned(),
        file_name: "một - văn bản.docx".to_owned(),
        after: "nhận 01/06/2031, SHA-256 0123456789abcdef".to_owned(),
        kind: Some("gazette".to_owned()),
        received: None,
        sha256: "0123456789abcdef".to_owned(),
        published: None,
    });
    first.status.detail = Some("theo một văn bản bịa".to_owned());
    first
        .amendments
        .push(AmendmentView { text: "Được sửa đổi bởi một văn bản bịa".to_owned(), row: None });
    let evidence = EvidenceView { what: "biên bản".to_owned(), source: "theo Điều 2".to_owned(), advice: false };
    first.obligations[0].evidence.push(evidence);
    first.obligations[0].deadline.as_mut().unwrap().remark = Some("lần tới: 31/12/2031".to_owned());
    first.sanctions.push(first.related[0].clone());
    first.sanction_for.push(first.related[1].clone());
    second.same_reason_as = Some(first.number);
    second.status = first.status.clone();
    second.notice = first.notice.clone();
    second.amendments = first.amendments.clone();
    (view, images, templates)
}

/// The same without what is not compared, which takes longer to lay out than the excerpts.
#[cfg(feature = "pdf")]
fn excerpts_alone() -> (View, Vec<ImageFile>, Templates) {
    let (mut view, images, templates) = sample();
    view.annexes.clear();
    view.front.clear();
    view.first.next_year.entries.clear();
    view.changes = None;
    view.released = None;
    (view, images, templates)
}

/// A proof of the proof: whatever differs on paper is reported, with the number of the excerpt.
#[cfg(feature = "pdf")]
#[test]
fn a_difference_in_any_field_is_found() {
    let (view, images, templates) = excerpts_alone();
    let web = read_web(&view, &images, &templates);
    for (name, change) in CHANGES {
        let mut other = view.clone();
        change(&mut other.parts[0].chapters[0].excerpts[0]);
        let found = differences(&read_paper(&other, &images, &templates), &web, &Shared::of(&view));
        let reported = !found.is_empty() && found.iter().all(|one| one.starts_with("excerpt 1 "));
        assert!(reported, "{name}: {found:#?}");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_template_that_leaves_a_line_out_is_found() {
    let (view, images, templates) = excerpts_alone();
    let web = read_web(&view, &images, &templates);
    let found = differences(&read_paper(&view, &images, &templates), &web, &Shared::of(&view));
    assert!(found.is_empty(), "{found:#?}");
    for line in SAID {
        let mut broken = templates.clone();
        let whole = String::from_utf8(broken.files["typst/excerpt.typ"].to_vec()).unwrap();
        assert!(whole.contains(line), "the template is written otherwise now: {line}");
        broken.files.insert("typst/excerpt.typ".to_owned(), whole.replace(line, "[]").into_bytes().into());
        let found = differences(&read_paper(&view, &images, &broken), &web, &Shared::of(&view));
        assert!(!found.is_empty(), "{line} is gone and nothing was found");
    }
}
