//! Words as a person types them into a shell.

/// A text as a shell takes it for one word. In double quotes where every shell reads them alike, Windows' too; in single
/// ones where a sign would mean something within double quotes.
pub fn shell_word(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/.-_".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else if text.contains(['"', '$', '`', '!']) {
        format!("'{}'", text.replace('\'', r"'\''"))
    } else {
        format!("\"{text}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        for (text, word) in [
            ("so-tay", "so-tay"),
            ("sổ-tay", "sổ-tay"),
            ("sổ tay", "\"sổ tay\""),
            (r"C:\cẩm nang", "\"C:\\cẩm nang\""),
            ("$HOME", "'$HOME'"),
            ("k\"h", "'k\"h'"),
            ("`a` 'b'", r"'`a` '\''b'\'''"),
            ("", "\"\""),
        ] {
            assert_eq!(shell_word(text), word);
        }
    }
}
