//! Every kind of image: `check` refuses it, with the file and the reason, or it can be built.

use crate::support::pictures;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use pictures::{Picture, all};
use rayon::prelude::*;

/// The base of the diagnostics, with the image in its excerpt.
fn lay_out(place: &Path, picture: &Picture) {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
    let corpus = place.join("corpus");
    copy(&base, &corpus);
    fs::create_dir_all(corpus.join("images")).unwrap();
    fs::write(corpus.join("images/hinh").with_extension(picture.ending), &picture.bytes).unwrap();
    let excerpt = corpus.join("excerpts/nd-1-2030/dieu-1.md");
    let text = fs::read_to_string(&excerpt).unwrap();
    fs::write(excerpt, format!("{text}\n![Một hình](images/hinh.{})\n", picture.ending)).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

fn camnang(place: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_camnang")).current_dir(place).args(args).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Returns how the result for a picture differs from the expectation.
fn fault(picture: &Picture) -> Option<String> {
    let place = tempfile::tempdir().unwrap();
    lay_out(place.path(), picture);
    let checked = camnang(place.path(), &["check", "--lang", "en"]);
    let formats = if cfg!(feature = "pdf") { "pdf,html,single,zip" } else { "html,single,zip" };
    let built = camnang(place.path(), &["build", "--only", formats, "--lang", "en"]);
    let (check, build) = (said(&checked), said(&built));
    let fits = match picture.refused {
        Some(reason) => {
            let named = |said: &str| said.contains("corpus/excerpts/nd-1-2030/dieu-1.md:15:1") && said.contains(reason);
            checked.status.code() == Some(1) && built.status.code() == Some(1) && named(&check) && named(&build)
        }
        None => checked.status.success() && built.status.success(),
    };
    (!fits).then(|| format!("{}: {:?}\n{check}{:?}\n{build}", picture.name, checked.status, built.status))
}

#[test]
fn each_image_is_refused_or_can_be_built() {
    let faults: Vec<String> = all().par_iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
