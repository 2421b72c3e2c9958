//! `camnang gather`: where the stored originals speak of something, and what of it is in the corpus.

use std::collections::BTreeMap;

use super::context::CommandContext;
use super::{Outcome, Status};
use crate::assemble::alone;
use crate::cli::GatherArgs;
use crate::command::messages::originals as words;
use crate::diag::{Lang, Sink};
use crate::model::corpus::Corpus;
use crate::model::ids::{EditionId, ExcerptId, InstrumentId};
use crate::model::provision::Locator;
use crate::originals::gather::{GatheredUnit, SoughtWords, gather};
use crate::session::original_trees;

/// Lists the provisions of the originals that have the words, those without an excerpt marked.
pub fn run(args: &GatherArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.corpus)?;
    let corpus = &opened.corpus;
    let sought: Vec<SoughtWords> = args.words.iter().map(|word| sought(corpus, word)).collect();
    let printed = printed(corpus);
    let (mut all, mut missing) = (0, 0);
    for instrument in corpus.instruments() {
        let trees = original_trees(corpus, &instrument.id, &opened.sources);
        let found: Vec<GatheredUnit<'_>> = trees.iter().flat_map(|stored| gather(&stored.tree, &sought)).collect();
        if found.is_empty() {
            continue;
        }
        context.out(&format!("{} · {}\n", instrument.citation(), instrument.id));
        for unit in found {
            let Some(at) = &unit.unit.locator else { continue };
            let excerpts = excerpts_at(corpus, &instrument.id, at);
            all += 1;
            missing += usize::from(excerpts.is_empty());
            context.out(&line(&unit, at, &excerpts, &printed, context.lang));
        }
    }
    context.line(&words::gathered(all, missing));
    Ok(Status::Fine)
}

/// A word with the others of its meaning: of the glossary's terms that have it.
fn sought(corpus: &Corpus, word: &str) -> SoughtWords {
    let same = |form: &str| form.to_lowercase() == word.to_lowercase();
    let terms = corpus.glossary().iter().filter(|term| same(&term.term) || term.also.iter().any(|also| same(also)));
    let others = terms.flat_map(|term| std::iter::once(&term.term).chain(&term.also));
    SoughtWords::new(others.map(String::as_str).chain([word]))
}

/// The editions that print each excerpt, each on its own day.
fn printed(corpus: &Corpus) -> BTreeMap<ExcerptId, Vec<EditionId>> {
    let mut printed: BTreeMap<ExcerptId, Vec<EditionId>> = BTreeMap::new();
    for edition in corpus.editions() {
        let booklet = alone(corpus, edition, edition.as_of, &mut Sink::new());
        booklet.excerpts().for_each(|it| printed.entry(it.id.clone()).or_default().push(edition.id.clone()));
    }
    printed
}

/// The excerpts of the provision, of one around it, or of one in it.
fn excerpts_at<'c>(corpus: &'c Corpus, instrument: &InstrumentId, at: &Locator) -> Vec<&'c ExcerptId> {
    let is_there = |own: &Locator| own.contains(at) || at.contains(own);
    let own = corpus.excerpts().filter(|it| it.instrument == *instrument);
    own.filter(|it| it.at.known().is_some_and(is_there)).map(|it| &it.id).collect()
}

fn line(
    unit: &GatheredUnit<'_>,
    at: &Locator,
    excerpts: &[&ExcerptId],
    printed: &BTreeMap<ExcerptId, Vec<EditionId>>,
    lang: Lang,
) -> String {
    const SHOWN: usize = 90;
    let short: String = unit.piece.text.chars().take(SHOWN).collect();
    let mut text = format!("  {at}: {short}\n");
    if excerpts.is_empty() {
        text += &format!("      {}\n", words::not_in_corpus().get(lang));
    }
    for id in excerpts {
        let editions: Vec<&str> = printed.get(*id).into_iter().flatten().map(EditionId::as_str).collect();
        text += &format!("      {id}  {}\n", words::printed_in(&editions).get(lang));
    }
    text
}
