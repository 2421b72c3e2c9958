//! Identifiers. They are permanent addresses, so their form is narrow: ASCII lower-case letters and digits, in groups
//! joined by single `-` or `.`; `nd-72-2013.dieu-18.khoan-3`.

use std::fmt;
use std::str::FromStr;

/// The longest identifier that is accepted, in bytes; longer ones break file names.
pub const LONGEST: usize = 120;

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
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(Box<str>);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
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
    InstrumentId;
    /// An excerpt (trích dẫn): `nd-72-2013.dieu-18.khoan-3`. The permanent address of a clause on the web.
    ExcerptId;
    /// A piece of guidance written for the reader.
    GuidanceId;
    /// An edition (ấn bản).
    EditionId;
    /// A chapter within an edition; the name of its web page.
    ChapterId;
    /// A topic (chủ đề) of the vocabulary.
    TopicId;
    /// An audience (đối tượng) of the vocabulary.
    AudienceId;
    /// A department (đơn vị nhận) that a booklet is handed out to.
    DepartmentId;
    /// A group of departments.
    DepartmentGroupId;
    /// A level of obligation (mức) of the vocabulary.
    LevelId;
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
}
