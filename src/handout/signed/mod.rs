//! A PDF of ours to which somebody has appended: signed, or altered. A signature lies in an update at the end of the file
//! (ISO 32000-1, 7.5.6 and 12.8), so that the bytes before it stay what they were. Signed is a file whose beginning is ours,
//! whose updates add signatures and nothing else, and whose last signature covers all of it. Any other update can change what
//! a reader sees.
//!
//! Whether a signature is valid, and whose it is, is for the signer's own program to say: there is no cryptography here.

mod changes;
mod metadata;
mod signature;

use std::collections::BTreeSet;

use lopdf::Document;

use crate::hash::sha256_of_beginnings;
pub use signature::Signature;

/// A file that begins with one of ours, and goes on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AppendedFile {
    /// The SHA-256 of our part.
    pub own: String,
    pub judgement: Result<Vec<Signature>, Alteration>,
}

/// Why a file is not just signed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Alteration {
    /// The file with its updates is no PDF that can be read.
    Unreadable,
    NoSignature,
    /// Bytes follow that the last signature does not cover, or it leaves out more than itself.
    NotCovered,
    /// A signature with a picture on a page: it may cover words.
    Visible(u32),
    /// A page has become another.
    Page(u32),
    /// A key of the document's catalog or of its form.
    Key(String),
    /// The title and other data about the document.
    Metadata,
    /// An object that no signature needs to change.
    Object(u32),
}

/// Returns what was appended to the file of ours that these bytes begin with: one with a hash of `known`. `None` where they
/// begin with none, or nothing follows.
pub fn appended<'k>(bytes: &[u8], known: impl Iterator<Item = &'k str>) -> Option<AppendedFile> {
    if !bytes.starts_with(b"%PDF-") {
        return None;
    }
    let known: BTreeSet<&str> = known.collect();
    let ends = ends(bytes);
    let beginnings = sha256_of_beginnings(bytes, &ends);
    let (length, own) = beginnings.into_iter().find(|(_, hash)| known.contains(hash.as_str()))?;
    (length < bytes.len()).then(|| AppendedFile { own, judgement: judge(bytes, length, &ends) })
}

/// The lengths at which the file or a former version of it may end, in rising order: behind `%%EOF`, with and without the end
/// of the line.
fn ends(bytes: &[u8]) -> Vec<usize> {
    const MARK: &[u8] = b"%%EOF";
    let marks = bytes.windows(MARK.len()).enumerate().filter(|(_, window)| *window == MARK);
    let ends = marks.flat_map(|(at, _)| {
        let end = at + MARK.len();
        let line_end = match bytes.get(end..).unwrap_or_default() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        (0..=line_end).map(move |more| end + more)
    });
    ends.collect()
}

/// Compares each version of the file with the one before.
fn judge(bytes: &[u8], own: usize, ends: &[usize]) -> Result<Vec<Signature>, Alteration> {
    let ours = load(bytes.get(..own)).ok_or(Alteration::Unreadable)?;
    let last = load(Some(bytes)).ok_or(Alteration::Unreadable)?;
    // Where an inner version cannot be read, its mark was only in the words of a stream: the last one is compared all the same.
    let inner =
        ends.iter().filter(|end| (own + 1..bytes.len()).contains(*end)).filter_map(|end| load(bytes.get(..*end)));
    let mut before = &ours;
    let mut signatures = Vec::new();
    let mut touched = BTreeSet::new();
    let versions: Vec<Document> = inner.chain([last]).collect();
    for after in &versions {
        let update = changes::between(before, after)?;
        signatures.extend(update.signatures);
        touched.extend(update.touched.iter().map(|(number, _)| *number));
        before = after;
    }
    let mut defined = defined(bytes.get(own..).unwrap_or_default());
    if let Some(number) = defined.find(|number| has_object(&ours, *number) && !touched.contains(number)) {
        return Err(Alteration::Object(number));
    }
    let last = signatures.last().ok_or(Alteration::NoSignature)?;
    if last.covers(bytes) { Ok(signatures) } else { Err(Alteration::NotCovered) }
}

fn load(bytes: Option<&[u8]>) -> Option<Document> {
    Document::load_mem(bytes?).ok()
}

/// Whether the file has an object of this number, in whatever generation: readers that forgive much do not ask for it.
fn has_object(document: &Document, number: u32) -> bool {
    document.objects.range((number, 0)..=(number, u16::MAX)).next().is_some()
}

/// The numbers of the objects that some bytes define, whether or not a table of references names them: a reader that repairs a file may take
/// them from there.
fn defined(bytes: &[u8]) -> impl Iterator<Item = u32> {
    const WORD: &[u8] = b" obj";
    let words = bytes.windows(WORD.len()).enumerate().filter(|(_, window)| *window == WORD);
    words.filter_map(|(at, _)| {
        let (rest, _) = number_before(bytes, at)?;
        Some(number_before(bytes, rest.checked_sub(1)?)?.1)
    })
}

/// The number that ends at `end`, and where it begins.
fn number_before(bytes: &[u8], end: usize) -> Option<(usize, u32)> {
    let digits = bytes.get(..end)?.iter().rev().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    let text = std::str::from_utf8(bytes.get(end - digits..end)?).ok()?;
    Some((end - digits, text.parse().ok()?))
}

#[cfg(test)]
mod tests;
