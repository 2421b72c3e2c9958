//! The ways into the booklet: links to the pages of audiences and topics.

use serde::Serialize;

use super::super::places;
use super::Builder;
use crate::view::{AudienceView, TopicView};

/// A link to the page of an audience or a topic.
#[derive(Serialize)]
pub(super) struct WayIn<'a> {
    href: String,
    name: &'a str,
    tally: &'a str,
    /// How many topics lie above it: at most 3 are distinguished.
    depth: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn audience_ways(&self) -> Vec<WayIn<'a>> {
        let way = |it: &'a AudienceView| WayIn {
            href: places::audience_page(&it.id),
            name: &it.name,
            tally: &it.tally,
            depth: 0,
        };
        self.site.view.web.audiences.iter().map(way).collect()
    }

    pub(super) fn topic_ways(&self) -> Vec<WayIn<'a>> {
        let way = |it: &'a TopicView| WayIn {
            href: places::topic_page(&it.id),
            name: &it.name,
            tally: &it.tally,
            depth: it.above.len().min(3),
        };
        self.site.view.web.topics.iter().map(way).collect()
    }
}
