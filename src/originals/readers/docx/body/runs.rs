//! Runs of text: what is shown of them, in which letters.

use roxmltree::Node;

use super::{BREAK, WordBlock, WordReading};
use crate::model::original::DropReason;
use crate::originals::note::ReadNote;
use crate::originals::readers::docx::fonts::shown;
use crate::originals::readers::docx::styles::font;
use crate::originals::readers::docx::xml::{self, XmlVocabulary, attribute, child, is_on, name, value};
use crate::originals::text::NoteMark;

/// What holds for the words that are being read.
#[derive(Default)]
pub struct RunState {
    paragraph_style: Option<String>,
    font: Option<String>,
    is_deleted: bool,
    is_inserted: bool,
    is_hidden: bool,
    inserted: Vec<String>,
    deleted: Vec<String>,
    converted: Vec<(&'static str, u64)>,
}

impl RunState {
    /// Begins a paragraph of a style, and returns that of the one around it.
    pub fn enter_paragraph(&mut self, style: Option<&str>) -> Option<String> {
        std::mem::replace(&mut self.paragraph_style, style.map(str::to_owned))
    }

    /// Goes back to the paragraph around.
    pub fn leave_paragraph(&mut self, outer: Option<String>) {
        self.paragraph_style = outer;
    }

    /// Whether a tracked change deletes what is being read.
    pub fn is_deleted(&self) -> bool {
        self.is_deleted
    }

    /// Returns remarks about the runs.
    pub fn notes(&mut self) -> Vec<ReadNote> {
        let (inserted, deleted) = (std::mem::take(&mut self.inserted), std::mem::take(&mut self.deleted));
        let tracked = (!inserted.is_empty() || !deleted.is_empty()).then_some(ReadNote::Tracked { inserted, deleted });
        let fonts =
            self.converted.iter().map(|(encoding, characters)| ReadNote::OldFont { encoding, characters: *characters });
        tracked.into_iter().chain(fonts).collect()
    }

    fn convert(&mut self, encoding: &'static str, text: &str) {
        let count = text.chars().filter(|c| !c.is_whitespace()).count() as u64;
        match self.converted.iter_mut().find(|(known, _)| *known == encoding) {
            Some((_, characters)) => *characters += count,
            None => self.converted.push((encoding, count)),
        }
    }
}

impl<'p> WordReading<'p> {
    /// Reads a part of a paragraph, and whatever holds it.
    pub(super) fn inline(&mut self, node: Node<'p, 'p>) {
        if !node.is_element() {
            return;
        }
        match name(node) {
            (XmlVocabulary::Word, "r") => self.run(node),
            (XmlVocabulary::Word, "t") | (XmlVocabulary::Math, "t") => self.text(&xml::text(node)),
            (XmlVocabulary::Word, "delText") => self.deleted(|body| body.text(&xml::text(node))),
            (XmlVocabulary::Word, "instrText" | "delInstrText") => {
                self.draft.drop(DropReason::FieldCode, &xml::text(node))
            }
            (XmlVocabulary::Drawing, "t") => self.draft.drop(DropReason::Diagram, &xml::text(node)),
            (XmlVocabulary::Word, "del" | "moveFrom") => self.deleted(|body| body.inside(node)),
            (XmlVocabulary::Word, "ins" | "moveTo") => self.inserted(node),
            (XmlVocabulary::Word, "pPr" | "rPr") => {}
            (XmlVocabulary::Word, "txbxContent") => self.text_box(node),
            (XmlVocabulary::Compatibility, "AlternateContent") => {
                if let Some(chosen) = self.chosen(node) {
                    self.inside(chosen);
                }
            }
            (XmlVocabulary::Word, sign) => self.sign(sign, node),
            _ => self.inside(node),
        }
    }

    fn inside(&mut self, node: Node<'p, 'p>) {
        node.children().for_each(|child| self.inline(child));
    }

    /// Signs that are elements, and whatever else Word puts around text.
    fn sign(&mut self, sign: &str, node: Node<'p, 'p>) {
        match sign {
            "tab" | "ptab" => self.words.text.push(' '),
            "br" | "cr" if matches!(attribute(node, "type"), Some("page" | "column")) => self.words.text.push(' '),
            "br" | "cr" => self.words.text.push(BREAK),
            "noBreakHyphen" => self.made('-'),
            "sym" => self.symbol(node),
            "footnoteReference" | "endnoteReference" => self.refer(sign == "endnoteReference", node),
            _ => self.inside(node),
        }
    }

    fn made(&mut self, sign: char) {
        if !self.state.is_deleted && !self.state.is_hidden {
            self.draft.make(sign.encode_utf8(&mut [0; 4]));
            self.words.text.push(sign);
        }
    }

    /// A sign of a font of signs, by its number. Those of fonts of their own cannot be written; a dot stands for them.
    fn symbol(&mut self, node: Node<'_, '_>) {
        let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
        match code.and_then(char::from_u32) {
            Some('\u{f02d}') => self.made('-'),
            Some('\u{f0b3}') => self.made('≥'),
            Some('\u{f0a3}') => self.made('≤'),
            Some('\u{f0b1}') => self.made('±'),
            Some('\u{f0b0}') => self.made('°'),
            Some('\u{f0b4}') => self.made('×'),
            Some('\u{f0a8}' | '\u{f06f}' | '\u{f071}' | '\u{f072}') => self.made('☐'),
            Some('\u{e000}'..='\u{f8ff}') => self.made('•'),
            Some(known) => self.made(known),
            None => {}
        }
    }

    fn refer(&mut self, is_endnote: bool, node: Node<'_, '_>) {
        if self.state.is_deleted {
            return;
        }
        if let Some(number) = attribute(node, "id").and_then(|id| self.notes.refer(is_endnote, id)) {
            self.words.notes.push(NoteMark { at: self.words.text.len(), number });
        }
    }

    fn run(&mut self, node: Node<'p, 'p>) {
        let properties = child(node, "rPr");
        let style = properties.and_then(|it| value(it, "rStyle"));
        let styled = |body: &Self| body.styles.font(style, body.state.paragraph_style.as_deref()).map(str::to_owned);
        let outer_font = self.state.font.take();
        self.state.font = properties.and_then(font).or_else(|| styled(self));
        let outer_hidden = self.state.is_hidden;
        self.state.is_hidden |= properties.is_some_and(|it| is_on(it, "vanish"));
        self.inside(node);
        self.state.is_hidden = outer_hidden;
        self.state.font = outer_font;
    }

    fn text(&mut self, text: &str) {
        let (shown, encoding) = shown(text, self.state.font.as_deref());
        if self.state.is_deleted {
            self.draft.drop(DropReason::TrackedDeletion, text);
            note(&mut self.state.deleted, &shown);
        } else if self.state.is_hidden {
            self.draft.drop(DropReason::HiddenText, text);
        } else {
            if let Some(encoding) = encoding {
                self.draft.convert(text, &shown);
                self.state.convert(encoding, text);
            }
            if self.state.is_inserted {
                note(&mut self.state.inserted, &shown);
            }
            self.words.text.push_str(&shown);
        }
    }

    /// Reads what a tracked change deleted.
    pub(super) fn deleted(&mut self, read: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.state.is_deleted, true);
        read(self);
        self.state.is_deleted = outer;
    }

    fn inserted(&mut self, node: Node<'p, 'p>) {
        let outer = std::mem::replace(&mut self.state.is_inserted, true);
        self.inside(node);
        self.state.is_inserted = outer;
    }

    /// A text box stands after the paragraph that it hangs on.
    fn text_box(&mut self, node: Node<'p, 'p>) {
        let outer = std::mem::take(&mut self.words);
        let carried = self.carried.take();
        let mut blocks: Vec<WordBlock> = Vec::new();
        node.children().for_each(|child| self.block(child, &mut blocks));
        self.words = outer;
        self.carried = carried;
        self.boxes.extend(blocks);
    }
}

fn note(list: &mut Vec<String>, words: &str) {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if !words.is_empty() {
        list.push(words);
    }
}
