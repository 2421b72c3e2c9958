//! Names of the kinds of values, in both languages.

use crate::diag::Bilingual;
use crate::model::ids::IdKind;
use crate::syntax::record::shape::{Bounds, Choice, Condition, Exemption, KeyShape, Presence, Shape};

/// A list with its meanings is written into a table's cell up to this many characters.
const LONGEST_CELL: usize = 200;

/// What the value of a key is: `ngày, hoặc chưa biết`.
pub fn value(field: &KeyShape) -> Bilingual {
    let shape = shape(&field.shape);
    match field.unknown {
        Some(_) => join(&shape, ", hoặc chưa biết", ", or unknown"),
        None => shape,
    }
}

fn shape(shape: &Shape) -> Bilingual {
    match shape {
        Shape::Text | Shape::Words | Shape::Template { .. } => text(shape),
        Shape::OwnId(_) => Bilingual::same("id"),
        Shape::Reference(kind) => id_of(*kind),
        Shape::Path("") => Bilingual::new("đường dẫn trong kho", "a path in the corpus"),
        Shape::Path(folder) => Bilingual::new(format!("tệp của `{folder}`"), format!("a file of `{folder}`")),
        Shape::Date => Bilingual::new("ngày", "a date"),
        Shape::DayOfYear => Bilingual::new("ngày/tháng", "day/month"),
        Shape::Lapse => Bilingual::new("khoảng thời gian", "a length of time"),
        Shape::Locator => Bilingual::new("vị trí", "a place in an instrument"),
        Shape::DocNumber => Bilingual::new("số, ký hiệu", "a document number"),
        Shape::Number(bounds) => number(bounds),
        Shape::Colour => Bilingual::new("màu", "a colour"),
        Shape::Hash => Bilingual::new("mã băm SHA-256", "a SHA-256 hash"),
        Shape::WebAddress | Shape::PageAddress => Bilingual::new("địa chỉ web", "a web address"),
        Shape::MailAddress => Bilingual::new("địa chỉ thư", "a mail address"),
        Shape::Host => Bilingual::new("tên máy chủ", "the name of a server"),
        Shape::Code => Bilingual::new("mã cảnh báo", "the code of a warning"),
        Shape::Choice(choices) => choice(choices),
        Shape::List { of, least } => list(of, *least),
        Shape::Record(about) => record(&about.title()),
        Shape::Map { key, of } => map(*key, of),
        Shape::Either(all) => either(all),
    }
}

fn text(shape: &Shape) -> Bilingual {
    match shape {
        Shape::Template { holes, .. } if !holes.is_empty() => {
            let holes = holes.iter().map(|hole| format!("`{{{hole}}}`")).collect::<Vec<_>>().join(", ");
            Bilingual::new(format!("chữ, chỗ điền: {holes}"), format!("text, with {holes} filled in"))
        }
        _ => Bilingual::new("chữ", "text"),
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
        IdKind::Duty => "duty",
        IdKind::Deadline => "deadline",
        IdKind::Figure => "figure",
    };
    format!("{name}_id")
}

/// Returns what editors call the id of a kind of record.
pub fn id_of(kind: IdKind) -> Bilingual {
    match kind {
        IdKind::Instrument => Bilingual::new("id văn bản", "the id of an instrument"),
        IdKind::Excerpt => Bilingual::new("id trích dẫn", "the id of an excerpt"),
        IdKind::Guidance => Bilingual::new("id bài viết", "the id of a piece of guidance"),
        IdKind::Edition => Bilingual::new("id ấn bản", "the id of an edition"),
        IdKind::Chapter => Bilingual::new("id chương", "the id of a chapter"),
        IdKind::Topic => Bilingual::new("id chủ đề", "the id of a topic"),
        IdKind::Audience => Bilingual::new("id đối tượng", "the id of an audience"),
        IdKind::Department => Bilingual::new("id đơn vị", "the id of a department"),
        IdKind::DepartmentGroup => Bilingual::new("id nhóm đơn vị", "the id of a group of departments"),
        IdKind::Level => Bilingual::new("id mức", "the id of a level"),
        IdKind::Duty => Bilingual::new("id việc hoặc id trích dẫn", "the id of a duty or of an excerpt"),
        IdKind::Deadline => Bilingual::new("id thời hạn", "the id of a deadline"),
        IdKind::Figure => Bilingual::new("id số liệu", "the id of a figure"),
    }
}

fn number(bounds: &Bounds) -> Bilingual {
    let Bounds { least, most, per, unit } = *bounds;
    let (least, most) = (least / per, most / per);
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    Bilingual::new(format!("số từ {least} đến {most}{unit}"), format!("a number from {least} to {most}{unit}"))
}

/// The words of a list, with their meanings where there is room.
fn choice(choices: &[Choice]) -> Bilingual {
    match meanings(choices) {
        Some(meanings) => meanings,
        None => {
            Bilingual::same(choices.iter().map(|choice| format!("`{}`", choice.key)).collect::<Vec<_>>().join(", "))
        }
    }
}

/// The words of a list with their meanings; `None` where that is too long for a cell.
fn meanings(choices: &[Choice]) -> Option<Bilingual> {
    let said = |words: fn(&Choice) -> &'static str| {
        let each = choices.iter().map(|choice| format!("`{}` ({})", choice.key, words(choice)));
        each.collect::<Vec<_>>().join(", ")
    };
    let meanings = Bilingual::new(said(|choice| choice.help.vi), said(|choice| choice.help.en));
    (meanings.vi.chars().count() <= LONGEST_CELL).then_some(meanings)
}

/// Whether the meanings of a list need a table of their own: they find no room in a cell, and its words do not say
/// themselves what they mean.
pub fn is_apart(choices: &[Choice]) -> bool {
    meanings(choices).is_none() && choices.iter().any(|choice| choice.help.vi != choice.key)
}

fn list(of: &Shape, least: usize) -> Bilingual {
    let of = shape(of);
    let (vi, en) = if least > 0 { (", ít nhất một mục", " of at least one") } else { ("", "") };
    Bilingual::new(format!("danh sách{vi}: {}", of.vi), format!("a list{en}: {}", of.en))
}

fn record(title: &Bilingual) -> Bilingual {
    Bilingual::new(format!("nhóm khoá ({})", title.vi), format!("a group of keys ({})", title.en))
}

fn map(key: IdKind, of: &Shape) -> Bilingual {
    let (key, of) = (id_of(key), shape(of));
    Bilingual::new(format!("theo {}: {}", key.vi, of.vi), format!("by {}: {}", key.en, of.en))
}

fn either(all: &[Shape]) -> Bilingual {
    let all = all.iter().map(shape).reduce(|all, next| {
        Bilingual::new(format!("{} hoặc {}", all.vi, next.vi), format!("{} or {}", all.en, next.en))
    });
    all.unwrap_or_default()
}

fn join(words: &Bilingual, vi: &str, en: &str) -> Bilingual {
    Bilingual::new(format!("{}{vi}", words.vi), format!("{}{en}", words.en))
}

/// Whether a key must be there; `other` is the key that replaces it.
pub fn presence(presence: Presence, other: Option<&str>) -> Bilingual {
    match (presence, other) {
        (Presence::Required, _) => Bilingual::new("có", "yes"),
        (Presence::Without(other), _) | (Presence::Optional, Some(other)) => {
            Bilingual::new(format!("nếu không có `{other}`"), format!("unless there is `{other}`"))
        }
        (Presence::Optional, None) => Bilingual::new("không", "no"),
        (Presence::RequiredWhere(condition), _) => {
            let Condition { key, value } = condition;
            Bilingual::new(format!("khi `{key}: {value}`"), format!("with `{key}: {value}`"))
        }
        (Presence::RequiredUnless(exemption), _) => {
            let Exemption { key, values } = exemption;
            let values = values.join(", ");
            Bilingual::new(format!("có, trừ khi `{key}` là: {values}"), format!("yes, unless `{key}` is: {values}"))
        }
        (Presence::OnlyWhere(condition), _) => {
            let Condition { key, value } = condition;
            Bilingual::new(format!("không; chỉ có với `{key}: {value}`"), format!("no; only with `{key}: {value}`"))
        }
    }
}

/// Of a record's keys that exclude one another.
pub fn exactly_one() -> Bilingual {
    Bilingual::new("chọn đúng một", "exactly one of these")
}

/// Of a key that is there if and only if another is.
pub fn together_with(other: &str) -> Bilingual {
    Bilingual::new(format!("khi có `{other}`"), format!("with `{other}`"))
}

/// Of a key that is only there with another.
pub fn only_with(other: &str) -> Bilingual {
    Bilingual::new(format!("không; chỉ có với `{other}`"), format!("no; only with `{other}`"))
}

/// The heads of a table of keys.
pub fn heads() -> [Bilingual; 4] {
    [
        Bilingual::new("Khoá", "Key"),
        Bilingual::new("Bắt buộc", "Required"),
        Bilingual::new("Giá trị", "Value"),
        Bilingual::new("Nghĩa", "Meaning"),
    ]
}

/// The heads of a table of a closed list.
pub fn value_heads() -> [Bilingual; 2] {
    [Bilingual::new("Giá trị", "Value"), Bilingual::new("Nghĩa", "Meaning")]
}

/// The values of a key.
pub fn values_of(key: &str) -> Bilingual {
    Bilingual::new(format!("Giá trị của `{key}`"), format!("Values of `{key}`"))
}

/// The record of any file of the corpus.
pub fn any_file() -> Bilingual {
    Bilingual::new("tệp của kho ngữ liệu", "a file of the corpus")
}
