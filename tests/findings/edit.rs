//! The tool changes the bytes it was asked to change, and no others: over every field of the real corpus, and over records
//! as odd as YAML lets people write them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use camnang::internals::edit::{
    self, EditRefusal, EditableFile, FileChange, KeyPath, RecordContent, Save, Unsaved, save,
};
use proptest::prelude::*;
use rayon::prelude::*;
use similar::{Algorithm, DiffOp, capture_diff_slices};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// Every record of a corpus folder.
fn documents(root: &Path) -> Vec<EditableFile> {
    let files = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file() && entry.file_name() != "README.md");
    files
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            EditableFile::new(&path, fs::read(entry.path()).unwrap()).ok()
        })
        .collect()
}

/// The paths of every value below a key, itself among them.
fn keys(content: &RecordContent, key: &KeyPath) -> Vec<KeyPath> {
    let below = match content {
        RecordContent::Record(entries) => {
            entries.iter().flat_map(|(name, value)| keys(value, &key.join(name))).collect()
        }
        RecordContent::List(items) => {
            items.iter().enumerate().flat_map(|(at, item)| keys(item, &key.join(&at.to_string()))).collect()
        }
        RecordContent::Text(_) | RecordContent::Nothing => Vec::new(),
    };
    [vec![key.clone()], below].concat()
}

/// How many places of a file differ, in lines.
fn hunks(former: &EditableFile, later: &EditableFile) -> usize {
    let lines = |document: &EditableFile| -> Vec<Vec<u8>> {
        document.bytes().split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
    };
    let (former, later) = (lines(former), lines(later));
    let changes = capture_diff_slices(Algorithm::Myers, &former, &later);
    changes.iter().filter(|change| !matches!(change, DiffOp::Equal { .. })).count()
}

/// Makes a change, looks that one place differs, and undoes it. Says what is not so.
fn there_and_back(document: &EditableFile, there: &FileChange, back: &FileChange) -> Option<String> {
    let shown = |what: &str| format!("{what}: {} {}: {there:?}\n{}", document.path(), there.key(), document.text());
    let made = match document.change(std::slice::from_ref(there)) {
        Ok(made) if hunks(document, &made) == 1 => made,
        Ok(made) => return Some(shown(&format!("{} hunks", hunks(document, &made)))),
        Err(refusal) => return Some(shown(&format!("{refusal:?}"))),
    };
    match made.change(std::slice::from_ref(back)) {
        Ok(undone) if undone.bytes() == document.bytes() => None,
        Ok(undone) => Some(format!("{}\n--- made\n{}--- undone\n{}", shown("not undone"), made.text(), undone.text())),
        Err(refusal) => Some(format!("{}\n---\n{}", shown(&format!("{refusal:?}")), made.text())),
    }
}

/// Makes a change that has no other to undo it, and looks that it changes its place only: the line of its key, and, where
/// a remark is below that, the lines that the value had.
fn there(document: &EditableFile, change: &FileChange, may_refuse: bool) -> Option<String> {
    let shown = |what: &str| format!("{what}: {} {}: {change:?}\n{}", document.path(), change.key(), document.text());
    match document.change(std::slice::from_ref(change)) {
        Ok(made) if hunks(document, &made) <= 2 => None,
        Ok(made) => Some(format!("{}\n--- made\n{}", shown(&format!("{} hunks", hunks(document, &made))), made.text())),
        Err(EditRefusal::NotByItself(_)) if may_refuse => None,
        Err(refusal) => Some(shown(&format!("{refusal:?}"))),
    }
}

/// Changes every value in every way that can be undone.
fn every_field(document: &EditableFile, may_refuse: bool) -> (usize, Vec<String>) {
    let mut faults = Vec::new();
    let record = document.record().unwrap();
    let all = keys(&record, &KeyPath::default());
    for (index, key) in all.iter().enumerate().skip(1) {
        let kinds: [RecordContent; 3] =
            ["chữ".into(), RecordContent::texts(["mục"]), RecordContent::record([("khoa", "chữ".into())])];
        let other = kinds.into_iter().cycle().skip(index).find(|kind| kind != record.get(key).unwrap()).unwrap();
        faults.extend(there(document, &FileChange::set(key.clone(), other), may_refuse));
        let is_only_key = key.steps().count() == 1 && matches!(&record, RecordContent::Record(all) if all.len() == 1);
        if !is_only_key {
            faults.extend(there(document, &FileChange::remove(key.clone()), may_refuse));
        }
    }
    for (index, key) in all.iter().enumerate() {
        match record.get(key).unwrap() {
            RecordContent::Text(text) => {
                let other = &others(text)[index % 2];
                let back = FileChange::set(key.clone(), text.as_str());
                faults.extend(there_and_back(document, &FileChange::set(key.clone(), other.as_str()), &back));
            }
            RecordContent::Nothing => {}
            RecordContent::List(items) => {
                let ends = BTreeSet::from([0, items.len() / 2, items.len()]);
                for at in ends {
                    let new = items.first().cloned().unwrap_or_else(|| "mới".into());
                    let back = FileChange::remove(key.join(&at.to_string()));
                    faults.extend(there_and_back(document, &FileChange::insert(key.clone(), at, new), &back));
                }
            }
            RecordContent::Record(entries) => {
                let values = [
                    "mới: có dấu".into(),
                    RecordContent::texts(["một", "hai, ba"]),
                    RecordContent::record([("unknown", "Chưa thấy".into()), ("earliest", "2030-01-01".into())]),
                ];
                for (value, (after, _)) in values.into_iter().zip(entries.iter().cycle()).skip(index % 3).take(1) {
                    let new = key.join("khoa-moi");
                    let there = FileChange::set(new.clone(), value).following(after);
                    faults.extend(there_and_back(document, &there, &FileChange::remove(new)));
                }
            }
        }
    }
    (all.len(), faults)
}

/// Texts near to one: longer, shorter, another sign within.
fn others(text: &str) -> Vec<String> {
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let (left, right) = text.split_at(middle);
    // Line ends at the end are a matter of how the value is written.
    let (words, ends) = text.split_at(text.trim_end_matches('\n').len());
    vec![format!("{words}x{ends}"), format!("{left}ồ{right}")]
}

#[test]
fn every_field_of_the_real_corpus_changes_by_itself() {
    let documents = documents(&corpus());
    let (fields, faults): (Vec<usize>, Vec<Vec<String>>) =
        documents.par_iter().map(|document| every_field(document, false)).unzip();
    let (fields, faults) = (fields.iter().sum::<usize>(), faults.concat());
    assert!(
        faults.is_empty(),
        "{} of {fields}; the first:\n{}",
        faults.len(),
        faults.iter().take(5).map(String::as_str).collect::<Vec<_>>().join("\n=====\n")
    );
    assert!(documents.len() > 200 && fields > 5000, "{} files, {fields} fields", documents.len());
}

/// Chooses what an editor might write, by bytes that shrink.
struct Pen {
    choices: std::vec::IntoIter<u8>,
    indent: usize,
}

impl Pen {
    fn pick(&mut self, of: u8) -> u8 {
        self.choices.next().unwrap_or(0) % of
    }

    fn choose<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.pick(words.len() as u8) as usize]
    }

    /// A remark or nothing at the end of a line.
    fn end(&mut self) -> &'static str {
        self.choose(&["", "", "", " # lời nhắn", "  ", "   # a: b"])
    }

    /// Lines that say nothing.
    fn between(&mut self, indent: usize) -> String {
        match self.pick(8) {
            0 => "\n".to_owned(),
            1 => format!("{}# - lời nhắn: x\n", " ".repeat(indent)),
            2 => "# ở đầu dòng\n\n".to_owned(),
            _ => String::new(),
        }
    }

    fn flow_scalar(&mut self) -> String {
        let plain = [
            "một",
            "2030-01-01",
            "khoản 3 Điều 1",
            "a b",
            "1",
            "'a'",
            "\"a\"",
            "'it''s: # x'",
            "\"a\\\"b, c\"",
            "''",
            "tiếng Việt",
            "\"x\\ty\"",
        ];
        self.choose(&plain).to_owned()
    }

    fn scalar(&mut self, indent: usize) -> String {
        let inner = " ".repeat(indent + self.indent);
        match self.pick(8) {
            0 => format!("|\n{inner}dòng một\n{inner}dòng hai\n"),
            1 => format!(">-\n{inner}dòng một\n{inner}nối tiếp\n\n{inner}đoạn hai\n"),
            2 => format!("|-  # lời nhắn\n{inner}dòng # một\n\n{inner}  thụt\n"),
            3 => format!("dài một\n{inner}nối tiếp\n\n{inner}đoạn hai{}\n", self.end()),
            4 => format!("'nháy\n{inner}nối ''tiếp'{}\n", self.end()),
            5 => format!("|+\n{inner}giữ\n\n"),
            _ => format!("{}{}\n", self.flow_scalar(), self.end()),
        }
    }

    fn flow(&mut self, depth: u8) -> String {
        let space = self.choose(&["", " ", "\n      "]);
        let comma = self.choose(&[", ", ",", " ,\n      "]);
        let trailing = self.choose(&["", "", ","]);
        let count = self.pick(4);
        match self.pick(if depth > 1 { 1 } else { 3 }) {
            1 => {
                let items: Vec<String> = (0..count).map(|_| self.flow(depth + 1)).collect();
                let trailing = if count > 0 { trailing } else { "" };
                format!("[{space}{}{trailing}{space}]", items.join(comma))
            }
            2 => {
                let entries: Vec<String> = (0..count).map(|at| format!("k{at}: {}", self.flow(depth + 1))).collect();
                let trailing = if count > 0 { trailing } else { "" };
                format!("{{{space}{}{trailing}{space}}}", entries.join(comma))
            }
            _ => self.flow_scalar(),
        }
    }

    /// The text behind a key or dash, to the end of its last line.
    fn value(&mut self, indent: usize, depth: u8) -> String {
        match self.pick(if depth > 2 { 5 } else { 8 }) {
            0 => format!("{}\n", self.end()),
            1 | 2 => format!(" {}", self.scalar(indent)),
            3 | 4 => format!(" {}{}\n", self.flow(0), self.end()),
            5 => format!("{}\n{}", self.end(), self.record(indent + self.indent, depth + 1)),
            _ => {
                let own = self.choose(&["", "x"]).len() * self.indent;
                format!("{}\n{}", self.end(), self.list(indent + own, depth + 1))
            }
        }
    }

    fn record(&mut self, indent: usize, depth: u8) -> String {
        let count = 1 + self.pick(3);
        let entry = |pen: &mut Pen, at: u8| {
            let key = pen.choose(&["khoa", "\"khoa ", "số", "'k"]);
            let close = if key.starts_with('"') {
                "\""
            } else if key.starts_with('\'') {
                "'"
            } else {
                ""
            };
            format!("{}{}{key}-{at}{close}:{}", pen.between(indent), " ".repeat(indent), pen.value(indent, depth))
        };
        (0..count).map(|at| entry(self, at)).collect()
    }

    fn list(&mut self, indent: usize, depth: u8) -> String {
        let count = 1 + self.pick(3);
        let item = |pen: &mut Pen| {
            let between = pen.between(indent);
            let pad = " ".repeat(indent);
            match pen.pick(3) {
                // The first key of a record is behind the dash.
                0 if depth < 3 => {
                    let record = pen.record(indent + 2, depth + 1);
                    let begins = record.find(|sign: char| sign.is_alphabetic() || "\"'".contains(sign));
                    match begins {
                        Some(begins) if record[..begins].trim().is_empty() && !record[..begins].contains('\n') => {
                            format!("{between}{pad}- {}", &record[begins..])
                        }
                        _ => format!("{between}{pad}-\n{record}"),
                    }
                }
                1 if depth < 3 => {
                    let list = pen.list(indent + 2, depth + 1);
                    match list.trim_start_matches(' ').starts_with('-') {
                        true => format!("{between}{pad}- {}", list.trim_start_matches(' ')),
                        false => format!("{between}{pad}-\n{list}"),
                    }
                }
                _ => format!("{between}{pad}-{}", pen.value(indent, depth + 1)),
            }
        };
        (0..count).map(|_| item(self)).collect()
    }

    /// A whole file, with line ends, marks and endings as other programs leave them.
    fn file(&mut self) -> (&'static str, Vec<u8>) {
        let record = self.record(0, 0);
        let (path, text) = match self.pick(3) {
            0 => ("excerpts/nd-1-2030/dieu-1.md", format!("---\n{record}---\nThân bài.\n\n---\nHết\n")),
            _ => ("instruments/nd-1-2030.yaml", record),
        };
        let text = if self.pick(3) == 0 { text.trim_end_matches('\n').to_owned() } else { text };
        let text = if self.pick(4) == 0 { text.replace('\n', "\r\n") } else { text };
        let text =
            if self.pick(4) == 0 { text.replace('ế', "e\u{302}\u{301}").replace(" V", "\u{a0}V") } else { text };
        let text = if self.pick(6) == 0 { format!("\u{feff}{text}") } else { text };
        (path, text.into_bytes())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn records_as_odd_as_yaml_lets_people_write_them(choices in proptest::collection::vec(any::<u8>(), 0..120)) {
        let mut pen = Pen { choices: choices.into_iter(), indent: 2 };
        pen.indent = 2 + pen.pick(3) as usize;
        let (path, bytes) = pen.file();
        let document = EditableFile::new(path, bytes).unwrap();
        prop_assume!(document.record().is_ok());
        let (_, faults) = every_field(&document, true);
        prop_assert!(faults.is_empty(), "{}", faults.first().map_or("", String::as_str));
    }
}

/// Text below the header: all of it, or some words.
#[test]
fn the_body_changes_and_the_header_stays() {
    let path = "excerpts/nd-1-2030/dieu-1.md";
    let text = "---\r\nid: a # lời nhắn\r\n---\r\nCâu một.\r\n\r\nCâu hai.\r\n";
    let document = EditableFile::new(path, text.as_bytes().to_vec()).unwrap();
    let made = document.change(&[FileChange::Body("Câu khác.\n\n---\n".to_owned())]).unwrap();
    let expected = "---\r\nid: a # lời nhắn\r\n---\r\nCâu khác.\r\n\r\n---\r\n";
    assert_eq!(String::from_utf8_lossy(made.bytes()), expected);
    let at = document.text().find("hai").unwrap();
    let made = document.change(&[FileChange::Words { range: at..at + 3, words: "ba".to_owned() }]).unwrap();
    assert_eq!(String::from_utf8_lossy(made.bytes()), text.replace("hai", "ba"));
    let within_header = FileChange::Words { range: 4..6, words: "x".to_owned() };
    assert!(matches!(document.change(&[within_header]), Err(EditRefusal::NoBody(_))));
}

#[test]
fn letters_in_pieces_stay_where_they_are_not_touched() {
    let path = "instruments/nd-1-2030.yaml";
    let text = "title: tie\u{302}\u{301}ng Vie\u{323}\u{302}t\nissuer: Chính phủ\n";
    let document = EditableFile::new(path, text.as_bytes().to_vec()).unwrap();
    let made = document.change(&[FileChange::set("issuer", "Quốc hội")]).unwrap();
    assert_eq!(String::from_utf8_lossy(made.bytes()), text.replace("Chính phủ", "Quốc hội"));
    let made = document.change(&[FileChange::set("title", "tiếng Anh")]).unwrap();
    assert_eq!(String::from_utf8_lossy(made.bytes()), text.replace("Vie\u{323}\u{302}t", "Anh"));
}

#[test]
fn what_cannot_be_changed_by_itself_is_refused() {
    let refused = |path: &str, text: &str, change: FileChange| {
        EditableFile::new(path, text.as_bytes().to_vec()).and_then(|document| document.change(&[change])).unwrap_err()
    };
    let yaml = "instruments/nd-1-2030.yaml";
    let set = |key: &str, value: &str| FileChange::set(key, value);
    assert!(matches!(refused(yaml, "a: &x 1\nb: *x\n", set("b", "2")), EditRefusal::Unreadable(_)));
    assert!(matches!(refused(yaml, "a: 1\na: 2\n", set("a", "3")), EditRefusal::Unreadable(_)));
    assert!(matches!(refused(yaml, "a: [1\n", set("a", "3")), EditRefusal::Unreadable(_)));
    assert!(matches!(refused(yaml, "a: 1\n", set("b.c", "3")), EditRefusal::NoSuchKey(_)));
    assert!(matches!(refused(yaml, "a: [1]\n", FileChange::remove("a.1")), EditRefusal::NoSuchKey(_)));
    assert!(matches!(refused(yaml, "a: [1]\n", FileChange::insert("a", 2, "x")), EditRefusal::NoSuchKey(_)));
    assert!(matches!(refused(yaml, "a: 1\n", set("a", "x\u{202e}y")), EditRefusal::Characters(_)));
    assert!(matches!(refused(yaml, "a: 1\n", set("a", "e\u{301}")), EditRefusal::Characters(_)));
    assert!(matches!(refused(yaml, "<<<<<<< HEAD\na: 1\n", set("a", "2")), EditRefusal::Unsound(_)));
    assert!(matches!(refused("originals/nd-1-2030.txt", "a: 1\n", set("a", "2")), EditRefusal::NoText(_)));
    assert!(matches!(refused("images/a.png", "a: 1\n", set("a", "2")), EditRefusal::NoText(_)));
}

/// A change names the hash that it is based on: where the file differs nothing is written, and both versions are returned.
#[test]
fn a_file_that_somebody_has_changed_is_a_conflict() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = ("instruments/nd-1-2030.yaml", "instruments/nd-2-2030.yaml");
    fs::create_dir(folder.path().join("instruments")).unwrap();
    let put = |path: &str, text: &str| fs::write(folder.path().join(path), text).unwrap();
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).ok();
    put(first, "title: một\n");
    put(second, "title: hai\n");
    let changed = |path: &str| {
        let former = edit::open(folder.path(), path).unwrap().unwrap();
        Save::changed(&former, &former.change(&[FileChange::set("title", "mới")]).unwrap())
    };
    let both = [changed(first), changed(second)];
    put(second, "title: của người khác # lời nhắn\n");
    let conflict = save(folder.path(), &both).unwrap_err();
    let Unsaved::Conflict { path, theirs, ours } = conflict else { panic!("{conflict:?}") };
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    assert_eq!(path, second);
    assert_eq!(theirs.map(text).as_deref(), Some("title: của người khác # lời nhắn\n"));
    assert_eq!(text(ours), "title: mới\n");
    assert_eq!(read(first).as_deref(), Some("title: một\n"), "the other file was written");
    fs::remove_file(folder.path().join(second)).unwrap();
    assert!(matches!(save(folder.path(), &both), Err(Unsaved::Conflict { theirs: None, .. })));
    assert_eq!((read(first).as_deref(), read(second)), (Some("title: một\n"), None));
    // A new file, where somebody has made one.
    put(second, "title: hai\n");
    let new = Save::new(second, "title: mới\n");
    assert!(matches!(save(folder.path(), &[new]), Err(Unsaved::Conflict { theirs: Some(_), .. })));
    save(folder.path(), &both).unwrap();
    assert_eq!((read(first).as_deref(), read(second).as_deref()), (Some("title: mới\n"), Some("title: mới\n")));
    let left: Vec<_> = fs::read_dir(folder.path().join("instruments")).unwrap().collect();
    assert_eq!(left.len(), 2, "{left:?}");
}
