//! The rows of the table of answers: a question as an office asks it, the answer, and the excerpts that say so. The page of
//! the search shows the row that fits a query best above its results.

use std::collections::BTreeMap;

use super::super::places;
use super::super::rich_text::plain;
use super::entries::{Entry, EntryKind, SearchField};
use super::names::OtherWords;
use crate::view::{BlockView, ExcerptNumber, ExcerptView, InlineView, View};

/// The fragment of the heading over the answers on the first page (`opening.html`).
const ANSWERS: &str = "hoi_dap";

/// A row of the table of answers.
pub(super) struct AnsweredQuestion {
    question: String,
    answer: String,
    /// What it rests on, in the order of the row.
    pub excerpts: Vec<ExcerptNumber>,
}

/// The rows of the edition's table of answers that name an excerpt: without one, nothing shows that the answer holds.
pub(super) fn rows(view: &View) -> Vec<AnsweredQuestion> {
    let pieces = view.front.iter().filter(|piece| view.first.answers.as_ref() == Some(&piece.anchor));
    let tables = pieces.flat_map(|piece| &piece.body.blocks).filter_map(|block| match block {
        BlockView::Table { rows, .. } => Some(rows),
        BlockView::Paragraph { .. }
        | BlockView::Heading { .. }
        | BlockView::Points { .. }
        | BlockView::Quote { .. }
        | BlockView::Image { .. } => None,
    });
    tables.flatten().filter_map(|cells| row(cells)).collect()
}

fn row(cells: &[Vec<InlineView>]) -> Option<AnsweredQuestion> {
    let mut excerpts = Vec::new();
    cells.iter().for_each(|cell| cited(&mut excerpts, cell));
    let (question, answer) = (plain(cells.first()?), plain(cells.get(1)?));
    (!excerpts.is_empty()).then_some(AnsweredQuestion { question, answer, excerpts })
}

fn cited(numbers: &mut Vec<ExcerptNumber>, content: &[InlineView]) {
    for inline in content {
        match inline {
            InlineView::Internal { number, .. } if !numbers.contains(number) => numbers.push(*number),
            InlineView::Emphasis { content } | InlineView::Strong { content } | InlineView::Link { content, .. } => {
                cited(numbers, content);
            }
            InlineView::Internal { .. }
            | InlineView::Text { .. }
            | InlineView::Code { .. }
            | InlineView::Break
            | InlineView::Instrument { .. }
            | InlineView::Footnote { .. }
            | InlineView::Raised { .. } => {}
        }
    }
}

/// A row as an entry of the index. The topics of its excerpts are among its words: `mua switch` asks for devices.
pub(super) fn entry<'a>(
    row: &AnsweredQuestion,
    excerpts: &BTreeMap<ExcerptNumber, &'a ExcerptView>,
    also: &OtherWords<'a>,
) -> Entry<'a> {
    let AnsweredQuestion { question, answer, excerpts: numbers } = row;
    let mut fields =
        vec![(SearchField::Heading, question.clone().into()), (SearchField::Duties, answer.clone().into())];
    for excerpt in numbers.iter().filter_map(|number| excerpts.get(number)) {
        fields.extend(excerpt.title.iter().map(|title| (SearchField::Duties, title.as_str().into())));
        for topic in &excerpt.topics {
            fields.push((SearchField::Labels, topic.name.as_str().into()));
            fields.extend(also.of(topic).map(|word| (SearchField::Labels, word.as_str().into())));
        }
    }
    Entry {
        kind: EntryKind::Answer,
        href: format!("{}#{ANSWERS}", places::INDEX),
        number: None,
        heading: question.clone().into(),
        title: None,
        status: None,
        topics: Vec::new(),
        audiences: Vec::new(),
        text: answer.clone().into(),
        fields,
        keys: Vec::new(),
    }
}
