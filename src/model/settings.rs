//! Settings (thiết lập): what an office would have otherwise than the program brings it, all in one file. Every key may be
//! absent; what is absent is as the program has it.

use super::edition::Issuer;

/// What `settings.yaml` says. A new section is a field here, and a reader in `syntax::record::settings`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Settings {
    /// Who issues the editions that do not say it themselves.
    pub issuer: Option<Issuer>,
    pub web: Web,
}

/// The web edition.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Web {
    /// Where it is published: an absolute address, `http:` or `https:`, without a slash at its end.
    pub address: Option<String>,
}
