//! What the web edition needs to be looked at as of another day.

use serde::Serialize;

/// A state that the validity of an excerpt can have.
#[derive(Serialize, Clone, Debug)]
pub struct StateView {
    pub key: String,
    pub sign: String,
    pub name: String,
}
