//! XML within bounds, and its names without regard to which edition of the standard they are of.

use roxmltree::{Document, Node, ParsingOptions};

use crate::originals::refusal::{FileExcess, ReadRefusal};

/// The most nodes of a part.
const NODES: u32 = 4_000_000;
/// The most elements within one another.
const DEPTH: usize = 200;
/// The most attributes of an element, and of all declarations of name spaces around one. A parser compares each with each.
const ATTRIBUTES: usize = 500;

/// The vocabulary that a name is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum XmlVocabulary {
    Word,
    Drawing,
    Math,
    Compatibility,
    Other,
}

/// Bytes of a part as text: UTF-8, or UTF-16 as some programs write it.
pub fn decoded(bytes: Vec<u8>) -> Result<String, ReadRefusal> {
    match bytes.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            let text = crate::characters::encoding::read(&bytes).map(str::to_owned);
            Ok(text.unwrap_or_else(|foreign| foreign.shown).replace("encoding=\"UTF-16\"", ""))
        }
        _ => String::from_utf8(bytes).map_err(|error| ReadRefusal::Damaged(error.to_string())),
    }
}

/// Parses a part.
///
/// # Errors
/// It is no sound XML, declares entities, or is too large or too deep.
pub fn parsed(text: &str) -> Result<Document<'_>, ReadRefusal> {
    guard(text)?;
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => ReadRefusal::TooMuch(FileExcess::Elements),
        error => ReadRefusal::Damaged(error.to_string()),
    })
}

/// Looks at the tags alone, in one pass, for what would take a parser long.
fn guard(text: &str) -> Result<(), ReadRefusal> {
    let mut rest = text;
    let mut declared: Vec<usize> = Vec::new();
    while let Some(at) = rest.find('<') {
        rest = rest.get(at..).unwrap_or_default();
        let (tag, after) = tag(rest);
        rest = after;
        if tag.starts_with("</") {
            declared.pop();
        } else if !tag.starts_with("<!") && !tag.starts_with("<?") {
            let around = declared.last().copied().unwrap_or_default() + tag.matches("xmlns").count();
            if tag.matches('=').count() > ATTRIBUTES || around > ATTRIBUTES {
                return Err(ReadRefusal::TooMuch(FileExcess::Elements));
            }
            if !tag.ends_with("/>") {
                declared.push(around);
            }
            if declared.len() > DEPTH {
                return Err(ReadRefusal::TooMuch(FileExcess::Depth));
            }
        }
    }
    Ok(())
}

/// The tag, comment or the like that a text begins with, and what follows it.
fn tag(text: &str) -> (&str, &str) {
    for (begin, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")] {
        if text.starts_with(begin) {
            let length = text.find(end).map_or(text.len(), |at| at + end.len());
            return text.split_at(length);
        }
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (byte, quote) {
            (b'"' | b'\'', None) => quote = Some(byte),
            (b'>', None) => return text.split_at(at + 1),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    (text, "")
}

/// The vocabulary and the name of an element.
pub fn name<'n>(node: Node<'n, '_>) -> (XmlVocabulary, &'n str) {
    let vocabulary = match node.tag_name().namespace().unwrap_or_default() {
        uri if uri.contains("wordprocessingml") => XmlVocabulary::Word,
        uri if uri.contains("drawingml") => XmlVocabulary::Drawing,
        uri if uri.contains("officeDocument") && uri.ends_with("/math") => XmlVocabulary::Math,
        uri if uri.contains("markup-compatibility") => XmlVocabulary::Compatibility,
        _ => XmlVocabulary::Other,
    };
    (vocabulary, node.tag_name().name())
}

/// Whether a node is this element of Word.
pub fn is(node: Node<'_, '_>, wanted: &str) -> bool {
    node.is_element() && name(node) == (XmlVocabulary::Word, wanted)
}

/// The child of this name, of Word's.
pub fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(*child, wanted))
}

/// An attribute, whichever name space it has.
pub fn attribute<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == wanted).map(|attribute| attribute.value())
}

/// The value of the child of this name: `<w:numId w:val="3"/>`.
pub fn value<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    attribute(child(node, wanted)?, "val")
}

/// The value of the child of this name as a number.
pub fn number(node: Node<'_, '_>, wanted: &str) -> Option<u32> {
    value(node, wanted)?.trim().parse().ok()
}

/// Whether the child of this name is there and switched on.
pub fn is_on(node: Node<'_, '_>, wanted: &str) -> bool {
    child(node, wanted).is_some_and(|child| !matches!(attribute(child, "val"), Some("0" | "false" | "off" | "none")))
}

/// The text within a node, however it is split.
pub fn text(node: Node<'_, '_>) -> String {
    node.children().filter_map(|child| child.text().filter(|_| child.is_text())).collect()
}

/// Whether an element holds characters of the document.
pub fn holds_text(node: Node<'_, '_>) -> bool {
    node.is_element()
        && matches!(
            name(node),
            (XmlVocabulary::Word, "t" | "delText" | "instrText" | "delInstrText")
                | (XmlVocabulary::Math | XmlVocabulary::Drawing, "t")
        )
}

/// Every text below a node.
pub fn texts(node: Node<'_, '_>) -> impl Iterator<Item = String> {
    node.descendants().filter(|node| holds_text(*node)).map(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(xml: &str) -> Option<ReadRefusal> {
        parsed(xml).err()
    }

    #[test]
    fn hostile_xml_is_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert!(matches!(refusal(bomb), Some(ReadRefusal::Damaged(_))));
        let deep = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
        assert_eq!(refusal(&deep), Some(ReadRefusal::TooMuch(FileExcess::Depth)));
        let attributes: String = (0..100_000).map(|n| format!(" a{n}=\"\"")).collect();
        assert_eq!(refusal(&format!("<a{attributes}/>")), Some(ReadRefusal::TooMuch(FileExcess::Elements)));
        let spaces: String = (0..150)
            .map(|n| format!("<a{}>", (0..9).map(|m| format!(" xmlns:n{n}-{m}=\"u\"")).collect::<String>()))
            .collect();
        assert_eq!(refusal(&spaces), Some(ReadRefusal::TooMuch(FileExcess::Elements)));
        for xml in ["", "<", "<a", "<a b='>", "<!--", "<![CDATA[", "</a>", "<a></a></a>", "\0"] {
            assert!(matches!(refusal(xml), Some(ReadRefusal::Damaged(_))), "{xml:?}");
        }
        assert!(refusal("<a b='>'><!-- <b> --><b/>\u{1e}</a>".trim_end_matches('x')).is_some());
        assert_eq!(refusal("<a b='>'><!-- <b> --><b/></a>"), None);
    }
}
