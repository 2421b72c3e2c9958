//! Opens corpora for the workbench, and makes new ones.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use super::drafts;
use super::facts::ProgramFacts;
use super::task::{self, TaskFolders};
use super::{Running, beside, claim, corpus_in, own_folder, place, recent};
use crate::command::Failure;
use crate::diag::{Bilingual, Lang};
use crate::publish::{self, Claim};
use crate::source::{built, sample};
use crate::syntax::record::suggest_id;
use crate::workbench::WorkbenchSurroundings;
use crate::workbench::files::{ImportLaw, ReceivedLaw};
use crate::workbench::start::{BookletRequest, CorpusHost, StartChoice};
use crate::workbench::task::{TaskEnd, TaskNotes};

/// The folder in the user's home in which new booklets are made.
const NEW_ONES: &str = "cam-nang";
/// The folder of the sample.
const SAMPLE: &str = "mau-thu";
/// Folders of the same name that are tried.
const TRIES: usize = 100;

/// Opens corpora.
pub struct CorpusOpener {
    facts: Arc<ProgramFacts>,
    announced: Arc<Announced>,
}

/// Where the next address is written: beside the corpus that is open.
pub struct Announced {
    own: Mutex<(PathBuf, String)>,
}

impl Announced {
    /// Writes the next address. Where that fails, a second start says that it cannot find the first.
    pub fn say(&self, address: &str) {
        let _ = self.write(address);
    }

    /// Writes the next address.
    ///
    /// # Errors
    /// The disk does not take it.
    pub fn write(&self, address: &str) -> io::Result<()> {
        let mut own = self.own.lock().unwrap_or_else(PoisonError::into_inner);
        address.clone_into(&mut own.1);
        write(&own.0, address)
    }

    fn is_at(&self, folder: &Path) -> bool {
        self.own.lock().unwrap_or_else(PoisonError::into_inner).0 == folder
    }

    /// From now on another folder has it.
    fn move_to(&self, folder: PathBuf) {
        let mut own = self.own.lock().unwrap_or_else(PoisonError::into_inner);
        own.0 = folder;
        // As above.
        let _ = write(&own.0, &own.1);
    }
}

fn write(own: &Path, address: &str) -> io::Result<()> {
    publish::write_private(&place(own), &serde_json::to_vec(&Running { address: address.to_owned() })?)
}

impl CorpusOpener {
    /// An opener that writes the next address into a folder.
    pub fn new(facts: ProgramFacts, own: PathBuf) -> Self {
        let announced = Announced { own: Mutex::new((own, String::new())) };
        CorpusOpener { facts: Arc::new(facts), announced: Arc::new(announced) }
    }

    /// Where the next address is written.
    pub fn announced(&self) -> Arc<Announced> {
        Arc::clone(&self.announced)
    }

    /// Everything that the workbench of a corpus needs.
    pub fn surroundings(&self, root: PathBuf, claim: Claim) -> WorkbenchSurroundings {
        recent::remember(&self.facts, &root);
        let (folders, own, corpus) = (folders(&root), own_folder(&root), root.clone());
        WorkbenchSurroundings {
            root,
            own,
            claim,
            clock: self.facts.clock,
            draft_record: drafts::draft_record,
            output: folders.output.clone(),
            run_task: task::runner(folders, Arc::clone(&self.facts)),
            makes_pdf: cfg!(feature = "pdf"),
            import_law: self.import_law(corpus),
        }
    }

    fn import_law(&self, corpus: PathBuf) -> ImportLaw {
        let facts = Arc::clone(&self.facts);
        Box::new(move |law, lang| {
            let notes = TaskNotes::default();
            let end = task::command(import_line(law, &corpus, lang), &notes, &facts);
            // Who sees a page types no commands.
            let said = notes.said();
            let lines = said.lines().filter(|line| !line.contains("camnang ")).map(|line| format!("{line}\n"));
            if end == TaskEnd::Done { Ok(lines.collect()) } else { Err(said.clone()) }
        })
    }

    /// A folder in that of new ones that is not there yet.
    fn free(&self, name: &str) -> PathBuf {
        let folder =
            |number: usize| self.new_ones().join(if number < 2 { name.to_owned() } else { format!("{name}-{number}") });
        (1..TRIES).map(folder).find(|folder| !folder.is_dir()).unwrap_or_else(|| folder(TRIES))
    }

    fn begin(&self, booklet: &BookletRequest, lang: Lang) -> Result<PathBuf, Bilingual> {
        let root = self.free(&suggest_id(&booklet.title)).join("corpus");
        let BookletRequest { title, issuer, as_of } = booklet;
        let mut line: Vec<OsString> = vec!["camnang".into(), lang.tr("--lang=vi", "--lang=en").into(), "init".into()];
        line.extend([format!("--title={title}").into(), format!("--issuer={issuer}").into()]);
        line.extend([format!("--as-of={as_of}").into(), "--".into(), root.clone().into_os_string()]);
        let notes = TaskNotes::default();
        match task::command(line, &notes, &self.facts) {
            TaskEnd::Done => Ok(root),
            TaskEnd::Undone => Err(Bilingual::new(notes.said(), notes.said())),
        }
    }

    /// The sample that was made before, or a new one.
    fn sample(&self) -> Result<PathBuf, Bilingual> {
        let root = self.new_ones().join(SAMPLE).join("corpus");
        if root.is_dir() {
            return Ok(root);
        }
        let root = self.free(SAMPLE).join("corpus");
        publish::create_folder(&root, &sample::files()).map_err(|_| not_made(&root))?;
        Ok(root)
    }
}

fn import_line(law: &ReceivedLaw<'_>, corpus: &Path, lang: Lang) -> Vec<OsString> {
    let ReceivedLaw { file, instrument, source, kind, received } = *law;
    let mut line: Vec<OsString> = vec!["camnang".into(), lang.tr("--lang=vi", "--lang=en").into(), "import".into()];
    line.extend([format!("--instrument={instrument}").into(), task::option("--corpus=", corpus)]);
    line.extend((!source.is_empty()).then(|| format!("--source={source}").into()));
    line.extend(kind.map(|kind| format!("--kind={}", kind.key()).into()));
    line.extend(received.map(|day| format!("--received={day}").into()));
    line.extend(["--".into(), file.into()]);
    line
}

fn not_made(root: &Path) -> Bilingual {
    let shown = root.display();
    Bilingual::new(format!("không tạo được `{shown}`"), format!("cannot make `{shown}`"))
}

fn folders(root: &Path) -> TaskFolders {
    let beside = beside(root);
    TaskFolders { corpus: root.to_owned(), output: beside.join("output"), handout: beside.join("handout") }
}

impl CorpusHost for CorpusOpener {
    fn known(&self) -> Vec<PathBuf> {
        let mut known = recent::all(&self.facts);
        for place in [self.new_ones(), std::path::absolute(".").unwrap_or_default()] {
            let folders = built::folders_in(&place).unwrap_or_default().into_iter();
            known.extend(folders.map(|folder| place.join(folder).join("corpus")).filter(|root| root.is_dir()));
        }
        let mut seen = Vec::new();
        known.retain(|folder| {
            !seen.contains(folder) && {
                seen.push(folder.clone());
                true
            }
        });
        known
    }

    fn new_ones(&self) -> PathBuf {
        self.home().join(NEW_ONES)
    }

    fn home(&self) -> PathBuf {
        let home = self.facts.folder("USERPROFILE").filter(|_| cfg!(windows)).or_else(|| self.facts.folder("HOME"));
        home.unwrap_or_else(|| std::path::absolute(".").unwrap_or_default())
    }

    fn folders_in(&self, folder: &Path) -> Vec<PathBuf> {
        // One that may not be read has nothing to show.
        let folders = built::folders_in(folder).unwrap_or_default().into_iter();
        folders.map(|name| folder.join(name)).collect()
    }

    fn corpus_of(&self, folder: &Path) -> Option<PathBuf> {
        let is_corpus = |root: &PathBuf| root.join("vocabulary.yaml").is_file() || root.join("editions").is_dir();
        [folder.join("corpus"), folder.to_owned()].into_iter().find(is_corpus)
    }

    fn now(&self) -> Timestamp {
        (self.facts.clock)()
    }

    fn open(&self, choice: &StartChoice, lang: Lang) -> Result<Option<WorkbenchSurroundings>, Bilingual> {
        let root = match choice {
            StartChoice::Known(folder) => corpus_in(folder),
            StartChoice::New(booklet) => self.begin(booklet, lang)?,
            StartChoice::Sample => self.sample()?,
        };
        let own = own_folder(&root);
        if self.announced.is_at(&own) {
            return Ok(None);
        }
        let claim = claim(&own).map_err(|Failure(words)| words)?.ok_or_else(open_elsewhere)?;
        self.announced.move_to(own);
        Ok(Some(self.surroundings(root, claim)))
    }
}

fn open_elsewhere() -> Bilingual {
    Bilingual::new(
        "cẩm nang ấy đang mở ở một bàn biên tập khác; dừng nó ở đó rồi thử lại",
        "that booklet is open in another workbench; end it there and try again",
    )
}
