//! `vocabulary.yaml` and `glossary.yaml`

use std::collections::BTreeSet;

use super::super::yaml::{Node, Value};
use super::fields::record;
use super::values::{DATE, TEXT, choice, list, own_id, reference, some};
use crate::diag::{FileId, Finding, Sink};
use crate::model::ids::TopicId;
use crate::model::vocabulary::{Audience, GlossaryTerm, Level, Membership, Role, Topic, Vocabulary};
use crate::syntax::messages::{words, yaml};

/// Reads `vocabulary.yaml`.
pub fn read_vocabulary(node: &Node, file: FileId, sink: &mut Sink) -> Option<Vocabulary> {
    let read = vocabulary().read_file(node, file, sink);
    for list in ["topics", "audiences", "levels"] {
        distinct(node.find(list), "id", "children", &mut BTreeSet::new(), file, sink);
    }
    read
}

/// Reports the items of a list, and of the lists that they hold under `below`, whose key has a value that was before.
pub(super) fn distinct<'n>(
    list: &'n Node,
    key: &str,
    below: &str,
    seen: &mut BTreeSet<&'n str>,
    file: FileId,
    sink: &mut Sink,
) {
    let Value::List(items) = &list.value else { return };
    for item in items {
        let name = item.find(key);
        if let Value::Text(text) = &name.value
            && !seen.insert(text.trim())
        {
            sink.push(Finding::at(yaml::DUPLICATE_ITEM, file, name.range.clone()).arg("text", text.trim()));
        }
        distinct(item.find(below), key, below, seen, file, sink);
    }
}

record! {
    pub(super) vocabulary: words::vocabulary_record => Vocabulary {
        topics: required("topics", list(topic()), "[{id: mua-sam, name: Mua sắm}]")
            vi "các chủ đề, xếp thành cây"
            en "the topics, as a tree";
        audiences: required("audiences", list(audience()), "[{id: co-quan-nha-nuoc, name: Cơ quan nhà nước}]")
            vi "các đối tượng"
            en "the audiences";
        everybody: optional("everybody", reference(), "moi-doi-tuong")
            vi "đối tượng nào gồm tất cả mọi người"
            en "the audience that everybody is one of";
        levels: required("levels", list(level()), "[{id: bat-buoc, name: bắt buộc, verb: phải, kind: duty}]")
            vi "các mức của một việc"
            en "the levels of a duty";
    }
    make Vocabulary { topics: topics.into_iter().flat_map(|topic| topic.below(None)).collect(), audiences, everybody, levels }
}

/// A topic as it is written: with those below it.
struct TopicNode {
    id: TopicId,
    name: String,
    also: Vec<String>,
    children: Vec<TopicNode>,
}

impl TopicNode {
    /// Returns the topic and all below it, parents first.
    fn below(self, parent: Option<&TopicId>) -> Vec<Topic> {
        let TopicNode { id, name, also, children } = self;
        let below: Vec<Topic> = children.into_iter().flat_map(|child| child.below(Some(&id))).collect();
        let topic = Topic { id, name, also, parent: parent.cloned() };
        std::iter::once(topic).chain(below).collect()
    }
}

record! {
    topic: words::topic_record => TopicNode {
        id: required("id", own_id(), "mua-sam")
            vi "id của chủ đề, không đổi về sau"
            en "the id of the topic, which never changes";
        name: required("name", TEXT, "Mua sắm")
            vi "tên trung tính, vì dùng cho ấn bản của mọi năm"
            en "a neutral name, since editions of every year use it";
        also: list("also", TEXT, "[mua hàng]")
            vi "chữ khác mà người đọc hay gõ; dùng cho tìm kiếm và bảng tra"
            en "other words that readers type; for the search and the index";
        children: list("children", topic(), "[{id: thiet-bi, name: Thiết bị}]")
            vi "các chủ đề con"
            en "the topics below it";
    }
    make TopicNode { id, name, also, children }
}

record! {
    audience: words::audience_record => Audience {
        id: required("id", own_id(), "co-quan-nha-nuoc")
            vi "id của đối tượng, không đổi về sau"
            en "the id of the audience, which never changes";
        name: required("name", TEXT, "Cơ quan nhà nước")
            vi "tên đối tượng"
            en "the name of the audience";
        also: list("also", TEXT, "[CQNN]")
            vi "chữ khác mà người đọc hay gõ, tên khác mà văn bản gọi; dùng cho tìm kiếm, bảng tra và để so `who` với `audiences` của một việc"
            en "other words that readers type and texts have; for the search, the index, and to compare `who` and `audiences` of a duty";
        within: list("within", membership(), "[{audience: co-quan-nha-nuoc, from: 2030-03-01, source: khoản 4 Điều 11 Nghị định số 1/2030/NĐ-CP}]")
            vi "theo luật, đối tượng này là (hoặc làm nhiệm vụ của) những đối tượng nào nữa; việc của họ cũng là việc của đối tượng này"
            en "what else the audience is by law; the duties of those bind it too";
        role: optional("role", role(), "{doing: làm chủ đầu tư, taken-by: [co-quan-nha-nuoc]}")
            vi "chỉ khi đối tượng được xác định bằng việc mình làm, không phải bằng mình là ai"
            en "only for an audience that one is by what one does";
    }
    make Audience { id, name, also, within, role }
}

record! {
    /// What else an audience is by law.
    membership: words::membership_record => Membership {
        audience: required("audience", reference(), "co-quan-nha-nuoc")
            vi "là đối tượng nào"
            en "which audience it is";
        issued: optional("issued", DATE, "2030-01-15")
            vi "ngày ban hành văn bản nói điều đó, nếu trước `from`; trước ngày ấy chưa ai biết"
            en "when it was laid down, where that was before `from`; nobody knew of it before";
        from: optional("from", DATE, "2030-03-01")
            vi "từ ngày nào; không ghi là không giới hạn"
            en "from which day; unlimited if absent";
        until: optional("until", DATE, "2035-01-01")
            vi "ngày **đầu tiên không còn** như vậy; không ghi là không giới hạn"
            en "the **first day no longer** so; unlimited if absent";
        source: required("source", TEXT, "khoản 4 Điều 11 Nghị định số 1/2030/NĐ-CP")
            vi "điều khoản nào nói vậy; được in cạnh danh sách việc"
            en "the provision that says so; it is printed beside the duties";
    }
    make Membership { audience, issued, from, until, source }
}

record! {
    /// What one does to be of an audience.
    role: words::role_record => Role {
        doing: required("doing", TEXT, "làm chủ đầu tư")
            vi "làm việc gì; viết thường, đọc nối được sau \"khi\""
            en "what one does; without a capital, to be read after \"khi\"";
        taken_by: required("taken-by", some(reference()), "[co-quan-nha-nuoc]")
            vi "những đối tượng có thể làm việc ấy, kể cả ai nằm trong họ"
            en "those who may do it, and all who are within these";
    }
    make Role { doing, taken_by }
}

record! {
    level: words::level_record => Level {
        id: required("id", own_id(), "bat-buoc")
            vi "id của mức, không đổi về sau"
            en "the id of the level, which never changes";
        name: required("name", TEXT, "bắt buộc")
            vi "tên mức"
            en "the name of the level";
        verb: required("verb", TEXT, "phải")
            vi "từ nối giữa ai và việc gì"
            en "the word between who and what";
        kind: required("kind", choice(), "duty")
            vi "loại; chỉ nghĩa vụ và điều cấm mới có ô đánh dấu"
            en "the kind; only a duty and a prohibition have a box to tick";
    }
    make Level { id, name, verb, kind }
}

/// Reads `glossary.yaml`.
pub fn read_glossary(node: &Node, file: FileId, sink: &mut Sink) -> Option<Vec<GlossaryTerm>> {
    let terms = glossary().read_file(node, file, sink);
    distinct(node.find("terms"), "term", "children", &mut BTreeSet::new(), file, sink);
    terms
}

record! {
    pub(super) glossary: words::glossary_record => Vec<GlossaryTerm> {
        terms: required("terms", list(term()), "[{term: Bản ghi AAAA, definition: Bản ghi chứa địa chỉ IPv6.}]")
            vi "các từ ngữ; không cần xếp thứ tự, công cụ xếp theo bảng chữ cái tiếng Việt"
            en "the terms, in any order; the program sorts them by the Vietnamese alphabet";
    }
    make terms
}

record! {
    term: words::term_record => GlossaryTerm {
        term: required("term", TEXT, "Bản ghi AAAA")
            vi "từ ngữ"
            en "the term";
        also: list("also", TEXT, "[bản ghi IPv6]")
            vi "chữ khác mà người đọc hay gõ; dùng cho tìm kiếm và bảng tra"
            en "other words that readers type; for the search and the index";
        english: optional("english", TEXT, "AAAA record")
            vi "tiếng Anh là gì"
            en "the same in English";
        definition: required("definition", TEXT, "Bản ghi của hệ thống tên miền chứa địa chỉ IPv6.")
            vi "nghĩa là gì"
            en "what it means";
        source: optional("source", TEXT, "RFC 3596")
            vi "theo tài liệu nào"
            en "by which document";
    }
    make GlossaryTerm { term, also, english, definition, source }
}
