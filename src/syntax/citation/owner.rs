//! Whose place it is, where no document stands right beside it.
//!
//! `Điều 5` alone means the text's own article. Where the sentence names another document it may mean that one's, and a link to
//! the wrong instrument is worse than none. So a place is the other document's where nothing but a comma, a bracket or
//! `tại` parts the two, or where the sentence goes on to a place with its document (`Điều 5 và … Điều 7 Luật …`); else it is
//! nobody's ([`DocumentRef::Unclear`]), unless the document after it is cited apart from it.

use super::context::is_other_paper;
use super::ellipsis::complete;
use super::token::{Class, Gap, Tokens};
use crate::model::citation::{DocumentRef, Found, Step, Target};
use crate::model::date::Date;
use crate::model::number::Form;

/// The citations with their documents settled.
pub(super) fn settle(tokens: &Tokens<'_>, found: Vec<Found>) -> Vec<Found> {
    let mut settled = bind_to_documents_before(tokens, found);
    complete(tokens, &mut settled);
    let sentences = sentences(tokens, &settled);
    unclaim_repeated(tokens, &mut settled);
    let others: Vec<Other> = settled.iter().map(|found| other(tokens, found)).collect();
    let mut start = 0;
    while let Some(sentence) = sentences.get(start) {
        let end = start + sentences.iter().skip(start).take_while(|it| *it == sentence).count();
        settle_sentence(tokens, settled.get_mut(start..end), others.get(start..end));
        start = end;
    }
    give_amended(tokens, &mut settled);
    settled
}

/// Gives the document of `Sửa đổi, bổ sung một số điều của Luật … như sau:` to the places that the items after it change.
fn give_amended(tokens: &Tokens<'_>, settled: &mut [Found]) {
    let mut amended: Option<SharedDocument> = None;
    for found in settled {
        if opens_amendments(tokens, found) {
            amended = Some(SharedDocument::of(found));
        } else if other(tokens, found) != Other::None && is_changed(tokens, found) {
            amended = None;
        } else if found.document == DocumentRef::Unclear && is_absolute(found) && is_changed(tokens, found) {
            amended.iter().for_each(|owner| owner.give_to(found));
        }
    }
}

/// Whether amendments of this document are listed after it.
fn opens_amendments(tokens: &Tokens<'_>, found: &Found) -> bool {
    let start = tokens.at_byte(found.range.start);
    let words = "sửa đổi, bổ sung một số điều của";
    let before = words.replace(',', " ,").split(' ').count();
    let acts = start.checked_sub(before).is_some_and(|at| tokens.phrase(at, &words.replace(',', " ,")) == Some(start));
    let changes_place = !found.cited.is_empty() && is_changed(tokens, found);
    let ends_line = |at: usize| matches!(tokens.gap(at + 1), Gap::Line | Gap::Paragraph);
    let listed = |at: usize| tokens.is_mark(at, ':') && ends_line(at);
    let in_line = |at: &usize| !matches!(tokens.gap(*at), Gap::Line | Gap::Paragraph);
    other(tokens, found) != Other::None
        && (found.cited.is_empty() && acts || changes_place)
        && (start..start + LONGEST_OPENING).skip(1).take_while(in_line).any(listed)
}

/// What opens a list of amendments is shorter, in words.
const LONGEST_OPENING: usize = 80;

/// Leaves a place to nobody where the same paragraph has cited it of another document: `Phụ lục I kèm theo Nghị định số …. Mức
/// tại Phụ lục I được …`.
fn unclaim_repeated(tokens: &Tokens<'_>, settled: &mut [Found]) {
    let mut claimed: Vec<Target> = Vec::new();
    let mut after = 0;
    for found in settled {
        let (first, last) = (tokens.at_byte(found.range.start), tokens.at_byte(found.range.end.saturating_sub(1)));
        if (after..first + 1).any(|at| matches!(tokens.gap(at), Gap::Line | Gap::Paragraph)) {
            claimed.clear();
        }
        after = last + 1;
        if other(tokens, found) != Other::None {
            claimed.extend(found.cited.iter().map(|cited| cited.target.clone()));
        } else if is_open(found) && found.cited.iter().any(|cited| claimed.contains(&cited.target)) {
            found.document = DocumentRef::Unclear;
        }
    }
}

/// Joins `Nghị định số …, Điều 5` to one citation.
fn bind_to_documents_before(tokens: &Tokens<'_>, found: Vec<Found>) -> Vec<Found> {
    let mut bound: Vec<Found> = Vec::with_capacity(found.len());
    for place in found {
        match bound.last_mut().filter(|document| is_bound(tokens, document, &place)) {
            Some(document) => {
                document.range.end = place.range.end;
                document.cited = place.cited;
                document.notes.extend(place.notes);
            }
            None => bound.push(place),
        }
    }
    bound
}

fn is_bound(tokens: &Tokens<'_>, document: &Found, place: &Found) -> bool {
    let names = document.cited.is_empty()
        && match &document.document {
            DocumentRef::Number { number, .. } => !matches!(number.form(), Form::Standard { .. } | Form::Rfc { .. }),
            DocumentRef::Partial { .. } | DocumentRef::Named { .. } | DocumentRef::This { .. } => true,
            DocumentRef::Earlier { .. } | DocumentRef::Unclear | DocumentRef::Unstated => false,
        };
    let joined = parts_nothing(tokens, document, place) || is_issued_with_this(tokens, document, place);
    names && place.document == DocumentRef::Unstated && is_absolute(place) && joined
}

/// `Ban hành kèm theo Thông tư này Phụ lục III`.
fn is_issued_with_this(tokens: &Tokens<'_>, document: &Found, place: &Found) -> bool {
    let follows = tokens.at_byte(document.range.end) == tokens.at_byte(place.range.start);
    let this = matches!(document.document, DocumentRef::This { .. });
    this && follows && is_annexed(place)
}

/// Whether every place can be found in a document without knowing where the words stand.
fn is_absolute(found: &Found) -> bool {
    let absolute = |target: &Target| match target {
        Target::One(path) => !path.needs_context(),
        Target::Span { from, to } => !from.needs_context() && !to.needs_context(),
        Target::Faulty(_) => false,
    };
    !found.cited.is_empty() && found.cited.iter().all(|cited| absolute(&cited.target))
}

/// Whether only `,`, `(`, `tại` or `các` is between the two.
fn parts_nothing(tokens: &Tokens<'_>, document: &Found, place: &Found) -> bool {
    let (from, to) = (tokens.at_byte(document.range.end), tokens.at_byte(place.range.start));
    let words = ["tại", "ở", "các", "giao"];
    let is_joint = |at: usize| {
        let mark = [',', '(', ':', '*', '_'].iter().any(|&mark| tokens.is_mark(at, mark));
        let word = words.iter().any(|word| tokens.is(at, word));
        (mark || word) && tokens.gap(at) != Gap::Paragraph
    };
    let crosses = matches!(tokens.gap(to), Gap::Line | Gap::Paragraph);
    (1..=4).contains(&to.saturating_sub(from)) && (from..to).all(is_joint) && !crosses
}

/// What a citation does to the places without a document in its sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Other {
    /// Nothing: it names no other document.
    None,
    /// A document cited apart, `theo quy định của Luật …`: places before it are not its own.
    Apart,
    /// A document that places before it may share: `Điều 5 và … Điều 7 Luật …`, `Chương II về … của Luật …`.
    Shared,
}

fn other(tokens: &Tokens<'_>, found: &Found) -> Other {
    let is_other = match &found.document {
        DocumentRef::Number { number, .. } => !matches!(number.form(), Form::Standard { .. } | Form::Rfc { .. }),
        DocumentRef::Partial { .. } | DocumentRef::Named { .. } | DocumentRef::Earlier { .. } => true,
        DocumentRef::This { .. } | DocumentRef::Unclear | DocumentRef::Unstated => false,
    };
    if !is_other {
        return Other::None;
    }
    let at = tokens.at_byte(found.range.start);
    let before = |word: &str| at > 0 && tokens.is(at - 1, word);
    let attached = before("theo") && at > 1 && (tokens.is(at - 2, "kèm") || tokens.is(at - 2, "hành"));
    let regulated = before("của") && at > 2 && tokens.is(at - 2, "định") && tokens.is(at - 3, "quy");
    let joined = at > 0 && (tokens.is_mark(at - 1, ',') || before("của") && !regulated);
    // `Mục 3 Nội dung bản đồ tại Quyết định …`, not `thực hiện theo hướng dẫn tại Thông tư …`
    let apart = ["định", "dẫn", "nêu", "khoản"];
    let placed = before("tại") && at > 1 && !apart.iter().any(|word| tokens.is(at - 2, word));
    if !found.cited.is_empty() || attached || joined || placed { Other::Shared } else { Other::Apart }
}

/// A number for each citation, the same for those in one sentence.
fn sentences(tokens: &Tokens<'_>, found: &[Found]) -> Vec<usize> {
    let (mut sentence, mut at) = (0, 0);
    let mut numbers = Vec::with_capacity(found.len());
    for found in found {
        let first = tokens.at_byte(found.range.start);
        sentence += usize::from((at.min(first)..first + 1).any(|at| begins_sentence(tokens, at)));
        numbers.push(sentence);
        at = tokens.at_byte(found.range.end.saturating_sub(1)) + 1;
    }
    numbers
}

fn begins_sentence(tokens: &Tokens<'_>, at: usize) -> bool {
    let after = |marks: &[char]| at > 0 && marks.iter().any(|&mark| tokens.is_mark(at - 1, mark));
    match tokens.gap(at) {
        Gap::None => false,
        Gap::Space => after(&['.', '!', '?']),
        Gap::Line => !goes_on(tokens, at),
        Gap::Paragraph => true,
    }
}

/// Whether a sentence goes on over the line that ends before `at`.
fn goes_on(tokens: &Tokens<'_>, at: usize) -> bool {
    let ended = ['.', '!', '?', ';', ':'].iter().any(|&mark| at > 0 && tokens.is_mark(at - 1, mark));
    let words = ["tại", "của", "theo", "và", "hoặc", "với", "trong", "các", "số", "từ", "đến", "khoản", "điểm", "điều"];
    let asks = at > 0 && (tokens.is_mark(at - 1, ',') || words.iter().any(|word| tokens.is(at - 1, word)));
    !ended && !begins_item(tokens, at) && (asks || !tokens.starts_with_capital(at))
}

fn begins_item(tokens: &Tokens<'_>, at: usize) -> bool {
    let sign = matches!(tokens.get(at).map(|token| token.class), Some(Class::Mark('-' | '+' | '•')));
    sign || tokens.word(at).len() <= 3 && (tokens.is_mark(at + 1, ')') || tokens.is_mark(at + 1, '.'))
}

/// Leaves no place to the text itself that may be another document's.
fn settle_sentence(tokens: &Tokens<'_>, sentence: Option<&mut [Found]>, others: Option<&[Other]>) {
    let (Some(sentence), Some(others)) = (sentence, others) else { return };
    let owners = owners_after(tokens, sentence, others);
    let first = others.iter().position(|other| *other != Other::None);
    let last = others.iter().rposition(|other| *other == Other::Shared);
    let law = only_law(sentence);
    let (mut acted_on, mut by_this, mut detailed) = (false, false, false);
    for (index, found) in sentence.iter_mut().enumerate() {
        let may_be_another = first.is_some_and(|first| first < index) || last.is_some_and(|last| index < last);
        by_this |= matches!(found.document, DocumentRef::This { .. }) && found.cited.is_empty();
        if !is_open(found) {
            continue;
        }
        match owners.get(index) {
            Some(After::Other(document)) => {
                document.give_to(found);
                continue;
            }
            Some(After::This { joined }) if *joined || first.is_none_or(|first| index < first) => continue,
            _ => {}
        }
        if is_of_another(tokens, found) {
            found.document = DocumentRef::Unclear;
            continue;
        }
        acted_on |= is_changed(tokens, found);
        detailed |= by_this && is_detailed(tokens, found);
        if may_be_another && !is_own_form(tokens, found) || acted_on || detailed {
            found.document = DocumentRef::Unclear;
        }
        if detailed && let Some(law) = &law {
            law.give_to(found);
        }
    }
}

/// The only law that the sentence names: `Nghị định này quy định chi tiết khoản 2 Điều 36 … và biện pháp thi hành Luật …`.
fn only_law(sentence: &[Found]) -> Option<SharedDocument> {
    let mut laws = sentence.iter().filter(|found| matches!(found.document, DocumentRef::Named { .. }));
    let law = laws.next()?;
    laws.next().is_none().then(|| SharedDocument::of(law))
}

/// Whether the place is a form or an annex that is to be filled in, `báo cáo theo mẫu số 08/TC kèm theo Phụ lục I`: that of
/// another instrument would be named with it.
fn is_own_form(tokens: &Tokens<'_>, found: &Found) -> bool {
    let at = tokens.at_byte(found.range.start);
    let asked = at > 0 && (tokens.is(at - 1, "theo") || at > 2 && tokens.phrase(at - 3, "mẫu quy định").is_some());
    let bracketed = at > 1 && tokens.is_mark(at - 1, '(') && tokens.is(at - 2, "định");
    (asked || bracketed) && is_annexed(found)
}

fn is_annexed(found: &Found) -> bool {
    let annex = |target: &Target| match target {
        Target::One(path) => path.steps().first().is_some_and(|step| step.kind().is_annex()),
        Target::Span { .. } | Target::Faulty(_) => false,
    };
    found.cited.first().is_some_and(|cited| annex(&cited.target))
}

/// What a place takes from the places after it.
#[derive(Clone)]
enum After {
    Nothing,
    /// The next place that has a document is of the text itself. `joined` where only a list is between the two.
    This {
        joined: bool,
    },
    /// The document that follows the place with which this one is listed.
    Other(SharedDocument),
}

/// A document with its date and issuer.
#[derive(Clone)]
struct SharedDocument {
    document: DocumentRef,
    dated: Option<Date>,
    issuer: Option<String>,
}

impl SharedDocument {
    fn of(found: &Found) -> Self {
        Self { document: found.document.clone(), dated: found.dated, issuer: found.issuer.clone() }
    }

    fn give_to(&self, found: &mut Found) {
        (found.document, found.dated, found.issuer) = (self.document.clone(), self.dated, self.issuer.clone());
    }
}

/// What each open place of a sentence takes from what follows it: `Điều 5 và yêu cầu tại Điều 7 Luật …` lists two places of
/// one document.
fn owners_after(tokens: &Tokens<'_>, sentence: &[Found], others: &[Other]) -> Vec<After> {
    let mut owners = vec![After::Nothing; sentence.len()];
    for index in (0..sentence.len().saturating_sub(1)).rev() {
        let (Some(found), Some(next)) = (sentence.get(index), sentence.get(index + 1)) else { break };
        if !is_open(found) || is_of_another(tokens, found) {
            continue;
        }
        let joined = is_absolute(found) && lists(tokens, found, next);
        let of_next = match owners.get(index + 1) {
            Some(After::Other(owner)) if joined => After::Other(owner.clone()),
            Some(After::This { joined: on }) => After::This { joined: joined && *on },
            _ if matches!(next.document, DocumentRef::This { .. }) && !next.cited.is_empty() => After::This { joined },
            _ if joined && others.get(index + 1) == Some(&Other::Shared) && shares(tokens, found, next) => {
                After::Other(SharedDocument::of(next))
            }
            _ => After::Nothing,
        };
        if let Some(owner) = owners.get_mut(index) {
            *owner = of_next;
        }
    }
    owners
}

/// Whether a list goes on from one place to the next one: `Điều 5 và yêu cầu tại Điều 7`, `Chương II về …, Chương III`.
pub(super) fn lists(tokens: &Tokens<'_>, found: &Found, next: &Found) -> bool {
    let after = skip_bracket(tokens, tokens.at_byte(found.range.end.saturating_sub(1)) + 1);
    let start = tokens.at_byte(next.range.start);
    let parts = |at: usize| at > 0 && (tokens.is_mark(at, ',') || tokens.is_mark(at, ';') || tokens.is(at, "và"));
    // Titles of the places listed, with what parts them after the title.
    let titled = is_described(tokens, after) || is_titled(tokens, found, after);
    let marked = tokens.is_mark(after, ',') || tokens.is_mark(after, ';') && !next.cited.is_empty();
    let listed = ["và", "hoặc", "hay"].iter().any(|word| tokens.is(after, word)) || marked;
    start <= after + FARTHEST && (listed || titled && (next.cited.is_empty() || parts(start - 1)))
}

/// Skips what a bracket says of a place: `điểm c khoản 2 Điều 196 (chuyển đổi công ty); khoản 1 Điều 197`.
fn skip_bracket(tokens: &Tokens<'_>, after: usize) -> usize {
    let close = (after + 1..after + LONGEST_BRACKET).find(|&at| tokens.is_mark(at, ')'));
    let close = close.filter(|_| tokens.is_mark(after, '('));
    let goes_on = |at: usize| tokens.is_mark(at, ';') || tokens.is_mark(at, ',') || tokens.is(at, "và");
    close.map(|close| close + 1).filter(|&at| goes_on(at)).unwrap_or(after)
}

/// Brackets after a place are shorter, in words.
const LONGEST_BRACKET: usize = 80;

/// Whether words say what a place is about: `Chương II về ghi nhãn`, `Chương II quy định về ghi nhãn`.
fn is_described(tokens: &Tokens<'_>, after: usize) -> bool {
    tokens.is(after, "về") || tokens.phrase(after, "quy định về").is_some()
}

/// Whether the title of a mục or a chương follows it: `Mục 2 Cơ sở toán học của bản đồ; Mục 3 …`.
fn is_titled(tokens: &Tokens<'_>, found: &Found, after: usize) -> bool {
    let grouping = |target: &Target| match target {
        Target::One(path) => path.steps().first().is_some_and(|step| step.kind().is_grouping()),
        Target::Span { .. } | Target::Faulty(_) => false,
    };
    let groups = found.cited.last().is_some_and(|cited| grouping(&cited.target));
    groups && tokens.starts_with_capital(after) && tokens.gap(after) == Gap::Space
}

/// More words than are between two places of one list.
const FARTHEST: usize = 40;

/// Whether a document after a place is that of the place too: it has a place itself, or what is listed is something else of
/// it, `Chương V và các quy định khác của Bộ luật …`.
fn shares(tokens: &Tokens<'_>, found: &Found, next: &Found) -> bool {
    let after = tokens.at_byte(found.range.end.saturating_sub(1)) + 1;
    let start = tokens.at_byte(next.range.start);
    let of = |word: &str| start > 0 && tokens.is(start - 1, word);
    // `quy định về thi hành một số điều của Luật …` is another text that details the law.
    let detailed = start > 2 && tokens.phrase(start - 3, "số điều của").is_some();
    let something_else = is_described(tokens, after) && !detailed || (after..start).any(|at| tokens.is(at, "khác"));
    let related = of("tại") && (after..start).any(|at| tokens.phrase(at, "nội dung liên quan").is_some());
    let titled = is_titled(tokens, found, after) && (of("của") || of("tại"));
    !next.cited.is_empty() || of("của") && something_else || related || titled
}

/// Whether places are named without a document and without `này`, which is always the text's own.
pub(super) fn is_open(found: &Found) -> bool {
    let own = |target: &Target| match target {
        Target::One(path) => path.this().is_some(),
        Target::Span { from, to } => from.this().is_some() || to.this().is_some(),
        Target::Faulty(_) => false,
    };
    found.document == DocumentRef::Unstated && !found.cited.iter().any(|cited| own(&cited.target))
}

/// Whether the words after a place say that it is of something that is read as no document: `Điều 5 của Hiệp định`,
/// `Điều 5 GATT`.
fn is_of_another(tokens: &Tokens<'_>, found: &Found) -> bool {
    let after = tokens.at_byte(found.range.end.saturating_sub(1)) + 1;
    let at = after + usize::from(tokens.is(after, "của"));
    let near = matches!(tokens.gap(after), Gap::None | Gap::Space);
    // `điểm 4 Bảng phụ cấp`, `điểm 4 Biểu thuế`: what the table belongs to is not read.
    let table =
        (tokens.is(at, "bảng") || tokens.is(at, "biểu") && !tokens.is(at + 1, "số")) && tokens.starts_with_capital(at);
    let paper = is_other_paper(tokens, at) || is_numbered(tokens, after);
    near && (table || paper || tokens.letters(at).is_some_and(is_short_form)) || is_of_titled_paper(found)
}

/// Whether the places are in a charter or the like that is called by its name, `Điều 12 Điều lệ Quỹ`: its own text says
/// `Điều lệ này`.
fn is_of_titled_paper(found: &Found) -> bool {
    let titled = |target: &Target| match target {
        Target::One(path) => {
            matches!(path.steps(), [Step::Unit(paper), _, ..] if paper.kind().is_attached_instrument())
        }
        Target::Span { .. } | Target::Faulty(_) => false,
    };
    found.cited.iter().any(|cited| titled(&cited.target))
}

/// `Điều 5 Giấy phép số 12`, `Mục II tại Quy định số 2203`: of something numbered.
fn is_numbered(tokens: &Tokens<'_>, after: usize) -> bool {
    let at = after + usize::from(["của", "tại", "trong", "thuộc"].iter().any(|word| tokens.is(after, word)));
    let numbered = |at: usize| tokens.is(at, "số") && tokens.digits(at + 1).is_some();
    tokens.starts_with_capital(at) && (at + 1..at + 4).any(numbered)
}

/// `GATT`, `BLABC`: three capitals or more.
fn is_short_form(word: &str) -> bool {
    word.chars().count() > 2 && word.chars().all(char::is_uppercase)
}

/// Whether the place is what an instrument details: `Nghị định này quy định chi tiết khoản 3 Điều 7`, of its law.
fn is_detailed(tokens: &Tokens<'_>, found: &Found) -> bool {
    let at = tokens.at_byte(found.range.start);
    let at = if at > 0 && tokens.is(at - 1, "các") { at - 1 } else { at };
    at > 1 && tokens.phrase(at - 2, "chi tiết").is_some()
}

/// Whether the place is what an amending act changes: `Sửa đổi, bổ sung khoản 2 Điều 5 như sau`. No act amends itself.
fn is_changed(tokens: &Tokens<'_>, found: &Found) -> bool {
    let (from, after) = (tokens.at_byte(found.range.start), tokens.at_byte(found.range.end.saturating_sub(1)) + 1);
    let acts = ["sửa đổi", "bổ sung", "bãi bỏ", "thay thế", "hủy bỏ", "huỷ bỏ", "đính chính"];
    let phrase = |at: usize, words: &[&str]| words.iter().any(|words| tokens.phrase(at, words).is_some());
    let changed_after = phrase(after, &["được sửa đổi", "được bổ sung", "được bãi bỏ", "được thay thế"]);
    let mut at = from;
    // Words that may be between the act and the place: `Sửa đổi tên Điều 5`, `Bổ sung Điều 5a vào sau Điều 5`.
    let between = [
        "các", "tên", "của", "tiêu", "đề", "đoạn", "đầu", "nội", "dung", "thêm", "một", "số", "vào", "sau", "trước",
        "quy", "định", "tại",
    ];
    while at > 0 && from - at < FAR && between.iter().any(|word| tokens.is(at - 1, word)) {
        at -= 1;
    }
    let inserted = phrase(at, &["vào sau", "vào trước"]);
    let acted = at > 1 && phrase(at - 2, &acts);
    changed_after || inserted || acted
}

/// How many words may be between an act and what it changes.
const FAR: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_readers_see_them_end() {
        let count = |text: &str| {
            let tokens = Tokens::new(text);
            (0..tokens.len()).filter(|&at| begins_sentence(&tokens, at)).count()
        };
        assert_eq!(count("Một. Hai! Ba"), 2);
        assert_eq!(count("1.11 và a)\nb) hai\nba"), 1);
        assert_eq!(count("một\n\nhai"), 1);
    }
}
