//! The numbers that a browser writes before the items of a list.

use super::dom::{Dom, NodeId};
use crate::originals::readers::docx::numerals::{letters, roman};

/// A list whose items are being read.
pub struct OpenList {
    ordered: Option<String>,
    next: i64,
}

impl OpenList {
    /// The list that an element begins, if it does.
    pub fn begun_by(dom: &Dom, id: NodeId) -> Option<Self> {
        match dom.name(id) {
            "ol" => Some(OpenList {
                ordered: Some(dom.attribute(id, "type").unwrap_or("1").to_owned()),
                next: dom.attribute(id, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1),
            }),
            "ul" | "menu" => Some(OpenList { ordered: None, next: 1 }),
            _ => None,
        }
    }

    /// Returns the label of the next item, with a space behind it.
    pub fn label(&mut self, dom: &Dom, item: NodeId) -> String {
        let number = dom.attribute(item, "value").and_then(|value| value.trim().parse().ok()).unwrap_or(self.next);
        self.next = number.saturating_add(1);
        let number = u32::try_from(number).unwrap_or(0);
        match self.ordered.as_deref() {
            None => "- ".to_owned(),
            Some("a") => format!("{}) ", letters(number).to_lowercase()),
            Some("A") => format!("{}. ", letters(number)),
            Some("i") => format!("{}. ", roman(number).to_lowercase()),
            Some("I") => format!("{}. ", roman(number)),
            Some(_) => format!("{number}. "),
        }
    }
}
