//! The chain that ends in the text of an original: its record, the received file as it came, the text as a reader made it. A text
//! is believed only where the whole chain holds, so that nobody can type an original by hand.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::hash::sha256;
use crate::model::corpus::Records;
use crate::model::ids::InstrumentId;
use crate::model::original::StoredOriginal;
use crate::source::{Kind, SourceFile, Sources, TEXT_OF_ORIGINAL};

/// A link of the chain that does not hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BrokenLink {
    FileMissing,
    /// The hash that the received file has now.
    FileChanged(String),
    TextMissing,
    TextChanged,
    /// The text is not named after the received file, so that two records could have one text.
    TextMisnamed,
    /// A file that cannot be read, as a finding of its own says.
    Unread,
}

/// The chain of every original of a corpus, by instrument and file.
pub struct OriginalChains<'s>(BTreeMap<(InstrumentId, String), Result<&'s SourceFile, Vec<BrokenLink>>>);

impl<'s> OriginalChains<'s> {
    /// Follows the chains of all originals.
    pub fn follow(records: &Records, sources: &'s Sources) -> Self {
        let texts = sources.files().filter(|(_, file)| file.kind == Kind::OriginalText);
        let texts: BTreeMap<&str, &SourceFile> = texts.map(|(_, file)| (file.path.as_str(), file)).collect();
        let of = |original: &StoredOriginal| {
            joined(
                received(original, sources),
                made(original, texts.get(original.text_path().as_str()).copied(), sources),
            )
        };
        let followed = records.stored_originals.par_iter().map(|(key, original)| (key.clone(), of(original)));
        OriginalChains(followed.collect::<Vec<_>>().into_iter().collect())
    }

    /// Returns the text of an original, where it can be believed.
    pub fn text(&self, original: &StoredOriginal) -> Option<&'s SourceFile> {
        self.get(original)?.as_ref().ok().copied()
    }

    /// Returns the links that do not hold.
    pub fn broken(&self, original: &StoredOriginal) -> &[BrokenLink] {
        self.get(original).and_then(|chain| chain.as_ref().err()).map_or(&[], Vec::as_slice)
    }

    fn get(&self, original: &StoredOriginal) -> Option<&Result<&'s SourceFile, Vec<BrokenLink>>> {
        self.0.get(&(original.instrument.clone(), original.file.clone()))
    }
}

fn joined(received: Option<BrokenLink>, made: Result<&SourceFile, BrokenLink>) -> Result<&SourceFile, Vec<BrokenLink>> {
    match (received, made) {
        (None, Ok(file)) => Ok(file),
        (broken, made) => Err(broken.into_iter().chain(made.err()).collect()),
    }
}

fn received(original: &StoredOriginal, sources: &Sources) -> Option<BrokenLink> {
    let path = original.file_path();
    match sources.received.get(&path) {
        Some(found) if found.sha256 == original.sha256 => None,
        Some(found) => Some(BrokenLink::FileChanged(found.sha256.clone())),
        None if sources.unread.contains(&path) => Some(BrokenLink::Unread),
        None => Some(BrokenLink::FileMissing),
    }
}

fn made<'s>(
    original: &StoredOriginal,
    stored: Option<&'s SourceFile>,
    sources: &Sources,
) -> Result<&'s SourceFile, BrokenLink> {
    if original.text != format!("{}{TEXT_OF_ORIGINAL}", original.file) {
        return Err(BrokenLink::TextMisnamed);
    }
    match stored {
        Some(file) if !file.is_sound => Err(BrokenLink::Unread),
        Some(file) if sha256(file.text.as_bytes()) == original.text_sha256 => Ok(file),
        Some(_) => Err(BrokenLink::TextChanged),
        None if sources.unread.contains(&original.text_path()) => Err(BrokenLink::Unread),
        None => Err(BrokenLink::TextMissing),
    }
}
