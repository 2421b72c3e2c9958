//! The data about a document: programs that sign write it anew, with their own name and the moment.

use lopdf::{Dictionary, Document, Object, decode_text_string};

/// What a program that signs may say of itself, in the dictionary and in XMP.
const ITS_OWN: [&str; 4] = ["Producer", "ModDate", "ModifyDate", "MetadataDate"];

/// Whether two information dictionaries say the same of the document.
pub(super) fn same_information(before: &Dictionary, after: &Dictionary) -> bool {
    facts_of(before) == facts_of(after)
}

fn facts_of(information: &Dictionary) -> Vec<(String, String)> {
    let text = |value: &Object| decode_text_string(value).unwrap_or_else(|_| format!("{value:?}"));
    let entries = information.iter().map(|(key, value)| (String::from_utf8_lossy(key).into_owned(), text(value)));
    let mut facts: Vec<_> = entries.filter(|(key, _)| !ITS_OWN.contains(&key.as_str())).collect();
    facts.sort();
    facts
}

/// Whether two XMP packets say the same of the document. One fact can be written as an attribute or as an element.
pub(super) fn same_packet(document: (&Document, &Document), before: &Object, after: &Object) -> bool {
    match (packet(document.0, before), packet(document.1, after)) {
        (Some(before), Some(after)) => before == after,
        _ => false,
    }
}

fn packet(document: &Document, value: &Object) -> Option<Vec<(String, String)>> {
    let stream = document.dereference(value).ok()?.1.as_stream().ok()?;
    let bytes = if stream.dict.has(b"Filter") { stream.decompressed_content().ok()? } else { stream.content.clone() };
    let text = String::from_utf8(bytes).ok()?;
    let tree = roxmltree::Document::parse(text.trim_start_matches('\u{feff}')).ok()?;
    let mut facts: Vec<_> = tree.descendants().flat_map(facts_of_element).collect();
    facts.sort();
    Some(facts)
}

/// The facts that an element states by itself, not by those in it.
fn facts_of_element(element: roxmltree::Node<'_, '_>) -> Vec<(String, String)> {
    const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    const TOOLKIT: &str = "adobe:ns:meta/";
    let is_frame = |space: Option<&str>| matches!(space, Some(RDF | TOOLKIT));
    let named = |space: Option<&str>, name: &str| format!("{}{name}", space.unwrap_or_default());
    let attributes =
        element.attributes().filter(|it| !is_frame(it.namespace()) && it.namespace() != Some(roxmltree::NS_XML_URI));
    let mut facts: Vec<(String, String, String)> =
        attributes.map(|it| (named(it.namespace(), it.name()), it.name().to_owned(), it.value().to_owned())).collect();
    let is_leaf = element.is_element() && !element.children().any(|child| child.is_element());
    let text = element.attribute((RDF, "resource")).or_else(|| element.text());
    if let Some(text) = text.filter(|text| is_leaf && !text.trim().is_empty()) {
        // An item of a list belongs to the fact whose list it is in.
        let of_list = |node: &roxmltree::Node<'_, '_>| is_frame(node.tag_name().namespace());
        if let Some(owner) = element.ancestors().find(|node| !of_list(node)) {
            let name = owner.tag_name();
            facts.push((named(name.namespace(), name.name()), name.name().to_owned(), text.to_owned()));
        }
    }
    facts
        .into_iter()
        .filter(|(_, name, _)| !ITS_OWN.contains(&name.as_str()))
        .map(|(whole, _, value)| (whole, value))
        .collect()
}
