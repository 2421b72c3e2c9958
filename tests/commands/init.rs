//! `camnang init`: an empty booklet that checks without a finding and builds, and leads by its own printed advice to a printed
//! clause. Nothing is written where it does not belong, and nothing by halves.

use crate::support::program;

use std::fs;
use std::path::Path;

use program::{Ran, assert_same, camnang, put, text, tree};

const LANGUAGES: [&str; 2] = ["vi", "en"];
const DAY: &str = "2030-06-01";
const PLACEHOLDER: &str = "VIẾT NỘI DUNG Ở ĐÂY";
const CLAUSE: &str = "Đơn vị ví dụ lập danh mục ví dụ trước khi làm việc ví dụ.";

/// The commands that a run advises, without the program's name: what is after `camnang `, to the end of its line or to a
/// comma that is no part of it.
fn advised(said: &str) -> Vec<Vec<String>> {
    let commands = said.lines().filter_map(|line| line.split_once("camnang "));
    commands.map(|(_, command)| words(command)).collect()
}

/// Spaces part words, double quotes keep them together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for character in command.chars() {
        match character {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            other => words.last_mut().unwrap().push(other),
        }
    }
    words
}

/// The advised command that begins so, run.
#[track_caller]
fn follow(place: &Path, said: &Ran, begins: &[&str], more: &[&str]) -> Ran {
    let all = advised(&said.out);
    let found = all.iter().find(|command| command.iter().zip(begins).filter(|(a, b)| a == b).count() == begins.len());
    let found = found.unwrap_or_else(|| panic!("no advice to run {begins:?} in\n{}", said.out));
    let arguments: Vec<&str> = found.iter().map(String::as_str).chain(more.iter().copied()).collect();
    camnang(place, &arguments)
}

/// Replaces what must be there exactly once.
#[track_caller]
fn edit(path: &Path, changes: &[(&str, &str)]) {
    let mut now = text(path);
    for (from, to) in changes {
        assert_eq!(now.matches(from).count(), 1, "`{from}` in {}:\n{now}", path.display());
        now = now.replace(from, to);
    }
    fs::write(path, now).unwrap();
}

/// What an editor writes into the drafts. The decree is invented.
fn fill_in(corpus: &Path) {
    let (title, issuer) = (format!("title: {PLACEHOLDER}"), format!("issuer: {PLACEHOLDER}"));
    let (source, body) = (format!("- {PLACEHOLDER}"), format!("{PLACEHOLDER}.\n"));
    edit(
        &corpus.join("instruments/nd-12-2030.yaml"),
        &[
            (&title, "title: quy định ví dụ"),
            (&issuer, "issuer: Cơ quan ví dụ"),
            ("\nsigner: {unknown: Chưa tra}", "\nsigner: Nguyễn Văn Ví Dụ"),
            ("\nissued: {unknown: Chưa tra}", "\nissued: 2030-01-15"),
            ("\nin-force-from: {unknown: Chưa tra}", "\nin-force-from: 2030-03-01"),
            ("\nin-force-until: {unknown: Chưa tra}", "\nin-force-until: none"),
            ("\nconfidence: unverified", "\nconfidence: text-read"),
            ("\nchecked-on: 2000-01-01", "\nchecked-on: 2030-06-01"),
            (&source, "- Văn bản ví dụ"),
        ],
    );
    edit(
        &corpus.join("excerpts/nd-12-2030/dieu-1.khoan-1.md"),
        &[
            (&body, &format!("{CLAUSE}\n")),
            (&source, "- Văn bản ví dụ"),
            ("\nconfidence: unverified", "\nconfidence: text-read"),
            ("\nchecked-on: 2000-01-01", "\nchecked-on: 2030-06-01"),
        ],
    );
}

/// From nothing to a clause that a reader sees, by what the program itself says to do next; wherever the folder is, and
/// whatever its name.
#[test]
fn advice_leads_to_a_printed_clause() {
    for lang in LANGUAGES {
        for folder in ["corpus", "viec/sổ tay", "."] {
            let place = tempfile::tempdir().unwrap();
            let place = place.path();
            let begun = camnang(place, &["init", folder, "--as-of", DAY, "--lang", lang]).must(0);
            // The output goes elsewhere.
            let out = tempfile::tempdir().unwrap();
            let out = out.path().to_str().unwrap();
            let more = ["--lang", lang];
            follow(place, &begun, &["check"], &["--strict"]).must(0);
            let made = follow(place, &begun, &["new", "instrument", "--number"], &more).must(0);
            let made = follow(place, &made, &["new", "excerpt", "--instrument", "nd-12-2030"], &more).must(0);
            follow(place, &made, &["check"], &[]).must(0);
            follow(place, &made, &["check"], &["--strict"]).must(1);
            fill_in(&place.join(folder));
            let checked = follow(place, &made, &["check"], &["--strict", "--lang", "en"]);
            // The other chapters are empty now, which is a fault of theirs.
            assert_eq!(checked.out.matches("CN501").count(), 3, "{}", checked.out);
            assert!(checked.out.contains("0 errors, 2 warnings, 2 notes"), "{}", checked.out);
            follow(place, &made, &["build"], &["--only", "html", "--output", out]).must(0);
            for page in ["quy-dinh-chung.html", "e/nd-12-2030.dieu-1.khoan-1.html"] {
                let page = text(&Path::new(out).join("cam-nang/html").join(page));
                assert!(page.contains(CLAUSE) && page.contains("12/2030/NĐ-CP"), "{page}");
            }
        }
    }
}

/// Before anything is in it, the booklet has no finding, builds, and reads as one.
#[test]
fn an_empty_booklet_is_whole() {
    for lang in LANGUAGES {
        let place = tempfile::tempdir().unwrap();
        let place = place.path();
        let title = "Sổ tay: việc \"ví dụ\" #1";
        let init = ["init", "corpus", "--as-of", DAY, "--title", title, "--issuer", "Nhóm: ví dụ", "--lang", lang];
        camnang(place, &init).must(0);
        let files: Vec<String> = tree(&place.join("corpus")).into_keys().collect();
        let edition = "editions/so-tay-viec-vi-du-1.yaml";
        assert_eq!(files, ["README.md", edition, "guidance/cach-dung.md", "settings.yaml", "vocabulary.yaml"]);
        let said = camnang(place, &["check", "--strict", "--lang", "en"]).must(0).out;
        assert_eq!(said, "0 errors, 0 warnings, 0 notes.\n");
        camnang(place, &["build", "--only", "html"]).must(0);
        let site = place.join("output/so-tay-viec-vi-du-1/html");
        let page = text(&site.join("index.html"));
        assert!(
            page.contains("Sổ tay: việc") && page.contains("Nhóm: ví dụ") && page.contains("ngày 01 tháng 6 năm 2030"),
            "{page}"
        );
        assert!(text(&site.join("huong-dan.html")).contains("phải làm gì, khi nào, theo điều khoản nào"));
    }
}

/// The booklet is Vietnamese whoever edits it; only remarks and the README differ.
#[test]
fn the_language_is_that_of_the_editor_and_not_of_the_booklet() {
    let place = tempfile::tempdir().unwrap();
    let [vi, en] = LANGUAGES.map(|lang| {
        camnang(place.path(), &["init", lang, "--as-of", DAY, "--lang", lang]).must(0);
        let mut files = tree(&place.path().join(lang));
        files.remove("README.md");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let said = |text: String| {
            text.lines().filter(|line| !line.trim_start().starts_with("# ")).collect::<Vec<_>>().join("\n")
        };
        files.into_iter().map(|(path, bytes)| (path, said(text(bytes)))).collect::<Vec<_>>()
    });
    assert_eq!(vi, en);
    let readme = |lang: &str| text(&place.path().join(lang).join("README.md"));
    assert!(readme("vi").contains("hướng dẫn cho người biên tập") && readme("en").contains("for its editors"));
}

/// The README's commands run where it says, one after the other.
#[test]
fn the_commands_of_the_readme_run() {
    for (lang, folder) in [("vi", "corpus"), ("en", "so-tay")] {
        let place = tempfile::tempdir().unwrap();
        camnang(place.path(), &["init", folder, "--as-of", DAY, "--lang", lang]).must(0);
        let readme = text(&place.path().join(folder).join("README.md"));
        assert!(!readme.contains('{') || readme.contains("{unknown"), "{readme}");
        let (mut in_block, mut ran) = (false, 0);
        for line in readme.lines() {
            in_block ^= line.trim_start().starts_with("```");
            let Some(command) = line.trim().strip_prefix("camnang ").filter(|_| in_block) else { continue };
            let mut command = words(command);
            if cfg!(not(feature = "pdf")) && command[0] == "build" {
                command.extend(["--only", "html"].map(str::to_owned));
            }
            camnang(place.path(), &command.iter().map(String::as_str).collect::<Vec<_>>()).must(0);
            ran += 1;
        }
        assert_eq!(ran, 4, "{readme}");
    }
}

/// The same words, the same bytes.
#[test]
fn the_same_command_makes_the_same_files() {
    let place = tempfile::tempdir().unwrap();
    for folder in ["a/corpus", "b/corpus"] {
        camnang(place.path(), &["init", folder, "--as-of", DAY]).must(0);
    }
    assert_same(&tree(&place.path().join("a")), &tree(&place.path().join("b")), "two runs");
}

/// Folders in which nothing may begin: why, and what to do, in both languages; and nothing is written.
#[test]
fn what_is_no_place_for_a_booklet_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let at = |path: &str| place.path().join(path);
    camnang(place.path(), &["init", "kho", "--as-of", DAY]).must(0);
    camnang(place.path(), &["build", "--corpus", "kho", "--only", "html", "--output", "ra"]).must(0);
    put(&at("đầy/Thư của tôi.docx"), "x");
    put(&at("tệp"), "x");
    for name in 'a'..='m' {
        put(&at(&format!("nhiều/{name}")), "x");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(at("không có"), at("lối cụt")).unwrap();
        std::os::unix::fs::symlink(at("đầy"), at("lối đầy")).unwrap();
        std::os::unix::fs::symlink(at("kho"), at("lối kho")).unwrap();
    }
    let before = tree(place.path());
    let mut cases = vec![
        ("đầy", "không trống, có: `Thư của tôi.docx`", "is not empty, it has: `Thư của tôi.docx`"),
        ("kho", "không trống, có: `README.md`, `editions`", "is not empty, it has: `README.md`, `editions`"),
        ("nhiều", "`j`, … (+3)", "`j`, … (+3)"),
        ("tệp", "là một tệp", "is a file and no folder"),
        ("tệp/corpus", "không phải thư mục", "no folder"),
        ("kho/excerpts/nd-1-2030", "nằm trong kho `", "lies in the corpus `"),
        ("kho/../kho/mới", "nằm trong kho `", "lies in the corpus `"),
        ("ra/cam-nang", "không trống, có: `html`, `manifest.json`", "is not empty, it has: `html`, `manifest.json`"),
        ("ra/cam-nang/html/mới", "là kết quả do camnang dựng ra", "which camnang has built"),
    ];
    if cfg!(unix) {
        cases.extend([
            ("lối cụt", "là lối tắt dẫn tới một chỗ không có", "is a link to a place that is not there"),
            ("lối đầy", "không trống, có: `Thư của tôi.docx`", "is not empty, it has: `Thư của tôi.docx`"),
            ("lối kho/mới", "nằm trong kho `", "lies in the corpus `"),
        ]);
    }
    if cfg!(target_os = "linux") {
        cases.push(("/proc/camnang", "không tạo được `/proc/camnang`", "cannot make `/proc/camnang`"));
    }
    for (folder, vi, en) in cases {
        for (lang, words) in [("vi", vi), ("en", en)] {
            let refused = camnang(place.path(), &["init", folder, "--as-of", DAY, "--lang", lang]).must(2);
            assert!(refused.err.contains(words), "{folder}: {}", refused.err);
        }
    }
    assert_same(&before, &tree(place.path()), "a refused `init` wrote");
}

/// A missing option, or a value that would make a faulty booklet, is reported before anything is written.
#[test]
fn words_that_make_no_booklet_are_refused() {
    let place = tempfile::tempdir().unwrap();
    for (more, vi, en) in [
        (&[][..], "ghi thêm --as-of NĂM-THÁNG-NGÀY", "add --as-of YEAR-MONTH-DAY"),
        (&["--as-of", DAY, "--title", "  "], "--title để trống; ghi", "--title is empty; write"),
        (&["--as-of", DAY, "--issuer", ""], "--issuer để trống; ghi", "--issuer is empty; write"),
        (&["--as-of", DAY, "--title", "Sổ tаy"], "CN009", "CN009"),
        (&["--as-of", DAY, "--issuer", "Nhóm \u{202e}ví dụ"], "CN007", "CN007"),
        (&["--as-of", DAY, "--title", PLACEHOLDER], "CN215", "CN215"),
    ] {
        for (lang, words) in [("vi", vi), ("en", en)] {
            let refused = camnang(place.path(), &[&["init", "corpus", "--lang", lang], more].concat()).must(2);
            assert!(refused.err.contains(words), "{more:?}: {}", refused.err);
        }
    }
    for day in ["2030-02-30", "01/06/2030", "mai"] {
        let refused = camnang(place.path(), &["init", "corpus", "--as-of", day]).must(2);
        assert!(refused.err.contains("viết năm-tháng-ngày"), "{}", refused.err);
    }
    assert_eq!(tree(place.path()).len(), 0);
    assert!(!place.path().join("corpus").exists());
}

/// Who begins where there is nothing is led here, and by what `init` asks for to a booklet.
#[test]
fn without_a_corpus_one_is_proposed() {
    let place = tempfile::tempdir().unwrap();
    let missing = camnang(place.path(), &["check"]).must(2);
    assert!(missing.err.contains("camnang init corpus"), "{}", missing.err);
    let asked = camnang(place.path(), &["init", "corpus"]).must(2);
    assert!(asked.err.contains("--as-of"), "{}", asked.err);
    camnang(place.path(), &["init", "corpus", "--as-of", DAY]).must(0);
    camnang(place.path(), &["check", "--strict"]).must(0);
}

/// A title makes the edition's id where it makes a short one that nothing else has.
#[test]
fn the_edition_is_named_by_its_title() {
    let long = "Cẩm nang rất dài về rất nhiều việc ví dụ của rất nhiều cơ quan ví dụ";
    for (title, id) in [
        ("Cẩm nang", "cam-nang"),
        ("Sổ tay đê điều", "so-tay-de-dieu"),
        (long, "cam-nang"),
        ("Handout", "cam-nang"),
        ("CON", "cam-nang"),
        ("!!!", "ten-goi"),
    ] {
        let place = tempfile::tempdir().unwrap();
        camnang(place.path(), &["init", "corpus", "--as-of", DAY, "--title", title]).must(0);
        assert!(place.path().join(format!("corpus/editions/{id}.yaml")).is_file(), "{title}");
        camnang(place.path(), &["check", "--strict"]).must(0);
    }
}
