//! Headings of units, which cite nothing: `Điều 5. Phạm vi`, `Chương II` on a line of its own.

use super::context::is_other_paper;
use super::token::{Gap, Opening, Tokens};

/// Whether the unit at `at`, with its label at `label`, is a heading rather than a citation.
pub(super) fn is_heading(tokens: &Tokens<'_>, at: usize, label: usize) -> bool {
    let start = before_signs(tokens, at);
    let opens_line = start == 0 || matches!(tokens.gap(start), Gap::Line | Gap::Paragraph);
    if !opens_line {
        return false;
    }
    let after = after_label(tokens, label);
    if is_stopped(tokens, after) {
        return after + 1 < tokens.len();
    }
    let titled = is_title_next_line(tokens, after) || is_title_of_article(tokens, at, after);
    titled && nothing_asks(tokens, start) || is_alone(tokens, start, at, after)
}

/// The signs of a heading or of emphasis: `##`, `**`.
fn is_sign(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_mark(at, '*') || tokens.is_mark(at, '#')
}

fn before_signs(tokens: &Tokens<'_>, at: usize) -> usize {
    let breaks = |at: usize| matches!(tokens.gap(at), Gap::Line | Gap::Paragraph);
    let mut start = at;
    while start > 0 && at - start < MOST_SIGNS && is_sign(tokens, start - 1) && !breaks(start) {
        start -= 1;
    }
    start
}

/// More signs than are beside one heading.
const MOST_SIGNS: usize = 8;

fn after_label(tokens: &Tokens<'_>, label: usize) -> usize {
    let label = label + usize::from(tokens.is(label, "số"));
    let mut after = label + 1;
    let dotted = |at: usize| tokens.is_mark(at, '.') && tokens.is_glued(at) && tokens.is_glued(at + 1);
    while dotted(after) && tokens.digits(after + 1).is_some() && after < label + MOST_SIGNS {
        after += 2;
    }
    after
}

/// `Điều 5. Phạm vi`, `Điều 5.Phạm vi`, `Mẫu số 02: Báo cáo`.
fn is_stopped(tokens: &Tokens<'_>, after: usize) -> bool {
    let stop = tokens.is_mark(after, '.') || tokens.is_mark(after, ':');
    stop && (tokens.gap(after + 1) == Gap::Space || tokens.is_glued(after + 1) && is_title_word(tokens, after + 1))
}

/// `Đối` of `Điều 2.Đối tượng`, not `II` of `mục A.II`.
fn is_title_word(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.starts_with_capital(at) && tokens.word(at).contains(char::is_lowercase)
}

/// `Điều 8.` on a line of its own, its title on the next one.
fn is_title_next_line(tokens: &Tokens<'_>, after: usize) -> bool {
    tokens.is_mark(after, '.') && tokens.gap(after + 1) == Gap::Line
}

/// Whether a title begins right after `Điều 5`, without a full stop between them: `Điều 5 Chính sách của Nhà nước`.
fn is_title_of_article(tokens: &Tokens<'_>, at: usize, after: usize) -> bool {
    let article = tokens.is(at, "điều") && tokens.starts_with_capital(at) && tokens.digits(after - 1).is_some();
    // Every document of a citation opens with such a word, but for numbered papers.
    let numbered = (after + 1..after + 4).any(|at| tokens.is(at, "số") && tokens.digits(at + 1).is_some());
    let paper = numbered || tokens.opening(after) != Opening::None || is_other_paper(tokens, after);
    article && is_title_word(tokens, after) && tokens.gap(after) == Gap::Space && !paper
}

/// Whether no sentence goes on over the line that begins at `start`.
fn nothing_asks(tokens: &Tokens<'_>, start: usize) -> bool {
    let before = |mark: &char| tokens.is_mark(start - 1, *mark);
    start == 0
        || tokens.gap(start) == Gap::Paragraph
        || ['.', ';', ':', '/'].iter().any(before)
        || is_in_capitals(tokens, start - 1)
}

/// `NƯỚC`, at the end of the title of a chapter.
fn is_in_capitals(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.letters(at).is_some_and(|word| word.chars().count() > 1 && word.chars().all(char::is_uppercase))
}

/// `Chương II` on a line of its own.
fn is_alone(tokens: &Tokens<'_>, start: usize, at: usize, after: usize) -> bool {
    let signs = (after..after + MOST_SIGNS).take_while(|&at| is_sign(tokens, at)).count();
    let after = after + signs;
    let alone = matches!(tokens.gap(after), Gap::Line | Gap::Paragraph);
    let groups = ["chương", "mục", "phần", "phụ", "tiểu", "mẫu"].iter().any(|word| tokens.is(at, word));
    let marked = (start..at).any(|at| tokens.is_mark(at, '#'));
    alone && groups && (marked || start > 0 || after < tokens.len()) && tokens.starts_with_capital(at)
}
