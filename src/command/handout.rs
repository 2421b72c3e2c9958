//! `camnang handout`

#[cfg(feature = "pdf")]
mod run;

use super::{Console, Outcome};
use crate::cli::HandoutArgs;
use crate::diag::Lang;

#[cfg(feature = "pdf")]
pub fn run(args: &HandoutArgs, lang: Lang, console: &mut dyn Console) -> Outcome {
    run::run(args, lang, console)
}

#[cfg(not(feature = "pdf"))]
pub fn run(_: &HandoutArgs, _: Lang, _: &mut dyn Console) -> Outcome {
    Err(super::Failure(crate::messages::handout::without_engine()))
}
