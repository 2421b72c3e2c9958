//! Meaning: the domain's own values. No serde, no paths, no YAML, no HTML, no Typst.

pub mod citation;
pub mod date;
pub mod ids;
pub mod number;
pub mod provision;
pub mod subject;
pub mod text;
