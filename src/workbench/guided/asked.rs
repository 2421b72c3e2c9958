//! The steps of which the commands make the files: each a few questions, and what is asked of the command with their answers.

use super::super::Workbench;
use super::super::form::ListRequest;
use super::super::record_draft::{EditionRequest, EndingRequest, RecordDraft, RecordRequest};
use super::question::{AnswerKind, Question, StepAnswers, WordPair};
use crate::diag::{Bilingual, Lang};
use crate::model::instrument::RelationKind;
use crate::session::OpenedCorpus;
use crate::syntax::record::{RecordKind, suggest_id};

/// A step with questions of its own.
pub struct AskedStep {
    pub key: &'static str,
    /// The kind of record that it begins with a new one; nothing where it changes records.
    pub begins: Option<RecordKind>,
    pub title: WordPair,
    pub about: WordPair,
    pub questions: &'static [Question],
    pub draft: fn(&StepSurroundings<'_>, &StepAnswers) -> Result<RecordDraft, Bilingual>,
}

/// Where a step is made.
pub struct StepSurroundings<'s> {
    pub workbench: &'s Workbench,
    pub opened: &'s OpenedCorpus,
    pub lang: Lang,
}

impl StepSurroundings<'_> {
    fn draft(&self, request: &RecordRequest<'_>) -> Result<RecordDraft, Bilingual> {
        self.workbench.draft(self.opened, request, self.lang)
    }
}

const fn question(name: &'static str, label: WordPair, answer: AnswerKind) -> Question {
    Question { name, label, hint: ("", ""), example: "", is_required: false, answer }
}

impl Question {
    const fn required(self) -> Self {
        Question { is_required: true, ..self }
    }

    const fn hint(self, vi: &'static str, en: &'static str) -> Self {
        Question { hint: (vi, en), ..self }
    }

    const fn example(self, example: &'static str) -> Self {
        Question { example, ..self }
    }
}

const ID_HINT: WordPair = (
    "chữ thường không dấu, nối bằng gạch ngang; bỏ trống thì đặt theo tên. Id là địa chỉ lâu dài, về sau không đổi",
    "small letters without marks, joined by hyphens; made of the title where it is empty. It is an address and never changes",
);

/// The acts by which one instrument ends another, and the end of its own term.
const ENDINGS: &[(&str, WordPair)] = &[
    ("replaces", ("được văn bản khác thay thế", "another instrument replaces it")),
    ("repeals", ("bị văn bản khác bãi bỏ", "another instrument repeals it")),
    (
        "ends",
        ("văn bản khác làm hết hiệu lực, không có gì thay", "another instrument ends it, and nothing takes its place"),
    ),
    (OWN_TERM, ("hết thời hạn ghi trong chính nó", "its own term ends")),
];
const OWN_TERM: &str = "own-term";

/// Every step, in the order in which a page lists them.
pub const ASKED: [AskedStep; 6] = [
    AskedStep {
        key: "instrument",
        begins: Some(RecordKind::Instrument),
        title: ("Văn bản mới", "A new instrument"),
        about: (
            "Tạo hồ sơ cho một văn bản. Loại và id suy ra từ số, ký hiệu; phần chưa biết ghi là chưa biết.",
            "Begins the record of an instrument. Its type and id follow from its number; what is not known is said to be unknown.",
        ),
        questions: &[
            question("number", ("Số, ký hiệu", "Its number"), AnswerKind::Line).required().example("72/2013/NĐ-CP"),
            question("type", ("Loại văn bản", "Its type"), AnswerKind::Type)
                .hint("chỉ cần khi số, ký hiệu không cho biết loại", "only where the number leaves it open"),
            question("issued", ("Ngày ban hành", "Date of issue"), AnswerKind::Day)
                .hint("cần khi số, ký hiệu không có năm", "needed where the number has no year"),
            question("id", ("Id", "Id"), AnswerKind::Line)
                .hint("bỏ trống thì đặt theo loại, số, năm", "made from type, number and year where it is empty")
                .example("nd-72-2013"),
        ],
        draft: instrument,
    },
    AskedStep {
        key: "edition",
        begins: Some(RecordKind::Edition),
        title: ("Ấn bản mới", "A new edition"),
        about: (
            "Chép cách chia phần, chương của một ấn bản đã có, hoặc lập mỗi chủ đề một chương.",
            "Takes over the parts and chapters of another edition, or makes a chapter of each topic.",
        ),
        questions: &[
            question("title", ("Tên in trên bìa", "Its title, on the cover"), AnswerKind::Line)
                .hint("bỏ trống thì giữ tên của ấn bản được chép", "that of the edition it is like where it is empty"),
            question("as-of", ("Tính đến ngày", "As of the day"), AnswerKind::Day).required(),
            question("like", ("Chép cách chia chương của", "Parts and chapters like those of"), AnswerKind::Edition),
            question("previous", ("Ấn bản trước", "The edition before"), AnswerKind::Edition)
                .hint("để in những thay đổi so với ấn bản ấy", "to print what has changed since"),
            question("issuer", ("Ai phát hành", "Who issues it"), AnswerKind::Line)
                .hint("chỉ khi khác «Thiết lập chung»", "only where other than the «Settings» say"),
            question("id", ("Id", "Id"), AnswerKind::Line).hint(ID_HINT.0, ID_HINT.1).example("cam-nang-2031"),
        ],
        draft: edition,
    },
    AskedStep {
        key: "guidance",
        begins: Some(RecordKind::Guidance),
        title: ("Bài viết mới", "A new text of guidance"),
        about: (
            "Lời cho người đọc: cách dùng, lời dẫn, liên hệ… Bài được in khi một ấn bản nêu tên nó.",
            "WordPair for the reader: how to use the booklet, a lead-in, contacts… It is printed where an edition names it.",
        ),
        questions: &[
            question("title", ("Tên bài", "Its title"), AnswerKind::Line).required().example("Cách dùng cẩm nang"),
            question("editions", ("In ở đầu các ấn bản", "Printed at the front of"), AnswerKind::Editions)
                .hint("chưa chọn cũng được, thêm ở ấn bản sau", "none yet is fine: an edition can name it later"),
            question("id", ("Id", "Id"), AnswerKind::Line).hint(ID_HINT.0, ID_HINT.1).example("cach-dung"),
        ],
        draft: guidance,
    },
    AskedStep {
        key: "release",
        begins: Some(RecordKind::Release),
        title: ("Ghi một lần công bố", "Note a release"),
        about: (
            "Ghi lại các địa chỉ và lời in của một ấn bản vừa công bố, để về sau không địa chỉ nào mất.",
            "Notes the addresses and words of an edition that is being published, so that none of them is lost later.",
        ),
        questions: &[question("edition", ("Ấn bản", "The edition"), AnswerKind::Edition).required()],
        draft: release,
    },
    AskedStep {
        key: "amendment",
        begins: None,
        title: ("Sửa đổi một điều khoản", "Amend a clause"),
        about: (
            "Một văn bản cho điều khoản lời mới từ một ngày: lời cũ ghi ngày hết, lời mới là bản nháp, văn bản sửa đổi ghi việc ấy.",
            "An instrument gives a clause other words from a day on: the former words end, the new ones begin as a draft, and the instrument says so.",
        ),
        questions: &[
            question(
                "excerpt",
                ("Trích dẫn đang có", "The excerpt as it stands"),
                AnswerKind::Id(ListRequest::Excerpts),
            )
            .required(),
            question("by", ("Văn bản sửa đổi", "The amending instrument"), AnswerKind::Id(ListRequest::Instruments))
                .required(),
            question("on", ("Lời mới có hiệu lực từ ngày", "The new words are in force from"), AnswerKind::Day)
                .required(),
            question(
                "at",
                ("Điều khoản nào của văn bản ấy nói vậy", "Which of its provisions says so"),
                AnswerKind::Line,
            )
            .example("khoản 2 Điều 1"),
        ],
        draft: amendment,
    },
    AskedStep {
        key: "ending",
        begins: None,
        title: ("Văn bản hết hiệu lực", "End an instrument"),
        about: (
            "Ghi ngày hết hiệu lực của văn bản, và ghi ở văn bản kia rằng nó thay thế hay bãi bỏ.",
            "Writes the day on which an instrument ends, and in the other one that it replaces or repeals it.",
        ),
        questions: &[
            question(
                "instrument",
                ("Văn bản hết hiệu lực", "The instrument that ends"),
                AnswerKind::Id(ListRequest::Instruments),
            )
            .required(),
            question("how", ("Vì sao", "How"), AnswerKind::Choice(ENDINGS)).required(),
            question(
                "by",
                ("Văn bản làm nó hết hiệu lực", "The instrument that ends it"),
                AnswerKind::Id(ListRequest::Instruments),
            )
            .hint("không cần khi hết thời hạn của chính nó", "not where its own term ends"),
            question("at", ("Ở điều khoản nào", "In which provision"), AnswerKind::Line).example("khoản 2 Điều 45"),
            question("on", ("Ngày đầu tiên không còn hiệu lực", "The first day no longer in force"), AnswerKind::Day)
                .hint(
                    "bỏ trống thì là ngày văn bản kia có hiệu lực",
                    "where it is empty, the day on which the other comes into force",
                ),
        ],
        draft: ending,
    },
];

fn instrument(around: &StepSurroundings<'_>, answers: &StepAnswers) -> Result<RecordDraft, Bilingual> {
    let (number, kind, id) = (answers.needed("number")?, answers.text("type"), answers.text("id"));
    let issued = answers.day("issued")?;
    around.draft(&RecordRequest::Instrument { number: &number, kind: kind.as_deref(), issued, id: id.as_deref() })
}

fn edition(around: &StepSurroundings<'_>, answers: &StepAnswers) -> Result<RecordDraft, Bilingual> {
    let [title, like, previous, issuer] = ["title", "like", "previous", "issuer"].map(|name| answers.text(name));
    let as_of = answers.day("as-of")?.ok_or_else(|| answers.absent("as-of"))?;
    let named = title.clone().or_else(|| Some(format!("{} {}", like.clone()?, as_of.year())));
    around.draft(&RecordRequest::Edition(EditionRequest {
        id: &id(answers, named.as_deref().ok_or_else(|| answers.absent("title"))?),
        title: title.as_deref(),
        as_of: Some(as_of),
        like: like.as_deref(),
        previous: previous.as_deref(),
        issuer: issuer.as_deref(),
    }))
}

fn guidance(around: &StepSurroundings<'_>, answers: &StepAnswers) -> Result<RecordDraft, Bilingual> {
    let (title, editions) = (answers.needed("title")?, answers.ticked("editions"));
    around.draft(&RecordRequest::Guidance { id: &id(answers, &title), title: &title, editions: &editions })
}

fn release(around: &StepSurroundings<'_>, answers: &StepAnswers) -> Result<RecordDraft, Bilingual> {
    around.draft(&RecordRequest::Release { edition: &answers.needed("edition")? })
}

fn amendment(around: &StepSurroundings<'_>, answers: &StepAnswers) -> Result<RecordDraft, Bilingual> {
    let (excerpt, by, at) = (answers.needed("excerpt")?, answers.needed("by")?, answers.text("at"));
    let on = answers.day("on")?.ok_or_else(|| answers.absent("on"))?;
    around.draft(&RecordRequest::Amendment { excerpt: &excerpt, by: &by, on, at: at.as_deref() })
}

fn ending(around: &StepSurroundings<'_>, answers: &StepAnswers) -> Result<RecordDraft, Bilingual> {
    let (instrument, how, at) = (answers.needed("instrument")?, answers.needed("how")?, answers.text("at"));
    let act = RelationKind::ALL.into_iter().find(|kind| kind.key() == how);
    let by = if act.is_some() { answers.needed("by")? } else { String::new() };
    let (by, at, on) = (by.as_str(), at.as_deref(), answers.day("on")?);
    around.draft(&RecordRequest::Ending(EndingRequest { instrument: &instrument, act, by, at, on }))
}

/// The id that was typed, or one made of the name.
fn id(answers: &StepAnswers, name: &str) -> String {
    answers.text("id").unwrap_or_else(|| suggest_id(name))
}
