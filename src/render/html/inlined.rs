//! Style and script within a page, for pages that have nothing beside them, and how its security policy allows them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::assets::Assets;
use super::images;

const ICON: &str = "icon.svg";

/// Returns the icon of the site as an address that holds it.
pub(super) fn icon(assets: &Assets) -> String {
    let icon = STANDARD.encode(assets.bytes(ICON).unwrap_or_default());
    format!("data:{};base64,{icon}", images::kind(ICON))
}

/// Returns a style sheet or a script as it may be within its element: `</` could end that. In strings and expressions of both
/// languages `<\/` is the same, and elsewhere neither has it.
pub(super) fn within_element(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("</", "<\\/")
}

/// Returns the name that a security policy has for it.
pub(super) fn policy_hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
