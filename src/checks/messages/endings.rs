//! Advice for an end that has no act, or for an act and an ended record that do not agree. Each remedy is the YAML to write and
//! the record to write it in; which of them is right, only the law's own text says.

use crate::diag::Bilingual;
use crate::model::date::Date;
use crate::model::instrument::{Instrument, Relation, RelationKind};

/// A lone end of a whole instrument.
pub fn of_an_instrument(id: &str, date: Date) -> Bilingual {
    let whole = format!("- {{type: replaces, instrument: {id}, on: {date}}}");
    let part = part_of(RelationKind::Amends, id, "Điều …", None);
    Bilingual::new(
        format!(
            "nếu một văn bản thay cả văn bản này, thêm vào relations của văn bản đó `{whole}` (chỉ bãi bỏ thì \
             `type: repeals`, chỉ làm hết hiệu lực thì `type: ends`); nếu chỉ một phần bị sửa hay thay, ghi ở đây `in-force-until: none` và thêm vào relations \
             của văn bản đó `{part}`; nếu tự hết thời hạn, thêm ở đây `ends-by: own-term`; nếu hết cùng văn bản gốc, \
             `ends-by: parent-ended`"
        ),
        format!(
            "if an instrument replaces the whole of this one, add `{whole}` to that one's relations (`type: repeals` if it \
             only abolishes it, `type: ends` if it only ends it); if only a part was amended or replaced, write `in-force-until: none` here and add `{part}` \
             to that one's relations; if its own term ran out, add `ends-by: own-term` here; if it ended with its parent, \
             `ends-by: parent-ended`"
        ),
    )
}

/// An end that an act was to make, which was itself undone.
pub fn undone(by: &str, date: Date, undoing: &Relation, undone_by: &str) -> Bilingual {
    let passive = undoing.passive();
    Bilingual::new(
        format!(
            "`{by}` lẽ ra chấm dứt hoặc sửa văn bản này từ {date}, nhưng chính nó {passive} `{undone_by}` nên không tác động \
             gì: ghi ở đây `in-force-until: none`"
        ),
        format!(
            "`{by}` was to end or amend this from {date}, but was itself ended or annulled by `{undone_by}` and so does \
             nothing: write `in-force-until: none` here"
        ),
    )
}

/// A lone end of an instrument of which an act touches a part on that day.
pub fn of_a_part(id: &str, by: &str, kind: RelationKind) -> Bilingual {
    let whole = format!("- {{type: replaces, instrument: {id}}}");
    let kind = kind.key();
    Bilingual::new(
        format!(
            "quan hệ {kind} trong hồ sơ `{by}` chỉ động tới một phần: ghi ở đây `in-force-until: none`, và ở quan hệ ấy \
             `units: [Điều …]` là phần nào; nếu đúng là thay cả văn bản, đổi quan hệ ấy thành `{whole}`"
        ),
        format!(
            "the relation {kind} in the record of `{by}` touches a part only: write `in-force-until: none` here, and in that \
             relation `units: [Điều …]`, the part that it is; if it does replace the whole, make that relation `{whole}`"
        ),
    )
}

/// A lone end of a provision. `unit` is its place, where that is known.
pub fn of_an_excerpt(instrument: &str, unit: Option<String>, date: Date) -> Bilingual {
    let unit = unit.unwrap_or_else(|| "Điều …".to_owned());
    let part = part_of(RelationKind::Amends, instrument, &unit, Some(date));
    Bilingual::new(
        format!(
            "thêm vào relations của văn bản sửa hay thay điều khoản này `{part}` (bãi bỏ thì `type: partly-repeals`); nếu tự \
             hết thời hạn, thêm ở đây `ends-by: own-term`; nếu hết cùng văn bản gốc, `ends-by: parent-ended`"
        ),
        format!(
            "add `{part}` to the relations of the instrument that amends or replaces this provision (`type: partly-repeals` \
             if it abolishes it); if its own term ran out, add `ends-by: own-term` here; if it ended with its parent, \
             `ends-by: parent-ended`"
        ),
    )
}

/// A lone end of a provision that an act touches on another day.
pub fn on_another_day(by: &str, kind: RelationKind, stated: Date, effect: Date) -> Bilingual {
    let kind = kind.key();
    Bilingual::new(
        format!(
            "quan hệ {kind} trong hồ sơ `{by}` động tới điều khoản này từ {effect}: nếu ngày ấy đúng, ghi ở đây \
             `in-force-until: {effect}`; nếu ngày ở đây đúng, thêm `on: {stated}` vào quan hệ ấy"
        ),
        format!(
            "the relation {kind} in the record of `{by}` touches this provision from {effect}: if that day is right, write \
             `in-force-until: {effect}` here; if this one is right, add `on: {stated}` to that relation"
        ),
    )
}

/// An act on the whole of an instrument whose record disagrees. The days are those that are known.
pub fn disagree(
    id: &str,
    by: &Instrument,
    kind: RelationKind,
    stated: Option<Date>,
    effect: Option<Date>,
) -> Bilingual {
    let part_kind = match kind {
        RelationKind::Repeals => RelationKind::PartlyRepeals,
        RelationKind::Ends => RelationKind::Ends,
        _ => RelationKind::Amends,
    };
    let part = part_of(part_kind, id, "Điều …", None);
    let Bilingual { vi: vi_by, en: en_by } = written_in(by);
    let (mut vi, mut en) = (Vec::new(), Vec::new());
    if let Some(day) = effect {
        vi.push(format!("nếu cả văn bản hết hiệu lực vào ngày {day}, ghi ở đây `in-force-until: {day}`"));
        en.push(format!("if the whole of it ends on {day}, write `in-force-until: {day}` here"));
    }
    if let Some(day) = stated {
        vi.push(format!("nếu ngày ở đây đúng, thêm `on: {day}` vào quan hệ ấy trong {vi_by}"));
        en.push(format!("if the day here is right, add `on: {day}` to that relation in {en_by}"));
    }
    let none =
        stated.map_or(("", ""), |_| (" và ghi ở đây `in-force-until: none`", " and write `in-force-until: none` here"));
    vi.push(format!("nếu chỉ một phần bị sửa, thay hay bãi bỏ, đổi quan hệ trong {vi_by} thành `{part}`{}", none.0));
    en.push(format!(
        "if only a part is amended, replaced or repealed, make the relation in {en_by} `{part}`{}",
        none.1
    ));
    Bilingual::new(vi.join("; "), en.join("; "))
}

/// Where what an instrument does is written: an act of one without a record is in the record that it acts on.
fn written_in(by: &Instrument) -> Bilingual {
    if by.has_record {
        Bilingual::new(format!("hồ sơ `{}`", by.id), format!("the record of `{}`", by.id))
    } else {
        Bilingual::new("khoá `amended-by` của hồ sơ này", "the `amended-by` of this record")
    }
}

fn part_of(kind: RelationKind, instrument: &str, unit: &str, on: Option<Date>) -> String {
    let on = on.map(|on| format!(", on: {on}")).unwrap_or_default();
    format!("- {{type: {}, instrument: {instrument}, units: [{unit}]{on}}}", kind.key())
}
