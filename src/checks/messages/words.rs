//! Phrases for the holes of the sentences about dates.

use crate::diag::{Bilingual, advice, phrases};
use crate::model::date::Date;
use crate::model::provision::Locator;

/// Says that a text is certainly in force from this day on.
pub fn in_force_since(start: Date) -> Bilingual {
    Bilingual::new(format!("có hiệu lực từ {start}"), format!("in force from {start}"))
}

/// Says that this is the first day on which a text is no longer in force.
pub fn ended_on(end: Date) -> Bilingual {
    Bilingual::new(format!("hết hiệu lực từ {end}"), format!("no longer in force from {end}"))
}

/// The day of issue of the other instrument of a relation.
pub fn issued_of(id: &str) -> Bilingual {
    Bilingual::new(format!("ngày ban hành của `{id}`"), format!("the date of issue of `{id}`"))
}

/// What to do about units beside a relation that ends a whole instrument.
pub fn partly(kind: &str) -> Bilingual {
    Bilingual::new(
        format!("chỉ một phần thì ghi type: {kind}; cả văn bản thì xoá units"),
        format!("if only a part ends write type: {kind}; if all of it ends delete units"),
    )
}

/// The words of a duty name an audience that its ids have not.
pub fn names_but_not_bound(name: &str, id: &str) -> Bilingual {
    Bilingual::new(
        format!("who nêu «{name}», audiences thiếu `{id}`"),
        format!("who names «{name}», audiences lack `{id}`"),
    )
}

/// The words of a duty are names of audiences, and its ids have one more.
pub fn bound_but_not_named(name: &str, id: &str) -> Bilingual {
    Bilingual::new(
        format!("audiences có `{id}` («{name}»), who không nêu"),
        format!("audiences have `{id}` («{name}»), who does not name it"),
    )
}

/// Says that the day of commencement is unknown, and not before this one.
pub fn not_before(start: Date) -> Bilingual {
    Bilingual::new(format!("không thể có hiệu lực trước {start}"), format!("not in force before {start}"))
}

/// Says that the end is unknown, and not after this day.
pub fn ended_by(end: Date) -> Bilingual {
    Bilingual::new(format!("muộn nhất {end} đã hết hiệu lực"), format!("no longer in force by {end}"))
}

/// The clause that says so.
pub fn by_clause(at: &Locator) -> Bilingual {
    Bilingual::new(format!("theo {at}"), format!("by {at}"))
}

/// No clause is given.
pub fn no_clause(key: &str) -> Bilingual {
    Bilingual::new(
        format!("chưa ghi điều khoản nào nói vậy (khoá {key})"),
        format!("no clause says so yet (key {key})"),
    )
}

/// What to do about an id that nothing has.
pub fn name_it(near: Option<&str>) -> Bilingual {
    match near {
        Some(near) => advice::write_it(near),
        None => Bilingual::new("sửa id cho đúng, hoặc xoá dòng này", "correct the id, or delete the line"),
    }
}

phrases! {
    only_for_central = "Điều 55 Luật số 64/2025/QH15 chỉ cho văn bản của trung ương, khi thật cần thiết", "Article 55 of Law 64/2025 allows it to central instruments only, where it is really needed";
    never_for_local = "Điều 55 Luật số 64/2025/QH15 không cho văn bản của địa phương làm vậy", "Article 55 of Law 64/2025 does not allow it to instruments of a province or a commune";
    transition_until = "ngày hết chuyển tiếp (until)", "the end of the transition (until)";
    only_ends = "xoá dòng này; chỉ quan hệ ends cần ghi điều khoản dùng từ gì", "delete the line; only a relation ends needs the verb of its clause";
    only_guides = "xoá dòng này; chỉ văn bản quy định chi tiết (guides) hoặc được ban hành kèm theo (issues) được giữ hiệu lực sau văn bản kia", "delete the line; only what gives the details of another (guides) or was issued with it (issues) is kept in force after it";
    from_the_first_day = "xoá dòng này; đính chính và huỷ bỏ tính từ ngày đầu của văn bản kia; nếu chỉ từ một ngày thì dùng amends, repeals hay ends", "delete the line; what corrects or annuls counts from the first day of the other; from a later day it is amends, repeals or ends";
    a_duty = "việc hay trích dẫn nào", "duty or excerpt";
    a_deadline = "thời hạn nào", "deadline";
    issued = "ngày ban hành (issued)", "the date of issue (issued)";
    issued_instrument = "ngày ban hành văn bản", "the date of issue of the instrument";
    in_force_from = "ngày có hiệu lực (in-force-from)", "the start (in-force-from)";
    in_force_until = "ngày hết hiệu lực (in-force-until)", "the end (in-force-until)";
    relation_on = "ngày tác động (on)", "the day of the act (on)";
    suspended_from = "ngày bắt đầu ngưng", "the start of the suspension";
    suspended_until = "ngày hết ngưng (until)", "the end of the suspension (until)";
    only_suspends = "xoá dòng này; chỉ quan hệ suspends có ngày hết ngưng", "delete the line; only a relation suspends has an end";
    only_for_some = "xoá dòng này; chỉ quan hệ làm hết hiệu lực (replaces, repeals, ends, partly-replaces, partly-repeals) hoặc ngưng hiệu lực (suspends) mới có phạm vi riêng", "delete the line; only a relation that ends (replaces, repeals, ends, partly-replaces, partly-repeals) or suspends can be for some alone";
    only_endings = "xoá dòng này; chuyển tiếp đi với quan hệ làm hết hiệu lực hoặc sửa đổi: replaces, repeals, ends, partly-replaces, partly-repeals, amends", "delete the line; a transitional rule belongs to a relation that ends or amends: replaces, repeals, ends, partly-replaces, partly-repeals, amends";
    earliest = "ngày sớm nhất (earliest)", "the earliest day (earliest)";
    latest = "ngày muộn nhất (latest)", "the latest day (latest)";
    is_before = "trước", "before";
    is_same = "trùng", "the same day as";
    no_end = "không có ngày hết hiệu lực (none)", "no end (none)";
    unknown = "chưa biết (unknown)", "unknown";
}
