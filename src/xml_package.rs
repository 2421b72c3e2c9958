//! Packages of XML parts, as office programs and readers of books open them: ZIP archives in which no day of the clock is,
//! nor the system they were made on, so that the same parts give the same bytes.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// What every part begins with.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The vocabulary of the files that say how parts are related.
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// What the kinds of relations of office documents begin with.
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A file of a package.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PackagePart {
    /// With `/`: `word/document.xml`.
    pub name: String,
    pub bytes: Vec<u8>,
    /// Not compressed: what is so already, and what readers look for at a fixed place.
    pub is_stored: bool,
}

/// A relation of a part to another, or to an address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PackageRelation {
    /// `rId7`
    pub id: String,
    /// The whole name of its kind.
    pub kind: String,
    pub target: String,
    pub is_external: bool,
}

impl PackagePart {
    /// Returns a part of text.
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        PackagePart { name: name.into(), bytes: text.into().into_bytes(), is_stored: false }
    }
}

impl PackageRelation {
    /// Returns a relation to another part, of a kind of office documents.
    pub fn office(id: impl Into<String>, kind: &str, target: impl Into<String>) -> Self {
        PackageRelation { id: id.into(), kind: format!("{OFFICE}/{kind}"), target: target.into(), is_external: false }
    }
}

/// Returns the package, its parts in the order given.
///
/// # Errors
/// None that memory can cause.
pub fn packed(parts: &[PackagePart]) -> io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    let options = options.system(System::Unix);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for PackagePart { name, bytes, is_stored } in parts {
        let method = if *is_stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(name.as_str(), options.compression_method(method))?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Returns the part that lists relations.
pub fn relations(all: &[PackageRelation]) -> String {
    let lines = all.iter().map(|PackageRelation { id, kind, target, is_external }| {
        let target = escape(target);
        let mode = if *is_external { " TargetMode=\"External\"" } else { "" };
        format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>")
    });
    format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">{}</Relationships>", lines.collect::<String>())
}

/// Returns the part that lists the types of parts: those of endings, as `png`, and those of single parts by their paths.
pub fn content_types<'a>(
    endings: impl IntoIterator<Item = (&'a str, &'a str)>,
    parts: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> String {
    let usual = [("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")];
    let endings = usual.into_iter().chain(endings);
    let endings = endings.map(|(ending, kind)| format!("<Default Extension=\"{ending}\" ContentType=\"{kind}\"/>"));
    let parts =
        parts.into_iter().map(|(path, kind)| format!("<Override PartName=\"/{path}\" ContentType=\"{kind}\"/>"));
    let all: String = endings.chain(parts).collect();
    format!("{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">{all}</Types>")
}

/// Returns text as XML text or as a quoted attribute. XML cannot write most control characters.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(&mut out, text);
    out
}

/// Appends text as [`escape`] writes it.
pub fn escape_into(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => {}
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// Returns an address with every character written in the way of addresses that one cannot have: programs call a file
/// damaged in which one link is not an address.
pub fn address(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    for (at, byte) in bytes.iter().enumerate() {
        let is_escape = || bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        match byte {
            b'%' if is_escape() => out.push('%'),
            b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'#' | b'@' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')'
            | b'*' | b'+' | b',' | b';' | b'=' => out.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => out.push(char::from(*byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(
            escape("5 < 6 & \"7\" ]]> a\u{7}b\u{ffff}\r\n"),
            "5 &lt; 6 &amp; &quot;7&quot; ]]&gt; a\u{fffd}b\u{fffd}\n"
        );
    }

    #[test]
    fn addresses_are_addresses() {
        assert_eq!(
            address("https://a.example/Điều 1?x=\"y\"&z=%20%zz"),
            "https://a.example/%C4%90i%E1%BB%81u%201?x=%22y%22&z=%20%25zz"
        );
    }

    #[test]
    fn the_same_parts_give_the_same_bytes() {
        let parts = [
            PackagePart { is_stored: true, ..PackagePart::text("mimetype", "application/epub+zip") },
            PackagePart::text("a/b.xml", HEAD),
        ];
        let made = packed(&parts).unwrap();
        assert_eq!(packed(&parts).unwrap(), made);
        // Readers of books look for the type at this place.
        assert_eq!(made[30..58], *b"mimetypeapplication/epub+zip");
        let at = made.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
        assert_eq!(made[at + 5], 3, "made on no other system");
    }
}
