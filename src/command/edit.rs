//! `camnang edit`

mod drafts;
mod facts;
mod opener;
mod recent;
mod task;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use facts::ProgramFacts;
use opener::CorpusOpener;

use super::context::CommandContext;
use super::{Failure, Outcome, Status};
use crate::cli::EditArgs;
use crate::diag::Bilingual;
use crate::history::{beside, own_folder};
use crate::publish::{self, Claim};
use crate::serve::http::LoopbackListener;
use crate::serve::messages as serve_messages;
use crate::source::built;
use crate::workbench::entry_point::EntryPoint;
use crate::workbench::start::WorkbenchServer;
use crate::workbench::{WorkbenchSurroundings, messages};

/// The same port each time, so that the browser knows the pages again.
const USUAL_PORT: u16 = 8401;

/// Where a start of the workbench can be opened.
#[derive(Serialize, Deserialize)]
struct Running {
    /// It has a key in it, which serves once.
    address: String,
}

/// Opens the corpus of this folder, or the one that was opened last; where there is neither, a page on which one is chosen.
pub fn run_bare(context: &mut CommandContext<'_>) -> Outcome {
    let facts = ProgramFacts::of(context);
    let here = Some(PathBuf::from(".")).filter(|folder| folder.join("corpus").is_dir());
    let args = |folder| EditArgs { folder, port: None, no_open: false };
    match here.or_else(|| recent::all(&facts).into_iter().next()) {
        Some(folder) => run(&args(folder), context),
        None => choose(facts, &args(PathBuf::from(".")), context),
    }
}

/// Serves the page on which a corpus is chosen, and then the workbench.
fn choose(facts: ProgramFacts, args: &EditArgs, context: &mut CommandContext<'_>) -> Outcome {
    let own = facts.state_folder().map(|folder| folder.join("start"));
    let own = own.ok_or_else(|| not_started(&io::ErrorKind::NotFound.into()))?;
    let Some(claim) = claim(&own)? else { return open_running(&own, args, context) };
    serve(CorpusOpener::new(facts, own), None, args, context)?;
    drop(claim);
    Ok(Status::Fine)
}

/// Serves the workbench to the browser of this machine until the process is ended; a second start opens the first.
pub fn run(args: &EditArgs, context: &mut CommandContext<'_>) -> Outcome {
    let root = corpus_in(&args.folder);
    if !root.is_dir() {
        return Err(no_corpus(&args.folder));
    }
    let own = own_folder(&root);
    let Some(claim) = claim(&own)? else { return open_running(&own, args, context) };
    let opener = CorpusOpener::new(ProgramFacts::of(context), own);
    let first = opener.surroundings(root, claim);
    serve(opener, Some(first), args, context)
}

fn serve(
    opener: CorpusOpener,
    first: Option<WorkbenchSurroundings>,
    args: &EditArgs,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let listener = listen(args.port)?;
    let announced = opener.announced();
    let announced_first = Arc::clone(&announced);
    let entry_point =
        EntryPoint::new(listener.port, context.lang, Box::new(move |address: &str| announced.say(address)));
    let server = entry_point
        .and_then(|entry_point| WorkbenchServer::new(entry_point, Box::new(opener)))
        .map_err(|error| not_started(&error))?;
    let address = server.address().map_err(|error| not_started(&error))?;
    announced_first.write(&address).map_err(|error| not_started(&error))?;
    if let Some(first) = first {
        server.open(first);
    }
    context.say(&messages::ready(&address));
    open(&address, args, context);
    server.serve(listener).map_err(|error| not_started(&error))?;
    Ok(Status::Fine)
}

/// Takes the requested port, or else the usual one, or any.
fn listen(port: Option<u16>) -> Result<LoopbackListener, Failure> {
    let usual = || LoopbackListener::open(USUAL_PORT).or_else(|_| LoopbackListener::open(0));
    let opened = port.map_or_else(usual, LoopbackListener::open);
    let port = port.unwrap_or_default();
    opened.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => Failure(serve_messages::port_taken(port)),
        _ => Failure(serve_messages::port_refused(port, &error.to_string())),
    })
}

/// The corpus that a folder has or is.
fn corpus_in(folder: &Path) -> PathBuf {
    let inner = folder.join("corpus");
    if inner.is_dir() { inner } else { folder.to_owned() }
}

fn claim(own: &Path) -> Result<Option<Claim>, Failure> {
    publish::claim(&own.join("lock")).map_err(|error| {
        let shown = own.display();
        Failure::about(&error, format!("không ghi được `{shown}`"), format!("cannot write `{shown}`"))
    })
}

/// Where the address is written for the next start.
fn place(own: &Path) -> PathBuf {
    own.join("running.json")
}

fn open_running(own: &Path, args: &EditArgs, context: &mut CommandContext<'_>) -> Outcome {
    let running = built::bytes(&place(own)).ok().and_then(|bytes| serde_json::from_slice::<Running>(&bytes).ok());
    let Some(Running { address }) = running else { return Err(Failure(messages::runs_elsewhere())) };
    context.say(&messages::runs_already(&address));
    open(&address, args, context);
    Ok(Status::Fine)
}

fn open(address: &str, args: &EditArgs, context: &mut CommandContext<'_>) {
    if !args.no_open && context.console.open(address).is_err() {
        context.line(&messages::not_opened());
    }
}

fn no_corpus(folder: &Path) -> Failure {
    let shown = folder.display();
    Failure(Bilingual::new(
        format!(
            "không có kho ngữ liệu ở `{shown}`. Chỉ thư mục có `corpus/`, hoặc bắt đầu một kho: camnang init corpus"
        ),
        format!(
            "there is no corpus at `{shown}`. Name the folder that has `corpus/`, or begin one: camnang init corpus"
        ),
    ))
}

fn not_started(error: &io::Error) -> Failure {
    Failure::about(error, "không mở được bàn biên tập".to_owned(), "the workbench could not be started".to_owned())
}
