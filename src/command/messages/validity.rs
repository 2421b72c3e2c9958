//! The words of `camnang status` and `camnang timeline`.

use crate::diag::{Bilingual, Lang};
use crate::model::date::Date;
use crate::model::time::{Happening, Knowledge, ValidityQuery};
use crate::model::validity::{Cause, ValidityKind};

/// A day in a table: as each language's readers write it.
pub fn day(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => date.short(),
        Lang::En => date.to_string(),
    }
}

/// The day that is asked about, and the day of knowledge where that is another.
pub fn as_of(query: ValidityQuery) -> Bilingual {
    let (vi, en) = match query.knowledge {
        Knowledge::Whole => (String::new(), String::new()),
        Knowledge::Of(day) => (format!(", theo những gì đã biết đến {}", day.long()), format!(", as known on {day}")),
    };
    Bilingual::new(format!("Tính đến {}{vi}", query.on.long()), format!("As of {}{en}", query.on))
}

/// The clause that decides a state.
pub fn clause(clause: &Bilingual) -> Bilingual {
    Bilingual::new(format!("Điều khoản quyết định: {}", clause.vi), format!("Decided by: {}", clause.en))
}

/// The clause by which a text will cease to be in force.
pub fn coming_clause(clause: &Bilingual, cause: Option<Cause>) -> Bilingual {
    let (vi, en) = match cause {
        Some(Cause::Suspended) => ("Sẽ ngưng hiệu lực theo", "To be suspended by"),
        _ => ("Sẽ hết hiệu lực theo", "To end by"),
    };
    Bilingual::new(format!("{vi}: {}", clause.vi), format!("{en}: {}", clause.en))
}

/// What one would have to find out.
pub fn settled_by(words: &Bilingual) -> Bilingual {
    Bilingual::new(format!("Cần biết để kết luận: {}", words.vi), format!("To be found out: {}", words.en))
}

/// The heads of the table's columns: citation, state, since, until, by, confidence.
pub fn columns() -> [Bilingual; 6] {
    [
        Bilingual::new("Văn bản, điều khoản", "Instrument, provision"),
        Bilingual::new("Hiệu lực", "State"),
        Bilingual::new("Từ ngày", "Since"),
        Bilingual::new("Đến ngày", "Until"),
        Bilingual::new("Do văn bản", "By"),
        Bilingual::new("Mức chắc chắn", "Confidence"),
    ]
}

/// Below a table in which some ends lie ahead.
pub fn half_open() -> Bilingual {
    Bilingual::new(
        "«Đến ngày» là ngày đầu tiên không còn hiệu lực, trong phạm vi kho ngữ liệu biết, kể cả khi ngày đó ở sau ngày được hỏi.",
        "\"Until\" is the first day no longer in force, as far as the corpus knows, even if it lies after the day asked.",
    )
}

/// The name of a state of validity in both languages; Vietnamese as in the booklet.
pub fn state(kind: ValidityKind) -> Bilingual {
    let english = match kind {
        ValidityKind::InForce => "in force",
        ValidityKind::PartlyEnded => "partly ended",
        ValidityKind::NotCommenced => "not yet commenced",
        ValidityKind::Suspended => "suspended",
        ValidityKind::Ended => "ended",
        ValidityKind::NeverInForce => "never in force",
        ValidityKind::Unknown => "unknown",
        ValidityKind::NotApplicable => "not applicable",
    };
    Bilingual::new(kind.name(), english)
}

/// Names an event in the timeline of a record.
pub fn happening(what: Happening) -> Bilingual {
    match what {
        Happening::Issued => Bilingual::new("được ban hành", "is issued"),
        Happening::Becomes(ValidityKind::InForce) => Bilingual::new("có hiệu lực", "comes into force"),
        Happening::Becomes(ValidityKind::PartlyEnded) => Bilingual::new("hết hiệu lực một phần", "ends in part"),
        Happening::Becomes(ValidityKind::NotCommenced) => Bilingual::new("chưa có hiệu lực", "is not in force yet"),
        Happening::Becomes(ValidityKind::Suspended) => Bilingual::new("ngưng hiệu lực", "is suspended"),
        Happening::Becomes(ValidityKind::Ended) => Bilingual::new("hết hiệu lực", "ends"),
        Happening::Becomes(ValidityKind::NeverInForce) => {
            Bilingual::new("không có hiệu lực", "is not in force, and never will be")
        }
        Happening::Becomes(ValidityKind::Unknown) => Bilingual::new("từ đây chưa rõ", "is unknown from here on"),
        // A type of instrument has validity on every day or on none, so nothing comes into this state.
        Happening::Becomes(ValidityKind::NotApplicable) => state(ValidityKind::NotApplicable),
        Happening::Superseded => Bilingual::new("được thay thế hoặc bị bãi bỏ", "is superseded or withdrawn"),
        Happening::Annulled => {
            Bilingual::new("bị huỷ bỏ, coi như chưa từng có hiệu lực", "is annulled, as if never in force")
        }
        Happening::Settles(kind) => {
            let state = state(kind);
            Bilingual::new(
                format!("từ đây chắc chắn: {}", state.vi.to_lowercase()),
                format!("certainly {} from here on", state.en),
            )
        }
        Happening::Resumes => Bilingual::new("có hiệu lực trở lại", "is in force again"),
        Happening::PartEnds => Bilingual::new("hết hiệu lực thêm một phần", "ends in a further part"),
        Happening::Amended => Bilingual::new("được sửa đổi, bổ sung", "is amended"),
        Happening::Corrected => Bilingual::new("được đính chính", "is corrected"),
        Happening::ForSome(kind) => {
            let english = format!("{} for some", state(kind).en);
            let vi = match kind {
                ValidityKind::InForce => "có hiệu lực riêng",
                ValidityKind::Ended => "hết hiệu lực riêng",
                ValidityKind::Suspended => "ngưng hiệu lực riêng",
                ValidityKind::PartlyEnded
                | ValidityKind::NotCommenced
                | ValidityKind::NeverInForce
                | ValidityKind::Unknown
                | ValidityKind::NotApplicable => "chưa rõ hiệu lực riêng",
            };
            Bilingual::new(vi, english)
        }
        Happening::ResumesForSome => Bilingual::new("có hiệu lực trở lại riêng", "is in force again for some"),
        Happening::TransitionEnds => Bilingual::new("hết thời hạn chuyển tiếp", "a transition ends"),
    }
}

/// The end of a text without validity, by the verb of the act.
pub fn superseded(cause: Option<Cause>) -> Bilingual {
    match cause {
        Some(Cause::Replaced) => Bilingual::new("được thay thế", "is superseded"),
        Some(Cause::Repealed) => Bilingual::new("bị bãi bỏ", "is withdrawn"),
        Some(Cause::Annulled) => Bilingual::new("bị huỷ bỏ", "is annulled"),
        Some(Cause::Ended) => Bilingual::new("hết hiệu lực", "ends"),
        Some(Cause::Amended | Cause::Suspended | Cause::OwnTerm | Cause::ParentEnded) | None => {
            happening(Happening::Superseded)
        }
    }
}

/// `do Nghị định số 2/2020/NĐ-CP (khoản 2 Điều 5)`
pub fn by(citation: &str, at: Option<&str>) -> Bilingual {
    let place = at.map(|at| format!(" ({at})")).unwrap_or_default();
    Bilingual::new(format!("do {citation}{place}"), format!("by {citation}{place}"))
}

/// Why there is no answer without a day, and which day may be meant.
pub fn no_day(latest: Option<Date>) -> Bilingual {
    let (vi, en) = match latest {
        Some(date) => (
            format!("ghi thêm --as-of, ví dụ ngày của ấn bản mới nhất: --as-of {date}"),
            format!("add --as-of, for example the day of the latest edition: --as-of {date}"),
        ),
        None => ("ghi thêm --as-of NĂM-THÁNG-NGÀY".to_owned(), "add --as-of YEAR-MONTH-DAY".to_owned()),
    };
    Bilingual::new(
        format!("hiệu lực tuỳ ngày, mà công cụ không lấy ngày của máy; {vi}"),
        format!("validity depends on the day, and the tool never takes it from the clock; {en}"),
    )
}

/// No record has this id; `near` is the id most like it.
pub fn no_record(id: &str, near: Option<&str>) -> Bilingual {
    match near {
        Some(near) => Bilingual::new(
            format!("không có văn bản hay trích dẫn `{id}`; có phải `{near}`?"),
            format!("there is no instrument or excerpt `{id}`; do you mean `{near}`?"),
        ),
        None => Bilingual::new(
            format!("không có văn bản hay trích dẫn `{id}`; xem `camnang list instruments`"),
            format!("there is no instrument or excerpt `{id}`; see `camnang list instruments`"),
        ),
    }
}
