//! The inverted index: which terms occur in which entries, and how much each of them counts there. Built in chunks at
//! once, in time and memory proportional to the text.

use rayon::prelude::*;

use super::Unordered;
use super::entries::{Entry, SearchField};
use super::words::{Cutter, Syllable, SyllableForm};

/// The highest weight of a term in an entry: what one digit of the index holds.
pub(super) const MOST: u8 = 63;

/// Before the keys of citations, which are no words.
pub(super) const KEY: char = '#';

/// A term and where it occurs.
pub(super) struct IndexTerm {
    /// One syllable or two, folded; or a key after [`KEY`].
    pub folded: String,
    /// The spellings, each with entries and weights in the order of the entries.
    pub spellings: Vec<(String, List)>,
}

/// Entries in their order, and the weight of the term in each.
type List = Vec<(u32, u8)>;

impl IndexTerm {
    /// Terms that begin alike are kept together.
    pub(super) fn first(&self) -> &str {
        self.folded.split(' ').next().unwrap_or_default()
    }
}

/// Entries that are taken at once.
const CHUNK: usize = 128;

/// Parts of the alphabet that are put together at once.
const PARTS: usize = 16;

/// A syllable, or two that follow each other: places of forms, in one number that sorts as they do. One comes before two.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Pair(u64);

impl Pair {
    fn new(first: u32, second: Option<u32>) -> Self {
        Pair(u64::from(first) << 32 | second.map_or(0, |second| u64::from(second) + 1))
    }

    fn places(self) -> (u32, Option<u32>) {
        ((self.0 >> 32) as u32, (self.0 as u32).checked_sub(1))
    }

    fn map(self, of: impl Fn(u32) -> u32) -> Self {
        let (first, second) = self.places();
        Pair::new(of(first), second.map(of))
    }
}

/// A term, an entry and the weight of the one in the other.
type Posting<T> = (T, u32, u8);

/// Every term in the order of its folded form.
pub(super) fn index(entries: &[Entry]) -> Vec<IndexTerm> {
    let chunks = entries.par_chunks(CHUNK).enumerate();
    let mut chunks: Vec<Chunk<'_>> = chunks
        .map(|(chunk, entries)| {
            let mut terms = Chunk::default();
            for (entry, number) in entries.iter().zip((chunk * CHUNK) as u32..) {
                terms.entry(entry, number);
            }
            terms
        })
        .collect();
    // No syllable begins with the sign that keys begin with, and every one comes after it.
    let mut terms = keys(chunks.iter_mut().flat_map(|chunk| std::mem::take(&mut chunk.keys)).collect());
    let forms = Forms::of(&chunks);
    let parted: Vec<_> = chunks.par_iter().map(|chunk| forms.parted(chunk)).collect();
    let part = |at| parted.iter().filter_map(move |parts| parts.get(at)).flatten();
    terms.par_extend((0..PARTS).into_par_iter().flat_map_iter(|at| forms.terms(part(at))));
    terms
}

/// The keys, each of which is spelt in one way only.
fn keys(mut found: Vec<Posting<&str>>) -> Vec<IndexTerm> {
    // Of two weights in one entry the higher.
    found.par_sort_unstable_by(|a, b| (&a.0, a.1, b.2).cmp(&(&b.0, b.1, a.2)));
    found.dedup_by(|a, b| (&a.0, a.1) == (&b.0, b.1));
    let alike = found.chunk_by(|(a, ..), (b, ..)| a == b);
    let term = |alike: &[Posting<&str>]| {
        let postings = alike.iter().map(|(_, entry, weight)| (*entry, *weight)).collect();
        let (key, ..) = alike.first()?;
        Some(IndexTerm { folded: format!("{KEY}{key}"), spellings: vec![(String::new(), postings)] })
    };
    alike.filter_map(term).collect()
}

/// The terms of neighbouring entries.
struct Chunk<'e> {
    cutter: Cutter,
    /// By the places of this cutter.
    found: Vec<Posting<Pair>>,
    keys: Vec<Posting<&'e str>>,
}

impl Default for Chunk<'_> {
    fn default() -> Self {
        Chunk { cutter: Cutter::new(), found: Vec::new(), keys: Vec::new() }
    }
}

impl<'e> Chunk<'e> {
    fn entry(&mut self, entry: &'e Entry, number: u32) {
        let mut met: Vec<(Pair, usize)> = Vec::new();
        let mut lengths = [0usize; SearchField::COUNT];
        for (field, text) in &entry.fields {
            let field = *field as usize;
            let syllables = self.cutter.cut(text);
            if let Some(length) = lengths.get_mut(field) {
                *length += syllables.len();
            }
            met.extend(terms_of(&syllables).map(|term| (term, field)));
        }
        met.sort_unstable_by_key(|(term, _)| *term);
        for alike in met.chunk_by(|(a, _), (b, _)| a == b) {
            let mut counts = [0u16; SearchField::COUNT];
            for (_, field) in alike {
                if let Some(count) = counts.get_mut(*field) {
                    *count = count.saturating_add(1);
                }
            }
            self.found.extend(alike.first().map(|(term, _)| (*term, number, weight(&counts, &lengths))));
        }
        self.keys.extend(entry.keys.iter().map(|(key, weight)| (key.as_ref(), number, *weight)));
    }
}

/// Syllables, and each with the one before it.
fn terms_of(syllables: &[Syllable]) -> impl Iterator<Item = Pair> {
    let one = syllables.iter().map(|it| Pair::new(it.form, None));
    let pairs = syllables.iter().zip(syllables.iter().skip(1)).filter(|(_, second)| second.follows);
    one.chain(pairs.map(|(first, second)| Pair::new(first.form, Some(second.form))))
}

/// The forms of all chunks: numbers that sort as the forms do.
struct Forms<'a> {
    /// Distinct and in order.
    all: Vec<&'a SyllableForm>,
    /// For each of them, how many folded forms come before.
    folded: Vec<u32>,
}

/// A term as it is spelt, and where.
struct TermSpelling {
    /// What [`Forms::folded`] has for them: terms are sorted by it.
    folded: Pair,
    /// Places in [`Forms::all`].
    exact: Pair,
    list: List,
}

impl<'a> Forms<'a> {
    fn of(chunks: &'a [Chunk<'_>]) -> Self {
        let mut all: Vec<&SyllableForm> = chunks.iter().flat_map(|chunk| chunk.cutter.forms()).collect();
        all.par_sort_unstable();
        all.dedup();
        let mut folded = Vec::with_capacity(all.len());
        for alike in all.chunk_by(|a, b| a.folded == b.folded) {
            let rank = folded.last().map_or(0, |last| last + 1);
            folded.extend(alike.iter().map(|_| rank));
        }
        Forms { all, folded }
    }

    /// What a chunk found, by places in [`Forms::all`], in [`PARTS`] parts of the alphabet.
    fn parted(&self, chunk: &Chunk<'_>) -> Vec<Vec<Posting<Pair>>> {
        let place = |form: &SyllableForm| self.all.binary_search(&form).unwrap_or_default() as u32;
        let places: Vec<u32> = chunk.cutter.forms().iter().map(place).collect();
        let mut parts = vec![Vec::new(); PARTS];
        for (term, entry, weight) in &chunk.found {
            let term = term.map(|form| places.get(form as usize).copied().unwrap_or_default());
            // Spellings of one syllable come into one part.
            let at = self.folded(term.places().0) as usize * PARTS / self.all.len();
            parts.get_mut(at).into_iter().for_each(|part: &mut Vec<_>| part.push((term, *entry, *weight)));
        }
        parts
    }

    /// The terms of a part, from what all chunks found of it, one after the other.
    fn terms<'p>(&self, found: impl Iterator<Item = &'p Posting<Pair>>) -> Vec<IndexTerm> {
        let mut lists: Unordered<Pair, List> = Unordered::default();
        for (term, entry, weight) in found {
            lists.entry(*term).or_default().push((*entry, *weight));
        }
        let spelling =
            |(exact, list)| TermSpelling { folded: Pair::map(exact, |place| self.folded(place)), exact, list };
        let mut spellings: Vec<TermSpelling> = lists.into_iter().map(spelling).collect();
        spellings.sort_unstable_by_key(|it| (it.folded, it.exact));
        let alike = spellings.chunk_by_mut(|a, b| a.folded == b.folded);
        alike.filter_map(|alike| self.term(alike)).collect()
    }

    fn folded(&self, place: u32) -> u32 {
        self.folded.get(place as usize).copied().unwrap_or_default()
    }

    /// The term that all of these are spellings of.
    fn term(&self, alike: &mut [TermSpelling]) -> Option<IndexTerm> {
        let folded = self.spelt(alike.first()?.exact, |form| &form.folded);
        let spellings = alike.iter_mut().map(|spelling| {
            let exact = self.spelt(spelling.exact, |form| &form.exact);
            // A word without marks needs no second form.
            (if exact == folded { String::new() } else { exact }, std::mem::take(&mut spelling.list))
        });
        Some(IndexTerm { spellings: spellings.collect(), folded })
    }

    fn spelt(&self, term: Pair, of: impl Fn(&'a SyllableForm) -> &'a str) -> String {
        let form = |place: u32| self.all.get(place as usize).map_or("", |form| of(form));
        match term.places() {
            (first, None) => form(first).to_owned(),
            (first, Some(second)) => format!("{} {}", form(first), form(second)),
        }
    }
}

/// What a field weighs, and how many syllables it usually has: a word counts for more in a shorter text.
const FIELDS: [(SearchField, f32, f32); SearchField::COUNT] = [
    (SearchField::Term, 11.0, 3.0),
    (SearchField::Heading, 6.0, 10.0),
    (SearchField::Citation, 2.0, 8.0),
    (SearchField::Duties, 3.0, 40.0),
    (SearchField::Labels, 2.0, 12.0),
    (SearchField::Body, 3.0, 120.0),
    (SearchField::Aside, 0.7, 20.0),
];

/// The sum of the fields at which a term can count no more.
const FULL: f32 = 9.0;

/// Square root of the sum over the fields, so that small weights keep their differences; the script squares it again.
fn weight(counts: &[u16; SearchField::COUNT], lengths: &[usize; SearchField::COUNT]) -> u8 {
    let mut sum = 0.0;
    for (field, weight, usual) in &FIELDS {
        let at = *field as usize;
        if let Some((count, length)) = counts.get(at).zip(lengths.get(at)).filter(|(count, _)| **count > 0) {
            let (count, length) = (f32::from(*count), *length as f32);
            sum += weight * count / (count + 0.7 + 0.3 * length / usual);
        }
    }
    ((sum / FULL).min(1.0).sqrt() * f32::from(MOST)).round().max(1.0) as u8
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::super::entries::EntryKind;
    use super::*;

    fn entry(heading: &str, body: &str) -> Entry<'static> {
        Entry {
            kind: EntryKind::Term,
            href: String::new(),
            number: None,
            heading: Cow::default(),
            title: None,
            status: None,
            topics: Vec::new(),
            audiences: Vec::new(),
            text: Cow::default(),
            fields: vec![
                (SearchField::Heading, heading.to_owned().into()),
                (SearchField::Body, body.to_owned().into()),
            ],
            keys: vec![("dieu-18".into(), MOST), ("dieu-18".into(), 1)],
        }
    }

    #[test]
    fn spellings_lie_under_the_folded_form() {
        let terms = index(&[entry("đường", "con đường"), entry("dương", "đường. con")]);
        let duong = terms.iter().find(|term| term.folded == "duong").unwrap();
        let spelt: Vec<_> = duong.spellings.iter().map(|(s, list)| (s.as_str(), list.len())).collect();
        assert_eq!(spelt, [("dương", 1), ("đương\u{300}", 2)]);
        let pair = terms.iter().find(|term| term.folded == "con duong").unwrap();
        assert_eq!(pair.spellings.len(), 1, "a full stop parts syllables");
        assert!(terms.is_sorted_by(|a, b| a.folded < b.folded));
    }

    #[test]
    fn a_heading_counts_more_than_a_body() {
        let terms = index(&[entry("địa chỉ", "x"), entry("x", "địa chỉ")]);
        let term = terms.iter().find(|term| term.folded == "dia chi").unwrap();
        let (_, list) = term.spellings.first().unwrap();
        assert!(list[0].1 > list[1].1, "{list:?}");
    }

    #[test]
    fn the_best_of_two_keys() {
        let terms = index(&[entry("a", "b")]);
        let key = terms.iter().find(|term| term.folded == "#dieu-18").unwrap();
        assert_eq!(key.spellings, [(String::new(), vec![(0, MOST)])]);
    }

    #[test]
    fn chunks_make_no_difference_to_the_order() {
        let many: Vec<_> = (0..300).map(|n| entry(&format!("từ {}", n % 7), "thân bài")).collect();
        let terms = index(&many);
        let body = terms.iter().find(|term| term.folded == "than bai").unwrap();
        let (_, list) = body.spellings.first().unwrap();
        assert_eq!(list.iter().map(|(entry, _)| *entry).collect::<Vec<_>>(), (0..300).collect::<Vec<_>>());
    }
}
