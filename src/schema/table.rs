//! Tables of keys, in Markdown, for people: `corpus/README.md` holds them, and `camnang schema KIND --format markdown`
//! prints them.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{reached, words};
use crate::diag::{Bilingual, Lang};
use crate::syntax::record::RecordKind;
use crate::syntax::record::shape::{Choice, Description, KeyChoice, KeyShape, Presence};

/// The keys of a kind of file, of every record in it, and the meanings of their closed lists.
pub fn page(kind: RecordKind, lang: Lang) -> String {
    let mut page = String::new();
    let records = reached(kind.describe());
    for (index, description) in records.iter().enumerate() {
        let level = if index == 0 { "#" } else { "\n##" };
        let place = if index == 0 { kind.files().to_owned() } else { holders(&records, description.name) };
        let _ = write!(page, "{level} {} (`{place}`)\n\n{}", description.title.get(lang), keys(description, lang));
        for field in description.fields.iter().filter(|field| words::is_apart(field.shape.choices())) {
            let _ =
                write!(page, "\n{}:\n\n{}", words::values_of(field.key).get(lang), values(field.shape.choices(), lang));
        }
    }
    page
}

/// The keys whose values are records of this name.
fn holders(records: &[Description], name: &str) -> String {
    let fields = records.iter().flat_map(|description| &description.fields);
    let holds = |field: &&KeyShape| field.shape.records().iter().chain(&field.unknown).any(|about| about.name == name);
    let keys: BTreeSet<&str> = fields.filter(holds).map(|field| field.key).collect();
    keys.into_iter().collect::<Vec<_>>().join("`, `")
}

/// The table of the keys of a record.
pub fn keys(description: &Description, lang: Lang) -> String {
    let rows = description.fields.iter().map(|field| {
        let presence = presence(description, field);
        let key = Bilingual::same(format!("`{}`", field.key));
        [key, presence, words::value(field), field.help.both()]
    });
    table(words::heads(), rows, lang)
}

fn presence(description: &Description, field: &KeyShape) -> Bilingual {
    let plain = || words::presence(field.presence, instead(description, field.key));
    let Some(KeyChoice { one_of, needs }) = description.choice else { return plain() };
    let other = needs.iter().find(|(key, _)| *key == field.key).map(|(_, other)| *other);
    match other {
        _ if one_of.contains(&field.key) => words::exactly_one(),
        Some(other) if needs.contains(&(other, field.key)) => words::together_with(other),
        Some(other) => words::only_with(other),
        None => plain(),
    }
}

/// The key that is required where this one is absent.
fn instead(description: &Description, key: &'static str) -> Option<&'static str> {
    description.fields.iter().find(|field| field.presence == Presence::Without(key)).map(|field| field.key)
}

/// The table of the words of a closed list.
pub fn values(choices: &[Choice], lang: Lang) -> String {
    let rows = choices.iter().map(|choice| [Bilingual::same(format!("`{}`", choice.key)), choice.help.both()]);
    table(words::value_heads(), rows, lang)
}

fn table<const N: usize>(heads: [Bilingual; N], rows: impl Iterator<Item = [Bilingual; N]>, lang: Lang) -> String {
    let line = |cells: &[Bilingual]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.get(lang).replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = format!("|{}\n", "---|".repeat(N));
    let rows: String = rows.map(|row| line(&row)).collect();
    line(&heads) + &rule + &rows
}
