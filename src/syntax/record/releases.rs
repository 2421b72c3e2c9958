//! `releases/<edition>-<as-of>.yaml`

use super::super::yaml::Node;
use super::{Context, Reader, values};
use crate::diag::{FileId, Sink};
use crate::model::ids::ExcerptId;
use crate::model::release::{Release, Shelf};
use crate::syntax::messages::words;

pub fn read_release(node: &Node, file: FileId, sink: &mut Sink) -> Option<Release> {
    let mut reader = Reader::new(node, words::release_record(), "", file, sink)?;
    let edition = reader.required("edition", values::id);
    let as_of = reader.required("as-of", values::date);
    let ids: Vec<Option<_>> =
        Shelf::ALL.into_iter().map(|shelf| Some((shelf, reader.list(shelf.key(), address)?))).collect();
    reader.finish();
    Some(Release { edition: edition?, as_of: as_of?, ids: ids.into_iter().collect::<Option<_>>()? })
}

/// All ids have one form.
fn address(node: &Node, context: &mut Context<'_>) -> Option<String> {
    values::id::<ExcerptId>(node, context).map(|id| id.to_string())
}
