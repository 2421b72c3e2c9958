//! `camnang history`, through the program: what was saved is listed, seen as of a day, compared and put back, and what another
//! program changed meanwhile is said.

use std::fs;
use std::path::Path;

use crate::support::program::{Ran, camnang, copy, text};

const FILE: &str = "excerpts/nd-1-2030/dieu-1.md";

/// A sample corpus with saves as the workbench notes them.
fn office(saves: &[serde_json::Value]) -> tempfile::TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"), &office.path().join("corpus"));
    let journal = office.path().join(".camnang/journal");
    fs::create_dir_all(&journal).unwrap();
    for (at, save) in saves.iter().enumerate() {
        fs::write(journal.join(format!("{:08}.json", at + 1)), save.to_string()).unwrap();
        fs::write(journal.join(format!("{:08}.made", at + 1)), "").unwrap();
    }
    office
}

fn save(at: &str, by: &str, before: &str, after: &str) -> serde_json::Value {
    serde_json::json!({"at": at, "by": by, "why": "sửa chữ", "files": [{"path": FILE, "before": before, "after": after}]})
}

fn history(office: &Path, arguments: &[&str]) -> Ran {
    camnang(office, &[&["history"], arguments].concat())
}

/// Three saves; between the second and the third, another program wrote.
fn used() -> tempfile::TempDir {
    let office = office(&[]);
    let now = text(&office.path().join("corpus").join(FILE));
    drop(office);
    let third = save("2030-02-03T02:00:00Z", "Lan", "chữ của người khác\n", &now);
    let first = save("2030-02-01T02:00:00Z", "Lan", "chữ đầu\n", "chữ một\n");
    let second = save("2030-02-01T17:30:00Z", "Minh", "chữ một\n", "chữ hai\n");
    self::office(&[first, second, third])
}

#[test]
fn saves_are_listed_with_who_and_why_and_what_others_changed() {
    let used = used();
    let all = history(used.path(), &[]).must(0);
    assert!(all.out.contains("2  02/02/2030 00:30  Minh: sửa chữ\n"), "{}", all.out);
    for record in [FILE, "nd-1-2030.dieu-1"] {
        let of_record = history(used.path(), &[record]).must(0).out;
        let lines: Vec<&str> = of_record.lines().map(str::trim).collect();
        assert_eq!(lines.len(), 6, "{of_record}");
        assert_eq!(lines[0], FILE);
        assert!(
            lines[1].ends_with("có từ trước khi có sổ") && lines[4].contains("sửa ngoài bàn biên tập"),
            "{of_record}"
        );
        assert!(lines[5].starts_with("3  03/02/2030 09:00"), "{of_record}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&history(used.path(), &["nd-1-2030.dieu-1", "--format", "json"]).must(0).out).unwrap();
    let origins: Vec<&str> =
        json["states"].as_array().unwrap().iter().map(|it| it["origin"].as_str().unwrap()).collect();
    assert_eq!(origins, ["before-journal", "saved", "saved", "outside", "saved"]);
}

#[test]
fn a_former_state_is_shown_and_compared() {
    let used = used();
    let on = |day: &str| history(used.path(), &["nd-1-2030.dieu-1", "--on", day]);
    assert_eq!(on("2030-01-31").must(0).out, "chữ đầu\n");
    assert_eq!(on("2030-02-01").must(0).out, "chữ một\n");
    let second = on("2030-02-02").must(0);
    assert_eq!(second.out, "chữ hai\n");
    assert!(second.err.contains("không rõ ngày"), "{}", second.err);
    let compared = history(used.path(), &["nd-1-2030.dieu-1", "--show", "2", "--against", "1"]).must(0).out;
    assert_eq!(compared, "chữ [-một-] {+hai+}\n");
    assert_eq!(history(used.path(), &["nd-1-2030.dieu-1", "--show", "2"]).must(0).out, "chữ hai\n");
}

#[test]
fn a_state_is_put_back_as_a_save_and_nothing_is_lost() {
    let used = used();
    let file = used.path().join("corpus").join(FILE);
    let now = text(&file);
    let ran = history(used.path(), &["nd-1-2030.dieu-1", "--restore", "1", "--by", "Lan", "--why", "lấy lại"]).must(0);
    assert!(ran.out.contains("lần lưu 4"), "{}", ran.out);
    assert_eq!(text(&file), "chữ một\n");
    assert!(history(used.path(), &[]).must(0).out.contains("Lan: lấy lại"));
    assert!(history(used.path(), &[FILE, "--restore", "1"]).must(0).out.contains("không ghi gì"));
    // The state before is one save away, whatever had happened to the file.
    history(used.path(), &[FILE, "--restore", "3"]).must(0);
    assert_eq!(text(&file), now);
    fs::remove_file(&file).unwrap();
    history(used.path(), &[FILE, "--restore", "3"]).must(0);
    assert_eq!(text(&file), now);
}

#[test]
fn what_is_not_there_is_said() {
    let used = used();
    for (arguments, words) in [
        (vec!["nd-1-2030.dieu-11"], "Có phải `nd-1-2030.dieu-1`?"),
        (vec!["../../etc/passwd"], "không có `../../etc/passwd`"),
        (vec![FILE, "--restore", "9"], "không có lần lưu 9"),
        (vec![FILE, "--show", "9"], "không có lần lưu 9"),
        (vec!["--on", "2030-01-01"], "ID"),
    ] {
        let ran = history(used.path(), &arguments).must(2);
        assert!(ran.err.contains(words), "{arguments:?}: {}", ran.err);
    }
    let unused = office(&[]);
    assert!(history(unused.path(), &[]).must(0).out.contains("chưa ghi lần lưu nào"));
    assert!(history(unused.path(), &[FILE]).must(0).out.contains("trước khi có sổ"));
    // A damaged file of the journal takes nothing else with it.
    fs::write(used.path().join(".camnang/journal/00000002.json"), "{").unwrap();
    assert!(history(used.path(), &[]).must(0).out.contains("03/02/2030"));
}
