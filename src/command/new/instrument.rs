//! `camnang new instrument`: type and id follow from the number where it shows them. Both stay for ever (the id is an
//! address), so the program asks for what the number leaves open and never guesses it.

use std::path::Path;

use super::super::Failure;
use super::scaffold::{ScaffoldEntry, open, settled};
use super::{ids, scaffold};
use crate::diag::Lang;
use crate::diag::advice::{choose, nearest};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::draft::{PLACEHOLDER, PLACEHOLDER_REASON};
use crate::model::ids::InstrumentId;
use crate::model::number::{DocNumber, Form, InstrumentType, TypeByNumber};
use crate::syntax::citation::parse_number;
use crate::syntax::record::{RecordKind, suggest_id};

/// What the command line says of the instrument.
pub struct Asked<'a> {
    pub number: &'a str,
    /// The name of its type.
    pub kind: Option<&'a str>,
    pub issued: Option<Date>,
    pub id: Option<&'a str>,
}

/// Returns the path of the draft in the corpus, and its text.
///
/// # Errors
/// The number is none, or has a record; or the type or the id does not follow from what is said.
pub fn draft(corpus: &Corpus, root: &Path, asked: &Asked<'_>, lang: Lang) -> Result<(String, String), Failure> {
    let number = number(asked.number)?;
    // A number with a year names one document; one without recurs, and only its date shows which.
    if let Some(known) = corpus.numbered(&number.key()).first().filter(|_| number.identifies()) {
        let record = root.join(format!("instruments/{known}.yaml"));
        let record = record.display();
        return Err(Failure::new(
            format!("`{number}` đã có hồ sơ: {record}; mở tệp đó để sửa"),
            format!("`{number}` has a record already: {record}; open it to edit"),
        ));
    }
    let kind = kind(&number, asked.kind)?;
    let id = match asked.id {
        Some(id) => id.to_owned(),
        None => free(corpus, &number, id_of(&number, kind, asked.issued)?),
    };
    let id: InstrumentId = ids::read(&id)?;
    Ok((format!("instruments/{id}.yaml"), text(&id, &number, kind, asked.issued, lang)))
}

fn number(text: &str) -> Result<DocNumber, Failure> {
    let parsed = parse_number(text).map_err(|_| {
        Failure::new(
            format!("`{text}` không phải số, ký hiệu văn bản; viết như 72/2013/NĐ-CP"),
            format!("`{text}` is no document number; write for example 72/2013/NĐ-CP"),
        )
    })?;
    Ok(parsed.value)
}

/// The type: as the number shows it, or as the editor says where it leaves it open.
fn kind(number: &DocNumber, said: Option<&str>) -> Result<InstrumentType, Failure> {
    let all: Vec<InstrumentType> = InstrumentType::all().collect();
    let (possible, certain) = match number.type_by_number() {
        TypeByNumber::Certain(kind) => (vec![kind], Some(kind)),
        TypeByNumber::OneOf(types) => (types.to_vec(), None),
        TypeByNumber::Open => (all, None),
    };
    let names: Vec<&str> = possible.iter().map(|kind| kind.name()).collect();
    match (said, certain) {
        (None, Some(kind)) => Ok(kind),
        (None, None) => Err(ask(number, &names)),
        (Some(said), _) => {
            let found = InstrumentType::from_name(said).filter(|kind| possible.contains(kind));
            found.ok_or_else(|| not_of(number, said, &names))
        }
    }
}

fn ask(number: &DocNumber, names: &[&str]) -> Failure {
    let list = names.join(", ");
    let example = names.first().copied().unwrap_or_default();
    Failure::new(
        format!(
            "số `{number}` không cho biết loại văn bản; ghi thêm --type, ví dụ --type \"{example}\". Chọn một trong: {list}"
        ),
        format!(
            "the number `{number}` leaves the type open; add --type, for example --type \"{example}\". Choose one of: {list}"
        ),
    )
}

fn not_of(number: &DocNumber, said: &str, names: &[&str]) -> Failure {
    let choice = choose(nearest(said, names.iter().copied()), names);
    Failure::new(
        format!("văn bản số `{number}` không thể là «{said}»; {}", choice.vi),
        format!("an instrument numbered `{number}` cannot be «{said}»; {}", choice.en),
    )
}

/// `nd-72-2013`, `luat-91-2025`, `qd-433-2011`, `qcvn-89-2015`: type, serial and year, as the corpus names its instruments.
fn id_of(number: &DocNumber, kind: InstrumentType, issued: Option<Date>) -> Result<String, Failure> {
    if let Form::Standard { series, code, year, issuer: _ } = number.form() {
        let year = year.map(|year| format!("-{year}")).unwrap_or_default();
        return Ok(suggest_id(&format!("{}-{code}{year}", series.code())));
    }
    let serial = number.serial().map(|serial| serial.to_string()).unwrap_or_default();
    if kind == InstrumentType::Rfc {
        return Ok(suggest_id(&number.to_string()));
    }
    let year = number.year().map(i32::from).or(issued.map(|date| i32::from(date.year())));
    let year = year.ok_or_else(|| {
        let prefix = prefix(kind);
        Failure::new(
            format!("số `{number}` không có năm, mà id phải có năm (như {prefix}-{serial}-2011); ghi thêm ngày ban hành --issued NĂM-THÁNG-NGÀY, hoặc --id"),
            format!("the number `{number}` has no year, and an id must have one (such as {prefix}-{serial}-2011); add the date of issue --issued YEAR-MONTH-DAY, or --id"),
        )
    })?;
    Ok(format!("{}-{serial}-{year}", prefix(kind)))
}

/// The id, with the issuer where another instrument has it: several ministries number alike.
fn free(corpus: &Corpus, number: &DocNumber, id: String) -> String {
    let is_taken = id.parse().is_ok_and(|id: InstrumentId| corpus.instrument(&id).is_some());
    match number.symbol().and_then(|symbol| symbol.parts().last()).filter(|_| is_taken) {
        Some(issuer) => format!("{id}-{}", suggest_id(issuer)),
        None => id,
    }
}

/// How ids of this type begin.
fn prefix(kind: InstrumentType) -> &'static str {
    match kind {
        InstrumentType::Constitution => "hien-phap",
        InstrumentType::Code => "bo-luat",
        InstrumentType::Law => "luat",
        InstrumentType::Ordinance => "phap-lenh",
        InstrumentType::Order => "lenh",
        InstrumentType::DecreeLaw => "sac-lenh",
        InstrumentType::Resolution => "nq",
        InstrumentType::JointResolution => "nqlt",
        InstrumentType::Decree => "nd",
        InstrumentType::Decision => "qd",
        InstrumentType::Directive => "ct",
        InstrumentType::JointCircular => "ttlt",
        InstrumentType::Circular => "tt",
        InstrumentType::ConsolidatedText => "vbhn",
        InstrumentType::OfficialLetter => "cv",
        InstrumentType::TechnicalRegulation => "qcvn",
        InstrumentType::Standard => "tcvn",
        InstrumentType::Rfc => "rfc",
        InstrumentType::Programme => "ctr",
        InstrumentType::Plan => "kh",
        InstrumentType::Guidance => "hd",
        InstrumentType::Notice => "tb",
        InstrumentType::Report => "bc",
        InstrumentType::Submission => "ttr",
        InstrumentType::Conclusion => "kl",
        InstrumentType::Treaty => "dieu-uoc",
        InstrumentType::BlankForm => "mau",
    }
}

fn text(id: &InstrumentId, number: &DocNumber, kind: InstrumentType, issued: Option<Date>, lang: Lang) -> String {
    let unknown = || format!("{{unknown: {PLACEHOLDER_REASON}}}");
    let days = ["in-force-from", "in-force-until"].map(|key| open(key, unknown()));
    let days = days.into_iter().filter(|_| kind.has_validity());
    let entries = [
        settled("id", id.to_string()),
        settled("number", number.to_string()),
        settled("type", kind.name()),
        open("title", PLACEHOLDER),
        open("issuer", PLACEHOLDER),
        open("signer", unknown()),
        open("issued", issued.map_or_else(unknown, |date| date.to_string())),
        open("confidence", "unverified"),
        scaffold::unchecked(),
        open("sources", format!("\n  - {PLACEHOLDER}")),
    ];
    let entries: Vec<ScaffoldEntry<'_>> = entries.into_iter().chain(days).collect();
    scaffold::record(RecordKind::Instrument, &entries, lang)
}
