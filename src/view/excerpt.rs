//! An excerpt as readers see it: the atom of both outputs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::build::{Builder, anchor, citation, locator};
use super::seen_in::{SeenIn, seen_in};
use super::status::status_view;
use super::text_at::{TextAtView, text_at};
use super::{
    BodyView, ChangeMark, ExcerptLink, ExcerptNumber, Labelled, ObligationView, OriginalView, StatusView, apparatus,
    instruments, keys, original, statements,
};
use crate::assemble::{Booklet, Placed, approval};
use crate::language::vi::{annexes, booklet, colophon};
use crate::model::excerpt::Excerpt;
use crate::model::ids::{AudienceId, TopicId};
use crate::model::instrument::{Confidence, Instrument, RelationKind};
use crate::model::subject::Subject;
use crate::model::time::Act;
use crate::model::validity::{Amendment, Validity};

/// An excerpt with at most so many visible characters fills less than a tenth of a page with its apparatus, and is not broken.
/// With 450, two pages of the IPv6 booklet were the rests below which the next excerpt had no room.
const KEPT_WHOLE: usize = 300;

/// One excerpt: the atom of both outputs.
#[derive(Serialize, Clone, Debug)]
pub struct ExcerptView {
    /// The booklet's own number, the same on paper and on the web.
    pub number: ExcerptNumber,
    pub id: String,
    /// HTML id and Typst label; made from the id.
    pub anchor: String,
    /// `Khoản 3 Điều 18 Nghị định số 72/2013/NĐ-CP`; begins with a capital.
    pub citation: String,
    /// With date, issuer and name, for copying.
    pub citation_full: String,
    /// `Khoản 3 Điều 18`, or words that say that the place is unknown.
    pub locator: String,
    /// `Nghị định số 72/2013/NĐ-CP`
    pub instrument_citation: String,
    pub instrument_id: String,
    /// An editor's short heading.
    pub title: Option<String>,
    pub status: StatusView,
    /// How it differs from the last release; nothing where it does not, where there is none, or where most differ.
    pub change: Option<ChangeMark>,
    /// What a reader must know before using it, where it is not plainly in force.
    pub notice: Option<String>,
    /// Id of the page that prints it.
    pub chapter: String,
    pub body: BodyView,
    pub wording: Labelled,
    pub confidence: Labelled,
    pub obligations: Vec<ObligationView>,
    /// The printed excerpts that lay down the duties whose neglect it punishes.
    pub sanction_for: Vec<ExcerptLink>,
    /// The printed penalty clauses for its own duties.
    pub sanctions: Vec<ExcerptLink>,
    pub topics: Vec<Labelled>,
    pub audiences: Vec<Labelled>,
    /// `Tóm lược · đã đọc trong bản đăng lại · kiểm tra 23/11/2026`
    pub source_line: String,
    /// `kiểm tra 23/11/2026`
    pub checked: String,
    /// The file that a quotation was taken from.
    pub original: Option<OriginalView>,
    /// Whether it is short enough to stay on one page of paper.
    pub keep_whole: bool,
    /// Where it was seen, as the editor wrote it.
    pub sources: Vec<String>,
    /// The same for one line below the text.
    pub seen_in: Vec<SeenIn>,
    /// An earlier excerpt of the chapter whose state has the same long reason, and the same amendments: paper says these
    /// there only.
    pub same_reason_as: Option<ExcerptNumber>,
    /// Where the text of the instrument can be opened.
    pub text_at: TextAtView,
    /// Whom to ask about it, where public sources say it.
    pub contact: Option<String>,
    /// Acts that have amended it by the edition's day, or may have.
    pub amendments: Vec<AmendmentView>,
    /// An editor's remark.
    pub note: Option<String>,
    /// What an editor relates to it, here or there, in the order of their numbers.
    pub related: Vec<ExcerptLink>,
    /// The citation with the validity and the edition's day, for copying; an address follows.
    #[serde(skip)]
    pub to_copy: String,
    /// Keys for finding, see [`keys`]: the units of its place, from the smallest; none where the place is unknown.
    #[serde(skip)]
    pub keys: Vec<String>,
}

/// An act that has amended a provision, or may have.
#[derive(Serialize, Clone, Debug)]
pub struct AmendmentView {
    /// `Được sửa đổi, bổ sung bởi Nghị định số 27/2018/NĐ-CP (khoản 9 Điều 1), từ 15/04/2018`
    pub text: String,
    /// The row of the amending instrument in the table, where it has one.
    pub row: Option<String>,
}

impl Builder<'_, '_> {
    /// What readers see of a printed excerpt.
    pub(super) fn excerpt(&self, placed: Placed<'_>, validity: &Validity) -> ExcerptView {
        let corpus = self.booklet.corpus;
        let Placed { excerpt, number, chapter } = placed;
        let Excerpt {
            id,
            instrument,
            at,
            title: _, // with a mark, where it needs one
            wording,
            topics,
            audiences,
            obligations,
            sanction_for,
            extends: _, // see the deadlines that it moves
            confidence,
            checked_on,
            sources,
            note,
            body,
            aliases: _, // see the redirects of the site
            read: _,    // decides whether the original stands behind it
            related: _, // see `related`, which asks the others too
            within: _,  // decides which acts touch it
            // These are in the validity.
            issued: _,
            from: _,
            until: _,
            statements: own_statements,
            in_force_at: _,
            ends_by: _,
            kept_by: _,
            scopes: _,
        } = excerpt;
        let own = corpus.instrument(instrument);
        let status = status_view(corpus, validity, self.booklet.asked());
        let citation_full = self.citation_full(excerpt);
        let checked = booklet::checked(*checked_on);
        let sure = original::confidence(corpus, excerpt);
        let view = ExcerptView {
            number,
            id: id.to_string(),
            anchor: anchor(id),
            citation: citation(corpus, excerpt),
            to_copy: booklet::citation_to_copy(&citation_full, &status.text, self.booklet.as_of),
            citation_full,
            locator: locator(excerpt),
            instrument_citation: own.map(Instrument::citation).unwrap_or_default(),
            instrument_id: instrument.to_string(),
            title: self.title(excerpt),
            change: None, // known when all of them are, see `released`
            notice: annexes::excerpt_notice(&corpus.settings().notices, validity.kind, self.booklet.as_of),
            status,
            keys: at.known().map(keys::of_provision).unwrap_or_default(),
            chapter: chapter.to_string(),
            body: self.bodies.body(body, Some(excerpt)),
            wording: labelled(wording.key(), wording.name()),
            confidence: labelled(confidence.key(), &sure),
            obligations: obligations.iter().map(|it| self.obligation(excerpt, it, validity.kind)).collect(),
            sanction_for: self.sanctioned(sanction_for),
            sanctions: self.penalties_of(excerpt),
            topics: self.topics(topics),
            audiences: self.audiences(audiences),
            source_line: format!("{} · {sure} · {checked}", wording.name()),
            checked,
            original: original::quoted(corpus, excerpt),
            keep_whole: false,
            sources: sources
                .iter()
                .cloned()
                .chain(statements::sources(statements::of_excerpt(own_statements)))
                .collect(),
            text_at: own.map(text_at).unwrap_or_else(TextAtView::none),
            contact: own.and_then(|instrument| instrument.contact.clone()),
            amendments: self.amendments(excerpt, validity),
            note: note.clone(),
            related: self.related(excerpt),
            seen_in: Vec::new(),
            same_reason_as: None, // known when the chapter is
        };
        let seen_in =
            view.sources.iter().map(|source| seen_in(source, &view.instrument_citation, &view.locator)).collect();
        ExcerptView { keep_whole: apparatus::essential(&view) <= KEPT_WHOLE, seen_in, ..view }
    }

    /// The heading, which says that nobody has approved the excerpt where the edition requires it and prints it all the same.
    fn title(&self, excerpt: &Excerpt) -> Option<String> {
        let Booklet { corpus, edition, .. } = *self.booklet;
        if !approval::is_missing(corpus, edition, &Subject::Excerpt(excerpt.id.clone())) {
            return excerpt.title.clone();
        }
        let heading = excerpt.title.clone().unwrap_or_else(|| citation(corpus, excerpt));
        Some(booklet::unapproved(&heading))
    }

    fn citation_full(&self, excerpt: &Excerpt) -> String {
        let instrument = self.booklet.corpus.instrument(&excerpt.instrument);
        let instrument = instrument.map(Instrument::citation_full).unwrap_or_default();
        format!("{} {instrument}", locator_in_citation(excerpt)).trim().to_owned()
    }

    fn topics(&self, ids: &[TopicId]) -> Vec<Labelled> {
        let topics = ids.iter().filter_map(|id| self.booklet.corpus.vocabulary().topic(id));
        topics.map(|topic| labelled(topic.id.as_str(), &topic.name)).collect()
    }

    fn audiences(&self, ids: &[AudienceId]) -> Vec<Labelled> {
        let audiences = ids.iter().filter_map(|id| self.booklet.corpus.vocabulary().audience(id));
        audiences.map(|audience| labelled(audience.id.as_str(), &audience.name)).collect()
    }

    /// Returns the acts that have amended the provision, with the place and the day where they are known.
    fn amendments(&self, excerpt: &Excerpt, validity: &Validity) -> Vec<AmendmentView> {
        let stated = validity.amendments.iter().filter(|it| it.confidence != Confidence::Unverified);
        let views = stated.filter_map(|amendment| {
            let act = self
                .booklet
                .corpus
                .acts(&excerpt.instrument)
                .find(|act| act.instrument.id == amendment.by && is_it(act, amendment))?;
            let day = act.effect().date().map(|date| statements::marked(date.short(), act.day_confidence()));
            let basis = instruments::basis(act.relation);
            Some(AmendmentView {
                text: amended(&act.instrument.citation(), &basis, day.as_deref(), amendment),
                row: self.row(&act.instrument.id),
            })
        });
        views.collect()
    }

    /// What an editor relates to an excerpt, whichever of the two says so.
    fn related(&self, excerpt: &Excerpt) -> Vec<ExcerptLink> {
        let inverse = self.relating.get(&excerpt.id).into_iter().flatten().copied();
        let links = excerpt.related.iter().chain(inverse).filter_map(|id| self.link(id));
        links.map(|link| (link.number, link)).collect::<BTreeMap<_, _>>().into_values().collect()
    }
}

fn amended(by: &str, basis: &str, day: Option<&str>, amendment: &Amendment) -> String {
    if amendment.corrects {
        colophon::corrected(by, basis, amendment.certain)
    } else {
        colophon::amended(by, basis, day, amendment.certain)
    }
}

/// Whether an act is what an amendment speaks of.
fn is_it(act: &Act<'_>, amendment: &Amendment) -> bool {
    let kind = if amendment.corrects { RelationKind::Corrects } else { RelationKind::Amends };
    act.relation.kind == kind
}

/// Marks each state whose long reason an earlier excerpt has.
pub(super) fn mark_same_reasons(excerpts: &mut [ExcerptView]) {
    let mut said: BTreeMap<String, ExcerptNumber> = BTreeMap::new();
    for excerpt in excerpts {
        let long = excerpt.status.detail.clone().filter(|reason| reason.chars().count() > SAID_AGAIN);
        if let Some(reason) = long {
            let amendments = excerpt.amendments.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("; ");
            let reasons = format!("{} {reason} {amendments}", excerpt.status.text);
            let first = *said.entry(reasons).or_insert(excerpt.number);
            excerpt.same_reason_as = (first != excerpt.number).then_some(first);
        }
    }
}

/// A reason of at most so many characters is as short as the way to it.
const SAID_AGAIN: usize = 60;

fn labelled(key: &str, name: &str) -> Labelled {
    Labelled { key: key.to_owned(), name: name.to_owned() }
}

fn locator_in_citation(excerpt: &Excerpt) -> String {
    match excerpt.at.known() {
        Some(locator) => locator.to_string(),
        None => booklet::UNKNOWN_PLACE.to_lowercase(),
    }
}
