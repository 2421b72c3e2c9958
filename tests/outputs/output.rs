//! What the program says of what it did, as a person or a build machine hears it: nothing is said to have been done that
//! was not, a name that nothing has is named, a file that cannot be read is named, and nothing waits for ever.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test; what could not be checked is said"
)]

use crate::support::program;

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use program::{Ran, camnang, copy, program, put, run, text};

/// A small valid corpus: the edition `so-tay`, the excerpt `nd-1-2030.dieu-1`.
fn office() -> tempfile::TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base"), &office.path().join("corpus"));
    office
}

fn pipe(place: &Path) {
    assert!(Command::new("mkfifo").arg(place).status().unwrap().success());
}

/// The program, which must end by itself within some seconds.
#[track_caller]
fn ends(folder: &Path, args: &[&str]) -> Ran {
    let mut child =
        program(folder).args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_secs(30) {
            child.kill().unwrap();
            panic!("{args:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let output = child.wait_with_output().unwrap();
    let said = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: said(output.stdout), err: said(output.stderr) }
}

const BUILD: [&str; 3] = ["build", "--only", "html,single,zip,json"];

#[test]
fn a_build_says_what_it_made_and_what_to_open() {
    let office = office();
    for (lang, built) in [("vi", "Đã dựng output/so-tay; mở:\n"), ("en", "Built output/so-tay; open:\n")] {
        let ran = camnang(office.path(), &[&BUILD[..], &["--lang", lang]].concat()).must(0);
        assert!(ran.out.starts_with(built), "{}", ran.out);
        assert!(ran.out.contains("  output/so-tay/html/index.html\n"), "{}", ran.out);
        let files = ran.out.lines().filter_map(|line| line.strip_prefix("  "));
        assert!(
            files.clone().count() == 3 && files.into_iter().all(|file| office.path().join(file).is_file()),
            "{}",
            ran.out
        );
        assert_eq!(ran.err, "", "how far it is, is for a terminal");
    }
    put(
        &office.path().join("corpus/editions/hai.yaml"),
        text(&office.path().join("corpus/editions/so-tay.yaml")).replace("so-tay", "hai"),
    );
    let ran = camnang(office.path(), &["build", "--only", "json"]).must(0);
    assert_eq!(
        ran.out,
        "Đã dựng output/hai; mở:\n  output/hai/view.json\nĐã dựng output/so-tay; mở:\n  output/so-tay/view.json\n"
    );
}

/// As `cargo run --release -- build | cat` does it: the first command of the README.
#[cfg(feature = "pdf")]
#[test]
fn a_whole_build_in_a_pipe_names_the_pdf_and_the_site() {
    let office = office();
    let ran = camnang(office.path(), &["build", "--lang", "en"]).must(0);
    let (first, files) = ran.out.split_once('\n').unwrap();
    assert_eq!(first, "Built output/so-tay; open:");
    for file in ["output/so-tay/so-tay.pdf", "output/so-tay/html/index.html"] {
        assert!(files.contains(&format!("  {file}\n")) && office.path().join(file).is_file(), "{}", ran.out);
    }
    assert_eq!(ran.err, "");
}

/// On a terminal, which `script` is for the program.
#[test]
fn on_a_terminal_a_build_says_how_far_it_is() {
    let office = office();
    put(
        &office.path().join("corpus/editions/hai.yaml"),
        text(&office.path().join("corpus/editions/so-tay.yaml")).replace("so-tay", "hai"),
    );
    let line = format!("'{}' build --only html", env!("CARGO_BIN_EXE_camnang"));
    let ran = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(office.path())
        .stdin(Stdio::null())
        .output();
    let Ok(ran) = ran else {
        eprintln!("no `script` on the PATH: what is said on a terminal was not checked");
        return;
    };
    let said = String::from_utf8(ran.stdout).unwrap();
    for words in ["Đọc kho ngữ liệu", "soát 2 ấn bản", "[1/2] hai: dựng trang web", "[2/2] so-tay: dựng trang web"]
    {
        assert!(said.contains(words), "{words}\n{said}");
    }
}

/// Whatever else is wrong: beside what can be built, what cannot be read, and with a corpus without faults.
#[test]
fn a_name_that_nothing_has_is_named_with_those_that_are_near() {
    let office = office();
    let broken = office.path().join("corpus/editions/hong.yaml");
    for is_broken in [false, true] {
        if is_broken {
            put(&broken, "id: hong\ntitle: [\n");
        }
        let cases: [(&[&str], &str); 17] = [
            (&["build", "so-tai"], "so-tay"),
            (&["build", "so-tay", "so-tai"], "so-tay"),
            (&["build", "so-tai", "so-tay"], "so-tay"),
            (&["build", "hong", "so-tai"], "so-tay"),
            (&["build", "so-tai", "hong"], "so-tay"),
            (&["serve", "so-tai", "--port", "0"], "so-tay"),
            (&["why", "nd-1-2030.dieu-1", "--edition", "so-tai"], "so-tay"),
            (&["why", "nd-1-2030.dieu-11", "--edition", "so-tay"], "nd-1-2030.dieu-1"),
            (&["status", "nd-1-2031", "--as-of", "2030-01-01"], "nd-1-2030"),
            (&["new", "release", "--edition", "so-tai"], "so-tay"),
            (&["new", "excerpt", "--instrument", "nd-1-2031", "--at", "Điều 5"], "nd-1-2030"),
            (&["diff", "so-tai", "so-tay"], "so-tay"),
            (&["diff", "2030-01-01", "2030-02-01", "--edition", "so-tai"], "so-tay"),
            (&["explain", "CN10x"], "CN10"),
            (&["handout", "--edition", "so-tai", "--status"], "so-tay"),
            (&["handout", "--edition", "so-tai", "--send"], "so-tay"),
            (&["handout", "--edition", "so-tai", "--received", "a", "--on", "2026-11-20"], "so-tay"),
        ];
        fs::create_dir_all(office.path().join("output/handout/so-tay")).unwrap();
        for (args, near) in cases {
            for lang in ["vi", "en"] {
                let ran = ends(office.path(), &[args, &["--lang", lang]].concat()).must(2);
                let wanted = args
                    .iter()
                    .find(|arg| ["so-tai", "nd-1-2031", "nd-1-2030.dieu-11", "CN10x"].contains(arg))
                    .unwrap();
                assert!(
                    ran.err.contains(&format!("`{wanted}`")) || ran.err.contains(&format!(" {wanted}")),
                    "{args:?}: {}",
                    ran.err
                );
                assert!(ran.err.contains(near), "{args:?}: {}", ran.err);
                assert_eq!(ran.out, "", "{args:?}");
            }
        }
        assert!(!office.path().join("output/so-tay").exists(), "half of what was wanted is not built");
        assert!(!office.path().join("handout").exists(), "no journal is made for nothing");
    }
    // A file that cannot be read is not reported as missing.
    let ran = camnang(office.path(), &["build", "so-tay", "hong"]).must(1);
    assert!(ran.out.contains("corpus/editions/hong.yaml") && !ran.out.contains("\n0 lỗi"), "{}", ran.out);
    for args in [
        &["why", "nd-1-2030.dieu-1", "--edition", "hong"][..],
        &["new", "release", "--edition", "hong"],
        &["diff", "hong", "so-tay"],
    ] {
        let ran = ends(office.path(), args).must(2);
        assert!(ran.err.contains("`hong` có trong kho nhưng không đọc được"), "{args:?}: {}", ran.err);
    }
}

const COMMANDS: [&[&str]; 17] = [
    &["build", "--only", "json"],
    &["check"],
    &["check", "--format", "json"],
    &["check", "--format", "sarif"],
    &["explain"],
    &["explain", "CN104"],
    &["list"],
    &["list", "editions", "--format", "json"],
    &["status", "--as-of", "2030-06-01"],
    &["timeline"],
    &["why", "nd-1-2030.dieu-1", "--edition", "so-tay"],
    &["report", "gaps"],
    &["diff", "2030-01-01", "2030-06-01"],
    &["cite", "khoản 1 Điều 2 Nghị định số 01/2030/NĐ-CP"],
    &["completions", "bash"],
    &["--help"],
    &["--version"],
];

#[test]
fn what_could_not_be_written_is_not_fine() {
    let office = office();
    for args in COMMANDS {
        let to = |out: Stdio| run(program(office.path()).args(args).stdout(out).stderr(Stdio::piped()));
        let full = to(File::options().write(true).open("/dev/full").unwrap().into());
        assert_eq!(full.code, 2, "{args:?}: {}", full.err);
        assert!(full.err.contains("không ghi ra được kết quả: ổ đĩa đã đầy"), "{args:?}: {}", full.err);
        // Who reads the beginning only has got theirs.
        let mut child =
            program(office.path()).args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let closed = child.wait_with_output().unwrap();
        assert_eq!((closed.status.code(), closed.stderr.as_slice()), (Some(0), &b""[..]), "{args:?}");
        // Nobody hears what is said beside it.
        let deaf = program(office.path())
            .args(["list", "khong-co"])
            .stderr(File::options().write(true).open("/dev/full").unwrap())
            .status();
        assert_eq!(deaf.unwrap().code(), Some(2));
    }
    let english = run(program(office.path())
        .args(["list", "--lang", "en"])
        .stdout(File::options().write(true).open("/dev/full").unwrap())
        .stderr(Stdio::piped()));
    assert!(english.err.contains("cannot write the result: the disk is full"), "{}", english.err);
}

/// No word of a corpus, a file's name or an argument reaches the terminal as a command.
#[test]
fn nothing_that_is_quoted_drives_the_terminal() {
    const ESCAPE: &str = "\u{1b}]0;x\u{7}\u{1b}[31m\u{9b}2J\u{202e}\u{85}";
    let is_tame = |text: &str| !text.chars().any(|c| (c.is_control() && c != '\n' && c != '\t') || c == '\u{202e}');
    let office = office();
    let corpus = office.path().join("corpus");
    put(&corpus.join(format!("excerpts/nd-1-2030/{}.md", ESCAPE.replace('/', ""))), "không có đầu");
    put(&corpus.join(format!("la-{ESCAPE}.txt")), "");
    let excerpt = corpus.join("excerpts/nd-1-2030/dieu-1.md");
    put(&excerpt, text(&excerpt).replace("topics: [", "topics: [\"\\e[31m\\x9b2J\\u202e\", "));
    let edition = corpus.join("editions/so-tay.yaml");
    put(&edition, text(&edition).replacen("title: ", "title: \"\\e]0;x\\a\\u202e\\u009b\" # ", 1));
    let own = ["build", ESCAPE];
    let cases: [&[&str]; 18] = [
        &["check"],
        &["check", "--lang", "en"],
        &["check", "--format", "json"],
        &["check", "--format", "sarif"],
        &["check", "--format", "github"],
        &["build"],
        &own,
        &["list"],
        &["list", "editions"],
        &["list", "editions", "--format", "json"],
        &["list", ESCAPE],
        &["why", "nd-1-2030.dieu-1", "--edition", ESCAPE],
        &["why", ESCAPE, "--edition", "so-tay"],
        &["status", ESCAPE, "--as-of", "2030-06-01"],
        &["diff", ESCAPE, "so-tay"],
        &["handout", "--edition", ESCAPE, "--status"],
        &["verify", ESCAPE],
        &["check", "--corpus", ESCAPE],
    ];
    for args in cases {
        let ran = camnang(office.path(), args);
        assert!(is_tame(&ran.out), "{args:?}: {:?}", ran.out);
        assert!(is_tame(&ran.err), "{args:?}: {:?}", ran.err);
        if args.contains(&"json") || args.contains(&"sarif") {
            serde_json::from_str::<serde_json::Value>(&ran.out).unwrap();
        }
    }
    let said = camnang(office.path(), &["check"]).must(1);
    assert!(said.out.contains("la-\\u001b]0;x\\u0007\\u001b[31m\\u009b2J\\u202e\\u0085.txt"), "{}", said.out);
    let list = camnang(office.path(), &["list", "editions", "--format", "json"]).must(0);
    let list: serde_json::Value = serde_json::from_str(&list.out).unwrap();
    assert_eq!(list[0]["title"], "\u{1b}]0;x\u{7}\u{202e}\u{9b}", "a program reads what the corpus says");
}

/// A pipe, a socket, a device, a folder, a link that leads nowhere: in the place of every file that is read.
#[test]
fn only_plain_files_are_read_and_the_rest_is_named() {
    let office = office();
    camnang(office.path(), &["build", "--only", "json"]).must(0);
    let folder = office.path();
    pipe(&folder.join("ong"));
    let _socket = UnixListener::bind(folder.join("o-cam")).unwrap();
    fs::create_dir(folder.join("thu-muc")).unwrap();
    symlink("khong-dau", folder.join("cut")).unwrap();
    for odd in ["ong", "o-cam", "/dev/zero", "/dev/null", "cut", "thu-muc"] {
        let hash = "0".repeat(64);
        let cases: [&[&str]; 4] = [
            &["verify", odd],
            &["verify", odd, "--against", &hash],
            &["verify", "output/so-tay", "--against", odd],
            &["handout", "--edition", "so-tay", "--status", "--journal", odd],
        ];
        for args in cases {
            let ran = ends(folder, args).must(2);
            let is_said = ran.err.contains(odd) || ran.err.contains("mã băm chỉ dùng để kiểm tra một tệp");
            assert!(odd == "cut" && args[0] == "handout" || is_said, "{args:?}: {}", ran.err);
        }
        if cfg!(feature = "pdf") {
            let ran = ends(folder, &["handout", "--edition", "so-tay", "--list", odd]).must(2);
            assert!(ran.err.contains(odd), "{odd}: {}", ran.err);
        }
    }
    // Within a folder that is verified.
    pipe(&folder.join("output/so-tay/ong"));
    let ran = ends(folder, &["verify", "output/so-tay"]).must(1);
    assert!(ran.out.contains("Không phải tệp thường, không kiểm tra được: ong\n"), "{}", ran.out);
    fs::remove_file(folder.join("output/so-tay/ong")).unwrap();
    ends(folder, &["verify", "output/so-tay"]).must(0);
    fs::remove_file(folder.join("output/so-tay/view.json")).unwrap();
    pipe(&folder.join("output/so-tay/view.json"));
    let ran = ends(folder, &["verify", "output/so-tay/manifest.json", "--lang", "en"]).must(1);
    assert!(ran.out.contains("No plain file, cannot be verified: view.json\nMissing: view.json\n"), "{}", ran.out);
}

#[test]
fn odd_files_of_a_corpus_and_of_templates_are_named() {
    let office = office();
    let folder = office.path();
    fs::create_dir_all(folder.join("mau/html")).unwrap();
    put(&folder.join("mau/html/style.css"), "body {}");
    let build = ["build", "--only", "html", "--templates", "mau"];
    camnang(folder, &build).must(0);
    type Make = (&'static str, fn(&Path));
    let make: [Make; 4] = [
        ("ong", pipe),
        ("o-cam", |place| drop(UnixListener::bind(place).unwrap())),
        ("cut", |place| symlink("khong-dau", place).unwrap()),
        ("vong", |place| symlink(".", place).unwrap()),
    ];
    for (kind, make) in make {
        let template = folder.join(format!("mau/html/{kind}.html"));
        make(&template);
        let ran = ends(folder, &build).must(2);
        assert!(ran.err.contains(&format!("mau/html/{kind}.html")), "{kind}: {}", ran.err);
        fs::remove_file(&template).unwrap();
        for place in ["guidance/a.md", "images/a.png", "originals/a.txt", "editions/a.yaml", "glossary.yaml"] {
            let file = folder.join("corpus").join(place);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            make(&file);
            let ran = ends(folder, &["check"]).must(1);
            assert!(ran.out.contains(&format!("corpus/{place}: lỗi CN")), "{kind} {place}: {}", ran.out);
            ends(folder, &["build", "--only", "json"]).must(1);
            fs::remove_file(&file).unwrap();
        }
    }
}

/// A right that is not there. Root has every right, so the program is then run as nobody, where the system can do that.
#[test]
fn a_file_or_folder_without_the_right_to_read_is_named() {
    let office = office();
    let folder = office.path();
    let locked = |path: &str| fs::set_permissions(folder.join(path), fs::Permissions::from_mode(0o0)).unwrap();
    fs::create_dir_all(folder.join("mau/html")).unwrap();
    put(&folder.join("mau/html/style.css"), "body {}");
    put(&folder.join("corpus/guidance/kin/a.md"), "");
    put(&folder.join("kin.txt"), "");
    let program = folder.join("camnang");
    fs::copy(env!("CARGO_BIN_EXE_camnang"), &program).unwrap();
    let all = Command::new("chmod").args(["-R", "a+rX"]).arg(folder).status().unwrap();
    assert!(all.success());
    ["corpus/excerpts/nd-1-2030/dieu-1.md", "corpus/guidance/kin", "mau/html/style.css", "kin.txt"]
        .into_iter()
        .for_each(locked);
    let is_root = fs::read(folder.join("kin.txt")).is_ok();
    let command = |args: &[&str]| {
        let mut command = Command::new(if is_root { OsStr::from_bytes(b"setpriv") } else { program.as_os_str() });
        if is_root {
            command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
        }
        command.args(args).current_dir(folder).stdin(Stdio::null()).env("LC_ALL", "C").output()
    };
    let Some(first) = command(&["--version"]).ok().filter(|ran| ran.status.success()) else {
        eprintln!("root without `setpriv`: files without the right to read them were not checked");
        return;
    };
    assert!(first.stdout.starts_with(b"camnang "));
    let said = |args: &[&str]| {
        let ran = command(args).unwrap();
        (ran.status.code(), String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
    };
    let (code, out, _) = said(&["check"]);
    assert_eq!(code, Some(1), "{out}");
    assert!(out.contains("corpus/excerpts/nd-1-2030/dieu-1.md: lỗi CN830: không đọc được: không có quyền\n"), "{out}");
    assert!(out.contains("corpus/guidance/kin: lỗi CN830: không đọc được: không có quyền\n"), "{out}");
    let (_, out, _) = said(&["check", "--lang", "en"]);
    assert!(out.contains("dieu-1.md: error CN830: it cannot be read: it is not permitted\n"), "{out}");
    let (code, _, err) = said(&["build", "--templates", "mau", "--only", "json", "--output", "/nonexistent"]);
    assert_eq!(code, Some(2), "{err}");
    assert!(err.contains("mau/html/style.css`: không có quyền"), "{err}");
    let (code, _, err) = said(&["verify", "kin.txt", "--against", &"0".repeat(64)]);
    assert!(code == Some(2) && err.contains("không đọc được `kin.txt`: không có quyền"), "{err}");
    let restored = Command::new("chmod").args(["-R", "u+rwX"]).arg(folder).status().unwrap();
    assert!(restored.success());
}
