//! Keys: who may look, and who may write. A key that opens the workbench is in the address that the program opens, and serves
//! once; for it the browser gets a cookie. A form carries another key, made of that of the cookie, so that a page which could
//! be read gives nothing of the cookie away.

use std::collections::BTreeSet;
use std::io;
use std::sync::{Mutex, PoisonError};

use crate::hash::sha256;

/// The keys of one start of the program.
pub struct Access {
    session: String,
    form: String,
    reading: String,
    /// Keys that have not been used.
    opening: Mutex<BTreeSet<String>>,
}

impl Access {
    /// Makes new keys.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn new() -> io::Result<Self> {
        let session = random()?;
        let form = sha256(format!("form {session}").as_bytes());
        let reading = sha256(format!("reading {session}").as_bytes());
        Ok(Access { session, form, reading, opening: Mutex::default() })
    }

    /// Makes a key for an address that is opened.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn opening_key(&self) -> io::Result<String> {
        let key = random()?;
        self.opening.lock().unwrap_or_else(PoisonError::into_inner).insert(sha256(key.as_bytes()));
        Ok(key)
    }

    /// Whether an address has a key that was not used before; from now on it was.
    pub fn open_with(&self, key: &str) -> bool {
        self.opening.lock().unwrap_or_else(PoisonError::into_inner).remove(&sha256(key.as_bytes()))
    }

    /// The value of the cookie.
    pub fn session(&self) -> &str {
        &self.session
    }

    /// The key that forms carry.
    pub fn form(&self) -> &str {
        &self.form
    }

    /// The key in addresses of outputs.
    pub fn reading(&self) -> &str {
        &self.reading
    }

    /// Whether an address has the key for reading outputs.
    pub fn is_reading(&self, value: &str) -> bool {
        is_same(value, &self.reading)
    }

    /// Whether a cookie has the value that the browser was given.
    pub fn is_session(&self, value: &str) -> bool {
        is_same(value, &self.session)
    }

    /// Whether a form carries its key.
    pub fn is_form(&self, value: &str) -> bool {
        is_same(value, &self.form)
    }
}

/// Hashes are compared, so that how long it takes says nothing of the key.
fn is_same(given: &str, key: &str) -> bool {
    sha256(given.as_bytes()) == sha256(key.as_bytes())
}

fn random() -> io::Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(sha256(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_opens_once() {
        let access = Access::new().unwrap();
        let (first, second) = (access.opening_key().unwrap(), access.opening_key().unwrap());
        assert!(access.open_with(&first) && !access.open_with(&first) && access.open_with(&second));
        assert!(!access.open_with("") && !access.open_with(access.session()) && !access.open_with(access.form()));
    }

    #[test]
    fn keys_differ_and_none_is_another() {
        let (access, other) = (Access::new().unwrap(), Access::new().unwrap());
        assert!(access.is_session(access.session()) && access.is_form(access.form()));
        for key in [access.form(), other.session(), "", "x"] {
            assert!(!access.is_session(key));
        }
        assert!(
            access.is_reading(access.reading())
                && !access.is_reading(access.form())
                && !access.is_form(access.reading())
        );
        assert!(!access.is_form(access.session()) && !access.is_form(other.form()) && !access.is_form(""));
    }
}
