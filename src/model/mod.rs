//! Meaning: the domain's own values. No serde, no paths, no YAML, no HTML, no Typst.

pub mod annex;
pub mod citation;
pub mod collation;
pub mod colour;
pub mod corpus;
pub mod date;
pub mod department;
pub mod draft;
pub mod edition;
pub mod excerpt;
pub mod gaps;
pub mod ids;
pub mod instrument;
pub mod known;
pub mod letter;
pub mod mail;
pub mod number;
pub mod provision;
pub mod release;
pub mod settings;
pub mod subject;
pub mod text;
pub mod time;
pub mod validity;
pub mod vocabulary;
pub mod waiver;
