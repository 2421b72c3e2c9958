//! `camnang collect` where things go wrong: it is killed, run twice at once, out of disk, not allowed to write, given a
//! damaged form in the middle of others. The journal and the kept forms stay whole, and a second run completes what is missing.
#![allow(clippy::print_stderr, reason = "what could not be checked is said")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::answer_office;
use crate::support::program;

use answer_office::{AnswerOffice, Filled};
use program::{Ran, put, run};

/// As many as were asked in 2013.
const COUNT: usize = 63;
const JOURNAL: &str = "handout/so-tay.jsonl";
const KEPT: &str = "handout/so-tay.answers";
const COLLECT: [&str; 4] = ["collect", "--edition", "so-tay", "phieu"];

fn id(number: usize) -> String {
    format!("so-{number:02}")
}

/// An office to which everybody has sent a form back.
fn office() -> AnswerOffice {
    let office = AnswerOffice::new(&(1..=COUNT).map(id).collect::<Vec<_>>());
    let questions = office.questions();
    for number in 1..=COUNT {
        let figures = [number.to_string(), String::new()];
        let filled = Filled { states: ["đã làm", "", ""], figures, dated: "20/06/2030" };
        let form = office.form(&questions, &id(number), None, &filled).to_xlsx().unwrap();
        put(&office.path("phieu").join(format!("{}.xlsx", id(number))), form);
    }
    office
}

/// How many whole lines the journal has.
fn lines(folder: &Path) -> usize {
    fs::read(folder.join(JOURNAL)).map_or(0, |bytes| bytes.iter().filter(|byte| **byte == b'\n').count())
}

/// The forms that the journal names, by department. Each must be kept as it came.
fn received(folder: &Path) -> BTreeMap<String, usize> {
    let text = fs::read(folder.join(JOURNAL)).unwrap_or_default();
    let mut found = BTreeMap::new();
    for line in String::from_utf8_lossy(&text).split_inclusive('\n').filter(|line| line.ends_with('\n')) {
        let entry: serde_json::Value = serde_json::from_str(line).unwrap();
        let Some(form) = entry.get("form") else { continue };
        let department = entry["department"].as_str().unwrap().to_owned();
        let kept = fs::read(folder.join("handout").join(form["path"].as_str().unwrap())).unwrap();
        assert_eq!(camnang::internals::hash::sha256(&kept), form["sha256"].as_str().unwrap());
        assert_eq!(kept, fs::read(folder.join(form["given"].as_str().unwrap())).unwrap(), "{department}");
        *found.entry(department).or_default() += 1;
    }
    found
}

/// A run without any fault takes what is missing, everybody's once.
#[track_caller]
fn completes(office: &AnswerOffice) {
    let before = received(office.folder());
    let ran = office.run(&COLLECT).must(0);
    let (taken, there) = (COUNT - before.len(), before.len());
    assert!(ran.out.contains(&format!("Nhận {taken} phiếu; {there} đã có")), "{}", ran.out);
    is_complete(office);
}

#[track_caller]
fn is_complete(office: &AnswerOffice) {
    let all = received(office.folder());
    assert_eq!((all.len(), all.values().max()), (COUNT, Some(&1)), "{all:?}");
    let kept = fs::read_dir(office.path(KEPT)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let strange: Vec<String> = kept.filter(|name| !name.starts_with("so-")).collect();
    assert!(strange.is_empty(), "{strange:?}");
    let text = office.run(&["report", "answers", "--edition", "so-tay"]).must(0).out;
    assert!(text.contains("Đã trả lời 63/63 đơn vị.") && text.contains("Số máy chủ: 2.016 máy, 63/63"), "{text}");
}

/// A run that is killed as soon as the journal has some lines more: wherever in its work it then is.
#[cfg(unix)]
#[test]
fn kills_lose_nothing_and_take_nothing_twice() {
    use std::os::unix::process::ExitStatusExt;
    let office = office();
    let mut killed = 0;
    for more in [0, 1, 2, 3, 5, 7, 11] {
        let wanted = lines(office.folder()) + more;
        let mut command = program::program(office.folder());
        let mut child = command.args(COLLECT).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        while child.try_wait().unwrap().is_none() && lines(office.folder()) < wanted {
            std::thread::yield_now();
        }
        let _ = child.kill();
        killed += usize::from(child.wait().unwrap().signal() == Some(9));
        // What the journal names is kept, and nobody's is there twice.
        assert!(received(office.folder()).values().all(|count| *count == 1));
    }
    assert!(killed > 0, "every run ended before it could be killed");
    completes(&office);
}

#[test]
fn two_runs_at_once_do_not_mix() {
    let office = office();
    let start = || {
        let mut command = program::program(office.folder());
        command.args(COLLECT).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    for child in [start(), start()] {
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        // One that finds the other at work says so, and does nothing.
        assert!(ended.status.code() == Some(0) || (ended.status.code() == Some(2) && said.contains(JOURNAL)), "{said}");
    }
    assert!(received(office.folder()).values().all(|count| *count == 1));
    office.run(&COLLECT).must(0);
    is_complete(&office);
}

/// The program where no file can be longer than so many blocks of 512 bytes; what is longer is written in part.
#[cfg(unix)]
fn limited(office: &AnswerOffice, blocks: u64) -> Ran {
    let mut command = Command::new("sh");
    let script = format!("trap '' XFSZ; ulimit -S -f {blocks}; exec \"$0\" \"$@\"");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_camnang")]).args(COLLECT);
    run(command.current_dir(office.folder()).stdin(Stdio::null()).env("LC_ALL", "C"))
}

#[cfg(unix)]
#[test]
fn a_form_and_a_line_that_are_written_in_part() {
    let office = office();
    // Not even the first form can be kept: no line says that it was.
    let form = fs::metadata(office.path("phieu/so-01.xlsx")).unwrap().len();
    let ran = limited(&office, form / 1024).must(2);
    assert!(ran.err.contains("không ghi được"), "{}", ran.err);
    assert!(received(office.folder()).is_empty());
    // The forms can, but in the end not the journal.
    let ran = limited(&office, form.div_ceil(512) + 2).must(2);
    assert!(ran.err.contains(JOURNAL), "{}", ran.err);
    let some = received(office.folder()).len();
    assert!((1..COUNT).contains(&some), "{some}");
    completes(&office);
}

/// The program with a disk of its own at `handout/`, which `script` prepares; `None` where the system lets nobody have one.
#[cfg(target_os = "linux")]
fn on_own_disk(office: &AnswerOffice, prepare: &str, then: &str) -> Option<Ran> {
    let whole = |then: &str| {
        let mut command = Command::new("unshare");
        let script = format!("mkdir -p handout && {prepare} && {then}");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", &script, env!("CARGO_BIN_EXE_camnang")]);
        command.args(COLLECT).current_dir(office.folder()).stdin(Stdio::null()).env("LC_ALL", "C");
        command
    };
    if !whole("true").output().is_ok_and(|tried| tried.status.success()) {
        eprintln!("not checked: this system lets nobody mount a disk of their own");
        return None;
    }
    Some(run(&mut whole(then)))
}

/// Room for some of the forms; what was taken before is whole, and the run goes on when there is room.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_loses_nothing() {
    let office = office();
    let then = "\"$0\" \"$@\"; code=$?; cp -r handout taken; exit $code";
    let Some(ran) = on_own_disk(&office, "mount -t tmpfs -o size=200k none handout", then) else { return };
    let ran = ran.must(2);
    assert!(ran.err.contains("không ghi được"), "{}", ran.err);
    fs::remove_dir_all(office.path("handout")).unwrap();
    fs::rename(office.path("taken"), office.path("handout")).unwrap();
    let some = received(office.folder()).len();
    assert!((1..COUNT).contains(&some), "{some}");
    completes(&office);
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_to() {
    let office = office();
    let prepare = "mount -t tmpfs none handout && mount -o remount,ro handout";
    let Some(ran) = on_own_disk(&office, prepare, "exec \"$0\" \"$@\"") else { return };
    let ran = ran.must(2);
    assert!(ran.err.contains("không ghi được sổ gửi") && ran.err.contains("handout"), "{}", ran.err);
    assert!(!office.path(JOURNAL).exists() && !office.path(KEPT).exists());
    completes(&office);
}

/// Forms that are cut off, in the middle of the others and at both ends, are named; all others are taken.
#[test]
fn a_damaged_form_in_the_middle_of_others() {
    let office = office();
    let path = |number: usize| office.path("phieu").join(format!("{}.xlsx", id(number)));
    let whole: Vec<Vec<u8>> = [1, 31, COUNT].map(|number| fs::read(path(number)).unwrap()).into();
    for (number, bytes) in [1, 31, COUNT].into_iter().zip(&whole) {
        put(&path(number), &bytes[..bytes.len() * number / (COUNT + 1)]);
    }
    let ran = office.run(&COLLECT).must(1);
    for number in [1, 31, COUNT] {
        assert!(ran.out.contains(&format!("phieu/{}.xlsx: lỗi CN950", id(number))), "{}", ran.out);
    }
    assert!(ran.out.contains("Nhận 60 phiếu; 0 đã có hoặc cũ hơn; 3 tệp không nhận"), "{}", ran.out);
    for (number, bytes) in [1, 31, COUNT].into_iter().zip(&whole) {
        put(&path(number), bytes);
    }
    completes(&office);
}
