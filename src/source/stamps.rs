//! When files were changed, to know that they were, without reading them.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use walkdir::WalkDir;

use super::{is_entered, is_passed_over, relative};

/// Every file below a folder by its path, with a number that is another one after a change. A file that cannot be
/// read is left out: the reader that opens it reports why.
pub fn stamps(root: &Path) -> BTreeMap<String, u64> {
    let walk = WalkDir::new(root).into_iter();
    let shown = walk.filter_entry(|entry| is_entered(root, entry));
    let files = shown.filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    let stamped = files.filter_map(|entry| Some((relative(root, entry.path()), stamp(&entry.metadata().ok()?))));
    stamped.filter(|(path, _)| !is_passed_over(path)).collect()
}

/// The number serves within one run only.
fn stamp(metadata: &std::fs::Metadata) -> u64 {
    let mut hasher = DefaultHasher::new();
    metadata.len().hash(&mut hasher);
    metadata.modified().ok().hash(&mut hasher);
    // Another file put in the place of the former may be as old and as long.
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        (metadata.ino(), metadata.ctime(), metadata.ctime_nsec()).hash(&mut hasher);
    }
    hasher.finish()
}
