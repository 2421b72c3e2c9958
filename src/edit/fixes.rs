//! Many fixes of one file at once.

use super::{EditRefusal, EditableFile, Splice};

/// A file with all the fixes that could be made together.
#[derive(Debug)]
pub struct Repairs {
    pub later: EditableFile,
    /// The numbers of those that were made.
    pub made: Vec<usize>,
}

/// Makes every fix that neither overlaps one before it nor cuts what is stored as a whole. Two that are the same are made
/// at once.
///
/// # Errors
/// None could be written.
pub fn repair(document: &EditableFile, fixes: &[Vec<Splice>]) -> Result<Repairs, EditRefusal> {
    let mut splices: Vec<Splice> = Vec::new();
    let mut made = Vec::new();
    for (index, fix) in fixes.iter().enumerate() {
        let new: Vec<&Splice> = fix.iter().filter(|splice| !splices.contains(splice)).collect();
        let is_apart = new.iter().all(|new| splices.iter().all(|other| !new.overlaps(other)));
        if is_apart && document.spliced(fix).is_ok_and(|made| says_the_rest(document, &made, fix)) {
            splices.extend(new.into_iter().cloned().collect::<Vec<_>>());
            made.push(index);
        }
    }
    Ok(Repairs { later: document.spliced(&splices)?, made })
}

/// Whether a record says the same but for as many values as there are changes, or but for values that were added or taken
/// out. A record that could not be read before is not compared.
fn says_the_rest(former: &EditableFile, made: &EditableFile, changes: &[Splice]) -> bool {
    let (Ok(before), Ok(after)) = (former.record(), made.record()) else { return former.record().is_err() };
    let (before, after) = (before.words(), after.words());
    if before.len() != after.len() {
        let only_more = changes.iter().all(Splice::is_insertion) && is_kept(&before, &after);
        return only_more || (changes.iter().all(Splice::is_removal) && is_kept(&after, &before));
    }
    before.iter().zip(&after).filter(|(before, after)| before != after).count() <= changes.len()
}

/// Whether all of the fewer words are among the others, in their order.
fn is_kept(fewer: &[&str], more: &[&str]) -> bool {
    let mut more = more.iter();
    fewer.iter().all(|word| more.any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_that_overlap_wait() {
        let document = EditableFile::new("guidance/a.md", b"abcdef\n".to_vec()).unwrap();
        let splice = |start, end, words: &str| Splice::new(start..end, words);
        let fixes = [
            vec![splice(0, 2, "X")],
            vec![splice(1, 3, "Y")],
            vec![splice(0, 2, "X")],
            vec![splice(2, 2, "-"), splice(4, 6, "Z")],
            vec![splice(2, 2, "+")],
        ];
        let repaired = repair(&document, &fixes).unwrap();
        assert_eq!((repaired.later.text(), repaired.made), ("X-cdZ\n", vec![0, 2, 3]));
    }

    #[test]
    fn a_key_can_be_taken_out() {
        let text = "---\nid: a\ntitle: b\nnote: c\n---\nx\n";
        let document = EditableFile::new("excerpts/nd-1-2030/a.md", text.as_bytes().to_vec()).unwrap();
        let lines = |from: &str, to: &str| Splice::new(text.find(from).unwrap()..text.find(to).unwrap(), "");
        assert_eq!(repair(&document, &[vec![lines("title", "note")]]).unwrap().made, vec![0]);
        let with_another = Splice::new(text.find("title").unwrap()..text.find(" c\n").unwrap(), "note: d");
        assert_eq!(
            repair(&document, &[vec![with_another]]).unwrap().made,
            Vec::<usize>::new(),
            "changes the note as well"
        );
    }

    #[test]
    fn what_is_added_leaves_the_rest() {
        let text = "---\nid: a\nobligations:\n  - {who: Ai, what: làm}\n---\nx\n";
        let document = EditableFile::new("excerpts/nd-1-2030/a.md", text.as_bytes().to_vec()).unwrap();
        let at = text.find(", what").unwrap();
        let key = Splice::new(at..at, ", audiences: [so]");
        let more = Splice::new(at..at, " và ai, them: b");
        assert_eq!(repair(&document, &[vec![key]]).unwrap().made, vec![0]);
        assert_eq!(repair(&document, &[vec![more]]).unwrap().made, Vec::<usize>::new(), "changes who as well");
    }
}
