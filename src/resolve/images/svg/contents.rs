//! Checks single elements of an SVG: images in their own formats, filters, and how much text there is.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::general_purpose::GeneralPurpose;
use base64::engine::{DecodePaddingMode, GeneralPurposeConfig};
use roxmltree::{Document, Node};

use super::super::{ImageCheck, ImageFault, raster};
use crate::resolve::messages::images;

/// Each is set by itself, and is a shape of its own in the end.
const MOST_CHARACTERS: usize = 20_000;
/// Filters that are quick whatever their numbers: shadows, blurs, colours. Others can take hours.
const FILTERS: [&str; 17] = [
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feOffset",
    "fePointLight",
    "feSpotLight",
];

/// Returns whether each element can be shown on paper as well as in a browser.
///
/// # Errors
/// The first that cannot.
pub fn check(document: &Document) -> Result<(), ImageFault> {
    let characters: usize = texts(document).map(|text| text.chars().count()).sum();
    if characters > MOST_CHARACTERS {
        return Err(images::svg_words(MOST_CHARACTERS).into());
    }
    document.descendants().filter(Node::is_element).try_for_each(|element| {
        let name = element.tag_name().name();
        match name {
            "image" => image(element),
            _ if name.starts_with("fe") && !FILTERS.contains(&name) => Err(images::svg_filter(name).into()),
            _ => Ok(()),
        }
    })
}

/// Returns what is within `text`, however deep.
pub fn texts<'d>(document: &'d Document<'d>) -> impl Iterator<Item = &'d str> {
    let is_set = |node: &Node| node.is_text() && node.ancestors().any(|it| it.tag_name().name() == "text");
    document.descendants().filter(is_set).filter_map(|node| node.text())
}

/// An image within the file: PNG or JPEG, as it says it is. Typst leaves out one that it cannot read, and says nothing.
fn image(element: Node) -> Result<(), ImageFault> {
    let Some(href) = element.attributes().find(|it| it.name() == "href") else { return Ok(()) };
    let data: String = href.value().chars().filter(|c| !c.is_whitespace()).collect();
    let (look, data): (ImageCheck, _) = match data.split_once(";base64,") {
        Some(("data:image/png", data)) => (raster::png, data),
        Some(("data:image/jpeg" | "data:image/jpg", data)) => (raster::jpeg, data),
        _ => return Err(images::svg_image().into()),
    };
    let forgiving = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let bytes = GeneralPurpose::new(&STANDARD, forgiving).decode(data).map_err(|_| images::svg_image())?;
    look(&bytes).map_err(|fault| ImageFault { reason: images::within_svg(&fault.reason), ..fault })
}
