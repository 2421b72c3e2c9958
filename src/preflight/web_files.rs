//! Files that a publisher adds to every site: they add, and replace nothing; what runs is published only if the settings name it.

use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::edition::Edition;
use crate::preflight::messages::web_files as codes;
use crate::render::html::is_taken;
use crate::source::{Sources, WEB};

/// Names that publishing services ask for, and that no browser runs.
const NAMES: [&str; 7] = ["CNAME", "_headers", "_redirects", ".nojekyll", "humans.txt", "ads.txt", "security.txt"];
/// What browsers show or download without running anything of it.
const PASSIVE: [&str; 9] = ["txt", "ico", "png", "jpg", "jpeg", "gif", "webp", "pdf", "json"];

/// Looks at every file of `web/`.
pub fn check(sources: &Sources, corpus: &Corpus, sink: &mut Sink) {
    let allowed = &corpus.settings().web.active_files;
    for path in sources.web.keys() {
        let place = || Place::Path(format!("{WEB}{path}"));
        if let Some(edition) = corpus.editions().find(|edition| is_taken_in(path, edition)) {
            let finding = Finding::new(codes::TAKES_PLACE, place()).arg("path", path.as_str());
            sink.push(finding.arg("edition", edition.id.as_str()));
        } else if !is_passive(path) && !allowed.contains(path) {
            sink.push(Finding::new(codes::ACTIVE, place()).arg("path", path.as_str()));
        }
    }
}

fn is_taken_in(path: &str, edition: &Edition) -> bool {
    let chapters: Vec<&str> = edition.parts.iter().flat_map(|part| &part.chapters).map(|it| it.id.as_str()).collect();
    is_taken(path, edition.id.as_str(), &chapters)
}

fn is_passive(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    NAMES.contains(&name) || ending.is_some_and(|ending| PASSIVE.contains(&ending.as_str()))
}
