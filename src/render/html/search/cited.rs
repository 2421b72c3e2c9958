//! Keys of what an excerpt cites: `dự án theo nghị định 73` is answered by what a later decree says of such projects too.

use std::collections::{BTreeMap, BTreeSet};

use crate::view::{ExcerptNumber, ExcerptView, InstrumentView, View};

/// For each excerpt, the keys of the other instruments that its text cites.
pub(super) fn cited_keys(view: &View) -> BTreeMap<ExcerptNumber, BTreeSet<String>> {
    let excerpts = || view.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.excerpts);
    let instruments: BTreeMap<ExcerptNumber, &str> =
        excerpts().map(|excerpt| (excerpt.number, excerpt.instrument_id.as_str())).collect();
    let rows: BTreeMap<&str, &InstrumentView> = view.instruments.iter().map(|row| (row.id.as_str(), row)).collect();
    let mut keys: BTreeMap<ExcerptNumber, BTreeSet<String>> = BTreeMap::new();
    for page in &view.web.instruments {
        for number in &page.cited_by {
            keys.entry(*number)
                .or_default()
                .extend(rows.get(page.id.as_str()).into_iter().flat_map(|row| keys_of(row)));
        }
    }
    for excerpt in excerpts() {
        let places = cited_places(view, excerpt).filter_map(|place| instruments.get(&place));
        let others = places.filter(|id| **id != excerpt.instrument_id).filter_map(|id| rows.get(id));
        keys.entry(excerpt.number).or_default().extend(others.flat_map(|row| keys_of(row)));
    }
    keys
}

fn cited_places<'v>(view: &'v View, excerpt: &ExcerptView) -> impl Iterator<Item = ExcerptNumber> + use<'v> {
    view.web.excerpts.get(excerpt.number).into_iter().flat_map(|references| references.cites.iter().copied())
}

/// The keys of the instruments that an instrument acts on or that act on it: `nghị định nào thay nghị định 72`.
pub(super) fn related_keys(view: &View, id: &str) -> BTreeSet<String> {
    let page = view.web.instruments.iter().find(|page| page.id == id);
    let targets = page.into_iter().flat_map(|page| &page.relations).flat_map(|relation| &relation.targets);
    let ids: BTreeSet<&str> = targets.filter_map(|target| target.instrument.as_deref()).collect();
    view.instruments.iter().filter(|row| ids.contains(row.id.as_str())).flat_map(keys_of).collect()
}

/// `dan-so-73-loai-nghi-dinh`, `dan-so-73-nam-2019`: one key for each way to name the instrument, since an excerpt may cite
/// the number of one and the year of another.
fn keys_of(row: &InstrumentView) -> impl Iterator<Item = String> {
    let first = |start: &str| row.keys.iter().find(|key| key.starts_with(start));
    let others = [first("loai-"), first("nam-")].into_iter().flatten();
    let number = first("so-");
    others.filter_map(move |other| number.map(|number| format!("dan-{number}-{other}")))
}
