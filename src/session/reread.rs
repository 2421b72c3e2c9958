//! Received files are read once more, and compared with the texts that were made of them.

use std::collections::BTreeMap;

use super::OpenedCorpus;
use crate::diag::{FileId, Finding, Place};
use crate::model::original::StoredOriginal;
use crate::model::subject::Subject;
use crate::originals::readers::{OriginalReader, OutsidePrograms, ReceivedFile, recognise};
use crate::originals::refusal::ReadRefusal;
use crate::resolve::messages::reread as codes;
use crate::source::{self, Kind};

/// How many characters of a line that differs are shown.
const SHOWN: usize = 200;

/// The outcome for all originals of a corpus.
#[derive(Default, Debug)]
pub struct Reread {
    pub all: usize,
    /// How many of them give the stored text again.
    pub same: usize,
    pub findings: Vec<Finding>,
}

impl OpenedCorpus {
    /// Reads every original again.
    pub fn reread(&self, programs: &dyn OutsidePrograms) -> Reread {
        let texts = self.sources.files().filter(|(_, file)| file.kind == Kind::OriginalText);
        let texts: BTreeMap<&str, FileId> = texts.map(|(id, file)| (file.path.as_str(), id)).collect();
        let mut outcome = Reread::default();
        for original in self.corpus.stored_originals() {
            outcome.all += 1;
            // A file or a text that is not there is a finding of its own.
            let Some(now) = self.read_now(original, programs) else { continue };
            let Some(id) = texts.get(original.text_path().as_str()).copied() else { continue };
            let stored = self.sources.get(id).map_or("", |file| file.text.as_str());
            match finding(original, id, stored, now) {
                None => outcome.same += 1,
                Some(finding) => outcome.findings.push(finding),
            }
        }
        outcome
    }

    /// The label of the reader, and the text that it makes of the file now. `None` where there is no file.
    fn read_now(
        &self,
        original: &StoredOriginal,
        programs: &dyn OutsidePrograms,
    ) -> Option<Result<(String, String), ReadRefusal>> {
        let bytes = source::bytes(self.sources.folder.as_deref()?, &original.file_path()).ok()?;
        let file = ReceivedFile { name: &original.file, bytes: &bytes, programs };
        let read = |reader: &OriginalReader| Ok((reader.label(), reader.read(&file)?.text.write()));
        Some(recognise(file.name, file.bytes).and_then(read))
    }
}

fn finding(
    original: &StoredOriginal,
    id: FileId,
    stored: &str,
    now: Result<(String, String), ReadRefusal>,
) -> Option<Finding> {
    let finding = match now {
        Ok((_, now)) if now == stored => return None,
        Ok((reader, now)) => differing(id, stored, &now).arg("former", original.reader.as_str()).arg("reader", reader),
        Err(ReadRefusal::NoProgram(program)) => {
            Finding::new(codes::NO_PROGRAM, file_of(original)).arg("program", program)
        }
        Err(refusal) => Finding::new(codes::UNREAD, file_of(original)).arg("why", refusal.words()),
    };
    Some(finding.arg("file", original.file_path()).arg("instrument", original.instrument.as_str()))
}

fn file_of(original: &StoredOriginal) -> Place {
    Place::Entry(Subject::Original(original.instrument.clone(), original.file.clone()), "file".to_owned())
}

/// The finding at the first line that differs.
fn differing(id: FileId, stored: &str, now: &str) -> Finding {
    let same = stored.lines().zip(now.lines()).take_while(|(stored, now)| stored == now).count();
    let start: usize = stored.split_inclusive('\n').take(same).map(str::len).sum();
    let line = |text: &str| text.lines().nth(same).unwrap_or_default().to_owned();
    let shown = |text: &str| line(text).chars().take(SHOWN).collect::<String>();
    let finding = Finding::at(codes::DIFFERS, id, start..start + line(stored).len());
    finding.arg("stored", shown(stored)).arg("now", shown(now))
}
