//! The instruments and provisions of an edition as law XML: Akoma Ntoso 3.0 (OASIS LegalDocML). The edition is a collection of
//! which each instrument is a component, with its life as far as it is known and those of its provisions that the edition has.
//! A summary is marked as one (`status="editorial"`, and a remark in its text): none of it is the text of a law.

mod content;
mod meta;

use std::collections::BTreeMap;

use super::RenderError;
use super::flow::OutputExtent;
use crate::view::{ExcerptView, InstrumentPageView, InstrumentView, View};
use crate::xml_package::escape;
use content::ContentXml;

/// As the site has them.
pub const EXTENT: OutputExtent = OutputExtent::Web;
const SPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/// The wording of a quotation, letter by letter.
const VERBATIM: &str = "verbatim";

/// Returns the file.
///
/// # Errors
/// None.
pub fn akn(view: &View) -> Result<Vec<u8>, RenderError> {
    let view = &*view.on_web();
    let mut own: BTreeMap<&str, Vec<&ExcerptView>> = BTreeMap::new();
    for excerpt in view.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.excerpts) {
        own.entry(&excerpt.instrument_id).or_default().push(excerpt);
    }
    let collection = Collection { view, rows: view.instruments.iter().map(|it| (&*it.anchor, &*it.id)).collect() };
    let pairs = view.instruments.iter().zip(&view.web.instruments);
    let components: String = pairs
        .map(|(row, page)| collection.component(row, page, own.get(&*row.id).map_or(&[], Vec::as_slice)))
        .collect();
    let (meta, title) = (meta::of_edition(view), escape(&view.edition.title));
    let day = escape(&view.edition.as_of_line);
    Ok(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"{SPACE}\"><documentCollection name=\"camnang\" \
         contains=\"originalVersion\">{meta}<preface><p><docTitle>{title}</docTitle></p><p>{day}</p></preface>\n\
         <collectionBody>{components}</collectionBody></documentCollection></akomaNtoso>\n"
    )
    .into_bytes())
}

/// The edition, and the ids of instruments by the anchors of their rows.
struct Collection<'v> {
    view: &'v View,
    rows: BTreeMap<&'v str, &'v str>,
}

impl Collection<'_> {
    fn component(&self, row: &InstrumentView, page: &InstrumentPageView, excerpts: &[&ExcerptView]) -> String {
        let meta = meta::of_instrument(self.view, row, page);
        let (kind, citation) = (escape(&page.kind), escape(&row.citation));
        let number = page.facts.number.as_ref().map(|number| format!("<docNumber>{}</docNumber> ", escape(number)));
        let title = row.title.as_ref().unwrap_or(&row.citation);
        let provisions: String = excerpts.iter().map(|one| self.provision(one)).collect();
        let none =
            || format!("<hcontainer name=\"none\" eId=\"{}__none\"><content><p/></content></hcontainer>", row.id);
        let body = if provisions.is_empty() { none() } else { provisions };
        format!(
            "<component eId=\"{}__component\"><act name=\"{}\" contains=\"singleVersion\">{meta}<preface><p><docType>{kind}</docType> {}\
             <docTitle>{}</docTitle></p><p class=\"citation\">{citation}</p></preface><body>{body}</body></act></component>\n",
            row.id,
            row.id,
            number.unwrap_or_default(),
            escape(title)
        )
    }

    /// A provision: quoted, or summarised and marked so.
    fn provision(&self, one: &ExcerptView) -> String {
        let is_quoted = one.wording.key == VERBATIM;
        let (status, class) = if is_quoted { ("verbatim", "verbatim") } else { ("editorial", "summary") };
        let mut content = ContentXml::new(&one.id, &self.rows);
        content.remark(&format!("{} · {}", one.wording.name, one.checked));
        content.body(&one.body);
        one.obligations.iter().for_each(|duty| content.duty(duty));
        let state = format!("{} {}", one.status.sign, one.status.text);
        content
            .remark(&one.status.detail.as_ref().map_or_else(|| state.clone(), |detail| format!("{state} · {detail}")));
        content.remark(&one.source_line);
        let heading = one.title.as_ref().map(|title| format!("<heading>{}</heading>", escape(title)));
        format!(
            "\n<hcontainer name=\"provision\" eId=\"{}\" status=\"{status}\" class=\"{class}\"><num>{}</num>{}<content eId=\"{}__content\">{}</content></hcontainer>",
            one.id,
            escape(&one.locator),
            heading.unwrap_or_default(),
            one.id,
            content.written()
        )
    }
}
