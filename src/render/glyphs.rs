//! Which letters would be lost: every character of the view, in every style in which the templates set it, against the
//! character maps of the shipped fonts. Neither validators nor text extraction notice a letter that a font lacks, and
//! Typst stops at it without saying which excerpt it stands in.
//!
//! Where the templates change the style of a field, this file changes with them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde_json::Value;
use ttf_parser::{Face, name_id};

use super::Templates;
use super::typst_input::fonts;
use crate::view::timeline::TextRole;
use crate::view::{
    AnnexView, BlockView, BodyView, ChangeEntry, ChangesView, ChapterView, DepartmentGroupView, DutyGroup, EditionView,
    ExcerptLink, ExcerptView, GuidanceView, InlineView, InstrumentView, ObligationView, PartView, PendingRow,
    StatusView, TermView, TimelineView, UnknownRow, View, Words,
};

/// A character that a style of the shipped fonts cannot show.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Missing {
    /// The excerpt's id, or the piece of the view: `edition`, `words`, `imprint`, the id of a chapter, of a piece of
    /// guidance or of an instrument, the anchor of a part, an annex or a term.
    pub whence: String,
    pub character: char,
    /// `Liberation Serif Bold`
    pub style: &'static str,
}

/// Every (place, character, style) that the shipped fonts lack, sorted, each once.
///
/// Not listed is what Typst sets without a glyph, see [`needs_no_glyph`]. A style that the fonts do not have at all is
/// not judged: Typst itself refuses an unknown family, and takes the nearest style of a known one.
pub fn missing(view: &View, templates: &Templates) -> Vec<Missing> {
    let coverage = Coverage::read(templates);
    let mut search = Search::new(&coverage);
    search.view(view);
    search.found.into_iter().collect()
}

/// The letters of the shipped fonts, to look up what is in no view.
pub struct Letters(Coverage);

impl Letters {
    pub fn read(templates: &Templates) -> Self {
        Letters(Coverage::read(templates))
    }

    /// The characters that the cover or the letter of a copy could not show, sorted, each once.
    pub fn missing<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Vec<char> {
        let styles = REGULAR | BOLD | ITALIC | SANS;
        let lacks = |character: &char| self.0.lacking(*character, styles) != 0 && !needs_no_glyph(*character);
        let found: BTreeSet<char> = texts.into_iter().flat_map(str::chars).filter(lacks).collect();
        found.into_iter().collect()
    }
}

/// True for what Typst handles itself: line ends and tabs, and the characters that Unicode calls default ignorable
/// (soft hyphen, zero-width spaces and joiners, direction marks, variation selectors). U+2011, the hyphen that does not
/// break, is set with the glyph of the ordinary hyphen U+2010.
pub fn needs_no_glyph(character: char) -> bool {
    matches!(
        character,
        '\t' | '\n' | '\u{2011}'
            | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// A set of styles, one bit for each in [`STYLES`].
type Styles = u16;

const REGULAR: Styles = 1;
const BOLD: Styles = 1 << 1;
const ITALIC: Styles = 1 << 2;
const BOLD_ITALIC: Styles = 1 << 3;
const SANS: Styles = 1 << 4;
const SANS_BOLD: Styles = 1 << 5;
const MONO: Styles = 1 << 6;

/// The styles that the templates use: bit, name for reports, family, bold, italic.
const STYLES: [(Styles, &str, &str, bool, bool); 7] = [
    (REGULAR, "Liberation Serif", "Liberation Serif", false, false),
    (BOLD, "Liberation Serif Bold", "Liberation Serif", true, false),
    (ITALIC, "Liberation Serif Italic", "Liberation Serif", false, true),
    (BOLD_ITALIC, "Liberation Serif Bold Italic", "Liberation Serif", true, true),
    (SANS, "Liberation Sans", "Liberation Sans", false, false),
    (SANS_BOLD, "Liberation Sans Bold", "Liberation Sans", true, false),
    (MONO, "Liberation Mono", "Liberation Mono", false, false),
];

/// How running text is set at some point.
#[derive(Clone, Copy)]
struct Setting {
    bold: bool,
    italic: bool,
}

impl Setting {
    const PLAIN: Self = Self { bold: false, italic: false };
    const BOLD: Self = Self { bold: true, italic: false };

    fn styles(self) -> Styles {
        match (self.bold, self.italic) {
            (false, false) => REGULAR,
            (true, false) => BOLD,
            (false, true) => ITALIC,
            (true, true) => BOLD_ITALIC,
        }
    }
}

/// How a text of a drawing is set.
fn drawn(role: TextRole) -> Styles {
    match role {
        TextRole::Chain | TextRole::Name | TextRole::AsOf | TextRole::Doubt => SANS_BOLD,
        TextRole::Sign | TextRole::Days | TextRole::Year => SANS,
    }
}

/// For each character, the styles that have it.
struct Coverage {
    /// Styles that the shipped fonts offer.
    known: Styles,
    /// By code point up to U+FFFF, where nearly all text is.
    plane: Vec<Styles>,
    beyond: BTreeMap<u32, Styles>,
}

impl Coverage {
    fn read(templates: &Templates) -> Self {
        let mut coverage = Self { known: 0, plane: vec![0; 0x1_0000], beyond: BTreeMap::new() };
        for (_, bytes) in fonts(templates) {
            for index in 0..ttf_parser::fonts_in_collection(bytes).unwrap_or(1) {
                // A file that is no font is reported by the engine that has to set with it.
                if let Ok(face) = Face::parse(bytes, index) {
                    coverage.add(&face);
                }
            }
        }
        coverage
    }

    fn add(&mut self, face: &Face) {
        let Some(family) = family(face) else { return };
        let Some((style, ..)) = STYLES.iter().find(|(_, _, name, bold, italic)| {
            *name == family && *bold == face.is_bold() && *italic == face.is_italic()
        }) else {
            return;
        };
        self.known |= style;
        for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables).filter(|table| table.is_unicode()) {
            table.codepoints(|point| {
                if table.glyph_index(point).is_some_and(|glyph| glyph.0 != 0) {
                    match self.plane.get_mut(point as usize) {
                        Some(styles) => *styles |= style,
                        None => *self.beyond.entry(point).or_default() |= style,
                    }
                }
            });
        }
    }

    /// The styles among `wanted` that lack the character.
    fn lacking(&self, character: char, wanted: Styles) -> Styles {
        let point = u32::from(character);
        let having = match self.plane.get(point as usize) {
            Some(styles) => *styles,
            None => self.beyond.get(&point).copied().unwrap_or(0),
        };
        wanted & self.known & !having
    }
}

/// The family as Typst sees it: the typographic one where a font has it.
fn family(face: &Face) -> Option<String> {
    let named = |id| face.names().into_iter().filter(|name| name.name_id == id).find_map(|name| name.to_string());
    named(name_id::TYPOGRAPHIC_FAMILY).or_else(|| named(name_id::FAMILY))
}

/// The walk through the view: one method for each kind of piece, in the order of the templates.
struct Search<'a> {
    coverage: &'a Coverage,
    place: &'a str,
    found: BTreeSet<Missing>,
}

impl<'a> Search<'a> {
    fn new(coverage: &'a Coverage) -> Self {
        Search { coverage, place: "", found: BTreeSet::new() }
    }

    /// What follows stands in this place.
    fn at(&mut self, place: &'a str) {
        self.place = place;
    }

    fn text(&mut self, text: &str, styles: Styles) {
        for character in text.chars() {
            let lacking = self.coverage.lacking(character, styles);
            if lacking != 0 && !needs_no_glyph(character) {
                self.report(character, lacking);
            }
        }
    }

    fn report(&mut self, character: char, lacking: Styles) {
        for (_, style, ..) in STYLES.iter().filter(|(bit, ..)| lacking & bit != 0) {
            self.found.insert(Missing { whence: self.place.to_owned(), character, style });
        }
    }

    fn all(&mut self, texts: &[String], styles: Styles) {
        texts.iter().for_each(|text| self.text(text, styles));
    }

    fn maybe(&mut self, text: Option<&String>, styles: Styles) {
        text.into_iter().for_each(|text| self.text(text, styles));
    }

    fn view(&mut self, view: &'a View) {
        self.words(&view.words);
        self.edition(&view.edition);
        self.at("imprint");
        self.text(&view.generator, SANS);
        for notice in &view.notices {
            self.text(&notice.title, BOLD);
            self.text(&notice.text, REGULAR);
        }
        for count in &view.counts.by_status {
            self.text(&count.sign, REGULAR);
            self.text(&count.name, REGULAR);
        }
        for piece in &view.front {
            self.guidance(piece);
            self.text(&piece.title, SANS);
        }
        view.parts.iter().for_each(|part| self.part(part));
        view.annexes.iter().for_each(|annex| self.annex(annex));
        self.generated(view);
        view.instruments.iter().for_each(|instrument| self.instrument(instrument));
        view.glossary.iter().for_each(|term| self.term(term));
        view.changes.iter().for_each(|changes| self.changes(changes));
    }

    /// Ours, not the corpus's, and few: looked up in all the styles that any of them has.
    fn words(&mut self, words: &Words) {
        self.at("words");
        if let Ok(Value::Object(words)) = serde_json::to_value(words) {
            for word in words.values().filter_map(Value::as_str) {
                self.text(word, REGULAR | BOLD | SANS | SANS_BOLD);
            }
        }
    }

    fn edition(&mut self, edition: &EditionView) {
        self.at("edition");
        self.text(&edition.title, BOLD);
        self.maybe(edition.subtitle.as_ref(), REGULAR);
        self.maybe(edition.label.as_ref(), SANS);
        self.maybe(edition.issuer.parent.as_ref(), REGULAR);
        self.text(&edition.issuer.name, BOLD);
        self.maybe(edition.issuer.place.as_ref(), REGULAR);
        self.text(&edition.as_of_line, BOLD | SANS);
        self.text(&edition.corpus_hash, MONO);
    }

    fn part(&mut self, part: &'a PartView) {
        self.at(&part.anchor);
        self.text(&part.name, SANS_BOLD | BOLD | SANS);
        self.text(&part.title, BOLD | SANS);
        part.intro.iter().for_each(|intro| self.guidance(intro));
        let coverage = self.coverage;
        let found = part.chapters.par_iter().flat_map_iter(|chapter| {
            let mut search = Search::new(coverage);
            search.chapter(chapter);
            search.found
        });
        self.found.par_extend(found);
    }

    fn chapter(&mut self, chapter: &'a ChapterView) {
        self.at(&chapter.id);
        self.text(&chapter.name, SANS_BOLD | REGULAR | SANS);
        self.text(&chapter.title, BOLD | REGULAR | SANS);
        self.maybe(chapter.warning.as_ref(), SANS_BOLD);
        for link in &chapter.see_also {
            self.text(&link.citation, REGULAR);
        }
        chapter.intro.iter().for_each(|intro| self.guidance(intro));
        chapter.excerpts.iter().for_each(|excerpt| self.excerpt(excerpt));
    }

    fn annex(&mut self, annex: &'a AnnexView) {
        self.at(&annex.anchor);
        self.text(&annex.name, SANS_BOLD | BOLD | SANS);
        self.text(&annex.title, BOLD | SANS);
        annex.intro.iter().for_each(|intro| self.guidance(intro));
        if let Some(figure) = &annex.timeline {
            self.at(&annex.anchor);
            self.timeline(figure);
        }
    }

    fn timeline(&mut self, figure: &TimelineView) {
        for drawing in &figure.wide {
            self.text(&drawing.caption, SANS);
            drawing.texts.iter().for_each(|text| self.text(&text.text, drawn(text.role)));
        }
        for entry in &figure.legend {
            self.text(&entry.text, SANS);
            entry.texts.iter().for_each(|text| self.text(&text.text, drawn(text.role)));
        }
    }

    /// What the generated annexes say; their places are those of the annexes' kinds.
    fn generated(&mut self, view: &'a View) {
        if let Some(list) = &view.responsibilities {
            self.at("responsibilities");
            self.all(&list.intro, REGULAR);
            self.duties(&list.groups);
            for aside in &list.aside {
                self.text(&aside.sign, REGULAR);
                self.text(&aside.text, REGULAR);
            }
        }
        if let Some(lists) = &view.checklists {
            self.at("checklists");
            self.all(&lists.intro, REGULAR);
            self.duties(&lists.groups);
        }
        if let Some(form) = &view.report_form {
            self.at("report-form");
            self.all(&form.intro, REGULAR);
            form.fields.iter().chain(&form.answers).for_each(|word| self.text(&word.name, REGULAR | SANS_BOLD));
            form.signatures.iter().for_each(|one| self.text(&one.name, BOLD));
            form.signatures.iter().for_each(|one| self.text(&one.how, ITALIC));
            self.duties(&form.groups);
        }
        if let Some(unknowns) = &view.unknowns {
            self.at("unknowns");
            self.all(&unknowns.intro, REGULAR);
            for group in &unknowns.groups {
                self.text(&group.title, BOLD);
                group.rows.iter().for_each(|row| self.unknown(row));
            }
        }
        if let Some(pending) = &view.pending {
            self.at("pending");
            self.all(&pending.intro, REGULAR);
            pending.changes.iter().for_each(|row| self.pending(row));
        }
        if let Some(departments) = &view.departments {
            self.at("departments");
            departments.groups.iter().for_each(|group| self.departments(group));
        }
    }

    fn duties(&mut self, groups: &'a [DutyGroup]) {
        for group in groups {
            self.text(&group.audience.name, BOLD);
            self.text(&group.tally, SANS);
            for duty in &group.duties {
                self.text(&duty.who, BOLD);
                self.text(&duty.verb, ITALIC);
                self.text(&duty.what, REGULAR);
                self.text(&duty.level.name, SANS);
                self.maybe(duty.deadline.as_ref(), SANS_BOLD);
                self.maybe(duty.doubt.as_ref(), SANS);
                self.link(&duty.excerpt);
            }
        }
    }

    fn unknown(&mut self, row: &'a UnknownRow) {
        self.text(&row.citation, BOLD);
        self.all(&row.what, REGULAR);
        self.text(&row.wanted, SANS);
    }

    fn pending(&mut self, row: &'a PendingRow) {
        self.text(&row.day, SANS_BOLD);
        self.text(&row.citation, BOLD);
        self.maybe(row.title.as_ref(), REGULAR);
        self.all(&row.what, REGULAR);
    }

    fn departments(&mut self, group: &'a DepartmentGroupView) {
        self.text(&group.title, BOLD);
        self.text(&group.tally, SANS);
        self.text(&group.source_line, SANS);
        self.maybe(group.note.as_ref(), REGULAR);
        self.all(&group.sources, SANS);
        for department in &group.departments {
            self.text(&department.name, REGULAR);
            self.text(&department.place, REGULAR);
            self.all(&department.area, REGULAR);
            self.maybe(department.note.as_ref(), SANS);
        }
    }

    fn link(&mut self, link: &'a ExcerptLink) {
        self.text(&link.citation, SANS);
    }

    fn guidance(&mut self, piece: &'a GuidanceView) {
        self.at(&piece.id);
        self.text(&piece.title, BOLD);
        self.body(&piece.body);
    }

    fn excerpt(&mut self, excerpt: &'a ExcerptView) {
        self.at(&excerpt.id);
        self.text(&excerpt.citation, BOLD);
        self.maybe(excerpt.title.as_ref(), BOLD_ITALIC);
        self.status(&excerpt.status);
        if let Some(change) = &excerpt.change {
            self.text(&change.sign, SANS_BOLD);
            self.text(&change.text, SANS_BOLD);
        }
        self.maybe(excerpt.notice.as_ref(), SANS);
        self.body(&excerpt.body);
        excerpt.obligations.iter().for_each(|duty| self.duty(duty));
        self.text(&excerpt.source_line, SANS);
        self.all(&excerpt.sources, SANS);
        self.maybe(excerpt.note.as_ref(), SANS);
    }

    fn status(&mut self, status: &StatusView) {
        let styles = if status.warn { SANS_BOLD } else { SANS };
        self.text(&status.sign, styles);
        self.text(&status.text, styles);
        self.maybe(status.detail.as_ref(), SANS);
    }

    fn duty(&mut self, duty: &ObligationView) {
        self.text(&duty.who, BOLD);
        self.text(&duty.verb, ITALIC);
        self.text(&duty.what, REGULAR);
        self.text(&duty.level.name, SANS);
        self.maybe(duty.deadline.as_ref(), SANS_BOLD);
    }

    fn instrument(&mut self, instrument: &'a InstrumentView) {
        self.at(&instrument.id);
        self.text(&instrument.citation, BOLD);
        instrument.title.iter().for_each(|title| self.text(title, REGULAR));
        for text in
            [&instrument.issuer, &instrument.issued, &instrument.from, &instrument.until, &instrument.confidence.name]
        {
            self.text(text, SANS);
        }
        self.status(&instrument.status);
        self.all(&instrument.relations, SANS);
        self.all(&instrument.sources, SANS);
        self.maybe(instrument.note.as_ref(), SANS);
    }

    fn term(&mut self, term: &'a TermView) {
        self.at(&term.anchor);
        self.text(&term.term, BOLD);
        self.maybe(term.english.as_ref(), ITALIC);
        self.text(&term.definition, REGULAR);
        self.maybe(term.source.as_ref(), SANS);
    }

    fn changes(&mut self, changes: &'a ChangesView) {
        self.at("changes");
        self.text(&changes.line, REGULAR);
        self.all(&changes.summary, REGULAR);
        for section in &changes.sections {
            self.at("changes");
            self.text(&section.title, BOLD);
            for group in &section.groups {
                self.at("changes");
                self.text(&group.sign, BOLD);
                self.text(&group.title, BOLD);
                group.entries.iter().for_each(|entry| self.change(entry));
            }
        }
    }

    fn change(&mut self, entry: &'a ChangeEntry) {
        self.at(&entry.id);
        self.text(&entry.citation, BOLD);
        self.maybe(entry.instead_of.as_ref(), SANS);
        self.maybe(entry.title.as_ref(), REGULAR);
        for status in entry.before.iter().chain(&entry.after) {
            self.text(&status.sign, SANS);
            self.text(&status.text, SANS);
            self.maybe(status.detail.as_ref(), SANS);
        }
        for field in &entry.fields {
            self.text(&field.name, SANS_BOLD);
            for words in field.lines.iter().flatten() {
                self.text(&words.text, if words.kind == "added" { BOLD } else { REGULAR });
            }
        }
    }

    fn body(&mut self, body: &BodyView) {
        self.blocks(&body.blocks);
        body.footnotes.iter().for_each(|note| self.blocks(note));
    }

    fn blocks(&mut self, blocks: &[BlockView]) {
        for block in blocks {
            match block {
                BlockView::Paragraph { content } => self.inlines(content, Setting::PLAIN),
                BlockView::Heading { content, .. } => self.inlines(content, Setting::BOLD),
                BlockView::Points { points } => {
                    for point in points {
                        self.text(&point.label, REGULAR);
                        self.blocks(&point.blocks);
                    }
                }
                BlockView::Quote { blocks } => self.blocks(blocks),
                BlockView::Table { head, rows, .. } => {
                    head.iter().for_each(|cell| self.inlines(cell, Setting::BOLD));
                    rows.iter().flatten().for_each(|cell| self.inlines(cell, Setting::PLAIN));
                }
                // The description is not printed.
                BlockView::Image { caption, .. } => self.maybe(caption.as_ref(), ITALIC),
            }
        }
    }

    fn inlines(&mut self, inlines: &[InlineView], setting: Setting) {
        for inline in inlines {
            match inline {
                InlineView::Text { text } | InlineView::Internal { text, .. } | InlineView::Instrument { text, .. } => {
                    self.text(text, setting.styles());
                }
                // Emphasis within emphasis stands upright again.
                InlineView::Emphasis { content } => {
                    self.inlines(content, Setting { italic: !setting.italic, ..setting });
                }
                InlineView::Strong { content } => self.inlines(content, Setting { bold: true, ..setting }),
                InlineView::Code { text } => self.text(text, MONO),
                InlineView::Link { content, .. } => self.inlines(content, setting),
                InlineView::Break | InlineView::Footnote { .. } => {}
            }
        }
    }
}
