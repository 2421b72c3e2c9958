//! Style and script within a page, for pages that have nothing beside them, and how its security policy allows them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A style sheet or a script that may be within its element: `</` could end that. In strings and expressions of both
/// languages `<\/` is the same, and elsewhere neither has it.
pub(super) fn within_element(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("</", "<\\/")
}

/// As a security policy names it.
pub(super) fn policy_hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
