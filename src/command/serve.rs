//! `camnang serve`

#[cfg(feature = "pdf")]
mod pdf;
mod studio;
mod watch;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::studio::{Built, Studio};
use self::watch::Watch;
use super::context::CommandContext;
use super::{Failure, Outcome};
use crate::cli::ServeArgs;
use crate::serve::board::Board;
use crate::serve::http::LoopbackListener;
use crate::serve::messages;

/// Serves an edition to browsers of this machine, and builds it anew after each change, until the process is ended.
pub fn run(args: &ServeArgs, context: &mut CommandContext<'_>) -> Outcome {
    let door = LoopbackListener::open(args.port).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => Failure(messages::port_taken(args.port)),
        _ => Failure(messages::port_refused(args.port, &error.to_string())),
    })?;
    let board = Arc::new(Board::new(context.lang, cfg!(feature = "pdf")));
    let mut watch = Watch::new(args);
    let mut studio = Studio::new(args, context)?;
    #[cfg(feature = "pdf")]
    let workshop = {
        let unknown =
            |error: std::io::Error| Failure(crate::command::messages::layout::not_started(&error.to_string()));
        pdf::Workshop::start(&board, context.lang, context.console.program().map_err(unknown)?)
    };
    let build = |context: &mut CommandContext<'_>, studio: &mut Studio<'_>| match studio.build(context) {
        Built::Good { site, warnings, material } => {
            context.progress(&messages::built(warnings.len()));
            let version = site.version.clone();
            board.show(site, warnings);
            #[cfg(feature = "pdf")]
            workshop.wants(version, material);
            #[cfg(not(feature = "pdf"))]
            drop((version, material));
        }
        Built::Faulty(faults) => {
            context.progress(&messages::obstructed(faults.len()));
            board.obstruct(faults);
        }
    };
    build(context, &mut studio);
    let port = door.port;
    door.serve(&board);
    let others: Vec<&str> = studio.others.iter().map(String::as_str).collect();
    context.say(&messages::address(studio.edition.as_deref(), &others, port));
    loop {
        let changed = watch.changed(&mut |time| context.console.wait(time));
        context.progress(&messages::changed(&changed));
        build(context, &mut studio);
    }
}
