//! Identifiers. They are permanent addresses, so their form is narrow: ASCII lower-case letters and digits, in groups
//! joined by single `-` or `.`; `nd-72-2013.dieu-18.khoan-3`.

use std::fmt;
use std::str::FromStr;

/// The longest identifier that is accepted, in bytes; longer ones break file names.
pub const LONGEST: usize = 120;

/// Names that Windows keeps for devices, with whatever ending. It takes no name that ends with a full stop or a space
/// either, which no identifier does.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Words that readers of YAML take for nothing or a truth, unless they are in quotation marks.
const YAML_WORDS: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// Why an identifier cannot be the name of a file or folder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reserved {
    /// Windows keeps the name for a device.
    Device,
    /// The name of a file or folder of the program's own, beside which this one would lie.
    Own,
    /// Written bare it means something else in YAML.
    YamlWord,
}

/// Whether an identifier has a name of a device in it. Where an identifier is cut to make a file's name of it differs, so
/// none of its parts may be one: `nd-1-2030.con` is the file `con.md`.
fn has_device(text: &str) -> bool {
    text.split('.').any(is_device)
}

fn is_device(name: &str) -> bool {
    let numbered = |name: &str| name.len() == 1 && name.bytes().all(|byte| byte.is_ascii_digit());
    DEVICES.contains(&name) || ["com", "lpt"].iter().filter_map(|it| name.strip_prefix(it)).any(numbered)
}

/// Whether every system can have a file of this name: it has no sign that Windows keeps for itself, ends with neither a full stop
/// nor a space, and is no device, with whatever ending.
pub fn is_file_name(name: &str) -> bool {
    let is_odd = |sign: char| sign.is_control() || "<>:\"/\\|?*".contains(sign);
    let first = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    !name.is_empty() && !name.contains(is_odd) && !name.ends_with(['.', ' ']) && !is_device(&first)
}

/// What all kinds of identifiers have in common.
pub trait Id: FromStr<Err = IdError> {
    /// What it identifies.
    const KIND: IdKind;

    /// Why no file or folder can be called so, if none can. Such an identifier is refused where the corpus gives it
    /// (in `syntax`); a department of a list that was made elsewhere is left out of the hand-out.
    fn reserved(text: &str) -> Option<Reserved>;
}

/// What an identifier is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum IdKind {
    Instrument,
    Excerpt,
    Guidance,
    Edition,
    Chapter,
    Topic,
    Audience,
    Department,
    DepartmentGroup,
    Level,
    Duty,
    Deadline,
    Figure,
}

impl IdKind {
    pub const ALL: [IdKind; 13] = [
        IdKind::Instrument,
        IdKind::Excerpt,
        IdKind::Guidance,
        IdKind::Edition,
        IdKind::Chapter,
        IdKind::Topic,
        IdKind::Audience,
        IdKind::Department,
        IdKind::DepartmentGroup,
        IdKind::Level,
        IdKind::Duty,
        IdKind::Deadline,
        IdKind::Figure,
    ];

    /// The names that the program keeps for files and folders of its own, beside which one of these would lie.
    pub fn reserved(self) -> &'static [&'static str] {
        match self {
            // Hand-outs lie beside the folders of editions.
            IdKind::Edition => &["handout"],
            // The ledger lies beside the folders of departments.
            IdKind::Department => &["ledger.json", "ledger.csv", "sha256sums"],
            IdKind::Instrument
            | IdKind::Excerpt
            | IdKind::Guidance
            | IdKind::Chapter
            | IdKind::Topic
            | IdKind::Audience
            | IdKind::DepartmentGroup
            | IdKind::Level
            | IdKind::Duty
            | IdKind::Deadline
            | IdKind::Figure => &[],
        }
    }
}

/// Why a text is not an identifier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IdError {
    Empty,
    TooLong,
    /// A character that identifiers do not have, or a separator at an end or beside another.
    Form,
}

fn check(text: &str) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() > LONGEST {
        return Err(IdError::TooLong);
    }
    let group = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if text.split(['-', '.']).all(group) { Ok(()) } else { Err(IdError::Form) }
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident of $kind:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(Box<str>);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Id for $name {
            const KIND: IdKind = IdKind::$kind;

            fn reserved(text: &str) -> Option<Reserved> {
                let own = Self::KIND.reserved().contains(&text).then_some(Reserved::Own);
                let device = || has_device(text).then_some(Reserved::Device);
                own.or_else(device).or_else(|| YAML_WORDS.contains(&text).then_some(Reserved::YamlWord))
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                check(text).map(|()| $name(text.into()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id! {
    /// An instrument (văn bản): `nd-72-2013`.
    InstrumentId of Instrument;
    /// An excerpt (trích dẫn): `nd-72-2013.dieu-18.khoan-3`. The permanent address of a clause on the web.
    ExcerptId of Excerpt;
    /// A piece of guidance written for the reader.
    GuidanceId of Guidance;
    /// An edition (ấn bản).
    EditionId of Edition;
    /// A chapter within an edition; the name of its web page. What else a site has is known where it is rendered.
    ChapterId of Chapter;
    /// A topic (chủ đề) of the vocabulary.
    TopicId of Topic;
    /// An audience (đối tượng) of the vocabulary.
    AudienceId of Audience;
    /// A department (đơn vị nhận) that a booklet is handed out to.
    DepartmentId of Department;
    /// A group of departments.
    DepartmentGroupId of DepartmentGroup;
    /// A level of obligation (mức) of the vocabulary.
    LevelId of Level;
    /// A duty (việc) that other records speak of. Where they name an excerpt instead, all its duties are meant.
    DutyId of Duty;
    /// A deadline (thời hạn) that another act may move.
    DeadlineId of Deadline;
    /// A figure (số liệu) that departments are asked for.
    FigureId of Figure;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form() {
        for good in ["nd-72-2013", "nd-72-2013.dieu-18.khoan-3", "a", "1"] {
            assert!(good.parse::<ExcerptId>().is_ok(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "a.-b", "A", "nđ-1", "a b", "a/b", "..", "a_b"] {
            assert!(bad.parse::<ExcerptId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn names_of_files_that_every_system_can_have() {
        for name in ["a.docx", "Nghị định 1.pdf", "console.txt", "a.con.txt", "com10.doc", "-a"] {
            assert!(is_file_name(name), "{name}");
        }
        for name in [
            "", ".", "..", "a.", "a.docx ", "NUL", "nul.txt", "Con.docx", "aux .pdf", "COM1", "lpt9.md", "a:b.doc",
            "a/b", "a\\b", "a?.doc", "a*", "<a>", "a|b", "a\"b", "a\tb",
        ] {
            assert!(!is_file_name(name), "{name}");
        }
    }

    #[test]
    fn names_that_a_machine_or_the_program_keeps() {
        for id in ["con", "prn", "aux", "nul", "com0", "com9", "lpt0", "lpt9", "nul.so", "nd-1-2030.con", "a.lpt1.b"] {
            assert_eq!(InstrumentId::reserved(id), Some(Reserved::Device), "{id}");
            assert_eq!(DepartmentId::reserved(id), Some(Reserved::Device), "{id}");
        }
        for id in ["so-a", "com", "com10", "console", "con-so", "ledger", "nul-1", "lpt"] {
            assert_eq!(DepartmentId::reserved(id), None, "{id}");
        }
        assert_eq!(EditionId::reserved("handout"), Some(Reserved::Own));
        assert_eq!(InstrumentId::reserved("handout"), None);
        for id in ["ledger.json", "ledger.csv", "sha256sums"] {
            assert_eq!(DepartmentId::reserved(id), Some(Reserved::Own), "{id}");
        }
    }
}
