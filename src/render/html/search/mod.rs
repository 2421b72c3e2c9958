//! The search index: what the site can be searched for without a server and without a network. A page opened from a
//! folder may not fetch, but it may load a classic script; so the index is cut into small scripts, each of which hands
//! one text to `templates/html/search.js`, and only those that a query needs are loaded.
//!
//! They lie in a folder that is named by a hash of them, `search/1a2b3c4d/`, which the page of the search names.
//!
//! - `core.js`: what every query needs: the topics, audiences and validity of every entry, the syllables that occur,
//!   how citations are written, and where the parts begin ([`files`]).
//! - `terms-N.js`: syllables, pairs of neighbouring syllables and keys of citations, with the entries that have
//!   them ([`terms`]). A term is listed under its folded form ([`words`]); each spelling with marks has a list of its own, so
//!   that a query without marks finds and one with marks ranks.
//! - `entries-N.js`: what a result shows ([`entries`]), its text as numbers of words.
//! - `pieces.js`: those words ([`pieces`]).

mod answers;
mod cited;
mod entries;
mod files;
mod names;
mod pieces;
mod terms;
mod words;

pub(super) use entries::body_text;

use sha2::{Digest, Sha256};

use super::{Artifact, FOLDER, RenderError, Site};
use crate::hash::hex;

/// A map that is read for every syllable of every text. Its order differs from run to run: whoever iterates sorts the result.
#[expect(clippy::disallowed_types, reason = "no order of it reaches the index")]
type Unordered<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

/// The folder of the index, named by a hash of all that is in it, and its files.
pub(super) fn artifacts(site: &Site) -> Result<(String, Vec<Artifact>), RenderError> {
    let entries = entries::all(site)?;
    let terms = terms::index(&entries.all);
    let scripts = files::write(site.view, &entries, &terms)?;
    let mut hash = Sha256::new();
    for script in &scripts {
        hash.update(script.text.len().to_le_bytes());
        hash.update(&script.text);
    }
    let hash = hex(&hash.finalize());
    let folder = format!("search/{}", hash.get(..8).unwrap_or(&hash));
    let artifact = |script: files::Script| Artifact {
        path: format!("{FOLDER}{folder}/{}.js", script.name),
        bytes: script.text.into_bytes(),
    };
    let artifacts = scripts.into_iter().map(artifact).collect();
    Ok((folder, artifacts))
}
