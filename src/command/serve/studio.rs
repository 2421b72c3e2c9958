//! Builds what is shown, as `camnang build` would, up to the pages: those are rendered when a browser asks.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use super::super::context::CommandContext;
use super::super::{Failure, templates};
use crate::cli::ServeArgs;
use crate::diag::Lang;
use crate::model::ids::EditionId;
use crate::render::html::Ready;
use crate::render::{FetchOriginal, ImageFile, RenderError, Templates};
use crate::report::Card;
use crate::serve::board::{Ask, Given, LiveSite};
use crate::session::{Absent, OpenedCorpus, Strictness, ViewRequest, ViewedEdition, WhichEditions};
use crate::session::{ParseCache, ReceivedFiles};
use crate::view::View;

/// What pages and the PDF are made from.
pub(super) struct Material {
    pub(super) view: View,
    pub(super) images: Vec<ImageFile>,
    pub(super) templates: Templates,
    pub(super) received: ReceivedFiles,
}

pub(super) enum Built {
    Good { site: LiveSite, warnings: Vec<Card>, material: Arc<Material> },
    Faulty(Vec<Card>),
}

pub(super) struct Studio<'a> {
    args: &'a ServeArgs,
    /// The edition that is shown, and the ids of the others.
    pub(super) edition: Option<String>,
    pub(super) others: Vec<String>,
    builds: u64,
    cache: ParseCache,
}

impl<'a> Studio<'a> {
    /// # Errors
    /// There is no corpus to look at, no folder of templates, or no such edition. Later all of these are shown on the page.
    pub(super) fn new(args: &'a ServeArgs, context: &CommandContext<'_>) -> Result<Self, Failure> {
        let mut studio = Studio { args, edition: None, others: Vec::new(), builds: 0, cache: ParseCache::default() };
        let opened = context.open_again(&args.corpus, &mut studio.cache)?;
        templates::load(args.templates.as_deref())?;
        studio.choose(&opened)?;
        Ok(studio)
    }

    pub(super) fn build(&mut self, context: &CommandContext<'_>) -> Built {
        let stop = |Failure(said)| Built::Faulty(vec![Card::stop(said.get(context.lang))]);
        self.try_build(context).unwrap_or_else(stop)
    }

    fn try_build(&mut self, context: &CommandContext<'_>) -> Result<Built, Failure> {
        let lang = context.lang;
        let opened = context.open_again(&self.args.corpus, &mut self.cache)?;
        let templates = templates::load(self.args.templates.as_deref())?;
        let editions = WhichEditions::These(self.choose(&opened)?.into_iter().collect());
        let as_of = self.args.as_of;
        let findings =
            opened.view(&ViewRequest { editions, as_of, templates: Some(&templates), siblings: true }).findings();
        let cards = findings.report(lang).iter().map(|finding| Card::of(finding, lang)).collect();
        let made = findings.decide(Strictness::Errors).ok().and_then(|mut editions| editions.pop());
        let Some((view, images)) = made.map(ViewedEdition::into_parts) else { return Ok(Built::Faulty(cards)) };
        self.builds += 1;
        let version = format!("{}-{}", view.edition.corpus_hash.get(..12).unwrap_or_default(), self.builds);
        let received = opened.received_files();
        let material = Arc::new(Material { view, images, templates, received });
        // Who waits for a page need not wait until all memory of the corpus is freed.
        rayon::spawn(move || drop(opened));
        let site = site(version, &material, lang)?;
        Ok(Built::Good { site, warnings: cards, material })
    }

    /// The requested edition, or else the latest. `None`: it is there and cannot be read, as a finding says.
    fn choose(&mut self, opened: &OpenedCorpus) -> Result<Option<EditionId>, Failure> {
        let all: Vec<&EditionId> = opened.corpus.editions().map(|edition| &edition.id).collect();
        let chosen = match &self.args.edition {
            Some(id) => match opened.edition(id) {
                Err(Absent::Unread(_)) => None,
                found => Some(found?.id.clone()),
            },
            None => opened.corpus.editions().max_by_key(|edition| edition.as_of).map(|edition| edition.id.clone()),
        };
        let is_other = |id: &&&EditionId| Some(**id) != chosen.as_ref();
        self.others = all.iter().filter(is_other).map(ToString::to_string).collect();
        self.edition = chosen.as_ref().map(ToString::to_string);
        Ok(chosen)
    }
}

/// A site in a thread of its own, which has all that its pages are made from and ends when nobody can ask it any more.
fn site(version: String, material: &Arc<Material>, lang: Lang) -> Result<LiveSite, Failure> {
    let (asks, asked) = channel();
    let (ready, waiting) = channel();
    let own = Arc::clone(material);
    thread::spawn(move || {
        let Material { view, images, templates, received } = &*own;
        let shown = view.on_web();
        let originals: &FetchOriginal<'_> = &|original| received.read(original);
        match Ready::new(&shown, images, templates, originals) {
            Ok(site) => {
                // Whoever waits is gone only when the program ends.
                let _ = ready.send(Ok(()));
                answer(&site, &asked, &|error| templates::failed(error, templates).0.get(lang).to_owned());
            }
            Err(error) => {
                let _ = ready.send(Err(error));
            }
        }
    });
    match waiting.recv() {
        Ok(Ok(())) => Ok(LiveSite { version, asks }),
        Ok(Err(error)) => Err(templates::failed(&error, &material.templates)),
        Err(error) => Err(Failure::new(error.to_string(), error.to_string())),
    }
}

/// Answers each question in a thread of its own: what takes long, such as the index of the search, keeps no page waiting.
fn answer(site: &Ready<'_>, asked: &Receiver<Ask>, in_words: &(dyn Fn(&RenderError) -> String + Sync)) {
    thread::scope(|scope| {
        for Ask { path, reply } in asked {
            scope.spawn(move || {
                let given = match site.file(&path) {
                    Ok(Some(bytes)) => Given::File(bytes),
                    Ok(None) => Given::Nothing,
                    Err(error) => Given::Fault(in_words(&error)),
                };
                // Who asked may have gone.
                let _ = reply.send(given);
            });
        }
    });
}
