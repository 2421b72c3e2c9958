//! The layout files, on their way from who reads them ([`crate::source`]) to who lays out with them ([`crate::render`]).

use std::borrow::Cow;
use std::collections::BTreeMap;

/// The layout files and fonts, by their path within the templates folder: `typst/booklet.typ`, `html/base.html`,
/// `fonts/LiberationSerif-Regular.ttf`.
#[derive(Clone, Default, Debug)]
pub struct Templates {
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
    /// The files that an office has put over those of the program or added to them: by the path above, the path on disk as
    /// it was named.
    pub own: BTreeMap<String, String>,
}

impl Templates {
    /// A line of a template, counted from 1, without its end.
    pub fn line(&self, path: &str, line: usize) -> Option<&str> {
        let text = std::str::from_utf8(self.files.get(path)?).ok()?;
        text.lines().nth(line.checked_sub(1)?)
    }

    /// Whether any other file names this one by its last part: includes it, imports it, shows it.
    pub fn is_named(&self, path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path).as_bytes();
        let names = |bytes: &[u8]| bytes.windows(name.len().max(1)).any(|window| window == name);
        let texts = self.files.iter().filter(|(other, _)| {
            *other != path && [".html", ".typ", ".css"].iter().any(|ending| other.ends_with(ending))
        });
        texts.into_iter().any(|(_, bytes)| names(bytes))
    }

    /// The files below a folder such as `html/`, in the order of their paths.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files
            .iter()
            .filter(move |(path, _)| path.starts_with(folder))
            .map(|(path, bytes)| (path.as_str(), &**bytes))
    }
}
