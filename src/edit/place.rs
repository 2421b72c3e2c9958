//! Where the parts of a record stand in the text: what a value is written in from its first sign to its last, where its
//! line ends, in which column its siblings begin. The reader knows where words are; what is between them is found here.

use std::ops::Range;

use super::scalar::{ScalarWords, Style};
use crate::syntax::yaml::{Node, Value};

/// A value and what is around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValuePlace<'t> {
    pub text: &'t str,
    pub node: &'t Node,
    /// After the colon, the dash, the bracket or comma before the value.
    pub after: usize,
    /// Whether it stands within brackets.
    pub is_in_flow: bool,
    /// The column of the key or dash that the value belongs to; `None` for a whole record.
    pub column: Option<usize>,
}

/// How a value is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum WrittenForm {
    /// On its line from its first to its last sign, quotes and brackets among them.
    Inline(Range<usize>),
    /// A block scalar: its sign (`|-`), and its lines.
    Block { sign: Range<usize>, lines: Range<usize> },
    /// Keys or items on lines of their own, from the first to the end of the last.
    Lines(Range<usize>),
    /// Nothing is written.
    Empty,
}

impl<'t> ValuePlace<'t> {
    pub fn root(text: &'t str, node: &'t Node) -> Self {
        ValuePlace { text, node, after: node.range.start, is_in_flow: false, column: None }
    }

    /// The value one step further.
    pub fn step(&self, step: &str) -> Option<ValuePlace<'t>> {
        match &self.node.value {
            Value::Mapping(entries) => {
                let (key, node) = entries.iter().find(|(key, _)| key.text == step)?;
                let colon = self.text.get(key.range.end..)?;
                let space = colon.len() - colon.trim_start_matches(' ').len();
                let is_plain = colon.trim_start_matches(' ').starts_with(':');
                let column = Some(self.column_of(key.range.start));
                let place = ValuePlace { node, after: key.range.end + space + 1, column, ..self.within() };
                is_plain.then_some(place)
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

    fn within(&self) -> ValuePlace<'t> {
        ValuePlace { is_in_flow: self.is_in_flow || self.has_brackets(), ..*self }
    }

    /// Whether this is a list or record within brackets of its own. A list right below its key is said to begin where its
    /// first item does, which may have brackets.
    pub fn has_brackets(&self) -> bool {
        let start = self.node.range.start;
        let (bracket, first) = match &self.node.value {
            Value::List(items) => ('[', items.first().map(|item| item.range.start)),
            Value::Mapping(entries) => ('{', entries.first().map(|(key, _)| key.range.start)),
            Value::Text(_) | Value::Nothing | Value::Refused => return false,
        };
        first != Some(start) && self.rest(start).starts_with(bracket)
    }

    /// The dash of an item of a list whose items stand on lines of their own: on the line of the item, or above it where
    /// a remark or line end stands between.
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

    /// The reader says that a list begins at its first dash, but where the dashes stand right below the key: there it says
    /// what follows.
    fn dash_column(&self) -> usize {
        let start = self.node.range.start;
        let key = self.column.filter(|_| !self.is_item());
        let below_key = key.filter(|column| self.dash_at(self.line_start(start), *column).is_some());
        below_key.unwrap_or_else(|| self.column_of(start))
    }

    /// The dash in a column of the line that begins here.
    fn dash_at(&self, line: usize, column: usize) -> Option<usize> {
        let written = self.text.get(line..self.line_end(line))?;
        let (at, sign) = written.char_indices().nth(column)?;
        let is_alone = written.get(at + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with(' '));
        (sign == '-' && is_alone).then_some(line + at)
    }

    /// Whether it stands behind a dash.
    pub fn is_item(&self) -> bool {
        self.column.is_some() && self.text.get(..self.after).is_some_and(|before| before.ends_with('-'))
    }

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
        let sign = self.rest(self.after).trim_start_matches(' ');
        if !self.is_in_flow && self.column.is_some() && sign.starts_with(['|', '>']) {
            let start = self.text.len() - sign.len();
            let length = sign.find(|sign: char| !"|>+-0123456789".contains(sign)).unwrap_or(sign.len());
            return WrittenForm::Block {
                sign: start..start + length,
                lines: self.line_end(start) + 1..self.block_end(),
            };
        }
        match self.node.range.is_empty() {
            true => WrittenForm::Empty,
            false => WrittenForm::Inline(self.node.range.clone()),
        }
    }

    /// The end of the lines of a block scalar. The reader may count the indentation of the next line to it.
    fn block_end(&self) -> usize {
        let end = self.node.range.end;
        let start = self.line_start(end).max(self.node.range.start);
        let is_blank = self.text.get(start..end).is_some_and(|before| before.trim().is_empty());
        if is_blank { start } else { end }
    }

    /// Where the words of a scalar are written.
    pub fn words(&self) -> Option<ScalarWords> {
        match self.form() {
            WrittenForm::Block { sign, .. } => {
                let is_folded = self.rest(sign.start).starts_with('>');
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

    /// The end of the last sign that belongs to the value.
    pub fn content_end(&self) -> usize {
        let last = match &self.node.value {
            _ if self.has_brackets() => return self.bracket_end(),
            Value::List(items) => items.len().checked_sub(1).and_then(|last| self.item(items, last)),
            Value::Mapping(entries) => entries.last().and_then(|(key, _)| self.step(&key.text)),
            Value::Text(_) | Value::Nothing | Value::Refused => None,
        };
        match (last, self.form_of_leaf()) {
            (Some(last), _) => last.content_end().max(last.after),
            (None, Some(WrittenForm::Block { sign, lines })) => self.lines_end(&sign, &lines),
            (None, _) => self.node.range.end,
        }
    }

    fn form_of_leaf(&self) -> Option<WrittenForm> {
        matches!(self.node.value, Value::Text(_)).then(|| self.scalar())
    }

    /// The end of the last line of a block scalar, without its line end: empty lines after it belong to it only where
    /// they are kept (`|+`).
    fn lines_end(&self, sign: &Range<usize>, lines: &Range<usize>) -> usize {
        let kept = self.text.get(sign.clone()).is_some_and(|sign| sign.contains('+'));
        let written = self.text.get(lines.clone()).unwrap_or_default();
        match (kept, written.trim_end_matches([' ', '\n'])) {
            (true, _) => lines.start + written.strip_suffix('\n').unwrap_or(written).len(),
            (false, "") => sign.end,
            (false, said) => lines.start + said.len(),
        }
    }

    /// Behind the bracket that closes the value. Between its last item and the bracket are blanks, remarks, a comma.
    fn bracket_end(&self) -> usize {
        let last = match &self.node.value {
            Value::List(items) => items.len().checked_sub(1).and_then(|last| self.item(items, last)),
            Value::Mapping(entries) => entries.last().and_then(|(key, _)| self.step(&key.text)),
            Value::Text(_) | Value::Nothing | Value::Refused => None,
        };
        let start = last.map_or(self.node.range.start + 1, |last| last.content_end());
        self.after_blanks(start, &[',']) + 1
    }

    /// The first sign from here on that is neither blank nor in a remark nor one of these.
    pub fn after_blanks(&self, from: usize, skipped: &[char]) -> usize {
        let mut at = from;
        while let Some(sign) = self.rest(at).chars().next() {
            match sign {
                '#' => at = self.line_end(at),
                blank if blank.is_whitespace() || skipped.contains(&blank) => at += blank.len_utf8(),
                _ => break,
            }
        }
        at
    }

    pub fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Where the line of a byte ends, without its line end.
    pub fn line_end(&self, at: usize) -> usize {
        self.rest(at).find('\n').map_or(self.text.len(), |length| at + length)
    }

    pub fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
    }

    /// In characters, since a key before it on its line may have letters of several bytes.
    pub fn column_of(&self, at: usize) -> usize {
        self.text.get(self.line_start(at)..at).map_or(0, |before| before.chars().count())
    }

    /// Whether nothing stands before a byte on its line.
    pub fn begins_line(&self, at: usize) -> bool {
        self.text.get(self.line_start(at)..at).is_some_and(|before| before.trim().is_empty())
    }
}
