//! Makes text safe for a terminal: control characters are shown, not sent.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with every character that could drive a terminal, or turn the direction of reading, written as JSON writes it:
/// `\\u001b`. Names, paths and quoted words come from a corpus that anybody may have written. Within JSON it is the same
/// string as before. Line ends and tabs stay, and a carriage return before a line end, as tables for Excel have it.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|letter| letter != '\n' && drives(letter)) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends_line = letter == '\r' && letters.peek() == Some(&'\n');
        if drives(letter) && !ends_line {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\u{:04x}", u32::from(letter));
        } else {
            shown.push(letter);
        }
    }
    shown.into()
}

/// Controls of ASCII and of the upper half, breaks of lines and paragraphs, and the marks of direction.
fn drives(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_drives_a_terminal_is_shown() {
        assert!(matches!(visible("Điều 1\tệ\n"), Cow::Borrowed(_)));
        assert_eq!(visible("a\u{1b}[31mb\u{7}\r\n\rc"), "a\\u001b[31mb\\u0007\r\n\\u000dc");
        for letter in ['\0', '\u{8}', '\u{7f}', '\u{85}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{200f}', '\u{2028}'] {
            assert_eq!(visible(&format!("a{letter}b")), format!("a\\u{:04x}b", u32::from(letter)));
        }
    }

    #[test]
    fn json_says_the_same() {
        let json = serde_json::to_string("a\u{9b}31m\u{202e}b\u{7f}").unwrap();
        let shown = visible(&json);
        assert_ne!(shown, json);
        assert_eq!(serde_json::from_str::<String>(&shown).unwrap(), "a\u{9b}31m\u{202e}b\u{7f}");
    }
}
