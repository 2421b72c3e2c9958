//! `camnang why`

use super::context::CommandContext;
use super::duties;
use super::english::status_words;
use super::{Outcome, Status};
use crate::assemble::{Booklet, Decision, Selector, assemble};
use crate::cli::WhyArgs;
use crate::diag::{Lang, Sink};
use crate::model::excerpt::Excerpt;

/// Says in which editions and chapters a record is printed, and why it is not in the others.
pub fn run(args: &WhyArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.corpus)?;
    let corpus = &opened.corpus;
    let excerpt = opened.excerpt(&args.id)?;
    let edition = opened.edition(&args.edition)?;
    let as_of = args.as_of.unwrap_or(edition.as_of);
    let booklet = assemble(corpus, edition, as_of, &mut Sink::new());
    context.out(&answer(&booklet, excerpt, context.lang));
    Ok(Status::Fine)
}

fn answer(booklet: &Booklet<'_>, excerpt: &Excerpt, lang: Lang) -> String {
    let corpus = booklet.corpus;
    let validity = corpus.excerpt_validity(excerpt, booklet.asked());
    let citation = crate::view::citation(corpus, excerpt);
    let edition = &booklet.edition.id;
    let status = status_words(corpus, &validity, booklet.asked(), lang);
    let head = match (booklet.placed(&excerpt.id), lang) {
        (Some(placed), Lang::Vi) => {
            format!("CÓ trong ấn bản `{edition}`: số {}, chương `{}`", placed.number, placed.chapter)
        }
        (Some(placed), Lang::En) => {
            format!("IN the edition `{edition}`: number {}, chapter `{}`", placed.number, placed.chapter)
        }
        (None, Lang::Vi) => format!("KHÔNG có trong ấn bản `{edition}`"),
        (None, Lang::En) => format!("NOT in the edition `{edition}`"),
    };
    let mut text = format!("{}\n{citation}\n{head}\n", excerpt.id);
    text += &format!("{}: {} {}\n\n", booklet.as_of.short(), validity.kind.sign(), status.text);
    for chapter in booklet.parts.iter().flat_map(|part| &part.chapters) {
        let decision = Selector::new(corpus, chapter.chapter, booklet.as_of).of(booklet.edition).decide(excerpt);
        let here = booklet.placed(&excerpt.id).is_some_and(|placed| placed.chapter == &chapter.chapter.id);
        text += &format!("  {:<24} {}\n", chapter.chapter.id, words(&decision, here, lang));
    }
    text + &duties::of_excerpt(corpus, excerpt, booklet.asked())
}

fn words(decision: &Decision, here: bool, lang: Lang) -> String {
    let pick = |vi: &str, en: &str| lang.tr(vi, en).to_owned();
    match decision {
        Decision::In { listed: true } if here => {
            pick("in ở đây: có tên trong include", "printed here: listed in include")
        }
        Decision::In { .. } if here => pick("in ở đây: hợp mọi điều kiện", "printed here: fits every criterion"),
        Decision::In { .. } => pick("hợp, nhưng một chương trước đã in", "fits, but an earlier chapter prints it"),
        Decision::Out(_) if here => {
            pick("in ở đây: được dẫn tới (references: include)", "printed here: referred to (references: include)")
        }
        Decision::Out(misses) => {
            misses.iter().map(|miss| miss.said().get(lang).to_owned()).collect::<Vec<_>>().join("; ")
        }
    }
}
