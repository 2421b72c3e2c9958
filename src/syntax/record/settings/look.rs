//! The section `look`: colour, emblem, margins, size of type. Nothing of it can become code: a colour is six digits, a
//! length is a number, an emblem is an image of the corpus.

use super::super::super::yaml::{Node, Value};
use super::super::fields::{ValueKind, record};
use super::super::reader::Context;
use super::super::shape::{Bounds, Shape};
use super::super::values::{self, FilePath, Leaf, TEXT, choice};
use crate::diag::{Fix, advice};
use crate::model::colour::{Colour, LEGIBLE};
use crate::model::settings::{Logo, Look, Margins};
use crate::syntax::messages::{settings as codes, words, yaml};

record! {
    pub(in super::super) look: words::look_record => Look {
        accent: optional("accent", ACCENT, "\"#7a1f2b\"")
            vi "màu của cẩm nang, trên giấy và trên web: `\"#\"` và sáu chữ số 0-9, a-f, **trong nháy kép**; phải đủ đậm, tương phản với nền trang ít nhất 4,5 : 1"
            en "the colour, on paper and on the web: `\"#\"` and six digits 0-9, a-f, **in quotation marks**; dark enough to stand out from the page by 4.5 : 1";
        logo: optional("logo", logo(), "{file: images/bieu-trung.svg, alt: Biểu trưng của Sở, height: 20}")
            vi "biểu trưng, in trên bìa và đầu mỗi trang web"
            en "the emblem, on the cover and at the top of each web page";
        margins: optional("margins", margins(), "{top: 20, bottom: 20, left: 30, right: 20}")
            vi "lề trang giấy, mm; không ghi là 20, 20, 30, 18; in hai mặt thì lề ngoài ít nhất 22"
            en "the margins of the page, in mm; 20, 20, 30, 18 when absent; sheets of two sides have 22 outside at least";
        text_size: optional("text-size", Tenths(TEXT_SIZE), "13")
            vi "cỡ chữ của thân bài trên giấy; không ghi là 10,5"
            en "the size of the text on paper; 10.5 when absent";
        binding: optional("binding", choice(), "duplex")
            vi "in một mặt hay hai mặt; không ghi là `one-sided`"
            en "whether sheets are printed on one side or on both; `one-sided` when absent";
    }
    make Look { accent, logo, margins: margins.unwrap_or_default(), text_size, binding: binding.unwrap_or_default() }
}

const ACCENT: Leaf<Colour> = Leaf::new(accent, || Shape::Colour);

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

record! {
    logo: words::logo_record => Logo {
        file: required("file", FilePath("images/"), "images/bieu-trung.svg")
            vi "hình trong `images/` (SVG, PNG, JPEG)"
            en "an image of `images/` (SVG, PNG, JPEG)";
        alt: required("alt", TEXT, "Biểu trưng của Sở Khoa học và Công nghệ")
            vi "hình đó là gì, cho người không nhìn thấy"
            en "what it shows, for those who cannot see it";
        height: optional("height", Tenths(LOGO_HEIGHT), "20")
            vi "chiều cao trên bìa; không ghi là 20"
            en "its height on the cover; 20 when absent";
    }
    make Logo { file, alt, height }
}

record! {
    /// The usual ones are those of Decree 30/2020/NĐ-CP, annex I.
    margins: words::margins_record => Margins {
        top: optional("top", Margin { bounds: UPRIGHT, usual: (200, 250) }, "20")
            vi "lề trên; ngoài 20 - 25 mm (Phụ lục I Nghị định số 30/2020/NĐ-CP) là cảnh báo"
            en "above; a warning outside 20 - 25 mm (Decree 30/2020/NĐ-CP, annex I)";
        bottom: optional("bottom", Margin { bounds: UPRIGHT, usual: (200, 250) }, "20")
            vi "lề dưới; ngoài 20 - 25 mm là cảnh báo"
            en "below; a warning outside 20 - 25 mm";
        left: optional("left", Margin { bounds: LEFT, usual: (300, 350) }, "30")
            vi "lề trái; ngoài 30 - 35 mm là cảnh báo"
            en "on the left; a warning outside 30 - 35 mm";
        right: optional("right", Margin { bounds: RIGHT, usual: (150, 200) }, "20")
            vi "lề phải; ngoài 15 - 20 mm là cảnh báo"
            en "on the right; a warning outside 15 - 20 mm";
    }
    make Margins { top, bottom, left, right }
}

const UPRIGHT: Bounds = Bounds { unit: "mm", least: 150, most: 400, per: 10 };
const LEFT: Bounds = Bounds { unit: "mm", least: 200, most: 400, per: 10 };
const RIGHT: Bounds = Bounds { unit: "mm", least: 100, most: 300, per: 10 };
const TEXT_SIZE: Bounds = Bounds { unit: "pt", least: 120, most: 140, per: 10 };
const LOGO_HEIGHT: Bounds = Bounds { unit: "mm", least: 80, most: 400, per: 10 };

/// A number within bounds, in tenths: `22`, `22.5`.
struct Tenths(Bounds);

impl ValueKind for Tenths {
    type Value = u16;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<u16> {
        let Bounds { least, most, unit, .. } = self.0;
        let text = values::text(node, context)?;
        let found = tenths(&text).filter(|number| (least..=most).contains(number));
        if found.is_none() {
            let near = tenths(&nearly(&text)).map(|near| near.clamp(least, most));
            let advice = near.map_or_else(|| words::a_number(least), |near| advice::write_it(&words::decimal(near)));
            // Another way to write the same number is no other number.
            let same = near.filter(|near| tenths(&nearly(&text)) == Some(*near)).map(words::decimal);
            let finding = context.at(codes::NOT_WITHIN, node).fix(same.map(Fix::value));
            let finding = finding.arg("text", text).arg("unit", unit);
            let finding = finding.arg("least", words::decimal(least)).arg("most", words::decimal(most));
            context.report(finding.arg("advice", advice));
        }
        found
    }

    fn shape(&self) -> Shape {
        Shape::Number(self.0)
    }
}

/// A margin, in tenths of a millimetre; one that administrative documents do not have is reported.
struct Margin {
    bounds: Bounds,
    usual: (u16, u16),
}

impl ValueKind for Margin {
    type Value = u16;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<u16> {
        let found = Tenths(self.bounds).read(node, context)?;
        unusual(node, context, found, self.usual);
        Some(found)
    }

    fn shape(&self) -> Shape {
        Shape::Number(self.bounds)
    }
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
