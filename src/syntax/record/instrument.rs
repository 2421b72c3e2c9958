//! `instruments/<id>.yaml`

use std::sync::LazyLock;

use url::Url;

use super::super::yaml::Node;
use super::fields::{Unless, record};
use super::lists;
use super::reader::Context;
use super::shape::{Exemption, Shape};
use super::values::{
    self, DATE, DAY, END, KNOWN_DAY, LOCATOR, Leaf, NUMBER, TEXT, choice, known, own_id, reference, some, stated,
};
use crate::diag::advice::{self, nearest, only_near};
use crate::diag::{FileId, Fix, Sink};
use crate::model::ids::InstrumentId;
use crate::model::instrument::{
    Clause, Confidence, Instrument, OutsideAct, OutsideInstrument, Relation, RelationTarget, Scope, Transition,
};
use crate::model::known::{Day, Known, Term};
use crate::model::number::{DocNumber, InstrumentType};
use crate::model::statement::{Stated, Statement, Statements, verified, verified_day};
use crate::model::text_at::TextAt;
use crate::syntax::messages::{settings, words, yaml};

/// Reads `instruments/<id>.yaml`.
pub fn read_instrument(node: &Node, file: FileId, sink: &mut Sink) -> Option<Instrument> {
    instrument().read_file(node, file, sink)
}

record! {
    pub(super) instrument: words::instrument_record => Instrument {
        id: required("id", own_id::<InstrumentId>(), "nd-72-2013")
            vi "trùng tên tệp: loại viết tắt, số, năm ban hành (`nd-72-2013`, `tt-39-2017`, `qd-433-2011`, `luat-91-2025`)"
            en "the name of the file: type in short, number, year of issue (`nd-72-2013`, `tt-39-2017`)";
        aliases: list("aliases", own_id(), "[nd-72]")
            vi "các id cũ: địa chỉ `vb/<id cũ>.html` trên trang web sẽ dẫn tới địa chỉ mới"
            en "former ids: the web address `vb/<former id>.html` then leads to the new one";
        number: required("number", stated(known(NUMBER), stated_number), "72/2013/NĐ-CP")
            vi "số, ký hiệu như trên văn bản"
            en "the number, as on the document";
        kind: required("type", INSTRUMENT_TYPE, "Nghị định")
            vi "loại văn bản"
            en "the type of the instrument";
        title: required("title", TEXT, "quản lý, cung cấp, sử dụng dịch vụ Internet và thông tin trên mạng")
            vi "trích yếu, bỏ loại văn bản và chữ \"về\" ở đầu; riêng luật ghi cả tên: `Luật Viễn thông`"
            en "what it is about, without its type and without \"về\" at the start; a law has its whole name: `Luật Viễn thông`";
        issuer: required("issuer", TEXT, "Chính phủ")
            vi "cơ quan ban hành"
            en "who issued it";
        signer: required("signer", stated(known(TEXT), stated_name), "{unknown: Chưa thấy khối chữ ký}")
            vi "người ký"
            en "who signed it";
        issued: required("issued", stated(DAY, stated_day), "2013-07-15")
            vi "ngày ban hành"
            en "the date of issue";
        from: required_unless("in-force-from", stated(DAY, stated_day), "2013-09-01", unless_without_validity(kind))
            vi "ngày có hiệu lực"
            en "the first day on which it is in force";
        until: required_unless("in-force-until", stated(END, stated_end), "2024-12-25", unless_without_validity(kind))
            vi "ngày **đầu tiên không còn** hiệu lực, tức ngày văn bản thay nó có hiệu lực; `none` nếu đang có hiệu lực và chưa biết ngày hết"
            en "the **first day on which it is no longer** in force, when its successor takes effect; `none` if it is in force and no end is known";
        known_from: optional("known-from", DAY, "2030-01-20")
            vi "ngày bắt đầu biết đến văn bản, nếu khác ngày ban hành: trước ngày đó tài liệu coi như chưa có nó"
            en "the day from which it is known, if that is not the day of its issue: until then it counts as not there";
        in_force_at: optional("in-force-at", LOCATOR, "khoản 1 Điều 45")
            vi "điều khoản của chính văn bản nói ngày có hiệu lực"
            en "its own provision that says from when it is in force";
        ends_by: optional("ends-by", choice(), "own-term")
            vi "vì sao hết hiệu lực khi không văn bản nào chấm dứt nó"
            en "why it ends where no instrument ends it";
        ends_at: optional("ends-at", clause(), "{number: 80/2015/QH13, instrument-type: Luật, at: khoản 4 Điều 154}")
            vi "với `ends-by: parent-ended`: điều khoản quyết định điều đó; bỏ trống là theo luật của ngày văn bản kia hết hiệu lực"
            en "with `ends-by: parent-ended`: the provision that decides so; without it, the law of the day on which the other ended";
        scopes: list("scopes", scope(), "[{scope: phần về số hiệu mạng, in-force-from: 2030-07-01}]")
            vi "nơi, đối tượng hay phần có ngày hiệu lực khác với cả văn bản"
            en "places, subjects or parts for which it is in force on other days than the rest";
        names: list("names", TEXT, "[Luật Viễn thông 2023]")
            vi "tên khác mà văn bản khác dùng để gọi nó"
            en "other names that instruments call it by";
        relations: list("relations", relation(), "[{type: replaces, instrument: nd-97-2008, at: khoản 2 Điều 45}]")
            vi "quan hệ với văn bản khác, ghi ở văn bản tác động"
            en "relations to other instruments, written in the acting one";
        amended_by: list("amended-by", amended_by(), "[{type: amends, number: 71/2025/QH15, instrument-type: Luật, at: Điều 49, on: 2026-01-01, units: [khoản 9 Điều 4]}]")
            vi "văn bản **không có hồ sơ** trong kho làm gì văn bản này; văn bản có hồ sơ thì ghi quan hệ ở hồ sơ của nó"
            en "what instruments **without a record** do to this one; one that has a record says so in its own";
        confidence: required("confidence", choice(), "text-read")
            vi "mức chắc chắn"
            en "how sure one is of it";
        checked_on: required("checked-on", DATE, "2026-11-23")
            vi "ngày kiểm tra gần nhất"
            en "the day of the latest check";
        sources: required("sources", some(TEXT), "[\"Công báo số 1 + 2, ngày 05 tháng 02 năm 2030\"]")
            vi "xem ở đâu; chỉ nêu tài liệu công khai"
            en "where it was seen; public documents only";
        text_at: optional("text-at", text_at(), "{address: \"https://congbao.example.vn/van-ban/1\", kind: official}")
            vi "mở văn bản ở đâu; trích dẫn nào cũng có liên kết tới đó. Không ghi khi chưa tìm được địa chỉ"
            en "where the text can be opened; every excerpt links to it. Left out where no address was found";
        contact: optional("contact", TEXT, "Cục Bưu điện Trung ương (Điều 17)")
            vi "hỏi ai về văn bản này, theo nguồn công khai; không ghi thì in là chưa biết"
            en "whom to ask about it, by public sources; unknown where it is left out";
        notes: optional("notes", TEXT, "Mới đọc bản đăng lại, chưa đối chiếu với Công báo")
            vi "lưu ý cho người đọc, in trong bảng các văn bản"
            en "a note for the reader, printed in the table of instruments";
    }
    make Instrument {
        term: Term {
            from: from.as_ref().map_or_else(no_day, |it| it.value.clone()),
            until: until.as_ref().and_then(|it| it.value.clone()),
        },
        statements: Statements {
            number: number.statement, signer: signer.statement, issued: issued.statement,
            from: from.map(|it| it.statement).unwrap_or_default(),
            until: until.map(|it| it.statement).unwrap_or_default(),
        },
        id: id.clone(), aliases, number: number.value, kind, title, issuer, signer: signer.value, issued: issued.value, known_from,
        in_force_at, ends_by, ends_at, scopes, names, relations,
        amended_by: amended_by.into_iter().map(|act| act.upon(&id)).collect(), has_record: true,
        confidence, checked_on, sources, text_at, contact, notes,
    }
}

record! {
    /// Where the text can be opened.
    text_at: words::text_at_record => TextAt {
        address: required("address", TEXT_ADDRESS, "https://congbao.example.vn/van-ban/1")
            vi "địa chỉ, bắt đầu bằng `https://` hoặc `http://`"
            en "the address, which begins with `https://` or `http://`";
        kind: required("kind", choice(), "official")
            vi "bản của ai"
            en "whose copy it is";
        note: optional("note", TEXT, "chỉ có Điều 40")
            vi "ở đó có phần nào, nếu không phải toàn văn"
            en "what of the text is there, where it is not the whole";
    }
    make TextAt { address, kind, note }
}

/// An address of a page: unlike that of a folder it may have a query.
const TEXT_ADDRESS: Leaf<String> = Leaf::new(text_address, || Shape::PageAddress);

fn text_address(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let text = values::text(node, context)?;
    let is_page = Url::parse(&text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if !is_page {
        let finding = context.at(settings::BAD_ADDRESS, node).arg("text", text).arg("advice", words::page_address());
        context.report(finding);
        return None;
    }
    Some(text)
}

/// A record of a value with how sure it is: the key of the value, its kind, an example, and what it is made to.
macro_rules! stated_record {
    ($(#[$doc:meta])* $visibility:vis $record:ident: $type:ty, $key:literal, $kind:expr, $example:literal, $made:expr) => {
        record! {
            $(#[$doc])*
            $visibility $record: words::stated_record => Stated<$type> {
                value: required($key, $kind, $example)
                    vi "giá trị"
                    en "the value";
                confidence: optional("confidence", choice(), "second-hand")
                    vi "mức chắc chắn của riêng điều này, in ngay cạnh nó; bỏ trống là theo mức của hồ sơ"
                    en "how sure one is of this statement, printed beside it; as sure as the record if absent";
                source: optional("source", TEXT, "Công báo số 1 + 2, ngày 05 tháng 02 năm 2030")
                    vi "xem ở đâu, nếu khác nguồn của hồ sơ"
                    en "where it was seen, if elsewhere than the record";
            }
            make {
                let statement = Statement { confidence, source };
                Stated { value: $made(value, &statement), statement }
            }
        }
    };
}

stated_record! {
    /// A day with how sure it is.
    pub(super) stated_day: Day, "date", DATE, "2030-07-01", |date, statement: &Statement| verified_day(Day::On(date), statement)
}

stated_record! {
    /// An end with how sure it is.
    stated_end: Option<Day>, "date", END, "none", verified_end
}

stated_record! {
    /// A name with how sure it is.
    stated_name: Known<String>, "name", TEXT, "Người Ký", verified
}

stated_record! {
    /// A number with how sure it is.
    stated_number: Known<DocNumber>, "number", NUMBER, "72/2013/NĐ-CP", verified
}

/// That there is no end yet is a statement too: unverified, the end is unknown.
fn verified_end(until: Option<Day>, statement: &Statement) -> Option<Day> {
    let of_today = || Day::Unknown { reason: String::new(), earliest: None, latest: None };
    match (until, statement.confidence) {
        (None, Some(Confidence::Unverified)) => Some(verified_day(of_today(), statement)),
        (until, _) => until.map(|day| verified_day(day, statement)),
    }
}

/// The first day of what can be in force on none.
fn no_day() -> Day {
    let reason = "Không áp dụng khái niệm hiệu lực".to_owned();
    Day::Unknown { reason, earliest: None, latest: None }
}

/// Types of instruments without validity need no days of it.
fn unless_without_validity(kind: Option<InstrumentType>) -> Unless {
    static TYPES: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let types = InstrumentType::all().filter(|kind| !kind.has_validity());
        types.map(InstrumentType::name).collect()
    });
    let exemption = Exemption { key: "type", values: &TYPES };
    Unless { exemption, holds: kind.is_some_and(|kind| !kind.has_validity()) }
}

const INSTRUMENT_TYPE: Leaf<InstrumentType> = Leaf::new(instrument_type, || Shape::Choice(lists::instrument_types()));

fn instrument_type(node: &Node, context: &mut Context<'_>) -> Option<InstrumentType> {
    let text = values::text(node, context)?;
    let found = InstrumentType::from_name(&text);
    if found.is_none() {
        let all: Vec<&str> = InstrumentType::all().map(InstrumentType::name).collect();
        let lower: Vec<String> = all.iter().map(|name| name.to_lowercase()).collect();
        let near = nearest(&text, lower.iter().map(String::as_str));
        let near = near.and_then(|near| all.iter().copied().find(|name| name.to_lowercase() == near));
        let fix = only_near(&text, all.iter().copied()).map(Fix::value);
        let finding = context.at(yaml::NOT_IN_LIST, node).arg("text", text).fix(fix);
        context.report(finding.arg("advice", advice::choose(near, &all)));
    }
    found
}

record! {
    /// What the instrument does to another: to one with a record, or to the number of one without.
    relation: words::relation_record => Relation {
        kind: required("type", choice(), "replaces")
            vi "văn bản này làm gì văn bản kia"
            en "what this instrument does to the other";
        number: optional("number", NUMBER, "97/2008/NĐ-CP")
            vi "số, ký hiệu của văn bản kia, nếu không có hồ sơ"
            en "the number of the other instrument, if it has no record";
        outside_type: optional("instrument-type", INSTRUMENT_TYPE, "Nghị định")
            vi "loại của văn bản kia, khi nó không có hồ sơ và số không cho biết loại (số của Quốc hội là của luật hoặc nghị quyết)"
            en "the type of the other instrument, where it has no record and its number leaves the type open";
        instrument: required_without("instrument", reference(), "nd-97-2008", ("number", &number))
            vi "id của văn bản kia, nếu có hồ sơ trong kho"
            en "the id of the other instrument, if it has a record";
        at: optional("at", LOCATOR, "khoản 2 Điều 45")
            vi "điều khoản (của văn bản tác động) nói điều đó"
            en "the provision (of the acting instrument) that says so";
        on: optional("on", stated(KNOWN_DAY, stated_day), "2026-07-01")
            vi "ngày tác động, nếu khác ngày văn bản tác động có hiệu lực"
            en "the day of the act, if it differs from the day on which the acting instrument takes effect";
        units: list("units", LOCATOR, "[Điều 76]")
            vi "các đơn vị bị tác động; đi với `partly-replaces`, `partly-repeals`, `amends`, `corrects`, `ends`, `annuls`, `suspends`"
            en "the provisions that are acted upon; with `partly-replaces`, `partly-repeals`, `amends`, `corrects`, `ends`, `annuls`, `suspends`";
        scope: optional("scope", TEXT, "doanh nghiệp nhà nước")
            vi "riêng đối với ai, ở đâu hay phần nào, khi quan hệ chỉ làm hết hiệu lực hoặc ngưng hiệu lực với họ; phần còn lại không bị tác động"
            en "for whom or where alone, where the relation ends or suspends it for them only; the others are not touched";
        verb: optional("verb", known(choice()), "chấm dứt hiệu lực")
            vi "chỉ với `ends`: điều khoản dùng từ gì; chưa đọc thì ghi là chưa biết"
            en "with `ends` only: the verb of the clause; unknown where it was not read";
        until: optional("until", END, "2027-01-01")
            vi "chỉ với `suspends`: ngày đầu tiên có hiệu lực trở lại, hoặc chưa biết"
            en "with `suspends` only: the first day on which it is in force again, or unknown";
        transition: optional("transition", transition(), "{note: dự án đã phê duyệt thì làm tiếp, at: Điều 76}")
            vi "chỉ với quan hệ làm hết hiệu lực hoặc sửa đổi: việc gì được làm tiếp theo quy định cũ"
            en "with a relation that ends or amends: what may still be done under the former text";
        kept_by: optional("kept-by", clause(), "{number: 12/TB-BX, issued: 2030-06-20, at: khoản 2 Điều 5}")
            vi "với `guides` (hoặc `issues`): công bố hay điều khoản cho văn bản hướng dẫn (hoặc văn bản được ban hành kèm theo) tiếp tục có hiệu lực sau khi văn bản kia hết hiệu lực"
            en "with `guides` (or `issues`): the announcement or provision that keeps what gives the details (or was issued) in force after the other has ended";
        confidence: optional("confidence", choice(), "second-hand")
            vi "mức chắc chắn, nếu khác mức của hồ sơ"
            en "how sure one is of it, if it differs from the record's";
        note: optional("note", TEXT, "Theo bài giới thiệu của cơ quan ban hành")
            vi "lời nhắn"
            en "a remark";
    }
    make Relation {
        kind, target: target(instrument, number, outside_type)?, at, on,
        scope: scope.map(|words| Scope::of_act(words, &units)), units, verb,
        until: until.flatten(), transition, kept_by, confidence, note,
    }
}

fn target(
    instrument: Option<InstrumentId>,
    number: Option<DocNumber>,
    kind: Option<InstrumentType>,
) -> Option<RelationTarget> {
    let outside = number.map(|number| RelationTarget::External(OutsideInstrument { number, kind }));
    instrument.map(RelationTarget::Instrument).or(outside)
}

record! {
    /// What an instrument without a record does to this one.
    amended_by: words::amended_by_record => OutsideAct {
        kind: required("type", choice(), "amends")
            vi "văn bản kia làm gì văn bản này; cùng những từ như ở `relations`"
            en "what the other instrument does to this one; the words of `relations`";
        number: required("number", NUMBER, "71/2025/QH15")
            vi "số, ký hiệu của văn bản kia"
            en "the number of the other instrument";
        outside_type: optional("instrument-type", INSTRUMENT_TYPE, "Luật")
            vi "loại của văn bản kia, khi số không cho biết (số của Quốc hội là của luật hoặc nghị quyết)"
            en "the type of the other instrument, where its number leaves the type open";
        issued: optional("issued", DAY, "2025-06-14")
            vi "ngày ban hành văn bản kia"
            en "the date of issue of the other instrument";
        at: optional("at", LOCATOR, "Điều 49")
            vi "điều khoản của văn bản kia nói điều đó"
            en "the provision of the other instrument that says so";
        on: optional("on", stated(KNOWN_DAY, stated_day), "2026-01-01")
            vi "ngày tác động; không ghi là chưa biết"
            en "the day of the act; not known if absent";
        units: list("units", LOCATOR, "[khoản 9 Điều 4]")
            vi "các đơn vị bị tác động"
            en "the provisions that are acted upon";
        scope: optional("scope", TEXT, "doanh nghiệp nhà nước")
            vi "riêng đối với ai, ở đâu hay phần nào, khi quan hệ chỉ làm hết hiệu lực hoặc ngưng hiệu lực với họ; phần còn lại không bị tác động"
            en "for whom or where alone, where the relation ends or suspends it for them only; the others are not touched";
        verb: optional("verb", known(choice()), "chấm dứt hiệu lực")
            vi "chỉ với `ends`: điều khoản dùng từ gì; chưa đọc thì ghi là chưa biết"
            en "with `ends` only: the verb of the clause; unknown where it was not read";
        until: optional("until", END, "2027-01-01")
            vi "chỉ với `suspends`: ngày đầu tiên có hiệu lực trở lại, hoặc chưa biết"
            en "with `suspends` only: the first day on which it is in force again, or unknown";
        transition: optional("transition", transition(), "{note: dự án đã phê duyệt thì làm tiếp, at: Điều 51}")
            vi "chỉ với quan hệ làm hết hiệu lực hoặc sửa đổi: việc gì được làm tiếp theo quy định cũ"
            en "with a relation that ends or amends: what may still be done under the former text";
        confidence: optional("confidence", choice(), "second-hand")
            vi "mức chắc chắn, nếu khác mức của hồ sơ"
            en "how sure one is of it, if it differs from the record's";
        source: optional("source", TEXT, "Công báo số 1 + 2, ngày 05 tháng 02 năm 2030")
            vi "xem ở đâu"
            en "where it was seen";
        note: optional("note", TEXT, "Theo văn bản hợp nhất")
            vi "lời nhắn"
            en "a remark";
    }
    make {
        let acting = OutsideInstrument { number, kind: outside_type };
        let target = RelationTarget::External(acting.clone());
        let until = until.flatten();
        let relation = Relation {
            kind, target, at, on, scope: scope.map(|words| Scope::of_act(words, &units)), units, verb, until, transition,
            kept_by: None, confidence, note,
        };
        OutsideAct { acting, issued, relation, source }
    }
}

record! {
    /// The rule for matters that go on under an instrument that has ended.
    transition: words::transition_record => Transition {
        at: optional("at", LOCATOR, "khoản 1 Điều 76")
            vi "điều khoản của văn bản tác động cho phép điều đó"
            en "the provision of the acting instrument that allows it";
        note: required("note", TEXT, "dự án đã phê duyệt thì làm tiếp")
            vi "việc gì được làm tiếp; viết nối được sau \"chuyển tiếp:\""
            en "what goes on; to be read after \"chuyển tiếp:\"";
        until: optional("until", DAY, "2031-01-01")
            vi "ngày đầu tiên không được làm tiếp nữa; bỏ trống nếu không có hạn"
            en "the first day on which it goes on no longer; absent where there is no such day";
    }
    make Transition { at, note, until }
}

record! {
    /// A provision of an instrument that need not have a record.
    pub(super) clause: words::clause_record => Clause {
        number: required("number", NUMBER, "80/2015/QH13")
            vi "số, ký hiệu của văn bản chứa điều khoản đó"
            en "the number of the instrument that holds the provision";
        outside_type: optional("instrument-type", INSTRUMENT_TYPE, "Luật")
            vi "loại của văn bản đó, khi số không cho biết (số của Quốc hội là của luật hoặc nghị quyết)"
            en "the type of that instrument, where its number leaves the type open";
        issued: optional("issued", DATE, "2030-06-20")
            vi "ngày ban hành văn bản đó"
            en "the date of issue of that instrument";
        at: optional("at", LOCATOR, "khoản 4 Điều 154")
            vi "điều khoản"
            en "the provision";
    }
    make Clause { instrument: OutsideInstrument { number, kind: outside_type }, issued, at }
}

record! {
    /// Places, subjects or parts for which a text is in force on other days than the rest.
    pub(super) scope: words::scope_record => Scope {
        words: required("scope", TEXT, "phần về số hiệu mạng")
            vi "nơi, đối tượng hay phần nào; viết nối được sau chữ \"riêng\""
            en "which places, subjects or parts; to be read after \"riêng\"";
        audiences: list("audiences", reference(), "[co-quan-nha-nuoc]")
            vi "các đối tượng, nếu chỉ áp dụng với họ"
            en "the audiences, where it is for them only";
        units: list("units", LOCATOR, "[Điều 9]")
            vi "các đơn vị mà nó nói tới; bỏ trống là cả văn bản"
            en "the provisions that it is about; all of them if absent";
        at: optional("at", LOCATOR, "khoản 3 Điều 45")
            vi "điều khoản nói điều đó"
            en "the provision that says so";
        by: optional("by", clause(), "{number: 12/2031/NĐ-BX, issued: 2031-06-20, at: Điều 9}")
            vi "điều khoản của văn bản khác nói điều đó (thường là văn bản bãi bỏ, thay thế): chỉ biết đến từ ngày văn bản đó ban hành"
            en "the provision of another instrument that says so (mostly the one that ends this): it is known from the issue of that one";
        from: optional("in-force-from", DAY, "2030-07-01")
            vi "ngày có hiệu lực đối với phần đó, nếu khác cả văn bản"
            en "the first day in force for them, if it differs from the rest";
        until: optional("in-force-until", DAY, "2031-07-01")
            vi "ngày đầu tiên không còn hiệu lực đối với phần đó, nếu khác cả văn bản"
            en "the first day no longer in force for them, if it differs from the rest";
    }
    make Scope { words, audiences, units, at, by, from, until }
}
