//! Quotes and dashes as an editor types them.

/// Returns a text of a page or a sheet with the quotes and dashes of the corpus: outputs have those of print.
pub fn as_typed(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace('–', "-")
}
