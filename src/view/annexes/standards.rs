//! The table of standards: technical regulations and standards that the edition shows or names, and where.

use std::collections::BTreeMap;

use serde::Serialize;

use super::AnnexContent;
use crate::assemble::cited;
use crate::language::vi::colophon;
use crate::model::citation::DocumentRef;
use crate::model::collation::Vietnamese;
use crate::model::edition::Annex;
use crate::model::excerpt::Excerpt;
use crate::model::instrument::{Confidence, Instrument, RelationKind};
use crate::model::known::Reached;
use crate::model::number::Form;
use crate::model::text::{Inline, each_inline};
use crate::view::build::Builder;
use crate::view::instruments::cited_by;
use crate::view::{ExcerptLink, StatusView, status_view};

/// Technical regulations and standards, and where they are used.
#[derive(Serialize, Clone, Debug)]
pub struct StandardsView {
    pub intro: Vec<String>,
    pub rows: Vec<StandardRow>,
}

/// A standard that excerpts cite, as a row.
#[derive(Serialize, Clone, Debug)]
pub struct StandardRow {
    pub number: u32,
    /// `QCVN 89:2015/BTTTT`
    pub citation: String,
    pub title: Option<String>,
    /// The row in the table of instruments, where it has one.
    pub row: Option<String>,
    /// Which instruments issued it.
    pub issued_with: Vec<String>,
    /// Nothing where the corpus has no record of it.
    pub status: Option<StatusView>,
    /// Says that there is no record.
    pub note: Option<String>,
    /// Excerpts of it, and excerpts that name it.
    pub excerpts: Vec<ExcerptLink>,
}

impl AnnexContent for StandardsView {
    fn new(builder: &Builder<'_, '_>, _: &Annex) -> Self {
        let booklet = builder.booklet;
        let shown = &builder.bodies.rows;
        let citing = cited_by(booklet);
        let recorded = shown.iter().filter_map(|id| booklet.corpus.instrument(id)).filter(|it| it.kind.is_technical());
        let mut rows: Vec<StandardRow> = recorded
            .map(|standard| {
                let own = booklet.of_instrument(&standard.id).iter().copied();
                row(builder, standard, own.chain(citing.get(&standard.id).into_iter().flatten().copied()))
            })
            .collect();
        rows.extend(unrecorded(builder));
        let order = Vietnamese::numeric();
        rows.sort_by(|a, b| order.compare(&a.citation, &b.citation));
        rows.iter_mut().zip(1..).for_each(|(row, number)| row.number = number);
        Self { intro: colophon::standards_intro(rows.is_empty()), rows }
    }
}

fn row<'a>(builder: &Builder<'_, '_>, standard: &Instrument, uses: impl Iterator<Item = &'a Excerpt>) -> StandardRow {
    let (corpus, query) = (builder.booklet.corpus, builder.booklet.asked());
    let issuing = corpus.acts_known(&standard.id, query.knowledge).filter(|act| {
        act.relation.kind == RelationKind::Issues
            && act.confidence() != Confidence::Unverified
            && act.known != Reached::No
    });
    StandardRow {
        number: 0,
        citation: standard.citation(),
        title: (!standard.is_named_in_citation()).then(|| standard.subject().to_owned()),
        row: builder.row(&standard.id),
        issued_with: issuing.map(|act| act.instrument.citation()).collect(),
        status: Some(status_view(corpus, &corpus.validity(standard, query), query)),
        note: None,
        excerpts: links(builder, uses),
    }
}

fn links<'a>(builder: &Builder<'_, '_>, excerpts: impl Iterator<Item = &'a Excerpt>) -> Vec<ExcerptLink> {
    let links = excerpts.filter_map(|excerpt| builder.link(&excerpt.id));
    links.map(|link| (link.number, link)).collect::<BTreeMap<_, _>>().into_values().collect()
}

/// Standards that excerpts name and of which the corpus has no record.
fn unrecorded(builder: &Builder<'_, '_>) -> Vec<StandardRow> {
    let (booklet, corpus) = (builder.booklet, builder.booklet.corpus);
    let mut found: BTreeMap<String, Vec<&Excerpt>> = BTreeMap::new();
    for excerpt in booklet.excerpts() {
        let own = corpus.instrument(&excerpt.instrument);
        each_inline(&excerpt.body, &mut |inline| {
            if let Inline::Cite { found: citation, .. } = inline
                && let DocumentRef::Number { number, .. } = &citation.document
                && matches!(number.form(), Form::Standard { .. } | Form::Rfc { .. })
                && corpus.numbered(&number.key()).is_empty()
                && cited::instrument(corpus, citation, own, booklet.as_of).is_none()
            {
                found.entry(number.to_string()).or_default().push(excerpt);
            }
        });
    }
    let rows = found.into_iter().map(|(citation, excerpts)| StandardRow {
        number: 0,
        citation,
        title: None,
        row: None,
        issued_with: Vec::new(),
        status: None,
        note: Some(colophon::NO_RECORD.to_owned()),
        excerpts: links(builder, excerpts.into_iter()),
    });
    rows.collect()
}
