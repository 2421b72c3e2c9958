//! Plans the copy of each department, and the key by which a finished copy is known again.

use std::io;

use serde::{Deserialize, Serialize};

use super::ledger::{LedgerCopy, LedgerFile, VERSION};
use super::recipients::Recipient;
use crate::answers::{FormRecipient, Questions, form};
use crate::hash::sha256;
use crate::model::date::Date;
use crate::model::ids::AudienceId;
use crate::model::letter::LetterSettings;
use crate::render::outputs::{self, Output};
use crate::render::{ImageFile, Templates};
use crate::view::{CopyView, LetterView, View};

/// The name of the record in the folder of one department: which files are its, and what they were made from.
pub const MANIFEST: &str = "manifest.json";

/// What all copies of a hand-out have in common: the head of the ledger and of every manifest.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct Stamp {
    pub version: u32,
    /// `camnang 0.1.0`
    pub generator: String,
    pub edition: String,
    /// ISO 8601.
    pub as_of: String,
    pub corpus_sha256: String,
}

/// `manifest.json` in the folder of one department.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct CopyManifest {
    #[serde(flatten)]
    pub stamp: Stamp,
    /// Without the e-mail address: the folder may be handed on.
    pub copy: LedgerCopy,
}

impl CopyManifest {
    /// The file as a run writes it.
    ///
    /// # Errors
    /// None that these strings can cause.
    pub fn to_json(&self) -> io::Result<Vec<u8>> {
        pretty(self)
    }
}

/// One copy to be made, or found finished.
#[derive(Debug)]
pub struct CopyJob {
    pub stamp: Stamp,
    pub recipient: Recipient,
    pub serial: String,
    /// Which of the views it is a copy of.
    pub view: usize,
    pub copy: CopyView,
    /// Without what it goes with, which is known when that is made.
    pub letter: LetterView,
    /// The name of the file that has everything; nothing where the booklet does.
    pub reference: Option<String>,
    /// The form to be filled in, as XLSX, where the settings ask for one.
    pub form: Option<Vec<u8>>,
    /// SHA-256 over everything that the copy is made from.
    pub key: String,
}

/// The names of a copy's files within its folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileNames {
    pub booklet: String,
    pub letter: String,
    /// Nothing where the settings ask for no answers.
    pub form: Option<String>,
    /// Nothing where the booklet has everything.
    pub reference: Option<String>,
    pub zip: String,
}

impl FileNames {
    /// Returns them in the order of the ledger.
    pub fn all(self) -> impl Iterator<Item = String> {
        let FileNames { booklet, letter, form, reference, zip } = self;
        [booklet, letter].into_iter().chain(form).chain(reference).chain([zip])
    }
}

impl Stamp {
    /// The stamp of the copies of a view.
    pub fn of(view: &View) -> Self {
        Stamp {
            version: VERSION,
            generator: view.generator.clone(),
            edition: view.edition.id.clone(),
            as_of: view.edition.as_of.iso.clone(),
            corpus_sha256: view.edition.corpus_hash.clone(),
        }
    }
}

impl CopyJob {
    /// Returns the names of the copy's files, which are made from the edition and the department.
    pub fn file_names(&self) -> FileNames {
        let name = format!("{}-{}", self.stamp.edition, self.recipient.id);
        let pdf = outputs::PDF.file;
        FileNames {
            booklet: pdf(&name),
            letter: pdf(&format!("{name}-cong-van")),
            form: self.form.as_ref().map(|_| format!("{name}-phieu.xlsx")),
            reference: self.reference.clone(),
            zip: format!("{name}.zip"),
        }
    }

    /// The copy's lines in the ledger.
    pub fn entry(&self, files: Vec<LedgerFile>) -> LedgerCopy {
        LedgerCopy {
            id: self.recipient.id.to_string(),
            name: self.recipient.name.clone(),
            place: self.recipient.place.clone(),
            email: self.recipient.email.clone(),
            serial: self.serial.clone(),
            audiences: self.recipient.audiences.iter().map(ToString::to_string).collect(),
            blanks: self.letter.blanks().map(str::to_owned).collect(),
            folder: self.recipient.id.to_string(),
            key: self.key.clone(),
            files,
        }
    }

    /// `manifest.json` of the copy's folder.
    ///
    /// # Errors
    /// None that these strings can cause.
    pub fn manifest(&self, files: &[LedgerFile]) -> io::Result<Vec<u8>> {
        let copy = LedgerCopy { email: None, ..self.entry(files.to_vec()) };
        CopyManifest { stamp: self.stamp.clone(), copy }.to_json()
    }
}

/// JSON for people and programs, with an end of line.
pub(super) fn pretty(data: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut json = serde_json::to_vec_pretty(data).map_err(io::Error::other)?;
    json.push(b'\n');
    Ok(json)
}

/// The views of a hand-out: one for each choice of audiences that its list makes.
pub struct Hands {
    /// Each once, in the order in which the list makes them.
    pub choices: Vec<Vec<AudienceId>>,
}

impl Hands {
    /// Sorts recipients by the audiences whose duties they get: those with the same ones share a view.
    pub fn of(recipients: &[Recipient]) -> Self {
        let mut choices: Vec<Vec<AudienceId>> = Vec::new();
        for recipient in recipients {
            if !choices.contains(&recipient.audiences) {
                choices.push(recipient.audiences.clone());
            }
        }
        Hands { choices }
    }

    /// The jobs, in the order of the list, whose places are the serial numbers. `views` are those of the choices;
    /// `day` replaces the letter's own.
    ///
    /// # Errors
    /// None that a view can cause.
    pub fn jobs(
        &self,
        recipients: &[Recipient],
        views: &[View],
        inputs: &Inputs<'_>,
        day: Option<Date>,
    ) -> io::Result<Vec<CopyJob>> {
        let hashes = views.iter().map(|view| inputs.hash(view)).collect::<io::Result<Vec<String>>>()?;
        let width = recipients.len().to_string().len().max(3);
        let mut jobs = Vec::with_capacity(recipients.len());
        for (recipient, number) in recipients.iter().zip(1usize..) {
            let index = self.choices.iter().position(|choice| *choice == recipient.audiences);
            let Some((index, view, hash)) =
                index.and_then(|index| Some((index, views.get(index)?, hashes.get(index)?)))
            else {
                continue;
            };
            let serial = format!("{}-{number:0width$}", view.edition.id);
            let (id, place) = (recipient.id.as_str(), recipient.place.as_deref());
            let copy = CopyView::new(id, &recipient.name, place, &recipient.address_lines, &serial);
            let letter = LetterView::new(&view.edition, &copy, inputs.letter, day);
            let form = inputs.form(index, id, &recipient.name)?;
            let own = serde_json::to_vec(&(&copy, &letter)).map_err(io::Error::other)?;
            let of_form = form.as_deref().map(|form| format!(" {}", sha256(form))).unwrap_or_default();
            let key = sha256(format!("{hash} {}{of_form}", sha256(&own)).as_bytes());
            jobs.push(CopyJob {
                stamp: Stamp::of(view),
                recipient: recipient.clone(),
                serial,
                view: index,
                copy,
                letter,
                reference: reference(view, inputs.letter),
                form,
                key,
            });
        }
        Ok(jobs)
    }
}

/// Returns the output that goes with a booklet that leaves something out.
pub fn companion(letter: &LetterSettings) -> Option<&'static Output> {
    outputs::named(letter.reference.key())
}

fn reference(view: &View, letter: &LetterSettings) -> Option<String> {
    view.paper.note.as_ref()?;
    let path = (companion(letter)?.file)(&view.edition.id);
    path.rsplit('/').next().map(str::to_owned)
}

/// What copies are made from, besides their view and their addressee.
pub struct Inputs<'a> {
    pub images: &'a [ImageFile],
    pub templates: &'a Templates,
    pub letter: &'a LetterSettings,
    /// The version of the engine.
    pub engine: &'a str,
    /// What the form asks, for each choice of audiences; empty where there is no form.
    pub questions: &'a [Questions],
    /// Id of the round, where there is one.
    pub round: Option<&'a str>,
}

impl Inputs<'_> {
    /// The form of a department, where there is one.
    fn form(&self, choice: usize, id: &str, name: &str) -> io::Result<Option<Vec<u8>>> {
        let recipient = FormRecipient { id, name, round: self.round };
        let form = self.questions.get(choice).map(|questions| form(questions, &recipient).to_xlsx());
        form.transpose().map_err(io::Error::other)
    }

    /// SHA-256 over the view and all else that every copy of it is made from. The version of the program is in the view.
    fn hash(&self, view: &View) -> io::Result<String> {
        // The form has its own part in the key of each copy.
        let Inputs { images, templates, letter, engine, questions: _, round: _ } = self;
        let mut parts = vec![
            format!("handout {VERSION}, typst {engine}, {}", letter.reference.key()),
            sha256(&serde_json::to_vec(view).map_err(io::Error::other)?),
        ];
        parts.extend(images.iter().map(|image| format!("{} {}", sha256(&image.bytes), image.path)));
        let folders = ["typst/", "fonts/", "html/"].into_iter().flat_map(|folder| templates.below(folder));
        parts.extend(folders.map(|(path, bytes)| format!("{} {path}", sha256(bytes))));
        Ok(sha256(parts.join("\n").as_bytes()))
    }
}
