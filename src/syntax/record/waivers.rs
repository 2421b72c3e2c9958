//! `waivers.yaml`

use super::super::yaml::Node;
use super::{Context, Reader, values};
use crate::diag::{FileId, Sink};
use crate::model::waiver::Waiver;
use crate::syntax::messages::words;

pub fn read_waivers(node: &Node, file: FileId, sink: &mut Sink) -> Option<Vec<Waiver>> {
    let mut reader = Reader::new(node, words::waivers_record(), "", file, sink)?;
    let waivers = reader.required("waivers", |node, context| values::list(node, context, waiver));
    reader.finish();
    waivers
}

fn waiver(node: &Node, context: &mut Context<'_>) -> Option<Waiver> {
    let mut reader = Reader::new(node, words::waiver_record(), context.key, context.file, context.sink)?;
    let code = reader.required("code", values::text);
    let file = reader.required("file", values::text);
    let reason = reader.required("reason", values::text);
    let on = reader.required("on", values::date);
    let until = reader.required("until", values::date);
    reader.finish();
    Some(Waiver { code: code?, file: file?, reason: reason?, on: on?, until: until? })
}
