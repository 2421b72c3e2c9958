//! Templates of an office's own: what is copied out, what is reported of a file that changes nothing, and of a
//! template with a fault, word for word, in both languages. `tests/templates/<case>.txt` holds what is said;
//! `CAMNANG_ACCEPT=1 cargo test --no-default-features --test outputs templates` writes it anew.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test"
)]

use crate::support::program;

use std::fs;
use std::path::Path;

use program::{Ran, camnang};
use tempfile::TempDir;

/// A folder with the invented office's corpus.
fn office() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office/corpus"), &place.path().join("corpus"));
    place
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target)
        } else {
            drop(fs::copy(entry.path(), target))
        }
    }
}

/// The office's own file `path`: the shipped one with `words` in the place of `shipped`.
fn change(place: &Path, path: &str, shipped: &str, words: &str) {
    camnang(place, &["new", "templates", "mau", path]).must(0);
    let file = place.join("mau").join(path);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(shipped), "{path} no longer has: {shipped}");
    fs::write(file, text.replacen(shipped, words, 1)).unwrap();
}

fn build(place: &Path, format: &str, lang: &str) -> Ran {
    camnang(place, &["build", "--templates", "mau", "--only", format, "--lang", lang])
}

/// Without what changes with the templates that are shipped: places in them, and lists of all that they may use.
fn lasting(said: &str) -> String {
    let shipped = "  · typst/booklet.typ:";
    let line = |line: &str| match (line.split_once("Available "), line.strip_prefix(shipped)) {
        (Some((before, _)), _) => format!("{before}Available …"),
        (None, Some(rest)) => {
            format!("{shipped}…{}", rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':'))
        }
        (None, None) => line.to_owned(),
    };
    said.lines().map(|it| line(it) + "\n").collect()
}

/// The report on the office's templates, in both languages, is that of the file `case`.
#[track_caller]
fn says(place: &Path, format: &str, case: &str) {
    let said: String = ["vi", "en"].map(|lang| lasting(&build(place, format, lang).must(2).err)).join("\n");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/templates").join(format!("{case}.txt"));
    if std::env::var_os("CAMNANG_ACCEPT").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &said).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), said, "{}", path.display());
    let built = fs::read_dir(place.join("output")).into_iter().flatten().map(|entry| entry.unwrap().file_name());
    assert_eq!(built.filter(|name| name != ".lock").collect::<Vec<_>>(), [""; 0], "something was built");
}

#[test]
fn one_file_takes_the_place_of_one() {
    let place = office();
    change(place.path(), "html/style.css", ":root {", "/* Của Sở Ví Dụ */\n:root {");
    change(place.path(), "html/foot.html", "<footer class=\"foot\">", "<footer class=\"foot\" title=\"Sở Ví Dụ\">");
    fs::write(place.path().join("mau/README.md"), "Mẫu của Sở Ví Dụ.").unwrap();
    build(place.path(), "html", "vi").must(0);
    let html = place.path().join("output/so-tay/html");
    let index = fs::read_to_string(html.join("index.html")).unwrap();
    let (_, sheet) = index.split_once("<link rel=\"stylesheet\" href=\"").unwrap();
    let sheet = fs::read_to_string(html.join(sheet.split('"').next().unwrap())).unwrap();
    assert!(sheet.contains("/* Của Sở Ví Dụ */"));
    assert!(fs::read_to_string(html.join("van-ban.html")).unwrap().contains("title=\"Sở Ví Dụ\""));
    assert!(!html.join("README.md").exists());
}

#[test]
fn a_new_file_that_a_template_uses_is_no_stranger() {
    let place = office();
    change(place.path(), "html/foot.html", "</footer>", "{% include \"so-vi-du.html\" %}</footer>");
    fs::write(place.path().join("mau/html/so-vi-du.html"), "<p>Điện thoại: 0123</p>").unwrap();
    build(place.path(), "html", "vi").must(0);
    let about = fs::read_to_string(place.path().join("output/so-tay/html/gioi-thieu.html")).unwrap();
    assert!(about.contains("Điện thoại: 0123"));
}

#[test]
fn shipped_files_are_copied_out_and_never_over_a_file() {
    let place = office();
    let all = camnang(place.path(), &["new", "templates", "goc"]).must(0).out;
    assert!(
        all.contains("goc/html/base.html") && all.contains("goc/typst/booklet.typ") && !all.contains(".ttf"),
        "{all}"
    );
    assert_eq!(
        fs::read(place.path().join("goc/typst/booklet.typ")).unwrap(),
        include_bytes!("../../templates/typst/booklet.typ")
    );
    let own = place.path().join("goc/html/style.css");
    fs::write(&own, "/* của tôi */").unwrap();
    let again = camnang(place.path(), &["new", "templates", "goc", "html/style.css"]).must(2).err;
    assert!(again.contains("goc/html/style.css") && again.contains("không đè"), "{again}");
    assert_eq!(fs::read_to_string(own).unwrap(), "/* của tôi */");
    let wrong = camnang(place.path(), &["new", "templates", "goc", "html/chaptre.html"]).must(2).err;
    assert!(wrong.contains("`html/chapter.html`"), "{wrong}");
    // All of it unchanged is as good as none of it.
    fs::write(place.path().join("goc/html/style.css"), include_bytes!("../../templates/html/style.css")).unwrap();
    camnang(place.path(), &["build", "--only", "html", "--output", "a"]).must(0);
    camnang(place.path(), &["build", "--only", "html", "--output", "b", "--templates", "goc"]).must(0);
    let bytes = |folder: &str| fs::read(place.path().join(folder).join("so-tay/manifest.json")).unwrap();
    assert_eq!(bytes("a"), bytes("b"));
}

#[test]
fn files_that_change_nothing_are_reported() {
    let place = office();
    fs::create_dir_all(place.path().join("mau")).unwrap();
    says(place.path(), "html", "empty-folder");
    change(place.path(), "html/style.css", ":root {", ":root {");
    for path in ["html/chaper.html", "base.html", "html/zzz-qqq-xxx.html"] {
        fs::write(place.path().join("mau").join(path), "").unwrap();
    }
    says(place.path(), "html", "strangers");
}

#[test]
fn faults_of_web_templates() {
    for (case, words) in [
        ("html-variable", "<p>{{ wrods.contents }}</p>"),
        ("html-asset", "<img src=\"{{ root }}{{ assets[\"bieu-trung.png\"] }}\" alt=\"\">"),
        ("html-plain-asset", "<img src=\"{{ root }}icon.svg\" alt=\"\">"),
        ("html-field", "<p>{{ edition.as_of_lin }}</p>"),
        ("html-filter", "<p>{{ title | uper }}</p>"),
        ("html-safe", "<p>{{ title | safe }}</p>"),
        ("html-brace", "<p>{{ title }</p>"),
        ("html-open", "{% if title %}<p>Sở Ví Dụ</p>"),
        ("html-tag", "{% fi title %}<p>Sở Ví Dụ</p>"),
        ("html-parent", "{% extends \"bse.html\" %}"),
        ("html-include", "{% include \"legnd.html\" %}"),
    ] {
        let place = own("html/about.html", format!("{words}\n<!-- Của Sở Ví Dụ -->\n").as_bytes());
        says(place.path(), "html", case);
    }
    says(own("html/about.html", b"<p>\xff</p>").path(), "html", "html-encoding");
}

/// An office whose only template is this.
fn own(path: &str, text: &[u8]) -> TempDir {
    let place = office();
    let file = place.path().join("mau").join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
    place
}

#[cfg(feature = "pdf")]
#[test]
fn faults_of_paper_templates() {
    const HEAD: &str = "#import \"data.typ\": edition, words";
    for (case, words) in [
        ("typst-name", "#let cover() = par(wrods.disclaimer)"),
        ("typst-key", "#let cover() = par(edition.as_of_lin)"),
        ("typst-bracket", "#let cover() = par((edition.as_of_line)"),
        ("typst-import", "#import \"txet.typ\": say"),
        ("typst-font", "#let cover() = text(font: \"Times New Roman\", words.disclaimer)"),
        ("typst-value", "#let cover() = align(\"giữa\", words.disclaimer)"),
    ] {
        let text = format!("{HEAD}\n#import \"page.typ\": piece; #let imprint = piece(\"\", none)\n{words}\n");
        says(own("typst/cover.typ", text.as_bytes()).path(), "pdf", case);
    }
    // The fault shows in a file that the office did not change.
    let place = own("typst/cover.typ", format!("{HEAD}\n#let bia() = none\n").as_bytes());
    let said = build(place.path(), "pdf", "vi").must(2).err;
    assert!(said.contains("\ntypst/booklet.typ:") && said.contains("#import \"cover.typ\""), "{said}");
    assert!(said.contains("một tệp của bạn không khớp với nó: mau/typst/cover.typ"), "{said}");
}
