//! `camnang schema`

use super::context::CommandContext;
use super::{Outcome, Status};
use crate::cli::{SchemaArgs, SchemaFormat};
use crate::diag::Lang;
use crate::schema;
use crate::syntax::record::RecordKind;

/// Prints the shape of a kind of record as JSON Schema or as a table.
pub fn run(args: &SchemaArgs, context: &mut CommandContext<'_>) -> Outcome {
    let text = match args.format {
        SchemaFormat::Json => json(args.kind),
        SchemaFormat::Markdown => markdown(args.kind, context.lang),
    };
    context.out(&text);
    Ok(Status::Fine)
}

fn json(kind: Option<RecordKind>) -> String {
    format!("{:#}\n", kind.map_or_else(schema::all, schema::document))
}

fn markdown(kind: Option<RecordKind>, lang: Lang) -> String {
    let kinds = kind.map_or_else(|| RecordKind::ALL.to_vec(), |kind| vec![kind]);
    kinds.into_iter().map(|kind| schema::page(kind, lang)).collect::<Vec<_>>().join("\n")
}
