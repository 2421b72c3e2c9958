//! The numbers that Word writes before paragraphs when it shows them. They are nowhere in the file: each is counted from the
//! beginning, by the lists, their levels, what a level restarts after, and what a list overrides.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use super::damaged_label;
use super::numerals::{letters, roman};
use super::styles::WordStyles;
use super::xml::{attribute, child, is, is_on, number, parsed, value};
use crate::originals::refusal::ReadRefusal;

/// Levels of a list.
const LEVELS: u32 = 9;

/// One level of a list, as it is written.
#[derive(Clone, Debug)]
struct ListLevel {
    start: u32,
    format: String,
    /// `Điều %1.`
    text: String,
    /// Nothing is between the number and the words.
    is_close: bool,
    /// The level after which it begins again; 0 for never.
    restart: Option<u32>,
    /// The style whose paragraphs are on this level.
    style: Option<String>,
    /// All numbers are written in digits.
    in_digits: bool,
    /// The word of the text that had lost letters, and the word that it was.
    restored: Option<(String, String)>,
}

#[derive(Clone, Default, Debug)]
struct AbstractList {
    levels: BTreeMap<u32, ListLevel>,
    /// The style that says which list is meant.
    link: Option<String>,
}

#[derive(Default, Debug)]
struct ConcreteList {
    of: u32,
    starts: BTreeMap<u32, u32>,
    levels: BTreeMap<u32, ListLevel>,
}

/// The lists of a file, and how far each has counted.
#[derive(Default)]
pub struct WordLists {
    abstracts: BTreeMap<u32, AbstractList>,
    lists: BTreeMap<u32, ConcreteList>,
    /// By abstract list and level: lists of one kind go on counting where another has stopped.
    counts: BTreeMap<(u32, u32), u32>,
    /// The lists and levels whose own start has been used.
    started: BTreeSet<(u32, u32)>,
    unknown: BTreeSet<String>,
    restored: BTreeSet<(String, String)>,
}

impl WordLists {
    /// Reads the lists; without a part there are none.
    ///
    /// # Errors
    /// The part is damaged.
    pub fn read(part: Option<&str>, styles: &WordStyles) -> Result<Self, ReadRefusal> {
        let mut lists = WordLists::default();
        let Some(part) = part else { return Ok(lists) };
        let document = parsed(part)?;
        for node in document.root_element().children() {
            if is(node, "abstractNum") {
                lists.add_abstract(node);
            } else if is(node, "num") {
                lists.add_list(node);
            }
        }
        lists.follow_links(styles);
        Ok(lists)
    }

    fn add_abstract(&mut self, node: Node<'_, '_>) {
        let Some(id) = id(node, "abstractNumId") else { return };
        let levels = node.children().filter(|child| is(*child, "lvl")).filter_map(level).collect();
        self.abstracts.insert(id, AbstractList { levels, link: value(node, "numStyleLink").map(str::to_owned) });
    }

    fn add_list(&mut self, node: Node<'_, '_>) {
        let (Some(own), Some(of)) = (id(node, "numId"), number(node, "abstractNumId")) else { return };
        let mut list = ConcreteList { of, ..ConcreteList::default() };
        for change in node.children().filter(|child| is(*child, "lvlOverride")) {
            let Some(at) = id(change, "ilvl") else { continue };
            list.starts.extend(number(change, "startOverride").map(|start| (at, start)));
            list.levels.extend(child(change, "lvl").and_then(level).map(|(_, level)| (at, level)));
        }
        self.lists.insert(own, list);
    }

    /// An abstract list that only names a style has the levels of the list which that style names.
    fn follow_links(&mut self, styles: &WordStyles) {
        let linked = |list: &AbstractList| {
            let (_, numbered) = styles.numbered(Some(list.link.as_deref()?))?;
            let of = self.lists.get(&numbered.list?)?.of;
            self.abstracts.get(&of).map(|list| list.levels.clone())
        };
        let found: Vec<(u32, BTreeMap<u32, ListLevel>)> =
            self.abstracts.iter().filter_map(|(id, list)| Some((*id, linked(list)?))).collect();
        for (id, levels) in found {
            if let Some(list) = self.abstracts.get_mut(&id) {
                list.levels = levels;
            }
        }
    }

    /// Returns the level of a list that a style is bound to.
    pub fn level_of_style(&self, list: u32, style: &str) -> Option<u32> {
        let list = self.lists.get(&list)?;
        let bound = |(_, level): &(&u32, &ListLevel)| level.style.as_deref() == Some(style);
        self.abstracts.get(&list.of)?.levels.iter().find(bound).map(|(at, _)| *at)
    }

    /// Counts one more paragraph of a list, and returns what is written before it; with a space behind, if there is one.
    pub fn next(&mut self, list: u32, at: u32) -> Option<String> {
        let at = at.min(LEVELS - 1);
        let level = self.level(list, at)?.clone();
        self.restored.extend(level.restored.clone());
        let of = self.lists.get(&list)?.of;
        self.count(list, of, at, level.start);
        let label = self.written(list, of, &level);
        let label = label.trim();
        (!label.is_empty()).then(|| if level.is_close { label.to_owned() } else { format!("{label} ") })
    }

    /// The formats of numbers that are not known.
    pub fn unknown(&self) -> impl Iterator<Item = &String> {
        self.unknown.iter()
    }

    /// The words of numbers that had lost letters, and the words that they were.
    pub fn restored(&self) -> impl Iterator<Item = &(String, String)> {
        self.restored.iter()
    }

    fn level(&self, list: u32, at: u32) -> Option<&ListLevel> {
        let list = self.lists.get(&list)?;
        list.levels.get(&at).or_else(|| self.abstracts.get(&list.of)?.levels.get(&at))
    }

    fn count(&mut self, list: u32, of: u32, at: u32, start: u32) {
        let own_start = self.lists.get(&list).and_then(|list| list.starts.get(&at)).copied();
        let is_first = self.started.insert((list, at));
        let next = match (own_start.filter(|_| is_first), self.counts.get(&(of, at))) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => own_start.unwrap_or(start),
        };
        self.counts.insert((of, at), next);
        for above in 0..at {
            let start = self.level(list, above).map_or(1, |level| level.start);
            self.counts.entry((of, above)).or_insert(start);
        }
        for below in at + 1..LEVELS {
            let restart = self.level(list, below).and_then(|level| level.restart);
            if restart.is_none_or(|after| after > at) {
                self.counts.remove(&(of, below));
            }
        }
    }

    /// The text of a level with its numbers in the places of `%1`, `%2`.
    fn written(&mut self, list: u32, of: u32, level: &ListLevel) -> String {
        if level.format == "bullet" {
            return level.text.chars().map(bullet).collect();
        }
        let mut written = String::new();
        let mut characters = level.text.chars().peekable();
        while let Some(character) = characters.next() {
            let place =
                characters.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| character == '%' && *digit > 0);
            let Some(place) = place else {
                written.push(character);
                continue;
            };
            characters.next();
            let above = place - 1;
            let count = self.counts.get(&(of, above)).copied().unwrap_or(1);
            let format = self.level(list, above).map_or_else(String::new, |level| level.format.clone());
            written.push_str(&self.number(count, if level.in_digits { "decimal" } else { &format }));
        }
        written
    }

    fn number(&mut self, number: u32, format: &str) -> String {
        match format {
            "decimal" | "" => number.to_string(),
            "decimalZero" => format!("{number:02}"),
            "upperRoman" => roman(number),
            "lowerRoman" => roman(number).to_lowercase(),
            "upperLetter" => letters(number),
            "lowerLetter" => letters(number).to_lowercase(),
            "none" | "bullet" => String::new(),
            other => {
                self.unknown.insert(other.to_owned());
                number.to_string()
            }
        }
    }
}

fn id(node: Node<'_, '_>, key: &str) -> Option<u32> {
    attribute(node, key)?.trim().parse().ok()
}

fn level(node: Node<'_, '_>) -> Option<(u32, ListLevel)> {
    let text = value(node, "lvlText").unwrap_or_default().to_owned();
    let (restored, text) = match damaged_label::restored(&text) {
        Some((words, text)) => (Some(words), text),
        None => (None, text),
    };
    let level = ListLevel {
        start: number(node, "start").unwrap_or(0),
        format: value(node, "numFmt").unwrap_or("decimal").to_owned(),
        text,
        is_close: value(node, "suff") == Some("nothing"),
        restart: number(node, "lvlRestart"),
        style: value(node, "pStyle").map(str::to_owned),
        in_digits: is_on(node, "isLgl"),
        restored,
    };
    id(node, "ilvl").map(|at| (at, level))
}

/// The sign of a list without numbers; fonts of signs have theirs in places of their own.
fn bullet(sign: char) -> char {
    match sign {
        '\u{f02d}' => '-',
        '\u{f02b}' => '+',
        '\u{e000}'..='\u{f8ff}' => '•',
        other => other,
    }
}
