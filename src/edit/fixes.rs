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
        if is_apart && document.spliced(fix).is_ok_and(|made| says_the_rest(document, &made, fix.len())) {
            splices.extend(new.into_iter().cloned().collect::<Vec<_>>());
            made.push(index);
        }
    }
    Ok(Repairs { later: document.spliced(&splices)?, made })
}

/// Whether a record says the same but for as many values as there are changes. What could not be read before is not compared.
fn says_the_rest(former: &EditableFile, made: &EditableFile, changes: usize) -> bool {
    let (Ok(before), Ok(after)) = (former.record(), made.record()) else { return former.record().is_err() };
    let (before, after) = (before.words(), after.words());
    let differing = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    before.len() == after.len() && differing <= changes
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
}
