//! The verbs of clauses that end a text (chấm dứt hiệu lực).

/// The verb of a clause that ends a text without putting another in its place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum EndVerb {
    Expires,
    Terminated,
    NoLonger,
}

impl EndVerb {
    pub const ALL: [EndVerb; 3] = [EndVerb::Expires, EndVerb::Terminated, EndVerb::NoLonger];

    /// Returns the key in YAML, which is the verb itself.
    pub fn key(self) -> &'static str {
        match self {
            EndVerb::Expires => "hết hiệu lực",
            EndVerb::Terminated => "chấm dứt hiệu lực",
            EndVerb::NoLonger => "không còn hiệu lực",
        }
    }

    pub(super) fn active(self, whole: bool) -> &'static str {
        match (self, whole) {
            (EndVerb::Expires, true) => "làm hết hiệu lực",
            (EndVerb::Expires, false) => "làm hết hiệu lực một phần",
            (EndVerb::Terminated, true) => "chấm dứt hiệu lực",
            (EndVerb::Terminated, false) => "chấm dứt hiệu lực một phần",
            (EndVerb::NoLonger, true) => "làm cho không còn hiệu lực",
            (EndVerb::NoLonger, false) => "làm cho không còn hiệu lực một phần",
        }
    }

    pub(super) fn passive_of_a_part(self) -> &'static str {
        match self {
            EndVerb::Expires => "hết hiệu lực một phần theo",
            EndVerb::Terminated => "bị chấm dứt hiệu lực một phần theo",
            EndVerb::NoLonger => "không còn hiệu lực một phần theo",
        }
    }

    /// Returns the words before the act that does it.
    pub fn passive(self) -> &'static str {
        match self {
            EndVerb::Expires => "hết hiệu lực theo",
            EndVerb::Terminated => "bị chấm dứt hiệu lực theo",
            EndVerb::NoLonger => "không còn hiệu lực theo",
        }
    }
}
