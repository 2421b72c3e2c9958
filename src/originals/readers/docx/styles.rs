//! Styles of Word, as far as they matter for words: the numbers of a list, and the font where it is an encoding.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::xml::{attribute, child, is, number, parsed, value};
use crate::originals::refusal::ReadRefusal;

/// How far styles are followed from one to the one that it is based on.
const LONGEST: usize = 50;

/// The list that a paragraph is of, and on which level.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct NumberedBy {
    pub list: Option<u32>,
    pub level: Option<u32>,
}

#[derive(Default)]
struct WordStyle {
    based_on: Option<String>,
    numbered: NumberedBy,
    font: Option<String>,
}

/// The styles of a file.
#[derive(Default)]
pub struct WordStyles {
    styles: BTreeMap<String, WordStyle>,
    /// The font of what has no other.
    font: Option<String>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

impl WordStyles {
    /// Reads the styles; without a part there are none.
    ///
    /// # Errors
    /// The part is damaged.
    pub fn read(part: Option<&str>) -> Result<Self, ReadRefusal> {
        let mut styles = WordStyles::default();
        let Some(part) = part else { return Ok(styles) };
        let document = parsed(part)?;
        for node in document.root_element().children() {
            if is(node, "docDefaults") {
                styles.font = child(node, "rPrDefault").and_then(|it| child(it, "rPr")).and_then(font);
            } else if is(node, "style") {
                styles.add(node);
            }
        }
        Ok(styles)
    }

    fn add(&mut self, node: Node<'_, '_>) {
        let Some(id) = attribute(node, "styleId") else { return };
        let paragraph = child(node, "pPr");
        let style = WordStyle {
            based_on: value(node, "basedOn").map(str::to_owned),
            numbered: paragraph.map(numbered_by).unwrap_or_default(),
            font: child(node, "rPr").and_then(font),
        };
        let is_default = matches!(attribute(node, "default"), Some("1" | "true" | "on"));
        if is_default && attribute(node, "type") == Some("paragraph") {
            self.default = Some(id.to_owned());
        }
        self.styles.insert(id.to_owned(), style);
    }

    /// A style and those that it is based on, nearest first.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s WordStyle)> {
        let mut next = id;
        let chain = std::iter::from_fn(move || {
            let id = next?;
            let style = self.styles.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        });
        chain.take(LONGEST)
    }

    /// Returns the list that paragraphs of a style are of, and the style that says so.
    pub fn numbered<'s>(&'s self, id: Option<&'s str>) -> Option<(&'s str, NumberedBy)> {
        let id = id.or(self.default.as_deref());
        let level = self.chain(id).find_map(|(_, style)| style.numbered.level);
        let (id, style) = self.chain(id).find(|(_, style)| style.numbered.list.is_some())?;
        Some((id, NumberedBy { list: style.numbered.list, level }))
    }

    /// Returns the font of a run, by its own style and that of its paragraph.
    pub fn font<'s>(&'s self, run: Option<&'s str>, paragraph: Option<&'s str>) -> Option<&'s str> {
        let paragraph = paragraph.or(self.default.as_deref());
        let by_style = |id| self.chain(id).find_map(|(_, style)| style.font.as_deref());
        run.and_then(|run| by_style(Some(run))).or_else(|| by_style(paragraph)).or(self.font.as_deref())
    }
}

/// The list that properties of a paragraph name.
pub fn numbered_by(properties: Node<'_, '_>) -> NumberedBy {
    let numbered = child(properties, "numPr");
    let read = |key| numbered.and_then(|node| number(node, key));
    NumberedBy { list: read("numId"), level: read("ilvl") }
}

/// The font that properties of a run name.
pub fn font(properties: Node<'_, '_>) -> Option<String> {
    let fonts = child(properties, "rFonts")?;
    attribute(fonts, "ascii").or_else(|| attribute(fonts, "hAnsi")).map(str::to_owned)
}
