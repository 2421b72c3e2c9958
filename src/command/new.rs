//! `camnang new`: drafts that pass the check, with what the editor still has to write marked in them.

pub(super) mod advice;
pub(super) mod edition;
pub(super) mod ending;
pub(super) mod excerpt;
pub(super) mod guidance;
pub(super) mod ids;
pub(super) mod instrument;
pub(super) mod proof;
pub(super) mod scaffold;
pub(super) mod version;

use std::collections::BTreeMap;
use std::path::Path;

use advice::Created;

use super::context::CommandContext;
use super::{Failure, Outcome, Status, templates};
use crate::characters::composed;
use crate::cli::{CorpusArg, NewCommand};
use crate::diag::Lang;
use crate::edit::{self, Save};
use crate::model::release::PrintedExcerpt;
use crate::preflight::releases::published;
use crate::publish;
use crate::session::{OpenedCorpus, Strictness, ViewRequest};
use crate::syntax::yaml::quoted;
use crate::view::{View, printed};

/// Writes a draft, never over a file.
pub fn run(what: &NewCommand, context: &mut CommandContext<'_>) -> Outcome {
    let lang = context.lang;
    match what {
        NewCommand::Templates { folder, files } => templates::copy_out(folder, files, context),
        NewCommand::Release { edition, corpus } => {
            let draft = release(&context.open(corpus)?, edition)?;
            write(corpus, draft, Created::Release, context)
        }
        NewCommand::Excerpt { instrument, at, verbatim, summary, topics, audiences, corpus } => {
            let words = excerpt::OriginalWords::of(*verbatim, *summary);
            let asked = excerpt::ExcerptOptions { instrument, words, topics, audiences };
            excerpts(&asked, at, corpus, context)
        }
        NewCommand::Version { excerpt, by, on, at, really, corpus } => {
            let asked = version::AskedVersion { excerpt, by, on: *on, at: at.as_deref() };
            version::run(&asked, corpus, *really, context)
        }
        NewCommand::Instrument { number, kind, issued, id, corpus } => {
            let asked = instrument::Asked { number, kind: kind.as_deref(), issued: *issued, id: id.as_deref() };
            let draft = instrument::draft(&context.open(corpus)?.corpus, &corpus.corpus, &asked, lang)?;
            write(corpus, draft, Created::Instrument, context)
        }
        NewCommand::Guidance { id, title, corpus } => {
            let opened = context.open(corpus)?;
            let draft = guidance::draft(id, title.as_deref(), lang)?;
            write_proven(&opened, corpus, draft, Created::Guidance, context)
        }
        NewCommand::Edition { id, title, as_of, like, previous, issuer, corpus } => {
            let opened = context.open(corpus)?;
            let asked = edition::EditionOptions {
                id,
                title: title.as_deref(),
                as_of: *as_of,
                like: like.as_deref(),
                previous: previous.as_deref(),
                issuer: issuer.as_deref(),
                front: &[],
            };
            let edition::EditionDraft { path, bytes, leftovers } =
                edition::draft(&opened, &corpus.corpus, &asked, lang)?;
            write_proven(&opened, corpus, (path, bytes), Created::Edition(&leftovers), context)
        }
    }
}

/// Writes a draft for each place, or none where one of them is refused.
fn excerpts(
    asked: &excerpt::ExcerptOptions<'_>,
    places: &[String],
    corpus: &CorpusArg,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let opened = context.open(corpus)?;
    let drafts = drafts_of_excerpts(&opened, asked, places, context.lang)?;
    write_all(&opened, corpus, &drafts, Created::Excerpt, context)
}

/// Returns a draft for each place.
///
/// # Errors
/// One of them is refused.
pub(super) fn drafts_of_excerpts(
    opened: &OpenedCorpus,
    asked: &excerpt::ExcerptOptions<'_>,
    places: &[String],
    lang: Lang,
) -> Result<Vec<NewFile<String>>, Failure> {
    places.iter().map(|at| excerpt::draft(opened, asked, at, lang)).collect()
}

/// Writes drafts, all or none; the same one twice is one.
pub(super) fn write_all(
    opened: &OpenedCorpus,
    corpus: &CorpusArg,
    drafts: &[NewFile<String>],
    made: Created<'_>,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let root = &corpus.corpus;
    let drafts: BTreeMap<&str, &str> = drafts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    for path in drafts.keys() {
        refuse_existing(opened, root, path)?;
    }
    let files: Vec<(&str, &[u8])> = drafts.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    proof::prove(opened, root, &files, context.lang)?;
    let saves: Vec<Save> = drafts.iter().map(|(path, text)| Save::new(path, text)).collect();
    edit::save(root, &saves).map_err(|unsaved| Failure(edit::messages::unsaved(&unsaved)))?;
    let paths: Vec<&str> = drafts.into_keys().collect();
    context.out(&advice::after(root, &paths, made, context.lang));
    Ok(Status::Fine)
}

/// The path of a new file in the corpus, and what it says.
pub(super) type NewFile<T> = (String, T);

fn write<T: AsRef<[u8]>>(
    corpus: &CorpusArg,
    draft: NewFile<T>,
    made: Created<'_>,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let (path, text) = draft;
    create(&corpus.corpus, &path, &text)?;
    context.out(&advice::after(&corpus.corpus, &[path.as_str()], made, context.lang));
    Ok(Status::Fine)
}

/// [`write`] for what has words of the command line in it, or of another file.
fn write_proven<T: AsRef<[u8]>>(
    opened: &OpenedCorpus,
    corpus: &CorpusArg,
    draft: NewFile<T>,
    made: Created<'_>,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let (path, text) = &draft;
    refuse_existing(opened, &corpus.corpus, path)?;
    proof::prove(opened, &corpus.corpus, &[(path, text.as_ref())], context.lang)?;
    write(corpus, draft, made, context)
}

/// Refuses a path that is taken, before anything else about the record is checked.
pub(super) fn refuse_existing(opened: &OpenedCorpus, root: &Path, path: &str) -> Result<(), Failure> {
    let is_there = opened.sources.files().any(|(_, file)| file.path == path)
        || opened.sources.unread.iter().any(|unread| unread == path);
    if is_there { Err(exists(&root.join(path))) } else { Ok(()) }
}

/// What an option says, on one line.
pub(super) fn words_of(option: &str, words: &str) -> Result<String, Failure> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = composed(&words).unwrap_or(words);
    if words.is_empty() {
        return Err(Failure::new(
            format!("{option} để trống; ghi vài chữ trong nháy kép: {option} \"…\""),
            format!("{option} is empty; write some words in quotes: {option} \"…\""),
        ));
    }
    Ok(words)
}

fn create(root: &Path, path: &str, text: impl AsRef<[u8]>) -> Result<(), Failure> {
    let file = root.join(path);
    let shown = file.display();
    publish::create(&file, text).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => exists(&file),
        _ => Failure::about(&error, format!("không ghi được `{shown}`"), format!("cannot write `{shown}`")),
    })
}

fn exists(file: &Path) -> Failure {
    let shown = file.display();
    Failure::new(
        format!("`{shown}` đã có; không đè lên. Mở tệp đó để sửa"),
        format!("`{shown}` is there already and was not touched. Open it to edit"),
    )
}

/// The addresses that an edition has on its own day.
pub(super) fn release(opened: &OpenedCorpus, edition: &str) -> Result<(String, String), Failure> {
    let id = &opened.edition(edition)?.id;
    let sound = opened.view(&ViewRequest::one(id)).findings().decide(Strictness::Errors).ok();
    let edition = sound.and_then(|mut editions| editions.pop()).ok_or_else(|| {
        Failure::new(
            "kho có lỗi nên chưa ghi lần công bố; sửa trước, xem bằng: camnang check",
            "the corpus has faults, so no release was written; fix them first, see: camnang check",
        )
    })?;
    let view = edition.view();
    let as_of = &view.edition.as_of.iso;
    let mut text = format!(
        "# Địa chỉ đã công bố của ấn bản. Không sửa tệp này: mỗi id phải còn trang riêng, hoặc là aliases của bản ghi khác.\n\
         edition: {id}\nas-of: {as_of}\n"
    );
    for (shelf, ids) in published(view).into_iter().filter(|(_, ids)| !ids.is_empty()) {
        text.push_str(&format!("{}:\n", shelf.key()));
        ids.iter().for_each(|id| text.push_str(&format!("  - {id}\n")));
    }
    text.push_str(&printed_lines(view));
    Ok((format!("releases/{id}-{as_of}.yaml"), text))
}

/// What the edition prints of each excerpt.
fn printed_lines(view: &View) -> String {
    let excerpts = view.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.excerpts);
    let lines: String = excerpts.map(|excerpt| printed_line(&printed(excerpt))).collect();
    if lines.is_empty() { lines } else { format!("printed:\n{lines}") }
}

fn printed_line(PrintedExcerpt { id, sha256, state, words }: &PrintedExcerpt) -> String {
    format!("  - id: {id}\n    sha256: {}\n    state: {state}\n    words: {}\n", quoted(sha256), quoted(words))
}
