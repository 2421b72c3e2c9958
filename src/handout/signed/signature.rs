//! One signature of a PDF, and what it says of itself.

use lopdf::{Dictionary, Document, Object, decode_text_string};

/// What a signature says of itself; nothing of it is proven.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Signature {
    /// The name of its field: `Signature1`.
    pub field: String,
    /// Of the signer.
    pub name: Option<String>,
    /// As readers see days: `30/11/2026`.
    pub day: Option<String>,
    pub reason: Option<String>,
    pub place: Option<String>,
    /// Where the first part of what it covers ends, where the second begins, and how long that is.
    range: Option<[usize; 3]>,
    contents: Vec<u8>,
}

impl Signature {
    /// Reads the value of a signature field. `None` where it is none.
    pub(super) fn read(document: &Document, field: &Dictionary) -> Option<Self> {
        let value = document.dereference(field.get(b"V").ok()?).ok()?.1.as_dict().ok()?;
        let text = |of: &Dictionary, key: &[u8]| of.get(key).ok().and_then(|value| decode_text_string(value).ok());
        Some(Signature {
            field: text(field, b"T").unwrap_or_default(),
            name: text(value, b"Name"),
            day: text(value, b"M").as_deref().and_then(day),
            reason: text(value, b"Reason"),
            place: text(value, b"Location"),
            range: value.get(b"ByteRange").ok().and_then(range),
            contents: value.get(b"Contents").and_then(Object::as_str).unwrap_or_default().to_vec(),
        })
    }

    /// Whether it covers every byte of the file but its own digits.
    pub(super) fn covers(&self, bytes: &[u8]) -> bool {
        let Some([end, again, length]) = self.range else { return false };
        let hole = bytes.get(end..again).and_then(|hole| hole.strip_prefix(b"<")?.strip_suffix(b">"));
        again.checked_add(length) == Some(bytes.len()) && hole.and_then(unhex).is_some_and(|hole| hole == self.contents)
    }
}

/// `[0 end again length]`
fn range(value: &Object) -> Option<[usize; 3]> {
    let numbers = value.as_array().ok()?.iter().map(|number| number.as_i64().ok()?.try_into().ok());
    match numbers.collect::<Option<Vec<usize>>>()?.as_slice() {
        [0, end, again, length] => Some([*end, *again, *length]),
        _ => None,
    }
}

fn unhex(digits: &[u8]) -> Option<Vec<u8>> {
    let half = |digit: u8| char::from(digit).to_digit(16).and_then(|half| u8::try_from(half).ok());
    let pairs = digits.chunks(2).map(|pair| match pair {
        [high, low] => Some(half(*high)? << 4 | half(*low)?),
        _ => None,
    });
    pairs.collect()
}

/// `D:20261130155237+07'00'`
fn day(text: &str) -> Option<String> {
    let digits = text.strip_prefix("D:").unwrap_or(text).get(..8)?;
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| format!("{}/{}/{}", &digits[6..], &digits[4..6], &digits[..4]))
}
