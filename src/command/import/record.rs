//! The record of a received file.

use std::fmt::Write;

use crate::characters::{self, CharacterClass, class, legacy};
use crate::cli::ImportArgs;
use crate::diag::Lang;
use crate::hash::sha256;
use crate::model::ids::InstrumentId;
use crate::model::known::{Day, Known};
use crate::model::original::{LeftOut, StoredOriginal};
use crate::originals::draft::{DroppedPart, ReadOriginal};
use crate::originals::note::ReadNote;
use crate::originals::readers::OriginalReader;
use crate::session::OpenedCorpus;
use crate::source::TEXT_OF_ORIGINAL;
use crate::syntax::yaml::quoted;

/// A file that is being imported.
pub struct Imported {
    pub original: StoredOriginal,
}

impl Imported {
    /// The record of a file. What an option does not say stays as an earlier record has it.
    pub fn new(
        opened: &OpenedCorpus,
        args: &ImportArgs,
        id: &InstrumentId,
        name: &str,
        bytes: &[u8],
        reader: &OriginalReader,
        read: &ReadOriginal,
    ) -> Self {
        let former = opened.corpus.originals_of(id).find(|known| known.file == name);
        let unknown = |words: &str| format!("{words} khi nhập");
        let kind = args.kind.map(Known::Known).or_else(|| former.map(|it| it.kind.clone()));
        let source = args.source.clone().map(Known::Known).or_else(|| former.map(|it| it.source.clone()));
        let received = args.received.map(Day::On).or_else(|| former.map(|it| it.received.clone()));
        let original = StoredOriginal {
            instrument: id.clone(),
            file: name.to_owned(),
            sha256: sha256(bytes),
            kind: kind.unwrap_or_else(|| Known::Unknown { reason: unknown("Chưa ghi là bản nào") }),
            source: source.unwrap_or_else(|| Known::Unknown { reason: unknown("Chưa ghi lấy ở đâu") }),
            received: received.unwrap_or_else(|| Day::Unknown {
                reason: unknown("Chưa ghi ngày nhận"),
                earliest: None,
                latest: None,
            }),
            reader: reader.label(),
            text: format!("{name}{TEXT_OF_ORIGINAL}"),
            text_sha256: sha256(read.text.write().as_bytes()),
            counted: read.taken.to_string(),
            placed: read.placed.to_string(),
            dropped: read.dropped.iter().map(left_out).collect(),
            tracked: read.notes.iter().flat_map(tracked).collect(),
            remarks: read.notes.iter().filter_map(remark).collect(),
        };
        Imported { original }
    }

    /// Returns the record as YAML.
    pub fn yaml(&self) -> String {
        let StoredOriginal {
            instrument,
            file,
            sha256,
            kind,
            source,
            received,
            reader,
            text,
            text_sha256,
            counted,
            placed,
            dropped,
            tracked,
            remarks,
        } = &self.original;
        let mut yaml = "# Bản gốc nhận được, do camnang import ghi. Chỉ sửa kind, source, received.\n".to_owned();
        let mut line = |key: &str, value: &str| {
            // Writing to a String cannot fail.
            let _ = writeln!(yaml, "{key}: {value}");
        };
        line("instrument", instrument.as_str());
        line("file", &quoted(file));
        line("sha256", &quoted(sha256));
        line("kind", &known(kind, |kind| kind.key().to_owned()));
        line("source", &known(source, |source| quoted(source)));
        line("received", &day(received));
        line("reader", &quoted(reader));
        line("text", &quoted(text));
        line("text-sha256", &quoted(text_sha256));
        line("characters", &quoted(counted));
        line("placed", &quoted(placed));
        yaml.push_str(&list("dropped", dropped, left_out_yaml));
        yaml.push_str(&list("tracked-changes", tracked, |words| quoted(words)));
        yaml.push_str(&list("remarks", remarks, |words| quoted(words)));
        yaml
    }
}

fn known<T>(value: &Known<T>, written: impl Fn(&T) -> String) -> String {
    match value {
        Known::Known(value) => written(value),
        Known::Unknown { reason } => format!("{{unknown: {}}}", quoted(reason)),
    }
}

fn day(day: &Day) -> String {
    match day {
        Day::On(date) => date.to_string(),
        Day::Unknown { reason, earliest: _, latest: _ } => format!("{{unknown: {}}}", quoted(reason)),
    }
}

fn list<T>(key: &str, items: &[T], written: impl Fn(&T) -> String) -> String {
    let lines: String = items.iter().map(|item| format!("  - {}\n", written(item))).collect();
    if lines.is_empty() { lines } else { format!("{key}:\n{lines}") }
}

fn left_out_yaml(part: &LeftOut) -> String {
    let LeftOut { what, characters, words } = part;
    let words: Vec<String> = words.iter().map(|words| quoted(words)).collect();
    let words = if words.is_empty() { String::new() } else { format!(", words: [{}]", words.join(", ")) };
    format!("{{what: {}, characters: {}{words}}}", what.key(), quoted(characters))
}

fn left_out(part: &DroppedPart) -> LeftOut {
    let words = part.examples.iter().filter_map(|words| shown(words)).collect();
    LeftOut { what: part.reason, characters: part.characters.to_string(), words }
}

/// Words as a record can hold them: nothing that does not show or is of an old encoding.
fn shown(words: &str) -> Option<String> {
    let (words, _) = characters::read(words);
    let words: String = words.chars().filter(|c| class(*c) == CharacterClass::Plain && !c.is_control()).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_sound = legacy::find(&words).is_none() && characters::words::faults(&words).is_empty();
    (is_sound && !words.is_empty()).then_some(words)
}

fn tracked(note: &ReadNote) -> Vec<String> {
    let ReadNote::Tracked { inserted, deleted } = note else { return Vec::new() };
    let inserted = inserted.iter().map(|words| format!("thêm: {words}"));
    let deleted = deleted.iter().map(|words| format!("xoá: {words}"));
    inserted.chain(deleted).filter_map(|words| shown(&words)).collect()
}

fn remark(note: &ReadNote) -> Option<String> {
    match note {
        ReadNote::Tracked { .. } => None,
        note => shown(note.words().get(Lang::Vi)),
    }
}
