//! `camnang check --originals`: every received file is read once more, and compared with the text that was made of it.

use std::path::Path;

use super::super::context::CommandContext;
use super::super::import;
use crate::diag::Bilingual;
use crate::model::original::StoredOriginal;
use crate::originals::refusal::ReadRefusal;
use crate::session::OpenedCorpus;
use crate::source;

/// The outcome for one file.
enum Reread {
    Same(String),
    /// The first line that differs, counted from 1: as it is stored, and as it is read now.
    Differs {
        reader: String,
        line: usize,
        stored: String,
        now: String,
    },
    Unread(Bilingual),
    /// A program that reads it is not here.
    Skipped(&'static str),
}

/// Reads every original again; whether all give what is stored.
pub fn check(opened: &OpenedCorpus, root: &Path, context: &mut CommandContext<'_>) -> bool {
    let mut are_same = true;
    for original in opened.corpus.stored_originals() {
        let found = reread(opened, root, original);
        are_same &= matches!(found, Reread::Same(_) | Reread::Skipped(_));
        context.line(&words(&original.file_path(), &found));
    }
    are_same
}

fn reread(opened: &OpenedCorpus, root: &Path, original: &StoredOriginal) -> Reread {
    let Ok(bytes) = source::bytes(root, &original.file_path()) else {
        return Reread::Unread(Bilingual::new("không có tệp", "there is no such file"));
    };
    let path = original.text_path();
    let stored = opened.sources.files().find(|(_, file)| file.path == path).map(|(_, file)| file.text.as_str());
    match import::read(&original.file, &bytes) {
        Ok((reader, read)) => compared(reader.label(), stored.unwrap_or_default(), &read.text.write()),
        Err(ReadRefusal::NoProgram(program)) => Reread::Skipped(program),
        Err(refusal) => Reread::Unread(refusal.words()),
    }
}

fn compared(reader: String, stored: &str, now: &str) -> Reread {
    if stored == now {
        return Reread::Same(reader);
    }
    let same = stored.lines().zip(now.lines()).take_while(|(stored, now)| stored == now).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or_default().chars().take(200).collect::<String>();
    Reread::Differs { reader, line: same + 1, stored: line(stored), now: line(now) }
}

fn words(path: &str, found: &Reread) -> Bilingual {
    match found {
        Reread::Same(reader) => Bilingual::new(
            format!("{path}: đọc lại giống hệt tệp chữ (bộ đọc {reader})"),
            format!("{path}: read again, it gives the stored text (reader {reader})"),
        ),
        Reread::Differs { reader, line, stored, now } => Bilingual::new(
            format!(
                "{path}: đọc lại thì khác tệp chữ từ dòng {line} (bộ đọc {reader})\n  tệp chữ: {stored}\n  nay đọc: {now}\n  → nhập lại tệp này bằng camnang import, rồi soát các trích dẫn của nó"
            ),
            format!(
                "{path}: read again, it differs from line {line} of the stored text on (reader {reader})\n  stored: {stored}\n  now:    {now}\n  → import the file again with camnang import, and look at the excerpts of it"
            ),
        ),
        Reread::Unread(why) => Bilingual::new(
            format!("{path}: không đọc lại được: {}", why.vi),
            format!("{path}: cannot be read again: {}", why.en),
        ),
        Reread::Skipped(program) => Bilingual::new(
            format!("{path}: chưa đọc lại, vì máy này không có `{program}`"),
            format!("{path}: not read again, since `{program}` is not on this computer"),
        ),
    }
}
