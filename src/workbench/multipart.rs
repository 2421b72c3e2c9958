//! A form with a file, as browsers send it (`multipart/form-data`). It has been read as a whole, and is bounded.

use axum::body::Body;
use multer::Field;

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

/// The kind of these forms.
pub const KIND: &str = "multipart/form-data";

/// Reads a form by its kind, which names the boundary between the parts. `None`: it is none, or damaged.
pub async fn read(kind: &str, body: Vec<u8>) -> Option<Multipart> {
    let boundary = multer::parse_boundary(kind).ok()?;
    let mut parts = multer::Multipart::new(Body::from(body).into_data_stream(), boundary);
    let mut form = Multipart::default();
    while let Some(part) = parts.next_field().await.ok()? {
        form.add(part).await?;
    }
    Some(form)
}

impl Multipart {
    async fn add(&mut self, part: Field<'_>) -> Option<()> {
        // Browsers write a quotation mark in a name as `%22`.
        let file = part.file_name().map(|name| name.replace("%22", "\""));
        let name = part.name()?.to_owned();
        let bytes = part.bytes().await.ok()?.to_vec();
        match file {
            Some(name) => self.files.push(PostedFile { name, bytes }),
            None => self.fields.push((name, String::from_utf8(bytes).ok()?)),
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: &str = "multipart/form-data; boundary=----x";

    fn read(kind: &str, body: &[u8]) -> Option<Multipart> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(super::read(kind, body.to_vec()))
    }

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
            ["", "a\r\n\r\nb", "Content-Disposition: form-data\r\n\r\nb", "Content-Disposition: form-data; name=\"a\""]
        {
            assert_eq!(read(KIND, &body(&[part])), None, "{part}");
        }
    }
}
