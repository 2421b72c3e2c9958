//! The PDF beside the site, made in the background of the latest that was built. The engine's cache stays warm, so that
//! what an edit has not touched is not laid out again.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::super::templates;
use super::studio::Material;
use crate::diag::Lang;
use crate::hash::sha256;
use crate::render::RenderError;
use crate::render::typst::Press;
use crate::report::Card;
use crate::serve::board::Board;

type Job = (String, Arc<Material>);

/// Where the PDF is made.
pub(super) struct Workshop {
    jobs: Sender<Job>,
}

impl Workshop {
    pub(super) fn start(board: &Arc<Board>, lang: Lang) -> Self {
        let (jobs, waiting) = channel();
        let board = Arc::clone(board);
        thread::spawn(move || {
            // Threads of its own: pages must not wait for layout.
            match rayon::ThreadPoolBuilder::new().build() {
                Ok(pool) => pool.install(move || work(&waiting, &board, lang)),
                Err(_) => work(&waiting, &board, lang),
            }
        });
        Workshop { jobs }
    }

    pub(super) fn wants(&self, version: String, material: Arc<Material>) {
        // The thread ends with the program only.
        let _ = self.jobs.send((version, material));
    }
}

fn work(waiting: &Receiver<Job>, board: &Board, lang: Lang) {
    while let Ok(job) = waiting.recv() {
        // What was edited meanwhile: only the latest is worth making.
        let (version, material) = waiting.try_iter().last().unwrap_or(job);
        match make(&material) {
            Ok(bytes) => board.pdf_made(version, sha256(&bytes), bytes),
            Err(error) => {
                let said = templates::failed(&error, &material.templates).0;
                board.pdf_failed(version, Card::stop(said.get(lang)));
            }
        }
    }
}

fn make(material: &Material) -> Result<Vec<u8>, RenderError> {
    // What the PDF before used is used again; what it did not use is given back.
    Press::give_back(1);
    let press = Press::new(&material.view, &material.images, &material.templates)?;
    press.booklet(None)?.pdf()
}
