//! The marks that a reader has left in a file of Word: comments, and changes that were tracked. Each is known with the
//! bookmark that it is in, so that it is known of what it is.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::parts::WordParts;
use super::xml::{self, attribute, child, is, parsed, value};
use crate::originals::refusal::ReadRefusal;

/// A mark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WordMark {
    pub kind: WordMarkKind,
    /// As the program calls them; often nothing.
    pub who: Option<String>,
    /// `2031-06-02T09:30:00Z`, as the program writes it.
    pub when: Option<String>,
    /// What the comment says; which words came or went.
    pub said: String,
    /// The words that are commented on; of a change, the beginning of its paragraph.
    pub at: String,
    /// The bookmark that it is in, or else the last before it.
    pub bookmark: Option<String>,
    /// The heading above it.
    pub heading: Option<String>,
}

/// Kinds of marks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum WordMarkKind {
    Comment,
    Insertion,
    Deletion,
    /// Only the look of words or paragraphs.
    Look,
}

/// The most characters of the words around a mark.
const AT: usize = 160;
/// A paragraph that was parted or joined.
const PARAGRAPH: &str = "¶";

/// Returns the marks in the order of the text. `is_known` says which bookmarks name something; others are passed over.
///
/// # Errors
/// The file is damaged, or something in it is too large.
pub fn marks(bytes: &[u8], is_known: &dyn Fn(&str) -> bool) -> Result<Vec<WordMark>, ReadRefusal> {
    let parts = WordParts::read(bytes)?;
    let document = parsed(&parts.document)?;
    let notes =
        parts.footnotes.iter().chain(&parts.endnotes).map(|part| parsed(part)).collect::<Result<Vec<_>, _>>()?;
    let comments = parts.comments.iter().map(|part| parsed(part)).collect::<Result<Vec<_>, _>>()?;
    let mut reading = MarkReading {
        comments: comments.iter().flat_map(comments_of).collect(),
        notes: &notes,
        is_known,
        open: Vec::new(),
        last: None,
        heading: None,
        ranges: BTreeMap::new(),
        marks: Vec::new(),
        continues: None,
        paragraph: String::new(),
    };
    reading.children(document.root_element());
    Ok(reading.finish())
}

/// A comment of the part that has them all.
struct StoredComment {
    who: Option<String>,
    when: Option<String>,
    said: String,
}

fn comments_of<'d>(part: &'d Document<'d>) -> Vec<(String, StoredComment)> {
    let all = part.root_element().children().filter(|node| is(*node, "comment"));
    let one = |node: Node<'_, '_>| {
        let lines = node.descendants().filter(|it| is(*it, "p")).map(|line| xml::texts(line).collect::<String>());
        let said = lines.filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n");
        Some((attribute(node, "id")?.to_owned(), StoredComment { who: who(node), when: when(node), said }))
    };
    all.filter_map(one).collect()
}

/// Walks the text from its beginning.
struct MarkReading<'d> {
    comments: BTreeMap<String, StoredComment>,
    notes: &'d [Document<'d>],
    is_known: &'d dyn Fn(&str) -> bool,
    /// The bookmarks around, by their id.
    open: Vec<(String, String)>,
    last: Option<String>,
    heading: Option<String>,
    /// By the id of a comment whose range is open: its words so far, and the place where it began.
    ranges: BTreeMap<String, WordMark>,
    marks: Vec<WordMark>,
    /// Whether the last mark is a change after which nothing came yet: what follows of the same kind, person and time is of it.
    continues: Option<WordMarkKind>,
    paragraph: String,
}

impl<'d> MarkReading<'d> {
    fn children(&mut self, node: Node<'d, 'd>) {
        node.children().filter(Node::is_element).for_each(|child| self.node(child));
    }

    fn node(&mut self, node: Node<'d, 'd>) {
        match node.tag_name().name() {
            "p" => self.paragraph(node),
            "bookmarkStart" => self.bookmark(node),
            "bookmarkEnd" => self.open.retain(|(id, _)| Some(id.as_str()) != attribute(node, "id")),
            "commentRangeStart" => self.comment_begins(node),
            "commentRangeEnd" => {}
            "commentReference" => self.comment(node),
            "footnoteReference" | "endnoteReference" => self.note(node),
            "ins" | "moveTo" => self.change(WordMarkKind::Insertion, node),
            "del" | "moveFrom" => self.change(WordMarkKind::Deletion, node),
            "rPrChange" | "pPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange" | "sectPrChange" => {
                self.look(node);
            }
            "cellIns" => self.put(WordMarkKind::Insertion, node, PARAGRAPH.to_owned()),
            "cellDel" => self.put(WordMarkKind::Deletion, node, PARAGRAPH.to_owned()),
            _ if xml::holds_text(node) => self.words(&xml::text(node)),
            _ => self.children(node),
        }
    }

    fn paragraph(&mut self, node: Node<'d, 'd>) {
        self.continues = None;
        let text: String = xml::texts(node).collect();
        let style = child(node, "pPr").and_then(|it| value(it, "pStyle")).unwrap_or_default();
        if style.to_ascii_lowercase().starts_with("heading") {
            self.heading = Some(text.clone());
        }
        self.paragraph = text.chars().take(AT).collect();
        self.children(node);
    }

    fn bookmark(&mut self, node: Node<'_, '_>) {
        let (Some(id), Some(name)) = (attribute(node, "id"), attribute(node, "name")) else { return };
        if (self.is_known)(name) {
            self.open.push((id.to_owned(), name.to_owned()));
            self.last = Some(name.to_owned());
        }
    }

    /// Notes stand where their marks are.
    fn note(&mut self, node: Node<'_, '_>) {
        let Some(id) = attribute(node, "id") else { return };
        let name = node.tag_name().name().strip_suffix("Reference").unwrap_or_default();
        let notes = self.notes;
        let all = notes.iter().flat_map(|part| part.root_element().children());
        let found = all.filter(|it| is(*it, name)).find(|it| attribute(*it, "id") == Some(id));
        let around = (self.paragraph.clone(), self.heading.clone());
        found.into_iter().for_each(|note| self.children(note));
        (self.paragraph, self.heading) = around;
    }

    fn words(&mut self, text: &str) {
        self.continues = None;
        self.extend_ranges(text);
    }

    /// The words of open ranges go on, whether they are kept or changed.
    fn extend_ranges(&mut self, text: &str) {
        for mark in self.ranges.values_mut() {
            let room = AT.saturating_sub(mark.at.chars().count());
            mark.at.extend(text.chars().take(room));
        }
    }

    fn comment_begins(&mut self, node: Node<'_, '_>) {
        if let Some(id) = attribute(node, "id") {
            let mark = self.mark(WordMarkKind::Comment, node, String::new());
            self.ranges.insert(id.to_owned(), WordMark { at: String::new(), ..mark });
        }
    }

    fn comment(&mut self, node: Node<'_, '_>) {
        let Some(id) = attribute(node, "id") else { return };
        let Some(StoredComment { who, when, said }) = self.comments.remove(id) else { return };
        let begun = self.ranges.remove(id).filter(|mark| !mark.at.trim().is_empty());
        let mark = begun.unwrap_or_else(|| self.mark(WordMarkKind::Comment, node, String::new()));
        self.marks.push(WordMark { who, when, said, ..mark });
    }

    /// Words that came or went. Where nothing but its own properties is within, a paragraph was parted or joined.
    fn change(&mut self, kind: WordMarkKind, node: Node<'d, 'd>) {
        let text: String = xml::texts(node).collect();
        if node.children().any(|it| it.is_element()) {
            self.go_on(kind, node, &text);
            self.extend_ranges(&text);
            // Within may be a comment, or a change of somebody else.
            let within = node.descendants().skip(1).filter(|it| {
                matches!(
                    it.tag_name().name(),
                    "commentReference" | "footnoteReference" | "endnoteReference" | "del" | "ins"
                )
            });
            within.collect::<Vec<_>>().into_iter().for_each(|it| self.node(it));
        } else {
            self.put(kind, node, PARAGRAPH.to_owned());
        }
    }

    /// Programs part one change into several runs.
    fn go_on(&mut self, kind: WordMarkKind, node: Node<'_, '_>, text: &str) {
        let (who, when) = (who(node), when(node));
        let same = self.continues == Some(kind);
        match self.marks.last_mut().filter(|last| same && last.kind == kind && last.who == who && last.when == when) {
            Some(last) => last.said.push_str(text),
            None => {
                let mark = self.mark(kind, node, text.to_owned());
                self.marks.push(mark);
            }
        }
        self.continues = Some(kind);
    }

    /// Of several changes of the look of one paragraph by one person, one is said.
    fn look(&mut self, node: Node<'_, '_>) {
        let mark = self.mark(WordMarkKind::Look, node, String::new());
        if self.marks.last() != Some(&mark) {
            self.marks.push(mark);
        }
    }

    fn put(&mut self, kind: WordMarkKind, node: Node<'_, '_>, said: String) {
        let mark = self.mark(kind, node, said);
        self.marks.push(mark);
    }

    fn mark(&self, kind: WordMarkKind, node: Node<'_, '_>, said: String) -> WordMark {
        let around = self.open.last().map(|(_, name)| name);
        WordMark {
            kind,
            who: who(node),
            when: when(node),
            said,
            at: self.paragraph.clone(),
            bookmark: around.or(self.last.as_ref()).cloned(),
            heading: self.heading.clone(),
        }
    }

    /// A comment whose place is gone is still a comment.
    fn finish(mut self) -> Vec<WordMark> {
        let lost = std::mem::take(&mut self.comments).into_values().map(|StoredComment { who, when, said }| WordMark {
            kind: WordMarkKind::Comment,
            who,
            when,
            said,
            at: String::new(),
            bookmark: None,
            heading: None,
        });
        self.marks.into_iter().chain(lost).collect()
    }
}

fn who(node: Node<'_, '_>) -> Option<String> {
    attribute(node, "author").map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned)
}

fn when(node: Node<'_, '_>) -> Option<String> {
    attribute(node, "date").map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned)
}
