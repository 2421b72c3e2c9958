//! The provisions that have the words, and the excerpts there are of them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use crate::assemble::alone;
use crate::command::messages::gather as words;
use crate::command::{Failure, import};
use crate::diag::{Lang, Sink};
use crate::model::corpus::Corpus;
use crate::model::ids::{EditionId, ExcerptId, InstrumentId};
use crate::model::number::InstrumentType;
use crate::model::provision::Locator;
use crate::originals::gather::{GatheredUnit, SoughtWords, are_alike, gather};
use crate::originals::head::HeadFacts;
use crate::originals::tree::{FoundAt, ProvisionTree};
use crate::session::OpenedCorpus;
use crate::syntax::citation::parse_number;

/// What a text has of the words.
pub struct GatheredText {
    /// Its citation; the number of a file as its head has it, or its name.
    pub name: String,
    pub instrument: Option<InstrumentId>,
    /// Where it is, if it is not in the corpus.
    pub file: Option<PathBuf>,
    pub provisions: Vec<GatheredProvision>,
}

/// A provision that has the words.
pub struct GatheredProvision {
    pub at: Locator,
    /// The smallest units in it that have the words.
    pub within: Vec<Locator>,
    /// Some words around those that were sought.
    pub words: String,
    pub excerpts: Vec<CoveringExcerpt>,
}

/// An excerpt of a provision, of one around it, or of a part of it.
pub struct CoveringExcerpt {
    pub id: ExcerptId,
    pub at: Locator,
}

impl GatheredText {
    /// Returns the line above its provisions.
    pub fn heading(&self) -> String {
        let id = self.instrument.as_ref().map(|id| format!(" · {id}")).unwrap_or_default();
        let file = self.file.as_ref().map(|file| format!(" · {}", file.display())).unwrap_or_default();
        format!("{}{id}{file}", self.name)
    }
}

impl GatheredProvision {
    /// Whether excerpts have all of it that has the words.
    pub fn is_in_corpus(&self) -> bool {
        self.within.iter().all(|unit| self.excerpts.iter().any(|excerpt| excerpt.at.contains(unit)))
    }

    /// Returns its lines in the list: the place with some words, then its excerpts.
    pub fn lines(&self, number: usize, printed: &PrintedIn, lang: Lang) -> String {
        let mut text = format!("  [{number}] {}: {}\n", self.at, self.words);
        let of_part = words::a_part();
        for CoveringExcerpt { id, at } in &self.excerpts {
            let editions: Vec<&str> = printed.get(id).into_iter().flatten().map(EditionId::as_str).collect();
            let part = if at.contains(&self.at) { "" } else { of_part.get(lang) };
            // Writing to a String cannot fail.
            let _ = writeln!(text, "      {id}{part}  {}", words::printed_in(&editions).get(lang));
        }
        if !self.is_in_corpus() {
            let _ = writeln!(text, "      {}", words::not_in_corpus(!self.excerpts.is_empty()).get(lang));
        }
        text
    }
}

/// The editions that print each excerpt, each on its own day.
pub type PrintedIn = BTreeMap<ExcerptId, Vec<EditionId>>;

/// Returns which editions print which excerpts.
pub fn printed(corpus: &Corpus) -> PrintedIn {
    let mut printed = PrintedIn::new();
    for edition in corpus.editions() {
        let booklet = alone(corpus, edition, edition.as_of, &mut Sink::new());
        booklet.excerpts().for_each(|it| printed.entry(it.id.clone()).or_default().push(edition.id.clone()));
    }
    printed
}

/// Returns a word with the others of its meaning: of the glossary's terms that have it.
pub fn sought(corpus: &Corpus, word: &str) -> SoughtWords {
    let same = |form: &String| are_alike(form, word);
    let terms = corpus.glossary().iter().filter(|term| same(&term.term) || term.also.iter().any(same));
    let others = terms.flat_map(|term| std::iter::once(&term.term).chain(&term.also));
    SoughtWords::new(others.map(String::as_str).chain([word]))
}

/// Looks for the words in the stored originals; only those that have them are returned.
pub fn gather_originals(opened: &OpenedCorpus, sought: &[SoughtWords]) -> Vec<GatheredText> {
    let mut texts = Vec::new();
    for instrument in opened.corpus.instruments() {
        let copies = opened.original_trees(&instrument.id);
        let mut found: Vec<GatheredProvision> = Vec::new();
        for (index, copy) in copies.iter().enumerate() {
            // Quotations are of the most official copy that has the unit: what others say there is not looked at.
            let official = copies.get(..index).unwrap_or_default();
            let is_lacking = |at: &Locator| official.iter().all(|other| other.tree.find(at) == FoundAt::Nothing);
            let provisions = provisions(opened, Some(&instrument.id), &copy.tree, sought);
            found.extend(provisions.into_iter().filter(|it| is_lacking(&it.at)));
        }
        let (name, instrument) = (instrument.citation(), Some(instrument.id.clone()));
        texts.push(GatheredText { name, instrument, file: None, provisions: found });
    }
    texts.retain(|text| !text.provisions.is_empty());
    texts
}

/// Looks for the words in a received file that is not in the corpus; its number says which instrument it is.
///
/// # Errors
/// The file cannot be read.
pub fn gather_file(
    opened: &OpenedCorpus,
    file: &Path,
    sought: &[SoughtWords],
) -> Result<Option<GatheredText>, Failure> {
    let text = import::text_of(file)?;
    let types: Vec<&str> = InstrumentType::all().map(InstrumentType::name).collect();
    let number = HeadFacts::of(&text, &types).number;
    let known = number.as_deref().and_then(|number| parse_number(number).ok());
    let known = known.and_then(|number| opened.corpus.numbered(&number.value.key()).first());
    let instrument = known.and_then(|id| opened.corpus.instrument(id));
    let name =
        instrument.map(|instrument| instrument.citation()).or(number).unwrap_or_else(|| file.display().to_string());
    let provisions = provisions(opened, known, &ProvisionTree::read(&text), sought);
    let text = GatheredText { name, instrument: known.cloned(), file: Some(file.to_owned()), provisions };
    Ok(Some(text).filter(|text| !text.provisions.is_empty()))
}

fn provisions(
    opened: &OpenedCorpus,
    instrument: Option<&InstrumentId>,
    tree: &ProvisionTree,
    sought: &[SoughtWords],
) -> Vec<GatheredProvision> {
    let provision = |found: GatheredUnit<'_>| {
        let at = found.unit.locator.clone()?;
        let excerpts = instrument.map(|instrument| excerpts_at(&opened.corpus, instrument, &at)).unwrap_or_default();
        let within = found.within.iter().filter_map(|node| node.locator.clone()).collect();
        Some(GatheredProvision { words: around(&found.piece.text, found.at), at, within, excerpts })
    };
    gather(tree, sought).into_iter().filter_map(provision).collect()
}

/// The excerpts of the provision, of one around it, or of one in it.
fn excerpts_at(corpus: &Corpus, instrument: &InstrumentId, at: &Locator) -> Vec<CoveringExcerpt> {
    let mut excerpts: Vec<CoveringExcerpt> = Vec::new();
    for excerpt in corpus.excerpts().filter(|it| it.instrument == *instrument) {
        let Some(own) = excerpt.at.known().filter(|own| own.contains(at) || at.contains(own)) else { continue };
        excerpts.push(CoveringExcerpt { id: excerpt.id.clone(), at: own.clone() });
    }
    excerpts
}

/// Some words of a paragraph around a place in it.
fn around(text: &str, at: usize) -> String {
    const BEFORE: usize = 40;
    const SHOWN: usize = 120;
    if text.chars().nth(SHOWN).is_none() {
        return text.to_owned();
    }
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let skipped = before.chars().count().saturating_sub(BEFORE);
    let start = before.char_indices().nth(skipped).map_or(at, |(start, _)| start);
    // A word is shown whole or not at all.
    let start =
        if skipped == 0 { 0 } else { before.get(start..).and_then(|it| it.find(' ')).map_or(at, |it| start + it + 1) };
    let shown = before.get(start..).unwrap_or_default().chars().chain(after.chars());
    let mut words: String = shown.take(SHOWN).collect();
    if words.len() < text.len() - start {
        words.truncate(words.rfind(' ').unwrap_or(words.len()));
        words.push('…');
    }
    if start > 0 { format!("…{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sought_words_are_shown() {
        let long = format!("{}Máy có IPv6 {}", "Cơ quan ".repeat(20), "và sổ ".repeat(40));
        let shown = around(&long, long.find("IPv6").unwrap());
        assert!(shown.starts_with("…Cơ quan Cơ quan") && shown.contains("IPv6 và") && shown.ends_with('…'), "{shown}");
        assert_eq!(around("Máy có IPv6.", 8), "Máy có IPv6.");
        assert_eq!(around("", 0), "");
    }
}
