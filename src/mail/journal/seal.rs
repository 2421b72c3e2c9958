//! The checksums that chain the lines of a journal. A line ends in the checksum of the line before it and in its own,
//! which is SHA-256 over its bytes up to there. The line stays plain JSON for whoever else reads it.
//!
//! Its own checksum shows that a line was changed. Only the chain shows that a line is missing, was moved or was copied, and
//! a missing line is the dangerous one: the program would send to a department twice. It is no signature: whoever can write
//! the file can also make checksums. It finds accidents: a disk, a merge of two copies, an editor's program.

use super::JournalEntry;
use crate::hash::sha256;

const PREVIOUS: &str = r#","previous":""#;
const CHECKSUM: &str = r#"","checksum":""#;
const END: &str = r#""}"#;

/// What the next line is chained to: the checksum of the line before it. Lines of older journals have none; there it is
/// a hash over all of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChainLink(pub(super) String);

/// The link of the first line.
impl Default for ChainLink {
    fn default() -> Self {
        ChainLink("0".repeat(64))
    }
}

impl ChainLink {
    /// After a line without a checksum.
    pub(super) fn after_unsealed(&self, line: &[u8]) -> Self {
        ChainLink(sha256(&[self.0.as_bytes(), b"\n", line].concat()))
    }
}

/// The end of a line: the checksum of the line before it, and its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Seal {
    pub previous: ChainLink,
    pub checksum: String,
}

impl Seal {
    /// The seal of a line, without looking whether it is right; nothing where the line does not end as this program
    /// writes it.
    pub fn of(line: &str) -> Option<Self> {
        let (rest, checksum) = line.strip_suffix(END)?.rsplit_once(CHECKSUM)?;
        let (_, previous) = rest.rsplit_once(PREVIOUS)?;
        let both = is_hash(previous) && is_hash(checksum);
        both.then(|| Seal { previous: ChainLink(previous.to_owned()), checksum: checksum.to_owned() })
    }

    /// Whether this is the checksum of the line that it ends.
    pub fn fits(&self, line: &str) -> bool {
        let length = line.len().saturating_sub(CHECKSUM.len() + self.checksum.len() + END.len());
        line.get(..length).is_some_and(|sealed| sha256(sealed.as_bytes()) == self.checksum)
    }

    /// Returns what the line after the sealed one is chained to.
    pub fn link(&self) -> ChainLink {
        ChainLink(self.checksum.clone())
    }
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

impl JournalEntry {
    /// The line of the entry after the line that `link` stands for, and what the next is chained to.
    ///
    /// # Errors
    /// It cannot be written as JSON, which never happens.
    pub fn to_line(&self, link: &ChainLink) -> serde_json::Result<(String, ChainLink)> {
        let json = serde_json::to_string(self)?;
        let sealed = format!("{}{PREVIOUS}{}", json.strip_suffix('}').unwrap_or(&json), link.0);
        let checksum = sha256(sealed.as_bytes());
        Ok((format!("{sealed}{CHECKSUM}{checksum}{END}\n"), ChainLink(checksum)))
    }

    /// The line without a checksum, as it goes among the lines of an older journal.
    pub(super) fn to_unsealed_line(&self) -> serde_json::Result<String> {
        serde_json::to_string(self).map(|line| line + "\n")
    }
}
