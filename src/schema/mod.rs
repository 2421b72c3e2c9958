//! The descriptions of records for editors and their programs: a JSON Schema for each kind of file, and
//! tables of keys in Markdown.

mod example;
mod json;
mod pattern;
mod table;
pub mod words;

pub use json::{all, document};
pub use table::page;
#[cfg(test)]
use table::{keys, values};

use crate::syntax::record::shape::{Description, RecordRef};

/// The records that a description leads to, itself first, each once.
fn reached(description: Description) -> Vec<Description> {
    let mut reached = vec![description];
    let mut at = 0;
    while let Some(description) = reached.get(at) {
        let held = description.fields.iter().flat_map(|field| {
            let records = field.shape.records();
            records.into_iter().chain(field.unknown)
        });
        let new: Vec<RecordRef> = held.filter(|about| reached.iter().all(|known| known.name != about.name)).collect();
        for about in new {
            if reached.iter().all(|known| known.name != about.name) {
                reached.push(about.describe());
            }
        }
        at += 1;
    }
    reached
}

#[cfg(test)]
mod tests;
