//! The files to be collected: as they lie in folders, and as they are attached to messages.

use std::path::{Path, PathBuf};

use mail_parser::{MessageParser, MimeHeaders};

use crate::answers::messages as codes;
use crate::answers::returned::FormFinding;
use crate::cli::CollectArgs;
use crate::command::Failure;
use crate::command::messages::answers as messages;
use crate::diag::Bilingual;
use crate::hash::sha256;
use crate::source::built;

/// A file that may be a form.
#[derive(Clone)]
pub struct IncomingFile {
    /// As it is shown: its path, or that of the message with its own name behind it.
    pub name: String,
    /// Why it cannot even be looked at, where it cannot.
    pub bytes: Result<Vec<u8>, FormFinding>,
    /// The address that the message is from.
    pub sender: Option<String>,
}

impl IncomingFile {
    /// Returns the SHA-256 of its bytes.
    pub fn sha256(&self) -> String {
        sha256(self.bytes.as_deref().unwrap_or_default())
    }

    /// Returns the ending of its name, which is safe to be that of another.
    pub fn ending(&self) -> String {
        let ending = self.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let known = ending.filter(|ending| ["xlsx", "xlsm", "ods", "csv", "txt"].contains(&ending.as_str()));
        known.unwrap_or_else(|| "bin".to_owned())
    }
}

/// Returns the files that the command line names, in its order; those of a folder by their names.
///
/// # Errors
/// A path that is named is not there.
pub fn incoming(args: &CollectArgs) -> Result<Vec<IncomingFile>, Failure> {
    let mut files = Vec::new();
    for path in args.paths.iter().map(|path| below(path)).collect::<Result<Vec<_>, _>>()?.concat() {
        let name = path.display().to_string();
        files.push(IncomingFile { name, bytes: bytes(&path), sender: None });
    }
    for path in args.from_mail.iter().map(|path| below(path)).collect::<Result<Vec<_>, _>>()?.concat() {
        match bytes(&path) {
            Ok(bytes) => files.extend(attached(&path, &bytes)),
            unread => files.push(IncomingFile { name: path.display().to_string(), bytes: unread, sender: None }),
        }
    }
    Ok(files)
}

/// A file itself, or every file below a folder.
fn below(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if built::is_plain(path) && path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let listed = built::files_below(path).map_err(|error| {
        let shown = path.display();
        Failure::about(&error, format!("không đọc được `{shown}`"), format!("cannot read `{shown}`"))
    })?;
    Ok(listed.iter().filter(|name| !is_of_system(name)).map(|name| path.join(name)).collect())
}

/// Files that Excel, LibreOffice and file managers leave beside others.
fn is_of_system(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.starts_with("~$") || ["thumbs.db", "desktop.ini"].contains(&name.to_ascii_lowercase().as_str())
}

fn bytes(path: &Path) -> Result<Vec<u8>, FormFinding> {
    built::bytes(path).map_err(|error| {
        let why = Bilingual::same(error.to_string());
        let advice = Bilingual::new("xem quyền đọc tệp", "see whether it may be read");
        FormFinding::of_file(codes::NOT_A_TABLE).arg("why", why).arg("advice", advice)
    })
}

/// The attachments of a message that may be forms. Pictures of a signature are none.
fn attached(path: &Path, bytes: &[u8]) -> Vec<IncomingFile> {
    let shown = path.display().to_string();
    let none = |why: Bilingual| {
        let finding = FormFinding::of_file(codes::BAD_MESSAGE).arg("why", why);
        vec![IncomingFile { name: shown.clone(), bytes: Err(finding), sender: None }]
    };
    let Some(message) = MessageParser::default().parse(bytes).filter(|message| message.from().is_some()) else {
        return none(messages::no_message());
    };
    let sender = message.from().and_then(|from| from.first()?.address().map(str::to_owned));
    let files: Vec<IncomingFile> = message
        .attachments()
        .filter_map(|part| Some((part.attachment_name()?.to_owned(), part.contents().to_vec())))
        .filter(|(name, _)| !is_picture(name))
        .map(|(name, bytes)| IncomingFile {
            name: format!("{shown}: {name}"),
            bytes: Ok(bytes),
            sender: sender.clone(),
        })
        .collect();
    if files.is_empty() { none(messages::no_attachment()) } else { files }
}

fn is_picture(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ["png", "jpg", "jpeg", "gif", "svg", "bmp"].contains(&ending.as_str()))
}
