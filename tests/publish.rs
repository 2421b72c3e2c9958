//! A build that dies leaves the former output whole, or the new one: never a part of either. A child process really
//! dies, at every single moment between two writes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use camnang::hash::sha256;
use camnang::publish::{EditionFolder, HandoutFolder, MANIFEST_VERSION, Manifest, Observer};
use camnang::render::Artifact;
use rayon::prelude::*;

const FILES: usize = 5;
/// Every write, the manifest's, the swap and the cleaning.
const MOMENTS: usize = FILES + 3;

fn manifest() -> Manifest {
    Manifest {
        version: MANIFEST_VERSION,
        generator: "thử".to_owned(),
        edition: "an-ban".to_owned(),
        as_of: "2030-01-01".to_owned(),
        corpus_sha256: "0".repeat(64),
        files: Vec::new(),
    }
}

fn artifacts(generation: &str) -> Vec<Artifact> {
    let artifact = |index| Artifact {
        path: format!("html/{index}/trang-{generation}-{index}.html"),
        bytes: format!("{generation} {index}").into_bytes(),
    };
    (0..FILES).map(artifact).collect()
}

fn publish(output: &Path, artifacts: &[Artifact], observer: &Observer<'_>) -> std::io::Result<()> {
    let folder = EditionFolder::observed(output, manifest(), observer)?;
    artifacts.par_iter().try_for_each(|artifact| folder.put(artifact).map(drop))?;
    folder.finish()
}

fn publish_whole(output: &Path, generation: &str) {
    publish(output, &artifacts(generation), &|_| Ok(())).unwrap();
}

/// The generation that a folder holds, whole; panics where it is a mixture or a part.
fn generation(folder: &Path) -> Option<String> {
    let manifest = fs::read_to_string(folder.join("manifest.json")).ok();
    let Some(manifest) = manifest else {
        assert!(!folder.exists(), "a folder without a manifest");
        return None;
    };
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let mut listed = BTreeMap::new();
    for file in manifest["files"].as_array().unwrap() {
        let path = file["path"].as_str().unwrap();
        let bytes = fs::read(folder.join(path)).unwrap();
        assert_eq!(sha256(&bytes), file["sha256"].as_str().unwrap(), "{path}");
        assert_eq!(bytes.len() as u64, file["bytes"].as_u64().unwrap(), "{path}");
        listed.insert(path.to_owned(), String::from_utf8(bytes).unwrap());
    }
    assert_eq!(count(folder), FILES + 1, "files that the manifest does not list");
    let generations: std::collections::BTreeSet<&str> =
        listed.values().map(|text| text.split(' ').next().unwrap()).collect();
    assert_eq!(generations.len(), 1, "a mixture: {listed:?}");
    generations.first().map(|name| (*name).to_owned())
}

fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}

/// Not a test of its own: the process that dies. Does nothing unless a test below starts it.
#[test]
fn child_that_dies() {
    let (Some(folder), Some(moment)) =
        (std::env::var_os("CAMNANG_TEST_OUTPUT"), std::env::var_os("CAMNANG_TEST_MOMENT"))
    else {
        return;
    };
    let moment: usize = moment.to_str().unwrap().parse().unwrap();
    let seen = AtomicUsize::new(0);
    let _ = publish(Path::new(&folder), &artifacts("moi"), &|_| {
        if seen.fetch_add(1, SeqCst) == moment {
            std::process::abort();
        }
        Ok(())
    });
    panic!("the moment {moment} never came");
}

fn die_at(moment: usize, output: &Path) {
    let died = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_that_dies", "--nocapture"])
        .env("CAMNANG_TEST_OUTPUT", output)
        .env("CAMNANG_TEST_MOMENT", moment.to_string())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&died.stderr);
    assert!(!died.status.success() && !said.contains("never came"), "the child lived at {moment}: {said}");
}

#[test]
fn a_death_at_any_moment_leaves_one_whole_output() {
    for replaces in [false, true] {
        let mut results = Vec::new();
        for moment in 0..MOMENTS {
            let output = tempfile::tempdir().unwrap();
            if replaces {
                publish_whole(output.path(), "cu");
            }
            die_at(moment, output.path());
            results.push(generation(&output.path().join("an-ban")));
            // The next build succeeds and leaves nothing lying about.
            publish_whole(output.path(), "sau");
            assert_eq!(generation(&output.path().join("an-ban")).as_deref(), Some("sau"));
            let left: Vec<_> = fs::read_dir(output.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            assert_eq!(left.len(), 2, "only the edition and the lock: {left:?}");
        }
        let former = if replaces { Some("cu".to_owned()) } else { None };
        let (before, after) = results.split_at(MOMENTS - 1);
        assert!(before.iter().all(|found| *found == former), "{results:?}");
        assert_eq!(after, [Some("moi".to_owned())], "after the swap the new output stands");
    }
}

#[test]
fn a_failed_write_leaves_the_former_output() {
    for moment in 0..MOMENTS - 1 {
        let output = tempfile::tempdir().unwrap();
        publish_whole(output.path(), "cu");
        let seen = AtomicUsize::new(0);
        let failed = publish(output.path(), &artifacts("moi"), &|_| {
            if seen.fetch_add(1, SeqCst) >= moment { Err(std::io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        });
        assert!(failed.is_err());
        assert_eq!(generation(&output.path().join("an-ban")).as_deref(), Some("cu"), "{moment}");
        let left = fs::read_dir(output.path()).unwrap().count();
        assert_eq!(left, 2, "nothing half-made beside the edition and the lock");
    }
}

#[test]
fn what_says_the_same_keeps_its_time_of_change() {
    let page = |name: &str, text: &str| Artifact { path: format!("html/{name}"), bytes: text.into() };
    let output = tempfile::tempdir().unwrap();
    let site = output.path().join("an-ban/html");
    publish(
        output.path(),
        &[page("a", "như cũ"), page("b", "cũ"), page("c", "đúng"), page("d", "như cũ")],
        &|_| Ok(()),
    )
    .unwrap();
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for name in ["a", "b", "c", "d"] {
        fs::File::options().write(true).open(site.join(name)).unwrap().set_modified(long_ago).unwrap();
    }
    let changed = |name: &str| fs::metadata(site.join(name)).unwrap().modified().unwrap() != long_ago;
    // Somebody wrote over one, in as many bytes; where links are known, another is one.
    fs::write(site.join("c"), "sai!!!").unwrap();
    fs::File::options().write(true).open(site.join("c")).unwrap().set_modified(long_ago).unwrap();
    #[cfg(unix)]
    {
        fs::rename(site.join("d"), output.path().join("d")).unwrap();
        std::os::unix::fs::symlink(output.path().join("d"), site.join("d")).unwrap();
    }
    publish(
        output.path(),
        &[page("a", "như cũ"), page("b", "mới"), page("c", "đúng"), page("d", "như cũ")],
        &|_| Ok(()),
    )
    .unwrap();
    assert_eq!(["a", "b", "c", "d"].map(changed), [false, true, true, cfg!(unix)]);
    assert_eq!(
        ["a", "b", "c", "d"].map(|name| fs::read_to_string(site.join(name)).unwrap()),
        ["như cũ", "mới", "đúng", "như cũ"]
    );
    assert!(fs::symlink_metadata(site.join("d")).unwrap().is_file());
}

#[test]
fn builds_at_the_same_time_do_not_mix() {
    let output = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for name in ["mot", "hai", "ba", "bon"] {
            let folder = output.path();
            scope.spawn(move || {
                for _ in 0..20 {
                    publish_whole(folder, name);
                }
            });
        }
    });
    assert!(generation(&output.path().join("an-ban")).is_some());
}

/// Not a test of its own: the process that dies while it puts a copy in its place.
#[test]
fn child_that_dies_placing() {
    let (Some(folder), Some(moment)) =
        (std::env::var_os("CAMNANG_TEST_HANDOUT"), std::env::var_os("CAMNANG_TEST_MOMENT"))
    else {
        return;
    };
    let moment: usize = moment.to_str().unwrap().parse().unwrap();
    let mut seen = 0;
    let handout = HandoutFolder::open(Path::new(&folder)).unwrap().unwrap();
    let _ = handout.place_observed("so-a", &copy("moi"), &mut |_| {
        if seen == moment {
            std::process::abort();
        }
        seen += 1;
        Ok(())
    });
    panic!("the moment {moment} never came");
}

fn copy(generation: &'static str) -> [(&'static str, &'static [u8]); 2] {
    [("a.pdf", generation.as_bytes()), ("manifest.json", generation.as_bytes())]
}

#[test]
fn a_copy_is_the_former_or_the_new_one_whatever_dies() {
    // Two writes, the swap, the cleaning.
    for moment in 0..4 {
        let folder = tempfile::tempdir().unwrap();
        HandoutFolder::open(folder.path()).unwrap().unwrap().place("so-a", &copy("cu")).unwrap();
        let died = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child_that_dies_placing", "--nocapture"])
            .env("CAMNANG_TEST_HANDOUT", folder.path())
            .env("CAMNANG_TEST_MOMENT", moment.to_string())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&died.stderr);
        assert!(!died.status.success() && !said.contains("never came"), "the child lived at {moment}: {said}");
        let read = |name: &str| fs::read_to_string(folder.path().join("so-a").join(name)).unwrap();
        let expected = if moment < 3 { "cu" } else { "moi" };
        assert_eq!([read("a.pdf"), read("manifest.json")], [expected, expected], "{moment}");
        // The next run clears away what was half-made.
        drop(HandoutFolder::open(folder.path()).unwrap().unwrap());
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [".lock", "so-a"]);
    }
}
