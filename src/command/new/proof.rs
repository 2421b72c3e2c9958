//! Nothing is written that the check would refuse: the corpus is read as it will be, in memory, before a file is made.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::Failure;
use crate::diag::{Lang, Severity, Sink};
use crate::report::{self, Format, Reported};
use crate::session::OpenedCorpus;

/// Reads the corpus with these files; the first is the new one.
///
/// # Errors
/// It would have faults that it does not have now. They are reported as `camnang check` would.
pub fn prove(now: &OpenedCorpus, root: &Path, files: &[(&str, &[u8])], lang: Lang) -> Result<(), Failure> {
    let mut sink = Sink::new();
    let sources = now.sources.with(files, &mut sink);
    let then = OpenedCorpus::new(sources, sink).named(&root.to_string_lossy());
    let before: BTreeSet<Reported> = errors(now, lang).into_iter().collect();
    let mut new = errors(&then, lang);
    new.retain(|error| !before.contains(error));
    if new.is_empty() {
        return Ok(());
    }
    let shown = root.join(files.first().map_or("", |(path, _)| path));
    let (shown, found) = (shown.display(), report::render(&new, Format::Human, lang));
    Err(Failure::new(
        format!("chưa tạo `{shown}`, vì có tệp này thì kho sẽ có lỗi:\n{found}"),
        format!("`{shown}` was not created; with it the corpus would have faults:\n{found}"),
    ))
}

fn errors(opened: &OpenedCorpus, lang: Lang) -> Vec<Reported> {
    let all = opened.view_every_edition().findings().report(lang);
    all.into_iter().filter(|finding| finding.severity == Severity::Error.key()).collect()
}
