//! Markdown to the closed tree.
use std::ops::Range;
use crate::diag::{FileId, Sink};
use crate::model::text::Body;
pub enum Purpose { Excerpt, Guidance }
pub fn parse(_text: &str, _range: Range<usize>, _file: FileId, _purpose: Purpose, _sink: &mut Sink) -> Body { Body::default() }
