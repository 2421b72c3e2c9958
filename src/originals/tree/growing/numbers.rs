//! Lines with a number, a letter or a dash before them, and those without.

use std::num::NonZeroU16;

use super::order::{first_letter, follows};
use super::{Growing, LineWords, OpenUnit, counted, depth, paragraph_of};
use crate::model::provision::{Label, Unit, UnitKind};
use crate::originals::tree::fault::TreeFaultKind;
use crate::originals::tree::mark::{self, LineOpening, Numbering};
use crate::originals::tree::{NodeRole, PieceSort};

impl Growing<'_> {
    pub(super) fn numbered(&mut self, words: LineWords<'_>) {
        let LineOpening { mark, label_end, words: rest } = self.opening(words);
        let label = || words.text.get(..label_end).unwrap_or_default().to_owned();
        match mark {
            Numbering::ForeignLetter(_) => self.fault(TreeFaultKind::ForeignLetter { label: label() }),
            Numbering::DoubledLetter => self.fault(TreeFaultKind::DoubledLetter { label: label() }),
            _ => {}
        }
        let Some((unit, depth)) = self.unit_of(&mark) else {
            return self.unnumbered(mark, words, label_end);
        };
        if !matches!(mark, Numbering::Below(_)) {
            self.close(depth);
            self.check(&unit);
        }
        self.close(depth);
        self.open_node(NodeRole::Unit, Some(unit), depth);
        let further = words.text.get(rest..).filter(|_| rest > label_end && matches!(mark, Numbering::Number(_)));
        let further = further.and_then(first_letter);
        let Some(further) = further else { return self.add(words, label_end) };
        self.add(LineWords { text: words.text.get(..rest).unwrap_or_default().trim_end(), ..words }, label_end);
        self.numbered(LineWords { text: further, ..words });
    }

    /// The opening of a line; a number without its full stop is one where the numbers beside it need it.
    fn opening(&self, words: LineWords<'_>) -> LineOpening {
        let opening = mark::opening(words.text);
        let bare = mark::bare_number(words.text).filter(|_| opening.mark == Numbering::None);
        match bare.filter(|(number, _)| words.sort == PieceSort::Paragraph && self.needs_clause(*number)) {
            None => opening,
            Some((number, label_end)) => {
                let rest = words.text.get(label_end..).unwrap_or_default();
                let words = words.text.len() - rest.trim_start().len();
                LineOpening { mark: Numbering::Number(Label::Number { number, letter: None }), label_end, words }
            }
        }
    }

    /// Whether an article lacks the khoản of this number: the one before it is there, and soon comes the one after it with its
    /// sign, perhaps others without between.
    fn needs_clause(&self, number: NonZeroU16) -> bool {
        const SOON: usize = 60;
        let last = self.around(depth::NUMBER).and_then(|open| open.last.get(&UnitKind::Clause));
        let label = Label::Number { number, letter: None };
        let is_next = last.map_or_else(|| number.get() == 1, |last| last.next().as_ref() == Some(&label));
        if !is_next || !self.is_in_article() {
            return false;
        }
        let mut expected = label.next();
        for line in self.following.iter().take(SOON).map(paragraph_of) {
            match (mark::opening(line).mark, mark::bare_number(line)) {
                // A list within the khoản may begin with 1 again.
                (Numbering::Number(found), _) if found >= label => return Some(found) == expected,
                (Numbering::None, Some((number, _))) if expected == Some(Label::Number { number, letter: None }) => {
                    expected = expected.as_ref().and_then(Label::next);
                }
                _ => {}
            }
        }
        false
    }

    /// A line that begins no unit with a label.
    fn unnumbered(&mut self, mark: Numbering, words: LineWords<'_>, label: usize) {
        match mark {
            Numbering::None | Numbering::Dotted { .. } | Numbering::LooseLetter(_) => self.unmarked(words),
            Numbering::Dash => self.dash(words, label),
            Numbering::ForeignLetter(_) | Numbering::DoubledLetter => self.minor(words, label, depth::LETTER),
            Numbering::Number(_) => self.number_within(words, label),
            Numbering::Roman(_) | Numbering::Capital(_) => self.minor(words, label, depth::NUMBER),
            Numbering::Letter(_) | Numbering::Below(_) => self.minor(words, label, depth::BELOW),
            Numbering::Minor => self.minor(words, label, depth::MINOR),
        }
    }

    fn minor(&mut self, words: LineWords<'_>, label: usize, depth: u8) {
        self.close(depth);
        self.open_node(NodeRole::Minor, None, depth);
        self.add(words, label);
    }

    fn number_within(&mut self, words: LineWords<'_>, label: usize) {
        let first = self.around(depth::BELOW).map(|open| open.within) == Some(1);
        self.close(depth::BELOW);
        self.open_node(NodeRole::Minor, None, depth::BELOW);
        if first {
            let unit = self.open.iter().rev().skip(1).find_map(|open| self.nodes.get(open.node?)?.unit.clone());
            self.fault(TreeFaultKind::NumbersWithin { unit });
        }
        self.add(words, label);
    }

    fn unmarked(&mut self, words: LineWords<'_>) {
        self.close(depth::DASH);
        let count = self.open.last_mut().map_or(0, |open| counted(&mut open.paragraphs));
        let unit = Label::ordinal(count).and_then(|label| Unit::new(UnitKind::Paragraph, label).ok());
        self.leaf(NodeRole::Unit, unit, words, 0);
    }

    fn dash(&mut self, words: LineWords<'_>, label: usize) {
        self.close(depth::DASH);
        let count = self.open.last_mut().map_or(0, |open| counted(&mut open.dashes));
        let unit = Label::ordinal(count).and_then(|label| Unit::new(UnitKind::Dash, label).ok());
        self.open_node(NodeRole::Unit, unit, depth::DASH);
        self.add(words, label);
    }

    /// The unit that such a numbering begins here, and its depth; `None` where it begins none that can be cited.
    pub(super) fn unit_of(&mut self, mark: &Numbering) -> Option<(Unit, u8)> {
        let unit = |kind, label: &Label| Unit::new(kind, label.clone()).ok();
        match mark {
            Numbering::Number(label) if self.is_in_article() => self
                .takes_as_clause(label)
                .then(|| unit(UnitKind::Clause, label))
                .flatten()
                .map(|it| (it, depth::NUMBER)),
            Numbering::Number(label) => Some((unit(self.kind_of_number(), label)?, depth::NUMBER)),
            Numbering::Dotted { label, stopped } => self.dotted(label, *stopped),
            Numbering::Roman(label) if !self.is_in_article() => {
                Some((unit(self.kind_of_group(), label)?, depth::ROMAN))
            }
            Numbering::Capital(label) if !self.is_in_article() => self.capital(label),
            Numbering::Letter(label) if self.is_small_roman(label) => None,
            Numbering::Letter(label) | Numbering::ForeignLetter(Some(label)) => {
                Some((unit(UnitKind::Point, label)?, depth::LETTER))
            }
            Numbering::LooseLetter(label) => {
                let last = self.around(depth::LETTER)?.last.get(&UnitKind::Point);
                follows(last, label).then(|| unit(UnitKind::Point, label)).flatten().map(|it| (it, depth::LETTER))
            }
            Numbering::Below(label) => {
                let point = self.open.iter().any(|open| open.depth == depth::LETTER);
                point.then(|| unit(UnitKind::Subpoint, label)).flatten().map(|it| (it, depth::BELOW))
            }
            _ => None,
        }
    }

    /// The unit that a sign of such a depth is in.
    fn around(&self, depth: u8) -> Option<&OpenUnit> {
        self.open.iter().rev().find(|open| open.depth < depth)
    }

    fn around_mut(&mut self, depth: u8) -> Option<&mut OpenUnit> {
        self.open.iter_mut().rev().find(|open| open.depth < depth)
    }

    /// Whether a number is that of the next khoản of the article, rather than of a list within one.
    fn takes_as_clause(&mut self, label: &Label) -> bool {
        let again = self.comes_again.contains(&self.line);
        let last = self.around(depth::NUMBER).and_then(|open| open.last.get(&UnitKind::Clause)).cloned();
        let &Label::Number { number, letter: None } = label else { return true };
        let within = self.around_mut(depth::BELOW).map(|open| &mut open.within);
        let (Some(last), Some(within)) = (last, within) else { return true };
        let next_within = *within > 0 && number.get() == *within + 1;
        let is_within = number.get() == 1 || next_within && (again || !follows(Some(&last), label));
        if is_within {
            *within = number.get();
        }
        !is_within
    }

    fn kind_of_number(&self) -> UnitKind {
        let grouped = self.is_in(|kind| kind.is_grouping());
        let annex = self.is_in(UnitKind::is_annex);
        let own = self.open.iter().any(|open| open.depth == depth::NUMBER);
        if annex && (!grouped || own && !self.is_grouped_above_number()) { UnitKind::Item } else { UnitKind::Clause }
    }

    /// Whether a mục or phần is open above the numbers.
    fn is_grouped_above_number(&self) -> bool {
        let above = self.open.iter().filter(|open| open.depth < depth::NUMBER);
        above.filter_map(|open| self.nodes.get(open.node?)?.unit.as_ref()).any(|unit| unit.kind().is_grouping())
    }

    /// Mục of an annex, or of a phần or of a text without articles.
    fn kind_of_group(&self) -> UnitKind {
        let above = self.open.iter().rfind(|open| open.depth < depth::ROMAN && open.node.is_some());
        let kind = above.and_then(|open| self.nodes.get(open.node?)?.unit.as_ref()).map(Unit::kind);
        if kind.is_some_and(UnitKind::is_annex) { UnitKind::Item } else { UnitKind::Section }
    }

    /// `A.` is a phần with Roman numbers below it, or a mục below one.
    fn capital(&mut self, label: &Label) -> Option<(Unit, u8)> {
        let in_roman = self.open.iter().any(|open| open.depth == depth::ROMAN);
        let in_part = self.open.iter().any(|open| open.depth == depth::PART);
        let top = self.around_mut(depth::PART)?;
        let above = *top.capitals_above.get_or_insert(!in_roman);
        let (kind, depth) = match above {
            true if in_part => (UnitKind::Section, depth::CAPITAL),
            true => (UnitKind::Part, depth::CAPITAL),
            false => (self.kind_of_group(), depth::CAPITAL_IN_ROMAN),
        };
        Some((Unit::new(kind, label.clone()).ok()?, depth))
    }

    /// `1.1.`: a mục of an annex, or a tiết of the khoản or article whose number it repeats.
    fn dotted(&self, label: &Label, stopped: bool) -> Option<(Unit, u8)> {
        let Label::Dotted(numbers) = label else { return None };
        let first = *numbers.first()?;
        let depth = depth::NUMBER + u8::try_from(numbers.len()).ok()? - 1;
        let repeats = self.open.iter().filter_map(|open| self.nodes.get(open.node?)?.unit.as_ref()).any(|unit| {
            matches!(unit.label(), Label::Number { number, .. } if *number == first)
                || matches!(unit.label(), Label::Dotted(above) if above.first() == Some(&first))
        });
        let in_annex = self.is_in(UnitKind::is_annex) && !self.is_in_article();
        let kind = if in_annex { UnitKind::Item } else { UnitKind::Subpoint };
        // `1.500` is a sum.
        let is_sum = !stopped && numbers.iter().skip(1).any(|number| number.get() >= 100);
        let accepted = !is_sum && (repeats || stopped && !self.is_in_article());
        accepted.then(|| Unit::new(kind, label.clone()).ok()).flatten().map(|unit| (unit, depth))
    }

    /// Whether `i)`, `v)` or `x)` counts in Roman numbers: it does not follow the point before it.
    fn is_small_roman(&self, label: &Label) -> bool {
        let &Label::Letter { letter, number: None } = label else { return false };
        let last = self.around(depth::LETTER).and_then(|open| open.last.get(&UnitKind::Point));
        let skips_one = || last.and_then(Label::next).and_then(|it| it.next()).as_ref() == Some(label);
        matches!(letter.get(), 'i' | 'v' | 'x') && !follows(last, label) && !skips_one()
    }
}
