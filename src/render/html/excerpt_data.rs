//! An excerpt for other programs: the keys of `view.json` that mean something beside its page, those that have a value.

use serde::Serialize;

use crate::view::{
    AmendmentView, BlockView, BodyView, ChangeMark, ExcerptLink, ExcerptNumber, ExcerptView, InlineView, Labelled,
    ObligationView, OriginalView, StatusView, TextAtView,
};

#[derive(Serialize)]
pub(super) struct ExcerptExport<'a> {
    number: ExcerptNumber,
    id: &'a str,
    citation: &'a str,
    citation_full: &'a str,
    locator: &'a str,
    instrument_citation: &'a str,
    instrument_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    status: StatusData<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<&'a ChangeMark>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<&'a str>,
    chapter: &'a str,
    /// Nothing where the plain text says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a BodyView>,
    wording: &'a Labelled,
    confidence: &'a Labelled,
    checked: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    obligations: &'a [ObligationView],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    sanction_for: &'a [ExcerptLink],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    sanctions: &'a [ExcerptLink],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    topics: &'a [Labelled],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    audiences: &'a [Labelled],
    sources: &'a [String],
    /// The file behind a quotation.
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<&'a OriginalView>,
    text_at: &'a TextAtView,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    amendments: &'a [AmendmentView],
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    related: &'a [ExcerptLink],
}

/// A state by its key and in words.
#[derive(Serialize)]
pub(super) struct StatusData<'a> {
    key: &'a str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
}

pub(super) fn status(status: &StatusView) -> StatusData<'_> {
    let StatusView {
        key,
        text,
        detail,
        sign: _, // how it is shown
        warn: _,
    } = status;
    StatusData { key, text, detail: detail.as_deref() }
}

impl<'a> ExcerptExport<'a> {
    pub(super) fn new(excerpt: &'a ExcerptView) -> Self {
        let ExcerptView {
            number,
            id,
            citation,
            citation_full,
            locator,
            instrument_citation,
            instrument_id,
            title,
            status,
            change,
            notice,
            chapter,
            body,
            wording,
            confidence,
            checked,
            obligations,
            sanction_for,
            sanctions,
            topics,
            audiences,
            sources,
            original,
            text_at,
            contact,
            amendments,
            note,
            related,
            anchor: _,         // of the page of its chapter
            source_line: _,    // the wording, the confidence and the day in one line
            to_copy: _,        // the citation, the state and the edition's day in one line
            keys: _,           // for the search only
            keep_whole: _,     // on paper
            seen_in: _,        // the sources, shorter
            same_reason_as: _, // on paper
        } = excerpt;
        ExcerptExport {
            number: *number,
            id,
            citation,
            citation_full,
            locator,
            instrument_citation,
            instrument_id,
            title: title.as_deref(),
            status: self::status(status),
            change: change.as_ref(),
            notice: notice.as_deref(),
            chapter,
            body: Some(body).filter(|body| !is_plain(body)),
            wording,
            confidence,
            checked,
            obligations,
            sanction_for,
            sanctions,
            topics,
            audiences,
            sources,
            original: original.as_ref(),
            text_at,
            contact: contact.as_deref(),
            amendments,
            note: note.as_deref(),
            related,
        }
    }
}

/// Whether a body is nothing but paragraphs and points of words: then the lines of the plain text are they, and what they cite is listed.
fn is_plain(body: &BodyView) -> bool {
    body.footnotes.is_empty() && body.blocks.iter().all(is_lines)
}

fn is_lines(block: &BlockView) -> bool {
    match block {
        BlockView::Paragraph { content } => content.iter().all(is_words),
        BlockView::Points { points } => points.iter().flat_map(|point| &point.blocks).all(is_lines),
        BlockView::Heading { .. } | BlockView::Quote { .. } | BlockView::Table { .. } | BlockView::Image { .. } => {
            false
        }
    }
}

/// Nothing is lost but weight and slant, and a link within the edition, which is among what the excerpt cites.
fn is_words(part: &InlineView) -> bool {
    match part {
        InlineView::Text { .. } | InlineView::Internal { .. } | InlineView::Instrument { .. } => true,
        InlineView::Emphasis { content } | InlineView::Strong { content } => content.iter().all(is_words),
        InlineView::Code { .. }
        | InlineView::Break
        | InlineView::Link { .. }
        | InlineView::Footnote { .. }
        | InlineView::Raised { .. } => false,
    }
}
