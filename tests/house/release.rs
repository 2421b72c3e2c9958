//! The recipe of a release, tried on a copy of this repository with a program that only knows its version: what is not
//! ready is refused with its reason, and what is packed is whole and the same every time.
#![cfg(target_os = "linux")]

use crate::support::program;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use program::{Ran, put, run, text, tree};

const VERSION: &str = "9.8.7";

const LOCKS: [&str; 2] = ["Cargo.lock", "fuzz/Cargo.lock"];

/// A copy of the files of this repository as they are now, committed as version 9.8.7.
struct Copy(tempfile::TempDir);

impl Copy {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let copy = Copy(tempfile::tempdir().unwrap());
        let listed =
            run(Command::new("git").current_dir(root).args(["ls-files", "--cached", "--others", "--exclude-standard"]));
        for path in listed.must(0).out.lines().filter(|path| !path.starts_with('"') && root.join(path).is_file()) {
            let to = copy.path(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(root.join(path), to).unwrap();
        }
        let own = format!("\nversion = \"{}\"\n", env!("CARGO_PKG_VERSION"));
        copy.edit("Cargo.toml", &own, &format!("\nversion = \"{VERSION}\"\n"));
        for lock in LOCKS {
            let (from, to) =
                (format!("name = \"camnang\"{own}"), format!("name = \"camnang\"\nversion = \"{VERSION}\"\n"));
            copy.edit(lock, &from, &to);
        }
        put(
            &copy.path("CHANGELOG.md"),
            format!(
                "# Changelog\n\n## [Unreleased]\n\n## [{VERSION}] - 2030-01-02\n\n### Added\n\n- A thing.\n{}\n## [1.0.0] - 2029-01-01\n",
                // More than a pipe holds.
                "  And more of it.\n".repeat(5_000)
            ),
        );
        copy.git(&["init", "--quiet", "--initial-branch=main"]);
        copy.commit();
        copy
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let before = text(&self.path(path));
        assert!(before.contains(from), "`{from}` in {path}");
        put(&self.path(path), before.replacen(from, to, 1));
    }

    fn git(&self, arguments: &[&str]) {
        let mut git = Command::new("git");
        git.current_dir(self.0.path()).args(["-c", "user.name=Ví Dụ", "-c", "user.email=vi-du@vi-du.example"]);
        git.env("GIT_COMMITTER_DATE", "2030-01-02T03:04:05Z").env("GIT_CONFIG_GLOBAL", "/dev/null");
        run(git.args(arguments)).must(0);
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "Release"]);
    }

    /// Releases a program that says this of its version, into a folder beside the copy.
    fn release(&self, says: &str, to: &Path) -> Ran {
        let fake = to.join("fake");
        put(&fake, format!("#!/bin/sh\necho '{says}'\n"));
        run(Command::new("chmod").arg("755").arg(&fake)).must(0);
        let mut release = Command::new("bash");
        release.current_dir(self.0.path()).arg(".ci/release").arg("--program").arg(&fake).arg("--to").arg(to);
        run(&mut release)
    }
}

#[test]
fn what_is_packed_is_whole_and_the_same_again() {
    let copy = Copy::new();
    let name = format!("camnang-{VERSION}-x86_64-linux");
    let [first, second] = [(), ()].map(|()| {
        let to = tempfile::tempdir().unwrap();
        let ran = copy.release(&format!("camnang {VERSION}"), to.path()).must(0);
        assert!(ran.out.contains(&format!("git tag --annotate v{VERSION} ")), "{}", ran.out);
        run(Command::new("sha256sum").current_dir(to.path()).args(["--check", "--strict", "SHA256SUMS"])).must(0);
        to
    });
    let archive = format!("{name}.tar.gz");
    assert!(fs::read(first.path().join(&archive)).unwrap() == fs::read(second.path().join(&archive)).unwrap());

    let listed =
        run(Command::new("tar").current_dir(first.path()).args(["tvzf", &archive, "--utc", "--full-time"])).must(0);
    let odd: Vec<&str> =
        listed.out.lines().filter(|line| !line.contains(" 0/0 ") || !line.contains("2030-01-02 03:04:05")).collect();
    assert!(odd.is_empty(), "somebody's, or of another time: {odd:#?}");
    run(Command::new("tar").current_dir(second.path()).args(["xzf", &archive])).must(0);
    let unpacked = tree(&second.path().join(&name));
    for file in
        ["camnang", "README.vi.md", "LICENSE-MIT", "LICENSE-APACHE", "LICENSE-FONTS", "LICENSES-OF-DEPENDENCIES"]
    {
        assert!(unpacked.contains_key(file), "no {file} in {:?}", unpacked.keys());
    }
    let licences = String::from_utf8(unpacked["LICENSES-OF-DEPENDENCIES"].clone()).unwrap();
    assert!(licences.contains("- clap ") && licences.contains("- rustls ") && !licences.contains("- proptest "));
    // Whoever has only the archive can follow the links of what is in it.
    for (path, bytes) in unpacked.iter().filter(|(path, _)| path.ends_with(".md")) {
        let folder = second.path().join(&name).join(path);
        let text = String::from_utf8(bytes.clone()).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for link in links.filter(|link| !link.is_empty() && !link.contains("://") && !link.contains(' ')) {
            if !link.starts_with("images/") || !path.starts_with("corpus/") {
                assert!(folder.parent().unwrap().join(link).exists(), "{path} leads to {link}, which is not packed");
            }
        }
    }
}

#[test]
fn what_is_not_ready_is_refused() {
    let copy = Copy::new();
    let right = format!("camnang {VERSION}");
    let refused = |prepare: &dyn Fn(), says: &str, why: &str| {
        let to = tempfile::tempdir().unwrap();
        prepare();
        let ran = copy.release(says, to.path()).must(1);
        assert!(ran.err.contains(why), "{}", ran.err);
        assert!(!to.path().join("SHA256SUMS").exists());
        copy.git(&["reset", "--quiet", "--hard", "ready"]);
        copy.git(&["clean", "--quiet", "--force"]);
    };
    copy.git(&["tag", "ready"]);
    refused(&|| put(&copy.path("note.txt"), "x"), &right, "not committed");
    refused(&|| (), "camnang 0.0.1", "not camnang 9.8.7");
    for (from, to, why) in [
        ("## [9.8.7] - 2030-01-02", "## [9.8.7]", "no section"),
        ("- A thing.\n", "", "is empty"),
        ("## [Unreleased]\n", "## [Unreleased]\n\n- Another.\n", "under Unreleased"),
    ] {
        let committed = || {
            copy.edit("CHANGELOG.md", from, to);
            copy.commit();
        };
        refused(&committed, &right, why);
    }
    for lock in LOCKS {
        let forgotten = || {
            copy.edit(lock, VERSION, "0.1.0");
            copy.commit();
        };
        refused(&forgotten, &right, &format!("{lock} has another version"));
    }
    let tagged_before = || {
        copy.git(&["tag", "v9.8.7"]);
        put(&copy.path("note.txt"), "x");
        copy.commit();
    };
    refused(&tagged_before, &right, "on another commit");
}
