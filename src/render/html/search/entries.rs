//! The entries of the search: excerpts, instruments, pieces of guidance, chapters, annexes, terms, the pages of topics and
//! audiences, and the rows of the table of answers.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::pages::annexes;
use super::super::rich_text::plain;
use super::super::{RenderError, Site, places};
use super::answers;
use super::cited::{cited_keys, related_keys};
use super::names::OtherWords;
use super::words::Cutter;
use crate::view::{
    AudienceView, BlockView, BodyView, ChapterView, ExcerptNumber, ExcerptView, GuidanceView, InstrumentView, Labelled,
    ObligationView, StatusView, TermView, View,
};

/// Everything that can be found, and what it is filtered by.
pub(super) struct Entries<'a> {
    /// In the order of the booklet, which settles what ranks alike.
    pub all: Vec<Entry<'a>>,
    pub topics: Labels<'a>,
    pub audiences: Labels<'a>,
    /// The entries of answers, each with those of the excerpts that it rests on.
    pub answers: Vec<(usize, Vec<usize>)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum EntryKind {
    Excerpt,
    Instrument,
    Guidance,
    Term,
    Topic,
    Audience,
    Answer,
}

impl EntryKind {
    pub(super) const ALL: [EntryKind; 7] = [
        EntryKind::Excerpt,
        EntryKind::Instrument,
        EntryKind::Guidance,
        EntryKind::Term,
        EntryKind::Topic,
        EntryKind::Audience,
        EntryKind::Answer,
    ];

    pub(super) fn key(self) -> &'static str {
        match self {
            EntryKind::Excerpt => "excerpt",
            EntryKind::Instrument => "instrument",
            EntryKind::Guidance => "guidance",
            EntryKind::Term => "term",
            EntryKind::Topic => "topic",
            EntryKind::Audience => "audience",
            EntryKind::Answer => "answer",
        }
    }
}

pub(super) struct Entry<'a> {
    pub kind: EntryKind,
    /// Below the site's folder.
    pub href: String,
    /// The excerpt's own number in the booklet.
    pub number: Option<ExcerptNumber>,
    /// Citation, name, term or question.
    pub heading: Cow<'a, str>,
    pub title: Option<&'a str>,
    pub status: Option<&'a StatusView>,
    /// Places in [`Entries::topics`].
    pub topics: Vec<usize>,
    /// Places in [`Entries::audiences`].
    pub audiences: Vec<usize>,
    /// What a result quotes from.
    pub text: Cow<'a, str>,
    pub fields: Vec<(SearchField, Cow<'a, str>)>,
    /// Keys of citations, and how well they fit, up to [`super::terms::MOST`].
    pub keys: Vec<(Cow<'a, str>, u8)>,
}

/// Where words stand; what it weighs is in [`super::terms`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum SearchField {
    /// A word that is explained.
    Term,
    Heading,
    Citation,
    Duties,
    Labels,
    Body,
    Aside,
}

impl SearchField {
    pub(super) const COUNT: usize = 7;
}

/// Topics or audiences, in the order in which they first occur.
#[derive(Default)]
pub(super) struct Labels<'a> {
    /// Keys and names.
    pub all: Vec<(&'a str, &'a str)>,
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Labels<'a> {
    fn places(&mut self, labels: &'a [Labelled]) -> Vec<usize> {
        labels.iter().map(|label| self.place(&label.key, &label.name)).collect()
    }

    fn place(&mut self, key: &'a str, name: &'a str) -> usize {
        let next = self.all.len();
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.all.push((key, name));
        }
        place
    }
}

/// Keys of the whole place count most, those of what it lies in less, those of what it cites least.
const OWN: u8 = super::terms::MOST;
const AROUND: u8 = OWN / 2;
const CITED: u8 = OWN / 4;

pub(super) fn all<'a>(site: &Site<'a>) -> Result<Entries<'a>, RenderError> {
    let view = site.view;
    let mut entries =
        Entries { all: Vec::new(), topics: Labels::default(), audiences: Labels::default(), answers: Vec::new() };
    let instruments: BTreeMap<&str, &InstrumentView> = view.instruments.iter().map(|it| (it.id.as_str(), it)).collect();
    let mut tags: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    let also = OtherWords::new(view);
    let bound = bound(&view.web.audiences);
    let mut cited = cited_keys(view);
    for chapter in view.parts.iter().flat_map(|part| &part.chapters) {
        for excerpt in &chapter.excerpts {
            let topics = entries.topics.places(&excerpt.topics);
            let mut audiences = entries.audiences.places(&excerpt.audiences);
            let bound = bound.get(&excerpt.number).into_iter().flatten();
            audiences.extend(bound.map(|audience| entries.audiences.place(&audience.id, &audience.name)));
            let audiences = distinct(audiences);
            let of_instrument = tags.entry(&excerpt.instrument_id).or_default();
            of_instrument.0.extend(&topics);
            of_instrument.1.extend(&audiences);
            let instrument = instruments.get(excerpt.instrument_id.as_str()).copied();
            let mut entry = of_excerpt(chapter, excerpt, instrument, topics, audiences, &also);
            let cited = cited.remove(&excerpt.number).unwrap_or_default();
            entry.keys.extend(cited.into_iter().map(|key| (key.into(), CITED)));
            entries.all.push(entry);
        }
    }
    for instrument in &view.instruments {
        let (topics, audiences) = tags.remove(instrument.id.as_str()).unwrap_or_default();
        let mut entry = of_instrument(instrument, distinct(topics), distinct(audiences));
        entry.keys.extend(related_keys(view, &instrument.id).into_iter().map(|key| (key.into(), CITED)));
        entries.all.push(entry);
    }
    for part in &view.parts {
        let href = format!("{}.html", part.anchor);
        entries.all.push(of_page(&part.name, &part.title, href, part.intro.as_ref()));
        for chapter in &part.chapters {
            let href = format!("{}.html", chapter.id);
            entries.all.push(of_page(&chapter.name, &chapter.title, href, chapter.intro.as_ref()));
        }
    }
    for piece in &view.front {
        let href = format!("{}#{}", site.places.page(&piece.anchor)?, piece.anchor);
        entries.all.push(of_page(&view.words.guidance, &piece.title, href, Some(piece)));
    }
    for annex in &view.annexes {
        entries.all.push(of_page(&annex.name, &annex.title, annexes::page(annex), annex.intro.as_ref()));
    }
    entries.all.extend(view.glossary.iter().map(of_term));
    let topics = view.web.topics.iter();
    entries
        .all
        .extend(topics.map(|it| of_way(EntryKind::Topic, &it.name, &it.also, &it.tally, places::topic_page(&it.id))));
    let audiences = view.web.audiences.iter();
    entries.all.extend(
        audiences.map(|it| of_way(EntryKind::Audience, &it.name, &it.also, &it.tally, places::audience_page(&it.id))),
    );
    entries.answers(view, &also);
    for redirect in &view.web.redirects {
        let now = places::redirect_target(redirect);
        let found = entries.all.iter_mut().find(|entry| entry.href == now);
        found.into_iter().for_each(|entry| entry.keys.push(id_key(&redirect.from)));
    }
    let mut cutter = Cutter::new();
    entries.all.iter_mut().for_each(|entry| entry.name(&mut cutter));
    Ok(entries)
}

impl<'a> Entries<'a> {
    fn answers(&mut self, view: &'a View, also: &OtherWords<'a>) {
        let places = self.all.iter().enumerate().filter_map(|(place, entry)| Some((entry.number?, place)));
        let places: BTreeMap<ExcerptNumber, usize> = places.collect();
        let chapters = view.parts.iter().flat_map(|part| &part.chapters);
        let excerpts =
            chapters.flat_map(|chapter| &chapter.excerpts).map(|excerpt| (excerpt.number, excerpt)).collect();
        for row in answers::rows(view) {
            let rests_on = row.excerpts.iter().filter_map(|number| places.get(number).copied()).collect();
            self.answers.push((self.all.len(), rests_on));
            self.all.push(answers::entry(&row, &excerpts, also));
        }
    }
}

/// The audiences that the duties of an excerpt bind, whatever the excerpt itself names.
fn bound(audiences: &[AudienceView]) -> BTreeMap<ExcerptNumber, Vec<&AudienceView>> {
    let mut bound: BTreeMap<ExcerptNumber, Vec<&AudienceView>> = BTreeMap::new();
    for audience in audiences {
        let duties = audience.sections.iter().flat_map(|section| &section.duties);
        duties.for_each(|duty| bound.entry(duty.excerpt).or_default().push(audience));
    }
    bound
}

impl Entry<'_> {
    /// Keys of its whole names: who types one of them wants just this.
    fn name(&mut self, cutter: &mut Cutter) {
        let heading: &str = &self.heading;
        let other = self.title.unwrap_or_default();
        let names: Vec<String> = match self.kind {
            EntryKind::Excerpt | EntryKind::Answer => return,
            // `Luật Viễn thông số 24/2023/QH15` is called `Luật Viễn thông`, with or without its year.
            EntryKind::Instrument => {
                let name = heading.split(" số ").next().unwrap_or_default().to_owned();
                let years: Vec<&str> = self.keys.iter().filter_map(|(key, _)| key.strip_prefix("nam-")).collect();
                let dated = years.iter().flat_map(|year| [format!("{name} {year}"), format!("{name} năm {year}")]);
                dated.chain([name.clone()]).collect()
            }
            // The address too says what the page is: `mau-bao-cao.html`.
            EntryKind::Guidance => {
                vec![
                    heading.to_owned(),
                    other.to_owned(),
                    self.href.split(".html").next().unwrap_or_default().to_owned(),
                ]
            }
            EntryKind::Term => vec![heading.to_owned(), other.to_owned()],
            EntryKind::Topic => beginning(heading).into_iter().chain([heading]).map(str::to_owned).collect(),
            // What else it is called is in its fields: who types `UBND` looks for the page of that office.
            EntryKind::Audience => {
                let called = self.fields.iter().map(|(_, said)| said.as_ref());
                beginning(heading).into_iter().chain(called).map(str::to_owned).collect()
            }
        };
        for name in names {
            let syllables = cutter.folded(&name);
            if !syllables.is_empty() {
                self.keys.push((format!("ten-{}", syllables.join("-")).into(), OWN));
            }
        }
    }
}

/// `Chủ đầu tư, đơn vị sử dụng ngân sách` is searched by its beginning; one syllable would be too little.
fn beginning(heading: &str) -> Option<&str> {
    heading.split(',').next().filter(|first| first.contains(' '))
}

fn distinct(mut places: Vec<usize>) -> Vec<usize> {
    places.sort_unstable();
    places.dedup();
    places
}

fn of_excerpt<'a>(
    chapter: &'a ChapterView,
    excerpt: &'a ExcerptView,
    instrument: Option<&'a InstrumentView>,
    topics: Vec<usize>,
    audiences: Vec<usize>,
    also: &OtherWords<'a>,
) -> Entry<'a> {
    let ExcerptView {
        number,
        id,
        citation,
        title,
        status,
        body,
        obligations,
        topics: tags,
        audiences: tagged,
        note,
        keys,
        anchor: _,  // in the address
        chapter: _, // the caller has its title
        // These say again what the citation or the status says.
        citation_full: _,
        locator: _,
        instrument_citation: _,
        instrument_id: _,
        notice: _,
        to_copy: _,
        // Of these readers do not ask, or it would find nearly everything.
        change: _,
        wording: _,
        confidence: _,
        source_line: _,
        original: _,
        sources: _,
        text_at: _,
        contact: _,
        amendments: _,
        related: _,
        sanction_for: _,
        sanctions: _,
        checked: _,    // in the line about the source
        keep_whole: _, // on paper
        seen_in: _,
        same_reason_as: _,
    } = excerpt;
    let mut text = body_text(body);
    let mut fields: Vec<(SearchField, Cow<'a, str>)> =
        vec![(SearchField::Citation, borrowed(citation)), (SearchField::Body, text.clone().into())];
    fields.extend(title.iter().map(|title| (SearchField::Heading, borrowed(title))));
    for said in obligations.iter().map(duty_text) {
        // The body usually says it too, in the words of the law.
        text.push('\n');
        text.push_str(&said);
        fields.push((SearchField::Duties, said.into()));
    }
    fields.extend(tags.iter().chain(tagged).map(|label| (SearchField::Labels, borrowed(&label.name))));
    fields.extend(tags.iter().flat_map(|tag| also.of(tag)).map(|word| (SearchField::Labels, borrowed(word))));
    fields.push((SearchField::Aside, borrowed(&chapter.title)));
    fields.extend(note.iter().map(|note| (SearchField::Aside, borrowed(note))));
    fields.extend(instrument.and_then(|it| it.title.as_deref()).map(|title| (SearchField::Aside, title.into())));
    Entry {
        kind: EntryKind::Excerpt,
        href: places::permalink(id),
        number: Some(*number),
        heading: borrowed(citation),
        title: title.as_deref(),
        status: Some(status),
        topics,
        audiences,
        text: text.into(),
        fields,
        keys: excerpt_keys(*number, id, keys, instrument),
    }
}

fn duty_text(duty: &ObligationView) -> String {
    let ObligationView {
        who,
        verb,
        what,
        level: _, // the verb says it
        kind: _,  // and so it does
        deadline,
        evidence,
        sanctions: _, // found by themselves
    } = duty;
    let deadline = deadline.as_ref().map_or("", |deadline| deadline.text.as_str());
    let evidence: Vec<&str> = evidence.iter().map(|it| it.what.as_str()).collect();
    format!("{who} {verb} {what}\n{deadline}\n{}", evidence.join("\n"))
}

fn excerpt_keys<'a>(
    number: ExcerptNumber,
    id: &str,
    own: &'a [String],
    instrument: Option<&'a InstrumentView>,
) -> Vec<(Cow<'a, str>, u8)> {
    let mut keys = vec![(format!("stt-{number}").into(), OWN), id_key(id)];
    keys.extend(own.iter().map(|key| borrowed(key)).zip([OWN].into_iter().chain(std::iter::repeat(AROUND))));
    keys.extend(instrument.iter().flat_map(|it| &it.keys).map(|key| (borrowed(key), AROUND)));
    keys
}

fn of_instrument(instrument: &InstrumentView, topics: Vec<usize>, audiences: Vec<usize>) -> Entry<'_> {
    let InstrumentView {
        id,
        citation,
        title,
        issuer,
        status,
        relations,
        note,
        keys,
        number: _,   // of the row
        anchor: _,   // of the row
        excerpts: _, // entries of their own
        // Days are searched for by their year, which is among the keys.
        issued: _,
        from: _,
        until: _,
        // Of these readers do not ask.
        confidence: _,
        sources: _,
        text_at: _,
        contact: _,
    } = instrument;
    let aside = relations.iter().chain(note).map(|said| (SearchField::Aside, borrowed(said)));
    let mut fields = vec![(SearchField::Heading, borrowed(citation)), (SearchField::Labels, borrowed(issuer))];
    fields.extend(title.iter().map(|title| (SearchField::Heading, borrowed(title))));
    fields.extend(aside);
    let mut text = String::new();
    [issuer].into_iter().chain(relations).for_each(|said| paragraph(&mut text, said));
    Entry {
        kind: EntryKind::Instrument,
        href: places::instrument_page(id),
        number: None,
        heading: borrowed(citation),
        title: title.as_deref(),
        status: Some(status),
        topics,
        audiences,
        text: text.into(),
        fields,
        keys: keys.iter().map(|key| (borrowed(key), OWN)).chain([id_key(id)]).collect(),
    }
}

/// An id that somebody typed or pasted: that of now, or a former one.
fn id_key(id: &str) -> (Cow<'static, str>, u8) {
    (format!("id-{}", id.replace('.', "-")).into(), OWN)
}

fn borrowed(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

/// A part, a chapter, an annex or a piece of guidance: its title, and its prose.
fn of_page<'a>(name: &'a str, title: &'a str, href: String, prose: Option<&'a GuidanceView>) -> Entry<'a> {
    let text = prose.map(|prose| body_text(&prose.body)).unwrap_or_default();
    let mut fields: Vec<(SearchField, Cow<'a, str>)> =
        vec![(SearchField::Heading, title.into()), (SearchField::Citation, name.into())];
    fields.extend(prose.map(|prose| (SearchField::Heading, borrowed(&prose.title))).filter(|(_, said)| said != title));
    fields.push((SearchField::Body, text.clone().into()));
    Entry {
        kind: EntryKind::Guidance,
        href,
        number: None,
        heading: borrowed(title),
        title: Some(name),
        status: None,
        topics: Vec::new(),
        audiences: Vec::new(),
        text: text.into(),
        fields,
        keys: Vec::new(),
    }
}

fn of_term(term: &TermView) -> Entry<'_> {
    let TermView {
        term,
        also,
        english,
        definition,
        source: _, // says where the definition is from, not what it is about
        anchor,
    } = term;
    let mut fields = vec![(SearchField::Term, borrowed(term)), (SearchField::Body, borrowed(definition))];
    fields.extend(english.iter().chain(also).map(|word| (SearchField::Term, borrowed(word))));
    Entry {
        kind: EntryKind::Term,
        href: format!("{}#{anchor}", places::GLOSSARY),
        number: None,
        heading: borrowed(term),
        title: english.as_deref(),
        status: None,
        topics: Vec::new(),
        audiences: Vec::new(),
        text: borrowed(definition),
        fields,
        keys: Vec::new(),
    }
}

/// The page of a topic or an audience, with how much is there.
fn of_way<'a>(kind: EntryKind, name: &'a str, also: &'a [String], tally: &'a str, href: String) -> Entry<'a> {
    Entry {
        kind,
        href,
        number: None,
        heading: borrowed(name),
        title: Some(tally),
        status: None,
        topics: Vec::new(),
        audiences: Vec::new(),
        text: Cow::default(),
        fields: [name]
            .into_iter()
            .chain(also.iter().map(String::as_str))
            .map(|it| (SearchField::Heading, it.into()))
            .collect(),
        keys: Vec::new(),
    }
}

/// The words of a body, one line for each paragraph, point and cell.
pub(in super::super) fn body_text(body: &BodyView) -> String {
    let mut text = String::new();
    blocks(&mut text, &body.blocks);
    body.footnotes.iter().for_each(|note| blocks(&mut text, note));
    text
}

fn blocks(text: &mut String, all: &[BlockView]) {
    for block in all {
        match block {
            BlockView::Paragraph { content } | BlockView::Heading { content, .. } => paragraph(text, &plain(content)),
            BlockView::Points { points } => {
                for point in points {
                    paragraph(text, &point.label);
                    let mut inside = String::new();
                    blocks(&mut inside, &point.blocks);
                    text.push(' ');
                    text.push_str(&inside);
                }
            }
            BlockView::Quote { blocks: inside } => blocks(text, inside),
            BlockView::Table { head, rows, .. } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| paragraph(text, &plain(cell)));
            }
            BlockView::Image { alt, caption, .. } => {
                paragraph(text, alt);
                caption.iter().for_each(|caption| paragraph(text, caption));
            }
        }
    }
}

fn paragraph(text: &mut String, said: &str) {
    if said.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(said);
}
