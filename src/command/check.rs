//! `camnang check`

use std::io;
use std::path::Path;

use super::{Console, Failure, Outcome, Status};
use crate::Checked;
use crate::assemble::messages::selection;
use crate::cli::{CheckArgs, CorpusArg, ReportFormat};
use crate::diag::{Lang, Severity};
use crate::model::draft::drafts;
use crate::report::{self, Format, Reported};
use crate::resolve::Memory;

pub fn run(args: &CheckArgs, lang: Lang, console: &mut dyn Console) -> Outcome {
    let mut checked = open(&args.corpus)?;
    checked.check_editions();
    checked.waive(true);
    let reported = reported(&checked, &args.corpus, lang);
    let format = match args.format {
        ReportFormat::Human => Format::Human,
        ReportFormat::Json => Format::Json,
        ReportFormat::Sarif => Format::Sarif,
        ReportFormat::Github => Format::Github,
    };
    console.out(&report::render(&reported, format, lang));
    if args.format == ReportFormat::Human {
        let (excerpts, instruments) = drafts(&checked.corpus);
        console.out(selection::drafts(excerpts, instruments).unwrap_or_default().get(lang));
    }
    // The process ends here; taking a large corpus apart, value by value, would only keep the editor waiting.
    std::mem::forget(checked);
    Ok(if fails(&reported, args.strict) { Status::Faults } else { Status::Fine })
}

/// Reads and checks the corpus that the arguments name.
pub(super) fn open(corpus: &CorpusArg) -> Result<Checked, Failure> {
    opened(corpus, crate::open)
}

/// [`open`] for who reads it again and again.
pub(super) fn open_again(corpus: &CorpusArg, memory: &mut Memory) -> Result<Checked, Failure> {
    opened(corpus, |root| crate::open_again(root, memory))
}

fn opened(corpus: &CorpusArg, open: impl FnOnce(&Path) -> io::Result<Checked>) -> Result<Checked, Failure> {
    let root = corpus.corpus.display();
    let unreadable = |error: &io::Error| {
        Failure::about(
            error,
            format!("không đọc được kho ngữ liệu `{root}`"),
            format!("cannot read the corpus `{root}`"),
        )
        .advise(
            "Chạy lệnh ở thư mục có `corpus/`, hoặc chỉ chỗ bằng --corpus DIR",
            "Run in the folder that has `corpus/`, or name it with --corpus DIR",
        )
    };
    if corpus.corpus.is_file() {
        return Err(unreadable(&io::ErrorKind::NotADirectory.into()));
    }
    open(&corpus.corpus).map_err(|error| unreadable(&error))
}

pub(super) fn reported(checked: &Checked, corpus: &CorpusArg, lang: Lang) -> Vec<Reported> {
    let root = corpus.corpus.to_string_lossy();
    report::resolve(&checked.sink, &checked.sources, &checked.places, &root, lang)
}

/// Whether the findings stop a build.
pub(super) fn fails(reported: &[Reported], strict: bool) -> bool {
    report::count(reported, Severity::Error) > 0 || (strict && report::count(reported, Severity::Warning) > 0)
}
