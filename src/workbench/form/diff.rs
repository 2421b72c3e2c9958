//! The least changes that make one record of another.

use crate::edit::{FileChange, KeyPath, RecordContent};

/// Returns the changes, in an order in which each finds what it is about. Keys that are new follow the one before them.
pub fn changes(former: &RecordContent, now: &RecordContent) -> Vec<FileChange> {
    let mut found = Vec::new();
    compare(&KeyPath::default(), former, now, &mut found);
    found
}

fn compare(path: &KeyPath, former: &RecordContent, now: &RecordContent, found: &mut Vec<FileChange>) {
    match (former, now) {
        (former, now) if former == now => {}
        (RecordContent::Record(former), RecordContent::Record(now)) => records(path, former, now, found),
        (RecordContent::List(former), RecordContent::List(now)) if are_records(former) && are_records(now) => {
            lists(path, former, now, found);
        }
        (_, now) => found.push(FileChange::set(path.clone(), now.clone())),
    }
}

type RecordEntry = (String, RecordContent);

fn records(path: &KeyPath, former: &[RecordEntry], now: &[RecordEntry], found: &mut Vec<FileChange>) {
    let of = |entries: &[RecordEntry], key: &str| {
        entries.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone())
    };
    for (key, _) in former.iter().filter(|(key, _)| of(now, key).is_none()) {
        found.push(FileChange::remove(path.join(key)));
    }
    let mut before: Option<&str> = None;
    for (key, value) in now {
        match of(former, key) {
            Some(former) => compare(&path.join(key), &former, value, found),
            None => {
                let change = FileChange::set(path.join(key), value.clone());
                found.push(match before {
                    Some(before) => change.following(before),
                    None => change,
                });
            }
        }
        before = Some(key);
    }
}

fn are_records(items: &[RecordContent]) -> bool {
    !items.is_empty() && items.iter().all(|item| matches!(item, RecordContent::Record(_)))
}

/// Items at both ends that are the same stay; between them each is compared with the one at its place, and the rest is
/// removed or added.
fn lists(path: &KeyPath, former: &[RecordContent], now: &[RecordContent], found: &mut Vec<FileChange>) {
    let first = former.iter().zip(now).take_while(|(a, b)| a == b).count();
    let shorter = former.len().min(now.len()) - first;
    let last = former.iter().rev().zip(now.iter().rev()).take_while(|(a, b)| a == b).count().min(shorter);
    let (old_end, new_end) = (former.len() - last, now.len() - last);
    let both = old_end.min(new_end);
    for at in first..both {
        if let (Some(former), Some(now)) = (former.get(at), now.get(at)) {
            compare(&path.join(&at.to_string()), former, now, found);
        }
    }
    found.extend((both..old_end).rev().map(|at| FileChange::remove(path.join(&at.to_string()))));
    let new = now.iter().enumerate().take(new_end).skip(both);
    found.extend(new.map(|(at, item)| FileChange::insert(path.clone(), at, item.clone())));
}
