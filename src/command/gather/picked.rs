//! Which provisions of the list drafts are made of.

use super::{GatheredProvision, GatheredText};
use crate::cli::PickedNumbers;
use crate::command::Failure;
use crate::command::messages::gather as words;
use crate::model::ids::InstrumentId;
use crate::model::provision::Locator;

/// A provision that a draft is made of.
#[derive(Debug)]
pub struct ListedPick<'t> {
    pub instrument: &'t InstrumentId,
    pub at: &'t Locator,
}

/// Finds the provisions by their numbers in the list, each once; `all` are those that no excerpt has.
///
/// # Errors
/// There is no such number, or the file is not in the corpus yet.
pub fn picked<'t>(texts: &'t [GatheredText], numbers: &[PickedNumbers]) -> Result<Vec<ListedPick<'t>>, Failure> {
    let listed: Vec<(&GatheredText, &GatheredProvision)> =
        texts.iter().flat_map(|text| text.provisions.iter().map(move |it| (text, it))).collect();
    let mut wanted = vec![false; listed.len()];
    for numbers in numbers {
        match *numbers {
            PickedNumbers::All => {
                wanted.iter_mut().zip(&listed).for_each(|(wanted, (_, it))| *wanted |= !it.is_in_corpus());
            }
            PickedNumbers::Range { first, last } => {
                let range = wanted.get_mut(first - 1..last);
                range.ok_or_else(|| Failure(words::no_number(last, listed.len())))?.fill(true);
            }
        }
    }
    let picked = listed.iter().zip(wanted).filter(|(_, wanted)| *wanted).map(|((text, it), _)| pick(text, it));
    let picked: Vec<ListedPick<'t>> = picked.collect::<Result<_, Failure>>()?;
    if picked.is_empty() { Err(Failure(words::nothing_to_draft())) } else { Ok(picked) }
}

fn pick<'t>(text: &'t GatheredText, provision: &'t GatheredProvision) -> Result<ListedPick<'t>, Failure> {
    if let Some(file) = &text.file {
        return Err(Failure(words::not_imported(file, text.instrument.as_ref())));
    }
    let instrument = text.instrument.as_ref().ok_or_else(|| Failure(words::nothing_to_draft()))?;
    Ok(ListedPick { instrument, at: &provision.at })
}
