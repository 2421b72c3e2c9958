//! An example in YAML as JSON, as programs that read YAML take it.

use serde_json::{Map, Number, Value};

use crate::diag::{FileId, Sink};
use crate::syntax::yaml::{self, Node, compose};

/// `None` where it is no YAML, which no example is.
pub fn json(example: &str) -> Option<Value> {
    compose(example, 0..example.len(), FileId(0), &mut Sink::new()).map(|node| value(example, node))
}

fn value(example: &str, node: Node) -> Value {
    match node.value {
        yaml::Value::Text(text) => scalar(text, example.get(node.range).unwrap_or_default()),
        yaml::Value::Nothing | yaml::Value::Refused => Value::Null,
        yaml::Value::List(items) => items.into_iter().map(|item| value(example, item)).collect(),
        yaml::Value::Mapping(entries) => {
            let entries = entries.into_iter().map(|(key, node)| (key.text, value(example, node)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
    }
}

/// A number, if it is written as one: without quotation marks.
fn scalar(text: String, written: &str) -> Value {
    match serde_json::from_str::<Number>(written) {
        Ok(number) => Value::Number(number),
        Err(_) => Value::String(text),
    }
}
