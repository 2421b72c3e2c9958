//! How much of an excerpt is apparatus: what a reader sees of it beside the rule itself. Both outputs are measured with this
//! one definition. [`essential`] is what readers come for; all else that a page shows of an excerpt is apparatus.

use std::ops::AddAssign;

use super::{BlockView, BodyView, ExcerptLink, ExcerptView, InlineView, ObligationView, StatusView, Words};

/// How many characters of some excerpts are visible, without spaces.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct VisibleText {
    /// Title, citation, body, duties, dates, state.
    pub essential: usize,
    pub apparatus: usize,
}

impl VisibleText {
    /// Returns what an output shows of an excerpt, given how many characters of it are visible there.
    pub fn of(excerpt: &ExcerptView, visible: usize) -> Self {
        let essential = essential(excerpt);
        VisibleText { essential, apparatus: visible.saturating_sub(essential) }
    }

    /// Returns the share of the apparatus in per cent.
    pub fn percent(self) -> usize {
        (100 * self.apparatus).checked_div(self.all()).unwrap_or_default()
    }

    /// Returns all visible characters.
    pub fn all(self) -> usize {
        self.essential + self.apparatus
    }
}

impl AddAssign for VisibleText {
    fn add_assign(&mut self, other: Self) {
        self.essential += other.essential;
        self.apparatus += other.apparatus;
    }
}

/// Returns how many characters of a text are visible: all but spaces.
pub fn visible(text: &str) -> usize {
    text.chars().filter(|character| !character.is_whitespace()).count()
}

/// Returns how many visible characters of an excerpt readers come for: title, citation, body, duties with their dates, and
/// the state with what it means. An output shows each of them once.
pub fn essential(excerpt: &ExcerptView) -> usize {
    let heads = [excerpt.title.as_deref(), Some(excerpt.citation.as_str()), excerpt.notice.as_deref()];
    let duties = excerpt.obligations.iter().map(duty).sum::<usize>();
    heads.into_iter().flatten().map(visible).sum::<usize>() + state(&excerpt.status) + body(&excerpt.body) + duties
}

/// Returns what the booklet on paper shows of an excerpt: as its template prints it.
pub fn on_paper(excerpt: &ExcerptView, words: &Words) -> VisibleText {
    let amendments = excerpt.amendments.iter().filter(|_| excerpt.same_reason_as.is_none());
    let notes = amendments.map(|it| it.text.as_str()).chain(excerpt.note.as_deref()).map(visible).sum();
    let links = |links: &[ExcerptLink]| links.iter().map(|link| visible(&link.number.to_string()) + 1).sum::<usize>();
    let named = [
        (&words.note, notes),
        (&words.sanction_for, links(&excerpt.sanction_for)),
        (&words.sanctions, links(&excerpt.sanctions)),
        (&words.related, links(&excerpt.related)),
    ];
    let named = named.into_iter().filter(|(_, length)| *length > 0).map(|(name, length)| visible(name) + length);
    let number = visible(&excerpt.number.to_string());
    let apparatus = number + line(excerpt) + named.sum::<usize>() + evidence(excerpt, words);
    // What a state means is said once for a chapter, and so is a long reason.
    let reason = excerpt.status.detail.as_deref().filter(|_| excerpt.same_reason_as.is_some());
    let elsewhere: usize = excerpt.notice.as_deref().into_iter().chain(reason).map(visible).sum();
    VisibleText { essential: essential(excerpt) - elsewhere, apparatus }
}

/// The one line about wording, confidence, source, check and original. Where the text is, is a link of the source, or words.
fn line(excerpt: &ExcerptView) -> usize {
    let original = excerpt.original.iter().flat_map(|it| [&it.before, &it.file_name, &it.after]);
    let names = [&excerpt.wording.name, &excerpt.confidence.name, &excerpt.checked];
    let in_words = excerpt.seen_in.is_empty() || excerpt.text_at.address.is_none();
    let text_at = Some(&excerpt.text_at.label).filter(|_| in_words);
    names
        .into_iter()
        .chain(excerpt.seen_in.iter().map(|it| &it.text))
        .chain(text_at)
        .chain(original)
        .map(|text| visible(text))
        .sum()
}

/// Counts the characters of the proofs that its duties were done. They are no part of a duty: most provisions ask for none.
fn evidence(excerpt: &ExcerptView, words: &Words) -> usize {
    let all = excerpt.obligations.iter().flat_map(|duty| &duty.evidence);
    all.map(|it| visible(&words.evidence) + visible(&it.what) + visible(&it.source)).sum()
}

fn state(status: &StatusView) -> usize {
    let StatusView { key: _, sign, text, detail, warn: _ } = status;
    visible(sign) + visible(text) + detail.as_deref().map_or(0, visible)
}

fn duty(duty: &ObligationView) -> usize {
    let deadline =
        duty.deadline.iter().map(|it| visible(&it.name) + visible(&it.text) + it.remark.as_deref().map_or(0, visible));
    let words = [&duty.who, &duty.verb, &duty.what, &duty.level.name];
    words.into_iter().map(|word| visible(word)).sum::<usize>() + deadline.sum::<usize>()
}

fn body(body: &BodyView) -> usize {
    let BodyView { blocks, footnotes } = body;
    blocks.iter().chain(footnotes.iter().flatten()).map(block).sum()
}

fn block(one: &BlockView) -> usize {
    match one {
        BlockView::Paragraph { content } | BlockView::Heading { content, .. } => inlines(content),
        BlockView::Points { points } => {
            points.iter().map(|it| visible(&it.label) + it.blocks.iter().map(block).sum::<usize>()).sum()
        }
        BlockView::Quote { blocks } => blocks.iter().map(block).sum(),
        BlockView::Table { head, rows, .. } => head.iter().chain(rows.iter().flatten()).map(|cell| inlines(cell)).sum(),
        BlockView::Image { caption, .. } => caption.as_deref().map_or(0, visible),
    }
}

fn inlines(content: &[InlineView]) -> usize {
    content.iter().map(inline).sum()
}

fn inline(one: &InlineView) -> usize {
    match one {
        InlineView::Text { text }
        | InlineView::Code { text }
        | InlineView::Instrument { text, .. }
        | InlineView::Raised { text } => visible(text),
        InlineView::Internal { text, number, .. } => visible(text) + 1 + visible(&number.to_string()),
        InlineView::Emphasis { content } | InlineView::Strong { content } | InlineView::Link { content, .. } => {
            inlines(content)
        }
        InlineView::Footnote { .. } => 1,
        InlineView::Break => 0,
    }
}
