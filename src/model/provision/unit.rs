//! One unit of an instrument: a kind and a label that fits it.

use std::fmt;
use std::num::NonZeroU16;

use super::{Label, Letter, MixedLabel, ORDINAL_WORDS, UnitKind, write_roman};

/// A kind with a label that it may carry: `Điều 15a`, `điểm đ1`, `Chương II`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Unit {
    kind: UnitKind,
    label: Label,
}

/// The kind does not carry such a label: `Điều a`, `Chương 5a` as a point, an empty `Dotted`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LabelNotAllowed;

impl Unit {
    /// The unit `label` of `kind`.
    ///
    /// # Errors
    /// [`LabelNotAllowed`] where units of this kind have other labels.
    pub fn new(kind: UnitKind, label: Label) -> Result<Self, LabelNotAllowed> {
        if allows(kind, &label) { Ok(Self { kind, label }) } else { Err(LabelNotAllowed) }
    }

    /// `Điều number`; `None` for zero.
    pub fn article(number: u16) -> Option<Self> {
        Self::new(UnitKind::Article, Label::number(number)?).ok()
    }

    /// `khoản number`; `None` for zero.
    pub fn clause(number: u16) -> Option<Self> {
        Self::new(UnitKind::Clause, Label::number(number)?).ok()
    }

    /// `điểm letter`; `None` for a letter that labels nothing.
    pub fn point(letter: char) -> Option<Self> {
        Self::new(UnitKind::Point, Label::letter(letter)?).ok()
    }

    /// Returns the kind of unit: điều, khoản, điểm.
    pub fn kind(&self) -> UnitKind {
        self.kind
    }

    /// Returns what distinguishes it from its siblings.
    pub fn label(&self) -> &Label {
        &self.label
    }

    /// The unit of the same kind with the next label; see [`Label::next`].
    pub fn next(&self) -> Option<Self> {
        Self::new(self.kind, self.label.next()?).ok()
    }

    /// The unit of the same kind with the label before; see [`Label::previous`].
    pub fn previous(&self) -> Option<Self> {
        Self::new(self.kind, self.label.previous()?).ok()
    }

    /// Whether this unit may stand right after `before`, a sibling, with no label skipped; see [`Label::may_follow`].
    pub fn may_follow(&self, before: &Unit) -> bool {
        self.kind == before.kind && self.label.may_follow(&before.label)
    }

    /// The unit in ASCII: `dieu-15a`, `diem-dd1`, `chuong-ii`. Different units of one kind have different slugs.
    pub fn slug(&self) -> String {
        let kind = self.kind.slug();
        match &self.label {
            Label::Unlabelled => kind.to_owned(),
            Label::Number { number, letter } => format!("{kind}-{number}{}", ascii(*letter)),
            // The hyphen keeps I with an inserted i apart from II.
            Label::Roman { number, letter: Some(letter) } => {
                format!("{kind}-{}-{}", write_roman(*number).to_ascii_lowercase(), letter.ascii())
            }
            Label::Roman { number, letter: None } => format!("{kind}-{}", write_roman(*number).to_ascii_lowercase()),
            Label::Ordinal(number) => format!("{kind}-{number}"),
            Label::Dotted(numbers) => format!("{kind}-{}", join(numbers, "-")),
            Label::Letter { letter, number } => format!("{kind}-{}{}", letter.ascii(), digits(*number)),
            // Two hyphens keep it apart from every other label.
            Label::Mixed(label) => format!("{kind}--{}", label.slug()),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = self.kind.word();
        match &self.label {
            Label::Unlabelled => write!(f, "{word}"),
            // Forms are numbered with two digits: Mẫu số 01.
            Label::Number { number, letter } if self.kind == UnitKind::Form => {
                write!(f, "{word} số {number:02}{}", shown(*letter))
            }
            Label::Number { number, letter } => write!(f, "{word} {number}{}", shown(*letter)),
            Label::Roman { number, letter } => {
                write!(f, "{word} {}", write_roman(*number))?;
                letter.map_or(Ok(()), |letter| write!(f, "{}", roman_suffix(self.kind, letter)))
            }
            Label::Ordinal(number) => write!(f, "{word} thứ {}", ordinal(self.kind, *number)),
            Label::Dotted(numbers) => write!(f, "{word} {}", join(numbers, ".")),
            Label::Letter { letter, number } if writes_capitals(self.kind) => {
                write!(f, "{word} {}{}", letter.upper(), digits(*number))
            }
            Label::Letter { letter, number } => write!(f, "{word} {letter}{}", digits(*number)),
            Label::Mixed(label) => write!(f, "{word} {}{label}", before_sign(self.kind, label)),
        }
    }
}

/// Which labels a kind carries; a clause also the letters and numbers that a few old texts print (`khoản a`). Where both Roman numbers and capital letters serve, I, V and X are numbers and
/// C, D, L and M are letters, so that no text has two readings.
fn allows(kind: UnitKind, label: &Label) -> bool {
    use UnitKind::*;
    match label {
        Label::Unlabelled => matches!(kind, Annex | List | Schedule | Regulation | Rules | Charter),
        Label::Number { .. } => matches!(
            kind,
            Section | Subsection | Article | Clause | Point | Subpoint | Item | Annex | List | Schedule | Form
        ),
        Label::Roman { number, .. } => {
            matches!(kind, Chapter)
                || matches!(kind, Clause | Part | Section | Item | Annex | List | Schedule | Form)
                    && !matches!(number.get(), 50 | 100 | 500 | 1000)
        }
        Label::Ordinal(_) => matches!(kind, Part | Paragraph | Dash),
        Label::Dotted(numbers) => {
            (2..=8).contains(&numbers.len())
                && matches!(kind, Clause | Item | Point | Subpoint | Annex | List | Schedule | Form)
        }
        Label::Letter { letter, .. } => match kind {
            Point | Subpoint => true,
            Clause | Part | Section | Item | Annex | List | Schedule | Form => !matches!(letter.get(), 'i' | 'v' | 'x'),
            _ => false,
        },
        // A chapter, an article and a clause have one number.
        Label::Mixed(label) => match kind {
            Form | Schedule => true,
            Annex | List => label.suits_annex(),
            Part | Section | Item | Point | Subpoint => label.is_dotted(),
            _ => false,
        },
    }
}

/// `Mẫu số 12/PLI`, but `Mẫu II-1`.
fn before_sign(kind: UnitKind, label: &MixedLabel) -> &'static str {
    let numbered = label.as_str().starts_with(|c: char| c.is_ascii_digit());
    if numbered && matches!(kind, UnitKind::Form | UnitKind::Schedule) { "số " } else { "" }
}

fn writes_capitals(kind: UnitKind) -> bool {
    !matches!(kind, UnitKind::Clause | UnitKind::Point | UnitKind::Subpoint)
}

/// Annexes write `IA`, chapters `IIa`. A letter that is also a Roman digit stays small: I with v is never `IV`.
fn roman_suffix(kind: UnitKind, letter: Letter) -> char {
    let digit = matches!(letter.get(), 'c' | 'd' | 'i' | 'l' | 'm' | 'v' | 'x');
    if kind.is_annex() && !digit { letter.upper() } else { letter.get() }
}

/// `thứ hai` for parts and paragraphs, `thứ 4` for dash items, which are counted by machine.
fn ordinal(kind: UnitKind, number: NonZeroU16) -> String {
    let word = ORDINAL_WORDS.get(usize::from(number.get()) - 1);
    match (kind, word) {
        (UnitKind::Dash, _) | (_, None) => number.to_string(),
        (_, Some(word)) => (*word).to_owned(),
    }
}

fn ascii(letter: Option<Letter>) -> String {
    letter.map(Letter::ascii).unwrap_or_default()
}

fn shown(letter: Option<Letter>) -> String {
    letter.map(|letter| letter.to_string()).unwrap_or_default()
}

fn digits(number: Option<NonZeroU16>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn join(numbers: &[NonZeroU16], separator: &str) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(separator)
}
