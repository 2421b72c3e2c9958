//! The ledger of a hand-out: which department has which files, and their hashes. `output/handout/<edition>/ledger.json`
//! is what sending and verifying work from; `ledger.csv` and `SHA256SUMS` say the same to Excel and to `sha256sum -c`.

use std::io;

use serde::{Deserialize, Serialize};

use super::plan::pretty;
use crate::handout::messages::CSV_COLUMNS;
use crate::spreadsheet;

/// Version of `ledger.json`, in it as `version`. A change that removes or renames a field, or changes a meaning, raises it.
pub const VERSION: u32 = 1;

/// The name of the ledger in the folder of a hand-out.
pub const FILE: &str = "ledger.json";

/// Exactly what the last run of `camnang handout` covered.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct Ledger {
    pub version: u32,
    /// `camnang 0.1.0`
    pub generator: String,
    /// Id of the edition.
    pub edition: String,
    /// The day as of which the edition states the law, ISO 8601.
    pub as_of: String,
    /// SHA-256 over the corpus; see [`crate::source::Sources::hash`].
    pub corpus_sha256: String,
    /// One for each department that has its files, in the order of the list.
    pub copies: Vec<LedgerCopy>,
    /// The departments whose copy could not be made.
    pub failed: Vec<FailedCopy>,
}

/// The copy of one department.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct LedgerCopy {
    /// Id of the department: `so-tttt-bac-giang`.
    pub id: String,
    pub name: String,
    /// The province or city that it works for.
    pub place: Option<String>,
    /// From the list of the hand-out; the corpus has none.
    pub email: Option<String>,
    /// Printed on the cover, unique in the hand-out: `ipv6-001`.
    pub serial: String,
    /// Ids of the audiences whose duties the copy lists; empty for all.
    pub audiences: Vec<String>,
    /// Which blanks its letter has: `number`, `date`, `signer`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blanks: Vec<String>,
    /// Folder below that of the hand-out.
    pub folder: String,
    /// SHA-256 over everything that the copy was made from. A later run keeps a copy whose key is the same.
    pub key: String,
    /// Booklet, letter, the form where the settings ask for one, what has everything where the booklet does not, ZIP.
    pub files: Vec<LedgerFile>,
}

/// A file of a copy, and its hash.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct LedgerFile {
    pub kind: FileKind,
    /// Below the folder of the hand-out, with `/`: `so-tttt-bac-giang/ipv6-so-tttt-bac-giang.pdf`.
    pub path: String,
    pub bytes: u64,
    /// 64 hex digits.
    pub sha256: String,
}

/// What a file of a copy is.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// The personalised booklet, PDF.
    Booklet,
    /// The covering letter, PDF.
    Letter,
    /// The form to be filled in and sent back, XLSX.
    Form,
    /// The full booklet, beside one that leaves something out.
    Reference,
    /// All of these in one archive.
    Zip,
}

/// A department whose copy could not be made; what it got in an earlier run, if anything, is gone.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct FailedCopy {
    pub id: String,
    pub name: String,
    /// Why, and what to do, in the language of the run.
    pub reason: String,
}

impl LedgerCopy {
    /// The file of a kind; each copy has one of each, but for a reference that it does not need.
    pub fn file(&self, kind: FileKind) -> Option<&LedgerFile> {
        self.files.iter().find(|file| file.kind == kind)
    }
}

/// The name of the table in the folder of a hand-out.
pub const TABLE: &str = "ledger.csv";
/// The name of the list of hashes, which `sha256sum -c SHA256SUMS` reads.
pub const SUMS: &str = "SHA256SUMS";

impl Ledger {
    /// The three files that say it, by name: for programs, from which the others follow, for Excel, for `sha256sum`.
    ///
    /// # Errors
    /// None that these strings can cause.
    pub fn files(&self) -> io::Result<[(&'static str, Vec<u8>); 3]> {
        Ok([(FILE, pretty(self)?), (TABLE, self.table().into_bytes()), (SUMS, self.sums().into_bytes())])
    }

    fn sums(&self) -> String {
        let files = self.copies.iter().flat_map(|copy| &copy.files);
        files.map(|file| format!("{}  {}\n", file.sha256, file.path)).collect()
    }

    /// One row a file.
    fn table(&self) -> String {
        let heads = CSV_COLUMNS.map(str::to_owned);
        let rows = self.copies.iter().flat_map(|copy| copy.files.iter().map(|file| self.row(copy, file)));
        spreadsheet::table(std::iter::once(heads).chain(rows))
    }

    fn row(&self, copy: &LedgerCopy, file: &LedgerFile) -> [String; 13] {
        [
            copy.id.clone(),
            copy.name.clone(),
            copy.place.clone().unwrap_or_default(),
            copy.email.clone().unwrap_or_default(),
            copy.serial.clone(),
            copy.audiences.join(" "),
            self.edition.clone(),
            self.as_of.clone(),
            file.kind.key().to_owned(),
            file.path.clone(),
            file.bytes.to_string(),
            file.sha256.clone(),
            self.corpus_sha256.clone(),
        ]
    }
}

impl FileKind {
    /// Returns the kind as the ledger writes it.
    pub fn key(self) -> &'static str {
        match self {
            FileKind::Booklet => "booklet",
            FileKind::Letter => "letter",
            FileKind::Form => "form",
            FileKind::Reference => "reference",
            FileKind::Zip => "zip",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger() -> Ledger {
        let file = |kind, path: &str| LedgerFile { kind, path: path.to_owned(), bytes: 3, sha256: "0".repeat(64) };
        Ledger {
            version: VERSION,
            generator: "camnang 0.1.0".to_owned(),
            edition: "thu".to_owned(),
            as_of: "2030-01-01".to_owned(),
            corpus_sha256: "1".repeat(64),
            copies: vec![LedgerCopy {
                id: "so-a".to_owned(),
                name: "Sở A".to_owned(),
                place: None,
                email: Some("van-thu@so-a.example".to_owned()),
                serial: "thu-001".to_owned(),
                audiences: vec!["co-quan".to_owned()],
                blanks: Vec::new(),
                folder: "so-a".to_owned(),
                key: "2".repeat(64),
                files: vec![file(FileKind::Booklet, "so-a/thu-so-a.pdf"), file(FileKind::Zip, "so-a/thu-so-a.zip")],
            }],
            failed: vec![FailedCopy { id: "so-b".to_owned(), name: "Sở B".to_owned(), reason: "…".to_owned() }],
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let ledger = ledger();
        let json = serde_json::to_string(&ledger).unwrap();
        assert!(json.contains(r#""kind":"booklet""#) && json.contains(r#""place":null"#), "{json}");
        assert_eq!(serde_json::from_str::<Ledger>(&json).unwrap(), ledger);
        assert_eq!(ledger.copies[0].file(FileKind::Zip).map(|file| file.bytes), Some(3));
        assert_eq!(ledger.copies[0].file(FileKind::Letter), None);
    }

    /// Names and addresses come from a list that somebody else may have written.
    #[test]
    fn the_table_holds_no_formula() {
        let mut ledger = ledger();
        ledger.copies[0].name = "=HYPERLINK(\"http://x.example\")".to_owned();
        ledger.copies[0].place = Some("\t=1+1".to_owned());
        let table = ledger.table();
        let row = table.lines().nth(1).unwrap();
        assert!(table.starts_with("\u{feff}id,name,") && table.ends_with("\r\n"), "{table:?}");
        assert!(
            row.starts_with("so-a,\"'=HYPERLINK(\"\"http://x.example\"\")\",'\t=1+1,van-thu@so-a.example,"),
            "{row}"
        );
        assert_eq!(table.lines().count(), 3);
    }
}
