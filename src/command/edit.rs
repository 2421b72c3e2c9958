//! `camnang edit`

mod task;

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use task::TaskFolders;

use super::context::CommandContext;
use super::new::excerpt::{self, ExcerptOptions, OriginalWords};
use super::{Failure, Outcome, Status};
use crate::cli::EditArgs;
use crate::diag::{Bilingual, Lang};
use crate::history::own_folder;
use crate::publish::{self, Claim};
use crate::serve::http::LoopbackListener;
use crate::serve::messages as serve_messages;
use crate::session::OpenedCorpus;
use crate::source::built;
use crate::workbench::new_excerpt::{ClauseWords, NewClause};
use crate::workbench::{Workbench, WorkbenchSurroundings, messages};

/// The same port each time, so that the browser knows the pages again.
const USUAL_PORT: u16 = 8401;

/// Where a start of the workbench can be opened.
#[derive(Serialize, Deserialize)]
struct Running {
    /// It has a key in it, which serves once.
    address: String,
}

/// Opens the corpus of this folder, or the one that was opened last. `None`: there is neither.
pub fn last(context: &CommandContext<'_>) -> Option<EditArgs> {
    let here = || Some(PathBuf::from(".")).filter(|folder| folder.join("corpus").is_dir());
    let last = || built::bytes(&last_place(context)?).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let known = || last().map(PathBuf::from).filter(|folder| folder.is_dir());
    here().or_else(known).map(|folder| EditArgs { folder, port: None, no_open: false })
}

/// Where this user's programs keep what they remember.
fn last_place(context: &CommandContext<'_>) -> Option<PathBuf> {
    let folder = |name| context.console.variable(name).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let state = folder("XDG_STATE_HOME").or_else(|| folder("LOCALAPPDATA"));
    let state = state.or_else(|| folder("HOME").map(|home| home.join(".local/state")));
    state.map(|state| state.join("camnang/last-corpus"))
}

/// Remembers a corpus for a start without arguments. Where that fails, such a start finds none.
fn remember(root: &Path, context: &CommandContext<'_>) {
    if let (Some(place), Ok(root)) = (last_place(context), std::path::absolute(root)) {
        let _ = publish::write_private(&place, root.to_string_lossy().as_bytes());
    }
}

/// Serves the workbench to the browser of this machine until the process is ended; a second start opens the first.
pub fn run(args: &EditArgs, context: &mut CommandContext<'_>) -> Outcome {
    let root = corpus_in(&args.folder);
    if !root.is_dir() {
        return Err(no_corpus(&args.folder));
    }
    let own = own_folder(&root);
    let Some(_claim) = claim(&own)? else { return open_running(&own, args, context) };
    remember(&root, context);
    let listener = listen(args.port)?;
    let announced = own.clone();
    let announce = Box::new(move |address: &str| announce(&announced, address));
    let (port, clock) = (listener.port, context.console.clock());
    let folders = folders(&root);
    let surroundings = WorkbenchSurroundings {
        root,
        own: own.clone(),
        port,
        lang: context.lang,
        announce,
        clock,
        draft_clause,
        output: folders.output.clone(),
        run_task: task::runner(folders, context),
        makes_pdf: cfg!(feature = "pdf"),
    };
    let workbench = Workbench::new(surroundings).map_err(|error| not_started(&error))?;
    let address = workbench.address().map_err(|error| not_started(&error))?;
    announce_first(&own, &address)?;
    context.say(&messages::ready(&address));
    open(&address, args, context);
    workbench.serve(listener).map_err(|error| not_started(&error))?;
    Ok(Status::Fine)
}

/// The draft that `camnang new excerpt` would make.
fn draft_clause(opened: &OpenedCorpus, asked: &NewClause<'_>, lang: Lang) -> Result<(String, String), Bilingual> {
    let NewClause { instrument, at, words, topics, audiences } = *asked;
    let words = match words {
        ClauseWords::Nothing => OriginalWords::Nothing,
        ClauseWords::Verbatim => OriginalWords::Verbatim,
        ClauseWords::Beside => OriginalWords::Beside,
    };
    let options = ExcerptOptions { instrument, words, topics, audiences };
    excerpt::draft(opened, &options, at, lang).map_err(|Failure(words)| words)
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

/// The folder that has the corpus, in which its outputs are too.
fn beside(root: &Path) -> &Path {
    root.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn folders(root: &Path) -> TaskFolders {
    // Whole paths, for a person who has typed no folder.
    let beside = std::path::absolute(beside(root)).unwrap_or_else(|_| beside(root).to_owned());
    TaskFolders { corpus: root.to_owned(), output: beside.join("output"), handout: beside.join("handout") }
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

fn announce_first(own: &Path, address: &str) -> Result<(), Failure> {
    write_address(own, address).map_err(|error| not_started(&error))
}

/// Writes the next address. Where that fails, a second start says that it cannot find the first.
fn announce(own: &Path, address: &str) {
    let _ = write_address(own, address);
}

fn write_address(own: &Path, address: &str) -> io::Result<()> {
    let json = serde_json::to_vec(&Running { address: address.to_owned() })?;
    publish::write_private(&place(own), &json)
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
