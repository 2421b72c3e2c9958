//! The words of the annexes that are generated from the data, and of the notices on text that is not plainly in force.
//! Vietnamese only: they are part of the booklet.

use std::collections::BTreeSet;

use super::booklet::{dated, own_text};
use crate::model::date::Date;
use crate::model::duty_kind::DutyKind;
use crate::model::instrument::Confidence;
use crate::model::settings::{NoticeKey, Notices};
use crate::model::validity::ValidityKind;

/// `12 việc`
pub fn duties_counted(count: usize) -> String {
    format!("{count} việc")
}

/// `19 việc: 3 của riêng bạn; 16 với tư cách cơ quan nhà nước`
pub fn duties_by_capacity(count: usize, counts: &[String]) -> String {
    match counts {
        [] => duties_counted(count),
        counts => format!("{}: {}", duties_counted(count), counts.join("; ")),
    }
}

/// `aside`: how many duties of which provisions are not in the table.
pub fn responsibilities_intro(binding: usize, aside: &[(ValidityKind, usize)], as_of: Date) -> Vec<String> {
    let first = if binding == 0 { no_duties(as_of) } else { in_table(binding, as_of) };
    let others: Vec<String> = aside.iter().map(|(kind, count)| duties_aside(*kind, *count)).collect();
    let others = (!others.is_empty())
        .then(|| format!("Không tính vào bảng: {}; danh sách ở cuối phụ lục này.", others.join("; ")));
    [first, signs_of_kinds()].into_iter().chain(others).collect()
}

/// `Dấu trước mức: ► nghĩa vụ; × điều cấm; …`
fn signs_of_kinds() -> String {
    let signs = DutyKind::ALL.map(|kind| format!("{} {}", kind.sign(), kind.name()));
    format!("Dấu trước mức: {}.", signs.join("; "))
}

fn in_table(binding: usize, as_of: Date) -> String {
    format!(
        "Bảng gồm {binding} việc theo các quy định được in trong tài liệu này và còn hiệu lực vào {}. Việc xếp theo đối \
         tượng, theo tư cách mà việc ràng buộc đối tượng ấy, rồi theo mức. Việc của nhiều đối tượng được ghi ở từng đối tượng.",
        as_of.long()
    )
}

/// The paragraphs above the checklists: how many duties bind on the day, and what the boxes are for.
pub fn checklists_intro(binding: usize, as_of: Date) -> Vec<String> {
    if binding == 0 {
        return vec![no_duties(as_of)];
    }
    vec![
        format!(
            "Mỗi đối tượng có một danh sách, chỉ gồm việc theo các quy định được in trong tài liệu này và còn hiệu lực \
             vào {}.",
            as_of.long()
        ),
        "Việc nào đã làm xong thì đánh dấu vào ô; chỉ việc phải làm và điều không được làm mới có ô. Số sau mũi tên là số của trích dẫn; đọc trích dẫn trước khi làm."
            .to_owned(),
    ]
}

/// The paragraphs above the report form. `empty`: no duty binds on the day, so there is nothing to report.
pub fn report_form_intro(empty: bool, as_of: Date) -> Vec<String> {
    if empty {
        return vec![no_duties(as_of)];
    }
    vec![
        format!(
            "Mẫu để đơn vị tự rà soát và báo cáo. Việc lấy từ các quy định được in trong tài liệu này và còn hiệu lực \
             vào {}; chỉ gồm việc phải làm và điều không được làm.",
            as_of.long()
        ),
        "Với mỗi việc, chọn một trong bốn câu trả lời; có vướng mắc thì ghi ở cột cuối.".to_owned(),
    ]
}

fn no_duties(as_of: Date) -> String {
    format!("Không quy định nào được in trong tài liệu này và còn hiệu lực vào {} giao việc cho ai.", as_of.long())
}

/// `3 việc của quy định đã hết hiệu lực`
pub fn duties_aside(kind: ValidityKind, count: usize) -> String {
    let what = match kind {
        ValidityKind::InForce => "còn hiệu lực",
        ValidityKind::PartlyEnded => "đã hết hiệu lực một phần",
        ValidityKind::NotCommenced => "chưa có hiệu lực",
        ValidityKind::Suspended => "đang ngưng hiệu lực",
        ValidityKind::Ended => "đã hết hiệu lực",
        ValidityKind::NeverInForce => "không có hiệu lực",
        ValidityKind::Unknown => "chưa rõ hiệu lực",
        ValidityKind::NotApplicable => {
            return format!("{count} việc nêu trong tài liệu không áp dụng khái niệm hiệu lực");
        }
    };
    format!("{count} việc của quy định {what}")
}

/// How sure we are, where the text itself was not read.
pub fn doubt(confidence: Confidence) -> Option<String> {
    match confidence {
        Confidence::TextRead => None,
        Confidence::ExcerptSeen | Confidence::SecondHand | Confidence::Unverified => Some(confidence.name().to_owned()),
    }
}

/// What an office says of itself: key and label.
pub const REPORT_FIELDS: [(&str, &str); 5] = [
    ("don-vi", "Đơn vị"),
    ("nguoi-lap", "Người lập"),
    ("chuc-vu", "Chức vụ"),
    ("dien-thoai", "Điện thoại"),
    ("ngay", "Ngày lập"),
];

/// What it says of each duty.
pub const REPORT_ANSWERS: [(&str, &str); 4] =
    [("da-lam", "Đã làm"), ("dang-lam", "Đang làm"), ("chua-lam", "Chưa làm"), ("khong-ap-dung", "Không áp dụng")];

/// Who signs, and how.
pub const SIGNATURES: [(&str, &str); 2] =
    [("Người lập", "ký, ghi rõ họ tên"), ("Thủ trưởng đơn vị", "ký, ghi rõ họ tên, đóng dấu")];

/// Title of the group of texts of unknown validity.
pub const UNDECIDED: &str = "Chưa rõ có hiệu lực hay không";
/// Title of the group of excerpts that were not compared with the full text.
pub const UNREAD: &str = "Nội dung chưa đối chiếu với toàn văn";
/// Title of the group of excerpts whose article or clause is not known.
pub const UNPLACED: &str = "Chưa rõ nằm ở điều, khoản nào";
/// Title of the group of instruments whose number or day is not known.
pub const FACTS: &str = "Chưa rõ số, ngày";
/// Title of the group of instruments whose signer is not known.
pub const UNSIGNED: &str = "Chưa rõ người ký";
/// Title of the group of excerpts that are unverified, and so not printed.
pub const UNVERIFIED: &str = "Chưa kiểm chứng nên không in";

/// What to obtain in order to settle an unknown validity.
pub const WANTED_VALIDITY: &str = "Văn bản hoặc xác nhận nói rõ ngày bắt đầu, ngày chấm dứt hiệu lực";
/// What to obtain in order to settle where a text is in its instrument.
pub const WANTED_PLACE: &str = "Toàn văn, để ghi đúng điều, khoản, điểm";
/// `17 văn bản`
pub fn instruments_counted(count: usize) -> String {
    format!("{count} văn bản")
}

/// What to obtain in order to learn who signed.
pub const WANTED_SIGNER: &str = "Trang cuối của từng bản gốc, có khối chữ ký";
/// What to obtain before an unverified excerpt can be printed.
pub const WANTED_PROOF: &str = "Toàn văn, để kiểm chứng rồi mới in";

/// What to obtain about text that was not read.
pub fn wanted_text(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::TextRead | Confidence::ExcerptSeen => "Toàn văn, để đối chiếu lời tóm lược",
        Confidence::SecondHand | Confidence::Unverified => "Chính văn bản, để biết quy định nói gì",
    }
}

/// What of an instrument is not known, with the reason and the days between which it lies.
pub fn unknown_fact(fact: &str, reason: &str, (earliest, latest): (Option<Date>, Option<Date>)) -> String {
    let bounds = [
        earliest.map(|date| format!("không trước {}", date.short())),
        latest.map(|date| format!("không sau {}", date.short())),
    ];
    let bounds: Vec<String> = bounds.into_iter().flatten().collect();
    let bounds = if bounds.is_empty() { String::new() } else { format!(" ({})", bounds.join(", ")) };
    format!("{}: {reason}{bounds}", sentence(fact))
}

/// The words with a capital.
pub fn sentence(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// The recorded reason of an unknown validity as a sentence, or that none is recorded.
pub fn undecided(reason: &str) -> String {
    if reason.is_empty() { "Chưa ghi lý do".to_owned() } else { sentence(reason) }
}

/// How many excerpts are held back, and their places.
pub fn unverified(count: usize, places: &str) -> String {
    format!("{count} trích dẫn: {places}")
}

/// Name of a fact that may be unknown: the number of an instrument.
pub const NUMBER: &str = "số, ký hiệu";
/// Name of a fact that may be unknown: the day of issue.
pub const ISSUED: &str = "ngày ban hành";
/// Name of a fact that may be unknown: the day of commencement.
pub const FROM: &str = "ngày có hiệu lực";
/// Name of a fact that may be unknown: the first day no longer in force.
pub const UNTIL: &str = "ngày hết hiệu lực";

/// `Toàn văn, để biết ngày có hiệu lực; ngày hết hiệu lực`
pub fn wanted_facts(facts: &[&str]) -> String {
    format!("Bản gốc hoặc Công báo, để biết {}", facts.join("; "))
}

/// How many things of each kind are unknown, and where they are listed.
pub fn unknowns_intro(counts: &[(&str, usize)], as_of: Date) -> Vec<String> {
    let questions: Vec<String> =
        counts.iter().filter(|(_, count)| *count > 0).map(|(what, count)| format!("{count} {what}")).collect();
    if questions.is_empty() {
        return vec![format!("Vào {}, không còn điều nào ghi là chưa rõ hoặc chưa kiểm chứng.", as_of.long())];
    }
    vec![
        format!("Tính đến {}, còn chưa rõ: {}.", as_of.long(), questions.join("; ")),
        "Mỗi dòng nói chưa biết gì, vì sao, và cần có gì để biết. Không điều nào trong các dòng này được coi là đang có \
         hiệu lực chỉ vì chưa thấy văn bản chấm dứt."
            .to_owned(),
    ]
}

/// Follows a count in the introduction of the annex of what is unknown.
pub const COUNT_UNDECIDED: &str = "văn bản chưa rõ hiệu lực (cả văn bản hoặc một số điều khoản)";
/// Follows a count in the introduction of the annex of what is unknown.
pub const COUNT_UNREAD: &str = "trích dẫn chưa đối chiếu với toàn văn";
/// Follows a count in the introduction of the annex of what is unknown.
pub const COUNT_UNPLACED: &str = "trích dẫn chưa rõ vị trí";
/// Follows a count in the introduction of the annex of what is unknown.
pub const COUNT_FACTS: &str = "văn bản chưa rõ số hoặc ngày";
/// Follows a count in the introduction of the annex of what is unknown.
pub const COUNT_UNSIGNED: &str = "văn bản chưa rõ người ký";
/// Follows a count in the introduction of the annex of what is unknown.
pub const COUNT_UNVERIFIED: &str = "trích dẫn chưa kiểm chứng, không in";

/// Stands where a change has certainly not taken effect, and its day is not known.
pub const LATER_DAY: &str = "chưa rõ ngày nào";
/// A pending change: a text comes into force.
pub const COMMENCES: &str = "Bắt đầu có hiệu lực";
/// The same, where the text may end before that day.
pub const MAY_COMMENCE: &str = "Bắt đầu có hiệu lực, nếu không hết hiệu lực trước ngày này";
/// A pending change: a text is no longer in force, from that day on.
pub const ENDS: &str = "Hết hiệu lực";
/// Before what was suspended.
pub const LIFTS: &str = "Hết thời gian ngưng hiệu lực:";

/// The paragraphs above the coming changes. `ahead`: those of a known day after the edition's; `perhaps`: those of
/// which it is unknown whether they have taken effect.
pub fn pending_intro(ahead: usize, as_of: Date) -> Vec<String> {
    let day = as_of.long();
    let known = if ahead == 0 {
        format!(
            "Không có thay đổi nào đã biết: vào {day}, trong các văn bản đã thu thập không có văn bản, điều khoản nào đã \
             ban hành và chắc chắn sẽ bắt đầu hoặc thôi có hiệu lực sau ngày đó."
        )
    } else {
        format!("Vào {day} có {ahead} thay đổi đã ban hành nhưng chưa có hiệu lực. Bảng xếp theo ngày.")
    };
    vec![known]
}

/// Above a chapter that prints text which is not plainly in force: `Chương này có quy định không còn hoặc chưa rõ hiệu
/// lực`.
pub fn chapter_warning(kinds: &BTreeSet<ValidityKind>) -> Option<String> {
    let words = kinds.iter().filter_map(|kind| match kind {
        // A chapter is no less law for a standard in it.
        ValidityKind::InForce | ValidityKind::NotApplicable => None,
        ValidityKind::PartlyEnded => Some("chỉ còn một phần"),
        ValidityKind::NotCommenced => Some("chưa có"),
        ValidityKind::Suspended => Some("đang ngưng"),
        ValidityKind::Ended => Some("không còn"),
        ValidityKind::NeverInForce => Some("không có"),
        ValidityKind::Unknown => Some("chưa rõ"),
    });
    let words: Vec<&str> = words.collect();
    let (last, others) = words.split_last()?;
    let words = if others.is_empty() { (*last).to_owned() } else { format!("{} hoặc {last}", others.join(", ")) };
    Some(format!("Chương này có quy định {words} hiệu lực"))
}

/// Of a standard, a letter, a guide or a consolidated text.
const NO_LAW: &str = "Đây không phải văn bản quy phạm pháp luật, nên không xét còn hay hết hiệu lực. Việc có bắt buộc hay không là \
                      do văn bản quy phạm pháp luật dẫn tới nó, hoặc được nó hợp nhất, hướng dẫn.";

/// What a reader must know before using an excerpt that is not plainly in force.
pub fn excerpt_notice(own: &Notices, kind: ValidityKind, as_of: Date) -> Option<String> {
    let key = match kind {
        ValidityKind::InForce => return None,
        ValidityKind::PartlyEnded => NoticeKey::PartlyEnded,
        ValidityKind::NotCommenced => NoticeKey::NotCommenced,
        ValidityKind::Suspended => NoticeKey::Suspended,
        ValidityKind::Ended => NoticeKey::Ended,
        ValidityKind::NeverInForce => NoticeKey::NeverInForce,
        ValidityKind::Unknown => NoticeKey::Unknown,
        ValidityKind::NotApplicable => NoticeKey::NotApplicable,
    };
    if let Some(text) = own_text(own, key) {
        return Some(dated(text, as_of));
    }
    let day = as_of.long();
    match kind {
        ValidityKind::InForce => None,
        ValidityKind::PartlyEnded => Some(format!(
            "Vào {day}, một phần quy định này không còn hiệu lực. Kiểm tra phần nào còn áp dụng trước khi làm theo."
        )),
        ValidityKind::NotCommenced => Some(format!("Vào {day}, quy định này chưa có hiệu lực.")),
        ValidityKind::Suspended => Some(format!("Vào {day}, quy định này đang ngưng hiệu lực.")),
        ValidityKind::Ended => Some(format!(
            "Vào {day}, quy định này không còn hiệu lực; in để tra cứu. Không làm theo, trừ khi có quy định chuyển tiếp."
        )),
        ValidityKind::NeverInForce => Some(format!(
            "Quy định này không có hiệu lực, vào {day} cũng như mọi ngày khác; in để tra cứu. Không làm theo."
        )),
        ValidityKind::Unknown => Some(format!(
            "Vào {day}, chưa rõ quy định này có hiệu lực hay không. Kiểm tra văn bản gốc trước khi làm theo."
        )),
        ValidityKind::NotApplicable => Some(NO_LAW.to_owned()),
    }
}

/// How many departments a group has.
pub fn departments(count: usize) -> String {
    format!("{count} đơn vị")
}

/// How sure the names of departments are.
pub fn names_known(confidence: Confidence, checked_on: Date) -> String {
    format!("tên đơn vị: {} · kiểm tra {}", confidence.name(), checked_on.short())
}
