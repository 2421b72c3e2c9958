//! JSON Schema, draft 2020-12, in the words that older programs know as well. A program that reads YAML reads `label: 1` as a
//! number and the corpus as text, so that keys of text take numbers too.
//!
//! `camnang check` looks for what no schema can express: that a key stands once, that an id is that of something, that a place
//! or a number of an instrument can be read, and what several files say together.

use serde_json::{Map, Value, json};

use super::{example, pattern, reached, words};
use crate::codes;
use crate::diag::{Bilingual, Severity};
use crate::model::ids::{IdKind, LONGEST};
use crate::syntax::record::RecordKind;
use crate::syntax::record::shape::{
    Bounds, Choice, Condition, Description, Exemption, KeyChoice, KeyShape, Presence, Shape,
};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a kind of file.
pub fn document(kind: RecordKind) -> Value {
    let mut records = reached(kind.describe()).into_iter();
    let Some(own) = records.next() else { return Value::Null };
    let mut document = Map::new();
    document.insert("$schema".to_owned(), json!(DRAFT));
    document.insert("$comment".to_owned(), json!(kind.files()));
    document.extend(record(&own));
    document.insert("$defs".to_owned(), definitions(records));
    Value::Object(document)
}

/// The schemas of every kind in one document: that of a kind is `#/$defs/<kind>`, and any of them is the whole.
pub fn all() -> Value {
    let any: Vec<Value> = RecordKind::ALL.iter().map(|kind| refer(kind.key())).collect();
    let records = RecordKind::ALL.iter().flat_map(|kind| reached(kind.describe()));
    json!({ "$schema": DRAFT, "title": both(&words::any_file()), "anyOf": any, "$defs": definitions(records) })
}

/// Records by their names, of which several kinds of file hold some, and the forms of ids.
fn definitions(records: impl Iterator<Item = Description>) -> Value {
    let records = records.map(|description| (description.name.to_owned(), Value::Object(record(&description))));
    let ids = IdKind::ALL.iter().map(|kind| (words::id_key(*kind), id(*kind)));
    Value::Object(records.chain(ids).collect())
}

fn both(words: &Bilingual) -> String {
    if words.vi == words.en { words.vi.clone() } else { format!("{} · {}", words.vi, words.en) }
}

fn refer(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn record(description: &Description) -> Map<String, Value> {
    let fields = &description.fields;
    let required: Vec<&str> =
        fields.iter().filter(|field| field.presence == Presence::Required).map(|field| field.key).collect();
    let properties: Map<String, Value> = fields.iter().map(|field| (field.key.to_owned(), property(field))).collect();
    let rules: Vec<Value> =
        fields.iter().filter_map(rule).chain(description.choice.iter().flat_map(choice_of_keys)).collect();
    let mut record = Map::new();
    record.insert("title".to_owned(), json!(both(&description.title)));
    record.insert("type".to_owned(), json!("object"));
    record.insert("additionalProperties".to_owned(), json!(false));
    record.insert("required".to_owned(), json!(required));
    record.insert("properties".to_owned(), Value::Object(properties));
    if !rules.is_empty() {
        record.insert("allOf".to_owned(), json!(rules));
    }
    record
}

fn property(field: &KeyShape) -> Value {
    let mut property = match &field.unknown {
        Some(about) => json!({ "anyOf": [known(shape(&field.shape)), refer(about.name)] }),
        None => shape(&field.shape),
    };
    property["description"] = json!(both(&field.help.both()));
    property["examples"] = json!(example::json(field.example).as_slice());
    property
}

/// A value that may be unknown is not just called so.
fn known(mut shape: Value) -> Value {
    shape["not"] = json!({ "type": "string", "pattern": pattern::BARE_UNKNOWN });
    shape
}

/// When a key must or may be there, where that depends on another.
fn rule(field: &KeyShape) -> Option<Value> {
    let key = field.key;
    match field.presence {
        Presence::Required | Presence::Optional => None,
        Presence::RequiredWhere(when) => Some(json!({ "if": holds(when), "then": { "required": [key] } })),
        Presence::RequiredUnless(Exemption { key: other, values }) => {
            let exempt = json!({ "properties": { other: { "enum": values } }, "required": [other] });
            Some(json!({ "if": exempt, "else": { "required": [key] } }))
        }
        Presence::OnlyWhere(when) => Some(json!({ "if": holds(when), "else": { "properties": { key: false } } })),
        Presence::Without(other) => Some(json!({ "oneOf": [{ "required": [other] }, { "required": [key] }] })),
    }
}

/// Exactly one of some keys, and some only with another.
fn choice_of_keys(choice: &KeyChoice) -> Vec<Value> {
    let KeyChoice { one_of, needs } = choice;
    let there = |key: &str| json!({ "required": [key] });
    let one = json!({ "oneOf": one_of.iter().map(|key| there(key)).collect::<Vec<_>>() });
    let needs = needs.iter().map(|(key, other)| json!({ "if": there(key), "then": there(other) }));
    std::iter::once(one).chain(needs).collect()
}

fn holds(Condition { key, value }: Condition) -> Value {
    json!({ "properties": { key: { "const": value } }, "required": [key] })
}

fn shape(shape: &Shape) -> Value {
    match shape {
        Shape::Text | Shape::Locator | Shape::DocNumber | Shape::Path(_) => text(),
        Shape::Template { holes, all } => template(holes, *all),
        Shape::OwnId(kind) | Shape::Reference(kind) => refer(&words::id_key(*kind)),
        Shape::Date => json!({ "type": "string", "format": "date", "pattern": pattern::DATE }),
        Shape::DayOfYear => form(pattern::DAY_OF_YEAR),
        Shape::Lapse => form(pattern::LAPSE),
        Shape::Number(bounds) => number(bounds),
        Shape::Colour => form(pattern::COLOUR),
        Shape::Hash => form(pattern::HASH),
        Shape::WebAddress => form(pattern::WEB_ADDRESS),
        Shape::PageAddress => form(pattern::PAGE_ADDRESS),
        Shape::MailAddress => form(pattern::MAIL_ADDRESS),
        Shape::Host => json!({ "type": ["string", "number"], "pattern": pattern::HOST }),
        Shape::Words => words_alone(),
        Shape::Code => json!({ "enum": warnings() }),
        Shape::Choice(choices) => choice(choices),
        Shape::List { of, least } => json!({ "type": "array", "items": self::shape(of), "minItems": least }),
        Shape::Record(about) => refer(about.name),
        Shape::Map { key, of } => map(*key, of),
        Shape::Either(all) => json!({ "anyOf": all.iter().map(self::shape).collect::<Vec<_>>() }),
    }
}

fn form(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// A YAML number or truth value is text in the corpus.
fn text() -> Value {
    json!({ "type": ["string", "number", "boolean"], "pattern": pattern::TEXT })
}

fn template(holes: &[&str], all: bool) -> Value {
    let needed =
        holes.iter().filter(|_| all).map(|hole| json!({ "type": "string", "pattern": pattern::with_hole(hole) }));
    let rules: Vec<Value> = std::iter::once(text()).chain(needed).collect();
    json!({ "pattern": pattern::with_holes(holes), "allOf": rules })
}

/// Words in place of a date: text in the form of a date is none.
fn words_alone() -> Value {
    let date = json!({ "type": "string", "pattern": pattern::LIKE_A_DATE });
    json!({ "type": ["string", "integer", "boolean"], "minimum": 0, "pattern": pattern::TEXT, "not": date })
}

/// An id of digits, as `2030` and `1.5` are, is a number in YAML.
fn id(kind: IdKind) -> Value {
    let mut never = vec![json!({ "type": "string", "pattern": pattern::DEVICE })];
    never.extend(kind.reserved().iter().map(|name| json!({ "const": name })));
    json!({
        "title": both(&words::id_of(kind)), "type": ["string", "number"], "minimum": 0, "pattern": pattern::ID,
        "maxLength": LONGEST, "not": { "anyOf": never },
    })
}

fn number(bounds: &Bounds) -> Value {
    let Bounds { least, most, per, unit: _ } = *bounds;
    let kind = if per == 1 { "integer" } else { "number" };
    json!({ "type": kind, "minimum": least / per, "maximum": most / per })
}

fn choice(choices: &[Choice]) -> Value {
    let keys: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
    let meanings: Vec<String> = choices.iter().map(|choice| both(&choice.help.both())).collect();
    json!({ "enum": keys, "enumDescriptions": meanings })
}

fn map(key: IdKind, of: &Shape) -> Value {
    json!({ "type": "object", "minProperties": 1, "propertyNames": refer(&words::id_key(key)), "additionalProperties": shape(of) })
}

/// The codes that can be waived.
fn warnings() -> Vec<&'static str> {
    let warnings = codes::all().into_iter().filter(|code| code.entry().severity == Severity::Warning);
    warnings.map(|code| code.id()).collect()
}
