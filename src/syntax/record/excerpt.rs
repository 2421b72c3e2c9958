//! `excerpts/<instrument>/<name>.md` and `guidance/<id>.md`: a header and a body.

use super::super::markdown::{self, Purpose};
use super::super::yaml::{Key, Node, Value, compose};
use super::deadline::DEADLINE;
use super::duty_audiences;
use super::fields::record;
use super::header;
use super::instrument::{clause, scope, stated_day};
use super::reader::Context;
use super::shape::{Presence, Shape};
use super::values::{self, DATE, DAY, KNOWN_DAY, LOCATOR, Leaf, TEXT, choice, known, own_id, reference, some, stated};
use crate::diag::{FileId, Finding, Fix, Owner, Sink, Span};
use crate::model::deadline::Extension;
use crate::model::excerpt::{Evidence, Excerpt, Guidance, Obligation, Wording};
use crate::model::known::Day;
use crate::model::statement::{ExcerptStatements, Stated, Statement};
use crate::model::text::Body;
use crate::syntax::messages::{markdown as markdown_codes, words, yaml};

/// Reads the file of an excerpt: its header and its body.
pub fn read_excerpt(text: &str, file: FileId, sink: &mut Sink) -> Option<Excerpt> {
    let (yaml, body) = header(text, file, sink)?;
    let body = markdown::parse(text, body..text.len(), file, Purpose::Excerpt, sink);
    let mut node = compose(text, yaml.clone(), file, sink)?;
    refuse_original(&mut node, yaml.end, file, sink);
    let header = excerpt().read_file(&node, file, sink)?;
    if header.wording == Wording::Verbatim {
        leave_to_editors(file, sink);
        let is_of_file = |finding: &Finding| finding.place.owner() == Owner::File(file);
        // A quoted item ends as its law has it, and where a quotation stops too soon, the original says.
        sink.discard(|finding| finding.code == markdown_codes::UNFINISHED && is_of_file(finding));
    }
    duty_audiences::check(&node, &header.audiences, text, file, sink);
    Some(Excerpt { body, ..header })
}

/// The keys by which an edition selects an excerpt: those of its criteria, and those by which its validity is known.
const SELECTING: [&str; 13] = [
    "id",
    "instrument",
    "at",
    "within",
    "topics",
    "audiences",
    "issued",
    "in-force-from",
    "in-force-until",
    "in-force-at",
    "ends-by",
    "kept-by",
    "scopes",
];

/// Reads as much of an excerpt as says which editions select it, whatever else is at fault in its file. Every other key has the
/// value of its example. `None`: that much cannot be read.
pub fn selected_by(text: &str) -> Option<Excerpt> {
    let (file, mut sink) = (FileId(0), Sink::new());
    let (yaml, _) = header(text, file, &mut sink)?;
    let Value::Mapping(mut entries) = compose(text, yaml.clone(), file, &mut sink)?.value else { return None };
    entries.retain(|(key, _)| SELECTING.contains(&key.text.as_str()));
    for field in excerpt().about.describe().fields {
        if field.presence == Presence::Required && !SELECTING.contains(&field.key) {
            let key = Key { text: field.key.to_owned(), range: 0..0 };
            entries.push((key, compose(field.example, 0..field.example.len(), file, &mut sink)?));
        }
    }
    let node = Node { range: yaml, value: Value::Mapping(entries) };
    let read = excerpt().read_file(&node, file, &mut sink)?;
    sink.findings().is_empty().then_some(read)
}

/// Reports the former key `original`, and takes it out: an original is that of its instrument, and its hash that of the
/// received file.
fn refuse_original(node: &mut Node, end: usize, file: FileId, sink: &mut Sink) {
    let Value::Mapping(entries) = &mut node.value else { return };
    let Some(at) = entries.iter().position(|(key, _)| key.text == "original") else { return };
    let next = entries.get(at + 1).map_or(end, |(key, _)| key.range.start);
    let (key, _) = entries.remove(at);
    let whole = Fix::words(Span::new(file, key.range.start..next), "");
    sink.push(Finding::at(yaml::FORMER_ORIGINAL, file, key.range).fix(whole));
}

/// Drops the fixes of a verbatim body: it is compared with its original, and no tool may change it.
fn leave_to_editors(file: FileId, sink: &mut Sink) {
    let is_of_body =
        |finding: &Finding| markdown_codes::ALL.contains(&finding.code) && finding.place.owner() == Owner::File(file);
    sink.findings_mut().iter_mut().filter(|finding| is_of_body(finding)).for_each(|finding| finding.fix = None);
}

/// Reads the file of a text of guidance: its header and its body.
pub fn read_guidance(text: &str, file: FileId, sink: &mut Sink) -> Option<Guidance> {
    let (yaml, body) = header(text, file, sink)?;
    let body = markdown::parse(text, body..text.len(), file, Purpose::Guidance, sink);
    let node = compose(text, yaml, file, sink)?;
    let header = guidance().read_file(&node, file, sink)?;
    Some(Guidance { body, ..header })
}

record! {
    /// The header of an excerpt.
    pub(super) excerpt: words::excerpt_record => Excerpt {
        id: required("id", own_id(), "nd-72-2013.dieu-18.khoan-3")
            vi "`<id văn bản>.<tên tệp>`"
            en "`<id of the instrument>.<name of the file>`";
        aliases: list("aliases", own_id(), "[nd-72-2013.dieu-18]")
            vi "các id cũ, nếu id đã phát hành buộc phải đổi: địa chỉ `e/<id cũ>.html` trên trang web sẽ dẫn tới địa chỉ mới"
            en "former ids, if a published one had to change: the web address `e/<former id>.html` then leads to the new one";
        instrument: required("instrument", reference(), "nd-72-2013")
            vi "id văn bản, trùng tên thư mục"
            en "the id of the instrument, which is the name of the folder";
        at: required("at", known(LOCATOR), "khoản 3 Điều 18")
            vi "vị trí trong văn bản, viết như khi viện dẫn"
            en "the place in the instrument, as it is cited";
        within: optional("within", LOCATOR, "Mục 2 Chương II")
            vi "chương, mục hay phần chứa điều này, khi có văn bản tác động tới cả chương, mục hay phần: vị trí của điều không nói nó nằm ở chương nào"
            en "the chapter, section or part that holds it, where an act touches whole chapters, sections or parts: the place of an article does not say which";
        title: optional("title", TEXT, "Mua thiết bị mới nối Internet phải hỗ trợ IPv6")
            vi "tiêu đề ngắn, lời của ta"
            en "a short title, in our own words";
        wording: required("wording", choice(), "summary")
            vi "thân bài là lời của ai; nguyên văn thì văn bản phải có bản gốc trong `originals/`"
            en "whose words the body is; for a verbatim one its instrument needs an original in `originals/`";
        read: optional("read", HASH, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
            vi "khi `summary`: mã băm của đơn vị trong bản gốc mà lời tóm lược dựa vào; `camnang new excerpt --summary` ghi sẵn"
            en "with `summary`: the hash of the unit of the original that the summary was read against; `camnang new excerpt --summary` writes it";
        topics: required("topics", some(reference()), "[mua-sam, thiet-bi]")
            vi "một hay nhiều chủ đề trong `vocabulary.yaml`"
            en "one or more topics of `vocabulary.yaml`";
        audiences: required("audiences", some(reference()), "[co-quan-nha-nuoc, chu-dau-tu]")
            vi "một hay nhiều đối tượng trong `vocabulary.yaml`"
            en "one or more audiences of `vocabulary.yaml`";
        obligations: list("obligations", obligation(), "[{who: Cơ quan nhà nước, audiences: [co-quan-nha-nuoc], what: lập kế hoạch, level: bat-buoc}]")
            vi "các việc phải làm, nên làm, được làm"
            en "what must, should or may be done";
        sanction_for: list("sanction-for", reference(), "[nd-72-2013.dieu-18.khoan-3]")
            vi "khi đây là điều khoản phạt: id của việc, hoặc của trích dẫn đặt ra việc, mà không làm thì bị phạt; điều khoản phạt không tự đặt ra việc"
            en "where this is a penalty clause: the ids of the duties, or of the excerpts that lay them down, whose neglect it punishes; a penalty clause lays down no duty itself";
        extends: list("extends", extension(), "[{extends: nop-bao-cao, to: 2031-12-31}]")
            vi "các thời hạn ở nơi khác mà quy định này dời"
            en "the deadlines of other provisions that this one moves";
        issued: optional("issued", stated(KNOWN_DAY, stated_day), "2018-03-01")
            vi "ngày điều khoản này được đặt ra, nếu sau ngày ban hành văn bản (điều do văn bản sửa đổi thêm vào); ấn bản của ngày trước đó không nhắc tới nó"
            en "the day on which this provision was made, if later than its instrument (a provision that an amendment put in); editions of an earlier day do not speak of it";
        from: optional("in-force-from", stated(DAY, stated_day), "2018-07-01")
            vi "ngày có hiệu lực, chỉ khi điều khoản có ngày riêng, khác ngày của văn bản"
            en "the first day in force, only where it differs from the instrument's";
        until: optional("in-force-until", stated(DAY, stated_day), "2024-12-25")
            vi "ngày **đầu tiên không còn** hiệu lực, chỉ khi khác ngày của văn bản"
            en "the **first day no longer** in force, only where it differs from the instrument's";
        in_force_at: optional("in-force-at", LOCATOR, "khoản 2 Điều 45")
            vi "điều khoản nói ngày có hiệu lực riêng đó"
            en "the provision that says so of that day";
        ends_by: optional("ends-by", choice(), "own-term")
            vi "như ở hồ sơ văn bản, khi điều khoản hết hiệu lực vào ngày riêng"
            en "as in the record of an instrument, where the provision ends on a day of its own";
        kept_by: optional("kept-by", clause(), "{number: 72/2013/NĐ-CP, at: khoản 2 Điều 45}")
            vi "điều khoản cho quy định này tiếp tục có hiệu lực sau khi cả văn bản hết hiệu lực, như khi điều khoản chấm dứt văn bản nói \"trừ\" quy định này"
            en "the provision that keeps this one in force after its instrument has ended, as where the clause that ends it says \"except\"";
        scopes: list("scopes", scope(), "[{scope: phần về số hiệu mạng, in-force-from: 2030-07-01}]")
            vi "như ở hồ sơ văn bản: nơi, đối tượng hay phần có ngày hiệu lực khác với cả điều khoản"
            en "as in the record of an instrument: for whom or what it is in force on other days than the rest";
        confidence: required("confidence", choice(), "text-read")
            vi "mức chắc chắn; chưa kiểm chứng thì không được in"
            en "how sure one is of it; what is unverified is not printed";
        checked_on: required("checked-on", DATE, "2026-11-23")
            vi "ngày kiểm tra gần nhất"
            en "the day of the latest check";
        sources: required("sources", some(TEXT), "[\"Công báo số 1 + 2, ngày 05 tháng 02 năm 2030\"]")
            vi "xem ở đâu; chỉ nêu tài liệu công khai"
            en "where it was seen; public documents only";
        note: optional("note", TEXT, "Điều khoản không nêu thời hạn")
            vi "lời nhắn cho người đọc: nhận xét của ta, chỗ cần dè dặt"
            en "a remark for the reader: our own comment, what to be careful about";
        related: list("related", reference(), "[nd-72-2013.dieu-19]")
            vi "các trích dẫn nên xem cùng"
            en "excerpts to be read with it";
    }
    make Excerpt {
        statements: ExcerptStatements { issued: said_of(&issued), from: said_of(&from), until: said_of(&until) },
        issued: issued.map(|it| it.value), from: from.map(|it| it.value), until: until.map(|it| it.value),
        id, aliases, instrument, at, within, title, wording, read, topics, audiences, obligations, sanction_for, extends,
        in_force_at, ends_by, kept_by, scopes, confidence, checked_on, sources, note, related, body: Body::default(),
    }
}

fn said_of(stated: &Option<Stated<Day>>) -> Statement {
    stated.as_ref().map(|it| it.statement.clone()).unwrap_or_default()
}

record! {
    /// The header of a piece of guidance.
    pub(super) guidance: words::guidance_record => Guidance {
        id: required("id", own_id(), "mo-dau-phan-mem")
            vi "trùng tên tệp; bài riêng cho ấn bản năm cũ mang năm ở đuôi: `mo-dau-mua-sam-2014`"
            en "the name of the file; a piece for an edition of a former year ends with the year: `mo-dau-mua-sam-2014`";
        title: required("title", TEXT, "Phần mềm nội bộ")
            vi "tên bài; khác tên chương, vì hai tên in liền nhau"
            en "the title; not that of the chapter, since the two are printed together";
        checked_on: required("checked-on", DATE, "2026-11-23")
            vi "ngày kiểm tra gần nhất"
            en "the day of the latest check";
        sources: list("sources", TEXT, "[\"Công báo số 1 + 2, ngày 05 tháng 02 năm 2030\"]")
            vi "xem ở đâu; chỉ nêu tài liệu công khai"
            en "where it was seen; public documents only";
    }
    make Guidance { id, title, checked_on, sources, body: Body::default() }
}

/// SHA-256 in hexadecimal digits.
pub const HASH: Leaf<String> = Leaf::new(hash, || Shape::Hash);

fn hash(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let text = values::text(node, context)?.to_lowercase();
    if text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(text);
    }
    let finding = context.at(yaml::BAD_HASH, node).arg("text", text);
    context.report(finding);
    None
}

record! {
    /// Who must, should or may do what.
    obligation: words::obligation_record => Obligation {
        id: optional("id", own_id(), "nop-bao-cao")
            vi "id riêng của việc, khi nơi khác cần chỉ tới nó"
            en "an id of its own, where another record has to name it";
        who: required("who", TEXT, "Cơ quan nhà nước")
            vi "ai, bằng lời; viết hoa chữ đầu"
            en "who, in words; with a capital";
        audiences: list_reported_elsewhere("audiences", some(reference()), "[co-quan-nha-nuoc]")
            vi "việc này ràng buộc đối tượng nào, bằng id trong `vocabulary.yaml`; chỉ nêu đối tượng mà điều khoản nói tới, ai được gồm trong đó thì công cụ tự tính"
            en "whom the duty binds, by ids of `vocabulary.yaml`; only those that the provision speaks of: who is one of them is computed";
        except: list("except", reference(), "[isp]")
            vi "đối tượng mà điều khoản loại ra, dù nằm trong `audiences`"
            en "audiences that the provision leaves out, though they are among `audiences`";
        what: required("what", TEXT, "bảo đảm thiết bị mới có kết nối Internet hỗ trợ IPv6")
            vi "việc gì; viết thường chữ đầu, đọc nối được sau \"phải\", \"nên\", \"được khuyến khích\", \"được\""
            en "what; without a capital, to be read after \"phải\", \"nên\", \"được khuyến khích\", \"được\"";
        level: required("level", reference(), "bat-buoc")
            vi "mức, trong `vocabulary.yaml`"
            en "the level, of `vocabulary.yaml`";
        deadline: optional("deadline", DEADLINE, "{yearly: 31/01}")
            vi "thời hạn: một ngày, `không nêu`, hoặc một nhóm khoá"
            en "by when: a date, `không nêu`, or a group of keys";
        evidence: list("evidence", evidence(), "[{what: Báo cáo kiểm tra}]")
            vi "điều chứng tỏ việc đã làm: báo cáo, biên bản, kết quả kiểm tra"
            en "what shows that it was done: a report, a record, a test";
    }
    make Obligation { id, who, audiences, except, what, level, deadline: deadline.unwrap_or_default(), evidence }
}

record! {
    /// A proof that a duty was done.
    evidence: words::evidence_record => Evidence {
        what: required("what", TEXT, "Báo cáo kiểm tra")
            vi "giấy tờ hay kết quả gì; viết hoa chữ đầu"
            en "which paper or result; with a capital";
        at: optional("at", LOCATOR, "khoản 2 Điều 5")
            vi "chỗ trong cùng văn bản đòi giấy tờ ấy; không ghi thì in là gợi ý của nhóm biên soạn"
            en "the place in the same instrument that asks for it; without one it is printed as the editors' advice";
    }
    make Evidence { what, at }
}

record! {
    /// A deadline of another provision that this one moves.
    extension: words::extension_record => Extension {
        extends: required("extends", reference(), "nop-bao-cao")
            vi "id của thời hạn được dời"
            en "the id of the deadline that is moved";
        to: required("to", DEADLINE, "2031-12-31")
            vi "thời hạn mới, viết như `deadline`"
            en "the new deadline, written as `deadline` is";
    }
    make Extension { extends, to }
}
