//! The inverted index: which terms occur in which entries, and how much each of them counts there. Built in chunks at
//! once, in time and memory proportional to the text.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::entries::{Entry, Field};
use super::words::{Cutter, Syllable};

/// The highest weight of a term in an entry: what one sign of the index holds.
pub(super) const MOST: u8 = 63;

/// Before the keys of citations, which are no words.
pub(super) const KEY: char = '#';

/// A term and where it occurs.
pub(super) struct Term {
    /// One syllable or two, folded; or a key after [`KEY`].
    pub folded: String,
    /// The spellings, each with entries and weights in the order of the entries.
    pub spellings: Vec<(String, Vec<(u32, u8)>)>,
}

impl Term {
    /// Terms that begin alike are kept together.
    pub(super) fn first(&self) -> &str {
        self.folded.split(' ').next().unwrap_or_default()
    }
}

/// Entries that are taken at once.
const CHUNK: usize = 128;
/// Parts the folded form from the spelling: sorts before every letter and mark.
const SPELT: char = '\u{1}';

type Postings = Vec<(u32, u8)>;

/// Every term in the order of its folded form.
pub(super) fn index(entries: &[Entry]) -> Vec<Term> {
    let chunks = entries.par_chunks(CHUNK).enumerate();
    let mut found: Vec<(String, Postings)> = chunks
        .flat_map_iter(|(chunk, entries)| {
            let mut terms = Chunk::default();
            for (entry, number) in entries.iter().zip((chunk * CHUNK) as u32..) {
                terms.entry(entry, number);
            }
            terms.found
        })
        .collect();
    // One term has a list from each chunk; the first entry tells them apart, and so the order is settled.
    found.par_sort_unstable_by(|a, b| (&a.0, a.1.first()).cmp(&(&b.0, b.1.first())));
    let mut terms: Vec<Term> = Vec::new();
    for (term, postings) in found {
        let (folded, exact) = term.split_once(SPELT).unwrap_or((&term, ""));
        match terms.last_mut().filter(|last| last.folded == folded) {
            Some(last) => match last.spellings.last_mut().filter(|(spelling, _)| spelling == exact) {
                Some((_, list)) => list.extend(postings),
                None => last.spellings.push((exact.to_owned(), postings)),
            },
            None => {
                terms.push(Term { folded: folded.to_owned(), spellings: vec![(exact.to_owned(), postings)] });
            }
        }
    }
    terms
}

/// The terms of neighbouring entries.
struct Chunk {
    cutter: Cutter,
    places: BTreeMap<String, usize>,
    found: Vec<(String, Postings)>,
}

impl Default for Chunk {
    fn default() -> Self {
        Chunk { cutter: Cutter::new(), places: BTreeMap::new(), found: Vec::new() }
    }
}

impl Chunk {
    fn entry(&mut self, entry: &Entry, number: u32) {
        let mut counts: BTreeMap<usize, [u16; Field::COUNT]> = BTreeMap::new();
        let mut lengths = [0usize; Field::COUNT];
        for (field, text) in &entry.fields {
            let field = *field as usize;
            let syllables = self.cutter.cut(text);
            if let Some(length) = lengths.get_mut(field) {
                *length += syllables.len();
            }
            for term in terms_of(&syllables) {
                let counted = counts.entry(self.place(term)).or_default();
                if let Some(count) = counted.get_mut(field) {
                    *count = count.saturating_add(1);
                }
            }
        }
        // Whatever the order of the map, each list gets one posting from this entry.
        for (place, counts) in counts {
            self.post(place, number, weight(&counts, &lengths));
        }
        for (key, weight) in &entry.keys {
            let place = self.place(format!("{KEY}{key}"));
            self.post(place, number, *weight);
        }
    }

    fn place(&mut self, term: String) -> usize {
        let next = self.found.len();
        *self.places.entry(term).or_insert_with_key(|term| {
            self.found.push((term.clone(), Vec::new()));
            next
        })
    }

    fn post(&mut self, place: usize, number: u32, weight: u8) {
        let Some((_, postings)) = self.found.get_mut(place) else { return };
        match postings.last_mut().filter(|(last, _)| *last == number) {
            Some((_, known)) => *known = (*known).max(weight),
            None => postings.push((number, weight)),
        }
    }
}

/// Syllables, and each with the one before it.
fn terms_of(syllables: &[Syllable]) -> impl Iterator<Item = String> {
    let one = syllables.iter().map(|it| spelt(it.folded.clone(), &it.exact));
    let pairs = syllables.iter().zip(syllables.iter().skip(1)).filter(|(_, second)| second.follows);
    let two = pairs.map(|(first, second)| {
        spelt(format!("{} {}", first.folded, second.folded), &format!("{} {}", first.exact, second.exact))
    });
    one.chain(two)
}

/// What is spelt without marks needs no second form.
fn spelt(mut folded: String, exact: &str) -> String {
    if folded != exact {
        folded.push(SPELT);
        folded.push_str(exact);
    }
    folded
}

/// What a field weighs, and how many syllables it usually has: a word counts for more in a shorter text.
const FIELDS: [(Field, f32, f32); Field::COUNT] = [
    (Field::Term, 11.0, 3.0),
    (Field::Heading, 6.0, 10.0),
    (Field::Citation, 2.0, 8.0),
    (Field::Duties, 3.0, 40.0),
    (Field::Labels, 2.0, 12.0),
    (Field::Body, 3.0, 120.0),
    (Field::Aside, 0.7, 20.0),
];

/// The sum of the fields at which a term can count no more.
const FULL: f32 = 9.0;

/// Square root of the sum over the fields, so that small weights keep their differences; the script squares it again.
fn weight(counts: &[u16; Field::COUNT], lengths: &[usize; Field::COUNT]) -> u8 {
    let mut sum = 0.0;
    for (field, weight, usual) in FIELDS {
        let at = field as usize;
        let count = f32::from(counts.get(at).copied().unwrap_or_default());
        let length = lengths.get(at).copied().unwrap_or_default() as f32;
        if count > 0.0 {
            sum += weight * count / (count + 0.7 + 0.3 * length / usual);
        }
    }
    ((sum / FULL).min(1.0).sqrt() * f32::from(MOST)).round().max(1.0) as u8
}

#[cfg(test)]
mod tests {
    use super::super::entries::Kind;
    use super::*;

    fn entry(heading: &str, body: &str) -> Entry<'static> {
        Entry {
            kind: Kind::Term,
            href: String::new(),
            number: None,
            heading: String::new(),
            title: None,
            status: None,
            topics: Vec::new(),
            audiences: Vec::new(),
            text: String::new(),
            fields: vec![(Field::Heading, heading.to_owned()), (Field::Body, body.to_owned())],
            keys: vec![("dieu-18".to_owned(), MOST), ("dieu-18".to_owned(), 1)],
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
