//! The text that an amending law quotes: `… sửa đổi như sau: “2. …”`. Its units are those of another law.

use crate::originals::text::OriginalLine;

/// How a line is to what is quoted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum QuotedLine {
    Outside,
    Inside,
    /// The first line of a quoted text that no sign ends: it is inside, and a fault.
    Unended,
}

/// Says of every line whether it is quoted.
///
/// A quoted text begins with a quotation mark at the beginning of a line, or within a line that speaks of amending, and
/// ends with the mark that closes it. Where none does, it ends before the next order to amend.
pub(super) fn quoted_lines(lines: &[OriginalLine]) -> Vec<QuotedLine> {
    let texts: Vec<&str> = lines.iter().map(text).collect();
    let depths = depths(&texts);
    let ends = ends(&depths);
    let mut found = vec![QuotedLine::Outside; lines.len()];
    let mut at = 0;
    while let Some(text) = texts.get(at) {
        let starts = text.starts_with(OPENING);
        let previous = at.checked_sub(1).and_then(|before| texts.get(before)).copied().unwrap_or_default();
        let introduced = amends(previous) || previous.ends_with(':');
        let within = !starts && amends(text);
        if !(starts && introduced || within && opens(text)) {
            at += 1;
            continue;
        }
        let first = if starts { at } else { at + 1 };
        let end = ends.get(at).copied().flatten();
        let last = end.unwrap_or_else(|| before_next_order(&texts, first));
        let sort = if end.is_some() { QuotedLine::Inside } else { QuotedLine::Unended };
        for line in found.iter_mut().take(last + 1).skip(first) {
            *line = QuotedLine::Inside;
        }
        if let Some(line) = found.get_mut(first).filter(|_| first <= last) {
            *line = sort;
        }
        at = last.max(at) + 1;
    }
    found
}

const OPENING: [char; 4] = ['“', '"', '«', '‟'];

fn text(line: &OriginalLine) -> &str {
    match line {
        OriginalLine::Paragraph(words) => &words.text,
        // Neither a table nor a note opens or closes a quoted text.
        OriginalLine::Row(_) | OriginalLine::Note { .. } => "",
    }
}

/// Whether a line orders a text to be put in the place of another.
fn amends(line: &str) -> bool {
    let orders = ["ửa đổi", "ổ sung", "hay thế", "hay cụm từ"].iter().any(|word| line.contains(word));
    orders && (line.contains("như sau") || line.ends_with(':')) || line.ends_with("như sau:")
}

/// How many quotation marks a line leaves open; fewer than none where it closes earlier ones.
fn balance(line: &str) -> i32 {
    let mut before = None;
    let mut open = 0;
    for c in line.chars() {
        let begins = before.is_none_or(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | ':'));
        open += match c {
            '“' | '«' | '‟' => 1,
            '”' | '»' => -1,
            '"' if begins => 1,
            '"' => -1,
            _ => 0,
        };
        before = Some(c);
    }
    open
}

fn opens(line: &str) -> bool {
    balance(line) > 0
}

/// How many marks are open before each line, and after the last.
fn depths(lines: &[&str]) -> Vec<i32> {
    let sums = lines.iter().scan(0, |sum, line| {
        *sum += balance(line);
        Some(*sum)
    });
    std::iter::once(0).chain(sums).collect()
}

/// For each line, the first one after which no more marks are open than before it.
fn ends(depths: &[i32]) -> Vec<Option<usize>> {
    let mut ends = vec![None; depths.len().saturating_sub(1)];
    let mut waiting: Vec<(usize, i32)> = Vec::new();
    for (line, pair) in depths.windows(2).enumerate() {
        let &[before, after] = pair else { continue };
        waiting.push((line, before));
        // Depths of those that wait rise, so that each line is taken out once.
        while let Some((first, depth)) = waiting.pop() {
            if after > depth {
                waiting.push((first, depth));
                break;
            }
            if let Some(end) = ends.get_mut(first) {
                *end = Some(line);
            }
        }
    }
    ends
}

/// The line before the next order to amend, or the last one.
fn before_next_order(lines: &[&str], first: usize) -> usize {
    const ORDERS: [&str; 4] = ["Sửa đổi", "Bổ sung", "Bãi bỏ", "Thay "];
    let is_order = |line: &&str| {
        let words = line.split_whitespace().take(4).skip(1);
        let numbered = line.starts_with(|c: char| c.is_ascii_digit()) || line.starts_with("Điều ");
        numbered && words.into_iter().any(|word| ORDERS.iter().any(|order| order.starts_with(word) && word.len() > 3))
    };
    let next = lines.iter().skip(first + 1).position(is_order);
    next.map_or(lines.len().saturating_sub(1), |at| first + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::originals::text::OriginalText;

    fn marks(text: &str) -> String {
        let sign = |line: &QuotedLine| match line {
            QuotedLine::Outside => '.',
            QuotedLine::Inside => 'q',
            QuotedLine::Unended => '!',
        };
        quoted_lines(&OriginalText::parse(text).lines).iter().map(sign).collect()
    }

    #[test]
    fn quoted_text_is_found() {
        let whole = "1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Máy.\na) Một;\nb) Hai.”.\n2. Bãi bỏ Điều 6.";
        assert_eq!(marks(whole), ".qqq.");
        let inline = "1. Sửa đổi khoản 2 như sau: “2. Máy.\na) Một;”\n2. Bãi bỏ Điều 6.";
        assert_eq!(marks(inline), ".q.");
        let nested = "1. Bổ sung Điều 5a như sau:\n“Điều 5a. Máy\n1. “Máy” là máy.\n2. “Xe” là xe.”\n2. Máy.";
        assert_eq!(marks(nested), ".qqq.");
        let straight = "1. Sửa đổi Điều 5 như sau:\n\"Điều 5. Máy\n1. Một.\"\n2. Máy.";
        assert_eq!(marks(straight), ".qq.");
    }

    #[test]
    fn words_in_quotation_marks_are_text() {
        assert_eq!(marks("Trong Luật này:\n1. “Máy” là máy.\n2. “Xe là xe.\n3. Nhà là nhà.”"), "....");
    }

    #[test]
    fn an_open_quote_ends_before_the_next_order() {
        let open =
            "1. Sửa đổi Điều 5 như sau:\n“Điều 5. Máy\n1. Một.\n2. Sửa đổi Điều 6 như sau:\n“Điều 6. Xe”\n3. Máy.";
        assert_eq!(marks(open), ".!q.q.");
    }
}
