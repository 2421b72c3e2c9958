//! A change as a unified diff, for people and for `patch`.

use similar::TextDiff;

use super::EditableFile;

/// The unified diff of two states of a file, by its path as the reader would open it; empty where they are the same.
pub fn unified(path: &str, former: &str, later: &str) -> String {
    let path = path.trim_start_matches('/');
    with_header(&format!("a/{path}"), &format!("b/{path}"), former, later)
}

/// The diff of a file that is not there yet.
pub fn of_new(path: &str, text: &str) -> String {
    with_header("/dev/null", &format!("b/{}", path.trim_start_matches('/')), "", text)
}

fn with_header(from: &str, to: &str, former: &str, later: &str) -> String {
    TextDiff::from_lines(former, later).unified_diff().context_radius(3).header(from, to).to_string()
}

/// [`unified`], of the bytes of a file.
pub fn of_document(path: &str, former: &EditableFile, later: &EditableFile) -> String {
    let text = |document: &EditableFile| String::from_utf8_lossy(document.bytes()).into_owned();
    unified(path, &text(former), &text(later))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_files_are_shown() {
        let diff = unified("corpus/a.yaml", "a: 1\nb: 2", "a: 1\nb: 3");
        assert_eq!(
            diff,
            "--- a/corpus/a.yaml\n+++ b/corpus/a.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n\\ No newline at end of file\n+b: 3\n\\ No newline at end of file\n"
        );
        assert_eq!(unified("a", "x\n", "x\n"), "");
    }
}
