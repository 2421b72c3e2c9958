//! The section `notices`: an office's own wording. A notice can be said otherwise and never left out: an empty one is a
//! finding, as is one that no longer names the day of which alone it is true.

use super::super::super::yaml::Node;
use super::super::{Context, Reader, values};
use crate::diag::Finding;
use crate::diag::advice::nearest;
use crate::model::settings::{NoticeKey, Notices, Wording};
use crate::syntax::messages::{settings as codes, words};

/// What stands for the edition's day.
const DATE: &str = "{ngày}";

pub fn notices(node: &Node, context: &mut Context<'_>) -> Option<Notices> {
    let mut reader = Reader::new(node, words::notices_record(), context.key, context.file, context.sink)?;
    // Every notice is read, so that each says what is wrong with it.
    let read: Vec<Option<Option<(NoticeKey, Wording)>>> = NoticeKey::ALL
        .iter()
        .map(|notice| reader.optional(notice.key(), |node, context| Some((*notice, wording(*notice, node, context)?))))
        .collect();
    reader.finish();
    let read: Vec<Option<(NoticeKey, Wording)>> = read.into_iter().collect::<Option<_>>()?;
    Some(read.into_iter().flatten().collect())
}

fn wording(notice: NoticeKey, node: &Node, context: &mut Context<'_>) -> Option<Wording> {
    if !notice.is_titled() {
        return Some(Wording { title: None, text: Some(text(notice, node, context)?) });
    }
    let mut reader = Reader::new(node, words::notice_record(), context.key, context.file, context.sink)?;
    let title = reader.optional("title", values::text);
    let text = reader.optional("text", |node, context| text(notice, node, context));
    reader.finish();
    Some(Wording { title: title?, text: text? })
}

fn text(notice: NoticeKey, node: &Node, context: &mut Context<'_>) -> Option<String> {
    let text = values::text(node, context)?;
    // The notice is named, and not its key `text`.
    let finding =
        |code, context: &Context<'_>| Finding::at(code, context.file, node.range.clone()).arg("key", notice.key());
    let known = if notice.is_dated() { DATE } else { "" };
    if let Some(hole) = holes(&text).find(|hole| *hole != known) {
        let near = nearest(hole, [known]).filter(|_| notice.is_dated());
        let finding = finding(codes::UNKNOWN_HOLE, context).arg("hole", hole);
        context.report(finding.arg("advice", words::hole(hole, near)));
        return None;
    }
    if notice.is_dated() && !text.contains(DATE) {
        let finding = finding(codes::UNDATED_NOTICE, context);
        context.report(finding);
        return None;
    }
    Some(text)
}

/// `{ngày}`, and whatever else stands in braces.
fn holes(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('{').filter_map(|(at, _)| text[at..].find('}').map(|end| &text[at..=at + end]))
}
