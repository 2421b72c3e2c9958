//! `camnang handout --sign`: a program of the office signs the letter of each copy. What it gives is taken only if it is our
//! letter with signatures behind it; everything else is named, with the program's own words, and the letter stays as it was.

use super::super::context::CommandContext;
use super::super::messages::{signing as messages, verify};
use super::super::{Failure, Outcome, Status};
use super::dispatch::Handout;
use crate::cli::CorpusArg;
use crate::diag::Bilingual;
use crate::handout::ledger::{FileKind, LedgerCopy, LedgerFile};
use crate::handout::signed::appended;
use crate::hash::sha256;
use crate::publish::{NewBytes, replace_files};
use crate::source::{built, programs};

/// Signs the letters that are not signed yet.
pub fn run(handout: &Handout, only: &[String], corpus: &CorpusArg, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(corpus)?;
    let signer = &opened.corpus.settings().letter.sign;
    if signer.is_empty() {
        return Err(Failure(messages::no_signer()));
    }
    let ledger = handout.ledger()?.ok_or_else(|| handout.nothing_built())?;
    let known = || ledger.copies.iter().map(|copy| copy.id.as_str());
    if let Some(unknown) = only.iter().find(|id| !known().any(|known| known == *id)) {
        return Err(handout.no_department(unknown, known()));
    }
    let mut tally = SignTally::default();
    for copy in ledger.copies.iter().filter(|copy| only.is_empty() || only.contains(&copy.id)) {
        context.progress(&Bilingual::same(copy.name.as_str()));
        let done = sign_copy(handout, copy, signer);
        if let Err(refusal) = &done {
            context.say(&messages::refused(&copy.name, &copy.id, refusal));
        }
        tally.count(&done);
    }
    let SignTally { signed, before, refused } = tally;
    context.say(&messages::total(signed, before, refused));
    Ok(if refused == 0 { Status::Fine } else { Status::Faults })
}

/// The fate of a letter in this run.
enum LetterFate {
    Signed,
    SignedBefore,
}

#[derive(Default)]
struct SignTally {
    signed: usize,
    before: usize,
    refused: usize,
}

impl SignTally {
    fn count(&mut self, done: &Result<LetterFate, Bilingual>) {
        *match done {
            Ok(LetterFate::Signed) => &mut self.signed,
            Ok(LetterFate::SignedBefore) => &mut self.before,
            Err(_) => &mut self.refused,
        } += 1;
    }
}

/// Signs the letter of a copy, unless it is signed.
fn sign_copy(handout: &Handout, copy: &LedgerCopy, signer: &[String]) -> Result<LetterFate, Bilingual> {
    let letter = copy.file(FileKind::Letter).ok_or_else(messages::no_letter)?;
    if !copy.blanks.is_empty() {
        return Err(messages::blanks(&copy.blanks));
    }
    let place = handout.folder.join(&letter.path);
    let bytes = built::bytes(&place).map_err(|error| messages::unreadable(&letter.path, &error))?;
    if sha256(&bytes) != letter.sha256 {
        return is_ours(&bytes, letter).map(|()| LetterFate::SignedBefore);
    }
    let signed = programs::signed(&bytes, signer).map_err(|fault| messages::failed(signer, &fault))?;
    is_ours(&signed, letter)?;
    let former = Some(letter.sha256.clone());
    let unwritten = |_| messages::unwritten(&letter.path);
    replace_files(&[NewBytes { place, former, bytes: signed }]).map_err(unwritten)?;
    Ok(LetterFate::Signed)
}

/// Whether a file is a letter of ours with signatures behind it, and nothing else.
fn is_ours(bytes: &[u8], letter: &LedgerFile) -> Result<(), Bilingual> {
    let appended = appended(bytes, [letter.sha256.as_str()].into_iter());
    let appended = appended.ok_or_else(|| messages::other_bytes(&letter.path))?;
    appended.judgement.map(drop).map_err(|alteration| verify::altered(&letter.path, &alteration))
}
