//! Forms that were not saved yet, as they were last sent: they outlast a page that is closed, and a program that ends. One
//! file for each record, in a folder of the workbench's own.

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::address::RecordAddress;
use super::page_request::Pairs;
use crate::hash::sha256;
use crate::publish;
use crate::source::built;

/// The folder of what is not saved.
pub struct Drafts {
    folder: PathBuf,
}

/// A form with the moment at which it was sent.
#[derive(Serialize, Deserialize)]
pub struct KeptForm {
    /// `/records/excerpt/nd-72-2013.dieu-18`
    pub address: String,
    /// RFC 3339.
    pub at: String,
    pub fields: Pairs,
}

impl Drafts {
    /// The forms in a folder.
    pub fn new(folder: PathBuf) -> Self {
        Drafts { folder }
    }

    /// Ids of records may be longer than a name of a file.
    fn place(&self, address: &RecordAddress) -> PathBuf {
        self.folder.join(format!("{}.json", sha256(address.to_string().as_bytes())))
    }

    /// Keeps a form in the place of the one before.
    ///
    /// # Errors
    /// The disk does not take it.
    pub fn keep(&self, address: &RecordAddress, fields: &[(String, String)], at: String) -> io::Result<()> {
        let kept = KeptForm { address: address.to_string(), at, fields: fields.to_vec() };
        publish::write_private(&self.place(address), &serde_json::to_vec(&kept)?)
    }

    /// Returns the form of a record that was not saved.
    pub fn kept(&self, address: &RecordAddress) -> Option<KeptForm> {
        let kept: KeptForm = serde_json::from_slice(&built::bytes(&self.place(address)).ok()?).ok()?;
        Some(kept).filter(|kept| kept.address == address.to_string())
    }

    /// Forgets the form of a record: it was saved, or is not wanted.
    pub fn forget(&self, address: &RecordAddress) {
        publish::forget_private(&self.place(address));
    }

    /// The addresses of the records with a form that was not saved.
    pub fn addresses(&self) -> Vec<String> {
        let files = built::files_below(&self.folder).unwrap_or_default();
        let kept = files.iter().filter_map(|file| built::bytes(&self.folder.join(file)).ok());
        let mut all: Vec<String> =
            kept.filter_map(|bytes| serde_json::from_slice::<KeptForm>(&bytes).ok()).map(|kept| kept.address).collect();
        all.sort();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_kept_until_it_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let drafts = Drafts::new(folder.path().join("drafts"));
        let address = RecordAddress::new("excerpt", "nd-1.dieu-2").unwrap();
        assert!(drafts.kept(&address).is_none() && drafts.addresses().is_empty());
        let fields = [("text:title".to_owned(), "Một".to_owned())];
        drafts.keep(&address, &[], "1".to_owned()).unwrap();
        drafts.keep(&address, &fields, "2".to_owned()).unwrap();
        let kept = Drafts::new(folder.path().join("drafts")).kept(&address).unwrap();
        assert_eq!((kept.at.as_str(), kept.fields.as_slice()), ("2", &fields[..]));
        assert!(drafts.kept(&RecordAddress::new("excerpt", "nd-1.dieu-3").unwrap()).is_none());
        assert_eq!(drafts.addresses(), ["/records/excerpt/nd-1.dieu-2"]);
        drafts.forget(&address);
        assert!(drafts.kept(&address).is_none());
    }
}
