//! What `--help` says is kept beside the tests, so that a change of the command line is seen and meant.
//! `CAMNANG_ACCEPT=1 cargo test --no-default-features --test commands help` writes it anew.

use std::fs;
use std::path::Path;
use std::process::Command;

const COMMANDS: [&[&str]; 33] = [
    &[],
    &["build"],
    &["serve"],
    &["edit"],
    &["history"],
    &["handout"],
    &["verify"],
    &["collect"],
    &["comments"],
    &["check"],
    &["explain"],
    &["init"],
    &["new"],
    &["new", "edition"],
    &["new", "excerpt"],
    &["new", "guidance"],
    &["new", "instrument"],
    &["new", "release"],
    &["new", "templates"],
    &["import"],
    &["list"],
    &["status"],
    &["timeline"],
    &["why"],
    &["diff"],
    &["gather"],
    &["original"],
    &["report"],
    &["report", "gaps"],
    &["report", "answers"],
    &["cite"],
    &["schema"],
    &["completions"],
];

#[test]
fn help_is_as_it_was() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/help");
    let mut changed = Vec::new();
    for command in COMMANDS {
        let run = Command::new(env!("CARGO_BIN_EXE_camnang"))
            .env_remove("COLUMNS")
            .args(command)
            .arg("--help")
            .output()
            .unwrap();
        assert!(run.status.success(), "{command:?}");
        let said = String::from_utf8(run.stdout).unwrap();
        let path = folder.join(format!("{}.txt", [&["camnang"], command].concat().join("-")));
        if std::env::var_os("CAMNANG_ACCEPT").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, said).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != said {
            changed.push(path);
        }
    }
    assert!(changed.is_empty(), "the help has changed (CAMNANG_ACCEPT=1 rewrites it): {changed:#?}");
}
