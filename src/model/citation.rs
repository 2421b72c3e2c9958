//! A citation as found in running text.
use std::ops::Range;
/// Placeholder until the citation parser lands.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    pub range: Range<usize>,
}
