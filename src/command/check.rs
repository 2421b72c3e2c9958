//! `camnang check`

mod fix;

use super::context::CommandContext;
use super::import::LocalPrograms;
use super::messages::originals as words;
use super::{Outcome, Status};
use crate::assemble::messages::selection;
use crate::cli::{CheckArgs, ReportFormat};
use crate::model::draft::drafts;
use crate::report::{self, Format};
use crate::session::{Reread, Strictness};

/// Reports the findings of a corpus, repairs what has a certain fix (`--fix`), or shows that (`--dry-run`).
pub fn run(args: &CheckArgs, context: &mut CommandContext<'_>) -> Outcome {
    if args.dry_run {
        return fix::show(args, context);
    }
    if args.fix {
        fix::write(args, context)?;
    }
    let opened = context.open(&args.corpus)?;
    let reread = args.originals.then(|| opened.reread(&LocalPrograms));
    let found = reread.as_ref().map(|reread| reread.findings.clone()).unwrap_or_default();
    let findings = opened.view_every_edition().with(found).findings();
    let format = match args.format {
        ReportFormat::Human => Format::Human,
        ReportFormat::Json => Format::Json,
        ReportFormat::Sarif => Format::Sarif,
        ReportFormat::Github => Format::Github,
    };
    context.out(&report::render(&findings.report(context.lang), format, context.lang));
    if args.format == ReportFormat::Human {
        let (excerpts, instruments) = drafts(&opened.corpus);
        context.say(&selection::drafts(excerpts, instruments).unwrap_or_default());
        if let Some(Reread { all, same, findings: _ }) = &reread {
            context.line(&words::reread(*all, *same));
        }
    }
    let stop = findings.stop(Strictness::of(args.strict));
    // The process ends here; taking a large corpus apart, value by value, would only keep the editor waiting.
    std::mem::forget(findings);
    std::mem::forget(opened);
    Ok(if stop { Status::Faults } else { Status::Fine })
}
