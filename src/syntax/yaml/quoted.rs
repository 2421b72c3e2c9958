//! Text in double quotes, as YAML reads it back.

/// The text in double quotes.
pub fn quoted(text: &str) -> String {
    let escaped = text.chars().fold(String::new(), |mut written, sign| {
        match sign {
            '"' | '\\' => written.extend(['\\', sign]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            other => written.push(other),
        }
        written
    });
    format!("\"{escaped}\"")
}
