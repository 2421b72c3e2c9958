//! The context that all commands share beside their own arguments.

use std::io;
use std::path::Path;

use super::{Console, Failure, Outcome, Status};
use crate::cli::CorpusArg;
use crate::diag::{Bilingual, Lang};
use crate::model::ids::InstrumentId;
use crate::report::{self, Format};
use crate::session::ParseCache;
use crate::session::{self, Findings, OpenedCorpus};

/// Where a command's words go, and in which language they are.
pub(super) struct CommandContext<'c> {
    pub(super) lang: Lang,
    pub(super) console: &'c mut dyn Console,
}

impl CommandContext<'_> {
    /// Writes a result.
    pub(super) fn out(&mut self, text: &str) {
        self.console.out(text);
    }

    /// Writes a result in the language of the command.
    pub(super) fn say(&mut self, words: &Bilingual) {
        self.console.out(words.get(self.lang));
    }

    /// [`Self::say`] for words without an end of line.
    pub(super) fn line(&mut self, words: &Bilingual) {
        self.console.out(&format!("{}\n", words.get(self.lang)));
    }

    /// Says what the command is doing.
    pub(super) fn progress(&mut self, words: &Bilingual) {
        self.console.progress(words.get(self.lang));
    }

    /// Reads and checks the corpus that the arguments name.
    pub(super) fn open(&self, corpus: &CorpusArg) -> Result<OpenedCorpus, Failure> {
        opened(corpus, session::open)
    }

    /// [`Self::open`] for one who looks at the originals of one instrument only.
    pub(super) fn open_with_originals_of(
        &self,
        corpus: &CorpusArg,
        id: &InstrumentId,
    ) -> Result<OpenedCorpus, Failure> {
        opened(corpus, |folder| session::open_with_originals_of(folder, id))
    }

    /// [`Self::open`] for a corpus that is read again and again.
    pub(super) fn open_again(&self, corpus: &CorpusArg, cache: &mut ParseCache) -> Result<OpenedCorpus, Failure> {
        opened(corpus, |folder| session::open_again(folder, cache))
    }

    /// Reports the findings that stop the command.
    pub(super) fn stopped_by<E>(&mut self, findings: &Findings<'_, E>) -> Outcome {
        self.out(&report::render(&findings.report(self.lang), Format::Human, self.lang));
        Ok(Status::Faults)
    }
}

fn opened(corpus: &CorpusArg, open: impl FnOnce(&Path) -> io::Result<OpenedCorpus>) -> Result<OpenedCorpus, Failure> {
    let folder = &corpus.corpus;
    if folder.is_file() {
        return Err(unreadable(folder, &io::ErrorKind::NotADirectory.into()));
    }
    open(folder).map_err(|error| unreadable(folder, &error))
}

fn unreadable(folder: &Path, error: &io::Error) -> Failure {
    let folder = folder.display();
    let failure = Failure::about(
        error,
        format!("không đọc được kho ngữ liệu `{folder}`"),
        format!("cannot read the corpus `{folder}`"),
    );
    failure.advise(
        "Chạy lệnh ở thư mục có `corpus/`, hoặc chỉ chỗ bằng --corpus DIR. Chưa có kho nào thì bắt đầu: camnang init corpus",
        "Run in the folder that has `corpus/`, or name it with --corpus DIR. If there is none yet, begin one: camnang init corpus",
    )
}
