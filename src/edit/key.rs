//! The path of a value in a record: the keys and the numbers of items that lead to it.

use std::fmt;

/// A path such as `relations.0.instrument`; the empty one is the whole record.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct KeyPath(Vec<String>);

impl KeyPath {
    /// The path through these keys, any of which may have a full stop in it, as an id of `web.address` may.
    pub fn of<T: Into<String>>(steps: impl IntoIterator<Item = T>) -> Self {
        KeyPath(steps.into_iter().map(Into::into).collect())
    }

    /// One step further.
    #[must_use]
    pub fn join(&self, step: &str) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.to_owned());
        KeyPath(steps)
    }

    /// Returns the keys and positions from the top of the record down.
    pub fn steps(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// What the value is in, and its name there.
    pub fn split(&self) -> Option<(KeyPath, String)> {
        let (last, parent) = self.0.split_last()?;
        Some((KeyPath(parent.to_vec()), last.clone()))
    }
}

/// Steps are parted by full stops.
impl From<&str> for KeyPath {
    fn from(path: &str) -> Self {
        KeyPath::of(path.split('.').filter(|step| !step.is_empty()))
    }
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("."))
    }
}
