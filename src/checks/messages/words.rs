//! Phrases for the holes of the sentences about dates.

use crate::diag::{Bilingual, phrases};
use crate::model::date::Date;

pub fn in_force_since(start: Date) -> Bilingual {
    Bilingual::new(format!("có hiệu lực từ {start}"), format!("in force from {start}"))
}

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

pub fn not_before(start: Date) -> Bilingual {
    Bilingual::new(format!("không thể có hiệu lực trước {start}"), format!("not in force before {start}"))
}

pub fn ended_by(end: Date) -> Bilingual {
    Bilingual::new(format!("muộn nhất {end} đã hết hiệu lực"), format!("no longer in force by {end}"))
}

phrases! {
    issued = "ngày ban hành (issued)", "the date of issue (issued)";
    issued_instrument = "ngày ban hành văn bản", "the date of issue of the instrument";
    in_force_from = "ngày có hiệu lực (in-force-from)", "the start (in-force-from)";
    in_force_until = "ngày hết hiệu lực (in-force-until)", "the end (in-force-until)";
    relation_on = "ngày tác động (on)", "the day of the act (on)";
    suspended_from = "ngày bắt đầu ngưng", "the start of the suspension";
    suspended_until = "ngày hết ngưng (until)", "the end of the suspension (until)";
    only_suspends = "xoá dòng này; chỉ quan hệ suspends có ngày hết ngưng", "delete the line; only a relation suspends has an end";
    only_endings = "xoá dòng này; chuyển tiếp đi với quan hệ làm hết hiệu lực: replaces, repeals, partly-replaces, partly-repeals", "delete the line; a transitional rule belongs to a relation that ends: replaces, repeals, partly-replaces, partly-repeals";
    earliest = "ngày sớm nhất (earliest)", "the earliest day (earliest)";
    latest = "ngày muộn nhất (latest)", "the latest day (latest)";
    is_before = "trước", "before";
    is_same = "trùng", "the same day as";
    no_end = "không có ngày hết hiệu lực (none)", "no end (none)";
    unknown = "chưa biết (unknown)", "unknown";
}
