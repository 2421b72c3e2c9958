//! The words of a file of Word in their order.

mod notes;
mod runs;
mod tables;

use roxmltree::{Document, Node};

use super::numbering::WordLists;
use super::parts::WordParts;
use super::styles::{NumberedBy, WordStyles, numbered_by};
use super::xml::{self, XmlVocabulary, child, is, name, parsed, value};
use crate::model::original::DropReason;
use crate::originals::draft::ReadingDraft;
use crate::originals::note::ReadNote;
use crate::originals::refusal::ReadRefusal;
use crate::originals::rewrap::begins_within;
use crate::originals::text::{MarkedWords, NoteMark};
use notes::WordNotes;
use runs::RunState;

/// A paragraph or row of a text.
enum WordBlock {
    Paragraph(MarkedWords),
    Row(Vec<MarkedWords>),
}

/// Stands for a line break until its paragraph ends.
const BREAK: char = '\u{2028}';

/// Reads the parts of a file.
///
/// # Errors
/// A part is damaged or too large.
pub fn draft(parts: &WordParts) -> Result<ReadingDraft, ReadRefusal> {
    let styles = WordStyles::read(parts.styles.as_deref())?;
    let lists = WordLists::read(parts.numbering.as_deref(), &styles)?;
    let document = parsed(&parts.document)?;
    let footnotes = parts.footnotes.as_deref().map(parsed).transpose()?;
    let endnotes = parts.endnotes.as_deref().map(parsed).transpose()?;
    let mut draft = ReadingDraft::default();
    for part in [Some(&document), footnotes.as_ref(), endnotes.as_ref()].into_iter().flatten() {
        xml::texts(part.root()).for_each(|text| draft.take(&text));
    }
    drop_parts(&parts.edges, DropReason::PageHead, &mut draft)?;
    drop_parts(&parts.comments, DropReason::Comment, &mut draft)?;
    drop_parts(&parts.diagrams, DropReason::Diagram, &mut draft)?;
    let mut body = WordReading {
        styles: &styles,
        lists,
        draft,
        notes: WordNotes::new(footnotes.as_ref(), endnotes.as_ref()),
        words: MarkedWords::default(),
        state: RunState::default(),
        boxes: Vec::new(),
        carried: None,
    };
    body.document(&document);
    Ok(body.finish())
}

/// Counts the words of parts that are no text of the law, and drops them.
fn drop_parts(parts: &[String], reason: DropReason, draft: &mut ReadingDraft) -> Result<(), ReadRefusal> {
    for part in parts {
        for text in xml::texts(parsed(part)?.root()) {
            draft.take(&text);
            draft.drop(reason, &text);
        }
    }
    Ok(())
}

/// A file of Word while it is read.
struct WordReading<'p> {
    styles: &'p WordStyles,
    lists: WordLists,
    draft: ReadingDraft,
    notes: WordNotes<'p>,
    /// Of the current paragraph.
    words: MarkedWords,
    state: RunState,
    /// The text boxes of the current paragraph.
    boxes: Vec<WordBlock>,
    /// The words of a paragraph whose end was deleted: they go on with the next.
    carried: Option<MarkedWords>,
}

impl<'p> WordReading<'p> {
    fn document(&mut self, document: &'p Document<'p>) {
        let body = child(document.root_element(), "body");
        for node in body.into_iter().flat_map(|body| body.children()) {
            let mut blocks = Vec::new();
            self.block(node, &mut blocks);
            self.put(blocks);
            self.put_notes();
        }
        self.put_carried();
        self.notes.refer_to_rest();
        self.put_notes();
    }

    fn put(&mut self, blocks: Vec<WordBlock>) {
        for block in blocks {
            match block {
                WordBlock::Paragraph(words) => self.draft.paragraph(words),
                WordBlock::Row(cells) => self.draft.row(cells),
            }
        }
    }

    fn put_carried(&mut self) {
        if let Some(words) = self.carried.take() {
            self.draft.paragraph(words);
        }
    }

    fn finish(mut self) -> ReadingDraft {
        let unknown: Vec<String> = self.lists.unknown().cloned().collect();
        unknown.into_iter().for_each(|format| self.draft.note(ReadNote::NumberFormat(format)));
        let restored: Vec<(String, String)> = self.lists.restored().cloned().collect();
        restored.into_iter().for_each(|(lost, word)| self.draft.note(ReadNote::RestoredLabel { lost, word }));
        self.state.notes().into_iter().for_each(|note| self.draft.note(note));
        self.draft
    }

    /// Reads what stands between paragraphs, and whatever holds it.
    fn block(&mut self, node: Node<'p, 'p>, out: &mut Vec<WordBlock>) {
        if !node.is_element() {
            return;
        }
        match name(node) {
            (XmlVocabulary::Word, "p") => self.paragraph(node, out),
            (XmlVocabulary::Word, "tbl") => self.table(node, out),
            (XmlVocabulary::Compatibility, "AlternateContent") => {
                if let Some(chosen) = self.chosen(node) {
                    self.blocks(chosen, out);
                }
            }
            (XmlVocabulary::Word, "del" | "moveFrom") => self.deleted(|body| body.blocks(node, out)),
            // Words that stand outside of any paragraph would be lost otherwise.
            _ if xml::holds_text(node) => self.draft.drop(DropReason::HiddenText, &xml::text(node)),
            _ => self.blocks(node, out),
        }
    }

    fn blocks(&mut self, node: Node<'p, 'p>, out: &mut Vec<WordBlock>) {
        node.children().for_each(|child| self.block(child, out));
    }

    /// The form of a drawing that is read; the words of the others are dropped.
    fn chosen(&mut self, node: Node<'p, 'p>) -> Option<Node<'p, 'p>> {
        let mut forms = node.children().filter(Node::is_element);
        let chosen = forms.next();
        for other in forms {
            xml::texts(other).for_each(|text| self.draft.drop(DropReason::OlderForm, &text));
        }
        chosen
    }

    fn paragraph(&mut self, node: Node<'p, 'p>, out: &mut Vec<WordBlock>) {
        let properties = child(node, "pPr");
        let is_joined = properties.and_then(|it| child(it, "rPr")).is_some_and(|it| child(it, "del").is_some());
        let (outer_words, outer_boxes) = (std::mem::take(&mut self.words), std::mem::take(&mut self.boxes));
        let outer_style = self.state.enter_paragraph(properties.and_then(|it| value(it, "pStyle")));
        if let Some(carried) = self.carried.take() {
            self.words = carried;
        }
        node.children().for_each(|child| self.inline(child));
        self.state.leave_paragraph(outer_style);
        let words = std::mem::replace(&mut self.words, outer_words);
        let boxes = std::mem::replace(&mut self.boxes, outer_boxes);
        if is_joined {
            self.carried = Some(words);
        } else {
            let label = if self.state.is_deleted() { String::new() } else { self.label(properties) };
            out.extend(lines(labelled(&label, words)).into_iter().map(WordBlock::Paragraph));
        }
        out.extend(boxes);
    }

    /// The number before a paragraph.
    fn label(&mut self, properties: Option<Node<'_, '_>>) -> String {
        let own = properties.map(numbered_by).unwrap_or_default();
        let style = properties.and_then(|it| value(it, "pStyle"));
        let by_style = self.styles.numbered(style);
        let styled = by_style.map(|(_, numbered)| numbered).unwrap_or_default();
        let Some(list) = own.list.or(styled.list).filter(|list| *list > 0) else { return String::new() };
        let bound = by_style.filter(|_| own.list.is_none());
        let bound = bound.and_then(|(id, _)| {
            self.lists.level_of_style(list, id).or_else(|| self.lists.level_of_style(list, style?))
        });
        let NumberedBy { list: _, level } = own;
        let label = self.lists.next(list, level.or(bound).or(styled.level).unwrap_or(0)).unwrap_or_default();
        self.draft.make(&label);
        label
    }
}

/// Words with their number before them.
fn labelled(label: &str, words: MarkedWords) -> MarkedWords {
    let mut labelled = words;
    labelled.text.insert_str(0, label);
    labelled.notes.iter_mut().for_each(|note| note.at += label.len());
    labelled
}

/// The lines of a paragraph; one that begins within a sentence goes on with the line before.
fn lines(words: MarkedWords) -> Vec<MarkedWords> {
    let mut lines: Vec<MarkedWords> = vec![MarkedWords::default()];
    let mut at = 0;
    for piece in words.text.split_inclusive(BREAK) {
        let text = piece.trim_end_matches(BREAK);
        let goes_on = lines.last().is_some_and(|line| line.text.trim().is_empty())
            || begins_within(text.trim_start())
            || text.trim().is_empty();
        if !goes_on {
            lines.push(MarkedWords::default());
        }
        if let Some(line) = lines.last_mut() {
            line.text.push(' ');
            let shift = line.text.len();
            let within = words.notes.iter().filter(|note| (at..=at + text.len()).contains(&note.at));
            line.notes.extend(within.map(|note| NoteMark { at: note.at - at + shift, number: note.number }));
            line.text.push_str(text);
        }
        at += piece.len();
    }
    if words.text.is_empty() {
        lines.iter_mut().for_each(|line| line.notes.clone_from(&words.notes));
    }
    lines
}

/// Whether a row or run of text was deleted by a tracked change.
fn is_deleted(properties: Option<Node<'_, '_>>) -> bool {
    properties.is_some_and(|properties| properties.children().any(|child| is(child, "del")))
}
