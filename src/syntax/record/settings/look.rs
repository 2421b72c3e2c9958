//! The section `look`: colour, emblem, margins, size of type. Nothing of it can become code: a colour is six digits, a
//! length is a number, an emblem is an image of the corpus.

use super::super::super::yaml::{Node, Value};
use super::super::{Context, Reader, values};
use crate::diag::advice;
use crate::model::colour::{Colour, LEGIBLE};
use crate::model::settings::{Logo, Look, Margins};
use crate::syntax::messages::{settings as codes, words, yaml};

pub fn look(node: &Node, context: &mut Context<'_>) -> Option<Look> {
    let mut reader = Reader::new(node, words::look_record(), context.key, context.file, context.sink)?;
    let accent = reader.optional("accent", accent);
    let logo = reader.optional("logo", logo);
    let margins = reader.optional("margins", margins);
    let text_size = reader.optional("text-size", |node, context| number(node, context, &TEXT_SIZE));
    reader.finish();
    Some(Look { accent: accent?, logo: logo?, margins: margins?.unwrap_or_default(), text_size: text_size? })
}

fn accent(node: &Node, context: &mut Context<'_>) -> Option<Colour> {
    // `accent: #1d4477` without quotation marks is a remark to YAML, and no value.
    if matches!(node.value, Value::Nothing) {
        let finding = context.at(yaml::EMPTY_VALUE, node).arg("advice", words::quote_colour());
        context.report(finding);
        return None;
    }
    let text = values::text(node, context)?;
    let Ok(colour) = text.parse::<Colour>() else {
        let finding = context.at(codes::BAD_COLOUR, node).arg("text", text).arg("advice", words::colour_form());
        context.report(finding);
        return None;
    };
    let contrast = colour.contrast(Look::GROUND);
    if contrast < LEGIBLE {
        let darker = colour.apart(Look::GROUND, Colour::BLACK, LEGIBLE);
        let finding = context.at(codes::FAINT_COLOUR, node).arg("text", text).arg("contrast", words::tenths(contrast));
        context.report(finding.arg("darker", darker.to_string()));
        return None;
    }
    Some(colour)
}

fn logo(node: &Node, context: &mut Context<'_>) -> Option<Logo> {
    let mut reader = Reader::new(node, words::logo_record(), context.key, context.file, context.sink)?;
    let file = reader.required("file", values::text);
    let alt = reader.required("alt", values::text);
    let height = reader.optional("height", |node, context| number(node, context, &LOGO_HEIGHT));
    reader.finish();
    Some(Logo { file: file?, alt: alt?, height: height? })
}

/// The usual ones are those of Decree 30/2020/NĐ-CP, annex I.
fn margins(node: &Node, context: &mut Context<'_>) -> Option<Margins> {
    let mut reader = Reader::new(node, words::margins_record(), context.key, context.file, context.sink)?;
    let mut margin = |key, bounds: &Bounds, usual| {
        reader.optional(key, |node, context| {
            let found = number(node, context, bounds)?;
            unusual(node, context, found, usual);
            Some(found)
        })
    };
    let top = margin("top", &UPRIGHT, (200, 250));
    let bottom = margin("bottom", &UPRIGHT, (200, 250));
    let left = margin("left", &LEFT, (300, 350));
    let right = margin("right", &RIGHT, (150, 200));
    reader.finish();
    Some(Margins { top: top?, bottom: bottom?, left: left?, right: right? })
}

/// What a number may be, in tenths of its unit.
struct Bounds {
    unit: &'static str,
    least: u16,
    most: u16,
}

const UPRIGHT: Bounds = Bounds { unit: "mm", least: 150, most: 400 };
const LEFT: Bounds = Bounds { unit: "mm", least: 200, most: 400 };
const RIGHT: Bounds = Bounds { unit: "mm", least: 100, most: 300 };
const TEXT_SIZE: Bounds = Bounds { unit: "pt", least: 120, most: 140 };
const LOGO_HEIGHT: Bounds = Bounds { unit: "mm", least: 80, most: 400 };

/// A number within bounds, in tenths: `22`, `22.5`.
fn number(node: &Node, context: &mut Context<'_>, bounds: &Bounds) -> Option<u16> {
    let text = values::text(node, context)?;
    let found = tenths(&text).filter(|number| (bounds.least..=bounds.most).contains(number));
    if found.is_none() {
        let near = tenths(&nearly(&text)).map(|near| near.clamp(bounds.least, bounds.most));
        let advice = near.map_or_else(|| words::a_number(bounds.least), |near| advice::write_it(&words::decimal(near)));
        let finding = context.at(codes::NOT_WITHIN, node).arg("text", text).arg("unit", bounds.unit);
        let finding = finding.arg("least", words::decimal(bounds.least)).arg("most", words::decimal(bounds.most));
        context.report(finding.arg("advice", advice));
    }
    found
}

/// `22.5` as 225.
fn tenths(text: &str) -> Option<u16> {
    let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(tenth) || tenth.len() != 1 {
        return None;
    }
    whole.parse::<u16>().ok()?.checked_mul(10)?.checked_add(tenth.parse().ok()?)
}

/// `2,5 cm` and `22,5mm` as they are meant: with a point and without a unit.
fn nearly(text: &str) -> String {
    let text = text.replace(',', ".").to_lowercase();
    let in_cm = text.ends_with("cm");
    let number = text.trim_end_matches(|sign: char| sign.is_alphabetic()).trim();
    match (in_cm, tenths(number)) {
        (true, Some(tenths)) => tenths.to_string(),
        _ => number.to_owned(),
    }
}

/// Says that a margin is none that administrative documents have: `usual`, in tenths of a millimetre.
fn unusual(node: &Node, context: &mut Context<'_>, found: u16, (least, most): (u16, u16)) {
    if !(least..=most).contains(&found) {
        let finding = context.at(codes::UNUSUAL_MARGIN, node).arg("text", words::decimal(found));
        context.report(finding.arg("least", words::decimal(least)).arg("most", words::decimal(most)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        assert_eq!(["22", "22.5", "0.5", "0022"].map(tenths), [Some(220), Some(225), Some(5), Some(220)]);
        for wrong in ["", "22,5", "22.55", "-1", "+5", "1e3", ".5", "5.", "99999", "2 2", "٣"] {
            assert_eq!(tenths(wrong), None, "{wrong}");
        }
        assert_eq!(["22,5mm", "2,5 cm", "22 mm", "rộng"].map(nearly), ["22.5", "25", "22", ""]);
    }
}
