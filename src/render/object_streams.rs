//! The small objects of a finished PDF in compressed streams, with a compressed table of where they are (ISO 32000-1,
//! 7.5.7 and 7.5.8).
//!
//! Typst writes each object as plain text: the structure tree and the links, by which everyone can read a booklet, are half
//! of its file. No object is changed here. Those that are streams stay as they are, the others move byte for byte.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Objects in a stream: a reader unpacks a whole stream for one of its objects, and short streams compress worse.
const OBJECTS_A_STREAM: usize = 200;

/// Returns the file with its small objects packed. A file of another form than Typst writes stays as it is.
pub(super) fn packed(pdf: Vec<u8>) -> Vec<u8> {
    PlainFile::read(&pdf).and_then(|file| file.packed()).unwrap_or(pdf)
}

/// A PDF with a table of places in plain text, taken apart.
struct PlainFile<'a> {
    /// All bytes before the first object.
    head: &'a [u8],
    /// By number, from 1.
    objects: Vec<PlainObject<'a>>,
    /// The entries of the trailer after the size.
    trailer: &'a [u8],
}

/// An object as its file has it.
struct PlainObject<'a> {
    /// With its number, and what parts it from the next.
    whole: &'a [u8],
    /// All bytes between `obj` and `endobj`.
    content: &'a [u8],
}

/// Where an object of the packed file is.
#[derive(Clone, Copy)]
enum ObjectPlace {
    Free,
    At(usize),
    In { stream: usize, index: usize },
}

/// Around the place of the table.
const START: &[u8] = b"startxref\n";
const END: &[u8] = b"\n%%EOF";

impl<'a> PlainFile<'a> {
    fn read(pdf: &'a [u8]) -> Option<Self> {
        let end = pdf.windows(START.len()).rposition(|window| window == START)?;
        let start: usize = text(pdf.get(end + START.len()..)?.strip_suffix(END)?)?.parse().ok()?;
        let (count, table) = number(pdf.get(start..end)?.strip_prefix(b"xref\n0 ")?)?;
        let (entries, trailer) = table.strip_prefix(b"\n")?.split_at_checked(count.checked_mul(PLAIN_ENTRY)?)?;
        let (size, trailer) = number(trailer.strip_prefix(b"trailer\n<</Size ")?)?;
        let offsets = offsets(entries)?;
        let ends = offsets.iter().copied().skip(1).chain([start]);
        let objects =
            offsets.iter().zip(ends).zip(1..).map(|((from, to), id)| PlainObject::read(pdf.get(*from..to)?, id));
        let objects: Vec<_> = objects.collect::<Option<_>>()?;
        let head = pdf.get(..*offsets.first()?)?;
        (size == count).then_some(PlainFile { head, objects, trailer: trailer.strip_suffix(b">>\n")? })
    }

    fn packed(&self) -> Option<Vec<u8>> {
        let mut file = self.head.to_vec();
        let mut entries = vec![ObjectPlace::Free; self.objects.len() + 1];
        let (streams, small): (Vec<_>, Vec<_>) =
            self.objects.iter().zip(1..).partition(|(object, _)| object.is_stream());
        for (object, id) in streams {
            *entries.get_mut(id)? = ObjectPlace::At(file.len());
            file.extend_from_slice(object.whole);
        }
        for group in small.chunks(OBJECTS_A_STREAM) {
            let stream = entries.len();
            for (index, (_, id)) in group.iter().enumerate() {
                *entries.get_mut(*id)? = ObjectPlace::In { stream, index };
            }
            entries.push(ObjectPlace::At(file.len()));
            write_object_stream(&mut file, stream, group)?;
        }
        self.write_places(&mut file, entries)?;
        Some(file)
    }

    /// The table of places, itself an object, and where it is.
    fn write_places(&self, file: &mut Vec<u8>, mut entries: Vec<ObjectPlace>) -> Option<()> {
        let (id, start) = (entries.len(), file.len());
        entries.push(ObjectPlace::At(start));
        let mut head =
            format!("<</Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns {PACKED_ENTRY}>>/Size {}", entries.len())
                .into_bytes();
        head.extend_from_slice(self.trailer);
        write_stream(file, id, &head, &rows(&entries)?)?;
        // With the end of the line, what a signer appends begins a line of its own, as PDF/A wants it (ISO 19005-2, 6.1.9).
        write!(file, "startxref\n{start}\n%%EOF\n").ok()
    }
}

impl<'a> PlainObject<'a> {
    fn read(whole: &'a [u8], id: usize) -> Option<Self> {
        let content = whole.trim_ascii_end().strip_prefix(format!("{id} 0 obj\n").as_bytes())?;
        Some(PlainObject { whole, content: content.strip_suffix(b"\nendobj")? })
    }

    fn is_stream(&self) -> bool {
        self.content.ends_with(b"\nendstream")
    }
}

/// `0000000018 00000 n`, with two bytes that end a line.
const PLAIN_ENTRY: usize = 20;

/// Where the objects begin, in their order; `None` where one is free or stands before one with a smaller number.
fn offsets(entries: &[u8]) -> Option<Vec<usize>> {
    let used = entries.chunks_exact(PLAIN_ENTRY).skip(1);
    let offsets: Vec<usize> = used
        .map(|entry| text(entry.get(..10)?).filter(|_| entry.get(17) == Some(&b'n'))?.parse().ok())
        .collect::<Option<_>>()?;
    offsets.is_sorted().then_some(offsets)
}

fn write_object_stream(file: &mut Vec<u8>, id: usize, group: &[(&PlainObject<'_>, usize)]) -> Option<()> {
    let (mut index, mut contents) = (String::new(), Vec::new());
    for (object, id) in group {
        index += &format!("{id} {} ", contents.len());
        contents.extend_from_slice(object.content);
        contents.push(b'\n');
    }
    let head = format!("<</Type/ObjStm/N {}/First {}", group.len(), index.len());
    write_stream(file, id, head.as_bytes(), &[index.as_bytes(), &contents].concat())
}

/// `head` is the dictionary, as far as it goes.
fn write_stream(file: &mut Vec<u8>, id: usize, head: &[u8], data: &[u8]) -> Option<()> {
    let data = deflated(data)?;
    writeln!(file, "{id} 0 obj").ok()?;
    file.extend_from_slice(head);
    write!(file, "/Filter/FlateDecode/Length {}>>\nstream\n", data.len()).ok()?;
    file.extend_from_slice(&data);
    file.extend_from_slice(b"\nendstream\nendobj\n\n");
    Some(())
}

fn deflated(data: &[u8]) -> Option<Vec<u8>> {
    // The best compression takes five times as long for 2 % fewer bytes.
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(data.len() / 4), Compression::default());
    encoder.write_all(data).ok()?;
    encoder.finish().ok()
}

/// A kind, a place or the number of a stream, an index or a generation.
const PACKED_ENTRY: usize = 1 + 4 + 2;

/// The entries as bytes, each as its difference from the one before: neighbours differ little.
fn rows(entries: &[ObjectPlace]) -> Option<Vec<u8>> {
    const UP: u8 = 2;
    let mut rows = Vec::with_capacity(entries.len() * (1 + PACKED_ENTRY));
    let mut before = [0; PACKED_ENTRY];
    for entry in entries {
        let row = entry.row()?;
        rows.push(UP);
        rows.extend(row.iter().zip(before).map(|(byte, above)| byte.wrapping_sub(above)));
        before = row;
    }
    Some(rows)
}

impl ObjectPlace {
    fn row(self) -> Option<[u8; PACKED_ENTRY]> {
        let (kind, place, index) = match self {
            // No object is freed, so none may be used again.
            ObjectPlace::Free => (0, 0, usize::from(u16::MAX)),
            ObjectPlace::At(place) => (1, place, 0),
            ObjectPlace::In { stream, index } => (2, stream, index),
        };
        let [a, b, c, d] = u32::try_from(place).ok()?.to_be_bytes();
        let [e, f] = u16::try_from(index).ok()?.to_be_bytes();
        Some([kind, a, b, c, d, e, f])
    }
}

/// A number at the start, and what is after it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let end = bytes.iter().position(|byte| !byte.is_ascii_digit())?;
    let (digits, rest) = bytes.split_at_checked(end)?;
    Some((text(digits)?.parse().ok()?, rest))
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use lopdf::Document;

    use super::*;

    /// A page with a stream, as Typst's writer would write it.
    fn plain() -> Vec<u8> {
        let objects: [&[u8]; 4] = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            b"<</Length 3>>\nstream\nq Q\nendstream",
        ];
        let mut file = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n".to_vec();
        let mut table = String::from("xref\n0 5\n0000000000 65535 f\r\n");
        for (object, id) in objects.iter().zip(1..) {
            table += &format!("{:010} 00000 n\r\n", file.len());
            file.extend([format!("{id} 0 obj\n").as_bytes(), object, b"\nendobj\n\n"].concat());
        }
        let start = file.len();
        file.extend(
            format!("{table}trailer\n<</Size 5/Root 1 0 R/ID[(\u{1})(\n)]>>\nstartxref\n{start}\n%%EOF").into_bytes(),
        );
        file
    }

    #[test]
    fn every_object_is_found_as_it_was() {
        let (before, after) = (plain(), packed(plain()));
        assert!(after.ends_with(b"\n%%EOF\n"));
        assert!(after.windows(7).any(|window| window == b"/ObjStm") && !after.windows(6).any(|it| it == b"/Pages"));
        let (before, after) = (Document::load_mem(&before).unwrap(), Document::load_mem(&after).unwrap());
        for (id, object) in &before.objects {
            assert_eq!(format!("{:?}", after.get_object(*id).unwrap()), format!("{object:?}"));
        }
        assert_eq!(after.get_pages(), before.get_pages());
        assert_eq!(after.trailer.get(b"ID").unwrap(), before.trailer.get(b"ID").unwrap());
    }

    #[test]
    fn what_is_not_as_expected_stays_as_it_is() {
        let whole = plain();
        for end in 0..whole.len() {
            assert_eq!(packed(whole[..end].to_vec()), whole[..end], "{end}");
        }
        let once = packed(plain());
        assert_eq!(packed(once.clone()), once);
        let other = |from: &str, to: &str| {
            let at = whole.windows(from.len()).position(|window| window == from.as_bytes()).unwrap();
            [&whole[..at], to.as_bytes(), &whole[at + from.len()..]].concat()
        };
        for spoilt in [other("2 0 obj", "9 0 obj"), other("/Size 5", "/Size 6"), other("00000 n", "00000 f")] {
            assert_eq!(packed(spoilt.clone()), spoilt);
        }
    }
}
