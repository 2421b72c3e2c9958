//! What each fuzz target does with its bytes, and what must hold of the outcome, whatever they are. `tests/house/fuzz_seeds.rs`
//! runs the same functions on `fuzz/seeds/`.

use std::collections::BTreeMap;

use camnang::internals::diag::{FileId, Finding, Lang, Place, Sink};
use camnang::internals::originals::draft::ReadOriginal;
use camnang::internals::originals::gather::{SoughtWords, gather};
use camnang::internals::originals::quotation;
use camnang::internals::originals::readers::{OutsidePrograms, ReceivedFile, docx, recognise};
use camnang::internals::originals::refusal::ReadRefusal;
use camnang::internals::originals::text::OriginalText;
use camnang::internals::originals::tree::{ProvisionTree, TreeNode};
use camnang::internals::report::{self, Format};
use camnang::internals::session::{OpenedCorpus, ViewRequest};
use camnang::internals::source::Sources;
use camnang::internals::syntax::citation::{find, parse_locator, parse_number};
use camnang::internals::syntax::markdown::{self, Purpose};
use camnang::internals::syntax::record;
use camnang::internals::syntax::yaml::{self, Node};

/// A YAML file, read as each kind of record.
pub fn yaml(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let file = FileId(0);
    let mut sink = Sink::new();
    let node = yaml::compose(text, 0..text.len(), file, &mut sink);
    assert!(node.is_some() || text.trim().is_empty() || !sink.findings().is_empty() || has_no_value(text));
    if let Some(node) = node {
        read_as_everything(&node, file, &mut sink);
    }
    sink.findings().iter().for_each(|finding| assert_inside(finding, text));
}

/// Comments, or the marks of a document without one.
fn has_no_value(text: &str) -> bool {
    text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with(['#', '%', '-', '.', '\u{feff}']))
}

fn read_as_everything(node: &Node, file: FileId, sink: &mut Sink) {
    let _ = record::read_instrument(node, file, sink);
    let _ = record::read_edition(node, file, sink);
    let _ = record::read_vocabulary(node, file, sink);
    let _ = record::read_glossary(node, file, sink);
    let _ = record::read_departments(node, file, sink);
    let _ = record::read_settings(node, file, sink);
    let _ = record::read_release(node, file, sink);
    let _ = record::read_waivers(node, file, sink);
    let _ = record::read_stored_original(node, file, sink);
}

/// The body of an excerpt and of a piece of guidance.
pub fn markdown(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for purpose in [Purpose::Excerpt, Purpose::Guidance] {
        let mut sink = Sink::new();
        let body = markdown::parse(text, 0..text.len(), FileId(0), purpose, &mut sink);
        let _ = camnang::internals::model::text::plain_text(&body);
        sink.findings().iter().for_each(|finding| assert_inside(finding, text));
    }
}

/// Running text with citations; its whole as a locator and as a number.
pub fn citations(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut end = 0;
    for found in find(text) {
        assert!(end <= found.range.start && text.get(found.range.clone()).is_some(), "{:?}", found.range);
        end = found.range.end;
    }
    if let Ok(parsed) = parse_locator(text) {
        let written = parsed.value.to_string();
        assert_eq!(parse_locator(&written).map(|again| again.value), Ok(parsed.value), "{written}");
    }
    if let Ok(parsed) = parse_number(text) {
        let written = parsed.value.to_string();
        assert_eq!(parse_number(&written).map(|again| again.value), Ok(parsed.value), "{written}");
    }
}

/// A corpus: each file begins with a line `=== path`. It is checked with all its editions, and reported on.
pub fn corpus(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let opened = OpenedCorpus::new(Sources::from_texts(files(text)), Sink::new());
    let findings = opened.view(&ViewRequest::every()).findings();
    for lang in [Lang::Vi, Lang::En] {
        let reported = findings.report(lang);
        for format in [Format::Human, Format::Json, Format::Sarif, Format::Github] {
            let _ = report::render(&reported, format, lang);
        }
    }
}

fn files(text: &str) -> BTreeMap<String, String> {
    let parts = text.split("=== ").skip(1).filter_map(|part| part.split_once('\n'));
    parts.map(|(path, text)| (path.trim().to_owned(), text.to_owned())).collect()
}

/// The text file of an original, its tree of provisions, and quotations of its units.
pub fn tree(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let text = OriginalText::parse(text);
    assert_tree(&text);
    let tree = ProvisionTree::read(&text);
    let units: Vec<&TreeNode> = tree.nodes().iter().filter(|node| node.locator.is_some()).collect();
    // A quotation of each unit would take the square of the length.
    for unit in units.iter().step_by(units.len() / 8 + 1) {
        let mut sink = Sink::new();
        let body = quotation::written(&tree, unit);
        let body = markdown::parse(&body, 0..body.len(), FileId(0), Purpose::Excerpt, &mut sink);
        let _ = quotation::compare(&tree, unit, &body);
        let _ = quotation::unit_hash(&tree, unit);
    }
    let sought = SoughtWords::new(["IPv6", "địa chỉ Internet", "a"]);
    for found in gather(&tree, &[sought]) {
        assert!(found.piece.text.is_char_boundary(found.at));
    }
}

/// Every line is in the tree once and in its order, every unit in the one that it belongs to.
fn assert_tree(text: &OriginalText) {
    let tree = ProvisionTree::read(text);
    let mut line = 0;
    for (at, piece) in tree.pieces().iter().enumerate() {
        assert!(piece.line == line || piece.line == line + 1 && at > 0, "a line is missing before {}", piece.line);
        line = piece.line;
        assert!(piece.text.get(..piece.label).is_some() && tree.nodes()[piece.node].pieces.contains(&at));
    }
    assert_eq!(tree.pieces().last().map_or(0, |last| last.line + 1), text.lines.len());
    for node in tree.nodes() {
        assert!(node.pieces.start <= node.heading.start && node.heading.end <= node.pieces.end);
        let around = node.parent.map(|parent| &tree.nodes()[parent].pieces);
        assert!(around.is_none_or(|around| around.start <= node.pieces.start && node.pieces.end <= around.end));
    }
    assert!(tree.faults().iter().all(|fault| fault.piece < tree.pieces().len()));
}

/// A received file of Word: an archive, or the XML of its document and, below a line `===`, of its lists.
pub fn docx(data: &[u8]) {
    original("a.docx", data);
    original("a.doc", &[b"\xd0\xcf\x11\xe0", data].concat());
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (document, numbering) = text.split_once("\n===\n").unwrap_or((text, ""));
    let draft = docx::draft_of_xml(document, Some(numbering).filter(|part| !part.is_empty()));
    draft.and_then(|draft| draft.finish()).map_or_else(|refusal| assert_no_fault(&refusal), |read| assert_whole(&read));
}

/// A web page.
pub fn html(data: &[u8]) {
    original("a.html", data);
}

/// A reprint in Markdown.
pub fn reprint(data: &[u8]) {
    original("a.md", data);
}

/// Plain text in any encoding, and the same as the text of a PDF.
pub fn plain(data: &[u8]) {
    original("a.txt", data);
    original("a.pdf", &[b"%PDF-", data].concat());
}

/// Takes the bytes behind the mark of a PDF for its text, and those behind that of the former Word for a file of the new.
struct AsText;

impl OutsidePrograms for AsText {
    fn pdf_text(&self, pdf: &[u8]) -> Result<String, ReadRefusal> {
        Ok(String::from_utf8_lossy(pdf.get(5..).unwrap_or_default()).into_owned())
    }

    fn to_docx(&self, file: &[u8], _: &str) -> Result<Vec<u8>, ReadRefusal> {
        Ok(file.get(4..).unwrap_or_default().to_vec())
    }
}

fn original(name: &str, bytes: &[u8]) {
    let Ok(reader) = recognise(name, bytes) else { return };
    let read = reader.read(&ReceivedFile { name, bytes, programs: &AsText });
    read.map_or_else(|refusal| assert_no_fault(&refusal), |read| assert_whole(&read));
}

/// No file makes a reader lose a character.
fn assert_no_fault(refusal: &ReadRefusal) {
    assert!(!matches!(refusal, ReadRefusal::Lost { .. }), "{refusal:?}");
}

/// Both counts agree, and the text file says what was read.
fn assert_whole(read: &ReadOriginal) {
    let dropped: u64 = read.dropped.iter().map(|part| part.characters).sum();
    assert_eq!(read.taken, read.placed + dropped);
    let written = read.text.write();
    assert_eq!(OriginalText::parse(&written).write(), written);
    assert_tree(&read.text);
}

/// A finding points at characters of the text.
fn assert_inside(finding: &Finding, text: &str) {
    if let Place::Span(span) = &finding.place {
        assert!(text.get(span.range()).is_some(), "{finding:?}");
    }
}
