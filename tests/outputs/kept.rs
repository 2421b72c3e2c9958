//! Nothing of anybody's is lost: through the real program, in folders that are not only its own. What a folder of output may hold is tried in
//! `publish.rs`; here are the places, the commands and the words.

use crate::support::program;

use std::fs;
use std::path::Path;

use program::{Ran, assert_same, copy, program, put, run, text, tree};

/// An office with a small corpus whose only edition has the id.
fn office(edition: &str) -> tempfile::TempDir {
    let office = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
    let corpus = office.path().join("nha/viec/corpus");
    copy(&base, &corpus);
    if edition != "so-tay" {
        let record = text(&corpus.join("editions/so-tay.yaml")).replace("so-tay", edition);
        fs::remove_file(corpus.join("editions/so-tay.yaml")).unwrap();
        put(&corpus.join(format!("editions/{edition}.yaml")), record);
    }
    office
}

/// Runs the program in the working folder `nha/viec`, with `nha` as the user's home.
fn camnang(office: &Path, args: &[&str]) -> Ran {
    run(program(&office.join("nha/viec")).env("HOME", office.join("nha")).args(args))
}

fn build(office: &Path, output: &str) -> Ran {
    camnang(office, &["build", "--only", "html", "--output", output, "--lang", "en"])
}

/// The build ends with 2, says these words, and not a byte has changed.
#[track_caller]
fn refused(office: &Path, output: &str, words: &[&str]) {
    let before = without_locks(office);
    let ran = build(office, output).must(2);
    for word in words {
        assert!(ran.err.contains(word), "{output}: `{word}` is not in\n{}", ran.err);
    }
    let vietnamese = camnang(office, &["build", "--only", "html", "--output", output]).must(2);
    assert!(!vietnamese.err.contains(" the "), "{}", vietnamese.err);
    assert_same(&before, &without_locks(office), output);
}

fn without_locks(office: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = tree(office);
    files.retain(|path, bytes| !(path.ends_with("/.lock") && bytes.is_empty()));
    files
}

#[test]
fn a_folder_of_somebodys_own_is_not_replaced() {
    let office = office("so-tay");
    let viec = office.path().join("nha/viec");
    put(&viec.join("so-tay/luan-van.docx"), "quý");
    refused(office.path(), ".", &["so-tay", "luan-van.docx (not in manifest.json)", "--output DIR"]);
    fs::remove_dir_all(viec.join("so-tay")).unwrap();
    // More strangers than one reads.
    for number in 0..25 {
        put(&viec.join(format!("so-tay/{number:02}.txt")), "quý");
    }
    refused(office.path(), ".", &["09.txt", "and 15 more"]);
    fs::remove_dir_all(viec.join("so-tay")).unwrap();
    // A plain file in the place, and then in that of the output folder.
    put(&viec.join("so-tay"), "quý");
    refused(office.path(), ".", &["a file at the place", "so-tay"]);
    fs::remove_file(viec.join("so-tay")).unwrap();
    put(&viec.join("ket-qua"), "quý");
    refused(office.path(), "ket-qua", &["ket-qua"]);
    // An empty folder, and then our own output, is replaced.
    fs::create_dir(viec.join("so-tay")).unwrap();
    build(office.path(), ".").must(0);
    build(office.path(), ".").must(0);
    assert!(viec.join("so-tay/html/index.html").is_file());
}

#[test]
fn what_a_publisher_put_beside_the_site_stays() {
    let office = office("so-tay");
    let site = office.path().join("nha/viec/output/so-tay/html");
    build(office.path(), "output").must(0);
    for name in ["CNAME", ".htaccess", "google0123.html", "_headers", ".well-known/security.txt"] {
        put(&site.join(name), "x");
        refused(office.path(), "output", &[&format!("html/{name} (not in manifest.json)"), "corpus/web/"]);
        fs::remove_file(site.join(name)).unwrap();
    }
    fs::remove_dir(site.join(".well-known")).unwrap();
    let page = site.join("index.html");
    let former = fs::read(&page).unwrap();
    put(&page, "<p>Sửa tay");
    refused(office.path(), "output", &["html/index.html (changed since it was built)"]);
    put(&page, former);
    put(&site.join("Thumbs.db"), "x");
    build(office.path(), "output").must(0);
}

/// Files of `corpus/web/` are part of the site and of its manifest; none may have a name that the site itself uses.
#[test]
fn files_of_the_publisher_go_with_every_site() {
    let office = office("so-tay");
    let viec = office.path().join("nha/viec");
    put(&viec.join("corpus/web/CNAME"), "so.example.vn\n");
    put(&viec.join("corpus/web/.well-known/security.txt"), "Contact: mailto:a@example.vn\n");
    put(&viec.join("corpus/web/.DS_Store"), "x");
    for _ in 0..2 {
        build(office.path(), "output").must(0);
        let site = viec.join("output/so-tay/html");
        assert_eq!(text(&site.join("CNAME")), "so.example.vn\n");
        assert!(site.join(".well-known/security.txt").is_file() && !site.join(".DS_Store").exists());
        let manifest = text(&viec.join("output/so-tay/manifest.json"));
        assert!(manifest.contains("\"html/CNAME\"") && manifest.contains("\"html/.well-known/security.txt\""));
    }
    fs::remove_dir_all(viec.join("corpus/web")).unwrap();
    // Every file of a real site, in small letters and in large ones, is refused at `check`.
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus");
    let place = tempfile::tempdir().unwrap();
    copy(&sample, &place.path().join("corpus"));
    let ran = |args: &[&str]| run(program(place.path()).args(args));
    ran(&["build", "mau", "--only", "html,single,zip", "--output", "output"]).must(0);
    let own: Vec<String> = tree(&place.path().join("output/mau/html")).into_keys().collect();
    assert!(own.len() > 50, "{own:?}");
    for path in &own {
        put(&place.path().join("corpus/web").join(path), "x");
    }
    let report = ran(&["check", "--format", "json"]).must(1).out;
    for path in &own {
        assert!(report.contains(&format!("corpus/web/{path}\"")), "{path} is not refused");
    }
    assert_eq!(report.matches("\"CN840\"").count(), own.len(), "{report}");
}

#[test]
fn no_output_lies_in_or_around_the_editors_folders() {
    let office = office("so-tay");
    let viec = office.path().join("nha/viec");
    fs::create_dir(viec.join("khac")).unwrap();
    for output in ["corpus", "corpus/excerpts", "khac/../corpus", "chua-co/../corpus", "./corpus/./x", "../viec/corpus"]
    {
        refused(office.path(), output, &["lies within `corpus`"]);
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("corpus", viec.join("loi-tat")).unwrap();
        refused(office.path(), "loi-tat", &["lies within `corpus`"]);
        fs::remove_file(viec.join("loi-tat")).unwrap();
        std::os::unix::fs::symlink("corpus/excerpts", viec.join("so-tay")).unwrap();
        refused(office.path(), ".", &["lies within `corpus`"]);
        fs::remove_file(viec.join("so-tay")).unwrap();
    }
    fs::create_dir(viec.join("mau")).unwrap();
    let ran =
        camnang(office.path(), &["build", "--only", "html", "--templates", "mau", "--output", "mau", "--lang", "en"]);
    assert!(ran.must(2).err.contains("lies within `mau`"));
    build(office.path(), "output").must(0);
    build(office.path(), "khac/../output-2").must(0);
}

#[test]
fn an_edition_named_like_a_folder_that_is_there() {
    // The corpus itself, the working folder, the home, what holds the home.
    for (edition, output, words) in
        [("corpus", ".", "lies within `corpus`"), ("viec", "..", "holds `corpus`"), ("nha", "../..", "holds `corpus`")]
    {
        let office = office(edition);
        refused(office.path(), output, &[words]);
    }
    // Without its corpus in it, the working folder is kept as well.
    let office = office("viec");
    fs::rename(office.path().join("nha/viec/corpus"), office.path().join("kho")).unwrap();
    let ran =
        camnang(office.path(), &["build", "--only", "html", "--corpus", "../../kho", "--output", "..", "--lang", "en"]);
    assert!(ran.must(2).err.contains("nha/viec`, which would be lost"));
}

/// `new` writes a file whole or not at all, and a full disk leaves no empty one.
#[cfg(target_os = "linux")]
#[test]
fn a_draft_on_a_full_disk_leaves_nothing() {
    let office = office("so-tay");
    let args = ["new", "instrument", "--number", "9/2031/NĐ-CP", "--lang", "en"];
    // A limit of nothing on the size of files has the effect of a full disk; the signal that comes with it is ignored.
    let limited = format!("trap '' XFSZ; ulimit -f 0; exec \"$0\" {}", args.map(|arg| format!("'{arg}'")).join(" "));
    let before = tree(office.path());
    let ran = run(std::process::Command::new("bash").current_dir(office.path().join("nha/viec")).args([
        "-c",
        &limited,
        env!("CARGO_BIN_EXE_camnang"),
    ]));
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("cannot write") && ran.err.contains("nd-09-2031.yaml"), "{}", ran.err);
    assert_same(&before, &tree(office.path()), "a full disk");
    camnang(office.path(), &args).must(0);
    // A second one does not touch it.
    let written = tree(office.path());
    camnang(office.path(), &args).must(2);
    assert_same(&written, &tree(office.path()), "a file that is there");
}
