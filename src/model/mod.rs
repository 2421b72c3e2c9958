//! Meaning: the domain's own values. No serde, no paths, no YAML, no HTML, no Typst.

pub mod date;
pub mod number;
pub mod provision;
