//! Every field of an excerpt, of a duty, of an instrument and of a relation, changed one at a time: the comparison names
//! exactly that field, or nothing where no reader sees it. The functions that list the fields take the records apart
//! without `..`, so that a new field stops the compiler here too, and then asks for a row.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};

use camnang::internals::compare::{Changes, Difference, Field, compare};
use camnang::internals::diag::Sink;
use camnang::internals::model::excerpt::{Excerpt, Obligation};
use camnang::internals::model::instrument::{Instrument, Relation, Transition};
use camnang::internals::model::known::Term;
use camnang::internals::model::text::Image;
use camnang::internals::model::text_at::TextAt;
use camnang::internals::session::OpenedCorpus;
use camnang::internals::source::Sources;
use camnang::internals::view::{Reach, corpus_state};

const VOCABULARY: &str = "topics:
  - {id: mua-sam, name: Mua sắm}
  - {id: dao-tao, name: Đào tạo}
audiences:
  - {id: co-quan, name: Cơ quan nhà nước}
  - {id: don-vi, name: Đơn vị chuyên trách}
levels:
  - {id: bat-buoc, name: bắt buộc, verb: phải, kind: duty}
  - {id: nen-lam, name: khuyến nghị, verb: nên, kind: recommendation}
";

const EXCERPT: &str = "---
id: nd-1-2030.dieu-1
aliases: [nd-1-2030.dieu-mot]
instrument: nd-1-2030
at: Điều 1
title: Mua thiết bị
wording: summary
topics: [mua-sam]
audiences: [co-quan]
obligations:
  - who: Cơ quan
    audiences: [co-quan]
    what: báo cáo
    level: bat-buoc
    deadline: 2030-12-31
    evidence: [{what: Biên bản}]
sanction-for: [nd-1-2030.dieu-2]
extends: [{extends: han, to: 2030-11-30}]
issued: 2030-01-02
in-force-from: 2030-02-01
in-force-until: 2040-01-01
ends-by: own-term
confidence: text-read
checked-on: 2030-03-01
sources: [Văn bản ví dụ]
note: Ghi chú cũ
related: [nd-1-2030.dieu-2]
---
Mua thiết bị có IPv6, xem [trang này](https://vi-du.example/mot) và [[nd-1-2030.dieu-2|điều sau]].

![Sơ đồ](images/mot.svg)
";

const INSTRUMENT: &str = "id: nd-1-2030
aliases: [nd-mot-2030]
number: 01/2030/NĐ-CP
type: Nghị định
title: một ví dụ
issuer: Chính phủ
signer: Nguyễn Văn Ví Dụ
issued: 2030-01-01
in-force-from: 2030-02-01
in-force-until: 2050-01-01
ends-by: own-term
names: [Nghị định Ví dụ]
relations:
  - type: partly-replaces
    instrument: nd-8-2020
    at: Điều 9
    on: 2030-02-02
    units: [Điều 3]
    transition: {at: Điều 10, note: dự án cũ làm tiếp}
    confidence: second-hand
    note: theo công báo
  - {type: suspends, instrument: nd-9-2020, until: 2031-01-01}
confidence: text-read
checked-on: 2030-03-01
sources: [Văn bản ví dụ]
text-at: {address: \"https://congbao.example/1\", kind: official, note: chỉ có Điều 3}
contact: Phòng Ví dụ
notes: Ghi chú cũ
";

/// Key, what is in the file, what comes in its place, and the field that is named.
type Row = (&'static str, &'static str, &'static str, Option<Field>);

const EXCERPT_ROWS: [Row; 42] = [
    ("aliases", "dieu-mot]", "dieu-so-mot]", None),
    ("at", "at: Điều 1", "at: Khoản 1 Điều 1", Some(Field::Place)),
    ("at", "at: Điều 1", "at: {unknown: chưa thấy toàn văn}", Some(Field::Place)),
    ("within", "at: Điều 1", "at: Điều 1\nwithin: Chương II", None),
    ("title", "title: Mua thiết bị", "title: Mua thiết bị mới", Some(Field::Title)),
    ("wording", "summary", "verbatim", Some(Field::Wording)),
    ("read", "topics:", "read: HASH\ntopics:", None),
    ("topics", "topics: [mua-sam]", "topics: [dao-tao]", Some(Field::Topics)),
    ("topics", "topics: [mua-sam]", "topics: [mua-sam, dao-tao]", Some(Field::Topics)),
    ("audiences", "\naudiences: [co-quan]", "\naudiences: [co-quan, don-vi]", Some(Field::Audiences)),
    ("obligations.who", "who: Cơ quan", "who: Đơn vị", Some(Field::Obligations)),
    ("obligations.audiences", "    audiences: [co-quan]", "    audiences: [don-vi]", Some(Field::Obligations)),
    ("obligations.audiences", "    audiences: [co-quan]\n", "", Some(Field::Obligations)),
    ("obligations.what", "báo cáo", "báo cáo hằng năm", Some(Field::Obligations)),
    ("obligations.level", "bat-buoc", "nen-lam", Some(Field::Obligations)),
    ("obligations.deadline", "2030-12-31", "2031-12-31", Some(Field::Obligations)),
    ("obligations.deadline", "2030-12-31", "{yearly: 31/12}", Some(Field::Obligations)),
    ("obligations.id", "  - who: Cơ quan\n", "  - id: bao-cao\n    who: Cơ quan\n", None),
    ("obligations.evidence", "Biên bản", "Báo cáo", Some(Field::Obligations)),
    ("sanction_for", "[nd-1-2030.dieu-2]\nextends", "[nd-1-2030.dieu-3]\nextends", Some(Field::Obligations)),
    ("extends", "2030-11-30", "2030-10-31", Some(Field::Obligations)),
    (
        "obligations",
        "sanction-for",
        "  - {who: Cơ quan, what: học, level: nen-lam}\nsanction-for",
        Some(Field::Obligations),
    ),
    ("issued", "issued: 2030-01-02", "issued: 2030-01-03", None),
    ("from", "in-force-from: 2030-02-01", "in-force-from: 2030-02-02", Some(Field::InForceFrom)),
    ("from", "from: 2030-02-01", "from: {unknown: Chưa thấy, earliest: 2030-02-01}", Some(Field::InForceFrom)),
    ("until", "until: 2040-01-01", "until: 2041-01-01", Some(Field::InForceUntil)),
    ("statements", "2030-02-01", "{date: 2030-02-01, confidence: second-hand}", Some(Field::Confidence)),
    ("statements", "2030-01-02", "{date: 2030-01-02, source: Báo Ví dụ}", Some(Field::Confidence)),
    ("in_force_at", "issued: 2030-01-02", "issued: 2030-01-02\nin-force-at: Điều 9", None),
    ("ends_by", "own-term", "parent-ended", Some(Field::EndsBy)),
    ("kept_by", "own-term", "own-term\nkept-by: {number: 80/2015/QH13}", Some(Field::EndsBy)),
    ("scopes", "issued: 2030-01-02", "issued: 2030-01-02\nscopes: [{scope: phần mạng}]", Some(Field::Scopes)),
    ("confidence", "text-read", "second-hand", Some(Field::Confidence)),
    ("checked_on", "checked-on: 2030-03-01", "checked-on: 2030-04-01", None),
    ("sources", "[Văn bản ví dụ]", "[Văn bản ví dụ, Công báo]", Some(Field::Sources)),
    ("note", "Ghi chú cũ", "Ghi chú mới", Some(Field::Note)),
    ("related", "related: [nd-1-2030.dieu-2]", "related: [nd-1-2030.dieu-3]", Some(Field::Related)),
    ("body", "Mua thiết bị có IPv6", "Mua thiết bị chạy IPv6", Some(Field::Body)),
    ("body", "example/mot", "example/hai", Some(Field::Links)),
    ("body", "[[nd-1-2030.dieu-2|", "[[nd-1-2030.dieu-3|", Some(Field::Links)),
    ("body.image.alt", "![Sơ đồ]", "![Hình]", Some(Field::Body)),
    ("body.image.path", "images/mot.svg", "images/hai.svg", Some(Field::Images)),
];

const INSTRUMENT_ROWS: [Row; 45] = [
    ("aliases", "[nd-mot-2030]", "[nd-so-mot]", None),
    ("number", "01/2030/NĐ-CP", "02/2030/NĐ-CP", Some(Field::Number)),
    ("number", "number: 01/2030/NĐ-CP", "number: {unknown: chưa thấy}", Some(Field::Number)),
    ("kind", "type: Nghị định", "type: Quyết định", Some(Field::Kind)),
    ("title", "một ví dụ", "ví dụ khác", Some(Field::Title)),
    ("issuer", "Chính phủ", "Bộ Ví dụ", Some(Field::Issuer)),
    ("signer", "Nguyễn Văn Ví Dụ", "Trần Văn Ví Dụ", Some(Field::Signer)),
    ("signer", "signer: Nguyễn Văn Ví Dụ", "signer: {unknown: Chưa thấy}", Some(Field::Signer)),
    ("issued", "issued: 2030-01-01", "issued: 2030-01-03", Some(Field::Issued)),
    ("term.from", "from: 2030-02-01", "from: 2030-02-02", Some(Field::InForceFrom)),
    ("term.from", "from: 2030-02-01", "from: {unknown: Chưa thấy}", Some(Field::InForceFrom)),
    ("term.until", "until: 2050-01-01", "until: 2051-01-01", Some(Field::InForceUntil)),
    ("term.until", "until: 2050-01-01", "until: {unknown: Chưa thấy, latest: 2050-01-01}", Some(Field::InForceUntil)),
    (
        "statements",
        "issued: 2030-01-01",
        "issued: {date: 2030-01-01, confidence: second-hand}",
        Some(Field::Confidence),
    ),
    ("ends_by", "own-term", "parent-ended", Some(Field::EndsBy)),
    ("known_from", "issued: 2030-01-01", "issued: 2030-01-01\nknown-from: 2030-01-05", None),
    ("in_force_at", "issued: 2030-01-01", "issued: 2030-01-01\nin-force-at: Điều 9", None),
    ("ends_at", "own-term", "own-term\nends-at: {number: 80/2015/QH13}", Some(Field::EndsBy)),
    ("scopes", "own-term", "own-term\nscopes: [{scope: phần mạng}]", Some(Field::Scopes)),
    ("names", "[Nghị định Ví dụ]", "[Nghị định Khác]", None),
    (
        "relations",
        "confidence: text-read",
        "  - {type: cites, instrument: nd-8-2020}\nconfidence: text-read",
        RELATIONS,
    ),
    ("relations.kind", "partly-replaces", "partly-repeals", RELATIONS),
    ("relations.target", "nd-8-2020", "nd-9-2020", RELATIONS),
    ("relations.at", "at: Điều 9", "at: Điều 8", RELATIONS),
    ("relations.on", "on: 2030-02-02", "on: 2030-02-03", RELATIONS),
    ("relations.on", "on: 2030-02-02", "on: {date: 2030-02-02, confidence: excerpt-seen}", RELATIONS),
    ("relations.units", "[Điều 3]", "[Điều 3, Điều 4]", RELATIONS),
    ("relations.until", "until: 2031-01-01", "until: 2032-01-01", RELATIONS),
    ("relations.transition.at", "{at: Điều 10", "{at: Điều 11", RELATIONS),
    ("relations.transition.note", "dự án cũ", "hợp đồng cũ", RELATIONS),
    ("relations.transition.until", "làm tiếp}", "làm tiếp, until: 2031-01-01}", RELATIONS),
    ("relations.verb", "theo công báo", "theo công báo\n    verb: {unknown: Chưa đọc}", RELATIONS),
    ("relations.scope", "theo công báo", "theo công báo\n    scope: tỉnh Bịa", RELATIONS),
    ("relations.kept_by", "theo công báo", "theo công báo\n    kept-by: {number: 80/2015/QH13}", RELATIONS),
    ("relations.confidence", "second-hand", "excerpt-seen", RELATIONS),
    ("relations.note", "theo công báo", "theo báo chí", RELATIONS),
    (
        "amended_by",
        "\nconfidence: text-read",
        "\namended-by: [{type: amends, number: 21/2031/NĐ-CP}]\nconfidence: text-read",
        RELATIONS,
    ),
    ("confidence", "\nconfidence: text-read", "\nconfidence: excerpt-seen", Some(Field::Confidence)),
    ("checked_on", "checked-on: 2030-03-01", "checked-on: 2030-05-01", None),
    ("sources", "[Văn bản ví dụ]", "[Công báo]", Some(Field::Sources)),
    ("text_at.address", "congbao.example/1", "congbao.example/2", TEXT_AT),
    ("text_at.kind", "kind: official", "kind: reprint", TEXT_AT),
    ("text_at.note", "chỉ có Điều 3", "chỉ có Điều 4", TEXT_AT),
    ("contact", "Phòng Ví dụ", "Vụ Ví dụ", Some(Field::Contact)),
    ("notes", "Ghi chú cũ", "Ghi chú mới", Some(Field::Note)),
];

const TEXT_AT: Option<Field> = Some(Field::TextAt);
const RELATIONS: Option<Field> = Some(Field::Relations);

/// The fields that a row must change; `_` for what no row can change alone.
fn excerpt_fields(excerpt: &Excerpt) -> BTreeSet<&'static str> {
    // Another id is another excerpt; the instrument is the beginning of the id.
    #[rustfmt::skip]
    let Excerpt {
        id: _, instrument: _,
        aliases: _, at: _, within: _, title: _, wording: _, read: _, topics: _, audiences: _, obligations, sanction_for: _, extends: _, issued: _, from: _,
        until: _, statements: _, in_force_at: _, ends_by: _, kept_by: _, scopes: _, confidence: _, checked_on: _, sources: _, note: _, related: _, body,
    } = excerpt;
    let Obligation { id: _, who: _, audiences: _, except: _, what: _, level: _, deadline: _, evidence: _ } =
        &obligations[0];
    // No row has a caption, which is in the body as the words of the picture do.
    let Image { path: _, alt: _, caption: _, range: _ } = camnang::internals::model::text::images(body)[0];
    [
        "aliases at title wording read topics audiences obligations issued from until ends_by confidence checked_on",
        "in_force_at scopes within statements kept_by",
        "sources note related body sanction_for extends",
        "obligations.who obligations.audiences obligations.what obligations.level obligations.deadline",
        "obligations.id obligations.evidence",
        "body.image.path body.image.alt",
    ]
    .into_iter()
    .flat_map(str::split_whitespace)
    .collect()
}

fn instrument_fields(instrument: &Instrument) -> BTreeSet<&'static str> {
    #[rustfmt::skip]
    let Instrument {
        id: _,
        aliases: _, number: _, kind: _, title: _, issuer: _, signer: _, issued: _, term: Term { from: _, until: _ },
        statements: _,
        known_from: _, in_force_at: _, ends_by: _, ends_at: _, scopes: _, names: _, relations, amended_by: _, has_record: _, confidence: _,
        checked_on: _, sources: _, text_at, contact: _, notes: _,
    } = instrument;
    let TextAt { address: _, kind: _, note: _ } = text_at.as_ref().unwrap();
    #[rustfmt::skip]
    let Relation {
        kind: _, target: _, at: _, on: _, units: _, scope: _, verb: _, until: _, transition, kept_by: _,
        confidence: _, note: _,
    } = &relations[0];
    let Transition { at: _, note: _, until: _ } = transition.as_ref().unwrap();
    [
        "aliases number kind title issuer signer issued term.from term.until statements ends_by names relations amended_by confidence",
        "checked_on sources text_at.address text_at.kind text_at.note contact notes relations.kind relations.target relations.at relations.on relations.units relations.until",
        "relations.transition.at relations.transition.note relations.transition.until relations.confidence relations.note",
        "known_from in_force_at ends_at scopes relations.verb relations.kept_by relations.scope",
    ]
    .into_iter()
    .flat_map(str::split_whitespace)
    .collect()
}

fn plain_excerpt(number: u8) -> String {
    format!(
        "---\nid: nd-1-2030.dieu-{number}\ninstrument: nd-1-2030\nat: Điều {number}\nwording: summary\ntopics: [mua-sam]\n\
         audiences: [co-quan]\nconfidence: text-read\nchecked-on: 2030-03-01\nsources: [Ví dụ]\n---\nNội dung.\n"
    )
}

fn plain_instrument(number: u8) -> String {
    format!(
        "id: nd-{number}-2020\nnumber: 0{number}/2020/NĐ-CP\ntype: Nghị định\ntitle: cũ\nissuer: Chính phủ\n\
         signer: Ví Dụ\nissued: 2020-01-01\nin-force-from: 2020-02-01\nin-force-until: none\nconfidence: text-read\n\
         checked-on: 2030-03-01\nsources: [Ví dụ]\n"
    )
}

/// The sample, with one of its two records as given.
fn corpus(excerpt: &str, instrument: &str) -> OpenedCorpus {
    let files = [
        ("vocabulary.yaml", VOCABULARY.to_owned()),
        ("excerpts/nd-1-2030/dieu-1.md", excerpt.to_owned()),
        ("excerpts/nd-1-2030/dieu-2.md", plain_excerpt(2)),
        ("excerpts/nd-1-2030/dieu-3.md", plain_excerpt(3)),
        ("instruments/nd-1-2030.yaml", instrument.to_owned()),
        ("instruments/nd-8-2020.yaml", plain_instrument(8)),
        ("instruments/nd-9-2020.yaml", plain_instrument(9)),
    ];
    let files: BTreeMap<String, String> = files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect();
    OpenedCorpus::new(Sources::from_texts(files), Sink::new())
}

fn difference(before: &OpenedCorpus, after: &OpenedCorpus) -> Difference {
    let state = |it: &OpenedCorpus| corpus_state(&it.corpus, "2030-06-01".parse().unwrap(), Reach::Everything);
    compare(&state(before), &state(after))
}

fn fields(changes: &Changes, id: &str) -> Vec<Field> {
    let own = changes.changed.iter().filter(|it| it.after.id == id);
    own.flat_map(|it| it.fields.iter().map(|change| change.field)).collect()
}

#[track_caller]
fn changed(text: &str, row: &Row) -> String {
    let (key, from, to, _) = row;
    assert_eq!(text.matches(from).count(), 1, "{key}: `{from}` must stand once");
    text.replace(from, &to.replace("HASH", &"0".repeat(64)))
}

#[test]
fn each_field_of_an_excerpt_is_named() {
    let sample = corpus(EXCERPT, INSTRUMENT);
    let excerpt = sample.corpus.excerpts().next().expect("the sample can be read");
    let rows: BTreeSet<&str> = EXCERPT_ROWS.iter().map(|row| row.0).collect();
    assert_eq!(rows, excerpt_fields(excerpt), "a row for each field");
    for row in &EXCERPT_ROWS {
        let other = corpus(&changed(EXCERPT, row), INSTRUMENT);
        assert!(other.corpus.excerpt(&excerpt.id).is_some(), "{row:?} can be read: {:?}", other);
        let found = difference(&sample, &other);
        assert_eq!(fields(&found.excerpts, "nd-1-2030.dieu-1"), Vec::from_iter(row.3), "{row:?}");
        assert!(found.instruments.is_empty(), "{row:?}");
    }
}

#[test]
fn each_field_of_an_instrument_is_named() {
    let sample = corpus(EXCERPT, INSTRUMENT);
    let instrument = sample.corpus.instrument(&"nd-1-2030".parse().unwrap()).expect("the sample can be read");
    let rows: BTreeSet<&str> = INSTRUMENT_ROWS.iter().map(|row| row.0).collect();
    assert_eq!(rows, instrument_fields(instrument), "a row for each field");
    for row in &INSTRUMENT_ROWS {
        let other = corpus(EXCERPT, &changed(INSTRUMENT, row));
        assert!(other.corpus.instrument(&instrument.id).is_some(), "{row:?} can be read: {:?}", other);
        let found = difference(&sample, &other);
        assert_eq!(fields(&found.instruments, "nd-1-2030"), Vec::from_iter(row.3), "{row:?}");
    }
}

/// What the words of a validity name is compared with it: an act that amends, one that may go on, a base that has ended.
#[test]
fn what_a_validity_names_is_seen() {
    let sample = corpus(EXCERPT, INSTRUMENT);
    let target = |it: &Difference| -> Vec<String> {
        it.instruments.status_changed.iter().map(|it| it.after.id.clone()).collect()
    };
    let with = |relation: &str| {
        let instrument =
            INSTRUMENT.replace("\nconfidence: text-read", &format!("\n  - {relation}\nconfidence: text-read"));
        difference(&sample, &corpus(EXCERPT, &instrument))
    };
    let amends = with("{type: amends, instrument: nd-8-2020}");
    assert_eq!(target(&amends), ["nd-8-2020"]);
    let after = &amends.instruments.status_changed[0].after.status;
    assert!(
        after.detail.as_ref().unwrap().contains("được sửa đổi, bổ sung bởi Nghị định số 01/2030/NĐ-CP"),
        "{after:?}"
    );
    assert!(target(&with("{type: cites, instrument: nd-8-2020}")).is_empty(), "to cite changes no validity");
    assert!(target(&with("{type: amends, instrument: nd-8-2020, confidence: unverified}")).is_empty());
}

#[test]
fn the_order_of_a_list_is_no_change() {
    let two = EXCERPT.replace("topics: [mua-sam]", "topics: [mua-sam, dao-tao]");
    let turned = EXCERPT.replace("topics: [mua-sam]", "topics: [dao-tao, mua-sam]");
    assert!(difference(&corpus(&two, INSTRUMENT), &corpus(&turned, INSTRUMENT)).is_empty());
}
