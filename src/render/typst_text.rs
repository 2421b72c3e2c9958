//! Sets the text in the data of the templates for paper: every string that has words in it, but none that names something.

use serde_json::Value;

use crate::language::typography::{Signs, held_together, signs};

/// What names a file, a place or an address: its letters are not for reading.
const NAMES: [&str; 7] = ["path", "url", "address", "anchor", "id", "key", "file_name"];
/// The kind of what is shown as it is typed.
const CODE: &str = "code";

/// Sets all text of the data.
pub(super) fn set(data: &mut Value) {
    PaperText { signs: Signs::OfPrint, before: ' ' }.value(data);
}

#[derive(Clone, Copy)]
struct PaperText {
    signs: Signs,
    /// The letter before, on the same line of text.
    before: char,
}

impl PaperText {
    fn value(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => self.text(text),
            Value::Array(all) => all.iter_mut().for_each(|one| self.one_of_many(one)),
            Value::Object(fields) if fields.get("kind").is_some_and(|kind| kind == CODE) => self.before = '`',
            Value::Object(fields) => self.fields(fields),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// Pieces within a line go on where the one before ended; all else begins anew.
    fn one_of_many(&mut self, value: &mut Value) {
        if !is_within_a_line(value) {
            self.before = ' ';
        }
        self.value(value);
    }

    fn fields(&mut self, fields: &mut serde_json::Map<String, Value>) {
        let kind = fields.get("kind").and_then(Value::as_str).unwrap_or_default();
        let (inline, quote) = (WITHIN_A_LINE.contains(&kind), kind == "quote");
        let verbatim = fields.get("wording").is_some_and(|wording| wording["key"] == "verbatim");
        for (name, value) in fields.iter_mut().filter(|(name, _)| !NAMES.contains(&name.as_str())) {
            let quoted = quote || (verbatim && name == "body");
            let mut inner = PaperText {
                signs: if quoted { Signs::AsQuoted } else { self.signs },
                before: if inline { self.before } else { ' ' },
            };
            inner.value(value);
            if inline && matches!(name.as_str(), "text" | "content") {
                self.before = inner.before;
            }
        }
    }

    fn text(&mut self, text: &mut String) {
        let before = std::mem::replace(&mut self.before, text.chars().next_back().unwrap_or(' '));
        if text.contains([' ', '"']) || text == "-" {
            *text = held_together(&signs(text, before, self.signs)).into_owned();
        }
    }
}

fn is_within_a_line(value: &Value) -> bool {
    value.get("kind").and_then(Value::as_str).is_some_and(|kind| kind == CODE || WITHIN_A_LINE.contains(&kind))
}

const WITHIN_A_LINE: [&str; 7] = ["text", "emphasis", "strong", "link", "internal", "instrument", "raised"];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(mut data: Value, expected: Value) {
        set(&mut data);
        assert_eq!(data, expected);
    }

    #[test]
    fn quotes_pair_across_the_pieces_of_a_line() {
        let line = |open: &str, close: &str| {
            let strong = json!({"kind": "strong", "content": [{"kind": "text", "text": "a"}]});
            json!({"kind": "paragraph", "content": [{"kind": "text", "text": format!("là {open}")}, strong, {"kind": "text", "text": close}]})
        };
        check(json!([line("\"", "\""), line("\"", "\"")]), json!([line("“", "”"), line("“", "”")]));
    }

    #[test]
    fn what_is_quoted_and_what_is_code_keep_their_signs() {
        let body = |text: &str| json!({"blocks": [{"kind": "paragraph", "content": [{"kind": "text", "text": text}]}]});
        let excerpt = |wording: &str, text: &str| json!({"title": "a – “b”", "body": body(text), "wording": {"key": wording, "name": "x"}});
        let typed = "\"a\" - Điều 5";
        let mut verbatim = excerpt("verbatim", typed);
        set(&mut verbatim);
        assert_eq!(verbatim, excerpt("verbatim", "\"a\" - Điều\u{a0}5"));
        check(excerpt("summary", typed), excerpt("summary", "“a” – Điều\u{a0}5"));
        let quote = |text: &str| json!({"kind": "quote", "blocks": [{"kind": "paragraph", "content": [{"kind": "text", "text": text}]}]});
        check(quote("\"a\" - b"), quote("\"a\" - b"));
        let code = json!({"kind": "code", "text": "a - \"b\" 5 m"});
        check(code.clone(), code);
    }

    #[test]
    fn names_stay() {
        let data = json!({"path": "images/so - do 5 m.png", "address": "https://a.example/\"x\" - y", "anchor": "a", "text": "5 m"});
        let mut set_data = data.clone();
        set(&mut set_data);
        assert_eq!((&set_data["path"], &set_data["address"]), (&data["path"], &data["address"]));
        assert_eq!(set_data["text"], "5\u{a0}m");
    }
}
