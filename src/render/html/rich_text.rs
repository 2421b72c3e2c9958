//! The closed tree of text as HTML. Only the elements written here can come out; all text is escaped.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;

use super::images::Images;
use super::places::{Places, Spot};
use super::{RenderError, Site, view_fault};
use crate::view::{BlockView, BodyView, InlineView, PointView, Words};

/// Where a body stands.
#[derive(Clone, Copy)]
pub(super) struct TextSetting<'a> {
    pub(super) spot: Spot<'a>,
    /// The anchor of what the body belongs to: the ids of its footnotes begin with it, so that they are unique on a
    /// page with many bodies.
    pub(super) owner: &'a str,
    /// The heading above the body, to distinguish its tables from those of other bodies.
    pub(super) name: &'a str,
    /// The level of the heading above the body; its own headings are below.
    pub(super) level: u8,
}

/// About how many bytes a body has.
const BODY: usize = 4 * 1024;

/// One body with its footnotes.
pub(super) fn body(site: &Site, setting: TextSetting, body: &BodyView) -> Result<String, RenderError> {
    let mut writer = RichTextWriter {
        places: &site.places,
        images: &site.images,
        words: &site.view.words,
        setting,
        out: String::with_capacity(BODY),
        calls: (1..).zip(&body.footnotes).map(|(number, _)| (number, 0)).collect(),
        tables: 0,
    };
    writer.blocks(&body.blocks)?;
    writer.footnotes(&body.footnotes)?;
    Ok(writer.out)
}

/// Plain text in which web addresses are links.
pub(super) fn linked_text(text: &str, words: &Words) -> String {
    let mut out = String::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        // Most words have none, which is soon seen.
        let address = if piece.contains("://") { address_start(piece) } else { None };
        let begin = address.unwrap_or(piece.len());
        let (before, rest) = piece.split_at(begin);
        let (url, after) = rest.split_at(rest.trim_end_matches(address_ends_before).len());
        escape(&mut out, before);
        if !url.is_empty() {
            // The address is the text: paper need not print it again.
            open_link(&mut out, url, "external bare");
            escape(&mut out, url);
            close_link(&mut out, words);
        }
        escape(&mut out, after);
    }
    out
}

/// Where an address of the web begins, whatever the case of its scheme.
fn address_start(piece: &str) -> Option<usize> {
    let lower = piece.to_ascii_lowercase();
    lower.find("https://").or_else(|| lower.find("http://"))
}

/// Punctuation after an address belongs to the sentence.
fn address_ends_before(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | ')' | ']' | '”' | '"' | '\'' | '>')
}

struct RichTextWriter<'a> {
    places: &'a Places<'a>,
    images: &'a Images<'a>,
    words: &'a Words,
    setting: TextSetting<'a>,
    out: String,
    /// How often each footnote was called so far, by its number; each call has its own id and its own way back.
    calls: BTreeMap<u32, u32>,
    tables: u32,
}

impl RichTextWriter<'_> {
    fn blocks(&mut self, blocks: &[BlockView]) -> Result<(), RenderError> {
        blocks.iter().try_for_each(|block| self.block(block))
    }

    fn block(&mut self, block: &BlockView) -> Result<(), RenderError> {
        match block {
            BlockView::Paragraph { content } => self.around("p", content),
            BlockView::Heading { level, content } => self.heading(*level, content),
            BlockView::Points { points } => self.points(points),
            BlockView::Quote { blocks } => {
                self.out.push_str("<blockquote>\n");
                self.blocks(blocks)?;
                self.out.push_str("</blockquote>\n");
                Ok(())
            }
            BlockView::Table { alignment, head, rows } => self.table(alignment, head, rows),
            BlockView::Image { path, alt, caption } => self.image(path, alt, caption.as_deref()),
        }
    }

    fn around(&mut self, tag: &str, content: &[InlineView]) -> Result<(), RenderError> {
        self.within(tag, content)?;
        self.out.push('\n');
        Ok(())
    }

    fn heading(&mut self, level: u8, content: &[InlineView]) -> Result<(), RenderError> {
        let level = self.setting.level.saturating_add(level).clamp(2, 6);
        self.around(&format!("h{level}"), content)
    }

    /// The label is text of the law (`đ)`), so it is written as text and not left to the browser's counting.
    fn points(&mut self, points: &[PointView]) -> Result<(), RenderError> {
        self.out.push_str("<ul class=\"points\">\n");
        for point in points {
            self.out.push_str("<li><span class=\"label\">");
            escape(&mut self.out, &point.label);
            self.out.push_str("</span> <div>\n");
            self.blocks(&point.blocks)?;
            self.out.push_str("</div></li>\n");
        }
        self.out.push_str("</ul>\n");
        Ok(())
    }

    fn table(
        &mut self,
        alignment: &[String],
        head: &[Vec<InlineView>],
        rows: &[Vec<Vec<InlineView>>],
    ) -> Result<(), RenderError> {
        self.tables += 1;
        let (number, name) = (self.tables, self.setting.name);
        // A wide table scrolls within this region, which the keyboard must reach and a screen reader must name.
        self.out.push_str("<section class=\"scroll\" tabindex=\"0\" aria-label=\"");
        escape(&mut self.out, &format!("{} {number}, {name}", self.words.table));
        self.out.push_str("\">\n<table>\n");
        if head.iter().any(|cell| !plain(cell).trim().is_empty()) {
            self.out.push_str("<thead>\n<tr>");
            for (cell, align) in cells(head, alignment) {
                // An empty cell is no heading.
                let (tag, scope) = if plain(cell).trim().is_empty() { ("td", "") } else { ("th", " scope=\"col\"") };
                self.cell(tag, scope, align, cell)?;
            }
            self.out.push_str("</tr>\n</thead>\n");
        }
        self.out.push_str("<tbody>\n");
        for row in rows {
            self.out.push_str("<tr>");
            for (cell, align) in cells(row, alignment) {
                self.cell("td", "", align, cell)?;
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n</section>\n");
        Ok(())
    }

    fn cell(&mut self, tag: &str, scope: &str, align: &str, content: &[InlineView]) -> Result<(), RenderError> {
        let class = match align {
            "centre" => " class=\"centre\"",
            "end" => " class=\"end\"",
            _ => "",
        };
        self.put(format_args!("<{tag}{scope}{class}>"));
        self.inlines(content)?;
        self.put(format_args!("</{tag}>"));
        Ok(())
    }

    fn image(&mut self, path: &str, alt: &str, caption: Option<&str>) -> Result<(), RenderError> {
        let size = self.images.size(path)?;
        let address = self.images.address(self.setting.spot.root, path);
        self.put(format_args!("<figure>\n<img src=\"{address}\" alt=\""));
        escape(&mut self.out, alt);
        self.out.push('"');
        if let Some((width, height)) = size {
            self.put(format_args!(" width=\"{width}\" height=\"{height}\""));
        }
        self.out.push_str(">\n");
        if let Some(caption) = caption {
            self.out.push_str("<figcaption>");
            escape(&mut self.out, caption);
            self.out.push_str("</figcaption>\n");
        }
        self.out.push_str("</figure>\n");
        Ok(())
    }

    fn inlines(&mut self, content: &[InlineView]) -> Result<(), RenderError> {
        content.iter().try_for_each(|inline| self.inline(inline))
    }

    fn inline(&mut self, inline: &InlineView) -> Result<(), RenderError> {
        match inline {
            InlineView::Text { text } => escape(&mut self.out, text),
            InlineView::Emphasis { content } => self.within("em", content)?,
            InlineView::Strong { content } => self.within("strong", content)?,
            InlineView::Code { text } => {
                self.out.push_str("<code>");
                escape(&mut self.out, text);
                self.out.push_str("</code>");
            }
            InlineView::Break => self.out.push_str("<br>\n"),
            InlineView::Link { url, content } => self.link(url, content)?,
            InlineView::Internal { anchor, chapter: _, number, text } => {
                self.internal(anchor, text)?;
                // The number is how readers find the place on paper too.
                self.put(format_args!("\u{a0}<span class=\"to\">→ {number}</span></a>"));
            }
            InlineView::Instrument { anchor, text } => {
                self.internal(anchor, text)?;
                self.out.push_str("</a>");
            }
            // The calls are counted here anyway, for the ways back.
            InlineView::Footnote { number, again: _ } => self.footnote_call(*number)?,
            InlineView::Raised { text } => {
                self.out.push_str("<sup>");
                escape(&mut self.out, text);
                self.out.push_str("</sup>");
            }
        }
        Ok(())
    }

    fn within(&mut self, tag: &str, content: &[InlineView]) -> Result<(), RenderError> {
        self.put_all(["<", tag, ">"]);
        self.inlines(content)?;
        self.put_all(["</", tag, ">"]);
        Ok(())
    }

    /// Only the schemes of the contract make a link; any other address is shown as text.
    fn link(&mut self, url: &str, content: &[InlineView]) -> Result<(), RenderError> {
        let is = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
        let web = is("https://") || is("http://");
        if !web && !is("mailto:") {
            self.inlines(content)?;
            self.out.push_str(" (");
            escape(&mut self.out, url);
            self.out.push(')');
            return Ok(());
        }
        if web {
            open_link(&mut self.out, url, "external");
        } else {
            self.out.push_str("<a href=\"");
            escape(&mut self.out, url);
            self.out.push_str("\">");
        }
        self.inlines(content)?;
        if web {
            close_link(&mut self.out, self.words);
        } else {
            self.out.push_str("</a>");
        }
        Ok(())
    }

    fn internal(&mut self, anchor: &str, text: &str) -> Result<(), RenderError> {
        let href = self.places.href(&self.setting.spot, anchor)?;
        self.put_all(["<a href=\"", &href, "\">"]);
        escape(&mut self.out, text);
        Ok(())
    }

    fn footnote_call(&mut self, number: u32) -> Result<(), RenderError> {
        let owner = self.setting.owner;
        let Some(calls) = self.calls.get_mut(&number) else {
            return Err(view_fault(format!("`{owner}` calls a footnote {number} that it does not have")));
        };
        *calls += 1;
        let call = *calls;
        self.put(format_args!("<sup><a id=\"{owner}_{number}_{call}\" href=\"#{owner}_{number}\" aria-label=\""));
        escape(&mut self.out, &self.words.footnotes);
        self.put(format_args!(" {number}\">{number}</a></sup>"));
        Ok(())
    }

    fn footnotes(&mut self, notes: &[Vec<BlockView>]) -> Result<(), RenderError> {
        if notes.is_empty() {
            return Ok(());
        }
        // Each note on its own first: a note may call another one, and only then are all ways back known.
        let body = std::mem::take(&mut self.out);
        let mut texts = Vec::new();
        for note in notes {
            self.blocks(note)?;
            texts.push(std::mem::take(&mut self.out));
        }
        self.out = body;
        let owner = self.setting.owner;
        self.out.push_str("<ol class=\"footnotes\">\n");
        for (text, (number, calls)) in texts.iter().zip(self.calls.clone()) {
            self.put(format_args!("<li id=\"{owner}_{number}\">\n{text}"));
            for call in 1..=calls {
                self.put(format_args!("<a class=\"back\" href=\"#{owner}_{number}_{call}\" aria-label=\""));
                escape(&mut self.out, &self.words.back_to_text);
                self.put(format_args!(" {number}"));
                if calls > 1 {
                    self.put(format_args!(".{call}"));
                }
                self.out.push_str("\">↩</a>\n");
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n");
        Ok(())
    }

    fn put_all<const N: usize>(&mut self, pieces: [&str; N]) {
        pieces.iter().for_each(|piece| self.out.push_str(piece));
    }

    fn put(&mut self, words: std::fmt::Arguments) {
        // Writing into a string cannot fail.
        let _ = self.out.write_fmt(words);
    }
}

fn open_link(out: &mut String, url: &str, class: &str) {
    out.push_str("<a class=\"");
    out.push_str(class);
    out.push_str("\" rel=\"noopener\" href=\"");
    escape(out, url);
    out.push_str("\">");
}

fn close_link(out: &mut String, words: &Words) {
    out.push_str("<span class=\"hidden\"> (");
    escape(out, &words.external);
    out.push_str(")</span></a>");
}

/// Cells with the alignment of their columns.
fn cells<'a>(row: &'a [Vec<InlineView>], alignment: &'a [String]) -> impl Iterator<Item = (&'a [InlineView], &'a str)> {
    let alignment = alignment.iter().map(String::as_str).chain(std::iter::repeat("start"));
    row.iter().map(Vec::as_slice).zip(alignment)
}

/// The words of some text without its form and its footnotes.
pub(super) fn plain(content: &[InlineView]) -> String {
    let mut words = String::new();
    for inline in content {
        match inline {
            InlineView::Text { text }
            | InlineView::Code { text }
            | InlineView::Internal { text, .. }
            | InlineView::Instrument { text, .. } => words.push_str(text),
            InlineView::Emphasis { content } | InlineView::Strong { content } | InlineView::Link { content, .. } => {
                words.push_str(&plain(content));
            }
            InlineView::Break => words.push(' '),
            InlineView::Footnote { .. } | InlineView::Raised { .. } => {}
        }
    }
    words
}

/// Text as HTML text or as a quoted attribute.
pub(super) fn escape(out: &mut String, text: &str) {
    for (plain, entity) in escaped(text) {
        out.push_str(plain);
        out.push_str(entity);
    }
}

/// The same for what templates print. Tera's own writes byte by byte, which took a third of the time of a page.
pub(super) fn escape_to(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    escaped(text).try_for_each(|(plain, entity)| {
        out.write_all(plain.as_bytes())?;
        if entity.is_empty() { Ok(()) } else { out.write_all(entity.as_bytes()) }
    })
}

/// The stretches that need no escape, each with the entity for the sign after it.
fn escaped(text: &str) -> impl Iterator<Item = (&str, &'static str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let sign = sign_in(rest.as_bytes());
        // All these signs are of one byte.
        let split = sign.and_then(|(at, entity)| Some((rest.get(..at)?, entity, rest.get(at + 1..)?)));
        let (plain, entity, after) = split.unwrap_or((rest, "", ""));
        rest = after;
        Some((plain, entity))
    })
}

/// The place of the first sign that is escaped, and how.
fn sign_in(bytes: &[u8]) -> Option<(usize, &'static str)> {
    // Every byte of every page passes here, and most stretches have no sign. Sixteen bytes are looked at without a branch, so
    // that the compiler can do it with vector instructions; a search that may stop at each byte cannot be compiled so.
    // `memchr` does the same for three bytes at most, and there are five: two searches of each text, and more code.
    let (stretches, _) = bytes.as_chunks::<STRETCH>();
    let clean = stretches.iter().take_while(|stretch| stretch.iter().fold(0, |found, b| found | is_sign(*b)) == 0);
    let before = clean.count() * STRETCH;
    let rest = bytes.get(before..)?.iter().zip(before..);
    rest.map(|(byte, at)| (at, entity(*byte))).find(|(_, entity)| !entity.is_empty())
}

const STRETCH: usize = 16;

/// 1 for a sign. `|` and not `||`, which would branch.
fn is_sign(b: u8) -> u8 {
    u8::from((b == b'&') | (b == b'<') | (b == b'>') | (b == b'"') | (b == b'\''))
}

fn entity(byte: u8) -> &'static str {
    match byte {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        b'\'' => "&#39;",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markup_are_escaped_and_nothing_else() {
        for c in '\0'..'\u{300}' {
            let mut out = String::new();
            escape(&mut out, &format!("a{c}b"));
            assert_eq!(out != format!("a{c}b"), "&<>\"'".contains(c), "{c:?}");
            // At every place of a stretch, with others before and after.
            for before in 0..2 * STRETCH {
                let (before, after) = ("a".repeat(before), "b".repeat(2 * STRETCH));
                let mut long = String::new();
                escape(&mut long, &format!("{before}{c}{after}"));
                let sign = out.strip_prefix('a').and_then(|rest| rest.strip_suffix('b')).unwrap();
                assert_eq!(long, format!("{before}{sign}{after}"), "{c:?}");
            }
        }
        let mut out = Vec::new();
        escape_to("\"Đ&<'>đ\"", &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "&quot;Đ&amp;&lt;&#39;&gt;đ&quot;");
    }
}
