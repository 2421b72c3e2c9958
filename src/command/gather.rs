//! `camnang gather`: where originals speak of something, what of it is in the corpus, and drafts of what is not.

mod found;
mod picked;

use std::path::PathBuf;

pub(super) use found::{GatheredProvision, GatheredText, gather_originals, sought};

use super::context::CommandContext;
use super::new::excerpt::{ExcerptOptions, OriginalWords};
use super::new::{advice, drafts_of_excerpts, write_all};
use super::{Outcome, Status};
use crate::cli::{GatherArgs, GatherDraftArgs, GatherPlace};
use crate::command::messages::gather as words;
use crate::originals::gather::SoughtWords;
use crate::session::OpenedCorpus;
use picked::{ListedPick, picked};

/// Lists the provisions that have the words, those without an excerpt marked, or makes drafts of those picked.
pub fn run(args: &GatherArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.corpus)?;
    let sought: Vec<SoughtWords> = args.words.iter().map(|word| sought(&opened.corpus, word)).collect();
    let mut texts = Vec::new();
    for place in places(args) {
        match place {
            GatherPlace::Originals => texts.extend(gather_originals(&opened, &sought)),
            GatherPlace::File(file) => texts.extend(found::gather_file(&opened, &file, &sought)?),
        }
    }
    match &args.drafts.new {
        Some(numbers) => make(args, &picked(&texts, numbers)?, &opened, context),
        None => {
            list(args, &texts, &opened, context);
            Ok(Status::Fine)
        }
    }
}

fn places(args: &GatherArgs) -> Vec<GatherPlace> {
    if args.places.is_empty() { vec![GatherPlace::Originals] } else { args.places.clone() }
}

fn list(args: &GatherArgs, texts: &[GatheredText], opened: &OpenedCorpus, context: &mut CommandContext<'_>) {
    let printed = found::printed(&opened.corpus);
    let mut number = 0;
    for text in texts {
        context.out(&format!("{}\n", text.heading()));
        for provision in &text.provisions {
            number += 1;
            context.out(&provision.lines(number, &printed, context.lang));
        }
    }
    let all = || texts.iter().flat_map(|text| &text.provisions);
    let missing = all().filter(|it| !it.is_in_corpus()).count();
    context.line(&words::gathered(all().count(), missing));
    let files: Vec<&PathBuf> = texts.iter().filter_map(|text| text.file.as_ref()).collect();
    if missing > 0 && files.is_empty() {
        context.line(&words::how_to_draft(&words_of(args), &advice::corpus_option(&args.corpus.corpus)));
    }
}

/// The words as they have to be typed again.
fn words_of(args: &GatherArgs) -> String {
    args.words.iter().map(|word| super::shell::shell_word(word)).collect::<Vec<_>>().join(" ")
}

/// Makes drafts of the picked provisions, all or none.
fn make(
    args: &GatherArgs,
    picks: &[ListedPick<'_>],
    opened: &OpenedCorpus,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let GatherDraftArgs { new: _, verbatim, topics, audiences } = &args.drafts;
    let words = OriginalWords::of(*verbatim, !*verbatim);
    let mut drafts = Vec::new();
    for ListedPick { instrument, at } in picks {
        let asked = ExcerptOptions { instrument: instrument.as_str(), words, topics, audiences };
        drafts.extend(drafts_of_excerpts(opened, &asked, &[at.to_string()], context.lang)?);
    }
    write_all(opened, &args.corpus, &drafts, advice::Created::Excerpt, context)
}
