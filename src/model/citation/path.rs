//! A cited place, which may be relative to where the words are: `khoản 2 Điều này`.

use std::ops::Range;

use super::LocatorError;
use crate::model::provision::{Locator, Unit, UnitKind};

/// One level of a cited place.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Step {
    Unit(Unit),
    /// `Điều này`, `khoản này`: the unit of this kind that the words themselves are in.
    This(UnitKind),
}

impl Step {
    /// Returns the kind of unit of this step.
    pub fn kind(&self) -> UnitKind {
        match self {
            Step::Unit(unit) => unit.kind(),
            Step::This(kind) => *kind,
        }
    }
}

/// The levels of a cited place from the largest to the smallest; never empty. Only the first may be a [`Step::This`].
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Path(Vec<Step>);

/// Why a path has no locator in a given context.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unresolved {
    /// The context does not lie in a unit of this kind. For `Chương này`, give the locator of the chapter as the context,
    /// since articles are located without it.
    NoSuchUnit(UnitKind),
    /// The rest of the path cannot lie in the unit found.
    Shape,
}

impl Path {
    /// `steps` from the largest to the smallest, of which at most the first is relative; `None` for others.
    pub(crate) fn new(steps: Vec<Step>) -> Option<Self> {
        let units: Vec<Unit> = steps
            .iter()
            .filter_map(|step| match step {
                Step::Unit(unit) => Some(unit.clone()),
                Step::This(_) => None,
            })
            .collect();
        let relative_first = units.len() == steps.len()
            || units.len() + 1 == steps.len() && matches!(steps.first(), Some(Step::This(_)));
        (relative_first && !steps.is_empty()).then_some(Self(steps))
    }

    /// From the largest to the smallest.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The kind of `… này`, where the path begins with one.
    pub fn this(&self) -> Option<UnitKind> {
        match self.0.first() {
            Some(Step::This(kind)) => Some(*kind),
            Some(Step::Unit(_)) | None => None,
        }
    }

    /// Whether the place depends on where the words stand: `khoản này`, and also `khoản 2` where no article is named.
    pub fn needs_context(&self) -> bool {
        let below_article = |kind: UnitKind| kind.level() > UnitKind::Article.level();
        self.this().is_some() || self.0.first().is_some_and(|step| below_article(step.kind()))
    }

    /// The locator, where nothing in the path is relative. A path without an article is given as it stands.
    pub fn locator(&self) -> Option<Locator> {
        Locator::new(units(&self.0)).ok().filter(|_| self.this().is_none())
    }

    /// What the place lies in; `None` for its largest unit.
    pub fn around(&self) -> Option<Path> {
        let (_, around) = self.0.split_last()?;
        (!around.is_empty()).then(|| Self(around.to_vec()))
    }

    /// The locator that the path means in words that are at `context`.
    ///
    /// `khoản 2 Điều này` takes the article of the context; `khoản 2` alone takes whatever of the context a khoản may
    /// lie in.
    ///
    /// # Errors
    /// [`Unresolved`] where the context has no such unit, or the rest of the path does not fit into it.
    pub fn resolve_relative(&self, context: &Locator) -> Result<Locator, Unresolved> {
        let around = context.units();
        let kept = match self.0.first() {
            Some(&Step::This(kind)) => {
                let place = around.iter().position(|unit| unit.kind() == kind);
                place.ok_or(Unresolved::NoSuchUnit(kind))? + 1
            }
            Some(Step::Unit(unit)) if self.needs_context() => {
                around.iter().take_while(|outer| outer.kind().level() < unit.kind().level()).count()
            }
            Some(Step::Unit(_)) | None => 0,
        };
        let whole = around.iter().take(kept).cloned().chain(units(&self.0)).collect();
        Locator::new(whole).map_err(|_| Unresolved::Shape)
    }
}

fn units(steps: &[Step]) -> Vec<Unit> {
    steps
        .iter()
        .filter_map(|step| match step {
            Step::Unit(unit) => Some(unit.clone()),
            Step::This(_) => None,
        })
        .collect()
}

/// What a citation points to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    One(Path),
    /// `từ Điều 98 đến Điều 106`, both ends included. Which units lie between depends on the instrument's own structure.
    Span {
        from: Path,
        to: Path,
    },
    /// Words that have the shape of a citation and cannot be one: `điểm f khoản 1 Điều 4`.
    Faulty(LocatorError),
}

/// One cited place and its own words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cited {
    pub target: Target,
    /// The bytes of its own words: `khoản 6`, `khoản 13 Điều 2` and `3 Điều 5` in lists that share an article.
    pub range: Range<usize>,
}
