//! The layout files, on their way from who reads them ([`crate::source`]) to who lays out with them ([`crate::render`]).

use std::borrow::Cow;
use std::collections::BTreeMap;

/// The layout files and fonts, by their path within the templates folder: `typst/booklet.typ`, `html/base.html`,
/// `fonts/LiberationSerif-Regular.ttf`.
#[derive(Clone, Default, Debug)]
pub struct Templates {
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Templates {
    /// The files below a folder such as `html/`, in the order of their paths.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files
            .iter()
            .filter(move |(path, _)| path.starts_with(folder))
            .map(|(path, bytes)| (path.as_str(), &**bytes))
    }
}
