//! Makes copies: one thread lays out, others write the files of what is laid out, so that a run of many takes little
//! more than its layouts, and no more than a few copies are in memory at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::{io, thread};

use super::CopyJob;
use super::ledger::{FileKind, LedgerFile};
use crate::hash::sha256;
use crate::render::typst::{LaidOut, Typesetter};
use crate::render::{RenderError, archive};
use crate::view::{Enclosure, FullEnclosure};

/// Puts the files of a copy into its folder; any thread may call it.
pub type PlaceFiles<'a> = dyn Fn(&CopyJob, &[(&str, &[u8])]) -> io::Result<()> + Sync + 'a;

/// How a copy went.
pub enum Made {
    Done(Vec<LedgerFile>),
    /// This copy cannot be made; others can.
    Failed(RenderError),
    /// The disk refuses; nothing more is made.
    Disk(io::Error),
}

/// A view to make copies of, and what has everything where its booklet does not.
pub struct CopySource {
    pub typesetter: Typesetter,
    pub reference: Option<Vec<u8>>,
}

/// Makes the copies of `jobs`, and reports each as it is finished. `sources` are the views that the jobs name. `workers`
/// threads write files beside the one that lays out.
pub fn make(
    jobs: &[&CopyJob],
    sources: &[CopySource],
    workers: usize,
    place: &PlaceFiles<'_>,
    done: &mut dyn FnMut(&CopyJob, Made),
) {
    let (results, finished) = channel();
    let (pages, waiting) = sync_channel(1);
    let waiting = Mutex::new(waiting);
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let (waiting, stop) = (&waiting, &stop);
        for _ in 0..workers.max(1) {
            let results = results.clone();
            scope.spawn(move || write_all(sources, waiting, place, &results));
        }
        scope.spawn(move || lay_out_all(jobs, sources, stop, &pages, &results));
        for (job, made) in finished {
            if matches!(made, Made::Disk(_)) {
                stop.store(true, Ordering::Relaxed);
            }
            done(job, made);
        }
    });
}

type CopyPages<'j> = (&'j CopyJob, LaidOut);
type Results<'j> = Sender<(&'j CopyJob, Made)>;

fn lay_out_all<'j>(
    jobs: &[&'j CopyJob],
    sources: &[CopySource],
    stop: &AtomicBool,
    pages: &SyncSender<CopyPages<'j>>,
    results: &Results<'j>,
) {
    for job in jobs.iter().filter(|_| !stop.load(Ordering::Relaxed)) {
        let Some(source) = sources.get(job.view) else { continue };
        // What the copy before used is used again; what none used since is freed.
        Typesetter::give_back(1);
        // A receiver goes only when its thread ends, which is after this one.
        let _ = match source.typesetter.booklet(Some(&job.copy)) {
            Ok(laid_out) => pages.send((job, laid_out)).map_err(|_| ()),
            Err(error) => results.send((job, Made::Failed(error))).map_err(|_| ()),
        };
    }
}

fn write_all<'j>(
    sources: &[CopySource],
    waiting: &Mutex<Receiver<CopyPages<'j>>>,
    place: &PlaceFiles<'_>,
    results: &Results<'j>,
) {
    loop {
        // The lock is held while waiting, and released before the work.
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((job, laid_out)) = next else { break };
        let made = sources.get(job.view).map(|source| write(job, source, &laid_out, place));
        drop(laid_out);
        if let Some(made) = made {
            let _ = results.send((job, made));
        }
    }
}

fn write(job: &CopyJob, source: &CopySource, laid_out: &LaidOut, place: &PlaceFiles<'_>) -> Made {
    let pages = laid_out.pages();
    let booklet = match laid_out.pdf() {
        Ok(bytes) => bytes,
        Err(error) => return Made::Failed(error),
    };
    let names = job.file_names();
    let reference = names.reference.as_deref().zip(source.reference.as_deref());
    let (sha, full_sha) = (sha256(&booklet), reference.map(|(_, bytes)| sha256(bytes)));
    let full = reference.zip(full_sha.as_deref());
    let full = full.map(|((file, bytes), sha256)| FullEnclosure { file, bytes: bytes.len() as u64, sha256 });
    let enclosure = Enclosure { file: &names.booklet, bytes: booklet.len() as u64, pages, sha256: &sha, full };
    let letter = match source.typesetter.letter(&job.letter.clone().enclosing(&job.copy, &enclosure)) {
        Ok(bytes) => bytes,
        Err(error) => return Made::Failed(error),
    };
    let parts: Vec<(FileKind, &str, &[u8])> = [
        (FileKind::Booklet, names.booklet.as_str(), booklet.as_slice()),
        (FileKind::Letter, names.letter.as_str(), letter.as_slice()),
    ]
    .into_iter()
    .chain(names.form.as_deref().zip(job.form.as_deref()).map(|(name, bytes)| (FileKind::Form, name, bytes)))
    .chain(reference.map(|(name, bytes)| (FileKind::Reference, name, bytes)))
    .collect();
    let sums: String = parts.iter().map(|(_, name, bytes)| format!("{}  {name}\n", sha256(bytes))).collect();
    let packed = parts.iter().map(|(_, name, bytes)| (*name, *bytes)).chain([("SHA256SUMS", sums.as_bytes())]);
    let zip = match archive::zip(&packed.collect::<Vec<_>>()) {
        Ok(bytes) => bytes,
        Err(error) => return Made::Disk(error),
    };
    let files: Vec<(FileKind, &str, &[u8])> =
        parts.into_iter().chain([(FileKind::Zip, names.zip.as_str(), zip.as_slice())]).collect();
    let ledger: Vec<LedgerFile> = files
        .iter()
        .map(|(kind, name, bytes)| LedgerFile {
            kind: *kind,
            path: format!("{}/{name}", job.recipient.id),
            bytes: bytes.len() as u64,
            sha256: sha256(bytes),
        })
        .collect();
    let manifest = match job.manifest(&ledger) {
        Ok(json) => json,
        Err(error) => return Made::Disk(error),
    };
    let mut all: Vec<(&str, &[u8])> = files.iter().map(|(_, name, bytes)| (*name, *bytes)).collect();
    all.push((super::MANIFEST, &manifest));
    match place(job, &all) {
        Ok(()) => Made::Done(ledger),
        Err(error) => Made::Disk(error),
    }
}
