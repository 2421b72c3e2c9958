//! Provisions of the stored originals that speak of what the booklet is about, and have no excerpt.

use serde::Serialize;

use crate::command::gather::{GatheredText, gather_originals, sought};
use crate::model::corpus::Corpus;
use crate::originals::gather::SoughtWords;
use crate::session::OpenedCorpus;

/// The words that were looked for, and the provisions that have them and no excerpt.
pub struct NotGathered {
    pub sought: Vec<String>,
    pub provisions: Vec<NotGatheredRow>,
}

/// A provision without an excerpt of the whole of it.
#[derive(Serialize)]
pub struct NotGatheredRow {
    pub instrument: String,
    pub citation: String,
    pub at: String,
    /// Some words around those that were sought.
    pub words: String,
    /// Excerpts of parts of it.
    pub parts: Vec<String>,
}

/// Looks for the words of the booklet in the originals.
pub fn not_gathered(opened: &OpenedCorpus) -> NotGathered {
    let words = words(&opened.corpus);
    let forms: Vec<SoughtWords> = words.iter().map(|word| sought(&opened.corpus, word)).collect();
    let provisions = gather_originals(opened, &forms).into_iter().flat_map(rows).collect();
    NotGathered { sought: words, provisions }
}

/// Those of the settings; where there are none, the terms of the glossary.
fn words(corpus: &Corpus) -> Vec<String> {
    match corpus.settings().gather_words.as_slice() {
        [] => corpus.glossary().iter().map(|term| term.term.clone()).collect(),
        words => words.to_vec(),
    }
}

fn rows(text: GatheredText) -> Vec<NotGatheredRow> {
    let GatheredText { name, instrument, file: _, provisions } = text;
    let instrument = instrument.map(|id| id.to_string()).unwrap_or_default();
    let missing = provisions.into_iter().filter(|provision| !provision.is_in_corpus());
    let row = |provision: crate::command::gather::GatheredProvision| NotGatheredRow {
        instrument: instrument.clone(),
        citation: name.clone(),
        at: provision.at.to_string(),
        words: provision.words,
        parts: provision.excerpts.iter().map(|excerpt| excerpt.id.to_string()).collect(),
    };
    missing.map(row).collect()
}
