//! The index: terms, topics, audiences and instruments by the Vietnamese alphabet, with the excerpts that speak of them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use icu_normalizer::DecomposingNormalizerBorrowed;
use rayon::prelude::*;
use serde::Serialize;

use super::AnnexContent;
use crate::language::vi::colophon;
use crate::latin;
use crate::model::collation::Vietnamese;
use crate::model::edition::Annex;
use crate::model::excerpt::Excerpt;
use crate::model::instrument::Instrument;
use crate::model::text::plain_text;
use crate::model::vocabulary::GlossaryTerm;
use crate::view::build::Builder;
use crate::view::instruments::cited_by;
use crate::view::{ExcerptLink, ExcerptNumber};

/// Terms, topics, audiences and instruments by the Vietnamese alphabet, with where they are spoken of.
#[derive(Serialize, Clone, Debug)]
pub struct IndexView {
    pub intro: Vec<String>,
    /// What the page numbers mean that only paper has.
    pub on_paper: String,
    /// Only letters that have entries.
    pub letters: Vec<IndexLetter>,
}

/// The entries that begin with one letter of the Vietnamese alphabet.
#[derive(Serialize, Clone, Debug)]
pub struct IndexLetter {
    /// `tra-1`; unique in the booklet.
    pub anchor: String,
    /// `Đ`, or `0–9` for what begins with none.
    pub letter: String,
    pub entries: Vec<IndexEntry>,
}

/// An entry, with the numbers of the excerpts that it leads to.
#[derive(Serialize, Clone, Debug)]
pub struct IndexEntry {
    /// `term`, `topic`, `audience`, `instrument`, `see`
    pub kind: String,
    pub text: String,
    /// The foreign word, of a term.
    pub also: Option<String>,
    /// Of a term: where the glossary explains it.
    pub definition: Option<String>,
    /// Of an instrument: its row in the table.
    pub row: Option<String>,
    /// The excerpts that speak of it.
    pub runs: Vec<IndexRun>,
    /// Stands where there are too many places to list them all.
    pub note: Option<String>,
}

/// Excerpts with consecutive numbers.
#[derive(Serialize, Clone, Debug)]
pub struct IndexRun {
    /// `12–15`
    pub text: String,
    pub first: ExcerptLink,
    /// Absent where it is one excerpt.
    pub last: Option<ExcerptLink>,
}

/// A word with more runs than this is found nearly everywhere, and a list of all places would help nobody.
const MANY: usize = 24;

/// An entry before its places are drawn together.
struct IndexDraft<'c> {
    entry: IndexEntry,
    places: Vec<&'c Excerpt>,
}

impl AnnexContent for IndexView {
    fn new(builder: &Builder<'_, '_>, _: &Annex) -> Self {
        let mut drafts = terms(builder);
        drafts.extend(vocabulary(builder));
        drafts.extend(instruments(builder));
        let others = other_words(builder, &drafts);
        drafts.extend(others);
        let order = Vietnamese::numeric();
        let mut entries: Vec<IndexEntry> = joined(drafts).into_iter().map(|draft| finished(builder, draft)).collect();
        entries.retain(|entry| !entry.runs.is_empty() || entry.definition.is_some() || entry.note.is_some());
        entries.sort_by(|a, b| order.compare(&a.text, &b.text).then_with(|| a.kind.cmp(&b.kind)));
        IndexView {
            intro: vec![colophon::INDEX_INTRO.to_owned()],
            on_paper: colophon::index_pages(!builder.terms.is_empty()),
            letters: by_letter(entries),
        }
    }
}

/// `entries` are in the order of the alphabet.
fn by_letter(entries: Vec<IndexEntry>) -> Vec<IndexLetter> {
    let mut letters: Vec<IndexLetter> = Vec::new();
    for entry in entries {
        let letter = letter(&entry.text);
        match letters.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.entries.push(entry),
            None => {
                letters.push(IndexLetter {
                    anchor: format!("tra-{}", letters.len() + 1),
                    letter,
                    entries: vec![entry],
                });
            }
        }
    }
    letters
}

/// Joins a term and a topic of the same name: a reader looks for the words.
fn joined(drafts: Vec<IndexDraft<'_>>) -> Vec<IndexDraft<'_>> {
    let mut by_words: BTreeMap<String, IndexDraft<'_>> = BTreeMap::new();
    for draft in drafts {
        match by_words.entry(lower(&draft.entry.text)) {
            Entry::Vacant(vacant) => {
                vacant.insert(draft);
            }
            Entry::Occupied(mut former) => former.get_mut().places.extend(draft.places),
        }
    }
    by_words.into_values().collect()
}

fn finished(builder: &Builder<'_, '_>, draft: IndexDraft<'_>) -> IndexEntry {
    let found = runs(builder, draft.places.iter().copied());
    if found.len() <= MANY || draft.entry.kind != "term" {
        return IndexEntry { runs: found, ..draft.entry };
    }
    let forms = [forms(&draft.entry.text, draft.entry.also.as_deref())];
    let sought = Sought::new(&forms);
    let titled =
        |excerpt: &&Excerpt| excerpt.title.as_ref().is_some_and(|title| !sought.within(&lower(title)).is_empty());
    let in_titles = runs(builder, draft.places.iter().copied().filter(titled));
    let count = draft.places.len();
    if (1..=MANY).contains(&in_titles.len()) {
        IndexEntry { runs: in_titles, note: Some(colophon::in_titles(count)), ..draft.entry }
    } else {
        IndexEntry { note: Some(colophon::passim(count)), ..draft.entry }
    }
}

fn draft<'c>(kind: &str, text: &str, places: Vec<&'c Excerpt>) -> IndexDraft<'c> {
    let entry = IndexEntry {
        kind: kind.to_owned(),
        text: text.to_owned(),
        also: None,
        definition: None,
        row: None,
        runs: Vec::new(),
        note: None,
    };
    IndexDraft { entry, places }
}

/// The terms of the glossary with the excerpts that use them.
fn terms<'c>(builder: &Builder<'_, 'c>) -> Vec<IndexDraft<'c>> {
    let excerpts: Vec<&'c Excerpt> = builder.booklet.excerpts().collect();
    let terms = builder.booklet.corpus.glossary();
    let forms: Vec<Vec<String>> = terms.iter().map(all_forms).collect();
    let sought = Sought::new(&forms);
    let used: Vec<BTreeSet<usize>> = excerpts.par_iter().map(|excerpt| sought.within(&searched(excerpt))).collect();
    let explained: BTreeMap<&str, &str> =
        builder.terms.iter().map(|term| (term.term.as_str(), term.anchor.as_str())).collect();
    let all = terms.iter().enumerate().map(|(at, term)| {
        let places = excerpts.iter().zip(&used).filter(|(_, used)| used.contains(&at)).map(|(excerpt, _)| *excerpt);
        let mut made = draft("term", &term.term, places.collect());
        made.entry.also = term.english.clone().filter(|english| *english != term.term);
        made.entry.definition = explained.get(term.term.as_str()).map(|anchor| (*anchor).to_owned());
        made
    });
    all.collect()
}

/// The forms of all terms by the word that they begin with: a text is gone through once, however many terms there are.
struct Sought<'f> {
    /// The place of the term among all, and the form.
    by_word: BTreeMap<&'f str, Vec<(usize, &'f str)>>,
    /// Forms that begin with no letter.
    others: Vec<(usize, &'f str)>,
}

impl<'f> Sought<'f> {
    fn new(terms: &'f [Vec<String>]) -> Self {
        let mut sought = Sought { by_word: BTreeMap::new(), others: Vec::new() };
        for (at, form) in terms.iter().enumerate().flat_map(|(at, forms)| forms.iter().map(move |form| (at, form))) {
            match form.split(is_between_words).next() {
                Some(word) if !word.is_empty() => sought.by_word.entry(word).or_default().push((at, form)),
                _ => sought.others.push((at, form)),
            }
        }
        sought
    }

    /// The terms of which a text has a form, not as a part of other words.
    fn within(&self, text: &str) -> BTreeSet<usize> {
        let others = self.others.iter().filter(|(_, form)| has_word(text, form));
        let mut found: BTreeSet<usize> = others.map(|(at, _)| *at).collect();
        let mut rest = text;
        for piece in text.split_inclusive(is_between_words) {
            let begun = self.by_word.get(piece.trim_end_matches(is_between_words)).into_iter().flatten();
            let ends = |after: &str| after.is_empty() || after.starts_with(is_between_words);
            let begins = |form: &str| rest.strip_prefix(form).is_some_and(ends);
            found.extend(begun.filter(|(_, form)| begins(form)).map(|(at, _)| *at));
            rest = rest.get(piece.len()..).unwrap_or_default();
        }
        found
    }
}

fn is_between_words(character: char) -> bool {
    !latin::is_alphanumeric(character) && !character.is_alphanumeric()
}

/// A term and the other words for it, as texts may have them.
fn all_forms(term: &GlossaryTerm) -> Vec<String> {
    forms(&term.term, term.english.as_deref()).into_iter().chain(term.also.iter().map(lower)).collect()
}

/// Other words by which a reader may look, each leading to the entry that has the places. They are words of today, so that
/// an edition without a glossary, which is one of the past, has none.
fn other_words<'c>(builder: &Builder<'_, 'c>, drafts: &[IndexDraft<'c>]) -> Vec<IndexDraft<'c>> {
    if builder.terms.is_empty() {
        return Vec::new();
    }
    let found = |draft: &&IndexDraft<'_>| !draft.places.is_empty() || draft.entry.definition.is_some();
    let found: BTreeSet<&str> = drafts.iter().filter(found).map(|draft| draft.entry.text.as_str()).collect();
    let (vocabulary, glossary) = (builder.booklet.corpus.vocabulary(), builder.booklet.corpus.glossary());
    let topics = vocabulary.topics.iter().map(|topic| (&topic.name, &topic.also));
    let audiences = vocabulary.audiences.iter().map(|audience| (&audience.name, &audience.also));
    let terms = glossary.iter().map(|term| (&term.term, &term.also));
    let mut see: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, also) in topics.chain(audiences).chain(terms).filter(|(name, _)| found.contains(name.as_str())) {
        also.iter().for_each(|word| see.entry(word).or_default().push(name));
    }
    let entry = |(word, names): (&str, Vec<&str>)| {
        let mut made = draft("see", word, Vec::new());
        made.entry.note = Some(colophon::see(&names));
        made
    };
    see.into_iter().map(entry).collect()
}

/// A term as texts may have it, in lower case.
fn forms(term: &str, english: Option<&str>) -> Vec<String> {
    [Some(term), english].into_iter().flatten().map(lower).collect()
}

/// All words of an excerpt with its title and duties; in lower case.
fn searched(excerpt: &Excerpt) -> String {
    let duties = excerpt.obligations.iter().map(|duty| format!("{}\n{}", duty.who, duty.what));
    let words: Vec<String> = excerpt.title.iter().cloned().chain(duties).chain([plain_text(&excerpt.body)]).collect();
    lower(words.join("\n"))
}

fn lower(text: impl AsRef<str>) -> String {
    text.as_ref().to_lowercase()
}

/// Whether a text has these words, not as a part of others.
fn has_word(text: &str, word: &str) -> bool {
    let apart = |next: Option<char>| next.is_none_or(|next| !next.is_alphanumeric());
    !word.is_empty()
        && text.match_indices(word).any(|(at, found)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
            apart(before) && apart(after)
        })
}

/// Topics and audiences by the excerpts' own tags.
fn vocabulary<'c>(builder: &Builder<'_, 'c>) -> Vec<IndexDraft<'c>> {
    let vocabulary = builder.booklet.corpus.vocabulary();
    let tagged = |has: &dyn Fn(&Excerpt) -> bool| builder.booklet.excerpts().filter(|it| has(it)).collect::<Vec<_>>();
    let topics = vocabulary
        .topics
        .iter()
        .map(|topic| draft("topic", &topic.name, tagged(&|excerpt| excerpt.topics.contains(&topic.id))));
    let audiences = vocabulary
        .audiences
        .iter()
        .map(|audience| draft("audience", &audience.name, tagged(&|excerpt| excerpt.audiences.contains(&audience.id))));
    topics.chain(audiences).collect()
}

/// The instruments of the table by their excerpts; those that have none, by the excerpts that cite them.
fn instruments<'c>(builder: &Builder<'_, 'c>) -> Vec<IndexDraft<'c>> {
    let corpus = builder.booklet.corpus;
    let citing = cited_by(builder.booklet);
    let shown = &builder.bodies.rows;
    let all = shown.iter().filter_map(|id| corpus.instrument(id)).map(|instrument: &Instrument| {
        let own = builder.booklet.of_instrument(&instrument.id);
        let places: Vec<&'c Excerpt> =
            if own.is_empty() { citing.get(&instrument.id).cloned().unwrap_or_default() } else { own.to_vec() };
        let mut made = draft("instrument", &instrument.citation(), places);
        made.entry.row = builder.row(&instrument.id);
        made
    });
    all.collect()
}

/// Excerpts in the order of their numbers, with those that follow one another drawn together.
fn runs<'a>(builder: &Builder<'_, '_>, excerpts: impl Iterator<Item = &'a Excerpt>) -> Vec<IndexRun> {
    let placed = excerpts.filter_map(|excerpt| Some((builder.booklet.placed(&excerpt.id)?.number, excerpt)));
    let numbered: BTreeMap<ExcerptNumber, &Excerpt> = placed.collect();
    let numbered: Vec<(ExcerptNumber, &Excerpt)> = numbered.into_iter().collect();
    let run = |run: &[(ExcerptNumber, &Excerpt)]| {
        let (((first, from), (last, until)), several) = (run.first().zip(run.last())?, run.len() > 1);
        Some(IndexRun {
            text: if several { format!("{first}–{last}") } else { first.to_string() },
            first: builder.link(&from.id)?,
            last: if several { builder.link(&until.id) } else { None },
        })
    };
    numbered.chunk_by(|(one, _), (next, _)| one.is_followed_by(*next)).filter_map(run).collect()
}

/// The letter of the Vietnamese alphabet that a text begins with: `Ă`, `Đ`, `Ơ` are letters, tones are not.
fn letter(text: &str) -> String {
    const LETTER_MARKS: [char; 3] = ['\u{302}', '\u{306}', '\u{31b}'];
    let Some(first) = text.chars().find(|character| character.is_alphanumeric()) else { return OTHER.to_owned() };
    if !first.is_alphabetic() {
        return OTHER.to_owned();
    }
    let parts = DecomposingNormalizerBorrowed::new_nfd().normalize(first.encode_utf8(&mut [0; 4])).into_owned();
    let mut letters = parts.chars();
    let base = letters.next().unwrap_or(first);
    let kept: String = std::iter::once(base).chain(letters.filter(|mark| LETTER_MARKS.contains(mark))).collect();
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(&kept).to_uppercase()
}

/// For what begins with a digit.
const OTHER: &str = "0–9";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_alphabet() {
        let cases = [
            ("Ủy ban", "U"),
            ("Ưu đãi", "Ư"),
            ("ứng dụng", "Ư"),
            ("Đầu tư", "Đ"),
            ("Ắc quy", "Ă"),
            ("ấn bản", "Â"),
            ("Ổ cứng", "Ô"),
            ("ờ", "Ơ"),
            ("Ễ", "Ê"),
            ("IPv6", "I"),
            ("6to4", "0–9"),
            ("«Áp dụng»", "A"),
        ];
        for (text, expected) in cases {
            assert_eq!(letter(text), expected, "{text}");
        }
    }

    #[test]
    fn words_are_found_whole() {
        let cases = [
            ("phải dùng ipv6.", "ipv6", true),
            ("chủ đầu tư", "đầu tư", true),
            ("«đầu tư»", "đầu tư", true),
            ("(dns)", "(dns)", true),
            ("a(dns)", "(dns)", false),
            ("đầu  tư", "đầu tư", false),
            ("xa a a", "a a", true),
            ("ipv64", "ipv6", false),
            ("tư", "đầu tư", false),
            ("đầu tưng", "đầu tư", false),
            ("tưng bừng", "tư", false),
            ("", "tư", false),
            ("tư", "", false),
        ];
        for (text, form, expected) in cases {
            let terms = [vec!["khác".to_owned()], vec![form.to_owned()]];
            let found: Vec<usize> = Sought::new(&terms).within(text).into_iter().collect();
            assert_eq!(found, if expected { vec![1] } else { Vec::new() }, "{form} in {text}");
        }
    }
}
