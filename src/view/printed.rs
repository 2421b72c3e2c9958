//! What an edition printed of each excerpt, as a release keeps it: so that the next edition can mark what is new to those who
//! have the former one, and say how.

use super::{BlockView, BodyView, ExcerptView, InlineView, ObligationView};
use crate::hash::sha256;
use crate::model::release::PrintedExcerpt;

/// Returns what a release keeps of an excerpt.
pub fn printed(excerpt: &ExcerptView) -> PrintedExcerpt {
    let words = words(excerpt);
    PrintedExcerpt {
        id: excerpt.id.clone(),
        sha256: sha256(words.as_bytes()),
        state: excerpt.status.key.clone(),
        words,
    }
}

/// Title, citation, text and duties on one line. The state is kept beside, and how it was read is no news of the law.
fn words(excerpt: &ExcerptView) -> String {
    let heads = [excerpt.title.as_deref(), Some(excerpt.citation.as_str())];
    let mut pieces: Vec<String> = heads.into_iter().flatten().map(str::to_owned).collect();
    let BodyView { blocks, footnotes } = &excerpt.body;
    blocks.iter().chain(footnotes.iter().flatten()).for_each(|one| block(one, &mut pieces));
    pieces.extend(excerpt.obligations.iter().map(duty));
    let whole = pieces.join(" ");
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn duty(duty: &ObligationView) -> String {
    let deadline = duty.deadline.as_ref().map(|it| it.text.as_str()).unwrap_or_default();
    format!("{} {} {} {} {deadline}", duty.who, duty.verb, duty.what, duty.level.name)
}

fn block(one: &BlockView, pieces: &mut Vec<String>) {
    match one {
        BlockView::Paragraph { content } | BlockView::Heading { content, .. } => pieces.push(inlines(content)),
        BlockView::Points { points } => {
            for point in points {
                pieces.push(point.label.clone());
                point.blocks.iter().for_each(|one| block(one, pieces));
            }
        }
        BlockView::Quote { blocks } => blocks.iter().for_each(|one| block(one, pieces)),
        BlockView::Table { head, rows, .. } => {
            pieces.extend(head.iter().chain(rows.iter().flatten()).map(|cell| inlines(cell)));
        }
        BlockView::Image { alt, caption, .. } => pieces.extend([alt.clone()].into_iter().chain(caption.clone())),
    }
}

/// Where a link leads is no wording; its number changes with every excerpt before it.
fn inlines(content: &[InlineView]) -> String {
    content.iter().map(inline).collect()
}

fn inline(one: &InlineView) -> String {
    match one {
        InlineView::Text { text }
        | InlineView::Code { text }
        | InlineView::Internal { text, .. }
        | InlineView::Instrument { text, .. } => text.clone(),
        InlineView::Emphasis { content } | InlineView::Strong { content } | InlineView::Link { content, .. } => {
            inlines(content)
        }
        InlineView::Break => " ".to_owned(),
        InlineView::Footnote { .. } | InlineView::Raised { .. } => String::new(),
    }
}
