//! Runs: words, links, marks of footnotes.

use super::{WordWriter, bookmark};
use crate::render::flow::{FlowBlock, FlowRun, LinkTarget, RunLook};
use crate::xml_package::{address, escape_into};

/// Where runs are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct RunPlace {
    /// Within a link, which has its own style.
    pub is_linked: bool,
    /// Within a footnote, which can have none of its own.
    pub is_noted: bool,
}

impl WordWriter<'_> {
    pub(super) fn runs(&mut self, runs: &[FlowRun], place: RunPlace) {
        for run in runs {
            match run {
                FlowRun::Text { text, look } => self.text(text, *look, place),
                FlowRun::Break => self.out.push_str("<w:r><w:br/></w:r>"),
                FlowRun::Link { to, runs } => self.link(to, runs, place),
                FlowRun::Note { index, again } => self.note_mark(*index, *again, place),
            }
        }
    }

    /// A run. Neither a line's end nor a tab in it is one of Word's.
    pub(super) fn text(&mut self, text: &str, look: RunLook, place: RunPlace) {
        if text.is_empty() {
            return;
        }
        let properties = properties(look, place);
        self.out.push_str("<w:r>");
        if !properties.is_empty() {
            self.out.push_str(&format!("<w:rPr>{properties}</w:rPr>"));
        }
        self.out.push_str("<w:t xml:space=\"preserve\">");
        escape_into(&mut self.out, text);
        self.out.push_str("</w:t></w:r>");
    }

    fn link(&mut self, to: &LinkTarget, runs: &[FlowRun], place: RunPlace) {
        let attribute = match to {
            LinkTarget::Anchor(anchor) if self.anchors.contains(anchor.as_str()) => {
                format!("w:anchor=\"{}\"", bookmark(anchor))
            }
            LinkTarget::Address(to) if !place.is_linked => format!("r:id=\"{}\"", self.relation(&address(to))),
            LinkTarget::Anchor(_) | LinkTarget::Address(_) => return self.runs(runs, place),
        };
        self.out.push_str(&format!("<w:hyperlink {attribute} w:history=\"1\">"));
        self.runs(runs, RunPlace { is_linked: true, ..place });
        self.out.push_str("</w:hyperlink>");
    }

    /// The relation of an address: one for each, however often the part leads there.
    fn relation(&mut self, address: &str) -> String {
        let next = format!("rIdLink{}", self.links.len() + 1);
        self.links.entry(address.to_owned()).or_insert(next).clone()
    }

    /// The first mark of a note is its reference; another is its number, which leads there.
    fn note_mark(&mut self, index: usize, again: bool, place: RunPlace) {
        if place.is_noted {
            return self.note_within(index, place);
        }
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(index).or_insert(next);
        if again {
            let style = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
            let run = format!("<w:r>{style}<w:t>{number}</w:t></w:r>");
            self.out.push_str(&format!("<w:hyperlink w:anchor=\"note_{number}\" w:history=\"1\">{run}</w:hyperlink>"));
        } else {
            self.bookmark_start(&format!("note_{number}"));
            self.out.push_str(&format!(
                "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>"
            ));
            self.bookmark_end();
        }
    }

    /// A footnote of a footnote, in brackets where its mark would be.
    fn note_within(&mut self, index: usize, place: RunPlace) {
        let flow = self.flow;
        self.text(" [", RunLook::default(), place);
        for block in flow.notes.get(index).into_iter().flatten() {
            if let FlowBlock::Paragraph { runs, .. } = block {
                self.runs(runs, place);
            }
        }
        self.text("]", RunLook::default(), place);
    }

    pub(super) fn bookmark_start(&mut self, name: &str) {
        self.bookmarks += 1;
        self.out.push_str(&format!("<w:bookmarkStart w:id=\"{}\" w:name=\"{name}\"/>", self.bookmarks));
    }

    pub(super) fn bookmark_end(&mut self) {
        self.out.push_str(&format!("<w:bookmarkEnd w:id=\"{}\"/>", self.bookmarks));
    }
}

/// In the order of the schema.
fn properties(look: RunLook, place: RunPlace) -> String {
    let RunLook { is_bold, is_italic, is_code, is_raised, is_struck, is_underlined, is_english } = look;
    let all = [
        (place.is_linked, "<w:rStyle w:val=\"Hyperlink\"/>"),
        (is_code, "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>"),
        (is_bold, "<w:b/>"),
        (is_italic, "<w:i/>"),
        (is_struck, "<w:strike/>"),
        (is_underlined, "<w:u w:val=\"single\"/>"),
        (is_raised, "<w:vertAlign w:val=\"superscript\"/>"),
        (is_english, "<w:lang w:val=\"en-GB\"/>"),
    ];
    all.into_iter().filter_map(|(is_so, element)| is_so.then_some(element)).collect()
}
