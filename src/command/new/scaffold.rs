//! A new record, made from its own description ([`RecordKind::describe`]): a key that is declared there is in
//! every scaffold from then on. First the keys that the command knows, each below a line of help where the editor has to
//! look at it; then all others, as remarks with an example.

use std::fmt::Write;

use crate::diag::{Bilingual, Lang};
use crate::model::draft::PLACEHOLDER_DAY;
use crate::model::ids::IdKind;
use crate::syntax::record::RecordKind;
use crate::syntax::record::shape::{Choice, Description, KeyShape, RecordRef, Shape};

/// What a command writes after a key.
#[derive(Debug)]
pub struct ScaffoldEntry<'a> {
    key: &'a str,
    /// As it is written in YAML; a block begins with its line break.
    yaml: String,
    /// What the editor reads; `None` where nothing is left to do.
    remark: Option<Bilingual>,
}

/// A value that the editor has no reason to change.
pub fn settled(key: &str, yaml: impl Into<String>) -> ScaffoldEntry<'_> {
    ScaffoldEntry { key, yaml: yaml.into(), remark: None }
}

/// A value that the editor looks at.
pub fn open(key: &str, yaml: impl Into<String>) -> ScaffoldEntry<'_> {
    open_until(key, yaml, Bilingual::default())
}

/// The same, with words about the value that is there now.
pub fn open_until(key: &str, yaml: impl Into<String>, now: Bilingual) -> ScaffoldEntry<'_> {
    ScaffoldEntry { key, yaml: yaml.into(), remark: Some(now) }
}

/// The day of a check that nobody has made yet.
pub fn unchecked() -> ScaffoldEntry<'static> {
    let until = Bilingual::new("chưa đối chiếu thì để nguyên", "leave it until you have compared it");
    open_until("checked-on", PLACEHOLDER_DAY, until)
}

/// The record as YAML, in the order of its description.
pub fn record(kind: RecordKind, entries: &[ScaffoldEntry<'_>], lang: Lang) -> String {
    let Description { fields, .. } = kind.describe();
    let (mut known, mut others) = (String::new(), String::new());
    for field in &fields {
        match entries.iter().find(|entry| entry.key == field.key) {
            Some(entry) => write_entry(&mut known, field, entry, lang),
            None => {
                let (key, help, choice) = (field.key, help(field, lang), choice_of(field));
                remark(&mut others, &format!("{key}: {}  # {help}{choice}", field.example));
            }
        }
    }
    if !others.is_empty() {
        let vi = "Khi cần thì bỏ dấu # ở đầu dòng và sửa lại:";
        remark(&mut known, lang.tr(vi, "Where you need one, take the # before it away and change it:"));
    }
    known + &others
}

fn write_entry(yaml: &mut String, field: &KeyShape, entry: &ScaffoldEntry<'_>, lang: Lang) {
    if let Some(now) = &entry.remark {
        let (help, now) = (help(field, lang), now.get(lang));
        let between = if now.is_empty() { "" } else { "; " };
        remark(yaml, &format!("{help}{between}{now}"));
        meant(field.shape.choices(), lang).iter().for_each(|choice| remark(yaml, &format!("  {choice}")));
    }
    let space = if entry.yaml.starts_with('\n') { "" } else { " " };
    // Writing to a String cannot fail.
    let _ = writeln!(yaml, "{}:{space}{}", field.key, entry.yaml.trim_end());
}

/// Lines of which each is a remark.
pub fn remark(yaml: &mut String, words: &str) {
    for line in words.lines() {
        let _ = writeln!(yaml, "# {line}");
    }
}

/// What a key means, and where to see what may be after it.
fn help(field: &KeyShape, lang: Lang) -> String {
    let help = plain(field.help.both().get(lang));
    match referred(&field.shape) {
        Some(list) => format!("{help} (camnang list {list})"),
        None => help,
    }
}

/// The items of a closed list: `summary = tóm lược`; the words alone where they say it themselves.
fn meant(choices: &[Choice], lang: Lang) -> Vec<String> {
    let one = |choice: &Choice| match plain(choice.help.both().get(lang)) {
        same if same == choice.key => same,
        help => format!("{} = {help}", choice.key),
    };
    choices.iter().map(one).collect()
}

/// The words of a closed list, in brackets; nothing for other values.
fn choice_of(field: &KeyShape) -> String {
    let words: Vec<&str> = field.shape.choices().iter().map(|choice| choice.key).collect();
    if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) }
}

/// What `camnang list` calls the things that a value names, where the vocabulary has them.
fn referred(shape: &Shape) -> Option<&'static str> {
    match shape {
        Shape::Reference(IdKind::Topic) => Some("topics"),
        Shape::Reference(IdKind::Audience) => Some("audiences"),
        Shape::Reference(IdKind::Level) => Some("levels"),
        Shape::List { of, .. } => referred(of),
        _ => None,
    }
}

/// The keys of a record within another one, a line each.
pub fn keys(about: &RecordRef, lang: Lang) -> Vec<String> {
    let line = |field: &KeyShape| {
        let meant = meant(field.shape.choices(), lang).join("; ");
        let between = if meant.is_empty() { "" } else { ": " };
        format!("{}: {}{between}{meant}", field.key, help(field, lang))
    };
    about.describe().fields.iter().map(line).collect()
}

/// The record that the value of a key consists of, or each item of it.
pub fn within(about: RecordRef, key: &str) -> Option<RecordRef> {
    let field = about.describe().fields.into_iter().find(|field| field.key == key)?;
    field.shape.records().into_iter().next()
}

/// The items of a closed list that is the value of a key.
pub fn choices(about: RecordRef, key: &str) -> Vec<Choice> {
    let field = about.describe().fields.into_iter().find(|field| field.key == key);
    field.map(|field| field.shape.choices().to_vec()).unwrap_or_default()
}

/// Help is written with marks for tables, which are none in a remark.
pub fn plain(help: &str) -> String {
    help.replace("**", "").replace(['`', '\\'], "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, Sink};
    use crate::syntax::record::shape::Presence;
    use crate::syntax::record::{self, RecordKind};
    use crate::syntax::yaml::compose;

    /// Reads a file of the kind and returns whether there is a record.
    fn read(kind: RecordKind, yaml: &str, sink: &mut Sink) -> bool {
        let file = FileId(0);
        let header = format!("---\n{yaml}---\nNội dung.\n");
        let node = |sink: &mut Sink| compose(yaml, 0..yaml.len(), file, sink).unwrap();
        match kind {
            RecordKind::Excerpt => record::read_excerpt(&header, file, sink).is_some(),
            RecordKind::Guidance => record::read_guidance(&header, file, sink).is_some(),
            RecordKind::Instrument => record::read_instrument(&node(sink), file, sink).is_some(),
            RecordKind::Edition => record::read_edition(&node(sink), file, sink).is_some(),
            RecordKind::Settings => record::read_settings(&node(sink), file, sink).is_some(),
            _ => record::read_vocabulary(&node(sink), file, sink).is_some(),
        }
    }

    const KINDS: [RecordKind; 6] = [
        RecordKind::Instrument,
        RecordKind::Excerpt,
        RecordKind::Guidance,
        RecordKind::Edition,
        RecordKind::Settings,
        RecordKind::Vocabulary,
    ];

    /// Of every kind that a command writes: every key that its reader knows is there, once; and it is accepted as it is and
    /// with each remark made a key, alone (beside the key without which there is none such) and all at once.
    #[test]
    fn every_key_is_there_and_every_example_is_read() {
        for (kind, lang) in KINDS.into_iter().flat_map(|kind| [(kind, Lang::Vi), (kind, Lang::En)]) {
            let Description { fields, .. } = kind.describe();
            let is_required = |field: &&KeyShape| match field.presence {
                Presence::Required | Presence::RequiredUnless(_) => true,
                Presence::Optional | Presence::RequiredWhere(_) | Presence::OnlyWhere(_) | Presence::Without(_) => {
                    false
                }
            };
            let required = fields.iter().filter(is_required);
            let entries: Vec<ScaffoldEntry<'_>> = required.map(|field| open(field.key, field.example)).collect();
            let yaml = super::record(kind, &entries, lang);
            let key =
                |line: &str, field: &KeyShape| line.trim_start_matches("# ").starts_with(&format!("{}: ", field.key));
            for field in &fields {
                let lines: Vec<&str> = yaml.lines().filter(|line| key(line, field)).collect();
                assert_eq!(lines.len(), 1, "{kind:?} {}: {lines:?}\n{yaml}", field.key);
                assert_eq!(lines[0].starts_with("# "), !is_required(&field), "{kind:?}: {}", lines[0]);
                let needed = match field.presence {
                    Presence::OnlyWhere(condition) => fields.iter().find(|other| other.key == condition.key),
                    _ => None,
                };
                let is_made_a_key = |line: &&str| std::iter::once(field).chain(needed).any(|it| key(line, it));
                let with = yaml
                    .lines()
                    .filter(is_made_a_key)
                    .fold(yaml.clone(), |yaml, line| yaml.replace(line, line.trim_start_matches("# ")));
                let mut sink = Sink::new();
                assert!(read(kind, &with, &mut sink), "{kind:?}: {:?}\n{with}", sink.findings());
                assert_eq!(sink.findings(), [], "{kind:?}\n{with}");
            }
            let all: Vec<&str> = yaml
                .lines()
                .map(
                    |line| {
                        if fields.iter().any(|field| key(line, field)) { line.trim_start_matches("# ") } else { line }
                    },
                )
                .collect();
            let (all, mut sink) = (all.join("\n") + "\n", Sink::new());
            assert!(
                read(kind, &all, &mut sink) && sink.findings().is_empty(),
                "{kind:?}: {:?}\n{all}",
                sink.findings()
            );
        }
    }
}
