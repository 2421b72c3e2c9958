//! Changes since the edition before: the annex that lists everything.

use std::collections::BTreeSet;

use super::build::{Builder, date_view};
use super::siblings::{Sibling, state_of};
use super::status::status_view;
use super::{
    ChangeEntry, ChangeGroup, ChangeSection, ChangedField, ChangedWords, ChangesView, PreviousEdition, StatusView,
};
use crate::assemble::Booklet;
use crate::compare::messages as compared;
use crate::compare::{
    Changed, Changes, ComparedRecord, Difference, Fate, FieldChange, Segment, State, StatusChanged, compare,
};
use crate::diag::Lang;
use crate::language::vi::booklet;
use crate::language::vi::booklet::Change;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::edition::Edition;
use crate::model::ids::{ExcerptId, InstrumentId};
use crate::model::time::ValidityQuery;

/// An edition on a day.
#[derive(Clone, Copy)]
pub(super) struct EditionOnDay<'c> {
    pub edition: &'c Edition,
    pub as_of: Date,
}

impl<'c> EditionOnDay<'c> {
    fn of(booklet: &Booklet<'c>) -> Self {
        EditionOnDay { edition: booklet.edition, as_of: booklet.as_of }
    }

    /// `«Quy định về IPv6», Bản thảo 1, tính đến ngày 31 tháng 01 năm 2014`
    fn named(&self) -> String {
        let label = self.edition.label.as_ref().map(|label| format!(", {label}")).unwrap_or_default();
        format!("«{}»{label}, tính đến {}", self.edition.title, self.as_of.long())
    }
}

/// Two editions, and what differs in the later.
pub(super) struct Compared<'c> {
    former: EditionOnDay<'c>,
    later: EditionOnDay<'c>,
    difference: Difference,
}

/// The difference from the edition before, computed once.
pub(super) struct Since<'c> {
    compared: Compared<'c>,
}

impl<'c> Since<'c> {
    /// Compares the booklet with the edition before; nothing where it names none.
    pub fn new(booklet: &Booklet<'c>, siblings: &[Sibling]) -> Option<Self> {
        let former = booklet.previous.as_deref()?;
        let states = (state_of(former, siblings), state_of(booklet, siblings));
        let compared = Compared::new((EditionOnDay::of(former), &states.0), (EditionOnDay::of(booklet), &states.1));
        Some(Since { compared })
    }

    /// Returns the annex of changes.
    pub fn view(&self, builder: &Builder<'_, 'c>) -> ChangesView {
        self.compared.view(builder)
    }
}

impl<'c> Compared<'c> {
    /// Compares two states, each of an edition on a day.
    pub fn new(former: (EditionOnDay<'c>, &State), later: (EditionOnDay<'c>, &State)) -> Self {
        Compared { former: former.0, later: later.0, difference: compare(former.1, later.1) }
    }

    /// Returns the comparison as readers see it.
    pub fn view(&self, builder: &Builder<'_, '_>) -> ChangesView {
        let edition = self.former.edition;
        let days = (self.former.as_of, self.later.as_of);
        let listed = |change: &Changes, kind| Lister { builder, days, kind }.groups(change);
        let sections = [
            ("excerpts", "Trích dẫn", "trích dẫn", listed(&self.difference.excerpts, ChangedRecords::Excerpts)),
            ("instruments", "Văn bản", "văn bản", listed(&self.difference.instruments, ChangedRecords::Instruments)),
        ];
        let sections = sections.into_iter().filter(|(.., groups)| !groups.is_empty());
        let (mut summary, mut views) = (Vec::new(), Vec::new());
        for (key, title, counted, groups) in sections {
            let counts = groups
                .iter()
                .map(|(change, group)| format!("{} {}", group.entries.len(), change.name().to_lowercase()));
            summary.push(format!("{title}: {}.", counts.collect::<Vec<_>>().join(", ")));
            let groups = groups.into_iter().map(|(change, mut group)| {
                group.title = format!("{} ({} {counted})", change.name(), group.entries.len());
                group
            });
            views.push(ChangeSection { key: key.to_owned(), title: title.to_owned(), groups: groups.collect() });
        }
        if summary.is_empty() {
            summary.push(booklet::NO_CHANGES.to_owned());
        }
        ChangesView {
            previous: PreviousEdition {
                id: edition.id.to_string(),
                title: edition.title.clone(),
                label: edition.label.clone(),
                as_of: date_view(self.former.as_of),
            },
            line: match self.later.edition.id == builder.booklet.edition.id {
                true => format!("So với ấn bản {}.", self.former.named()),
                false => format!("Ấn bản {}, so với ấn bản này.", self.later.named()),
            },
            summary,
            sections: views,
        }
    }
}

#[derive(Clone, Copy)]
enum ChangedRecords {
    Excerpts,
    Instruments,
}

/// Turns entries into what a reader sees.
struct Lister<'l, 'b, 'c> {
    builder: &'l Builder<'b, 'c>,
    /// Of the former edition, of the later.
    days: (Date, Date),
    kind: ChangedRecords,
}

impl Lister<'_, '_, '_> {
    /// The groups that have entries. Printed excerpts are in the order of their numbers.
    fn groups(&self, changes: &Changes) -> Vec<(Change, ChangeGroup)> {
        let all = [
            (Change::Added, changes.added.iter().map(|entry| self.fresh(entry)).collect()),
            (Change::Changed, changes.changed.iter().map(|changed| self.changed(changed)).collect()),
            (Change::StatusChanged, changes.status_changed.iter().map(|changed| self.restated(changed)).collect()),
            (Change::Removed, changes.removed.iter().map(|entry| self.gone(entry)).collect()),
        ];
        let group = |(change, mut entries): (Change, Vec<ChangeEntry>)| {
            entries.sort_by_key(|entry| (entry.link.is_none(), entry.link.as_ref().map(|link| link.number)));
            let (key, sign) = (change.key().to_owned(), change.sign().to_owned());
            (change, ChangeGroup { key, sign, title: String::new(), name: change.name().to_owned(), entries })
        };
        all.into_iter().map(group).filter(|(_, group)| !group.entries.is_empty()).collect()
    }

    fn entry(&self, before: Option<&ComparedRecord>, after: &ComparedRecord) -> ChangeEntry {
        let instead_of = before.and_then(|before| match (before.id == after.id, before.citation == after.citation) {
            (true, true) => None,
            (false, true) => Some(booklet::FORMER_VERSION.to_owned()),
            (_, false) => Some(before.citation.clone()),
        });
        ChangeEntry {
            id: after.id.clone(),
            citation: after.citation.clone(),
            instead_of,
            title: after.title.clone(),
            topics: self.topics(&after.id),
            // Where this edition is the former one, it prints what was before.
            link: self.link(&after.id).or_else(|| self.link(&before?.id)),
            row: self.row(&after.id),
            before: None,
            after: self.status(&after.id, self.days.1),
            fields: Vec::new(),
        }
    }

    /// In force is quiet here too.
    fn fresh(&self, entry: &ComparedRecord) -> ChangeEntry {
        let entry = self.entry(None, entry);
        ChangeEntry { after: entry.after.filter(|status| status.warn), ..entry }
    }

    fn changed(&self, changed: &Changed) -> ChangeEntry {
        let fields = changed.fields.iter().map(field_view).collect();
        ChangeEntry { after: None, fields, ..self.entry(Some(&changed.before), &changed.after) }
    }

    fn restated(&self, changed: &StatusChanged) -> ChangeEntry {
        let before = self.status(&changed.before.id, self.days.0);
        ChangeEntry { before, ..self.entry(Some(&changed.before), &changed.after) }
    }

    /// What this edition no longer has; its validity today says why, as far as anything does.
    fn gone(&self, entry: &ComparedRecord) -> ChangeEntry {
        self.entry(None, entry)
    }

    fn link(&self, id: &str) -> Option<super::ExcerptLink> {
        match self.kind {
            ChangedRecords::Excerpts => self.builder.link(&id.parse::<ExcerptId>().ok()?),
            ChangedRecords::Instruments => None,
        }
    }

    fn topics(&self, id: &str) -> BTreeSet<String> {
        let corpus = self.builder.booklet.corpus;
        let excerpt = match self.kind {
            ChangedRecords::Excerpts => id.parse().ok().and_then(|id| corpus.excerpt(&id)),
            ChangedRecords::Instruments => None,
        };
        let topics = excerpt.into_iter().flat_map(|excerpt| &excerpt.topics);
        topics.flat_map(|topic| corpus.vocabulary().with_above(topic)).map(|topic| topic.id.to_string()).collect()
    }

    fn row(&self, id: &str) -> Option<String> {
        let id = id.parse::<InstrumentId>().ok()?;
        match self.kind {
            ChangedRecords::Excerpts => None,
            ChangedRecords::Instruments => self.builder.bodies.has_row(&id).then(|| super::instruments::anchor(&id)),
        }
    }

    fn status(&self, id: &str, as_of: Date) -> Option<StatusView> {
        let corpus: &Corpus = self.builder.booklet.corpus;
        let asked = ValidityQuery::as_of(as_of);
        let validity = match self.kind {
            ChangedRecords::Excerpts => corpus.excerpt_validity(corpus.excerpt(&id.parse().ok()?)?, asked),
            ChangedRecords::Instruments => corpus.validity(corpus.instrument(&id.parse().ok()?)?, asked),
        };
        Some(status_view(corpus, &validity, asked))
    }
}

/// Kept words beside a change that are shown; more are left out.
const CONTEXT: usize = 16;

fn field_view(change: &FieldChange) -> ChangedField {
    let mut lines = Vec::new();
    for line in lines_of(&change.words) {
        if line.iter().any(|words| words.kind != key(Fate::Kept)) {
            lines.push(shortened(line));
        } else if lines.last().and_then(|last: &Vec<ChangedWords>| last.last()).is_none_or(|it| it.kind != LEFT_OUT) {
            lines.push(vec![left_out()]);
        }
    }
    ChangedField { name: compared::field(change.field, Lang::Vi).to_owned(), lines }
}

fn lines_of(segments: &[Segment]) -> Vec<Vec<ChangedWords>> {
    let mut lines: Vec<Vec<ChangedWords>> = vec![Vec::new()];
    for segment in segments {
        for (index, text) in segment.text.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut().filter(|_| !text.is_empty()) {
                line.push(ChangedWords { kind: key(segment.fate).to_owned(), text: text.to_owned() });
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The line without the middle of long passages that stayed.
fn shortened(line: Vec<ChangedWords>) -> Vec<ChangedWords> {
    let last = line.len().saturating_sub(1);
    let mut short = Vec::new();
    for (at, words) in line.into_iter().enumerate() {
        let all: Vec<&str> = words.text.split(' ').collect();
        let (head, tail) = (if at == 0 { 0 } else { CONTEXT }, if at == last { 0 } else { CONTEXT });
        // To leave out a word or two spares nothing.
        if words.kind != key(Fate::Kept) || all.len() <= head + tail + 8 {
            short.push(words);
            continue;
        }
        let kept = |words: &[&str]| ChangedWords { kind: key(Fate::Kept).to_owned(), text: words.join(" ") };
        let (head, tail) = (all.get(..head), all.get(all.len() - tail..));
        short.extend(head.filter(|words| !words.is_empty()).map(kept));
        short.push(left_out());
        short.extend(tail.filter(|words| !words.is_empty()).map(kept));
    }
    short
}

const LEFT_OUT: &str = "left-out";

fn left_out() -> ChangedWords {
    ChangedWords { kind: LEFT_OUT.to_owned(), text: "…".to_owned() }
}

fn key(fate: Fate) -> &'static str {
    match fate {
        Fate::Kept => "kept",
        Fate::Removed => "removed",
        Fate::Added => "added",
    }
}
