//! In which styles the templates set each field of the view. A field without a line here must be in every style, so that
//! a new one is never left out; where the templates change the style of a field, its line changes with them.

use super::faces::{ALL, BOLD, BOLD_ITALIC, ITALIC, MONO, REGULAR, SANS, SANS_BOLD, Styles};

/// How a string is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Faces {
    In(Styles),
    /// As the running text around it, see [`Setting`].
    Running,
    /// Not set in any font: an address, a description for who cannot see an image.
    Unprinted,
    /// Not in the PDF at all, or looked at elsewhere. Fields below it are skipped.
    Elsewhere,
}

/// How running text is set at some point.
#[derive(Clone, Copy)]
pub struct Setting {
    bold: bool,
    italic: bool,
}

impl Setting {
    pub const PLAIN: Self = Self { bold: false, italic: false };

    /// Returns the face in which text of this emphasis is set.
    pub fn styles(self) -> Styles {
        match (self.bold, self.italic) {
            (false, false) => REGULAR,
            (true, false) => BOLD,
            (false, true) => ITALIC,
            (true, true) => BOLD_ITALIC,
        }
    }

    /// Returns how the text below a field is set; `kind` is that of the block or inline.
    pub fn below(self, owner: &str, field: &str, kind: &str) -> Self {
        match (owner, field, kind) {
            ("BlockView", "content", "heading") | ("BlockView", "head", _) => Self { bold: true, ..self },
            ("InlineView", "content", "strong") => Self { bold: true, ..self },
            // Emphasis within emphasis stands upright again.
            ("InlineView", "content", "emphasis") => Self { italic: !self.italic, ..self },
            _ => self,
        }
    }
}

/// Returns how a field is set. `owner` is the type of the view that has it, `kind` the kind of a block or inline.
pub fn faces(owner: &str, field: &str, kind: &str) -> Faces {
    match owner {
        "BlockView" | "PointView" | "InlineView" => of_body(field, kind),
        _ => match (owner, field) {
            ("EditionView", "keywords" | "description" | "web_address")
            | ("TextAtView", "address")
            | ("LogoView", "alt")
            | ("DueView", _) => Faces::Unprinted,
            ("View", "web")
            | ("Words", "search")
            | ("ExcerptView", "citation_full")
            | ("DrawingView", "alt")
            | ("TimelineView", "narrow" | "chains") => Faces::Elsewhere,
            // Each chapter is looked at by itself, see `look`.
            ("PartView", "chapters") => Faces::Elsewhere,
            _ => Faces::In(styles(owner, field)),
        },
    }
}

fn of_body(field: &str, kind: &str) -> Faces {
    match field {
        "label" => Faces::In(REGULAR),
        "caption" => Faces::In(ITALIC),
        "text" if kind == "code" => Faces::In(MONO),
        // The description of an image is not printed.
        "url" | "alt" | "path" => Faces::Unprinted,
        _ => Faces::Running,
    }
}

fn styles(owner: &str, field: &str) -> Styles {
    match (owner, field) {
        // Ours, not the corpus's: looked up in all the styles that any of them has.
        ("Words", _) => REGULAR | BOLD | SANS | SANS_BOLD,
        ("EditionView", "title") | ("IssuerView", "name") => BOLD,
        ("EditionView", "subtitle") | ("IssuerView", _) => REGULAR,
        ("EditionView", "label") => SANS,
        ("EditionView", "as_of_line") => BOLD | SANS,
        ("EditionView", "corpus_hash") => MONO,
        ("Notice", "title") => BOLD,
        ("Notice" | "StatusCount" | "AsideView", _) => REGULAR,
        ("GuidanceView", "title") => BOLD | SANS,
        ("PartView" | "AnnexView", "name") => SANS_BOLD | BOLD | SANS,
        ("PartView" | "AnnexView", "title") => BOLD | SANS,
        ("ChapterView", "name") => SANS_BOLD | REGULAR | SANS,
        ("ChapterView", "title") => BOLD | REGULAR | SANS,
        ("ChapterView", "warning") => SANS_BOLD,
        ("ExcerptLink", _) => REGULAR | SANS,
        ("ExcerptView" | "InstrumentView" | "PendingRow" | "UnknownRow" | "ChangeEntry", "citation") => BOLD,
        ("ExcerptView", "title") => BOLD_ITALIC,
        ("ExcerptView", "notice" | "source_line" | "sources" | "contact" | "note") => SANS,
        ("TextAtView" | "OriginalView", _) => SANS,
        ("StatusView", "detail") => SANS,
        ("StatusView" | "ChangeMark", _) => SANS | SANS_BOLD,
        ("KindView", _) => REGULAR | SANS,
        ("ObligationView" | "DutyView", "who") => BOLD,
        ("ObligationView" | "DutyView", "verb") => ITALIC,
        ("ObligationView" | "DutyView", "what") => REGULAR,
        ("DeadlineView", "text") => SANS_BOLD,
        ("DeadlineView" | "EvidenceView", _) => SANS | SANS_BOLD | REGULAR,
        ("DutyView", "doubt") | ("DutyGroup", "tally") => SANS,
        ("InstrumentView", "title") => REGULAR,
        ("InstrumentView", "number") => REGULAR,
        ("InstrumentView", _) => SANS,
        ("TermView", "term") => BOLD,
        ("TermView", "english") => ITALIC,
        ("TermView", "definition" | "also") => REGULAR,
        ("TermView", "source") => SANS,
        ("ChangesView", _) => REGULAR,
        ("ChangeSection" | "ChangeGroup", _) => BOLD,
        ("ChangeEntry", "title") => REGULAR,
        ("ChangeEntry", "instead_of") => SANS,
        ("ChangedField", "name") => SANS_BOLD,
        ("ChangedWords", "text") => REGULAR | BOLD,
        ("SignatureView", "name") | ("UnknownGroup" | "DepartmentGroupView", "title") => BOLD,
        ("SignatureView", "how") => ITALIC,
        ("UnknownRow", "wanted") => SANS,
        ("PendingRow", "day") => SANS_BOLD,
        ("UnknownRow" | "PendingRow", _) => REGULAR,
        ("DepartmentGroupView", "note") => REGULAR,
        ("DepartmentGroupView", _) | ("DepartmentRow", "note") => SANS,
        ("DepartmentRow", _) => REGULAR,
        ("DrawingView", "caption") | ("LegendView", "text") => SANS,
        ("TextView", "text") => SANS | SANS_BOLD,
        ("FactView", "name") => SANS,
        ("FactView", "text") => SANS | MONO,
        _ => ALL,
    }
}
