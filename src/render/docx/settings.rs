//! The parts beside the text: types, relations, properties, fonts, settings, and what is above and below each page.

use std::collections::BTreeMap;

use super::SPACES;
use super::pictures::Pictures;
use crate::view::View;
use crate::xml_package::{self, HEAD, PackageRelation, content_types, escape};

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts of Word, and their types.
const PARTS: [(&str, &str); 7] = [
    ("document", "document.main"),
    ("styles", "styles"),
    ("settings", "settings"),
    ("fontTable", "fontTable"),
    ("footnotes", "footnotes"),
    ("header1", "header"),
    ("footer1", "footer"),
];

pub(super) fn types() -> String {
    let of_word = PARTS.map(|(name, kind)| (format!("word/{name}.xml"), format!("{WORD}.{kind}+xml")));
    let properties = [
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
    ];
    let properties = properties.map(|(path, kind)| (path.to_owned(), kind.to_owned()));
    let all: Vec<(String, String)> = of_word.into_iter().chain(properties).collect();
    let pictures = [("png", "image/png"), ("jpg", "image/jpeg")];
    content_types(pictures, all.iter().map(|(path, kind)| (path.as_str(), kind.as_str())))
}

pub(super) fn root_relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    xml_package::relations(&[
        PackageRelation::office("rId1", "officeDocument", "word/document.xml"),
        PackageRelation { kind: core.to_owned(), ..PackageRelation::office("rId2", "", "docProps/core.xml") },
        PackageRelation::office("rId3", "custom-properties", "docProps/custom.xml"),
    ])
}

/// How the document is related to other parts, and where it leads.
pub(super) fn relations(pictures: &Pictures<'_>, links: &BTreeMap<String, String>) -> String {
    let own = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
        ("rIdNotes", "footnotes", "footnotes.xml"),
        ("rIdHead", "header", "header1.xml"),
        ("rIdFoot", "footer", "footer1.xml"),
    ];
    let own = own.map(|(id, kind, target)| PackageRelation::office(id, kind, target));
    let all: Vec<PackageRelation> = own.into_iter().chain(pictures.relations()).chain(addresses(links)).collect();
    xml_package::relations(&all)
}

/// The addresses that a part leads to.
pub(super) fn addresses(links: &BTreeMap<String, String>) -> Vec<PackageRelation> {
    let relation = |(address, id): (&String, &String)| PackageRelation {
        is_external: true,
        ..PackageRelation::office(id.as_str(), "hyperlink", address.as_str())
    };
    links.iter().map(relation).collect()
}

/// The day is that of the edition: the same text gives the same file.
pub(super) fn properties(view: &View) -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let edition = &view.edition;
    let said = [&edition.title, &edition.issuer.name, &edition.description].map(|text| escape(text));
    let [title, issuer, description] = said;
    let keywords = escape(&edition.keywords.join(", "));
    let (language, day) = (escape(&view.language), &edition.as_of.iso);
    let day_of = |name: &str| format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:{name}>");
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{core}\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:creator>{issuer}</dc:creator><cp:keywords>{keywords}</cp:keywords>\
         <dc:description>{description}</dc:description><dc:language>{language}</dc:language>{}{}</cp:coreProperties>",
        day_of("created"),
        day_of("modified")
    )
}

/// Of which edition of which corpus it is, by which a copy that comes back is known.
pub(super) fn own_properties(view: &View) -> String {
    let space = "http://schemas.openxmlformats.org/officeDocument/2006";
    let said = [("camnang-edition", &view.edition.id), ("camnang-corpus", &view.edition.corpus_hash)];
    let property = |((name, value), number): ((&str, &String), usize)| {
        let id = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
        let value = escape(value);
        format!("<property fmtid=\"{id}\" pid=\"{number}\" name=\"{name}\"><vt:lpwstr>{value}</vt:lpwstr></property>")
    };
    let all: String = said.into_iter().zip(2..).map(property).collect();
    format!(
        "{HEAD}<Properties xmlns=\"{space}/custom-properties\" xmlns:vt=\"{space}/docPropsVTypes\">{all}</Properties>"
    )
}

pub(super) fn settings() -> String {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    format!(
        "{HEAD}<w:settings xmlns:w=\"{space}\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"454\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"vi-VN\"/></w:settings>"
    )
}

/// Fonts that every office has; none is in the file.
pub(super) fn fonts() -> String {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let font = |name: &str, family: &str, pitch: &str| {
        format!("<w:font w:name=\"{name}\"><w:family w:val=\"{family}\"/><w:pitch w:val=\"{pitch}\"/></w:font>")
    };
    let fonts = [font("Times New Roman", "roman", "variable"), font("Courier New", "modern", "fixed")];
    format!("{HEAD}<w:fonts xmlns:w=\"{space}\">{}</w:fonts>", fonts.concat())
}

/// The name of the edition.
pub(super) fn head(view: &View) -> String {
    let title = escape(&view.edition.title);
    format!(
        "{HEAD}<w:hdr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>\
         <w:r><w:t xml:space=\"preserve\">{title}</w:t></w:r></w:p></w:hdr>"
    )
}

/// The page.
pub(super) fn foot() -> String {
    format!(
        "{HEAD}<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\
         <w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:ftr>"
    )
}
