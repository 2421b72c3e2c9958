//! The entry point of the workbench, which stays when another corpus is opened: its port, its keys, and who gets the next address.

use std::io;

use super::access::Access;
use crate::diag::Lang;

/// Gets the address at which the workbench can be opened next: an address serves once.
pub type Announce = Box<dyn Fn(&str) + Send + Sync>;

/// The entry point, of one start of the program.
pub struct EntryPoint {
    pub access: Access,
    pub port: u16,
    /// The language of who has not chosen one.
    pub lang: Lang,
    pub announce: Announce,
}

impl EntryPoint {
    /// Makes new keys.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn new(port: u16, lang: Lang, announce: Announce) -> io::Result<Self> {
        Ok(EntryPoint { access: Access::new()?, port, lang, announce })
    }

    /// Makes a new address for a browser, which serves once.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn address(&self) -> io::Result<String> {
        Ok(format!("http://localhost:{}/open?key={}", self.port, self.access.opening_key()?))
    }
}

impl AsRef<EntryPoint> for EntryPoint {
    fn as_ref(&self) -> &EntryPoint {
        self
    }
}
