//! The annexes: a file for each kind, with how it is shown and the data of its template, `<key>-content.html`. The site has
//! them on pages, the booklet in one file one after the other.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Value};

use super::super::{RenderError, Site, template_fault};
use super::guidance::AnnexLink;
use super::{Builder, PageKind, Pages, titled};
use crate::view::annexes::annex_kinds;
use crate::view::{AnnexKind, AnnexView, DutyGroup, View};

/// How the annexes of one kind are shown.
pub(in super::super) struct AnnexShown {
    pub(in super::super) page: AnnexAddress,
    /// What its page is called, where that is not its own name.
    title: Option<for<'v> fn(&'v View) -> &'v str>,
    /// What the style sheet knows its page by.
    class: &'static str,
    pub(super) single: Single,
    /// The addresses within it, beside the annex's own.
    pub(in super::super) anchors: for<'v> fn(&'v View) -> Vec<&'v str>,
}

/// The page of an annex.
#[derive(Clone, Copy)]
pub(in super::super) enum AnnexAddress {
    /// Whatever the annex is called.
    Fixed(&'static str),
    /// The same, and every edition has the page, with an annex of the kind or without.
    Always(&'static str),
    /// By the anchor of the annex: there may be several of the kind.
    Own,
}

/// How an annex is shown in the booklet in one file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Single {
    /// As wide as running text.
    Narrow,
    Wide,
    /// Not in it: annexes to tick, to fill in or to look up by page are for the paper and the site.
    LeftOut,
}

macro_rules! kinds {
    (
        { $($(#[$general_doc:meta])* $general:ident $general_file:ident $general_key:literal $general_names:tt $general_help:tt;)* }
        { $($(#[$doc:meta])* $kind:ident $file:ident $key:literal $names:tt $help:tt $content:ident;)* }
    ) => {
        $(mod $general_file;)*
        $(mod $file;)*

        /// Returns how annexes of a kind are shown.
        pub(in super::super) fn shown(kind: AnnexKind) -> &'static AnnexShown {
            match kind {
                $(AnnexKind::$general => &$general_file::SHOWN,)*
                $(AnnexKind::$kind => &$file::SHOWN,)*
            }
        }

        impl Builder<'_> {
            /// Returns what these annexes of one kind show, as HTML; `title` is that of the first.
            pub(super) fn annex_content(
                &self,
                kind: AnnexKind,
                title: &str,
                annexes: &[&AnnexView],
            ) -> Result<Value, RenderError> {
                let heads = annexes.iter().map(|annex| self.annex_head(annex)).collect::<Result<Vec<AnnexLink>, _>>()?;
                let contents = &self.site.view.contents;
                let fill = Fill { on: self, title, kind };
                match kind {
                    $(AnnexKind::$general => {
                        let data = $general_file::data(self, heads, annexes.first().copied())?;
                        fill.template(concat!($general_key, "-content.html"), data)
                    })*
                    $(AnnexKind::$kind => match &contents.$file {
                        Some(content) => {
                            fill.template(concat!($key, "-content.html"), $file::data(self, heads, content)?)
                        }
                        None => Ok(Value::safe_string("")),
                    })*
                }
            }
        }
    };
}

annex_kinds!(kinds);

/// The page of an annex, or of all annexes of a kind.
struct AnnexPage<'a> {
    kind: AnnexKind,
    address: String,
    annexes: Vec<&'a AnnexView>,
}

pub(super) fn pages<'a>(site: &Site<'a>) -> Pages<'a> {
    AnnexKind::ALL.into_iter().flat_map(|kind| pages_of(site.view, kind)).map(|page| Box::new(page) as _).collect()
}

fn pages_of(view: &View, kind: AnnexKind) -> Vec<AnnexPage<'_>> {
    let annexes = view.annexes.iter().filter(|annex| annex.kind == kind);
    match (shown(kind).page, page_of(view, kind)) {
        (AnnexAddress::Own, _) => {
            annexes.map(|annex| AnnexPage { kind, address: own_page(annex), annexes: vec![annex] }).collect()
        }
        (_, Some(page)) => vec![AnnexPage { kind, address: page.to_owned(), annexes: annexes.collect() }],
        (_, None) => Vec::new(),
    }
}

/// Returns the page of all annexes of a kind, where the edition has it.
pub(super) fn page_of(view: &View, kind: AnnexKind) -> Option<&'static str> {
    match shown(kind).page {
        AnnexAddress::Always(page) => Some(page),
        AnnexAddress::Fixed(page) => view.annexes.iter().any(|annex| annex.kind == kind).then_some(page),
        AnnexAddress::Own => None,
    }
}

fn own_page(annex: &AnnexView) -> String {
    format!("{}.html", annex.anchor)
}

/// Returns the page that has an annex.
pub(in super::super) fn page(annex: &AnnexView) -> String {
    match shown(annex.kind).page {
        AnnexAddress::Fixed(page) | AnnexAddress::Always(page) => page.to_owned(),
        AnnexAddress::Own => own_page(annex),
    }
}

/// Returns the names of the pages that no chapter may take.
pub(in super::super) fn fixed_pages() -> impl Iterator<Item = &'static str> {
    AnnexKind::ALL.into_iter().filter_map(|kind| match shown(kind).page {
        AnnexAddress::Fixed(page) | AnnexAddress::Always(page) => Some(page),
        AnnexAddress::Own => None,
    })
}

#[derive(Serialize)]
struct AnnexData {
    class: &'static str,
    /// Whether it is filled in on the page.
    form: bool,
    /// HTML.
    content: Value,
}

impl PageKind for AnnexPage<'_> {
    const TEMPLATE: &'static str = "annex.html";

    fn path(&self) -> String {
        self.address.clone()
    }

    fn title<'v>(&'v self, site: &Site<'v>) -> Cow<'v, str> {
        match (shown(self.kind).title, self.annexes.first()) {
            (Some(title), _) => Cow::Borrowed(title(site.view)),
            (None, Some(annex)) => Cow::Owned(titled(&annex.name, &annex.title)),
            (None, None) => Cow::default(),
        }
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        let content = on.annex_content(self.kind, &self.title(on.site), &self.annexes)?;
        let form = matches!(self.kind, AnnexKind::ReportForm | AnnexKind::Checklists);
        Ok(AnnexData { class: shown(self.kind).class, form, content })
    }
}

/// Fills the template of a kind.
struct Fill<'f, 'a> {
    on: &'f Builder<'a>,
    title: &'f str,
    kind: AnnexKind,
}

/// What the template of a kind sees.
#[derive(Serialize)]
struct ContentFrame<'a, T> {
    root: &'a str,
    here: &'a str,
    title: &'a str,
    kind: AnnexKind,
    depth: u8,
    page: T,
}

impl Fill<'_, '_> {
    fn template(&self, template: &str, page: impl Serialize) -> Result<Value, RenderError> {
        let Builder { engine, spot, depth, .. } = self.on;
        let frame =
            ContentFrame { root: spot.root, here: spot.page, title: self.title, kind: self.kind, depth: *depth, page };
        let context = Context::from_serialize(&frame).map_err(template_fault)?;
        Ok(Value::safe_string(&engine.render(template, &context).map_err(template_fault)?))
    }
}

impl Builder<'_> {
    /// The table of instruments has its place whether it is an annex or not.
    fn row_address(&self, anchor: Option<&str>) -> Option<String> {
        anchor.map(|anchor| self.site.places.row(anchor))
    }
}

fn anchors_of(groups: Option<&Vec<DutyGroup>>) -> Vec<&str> {
    groups.into_iter().flatten().map(|group| group.anchor.as_str()).collect()
}
