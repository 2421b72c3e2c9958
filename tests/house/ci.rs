//! What `.ci/run` does around its steps: its own cache does not grow without end, no other folder is touched, and a step
//! that could not run here is named. And which commands `.ci/newcomer` times.
#![cfg(unix)]

use crate::support::program;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use program::{Ran, put, run, tree};

const DAY: Duration = Duration::from_hours(24);

/// What Cargo keeps of a unit that was compiled so many days ago.
fn unit(target: &Path, package: &str, artefact: &str, hash: &str, days: u32) {
    let stamp = target.join(format!("release/.fingerprint/{package}-{hash}/invoked.timestamp"));
    put(&stamp, "");
    File::options().write(true).open(stamp).unwrap().set_modified(SystemTime::now() - DAY * days).unwrap();
    put(&target.join(format!("release/deps/{artefact}-{hash}")), "");
    put(&target.join(format!("release/deps/{artefact}-{hash}.d")), "");
}

/// A cache with an old and a young test, and what an old and a young dependency left.
fn fill(target: &Path) {
    unit(target, "camnang", "edit", "0a", 9);
    unit(target, "camnang", "edit", "0b", 5);
    unit(target, "typst", "libtypst", "0c", 90);
    unit(target, "syn", "libsyn", "0d", 0);
}

/// Runs the one step that can be skipped on any machine: no nightly compiler is below this home.
fn fuzz_step(home: &Path, settings: &[(&str, &Path)]) -> Ran {
    let mut ci = Command::new("bash");
    ci.current_dir(env!("CARGO_MANIFEST_DIR")).args([".ci/run", "fuzz"]).stdin(Stdio::null());
    ci.env("HOME", home).env("RUSTUP_HOME", home).env_remove("CARGO_TARGET_DIR").env_remove("RUSTUP_TOOLCHAIN");
    run(ci.envs(settings.iter().copied()))
}

fn units(target: &Path) -> Vec<String> {
    let files: BTreeMap<String, Vec<u8>> = tree(target);
    files.into_keys().filter_map(|path| path.strip_prefix("release/deps/").map(str::to_owned)).collect()
}

#[test]
fn what_nobody_rebuilt_for_a_week_leaves_the_cache() {
    let home = tempfile::tempdir().unwrap();
    let target = home.path().join(".cache/camnang/target");
    fill(&target);
    fuzz_step(home.path(), &[]);
    assert_eq!(units(&target), ["edit-0b", "edit-0b.d", "libsyn-0d", "libsyn-0d.d", "libtypst-0c", "libtypst-0c.d"]);
    fuzz_step(home.path(), &[("CACHE_GIGABYTES", Path::new("0"))]);
    assert_eq!(units(&target), [""; 0], "the cache has an end");
}

#[test]
fn a_target_folder_of_others_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let theirs = home.path().join("theirs");
    fill(&theirs);
    let before = units(&theirs);
    fuzz_step(home.path(), &[("CARGO_TARGET_DIR", &theirs), ("CACHE_GIGABYTES", Path::new("0"))]);
    assert_eq!(units(&theirs), before);
}

#[test]
fn a_step_that_could_not_run_is_named() {
    let home = tempfile::tempdir().unwrap();
    let ran = fuzz_step(home.path(), &[]).must(1);
    let end: Vec<&str> = ran.out.lines().rev().take(2).collect();
    assert_eq!(end, ["0 passed, 0 failed", "skipped, see their output for why: fuzz"], "{}", ran.out);
}

#[test]
fn the_timed_commands_are_those_of_the_readme() {
    let mut newcomer = Command::new("bash");
    newcomer.current_dir(env!("CARGO_MANIFEST_DIR")).args([".ci/newcomer", "--list"]);
    assert_eq!(run(&mut newcomer).must(0).out, "cargo run --release -- build\ncargo test --release\n");
}
