//! Bytes of text files as text, whichever of the usual encodings they are in.

use crate::characters::encoding::{self, Encoding};
use crate::characters::legacy::{self, Legacy};
use crate::originals::note::ReadNote;
use crate::originals::refusal::ReadRefusal;

/// Returns the text, lines ended by LF, and a remark where it was not in UTF-8.
///
/// # Errors
/// The encoding is not known, or is UTF-8 with faults in it.
pub fn decoded(bytes: &[u8]) -> Result<(String, Option<ReadNote>), ReadRefusal> {
    let (text, name) = match encoding::read(bytes) {
        Ok(text) => return Ok(of_unicode(text)),
        Err(foreign) => match foreign.encoding {
            Encoding::Utf16Le | Encoding::Utf16Be => (foreign.shown, "UTF-16"),
            Encoding::Legacy(legacy) => (legacy.read(&legacy::western(bytes)), legacy.name()),
            Encoding::Damaged => {
                let line = foreign.shown.get(..foreign.at).unwrap_or_default().lines().count().max(1);
                return Err(ReadRefusal::Damaged(format!("UTF-8, dòng/line {line}")));
            }
            Encoding::Utf32 | Encoding::EightBit => return Err(ReadRefusal::UnknownEncoding),
        },
    };
    Ok((encoding::line_feeds(&text).into_owned(), Some(ReadNote::Encoding(name))))
}

/// Text in UTF-8, whose letters may yet be those of an old encoding.
fn of_unicode(text: &str) -> (String, Option<ReadNote>) {
    let text = encoding::line_feeds(text.strip_prefix('\u{feff}').unwrap_or(text));
    match legacy::find(&text) {
        Some(found) => (by_lines(&text, found.legacy), Some(ReadNote::Encoding(found.legacy.name()))),
        None => (text.into_owned(), None),
    }
}

/// The lines of an old encoding in letters of today; those that have such letters already are none of it.
fn by_lines(text: &str, legacy: Legacy) -> String {
    let is_of_today = |c: char| matches!(c, '\u{1e00}'..='\u{1eff}') || "ĂăĐđƠơƯư".contains(c);
    let line = |line: &str| if line.contains(is_of_today) { line.to_owned() } else { legacy.read(line) };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_encodings_are_read_and_named() {
        let utf16: Vec<u8> = "Nghị định số 1\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, text, name) in [
            ("\u{feff}Nghị định\r\nsố 1".as_bytes(), "Nghị định\nsố 1", None),
            (&utf16, "Nghị định số 1\n", Some("UTF-16")),
            (b"T\xe6 ch\xf8c x\xf6 l\xfd ngh\xde \xae\xdenh", "Tổ chức xử lý nghị định", Some("TCVN3 (ABC)")),
            ("Tæ chøc xö lý\n“Đ” 1".as_bytes(), "Tổ chức xử lý\n“Đ” 1", Some("TCVN3 (ABC)")),
            ("Toå chöùc xöû lyù".as_bytes(), "Tổ chức xử lý", Some("VNI")),
        ] {
            assert_eq!(decoded(bytes), Ok((text.to_owned(), name.map(ReadNote::Encoding))));
        }
        assert_eq!(decoded(b"caf\xe9"), Err(ReadRefusal::UnknownEncoding));
        assert!(matches!(
            decoded("Nghị định\n\u{1ecb}".as_bytes().split_last().unwrap().1),
            Err(ReadRefusal::Damaged(_))
        ));
    }
}
