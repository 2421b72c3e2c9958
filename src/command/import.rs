//! `camnang import`: a law as it was received comes into the corpus, unchanged, with its text and a record of both.

mod instrument;
mod programs;
mod record;
mod stale;
mod words;

use std::io;
use std::path::Path;

pub use programs::LocalPrograms;
use record::Imported;

use super::context::CommandContext;
use super::new::{ids, proof};
use super::{Failure, Outcome, Status};
use crate::characters;
use crate::cli::ImportArgs;
use crate::edit::{self, Save};
use crate::hash::sha256;
use crate::model::ids::{InstrumentId, is_file_name};
use crate::originals::draft::ReadOriginal;
use crate::originals::readers::{OriginalReader, ReceivedFile, recognise};
use crate::originals::refusal::ReadRefusal;
use crate::originals::text::OriginalText;
use crate::originals::tree::ProvisionTree;
use crate::session::OpenedCorpus;
use crate::source::{self, TEXT_OF_ORIGINAL};

/// Puts a received file into the corpus. With the same bytes again, nothing is written.
pub fn run(args: &ImportArgs, context: &mut CommandContext<'_>) -> Outcome {
    let id: InstrumentId = ids::read(&args.instrument)?;
    let name = name(&args.file)?;
    let bytes = received(&args.file)?;
    let opened = context.open_with_originals_of(&args.corpus, &id)?;
    let root = &args.corpus.corpus;
    let (reader, read) = read(&name, &bytes).map_err(|refusal| unread(&args.file, &refusal))?;
    let imported = Imported::new(&opened, args, &id, &name, &bytes, reader, &read);
    let new_instrument = instrument::draft(&opened, &imported, args, &read, context.lang)?;
    let files = wanted(&imported, &bytes, &read, new_instrument.as_ref());
    let saves = saves(&opened, root, &imported, files)?;
    let stale = stale::notes(&opened, &imported.original, &read);
    let proven: Vec<(&str, &[u8])> = saves.iter().map(|save| (save.path.as_str(), save.bytes.as_slice())).collect();
    if !proven.is_empty() {
        proof::prove(&opened, root, &proven, context.lang)?;
        edit::save(root, &saves).map_err(|unsaved| Failure(edit::messages::unsaved(&unsaved)))?;
    }
    context.say(&words::read(&args.file, reader, &read));
    context.say(&words::numbering(&ProvisionTree::read(&read.text), id.as_str()));
    stale.iter().for_each(|note| context.say(note));
    context.say(&words::made(root, &saves, new_instrument.as_ref()));
    context.say(&words::next(root, &imported));
    Ok(Status::Fine)
}

/// The name that the file has in the corpus: its own, with plain characters.
fn name(file: &Path) -> Result<String, Failure> {
    let own = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let (name, _) = characters::read(own);
    let name = name.trim();
    let is_ours = name.ends_with(".yaml") || name.ends_with(TEXT_OF_ORIGINAL) || name == "README.md";
    if !is_file_name(name) || is_ours || source::is_passed_over_name(name) {
        return Err(Failure::new(
            format!("tệp không thể giữ tên `{own}` trong kho; đổi tên rồi nhập lại"),
            format!("a file cannot have the name `{own}` in the corpus; rename it and import it again"),
        ));
    }
    Ok(name.to_owned())
}

/// Returns the bytes of a file that somebody sent.
///
/// # Errors
/// It cannot be read.
pub(super) fn received(file: &Path) -> Result<Vec<u8>, Failure> {
    let shown = file.display();
    source::bytes(Path::new(""), &file.to_string_lossy()).map_err(|error| {
        Failure::about(&error, format!("không đọc được tệp `{shown}`"), format!("cannot read the file `{shown}`"))
    })
}

/// Reads a file by the reader that recognises it.
///
/// # Errors
/// It cannot be read.
pub fn read(name: &str, bytes: &[u8]) -> Result<(&'static OriginalReader, ReadOriginal), ReadRefusal> {
    let reader = recognise(name, bytes)?;
    let read = reader.read(&ReceivedFile { name, bytes, programs: &LocalPrograms })?;
    Ok((reader, read))
}

/// Returns the text of a received file that need not be in the corpus.
///
/// # Errors
/// It cannot be read.
pub fn text_of(file: &Path) -> Result<OriginalText, Failure> {
    let bytes = received(file)?;
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let (_, read) = read(name, &bytes).map_err(|refusal| unread_text(file, &refusal))?;
    Ok(read.text)
}

/// Returns that the text of a file cannot be read, and why.
pub(super) fn unread_text(file: &Path, refusal: &ReadRefusal) -> Failure {
    let (shown, why) = (file.display(), refusal.words());
    Failure::new(format!("chưa đọc được `{shown}`: {}", why.vi), format!("cannot read `{shown}`: {}", why.en))
}

fn unread(file: &Path, refusal: &ReadRefusal) -> Failure {
    let (shown, why) = (file.display(), refusal.words());
    Failure::new(format!("chưa nhập `{shown}`: {}", why.vi), format!("`{shown}` was not imported: {}", why.en))
}

/// The files that the corpus is to have: the received one, its text, its record, and the instrument's where there is none.
fn wanted(
    imported: &Imported,
    bytes: &[u8],
    read: &ReadOriginal,
    instrument: Option<&instrument::NewInstrument>,
) -> Vec<(String, Vec<u8>)> {
    let original = &imported.original;
    let mut files = vec![
        (original.file_path(), bytes.to_vec()),
        (original.text_path(), read.text.write().into_bytes()),
        (original.record_path(), imported.yaml().into_bytes()),
    ];
    files.extend(instrument.map(|new| (new.path.clone(), new.text.clone().into_bytes())));
    files
}

/// The files that are not there yet, or not like this.
fn saves(
    opened: &OpenedCorpus,
    root: &Path,
    imported: &Imported,
    files: Vec<(String, Vec<u8>)>,
) -> Result<Vec<Save>, Failure> {
    let mut saves = Vec::new();
    for (path, bytes) in files {
        let former = match source::bytes(root, &path) {
            Ok(former) if former == bytes => continue,
            Ok(former) => Some(sha256(&former)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => {
                return Err(Failure::about(
                    &error,
                    format!("không đọc được `{path}`"),
                    format!("cannot read `{path}`"),
                ));
            }
        };
        if let Some(former) = &former {
            replaceable(opened, imported, &path, former)?;
        }
        saves.push(Save { path, based_on: former, bytes });
    }
    Ok(saves)
}

/// Another received file is never replaced; a text only if it is what a reader made, and the record says so.
fn replaceable(opened: &OpenedCorpus, imported: &Imported, path: &str, former: &str) -> Result<(), Failure> {
    let original = &imported.original;
    if path == original.file_path() {
        return Err(Failure::new(
            format!("kho đã có một tệp khác cùng tên: `{path}`; không đè lên. Đổi tên tệp mới rồi nhập lại"),
            format!(
                "the corpus has another file of this name: `{path}`, which was not touched. Rename the new one and import it again"
            ),
        ));
    }
    let known = opened.corpus.originals_of(&original.instrument).find(|known| known.file == original.file);
    if path == original.text_path() && known.is_none_or(|known| known.text_sha256 != former) {
        return Err(Failure::new(
            format!("`{path}` đã bị sửa tay; xoá tệp ấy rồi nhập lại"),
            format!("`{path}` was edited by hand; delete it and import again"),
        ));
    }
    Ok(())
}
