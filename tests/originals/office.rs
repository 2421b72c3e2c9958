//! Files of other word processors, through LibreOffice itself: the other tests have a program in its place.
//!
//! `office/law.docx` is invented: automatic numbers on three levels and a list of dashes, a tracked insertion and a tracked
//! deletion, a footnote, a table. The others are what LibreOffice 7.4 makes of it (`soffice --headless --convert-to odt
//! law.docx`); in its RTF the automatic `Điều` has lost its letters, `?i?u`.

#![allow(clippy::print_stderr, reason = "a skipped test says so")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::program;

use program::{camnang, text};

const TREE: &str = "Điều 1: Máy cũ
  khoản 1: Cơ quan không được mua máy cũ, trừ trường hợp khẩn cấp.
  khoản 2: Cơ quan phải:
    điểm a: Lập sổ máy;
    điểm b: Giữ sổ 5 năm.
Điều 2: Báo cáo
  khoản 1: Cơ quan báo cáo hằng năm:
";

/// Whether LibreOffice is here; says so where it is not.
fn has_soffice() -> bool {
    let is_here = Command::new("soffice").arg("--version").output().is_ok_and(|output| output.status.success());
    if !is_here {
        eprintln!(
            "SKIPPED: no soffice on the PATH, so that .doc, .odt and .rtf are read by no test (libreoffice-writer-nogui)"
        );
    }
    is_here
}

fn office() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
    program::copy(&base, &place.path().join("corpus"));
    place
}

/// Imports a file, and returns the text that was made of it, its record, and the tree.
fn imported(file: &Path) -> (String, String, String) {
    let place = office();
    let name = file.file_name().unwrap().to_str().unwrap();
    fs::copy(file, place.path().join(name)).unwrap();
    camnang(place.path(), &["import", name, "--instrument", "nd-7-2030"]).must(0);
    let stored = |ending: &str| text(&place.path().join(format!("corpus/originals/nd-7-2030/{name}{ending}")));
    let tree = camnang(place.path(), &["original", "nd-7-2030", "--tree"]).must(0).out;
    (stored(".text.txt"), stored(".yaml"), tree)
}

fn law(ending: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/originals/office").join(format!("law.{ending}"))
}

#[test]
fn a_law_says_the_same_in_every_format_of_word_processors() {
    let (word, _, tree) = imported(&law("docx"));
    assert!(word.contains("\n2. Cơ quan phải:\na) Lập sổ máy;\nb) Giữ sổ 5 năm.\nĐiều 2. Báo cáo\n"), "{word}");
    assert!(tree.starts_with(TREE), "{tree}");
    if !has_soffice() {
        return;
    }
    for ending in ["doc", "odt", "rtf"] {
        let (text, record, own) = imported(&law(ending));
        assert_eq!((text, own), (word.clone(), tree.clone()), "{ending}");
        for words in ["reader: \"office 1\"", "  - \"thêm: không được\"\n  - \"xoá: mười\"\n"] {
            assert!(record.contains(words), "{ending}: {record}");
        }
        assert_eq!(record.contains("mất dấu («?i?u»), đã đọc là «Điều»"), ending == "rtf", "{record}");
    }
}

/// The old Word file of an annex gives what its file of today's Word gives, where both are beside the repository.
#[test]
fn an_old_word_file_as_it_was_sent_round_says_what_the_new_one_does() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/official");
    let file = |ending: &str| folder.join(format!("30-2020-nd-cp-phu-luc-1.{ending}"));
    if !file("doc").exists() {
        eprintln!("skipped: no 30-2020-nd-cp-phu-luc-1.doc in ../shared/data/official");
    } else if has_soffice() {
        assert_eq!(imported(&file("doc")).0, imported(&file("docx")).0);
    }
}
