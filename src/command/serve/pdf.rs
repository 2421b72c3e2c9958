//! The PDF beside the site, made in the background of the latest that was built, by a process of its own: nothing in a
//! corpus ends the live view. The engine's cache stays warm there, so that what an edit has not touched is not laid out
//! again.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use super::super::layout::{Layout, Stopped};
use super::super::templates;
use super::studio::Material;
use crate::diag::Lang;
use crate::hash::sha256;
use crate::render::PaperForm;
use crate::render::typst::Job;
use crate::report::Card;
use crate::serve::board::Board;

type PdfJob = (String, Arc<Material>);

/// How long a layout may take. An editor who is still writing has changed the text in the meantime.
const PATIENCE: Duration = Duration::from_secs(15 * 60);

/// Where the PDF is made.
pub(super) struct Workshop {
    jobs: Sender<PdfJob>,
}

impl Workshop {
    pub(super) fn start(board: &Arc<Board>, lang: Lang, program: PathBuf) -> Self {
        let (jobs, waiting) = channel();
        let board = Arc::clone(board);
        thread::spawn(move || work(&waiting, &board, &mut Layout::new(program, Some(PATIENCE)), lang));
        Workshop { jobs }
    }

    pub(super) fn wants(&self, version: String, material: Arc<Material>) {
        // The thread ends with the program only.
        let _ = self.jobs.send((version, material));
    }
}

fn work(waiting: &Receiver<PdfJob>, board: &Board, layout: &mut Layout, lang: Lang) {
    while let Ok(job) = waiting.recv() {
        // Edits made meanwhile: only the latest is worth laying out.
        let (version, material) = waiting.try_iter().last().unwrap_or(job);
        match make(&material, layout) {
            Ok(bytes) => board.pdf_made(version, sha256(&bytes), bytes),
            Err(stopped) => {
                let said = match stopped {
                    Stopped::Render(error) => templates::failed(&error, &material.templates).0,
                    Stopped::Ended(said) => said,
                };
                board.pdf_failed(version, Card::stop(said.get(lang)));
            }
        }
    }
}

fn make(material: &Material, layout: &mut Layout) -> Result<Vec<u8>, Stopped> {
    let Material { view, images, templates, received: _ } = material;
    let job = Job::new(PaperForm::Booklet, view, images, templates).map_err(Stopped::Render)?;
    layout.pdf(view, &job)
}
