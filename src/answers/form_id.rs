//! The id by which a form that comes back is known: which booklet, which round, which department, which questions.

use std::fmt;
use std::str::FromStr;

use crate::model::ids::{DepartmentId, EditionId};

/// How every id of a form begins.
const START: &str = "camnang/";
/// Written where there is no round.
const NO_ROUND: &str = "-";

/// `camnang/ipv6/2026-q4/so-khcn-ha-noi/0123456789abcdef`
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FormId {
    pub edition: String,
    pub round: Option<String>,
    pub department: String,
    /// The version of the questions.
    pub version: String,
}

impl FormId {
    /// The version of a form whose own id is gone.
    pub const UNKNOWN_VERSION: &str = "0000000000000000";

    /// Returns the ids that a text has in it.
    pub fn all_in(text: &str) -> impl Iterator<Item = FormId> {
        text.split_whitespace().filter_map(|word| word.get(word.find(START)?..)?.parse().ok())
    }
}

impl fmt::Display for FormId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FormId { edition, round, department, version } = self;
        let round = round.as_deref().unwrap_or(NO_ROUND);
        write!(f, "{START}{edition}/{round}/{department}/{version}")
    }
}

impl FromStr for FormId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let parts: Vec<&str> = text.strip_prefix(START).ok_or(())?.split('/').collect();
        let [edition, round, department, version] = parts.as_slice() else { return Err(()) };
        edition.parse::<EditionId>().map_err(|_| ())?;
        department.parse::<DepartmentId>().map_err(|_| ())?;
        if *round != NO_ROUND {
            round.parse::<EditionId>().map_err(|_| ())?;
        }
        let version: String = version.chars().take_while(char::is_ascii_hexdigit).collect();
        if version.len() != super::questions::VERSION_DIGITS {
            return Err(());
        }
        let round = Some(*round).filter(|round| *round != NO_ROUND).map(str::to_owned);
        Ok(FormId { edition: (*edition).to_owned(), round, department: (*department).to_owned(), version })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for (text, round) in [
            ("camnang/ipv6/-/so-a/0123456789abcdef", None),
            ("camnang/ipv6/2026-q4/so-a/0123456789abcdef", Some("2026-q4")),
        ] {
            let id: FormId = text.parse().unwrap();
            assert_eq!((id.round.as_deref(), id.to_string().as_str()), (round, text));
            let around = format!("Mã phiếu:{text}. (đừng sửa)");
            assert_eq!(FormId::all_in(&around).collect::<Vec<_>>(), [id]);
        }
        for text in ["camnang/ipv6/so-a/0123456789abcdef", "camnang/ipv6/-/Sở A/0123456789abcdef", "camnang/a/-/b/12"]
        {
            assert_eq!(FormId::all_in(text).count(), 0, "{text}");
        }
    }
}
