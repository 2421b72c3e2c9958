//! Looks at the brackets of YAML before it is parsed: the parser keeps a list of all that are open, and looks through it at
//! every sign.

use super::fault::Brackets;

/// How many brackets may be open at once. More than [`super::DEPTH_LIMIT`] are refused anyway; this only keeps from the
/// parser what it cannot stand, so that what only looks like brackets has room.
const OPEN_LIMIT: usize = 100;

/// The first bracket that is open within too many others.
pub fn too_deep(text: &str) -> Option<usize> {
    let mut brackets = Brackets::default();
    text.char_indices()
        .find(|(at, sign)| {
            brackets.step(*at, *sign);
            brackets.open.len() > OPEN_LIMIT
        })
        .map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets() {
        assert_eq!(too_deep(&"[".repeat(200)), Some(100));
        assert_eq!(too_deep(&"{a: ".repeat(200)), Some(400));
        assert_eq!(too_deep(&"a: [b, {c: d}]\n".repeat(200)), None);
        assert_eq!(too_deep(&"a: x [\n".repeat(200)), None);
        assert_eq!(too_deep(&"a: \"[\"\n# [[[[\n".repeat(200)), None);
    }
}
