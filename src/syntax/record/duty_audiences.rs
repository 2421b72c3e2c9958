//! Whom a duty binds is stated by the duty itself: an excerpt is tagged with everybody whom it concerns, and one of its
//! duties may bind fewer.

use super::super::yaml::{Node, Value};
use crate::diag::{FileId, Finding, Fix, Sink, Span};
use crate::model::ids::AudienceId;
use crate::syntax::messages::yaml;

/// Reports the duties of an excerpt that name no audience. The fix copies the tags of the excerpt, `tags`.
pub(super) fn check(excerpt: &Node, tags: &[AudienceId], text: &str, file: FileId, sink: &mut Sink) {
    let Value::List(duties) = &excerpt.find("obligations").value else { return };
    let ids: Vec<&str> = tags.iter().map(AudienceId::as_str).collect();
    let list = format!("audiences: [{}]", ids.join(", "));
    for (duty, who) in duties.iter().filter_map(|duty| Some((duty, bound_by_nobody(duty)?))) {
        let finding = Finding::at(yaml::DUTY_OF_NOBODY, file, who.range.clone()).arg("list", list.as_str());
        let words = beside(duty, who, text).map(|between| format!("{between}{list}"));
        let at = Span::new(file, who.range.end..who.range.end);
        sink.push(finding.fix(words.map(|words| Fix::words(at, words))));
    }
}

/// Returns the words for those bound, where a duty has them and no ids.
fn bound_by_nobody(duty: &Node) -> Option<&Node> {
    let Value::Mapping(entries) = &duty.value else { return None };
    let value = |key: &str| entries.iter().find(|(known, _)| known.text == key).map(|(_, value)| value);
    value("who").filter(|_| value("audiences").is_none())
}

/// Returns what is between `who` and a key after it, in the style in which the duty is written. `None` where `who`
/// goes over several lines.
fn beside(duty: &Node, who: &Node, text: &str) -> Option<String> {
    if text.get(who.range.clone())?.contains('\n') {
        return None;
    }
    if text.get(duty.range.start..)?.starts_with('{') {
        return Some(", ".to_owned());
    }
    let line = text.get(..duty.range.start)?.rsplit('\n').next()?;
    Some(format!("\n{}", " ".repeat(line.chars().count())))
}
