//! Whether the words of a heading are its title or begin the text.

use super::heading;
use crate::originals::text::OriginalLine;

/// Longer titles are sentences.
const MOST_WORDS: usize = 70;
/// A title rarely ends with a full stop; a short one may.
const MOST_WORDS_WITH_STOP: usize = 20;

/// Whether words after `Điều 5.` are a title, given the lines that follow. An article whose only words they are has no title.
pub(super) fn is_title(words: &str, following: &[OriginalLine]) -> bool {
    let count = words.split_whitespace().count();
    let has_text = following.first().is_some_and(is_text);
    let most = if words.ends_with('.') { MOST_WORDS_WITH_STOP } else { MOST_WORDS };
    has_text && (1..=most).contains(&count) && !words.ends_with([':', ';', ','])
}

/// Whether a line belongs to the unit before it: no further heading, no signature.
fn is_text(line: &OriginalLine) -> bool {
    match line {
        OriginalLine::Paragraph(words) => {
            let text = words.text.as_str();
            heading::labelled(text).is_none_or(|it| it.is_loose) && !is_closing(text)
        }
        OriginalLine::Row(cells) => !cells.iter().any(|cell| is_closing(&cell.text)),
        OriginalLine::Note { .. } => true,
    }
}

/// Whether a line begins the end of an instrument: the recipients, the signature, the sentence on its adoption.
pub(super) fn is_closing(line: &str) -> bool {
    const SIGNED_FOR: [&str; 6] = ["TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M"];
    const ADOPTED: [&str; 4] = ["Luật này", "Bộ luật này", "Nghị quyết này", "Pháp lệnh này"];
    let signed = SIGNED_FOR.iter().any(|word| line.starts_with(word)) && heading::is_in_capitals(line);
    let adopted = ADOPTED.iter().any(|word| line.starts_with(word)) && line.contains("thông qua ngày");
    let recipients = ["Nơi nhận", "NƠI NHẬN"].iter().any(|word| line.starts_with(word));
    recipients || signed || adopted || line == "CHỦ TỊCH QUỐC HỘI"
}

/// Whether a line is a rule drawn with signs.
pub(super) fn is_rule(line: &str) -> bool {
    !line.chars().any(char::is_alphanumeric)
}
