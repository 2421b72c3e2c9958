//! A layout job as bytes for another process, and its answer: so that what layout does to its
//! process it does not do to this one.

use std::borrow::Cow;
use std::io::{self, Read, Write};

use super::super::typst_input::{self, PaperForm, fonts, is_font, project};
use super::super::world::MemoryWorld;
use super::super::{ImageFile, RenderError, Templates};
use super::{export, lay_out};
use crate::stack;
use crate::view::View;

/// No file of a job is longer, nor is an answer; what says so is no job.
const LONGEST: u64 = 1 << 32;

/// All that Typst reads to lay out a paper.
#[derive(PartialEq, Eq, Debug)]
pub struct Job {
    /// The template that it starts with.
    main: String,
    /// By path: the project, and the fonts.
    files: Vec<(String, Vec<u8>)>,
}

impl Job {
    /// # Errors
    /// As of [`super::pdf`], before anything is laid out.
    pub fn new(form: PaperForm, view: &View, images: &[ImageFile], templates: &Templates) -> Result<Self, RenderError> {
        let project = project(form, view, None, images, templates)?.into_iter();
        let project = project.map(|(path, bytes)| (path.to_owned(), bytes.into_owned()));
        let fonts = fonts(templates).map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
        Ok(Job { main: form.main().to_owned(), files: project.chain(fonts).collect() })
    }

    /// Returns about how much memory the layout takes at least, in bytes: measured on corpora of 250 to 3,000 excerpts, it
    /// is 278 to 312 times the view as data.
    pub fn memory(&self) -> u64 {
        const OF_VIEW: u64 = 270;
        let view = self.files.iter().find(|(path, _)| path == typst_input::VIEW);
        view.map_or(0, |(_, bytes)| bytes.len() as u64 * OF_VIEW)
    }

    /// Writes the job for [`Self::read`].
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&(self.files.len() as u64).to_le_bytes())?;
        write_bytes(out, self.main.as_bytes())?;
        for (path, bytes) in &self.files {
            write_bytes(out, path.as_bytes())?;
            write_bytes(out, bytes)?;
        }
        out.flush()
    }

    /// Reads the next job; `None` where there is none any more.
    ///
    /// # Errors
    /// Those of `input`, and what is no job.
    pub fn read(input: &mut dyn Read) -> io::Result<Option<Self>> {
        let count = match read_number(input) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
            count => count?,
        };
        let main = read_path(input)?;
        let mut files = Vec::new();
        for _ in 0..count {
            let path = read_path(input)?;
            files.push((path, read_bytes(input)?));
        }
        Ok(Some(Job { main, files }))
    }

    /// Lays out the paper, as [`super::pdf`] does. What the job before used is used again.
    ///
    /// # Errors
    /// As of [`super::pdf`].
    pub fn lay_out(self) -> Result<Vec<u8>, RenderError> {
        comemo::evict(1);
        let (fonts, project): (Vec<_>, Vec<_>) = self.files.into_iter().partition(|(path, _)| is_font(path));
        let fonts: Vec<(&str, Cow<'static, [u8]>)> =
            fonts.iter().map(|(path, bytes)| (path.as_str(), Cow::Owned(bytes.clone()))).collect();
        let world = MemoryWorld::of(&self.main, project.into_iter(), &fonts)?;
        stack::with_room(|| export(&world, &lay_out(&world)?))
    }
}

/// Writes what became of a job.
///
/// # Errors
/// Those of `out`.
pub fn write_answer(out: &mut dyn Write, answer: &Result<Vec<u8>, RenderError>) -> io::Result<()> {
    let (kind, bytes) = match answer {
        Ok(pdf) => (0, Cow::Borrowed(pdf)),
        Err(error) => (1, Cow::Owned(serde_json::to_vec(error)?)),
    };
    out.write_all(&[kind])?;
    write_bytes(out, &bytes)?;
    out.flush()
}

/// Reads what became of a job.
///
/// # Errors
/// Those of `input`, and what is no answer.
pub fn read_answer(input: &mut dyn Read) -> io::Result<Result<Vec<u8>, RenderError>> {
    let mut kind = [0];
    input.read_exact(&mut kind)?;
    let bytes = read_bytes(input)?;
    match kind {
        [0] => Ok(Ok(bytes)),
        _ => Ok(Err(serde_json::from_slice(&bytes)?)),
    }
}

fn write_bytes(out: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    out.write_all(&(bytes.len() as u64).to_le_bytes())?;
    out.write_all(bytes)
}

fn read_bytes(input: &mut dyn Read) -> io::Result<Vec<u8>> {
    let length = read_number(input)?;
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

fn read_path(input: &mut dyn Read) -> io::Result<String> {
    String::from_utf8(read_bytes(input)?).map_err(io::Error::other)
}

fn read_number(input: &mut dyn Read) -> io::Result<u64> {
    let mut bytes = [0; 8];
    input.read_exact(&mut bytes)?;
    Ok(u64::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_and_its_answer_go_through_a_pipe() {
        let mut pipe = Vec::new();
        let files = vec![("view.json".to_owned(), b"{}".to_vec()), ("fonts/a.ttf".to_owned(), Vec::new())];
        let written = Job { main: "typst/a.typ".to_owned(), files };
        written.write(&mut pipe).unwrap();
        let mut read = pipe.as_slice();
        let job = Job::read(&mut read).unwrap().unwrap();
        assert_eq!(job, written);
        assert!(Job::read(&mut read).unwrap().is_none());
        assert!(Job::read(&mut &pipe[..pipe.len() - 1]).is_err());

        let error = RenderError { place: None, message: "m".to_owned(), hints: vec!["h".to_owned()] };
        for answer in [Ok(b"%PDF".to_vec()), Err(error)] {
            let mut pipe = Vec::new();
            write_answer(&mut pipe, &answer).unwrap();
            assert_eq!(read_answer(&mut pipe.as_slice()).unwrap(), answer);
            assert!(read_answer(&mut &pipe[..pipe.len() - 1]).is_err());
        }
    }
}
