//! The section `notices`: an office's own wording. A notice can be reworded and never left out: an empty one is a
//! finding, as is one that no longer names the day of which alone it is true.

use super::super::super::yaml::Node;
use super::super::fields::{ValueKind, record};
use super::super::reader::Context;
use super::super::shape::Shape;
use super::super::values::{self, TEXT};
use crate::diag::advice::{nearest, only_near};
use crate::diag::{Finding, Fix};
use crate::model::settings::{NoticeKey, Notices, OfficeNotice};
use crate::syntax::messages::{settings as codes, words};

/// The placeholder of the edition's day.
const DATE: &str = "{ngày}";

record! {
    pub(in super::super) notices: words::notices_record => Notices {
    }
    also all: each(NoticeWording, example);
    make all.into_iter().collect()
}

fn example(notice: NoticeKey) -> &'static str {
    match (notice.is_titled(), notice.is_dated()) {
        (true, false) => "{title: Tài liệu để tra cứu, text: Tài liệu này giúp tra cứu.}",
        (true, true) => "{title: Tính đến ngày nào, text: \"Nội dung tính đến ngày {ngày}.\"}",
        (false, false) => "Chỉ để tra cứu, không thay cho văn bản gốc.",
        (false, true) => "\"Vào {ngày}, quy định này không còn rõ hiệu lực; chỉ in để tra cứu.\"",
    }
}

/// A text, or a title and a text.
struct NoticeWording(NoticeKey);

impl ValueKind for NoticeWording {
    type Value = OfficeNotice;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<OfficeNotice> {
        match (self.0.is_titled(), self.0.is_dated()) {
            (true, false) => notice().read(node, context),
            (true, true) => dated_notice().read(node, context),
            (false, dated) => Some(OfficeNotice { title: None, text: Some(NoticeText { dated }.read(node, context)?) }),
        }
    }

    fn shape(&self) -> Shape {
        match (self.0.is_titled(), self.0.is_dated()) {
            (true, false) => notice().shape(),
            (true, true) => dated_notice().shape(),
            (false, dated) => NoticeText { dated }.shape(),
        }
    }
}

record! {
    notice: words::notice_record => OfficeNotice {
        title: optional("title", TEXT, "Tài liệu để tra cứu")
            vi "đầu đề của lưu ý"
            en "the title of the notice";
        text: optional("text", NoticeText { dated: false }, "Tài liệu này giúp tra cứu, không thay cho văn bản gốc.")
            vi "lời của lưu ý"
            en "the text of the notice";
    }
    make OfficeNotice { title, text }
}

record! {
    dated_notice: words::notice_record => OfficeNotice {
        title: optional("title", TEXT, "Tính đến ngày nào")
            vi "đầu đề của lưu ý"
            en "the title of the notice";
        text: optional("text", NoticeText { dated: true }, "\"Nội dung tính đến ngày {ngày}.\"")
            vi "lời của lưu ý; phải có `{ngày}`, công cụ điền ngày của ấn bản vào đó"
            en "the text of the notice; with `{ngày}` in it, which is filled in with the edition's day";
    }
    make OfficeNotice { title, text }
}

/// The text of a notice; that of a day must name it.
struct NoticeText {
    dated: bool,
}

impl ValueKind for NoticeText {
    type Value = String;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<String> {
        text(self.dated, node, context)
    }

    fn shape(&self) -> Shape {
        Shape::Template { holes: if self.dated { &["ngày"] } else { &[] }, all: self.dated }
    }
}

fn text(dated: bool, node: &Node, context: &mut Context<'_>) -> Option<String> {
    let text = values::text(node, context)?;
    // The notice is named, and not its key `text`.
    let named = if context.key == "text" { context.around } else { context.key };
    let finding = |code, context: &Context<'_>| Finding::at(code, context.file, node.range.clone()).arg("key", named);
    let known = if dated { DATE } else { "" };
    if let Some(hole) = holes(&text).find(|hole| *hole != known) {
        let near = nearest(hole, [known]).filter(|_| dated);
        let finding = finding(codes::UNKNOWN_HOLE, context).arg("hole", hole);
        let is_on_one_line = matches!(node.range.len().checked_sub(text.len()), Some(0 | 2));
        let sure = near.and_then(|near| only_near(hole, [near])).filter(|_| is_on_one_line);
        let fix = sure.map(|near| Fix::value(text.replacen(hole, near, 1)));
        context.report(finding.arg("advice", words::hole(hole, near)).fix(fix));
        return None;
    }
    if dated && !text.contains(DATE) {
        let finding = finding(codes::UNDATED_NOTICE, context);
        context.report(finding);
        return None;
    }
    Some(text)
}

/// `{ngày}`, and whatever else is in braces.
fn holes(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('{').filter_map(|(at, _)| text[at..].find('}').map(|end| &text[at..=at + end]))
}
