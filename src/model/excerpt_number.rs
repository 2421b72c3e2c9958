//! The numbers under which a booklet prints its excerpts, and lists that have an item for each of them.

use std::fmt;
use std::num::NonZeroU32;

/// The number of a printed excerpt: the first has 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ExcerptNumber(NonZeroU32);

impl ExcerptNumber {
    /// Returns nothing for 0.
    pub fn new(number: u32) -> Option<Self> {
        NonZeroU32::new(number).map(Self)
    }

    /// Returns all numbers, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=u32::MAX).filter_map(Self::new)
    }

    /// Returns the number as it is printed.
    pub fn get(self) -> u32 {
        self.0.get()
    }

    /// Whether `next` is the number after this one.
    pub fn is_followed_by(self, next: Self) -> bool {
        self.0.checked_add(1) == Some(next.0)
    }

    /// Returns the place of its item in a list that begins with that of the first excerpt.
    fn place(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl fmt::Display for ExcerptNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// An item for every printed excerpt, in the order of their numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ByNumber<T>(Vec<T>);

impl<T> ByNumber<T> {
    /// Returns the item of an excerpt.
    pub fn get(&self, number: ExcerptNumber) -> Option<&T> {
        self.0.get(number.place())
    }

    /// Returns the item of an excerpt, to be changed.
    pub fn get_mut(&mut self, number: ExcerptNumber) -> Option<&mut T> {
        self.0.get_mut(number.place())
    }

    /// Returns the items in the order of the numbers.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Returns how many excerpts are printed.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no excerpt is printed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for ByNumber<T> {
    fn default() -> Self {
        ByNumber(Vec::new())
    }
}

/// The first item is that of the first excerpt.
impl<T> From<Vec<T>> for ByNumber<T> {
    fn from(items: Vec<T>) -> Self {
        ByNumber(items)
    }
}

impl<T> FromIterator<T> for ByNumber<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        ByNumber(items.into_iter().collect())
    }
}

impl<T> IntoIterator for ByNumber<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a ByNumber<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_excerpt_has_number_one() {
        let letters = ByNumber::from(vec!['a', 'b']);
        let found: Vec<_> = ExcerptNumber::all().map_while(|number| letters.get(number)).collect();
        assert_eq!(found, [&'a', &'b']);
        let [first, second, third] = [1, 2, 3].map(|number| ExcerptNumber::new(number).unwrap());
        assert!(first.is_followed_by(second) && !first.is_followed_by(third) && !second.is_followed_by(first));
        assert_eq!((letters.get(third), ExcerptNumber::new(0), first.to_string()), (None, None, "1".to_owned()));
    }
}
