//! Why YAML does not parse, for people who write it and do not know its grammar. The parser says what it met and where it
//! noticed; the fault is often before that, such as a bracket that was never closed.

use crate::diag::{Bilingual, FileId, Finding};
use crate::syntax::messages::{words, yaml};

/// What an editor did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// `title: Mua sắm: thiết bị`
    ColonInValue,
    /// A key that stands further to the right than those above it.
    Indented,
    /// A line without a colon.
    NoColon,
    /// A tab where spaces belong.
    Tab,
    /// `[` or `{` without its end.
    OpenBracket(char),
    /// A quote without its end.
    OpenQuote,
    /// Words after the closing quote.
    AfterQuote,
    /// A value that begins with a sign that means something else.
    Sign(char),
    /// `topics: [a, b]]`
    CloseBracket(char),
    /// `level：bat-buoc`, with the colon of a Chinese or Japanese keyboard.
    WideColon,
    /// A quote that a word processor has bent.
    CurlyQuote,
    /// Something else.
    Other,
}

impl Fault {
    /// Returns what an editor did, in both languages.
    pub fn reason(self) -> Bilingual {
        match self {
            Fault::ColonInValue => words::yaml_colon_in_value(),
            Fault::Indented => words::yaml_indented(),
            Fault::NoColon => words::yaml_no_colon(),
            Fault::Tab => words::yaml_tab(),
            Fault::OpenBracket(sign) => words::yaml_open_bracket(sign),
            Fault::OpenQuote => words::yaml_open_quote(),
            Fault::AfterQuote => words::yaml_after_quote(),
            Fault::Sign(sign) => words::yaml_sign(sign),
            Fault::CloseBracket(sign) => words::yaml_close_bracket(sign),
            Fault::WideColon => words::yaml_wide_colon(),
            Fault::CurlyQuote => words::yaml_curly_quote(),
            Fault::Other => words::yaml_other(),
        }
    }

    /// Returns what to write instead, in both languages.
    pub fn advice(self) -> Bilingual {
        match self {
            Fault::ColonInValue | Fault::Sign(_) => words::quote_value(),
            Fault::Indented => words::align_key(),
            Fault::NoColon => words::add_colon(),
            Fault::Tab => words::replace_tab(),
            Fault::OpenBracket(sign) => words::close_bracket(sign),
            Fault::OpenQuote => words::close_quote(),
            Fault::AfterQuote => words::escape_quotes(),
            Fault::CloseBracket(_) => words::drop_bracket(),
            Fault::WideColon => words::plain_colon(),
            Fault::CurlyQuote => words::straight_quotes(),
            Fault::Other => words::look_around(),
        }
    }
}

/// Words a fault at a byte of the text, which begins at `base` of the file.
pub fn finding(fault: Fault, text: &str, byte: usize, base: usize, file: FileId) -> Finding {
    let length = text.get(byte..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let finding = Finding::at(yaml::YAML_SYNTAX, file, base + byte..base + byte + length);
    let finding = finding.arg("reason", fault.reason()).arg("advice", fault.advice());
    finding.fix(super::repair::repair(fault, text, byte, base, file))
}

/// A fault that YAML does not notice, because it reads the line as a part of the value above.
pub fn at_first_sight(text: &str) -> Option<(Fault, usize)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(at) = line.find('：').filter(|at| line.get(..*at).is_some_and(is_key)) {
            return Some((Fault::WideColon, start + at));
        }
        start += line.len();
    }
    None
}

/// Whether nothing but a key is at the start of a line.
pub(super) fn is_key(before: &str) -> bool {
    let key = before.trim_start_matches(['-', ' ', '{']).trim_end();
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The fault behind what the parser says at a byte of the text, and the byte to look at.
pub fn find(text: &str, byte: usize, info: &str) -> (Fault, usize) {
    let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
    let line = text[start..].lines().next().unwrap_or("");
    let sign = text[byte..].chars().next();
    let quoted = info.contains("quote") && (info.contains("unclosed") || info.contains("unterminated"));
    let bent = |rest: &str| rest.lines().next().is_some_and(|line| line.contains(['“', '”', '„', '‟']));
    if quoted && bent(&text[byte..]) {
        return (Fault::CurlyQuote, byte);
    }
    if info.contains("quote") && (info.contains("unclosed") || info.contains("unterminated")) {
        return (Fault::OpenQuote, byte);
    }
    if let Some((at, bracket)) = open_bracket(&text[..byte]) {
        return (Fault::OpenBracket(bracket), at);
    }
    if let Some(tab) = tab(text, start, byte) {
        return (Fault::Tab, tab);
    }
    if info.contains("trailing content") || info.contains("after double-quoted") || info.contains("after single-quoted")
    {
        return (Fault::AfterQuote, byte);
    }
    if let Some(sign) = sign.filter(|sign| matches!(sign, ']' | '}')) {
        return (Fault::CloseBracket(sign), byte);
    }
    if let Some(sign) = sign.filter(|sign| matches!(sign, '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>')) {
        return (Fault::Sign(sign), byte);
    }
    if line.matches(": ").count() > 1 {
        return (Fault::ColonInValue, byte);
    }
    if info.contains("mapping values") && line.starts_with(' ') {
        return (Fault::Indented, start + line.len() - line.trim_start().len());
    }
    let is_key = line.contains(": ") || line.trim_end().ends_with(':');
    if !is_key && !line.trim().is_empty() && !line.trim_start().starts_with('-') {
        return (Fault::NoColon, start + line.len() - line.trim_start().len());
    }
    (Fault::Other, byte)
}

/// The last bracket that is open at the end of a text.
fn open_bracket(text: &str) -> Option<(usize, char)> {
    let mut brackets = Brackets::default();
    text.char_indices().for_each(|(at, sign)| brackets.step(at, sign));
    brackets.open.pop()
}

/// The brackets that are open, as far as quotes and comments let it be seen.
pub struct Brackets {
    pub open: Vec<(usize, char)>,
    quote: Option<char>,
    comment: bool,
    before: char,
    /// Whether a value begins here: after `key: `, `- `, or at the start of a line.
    begins: bool,
}

impl Default for Brackets {
    fn default() -> Self {
        Brackets { open: Vec::new(), quote: None, comment: false, before: '\n', begins: true }
    }
}

impl Brackets {
    /// Takes the next character of the file, and notes whether quotes or a remark are open after it.
    pub fn step(&mut self, at: usize, sign: char) {
        match (self.quote, sign) {
            _ if self.comment => self.comment = sign != '\n',
            (Some(mark), _) if sign == mark => self.quote = None,
            (Some(_), _) => {}
            (None, '#') if self.before.is_whitespace() => self.comment = true,
            (None, '"' | '\'') if !self.before.is_alphanumeric() => self.quote = Some(sign),
            // Within a plain value a bracket is a character like another.
            (None, '[' | '{') if !self.open.is_empty() || self.begins => self.open.push((at, sign)),
            (None, ']' | '}') => {
                self.open.pop();
            }
            (None, _) => {}
        }
        self.begins = sign == '\n' || matches!(sign, ':' | '-') || (self.begins && sign.is_whitespace());
        self.before = sign;
    }
}

/// A tab in the indentation of the line at fault or of the one after it.
fn tab(text: &str, start: usize, byte: usize) -> Option<usize> {
    let next = text[byte..].find('\n').map(|at| byte + at + 1);
    [Some(start), next].into_iter().flatten().find_map(|start| {
        let line = text[start..].lines().next()?;
        let indent = &line[..line.len() - line.trim_start().len()];
        indent.find('\t').map(|at| start + at)
    })
}
