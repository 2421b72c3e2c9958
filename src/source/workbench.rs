//! The files of the workbench that travel in the program: pages that only an editor sees. They are no layout of a booklet, and
//! no office's to replace.

use std::path::Path;

use include_dir::Dir;

use super::BUILTIN;

const FOLDER: &str = "workbench";

/// Whether a folder of the templates is that of the workbench.
pub(super) fn is_of_it(folder: &Path) -> bool {
    folder == Path::new(FOLDER)
}

/// Whether a file of a folder of templates is one of the workbench's, unchanged: who copies all that is shipped copies it too.
pub(super) fn is_shipped(path: &str, bytes: &[u8]) -> bool {
    path.starts_with(FOLDER) && BUILTIN.get_file(path).is_some_and(|file| file.contents() == bytes)
}

/// Every file, by its name.
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let files = BUILTIN.get_dir(FOLDER).into_iter().flat_map(Dir::files);
    files.filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents())))
}

/// Returns a style, script or font; the fonts are those of the site.
pub fn file(name: &str) -> Option<&'static [u8]> {
    let own = files().find(|(known, _)| *known == name).map(|(_, bytes)| bytes);
    let font = || BUILTIN.get_file(format!("html/{name}")).filter(|_| name.ends_with(".woff2"));
    own.or_else(|| font().map(|file| file.contents()))
}
