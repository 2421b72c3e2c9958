//! Sets the text of a page, whatever part of it made it: its signs, and no number of a document that breaks. Only what is
//! between tags changes; attributes, scripts and literal text stay as they are, and what is quoted keeps its signs.

use std::borrow::Cow;

use crate::language::typography::{Signs, signs};

/// Elements whose content is no running text.
const LITERAL: [&str; 4] = ["script", "style", "code", "textarea"];
/// Elements that hold nothing but text: no markup may be put into them.
const TEXT_ONLY: [&str; 5] = ["title", "option", "text", "tspan", "desc"];
/// Elements within a line: a quotation may begin before them and end within.
const INLINE: [&str; 10] = ["a", "b", "em", "strong", "span", "sup", "time", "cite", "del", "ins"];
/// Elements with the words of another: a quotation, and what a template marks as one.
const QUOTATION: &str = "blockquote";
const QUOTED: &str = " data-quoted>";

/// Returns the page with its text set.
pub(super) fn set(page: &str) -> String {
    let out = String::with_capacity(page.len() + page.len() / 50);
    let mut setter = Setter { out, before: ' ', within: "", quoted: None };
    let mut rest = page;
    while let Some((text, from_tag)) = rest.find('<').map(|at| rest.split_at(at)) {
        setter.text(text);
        let (tag, after) = from_tag.split_at(tag_length(from_tag));
        setter.tag(tag);
        let (literal, after) = after.split_at(literal_length(tag, after));
        setter.out.push_str(literal);
        rest = after;
    }
    setter.text(rest);
    setter.out
}

struct Setter<'p> {
    out: String,
    /// The letter before, on the same line of text.
    before: char,
    /// The open element that holds nothing but text.
    within: &'p str,
    quoted: Option<Quoted<'p>>,
}

/// The open element with the words of another, and how many of its name are open.
struct Quoted<'p> {
    name: &'p str,
    depth: usize,
}

impl<'p> Setter<'p> {
    fn tag(&mut self, tag: &'p str) {
        self.out.push_str(tag);
        let name = name_of(tag);
        if !INLINE.contains(&name) {
            self.before = ' ';
        }
        match tag.starts_with("</") {
            true if name == self.within => self.within = "",
            false if TEXT_ONLY.contains(&name) => self.within = name,
            _ => {}
        }
        self.quote(tag, name);
    }

    fn quote(&mut self, tag: &str, name: &'p str) {
        match &mut self.quoted {
            None if (name == QUOTATION && !tag.starts_with("</")) || tag.ends_with(QUOTED) => {
                self.quoted = Some(Quoted { name, depth: 1 });
            }
            Some(quoted) if quoted.name == name && !tag.starts_with("</") => quoted.depth += 1,
            Some(quoted) if quoted.name == name && quoted.depth > 1 => quoted.depth -= 1,
            Some(quoted) if quoted.name == name => self.quoted = None,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        // Most of what is between tags is a line's end.
        if text.bytes().all(|byte| byte.is_ascii_whitespace()) {
            self.out.push_str(text);
            self.before = text.chars().next_back().unwrap_or(self.before);
            return;
        }
        let text = if text.contains("&quot;") { Cow::Owned(text.replace("&quot;", "\"")) } else { Cow::Borrowed(text) };
        let kind = if self.quoted.is_some() { Signs::AsQuoted } else { Signs::OfPrint };
        let set = signs(&text, self.before, kind);
        self.before = text.chars().next_back().unwrap_or(' ');
        if self.within.is_empty() { whole_numbers(&mut self.out, &set) } else { self.out.push_str(&set) }
    }
}

/// How long a tag is, from `<` to its `>`: quoted values may have one as well.
pub(super) fn tag_length(from: &str) -> usize {
    let mut quote = None;
    let end = from.bytes().position(|byte| match (quote, byte) {
        (None, b'>') => true,
        (None, b'"' | b'\'') => {
            quote = Some(byte);
            false
        }
        (Some(open), _) if open == byte => {
            quote = None;
            false
        }
        _ => false,
    });
    end.map_or(from.len(), |end| end + 1)
}

/// `</a>` and `<a href="…">` are of `a`.
pub(super) fn name_of(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

/// How much of what follows a tag is literal.
pub(super) fn literal_length(tag: &str, after: &str) -> usize {
    let name = name_of(tag);
    if tag.starts_with("</") || !LITERAL.contains(&name) {
        return 0;
    }
    after.find(&format!("</{name}")).unwrap_or(after.len())
}

/// The numbers of documents, `224/2026/NĐ-CP`, could break at a stroke or a hyphen.
fn whole_numbers(out: &mut String, text: &str) {
    if !text.contains('/') {
        return out.push_str(text);
    }
    for piece in text.split_inclusive([' ', '\n', '(', '\u{a0}']) {
        let number = number_length(piece);
        let (number, after) = piece.split_at(number);
        if !number.is_empty() {
            out.extend(["<span class=\"nb\">", number, "</span>"]);
        }
        out.push_str(after);
    }
}

/// How much of the beginning is the number of a document: a digit first, then a stroke before a capital.
fn number_length(piece: &str) -> usize {
    if !piece.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let end = piece.find(|c: char| !(c.is_alphanumeric() || matches!(c, '/' | '-' | ':'))).unwrap_or(piece.len());
    let number = piece.get(..end).unwrap_or_default().trim_end_matches(['/', '-', ':']);
    let breaks = number.split('/').skip(1).any(|part| part.starts_with(char::is_uppercase));
    if breaks { number.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::set;

    #[track_caller]
    fn check(page: &str, expected: &str) {
        assert_eq!(set(page), expected);
    }

    #[test]
    fn quotes_come_in_pairs_also_around_elements() {
        check("<p>tên miền &quot;.vn&quot;, &quot;<b>một</b>&quot;</p>", "<p>tên miền “.vn”, “<b>một</b>”</p>");
        check("<li>\"a\" (\"b\")</li><li>\"c\"</li>", "<li>“a” (“b”)</li><li>“c”</li>");
    }

    #[test]
    fn dashes_and_points_are_those_of_print() {
        check("<p>2013 - 2015 · IPv6-only</p>", "<p>2013 – 2015\u{a0}· IPv6-only</p>");
        check("<span>-</span>", "<span>–</span>");
    }

    #[test]
    fn what_is_quoted_keeps_its_signs() {
        check(
            "<blockquote><p>\"a\" - b</p></blockquote><p>\"a\"</p>",
            "<blockquote><p>\"a\" - b</p></blockquote><p>“a”</p>",
        );
        let body = |text: &str| format!("<div class=\"body\" data-quoted><div>{text}</div><p>{text}</p></div>");
        check(&format!("{}<p>a - b</p>", body("a - b &quot;c&quot;")), &format!("{}<p>a – b</p>", body("a - b \"c\"")));
    }

    #[test]
    fn numbers_of_documents_stay_whole() {
        check(
            "<td>Nghị định số 224/2026/NĐ-CP, (48/CP-KGVX) 89:2015/BTTTT</td>",
            "<td>Nghị định số <span class=\"nb\">224/2026/NĐ-CP</span>, (<span class=\"nb\">48/CP-KGVX</span>) \
             <span class=\"nb\">89:2015/BTTTT</span></td>",
        );
        check("<p>31/12/2028 và 72/2013, 2026/2027</p>", "<p>31/12/2028 và 72/2013, 2026/2027</p>");
    }

    #[test]
    fn what_is_no_running_text_stays() {
        for page in [
            "<script>let a = \"x - y\";</script>",
            "<code>a - \"b\" 1/A</code>",
            "<a title=\"a > b &quot;1/A&quot; · c\" href='x - y'>d</a>",
        ] {
            check(page, page);
        }
        check("<title>5. Số 1/2030/NĐ-CP - &quot;a&quot;</title>", "<title>5. Số 1/2030/NĐ-CP – “a”</title>");
    }

    #[test]
    fn what_is_not_closed_loses_nothing() {
        check("a <b", "a <b");
        check("<code>a", "<code>a");
    }
}
