//! What an office has otherwise (`settings.yaml`) reaches both outputs. `tests/office/corpus` is an invented office that
//! has everything otherwise.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test"
)]

use crate::support;

use std::path::Path;

use camnang::internals::render::{Artifact, ImageFile, html};
use camnang::internals::report::{self, Format};
use camnang::internals::session::{self, ViewRequest};
use camnang::internals::view::View;
use support::sample_view::shipped_templates;

fn office() -> (View, Vec<ImageFile>) {
    let opened = session::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office/corpus")).unwrap();
    let findings = opened.view(&ViewRequest::every().with_templates(&shipped_templates())).findings();
    let lang = camnang::internals::diag::Lang::En;
    let found = findings.report(lang);
    assert!(found.is_empty(), "{}", report::render(&found, Format::Human, lang));
    findings.despite_errors().swap_remove(0).into_parts()
}

#[test]
fn every_setting_is_in_the_view() {
    let (view, images) = office();
    let edition = serde_json::to_value(&view.edition).unwrap();
    assert_eq!(edition["issuer"]["parent"], "UỶ BAN NHÂN DÂN TỈNH MẪU");
    assert_eq!(edition["issuer"]["name"], "SỞ VÍ DỤ");
    assert_eq!(edition["web_address"], "https://so-tay.example.vn/mua-sam");
    let look = serde_json::to_value(&view.look).unwrap();
    assert_eq!(look["accent"]["light"], "#7a1f2b");
    assert_eq!(look["margins"], serde_json::json!({"top": 25.0, "bottom": 20.0, "left": 35.0, "right": 20.0}));
    assert_eq!((&look["text_size"], &look["logo"]["height"]), (&13.0.into(), &25.0.into()));
    assert_eq!(images.iter().map(|image| image.path.as_str()).collect::<Vec<_>>(), ["images/bieu-trung.svg"]);
    let notices: Vec<_> = view.notices.iter().map(|it| (it.title.as_str(), it.text.as_str())).collect();
    assert_eq!(notices[0].0, "Tài liệu nội bộ để tra cứu");
    // The title stays where only the text differs, and the day is filled in.
    assert_eq!(notices[1], ("Thời điểm", "Sở Ví Dụ ghi hiệu lực vào ngày 01 tháng 6 năm 2030."));
    assert_eq!(notices[2].0, "Lời văn");
    let excerpt = &view.parts[0].chapters[0].excerpts[0];
    assert_eq!(excerpt.notice.as_deref(), Some("Vào ngày 01 tháng 6 năm 2030, Sở Ví Dụ không còn theo quy định này."));
}

/// What the web shows on dark pages is legible there, and what it shows on light ones here.
#[test]
fn the_colour_is_legible_on_both_grounds() {
    use camnang::internals::model::colour::{Colour, LEGIBLE};
    use camnang::internals::model::settings::Look;
    let accent = office().0.look.accent.unwrap();
    let colour = |text: &str| text.parse::<Colour>().unwrap();
    assert!(colour(&accent.light).contrast(Look::GROUND) >= LEGIBLE);
    assert!(colour(&accent.dark).contrast(Look::DARK_GROUND) >= LEGIBLE);
    // The grounds are those of the style sheet.
    let style = include_str!("../../templates/html/style.css");
    let light: String = style.split("@media").next().unwrap().to_owned();
    for (sheet, ground, limit) in [(light.as_str(), "--ground", Look::GROUND), (style, "--faint", Look::DARK_GROUND)] {
        let value =
            sheet.rsplit(&format!("{ground}: ")).find(|rest| rest.starts_with('#') && rest.get(7..8) == Some(";"));
        assert_eq!(colour(&value.unwrap()[..7]), limit, "{ground}");
    }
}

fn page<'a>(site: &'a [Artifact], path: &str) -> &'a str {
    let found = site.iter().find(|artifact| artifact.path == path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(&found.bytes).unwrap()
}

#[test]
fn the_web_has_the_colour_the_emblem_and_the_words() {
    let (view, images) = office();
    let site = html::site(&view, &images, &shipped_templates(), None).unwrap();
    let sheets: Vec<&str> = site.iter().map(|it| it.path.as_str()).filter(|path| path.ends_with(".css")).collect();
    let style = page(&site, sheets[0]);
    // The shipped sheet names its fonts as they are published.
    let last = include_str!("../../templates/html/style.css").lines().last().unwrap();
    let (_, own) = style.split_at(style.find(last).unwrap() + last.len());
    let accent = view.look.accent.as_ref().unwrap();
    assert!(own.contains(&format!("--accent: {};", accent.light)), "{own}");
    assert!(own.contains(&format!("--accent: {};", accent.dark)), "{own}");
    page(&site, "html/images/bieu-trung.svg");
    // The booklet in one file has its style and its pictures within; tests/outputs/single.rs looks at it.
    let single = format!("html/{}.html", view.edition.id);
    let pages: Vec<&Artifact> = site.iter().filter(|it| it.path.ends_with(".html") && it.path != single).collect();
    assert!(pages.len() > 4);
    for artifact in pages {
        let text = page(&site, &artifact.path);
        if artifact.path == "html/404.html" {
            // It is shown at any address, and so has no picture.
            assert!(text.contains(own) && !text.contains("<img"));
            continue;
        }
        if artifact.path == "html/so-tay.html" {
            // All in one file: the rules and the emblem are within.
            let emblem = "<img src=\"data:image/svg+xml;base64,";
            assert!(text.contains(emblem) && text.contains(own), "{}", artifact.path);
            continue;
        }
        let root = "../".repeat(artifact.path.matches('/').count() - 1);
        let emblem = format!(
            "<img src=\"{root}images/bieu-trung.svg\" alt=\"Biểu trưng của Sở Ví Dụ\" width=\"80\" height=\"40\">"
        );
        assert!(text.contains(&emblem), "{}", artifact.path);
        assert!(text.contains("Tài liệu tra cứu của Sở Ví Dụ"), "{}", artifact.path);
        assert!(!text.contains("<style") && !text.contains(" style="), "{}", artifact.path);
    }
    assert!(page(&site, "html/index.html").contains("SỞ VÍ DỤ"));
    assert!(page(&site, "html/gioi-thieu.html").contains("Tài liệu nội bộ để tra cứu"));
}

#[cfg(feature = "pdf")]
mod on_paper {
    use super::*;
    use lopdf::content::Operation;
    use lopdf::{Document, Object};

    fn operations(document: &Document) -> Vec<Vec<Operation>> {
        let pages = document.get_pages();
        pages.values().map(|page| document.get_and_decode_page_content(*page).unwrap().operations).collect()
    }

    fn number(object: &Object) -> f32 {
        object.as_float().unwrap()
    }

    /// The colours that are set, as six hex digits.
    fn colours(operations: &[Operation]) -> Vec<String> {
        let set = operations.iter().filter(|it| matches!(it.operator.as_str(), "scn" | "SCN" | "rg" | "RG"));
        let rgb = set.filter(|it| it.operands.len() == 3 && it.operands.iter().all(|part| part.as_float().is_ok()));
        rgb.map(|it| it.operands.iter().map(|part| format!("{:02x}", (number(part) * 255.0).round() as u8)).collect())
            .collect()
    }

    #[test]
    fn paper_has_the_colour_the_emblem_the_margins_and_the_words() {
        let (view, images) = office();
        let document = Document::load_mem(
            &camnang::internals::render::typst::pdf(
                camnang::internals::render::PaperForm::Booklet,
                &view,
                &images,
                &shipped_templates(),
            )
            .unwrap(),
        )
        .unwrap();
        let pages = operations(&document);
        // The frame, the title and the emblem of the cover; the rule below the heading of the imprint.
        assert!(
            colours(&pages[0]).iter().filter(|colour| *colour == "7a1f2b").count() >= 3,
            "{:?}",
            colours(&pages[0])
        );
        assert!(colours(&pages[1]).iter().any(|colour| colour == "7a1f2b"), "{:?}", colours(&pages[1]));
        let colour_of_templates = ["0b4a6f"];
        assert!(pages.iter().all(|page| !colours(page).iter().any(|it| colour_of_templates.contains(&it.as_str()))));
        let numbers: Vec<u32> = document.get_pages().keys().copied().collect();
        let text: String = document.extract_text(&numbers).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        for words in ["SỞ VÍ DỤ", "Tài liệu nội bộ để tra cứu", "Sở Ví Dụ không còn theo quy định này"]
        {
            assert!(text.contains(words), "{words}\n{text}");
        }
    }

    /// Where the running head of the second page begins and ends, in millimetres from the left, as poppler reads it: below it
    /// numbers hang out on the left and tabs on the right.
    fn extent(pdf: &[u8]) -> Option<(f64, f64)> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("booklet.pdf");
        std::fs::write(&path, pdf).unwrap();
        let mut command = std::process::Command::new("pdftotext");
        let output =
            command.args(["-bbox", "-f", "2", "-l", "2"]).args([path.as_os_str(), "-".as_ref()]).output().ok()?;
        let said = String::from_utf8(output.stdout).unwrap();
        let of = |line: &str, name: &str| -> f64 {
            let value = line.split(&format!("{name}=\"")).nth(1).unwrap();
            value.split('"').next().unwrap().parse::<f64>().unwrap() / 72.0 * 25.4
        };
        let words: Vec<&str> = said.lines().filter(|line| line.contains("<word ")).collect();
        let top = words.iter().map(|word| of(word, "yMin")).fold(f64::MAX, f64::min);
        let head: Vec<&&str> = words.iter().filter(|word| of(word, "yMin") < top + 3.0).collect();
        let ends = |name: &str| head.iter().map(|word| of(word, name)).collect::<Vec<_>>();
        Some((ends("xMin").into_iter().fold(210.0, f64::min), ends("xMax").into_iter().fold(0.0, f64::max)))
    }

    #[test]
    fn the_words_stand_within_the_margins() {
        let (mut view, images) = office();
        let set = |view: &View| {
            extent(
                &camnang::internals::render::typst::pdf(
                    camnang::internals::render::PaperForm::Booklet,
                    view,
                    &images,
                    &shipped_templates(),
                )
                .unwrap(),
            )
        };
        let Some((left, right)) = set(&view) else {
            eprintln!("skipped: there is no pdftotext on the PATH to measure the PDF with");
            return;
        };
        assert!((left - 35.0).abs() < 0.5 && (right - 190.0).abs() < 1.5, "{left} {right}");
        view.look.margins.left = 20.0;
        let (left, _) = set(&view).unwrap();
        assert!((left - 20.0).abs() < 0.5, "{left}");
    }
}
