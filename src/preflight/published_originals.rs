//! The received files that a site would publish must be few enough for those who publish and take it away.

use std::collections::BTreeSet;

use crate::diag::advice::megabytes;
use crate::diag::{Finding, Place, Sink};
use crate::model::subject::Subject;
use crate::preflight::messages::published_originals as codes;
use crate::source::Sources;
use crate::view::{PublishedOriginal, View};

/// The most bytes of all originals of a site. They are also in the archive of the site, which readers take away as one file
/// and which hosts of static sites refuse from 25 to 100 MB on.
const MOST: u64 = 50 * 1024 * 1024;

/// Adds up the originals that an edition would publish.
pub fn check(view: &View, sources: &Sources, sink: &mut Sink) {
    let files = published(view);
    let size = files.iter().filter_map(|original| Some(sources.received.get(&original.from)?.size)).sum();
    if size > MOST {
        let place = Place::Entry(Subject::Settings, "web.originals".to_owned());
        let finding = Finding::new(codes::TOO_MUCH, place).arg("edition", view.edition.id.as_str());
        let finding = finding.arg("size", megabytes(size)).arg("limit", megabytes(MOST));
        sink.push(finding.arg("count", files.len().to_string()));
    }
}

fn published(view: &View) -> BTreeSet<&PublishedOriginal> {
    let excerpts = view.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.excerpts);
    excerpts.filter_map(|excerpt| excerpt.original.as_ref()?.published.as_ref()).collect()
}
