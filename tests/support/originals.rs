//! Originals of real texts for tests, where they are beside the repository.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "each test uses some of it; a skipped test says so"
)]

use std::fs;
use std::path::{Path, PathBuf};

use camnang::internals::originals::readers::{OutsidePrograms, ReceivedFile, recognise};
use camnang::internals::originals::refusal::ReadRefusal;
use camnang::internals::originals::text::OriginalText;
use icu_normalizer::ComposingNormalizerBorrowed;

/// A file of `../shared/data`; says so where it is not there.
pub fn data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: no {name} in ../shared/data");
    None
}

/// A text composed, with the usual letter Đ.
pub fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).replace('Ð', "Đ")
}

struct NoPrograms;

impl OutsidePrograms for NoPrograms {
    fn pdf_text(&self, _: &[u8]) -> Result<String, ReadRefusal> {
        Err(ReadRefusal::NoProgram("pdftotext"))
    }

    fn to_docx(&self, _: &[u8], _: &str) -> Result<Vec<u8>, ReadRefusal> {
        Err(ReadRefusal::NoProgram("soffice"))
    }
}

/// A received file as its reader reads it.
pub fn original(name: &str) -> Option<OriginalText> {
    let bytes = fs::read(data(&format!("official/{name}"))?).unwrap();
    let reader = recognise(name, &bytes).unwrap();
    Some(reader.read(&ReceivedFile { name, bytes: &bytes, programs: &NoPrograms }).unwrap().text)
}
