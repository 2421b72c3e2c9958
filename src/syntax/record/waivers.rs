//! `waivers.yaml`

use super::super::yaml::Node;
use super::{Context, Reader, nearest, values};
use crate::diag::{FileId, Severity, Sink};
use crate::messages::{self, waivers as codes, words};
use crate::model::waiver::Waiver;

pub fn read_waivers(node: &Node, file: FileId, sink: &mut Sink) -> Option<Vec<Waiver>> {
    let mut reader = Reader::new(node, words::waivers_record(), "", file, sink)?;
    let waivers = reader.required("waivers", |node, context| values::list(node, context, waiver));
    reader.finish();
    waivers
}

fn waiver(node: &Node, context: &mut Context<'_>) -> Option<Waiver> {
    let mut reader = Reader::new(node, words::waiver_record(), context.key, context.file, context.sink)?;
    let code = reader.required("code", code);
    let file = reader.required("file", values::text);
    let reason = reader.required("reason", values::text);
    let on = reader.required("on", values::date);
    let until = reader.required("until", values::date);
    reader.finish();
    Some(Waiver { code: code?, file: file?, reason: reason?, on: on?, until: until? })
}

/// The code of a warning: errors stop a build whatever anybody says, and notes stop nothing.
fn code(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let text = values::text(node, context)?;
    let all = messages::all();
    let severity = match messages::find(&text) {
        Some(code) if code.entry().severity == Severity::Warning => return Some(code.id().to_owned()),
        Some(code) => Some(code.entry().severity),
        None => None,
    };
    let warnings = all.iter().filter(|code| code.entry().severity == Severity::Warning).map(|code| code.id());
    let near = nearest(&text.to_uppercase(), warnings).filter(|_| severity.is_none());
    let finding = context.at(codes::NOT_WAIVABLE, node).arg("text", text).arg("why", words::not_waivable(severity));
    context.report(finding.arg("advice", words::waive_warning(near)));
    None
}
