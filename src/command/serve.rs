//! `camnang serve`

#[cfg(feature = "pdf")]
mod pdf;
mod studio;
mod watch;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::studio::{Built, Studio};
use self::watch::Watch;
use super::{Console, Failure, Outcome};
use crate::cli::ServeArgs;
use crate::diag::Lang;
use crate::serve::board::Board;
use crate::serve::http::Door;
use crate::serve::messages as words;

pub fn run(args: &ServeArgs, lang: Lang, console: &mut dyn Console) -> Outcome {
    let door = Door::open(args.port).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => Failure(words::port_taken(args.port)),
        _ => Failure(words::port_refused(args.port, &error.to_string())),
    })?;
    let board = Arc::new(Board::new(lang, cfg!(feature = "pdf")));
    let mut watch = Watch::new(args);
    let mut studio = Studio::new(args, lang)?;
    #[cfg(feature = "pdf")]
    let workshop = {
        let unknown =
            |error: std::io::Error| Failure(crate::command::messages::layout::not_started(&error.to_string()));
        pdf::Workshop::start(&board, lang, console.program().map_err(unknown)?)
    };
    let build = |console: &mut dyn Console, studio: &mut Studio<'_>| match studio.build() {
        Built::Good { site, warnings, material } => {
            console.progress(words::built(warnings.len()).get(lang));
            let version = site.version.clone();
            board.show(site, warnings);
            #[cfg(feature = "pdf")]
            workshop.wants(version, material);
            #[cfg(not(feature = "pdf"))]
            drop((version, material));
        }
        Built::Faulty(faults) => {
            console.progress(words::obstructed(faults.len()).get(lang));
            board.obstruct(faults);
        }
    };
    build(console, &mut studio);
    let port = door.port;
    door.welcome(&board);
    let others: Vec<&str> = studio.others.iter().map(String::as_str).collect();
    console.out(words::address(studio.edition.as_deref(), &others, port).get(lang));
    loop {
        let changed = watch.changed(&mut |time| console.wait(time));
        console.progress(words::changed(&changed).get(lang));
        build(console, &mut studio);
    }
}
