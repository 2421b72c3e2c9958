//! Comparison, through the program: two editions, two days, two revisions of git; and by itself, over invented corpora:
//! nothing differs from itself, and swapping the sides gives the same differences.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test; one that is left out says so"
)]

use crate::support::invented;
use crate::support::program;

use std::path::{Path, PathBuf};
use std::process::Command;

use camnang::internals::assemble::assemble;
use camnang::internals::compare::{Changed, Changes, Difference, Fate, Segment, State, StatusChanged, compare};
use camnang::internals::diag::Sink;
use camnang::internals::session::OpenedCorpus;
use camnang::internals::source::Sources;
use camnang::internals::view::{Reach, booklet_state, corpus_state};
use program::{Ran, camnang, copy, program, put, text, tree, without_spaces};
use proptest::prelude::*;
use serde_json::Value;

/// The case `changes`, whose two editions differ in every way.
fn case() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/changes/corpus"), &folder.path().join("corpus"));
    folder
}

#[track_caller]
fn json(folder: &Path, args: &[&str]) -> Value {
    let ran = camnang(folder, &[&["diff"], args, &["--format", "json"]].concat()).must(0);
    serde_json::from_str(&ran.out).unwrap()
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|it| it.get("after").unwrap_or(it)["id"].as_str().unwrap()).collect()
}

#[test]
fn two_editions() {
    let case = case();
    let found = json(case.path(), &["cu", "moi"]);
    assert_eq!(found["version"], 1);
    assert_eq!(found["from"]["kind"], "edition");
    assert_eq!((&found["from"]["name"], &found["from"]["as_of"]), (&"cu".into(), &"2013-06-01".into()));
    let excerpts = &found["excerpts"];
    assert_eq!(ids(&excerpts["added"]), ["nd-2-2019.dieu-5"]);
    assert_eq!(ids(&excerpts["removed"]), ["nd-1-2010.dieu-8"]);
    assert_eq!(ids(&excerpts["status_changed"]), ["nd-1-2010.dieu-5"]);
    assert_eq!(excerpts["status_changed"][0]["before"]["status"]["key"], "in-force");
    assert_eq!(excerpts["status_changed"][0]["after"]["status"]["key"], "ended");
    assert_eq!(excerpts["status_changed"][0]["after"]["status"]["until"], "2020-01-01");
    // Two versions of one provision are one that changed.
    assert_eq!(ids(&excerpts["changed"]), ["tt-4-2012.dieu-7.sua-2019"]);
    assert_eq!(excerpts["changed"][0]["before"]["id"], "tt-4-2012.dieu-7");
    let words = excerpts["changed"][0]["fields"][0]["words"].as_array().unwrap();
    assert!(words.contains(&serde_json::json!({"fate": "removed", "text": "nên"})), "{words:?}");
    assert!(words.contains(&serde_json::json!({"fate": "added", "text": "phải"})), "{words:?}");
    assert_eq!(ids(&found["instruments"]["added"]), ["nd-2-2019"]);

    let said = camnang(case.path(), &["diff", "cu", "moi"]).must(0).out;
    assert!(said.contains("Trích dẫn: 1 thêm, 1 bớt, 1 sửa, 1 đổi hiệu lực"), "{said}");
    assert!(said.contains("[-nên-] {+phải+}") && said.contains("Điều 7 Thông tư số 04/2012/TT-XX"), "{said}");
    let said = camnang(case.path(), &["diff", "cu", "moi", "--lang", "en"]).must(0).out;
    assert!(said.contains("Excerpts: 1 added, 1 removed, 1 changed, 1 of another validity"), "{said}");
    let said = camnang(case.path(), &["diff", "moi", "moi"]).must(0).out;
    assert!(said.contains("Không có gì khác"), "{said}");
}

#[test]
fn two_days() {
    let case = case();
    let found = json(case.path(), &["2013-06-01", "2021-06-01"]);
    assert_eq!(found["to"]["kind"], "date");
    assert_eq!(ids(&found["excerpts"]["added"]), ["nd-2-2019.dieu-5"], "issued meanwhile");
    assert!(ids(&found["excerpts"]["removed"]).is_empty(), "the corpus forgets nothing");
    assert!(ids(&found["excerpts"]["status_changed"]).contains(&"nd-1-2010.dieu-8"));
    let found = json(case.path(), &["2013-06-01", "2021-06-01", "--edition", "cu"]);
    assert_eq!((&found["from"]["edition"], &found["to"]["edition"]), (&"cu".into(), &"cu".into()));
    assert_eq!(ids(&found["excerpts"]["removed"]), ["nd-1-2010.dieu-5", "nd-1-2010.dieu-8"]);
}

#[test]
fn what_cannot_be_compared_is_said() {
    let case = case();
    let wrong: [(&[&str], &str); 7] = [
        (&["cu", "2020-01-01"], "different kinds"),
        (&["cuu", "moi"], "do you mean the edition `cu`"),
        (&["cu"], "a B of the same kind"),
        (&["2020-01-01"], "a B of the same kind"),
        (&["cu", "moi", "--edition", "cu"], "--edition goes with"),
        (&["cu", "moi", "--as-of", "2020-01-01"], "--as-of goes with"),
        (&["2013-06-01", "2020-01-01", "--edition", "moii"], "do you mean `moi`"),
    ];
    for (args, words) in wrong {
        let ran = camnang(case.path(), &[&["diff", "--lang", "en"], args].concat()).must(2);
        assert!(ran.err.contains(words) && ran.out.is_empty(), "{args:?}: {}", ran.err);
        camnang(case.path(), &[&["diff", "--lang", "vi"], args].concat()).must(2);
    }
}

/// Git in a folder, without the settings of whoever runs the test; `None`, said aloud, where there is no git.
struct Git(PathBuf);

impl Git {
    fn init(folder: &Path) -> Option<Git> {
        if Command::new("git").arg("--version").output().is_err() {
            eprintln!("left out: there is no git to compare revisions with");
            return None;
        }
        let git = Git(folder.to_owned());
        git.run(&["init", "--quiet", "--initial-branch=chinh"]);
        Some(git)
    }

    #[track_caller]
    fn run(&self, args: &[&str]) -> String {
        let mut command = Command::new("git");
        for left in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(left);
        }
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").current_dir(&self.0);
        command.args([
            "-c",
            "user.name=Người thử",
            "-c",
            "user.email=thu@example.invalid",
            "-c",
            "commit.gpgsign=false",
        ]);
        let output = command.args(args).output().unwrap();
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn commit(&self, message: &str) {
        self.run(&["add", "--all"]);
        self.run(&["commit", "--quiet", "--allow-empty", "-m", message]);
    }
}

const HOSTILE: &str = r##"#panic("x") {{ 7*7 }} </p><script>alert(1)</script> [-x-] {+y+} ${HOME} %s"##;

#[test]
fn two_revisions() {
    let case = case();
    let folder = case.path();
    let Some(git) = Git::init(folder) else { return };
    std::fs::rename(folder.join("corpus"), folder.join("kho")).unwrap();
    put(&folder.join("ghi-chu.txt"), "chưa có kho");
    git.run(&["add", "ghi-chu.txt"]);
    git.run(&["commit", "--quiet", "-m", "chưa có kho"]);
    std::fs::rename(folder.join("kho"), folder.join("corpus")).unwrap();
    git.commit("kho");
    let changed = folder.join("corpus/excerpts/tt-4-2012/dieu-2.md");
    put(&changed, text(&changed).replace("Báo cáo viết bằng lời.", &format!("Báo cáo viết tay. {}", escaped(HOSTILE))));
    std::fs::remove_file(folder.join("corpus/excerpts/nd-1-2010/dieu-8.md")).unwrap();
    git.commit("sửa");
    let before = tree(&folder.join("corpus"));

    let found = json(folder, &["HEAD~1", "HEAD"]);
    assert_eq!(found["from"]["kind"], "revision");
    assert_eq!(found["from"]["commit"].as_str().unwrap().len(), 40);
    assert_eq!(found["to"]["as_of"], "2021-06-01", "the latest day of any edition");
    assert_eq!(ids(&found["excerpts"]["changed"]), ["tt-4-2012.dieu-2"]);
    assert_eq!(ids(&found["excerpts"]["removed"]), ["nd-1-2010.dieu-8"]);
    let said = camnang(folder, &["diff", "HEAD~1", "HEAD"]).must(0).out;
    assert!(said.contains("[-bằng lời.-]") && said.contains(HOSTILE), "hostile words are shown as they are: {said}");
    let found = json(folder, &["HEAD~1", "HEAD", "--edition", "cu"]);
    assert_eq!((&found["to"]["edition"], &found["to"]["as_of"]), (&"cu".into(), &"2013-06-01".into()));
    assert_eq!(ids(&found["instruments"]["removed"]), Vec::<&str>::new());

    // The files on disk, which nobody has committed.
    put(&changed, text(&changed).replace("viết tay", "đọc"));
    let found = json(folder, &["HEAD"]);
    assert_eq!(found["to"]["kind"], "worktree");
    assert_eq!(ids(&found["excerpts"]["changed"]), ["tt-4-2012.dieu-2"]);
    assert_eq!(json(folder, &["HEAD", "WORKTREE"])["excerpts"], found["excerpts"]);
    git.run(&["checkout", "--quiet", "--", "corpus"]);
    assert_eq!(tree(&folder.join("corpus")), before, "comparing touches no file");
    assert_eq!(git.run(&["status", "--porcelain"]), "");

    // A branch that is called like an edition.
    git.run(&["branch", "cu"]);
    git.run(&["branch", "moi", "HEAD~1"]);
    let said = camnang(folder, &["diff", "cu", "moi", "--lang", "en"]).must(2).err;
    assert!(said.contains("edition:cu edition:moi or git:cu git:moi"), "{said}");
    assert_eq!(json(folder, &["git:moi", "git:cu"])["from"]["kind"], "revision");
    assert_eq!(json(folder, &["edition:cu", "edition:moi"])["from"]["kind"], "edition");

    let faults: [(&[&str], &str); 4] = [
        (&["HEAD~9", "HEAD"], "no git revision"),
        (&["--", "--output=x", "HEAD"], "no git revision"),
        (&["HEAD~2", "HEAD"], "there is no folder `corpus`"),
        (&["HEAD~1", "HEAD", "--edition", "cuu"], "no readable edition `cuu`"),
    ];
    for (args, words) in faults {
        let ran = camnang(folder, &[&["diff", "--lang", "en"], args].concat()).must(2);
        assert!(ran.err.contains(words), "{args:?}: {}", ran.err);
    }
}

/// Another picture under the same name is another picture.
#[test]
fn a_picture_of_the_same_name() {
    let case = case();
    let folder = case.path();
    let Some(git) = Git::init(folder) else { return };
    let picture = folder.join("corpus/images/so-do.svg");
    let svg = |width: u8| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"9\"></svg>\n");
    std::fs::create_dir_all(picture.parent().unwrap()).unwrap();
    put(&picture, svg(9));
    let excerpt = folder.join("corpus/excerpts/tt-4-2012/dieu-2.md");
    put(&excerpt, format!("{}\n![Sơ đồ](images/so-do.svg)\n", text(&excerpt)));
    git.commit("kho");
    assert!(ids(&json(folder, &["HEAD"])["excerpts"]["changed"]).is_empty());
    put(&picture, svg(8));
    let found = json(folder, &["HEAD"]);
    assert_eq!(ids(&found["excerpts"]["changed"]), ["tt-4-2012.dieu-2"]);
    assert_eq!(found["excerpts"]["changed"][0]["fields"][0]["field"], "images");
    let said = camnang(folder, &["diff", "HEAD", "--lang", "en"]).must(0).out;
    assert!(said.contains("Images:") && said.contains("images/so-do.svg"), "{said}");
}

fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| if "\\`*_[]<>&$".contains(c) { vec!['\\', c] } else { vec![c] }).collect()
}

#[test]
fn without_git_or_a_repository() {
    let case = case();
    let without = |args: &[&str]| -> Ran { program::run(program(case.path()).env("PATH", "").args(args)) };
    let said = without(&["diff", "HEAD", "HEAD~1", "--lang", "en"]).must(2).err;
    assert!(said.contains("the program git is needed"), "{said}");
    without(&["diff", "cu", "moi"]).must(0);
    let said = camnang(case.path(), &["diff", "HEAD", "HEAD~1", "--lang", "en"]).must(2).err;
    assert!(said.contains("no git repository") || said.contains("the program git is needed"), "{said}");
}

#[test]
fn a_corpus_with_faults_is_compared_as_far_as_it_can_be_read() {
    let case = case();
    put(&case.path().join("corpus/excerpts/tt-4-2012/dieu-2.md"), "hỏng");
    let ran = camnang(case.path(), &["diff", "cu", "moi", "--lang", "en"]).must(0);
    assert!(ran.err.contains("has faults") && ran.out.contains("1 changed"), "{}{}", ran.err, ran.out);
}

#[test]
fn hostile_words_in_the_annex_stay_words() {
    let case = case();
    let version = case.path().join("corpus/excerpts/tt-4-2012/dieu-7.sua-2019.md");
    put(&version, text(&version).replace("b) gửi qua mạng.", &format!("b) {}", escaped(HOSTILE))));
    camnang(case.path(), &["build", "moi", "--only", "html"]).must(0);
    let page = text(&case.path().join("output/moi/html/thay-doi.html"));
    let page = scraper::Html::parse_document(&page);
    let select = |css: &str| {
        let css = scraper::Selector::parse(css).unwrap();
        page.select(&css).map(|found| found.text().collect::<String>()).collect::<Vec<_>>()
    };
    assert!(select("script:not([src])").is_empty());
    let added = |words: &String| without_spaces(words).contains(&without_spaces(HOSTILE));
    assert!(select("ins").iter().any(added), "{:?}", select("ins"));
    assert!(select("del").contains(&"[bỏ: gửi bằng giấy. ]".to_owned()), "{:?}", select("del"));
    let chapter = text(&case.path().join("output/moi/html/tat-ca.html"));
    // Marks are of what differs from the last release, and there is none.
    assert!(!chapter.contains("class=\"change"));
    let former = camnang(case.path(), &["build", "cu", "--only", "html"]).must(0);
    drop(former);
    assert!(!text(&case.path().join("output/cu/html/tat-ca.html")).contains("class=\"change"));
    assert!(!case.path().join("output/cu/html/thay-doi.html").exists());
}

/// As of a day before the former edition's nothing differs; the annex says so.
#[test]
fn an_edition_set_back_in_time_does_not_compare() {
    let case = case();
    camnang(case.path(), &["build", "moi", "--only", "html", "--as-of", "2012-06-01"]).must(0);
    let page = text(&case.path().join("output/moi/html/thay-doi.html"));
    assert!(page.contains("Không so sánh") && !page.contains("nd-2-2019"));
}

/// What an editor might do to one excerpt or instrument.
#[derive(Clone, Debug)]
enum Edit {
    Remove(usize),
    Reword(usize, usize),
    End(usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let one = prop_oneof![
        (0..40usize).prop_map(Edit::Remove),
        (0..40usize, 0..9usize).prop_map(|(which, word)| Edit::Reword(which, word)),
        (0..4usize).prop_map(Edit::End),
    ];
    proptest::collection::vec(one, 0..12)
}

/// An invented corpus, edited.
fn edited(edits: &[Edit]) -> OpenedCorpus {
    let plan = invented::Plan { instruments: 4, ..invented::Plan::even(40) };
    let mut files = plan.files();
    let paths = |files: &invented::Files, start: &str| -> Vec<String> {
        files.keys().filter(|path| path.starts_with(start)).cloned().collect()
    };
    let (excerpts, instruments) = (paths(&files, "excerpts/"), paths(&files, "instruments/"));
    for edit in edits {
        match edit {
            Edit::Remove(which) => {
                files.remove(&excerpts[which % excerpts.len()]);
            }
            Edit::Reword(which, word) => {
                if let Some(text) = files.get_mut(&excerpts[which % excerpts.len()]) {
                    let body = text.rfind("---\n").unwrap() + 4;
                    let mut words: Vec<&str> = text[body..].split(' ').collect();
                    words.insert((*word).min(words.len()), "chèn");
                    let body_text = words.join(" ");
                    text.replace_range(body.., &body_text);
                }
            }
            Edit::End(which) => {
                if let Some(text) = files.get_mut(&instruments[which % instruments.len()]) {
                    *text = text.replace("in-force-until: none", "in-force-until: 2026-10-01");
                }
            }
        }
    }
    OpenedCorpus::new(Sources::from_texts(files), Sink::new())
}

fn states(checked: &OpenedCorpus) -> Vec<State> {
    let corpus = &checked.corpus;
    let edition = corpus.editions().next().unwrap();
    vec![
        booklet_state(&assemble(corpus, edition, edition.as_of, &mut Sink::new())),
        corpus_state(corpus, edition.as_of, Reach::Everything),
        corpus_state(corpus, "2019-01-01".parse().unwrap(), Reach::Issued),
    ]
}

fn reversed(difference: Difference) -> Difference {
    Difference { excerpts: turned(difference.excerpts), instruments: turned(difference.instruments) }
}

fn turned(changes: Changes) -> Changes {
    let words = |segments: Vec<Segment>| {
        let mut words: Vec<Segment> =
            segments.into_iter().map(|it| Segment { fate: it.fate.reversed(), text: it.text }).collect();
        for at in 1..words.len() {
            if words[at - 1].fate == Fate::Added && words[at].fate == Fate::Removed {
                words.swap(at - 1, at);
            }
        }
        words
    };
    let changed = changes.changed.into_iter().map(|it| {
        let mut fields = it.fields;
        fields.iter_mut().for_each(|field| field.words = words(std::mem::take(&mut field.words)));
        Changed { before: it.after, after: it.before, fields }
    });
    let mut turned = Changes {
        added: changes.removed,
        removed: changes.added,
        changed: changed.collect(),
        status_changed: changes
            .status_changed
            .into_iter()
            .map(|it| StatusChanged { before: it.after, after: it.before })
            .collect(),
    };
    turned.changed.sort_by(|a, b| a.after.id.cmp(&b.after.id));
    turned.status_changed.sort_by(|a, b| a.after.id.cmp(&b.after.id));
    turned
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_differs_from_itself_and_the_way_back_is_the_same(here in edits(), there in edits()) {
        let (here, there) = (edited(&here), edited(&there));
        for (a, b) in states(&here).iter().zip(&states(&there)) {
            prop_assert!(compare(a, a).is_empty());
            prop_assert_eq!(reversed(compare(a, b)), compare(b, a));
        }
        // Two days of one corpus differ as well.
        let states = states(&here);
        prop_assert_eq!(reversed(compare(&states[2], &states[1])), compare(&states[1], &states[2]));
    }
}

/// The versions of a provision, whichever way one looks.
#[test]
fn versions_follow_one_another_both_ways() {
    let case = case();
    let checked = camnang::internals::session::open(&case.path().join("corpus")).unwrap();
    let state = |id: &str| {
        let edition = checked.corpus.editions().find(|edition| edition.id.as_str() == id).unwrap();
        booklet_state(&assemble(&checked.corpus, edition, edition.as_of, &mut Sink::new()))
    };
    let (former, later) = (state("cu"), state("moi"));
    assert_eq!(reversed(compare(&former, &later)), compare(&later, &former));
    assert!(compare(&former, &later).excerpts.changed.iter().any(|it| it.before.id != it.after.id));
}
