//! The difference for an editor: counts first, then lists, each with id, citation, and what went and what came.

use super::ReportEnd;
use crate::compare::messages as compare;
use crate::compare::{Changed, Changes, ComparedRecord, Difference, FieldChange, Segment, StatusChanged};
use crate::diag::Lang;

/// Returns the differences as text for people, one line for each record and the words that changed below it.
pub fn text(from: &ReportEnd, to: &ReportEnd, difference: &Difference, lang: Lang) -> String {
    let writer = DiffWriter { lang };
    let mut text = format!("{} {}\n{} {}\n\n", "-", writer.end(from), "+", writer.end(to));
    if difference.is_empty() {
        text += writer.say("Không có gì khác.\n", "Nothing differs.\n");
        return text;
    }
    let sections = [
        (writer.say("Trích dẫn", "Excerpts"), &difference.excerpts),
        (writer.say("Văn bản", "Instruments"), &difference.instruments),
    ];
    for (title, changes) in &sections {
        text += &format!("{title}: {}\n", writer.counts(changes));
    }
    for (title, changes) in sections {
        text += &writer.lists(title, changes);
    }
    text
}

struct DiffWriter {
    lang: Lang,
}

impl DiffWriter {
    fn say<'a>(&self, vi: &'a str, en: &'a str) -> &'a str {
        self.lang.tr(vi, en)
    }

    /// `ipv6-2014 · tính đến 2014-01-31`
    fn end(&self, end: &ReportEnd) -> String {
        let edition = end.edition.as_ref().filter(|edition| **edition != end.name);
        let edition = edition.map(|edition| format!(" · {} {edition}", self.say("ấn bản", "edition")));
        let commit =
            end.commit.as_ref().and_then(|commit| commit.get(..12)).filter(|commit| !end.name.starts_with(commit));
        let commit = commit.map(|commit| format!(" ({commit})")).unwrap_or_default();
        let name = match end.kind {
            "worktree" => self.say("tệp trên đĩa", "files on disk"),
            _ => &end.name,
        };
        let as_of = format!(" · {} {}", self.say("tính đến", "as of"), end.as_of);
        let as_of = if end.name == end.as_of { String::new() } else { as_of };
        format!("{name}{commit}{}{as_of}", edition.unwrap_or_default())
    }

    fn counts(&self, changes: &Changes) -> String {
        let counts = [
            (changes.added.len(), self.say("thêm", "added")),
            (changes.removed.len(), self.say("bớt", "removed")),
            (changes.changed.len(), self.say("sửa", "changed")),
            (changes.status_changed.len(), self.say("đổi hiệu lực", "of another validity")),
        ];
        counts.map(|(count, word)| format!("{count} {word}")).join(", ")
    }

    fn lists(&self, title: &str, changes: &Changes) -> String {
        let mut text = String::new();
        let mut list = |name: &str, entries: Vec<String>| {
            if !entries.is_empty() {
                text += &format!("\n{title} · {name} ({})\n{}", entries.len(), entries.concat());
            }
        };
        list(self.say("thêm", "added"), changes.added.iter().map(|entry| self.entry('+', entry)).collect());
        list(self.say("bớt", "removed"), changes.removed.iter().map(|entry| self.entry('-', entry)).collect());
        list(self.say("sửa", "changed"), changes.changed.iter().map(|changed| self.changed(changed)).collect());
        let restated = changes.status_changed.iter().map(|changed| self.restated(changed));
        list(self.say("đổi hiệu lực", "of another validity"), restated.collect());
        text
    }

    fn head(&self, sign: char, entry: &ComparedRecord) -> String {
        let title = entry.title.as_ref().map(|title| format!("\n      {title}")).unwrap_or_default();
        format!("  {sign} {}\n      {}{title}\n", entry.id, entry.citation)
    }

    fn entry(&self, sign: char, entry: &ComparedRecord) -> String {
        format!("{}      {}\n", self.head(sign, entry), status(entry))
    }

    fn changed(&self, changed: &Changed) -> String {
        let mut text = self.head('~', &changed.after);
        text += &self.instead_of(&changed.before, &changed.after);
        for FieldChange { field, words } in &changed.fields {
            let words = words.iter().map(Segment::marked);
            let words = words.collect::<Vec<_>>().join(" ").replace('\n', "\n        ");
            text += &format!("      {}:\n        {words}\n", compare::field(*field, self.lang));
        }
        text
    }

    fn restated(&self, changed: &StatusChanged) -> String {
        let mut text = self.head('~', &changed.after);
        text += &self.instead_of(&changed.before, &changed.after);
        text + &format!("      {}\n      → {}\n", status(&changed.before), status(&changed.after))
    }

    fn instead_of(&self, before: &ComparedRecord, after: &ComparedRecord) -> String {
        if before.id == after.id {
            return String::new();
        }
        format!("      {} {}\n", self.say("thay cho", "in the place of"), before.id)
    }
}

/// In the booklet's own words, which are Vietnamese; in force or not is shown by its key too.
fn status(entry: &ComparedRecord) -> String {
    let status = &entry.status;
    let detail = status.detail.as_ref().map(|detail| format!("; {detail}")).unwrap_or_default();
    format!("{} ({}{detail})", status.text, status.key)
}
