//! Signs of Markdown that formed nothing and would be printed: `** đậm **`, `[x](a b)`, an unclosed backtick. What the
//! parser understood is no text any more, so that whatever is found here was left over. Signs that ordinary text has
//! too (a star of multiplication, `(*)`, `khoa_dia_chi`, `a | b`) are no findings; escaped ones never are.

use std::ops::Range;

use super::inline::{self, Line};
use super::reader::MarkdownReader;
use super::run::Run;
use crate::diag::Fix;
use crate::syntax::messages::{markdown as codes, markdown::UnsupportedForm, markdown::raw as forms};

/// How far the other end of something is looked for, in bytes.
const REACH: usize = 200;

/// Reports leftover signs in this part of a run.
pub fn report(reader: &mut MarkdownReader<'_, '_>, run: &Run, part: Range<usize>) {
    let Some(text) = run.text().get(part.clone()) else { return };
    // Most texts have none of the signs. To look at all bytes and stop at none is quicker.
    if !text.bytes().fold(false, |found, byte| found | is_sign(byte)) {
        return;
    }
    let mut scan = RawScan { text, bracket: None };
    let mut from = 0;
    for (at, _) in text.match_indices(['*', '_', '`', '~', '=', '[', ']', '&', '\\']) {
        let literal = at >= from && run.is_literal(part.start + at..part.start + at + 1);
        if let Some((range, form)) = if literal { scan.at(at) } else { None } {
            from = range.end;
            leftover(
                reader,
                form,
                text.get(range.clone()).unwrap_or_default(),
                run.source(part.start + range.start..part.start + range.end),
            );
        }
    }
}

fn is_sign(byte: u8) -> bool {
    matches!(byte, b'*' | b'_' | b'`' | b'~' | b'=' | b'[' | b']' | b'&' | b'\\')
}

/// Reports a leftover sign at the beginning of a line.
pub fn report_at_start(reader: &mut MarkdownReader<'_, '_>, line: &Line) {
    let Some((run, _)) = line.first_text() else { return };
    let text = run.text();
    let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
    let stuck =
        (1..=6).contains(&hashes) && text.get(hashes..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let (end, form) = if stuck {
        (word_end(text, 0), &forms::HEADING)
    } else if let Some(task) = ["[ ] ", "[] ", "[x] ", "[X] "].into_iter().find(|task| text.starts_with(task)) {
        (task.len() - 1, &forms::TASK)
    } else {
        return;
    };
    if run.is_literal(0..1) {
        leftover(reader, form, text.get(..end).unwrap_or_default(), run.source(0..end));
    }
}

/// Lines that were to be a table: two or more with cells, or one that pipes enclose. A line of dashes among them wants as
/// many cells as there are in the row above it.
pub fn report_table(reader: &mut MarkdownReader<'_, '_>, lines: &[Line]) {
    let is_row = |line: &Line| line.first_text().is_some_and(|(run, _)| pipes(run) > 0);
    let Some(first) = lines.iter().position(is_row) else { return };
    let rows = lines.iter().skip(first).take_while(|line| is_row(line)).count();
    let Some((run, _)) = lines.get(first).and_then(Line::first_text) else { return };
    let text = run.text().trim_end();
    if let Some(rule) = lines.iter().skip(first + 1).filter_map(Line::first_text).find(|(run, _)| is_rule(run.text())) {
        let range = rule.0.source(0..rule.0.text().len());
        return reader.unsupported(&codes::forms::TABLE_BROKEN, range);
    }
    if rows > 1 || (pipes(run) > 2 && text.starts_with('|') && text.ends_with('|')) {
        leftover(reader, &forms::TABLE, text, run.source(0..text.len()));
    }
}

/// How many unescaped pipes there are outside of references, `[[id|words]]`.
fn pipes(run: &Run) -> usize {
    let text = run.text();
    let mut inside = false;
    let mut count = 0;
    for (at, sign) in text.match_indices(['|', '[', ']']) {
        match sign {
            "|" => count += usize::from(!inside && run.is_literal(at..at + 1)),
            _ if text.get(at..).is_some_and(|rest| rest.starts_with("[[")) => inside = true,
            _ if text.get(at..).is_some_and(|rest| rest.starts_with("]]")) => inside = false,
            _ => {}
        }
    }
    count
}

fn is_rule(text: &str) -> bool {
    text.contains("--") && text.contains('|') && text.chars().all(|sign| "|-: \t".contains(sign))
}

fn leftover(reader: &mut MarkdownReader<'_, '_>, form: &UnsupportedForm, text: &str, range: Range<usize>) {
    if reader.verbatim {
        return;
    }
    let shown = inline::shortened(text);
    let closed = text.replacen("] (", "](", 1);
    let is_plain = std::ptr::eq(form, &forms::LINK_APART) && reader.source(range.clone()) == text;
    let fix = (is_plain && closed.len() + 1 == text.len()).then(|| Fix::value(closed));
    reader.report_with(codes::RAW_MARKUP, range, |finding| {
        finding.arg("text", shown).arg("what", form.what()).arg("instead", form.instead()).fix(fix)
    });
}

/// One pass over a text.
struct RawScan<'t> {
    text: &'t str,
    /// The last opening bracket.
    bracket: Option<usize>,
}

type Leftover = Option<(Range<usize>, &'static UnsupportedForm)>;

impl RawScan<'_> {
    fn at(&mut self, at: usize) -> Leftover {
        match self.rest(at).chars().next()? {
            sign @ ('*' | '_') => self.emphasis(at, sign),
            '`' => Some((at..word_end(self.text, at), &forms::CODE)),
            '~' => self.pair(at, "~~", &forms::STRIKE),
            '=' => self.pair(at, "==", &forms::HIGHLIGHT),
            '[' => {
                self.bracket = Some(at);
                self.note(at)
            }
            ']' => self.link(at),
            '&' => self.entity(at),
            _ => self.backslash(at),
        }
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// Where `end` ends, if it comes soon.
    fn end_of(&self, from: usize, end: &str) -> Option<usize> {
        let near = self.rest(from);
        let near = near.get(..near.floor_char_boundary(REACH))?;
        near.find(end).map(|found| from + found + end.len())
    }

    fn emphasis(&self, at: usize, sign: char) -> Leftover {
        let length = self.rest(at).bytes().take_while(|byte| char::from(*byte) == sign).count();
        let (before, after) = (self.before(at), self.rest(at + length).chars().next());
        // `2**3`, `a__b`, `(**)`, and the second sign of a run that was looked at.
        let word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        if before == Some(sign) || (word(before) && word(after)) || (before == Some('(') && after == Some(')')) {
            return None;
        }
        match (length, sign) {
            (1, _) => self.single(at, sign, before, after),
            (2 | 3, '*') => Some((at..self.marked_end(at, length), &forms::BOLD)),
            (2, _) if word(before) || word(after) => Some((at..self.marked_end(at, length), &forms::BOLD)),
            _ => None,
        }
    }

    /// One star or line before a word. `Tên*` may be a footnote of the original, `_dmarc` a name.
    fn single(&self, at: usize, sign: char, before: Option<char>, after: Option<char>) -> Leftover {
        let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '“' | '"'));
        let end = word_end(self.text, at);
        let name = sign == '_' && self.text.get(at..end).is_some_and(str::is_ascii);
        (opens && !name && after.is_some_and(|c| c.is_alphabetic() || c == '“')).then_some((at..end, &forms::ITALIC))
    }

    /// The end of what begins with this mark: its other mark, or else its word.
    fn marked_end(&self, at: usize, length: usize) -> usize {
        let mark = self.text.get(at..at + length).unwrap_or_default();
        self.end_of(at + length, mark).unwrap_or_else(|| word_end(self.text, at + length))
    }

    fn pair(&self, at: usize, mark: &str, form: &'static UnsupportedForm) -> Leftover {
        let inner = self.rest(at).strip_prefix(mark)?;
        let sign = mark.chars().next();
        let before = self.before(at);
        let begins =
            before != sign && !before.is_some_and(char::is_alphanumeric) && inner.starts_with(char::is_alphanumeric);
        begins.then(|| (at..self.marked_end(at, mark.len()), form))
    }

    /// `[^ghi chú]`: marks with a label that could be one are reported where their notes are missing.
    fn note(&self, at: usize) -> Leftover {
        self.rest(at).strip_prefix("[^")?;
        let end = self.end_of(at, "]")?;
        let label = self.text.get(at + 2..end - 1)?;
        (label.contains(char::is_whitespace) && !label.contains('[')).then_some((at..end, &forms::NOTE))
    }

    fn link(&self, at: usize) -> Leftover {
        let open = self.bracket?;
        let rest = self.rest(at + 1);
        if rest.starts_with('(') {
            let image = self.before(open) == Some('!');
            let end = self.end_of(at, ")").unwrap_or(at + 2);
            return Some(if image { (open - 1..end, &forms::IMAGE) } else { (open..end, &forms::LINK) });
        }
        if let Some(inner) = rest.strip_prefix(" (") {
            let address =
                ["https:", "http:", "www.", "mailto:", "images/"].into_iter().any(|start| inner.starts_with(start));
            let end = self.end_of(at, ")").unwrap_or(at + 3);
            return address.then_some((open..end, &forms::LINK_APART));
        }
        let inner = rest.strip_prefix('[')?;
        let numbered = |label: &str| label.chars().all(|c| c.is_ascii_digit() || ", –-".contains(c));
        let own = self.text.get(open + 1..at)?;
        let end = self.end_of(at + 2, "]")?;
        let label = inner.get(..end.checked_sub(at + 3)?)?;
        let plain = !own.starts_with(['^', '[']) && !inner.starts_with(['^', '[']) && self.before(open) != Some('[');
        (plain && !own.is_empty() && !(numbered(own) && numbered(label))).then_some((open..end, &forms::LINK_LABEL))
    }

    /// `&nbsp` without its end, and names that are none.
    fn entity(&self, at: usize) -> Leftover {
        const KNOWN: [&str; 6] = ["nbsp", "amp", "lt", "gt", "quot", "ndash"];
        let name = self.rest(at + 1);
        let name = name.strip_prefix('#').unwrap_or(name);
        let length = name.bytes().take(32).take_while(u8::is_ascii_alphanumeric).count();
        let closed = length > 0 && name.get(length..)?.starts_with(';');
        let known = KNOWN.contains(&name.get(..length)?);
        let end = self.text.len() - name.len() + length + usize::from(closed);
        // `R&D;`
        let apart = !self.before(at).is_some_and(char::is_alphanumeric);
        (known || (closed && apart)).then_some((at..end, &forms::ENTITY))
    }

    /// At the end of a text or before a space; `C:\` is a drive.
    fn backslash(&self, at: usize) -> Leftover {
        let next = self.rest(at + 1).chars().next();
        (next.is_none_or(char::is_whitespace) && self.before(at) != Some(':'))
            .then_some((at..at + 1, &forms::BACKSLASH))
    }
}

/// The end of the word that something at `from` belongs to.
fn word_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let skipped = rest.len() - rest.trim_start().len();
    rest.get(skipped..).and_then(|word| word.find(char::is_whitespace)).map_or(text.len(), |end| from + skipped + end)
}
