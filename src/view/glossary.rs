//! The terms that an edition explains.

use serde::Serialize;

use crate::assemble::Booklet;
use crate::model::collation::Vietnamese;
use crate::model::edition::AnnexKind;
use crate::model::vocabulary::GlossaryTerm;

/// A term of the glossary.
#[derive(Serialize, Clone, Debug)]
pub struct TermView {
    pub term: String,
    /// Other words for it.
    pub also: Vec<String>,
    pub english: Option<String>,
    pub definition: String,
    pub source: Option<String>,
    pub anchor: String,
}

/// Returns the terms where the edition has an annex for them: they are of today, and an edition of the past does not foretell.
pub(super) fn glossary(booklet: &Booklet<'_>) -> Vec<TermView> {
    if !booklet.edition.annexes.iter().any(|annex| annex.kind == AnnexKind::Glossary) {
        return Vec::new();
    }
    let mut terms: Vec<&GlossaryTerm> = booklet.corpus.glossary().iter().collect();
    let order = Vietnamese::new();
    terms.sort_by(|a, b| order.compare(&a.term, &b.term));
    terms.into_iter().zip(1..).map(|(term, number)| view(term, number)).collect()
}

fn view(term: &GlossaryTerm, number: usize) -> TermView {
    let GlossaryTerm { term, also, english, definition, source } = term;
    TermView {
        term: term.clone(),
        also: also.clone(),
        english: english.clone(),
        definition: definition.clone(),
        source: source.clone(),
        anchor: format!("tu-{number}"),
    }
}
