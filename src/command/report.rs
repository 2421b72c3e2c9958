//! `camnang report gaps`: the legal officer's work list.

pub mod answers;
mod not_gathered;

use serde::Serialize;

use not_gathered::{NotGathered, NotGatheredRow, not_gathered};

use super::context::CommandContext;
use super::{Failure, Outcome, Status};
use crate::assemble::alone;
use crate::assemble::unselected::{Printed, Unselected, unselected};
use crate::cli::{DataFormat, GapsArgs};
use crate::command::messages::gaps;
use crate::diag::{Lang, Sink};
use crate::model::corpus::Corpus;
use crate::model::excerpt::Wording;
use crate::model::gaps::{Gaps, Record, Unstored, Unsure, gaps};
use crate::model::instrument::Relation;
use crate::view::{citation, target_citation};

/// Reports what is still to be verified in the corpus: unread texts, unknown values, old checks, unprinted excerpts.
pub fn run(args: &GapsArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.corpus)?;
    let corpus = &opened.corpus;
    let latest = corpus.editions().map(|edition| edition.as_of).max();
    let on = args.as_of.or(latest).ok_or_else(|| {
        Failure::new(
            "kho chưa có ấn bản nào để lấy ngày; ghi thêm --as-of NĂM-THÁNG-NGÀY",
            "the corpus has no edition to take a day from; give --as-of YEAR-MONTH-DAY",
        )
    })?;
    let gaps = gaps(corpus, on);
    let unselected = unselected(corpus, &printed(corpus));
    let not_gathered = not_gathered(&opened);
    context.out(&match args.format {
        DataFormat::Human => human(corpus, &gaps, &unselected, &not_gathered, context.lang),
        DataFormat::Json => json(corpus, &gaps, &unselected, not_gathered, context.lang)?,
    });
    Ok(Status::Fine)
}

/// What the editions print, each on its own day.
fn printed(corpus: &Corpus) -> Printed {
    let mut printed = Printed::default();
    for edition in corpus.editions() {
        printed.add(&alone(corpus, edition, edition.as_of, &mut Sink::new()));
    }
    printed
}

fn name(corpus: &Corpus, record: Record<'_>) -> String {
    match record {
        Record::Instrument(instrument) => instrument.citation(),
        Record::Excerpt(excerpt) => citation(corpus, excerpt),
    }
}

/// `thay thế Nghị định số 73/2019/NĐ-CP`
fn relation(corpus: &Corpus, relation: &Relation) -> String {
    format!("{} {}", relation.active(), target_citation(corpus, relation))
}

fn human(
    corpus: &Corpus,
    gaps: &Gaps<'_>,
    unselected: &[Unselected<'_>],
    not_gathered: &NotGathered,
    lang: Lang,
) -> String {
    let mut text = gaps::title(gaps.on, gaps.excerpts.iter().map(|(.., count)| count).sum()).get(lang).to_owned();
    text.push_str("\n\n");
    for (confidence, wording, count) in gaps.excerpts.iter().filter(|(.., count)| *count > 0) {
        let wording = gaps::wording(*wording);
        text += &format!("  {count:>5}  {:<12}  {}\n", confidence.key(), wording.get(lang));
    }
    let mut section = |heading: crate::diag::Bilingual, lines: Vec<String>| {
        text += &format!("\n{} ({})\n", heading.get(lang), lines.len());
        lines.iter().for_each(|line| text += &format!("  {line}\n"));
    };
    let unsure = gaps.unsure.iter().map(|it| {
        let part = it.relation.map(|it| format!(": {}", relation(corpus, it))).unwrap_or_default();
        format!("{:<12}  {}  {}{part}", it.confidence.key(), it.record.id(), name(corpus, it.record))
    });
    section(gaps::unsure(), unsure.collect());
    let unknown = gaps.unknown.iter().map(|it| {
        let bounds = gaps::bounds(it.earliest, it.latest);
        format!("{}  {}: {}{}", it.record.id(), it.key, it.reason, bounds.get(lang))
    });
    section(gaps::unknown(), unknown.collect());
    let stale = gaps
        .stale
        .iter()
        .map(|it| format!("{}  {}  {}", it.checked_on, it.record.id(), gaps::years(it.years).get(lang)));
    section(gaps::stale(), stale.collect());
    let left = unselected.iter().map(|it| {
        let UnselectedRow { id, title, reasons, .. } = unselected_row(corpus, it, lang);
        let reasons: Vec<String> = reasons.iter().map(|it| format!("\n      {}: {}", it.edition, it.reason)).collect();
        format!("{id}  {title}{}", reasons.concat())
    });
    section(gaps::unselected(), left.collect());
    let unstored = gaps.unstored.iter().map(|it| {
        let excerpts = gaps::excerpts(it.excerpts);
        format!("{}  {}: {}", it.instrument.id, it.instrument.citation(), excerpts.get(lang))
    });
    section(gaps::unstored(), unstored.collect());
    let sought = &not_gathered.sought;
    let heading = if sought.is_empty() { gaps::nothing_sought() } else { gaps::not_gathered(sought) };
    section(heading, not_gathered.provisions.iter().map(not_gathered_line).collect());
    text
}

fn not_gathered_line(row: &NotGatheredRow) -> String {
    let NotGatheredRow { instrument, citation: _, at, words, parts } = row;
    let parts: Vec<String> = parts.iter().map(|part| format!("\n      {part}")).collect();
    format!("{instrument}  {at}: {words}{}", parts.concat())
}

#[derive(Serialize)]
struct GapReport<'c> {
    as_of: String,
    excerpts: Vec<Count>,
    unsure: Vec<UnsureRow<'c>>,
    unknown: Vec<GapRow<'c>>,
    stale: Vec<StaleRow<'c>>,
    unselected: Vec<UnselectedRow<'c>>,
    unstored: Vec<UnstoredRow<'c>>,
    /// The words that were looked for in the originals.
    sought: Vec<String>,
    not_gathered: Vec<NotGatheredRow>,
}

#[derive(Serialize)]
struct UnstoredRow<'c> {
    id: &'c str,
    citation: String,
    excerpts: usize,
}

#[derive(Serialize)]
struct Count {
    confidence: &'static str,
    wording: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct UnsureRow<'c> {
    id: &'c str,
    citation: String,
    confidence: &'static str,
    /// `null` where the whole record is meant.
    relation: Option<String>,
}

#[derive(Serialize)]
struct GapRow<'c> {
    id: &'c str,
    key: &'static str,
    reason: &'c str,
    earliest: Option<String>,
    latest: Option<String>,
}

#[derive(Serialize)]
struct StaleRow<'c> {
    id: &'c str,
    checked_on: String,
    years: i16,
}

/// Records that no edition prints on its own day.
#[derive(Serialize)]
struct UnselectedRow<'c> {
    /// `excerpt`, `guidance`
    kind: &'static str,
    id: &'c str,
    /// The citation of an excerpt.
    title: String,
    /// Of an excerpt: why each edition leaves it out.
    reasons: Vec<ReasonRow<'c>>,
}

#[derive(Serialize)]
struct ReasonRow<'c> {
    edition: &'c str,
    /// In the language of messages.
    reason: String,
}

fn unselected_row<'c>(corpus: &Corpus, record: &Unselected<'c>, lang: Lang) -> UnselectedRow<'c> {
    match record {
        Unselected::Excerpt(excerpt, reasons) => {
            let reasons = reasons
                .iter()
                .map(|it| ReasonRow { edition: it.edition.id.as_str(), reason: it.said().get(lang).to_owned() });
            let title = citation(corpus, excerpt);
            UnselectedRow { kind: "excerpt", id: excerpt.id.as_str(), title, reasons: reasons.collect() }
        }
        Unselected::Guidance(guidance) => UnselectedRow {
            kind: "guidance",
            id: guidance.id.as_str(),
            title: guidance.title.clone(),
            reasons: Vec::new(),
        },
    }
}

fn json(
    corpus: &Corpus,
    gaps: &Gaps<'_>,
    unselected: &[Unselected<'_>],
    not_gathered: NotGathered,
    lang: Lang,
) -> Result<String, Failure> {
    let count = |(confidence, wording, count): &(crate::model::instrument::Confidence, Wording, usize)| Count {
        confidence: confidence.key(),
        wording: wording.key(),
        count: *count,
    };
    let unsure = |it: &Unsure<'_>| (name(corpus, it.record), it.relation.map(|it| relation(corpus, it)));
    let report = GapReport {
        as_of: gaps.on.to_string(),
        excerpts: gaps.excerpts.iter().map(count).collect(),
        unsure: gaps
            .unsure
            .iter()
            .map(|it| {
                let (citation, relation) = unsure(it);
                UnsureRow { id: it.record.id(), citation, confidence: it.confidence.key(), relation }
            })
            .collect(),
        unknown: gaps
            .unknown
            .iter()
            .map(|it| GapRow {
                id: it.record.id(),
                key: it.key,
                reason: it.reason,
                earliest: it.earliest.map(|date| date.to_string()),
                latest: it.latest.map(|date| date.to_string()),
            })
            .collect(),
        stale: gaps
            .stale
            .iter()
            .map(|it| StaleRow { id: it.record.id(), checked_on: it.checked_on.to_string(), years: it.years })
            .collect(),
        unselected: unselected.iter().map(|it| unselected_row(corpus, it, lang)).collect(),
        unstored: gaps.unstored.iter().map(unstored_row).collect(),
        sought: not_gathered.sought,
        not_gathered: not_gathered.provisions,
    };
    super::list::json(&report)
}

fn unstored_row<'c>(unstored: &Unstored<'c>) -> UnstoredRow<'c> {
    let Unstored { instrument, excerpts } = *unstored;
    UnstoredRow { id: instrument.id.as_str(), citation: instrument.citation(), excerpts }
}
