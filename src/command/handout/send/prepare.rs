//! Makes a department's message of the files that the hand-out left.

use jiff::Timestamp;

use super::Office;
use crate::command::messages::validity;
use crate::diag::{Bilingual, Lang, fill};
use crate::handout::ledger::{FileKind, LedgerCopy, LedgerFile};
use crate::hash::sha256;
use crate::mail::journal::{Sending, SentFile};
use crate::mail::message::{self, File, Message};
use crate::mail::messages::{self, faults, faults::Trouble};
use crate::mail::plan;
use crate::model::date::Date;
use crate::model::mail::Address;
use crate::source::built;

/// A message that could go out.
pub(super) struct PreparedMessage {
    pub bytes: Vec<u8>,
    pub sending: Sending,
    pub subject: String,
    /// Name and size of each attachment.
    pub files: Vec<(String, u64)>,
}

impl Office<'_> {
    /// Reads the files, which must be those of the ledger or these signed, and makes the message.
    pub(super) fn prepare(&self, copy: &LedgerCopy, to: &Address, now: Timestamp) -> Result<PreparedMessage, Trouble> {
        let mail = self.mail;
        let mut files = Vec::new();
        for kind in &self.wording.attach {
            for file in plan::files(copy, *kind).ok_or_else(|| faults::no_file(*kind))? {
                files.push((file, self.bytes(copy, file)?));
            }
        }
        let name = |path: &'_ str| path.rsplit('/').next().unwrap_or(path).to_owned();
        let listed = files.iter().map(|(file, bytes)| {
            let size = messages::size(bytes.len() as u64);
            format!("- {} ({})\n  SHA-256: {}", name(&file.path), size.vi, sha256(bytes))
        });
        let listed = listed.collect::<Vec<_>>().join("\n");
        let fill = |text: &str| self.fill(text, copy, &listed);
        let subject = fill(&self.wording.subject);
        let paragraphs: Vec<String> = self.wording.paragraphs.iter().map(|text| fill(text)).collect();
        let signed = mail.from.name.clone().unwrap_or_else(|| mail.from.address.to_string());
        let parcel = plan::parcel(copy, &self.wording.attach);
        let id = message::id(&self.handout.key, &copy.id, &parcel, &mail.from.address);
        let names: Vec<String> = files.iter().map(|(file, _)| name(&file.path)).collect();
        let message = Message {
            from: &mail.from,
            reply_to: mail.reply_to.as_ref(),
            to_name: &copy.name,
            to,
            subject: &subject,
            text: &format!("{}\n\n{signed}\n", paragraphs.join("\n\n")),
            id: &id,
            date: now.as_second(),
            attachments: files.iter().zip(&names).map(|((_, bytes), name)| File { name, bytes }).collect(),
        };
        let bytes = message.to_bytes();
        let (size, most) = (bytes.len() as u64, u64::from(mail.max_size) * 1_000_000);
        if size > most {
            return Err(faults::too_large(size, most, false));
        }
        let sent = |file: &LedgerFile, bytes: &[u8]| SentFile { path: file.path.clone(), sha256: sha256(bytes) };
        let sending = Sending {
            department: copy.id.clone(),
            name: copy.name.clone(),
            serial: copy.serial.clone(),
            address: to.to_string(),
            parcel,
            message_id: id.clone(),
            files: files.iter().map(|(file, bytes)| sent(file, bytes)).collect(),
        };
        let files = names.into_iter().zip(files.iter().map(|(_, bytes)| bytes.len() as u64)).collect();
        Ok(PreparedMessage { bytes, sending, subject, files })
    }

    /// The file as it goes out: signed, where it was signed.
    fn bytes(&self, copy: &LedgerCopy, file: &LedgerFile) -> Result<Vec<u8>, Trouble> {
        if let Some(inner) = copy.files.iter().find(|inner| file.kind == FileKind::Zip && self.signed.has(inner)) {
            return Err(faults::unsigned_in_zip(&file.path, &inner.path));
        }
        if let Some(signed) = self.signed.choose(file)? {
            return Ok(signed);
        }
        if matches!(file.kind, FileKind::Letter | FileKind::Zip) && !copy.blanks.is_empty() && !self.with_blanks {
            return Err(faults::blanks(&file.path, &copy.blanks));
        }
        let bytes = built::bytes(&self.handout.folder.join(&file.path)).ok();
        bytes.filter(|bytes| sha256(bytes) == file.sha256).ok_or_else(|| faults::changed_file(&file.path))
    }

    /// Holes are filled in one pass: what fills one is never looked at for others.
    fn fill(&self, text: &str, copy: &LedgerCopy, files: &str) -> String {
        let as_of = self
            .ledger
            .as_of
            .parse()
            .map_or_else(|()| self.ledger.as_of.clone(), |date: Date| validity::day(date, Lang::Vi));
        let values = [
            ("đơn vị", copy.name.as_str()),
            ("bản số", copy.serial.as_str()),
            ("tên sách", self.title),
            ("ấn bản", self.ledger.edition.as_str()),
            ("ngày", as_of.as_str()),
            ("tệp", files),
            ("hạn", self.wording.due.as_str()),
        ];
        let values: Vec<(&'static str, Bilingual)> =
            values.into_iter().map(|(name, value)| (name, Bilingual::same(value))).collect();
        fill(text, &values, Lang::Vi)
    }
}
