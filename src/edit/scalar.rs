//! How a text is written as a value of YAML, so that this and every other reader takes it for the same text.

use super::splice::Splice;
use crate::syntax::yaml::quoted as double;

/// How a value is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    Plain,
    Single,
    Double,
    /// `|` or `>`, on lines of its own.
    Block,
}

impl Style {
    /// The style of a value that is written this way.
    pub fn of(written: &str) -> Self {
        match written.chars().next() {
            Some('\'') => Style::Single,
            Some('"') => Style::Double,
            Some('|' | '>') => Style::Block,
            _ => Style::Plain,
        }
    }
}

/// A value in one line: in the style of the value that it takes the place of where that style can say it. `is_in_flow`:
/// it is within brackets, where more characters mean something.
pub(super) fn written(text: &str, former: Option<&str>, is_in_flow: bool) -> String {
    let is_plain = is_plain(text, is_in_flow);
    match former.map(Style::of) {
        Some(Style::Single) if !has_control(text) => single(text),
        Some(Style::Double) => double(text),
        // Where a number stood without quotes another one may.
        Some(Style::Plain) if is_plain && former.is_some_and(is_other_type) => text.to_owned(),
        _ if is_plain && !is_other_type(text) => text.to_owned(),
        _ => double(text),
    }
}

/// A key. `on` is one of ours, and no reader of ours takes it for a truth.
pub(super) fn key(text: &str, is_in_flow: bool) -> String {
    if is_plain(text, is_in_flow) { text.to_owned() } else { double(text) }
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn has_control(text: &str) -> bool {
    text.contains(['\n', '\t'])
}

/// Whether a text can stand without quotes and still be that text.
fn is_plain(text: &str, is_in_flow: bool) -> bool {
    !has_control(text)
        && text.trim() == text
        && !begins_with_indicator(text)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !(is_in_flow && text.contains([',', '[', ']', '{', '}']))
        && !(is_in_flow && text.contains(":") && !is_address(text))
        // What a reader of YAML may take for the marks of documents.
        && !matches!(text, "---" | "...")
}

/// Within brackets a colon is safe only where a letter or `//` follows, as in `https://…`.
fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn begins_with_indicator(text: &str) -> bool {
    let mut characters = text.chars();
    match characters.next() {
        None => true,
        // An indicator of YAML, or what editors take for one.
        Some('-' | '?' | ':') => characters.next().is_none_or(|next| next.is_whitespace() || ",[]{}".contains(next)),
        Some(first) => ",[]{}#&*!|>'\"%@`=<~".contains(first) || is_curly(first),
    }
}

fn is_curly(character: char) -> bool {
    matches!(character, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '″' | '＂')
}

/// Whether other readers of YAML take a plain text for a number, a truth or nothing. A date is one too, but the whole
/// corpus writes its dates without quotes.
fn is_other_type(text: &str) -> bool {
    is_word_of_type(text) || is_number(text)
}

fn is_word_of_type(text: &str) -> bool {
    const WORDS: [&str; 11] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf"];
    WORDS.contains(&text.to_lowercase().as_str())
}

fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches(['+', '-']);
    let is_in_number = |character: char| character.is_ascii_hexdigit() || "._xo+-:".contains(character);
    let is_date = digits.len() == 10 && digits.bytes().filter(|byte| *byte == b'-').count() == 2;
    digits.starts_with(|character: char| character.is_ascii_digit() || character == '.')
        && digits.contains(|character: char| character.is_ascii_digit())
        && digits.chars().all(is_in_number)
        && !is_date
}

/// Lines of a text as a block scalar, each indented; `None` where only quotes can say it.
pub(super) fn block(text: &str, indent: usize) -> Option<String> {
    let inner = text.trim_end_matches('\n');
    let is_sound = inner.contains('\n') && !inner.starts_with([' ', '\n', '\t']) && !text.contains('\t');
    let blank = |line: &&str| !line.is_empty() && line.trim().is_empty();
    if !is_sound || inner.lines().any(|line| blank(&line)) {
        return None;
    }
    let chomping = match text.len() - inner.len() {
        0 => "|-",
        1 => "|",
        _ => "|+",
    };
    let lines = inner.split('\n').map(|line| match line {
        "" => "\n".to_owned(),
        line => format!("\n{}{line}", " ".repeat(indent)),
    });
    let more = "\n".repeat((text.len() - inner.len()).saturating_sub(1));
    Some(format!("{chomping}{}{more}", lines.collect::<String>()))
}

/// The least change of a written value that makes it say another text; `None` where its words cannot be found in it one
/// by one. `range` is where the words are written, without quotes; `base` their indentation in a block scalar.
pub(super) fn within(source: &str, words: &ScalarWords, former: &str, text: &str) -> Option<Vec<Splice>> {
    if words.style == Style::Plain && is_word_of_type(text) && !is_word_of_type(former) {
        return None;
    }
    let cells = words.cells(source)?;
    let ending = |text: &str| text.len() - text.trim_end_matches('\n').len();
    if words.style == Style::Block && ending(former) != ending(text) {
        return None;
    }
    let (former, text) = match words.style {
        Style::Block => (former.trim_end_matches('\n'), text.trim_end_matches('\n')),
        _ => (former, text),
    };
    let said: String = cells.iter().map(|cell| cell.says).collect();
    if said != former {
        return None;
    }
    let first = said.chars().zip(text.chars()).take_while(|(a, b)| a == b).count();
    let (left, right) = (said.chars().count(), text.chars().count());
    let last = said.chars().rev().zip(text.chars().rev()).take_while(|(a, b)| a == b).count();
    let last = last.min(left - first).min(right - first);
    let new: String = text.chars().skip(first).take(right - first - last).collect();
    let start = cells.get(first).map_or(words.end, |cell| cell.at);
    let end = (left - last).checked_sub(1).and_then(|index| cells.get(index)).map_or(words.start, |cell| cell.end);
    let range = if left == first + last { start..start } else { start..end };
    Some(vec![Splice::new(range, words.style.escaped(&new)?)])
}

impl Style {
    /// Words as they are written within a value of this style.
    fn escaped(self, words: &str) -> Option<String> {
        match self {
            _ if has_control(words) => None,
            Style::Single => Some(words.replace('\'', "''")),
            Style::Double if words.contains(['"', '\\']) => None,
            Style::Plain | Style::Double | Style::Block => Some(words.to_owned()),
        }
    }
}

/// Where the words of a value are written.
pub(super) struct ScalarWords {
    pub style: Style,
    /// Without quotes.
    pub start: usize,
    pub end: usize,
    /// Of a block scalar: whether its lines are joined (`>`).
    pub is_folded: bool,
    /// Of a block scalar: how far its lines are indented.
    pub indent: usize,
}

/// A character of a value, and where it is written.
struct Cell {
    says: char,
    at: usize,
    end: usize,
}

impl ScalarWords {
    /// Each character of the value with its place in the source. Line ends of values that are folded are read as YAML
    /// does; what differs from the value is not used.
    fn cells(&self, source: &str) -> Option<Vec<Cell>> {
        let written = source.get(self.start..self.end)?;
        if self.style == Style::Double && written.contains('\\') {
            return None;
        }
        let mut cells = Vec::new();
        let mut at = 0;
        while let Some(character) = written.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = written.get(at..).unwrap_or_default();
            let (says, length) = match character {
                '\'' if self.style == Style::Single => ("'".to_owned(), 2),
                '\n' | ' ' | '\t' if self.breaks(rest) => self.line_end(rest),
                other => (other.to_string(), other.len_utf8()),
            };
            let place = self.start + at;
            cells.extend(says.chars().map(|says| Cell { says, at: place, end: place + length }));
            at += length;
        }
        Some(cells)
    }

    /// Whether a line ends here, after blanks that a flow scalar does not keep.
    fn breaks(&self, rest: &str) -> bool {
        match self.style {
            Style::Block => rest.starts_with('\n'),
            _ => rest.trim_start_matches([' ', '\t']).starts_with('\n'),
        }
    }

    /// What the end of a line says, and how far it goes: to the first character of the next line that is not empty.
    fn line_end(&self, rest: &str) -> (String, usize) {
        let (lines, length) = match self.style {
            Style::Block => self.indented_lines(rest),
            _ => {
                let length = rest.len() - rest.trim_start_matches([' ', '\t', '\n']).len();
                (rest.get(..length).unwrap_or_default().matches('\n').count(), length)
            }
        };
        let is_joined = self.is_folded || self.style != Style::Block;
        let says = match lines {
            1 if is_joined => " ".to_owned(),
            _ => "\n".repeat(if is_joined { lines - 1 } else { lines }),
        };
        (says, length)
    }

    /// The line ends that begin a text and the indentation behind them: blanks beyond it are said.
    fn indented_lines(&self, rest: &str) -> (usize, usize) {
        let (mut lines, mut length) = (0, 0);
        while let Some(line) = rest.get(length..).and_then(|rest| rest.strip_prefix('\n')) {
            let blanks = line.len() - line.trim_start_matches(' ').len();
            lines += 1;
            length += 1 + blanks.min(self.indent);
        }
        (lines, length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_quoted_where_yaml_would_read_something_else() {
        for text in [
            "Mua sắm",
            "khoản 3 Điều 18",
            "2013-07-15",
            "72/2013/NĐ-CP",
            "a:b",
            "a#b",
            "-a",
            "https://a.vn/b",
            "Bà \"X\"",
        ] {
            assert_eq!(written(text, None, false), text);
        }
        for text in [
            "",
            "Mua: bán",
            "a #b",
            "#0b4a6f",
            "a:",
            "- a",
            "-",
            "? a",
            "[a",
            "{a",
            "]",
            "*a",
            "&a",
            "!a",
            "|",
            ">",
            "%",
            "@",
            "`",
            "~",
            "null",
            "NULL",
            "yes",
            "No",
            "true",
            "on",
            "12",
            "1.5",
            "-3",
            "0x1f",
            "1e3",
            "12:30",
            " a",
            "a ",
            "\"a\"",
            "'a'",
            "---",
            "“a”",
            ", a",
            "<<",
            "=",
        ] {
            let quoted = written(text, None, false);
            assert!(quoted.starts_with('"') && quoted.ends_with('"'), "{text}: {quoted}");
        }
        assert_eq!(written("a\nb\t\"c\\", None, false), "\"a\\nb\\t\\\"c\\\\\"");
    }

    #[test]
    fn the_style_of_the_former_value_stays() {
        assert_eq!(written("b", Some("'a'"), false), "'b'");
        assert_eq!(written("it's", Some("'a'"), false), "'it''s'");
        assert_eq!(written("b", Some("\"a\""), false), "\"b\"");
        assert_eq!(written("12", Some("11"), false), "12");
        assert_eq!(written("12", Some("a"), false), "\"12\"");
        assert_eq!(written("null", Some("12"), false), "null");
    }

    #[test]
    fn within_brackets_more_characters_mean_something() {
        for text in ["a, b", "a]", "{a", "a}", "12:a"] {
            assert!(written(text, None, true).starts_with('"'), "{text}");
        }
        assert_eq!(written("https://a.vn/b", None, true), "https://a.vn/b");
    }

    #[test]
    fn lines_are_a_block() {
        assert_eq!(block("a\n\nb", 2).unwrap(), "|-\n  a\n\n  b");
        assert_eq!(block("a\nb\n", 4).unwrap(), "|\n    a\n    b");
        assert_eq!(block("a\nb\n\n", 2).unwrap(), "|+\n  a\n  b\n");
        for text in ["a", " a\nb", "\na\nb", "a\n \nb", "a\tb\nc"] {
            assert_eq!(block(text, 2), None, "{text:?}");
        }
    }
}
