//! Who receives a copy: the departments of the corpus that exist on the edition's day, or those of a list.

use crate::diag::Bilingual;
use crate::diag::advice::nearest;
use crate::handout::messages;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::department::{Department, DepartmentGroup};
use crate::model::ids::{AudienceId, DepartmentId};
use crate::model::known::Reached;

/// A department that receives a copy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recipient {
    pub id: DepartmentId,
    pub name: String,
    pub place: Option<String>,
    /// Never in the corpus.
    pub email: Option<String>,
    /// Below the name on the cover and in the letter.
    pub address_lines: Vec<String>,
    /// Whose duties the copy lists, in the order of the vocabulary; everybody's where there are none.
    pub audiences: Vec<AudienceId>,
}

/// The departments of all groups that certainly exist on a day, or of the groups that are named.
///
/// # Errors
/// None exists, it is not known of one whether it exists, or a group is named that there is not.
pub fn of_corpus(corpus: &Corpus, as_of: Date, groups: &[String]) -> Result<Vec<Recipient>, Bilingual> {
    let all = corpus.departments();
    let chosen = if groups.is_empty() { existing(all, as_of)? } else { named(all, groups)? };
    Ok(chosen.into_iter().flat_map(|group| &group.departments).map(recipient).collect())
}

fn existing(all: &[DepartmentGroup], as_of: Date) -> Result<Vec<&DepartmentGroup>, Bilingual> {
    let certainly = |group: &&DepartmentGroup| exists(group, as_of) == Reached::Yes;
    let doubtful: Vec<(&str, &str)> = all
        .iter()
        .filter(|group| exists(group, as_of) == Reached::Unknown)
        .map(|group| (group.id.as_str(), group.title.as_str()))
        .collect();
    if !doubtful.is_empty() {
        return Err(messages::doubtful_groups(as_of, &doubtful));
    }
    let chosen: Vec<&DepartmentGroup> = all.iter().filter(certainly).collect();
    if chosen.is_empty() { Err(messages::no_departments(as_of)) } else { Ok(chosen) }
}

/// Whether the departments of a group exist on a day.
fn exists(group: &DepartmentGroup, as_of: Date) -> Reached {
    let ended = group.term.until.as_ref().map_or(Reached::No, |until| until.reached_on(as_of));
    match (group.term.from.reached_on(as_of), ended) {
        (Reached::No, _) | (_, Reached::Yes) => Reached::No,
        (Reached::Yes, Reached::No) => Reached::Yes,
        (Reached::Unknown, _) | (_, Reached::Unknown) => Reached::Unknown,
    }
}

fn named<'c>(all: &'c [DepartmentGroup], wanted: &[String]) -> Result<Vec<&'c DepartmentGroup>, Bilingual> {
    let ids: Vec<&str> = all.iter().map(|group| group.id.as_str()).collect();
    if let Some(unknown) = wanted.iter().find(|id| !ids.contains(&id.as_str())) {
        return Err(messages::no_group(unknown, nearest(unknown, ids.iter().copied()), &ids));
    }
    Ok(all.iter().filter(|group| wanted.iter().any(|id| id == group.id.as_str())).collect())
}

fn recipient(department: &Department) -> Recipient {
    Recipient {
        id: department.id.clone(),
        name: department.name.clone(),
        place: Some(department.place.clone()),
        email: None,
        address_lines: Vec::new(),
        audiences: Vec::new(),
    }
}
