//! One topic, with what lies below it.

use std::borrow::Cow;

use serde::Serialize;

use super::super::{RenderError, Site, places};
use super::links::Link;
use super::lists::{ChapterGroup, DutyLine};
use super::{Builder, PageKind, Pages, each};
use crate::view::{Labelled, TopicView};

struct TopicPage<'a>(&'a TopicView);

pub(super) fn pages<'a>(site: &Site<'a>) -> Pages<'a> {
    each(&site.view.web.topics, TopicPage)
}

impl PageKind for TopicPage<'_> {
    const TEMPLATE: &'static str = "topic.html";

    fn path(&self) -> String {
        places::topic_page(&self.0.id)
    }

    fn title<'v>(&'v self, _: &Site<'v>) -> Cow<'v, str> {
        Cow::Borrowed(&self.0.name)
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        let TopicView { id, name: _, also: _, tally, above, below, duties, excerpts } = self.0;
        Ok(TopicData {
            feed: places::topic_feed(id),
            tally,
            above: above.iter().map(link).collect(),
            below: below.iter().map(link).collect(),
            duties: on.duties(duties),
            chapters: on.by_chapter(excerpts),
        })
    }
}

fn link(topic: &Labelled) -> Link<'_> {
    Link { href: places::topic_page(&topic.key), name: &topic.name }
}

#[derive(Serialize)]
struct TopicData<'a> {
    /// The feed of what changes in it, below the folder of the site.
    feed: String,
    tally: &'a str,
    above: Vec<Link<'a>>,
    below: Vec<Link<'a>>,
    duties: Vec<DutyLine<'a>>,
    chapters: Vec<ChapterGroup<'a>>,
}
