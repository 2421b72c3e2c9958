//! By when a duty is to be done: a date, `không nêu`, or a group of keys of which one says what kind of deadline it is.

use super::super::yaml::{Node, Value};
use super::fields::{ValueKind, record};
use super::reader::Context;
use super::shape::{KeyChoice, RecordRef, Shape};
use super::values::{self, DATE, Leaf, TEXT, own_id};
use super::{spoken_deadline, spoken_deadline::Spoken};
use crate::diag::{Fix, FixEdit, Span};
use crate::model::deadline::{DayOfYear, Deadline, Due, Lapse, LapseStart, LapseUnit};
use crate::syntax::messages::{deadlines as codes, words};

/// How a record says that the provision states no deadline.
pub const NOT_STATED: &str = "không nêu";

/// A date, `không nêu`, or the group of keys.
pub struct DeadlineKind;

/// A date, `không nêu`, or the group of keys.
pub const DEADLINE: DeadlineKind = DeadlineKind;

impl ValueKind for DeadlineKind {
    type Value = Deadline;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<Deadline> {
        if matches!(node.value, Value::Mapping(_)) {
            return deadline().read(node, context);
        }
        let text = values::text(node, context)?;
        if is_like_a_date(&text) {
            return values::date(node, context).map(|date| plain(Due::On(date)));
        }
        Some(in_words(text, node, context))
    }

    fn shape(&self) -> Shape {
        Shape::Either(vec![Shape::Date, Shape::Words, Shape::Record(about())])
    }
}

fn about() -> RecordRef {
    deadline().about
}

/// Nothing but digits and what stands between them in dates: no words, and a wrong date where it is none.
fn is_like_a_date(text: &str) -> bool {
    text.contains(['-', '/', '.']) && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.'))
}

fn plain(due: Due) -> Deadline {
    Deadline { due, ..Deadline::default() }
}

/// Words are kept as they are and reported, with what to write where they can be read in one way only.
fn in_words(text: String, node: &Node, context: &mut Context<'_>) -> Deadline {
    if text == NOT_STATED {
        return Deadline::default();
    }
    let spoken = spoken_deadline::read(&text);
    let yaml = spoken.as_ref().map(|spoken| spoken.yaml(&text));
    let finding = context.at(codes::DEADLINE_IN_WORDS, node).arg("text", text.as_str());
    let finding = finding.arg("advice", words::deadline_as_data(yaml.as_deref(), &text));
    let fix = spoken.as_ref().and_then(|spoken| fix(spoken, &text, node, context));
    context.report(finding.fix(fix));
    let Some(Spoken { due, .. }) = spoken else { return plain(Due::When(text)) };
    let words = (!matches!(due, Due::NotStated | Due::When(_))).then_some(text);
    Deadline { id: None, due, words }
}

/// Puts the keys around the words, which stay as they are. Not where these are written in a way of their own.
fn fix(spoken: &Spoken, text: &str, node: &Node, context: &Context<'_>) -> Option<Fix> {
    let Some(open) = &spoken.open else { return Some(Fix::value(NOT_STATED)) };
    let quote = match node.range.len().checked_sub(text.len()) {
        Some(0) if !text.contains(['"', '\\']) => "\"",
        Some(2) => "",
        _ => return None,
    };
    let at = |at: usize| Span::new(context.file, at..at);
    let close = FixEdit::Words { span: at(node.range.end), words: format!("{quote}}}") };
    Some(Fix::words(at(node.range.start), format!("{open}{quote}")).and(close))
}

record! {
    /// A deadline as a group of keys.
    pub(super) deadline: words::deadline_record => Deadline {
        id: optional("id", own_id(), "nop-bao-cao")
            vi "id riêng của thời hạn, để văn bản sau dời nó bằng `extends`"
            en "an id of its own, by which a later act can move it with `extends`";
        on: optional("on", DATE, "2030-12-31")
            vi "một ngày: phải xong chậm nhất ngày ấy"
            en "a day: by it the duty must be done";
        from: optional("from", DATE, "2026-07-01")
            vi "ngày bắt đầu phải làm, không phải hạn cuối"
            en "the day from which it must be done; a start, and no deadline";
        yearly: optional("yearly", DAY_OF_YEAR, "31/01")
            vi "ngày/tháng, mỗi năm một lần"
            en "day/month, once a year";
        quarterly: optional("quarterly", DAY_OF_YEAR, "31/03")
            vi "ngày/tháng của một quý; các quý khác cách đó 3, 6, 9 tháng, tháng thiếu ngày thì lấy ngày cuối tháng"
            en "day/month in one quarter; the others are 3, 6 and 9 months after it, on the last day of a month that is too short";
        every: optional("every", LAPSE, "6 months")
            vi "bao lâu một lần, theo `days`, `months` hoặc `years`; không có `starting` thì mọi nơi nói rõ điều khoản không nêu ngày cụ thể"
            en "how often, in `days`, `months` or `years`; without `starting` every list says that the provision gives no date";
        starting: optional("starting", DATE, "2026-06-30")
            vi "lần đầu là ngày nào; chỉ cùng với `every`"
            en "the first time; only with `every`";
        within: optional("within", LAPSE, "5 working-days")
            vi "trong bao lâu kể từ `of`, theo `days`, `working-days` (thứ Hai đến thứ Sáu, chưa trừ ngày lễ), `months` hoặc `years`"
            en "how long after `of`, in `days`, `working-days` (Monday to Friday, public holidays not taken off), `months` or `years`";
        of: optional("of", EVENT, "ngày nhận được yêu cầu")
            vi "tính từ sự kiện nào, hoặc từ ngày nào; chỉ cùng với `within`"
            en "from which event, or which day, it is counted; only with `within`";
        before: optional("before", TEXT, "khi bắt đầu triển khai")
            vi "trước sự kiện nào; in ra sau chữ \"Trước\""
            en "before which event; printed after the word \"Trước\"";
        when: optional("when", TEXT, "khi lập thiết kế cơ sở")
            vi "vào lúc nào, theo điều gì, khi không có ngày"
            en "at what or by what, where there is no day";
        words: optional("words", TEXT, "Trước ngày 31/01 của năm xây dựng kế hoạch")
            vi "lời để in, khi các khoá trên nói chưa đủ"
            en "the words to print, where the keys above say less";
    }
    unless choose(KINDS, codes::NOT_ONE_DEADLINE);
    make Deadline {
        id,
        due: [
            on.map(Due::On),
            from.map(Due::From),
            yearly.map(Due::Yearly),
            quarterly.map(Due::Quarterly),
            every.map(|every| Due::Every { every, starting }),
            within.zip(of).map(|(lapse, of)| Due::Within { lapse, of }),
            before.map(Due::Before),
            when.map(Due::When)
        ].into_iter().flatten().next().unwrap_or_default(),
        words,
    }
}

/// A deadline is of one kind, and the keys that say more of a kind go with it.
const KINDS: KeyChoice = KeyChoice {
    one_of: &["on", "from", "yearly", "quarterly", "every", "within", "before", "when"],
    needs: &[("within", "of"), ("of", "within"), ("starting", "every")],
};

const DAY_OF_YEAR: Leaf<DayOfYear> = Leaf::new(day_of_year, || Shape::DayOfYear);

/// `31/01`, as Vietnam writes it.
fn day_of_year(node: &Node, context: &mut Context<'_>) -> Option<DayOfYear> {
    let text = values::text(node, context)?;
    let day = if text.contains('/') { spoken_deadline::day_of_year(&text) } else { None };
    if day.is_none() {
        report(&text, words::a_day_of_year(), None, node, context);
    }
    day
}

const LAPSE: Leaf<Lapse> = Leaf::new(lapse, || Shape::Lapse);

fn lapse(node: &Node, context: &mut Context<'_>) -> Option<Lapse> {
    let text = values::text(node, context)?;
    let lapse = written_lapse(&text);
    if lapse.is_none() {
        let spoken = spoken_deadline::lapse(&text).map(|lapse| lapse.to_string());
        report(&text, words::a_lapse(), spoken, node, context);
    }
    lapse
}

/// `5 working-days`; `1 year` as well as `1 years`.
fn written_lapse(text: &str) -> Option<Lapse> {
    let (count, unit) = text.split_once(' ')?;
    let is = |known: &LapseUnit| known.key() == unit || known.key().strip_suffix('s') == Some(unit);
    let unit = LapseUnit::ALL.into_iter().find(is)?;
    count.parse().ok().filter(|count| *count > 0).map(|count| Lapse { count, unit })
}

fn report(text: &str, expected: crate::diag::Bilingual, fix: Option<String>, node: &Node, context: &mut Context<'_>) {
    let finding = context.at(codes::BAD_DUE, node).arg("text", text).arg("expected", expected);
    context.report(finding.fix(fix.map(Fix::value)));
}

const EVENT: Leaf<LapseStart> = Leaf::new(event, || Shape::Either(vec![Shape::Date, Shape::Words]));

fn event(node: &Node, context: &mut Context<'_>) -> Option<LapseStart> {
    let text = values::text(node, context)?;
    if is_like_a_date(&text) {
        return values::date(node, context).map(LapseStart::On);
    }
    Some(LapseStart::Words(text))
}
