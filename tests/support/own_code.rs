//! Our own code, for tests that read it.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test")]

use std::fs;
use std::path::Path;

/// The text of every file of `src/` but those of tests, by its path there.
pub fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
    let rust = files.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
    let named = rust.map(|entry| {
        let name = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        (name, fs::read_to_string(entry.path()).unwrap())
    });
    let mut ours: Vec<(String, String)> =
        named.filter(|(name, _)| !name.split('/').any(|part| part == "tests" || part == "tests.rs")).collect();
    ours.sort();
    ours
}

/// Whether what bears these attributes is only compiled for tests.
pub fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}
