//! Finds the parts of a record in the text: which bytes a value is written in, where its line ends, in which column its
//! siblings begin. The YAML parser reports the ranges of keys and words; brackets, dashes, comments and the lines of a block
//! are found here, between them.
//!
//! ```yaml
//! topics:             # WrittenForm::Lines: from the first dash to the end of `thiet-bi`
//! - mua-sam           # `dash` is the byte of `-`, and `after` the one behind it
//! - thiet-bi
//! at: {article: 4}    # WrittenForm::Inline with its brackets; the value `4` is `is_in_flow`
//! note: |-            # WrittenForm::Block: its indicator is `|-`, its lines are those below
//!   Two words.
//! signer:             # WrittenForm::Empty
//! ```

use std::ops::Range;

use super::scalar::{ScalarWords, Style};
use crate::syntax::yaml::{Node, Value};

/// A value of a record and what is around it. Offsets are bytes of `text`, columns are characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValuePlace<'t> {
    pub text: &'t str,
    pub node: &'t Node,
    /// Behind the colon or dash of the value: where a value is written if there is none yet. Within a list in brackets, where
    /// the value begins.
    pub after: usize,
    /// Whether it is within brackets (YAML's flow style), so on a line that others may share.
    pub is_in_flow: bool,
    /// The column of the key or dash that the value belongs to; `None` for a whole record.
    pub column: Option<usize>,
}

/// How a value is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum WrittenForm {
    /// Behind its key, from its first to its last character, with its quotes or brackets.
    Inline(Range<usize>),
    /// A block scalar: its indicator (`|-`), and its lines.
    Block { indicator: Range<usize>, lines: Range<usize> },
    /// Keys or items on lines of their own, from the first to the end of the last.
    Lines(Range<usize>),
    /// Nothing is written.
    Empty,
}

impl<'t> ValuePlace<'t> {
    /// The place of the whole record.
    pub fn root(text: &'t str, node: &'t Node) -> Self {
        ValuePlace { text, node, after: node.range.start, is_in_flow: false, column: None }
    }

    /// Returns the value of a key, or the item with this number from 0. `None` if there is none, or if its key is written in a
    /// way that is left alone: without a colon right behind it, as after `? key`.
    pub fn step(&self, step: &str) -> Option<ValuePlace<'t>> {
        match &self.node.value {
            Value::Mapping(entries) => {
                let (key, node) = entries.iter().find(|(key, _)| key.text == step)?;
                let behind = self.text.get(key.range.end..)?;
                let after_colon = behind.trim_start_matches(' ').strip_prefix(':')?;
                let after = self.text.len() - after_colon.len();
                let column = Some(self.column_of(key.range.start));
                Some(ValuePlace { node, after, column, ..self.within() })
            }
            Value::List(items) => self.item(items, step.parse().ok()?),
            Value::Text(_) | Value::Nothing | Value::Refused => None,
        }
    }

    fn item(&self, items: &'t [Node], index: usize) -> Option<ValuePlace<'t>> {
        let node = items.get(index)?;
        if self.has_brackets() || self.is_in_flow {
            return Some(ValuePlace { node, after: node.range.start, ..self.within() });
        }
        let dash = self.dash(items, index)?;
        Some(ValuePlace { node, after: dash + 1, column: Some(self.column_of(dash)), ..self.within() })
    }

    /// What every value within this one inherits.
    fn within(&self) -> ValuePlace<'t> {
        ValuePlace { is_in_flow: self.is_in_flow || self.has_brackets(), ..*self }
    }

    /// Whether this is a list or record in brackets of its own. The bracket at its start may be that of its first item: the
    /// parser reports that a list whose dashes are below its key (`- [a, b]`) begins where its first item does.
    pub fn has_brackets(&self) -> bool {
        let start = self.node.range.start;
        let (bracket, first) = match &self.node.value {
            Value::List(items) => ('[', items.first().map(|item| item.range.start)),
            Value::Mapping(entries) => ('{', entries.first().map(|(key, _)| key.range.start)),
            Value::Text(_) | Value::Nothing | Value::Refused => return false,
        };
        first != Some(start) && self.rest(start).starts_with(bracket)
    }

    /// Returns the dash of an item of a list whose items are on lines of their own: on the line of the item, or above it
    /// where a comment or line end is between the two.
    pub fn dash(&self, items: &[Node], index: usize) -> Option<usize> {
        let column = self.dash_column();
        let mut at = items.get(index)?.range.start;
        loop {
            let start = self.line_start(at);
            if let Some(dash) = self.dash_at(start, column).filter(|dash| *dash <= at) {
                return Some(dash);
            }
            at = start.checked_sub(1)?;
        }
    }

    /// The column of the dashes of a list. The parser reports that a list begins at its first dash, except where the dashes
    /// are in the column of the key: there it reports the start of the first item.
    fn dash_column(&self) -> usize {
        let start = self.node.range.start;
        let key = self.column.filter(|_| !self.is_item());
        let below_key = key.filter(|column| self.dash_at(self.line_start(start), *column).is_some());
        below_key.unwrap_or_else(|| self.column_of(start))
    }

    /// Returns the dash in a column of the line that begins at `line`.
    fn dash_at(&self, line: usize, column: usize) -> Option<usize> {
        let written = self.text.get(line..self.line_end(line))?;
        let (at, character) = written.char_indices().nth(column)?;
        let is_alone = written.get(at + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with(' '));
        (character == '-' && is_alone).then_some(line + at)
    }

    /// Whether it is behind a dash.
    pub fn is_item(&self) -> bool {
        self.column.is_some() && self.text.get(..self.after).is_some_and(|before| before.ends_with('-'))
    }

    /// Returns how the value is written, and where.
    pub fn form(&self) -> WrittenForm {
        let Range { start, end } = self.node.range;
        match &self.node.value {
            Value::Text(_) | Value::Nothing | Value::Refused => self.scalar(),
            Value::List(_) | Value::Mapping(_) if self.has_brackets() => WrittenForm::Inline(start..self.bracket_end()),
            Value::List(items) if items.is_empty() => WrittenForm::Inline(start..end),
            Value::List(items) => WrittenForm::Lines(self.dash(items, 0).unwrap_or(start)..self.content_end()),
            Value::Mapping(_) => WrittenForm::Lines(start..self.content_end()),
        }
    }

    fn scalar(&self) -> WrittenForm {
        let written = self.rest(self.after).trim_start_matches(' ');
        if !self.is_in_flow && self.column.is_some() && written.starts_with(['|', '>']) {
            let start = self.text.len() - written.len();
            let length = written.find(|character: char| !"|>+-0123456789".contains(character)).unwrap_or(written.len());
            return WrittenForm::Block {
                indicator: start..start + length,
                lines: self.line_end(start) + 1..self.block_end(),
            };
        }
        match self.node.range.is_empty() {
            true => WrittenForm::Empty,
            false => WrittenForm::Inline(self.node.range.clone()),
        }
    }

    /// The end of the lines of a block scalar. The parser may count the indentation of the next line to it.
    fn block_end(&self) -> usize {
        let end = self.node.range.end;
        let start = self.line_start(end).max(self.node.range.start);
        let is_blank = self.text.get(start..end).is_some_and(|before| before.trim().is_empty());
        if is_blank { start } else { end }
    }

    /// Returns where the words of a scalar are written, without quotes; `None` for a list, a record, or nothing.
    pub fn words(&self) -> Option<ScalarWords> {
        match self.form() {
            WrittenForm::Block { indicator, .. } => {
                let is_folded = self.rest(indicator.start).starts_with('>');
                let start = self.node.range.start;
                let end = start + self.text.get(start..self.block_end())?.trim_end_matches('\n').len();
                Some(ScalarWords { style: Style::Block, start, end, is_folded, indent: self.column_of(start) })
            }
            WrittenForm::Inline(range) => {
                let style = Style::of(self.text.get(range.clone())?);
                let quote = usize::from(style != Style::Plain);
                Some(ScalarWords {
                    style,
                    start: range.start + quote,
                    end: range.end - quote,
                    is_folded: false,
                    indent: 0,
                })
            }
            WrittenForm::Lines(_) | WrittenForm::Empty => None,
        }
    }

    /// Returns the end of the last character that belongs to the value. The parser's own end is of no use here: that of a
    /// list or record on lines of its own is where the next key begins.
    pub fn content_end(&self) -> usize {
        if self.has_brackets() {
            return self.bracket_end();
        }
        if let Some(last) = self.last_within() {
            // An empty last value ends at its colon or dash.
            return last.content_end().max(last.after);
        }
        match (&self.node.value, self.scalar()) {
            (Value::Text(_), WrittenForm::Block { indicator, lines }) => self.block_content_end(&indicator, &lines),
            _ => self.node.range.end,
        }
    }

    /// Returns the last item of a list, or the last value of a record.
    fn last_within(&self) -> Option<ValuePlace<'t>> {
        match &self.node.value {
            Value::List(items) => self.item(items, items.len().checked_sub(1)?),
            Value::Mapping(entries) => self.step(&entries.last()?.0.text),
            Value::Text(_) | Value::Nothing | Value::Refused => None,
        }
    }

    /// The end of the last line of a block scalar, without its line end: empty lines after it belong to it only where
    /// they are kept (`|+`).
    fn block_content_end(&self, indicator: &Range<usize>, lines: &Range<usize>) -> usize {
        let kept = self.text.get(indicator.clone()).is_some_and(|indicator| indicator.contains('+'));
        let written = self.text.get(lines.clone()).unwrap_or_default();
        match (kept, written.trim_end_matches([' ', '\n'])) {
            (true, _) => lines.start + written.strip_suffix('\n').unwrap_or(written).len(),
            (false, "") => indicator.end,
            (false, content) => lines.start + content.len(),
        }
    }

    /// Behind the bracket that closes the value. Between its last item and the bracket are blanks, comments, a comma.
    fn bracket_end(&self) -> usize {
        let start = self.last_within().map_or(self.node.range.start + 1, |last| last.content_end());
        self.after_blanks(start, &[',']) + 1
    }

    /// Returns the first character from `from` on that is neither blank nor in a comment nor one of `skipped`.
    pub fn after_blanks(&self, from: usize, skipped: &[char]) -> usize {
        let mut at = from;
        while let Some(character) = self.rest(at).chars().next() {
            match character {
                '#' => at = self.line_end(at),
                blank if blank.is_whitespace() || skipped.contains(&blank) => at += blank.len_utf8(),
                _ => break,
            }
        }
        at
    }

    /// Returns the text from a byte on.
    pub fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Returns where the line of a byte ends, before its line end.
    pub fn line_end(&self, at: usize) -> usize {
        self.rest(at).find('\n').map_or(self.text.len(), |length| at + length)
    }

    /// Returns where the line of a byte begins.
    pub fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
    }

    /// Returns the column of a byte in characters: a key before it on its line may have letters of several bytes.
    pub fn column_of(&self, at: usize) -> usize {
        self.text.get(self.line_start(at)..at).map_or(0, |before| before.chars().count())
    }

    /// Whether nothing but blanks is before a byte on its line.
    pub fn begins_line(&self, at: usize) -> bool {
        self.text.get(self.line_start(at)..at).is_some_and(|before| before.trim().is_empty())
    }
}
