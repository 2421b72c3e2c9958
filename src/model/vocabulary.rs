//! The closed lists of a corpus: topics as a tree, audiences, levels; and its glossary.

use super::date::Date;
use super::duty_kind::DutyKind;
use super::ids::{AudienceId, LevelId, TopicId};
use super::known::{Day, Reached};
use super::time::ValidityQuery;

/// The words that tag excerpts and duties.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Vocabulary {
    /// In the order of the file, parents before their children.
    pub topics: Vec<Topic>,
    pub audiences: Vec<Audience>,
    /// The audience that everybody is one of.
    pub everybody: Option<AudienceId>,
    pub levels: Vec<Level>,
}

/// A topic (chủ đề), below another or at the top.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Topic {
    pub id: TopicId,
    pub name: String,
    /// Other words by which readers look for it.
    pub also: Vec<String>,
    pub parent: Option<TopicId>,
}

/// An audience (đối tượng): who is bound.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Audience {
    pub id: AudienceId,
    pub name: String,
    /// Other words by which readers look for it.
    pub also: Vec<String>,
    /// What it is by law, whatever it does.
    pub within: Vec<Membership>,
    /// For an audience that one is by what one does.
    pub role: Option<Role>,
}

/// The audience that all of another are: every Sở is a state agency. It is law too, so it has a time and a source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Membership {
    pub audience: AudienceId,
    /// When it was laid down, where that was before its first day: nobody knew of it before.
    pub issued: Option<Date>,
    /// Half-open; absent where it is not limited.
    pub from: Option<Date>,
    pub until: Option<Date>,
    /// `khoản 6 Điều 85 Nghị định số 224/2026/NĐ-CP`
    pub source: String,
}

impl Membership {
    /// Whether it holds on a day, as far as was known on another. An end that had not come on that day was not counted on: what
    /// one is goes on until a law says otherwise.
    pub fn holds(&self, asked: ValidityQuery) -> bool {
        let is_known = |day| asked.knowledge.has(&Day::On(day)) == Reached::Yes;
        let ended = self.until.is_some_and(|until| until <= asked.on && is_known(until));
        self.issued.or(self.from).is_none_or(is_known) && !ended && self.from.is_none_or(|from| from <= asked.on)
    }
}

/// What one does to be of an audience.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Role {
    /// `làm chủ đầu tư`; reads on after `khi`.
    pub doing: String,
    /// Those who may do it, and all who are within these.
    pub taken_by: Vec<AudienceId>,
}

/// How binding a duty is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Level {
    pub id: LevelId,
    /// `bắt buộc`
    pub name: String,
    /// `phải`
    pub verb: String,
    pub kind: DutyKind,
}

impl Vocabulary {
    /// Returns the topic with this id.
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    /// Returns the topic with this id and those above it, the closest first.
    pub fn with_above(&self, id: &TopicId) -> impl Iterator<Item = &Topic> {
        let above = |topic: &&Topic| topic.parent.as_ref().and_then(|parent| self.topic(parent));
        // The tree is written as a tree, so this ends; the bound holds whatever a caller builds.
        std::iter::successors(self.topic(id), above).take(self.topics.len())
    }

    /// Returns the audience with this id.
    pub fn audience(&self, id: &AudienceId) -> Option<&Audience> {
        self.audiences.iter().find(|audience| audience.id == *id)
    }

    /// Returns the level with this id.
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// Returns what a level is; a duty where the vocabulary has no such level, which is a finding of its own.
    pub fn kind(&self, level: &LevelId) -> DutyKind {
        self.level(level).map_or(DutyKind::Duty, |level| level.kind)
    }

    /// Whether `inner` is `outer` or lies below it in the tree.
    pub fn is_within(&self, inner: &TopicId, outer: &TopicId) -> bool {
        inner == outer || self.with_above(inner).any(|topic| topic.id == *outer)
    }
}

/// A term of the glossary.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GlossaryTerm {
    pub term: String,
    /// Other words by which readers look for it.
    pub also: Vec<String>,
    pub english: Option<String>,
    pub definition: String,
    pub source: Option<String>,
}
