//! The styles: those that Word knows by name, so that its contents and its screen readers find the headings, and some of the
//! booklet's own.

use crate::xml_package::HEAD;

/// A style of paragraphs.
struct ParagraphStyle {
    id: &'static str,
    /// By which Word knows it; for those that it knows, its own.
    name: &'static str,
    /// The size of its letters against that of the text, in per cent.
    size: u32,
    /// The properties of its runs: `<w:b/>`.
    run: &'static str,
    /// Its paragraph properties, in the order of the schema.
    paragraph: &'static str,
}

const fn style(
    id: &'static str,
    name: &'static str,
    size: u32,
    run: &'static str,
    paragraph: &'static str,
) -> ParagraphStyle {
    ParagraphStyle { id, name, size, run, paragraph }
}

const CENTRE: &str = "<w:spacing w:before=\"120\" w:after=\"120\"/><w:jc w:val=\"center\"/>";

const STYLES: [ParagraphStyle; 22] = [
    style("Title", "Title", 230, "<w:b/>", "<w:spacing w:before=\"1800\" w:after=\"360\"/><w:jc w:val=\"center\"/>"),
    style("Subtitle", "Subtitle", 120, "", CENTRE),
    style("Cover", "Booklet Cover", 110, "", CENTRE),
    style(
        "Heading1",
        "heading 1",
        160,
        "<w:b/>",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"180\"/><w:outlineLvl w:val=\"0\"/>",
    ),
    style(
        "Heading2",
        "heading 2",
        135,
        "<w:b/>",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\"1\"/>",
    ),
    style(
        "Heading3",
        "heading 3",
        112,
        "<w:b/>",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"300\" w:after=\"60\"/><w:outlineLvl w:val=\"2\"/>",
    ),
    style(
        "Heading4",
        "heading 4",
        104,
        "<w:b/>",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"180\" w:after=\"60\"/><w:outlineLvl w:val=\"3\"/>",
    ),
    style(
        "Heading5",
        "heading 5",
        100,
        "<w:b/><w:i/>",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"60\"/><w:outlineLvl w:val=\"4\"/>",
    ),
    style(
        "Heading6",
        "heading 6",
        100,
        "<w:i/>",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"60\"/><w:outlineLvl w:val=\"5\"/>",
    ),
    style(
        "Quote",
        "Quote",
        100,
        "",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"6\" w:space=\"8\" w:color=\"808080\"/></w:pBdr><w:ind w:left=\"454\"/>",
    ),
    style("Citation", "Booklet Citation", 90, "", "<w:keepNext/><w:spacing w:after=\"100\"/><w:jc w:val=\"left\"/>"),
    style(
        "Duty",
        "Booklet Duty",
        100,
        "",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"1D4477\"/></w:pBdr><w:ind w:left=\"227\"/><w:jc w:val=\"left\"/>",
    ),
    style(
        "Source",
        "Booklet Source",
        82,
        "<w:color w:val=\"404040\"/>",
        "<w:spacing w:before=\"60\" w:after=\"120\"/><w:jc w:val=\"left\"/>",
    ),
    style("Small", "Booklet Small", 88, "", "<w:spacing w:after=\"80\"/><w:jc w:val=\"left\"/>"),
    style(
        "TableText",
        "Booklet Table",
        88,
        "",
        "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"left\"/>",
    ),
    style(
        "TableSmall",
        "Booklet Table Small",
        80,
        "",
        "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"left\"/>",
    ),
    style(
        "TableGap",
        "Booklet Table Gap",
        50,
        "",
        "<w:spacing w:before=\"0\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
    ),
    style(
        "Picture",
        "Booklet Picture",
        100,
        "",
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
    ),
    style("Caption", "caption", 88, "<w:i/>", "<w:spacing w:after=\"160\"/><w:jc w:val=\"center\"/>"),
    style("FootnoteText", "footnote text", 82, "", "<w:spacing w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>"),
    style("Header", "header", 82, "", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>"),
    style("Footer", "footer", 88, "", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>"),
];

/// Returns the part of the styles. `size` of the running text is in points; pages of the contents are at the right end of it.
pub(super) fn styles(size: f64, text_width: u32) -> String {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size of letters")]
    let half_points = (size.clamp(8.0, 20.0) * 2.0).round() as u32;
    let paragraphs: String = STYLES.iter().map(|style| paragraph_style(style, half_points)).collect();
    format!(
        "{HEAD}<w:styles xmlns:w=\"{space}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>\
         <w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>\
         <w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>\
         {TABLE}{paragraphs}{}{}{CHARACTERS}</w:styles>",
        contents_style(1, half_points, text_width),
        contents_style(2, half_points, text_width)
    )
}

/// The page is at the right, after dots.
fn contents_style(level: u8, half_points: u32, text_width: u32) -> String {
    let (bold, before, left) = if level == 1 { ("<w:b/>", 120, 0) } else { ("", 0, 284) };
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"TOC{level}\"><w:name w:val=\"toc {level}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{text_width}\"/></w:tabs>\
         <w:spacing w:before=\"{before}\" w:after=\"40\"/><w:ind w:left=\"{left}\"/><w:jc w:val=\"left\"/></w:pPr>\
         <w:rPr>{bold}<w:sz w:val=\"{half_points}\"/></w:rPr></w:style>"
    )
}

fn paragraph_style(style: &ParagraphStyle, text: u32) -> String {
    let ParagraphStyle { id, name, size, run, paragraph } = style;
    let half_points = (text * size + 50) / 100;
    let custom = if name.starts_with("Booklet") { " w:customStyle=\"1\"" } else { "" };
    // Word lists colour before size.
    let (before, after) = (run, format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>"));
    format!(
        "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr>{paragraph}</w:pPr><w:rPr>{before}{after}</w:rPr></w:style>"
    )
}

const CHARACTERS: &str = "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
                          <w:rPr><w:color w:val=\"1D4477\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
                          <w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/>\
                          <w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>";

const TABLE: &str = "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
                     <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/>\
                     <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
                     <w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"Booklet\"><w:name w:val=\"Booklet Grid\"/><w:basedOn w:val=\"TableNormal\"/>\
                     <w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1D4477\"/>\
                     <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A0A8B0\"/>\
                     <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A0A8B0\"/></w:tblBorders></w:tblPr>\
                     <w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>\
                     <w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1D4477\"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>";
