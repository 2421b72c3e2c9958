//! Settings (thiết lập): what an office sets for itself instead of the program's defaults, all in one file. Every key may be
//! absent; what is absent is as the program has it.

use std::collections::BTreeMap;

use super::answers::AnswerSettings;
use super::colour::Colour;
use super::edition::Issuer;
use super::ids::EditionId;
use super::letter::LetterSettings;
use super::mail::Mail;

/// What `settings.yaml` says. A new section is a field here, and a reader in `syntax::record::settings`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Settings {
    /// Who issues the editions that do not say it themselves.
    pub issuer: Option<Issuer>,
    pub web: Web,
    pub look: Look,
    /// The office's own wording of notices.
    pub notices: Notices,
    /// The letter that goes with each copy of a hand-out.
    pub letter: LetterSettings,
    /// The server that hand-outs are sent through.
    pub mail: Option<Mail>,
    /// The form that departments fill in, where they are asked to.
    pub answers: Option<AnswerSettings>,
    /// The words that the booklet is about, which `camnang report gaps` looks for in the originals.
    pub gather_words: Vec<String>,
}

/// The web editions.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Web {
    pub address: Option<WebAddress>,
    /// The files of `web/` that a browser or a server would run or show as a page, and that are published all the same.
    pub active_files: Vec<String>,
    pub originals: PublishedOriginals,
}

/// Which originals are published with the site.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PublishedOriginals {
    #[default]
    None,
    /// Those that the printed quotations were taken from.
    Quoted,
}

impl PublishedOriginals {
    pub const ALL: [PublishedOriginals; 2] = [PublishedOriginals::None, PublishedOriginals::Quoted];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            PublishedOriginals::None => "none",
            PublishedOriginals::Quoted => "quoted",
        }
    }
}

/// Where sites are published: absolute addresses, `http:` or `https:`, without a slash at their end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WebAddress {
    /// Of the only edition of the corpus. With several it would be nobody's.
    Only(String),
    /// Of each edition, or of some.
    Each(BTreeMap<EditionId, String>),
}

/// How the booklet looks, on paper and on the web.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Look {
    /// The one colour of the booklet. Legible on [`Look::GROUND`].
    pub accent: Option<Colour>,
    pub logo: Option<Logo>,
    pub margins: Margins,
    /// Of the running text on paper, in tenths of a point.
    pub text_size: Option<u16>,
    pub binding: Binding,
}

impl Look {
    /// The darkest ground of light pages on which text of the accent's colour stands.
    pub const GROUND: Colour = Colour::new(0xf6, 0xf4, 0xef);
    /// The lightest ground of dark pages on which text of the accent's colour stands.
    pub const DARK_GROUND: Colour = Colour::new(0x21, 0x24, 0x29);
    /// How far the accent of dark pages stands out: further than it must, since thin strokes on black look thinner.
    const DARK_CONTRAST: f64 = 7.0;

    /// The accent's colour for dark pages, made lighter.
    pub fn on_dark(accent: Colour) -> Colour {
        accent.apart(Look::DARK_GROUND, Colour::WHITE, Look::DARK_CONTRAST)
    }
}

/// On which sides the sheets of the booklet are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Binding {
    #[default]
    OneSided,
    /// Margins and marks of left pages are mirrored.
    Duplex,
}

impl Binding {
    pub const ALL: [Binding; 2] = [Binding::OneSided, Binding::Duplex];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Binding::OneSided => "one-sided",
            Binding::Duplex => "duplex",
        }
    }
}

/// The office's emblem, on the cover and above every page of the web.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Logo {
    /// Among the images of the corpus: `images/bieu-trung.svg`.
    pub file: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// On the cover, in tenths of a millimetre.
    pub height: Option<u16>,
}

/// Margins of a page on paper, in tenths of a millimetre.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Margins {
    pub top: Option<u16>,
    pub bottom: Option<u16>,
    pub left: Option<u16>,
    pub right: Option<u16>,
}

/// The notices that an office has worded itself.
pub type Notices = BTreeMap<NoticeKey, OfficeNotice>;

/// The wording of a notice; what is absent stays as the program has it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OfficeNotice {
    pub title: Option<String>,
    /// `{ngày}` stands for the edition's day.
    pub text: Option<String>,
}

/// The notices that an office may word itself. None of them may be taken away.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NoticeKey {
    /// What the booklet is and is not: in the imprint.
    Guidance,
    /// That it speaks of one day: in the imprint.
    AsOf,
    /// That excerpts are summaries, and how sure: in the imprint.
    Summaries,
    /// What the booklet is not, in a line: on the cover and below every page of the web.
    Disclaimer,
    /// That the form on the web sends nothing.
    NothingIsSent,
    // On a provision that is not plainly in force.
    PartlyEnded,
    NotCommenced,
    Suspended,
    Ended,
    NeverInForce,
    Unknown,
    /// On what has no validity at all.
    NotApplicable,
}

impl NoticeKey {
    pub const ALL: [NoticeKey; 12] = [
        NoticeKey::Guidance,
        NoticeKey::AsOf,
        NoticeKey::Summaries,
        NoticeKey::Disclaimer,
        NoticeKey::NothingIsSent,
        NoticeKey::PartlyEnded,
        NoticeKey::NotCommenced,
        NoticeKey::Suspended,
        NoticeKey::Ended,
        NoticeKey::NeverInForce,
        NoticeKey::Unknown,
        NoticeKey::NotApplicable,
    ];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            NoticeKey::Guidance => "guidance",
            NoticeKey::AsOf => "as-of",
            NoticeKey::Summaries => "summaries",
            NoticeKey::Disclaimer => "disclaimer",
            NoticeKey::NothingIsSent => "nothing-is-sent",
            NoticeKey::PartlyEnded => "partly-ended",
            NoticeKey::NotCommenced => "not-commenced",
            NoticeKey::Suspended => "suspended",
            NoticeKey::Ended => "ended",
            NoticeKey::NeverInForce => "never-in-force",
            NoticeKey::Unknown => "unknown",
            NoticeKey::NotApplicable => "not-applicable",
        }
    }

    /// Whether it has a title of its own.
    pub fn is_titled(self) -> bool {
        matches!(self, NoticeKey::Guidance | NoticeKey::AsOf | NoticeKey::Summaries)
    }

    /// Whether it is true of one day only, which it must therefore name.
    pub fn is_dated(self) -> bool {
        match self {
            NoticeKey::Guidance
            | NoticeKey::Summaries
            | NoticeKey::Disclaimer
            | NoticeKey::NothingIsSent
            | NoticeKey::NotApplicable => false,
            NoticeKey::AsOf
            | NoticeKey::PartlyEnded
            | NoticeKey::NotCommenced
            | NoticeKey::Suspended
            | NoticeKey::Ended
            | NoticeKey::NeverInForce
            | NoticeKey::Unknown => true,
        }
    }
}
