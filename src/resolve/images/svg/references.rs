//! How much an SVG becomes when every reference in it is followed. `use`, patterns, masks, clip paths, filters and markers
//! repeat what they name, and one that leads back to itself has no end: Typst's reader of SVG overflows its stack at
//! some of the ways to write that. So what refers to what is looked at first.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};
use simplecss::{AttributeOperator, DeclarationTokenizer, Element, PseudoClass, StyleSheet};

use super::super::ImageFault;
use crate::resolve::messages::images;

/// How deep elements may be nested, with what they refer to.
const DEEPEST: u32 = 64;
/// How many elements there may be, with what they refer to as often as they do.
const MOST: u64 = 200_000;
/// How many pairs of an element and a rule of CSS may be compared.
const MOST_STYLING: usize = 20_000_000;

/// Returns whether references lead somewhere, and to a picture of bearable size.
///
/// # Errors
/// Why they do not.
pub fn check(document: &Document) -> Result<(), ImageFault> {
    let root = document.root_element();
    if is_deep(root) {
        return Err(images::svg_deep(DEEPEST).into());
    }
    let text = style_text(document);
    let sheet = StyleSheet::parse(&text);
    let elements = document.descendants().filter(Node::is_element).count();
    if elements as u64 > MOST || elements.saturating_mul(sheet.rules.len()) > MOST_STYLING {
        return Err(images::svg_large(MOST).into());
    }
    let mut weights = Weights { own: Own::read(document, &sheet), weighed: BTreeMap::new() };
    match weights.of(root, 0)? {
        Weight { elements: 0..=MOST, .. } => Ok(()),
        _ => Err(images::svg_large(MOST).into()),
    }
}

fn is_deep(root: Node) -> bool {
    let mut deepest = 0;
    let mut next = vec![(root, 1)];
    while let Some((element, depth)) = next.pop() {
        deepest = deepest.max(depth);
        if deepest > DEEPEST {
            return true;
        }
        next.extend(element.children().filter(Node::is_element).map(|child| (child, depth + 1)));
    }
    false
}

fn style_text(document: &Document) -> String {
    let styles = document.descendants().filter(|node| node.has_tag_name_of("style"));
    styles.filter_map(|style| style.text()).collect::<Vec<_>>().join("\n")
}

/// An element of whatever namespace.
trait NamedElements {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl NamedElements for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

/// What an element becomes.
#[derive(Clone, Copy)]
struct Weight {
    elements: u64,
    depth: u32,
}

struct Weights<'d> {
    own: Own<'d>,
    /// `None` while the element is being weighed: who asks for it then is a part of it.
    weighed: BTreeMap<usize, Option<Weight>>,
}

impl<'d> Weights<'d> {
    /// Weighs an element that is nested `level` deep.
    fn of(&mut self, element: Node<'d, 'd>, level: u32) -> Result<Weight, ImageFault> {
        if level > DEEPEST {
            return Err(images::svg_deep(DEEPEST).into());
        }
        match self.weighed.get(&element.id().get_usize()) {
            Some(Some(weight)) if level + weight.depth > DEEPEST => return Err(images::svg_deep(DEEPEST).into()),
            Some(Some(weight)) => return Ok(*weight),
            Some(None) => {
                let name = element.attribute("id").unwrap_or(element.tag_name().name());
                return Err(images::svg_cycle(name).into());
            }
            None => {}
        }
        self.weighed.insert(element.id().get_usize(), None);
        let mut whole = Weight { elements: 1, depth: 1 };
        let mut add = |weight: Weight, times: u64| {
            whole.elements = whole.elements.saturating_add(weight.elements.saturating_mul(times));
            whole.depth = whole.depth.max(weight.depth + 1);
        };
        for (target, times) in self.own.references(element) {
            add(self.of(target, level + 1)?, times);
        }
        for child in element.children().filter(Node::is_element) {
            add(self.of(child, level + 1)?, 1);
        }
        self.weighed.insert(element.id().get_usize(), Some(whole));
        Ok(whole)
    }
}

/// What elements say of references: in attributes, in `style`, in the style sheet.
struct Own<'d> {
    by_id: BTreeMap<&'d str, Node<'d, 'd>>,
    /// The ids that an element refers to, by property.
    said: BTreeMap<usize, BTreeMap<&'static str, Vec<String>>>,
}

/// Properties that refer to what an element is painted with or cut by.
const PROPERTIES: [&str; 8] =
    ["fill", "stroke", "marker-start", "marker-mid", "marker-end", "clip-path", "mask", "filter"];
/// Those of them that hold for what is within an element as well.
const INHERITED: [&str; 5] = ["fill", "stroke", "marker-start", "marker-mid", "marker-end"];
/// Elements that paint.
const PAINTING: [&str; 10] =
    ["path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath"];
/// Elements whose `href` is only a link, a moment in time, or an image within the file.
const LINKING: [&str; 7] = ["a", "image", "animate", "animateMotion", "animateTransform", "mpath", "discard"];

impl<'d> Own<'d> {
    fn read(document: &'d Document<'d>, sheet: &StyleSheet) -> Self {
        let mut own = Own { by_id: BTreeMap::new(), said: BTreeMap::new() };
        for element in document.descendants().filter(Node::is_element) {
            if let Some(id) = element.attribute("id") {
                own.by_id.entry(id).or_insert(element);
            }
            let said = said(element, sheet);
            if !said.is_empty() {
                own.said.insert(element.id().get_usize(), said);
            }
        }
        own
    }

    /// What the element refers to, and how often each is repeated.
    fn references(&self, element: Node<'d, 'd>) -> Vec<(Node<'d, 'd>, u64)> {
        let paints = PAINTING.contains(&element.tag_name().name());
        let named = PROPERTIES.iter().chain(&["href"]).flat_map(|property| {
            let inherits = paints && INHERITED.contains(property);
            let reach = if inherits { usize::MAX } else { 1 };
            let nearest =
                element.ancestors().take(reach).find_map(|it| self.said.get(&it.id().get_usize())?.get(property));
            let times = if property.starts_with("marker") { corners(element) } else { 1 };
            nearest.into_iter().flatten().map(move |id| (id, times))
        });
        named.filter_map(|(id, times)| Some((*self.by_id.get(id.as_str())?, times))).collect()
    }
}

/// How many corners a path has at most: a marker is drawn at each.
fn corners(element: Node) -> u64 {
    let drawn = element.attribute("d").or(element.attribute("points")).map_or(0, str::len);
    (drawn / 2) as u64 + 2
}

fn said(element: Node, sheet: &StyleSheet) -> BTreeMap<&'static str, Vec<String>> {
    let mut said: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    let mut add = |name: &str, value: &str| {
        for property in PROPERTIES.iter().filter(|it| **it == name || (name == "marker" && it.starts_with("marker"))) {
            said.entry(property).or_default().extend(addresses(value));
        }
    };
    for attribute in element.attributes() {
        add(attribute.name(), attribute.value());
    }
    for declaration in
        sheet.rules.iter().filter(|rule| rule.selector.matches(&Styled(element))).flat_map(|it| &it.declarations)
    {
        add(declaration.name, declaration.value);
    }
    for declaration in element.attribute("style").into_iter().flat_map(DeclarationTokenizer::from) {
        add(declaration.name, declaration.value);
    }
    let href = element.attributes().filter(|attribute| attribute.name() == "href");
    let href: Vec<String> = href.filter_map(|it| it.value().trim().strip_prefix('#')).map(str::to_owned).collect();
    if !href.is_empty() && !LINKING.contains(&element.tag_name().name()) {
        said.insert("href", href);
    }
    said
}

/// The ids in `url(#id)`.
fn addresses(value: &str) -> impl Iterator<Item = String> {
    let inner = value.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    let ids = inner.map(|inner| inner.trim().trim_matches(['"', '\'']).trim());
    ids.filter_map(|id| id.strip_prefix('#')).map(str::to_owned)
}

/// An element as the selectors of CSS see it, just as Typst's reader of SVG has them.
struct Styled<'a, 'd>(Node<'a, 'd>);

impl Element for Styled<'_, '_> {
    fn parent_element(&self) -> Option<Self> {
        self.0.parent_element().map(Styled)
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.0.prev_sibling_element().map(Styled)
    }

    fn has_local_name(&self, name: &str) -> bool {
        self.0.tag_name().name() == name
    }

    fn attribute_matches(&self, name: &str, operator: AttributeOperator<'_>) -> bool {
        self.0.attribute(name).is_some_and(|value| operator.matches(value))
    }

    fn pseudo_class_matches(&self, class: PseudoClass<'_>) -> bool {
        matches!(class, PseudoClass::FirstChild) && self.prev_sibling_element().is_none()
    }
}
