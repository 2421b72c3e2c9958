//! CSV with a mark that it is UTF-8, and nothing that would be taken for a formula.

/// Returns the table, its first row the names of the columns.
pub fn table<C: AsRef<str>>(rows: impl IntoIterator<Item = impl IntoIterator<Item = C>>) -> String {
    let line = |row: Vec<String>| row.join(",") + "\r\n";
    let lines = rows.into_iter().map(|row| line(row.into_iter().map(|text| cell(text.as_ref())).collect()));
    std::iter::once("\u{feff}".to_owned()).chain(lines).collect()
}

fn cell(text: &str) -> String {
    let formula = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    let text = format!("{formula}{text}");
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        assert_eq!(cell("Sở A"), "Sở A");
        assert_eq!(cell("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(table([vec!["a", "b"], vec!["1", "2"]]), "\u{feff}a,b\r\n1,2\r\n");
    }
}
