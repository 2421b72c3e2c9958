//! `camnang handout`

pub mod answers;
pub mod dispatch;
mod received;
#[cfg(feature = "pdf")]
mod run;
mod send;
mod set_aside;
mod sign;
mod status;

use self::dispatch::Handout;
use super::Outcome;
use super::context::CommandContext;
use crate::cli::HandoutArgs;

/// Makes the copies of a hand-out, or does one of the things that follow: sends, notes an answer, shows the state.
pub fn run(args: &HandoutArgs, context: &mut CommandContext<'_>) -> Outcome {
    let asked = &args.dispatch;
    if !asked.is_asked() {
        return make(args, context);
    }
    let handout = Handout::new(&args.edition, args.round.as_deref(), &args.output, asked.journal.as_deref())?;
    if asked.send {
        send::run(&handout, asked, &args.only, &args.corpus, context)
    } else if asked.remind {
        send::remind(&handout, asked, &args.only, &args.corpus, context)
    } else if asked.sign {
        sign::run(&handout, &args.only, &args.corpus, context)
    } else if asked.set_aside {
        set_aside::run(&handout, asked.really, context)
    } else if asked.status {
        status::run(&handout, asked.format, context)
    } else {
        received::run(&handout, asked, context)
    }
}

#[cfg(feature = "pdf")]
fn make(args: &HandoutArgs, context: &mut CommandContext<'_>) -> Outcome {
    run::run(args, context)
}

#[cfg(not(feature = "pdf"))]
fn make(_: &HandoutArgs, _: &mut CommandContext<'_>) -> Outcome {
    Err(super::Failure(crate::handout::messages::without_engine()))
}
