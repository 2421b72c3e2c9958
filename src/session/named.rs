//! Editions, excerpts and instruments by the names that people give them.

use super::{OpenedCorpus, WhichEditions, messages};
use crate::diag::Bilingual;
use crate::diag::advice::nearest;
use crate::model::edition::Edition;
use crate::model::excerpt::Excerpt;
use crate::model::ids::{EditionId, ExcerptId, InstrumentId};
use crate::model::instrument::Instrument;
use crate::model::subject::Subject;
use crate::syntax::citation::parse_number;

/// Why there is nothing to work on, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Absent {
    /// There is none of this name, and perhaps one of a name like it.
    Unknown(Bilingual),
    /// Its file is there and cannot be read; findings say why.
    Unread(Bilingual),
}

impl Absent {
    /// Returns the words of the error.
    pub fn words(self) -> Bilingual {
        match self {
            Absent::Unknown(words) | Absent::Unread(words) => words,
        }
    }
}

impl OpenedCorpus {
    /// The edition of this name.
    ///
    /// # Errors
    /// There is none that can be read.
    pub fn edition(&self, wanted: &str) -> Result<&Edition, Absent> {
        let readable = self.corpus.editions().find(|edition| edition.id.as_str() == wanted);
        readable.ok_or_else(|| match self.is_unread(wanted) {
            true => Absent::Unread(messages::unread(wanted)),
            false => Absent::Unknown(self.no_edition(wanted)),
        })
    }

    /// The editions of these names; every one where there is no name.
    ///
    /// # Errors
    /// A name has no edition. One that nothing has comes before one that cannot be read: whoever mistyped it would look
    /// in vain for it among the findings.
    pub fn editions(&self, wanted: &[String]) -> Result<WhichEditions, Absent> {
        if wanted.is_empty() {
            return Ok(WhichEditions::Every);
        }
        let (mut found, mut unknown, mut unread): (Vec<EditionId>, _, _) = (Vec::new(), Vec::new(), None);
        for word in wanted {
            match self.edition(word) {
                Ok(edition) if found.contains(&edition.id) => {}
                Ok(edition) => found.push(edition.id.clone()),
                Err(absent @ Absent::Unread(_)) => unread = unread.or(Some(absent)),
                Err(Absent::Unknown(words)) => unknown.push(words),
            }
        }
        match (unknown.into_iter().reduce(lines), unread) {
            (Some(words), _) => Err(Absent::Unknown(words)),
            (None, Some(absent)) => Err(absent),
            (None, None) => Ok(WhichEditions::These(found)),
        }
    }

    /// The excerpt of this id, or the one that had it.
    ///
    /// # Errors
    /// There is none that can be read.
    pub fn excerpt(&self, wanted: &str) -> Result<&Excerpt, Absent> {
        let former = |id: &ExcerptId| self.corpus.excerpts().find(|excerpt| excerpt.aliases.contains(id));
        let id = wanted.parse::<ExcerptId>().ok();
        let found = id.as_ref().and_then(|id| self.corpus.excerpt(id).or_else(|| former(id)));
        found.ok_or_else(|| {
            self.absent(wanted, id.map(Subject::Excerpt), || {
                messages::no_excerpt(wanted, nearest(wanted, self.corpus.excerpts().map(|it| it.id.as_str())))
            })
        })
    }

    /// The instrument of this id, or the one that had it, or the only one of this number (`72/2013/NĐ-CP`).
    ///
    /// # Errors
    /// There is none that can be read, or several have the number.
    pub fn instrument(&self, wanted: &str) -> Result<&Instrument, Absent> {
        let id = wanted.parse::<InstrumentId>().ok();
        let former = |id: &InstrumentId| self.corpus.instruments().find(|instrument| instrument.aliases.contains(id));
        let found = id.as_ref().and_then(|id| self.corpus.instrument(id).or_else(|| former(id)));
        let found = found.or_else(|| self.only_of_number(wanted));
        found.ok_or_else(|| {
            self.absent(wanted, id.map(Subject::Instrument), || {
                messages::no_instrument(wanted, nearest(wanted, self.corpus.instruments().map(|it| it.id.as_str())))
            })
        })
    }

    fn only_of_number(&self, wanted: &str) -> Option<&Instrument> {
        let key = parse_number(wanted).ok()?.value.key();
        let mut of_it = self.corpus.instruments().filter(|it| it.number.known().is_some_and(|it| it.key() == key));
        of_it.next().filter(|_| of_it.next().is_none())
    }

    fn absent(&self, wanted: &str, subject: Option<Subject>, unknown: impl FnOnce() -> Bilingual) -> Absent {
        match subject.is_some_and(|subject| self.corpus.unread().contains(&subject)) {
            true => Absent::Unread(messages::unread(wanted)),
            false => Absent::Unknown(unknown()),
        }
    }

    fn is_unread(&self, id: &str) -> bool {
        let path = format!("editions/{id}.yaml");
        let subject = id.parse().ok().map(Subject::Edition);
        subject.is_some_and(|subject| self.corpus.unread().contains(&subject))
            || self.sources.unread.contains(&path)
            || self.sources.files().any(|(_, file)| file.path == path)
    }

    fn no_edition(&self, wanted: &str) -> Bilingual {
        let unread = self.corpus.unread().iter().filter_map(|subject| match subject {
            Subject::Edition(id) => Some(id.as_str()),
            _ => None,
        });
        let names: Vec<&str> = self.corpus.editions().map(|edition| edition.id.as_str()).chain(unread).collect();
        messages::no_edition(wanted, nearest(wanted, names.iter().copied()), &names)
    }
}

/// Two texts, one below the other.
fn lines(above: Bilingual, below: Bilingual) -> Bilingual {
    Bilingual::new(format!("{}\n{}", above.vi, below.vi), format!("{}\n{}", above.en, below.en))
}
