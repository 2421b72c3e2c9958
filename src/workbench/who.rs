//! Who sits at the device, as that person says, and why something is saved.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use url::form_urlencoded::{byte_serialize, parse};

use super::Workbench;
use super::page_request::PageRequest;
use crate::history::{NotSaved, NotedFile, NotedSave};

/// The cookie with the name that was given last, so that the device remembers it.
pub const NAME_COOKIE: &str = "camnang-name";

/// A name may have so many letters, a reason so many.
const LONGEST: usize = 200;

/// The notes beside a save.
#[derive(Default)]
pub struct SaveNote {
    pub by: Option<String>,
    pub why: Option<String>,
    pub undoes: Option<u64>,
}

impl SaveNote {
    /// The name and the reason that a form says.
    pub fn of(page_request: &PageRequest) -> Self {
        SaveNote { by: line(page_request.field("by")), why: line(page_request.field("why")), undoes: None }
    }
}

/// Text on one line; nothing where there is none.
pub fn line(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|sign| !sign.is_control()).take(LONGEST).collect();
    (!line.is_empty()).then_some(line)
}

/// Reads the name in a cookie.
pub fn of_cookie(value: &str) -> String {
    // As a field of a form is written: any name in letters that a cookie may have.
    parse(format!("name={value}").as_bytes()).next().and_then(|(_, name)| line(&name)).unwrap_or_default()
}

/// The answer, after which the device remembers the name; an empty one is forgotten.
pub fn remembered(mut response: Response, name: Option<&str>) -> Response {
    let value: String = byte_serialize(name.unwrap_or_default().as_bytes()).collect();
    let age = if name.is_some() { 31_536_000 } else { 0 };
    let cookie = format!("{NAME_COOKIE}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={age}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

impl Workbench {
    /// Makes a save with who and why, and returns its number in the journal.
    ///
    /// # Errors
    /// It was not made.
    pub fn save_noted(&self, files: Vec<NotedFile>, note: SaveNote) -> Result<u64, NotSaved> {
        self.journal.save(self.live_corpus.root(), &self.noted(files, note))
    }

    /// Notes a save that a command has made, and returns its number in the journal.
    ///
    /// # Errors
    /// The journal cannot be written.
    pub fn note_made(&self, files: Vec<NotedFile>, note: SaveNote) -> std::io::Result<u64> {
        self.journal.note(&self.noted(files, note))
    }

    fn noted(&self, files: Vec<NotedFile>, note: SaveNote) -> NotedSave {
        let SaveNote { by, why, undoes } = note;
        NotedSave { number: 0, is_made: false, at: (self.clock)().to_string(), by, why, undoes, files }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_comes_back_from_its_cookie() {
        for name in ["Nguyễn Thị Lan", "Lan; Path=/", "50% + x & y=z", "\u{1f600}"] {
            let response = remembered(Response::default(), Some(name));
            let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
            let value = cookie.split(';').next().unwrap().strip_prefix("camnang-name=").unwrap();
            assert_eq!(of_cookie(value), name);
        }
        assert_eq!(of_cookie(""), "");
        assert_eq!(line(" a\n b\t"), Some("a b".to_owned()));
        assert_eq!(line(" \n"), None);
    }
}
