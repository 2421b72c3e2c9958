//! The state of each department's delivery, from the journal.

use std::collections::BTreeMap;

use super::{Answer, Journal, JournalEntry, JournalEvent, Sending, StoredForm, Taken};

/// What the journal says of one department.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DeliveryRecord {
    /// The last message that a server took.
    pub sent: Option<Sent>,
    /// The last message of which it is not known whether it was delivered.
    pub uncertain: Option<Doubt>,
    /// Why the last attempt came to nothing, if it did, and when.
    pub failed: Option<(String, String)>,
    /// The answers, in the order of entry: which, on which day, with which note.
    pub answers: Vec<(Answer, String, Option<String>)>,
}

/// A message that a server took.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sent {
    /// Nothing where the line that said so was set aside.
    pub message: Option<Sending>,
    pub at: String,
}

/// A message of which it is unknown whether it was delivered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doubt {
    /// Nothing where the line that said so was set aside.
    pub message: Option<Sending>,
    /// When the message was begun; where lines were set aside, when that was.
    pub at: String,
    pub why: Why,
}

/// Why it is not known whether a message was delivered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// The program was stopped, or the connection lost.
    NoWord,
    /// The journal's lines on it were damaged.
    SetAside,
}

impl DeliveryRecord {
    /// The day on which this was answered first.
    pub fn answered(&self, what: Answer) -> Option<&str> {
        self.answers.iter().filter(|(answer, ..)| *answer == what).map(|(_, on, _)| on.as_str()).min()
    }
}

impl Taken {
    /// Whether it may concern a department that was not certainly sent to.
    fn may_concern(&self, department: &str) -> bool {
        self.everyone || self.names(department)
    }

    fn names(&self, department: &str) -> bool {
        self.departments.iter().any(|id| id == department)
    }
}

impl Journal {
    /// Ids of the departments with any event, in the order of their first.
    pub fn departments(&self, edition: &str) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.edition == edition) {
            let named =
                if let JournalEvent::SetAside(taken) = &entry.event { taken.departments.as_slice() } else { &[] };
            for id in entry.event.department().into_iter().chain(named.iter().map(String::as_str)) {
                ids.extend((!ids.contains(&id)).then_some(id));
            }
        }
        ids
    }

    /// Ids of the departments whose message was begun, without a word of how it ended: the program was stopped.
    pub fn interrupted(&self, edition: &str) -> Vec<String> {
        let mut open: Vec<&str> = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.edition == edition) {
            if let JournalEvent::SetAside(taken) = &entry.event {
                open.retain(|id| !taken.may_concern(id));
            }
            let Some(id) = entry.event.department() else { continue };
            match entry.event {
                JournalEvent::Sending(_) if !open.contains(&id) => open.push(id),
                JournalEvent::Sending(_) => {}
                _ => open.retain(|known| *known != id),
            }
        }
        open.into_iter().map(str::to_owned).collect()
    }

    /// Returns the last form that each department sent back.
    pub fn forms(&self, edition: &str) -> BTreeMap<&str, &StoredForm> {
        let of_edition = self.entries.iter().filter(|entry| entry.edition == edition);
        let forms = of_edition.filter_map(|entry| match &entry.event {
            JournalEvent::Received { department, form: Some(form), .. } => Some((department.as_str(), form)),
            _ => None,
        });
        forms.collect()
    }

    /// Returns how far the hand-out of an edition has come with a department, by all events in order.
    pub fn standing(&self, edition: &str, department: &str) -> DeliveryRecord {
        let mut course = Course::default();
        for entry in &self.entries {
            match &entry.event {
                // Whichever edition was at work then: the lines may have been of any.
                JournalEvent::SetAside(taken) => course.set_aside(taken, department, &entry.at),
                event if entry.edition == edition && event.department() == Some(department) => course.take(entry),
                _ => {}
            }
        }
        course.end()
    }
}

/// The events of one department, as they come.
#[derive(Default)]
struct Course {
    standing: DeliveryRecord,
    /// A message that was begun, and when.
    open: Option<(Sending, String)>,
}

impl Course {
    fn take(&mut self, JournalEntry { at, event, .. }: &JournalEntry) {
        let standing = &mut self.standing;
        match event {
            JournalEvent::Sending(sending) => {
                // Begun again without a word about the former: that one stays uncertain.
                if let Some((former, at)) = self.open.replace((sending.clone(), at.clone())) {
                    standing.uncertain = Some(Doubt { message: Some(former), at, why: Why::NoWord });
                }
            }
            // Sent, even where the line that began it is gone.
            JournalEvent::Sent { .. } => {
                let message = self.open.take().map(|(sending, _)| sending);
                standing.sent = Some(Sent { message, at: at.clone() });
                (standing.uncertain, standing.failed) = (None, None);
            }
            JournalEvent::Refused { reply: reason, .. } | JournalEvent::Deferred { reason, .. } => {
                self.open = None;
                standing.failed = Some((reason.clone(), at.clone()));
            }
            JournalEvent::Uncertain { .. } => self.doubt(at, Why::NoWord),
            JournalEvent::Received { what, on, note, .. } => {
                standing.answers.push((*what, on.clone(), note.clone()));
                // Who answers has got it.
                let begun = self.open.take().map(|(sending, at)| Sent { message: Some(sending), at });
                let doubt = standing.uncertain.take().map(|Doubt { message, at, .. }| Sent { message, at });
                standing.sent = begun.or(doubt).or(standing.sent.take());
            }
            JournalEvent::Repaired { .. } | JournalEvent::SetAside(_) => {}
        }
    }

    /// Lines were damaged here. Where they may be about anyone, they take nothing from what is certain; a department that
    /// they name may have been sent to since.
    fn set_aside(&mut self, taken: &Taken, department: &str, at: &str) {
        if taken.names(department) || (taken.everyone && self.standing.sent.is_none()) {
            self.doubt(at, Why::SetAside);
        }
    }

    fn doubt(&mut self, at: &str, why: Why) {
        let (begun, begun_at) = self.open.take().unzip();
        let former = self.standing.uncertain.take().and_then(|doubt| doubt.message);
        let at = begun_at.filter(|_| why == Why::NoWord).unwrap_or_else(|| at.to_owned());
        self.standing.uncertain = Some(Doubt { message: begun.or(former), at, why });
        self.standing.failed = None;
    }

    fn end(mut self) -> DeliveryRecord {
        if let Some((sending, at)) = self.open.take() {
            self.standing.uncertain = Some(Doubt { message: Some(sending), at, why: Why::NoWord });
            self.standing.failed = None;
        }
        self.standing
    }
}
