//! The identity of a document, its maker, and its life. An unknown fact is left out: no day is put in its place.

use crate::view::{InstrumentPageView, InstrumentView, View};
use crate::xml_package::escape;

/// The vocabulary of what the standard has no word for.
const OWN: &str = "urn:camnang:akn";

/// A work in the four forms that the standard names it by.
struct Work<'w> {
    /// `/akn/vn/act/nd-1-2030`
    address: String,
    /// A day of the work, and what day it is.
    day: (&'w str, &'w str),
    /// The day of the edition: of what it says of the work.
    as_of: &'w str,
    number: Option<&'w str>,
}

impl Work<'_> {
    fn identification(&self) -> String {
        let Work { address, day: (day, name), as_of, number } = self;
        let number = number.map(|number| format!("<FRBRnumber value=\"{}\"/>", escape(number))).unwrap_or_default();
        let expression = format!("{address}/vie@{as_of}");
        let author = "<FRBRauthor href=\"#editors\"/>";
        let names = |level: &str, this: &str, uri: &str, day: &str, name: &str, more: &str| {
            format!(
                "<{level}><FRBRthis value=\"{this}\"/><FRBRuri value=\"{uri}\"/><FRBRdate date=\"{day}\" name=\"{name}\"/>{author}{more}</{level}>"
            )
        };
        let work = names(
            "FRBRWork",
            &format!("{address}/!main"),
            address,
            day,
            name,
            &format!("<FRBRcountry value=\"vn\"/>{number}"),
        );
        let language = "<FRBRlanguage language=\"vie\"/>";
        let of_expression =
            names("FRBRExpression", &format!("{expression}/!main"), &expression, as_of, "as-of", language);
        let file = format!("{expression}.akn");
        let manifestation = names("FRBRManifestation", &format!("{expression}/!main.xml"), &file, as_of, "as-of", "");
        format!("<identification source=\"#editors\">{work}{of_expression}{manifestation}</identification>")
    }
}

pub(super) fn of_edition(view: &View) -> String {
    let edition = &view.edition;
    let day = edition.as_of.iso.as_str();
    let address = format!("/akn/vn/doc/camnang/{}", edition.id);
    let work = Work { address, day: (day, "as-of"), as_of: day, number: None };
    let issuer = escape(&edition.issuer.name);
    format!(
        "<meta>{}<references source=\"#editors\">\
         <TLCOrganization eId=\"editors\" href=\"/ontology/organization/vn/editors\" showAs=\"{issuer}\"/>\
         <TLCConcept eId=\"in-force\" href=\"/ontology/concept/in-force\" showAs=\"in force\"/></references></meta>",
        work.identification()
    )
}

/// Where the day of issue is not known, the only day is that on which the edition speaks of the work.
pub(super) fn of_instrument(view: &View, row: &InstrumentView, page: &InstrumentPageView) -> String {
    let (as_of, facts) = (view.edition.as_of.iso.as_str(), &page.facts);
    let day = facts.issued.as_deref().map_or((as_of, "recorded"), |day| (day, "issued"));
    let work = Work { address: format!("/akn/vn/act/{}", row.id), day, as_of, number: facts.number.as_deref() };
    let (life, reference) = (life(row, page), original(row));
    let state = escape(&format!("{} {}", row.status.sign, row.status.text));
    let (key, sure) = (escape(&row.status.key), escape(&row.confidence.key));
    format!(
        "<meta>{}{life}<references source=\"#editors\">{reference}</references><proprietary source=\"#editors\">\
         <c:state xmlns:c=\"{OWN}\" key=\"{key}\" confidence=\"{sure}\">{state}</c:state></proprietary></meta>",
        work.identification()
    )
}

fn original(row: &InstrumentView) -> String {
    let name = escape(&row.citation);
    format!("<original eId=\"{}__work\" href=\"/akn/vn/act/{}\" showAs=\"{name}\"/>", row.id, row.id)
}

/// Its known days, and the time between them in which it is in force.
fn life(row: &InstrumentView, page: &InstrumentPageView) -> String {
    let (id, facts) = (&row.id, &page.facts);
    let days = [
        ("issued", "generation", &facts.issued),
        ("since", "generation", &facts.term.since),
        ("until", "repeal", &facts.term.until),
    ];
    let events = days.into_iter().filter_map(|(name, kind, day)| {
        let day = day.as_ref()?;
        Some(format!("<eventRef eId=\"{id}__{name}\" date=\"{day}\" source=\"#{id}__work\" type=\"{kind}\"/>"))
    });
    let events: String = events.collect();
    if events.is_empty() {
        return events;
    }
    let end = facts.term.until.as_ref().map(|_| format!(" end=\"#{id}__until\"")).unwrap_or_default();
    let force = facts.term.since.as_ref().map(|_| {
        format!(
            "<temporalData source=\"#editors\"><temporalGroup eId=\"{id}__force\">\
             <timeInterval start=\"#{id}__since\"{end} refersTo=\"#in-force\"/></temporalGroup></temporalData>"
        )
    });
    format!("<lifecycle source=\"#editors\">{events}</lifecycle>{}", force.unwrap_or_default())
}
