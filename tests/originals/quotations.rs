//! Quotations over every provision of the real texts that lie beside the repository, and over an invented law: the unit as
//! `camnang new` writes it is right, and every way of making it false is found.

use crate::support::originals;

use camnang::internals::diag::{FileId, Sink};
use camnang::internals::model::provision::UnitKind;
use camnang::internals::model::text::{Body, plain_text};
use camnang::internals::originals::quotation::{compare, written};
use camnang::internals::originals::text::OriginalText;
use camnang::internals::originals::tree::{ProvisionTree, TreeNode};
use camnang::internals::syntax::markdown::{self, Purpose};

const INVENTED: &str = "Điều 1. Mua máy
1. Cơ quan không được mua máy cũ, trừ trường hợp khẩn cấp. Máy mới phải có 2 cổng.
2. Cơ quan phải:
a) Lập sổ *máy* [mới] theo mẫu_01;
b) Không mua máy bịa; máy hỏng thì bỏ;
c) Báo cáo, nếu máy hỏng.
- Máy 1;
- Máy 2.
3. Máy cũ không được bán.
Điều 2. Sổ của máy được giữ 5 năm.
Điều 3. Máy
Trong văn bản này, máy là:
1. “Máy” là máy.
2.Xe là xe.
PHỤ LỤC
DANH MỤC MÁY
| STT | Máy |
| 1 | Máy một |
| 1.1 | Máy | ";

fn read(text: &str) -> Body {
    let mut sink = Sink::default();
    markdown::parse(text, 0..text.len(), FileId(0), Purpose::Excerpt, &mut sink)
}

/// A quotation of a unit and where it is from.
struct Quoted<'t> {
    tree: &'t ProvisionTree,
    unit: &'t TreeNode,
    text: String,
}

impl Quoted<'_> {
    fn is_right(&self, text: &str) -> bool {
        compare(self.tree, self.unit, &read(text)).is_empty()
    }

    fn place(&self) -> String {
        self.unit.locator.as_ref().unwrap().to_string()
    }
}

/// The units that an excerpt is of, with their own words.
fn units(tree: &ProvisionTree) -> Vec<Quoted<'_>> {
    let kinds =
        [UnitKind::Article, UnitKind::Clause, UnitKind::Point, UnitKind::Item, UnitKind::Dash, UnitKind::Paragraph];
    let is_unit = |node: &&TreeNode| {
        node.locator.is_some() && node.unit.as_ref().is_some_and(|unit| kinds.contains(&unit.kind()))
    };
    let quoted = |unit| Quoted { tree, unit, text: written(tree, unit) };
    tree.nodes().iter().filter(is_unit).map(quoted).filter(|quoted| !quoted.text.trim().is_empty()).collect()
}

/// Whether two texts have the same words.
fn same(one: &str, other: &str) -> bool {
    plain_text(&read(one)) == plain_text(&read(other))
}

fn without_last_word(text: &str) -> String {
    text.trim_end().rsplit_once(char::is_whitespace).map_or(String::new(), |(rest, _)| rest.to_owned())
}

fn without_first_word(text: &str) -> String {
    text.trim_start().split_once(char::is_whitespace).map_or(String::new(), |(_, rest)| rest.to_owned())
}

/// Another word in the middle.
fn swapped(text: &str) -> Option<String> {
    let words: Vec<(usize, &str)> = words(text).filter(|(_, word)| word.chars().all(char::is_alphabetic)).collect();
    let (at, word) = *words.get(words.len() / 2)?;
    Some(format!("{}khác{}", &text[..at], &text[at + word.len()..]))
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// A text with the first word that is `word` replaced.
fn replaced(text: &str, word: &str, by: &str) -> Option<String> {
    let (at, _) = words(text).find(|(_, found)| *found == word)?;
    Some(format!("{}{by}{}", &text[..at], text[at + word.len()..].trim_start()))
}

/// Another digit in the first number that is no label.
fn other_number(text: &str) -> Option<String> {
    let start = words(text).nth(1)?.0;
    let at = text[start..].find(|c: char| c.is_ascii_digit())? + start;
    let digit = if text[at..].starts_with('7') { '8' } else { '7' };
    Some(format!("{}{digit}{}", &text[..at], &text[at + 1..]))
}

/// The text without one of its paragraphs in the middle.
fn without_item(text: &str) -> Option<String> {
    let items: Vec<&str> = text.split("\n\n").collect();
    let items: Vec<&str> = if items.len() > 1 { items } else { text.lines().collect() };
    (items.len() > 2).then(|| {
        items.iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, item)| *item).collect::<Vec<_>>().join("\n\n")
    })
}

/// Every false text that is made of a quotation, with its name.
fn mutants(quoted: &Quoted<'_>, next: Option<&Quoted<'_>>, elsewhere: &str) -> Vec<(&'static str, String)> {
    let text = quoted.text.as_str();
    let made = [
        ("end cut", Some(without_last_word(text))),
        ("start cut", Some(without_first_word(text))),
        ("neighbour", next.map(|next| next.text.clone())),
        ("another instrument", Some(elsewhere.to_owned())),
        ("word swapped", swapped(text)),
        ("item dropped", without_item(text)),
        ("không removed", replaced(text, "không", "")),
        ("không left out", replaced(text, "không", "[…] ")),
        ("number changed", other_number(text)),
        ("half", Some(text.chars().take(text.chars().count() / 2).collect())),
        ("one word", words(text).nth(2).map(|(_, word)| word.to_owned())),
    ];
    made.into_iter().filter_map(|(name, made)| Some((name, made?))).filter(|(_, made)| !same(made, text)).collect()
}

#[derive(Default, Debug)]
struct Tried {
    right: usize,
    alarms: Vec<String>,
    mutants: usize,
    missed: Vec<String>,
}

/// Tries each `step`th unit of a text.
fn try_units(text: &OriginalText, other: &ProvisionTree, step: usize) -> Tried {
    let tree = ProvisionTree::read(text);
    let units = units(&tree);
    let mut tried = Tried::default();
    for (at, quoted) in units.iter().enumerate().step_by(step) {
        tried.right += 1;
        if !quoted.is_right(&quoted.text) {
            let faults = compare(&tree, quoted.unit, &read(&quoted.text));
            tried.alarms.push(format!("{}: {faults:?}", quoted.place()));
        }
        let next =
            units.iter().skip(at + 1).find(|next| next.unit.parent == quoted.unit.parent && next.text != quoted.text);
        let place = quoted.unit.locator.as_ref().unwrap();
        let same_place = other.nodes().iter().find(|node| node.locator.as_ref() == Some(place));
        let elsewhere = same_place.map_or("Máy bịa.".to_owned(), |node| written(other, node));
        for (name, made) in mutants(quoted, next, &elsewhere) {
            tried.mutants += 1;
            if quoted.is_right(&made) {
                tried.missed.push(format!("{} {name}: {made}", quoted.place()));
            }
        }
    }
    tried
}

#[test]
fn an_invented_law() {
    let text = OriginalText::parse(INVENTED);
    let other = ProvisionTree::read(&OriginalText::parse(
        "Điều 1. Xe\n1. Xe phải có sổ.\n2. Xe không được bán.\nĐiều 2. Xe được giữ.",
    ));
    let tried = try_units(&text, &other, 1);
    assert!(tried.right >= 16 && tried.mutants >= 120, "{tried:#?}");
    assert!(tried.alarms.is_empty() && tried.missed.is_empty(), "{tried:#?}");
}

/// One unit in twenty of the real texts, all of them with `CAMNANG_WHOLE` (12 s in the release profile): on 2026-11-30, 1,180
/// units of 224/2026 with 8,901 false texts, 190 of 06/2026 with 1,403 and 825 of 45/2026 with 6,125, none missed, no false
/// alarm.
#[test]
fn the_official_texts() {
    let step = if std::env::var_os("CAMNANG_WHOLE").is_some() { 1 } else { 20 };
    let names = ["224-2026-nd-cp.md", "06-2026-tt-bkhcn.md", "45-2026-nd-cp.txt"];
    let texts: Vec<OriginalText> = names.iter().filter_map(|name| originals::original(name)).collect();
    for (at, text) in texts.iter().enumerate() {
        let other = ProvisionTree::read(&texts[(at + 1) % texts.len()]);
        let tried = try_units(text, &other, step);
        println!(
            "{}: {} units, {} false texts, {} missed, {} alarms",
            names[at],
            tried.right,
            tried.mutants,
            tried.missed.len(),
            tried.alarms.len()
        );
        assert!(tried.alarms.is_empty(), "{:#?}", tried.alarms);
        assert!(tried.missed.is_empty(), "{:#?}", tried.missed);
    }
}
