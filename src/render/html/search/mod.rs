//! The search index: what the site can be searched for without a server and without a network. A page opened from a
//! folder may not fetch, but it may load a classic script; so the index is cut into small scripts, each of which hands
//! one text to `templates/html/camnang.js`, and only those that a query needs are loaded.
//!
//! - `search/core.js`: what every query needs: the topics, audiences and validity of every entry, the syllables that occur,
//!   how citations are written, and where the parts begin ([`files`]).
//! - `search/terms-N.js`: syllables, pairs of neighbouring syllables and keys of citations, with the entries that have
//!   them ([`terms`]). A term stands under its folded form ([`words`]); each spelling with marks has a list of its own, so
//!   that a query without marks finds and one with marks ranks.
//! - `search/entries-N.js`: what a result shows ([`entries`]).

mod entries;
mod files;
mod terms;
mod words;

use super::{Artifact, RenderError, Site};

/// The files of the index.
pub(super) fn artifacts(site: &Site) -> Result<Vec<Artifact>, RenderError> {
    let entries = entries::all(site)?;
    let terms = terms::index(&entries.all);
    files::write(site.view, &entries, &terms)
}
