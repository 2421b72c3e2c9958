//! Decodes bytes to text. Only UTF-8 is read; of everything else this says what it most likely is, so that an editor knows what to
//! convert it from.

use std::borrow::Cow;

use super::legacy::{self, Legacy};

/// What bytes that are no UTF-8 most likely are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf16Le,
    Utf16Be,
    Utf32,
    /// One byte a letter, in an encoding that Vietnamese was written in.
    Legacy(Legacy),
    /// UTF-8, but for a few bytes.
    Damaged,
    /// One byte a letter; the words do not show which.
    EightBit,
}

/// Bytes that are no UTF-8.
#[derive(PartialEq, Eq, Debug)]
pub struct NotUtf8 {
    pub encoding: Encoding,
    /// As much of the text as can be shown; nothing may be made of it.
    pub shown: String,
    /// The first byte of `shown` that could not be read.
    pub at: usize,
}

/// The text of a file.
///
/// # Errors
/// What the bytes are if they are not UTF-8. Most texts in UTF-16 are sound UTF-8 by accident, with a NUL after every
/// letter, so that is looked for first.
pub fn read(bytes: &[u8]) -> Result<&str, NotUtf8> {
    if let Some(encoding) = wide(bytes) {
        return Err(NotUtf8 { encoding, shown: from_wide(bytes, encoding), at: 0 });
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let (sound, _) = bytes.split_at(error.valid_up_to());
        let at = line_feeds(&String::from_utf8_lossy(sound)).len();
        NotUtf8 { encoding: narrow(bytes), shown: line_feeds(&String::from_utf8_lossy(bytes)).into_owned(), at }
    })
}

/// Lines end with LF, however the file ends them.
pub fn line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// UTF-16 or UTF-32, by the mark at the start or by the NULs: every second byte of Latin letters in UTF-16 is one, and
/// of Vietnamese text at least every fourth byte. Other text that is not in UTF-16 has none, or has them at random.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => return Some(Encoding::Utf32),
        [0xff, 0xfe, ..] => return Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let (pairs, _) = bytes.as_chunks::<2>();
    let nuls = |which: fn(&[u8; 2]) -> u8| pairs.iter().filter(|pair| which(pair) == 0).count();
    let (first, second) = (nuls(|[first, _]| *first), nuls(|[_, second]| *second));
    let many = |count: usize| pairs.len() >= 4 && count >= pairs.len() / 4;
    let none = |count: usize| count <= pairs.len() / 50;
    match (many(first), many(second)) {
        (false, true) if none(first) => Some(Encoding::Utf16Le),
        (true, false) if none(second) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn from_wide(bytes: &[u8], encoding: Encoding) -> String {
    let unit = match encoding {
        Encoding::Utf16Be => u16::from_be_bytes,
        _ => u16::from_le_bytes,
    };
    let (pairs, _) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    let text = String::from_utf16_lossy(&units);
    line_feeds(text.trim_start_matches('\u{feff}')).into_owned()
}

fn narrow(bytes: &[u8]) -> Encoding {
    match legacy::find(&legacy::western(bytes)) {
        Some(found) if found.legacy == Legacy::Utf8Twice => Encoding::Damaged,
        Some(found) => Encoding::Legacy(found.legacy),
        None => Encoding::EightBit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "---\r\nid: nd-1-2030.dieu-1\r\n---\r\nTổ chức xử lý nghị định này.\r\n";

    fn encoding(bytes: &[u8]) -> Option<Encoding> {
        read(bytes).err().map(|foreign| foreign.encoding)
    }

    #[test]
    fn utf_8_is_read() {
        for text in [TEXT, "", "a", "\u{feff}a", "a\0b", "\0\0\0\0", "漢字"] {
            assert_eq!(read(text.as_bytes()), Ok(text));
        }
    }

    #[test]
    fn utf_16_is_recognised_with_and_without_a_mark() {
        for (mark, letters) in [("\u{feff}", TEXT), ("", TEXT), ("", "id: a\n"), ("\u{feff}", "漢字漢字")] {
            let text = format!("{mark}{letters}");
            let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(encoding(&le), Some(Encoding::Utf16Le), "{letters}");
            assert_eq!(encoding(&be), Some(Encoding::Utf16Be), "{letters}");
            assert_eq!(read(&le).unwrap_err().shown, letters.replace("\r\n", "\n"));
        }
        assert_eq!(encoding(&[0xff, 0xfe, 0, 0, b'a', 0, 0, 0]), Some(Encoding::Utf32));
    }

    #[test]
    fn old_encodings_are_distinguished() {
        let tcvn = b"T\xe6 ch\xf8c x\xf6 l\xfd ngh\xde \xae\xdenh";
        assert_eq!(encoding(tcvn), Some(Encoding::Legacy(Legacy::Tcvn3)));
        let windows = b"T\xf4\xd2 ch\xfd\xecc x\xfd\xd2 ly\xec nghi\xf2 \xf0i\xf2nh";
        assert_eq!(encoding(windows), Some(Encoding::Legacy(Legacy::Windows1258)));
        assert_eq!(encoding(b"caf\xe9"), Some(Encoding::EightBit));
        let damaged = [TEXT.as_bytes(), b"\xe1\xbb"].concat();
        assert_eq!(encoding(&damaged), Some(Encoding::Damaged));
    }

    #[test]
    fn the_first_foreign_byte_has_a_place() {
        let foreign = read(b"a\r\nb\xe9").unwrap_err();
        assert_eq!((foreign.shown.as_str(), foreign.at), ("a\nb\u{fffd}", 3));
    }
}
