//! A build that dies leaves the former output whole, or the new one: never a part of either. A child process really
//! dies, at every single moment between two writes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use camnang::internals::hash::sha256;
use camnang::internals::publish::{
    CopyMoment, EditionFolder, FolderRecord, Foreign, HandoutFolder, MANIFEST_VERSION, Manifest, Moment, Observer,
    PlaceRefusal, PublishFault, ReplacementStep, Surroundings,
};
use camnang::internals::render::Artifact;
use rayon::prelude::*;

const FILES: usize = 5;
/// Every write, the manifest's, and the steps at the end.
const MOMENTS: usize = FILES + 5;
/// Those before the new output is in its place: all but the last two.
const BEFORE: usize = MOMENTS - 2;

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

fn publish(output: &Path, artifacts: &[Artifact], observer: &Observer<'_>) -> Result<(), PublishFault> {
    let folder = EditionFolder::observed(output, manifest(), &Surroundings::default(), observer)?;
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
        .args(["--exact", "publish::child_that_dies", "--nocapture"])
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
        let (before, after) = results.split_at(BEFORE);
        assert!(before.iter().all(|found| *found == former), "{results:?}");
        assert!(
            after.iter().all(|found| found.as_deref() == Some("moi")),
            "after the swap the new output stands: {results:?}"
        );
    }
}

#[test]
fn a_failed_write_leaves_the_former_output() {
    for moment in 0..BEFORE {
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
    publish(output.path(), &[page("a", "như cũ"), page("b", "cũ")], &|_| Ok(())).unwrap();
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for name in ["a", "b"] {
        fs::File::options().write(true).open(site.join(name)).unwrap().set_modified(long_ago).unwrap();
    }
    let changed = |name: &str| fs::metadata(site.join(name)).unwrap().modified().unwrap() != long_ago;
    publish(output.path(), &[page("a", "như cũ"), page("b", "mới")], &|_| Ok(())).unwrap();
    assert_eq!(["a", "b"].map(changed), [false, true]);
    assert_eq!(["a", "b"].map(|name| fs::read_to_string(site.join(name)).unwrap()), ["như cũ", "mới"]);
}

/// Does something to an output of ours that is in its place.
type Deed = fn(&Path);

/// Changes to an output by others, each with what the refusal names; with nothing named, it is replaced.
const DEEDS: [(Deed, &[&str], &[&str]); 20] = [
    (|_| {}, &[], &[]),
    (|at| fs::write(at.join("luan-van.docx"), "quý").unwrap(), &["luan-van.docx"], &[]),
    (|at| fs::write(at.join("html/CNAME"), "so.example.vn").unwrap(), &["html/CNAME"], &[]),
    (|at| fs::write(at.join("html/.htaccess"), "x").unwrap(), &["html/.htaccess"], &[]),
    (|at| fs::write(at.join(".gitignore"), "x").unwrap(), &[".gitignore"], &[]),
    (|at| fs::write(at.join("html/0/trang.html~"), "x").unwrap(), &["html/0/trang.html~"], &[]),
    (|at| fs::create_dir(at.join("rieng")).unwrap(), &["rieng"], &[]),
    (
        |at| {
            fs::create_dir_all(at.join("rieng/a")).unwrap();
            fs::write(at.join("rieng/a/b"), "x").unwrap();
        },
        &["rieng/a/b"],
        &[],
    ),
    // Signed in place: longer, and then as long as before.
    (|at| fs::write(at.join("html/1/trang-cu-1.html"), "cu 1 và chữ ký").unwrap(), &[], &["html/1/trang-cu-1.html"]),
    (|at| fs::write(at.join("html/1/trang-cu-1.html"), "cu 2").unwrap(), &[], &["html/1/trang-cu-1.html"]),
    (|at| fs::write(at.join("html/1/trang-cu-1.html"), "").unwrap(), &[], &["html/1/trang-cu-1.html"]),
    (
        |at| {
            let manifest = fs::read_to_string(at.join("manifest.json")).unwrap();
            fs::write(at.join("manifest.json"), manifest.replacen('{', "{ \"ghi chú\": 1,", 1)).unwrap();
        },
        &[],
        &["manifest.json"],
    ),
    // Without their record the files are anybody's.
    (
        |at| fs::remove_file(at.join("manifest.json")).unwrap(),
        &[
            "html/0/trang-cu-0.html",
            "html/1/trang-cu-1.html",
            "html/2/trang-cu-2.html",
            "html/3/trang-cu-3.html",
            "html/4/trang-cu-4.html",
        ],
        &[],
    ),
    // A file that is gone is no loss.
    (|at| fs::remove_file(at.join("html/1/trang-cu-1.html")).unwrap(), &[], &[]),
    (|at| fs::remove_dir_all(at.join("html/1")).unwrap(), &[], &[]),
    // What systems and office programs leave.
    (|at| fs::write(at.join(".DS_Store"), "x").unwrap(), &[], &[]),
    (|at| fs::write(at.join("html/desktop.ini"), "x").unwrap(), &[], &[]),
    (|at| fs::write(at.join("html/0/Thumbs.db"), "x").unwrap(), &[], &[]),
    (|at| fs::write(at.join("~$an-ban.docx"), "x").unwrap(), &[], &[]),
    (|at| fs::remove_dir_all(at).and_then(|()| fs::create_dir(at)).unwrap(), &[], &[]),
];

#[test]
fn only_what_we_made_is_replaced() {
    for (number, (deed, strangers, altered)) in DEEDS.into_iter().enumerate() {
        let output = tempfile::tempdir().unwrap();
        let place = output.path().join("an-ban");
        publish_whole(output.path(), "cu");
        deed(&place);
        let before = everything(output.path());
        match publish(output.path(), &artifacts("moi"), &|_| Ok(())) {
            Ok(()) => {
                assert!(strangers.is_empty() && altered.is_empty(), "deed {number} was not noticed");
                assert_eq!(generation(&place).as_deref(), Some("moi"), "{number}");
            }
            Err(PublishFault::Refused(PlaceRefusal::Foreign {
                foreign: Foreign { strangers: found, altered: changed },
                ..
            })) => {
                assert_eq!((found, changed), (strings(strangers), strings(altered)), "{number}");
                assert_eq!(everything(output.path()), before, "{number}");
            }
            Err(other) => panic!("{number}: {other:?}"),
        }
    }
}

fn strings(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

/// Every file and folder with its content.
fn everything(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
    entries.map(|path| (path.display().to_string(), fs::read(&path).unwrap_or_default())).collect()
}

/// What somebody put there while it was being built: at any moment before the exchange it stops the build; after it, what it deletes is only what it
/// looked at.
#[test]
fn what_comes_in_the_meantime_is_not_lost() {
    for moment in 0..MOMENTS {
        let output = tempfile::tempdir().unwrap();
        publish_whole(output.path(), "cu");
        let seen = AtomicUsize::new(0);
        let result = publish(output.path(), &artifacts("moi"), &|now| {
            if seen.fetch_add(1, SeqCst) == moment {
                // Before the cleaning the former output lies beside.
                let former = if matches!(now, Moment::Step(ReplacementStep::SyncNames | ReplacementStep::Clean)) {
                    ".an-ban.new"
                } else {
                    "an-ban"
                };
                fs::write(output.path().join(former).join("thu.txt"), "quý").unwrap();
            }
            Ok(())
        });
        let found = everything(output.path()).into_iter().find(|(path, _)| path.ends_with("thu.txt"));
        assert_eq!(found.map(|(_, bytes)| bytes).as_deref(), Some("quý".as_bytes()), "{moment}: {result:?}");
        // In the very last moment before the exchange it comes along and is named by the next build.
        let next = publish(output.path(), &artifacts("sau"), &|_| Ok(()));
        assert!(matches!(next, Err(PublishFault::Refused(PlaceRefusal::Foreign { .. }))), "{moment}: {next:?}");
    }
}

#[test]
fn other_things_in_the_place() {
    let output = tempfile::tempdir().unwrap();
    let place = output.path().join("an-ban");
    fs::write(&place, "một tệp").unwrap();
    let refused = publish(output.path(), &artifacts("moi"), &|_| Ok(()));
    assert!(matches!(refused, Err(PublishFault::Refused(PlaceRefusal::NotAFolder(_)))), "{refused:?}");
    assert_eq!(fs::read_to_string(&place).unwrap(), "một tệp");
    fs::remove_file(&place).unwrap();
    publish_whole(output.path(), "moi");
    // Beside it, under the names that a build uses.
    for name in [".an-ban.new", ".an-ban.old"] {
        fs::create_dir(output.path().join(name)).unwrap();
        fs::write(output.path().join(name).join("quy.txt"), "quý").unwrap();
        let refused = publish(output.path(), &artifacts("moi"), &|_| Ok(()));
        assert!(matches!(refused, Err(PublishFault::Refused(PlaceRefusal::Foreign { .. }))), "{name}: {refused:?}");
        assert!(output.path().join(name).join("quy.txt").is_file());
        fs::remove_dir_all(output.path().join(name)).unwrap();
        fs::write(output.path().join(name), "quý").unwrap();
        assert!(publish(output.path(), &artifacts("moi"), &|_| Ok(())).is_err(), "{name}");
        assert!(output.path().join(name).is_file());
        fs::remove_file(output.path().join(name)).unwrap();
    }
    publish_whole(output.path(), "sau");
}

/// An interruption between the two steps of a swap, where a file system cannot exchange folders, and within the copy that an overlay needs.
#[test]
fn what_waits_aside_comes_back() {
    let whole = |output: &Path| generation(&output.join("an-ban"));
    let cases: [(&str, Deed, &str); 5] = [
        ("between the two steps", |at| fs::rename(at.join("an-ban"), at.join(".an-ban.old")).unwrap(), "cu"),
        (
            "the new one stands",
            |at| {
                fs::rename(at.join("an-ban"), at.join(".an-ban.old")).unwrap();
                let other = tempfile::tempdir_in(at).unwrap();
                publish_whole(other.path(), "moi");
                fs::rename(other.path().join("an-ban"), at.join("an-ban")).unwrap();
            },
            "moi",
        ),
        (
            "the former one is partly deleted",
            |at| {
                copy_folder(&at.join("an-ban"), &at.join(".an-ban.old"));
                fs::remove_file(at.join("an-ban/html/0/trang-cu-0.html")).unwrap();
                fs::remove_dir(at.join("an-ban/html/0")).unwrap();
            },
            "cu",
        ),
        (
            "all but its folders is deleted",
            |at| {
                copy_folder(&at.join("an-ban"), &at.join(".an-ban.old"));
                fs::remove_dir_all(at.join("an-ban")).unwrap();
                fs::create_dir(at.join("an-ban")).unwrap();
            },
            "cu",
        ),
        (
            "the copy is unfinished",
            |at| {
                fs::create_dir(at.join(".an-ban.old")).unwrap();
                fs::write(at.join(".an-ban.old/.camnang-unfinished"), "").unwrap();
                fs::write(at.join(".an-ban.old/nua"), "nửa").unwrap();
            },
            "cu",
        ),
    ];
    for (name, deed, expected) in cases {
        let output = tempfile::tempdir().unwrap();
        publish_whole(output.path(), "cu");
        deed(output.path());
        // A run that is stopped as soon as it has looked around.
        let stopped = publish(output.path(), &artifacts("sau"), &|_| Err(std::io::ErrorKind::Interrupted.into()));
        assert!(stopped.is_err());
        assert_eq!(whole(output.path()).as_deref(), Some(expected), "{name}");
        assert!(!output.path().join(".an-ban.old").exists(), "{name}");
        publish_whole(output.path(), "sau");
        assert_eq!(whole(output.path()).as_deref(), Some("sau"), "{name}");
    }
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(target).unwrap(),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

/// What reaches the disk, and in which order: every file before the exchange, the exchange before anything is deleted.
#[test]
fn files_are_durable_before_they_replace() {
    let output = tempfile::tempdir().unwrap();
    publish_whole(output.path(), "cu");
    let moments = std::sync::Mutex::new(Vec::new());
    publish(output.path(), &artifacts("moi"), &|moment| {
        let former_stands = generation(&output.path().join("an-ban")).as_deref() == Some("cu");
        moments.lock().unwrap().push((matches!(moment, Moment::Write(_)), former_stands, format!("{moment:?}")));
        Ok(())
    })
    .unwrap();
    let moments = moments.into_inner().unwrap();
    let (writes, steps) = moments.split_at(FILES + 1);
    assert!(writes.iter().all(|(is_write, former_stands, _)| *is_write && *former_stands), "{moments:?}");
    let steps: Vec<(&str, bool)> =
        steps.iter().map(|(_, former_stands, name)| (name.as_str(), *former_stands)).collect();
    assert_eq!(steps, [("Step(Sync)", true), ("Step(Swap)", true), ("Step(SyncNames)", false), ("Step(Clean)", false)]);
}

/// A name with a backslash is not that of a page of ours.
#[cfg(unix)]
#[test]
fn a_name_with_a_backslash_is_a_stranger() {
    let output = tempfile::tempdir().unwrap();
    publish_whole(output.path(), "cu");
    let stranger = output.path().join("an-ban").join("html\\0\\trang-cu-0.html");
    fs::write(&stranger, "cu 0").unwrap();
    let refused = publish(output.path(), &artifacts("moi"), &|_| Ok(()));
    assert!(matches!(refused, Err(PublishFault::Refused(PlaceRefusal::Foreign { .. }))), "{refused:?}");
    assert!(stranger.is_file());
}

#[cfg(unix)]
#[test]
fn links_are_followed() {
    use std::os::unix::fs::symlink;
    let root = tempfile::tempdir().unwrap();
    let (output, web) = (root.path().join("output"), root.path().join("www/trang"));
    fs::create_dir_all(&web).unwrap();
    fs::create_dir(&output).unwrap();
    symlink(&web, output.join("an-ban")).unwrap();
    publish_whole(&output, "cu");
    publish_whole(&output, "moi");
    assert!(fs::symlink_metadata(output.join("an-ban")).unwrap().is_symlink());
    assert_eq!(generation(&web).as_deref(), Some("moi"));
    // The output itself is a link.
    let other = root.path().join("noi-khac");
    fs::create_dir(&other).unwrap();
    symlink(&other, root.path().join("ket-qua")).unwrap();
    publish_whole(&root.path().join("ket-qua"), "moi");
    assert_eq!(generation(&other.join("an-ban")).as_deref(), Some("moi"));
    // A link to nowhere, and links within an output.
    fs::remove_file(output.join("an-ban")).unwrap();
    symlink(root.path().join("khong-co"), output.join("an-ban")).unwrap();
    let refused = publish(&output, &artifacts("moi"), &|_| Ok(()));
    assert!(matches!(refused, Err(PublishFault::Refused(PlaceRefusal::DanglingLink(_)))), "{refused:?}");
    let inner = other.join("an-ban/html/0/trang-moi-0.html");
    fs::rename(&inner, root.path().join("giu")).unwrap();
    symlink(root.path().join("giu"), &inner).unwrap();
    let refused = publish(&other, &artifacts("moi"), &|_| Ok(()));
    assert!(matches!(refused, Err(PublishFault::Refused(PlaceRefusal::Foreign { .. }))), "{refused:?}");
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
    let handout = open_handout(Path::new(&folder));
    let _ = place(&handout, "moi", &mut |_| {
        if seen == moment {
            std::process::abort();
        }
        seen += 1;
        Ok(())
    });
    panic!("the moment {moment} never came");
}

fn open_handout(folder: &Path) -> HandoutFolder {
    HandoutFolder::open(folder, &Surroundings::default(), copy_record).unwrap().unwrap()
}

/// A record of one file, for the tests: its name and its content.
fn copy_record(bytes: &[u8]) -> Option<FolderRecord> {
    let text = std::str::from_utf8(bytes).ok()?.strip_prefix("a.pdf: ")?;
    let files = [("a.pdf".to_owned(), sha256(text.as_bytes()))].into();
    Some(FolderRecord { files, written: None })
}

fn copy(generation: &str) -> Vec<(&'static str, Vec<u8>)> {
    vec![("a.pdf", generation.as_bytes().to_vec()), ("manifest.json", format!("a.pdf: {generation}").into_bytes())]
}

fn place(
    handout: &HandoutFolder,
    generation: &str,
    observer: &mut dyn FnMut(CopyMoment) -> std::io::Result<()>,
) -> Result<(), PublishFault> {
    let files = copy(generation);
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    handout.place_observed("so-a", &files, observer)
}

#[test]
fn a_copy_is_the_former_or_the_new_one_whatever_dies() {
    // Two writes, then the steps at the end.
    for moment in 0..6 {
        let folder = tempfile::tempdir().unwrap();
        place(&open_handout(folder.path()), "cu", &mut |_| Ok(())).unwrap();
        let died = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "publish::child_that_dies_placing", "--nocapture"])
            .env("CAMNANG_TEST_HANDOUT", folder.path())
            .env("CAMNANG_TEST_MOMENT", moment.to_string())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&died.stderr);
        assert!(!died.status.success() && !said.contains("never came"), "the child lived at {moment}: {said}");
        let read = |name: &str| fs::read_to_string(folder.path().join("so-a").join(name)).unwrap();
        let expected = if moment < 4 { "cu" } else { "moi" };
        assert_eq!(
            [read("a.pdf"), read("manifest.json")],
            [expected.to_owned(), format!("a.pdf: {expected}")],
            "{moment}"
        );
        // The next run clears away what was half-made.
        drop(open_handout(folder.path()));
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [".lock", "so-a"]);
    }
}

#[test]
fn a_hand_out_keeps_what_is_not_its_own() {
    let folder = tempfile::tempdir().unwrap();
    place(&open_handout(folder.path()), "cu", &mut |_| Ok(())).unwrap();
    let at = |path: &str| folder.path().join(path);
    for name in [".htaccess", ".ghi-chu.new", ".gitignore"] {
        fs::write(at(name), "quý").unwrap();
    }
    for name in [".git", ".so-x.new"] {
        fs::create_dir(at(name)).unwrap();
        fs::write(at(name).join("quy"), "quý").unwrap();
    }
    let refused = HandoutFolder::open(folder.path(), &Surroundings::default(), copy_record).map(drop);
    assert!(matches!(refused, Err(PublishFault::Refused(PlaceRefusal::Foreign { .. }))), "{refused:?}");
    fs::rename(at(".so-x.new"), at("so-x")).unwrap();
    let handout = open_handout(folder.path());
    assert!([".htaccess", ".ghi-chu.new", ".gitignore", ".git/quy", "so-x/quy"].iter().all(|path| at(path).is_file()));
    // Signed in place.
    fs::write(at("so-a/a.pdf"), "cu, đã ký").unwrap();
    for refused in [
        handout.inspect("so-a"),
        handout.drop_copy("so-a"),
        place(&handout, "moi", &mut |_| Ok(())),
        handout.drop_copy("so-x"),
    ] {
        assert!(matches!(refused, Err(PublishFault::Refused(PlaceRefusal::Foreign { .. }))), "{refused:?}");
    }
    assert_eq!(fs::read_to_string(at("so-a/a.pdf")).unwrap(), "cu, đã ký");
    fs::write(at("so-a/a.pdf"), "cu").unwrap();
    handout.drop_copy("so-a").unwrap();
    assert!(!at("so-a").exists());
}
