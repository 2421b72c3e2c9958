//! A form with a file, as browsers send it (`multipart/form-data`). It has been read as a whole, and is bounded.

use super::page_request::Pairs;

/// A file that was sent, by the name that it has on the sender's disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PostedFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The fields and files of a form.
#[derive(Default, PartialEq, Eq, Debug)]
pub struct Multipart {
    pub fields: Pairs,
    pub files: Vec<PostedFile>,
}

const END_OF_LINE: &[u8] = b"\r\n";
const END_OF_HEAD: &[u8] = b"\r\n\r\n";

/// The kind of these forms.
pub const KIND: &str = "multipart/form-data";

/// Reads a form by its kind, which names the boundary between the parts. `None`: it is none, or damaged.
pub fn read(kind: &str, body: &[u8]) -> Option<Multipart> {
    let boundary = kind.split(';').skip(1).find_map(|part| part.trim().strip_prefix("boundary="))?.trim_matches('"');
    let boundary = format!("--{boundary}");
    let mut form = Multipart::default();
    let mut rest = body.strip_prefix(boundary.as_bytes())?;
    let between = [END_OF_LINE, boundary.as_bytes()].concat();
    while !rest.starts_with(b"--") {
        rest = rest.strip_prefix(END_OF_LINE)?;
        let (head, behind) = split(rest, END_OF_HEAD)?;
        let (content, behind) = split(behind, &between)?;
        form.add(std::str::from_utf8(head).ok()?, content)?;
        rest = behind;
    }
    Some(form)
}

impl Multipart {
    fn add(&mut self, head: &str, content: &[u8]) -> Option<()> {
        let is_it = |line: &&str| line.get(..20).is_some_and(|name| name.eq_ignore_ascii_case("content-disposition:"));
        let line = head.split("\r\n").find(is_it)?;
        let name = value(line, "name")?;
        match value(line, "filename") {
            Some(file) => self.files.push(PostedFile { name: file, bytes: content.to_vec() }),
            None => self.fields.push((name, String::from_utf8(content.to_vec()).ok()?)),
        }
        Some(())
    }
}

fn split<'b>(bytes: &'b [u8], at: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let place = bytes.windows(at.len()).position(|window| window == at)?;
    Some((bytes.get(..place)?, bytes.get(place + at.len()..)?))
}

/// The value of `name="value"` in a line; browsers write a quotation mark in it as `%22`.
fn value(line: &str, name: &str) -> Option<String> {
    let (_, behind) = line.split_once(&format!("; {name}=\""))?;
    Some(behind.split_once('"')?.0.replace("%22", "\"").replace("%0D", "").replace("%0A", ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: &str = "multipart/form-data; boundary=----x";

    fn body(parts: &[&str]) -> Vec<u8> {
        let parts: String = parts.iter().map(|part| format!("------x\r\n{part}\r\n")).collect();
        format!("{parts}------x--\r\n").into_bytes()
    }

    #[test]
    fn fields_and_files_are_read() {
        let field = "Content-Disposition: form-data; name=\"key\"\r\n\r\nmột\r\n\r\nhai";
        let file = "content-disposition: form-data; name=\"f\"; filename=\"a %22b%22.docx\"\r\nContent-Type: x/y\r\n\r\n\r\n--\r\n";
        let form = read(KIND, &body(&[field, file])).unwrap();
        assert_eq!(form.fields, [("key".to_owned(), "một\r\n\r\nhai".to_owned())]);
        assert_eq!(form.files, [PostedFile { name: "a \"b\".docx".to_owned(), bytes: b"\r\n--\r\n".to_vec() }]);
        assert_eq!(read(KIND, &body(&[])), Some(Multipart::default()));
    }

    #[test]
    fn damage_is_no_form() {
        let whole = body(&["Content-Disposition: form-data; name=\"a\"\r\n\r\nb"]);
        assert!(read(KIND, &whole).is_some());
        for length in 0..whole.len() - 4 {
            assert_eq!(read(KIND, &whole[..length]), None, "{length}");
        }
        for kind in ["multipart/form-data", "multipart/form-data; boundary=y", "text/plain"] {
            assert_eq!(read(kind, &whole), None, "{kind}");
        }
        for part in
            ["", "a\r\n\r\nb", "Content-Disposition: form-data\r\n\r\nb", "Content-Disposition: form-data; name=\"a"]
        {
            assert_eq!(read(KIND, &body(&[part])), None, "{part}");
        }
    }
}
