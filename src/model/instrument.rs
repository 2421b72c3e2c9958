//! Instruments (văn bản) and what they do to one another.

use super::date::Date;
pub use super::end_verb::EndVerb;
use super::ids::{AudienceId, InstrumentId};
use super::known::{Day, Known, Term};
use super::number::{DocNumber, InstrumentType};
use super::provision::Locator;
use super::statement::{Stated, Statements};
use super::text_at::TextAt;

/// One instrument: a law, decree, circular, decision, standard.
#[derive(Clone, PartialEq, Debug)]
pub struct Instrument {
    pub id: InstrumentId,
    /// Ids that it had before: their addresses lead here.
    pub aliases: Vec<InstrumentId>,
    pub number: Known<DocNumber>,
    pub kind: InstrumentType,
    /// The subject without the type; for what is cited by name, the name itself.
    pub title: String,
    pub issuer: String,
    pub signer: Known<String>,
    pub issued: Day,
    pub term: Term,
    /// Confidence and source of single statements above.
    pub statements: Statements,
    /// The day from which it is known, where that is not the day of its issue.
    pub known_from: Option<Day>,
    /// Its own provision that says from when it is in force.
    pub in_force_at: Option<Locator>,
    /// Why it ends, where no act ends it.
    pub ends_by: Option<EndsBy>,
    /// The provision of another instrument by which it ends with its parent.
    pub ends_at: Option<Clause>,
    /// Places, subjects or parts in force on other days.
    pub scopes: Vec<Scope>,
    /// Other names by which texts cite it.
    pub names: Vec<String>,
    /// What this instrument does to others; never the inverse.
    pub relations: Vec<Relation>,
    /// What instruments without a record do to this one.
    pub amended_by: Vec<OutsideAct>,
    /// Whether the corpus has a record of it. It has none of those that only act on others: see [`OutsideAct`].
    pub has_record: bool,
    pub confidence: Confidence,
    pub checked_on: Date,
    pub sources: Vec<String>,
    /// Where a reader can open the text; nothing where no address was found.
    pub text_at: Option<TextAt>,
    /// Whom to ask about it.
    pub contact: Option<String>,
    pub notes: Option<String>,
}

impl Instrument {
    /// `Nghị định số 72/2013/NĐ-CP`, `Luật Viễn thông số 24/2023/QH15`, `QCVN 89:2015/BTTTT`; an instrument without a
    /// known number goes by its type and title (NĐ 34/2016/NĐ-CP, Điều 75: laws by name, others by number).
    pub fn citation(&self) -> String {
        let Some(number) = self.number.known() else { return self.named() };
        if self.kind.is_cited_by_name() && !self.title.is_empty() {
            return format!("{} số {number}", self.named());
        }
        number.with_type(Some(self.kind))
    }

    /// The citation with date, issuer and subject, as at a first mention (NĐ 34/2016/NĐ-CP, Điều 75).
    pub fn citation_full(&self) -> String {
        let mut full = self.citation();
        if let Some(date) = self.issued.date() {
            full.push(' ');
            full.push_str(&date.long());
        }
        full.push_str(" của ");
        full.push_str(&self.issuer);
        if !self.is_named_in_citation() {
            full.push_str(if self.subject_is_an_act() { " " } else { " về " });
            full.push_str(self.subject());
        }
        full
    }

    /// Whether the citation already says the title: laws, and what has no known number.
    pub fn is_named_in_citation(&self) -> bool {
        self.number.known().is_none() || self.kind.is_cited_by_name()
    }

    /// The title without a leading `về`.
    pub fn subject(&self) -> &str {
        self.title.strip_prefix("về ").unwrap_or(&self.title)
    }

    /// `quy định …`, `sửa đổi …` follow the issuer without `về`.
    fn subject_is_an_act(&self) -> bool {
        let subject = self.subject().to_lowercase();
        let acts =
            ["ban hành ", "bãi bỏ ", "công bố ", "hướng dẫn ", "phê duyệt ", "quy định ", "sửa đổi", "thành lập "];
        acts.iter().any(|act| subject.starts_with(act))
    }

    /// How sure one of its relations is: as sure as the record, where the relation does not say otherwise.
    pub fn confidence_of(&self, relation: &Relation) -> Confidence {
        relation.confidence.unwrap_or(self.confidence)
    }

    /// Returns what a record may give as unknown: its number, its signer, the days of its issue and of its term.
    pub fn perhaps_unknown(&self) -> (&Known<DocNumber>, &Known<String>, &Day, &Term) {
        let Instrument {
            number,
            signer,
            issued,
            term,
            // These are always known; what may be absent among them is not unknown.
            id: _,
            aliases: _,
            kind: _,
            title: _,
            issuer: _,
            statements: _,
            known_from: _, // see `known_from` in the model of time
            in_force_at: _,
            ends_by: _,
            ends_at: _,
            scopes: _,
            names: _,
            relations: _, // a day unknown of one is a matter of its confidence
            amended_by: _,
            has_record: _,
            confidence: _,
            checked_on: _,
            sources: _,
            text_at: _,
            contact: _,
            notes: _,
        } = self;
        (number, signer, issued, term)
    }

    fn named(&self) -> String {
        let name = self.kind.name();
        if self.title.to_lowercase().starts_with(&name.to_lowercase()) {
            self.title.clone()
        } else {
            format!("{name} {}", self.title)
        }
    }
}

/// What one instrument does to another.
#[derive(Clone, PartialEq, Debug)]
pub struct Relation {
    pub kind: RelationKind,
    pub target: RelationTarget,
    /// The provision of the acting instrument that does it.
    pub at: Option<Locator>,
    /// The day of effect where it is not the day on which the acting instrument comes into force.
    pub on: Option<Stated<Day>>,
    /// The provisions of the target that are touched; empty where the whole of it is, or where it is unknown which.
    pub units: Vec<Locator>,
    /// For whom or what alone it does so, where that is no provision: the others are not touched.
    pub scope: Option<Scope>,
    /// Of an act that ends a text without putting another in its place: the verb of the clause. `None` where the kind says
    /// it.
    pub verb: Option<Known<EndVerb>>,
    /// Of a suspension: the first day in force again; `None` where no end of it is known.
    pub until: Option<Day>,
    /// Of an act that ends: what may still go on under the old text.
    pub transition: Option<Transition>,
    /// Of what gives the details of another: what keeps it in force after the other has ended.
    pub kept_by: Option<Clause>,
    pub confidence: Option<Confidence>,
    pub note: Option<String>,
}

impl Relation {
    /// How the acting instrument says it: `thay thế …`.
    pub fn active(&self) -> &'static str {
        match (&self.verb, self.kind, self.units.is_empty()) {
            (Some(Known::Known(verb)), RelationKind::Ends, whole) => verb.active(whole),
            (_, RelationKind::Ends, whole) => EndVerb::Expires.active(whole),
            (_, RelationKind::Annuls, false) => "huỷ bỏ một phần",
            (_, kind, _) => kind.active(),
        }
    }

    /// How the other instrument says it: `được thay bằng …`.
    pub fn passive(&self) -> &'static str {
        match (&self.verb, self.kind, self.units.is_empty()) {
            (Some(Known::Known(verb)), RelationKind::Ends, true) => verb.passive(),
            (Some(Known::Known(verb)), RelationKind::Ends, false) => verb.passive_of_a_part(),
            (_, RelationKind::Ends, false) => EndVerb::Expires.passive_of_a_part(),
            (_, RelationKind::Annuls, false) => "bị huỷ bỏ một phần bởi",
            (_, kind, _) => kind.passive(),
        }
    }

    /// `khoản 2 Điều 5, Điều 7`: the provisions of its target that it touches, as far as they are named.
    pub fn units_named(&self) -> String {
        self.units.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    /// Whether it is unknown which verb the clause uses.
    pub fn has_unknown_verb(&self) -> bool {
        matches!(self.verb, Some(Known::Unknown { .. }))
    }

    /// Whether it ends its target as a whole.
    pub fn ends_whole(&self) -> bool {
        self.kind.ends() && self.units.is_empty() && self.scope.is_none()
    }

    /// Whether it ends provisions of its target, whether or not it is known which.
    pub fn ends_part(&self) -> bool {
        self.scope.is_none() && (self.kind.ends_partly() || (self.kind.ends() && !self.units.is_empty()))
    }
}

/// A transitional rule (chuyển tiếp): what is still done under a text that has ended.
#[derive(Clone, PartialEq, Debug)]
pub struct Transition {
    /// The provision of the acting instrument that allows it.
    pub at: Option<Locator>,
    /// The matters that go on, in the editor's words.
    pub note: String,
    /// The first day on which it goes on no longer; `None` where it has no end of its own.
    pub until: Option<Day>,
}

/// A provision of an instrument that need not have a record.
#[derive(Clone, PartialEq, Debug)]
pub struct Clause {
    pub instrument: OutsideInstrument,
    pub issued: Option<Date>,
    pub at: Option<Locator>,
}

impl Clause {
    /// `khoản 4 Điều 154 Luật số 80/2015/QH13`
    pub fn citation(&self) -> String {
        let at = self.at.as_ref().map(|at| format!("{at} ")).unwrap_or_default();
        let issued = self.issued.map(|date| format!(" {}", date.long())).unwrap_or_default();
        format!("{at}{}{issued}", self.instrument.citation())
    }
}

/// Places, subjects or parts for which a text is in force from or until another day than the rest.
#[derive(Clone, PartialEq, Debug)]
pub struct Scope {
    /// For what, in the editor's words: `phần về số hiệu mạng`.
    pub words: String,
    pub audiences: Vec<AudienceId>,
    /// The provisions that it is about; empty where it is about all of them.
    pub units: Vec<Locator>,
    /// The provision that says so.
    pub at: Option<Locator>,
    /// The other instrument that says so; `None` where the text does itself.
    pub by: Option<Clause>,
    /// `None`: as the rest.
    pub from: Option<Day>,
    /// `None`: no end of its own is known.
    pub until: Option<Day>,
}

impl Scope {
    /// Returns the scope of an act, which has no other days than the act.
    pub fn of_act(words: String, units: &[Locator]) -> Self {
        Scope { words, audiences: Vec::new(), units: units.to_vec(), at: None, by: None, from: None, until: None }
    }
}

/// Why a text ends where no act ends it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum EndsBy {
    /// Its own term runs out.
    OwnTerm,
    /// What it rests on, amends or was issued with ends, and it with that.
    ParentEnded,
}

impl EndsBy {
    pub const ALL: [EndsBy; 2] = [EndsBy::OwnTerm, EndsBy::ParentEnded];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            EndsBy::OwnTerm => "own-term",
            EndsBy::ParentEnded => "parent-ended",
        }
    }

    /// The words for readers.
    pub fn name(self) -> &'static str {
        match self {
            EndsBy::OwnTerm => "hết thời hạn ghi trong chính văn bản",
            EndsBy::ParentEnded => "hết hiệu lực cùng văn bản mà nó gắn với",
        }
    }
}

/// The instrument that an act is on.
#[derive(Clone, PartialEq, Debug)]
pub enum RelationTarget {
    Instrument(InstrumentId),
    /// An instrument that the corpus has no record of.
    External(OutsideInstrument),
}

/// An instrument that the corpus has no record of.
#[derive(Clone, PartialEq, Debug)]
pub struct OutsideInstrument {
    pub number: DocNumber,
    /// Where the number does not say it.
    pub kind: Option<InstrumentType>,
}

impl OutsideInstrument {
    /// Returns its type: as it is said, or as the number alone says it.
    pub fn instrument_type(&self) -> Option<InstrumentType> {
        self.kind.or_else(|| self.number.implied_type())
    }

    /// `Luật số 71/2025/QH15`: never the number alone.
    pub fn citation(&self) -> String {
        self.number.with_type(self.instrument_type())
    }
}

/// What an instrument without a record does to the one in whose record it is written.
#[derive(Clone, PartialEq, Debug)]
pub struct OutsideAct {
    pub acting: OutsideInstrument,
    pub issued: Option<Day>,
    /// Its target is the instrument of the record.
    pub relation: Relation,
    /// Where it was seen.
    pub source: Option<String>,
}

impl OutsideAct {
    /// Returns the act with the instrument that it is done to.
    pub fn upon(mut self, target: &InstrumentId) -> Self {
        self.relation.target = RelationTarget::Instrument(target.clone());
        self
    }
}

/// The kinds of relation, named from the acting instrument's side.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RelationKind {
    Replaces,
    PartlyReplaces,
    Amends,
    Repeals,
    PartlyRepeals,
    /// Chấm dứt hiệu lực: the text ends, and nothing is put in its place.
    Ends,
    /// Huỷ bỏ: the text counts as never having been in force.
    Annuls,
    /// Đính chính: the text has always been so.
    Corrects,
    Suspends,
    Guides,
    BasedOn,
    Consolidates,
    Issues,
    Cites,
    Follows,
}

impl RelationKind {
    pub const ALL: [RelationKind; 15] = [
        RelationKind::Replaces,
        RelationKind::PartlyReplaces,
        RelationKind::Amends,
        RelationKind::Repeals,
        RelationKind::PartlyRepeals,
        RelationKind::Ends,
        RelationKind::Annuls,
        RelationKind::Corrects,
        RelationKind::Suspends,
        RelationKind::Guides,
        RelationKind::BasedOn,
        RelationKind::Consolidates,
        RelationKind::Issues,
        RelationKind::Cites,
        RelationKind::Follows,
    ];

    /// The key in the YAML.
    pub fn key(self) -> &'static str {
        match self {
            RelationKind::Replaces => "replaces",
            RelationKind::PartlyReplaces => "partly-replaces",
            RelationKind::Amends => "amends",
            RelationKind::Repeals => "repeals",
            RelationKind::PartlyRepeals => "partly-repeals",
            RelationKind::Ends => "ends",
            RelationKind::Annuls => "annuls",
            RelationKind::Corrects => "corrects",
            RelationKind::Suspends => "suspends",
            RelationKind::Guides => "guides",
            RelationKind::BasedOn => "based-on",
            RelationKind::Consolidates => "consolidates",
            RelationKind::Issues => "issues",
            RelationKind::Cites => "cites",
            RelationKind::Follows => "follows",
        }
    }

    fn active(self) -> &'static str {
        match self {
            RelationKind::Replaces => "thay thế",
            RelationKind::PartlyReplaces => "thay thế một phần",
            RelationKind::Amends => "sửa đổi, bổ sung",
            RelationKind::Repeals => "bãi bỏ",
            RelationKind::PartlyRepeals => "bãi bỏ một phần",
            RelationKind::Ends => "làm hết hiệu lực",
            RelationKind::Annuls => "huỷ bỏ",
            RelationKind::Corrects => "đính chính",
            RelationKind::Suspends => "ngưng hiệu lực",
            RelationKind::Guides => "hướng dẫn",
            RelationKind::BasedOn => "căn cứ",
            RelationKind::Consolidates => "hợp nhất",
            RelationKind::Issues => "ban hành",
            RelationKind::Cites => "dẫn chiếu",
            RelationKind::Follows => "tiếp nối",
        }
    }

    fn passive(self) -> &'static str {
        match self {
            RelationKind::Replaces => "được thay bằng",
            RelationKind::PartlyReplaces => "được thay một phần bằng",
            RelationKind::Amends => "được sửa đổi, bổ sung bởi",
            RelationKind::Repeals => "bị bãi bỏ bởi",
            RelationKind::PartlyRepeals => "bị bãi bỏ một phần bởi",
            RelationKind::Ends => "hết hiệu lực theo",
            RelationKind::Annuls => "bị huỷ bỏ bởi",
            RelationKind::Corrects => "được đính chính bởi",
            RelationKind::Suspends => "bị ngưng hiệu lực bởi",
            RelationKind::Guides => "được hướng dẫn bởi",
            RelationKind::BasedOn => "là căn cứ của",
            RelationKind::Consolidates => "được hợp nhất trong",
            RelationKind::Issues => "được ban hành kèm theo",
            RelationKind::Cites => "được dẫn chiếu bởi",
            RelationKind::Follows => "được tiếp nối bởi",
        }
    }

    /// How the other instrument says it, in English.
    pub fn passive_in_english(self) -> &'static str {
        match self {
            RelationKind::Replaces => "replaced by",
            RelationKind::PartlyReplaces => "replaced in part by",
            RelationKind::Amends => "amended by",
            RelationKind::Repeals => "repealed by",
            RelationKind::PartlyRepeals => "repealed in part by",
            RelationKind::Ends => "ended by",
            RelationKind::Annuls => "annulled by",
            RelationKind::Corrects => "corrected by",
            RelationKind::Suspends => "suspended by",
            RelationKind::Guides => "detailed by",
            RelationKind::BasedOn => "the base of",
            RelationKind::Consolidates => "consolidated in",
            RelationKind::Issues => "issued with",
            RelationKind::Cites => "cited by",
            RelationKind::Follows => "followed by",
        }
    }

    /// Ends the target as a whole, or those of its provisions that the relation names.
    pub fn ends(self) -> bool {
        matches!(self, RelationKind::Replaces | RelationKind::Repeals | RelationKind::Ends | RelationKind::Annuls)
    }

    /// Takes effect from the first day of the target, whenever that became known.
    pub fn is_from_the_first_day(self) -> bool {
        matches!(self, RelationKind::Annuls | RelationKind::Corrects)
    }

    /// Changes the text of the target.
    pub fn changes_text(self) -> bool {
        matches!(self, RelationKind::Amends | RelationKind::Corrects)
    }

    /// Returns whether the act suspends its target.
    pub fn suspends(self) -> bool {
        self == RelationKind::Suspends
    }

    /// Whether an act may do so to some places or subjects only, and leave the others alone.
    pub fn may_be_for_some(self) -> bool {
        self.ends_partly() || self.suspends() || (self.ends() && self != RelationKind::Annuls)
    }

    /// Ends some provisions of the target.
    pub fn ends_partly(self) -> bool {
        matches!(self, RelationKind::PartlyReplaces | RelationKind::PartlyRepeals)
    }
}

/// How sure we are of a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Confidence {
    /// The wording of that unit was read in a full reprint or in the codification; not the official gazette.
    TextRead,
    /// Only an excerpt, a head, a translation or a description was seen.
    ExcerptSeen,
    /// Somebody else says so.
    SecondHand,
    /// Must not be printed.
    Unverified,
}

impl Confidence {
    pub const ALL: [Confidence; 4] =
        [Confidence::TextRead, Confidence::ExcerptSeen, Confidence::SecondHand, Confidence::Unverified];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Confidence::TextRead => "text-read",
            Confidence::ExcerptSeen => "excerpt-seen",
            Confidence::SecondHand => "second-hand",
            Confidence::Unverified => "unverified",
        }
    }

    /// What a reader sees.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::TextRead => "đã đọc nguyên văn trong bản đăng lại",
            Confidence::ExcerptSeen => "mới thấy trích đoạn hoặc bản dịch",
            Confidence::SecondHand => "theo nguồn gián tiếp",
            Confidence::Unverified => "chưa kiểm chứng",
        }
    }
}
