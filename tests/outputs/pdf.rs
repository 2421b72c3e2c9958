//! The PDF of a view: always the same bytes, text as it is, and faults that name the template.
#![cfg(feature = "pdf")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test"
)]

use crate::support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use camnang::internals::render::glyphs::{missing, needs_no_glyph};
use camnang::internals::render::typst::{engine_version, pdf};
use camnang::internals::render::{PaperForm, RenderError, Templates, typst_cli, typst_input};
use camnang::internals::view::{BlockView, InlineView, View};
use serde_json::Value;
use support::sample_view::{HOSTILE, sample_images, sample_view, shipped_templates};

fn set(view: &View) -> Result<Vec<u8>, RenderError> {
    pdf(PaperForm::Booklet, view, &sample_images(), &shipped_templates())
}

/// The sample with one paragraph more, of this text.
fn with_paragraph(text: &str) -> View {
    let mut view = sample_view("");
    let content = vec![InlineView::Text { text: text.to_owned() }];
    view.front[0].body.blocks.push(BlockView::Paragraph { content });
    view
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let first = set(&sample_view("")).unwrap();
    assert_eq!(first, set(&sample_view("")).unwrap());

    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("other-process.pdf");
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "pdf::write_the_sample", "--ignored"])
        .env("CAMNANG_SAMPLE_PDF", &path)
        .status()
        .unwrap();
    assert!(status.success());
    assert!(first == fs::read(&path).unwrap(), "another process gives other bytes");
}

/// For the test above, and for looking at the pages: `CAMNANG_SAMPLE_PDF=/tmp/s.pdf cargo test --release --test outputs pdf -- --ignored`.
#[test]
#[ignore = "writes the file that CAMNANG_SAMPLE_PDF names"]
fn write_the_sample() {
    let path = std::env::var_os("CAMNANG_SAMPLE_PDF").expect("CAMNANG_SAMPLE_PDF names the file to write");
    fs::write(path, set(&sample_view("")).unwrap()).unwrap();
}

#[test]
fn the_file_claims_both_standards_and_states_its_own_date() {
    let bytes = set(&sample_view("")).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    for claim in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "2014-01-31",
        "<rdf:li>vi</rdf:li>",
    ] {
        assert!(holds(claim), "{claim}");
    }
}

/// Fields that paper does not show: for the web, for programs, or part of another field that is shown.
const NOT_ON_PAPER: [&str; 13] = [
    "citation_full",
    "locator",
    "instrument_citation",
    "wording",
    "confidence",
    "topics",
    "audiences",
    "description",
    "alt",
    "keywords",
    // Paper has the short form of a source, `seen_in`, and whom to ask is on the web.
    "source_line",
    "sources",
    "contact",
];

#[test]
fn hostile_text_is_printed_as_it_is() {
    let view = sample_view(HOSTILE);
    let bytes = pdf(PaperForm::Booklet, &view, &sample_images(), &with_tall_pages()).unwrap();
    let Some(printed) = read_text(&bytes) else {
        eprintln!("skipped: there is no pdftotext on the PATH to read the PDF with");
        return;
    };
    let mut expected = Vec::new();
    collect(&serde_json::to_value(&view).unwrap(), &mut expected);
    assert!(expected.len() > 120, "only {} texts were looked for", expected.len());
    let lost: Vec<_> = expected.into_iter().filter(|text| !printed.contains(&without_spaces(text))).collect();
    assert!(lost.is_empty(), "not printed as it is: {lost:#?}");
}

/// Every text with hostile signs that the paper must show.
fn collect(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) if text.ends_with(HOSTILE) => into.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| collect(value, into)),
        Value::Object(fields) => {
            let shown = fields.iter().filter(|(name, _)| !NOT_ON_PAPER.contains(&name.as_str()));
            shown.for_each(|(_, value)| collect(value, into));
        }
        _ => {}
    }
}

/// The shipped templates on pages four metres high, so that no page end falls into a text.
fn with_tall_pages() -> Templates {
    let mut templates = shipped_templates();
    let page = String::from_utf8(templates.files["typst/page.typ"].to_vec()).unwrap();
    let tall = page.replace("paper: \"a4\"", "width: 210mm, height: 4000mm");
    assert_ne!(page, tall);
    templates.files.insert("typst/page.typ".to_owned(), tall.into_bytes().into());
    templates
}

/// The text of the pages without spaces, which a line end takes away.
fn read_text(bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("booklet.pdf");
    fs::write(&path, bytes).unwrap();
    let output = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .args([path.as_os_str(), "-".as_ref()])
        .output()
        .ok()?;
    assert!(output.status.success());
    Some(without_spaces(&String::from_utf8(output.stdout).unwrap()))
}

fn without_spaces(text: &str) -> String {
    support::as_typed::as_typed(&text.split_whitespace().collect::<String>())
}

#[test]
fn a_fault_names_the_place_in_the_template() {
    let mut templates = shipped_templates();
    let broken = b"#let x = 1\n#let y = x + no-such-name\n";
    templates.files.insert("typst/text.typ".to_owned(), broken.to_vec().into());
    let error = pdf(PaperForm::Booklet, &sample_view(""), &sample_images(), &templates).unwrap_err();
    assert_eq!(error.place.as_deref(), Some("typst/text.typ:2:14"));
    assert!(error.message.starts_with("unknown variable: no-such-name"), "{}", error.message);
}

#[test]
fn a_warning_is_a_fault() {
    let mut templates = shipped_templates();
    templates.files.retain(|path, _| !path.starts_with("fonts/LiberationSans"));
    let error = pdf(PaperForm::Booklet, &sample_view(""), &sample_images(), &templates).unwrap_err();
    assert_eq!(error.message, "unknown font family: liberation sans");
    assert!(error.place.is_some_and(|place| place.starts_with("typst/")));
}

#[test]
fn what_is_not_there_is_a_fault() {
    let no_templates = pdf(PaperForm::Booklet, &sample_view(""), &[], &Templates::default()).unwrap_err();
    assert!(no_templates.message.contains("booklet.typ"), "{no_templates:?}");

    let no_image = pdf(PaperForm::Booklet, &sample_view(""), &[], &shipped_templates()).unwrap_err();
    assert!(no_image.message.contains("images/so-do.svg"), "{no_image:?}");

    let mut images = sample_images();
    images[0].path = "images/../typst/booklet.typ".to_owned();
    let outside = pdf(PaperForm::Booklet, &sample_view(""), &images, &shipped_templates()).unwrap_err();
    assert_eq!(outside.place.as_deref(), Some("images/../typst/booklet.typ"));
}

#[test]
fn a_letter_without_glyph_stops_the_build_and_the_search_finds_it_first() {
    let view = with_paragraph("chữ 漢");
    let found = missing(&view, &shipped_templates());
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].whence.as_str(), found[0].character), ("cach-dung", '漢'));
    assert!(set(&view).is_err());
}

#[test]
fn what_needs_no_glyph_is_set_without_fault() {
    let all: String = ('\t'..=char::MAX).filter(|c| needs_no_glyph(*c)).flat_map(|c| ['a', c, 'b', ' ']).collect();
    let view = with_paragraph(&all);
    assert_eq!(missing(&view, &shipped_templates()), []);
    set(&view).unwrap();
}

#[test]
fn the_engine_is_the_version_that_the_templates_are_for() {
    assert_eq!(engine_version(), typst_input::VERSION);
}

#[test]
fn the_external_engine_gives_the_same_bytes() {
    let Some(program) = external() else {
        eprintln!(
            "skipped: no typst {} under CAMNANG_TYPST, on the PATH or in the cache of this project",
            typst_input::VERSION
        );
        return;
    };
    let templates = shipped_templates();
    for tail in ["", HOSTILE] {
        let view = sample_view(tail);
        let outside = typst_cli::pdf(PaperForm::Booklet, &view, &sample_images(), &templates, &program).unwrap();
        assert!(outside == set(&view).unwrap(), "the engines differ with the tail {tail:?}");
    }
    let mut broken = templates.clone();
    broken.files.insert("typst/text.typ".to_owned(), b"#let y = no-such-name\n".to_vec().into());
    let inside = pdf(PaperForm::Booklet, &sample_view(""), &sample_images(), &broken).unwrap_err();
    let outside =
        typst_cli::pdf(PaperForm::Booklet, &sample_view(""), &sample_images(), &broken, &program).unwrap_err();
    assert_eq!((&outside.place, &outside.message), (&inside.place, &inside.message));
}

/// An external engine of the right version, if this machine has one.
fn external() -> Option<PathBuf> {
    let named = std::env::var_os("CAMNANG_TYPST").map(PathBuf::from);
    let cached = std::env::home_dir().map(|home| home.join(".cache/camnang/typst/bin/typst"));
    [named, Some(PathBuf::from("typst")), cached].into_iter().flatten().find(|program| {
        let said = Command::new(program).arg("--version").output().map(|output| output.stdout).unwrap_or_default();
        String::from_utf8_lossy(&said).split_whitespace().nth(1) == Some(typst_input::VERSION)
    })
}
