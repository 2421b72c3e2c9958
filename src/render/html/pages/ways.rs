//! The ways into the booklet: a page for each audience and each topic, and what stands at a former address.

use serde::Serialize;

use super::super::{RenderError, places};
use super::lists::{ChapterGroup, DutyLine};
use super::{Builder, Link, Reference};
use crate::view::{AsideView, AudienceView, RedirectView, TopicView};

#[derive(Serialize)]
pub(super) struct AudiencePage<'a> {
    tally: &'a str,
    duties: Vec<DutyLine<'a>>,
    aside: Vec<Aside<'a>>,
    chapters: Vec<ChapterGroup<'a>>,
    /// The list to print, where the booklet has one for this audience.
    checklist: Option<String>,
    others: Vec<Way<'a>>,
}

#[derive(Serialize)]
struct Aside<'a> {
    key: &'a str,
    sign: &'a str,
    text: &'a str,
    excerpts: Vec<Reference<'a>>,
}

#[derive(Serialize)]
pub(super) struct TopicPage<'a> {
    tally: &'a str,
    above: Vec<Link<'a>>,
    below: Vec<Link<'a>>,
    duties: Vec<DutyLine<'a>>,
    chapters: Vec<ChapterGroup<'a>>,
}

/// A link to the page of an audience or a topic.
#[derive(Serialize)]
pub(super) struct Way<'a> {
    href: String,
    name: &'a str,
    tally: &'a str,
    /// How many topics lie above it: at most 3 are told apart.
    depth: usize,
}

#[derive(Serialize)]
pub(super) struct Redirect<'a> {
    /// Below the folder of the site.
    href: String,
    citation: &'a str,
    from: &'a str,
}

impl<'a> Builder<'a> {
    pub(super) fn audience(&self, audience: &'a AudienceView) -> Result<AudiencePage<'a>, RenderError> {
        let aside = |aside: &'a AsideView| {
            let excerpts = self.references(&aside.excerpts)?;
            Ok(Aside { key: &aside.key, sign: &aside.sign, text: &aside.text, excerpts })
        };
        let mut groups = self.site.view.checklists.iter().flat_map(|lists| &lists.groups);
        let checklist = groups.find(|group| group.audience.key == audience.id);
        Ok(AudiencePage {
            tally: &audience.tally,
            duties: self.duties(&audience.duties),
            aside: audience.aside.iter().map(aside).collect::<Result<_, _>>()?,
            chapters: self.by_chapter(&audience.excerpts),
            checklist: checklist.map(|group| format!("{}#{}", places::CHECKLISTS, group.anchor)),
            others: self.audience_ways(),
        })
    }

    pub(super) fn topic(&self, topic: &'a TopicView) -> TopicPage<'a> {
        let link = |topic: &'a crate::view::Labelled| Link { href: places::topic_page(&topic.key), name: &topic.name };
        TopicPage {
            tally: &topic.tally,
            above: topic.above.iter().map(link).collect(),
            below: topic.below.iter().map(link).collect(),
            duties: self.duties(&topic.duties),
            chapters: self.by_chapter(&topic.excerpts),
        }
    }

    pub(super) fn audience_ways(&self) -> Vec<Way<'a>> {
        let way = |it: &'a AudienceView| Way {
            href: places::audience_page(&it.id),
            name: &it.name,
            tally: &it.tally,
            depth: 0,
        };
        self.site.view.web.audiences.iter().map(way).collect()
    }

    pub(super) fn topic_ways(&self) -> Vec<Way<'a>> {
        let way = |it: &'a TopicView| Way {
            href: places::topic_page(&it.id),
            name: &it.name,
            tally: &it.tally,
            depth: it.above.len().min(3),
        };
        self.site.view.web.topics.iter().map(way).collect()
    }

    pub(super) fn redirect(&self, redirect: &'a RedirectView) -> Redirect<'a> {
        Redirect { href: places::redirect_target(redirect), citation: &redirect.citation, from: &redirect.from }
    }
}
