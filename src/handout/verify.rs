//! Compares files with a record of their hashes: the manifest of an edition or of one department, the ledger of a hand-out, a
//! list of hashes, or one hash.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::ledger::{self, Ledger};
use super::plan::{self, MANIFEST};

/// What a record says of the files below a folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HashRecord {
    /// The edition and the day as of which it states the law, where the record has them.
    pub edition: Option<(String, String)>,
    /// The hash of every file, by its path below the record's folder.
    pub files: BTreeMap<String, String>,
    /// Files that may be there as well, since they are the record's own.
    pub own: BTreeSet<String>,
}

/// One thing that is not as the record says. Paths are below the record's folder.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FileDifference {
    Changed { path: String, expected: String, found: String },
    Missing(String),
    Extra(String),
}

/// What one file turns out to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    Unchanged,
    /// It is this file of the record, under another name.
    Renamed(String),
    Changed {
        expected: String,
    },
    /// The record has no file of this name or this hash.
    Foreign,
}

#[derive(Deserialize)]
struct EditionManifest {
    edition: String,
    as_of: String,
    files: Vec<ManifestEntry>,
}

#[derive(Deserialize)]
struct ManifestEntry {
    path: String,
    sha256: String,
}

impl HashRecord {
    /// Reads a record of any kind. `None` where it is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        if let Ok(ledger) = serde_json::from_slice::<Ledger>(bytes) {
            return HashRecord::of_ledger(&ledger);
        }
        if let Ok(one) = serde_json::from_slice::<plan::CopyManifest>(bytes) {
            return Some(HashRecord::of_department(&one));
        }
        if let Ok(manifest) = serde_json::from_slice::<EditionManifest>(bytes) {
            let files = manifest.files.into_iter().map(|file| (file.path, file.sha256)).collect();
            return Some(HashRecord {
                edition: Some((manifest.edition, manifest.as_of)),
                files,
                own: BTreeSet::from([MANIFEST.to_owned()]),
            });
        }
        HashRecord::of_sums(std::str::from_utf8(bytes).ok()?)
    }

    /// The other forms of the ledger follow from it, so that they are verified as well.
    fn of_ledger(ledger: &Ledger) -> Option<Self> {
        let listed = ledger.copies.iter().flat_map(|copy| &copy.files);
        let mut files: BTreeMap<String, String> = listed.map(|file| (file.path.clone(), file.sha256.clone())).collect();
        for (name, bytes) in ledger.files().ok()? {
            if name != ledger::FILE {
                files.insert(name.to_owned(), crate::hash::sha256(&bytes));
            }
        }
        let manifests = ledger.copies.iter().map(|copy| format!("{}/{MANIFEST}", copy.folder));
        let own = manifests.chain([ledger::FILE.to_owned()]).collect();
        Some(HashRecord { edition: Some((ledger.edition.clone(), ledger.as_of.clone())), files, own })
    }

    fn of_department(one: &plan::CopyManifest) -> Self {
        let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        let files = one.copy.files.iter().map(|file| (name(&file.path), file.sha256.clone())).collect();
        let edition = Some((one.stamp.edition.clone(), one.stamp.as_of.clone()));
        HashRecord { edition, files, own: BTreeSet::from([MANIFEST.to_owned()]) }
    }

    /// `64 digits, two spaces, path`, as `sha256sum` writes it.
    fn of_sums(text: &str) -> Option<Self> {
        let mut files = BTreeMap::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let (hash, path) = line.split_once([' ', '\t'])?;
            files.insert(path.trim_start_matches([' ', '\t', '*']).to_owned(), hash_of(hash)?);
        }
        (!files.is_empty()).then(|| HashRecord { edition: None, files, own: BTreeSet::new() })
    }

    /// Holds what is below a folder, by path and hash, against the record.
    pub fn compare(&self, found: &BTreeMap<String, String>) -> Vec<FileDifference> {
        let mut differences = Vec::new();
        for (path, expected) in &self.files {
            match found.get(path) {
                None => differences.push(FileDifference::Missing(path.clone())),
                Some(hash) if hash != expected => differences.push(FileDifference::Changed {
                    path: path.clone(),
                    expected: expected.clone(),
                    found: hash.clone(),
                }),
                Some(_) => {}
            }
        }
        let extra = found.keys().filter(|path| !self.files.contains_key(*path) && !self.own.contains(*path));
        differences.extend(extra.cloned().map(FileDifference::Extra));
        differences
    }

    /// What one file is: by its path below the record's folder where that is listed, by its name, by its hash.
    pub fn judge(&self, path: &str, hash: &str) -> Verdict {
        let name = |path: &str| path.rsplit('/').next().map(str::to_owned);
        let listed = self.files.get(path).or_else(|| {
            let mut named = self.files.iter().filter(|(listed, _)| name(listed) == name(path));
            // Of several with one name, none can be known to be the one that is meant.
            named.next().filter(|_| named.next().is_none()).map(|(_, hash)| hash)
        });
        match listed {
            Some(expected) if expected == hash => Verdict::Unchanged,
            listed => match (self.files.iter().find(|(_, known)| *known == hash), listed) {
                (Some((path, _)), _) => Verdict::Renamed(path.clone()),
                (None, Some(expected)) => Verdict::Changed { expected: expected.clone() },
                (None, None) => Verdict::Foreign,
            },
        }
    }
}

/// The 64 digits of a hash in small letters, or nothing. Spaces are left out: who copies from paper puts some in.
pub fn hash_of(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    (digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_hashes_is_a_record() {
        let (a, b) = ("a".repeat(64), "B".repeat(64));
        let record = HashRecord::read(format!("{a}  mot.pdf\n{b} *hai/ba.pdf\n").as_bytes()).unwrap();
        assert_eq!(record.judge("mot.pdf", &a), Verdict::Unchanged);
        assert_eq!(record.judge("ba.pdf", &"b".repeat(64)), Verdict::Unchanged);
        assert_eq!(record.judge("bon.pdf", &a), Verdict::Renamed("mot.pdf".to_owned()));
        assert_eq!(record.judge("mot.pdf", &"c".repeat(64)), Verdict::Changed { expected: a });
        assert_eq!(record.judge("bon.pdf", &"c".repeat(64)), Verdict::Foreign);
        for none in ["", "{}", "xin chào\n", "abc  mot.pdf\n"] {
            assert_eq!(HashRecord::read(none.as_bytes()), None, "{none}");
        }
    }

    #[test]
    fn a_hash_from_paper() {
        let hash = format!(" {} {}\n", "AB".repeat(16), "cd".repeat(16));
        assert_eq!(hash_of(&hash), Some(format!("{}{}", "ab".repeat(16), "cd".repeat(16))));
        assert_eq!(hash_of("ab"), None);
        assert_eq!(hash_of(&"g".repeat(64)), None);
    }
}
