//! Files that are most likely meant as a part of the corpus and have a name under which they are none: a wrong ending, a
//! copy that a file manager made.

use super::{Kind, PathKind, is_hidden, kind_of};
use crate::characters::composed;
use crate::diag::Bilingual;
use crate::source::messages::files;

/// The fault of a file's name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Misnamed {
    /// The path under which the file would be read.
    Renamed(String),
    /// A copy of the file with this name.
    Copy(String),
    /// What a program kept of the file with this name before it changed it.
    Leftover(String),
}

impl Misnamed {
    pub(super) fn what(&self) -> Bilingual {
        match self {
            Misnamed::Renamed(_) => files::wrong_ending(),
            Misnamed::Copy(name) => files::copy_of(name),
            Misnamed::Leftover(name) => files::leftover_of(name),
        }
    }

    pub(super) fn advice(&self) -> Bilingual {
        match self {
            Misnamed::Renamed(path) => files::rename_to(path),
            Misnamed::Copy(name) => files::delete_copy(name),
            Misnamed::Leftover(name) => files::delete_leftover(name),
        }
    }
}

/// Returns the fault of a file's name, as far as the name alone shows it.
pub(super) fn misnamed(path: &str) -> Option<Misnamed> {
    let path = composed(path).unwrap_or_else(|| path.to_owned());
    let (folder, name) = path.rsplit_once('/').map_or(("", path.as_str()), |(folder, name)| (folder, name));
    if let Some(original) = copied(name) {
        let is_record =
            |kind: Kind| !matches!(kind, Kind::Original | Kind::OriginalText | Kind::Received | Kind::Image);
        return kind_at(folder, &original).filter(|kind| is_record(*kind)).map(|_| Misnamed::Copy(original));
    }
    if let Some(original) = left_over(name) {
        return kind_at(folder, original).map(|_| Misnamed::Leftover(original.to_owned()));
    }
    if kind_at(folder, name).is_some() {
        return None;
    }
    let meant = joined(&folder.to_lowercase(), &with_ending(name));
    match kind_of(&meant) {
        PathKind::Kind(_) if meant != path && !meant.split('/').any(is_hidden) => Some(Misnamed::Renamed(meant)),
        _ => None,
    }
}

fn kind_at(folder: &str, name: &str) -> Option<Kind> {
    match kind_of(&joined(folder, name)) {
        PathKind::Kind(kind) if !is_hidden(name) => Some(kind),
        _ => None,
    }
}

fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// The name in small letters with the ending that the corpus has: `.md` for `.MD`, `.md.txt`, `.markdown`, and so on.
fn with_ending(name: &str) -> String {
    let mut name = name.trim().trim_start_matches('.').to_lowercase();
    for wrong in [".txt", ".yaml", ".md"] {
        if let Some(shorter) = name.strip_suffix(wrong)
            && ENDINGS.iter().any(|(ending, _)| shorter.ends_with(ending))
        {
            name = shorter.to_owned();
        }
    }
    let known = ENDINGS.iter().find_map(|(ending, right)| Some(format!("{}{right}", name.strip_suffix(ending)?)));
    known.unwrap_or(name)
}

/// Endings that are read, and those that mean one of them.
const ENDINGS: [(&str, &str); 12] = [
    (".md", ".md"),
    (".markdown", ".md"),
    (".mdown", ".md"),
    (".mkd", ".md"),
    (".yaml", ".yaml"),
    (".yml", ".yaml"),
    (".text", ".txt"),
    (".png", ".png"),
    (".jpg", ".jpg"),
    (".jpeg", ".jpeg"),
    (".jpe", ".jpg"),
    (".svg", ".svg"),
];

/// Names that file managers give to copies, in English and Vietnamese: before the name of the original, and after it.
const BEFORE: [&str; 6] = ["copy of ", "bản sao của ", "bản sao ", "sao chép của ", "sao của ", "copy - "];
const AFTER: [&str; 8] = [" - copy", " copy", "_copy", " - sao chép", " sao chép", " - bản sao", " bản sao", " - sao"];

/// The name of the file that this one was copied from.
fn copied(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let stem = stem.to_lowercase();
    let numbered = without_number(&stem);
    let unmarked = AFTER.iter().find_map(|mark| numbered.unwrap_or(&stem).strip_suffix(mark));
    let original =
        BEFORE.iter().find_map(|mark| stem.strip_prefix(mark)).or(unmarked).or(counted(&stem)).or(conflict(&stem));
    original.map(|original| format!("{}.{ending}", original.trim()))
}

/// Without ` 2` or ` (2)` at the end.
fn without_number(stem: &str) -> Option<&str> {
    let (before, number) = stem.rsplit_once(' ')?;
    let digits = number.trim_start_matches('(').trim_end_matches(')');
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(before)
}

/// `x (1)`, `x(1)`, as browsers and Windows count.
fn counted(stem: &str) -> Option<&str> {
    let (before, number) = stem.strip_suffix(')')?.rsplit_once('(')?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(before)
}

/// `x (an's conflicted copy 2030-01-01)`, as programs write that keep folders in step.
fn conflict(stem: &str) -> Option<&str> {
    let (before, words) = stem.strip_suffix(')')?.rsplit_once('(')?;
    let says = |word: &str| words.contains(word);
    (says("conflict") || says("xung đột") || says("case conflict")).then_some(before)
}

/// The name of the file that this one is an earlier state of.
fn left_over(name: &str) -> Option<&str> {
    [".bak", ".backup", ".old", ".orig", ".rej", ".tmp", ".temp", ".save", ".swp"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_endings() {
        for (path, meant) in [
            ("excerpts/nd-1-2030/dieu-1.md.txt", "excerpts/nd-1-2030/dieu-1.md"),
            ("excerpts/nd-1-2030/dieu-1.MD", "excerpts/nd-1-2030/dieu-1.md"),
            ("excerpts/nd-1-2030/dieu-1.markdown", "excerpts/nd-1-2030/dieu-1.md"),
            ("excerpts/nd-1-2030/dieu-1.md.md", "excerpts/nd-1-2030/dieu-1.md"),
            ("excerpts/nd-1-2030/.dieu-1.md", "excerpts/nd-1-2030/dieu-1.md"),
            ("Excerpts/nd-1-2030/dieu-1.md", "excerpts/nd-1-2030/dieu-1.md"),
            ("guidance/cach-dung.md.txt", "guidance/cach-dung.md"),
            ("instruments/nd-1-2030.yml", "instruments/nd-1-2030.yaml"),
            ("instruments/nd-1-2030.yaml.txt", "instruments/nd-1-2030.yaml"),
            ("editions/so-tay.YAML", "editions/so-tay.yaml"),
            ("releases/so-tay-2030-01-01.yml", "releases/so-tay-2030-01-01.yaml"),
            ("vocabulary.yml", "vocabulary.yaml"),
            ("Settings.yaml", "settings.yaml"),
            ("glossary.yaml.txt", "glossary.yaml"),
            ("departments.yaml.yaml", "departments.yaml"),
            ("waivers.YML", "waivers.yaml"),
            ("images/so-do.PNG", "images/so-do.png"),
            ("images/so-do.JPG", "images/so-do.jpg"),
            ("images/so-do.JPEG", "images/so-do.jpeg"),
            ("originals/nd-1-2030.TXT", "originals/nd-1-2030.txt"),
        ] {
            let expected = if path.ends_with(".md.md") { None } else { Some(Misnamed::Renamed(meant.to_owned())) };
            assert_eq!(misnamed(path), expected, "{path}");
        }
    }

    #[test]
    fn copies() {
        for name in [
            "dieu-1 - Copy.md",
            "dieu-1 - Copy (2).md",
            "dieu-1 copy.md",
            "dieu-1 copy 2.md",
            "dieu-1 (1).md",
            "dieu-1(1).md",
            "Bản sao của dieu-1.md",
            "Copy of dieu-1.md",
            "dieu-1 - Sao chép.md",
            "dieu-1 bản sao.md",
            "dieu-1 - Bản sao (3).md",
            "Ba\u{309}n sao cu\u{309}a dieu-1.md",
            "dieu-1 (An's conflicted copy 2030-01-01).md",
        ] {
            let path = format!("excerpts/nd-1-2030/{name}");
            assert_eq!(misnamed(&path), Some(Misnamed::Copy("dieu-1.md".to_owned())), "{name}");
        }
        let yaml = Some(Misnamed::Copy("so-tay.yaml".to_owned()));
        assert_eq!(misnamed("editions/so-tay - Copy.yaml"), yaml);
        assert_eq!(misnamed("vocabulary (1).yaml"), Some(Misnamed::Copy("vocabulary.yaml".to_owned())));
    }

    #[test]
    fn earlier_states() {
        for ending in ["bak", "orig", "old", "tmp", "rej"] {
            let path = format!("excerpts/nd-1-2030/dieu-1.md.{ending}");
            assert_eq!(misnamed(&path), Some(Misnamed::Leftover("dieu-1.md".to_owned())));
        }
        assert_eq!(misnamed("settings.yaml.bak"), Some(Misnamed::Leftover("settings.yaml".to_owned())));
    }

    #[test]
    fn names_that_are_well_and_names_that_mean_nothing() {
        for path in [
            "excerpts/nd-1-2030/dieu-1.md",
            "excerpts/nd-1-2030/dieu-1-copy.md",
            "instruments/nd-1-2030.yaml",
            "vocabulary.yaml",
            "images/so-do (1).png",
            "README.md",
            "ghi chú.txt",
            "ghi chú - Copy.txt",
            "x.bak",
            ".gitignore",
            ".markdownlint.yaml",
        ] {
            assert_eq!(misnamed(path), None, "{path}");
        }
    }
}
