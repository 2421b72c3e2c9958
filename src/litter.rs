//! Files that operating systems, editors and office programs leave in folders by themselves. Nobody wrote these files and
//! nobody misses them, so neither the reader nor the publisher reports them. Knows names only, no disk.

/// Of them, those that hold nothing of anybody's: made anew by the system, or locks of a program. A rubbish folder and an editor's copy may hold
/// somebody's work and are not among them.
const DISPOSABLE: [&str; 8] =
    [".ds_store", ".apdisk", ".directory", "desktop.ini", "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "icon\r"];
const DISPOSABLE_STARTS: [&str; 3] = ["._", "~$", ".~lock."];

/// Files and folders that bear these names on some system, whatever the case: Windows does not distinguish cases.
const NAMES: [&str; 25] = [
    // macOS
    ".ds_store",
    ".appledouble",
    ".lsoverride",
    ".spotlight-v100",
    ".trashes",
    ".fseventsd",
    ".temporaryitems",
    ".documentrevisions-v100",
    ".apdisk",
    "__macosx",
    "icon\r",
    // Windows
    "desktop.ini",
    "thumbs.db",
    "thumbs.db:encryptable",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "$recycle.bin",
    "system volume information",
    // Network storage and desktops on Linux
    "@eadir",
    "#recycle",
    ".directory",
    ".trash",
    "lost+found",
    // Programs that keep a folder in step with a server
    ".dropbox",
    ".sync",
];

/// How such names begin, where the rest is the name of another file.
const STARTS: [&str; 8] = [
    // AppleDouble: what macOS knows of a file, beside it on other file systems
    "._",
    // The owner of a file that Word, Excel or LibreOffice has open
    "~$",
    ".~lock.",
    // The same of WPS Office
    ".~",
    // Windows: a temporary copy of Word
    "~wrl",
    // Linux: files that were open when they were deleted, and a rubbish folder of a user
    ".nfs",
    ".fuse_hidden",
    ".trash-",
];

/// Whether a file or folder of this name is left by a system or a program. Takes the name alone, without its folder.
pub fn is_litter(name: &str) -> bool {
    let name = name.to_lowercase();
    let begins = |start: &&str| name.strip_prefix(*start).is_some_and(|rest| !rest.is_empty());
    NAMES.contains(&name.as_str()) || STARTS.iter().any(begins) || is_editors_copy(&name)
}

/// Whether a plain file of this name may be deleted together with the folder that it is in.
pub fn is_disposable(name: &str) -> bool {
    let name = name.to_lowercase();
    let begins = |start: &&str| name.strip_prefix(*start).is_some_and(|rest| !rest.is_empty());
    DISPOSABLE.contains(&name.as_str()) || DISPOSABLE_STARTS.iter().any(begins)
}

/// What Emacs, Vim and Kate keep of a file while it is edited: `x~`, `#x#`, `.#x`, `.x.swp`.
fn is_editors_copy(name: &str) -> bool {
    let within = |start: &str, end: &str| {
        name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end)).is_some_and(|inner| !inner.is_empty())
    };
    within("", "~") || within("#", "#") || within(".#", "") || is_swap(name)
}

/// `.dieu-1.md.swp`, of which Vim makes `.swo`, `.swn` … when there is one already; Kate: `.dieu-1.md.kate-swp`.
fn is_swap(name: &str) -> bool {
    let Some((stem, ending)) = name.strip_prefix('.').and_then(|rest| rest.rsplit_once('.')) else { return false };
    let vims =
        ending.len() == 3 && ending.starts_with("sw") && ending.ends_with(|last: char| last.is_ascii_lowercase());
    !stem.is_empty() && (vims || ending == "kate-swp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systems_and_programs_leave() {
        let names = [
            ".DS_Store",
            "desktop.ini",
            "Desktop.ini",
            "Thumbs.db",
            "ehthumbs.db",
            "~$dieu-1.docx",
            ".~lock.dieu-1.md#",
            ".~dieu-1.docx",
            "dieu-1.md~",
            "#dieu-1.md#",
            ".#dieu-1.md",
            ".dieu-1.md.swp",
            ".dieu-1.md.swo",
            ".dieu-1.md.kate-swp",
            "._dieu-1.md",
            "~WRL0001.tmp",
            "__MACOSX",
            "@eaDir",
            "$RECYCLE.BIN",
            "System Volume Information",
            ".Trash-1000",
            ".nfs0000000000000001",
        ];
        for name in names {
            assert!(is_litter(name), "{name}");
        }
    }

    #[test]
    fn what_may_be_deleted_is_litter_without_work_in_it() {
        for name in [".DS_Store", "desktop.ini", "Thumbs.db", "~$dieu-1.docx", "._dieu-1.md", ".~lock.dieu-1.md#"] {
            assert!(is_disposable(name) && is_litter(name), "{name}");
        }
        for name in ["dieu-1.md~", "#dieu-1.md#", ".dieu-1.md.swp", "$RECYCLE.BIN", ".Trash-1000", "lost+found", "._"] {
            assert!(!is_disposable(name), "{name}");
        }
    }

    #[test]
    fn what_somebody_wrote() {
        let names = [
            "dieu-1.md",
            "dieu-1.md.bak",
            "dieu-1 - Copy.md",
            "dieu-1.md.txt",
            "#dieu-1.md",
            "~",
            "._",
            "desktop.md",
            ".swp",
            ".gitignore",
            "thumbs.png",
            "eadir",
            "",
        ];
        for name in names {
            assert!(!is_litter(name), "{name}");
        }
    }
}
