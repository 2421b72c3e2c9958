//! The states of one file, one after the other: those that saves made, and those that other programs made between them.

use super::in_viet_nam;
use super::journal::NotedSave;

/// The states of a file in their order.
#[derive(Debug)]
pub struct FileHistory {
    pub states: Vec<FileState>,
}

/// What a file was, and how it came to be so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileState {
    pub origin: StateOrigin,
    /// Absent where there was no file.
    pub text: Option<String>,
}

/// How a state came to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StateOrigin {
    /// It was there before the first save that is noted.
    BeforeJournal,
    Saved {
        number: u64,
        /// RFC 3339.
        at: String,
        by: Option<String>,
        why: Option<String>,
        /// The save that it undid.
        undoes: Option<u64>,
    },
    /// Another program changed the file, before the next save.
    Outside,
}

impl FileHistory {
    /// Puts together the saves of a file, given the earliest first, and the file as it is now.
    pub fn new(path: &str, saves: &[NotedSave], now: Option<String>) -> Self {
        let mut states: Vec<FileState> = Vec::new();
        let files = saves
            .iter()
            .filter(|save| save.is_made)
            .flat_map(|save| save.files.iter().filter(|file| file.path == path).map(move |file| (save, file)));
        for (save, file) in files {
            let origin = if states.is_empty() { StateOrigin::BeforeJournal } else { StateOrigin::Outside };
            stood(&mut states, origin, file.before.clone());
            states.push(FileState { origin: StateOrigin::of(save), text: file.after.clone() });
        }
        let origin = if states.is_empty() { StateOrigin::BeforeJournal } else { StateOrigin::Outside };
        stood(&mut states, origin, now);
        FileHistory { states }
    }

    /// Returns the state that a save made.
    pub fn saved(&self, number: u64) -> Option<&FileState> {
        self.states.iter().find(|state| matches!(state.origin, StateOrigin::Saved { number: it, .. } if it == number))
    }

    /// Returns the state at the end of a day (`2026-11-30`, in Viet Nam): the last one saved until its end, and before the first
    /// save what was there before it. What other programs changed has no day, so that it is never taken.
    pub fn on(&self, day: &str) -> Option<&FileState> {
        let until_its_end = |state: &&FileState| match &state.origin {
            StateOrigin::BeforeJournal => true,
            StateOrigin::Saved { at, .. } => in_viet_nam(at).is_some_and(|(saved_on, _)| saved_on.as_str() <= day),
            StateOrigin::Outside => false,
        };
        self.states.iter().rfind(until_its_end)
    }
}

impl StateOrigin {
    fn of(save: &NotedSave) -> Self {
        let NotedSave { number, is_made: _, at, by, why, undoes, files: _ } = save;
        let (at, by, why) = (at.clone(), by.clone(), why.clone());
        StateOrigin::Saved { number: *number, at, by, why, undoes: *undoes }
    }
}

/// Adds a state that nobody noted, unless it is the last one that is known.
fn stood(states: &mut Vec<FileState>, origin: StateOrigin, text: Option<String>) {
    let is_known = states.last().map_or(text.is_none(), |last| last.text == text);
    if !is_known {
        states.push(FileState { origin, text });
    }
}

#[cfg(test)]
mod tests {
    use super::super::journal::NotedFile;
    use super::*;

    fn save(number: u64, at: &str, before: Option<&str>, after: Option<&str>) -> NotedSave {
        let text = |text: Option<&str>| text.map(str::to_owned);
        let file = NotedFile { path: "a.yaml".to_owned(), before: text(before), after: text(after) };
        let other = NotedFile { path: "b.yaml".to_owned(), before: None, after: text(Some("b")) };
        let at = at.to_owned();
        NotedSave { number, is_made: true, at, by: None, why: None, undoes: None, files: vec![other, file] }
    }

    fn shown(history: &FileHistory) -> Vec<String> {
        let origin = |origin: &StateOrigin| match origin {
            StateOrigin::BeforeJournal => "before".to_owned(),
            StateOrigin::Saved { number, .. } => number.to_string(),
            StateOrigin::Outside => "outside".to_owned(),
        };
        let shown = |state: &FileState| format!("{} {}", origin(&state.origin), state.text.as_deref().unwrap_or("-"));
        history.states.iter().map(shown).collect()
    }

    #[test]
    fn every_state_that_is_known_is_there() {
        let saves = [
            save(1, "2026-11-28T01:00:00Z", Some("0"), Some("1")),
            save(2, "2026-11-28T18:00:00Z", Some("1"), Some("2")),
            save(4, "2026-11-30T01:00:00Z", Some("theirs"), None),
            NotedSave { is_made: false, ..save(5, "2026-11-30T02:00:00Z", None, Some("not made")) },
        ];
        let now = |now: Option<&str>| FileHistory::new("a.yaml", &saves, now.map(str::to_owned));
        assert_eq!(shown(&now(None)), ["before 0", "1 1", "2 2", "outside theirs", "4 -"]);
        assert_eq!(shown(&now(Some("back"))).last().unwrap(), "outside back");
        let history = now(None);
        for (day, text) in [("2026-11-27", "0"), ("2026-11-28", "1"), ("2026-11-29", "2"), ("2026-11-30", "-")] {
            assert_eq!(history.on(day).unwrap().text.as_deref().unwrap_or("-"), text, "{day}");
        }
        assert_eq!(history.saved(2).unwrap().text.as_deref(), Some("2"));
        assert!(history.saved(5).is_none() && history.saved(9).is_none());
    }

    #[test]
    fn a_file_without_saves_has_its_present_state() {
        assert_eq!(shown(&FileHistory::new("a.yaml", &[], Some("x".to_owned()))), ["before x"]);
        assert!(FileHistory::new("a.yaml", &[], None).states.is_empty());
        let made = [save(1, "2026-11-28T01:00:00Z", None, Some("1"))];
        let history = FileHistory::new("a.yaml", &made, Some("1".to_owned()));
        assert_eq!(shown(&history), ["1 1"]);
        assert!(history.on("2026-11-27").is_none(), "there was no file");
    }
}
