//! `camnang verify`

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::context::CommandContext;
use super::{Failure, Outcome, Status};
use crate::cli::VerifyArgs;
use crate::command::messages::verify;
use crate::diag::Bilingual;
use crate::handout::signed::appended;
use crate::handout::verify::{FileDifference, HashRecord, Verdict, hash_of};
use crate::handout::{MANIFEST, ledger};
use crate::source::built;

/// Compares files with their record, or one file with a hash.
pub fn run(args: &VerifyArgs, context: &mut CommandContext<'_>) -> Outcome {
    // A record vouches for the folder that it lies in, and no record for itself.
    let of_folder = args.path.parent().filter(|_| args.against.is_none() && is_record(&args.path));
    let path = of_folder
        .map_or(args.path.as_path(), |folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let is_folder = path.is_dir();
    if let Some(expected) = args.against.as_deref().and_then(hash_of) {
        if is_folder {
            return Err(Failure(verify::hash_for_folder()));
        }
        return one_hash(path, &expected, context);
    }
    let (place, record) = match &args.against {
        Some(record) => {
            let file = PathBuf::from(record);
            let known = HashRecord::read(&read(&file)?).ok_or_else(|| Failure(verify::not_a_record(record)))?;
            (file, known)
        }
        None => find(path)?.ok_or_else(|| Failure(verify::no_record(&shown(path))))?,
    };
    if is_folder { folder(path, &record, context) } else { file(path, &place, &record, context) }
}

fn is_record(path: &Path) -> bool {
    let named = |name: &str| path.file_name().is_some_and(|file| file == name);
    (named(ledger::FILE) || named(MANIFEST)) && path.is_file()
}

fn one_hash(path: &Path, expected: &str, context: &mut CommandContext<'_>) -> Outcome {
    let found = measure(path)?;
    if found == expected {
        context.say(&verify::unchanged_by_hash(&shown(path)));
        return Ok(Status::Fine);
    }
    if let Some(status) = signed(path, &shown(path), &BTreeMap::from([(shown(path), expected.to_owned())]), context)? {
        return Ok(ended(status, context));
    }
    context.say(&verify::changed(&shown(path), expected, &found));
    context.say(&verify::to_do());
    Ok(Status::Faults)
}

/// Says what to do about a file that has a fault.
fn ended(status: Status, context: &mut CommandContext<'_>) -> Status {
    if status == Status::Faults {
        context.say(&verify::to_do());
    }
    status
}

/// Says of a file what was appended to it, where it begins with one of these, which are hashes by name. `None`: it does not.
fn signed(
    path: &Path,
    name: &str,
    known: &BTreeMap<String, String>,
    context: &mut CommandContext<'_>,
) -> Result<Option<Status>, Failure> {
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) {
        return Ok(None);
    }
    let Some(appended) = appended(&read(path)?, known.values().map(String::as_str)) else { return Ok(None) };
    let same_name = known.get(name).is_some_and(|hash| *hash == appended.own);
    let listed = known.iter().find(|(_, hash)| **hash == appended.own).map(|(listed, _)| listed.as_str());
    match &appended.judgement {
        Ok(signatures) => context.say(&verify::signed(name, listed.filter(|_| !same_name), signatures)),
        Err(alteration) => {
            context.say(&verify::altered(name, alteration));
            return Ok(Some(Status::Faults));
        }
    }
    Ok(Some(Status::Fine))
}

/// The record of a folder is in it; that of a file beside it, or in a folder above that has a record with this file.
fn find(path: &Path) -> Result<Option<(PathBuf, HashRecord)>, Failure> {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let folders: Vec<&Path> =
        if path.is_dir() { vec![whole.as_path()] } else { whole.ancestors().skip(1).take(ABOVE).collect() };
    for folder in folders {
        for name in [ledger::FILE, MANIFEST] {
            let file = folder.join(name);
            if file.is_file()
                && let Some(record) = HashRecord::read(&read(&file)?)
            {
                return Ok(Some((file, record)));
            }
        }
    }
    Ok(None)
}

/// How many folders above a file are looked into: `output/<edition>/html/assets/…` is the deepest that a build makes.
const ABOVE: usize = 6;

fn folder(path: &Path, record: &HashRecord, context: &mut CommandContext<'_>) -> Outcome {
    let listed = built::files_below(path).map_err(|error| unreadable(path, &error))?;
    let (plain, odd): (Vec<String>, Vec<String>) =
        listed.into_iter().partition(|name| built::is_plain(&path.join(name)));
    let mut found = BTreeMap::new();
    for name in plain {
        let hash = measure(&path.join(&name))?;
        found.insert(name, hash);
    }
    odd.iter().for_each(|name| context.say(&verify::not_plain(name)));
    let mut faults = odd.len();
    for difference in record.compare(&found) {
        faults += usize::from(report(path, &difference, record, context)? == Status::Faults);
    }
    if faults > 0 {
        context.say(&verify::to_do());
        return Ok(Status::Faults);
    }
    context.say(&unchanged(path, record, record.files.len()));
    Ok(Status::Fine)
}

/// Says what is not as the record has it; a file of ours that was signed is no fault.
fn report(
    folder: &Path,
    difference: &FileDifference,
    record: &HashRecord,
    context: &mut CommandContext<'_>,
) -> Result<Status, Failure> {
    let there = match difference {
        FileDifference::Changed { path, .. } | FileDifference::Extra(path) => Some(path),
        FileDifference::Missing(_) => None,
    };
    if let Some(path) = there
        && let Some(status) = signed(&folder.join(path), path, &record.files, context)?
    {
        return Ok(status);
    }
    let said = match difference {
        FileDifference::Changed { path, expected, found } => verify::changed(path, expected, found),
        FileDifference::Missing(path) => verify::missing(path),
        FileDifference::Extra(path) => verify::extra(path),
    };
    context.say(&said);
    Ok(Status::Faults)
}

fn file(path: &Path, place: &Path, record: &HashRecord, context: &mut CommandContext<'_>) -> Outcome {
    let found = measure(path)?;
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (file, above) = (whole(path), whole(place));
    let within = above.parent().and_then(|folder| file.strip_prefix(folder).ok()).unwrap_or(path);
    let within = within.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    let verdict = record.judge(&within, &found);
    if matches!(verdict, Verdict::Changed { .. } | Verdict::Foreign)
        && let Some(status) = signed(path, &within, &record.files, context)?
    {
        return Ok(ended(status, context));
    }
    match verdict {
        Verdict::Unchanged => context.say(&unchanged(path, record, 1)),
        Verdict::Renamed(listed) => {
            context.say(&unchanged(path, record, 1));
            context.say(&verify::renamed(&shown(path), &listed));
        }
        Verdict::Changed { expected } => {
            context.say(&verify::changed(&shown(path), &expected, &found));
            context.say(&verify::to_do());
            return Ok(Status::Faults);
        }
        Verdict::Foreign => {
            context.say(&verify::belongs_to_none(&shown(path), &shown(place), &found));
            context.say(&verify::to_do());
            return Ok(Status::Faults);
        }
    }
    Ok(Status::Fine)
}

fn unchanged(path: &Path, record: &HashRecord, files: usize) -> Bilingual {
    match &record.edition {
        Some((edition, as_of)) => verify::unchanged(&shown(path), edition, as_of, files),
        None => verify::unchanged_by_hash(&shown(path)),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn measure(path: &Path) -> Result<String, Failure> {
    built::measure(path).map(|(_, hash)| hash).map_err(|error| unreadable(path, &error))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    built::bytes(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    Failure::about(error, format!("không đọc được `{path}`"), format!("cannot read `{path}`"))
}
