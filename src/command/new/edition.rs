//! `camnang new edition`: a chapter for each topic that has something to print, or the parts and chapters of another edition.

mod like;

use std::path::Path;

pub use like::Leftovers;

use super::super::Failure;
use super::scaffold::{ScaffoldEntry, open, settled};
use super::{ids, scaffold, words_of};
use crate::assemble::Selector;
use crate::diag::Lang;
use crate::edit::written;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::edition::{AnnexKind, Chapter, Edition, Issuer, Media, Order, Selection};
use crate::model::ids::{ChapterId, EditionId};
use crate::model::subject::Subject;
use crate::model::validity::ValidityKind;
use crate::model::vocabulary::Topic;
use crate::render::html::is_reserved;
use crate::session::{self, OpenedCorpus};
use crate::syntax::record::RecordKind;
use crate::syntax::record::shape::RecordRef;

/// What the command line says of the edition.
#[derive(Debug)]
pub struct EditionOptions<'a> {
    pub id: &'a str,
    /// The like edition's where there is none.
    pub title: Option<&'a str>,
    /// Never the clock's.
    pub as_of: Option<Date>,
    /// The edition whose parts, chapters and annexes it takes over.
    pub like: Option<&'a str>,
    pub previous: Option<&'a str>,
    pub issuer: Option<&'a str>,
    /// Ids of guidance that come first.
    pub front: &'a [&'a str],
}

/// A draft, and what to look at in it.
#[derive(Debug)]
pub struct EditionDraft {
    pub path: String,
    pub bytes: Vec<u8>,
    pub leftovers: Leftovers,
}

/// Returns the draft of an edition.
///
/// # Errors
/// Something has to be said that is not, or names what there is not; or there is nothing to make chapters of.
pub fn draft(
    opened: &OpenedCorpus,
    root: &Path,
    asked: &EditionOptions<'_>,
    lang: Lang,
) -> Result<EditionDraft, Failure> {
    let id: EditionId = ids::read(asked.id)?;
    let like = asked.like.map(|wanted| find(opened, wanted)).transpose()?;
    let as_of = asked.as_of.ok_or_else(|| no_day(like.map(|like| like.as_of)))?;
    let previous = asked.previous.map(|wanted| earlier(opened, wanted, as_of)).transpose()?;
    let title = asked.title.map(|title| words_of("--title", title)).transpose()?;
    let path = format!("editions/{id}.yaml");
    let Some(like) = like else {
        let (title, issuer) = (title.ok_or_else(no_title)?, issuer_of(&opened.corpus, asked.issuer)?);
        let front = asked.front;
        let scaffold = EditionScaffold { corpus: &opened.corpus, id: &id, title, as_of, previous, issuer, front };
        return Ok(EditionDraft { path, bytes: scaffold.text(lang)?.into_bytes(), leftovers: Leftovers::default() });
    };
    let former = like.previous.as_ref().and_then(|id| opened.corpus.edition(id));
    let previous = previous.or([Some(like), former].into_iter().flatten().find(|it| it.as_of < as_of));
    let issuer = asked.issuer.map(|name| words_of("--issuer", name)).transpose()?;
    let own = like::OwnValues { id: &id, title, as_of, previous: previous.map(|it| &it.id), issuer };
    let (bytes, leftovers) = like::copy(root, like, &own)?;
    Ok(EditionDraft { path, bytes, leftovers })
}

fn find<'c>(opened: &'c OpenedCorpus, wanted: &str) -> Result<&'c Edition, Failure> {
    opened.edition(wanted).map_err(|absent| Failure(absent.words()))
}

/// The edition before, which must be of an earlier day.
fn earlier<'c>(opened: &'c OpenedCorpus, wanted: &str, as_of: Date) -> Result<&'c Edition, Failure> {
    let previous = find(opened, wanted)?;
    if previous.as_of < as_of {
        return Ok(previous);
    }
    let day = previous.as_of;
    Err(Failure::new(
        format!(
            "`{wanted}` tính đến ngày {day}, không sớm hơn --as-of {as_of}, nên không làm ấn bản trước được; ghi --as-of muộn hơn, hoặc bỏ --previous"
        ),
        format!(
            "`{wanted}` is as of {day}, no earlier than --as-of {as_of}, and cannot be the edition before; give a later --as-of, or leave --previous out"
        ),
    ))
}

fn no_day(of_like: Option<Date>) -> Failure {
    let (vi, en) = of_like.map_or_else(Default::default, |day| {
        (format!(" (ấn bản mẫu: {day})"), format!(" (the like edition's is {day})"))
    });
    Failure::new(
        format!(
            "ấn bản nêu hiệu lực tính đến một ngày, mà công cụ không lấy ngày của máy; ghi thêm --as-of NĂM-THÁNG-NGÀY{vi}"
        ),
        format!(
            "an edition states what is in force on a day, and the tool never takes it from the clock; add --as-of YEAR-MONTH-DAY{en}"
        ),
    )
}

fn no_title() -> Failure {
    Failure::new(
        "ấn bản phải có tên; ghi thêm --title \"TÊN IN TRÊN BÌA\", hoặc chép từ một ấn bản: --like ID",
        "an edition needs a title; add --title \"AS ON THE COVER\", or take that of another edition: --like ID",
    )
}

/// `None` where the settings say it: then the edition need not.
fn issuer_of(corpus: &Corpus, name: Option<&str>) -> Result<Option<String>, Failure> {
    if let Some(name) = name {
        let name = words_of("--issuer", name)?;
        return Ok(Some(issuer(&Issuer { name, parent: None, place: None })));
    }
    if corpus.settings().issuer.is_some() {
        return Ok(None);
    }
    let latest = corpus.editions().filter(|it| it.issuer.is_some()).max_by_key(|it| it.as_of);
    let found = latest.and_then(|it| it.issuer.as_ref()).map(issuer);
    found.map(Some).ok_or_else(|| {
        Failure::new(
            "chưa biết ai phát hành: ghi thêm --issuer \"TÊN CƠ QUAN\", hoặc ghi issuer vào settings.yaml cho mọi ấn bản",
            "nobody is said to issue it: add --issuer \"NAME\", or write issuer into settings.yaml for every edition",
        )
    })
}

/// As it is written after the key.
fn issuer(issuer: &Issuer) -> String {
    let keys = [("parent", issuer.parent.as_ref()), ("name", Some(&issuer.name)), ("place", issuer.place.as_ref())];
    keys.into_iter().filter_map(|(key, words)| Some(format!("\n  {key}: {}", written(words?)))).collect()
}

/// An edition that is like no other.
struct EditionScaffold<'a> {
    corpus: &'a Corpus,
    id: &'a EditionId,
    title: String,
    as_of: Date,
    previous: Option<&'a Edition>,
    issuer: Option<String>,
    front: &'a [&'a str],
}

impl EditionScaffold<'_> {
    fn text(&self, lang: Lang) -> Result<String, Failure> {
        let description = format!("{}, tính đến {}.", self.title.trim_end_matches('.'), self.as_of.long());
        let issuer = self.issuer.as_ref().map(|issuer| open("issuer", issuer));
        let previous = self.previous.map(|previous| open("previous", previous.id.to_string()));
        let front = (!self.front.is_empty()).then(|| open("front", format!("[{}]", self.front.join(", "))));
        let always = [
            settled("id", self.id.to_string()),
            settled("title", written(&self.title)),
            open("label", "Bản thảo 1"),
            open("description", written(&description)),
            open("as-of", self.as_of.to_string()),
            open("parts", self.parts(lang)?),
            open("annexes", self.annexes(lang)),
        ];
        let entries: Vec<ScaffoldEntry<'_>> = always.into_iter().chain(issuer).chain(previous).chain(front).collect();
        Ok(scaffold::record(RecordKind::Edition, &entries, lang))
    }

    fn parts(&self, lang: Lang) -> Result<String, Failure> {
        let mut yaml = "\n  - title: Quy định theo chủ đề\n    chapters:\n".to_owned();
        let mut remarks = Some(self.remarks(lang));
        for topic in self.topics()? {
            yaml.push_str(&remarks.take().unwrap_or_default());
            let (id, name) = (self.chapter_id(topic), written(&topic.name));
            yaml.push_str(&format!(
                "      - id: {id}\n        title: {name}\n        select:\n          topics: [{}]\n          validity: [{}]\n",
                topic.id,
                SELECTED.map(ValidityKind::key).join(", "),
            ));
        }
        Ok(yaml)
    }

    /// The topics at the root of the tree that have something to print; all of them where none has.
    fn topics(&self) -> Result<Vec<&Topic>, Failure> {
        let roots: Vec<&Topic> = self.corpus.vocabulary().topics.iter().filter(|it| it.parent.is_none()).collect();
        if self.corpus.unread().contains(&Subject::Vocabulary) {
            return Err(Failure(session::unread("vocabulary.yaml")));
        }
        if roots.is_empty() {
            return Err(Failure::new(
                "vocabulary.yaml chưa có chủ đề nào để lập chương; thêm một chủ đề vào topics trước, hoặc chép từ một ấn bản: --like ID",
                "vocabulary.yaml has no topic to make a chapter of; add one to topics first, or take the chapters of another edition: --like ID",
            ));
        }
        let filled: Vec<&Topic> = roots.iter().copied().filter(|topic| self.has_excerpts(topic)).collect();
        Ok(if filled.is_empty() { roots } else { filled })
    }

    fn has_excerpts(&self, topic: &Topic) -> bool {
        let Ok(id) = topic.id.as_str().parse::<ChapterId>() else { return false };
        let select = Selection { topics: vec![topic.id.clone()], validity: SELECTED.to_vec(), ..Selection::default() };
        let title = topic.name.clone();
        let chapter = Chapter { id, title, media: Media::default(), intro: None, select, order: Order::Law };
        let selector = Selector::new(self.corpus, &chapter, self.as_of);
        self.corpus.excerpts().any(|excerpt| selector.takes(excerpt))
    }

    /// The page of a chapter bears its name, and some names are those of other pages.
    fn chapter_id(&self, topic: &Topic) -> String {
        let id = topic.id.as_str();
        if is_reserved(id, self.id.as_str()) { format!("chuong-{id}") } else { id.to_owned() }
    }

    /// What a chapter and its selection may have, with the topics and audiences that there are.
    fn remarks(&self, lang: Lang) -> String {
        let vocabulary = self.corpus.vocabulary();
        let topics = listed(vocabulary.topics.iter().map(|topic| topic.id.as_str()));
        let audiences = listed(vocabulary.audiences.iter().map(|audience| audience.id.as_str()));
        let edition = RecordKind::Edition.about();
        let chapter = scaffold::within(edition, "parts").and_then(|part| scaffold::within(part, "chapters"));
        let select = chapter.and_then(|chapter| scaffold::within(chapter, "select"));
        let keys = |about: Option<RecordRef>| about.map(|about| scaffold::keys(&about, lang)).unwrap_or_default();
        let are = lang.tr("có", "are");
        let there = format!("topics {are}: {topics}\naudiences {are}: {audiences}");
        let lines = keys(chapter).into_iter().chain(keys(select).into_iter().map(|line| format!("  {line}")));
        lines.chain(there.lines().map(str::to_owned)).map(|line| format!("      # {line}\n")).collect()
    }

    fn annexes(&self, lang: Lang) -> String {
        let glossary = self.corpus.glossary().first().map(|_| (AnnexKind::Glossary, "Giải thích từ ngữ"));
        let changes = self.previous.map(|_| (AnnexKind::Changes, "Những thay đổi so với ấn bản trước"));
        let always = [
            (AnnexKind::Instruments, "Các văn bản"),
            (AnnexKind::Responsibilities, "Bảng trách nhiệm"),
            (AnnexKind::Unknowns, "Những điều chưa biết"),
            (AnnexKind::Index, "Bảng tra"),
        ];
        let chosen: Vec<(AnnexKind, &str)> = changes.into_iter().chain(always).chain(glossary).collect();
        let lines = chosen.iter().map(|(kind, title)| format!("\n  - {{kind: {}, title: {title}}}", kind.key()));
        let kinds =
            scaffold::within(RecordKind::Edition.about(), "annexes").map(|annex| scaffold::choices(annex, "kind"));
        let others = kinds.unwrap_or_default().into_iter();
        let others = others.filter(|kind| !chosen.iter().any(|(known, _)| known.key() == kind.key));
        let others = others.map(|kind| format!("\n  # {}: {}", kind.key, scaffold::plain(kind.help.both().get(lang))));
        let more = lang.tr("còn có các loại (kind)", "other kinds");
        format!("{}\n  # {more}:{}", lines.collect::<String>(), others.collect::<String>())
    }
}

/// What a new chapter prints: what is in force, and what may be.
const SELECTED: [ValidityKind; 3] = [ValidityKind::InForce, ValidityKind::PartlyEnded, ValidityKind::Unknown];

fn listed<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(", ")
}
