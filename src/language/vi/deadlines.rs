//! Deadlines in the words of the booklet. Vietnamese only.

use crate::language::vi::annexes::sentence;
use crate::model::date::Date;
use crate::model::deadline::{Deadline, Due, Lapse, LapseStart, LapseUnit};

/// The label of a deadline, or of the remark that there is none.
pub fn name(due: &Due) -> &'static str {
    match due {
        Due::From(_) => "Bắt đầu",
        Due::NotStated
        | Due::On(_)
        | Due::Yearly(_)
        | Due::Quarterly(_)
        | Due::Every { .. }
        | Due::Within { .. }
        | Due::Before(_)
        | Due::When(_) => "Hạn",
    }
}

/// The words of the provision, or the data in words; nothing where no deadline is stated.
pub fn deadline(deadline: &Deadline) -> Option<String> {
    let Deadline { id: _, due, words } = deadline;
    let text = words.clone().or_else(|| said(due).map(|said| sentence(&said)))?;
    Some(if due.recurs_without_day() { format!("{text} ({NO_DAY})") } else { text })
}

fn said(due: &Due) -> Option<String> {
    Some(match due {
        Due::NotStated => return None,
        Due::On(date) => date.short(),
        Due::From(date) => format!("từ ngày {}", date.short()),
        Due::Yearly(day) => format!("chậm nhất ngày {} hằng năm", day.short()),
        Due::Quarterly(day) => format!("hằng quý, quý đầu vào ngày {}", day.short()),
        Due::Every { every, starting: None } => format!("{} một lần", lapse(*every)),
        Due::Every { every, starting: Some(first) } => {
            format!("{} một lần, lần đầu ngày {}", lapse(*every), first.short())
        }
        Due::Within { lapse: time, of } => format!("trong {} kể từ {}", lapse(*time), event(of)),
        Due::Before(event) => format!("trước {event}"),
        Due::When(event) => event.clone(),
    })
}

/// `5 ngày làm việc`
pub fn lapse(lapse: Lapse) -> String {
    let unit = match lapse.unit {
        LapseUnit::Days => "ngày",
        LapseUnit::WorkingDays => "ngày làm việc",
        LapseUnit::Months => "tháng",
        LapseUnit::Years => "năm",
    };
    format!("{} {unit}", lapse.count)
}

fn event(event: &LapseStart) -> String {
    match event {
        LapseStart::On(date) => format!("ngày {}", date.short()),
        LapseStart::Words(words) => words.clone(),
    }
}

/// What the day of an edition makes of a deadline, beside its words.
pub fn next(date: Date, due: &Due) -> String {
    let holidays = match due {
        Due::Within { lapse: Lapse { unit: LapseUnit::WorkingDays, .. }, .. } => ", chưa trừ ngày lễ",
        _ => "",
    };
    let name = match due {
        Due::Yearly(_) | Due::Quarterly(_) | Due::Every { .. } => "lần tới",
        Due::NotStated | Due::On(_) | Due::From(_) | Due::Within { .. } | Due::Before(_) | Due::When(_) => "tới hạn",
    };
    format!("{name}: {}{holidays}", date.short())
}

/// `đã qua ngày 31/12/2025`
pub fn passed(date: Date) -> String {
    format!("đã qua ngày {}", date.short())
}

/// `trước đây: 31/12/2030; dời theo Khoản 1 Điều 2 Nghị định số …`
pub fn moved(before: &str, by: &str) -> String {
    format!("trước đây: {before}; dời theo {by}")
}

/// Where it is said what shows that a duty was done.
pub fn asked_by(place: &str) -> String {
    format!("theo {place}")
}

/// Stands where no clause asks for a proof.
pub const ADVICE: &str = "gợi ý của nhóm biên soạn";

/// A duty due on the very day of the question: it has not passed.
pub const DUE_TODAY: &str = "đến hạn đúng ngày này";

/// Beside a day that has passed.
pub const PASSED: &str = "đã qua";

/// Beside what is due again and again, on days that nobody can compute.
pub const NO_DAY: &str = "điều khoản không nêu ngày cụ thể";

/// `3 việc có ngày; 1 việc lặp lại mà điều khoản không nêu ngày cụ thể`
pub fn dated(dated: usize, without_day: usize) -> String {
    let dated = (dated > 0).then(|| format!("{dated} việc có ngày"));
    let without = (without_day > 0).then(|| format!("{without_day} việc lặp lại mà {NO_DAY}"));
    dated.into_iter().chain(without).collect::<Vec<_>>().join("; ")
}

/// The paragraphs above the calendar.
pub fn calendar_intro(empty: bool, as_of: Date) -> Vec<String> {
    if empty {
        return vec![format!("Vào {}, không việc nào có ngày tới hạn tính được.", as_of.long())];
    }
    vec![
        format!(
            "Ngày tới hạn tính từ {}, theo các quy định được in trong tài liệu này và còn hiệu lực vào ngày đó. Việc lặp lại \
             mà điều khoản không nêu ngày cụ thể đứng ở cuối. Việc chỉ gắn với một sự kiện, hoặc điều khoản không nêu thời hạn, không \
             có trong lịch.",
            as_of.long()
        ),
        "Ngày trong lịch là ngày ghi trong điều khoản: điều khoản viết \"trước ngày\" thì phải xong trước ngày ấy. Ngày nghỉ \
         lễ chưa được trừ."
            .to_owned(),
    ]
}
