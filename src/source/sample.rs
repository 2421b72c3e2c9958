//! The invented booklet that travels in the program, to be tried out: its instruments do not exist.

use include_dir::{Dir, include_dir};

static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/sample/corpus");

/// Every file, by its path in the corpus.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    gather(&SAMPLE, &mut files);
    files
}

fn gather(folder: &Dir<'_>, files: &mut Vec<(String, Vec<u8>)>) {
    let path = |file: &include_dir::File<'_>| file.path().to_string_lossy().replace('\\', "/");
    files.extend(folder.files().map(|file| (path(file), file.contents().to_owned())));
    folder.dirs().for_each(|inner| gather(inner, files));
}
