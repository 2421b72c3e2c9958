//! The record of an instrument that has none, from what its own text says. It is unverified until an editor has looked.

use super::Failure;
use super::record::Imported;
use crate::cli::ImportArgs;
use crate::command::new::scaffold::{ScaffoldEntry, open, record, settled, unchecked};
use crate::diag::Lang;
use crate::edit::written;
use crate::latin;
use crate::model::date::Date;
use crate::model::draft::{PLACEHOLDER, PLACEHOLDER_REASON};
use crate::model::number::{DocNumber, InstrumentType, TypeByNumber};
use crate::originals::draft::ReadOriginal;
use crate::originals::head::HeadFacts;
use crate::session::OpenedCorpus;
use crate::syntax::citation::parse_number;
use crate::syntax::record::RecordKind;

/// A record that is to be made.
pub struct NewInstrument {
    pub path: String,
    pub text: String,
    pub facts: HeadFacts,
}

/// Returns the record of the instrument; nothing where it has one, or where its type is not to be found.
///
/// # Errors
/// Another instrument of the corpus has this number.
pub fn draft(
    opened: &OpenedCorpus,
    imported: &Imported,
    args: &ImportArgs,
    read: &ReadOriginal,
    lang: Lang,
) -> Result<Option<NewInstrument>, Failure> {
    let id = &imported.original.instrument;
    let path = format!("instruments/{id}.yaml");
    let is_there = opened.corpus.instrument(id).is_some_and(|known| known.has_record)
        || opened.sources.files().any(|(_, file)| file.path == path)
        || opened.sources.unread.contains(&path);
    if is_there {
        return Ok(None);
    }
    let types: Vec<&str> = InstrumentType::all().map(InstrumentType::name).collect();
    let mut facts = HeadFacts::of(&read.text, &types);
    facts.issuer = facts.issuer.map(|name| as_written(opened, &name));
    let number = facts.number.as_deref().and_then(|number| parse_number(number).ok()).map(|parsed| parsed.value);
    if let Some(number) = number.as_ref().filter(|number| number.identifies()) {
        refuse_other(opened, number)?;
    }
    let Some(kind) = kind(number.as_ref(), &facts) else { return Ok(None) };
    let text = text(imported, args, kind, number.as_ref(), &facts, lang);
    Ok(Some(NewInstrument { path, text, facts }))
}

fn refuse_other(opened: &OpenedCorpus, number: &DocNumber) -> Result<(), Failure> {
    match opened.corpus.numbered(&number.key()).first() {
        None => Ok(()),
        Some(known) => Err(Failure::new(
            format!("văn bản số `{number}` đã có hồ sơ `{known}`; nhập với --instrument {known}"),
            format!("the instrument numbered `{number}` has the record `{known}`; import it with --instrument {known}"),
        )),
    }
}

/// The type: as the number shows it, or as the head says where the number leaves it open.
fn kind(number: Option<&DocNumber>, facts: &HeadFacts) -> Option<InstrumentType> {
    let said = facts.kind.as_deref().and_then(InstrumentType::from_name);
    match number.map(DocNumber::type_by_number) {
        Some(TypeByNumber::Certain(kind)) => Some(kind),
        Some(TypeByNumber::OneOf(types)) => said.filter(|kind| types.contains(kind)),
        Some(TypeByNumber::Open) | None => said,
    }
}

fn text(
    imported: &Imported,
    args: &ImportArgs,
    kind: InstrumentType,
    number: Option<&DocNumber>,
    facts: &HeadFacts,
    lang: Lang,
) -> String {
    let original = &imported.original;
    let missing =
        |what: &str| format!("{{unknown: {}}}", written(&format!("Chưa thấy {what} trong {}", original.file)));
    let date = |date: Option<Date>, what: &str| date.map_or_else(|| missing(what), |date| date.to_string());
    let words = |words: Option<&String>| words.map_or_else(|| PLACEHOLDER.to_owned(), |words| written(words));
    let title = facts.title.as_ref().map(|title| titled(kind, title));
    let source = args.source.clone().unwrap_or_else(|| original.file.clone());
    let days = [
        open("in-force-from", date(facts.in_force_from, "ngày có hiệu lực")),
        open("in-force-until", format!("{{unknown: {PLACEHOLDER_REASON}}}")),
    ];
    let entries = [
        settled("id", original.instrument.to_string()),
        open("number", facts.number.clone().filter(|_| number.is_some()).unwrap_or_else(|| missing("số, ký hiệu"))),
        open("type", kind.name()),
        open("title", words(title.as_ref())),
        open("issuer", words(facts.issuer.as_ref())),
        open("signer", facts.signer.as_ref().map_or_else(|| missing("khối chữ ký"), |name| written(name))),
        open("issued", date(facts.issued, "ngày ban hành")),
        open("confidence", "unverified"),
        unchecked(),
        open("sources", format!("\n  - {}", written(&source))),
    ];
    let days = days.into_iter().filter(|_| kind.has_validity());
    let entries: Vec<ScaffoldEntry<'_>> = entries.into_iter().chain(days).collect();
    record(RecordKind::Instrument, &entries, lang)
}

/// The name of a body as the records of the corpus write it, if one of them has it.
fn as_written(opened: &OpenedCorpus, name: &str) -> String {
    let key = |name: &str| latin::same_tones(&name.to_lowercase());
    let known = opened.corpus.instruments().map(|it| it.issuer.as_str()).find(|known| key(known) == key(name));
    known.unwrap_or(name).to_owned()
}

/// A law has its type in its name.
fn titled(kind: InstrumentType, title: &str) -> String {
    match kind {
        InstrumentType::Law | InstrumentType::Code => {
            let mut letters = title.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            format!("{} {first}{}", kind.name(), letters.as_str())
        }
        _ => title.to_owned(),
    }
}
