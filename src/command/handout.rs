//! `camnang handout`

mod dispatch;
mod received;
#[cfg(feature = "pdf")]
mod run;
mod send;
mod set_aside;
mod status;

use self::dispatch::Handout;
use super::{Console, Outcome};
use crate::cli::HandoutArgs;
use crate::diag::Lang;

pub fn run(args: &HandoutArgs, lang: Lang, console: &mut dyn Console) -> Outcome {
    let asked = &args.dispatch;
    if !asked.is_asked() {
        return make(args, lang, console);
    }
    let handout = Handout::new(&args.edition, &args.output, asked.journal.as_deref())?;
    if asked.send {
        send::run(&handout, asked, &args.only, &args.corpus, lang, console)
    } else if asked.set_aside {
        set_aside::run(&handout, asked.really, lang, console)
    } else if asked.status {
        status::run(&handout, asked.format, lang, console)
    } else {
        received::run(&handout, asked, lang, console)
    }
}

#[cfg(feature = "pdf")]
fn make(args: &HandoutArgs, lang: Lang, console: &mut dyn Console) -> Outcome {
    run::run(args, lang, console)
}

#[cfg(not(feature = "pdf"))]
fn make(_: &HandoutArgs, _: Lang, _: &mut dyn Console) -> Outcome {
    Err(super::Failure(crate::handout::messages::without_engine()))
}
