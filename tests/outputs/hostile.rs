//! Text that would be code elsewhere, in every field of a corpus, through the program: it comes out as the words it is,
//! in the PDF and on the web; nothing of it runs, and nothing is written outside the output folder.

use crate::support::program;

use std::path::Path;

use camnang::internals::render::Artifact;

use crate::support::docx_lines::WordFile;
use crate::support::pdf_tree::Line;
use crate::support::{epub_lines, markdown_lines};
use program::{assert_same, camnang, put, text, tree};
use scraper::{Html, Selector};

/// Typst, Tera, HTML and shell, on one line, without a colon and a space, which YAML would see.
const HOSTILE: &str = r##"#panic("x") #read("/etc/passwd") $x^2$ {{ 7*7 }} {% raw %} ]] </p><script>alert(1)</script> <img src=x onerror=alert(2)> @nhan <nhan> \u{41} // ./../ `rm` ${HOME} %s &amp;"##;

/// The same as Markdown source: what Markdown itself would read is escaped, the rest stays.
fn in_markdown() -> String {
    HOSTILE.chars().flat_map(|c| if "\\`*_[]<>&$".contains(c) { vec!['\\', c] } else { vec![c] }).collect()
}

/// The value as YAML writes it.
fn yaml(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// A small corpus that says `HOSTILE` after a marker in every field that takes free words.
fn write(corpus: &Path) -> Vec<String> {
    let mut markers = Vec::new();
    let mut say = |marker: &str| {
        markers.push(marker.to_owned());
        yaml(&format!("{marker} {HOSTILE}"))
    };
    let vocabulary = format!(
        "topics:\n  - {{id: chu-de, name: {}}}\naudiences:\n  - {{id: doi-tuong, name: {}}}\nlevels:\n  - {{id: muc, name: {}, verb: {}, kind: duty}}\n",
        say("M-topic"),
        say("M-audience"),
        say("M-level"),
        say("M-verb")
    );
    let instrument = format!(
        "id: nd-1-2030\nnumber: 01/2030/NĐ-CP\ntype: Nghị định\ntitle: {}\nissuer: {}\nsigner: {{unknown: {}}}\nissued: 2030-01-01\n\
         in-force-from: {{unknown: {}}}\nin-force-until: none\nconfidence: text-read\nchecked-on: 2030-03-01\nsources: [{}]\nnotes: {}\n",
        say("M-title"),
        say("M-issuer"),
        say("M-signer"),
        say("M-reason"),
        say("M-source"),
        say("M-notes")
    );
    let body = in_markdown();
    let excerpt = format!(
        "---\nid: nd-1-2030.dieu-1\ninstrument: nd-1-2030\nat: Điều 1\ntitle: {}\nwording: summary\ntopics: [chu-de]\naudiences: [doi-tuong]\n\
         obligations:\n  - {{who: {}, audiences: [doi-tuong], what: {}, level: muc, deadline: {{when: {}}}, evidence: [{{what: {}}}]}}\nconfidence: text-read\nchecked-on: 2030-03-01\nsources: [{}]\nnote: {}\n---\n\
         M-body {body}\n\na) M-point {body}\n\n| M-head {body} |\n|---|\n| M-cell {body} |\n\n> M-quote {body}\n\nXong[^1].\n\n[^1]: M-note {body}\n",
        say("M-heading"),
        say("M-who"),
        say("M-what"),
        say("M-deadline"),
        say("M-evidence"),
        say("M-seen"),
        say("M-remark")
    );
    let guidance = format!(
        "---\nid: bai\ntitle: {}\nchecked-on: 2030-03-01\n---\n## M-section {body}\n\nM-guidance {body}\n",
        say("M-guide")
    );
    let glossary = format!(
        "terms:\n  - {{term: {}, english: {}, definition: {}, source: {}}}\n",
        say("M-term"),
        say("M-english"),
        say("M-definition"),
        say("M-origin")
    );
    let edition = format!(
        "id: so-tay\ntitle: {}\nsubtitle: {}\nlabel: {}\nissuer: {{parent: {}, name: {}, place: {}}}\ndescription: {}\nkeywords: [{}]\nas-of: 2030-06-01\n\
         front: [bai]\nparts:\n  - title: {}\n    chapters:\n      - id: chuong\n        title: {}\n        select: {{topics: [chu-de]}}\n\
         annexes:\n  - {{kind: instruments, title: {}}}\n  - {{kind: glossary, title: {}}}\n  - {{kind: responsibilities, title: {}}}\n\
         \x20 - {{kind: checklists, title: {}}}\n  - {{kind: unknowns, title: {}}}\n  - {{kind: report-form, title: {}}}\n\
         \x20 - {{kind: pending, title: {}}}\n  - {{kind: timeline, title: {}}}\n",
        say("M-name"),
        say("M-subtitle"),
        say("M-label"),
        say("M-parent"),
        say("M-office"),
        say("M-place"),
        yaml("không in"),
        yaml("không in"),
        say("M-part"),
        say("M-chapter"),
        say("M-annex"),
        say("M-words"),
        say("M-matrix"),
        say("M-lists"),
        say("M-unknown"),
        say("M-form"),
        say("M-pending"),
        say("M-figure")
    );
    put(&corpus.join("vocabulary.yaml"), vocabulary);
    put(&corpus.join("glossary.yaml"), glossary);
    put(&corpus.join("instruments/nd-1-2030.yaml"), instrument);
    put(&corpus.join("excerpts/nd-1-2030/dieu-1.md"), excerpt);
    put(&corpus.join("guidance/bai.md"), guidance);
    put(&corpus.join("editions/so-tay.yaml"), edition);
    markers.extend(
        ["M-body", "M-point", "M-head", "M-cell", "M-quote", "M-note", "M-section", "M-guidance"].map(str::to_owned),
    );
    markers
}

#[test]
fn hostile_words_stay_words() {
    let office = tempfile::tempdir().unwrap();
    let folder = office.path();
    let markers = write(&folder.join("corpus"));
    let checked = camnang(folder, &["check", "--strict"]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    let before = tree(folder);
    let only: &[&str] = if cfg!(feature = "pdf") { &["build"] } else { &["build", "--only", "html"] };
    camnang(folder, only).must(0);

    let after = tree(folder);
    let outside = after.iter().filter(|(path, _)| !path.starts_with("output/"));
    assert_same(
        &before,
        &outside.map(|(path, bytes)| (path.clone(), bytes.clone())).collect(),
        "written outside output/",
    );

    let site = folder.join("output/so-tay/html");
    let wanted: String = program::without_spaces(HOSTILE);
    let mut seen = String::new();
    for path in after.keys().filter(|path| path.ends_with(".html")) {
        let source = text(&folder.join(path));
        let page = Html::parse_document(&source);
        // Data are no script. The booklet in one file and the page for what is not there have one, which their policy knows.
        let scripts = usize::from(["html/so-tay.html", "html/404.html"].iter().any(|own| path.ends_with(own)));
        let script = "script:not([src]):not([type='application/ld+json'])";
        for (element, allowed) in [(script, scripts), ("img", 0), ("iframe", 0), ("object", 0)] {
            assert_eq!(page.select(&Selector::parse(element).unwrap()).count(), allowed, "{path} has a <{element}>");
        }
        let every = Selector::parse("*").unwrap();
        let handlers = page.select(&every).flat_map(|element| element.value().attrs());
        assert!(handlers.filter(|(name, _)| name.starts_with("on")).count() == 0, "{path} has an event handler");
        seen.push_str(&program::without_spaces(&page.root_element().text().collect::<String>()));
    }
    for marker in &markers {
        assert!(seen.contains(&format!("{marker}{wanted}")), "{marker} is not on the web as it was written");
    }
    assert!(site.join("index.html").exists());

    if cfg!(feature = "pdf") {
        let words = program::pdf_words(&folder.join("output/so-tay/so-tay.pdf"));
        // Justified lines may hyphenate nothing, and every character is there; topics and audiences are not printed.
        for marker in markers.iter().filter(|marker| !["M-topic", "M-audience"].contains(&marker.as_str())) {
            assert!(words.contains(marker.as_str()), "{marker} is not in the PDF");
        }
        assert!(words.matches(&wanted).count() >= 20, "{} times in the PDF", words.matches(&wanted).count());
        assert!(!words.contains("root:"), "a file was read");
    }
}

/// Word's fields are the only ones of ours, a book has no script, and Markdown no element but those that its writer makes.
#[test]
fn hostile_words_stay_words_in_files_for_other_programs() {
    let office = tempfile::tempdir().unwrap();
    let folder = office.path();
    let mut markers = write(&folder.join("corpus"));
    // A figure is a table here, and its title is a heading; topics and audiences are lists of the site.
    markers.retain(|marker| !["M-topic", "M-audience"].contains(&marker.as_str()));
    camnang(folder, &["build", "--only", "docx,epub,markdown"]).must(0);
    let output = folder.join("output/so-tay");
    let file = WordFile::read(&std::fs::read(output.join("so-tay.docx")).unwrap());
    for part in ["word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"] {
        let xml = roxmltree::Document::parse(file.text(part)).unwrap();
        let fields = xml.descendants().filter(|it| matches!(it.tag_name().name(), "instrText" | "fldSimple"));
        for field in fields {
            let code = field.text().or(field.attributes().next().map(|it| it.value())).unwrap_or_default();
            assert!(code.trim() == "PAGE" || code.starts_with(" PAGEREF cn_"), "{part}: {code}");
        }
    }
    let book = std::fs::read(output.join("so-tay.epub")).unwrap();
    for (name, bytes) in WordFile::read(&book).parts.iter().filter(|(name, _)| name.ends_with("html")) {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(!text.contains("<script") && !text.contains("<img"), "{name}");
    }
    let files: Vec<Artifact> = tree(&output)
        .into_iter()
        .filter(|(path, _)| path.starts_with("markdown/"))
        .map(|(path, bytes)| Artifact { path, bytes })
        .collect();
    let wanted = program::without_spaces(HOSTILE);
    let of = |lines: Vec<Line>| program::without_spaces(&lines.into_iter().map(|line| line.text).collect::<String>());
    for (name, text) in [
        ("docx", of(file.lines())),
        ("epub", of(epub_lines::lines(&book))),
        ("markdown", of(markdown_lines::lines(&files))),
    ] {
        // The cover, of which Markdown has no page in its contents, has three of them.
        let lacks: Vec<&String> =
            markers.iter().filter(|marker| !text.contains(&format!("{marker}{wanted}"))).collect();
        let cover = ["M-subtitle", "M-label", "M-parent", "M-office", "M-place", "M-name"];
        assert!(
            lacks.iter().all(|marker| name == "markdown" && cover.contains(&marker.as_str())),
            "{name} lacks {lacks:?}"
        );
    }
}

#[test]
fn paths_do_not_leave_the_corpus() {
    for id in ["..", "../../x", "a/b", "a\\\\b", "C-", "x y"] {
        let office = tempfile::tempdir().unwrap();
        let folder = office.path();
        write(&folder.join("corpus"));
        let edition = folder.join("corpus/editions/so-tay.yaml");
        let broken = text(&edition).replace("id: so-tay", &format!("id: {}", yaml(id)));
        put(&edition, broken);
        let before = tree(folder);
        camnang(folder, &["build", "--only", "html"]).must(1);
        camnang(folder, &["build", id, "--only", "html"]).must(2);
        assert_same(&before, &tree(folder), "a build of a bad id wrote");
    }
    let office = tempfile::tempdir().unwrap();
    let folder = office.path();
    write(&folder.join("corpus"));
    put(&folder.join("geheim.png"), b"x");
    let excerpt = folder.join("corpus/excerpts/nd-1-2030/dieu-1.md");
    put(&excerpt, text(&excerpt) + "\n![hình](../geheim.png)\n");
    let refused = camnang(folder, &["check"]).must(1);
    assert!(refused.out.contains("CN205"), "{}", refused.out);
}
