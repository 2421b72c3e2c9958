//! A form that is sent as it was shown changes nothing; one that is sent with a change changes that.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::path::Path;

use super::choices::Choices;
use super::step::{Control, FormStep};
use super::{PostedForm, changes, show};
use crate::diag::Lang;
use crate::edit::{EditableFile, RecordContent};
use crate::session;
use crate::workbench::address::RecordAddress;

type Pairs = Vec<(String, String)>;

/// The fields that a browser sends for a form that nobody has touched.
fn sent(steps: &[FormStep]) -> Pairs {
    let mut pairs = Pairs::new();
    for step in steps {
        let FormStep::Field(field) = step else { continue };
        let path = field.path.as_str();
        let mut add = |what: &str, value: &str| pairs.push((format!("{what}:{path}"), value.replace('\n', "\r\n")));
        if let Some(unknown) = &field.unknown {
            add("known", if unknown.is_unknown { "no" } else { "yes" });
            add("why", &unknown.why);
        }
        match &field.control {
            // A field of one line has no line ends.
            Control::Line { value, is_long: false, .. } => add("text", &value.replace('\n', "")),
            Control::Line { value, .. } => add("text", value),
            Control::Day { day, month, year } => {
                add("day", day);
                add("month", month);
                add("year", year);
            }
            Control::Deadline { due, day, month, year, words } => {
                add("due", serde_json::to_value(due).unwrap().as_str().unwrap());
                add("day", day);
                add("month", month);
                add("year", year);
                add("text", words);
            }
            Control::Pick { options } => {
                add("pick", options.iter().find(|it| it.is_chosen).map_or("", |it| it.value.as_str()));
            }
            Control::Ticks { options, .. } => {
                add("ticks", "1");
                options.iter().filter(|it| it.is_chosen).for_each(|it| add("tick", &it.value));
            }
            Control::Lines { items, .. } => {
                items.iter().for_each(|item| add("item", item));
                add("item", "");
            }
            Control::Written { value } => add("yaml", value),
        }
    }
    pairs
}

/// Every record of the sample and of the project's own corpus, with the fields of its form.
fn all() -> Vec<(RecordAddress, EditableFile, RecordContent, Pairs)> {
    let mut all = Vec::new();
    for root in ["tests/sample/corpus", "corpus"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
        let opened = session::open(&root).unwrap();
        let choices = Choices::new(&opened.corpus);
        for (_, file) in opened.sources.files() {
            let Some(address) = RecordAddress::of_path(&file.path) else { continue };
            let file = EditableFile::new(&file.path, std::fs::read(root.join(&file.path)).unwrap()).unwrap();
            let content = file.record().unwrap();
            let form = show(&address.kind.describe(), &content, &choices, Lang::Vi);
            all.push((address, file, content, sent(&form.steps)));
        }
    }
    all
}

#[test]
fn a_form_that_is_sent_as_it_was_shown_changes_nothing() {
    let all = all();
    assert!(all.len() > 300, "{}", all.len());
    for (address, file, content, pairs) in all {
        let now = PostedForm::new(&pairs).record(&address.kind.describe(), &content).unwrap();
        assert_eq!(changes(&content, &now), [], "{}", file.path());
    }
}

#[test]
fn an_empty_form_changes_nothing() {
    for (address, file, content, _) in all() {
        let now = PostedForm::new(&[]).record(&address.kind.describe(), &content).unwrap();
        assert_eq!(changes(&content, &now), [], "{}", file.path());
    }
}

/// Each line of text that a form has, changed by itself: one key of the record is another, and the file has the rest.
#[test]
fn each_text_changes_by_itself() {
    let mut tried = 0;
    for (address, file, content, pairs) in all() {
        let texts =
            pairs.iter().enumerate().filter(|(_, (name, value))| name.starts_with("text:") && !value.is_empty());
        // Every third, so that the test is quick.
        for (at, _) in texts.step_by(3).take(12) {
            let mut other = pairs.clone();
            other[at].1 = format!("{} thêm", other[at].1);
            let now = PostedForm::new(&other).record(&address.kind.describe(), &content).unwrap();
            let changes = changes(&content, &now);
            assert_eq!(changes.len(), 1, "{} {:?}: {changes:?}", file.path(), other[at]);
            let made =
                file.change(&changes).unwrap_or_else(|refusal| panic!("{} {changes:?}: {refusal:?}", file.path()));
            assert_eq!(made.record().unwrap(), now, "{}", file.path());
            tried += 1;
        }
    }
    assert!(tried > 500, "{tried}");
}

fn excerpt(yaml: &str, pairs: &[(&str, &str)]) -> (RecordContent, RecordContent, String) {
    let text = format!("---\n{yaml}---\nLời.\n");
    let file = EditableFile::new("excerpts/nd-1/dieu-1.md", text.into_bytes()).unwrap();
    let content = file.record().unwrap();
    let pairs: Pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let about = RecordAddress::new("excerpt", "").unwrap().kind.describe();
    let now = PostedForm::new(&pairs).record(&about, &content).unwrap();
    let made = file.change(&changes(&content, &now)).unwrap();
    (content, now, made.text().to_owned())
}

const YAML: &str = "id: nd-1.dieu-1\nat: Điều 1\ntopics: [a, b] # giữ\nobligations:\n  - who: A\n    what: x\n  - who: B\n    what: y\nchecked-on: 2030-01-02\n";

#[test]
fn answers_become_values() {
    for (pairs, line) in [
        (
            vec![("day:checked-on", "5"), ("month:checked-on", "2"), ("year:checked-on", "2031")],
            "checked-on: 2031-02-05\n",
        ),
        (vec![("known:at", "no"), ("why:at", "chưa thấy")], "at: {unknown: chưa thấy}\n"),
        (vec![("ticks:topics", "1"), ("tick:topics", "c"), ("tick:topics", "b")], "topics: [b, c] # giữ\n"),
        (vec![("leave-out:obligations.0", "1")], "obligations:\n  - who: B\n    what: y\nchecked"),
        (
            vec![("text:obligations.2.who", "C"), ("text:obligations.2.what", " z\r\n z ")],
            "  - who: C\n    what: z z\nchecked",
        ),
        (vec![("text:obligations.2.who", "")], "    what: y\nchecked"),
        (vec![("text:title", "Tên: mới")], "at: Điều 1\ntitle: \"Tên: mới\"\ntopics"),
        (vec![("text:title", "To\u{302}i")], "title: Tôi\n"),
        (
            vec![("due:obligations.0.deadline", "keys"), ("text:obligations.0.deadline.yearly", "31/01")],
            "    deadline: {yearly: 31/01}\n",
        ),
        (vec![("due:obligations.0.deadline", "not-stated")], "    deadline: không nêu\n"),
        (
            vec![
                ("due:obligations.0.deadline", "day"),
                ("day:obligations.0.deadline", "5"),
                ("month:obligations.0.deadline", "2"),
                ("year:obligations.0.deadline", "2031"),
                // Of another kind, and so not looked at.
                ("text:obligations.0.deadline", "khi có yêu cầu"),
            ],
            "    deadline: 2031-02-05\n",
        ),
        (
            vec![("due:obligations.0.deadline", "words"), ("text:obligations.0.deadline", "khi có yêu cầu")],
            "    deadline: khi có yêu cầu\n",
        ),
        (vec![("item:sources", ""), ("item:sources", "Công báo số 1")], "sources: [Công báo số 1]\n"),
        (vec![("text:id", "nd-1.khac")], "id: nd-1.dieu-1\n"),
    ] {
        let (_, _, text) = excerpt(YAML, &pairs);
        assert!(text.contains(line), "{pairs:?}: {text}");
        assert!(text.ends_with("---\nLời.\n") && text.contains("# giữ"), "{text}");
    }
}
