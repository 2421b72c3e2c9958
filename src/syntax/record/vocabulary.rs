//! `vocabulary.yaml` and `glossary.yaml`

use std::collections::BTreeSet;

use super::super::yaml::{Node, Value};
use super::fields::record;
use super::values::{TEXT, choice, list, own_id};
use crate::diag::{FileId, Finding, Sink};
use crate::model::ids::TopicId;
use crate::model::vocabulary::{Audience, GlossaryTerm, Level, Topic, Vocabulary};
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
        levels: required("levels", list(level()), "[{id: bat-buoc, name: bắt buộc, verb: phải, kind: duty}]")
            vi "các mức của một việc"
            en "the levels of a duty";
    }
    make Vocabulary { topics: topics.into_iter().flat_map(|topic| topic.below(None)).collect(), audiences, levels }
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
            vi "chữ khác mà người đọc hay gõ; dùng cho tìm kiếm và bảng tra"
            en "other words that readers type; for the search and the index";
    }
    make Audience { id, name, also }
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
