//! An edition like another one: the same file, byte for byte, but for what makes it an edition of its own. Remarks, order,
//! quotes and line ends stay as their editor wrote them.

mod mention;

use std::path::Path;

use super::super::super::Failure;
use crate::edit::{self, EditableFile, FileChange, RecordContent};
use crate::model::date::Date;
use crate::model::edition::Edition;
use crate::model::ids::EditionId;

/// What the new edition has of its own.
pub struct OwnValues<'a> {
    pub id: &'a EditionId,
    /// `None`: that of the other one.
    pub title: Option<String>,
    pub as_of: Date,
    pub previous: Option<&'a EditionId>,
    /// The name of who issues it, where that is another one.
    pub issuer: Option<String>,
}

/// The values copied from the other edition that an editor has to review.
#[derive(Default, Debug)]
pub struct Leftovers {
    /// Lines, from 1, that still name the other one's day.
    pub lines: Vec<usize>,
    /// The texts of guidance that it shares with the other one.
    pub guidance: Vec<String>,
}

/// Returns the bytes of the new edition's file.
///
/// # Errors
/// The file of the other one cannot be read, or not changed by its keys.
pub fn copy(root: &Path, like: &Edition, own: &OwnValues<'_>) -> Result<(Vec<u8>, Leftovers), Failure> {
    let refused = |refusal: edit::EditRefusal| Failure(edit::messages::refused(&refusal));
    let document = open(root, &format!("editions/{}.yaml", like.id))?.map_err(refused)?;
    let changes = changes(&document.record().map_err(refused)?, like, own);
    let made = document.change(&changes).map_err(refused)?;
    let is_left = |line: &str| like.as_of != own.as_of && mention::is_in(line, like.as_of);
    let lines = made.text().lines().zip(1..).filter(|(line, _)| is_left(line));
    let lines = lines.map(|(_, number)| number).collect();
    Ok((made.bytes().to_vec(), Leftovers { lines, guidance: guidance_of(like) }))
}

fn open(root: &Path, path: &str) -> Result<Result<EditableFile, edit::EditRefusal>, Failure> {
    edit::open(root, path).map_err(|error| {
        let shown = root.join(path);
        let shown = shown.display();
        Failure::about(&error, format!("không đọc được `{shown}`"), format!("cannot read `{shown}`"))
    })
}

fn changes(record: &RecordContent, like: &Edition, own: &OwnValues<'_>) -> Vec<FileChange> {
    let has = |key: &str| record.get(&key.into()).is_some();
    let mut changes =
        vec![FileChange::set("id", own.id.as_str()), FileChange::set("as-of", own.as_of.to_string().as_str())];
    changes.extend(has("label").then(|| FileChange::set("label", "Bản thảo 1")));
    match &own.title {
        Some(title) => changes.push(FileChange::set("title", title.as_str())),
        None => changes.extend(day_in(record, "title", like.as_of, own.as_of)),
    }
    changes.extend(["subtitle", "description"].iter().filter_map(|key| day_in(record, key, like.as_of, own.as_of)));
    match own.previous {
        Some(previous) => changes.push(FileChange::set("previous", previous.as_str()).following("as-of")),
        None => changes.extend(has("previous").then(|| FileChange::remove("previous"))),
    }
    changes.extend(own.issuer.iter().flat_map(|name| issuer(name, &has)));
    changes
}

/// Another issuer: what was said of the other one is not true of it.
fn issuer(name: &str, has: &dyn Fn(&str) -> bool) -> Vec<FileChange> {
    if !has("issuer") {
        let record = RecordContent::record([("name", RecordContent::from(name))]);
        return vec![FileChange::set("issuer", record).following("as-of")];
    }
    let gone = ["issuer.parent", "issuer.place"].into_iter().filter(|key| has(key)).map(FileChange::remove);
    [FileChange::set("issuer.name", name)].into_iter().chain(gone).collect()
}

/// The new day, where the value of a key names the old one.
fn day_in(record: &RecordContent, key: &str, old: Date, new: Date) -> Option<FileChange> {
    let Some(RecordContent::Text(words)) = record.get(&key.into()) else { return None };
    let pairs = forms(old).into_iter().zip(forms(new));
    let changed = pairs.fold(words.clone(), |words, (from, to)| mention::replace(&words, &from, &to));
    (changed != *words).then(|| FileChange::set(key, changed.as_str()))
}

/// The forms in which a day is written.
fn forms(day: Date) -> [String; 3] {
    [day.short(), day.long(), day.to_string()]
}

fn guidance_of(edition: &Edition) -> Vec<String> {
    let parts = edition.parts.iter().flat_map(|part| &part.intro);
    let chapters = edition.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.intro);
    let annexes = edition.annexes.iter().flat_map(|annex| &annex.intro);
    edition
        .front
        .iter()
        .chain(&edition.slides)
        .chain(parts)
        .chain(chapters)
        .chain(annexes)
        .map(ToString::to_string)
        .collect()
}
