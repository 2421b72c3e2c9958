//! Nothing that was saved is lost: not by a program that is killed in the middle of a save, again and again, and not by a full disk.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test"
)]

use crate::support::program;
use crate::support::workbench;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use program::{copy, program, run, tree};
use tempfile::TempDir;
use workbench::{Workbench, fields, set};

const CLAUSE: &str = "/records/excerpt/nd-2001-2010.dieu-5";
const FILE: &str = "corpus/excerpts/nd-2001-2010/dieu-5.md";

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus")
}

fn office() -> TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&sample(), &office.path().join("corpus"));
    office
}

/// When the program is killed, after a save was sent.
#[derive(Clone, Copy, Debug)]
enum Moment {
    Sent,
    /// The save is in the journal.
    Noted,
    /// The file is another one.
    Written,
}

const MOMENTS: [Moment; 3] = [Moment::Sent, Moment::Noted, Moment::Written];
const KILLS: usize = 15;
/// Saves that are answered before each kill.
const SAVES: usize = 8;

fn titled(form: &[(String, String)], title: &str) -> Vec<(String, String)> {
    let mut form = form.to_vec();
    set(&mut form, "text:title", title);
    form
}

/// Sends a form and does not wait for the answer.
fn send(workbench: &Workbench, form: &[(String, String)]) -> std::net::TcpStream {
    let body = workbench.body(form);
    let headers = workbench.form_headers();
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let (port, length) = (workbench.port, body.len());
    let request =
        format!("POST {CLAUSE} HTTP/1.1\r\nHost: localhost:{port}\r\n{headers}Content-Length: {length}\r\n\r\n{body}");
    let mut stream = workbench.connect();
    stream.write_all(request.as_bytes()).unwrap();
    stream
}

#[test]
fn kills_in_the_middle_of_saves_lose_nothing() {
    let office = office();
    let (file, journal) = (office.path().join(FILE), office.path().join(".camnang/journal"));
    let noted = || std::fs::read_dir(&journal).map_or(0, Iterator::count);
    let mut saved = 0;
    for kill in 0..KILLS {
        let mut workbench = Workbench::start(&mut program(office.path()));
        let mut last = String::new();
        for save in 0..SAVES {
            last = format!("Lần {kill}, lưu {save}");
            let form = titled(&fields(&workbench.get(CLAUSE).body), &last);
            let answer = workbench.post(CLAUSE, &form);
            assert_eq!(answer.status, 303, "{}", answer.body);
            saved += 1;
        }
        let before = program::text(&file);
        assert!(
            before.contains(&format!("title: {last}\n")) || before.contains(&format!("title: \"{last}\"\n")),
            "{before}"
        );
        let next = format!("Lần {kill}, bị ngắt");
        let (was_noted, moment) = (noted(), MOMENTS[kill % MOMENTS.len()]);
        let form = titled(&fields(&workbench.get(CLAUSE).body), &next);
        let stream = send(&workbench, &form);
        while match moment {
            Moment::Sent => false,
            Moment::Noted => noted() == was_noted,
            Moment::Written => program::text(&file) == before,
        } {
            std::thread::yield_now();
        }
        workbench.kill();
        drop(stream);
        // The file is the former or the new one, as a whole.
        let after = program::text(&file);
        assert!(after == before || after == before.replace(&last, &next), "{kill} {moment:?}: {after}");
    }
    assert_eq!(saved, KILLS * SAVES);
    // Every save that was answered is in the history, and can be read; the corpus is as sound as it was.
    let workbench = Workbench::start(&mut program(office.path()));
    let made = std::fs::read_dir(&journal)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "made"));
    assert!(made.count() >= saved);
    assert!(workbench.get("/history").body.contains(&format!("Lần {}, lưu {}", KILLS - 1, SAVES - 1)));
    run(program(office.path()).args(["check"])).must(0);
}

/// A save that the disk does not take: `small` is the program on such a disk, and `free` makes room.
fn full_disk(workbench: &Workbench, office: &Path, free: impl FnOnce()) {
    let file = office.join(FILE);
    let before = program::text(&file);
    let form = fields(&workbench.get(CLAUSE).body);
    let body = form.iter().find(|(name, _)| name == "text:body").unwrap().1.clone();
    let mut long = form.clone();
    let words = "Máy bịa phải có hồ sơ. ".repeat(3000);
    set(&mut long, "text:body", &format!("{body}\r\n\r\n{words}"));
    let checked = workbench.post(CLAUSE, &[&long[..], &[("action".to_owned(), "check".to_owned())]].concat());
    assert!(checked.status == 200 && checked.body.contains("Đĩa không ghi được"), "{}", checked.body);
    let refused = workbench.post(CLAUSE, &long);
    assert_eq!(refused.status, 507, "{}", refused.body);
    assert!(
        refused.body.contains(words.trim()) && refused.body.contains("role=\"alert\""),
        "the words are on the page"
    );
    assert_eq!(program::text(&file), before, "a part was written");
    let left = tree(office).into_keys().filter(|path| path.contains("/.camnang-")).collect::<Vec<_>>();
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(workbench.get("/history").status, 200, "the journal can be read");
    free();
    assert_eq!(workbench.post(CLAUSE, &fields(&refused.body)).status, 303, "the same form is saved when there is room");
    assert!(program::text(&file).contains(words.trim()));
}

/// A limit for the length of files is what every Unix has: what is longer is written in part and refused.
#[cfg(unix)]
#[test]
fn a_file_that_is_written_in_part_is_not_saved() {
    let office = office();
    let mut command = Command::new("sh");
    let limited = "trap '' XFSZ; ulimit -S -f 64; exec \"$0\" edit --no-open";
    command.args(["-c", limited, env!("CARGO_BIN_EXE_camnang")]).current_dir(office.path()).stdin(Stdio::null());
    let workbench = Workbench::spawn(command.env("XDG_STATE_HOME", office.path().join("state")));
    let process = workbench.process().to_string();
    full_disk(&workbench, office.path(), || {
        run(Command::new("prlimit").args(["--pid", &process, "--fsize=unlimited"])).must(0);
    });
}

/// A disk of its own that is full, where the system lets a person make one.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_loses_nothing() {
    let office = tempfile::tempdir().unwrap();
    let disk = "mount -t tmpfs -o size=2m none \"$0\" && cp -r \"$1\" \"$0/corpus\" && cd \"$0\"";
    let own = ["--user", "--map-root-user", "--mount", "sh", "-c"];
    let unshare = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(own).arg(script).arg(office.path()).arg(sample()).arg(env!("CARGO_BIN_EXE_camnang"));
        command.stdin(Stdio::null()).env("XDG_STATE_HOME", office.path().join("state"));
        command
    };
    if !unshare(disk).output().is_ok_and(|tried| tried.status.success()) {
        eprintln!("not checked: this system lets nobody mount a disk of their own");
        return;
    }
    let workbench =
        Workbench::spawn(unshare(&format!("{disk} && exec \"$2\" edit --no-open")).current_dir(office.path()));
    let inside = PathBuf::from(format!("/proc/{}/root{}", workbench.process(), office.path().display()));
    let filler = inside.join("filler");
    // The form is shown before: it needs no room.
    let mut file = std::fs::File::create(&filler).unwrap();
    while file.write_all(&[b'x'; 4096]).is_ok() {}
    drop(file);
    full_disk(&workbench, &inside, || std::fs::remove_file(&filler).unwrap());
}
