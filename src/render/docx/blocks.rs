//! Blocks: paragraphs, points, tables, pictures, footnotes.

use super::lines::RunPlace;
use super::{HEAD, SPACES, WordWriter, bookmark};
use crate::render::flow::{CellSide, FlowBlock, FlowCell, FlowPoint, FlowRun, FlowTable, ParagraphLook, RunLook};

/// How far points are set in, in twentieths of a point.
const INDENT: u32 = 454;
/// An empty paragraph between two tables, which would be one without it; no cell and no footnote may end with a table either.
const GAP: &str = "<w:p><w:pPr><w:pStyle w:val=\"TableGap\"/></w:pPr></w:p>";

/// The surroundings of blocks.
#[derive(Clone, Default)]
pub(super) struct BlockPlace {
    /// The first of them begins on a new page.
    begins_page: bool,
    indent: u32,
    is_quoted: bool,
    is_in_table: bool,
    /// The words before the first of them: the label of a point.
    label: Option<String>,
    side: CellSide,
    runs: RunPlace,
}

impl BlockPlace {
    /// The blocks of a piece.
    pub(super) fn piece(begins_page: bool) -> Self {
        BlockPlace { begins_page, ..BlockPlace::default() }
    }
}

impl WordWriter<'_> {
    pub(super) fn blocks(&mut self, blocks: &[FlowBlock], around: &BlockPlace) {
        if around.label.is_some() && !matches!(blocks.first(), Some(FlowBlock::Paragraph { .. })) {
            self.paragraph("Normal", &[], around, None);
        }
        for (at, block) in blocks.iter().enumerate() {
            let first = at == 0;
            let label = around.label.clone().filter(|_| first);
            self.block(block, &BlockPlace { begins_page: around.begins_page && first, label, ..around.clone() });
        }
    }

    fn block(&mut self, block: &FlowBlock, around: &BlockPlace) {
        match block {
            FlowBlock::Heading { level, anchor, runs } => {
                self.paragraph(&format!("Heading{}", (*level).clamp(1, 6)), runs, around, anchor.as_deref());
            }
            FlowBlock::Paragraph { look, runs } => self.paragraph(style(*look, around), runs, around, None),
            FlowBlock::Entry { anchor, blocks } => self.entry(anchor, blocks, around),
            FlowBlock::Points(points) => points.iter().for_each(|point| self.point(point, around)),
            FlowBlock::Quote(blocks) => {
                self.blocks(blocks, &BlockPlace { is_quoted: true, indent: around.indent + INDENT, ..around.clone() });
            }
            FlowBlock::Table(table) => self.table(table, around),
            FlowBlock::Picture { path, alt, caption } => self.picture(path, alt, caption.as_deref(), around),
        }
    }

    /// All of it is in its bookmark, so that a mark anywhere in it is known to be of it.
    fn entry(&mut self, anchor: &str, blocks: &[FlowBlock], around: &BlockPlace) {
        self.bookmark_start(&bookmark(anchor));
        let number = self.bookmarks;
        self.blocks(blocks, around);
        let end = format!("<w:bookmarkEnd w:id=\"{number}\"/>");
        // Within the last paragraph: some programs move an end between paragraphs to the next one.
        match self.out.strip_suffix("</w:p>").map(str::len) {
            Some(length) => self.out.insert_str(length, &end),
            None => self.out.push_str(&end),
        }
    }

    fn point(&mut self, FlowPoint { label, blocks }: &FlowPoint, around: &BlockPlace) {
        let indent = around.indent + INDENT;
        self.blocks(blocks, &BlockPlace { indent, label: Some(label.clone()), begins_page: false, ..around.clone() });
    }

    fn paragraph(&mut self, style: &str, runs: &[FlowRun], around: &BlockPlace, anchor: Option<&str>) {
        self.out.push_str("<w:p>");
        self.paragraph_properties(style, around);
        if let Some(anchor) = anchor {
            self.bookmark_start(&bookmark(anchor));
        }
        if let Some(label) = &around.label {
            self.text(label, RunLook::default(), around.runs);
            self.out.push_str("<w:r><w:tab/></w:r>");
        }
        self.runs(runs, around.runs);
        if anchor.is_some() {
            self.bookmark_end();
        }
        self.out.push_str("</w:p>");
    }

    /// In the order of the schema.
    fn paragraph_properties(&mut self, style: &str, around: &BlockPlace) {
        self.out.push_str(&format!("<w:pPr><w:pStyle w:val=\"{style}\"/>"));
        if around.begins_page {
            self.out.push_str("<w:pageBreakBefore/>");
        }
        let (left, hanging) = (around.indent, if around.label.is_some() { INDENT } else { 0 });
        if left > 0 {
            self.out.push_str(&format!("<w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/>"));
        }
        match around.side {
            CellSide::Start => {}
            CellSide::Centre => self.out.push_str("<w:jc w:val=\"center\"/>"),
            CellSide::End => self.out.push_str("<w:jc w:val=\"right\"/>"),
        }
        self.out.push_str("</w:pPr>");
    }

    fn table(&mut self, table: &FlowTable, around: &BlockPlace) {
        let FlowTable { shares, sides, head, rows } = table;
        if head.is_empty() && rows.is_empty() {
            return;
        }
        let widths = widths(shares, self.text_width.saturating_sub(around.indent));
        let columns: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let look = if head.is_empty() { "0" } else { "1" };
        self.out.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Booklet\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblInd w:w=\"{}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"{look}\" w:lastRow=\"0\" w:firstColumn=\"0\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>",
            widths.iter().sum::<u32>(),
            around.indent
        ));
        let inner = BlockPlace { is_in_table: true, indent: 0, label: None, begins_page: false, ..around.clone() };
        if !head.is_empty() {
            let cells = head.iter().map(|runs| crate::render::flow::head_cell(runs)).collect::<Vec<_>>();
            self.row(&cells, &widths, sides, &inner, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        }
        rows.iter().for_each(|row| self.row(row, &widths, sides, &inner, ""));
        self.out.push_str("</w:tbl>");
        self.out.push_str(GAP);
    }

    fn row(&mut self, cells: &[FlowCell], widths: &[u32], sides: &[CellSide], around: &BlockPlace, properties: &str) {
        self.out.push_str(&format!("<w:tr>{properties}"));
        let mut column = 0;
        for cell in cells {
            let width: u32 = widths.iter().skip(column).take(cell.span).sum();
            let side = sides.get(column).copied().unwrap_or_default();
            self.cell(cell, width, &BlockPlace { side, ..around.clone() });
            column += cell.span;
        }
        let rest = FlowCell { blocks: Vec::new(), span: 1, anchor: None };
        widths.iter().skip(column).for_each(|width| self.cell(&rest, *width, around));
        self.out.push_str("</w:tr>");
    }

    /// A cell has at least one paragraph.
    fn cell(&mut self, FlowCell { blocks, span, anchor }: &FlowCell, width: u32, around: &BlockPlace) {
        let span = if *span > 1 { format!("<w:gridSpan w:val=\"{span}\"/>") } else { String::new() };
        self.out.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}</w:tcPr>"));
        match (blocks.as_slice(), anchor) {
            ([], _) => self.paragraph("TableText", &[], around, None),
            ([FlowBlock::Paragraph { look, runs }, rest @ ..], Some(anchor)) => {
                self.paragraph(style(*look, around), runs, around, Some(anchor));
                self.blocks(rest, around);
            }
            (blocks, _) => self.blocks(blocks, around),
        }
        self.out.push_str("</w:tc>");
    }

    fn picture(&mut self, path: &str, alt: &str, caption: Option<&str>, around: &BlockPlace) {
        let width = self.text_width.saturating_sub(around.indent);
        let drawing = self.pictures.drawing(path, alt, width);
        self.out.push_str("<w:p>");
        self.paragraph_properties("Picture", around);
        self.out.push_str(&format!("<w:r>{drawing}</w:r></w:p>"));
        if let Some(caption) = caption {
            let runs = [FlowRun::Text { text: caption.to_owned(), look: RunLook::default() }];
            self.paragraph("Caption", &runs, &BlockPlace { begins_page: false, label: None, ..around.clone() }, None);
        }
    }

    /// Returns the part of the footnotes, in the order of their marks.
    pub(super) fn footnotes(&mut self) -> String {
        let flow = self.flow;
        let numbers: Vec<(usize, usize)> = self.numbers.iter().map(|(index, number)| (*number, *index)).collect();
        for (number, index) in numbers {
            let blocks = flow.notes.get(index).map_or(&[] as &[FlowBlock], Vec::as_slice);
            self.footnote(number, blocks);
        }
        let line = |id: i8, kind: &str, mark: &str| {
            format!("<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>")
        };
        let lines = [line(-1, "separator", "separator"), line(0, "continuationSeparator", "continuationSeparator")];
        format!("{HEAD}<w:footnotes {SPACES}>{}{}</w:footnotes>", lines.concat(), std::mem::take(&mut self.out))
    }

    /// The first paragraph runs on from the number of the note.
    fn footnote(&mut self, number: usize, blocks: &[FlowBlock]) {
        let around = BlockPlace { runs: RunPlace { is_noted: true, ..RunPlace::default() }, ..BlockPlace::default() };
        self.out
            .push_str(&format!("<w:footnote w:id=\"{number}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>"));
        self.out.push_str("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>");
        self.text(" ", RunLook::default(), around.runs);
        let rest = match blocks {
            [FlowBlock::Paragraph { runs, .. }, rest @ ..] => {
                self.runs(runs, around.runs);
                rest
            }
            all => all,
        };
        self.out.push_str("</w:p>");
        self.blocks(rest, &around);
        self.out.push_str("</w:footnote>");
    }
}

fn style(look: ParagraphLook, around: &BlockPlace) -> &'static str {
    match look {
        ParagraphLook::Text if around.is_in_table => "TableText",
        ParagraphLook::Small if around.is_in_table => "TableSmall",
        ParagraphLook::Text if around.runs.is_noted => "FootnoteText",
        ParagraphLook::Text if around.is_quoted => "Quote",
        ParagraphLook::Text => "Normal",
        ParagraphLook::Small => "Small",
        ParagraphLook::Citation => "Citation",
        ParagraphLook::Duty => "Duty",
        ParagraphLook::Source => "Source",
        ParagraphLook::Title => "Title",
        ParagraphLook::Subtitle => "Subtitle",
        ParagraphLook::Cover => "Cover",
    }
}

/// The widths of columns by their shares.
fn widths(shares: &[u16], whole: u32) -> Vec<u32> {
    let sum: u32 = shares.iter().map(|share| u32::from(*share)).sum();
    shares.iter().map(|share| whole * u32::from(*share) / sum.max(1)).collect()
}
