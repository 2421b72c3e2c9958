//! An excerpt as it is compared.

use super::super::build::{citation, locator};
use super::super::statements::{confidences, of_excerpt};
use super::{filled, one_a_line, standing, stated};
use crate::compare::{Field, Item};
use crate::language::vi::deadlines as said;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::deadline::Extension;
use crate::model::excerpt::{Evidence, Excerpt, Obligation};
use crate::model::ids::AudienceId;
use crate::model::instrument::{Clause, EndsBy};
use crate::model::text::{Body, Image, Inline, each_inline, images, plain_text};
use crate::model::time::ValidityQuery;

/// Returns an excerpt as a reader sees it on a day; every field is compared or left out with a reason.
pub fn item(corpus: &Corpus, excerpt: &Excerpt, as_of: Date) -> Item {
    let Excerpt {
        // By it the two sides are found; the item is listed under it.
        id: _,
        // Former addresses, which only lead to this one.
        aliases: _,
        // The first part of the id. A change of the instrument is listed with the instrument.
        instrument: _,
        at,
        // Decides which acts touch it; what they do is in the state.
        within: _,
        title,
        wording,
        // Evidence for `check`, which readers do not see.
        read: _,
        topics,
        audiences,
        obligations,
        sanction_for,
        extends,
        // Decides which booklets of the past have the excerpt; what it decides is seen as added or removed.
        issued: _,
        from,
        until,
        statements,
        // In the state that it decides.
        in_force_at: _,
        ends_by,
        kept_by,
        scopes,
        confidence,
        // A day on which somebody looked again is no news of the law.
        checked_on: _,
        sources,
        note,
        related,
        body,
    } = excerpt;
    let vocabulary = corpus.vocabulary();
    let place = at.reason().map_or_else(|| locator(excerpt), |reason| format!("{} ({reason})", locator(excerpt)));
    let topics = topics.iter().filter_map(|id| vocabulary.topic(id)).map(|topic| topic.name.clone());
    let duties = obligations.iter().map(|it| obligation(corpus, it));
    let moved = extends.iter().filter_map(extension);
    let punished = sanction_for.iter().map(|id| format!("chế tài: {id}"));
    let obligations = duties.chain(moved).chain(punished).collect::<Vec<_>>().join("\n");
    let related = related.iter().filter_map(|id| corpus.excerpt(id)).map(|it| citation(corpus, it));
    let fields = [
        (Field::Place, place),
        (Field::Title, title.clone().unwrap_or_default()),
        (Field::InForceFrom, from.as_ref().map(stated).unwrap_or_default()),
        (Field::InForceUntil, until.as_ref().map(stated).unwrap_or_default()),
        (Field::EndsBy, ended_by(*ends_by, kept_by.as_ref())),
        (Field::Scopes, super::scopes(scopes)),
        (Field::Body, plain_text(body)),
        (Field::Links, links(corpus, body)),
        (Field::Images, images(body).into_iter().map(image).collect::<Vec<_>>().join("\n")),
        (Field::Obligations, obligations),
        (Field::Topics, one_a_line(topics)),
        (Field::Audiences, one_a_line(audience_names(corpus, audiences))),
        (Field::Related, one_a_line(related)),
        (Field::Note, note.clone().unwrap_or_default()),
        (Field::Sources, sources.join("\n")),
        (Field::Wording, wording.name().to_owned()),
        (Field::Confidence, confidences(*confidence, of_excerpt(statements))),
    ];
    Item {
        citation: citation(corpus, excerpt),
        title: title.clone(),
        status: standing::standing(
            corpus,
            &corpus.excerpt_validity(excerpt, ValidityQuery::as_of(as_of)),
            ValidityQuery::as_of(as_of),
        ),
        provision: at.known().map(|at| format!("{} {at}", excerpt.instrument)),
        fields: filled(fields),
    }
}

fn ended_by(ends_by: Option<EndsBy>, kept_by: Option<&Clause>) -> String {
    let kept = kept_by.map(|clause| format!("tiếp tục có hiệu lực theo {}", clause.citation()));
    ends_by.map(|it| it.name().to_owned()).into_iter().chain(kept).collect::<Vec<_>>().join(" · ")
}

/// `Cơ quan nhà nước phải … · bắt buộc · 30/06/2030 · đối tượng: Đơn vị chuyên trách`
fn obligation(corpus: &Corpus, obligation: &Obligation) -> String {
    let Obligation {
        id: _, // for other records
        who,
        audiences,
        except,
        what,
        level,
        deadline,
        evidence,
    } = obligation;
    let level = corpus.vocabulary().level(level);
    let (verb, name) = level.map_or(("", ""), |level| (level.verb.as_str(), level.name.as_str()));
    let deadline = said::deadline(deadline);
    let evidence = evidence.iter().map(|Evidence { what, at }| {
        let place = at.as_ref().map(|at| format!(" ({at})")).unwrap_or_default();
        format!("minh chứng: {what}{place}")
    });
    let audiences: Vec<String> = audience_names(corpus, audiences).collect();
    let audiences = (!audiences.is_empty()).then(|| format!("đối tượng: {}", audiences.join(", ")));
    let except: Vec<String> = audience_names(corpus, except).collect();
    let except = (!except.is_empty()).then(|| format!("trừ: {}", except.join(", ")));
    let more = deadline.into_iter().chain(evidence).chain(audiences).chain(except);
    let more: Vec<String> = more.map(|it| format!(" · {it}")).collect();
    format!("{who} {verb} {what} · {name}{}", more.concat())
}

/// `thời hạn nop-bao-cao: 31/12/2031`
fn extension(extension: &Extension) -> Option<String> {
    let Extension { extends, to } = extension;
    Some(format!("thời hạn {extends}: {}", said::deadline(to)?))
}

fn audience_names<'a>(corpus: &'a Corpus, ids: &'a [AudienceId]) -> impl Iterator<Item = String> {
    ids.iter().filter_map(|id| corpus.vocabulary().audience(id)).map(|audience| audience.name.clone())
}

/// Where the links of a text lead: the same words may come to point elsewhere.
fn links(corpus: &Corpus, body: &Body) -> String {
    let mut links = Vec::new();
    each_inline(body, &mut |inline| match inline {
        Inline::Link { url, content: _ } => links.push(url.clone()),
        Inline::Reference { id, words: _, range: _ } => {
            links.extend(corpus.excerpt(id).map(|it| citation(corpus, it)));
        }
        // Their words are compared as the body. Where a citation leads follows from its words and from the instruments.
        Inline::Text(_)
        | Inline::Emphasis(_)
        | Inline::Strong(_)
        | Inline::Code(_)
        | Inline::Break
        | Inline::Cite { words: _, found: _, range: _ }
        | Inline::FootnoteRef(_) => {}
    });
    links.join("\n")
}

/// The file of a picture; what it says is in the body.
fn image(image: &Image) -> String {
    let Image { path, alt: _, caption: _, range: _ } = image;
    path.clone()
}
