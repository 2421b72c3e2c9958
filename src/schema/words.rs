//! What a kind of value is called, in both languages.

use crate::diag::Both;
use crate::model::ids::IdKind;
use crate::syntax::record::shape::{Bounds, Choice, Condition, Field, Presence, Shape};

/// A list with its meanings is written into a table's cell up to this many characters.
const LONGEST_CELL: usize = 200;

/// What the value of a key is: `ngày, hoặc chưa biết`.
pub fn value(field: &Field) -> Both {
    let shape = shape(&field.shape);
    match field.unknown {
        Some(_) => join(&shape, ", hoặc chưa biết", ", or unknown"),
        None => shape,
    }
}

fn shape(shape: &Shape) -> Both {
    match shape {
        Shape::Text | Shape::Words | Shape::Template { .. } => text(shape),
        Shape::OwnId(_) => Both::same("id"),
        Shape::Reference(kind) => id_of(*kind),
        Shape::Path("") => Both::new("đường dẫn trong kho", "a path in the corpus"),
        Shape::Path(folder) => Both::new(format!("tệp của `{folder}`"), format!("a file of `{folder}`")),
        Shape::Date => Both::new("ngày", "a date"),
        Shape::Locator => Both::new("vị trí", "a place in an instrument"),
        Shape::DocNumber => Both::new("số, ký hiệu", "a document number"),
        Shape::Number(bounds) => number(bounds),
        Shape::Colour => Both::new("màu", "a colour"),
        Shape::Hash => Both::new("mã băm SHA-256", "a SHA-256 hash"),
        Shape::WebAddress => Both::new("địa chỉ web", "a web address"),
        Shape::MailAddress => Both::new("địa chỉ thư", "a mail address"),
        Shape::Host => Both::new("tên máy chủ", "the name of a server"),
        Shape::Code => Both::new("mã cảnh báo", "the code of a warning"),
        Shape::Choice(choices) => choice(choices),
        Shape::List { of, least } => list(of, *least),
        Shape::Record(about) => record(&about.title()),
        Shape::Map { key, of } => map(*key, of),
        Shape::Either(all) => either(all),
    }
}

fn text(shape: &Shape) -> Both {
    match shape {
        Shape::Template { holes, .. } if !holes.is_empty() => {
            let holes = holes.iter().map(|hole| format!("`{{{hole}}}`")).collect::<Vec<_>>().join(", ");
            Both::new(format!("chữ, chỗ điền: {holes}"), format!("text, with {holes} filled in"))
        }
        _ => Both::new("chữ", "text"),
    }
}

/// The name of the form of an id in the schema.
pub fn id_key(kind: IdKind) -> String {
    let name = match kind {
        IdKind::Instrument => "instrument",
        IdKind::Excerpt => "excerpt",
        IdKind::Guidance => "guidance",
        IdKind::Edition => "edition",
        IdKind::Chapter => "chapter",
        IdKind::Topic => "topic",
        IdKind::Audience => "audience",
        IdKind::Department => "department",
        IdKind::DepartmentGroup => "department_group",
        IdKind::Level => "level",
    };
    format!("{name}_id")
}

pub fn id_of(kind: IdKind) -> Both {
    match kind {
        IdKind::Instrument => Both::new("id văn bản", "the id of an instrument"),
        IdKind::Excerpt => Both::new("id trích dẫn", "the id of an excerpt"),
        IdKind::Guidance => Both::new("id bài viết", "the id of a piece of guidance"),
        IdKind::Edition => Both::new("id ấn bản", "the id of an edition"),
        IdKind::Chapter => Both::new("id chương", "the id of a chapter"),
        IdKind::Topic => Both::new("id chủ đề", "the id of a topic"),
        IdKind::Audience => Both::new("id đối tượng", "the id of an audience"),
        IdKind::Department => Both::new("id đơn vị", "the id of a department"),
        IdKind::DepartmentGroup => Both::new("id nhóm đơn vị", "the id of a group of departments"),
        IdKind::Level => Both::new("id mức", "the id of a level"),
    }
}

fn number(bounds: &Bounds) -> Both {
    let Bounds { least, most, per, unit } = *bounds;
    let (least, most) = (least / per, most / per);
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    Both::new(format!("số từ {least} đến {most}{unit}"), format!("a number from {least} to {most}{unit}"))
}

/// The words of a list, with their meanings where there is room.
fn choice(choices: &[Choice]) -> Both {
    match meanings(choices) {
        Some(meanings) => meanings,
        None => Both::same(choices.iter().map(|choice| format!("`{}`", choice.key)).collect::<Vec<_>>().join(", ")),
    }
}

/// The words of a list with their meanings; `None` where that is too long for a cell.
fn meanings(choices: &[Choice]) -> Option<Both> {
    let said = |words: fn(&Choice) -> &'static str| {
        let each = choices.iter().map(|choice| format!("`{}` ({})", choice.key, words(choice)));
        each.collect::<Vec<_>>().join(", ")
    };
    let meanings = Both::new(said(|choice| choice.help.vi), said(|choice| choice.help.en));
    (meanings.vi.chars().count() <= LONGEST_CELL).then_some(meanings)
}

/// Whether the meanings of a list need a table of their own: they find no room in a cell, and its words do not say
/// themselves what they mean.
pub fn is_apart(choices: &[Choice]) -> bool {
    meanings(choices).is_none() && choices.iter().any(|choice| choice.help.vi != choice.key)
}

fn list(of: &Shape, least: usize) -> Both {
    let of = shape(of);
    let (vi, en) = if least > 0 { (", ít nhất một mục", " of at least one") } else { ("", "") };
    Both::new(format!("danh sách{vi}: {}", of.vi), format!("a list{en}: {}", of.en))
}

fn record(title: &Both) -> Both {
    Both::new(format!("nhóm khoá ({})", title.vi), format!("a group of keys ({})", title.en))
}

fn map(key: IdKind, of: &Shape) -> Both {
    let (key, of) = (id_of(key), shape(of));
    Both::new(format!("theo {}: {}", key.vi, of.vi), format!("by {}: {}", key.en, of.en))
}

fn either(all: &[Shape]) -> Both {
    let all = all
        .iter()
        .map(shape)
        .reduce(|all, next| Both::new(format!("{} hoặc {}", all.vi, next.vi), format!("{} or {}", all.en, next.en)));
    all.unwrap_or_default()
}

fn join(words: &Both, vi: &str, en: &str) -> Both {
    Both::new(format!("{}{vi}", words.vi), format!("{}{en}", words.en))
}

/// Whether a key must be there; `other` is the key that stands instead of it.
pub fn presence(presence: Presence, other: Option<&str>) -> Both {
    match (presence, other) {
        (Presence::Required, _) => Both::new("có", "yes"),
        (Presence::Without(other), _) | (Presence::Optional, Some(other)) => {
            Both::new(format!("nếu không có `{other}`"), format!("unless there is `{other}`"))
        }
        (Presence::Optional, None) => Both::new("không", "no"),
        (Presence::RequiredWhere(condition), _) => {
            let Condition { key, value } = condition;
            Both::new(format!("khi `{key}: {value}`"), format!("with `{key}: {value}`"))
        }
        (Presence::OnlyWhere(condition), _) => {
            let Condition { key, value } = condition;
            Both::new(format!("không; chỉ có với `{key}: {value}`"), format!("no; only with `{key}: {value}`"))
        }
    }
}

/// The heads of a table of keys.
pub fn heads() -> [Both; 4] {
    [
        Both::new("Khoá", "Key"),
        Both::new("Bắt buộc", "Required"),
        Both::new("Giá trị", "Value"),
        Both::new("Nghĩa", "Meaning"),
    ]
}

/// The heads of a table of a closed list.
pub fn value_heads() -> [Both; 2] {
    [Both::new("Giá trị", "Value"), Both::new("Nghĩa", "Meaning")]
}

/// The values of a key.
pub fn values_of(key: &str) -> Both {
    Both::new(format!("Giá trị của `{key}`"), format!("Values of `{key}`"))
}

/// The record of any file of the corpus.
pub fn any_file() -> Both {
    Both::new("tệp của kho ngữ liệu", "a file of the corpus")
}
