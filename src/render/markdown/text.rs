//! Words as Markdown has them.

/// Characters that would be markup within a line.
const MARKS: [char; 14] = ['\\', '`', '*', '_', '[', ']', '<', '>', '|', '~', '$', '{', '}', '^'];
/// Characters that would be markup at the beginning of a line.
const BEGINNINGS: [char; 5] = ['#', '+', '-', '=', ':'];

/// Returns words as they are read.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    escape_into(&mut out, text);
    out
}

/// Appends words as they are read. Where a line begins, more is markup.
pub(super) fn escape_into(out: &mut String, text: &str) {
    let mut at_beginning = begins_line(out);
    let mut digits = false;
    for (at, c) in text.char_indices() {
        let is_entity = c == '&'
            && text.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#'));
        let is_list = digits && matches!(c, '.' | ')');
        if MARKS.contains(&c) || is_entity || is_list || (at_beginning && BEGINNINGS.contains(&c)) || c == '!' {
            out.push('\\');
        }
        digits = (digits || at_beginning) && c.is_ascii_digit();
        at_beginning = at_beginning && c == ' ';
        // A line of the text is no line of the file.
        out.push(if c == '\n' || c == '\r' || c == '\t' { ' ' } else { c });
    }
}

/// Whether the next character is the first of a line, or of a list, a quotation or a footnote in it.
fn begins_line(out: &str) -> bool {
    let line = out.rsplit('\n').next().unwrap_or_default();
    line.chars().all(|c| matches!(c, ' ' | '-' | '>')) || (line.trim_start().starts_with("[^") && line.ends_with("]: "))
}

/// Returns words between marks of code.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let marks = "`".repeat(longest + 1);
    let text = text.replace(['\n', '\r'], " ").replace('|', "\\|");
    let is_bare = !text.starts_with(['`', ' ']) && !text.ends_with(['`', ' ']) && !text.is_empty();
    if is_bare { format!("{marks}{text}{marks}") } else { format!("{marks} {text} {marks}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        for (text, written) in [
            ("1. Điều 5", "1\\. Điều 5"),
            ("# không", "\\# không"),
            ("a # b - c", "a # b - c"),
            ("<b>*x*</b> | [a](b) `c`", "\\<b\\>\\*x\\*\\</b\\> \\| \\[a\\](b) \\`c\\`"),
            ("&amp; & &#1;", "\\&amp; & \\&#1;"),
            ("![a]\nb", "\\!\\[a\\] b"),
        ] {
            assert_eq!(escaped(text), written);
        }
        assert_eq!(code("a``b`"), "``` a``b` ```");
    }
}
