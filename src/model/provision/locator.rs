//! The place of a provision inside its instrument.

use std::fmt;

use super::{Label, Unit, UnitKind};

/// The units that lead to a provision, from the largest to the smallest; never empty.
///
/// A provision has one locator only: articles are numbered through their instrument, so phần, chương, mục and tiểu mục
/// are never named above an article (NĐ 34/2016/NĐ-CP, Điều 75). `Display` gives the form of citing, from the smallest
/// unit to the largest: `điểm e khoản 2 Điều 48`.
///
/// The order is that of the instrument, a unit before what lies in it, the body before what is attached.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Locator(Vec<Unit>);

/// Why units do not make a locator. `index` counts from 0 in the units given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LocatorShapeError {
    Empty,
    /// The unit cannot lie in the one before it, such as an article in a clause or a clause in a clause.
    Order {
        index: usize,
    },
    /// A phần, chương, mục or tiểu mục above an article.
    GroupingAboveArticle {
        index: usize,
    },
    /// A point with a number, such as `điểm 2`, in an article, in a clause alone, or by itself. Only annexes and old texts
    /// number points.
    NumberedPoint {
        index: usize,
    },
    /// A clause with another label than a number, such as `khoản a`. A citation holds it as it is printed; no locator does.
    UnusualClause {
        index: usize,
    },
    /// A mục of the wrong sort: `Item` belongs in an annex or has a dotted number; `Section` does neither.
    SectionOrItem {
        index: usize,
    },
}

impl Locator {
    /// The locator through `units`, given from the largest to the smallest.
    ///
    /// # Errors
    /// [`LocatorShapeError`], with the place of the first unit that does not fit.
    pub fn new(units: Vec<Unit>) -> Result<Self, LocatorShapeError> {
        if units.is_empty() {
            return Err(LocatorShapeError::Empty);
        }
        let in_article = units.iter().any(|unit| unit.kind() == UnitKind::Article);
        for (index, unit) in units.iter().enumerate() {
            let around = units.get(..index).unwrap_or_default();
            check_nesting(unit, around, index)?;
            if in_article && unit.kind().is_grouping() {
                return Err(LocatorShapeError::GroupingAboveArticle { index });
            }
        }
        Ok(Self(units))
    }

    /// The units, from the largest to the smallest; at least one.
    pub fn units(&self) -> &[Unit] {
        &self.0
    }

    /// The smallest unit: the one cited.
    pub fn smallest(&self) -> &Unit {
        // The constructor refuses an empty list.
        &self.0[self.0.len() - 1]
    }

    /// The unit of this kind, where the locator passes through one.
    pub fn unit(&self, kind: UnitKind) -> Option<&Unit> {
        self.0.iter().find(|unit| unit.kind() == kind)
    }

    /// The locator of what this provision lies in; `None` for a unit that lies directly in the instrument.
    pub fn parent(&self) -> Option<Locator> {
        let (_, around) = self.0.split_last()?;
        (!around.is_empty()).then(|| Self(around.to_vec()))
    }

    /// Whether `other` is this provision or lies in it.
    pub fn contains(&self, other: &Locator) -> bool {
        other.0.starts_with(&self.0)
    }

    /// The provision `unit` within this one.
    ///
    /// # Errors
    /// [`LocatorShapeError`] where such a unit cannot lie here.
    pub fn child(&self, unit: Unit) -> Result<Locator, LocatorShapeError> {
        Self::new(self.0.iter().cloned().chain([unit]).collect())
    }

    /// The locator in ASCII, for anchors and file names: `dieu-46.khoan-2.diem-a.doan-2`. Different locators have different slugs.
    pub fn slug(&self) -> String {
        self.0.iter().map(Unit::slug).collect::<Vec<_>>().join(".")
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, unit) in self.0.iter().rev().enumerate() {
            let space = if index == 0 { "" } else { " " };
            write!(f, "{space}{unit}")?;
        }
        // Without these words a list would read as any list.
        let attached = self.0.first().map(Unit::kind);
        let named_by_attachment =
            |kind: UnitKind| kind.is_attached_instrument() || matches!(kind, UnitKind::List | UnitKind::Schedule);
        if attached.is_some_and(named_by_attachment) { write!(f, " ban hành kèm theo") } else { Ok(()) }
    }
}

/// Whether points are numbered in what `around` leads to, from the largest unit: in annexes, and in the mục and phần of old
/// texts; never in an article or its clauses.
pub fn may_number_points(around: &[UnitKind]) -> bool {
    let grouped = around.first().is_some_and(|top| top.is_grouping() || top.is_annex());
    match around.last() {
        None | Some(UnitKind::Article) => false,
        Some(UnitKind::Clause) => grouped && !around.contains(&UnitKind::Article),
        Some(_) => true,
    }
}

fn check_nesting(unit: &Unit, around: &[Unit], index: usize) -> Result<(), LocatorShapeError> {
    let outer = around.last().map(Unit::kind);
    if outer.is_some_and(|outer| outer.level() >= unit.kind().level()) {
        return Err(LocatorShapeError::Order { index });
    }
    let numbered = matches!(unit.label(), Label::Number { .. } | Label::Dotted(_));
    let kinds: Vec<UnitKind> = around.iter().map(Unit::kind).collect();
    if unit.kind() == UnitKind::Point && numbered && !may_number_points(&kinds) {
        return Err(LocatorShapeError::NumberedPoint { index });
    }
    if unit.kind() == UnitKind::Clause && !matches!(unit.label(), Label::Number { .. }) {
        return Err(LocatorShapeError::UnusualClause { index });
    }
    let is_item = matches!(unit.label(), Label::Dotted(_)) || outer.is_some_and(UnitKind::is_annex);
    match unit.kind() {
        UnitKind::Section if is_item => Err(LocatorShapeError::SectionOrItem { index }),
        UnitKind::Item if !is_item => Err(LocatorShapeError::SectionOrItem { index }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(kind: UnitKind, label: Option<Label>) -> Unit {
        Unit::new(kind, label.unwrap()).unwrap()
    }

    fn clause(article: u16, clause: u16) -> Locator {
        Locator::new(vec![Unit::article(article).unwrap(), Unit::clause(clause).unwrap()]).unwrap()
    }

    #[test]
    fn prints_from_small_to_large() {
        let point = clause(46, 2).child(Unit::point('a').unwrap()).unwrap();
        let paragraph = point.child(unit(UnitKind::Paragraph, Label::ordinal(2))).unwrap();
        assert_eq!(paragraph.to_string(), "đoạn thứ hai điểm a khoản 2 Điều 46");
        assert_eq!(paragraph.slug(), "dieu-46.khoan-2.diem-a.doan-2");
        assert_eq!(clause(18, 3).slug(), "dieu-18.khoan-3");
        let dd = clause(1, 1).child(Unit::point('đ').unwrap()).unwrap();
        assert_eq!(dd.slug(), "dieu-1.khoan-1.diem-dd");
    }

    #[test]
    fn an_attached_list() {
        let row = Label::Dotted([1, 11].into_iter().filter_map(std::num::NonZeroU16::new).collect());
        let list = unit(UnitKind::List, Some(Label::Unlabelled));
        let locator = Locator::new(vec![list, unit(UnitKind::Item, Some(row))]).unwrap();
        assert_eq!(locator.to_string(), "mục 1.11 Danh mục ban hành kèm theo");
        assert_eq!(locator.slug(), "danh-muc.muc-1-11");
    }

    #[test]
    fn refuses_what_cannot_be() {
        let (article, clause) = (Unit::article(1).unwrap(), Unit::clause(1).unwrap());
        let chapter = unit(UnitKind::Chapter, Label::roman(2));
        let numbered_point = unit(UnitKind::Point, Label::number(2));
        let section = unit(UnitKind::Section, Label::number(1));
        let annex = unit(UnitKind::Annex, Label::roman(1));
        assert_eq!(Locator::new(vec![]), Err(LocatorShapeError::Empty));
        assert_eq!(Locator::new(vec![clause.clone(), article.clone()]), Err(LocatorShapeError::Order { index: 1 }));
        assert_eq!(Locator::new(vec![clause.clone(), clause.clone()]), Err(LocatorShapeError::Order { index: 1 }));
        assert_eq!(
            Locator::new(vec![chapter, article.clone()]),
            Err(LocatorShapeError::GroupingAboveArticle { index: 0 })
        );
        assert_eq!(
            Locator::new(vec![article, clause, numbered_point]),
            Err(LocatorShapeError::NumberedPoint { index: 2 })
        );
        let lettered = unit(UnitKind::Clause, Label::letter('a'));
        assert_eq!(Locator::new(vec![lettered]), Err(LocatorShapeError::UnusualClause { index: 0 }));
        assert_eq!(Locator::new(vec![annex, section]), Err(LocatorShapeError::SectionOrItem { index: 1 }));
    }

    #[test]
    fn contains_and_parent() {
        let article = Locator::new(vec![Unit::article(18).unwrap()]).unwrap();
        assert!(article.contains(&clause(18, 3)));
        assert!(article.contains(&article));
        assert!(!clause(18, 3).contains(&article));
        assert_eq!(clause(18, 3).parent(), Some(article.clone()));
        assert_eq!(article.parent(), None);
        assert!(article < clause(18, 1) && clause(18, 9) < clause(19, 1));
    }
}
