//! `feed.xml`: what differs from the edition before, as an Atom feed (RFC 4287), for those who follow the booklet. An entry
//! for the edition itself comes first, then one for each change, all dated with the edition's day. Beside it lies one feed for
//! each topic, `chu-de/mua-sam.xml`, with the changes of that topic.
//!
//! An entry keeps its id for ever, so ids are made from those of the edition and of what changed, never from an address.

use std::collections::BTreeSet;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::xml::escape;
use super::{Artifact, FOLDER, Site, places, rich_text};
use crate::hash::hex;
use crate::view::{
    ChangeEntry, ChangeGroup, ChangeSection, ChangedWords, DateView, StatusView, TopicView, View, Words,
};

pub(super) const FEED: &str = "feed.xml";

/// The feed of the booklet, and those of its topics.
pub(super) fn artifacts(site: &Site) -> Vec<Artifact> {
    let topics = site.view.web.topics.iter().map(Some);
    std::iter::once(None).chain(topics).map(|topic| Feed::new(site, topic).artifact()).collect()
}

/// What changed in the booklet, or in one topic.
struct Feed<'a> {
    site: &'a Site<'a>,
    topic: Option<&'a TopicView>,
    /// Ids of the instruments of the topic's excerpts.
    instruments: BTreeSet<&'a str>,
}

impl<'a> Feed<'a> {
    fn new(site: &'a Site<'a>, topic: Option<&'a TopicView>) -> Self {
        let numbers = topic.into_iter().flat_map(|topic| &topic.excerpts);
        let excerpts = numbers.filter_map(|number| site.by_number.get(*number));
        Feed { site, topic, instruments: excerpts.map(|(_, excerpt)| excerpt.instrument_id.as_str()).collect() }
    }

    fn artifact(&self) -> Artifact {
        let view = self.site.view;
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.head(&mut out);
        self.edition().write(&mut out, self);
        for (section, group, entry) in changes(view).filter(|(_, _, entry)| self.has(entry)) {
            change(self.site, section, group, entry).write(&mut out, self);
        }
        out.push_str("</feed>\n");
        Artifact { path: format!("{FOLDER}{}", self.path()), bytes: out.into_bytes() }
    }

    /// Below the site's folder.
    fn path(&self) -> String {
        self.topic.map_or_else(|| FEED.to_owned(), |topic| places::topic_feed(&topic.id))
    }

    /// The page of what it is about, below the site's folder.
    fn page(&self) -> String {
        self.topic.map_or_else(|| places::INDEX.to_owned(), |topic| places::topic_page(&topic.id))
    }

    fn has(&self, entry: &ChangeEntry) -> bool {
        self.topic.is_none_or(|topic| entry.topics.contains(&topic.id) || self.instruments.contains(entry.id.as_str()))
    }

    /// An id of its own among those of the edition.
    fn id(&self, of: &[&str]) -> String {
        let topic = self.topic.map(|topic| ["topic", &topic.id]);
        id(&[[self.site.view.edition.id.as_str()].as_slice(), of, topic.as_ref().map_or(&[], |topic| topic)].concat())
    }

    fn head(&self, out: &mut String) {
        let View { edition, words, language, generator, .. } = self.site.view;
        let title = match self.topic {
            Some(topic) => format!("{}: {}", edition.title, topic.name),
            None => format!("{}: {}", edition.title, words.changes),
        };
        put(out, format_args!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n", escape(language)));
        put(out, format_args!("<id>{}</id>\n<title>{}</title>\n", self.id(&[]), escape(&title)));
        put(out, format_args!("<updated>{}</updated>\n", self.updated()));
        put(out, format_args!("<author><name>{}</name></author>\n", escape(&edition.issuer.name)));
        put(out, format_args!("<generator>{}</generator>\n", escape(generator)));
        let page = self.address(&self.page());
        put(out, format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n"));
        if let Some(own) = self.site.address(&self.path()) {
            put(out, format_args!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n", escape(&own)));
        }
    }

    /// The entry for the edition itself.
    fn edition(&self) -> FeedEntry<'a> {
        let edition = &self.site.view.edition;
        let mut content = format!("<p>{}</p>", html(&edition.as_of_line));
        self.counted().iter().for_each(|line| put(&mut content, format_args!("<p>{}</p>", html(line))));
        let label = edition.label.iter().map(|label| format!(", {label}"));
        let topic = self.topic.iter().map(|topic| format!(": {}", topic.name));
        let title = [edition.title.clone()].into_iter().chain(label).chain(topic).collect();
        FeedEntry { id: self.id(&["edition"]), title, category: None, page: Some(self.page()), content }
    }

    /// How much changed.
    fn counted(&self) -> Vec<String> {
        let Some(all) = &self.site.view.changes else { return Vec::new() };
        let Some(topic) = self.topic else { return [&all.line].into_iter().chain(&all.summary).cloned().collect() };
        let own = changes(self.site.view).filter(|(_, _, entry)| self.has(entry)).count();
        vec![all.line.clone(), format!("{}: {own}", topic.name)]
    }

    /// The beginning of the edition's day in Viet Nam.
    fn updated(&self) -> String {
        moment(&self.site.view.edition.as_of)
    }

    /// Whole, where the settings say where the site is published; else from the feed on.
    fn address(&self, path: &str) -> String {
        let root = if self.topic.is_some() { "../" } else { "" };
        escape(&self.site.address(path).unwrap_or_else(|| format!("{root}{path}")))
    }
}

/// Every change since the edition before, with its group and section.
fn changes(view: &View) -> impl Iterator<Item = (&ChangeSection, &ChangeGroup, &ChangeEntry)> {
    let sections = view.changes.iter().flat_map(|changes| &changes.sections);
    let groups = sections.flat_map(|section| section.groups.iter().map(move |group| (section, group)));
    groups.flat_map(|(section, group)| group.entries.iter().map(move |entry| (section, group, entry)))
}

struct FeedEntry<'a> {
    id: String,
    title: String,
    category: Option<&'a ChangeGroup>,
    /// Below the site's folder; nothing for what the edition no longer has.
    page: Option<String>,
    /// HTML.
    content: String,
}

impl FeedEntry<'_> {
    fn write(&self, out: &mut String, feed: &Feed) {
        put(out, format_args!("<entry>\n<id>{}</id>\n<title>{}</title>\n", self.id, escape(&self.title)));
        put(out, format_args!("<updated>{}</updated>\n", feed.updated()));
        if let Some(page) = &self.page {
            put(out, format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", feed.address(page)));
        }
        if let Some(group) = self.category {
            put(out, format_args!("<category term=\"{}\" label=\"{}\"/>\n", escape(&group.key), escape(&group.name)));
        }
        put(out, format_args!("<content type=\"html\">{}</content>\n</entry>\n", escape(&self.content)));
    }
}

fn change<'a>(site: &Site, section: &ChangeSection, group: &'a ChangeGroup, entry: &ChangeEntry) -> FeedEntry<'a> {
    let view = site.view;
    let words = &view.words;
    let page = match (&entry.link, &entry.row) {
        (Some(link), _) => Some(places::permalink(&link.id)),
        (None, Some(row)) => {
            let row = || Some(format!("{}#{row}", site.places.page(row).ok()?));
            site.places.instrument(&entry.id).or_else(row)
        }
        (None, None) => None,
    };
    let mut content = String::new();
    let mut line = |said: String| put(&mut content, format_args!("<p>{said}</p>"));
    entry.title.iter().for_each(|title| line(html(title)));
    entry.instead_of.iter().for_each(|it| line(html(&format!("{}: {it}", words.change_instead_of))));
    entry.before.iter().for_each(|it| line(html(&format!("{}: {}", words.change_before, status(it)))));
    let after = |it: &StatusView| match &entry.before {
        Some(_) => format!("{}: {}", words.change_after, status(it)),
        None => status(it),
    };
    entry.after.iter().for_each(|it| line(html(&after(it))));
    for field in &entry.fields {
        line(format!("<b>{}</b>", html(&field.name)));
        field.lines.iter().for_each(|words_of| line(marked(words_of, words)));
    }
    FeedEntry {
        id: id(&[&view.edition.id, &section.key, &group.key, &entry.id]),
        title: format!("{}: {}", group.name, entry.citation),
        category: Some(group),
        page,
        content,
    }
}

fn status(status: &StatusView) -> String {
    match &status.detail {
        Some(detail) => format!("{} {} · {detail}", status.sign, status.text),
        None => format!("{} {}", status.sign, status.text),
    }
}

/// One line with what went and what came.
fn marked(line: &[ChangedWords], words: &Words) -> String {
    let mark = |piece: &ChangedWords| match piece.kind.as_str() {
        "removed" => format!("<del title=\"{}\">{}</del>", html(&words.removed_begin), html(&piece.text)),
        "added" => format!("<ins title=\"{}\">{}</ins>", html(&words.added_begin), html(&piece.text)),
        _ => html(&piece.text),
    };
    line.iter().map(mark).collect::<Vec<_>>().join(" ")
}

fn html(text: &str) -> String {
    let mut out = String::new();
    rich_text::escape(&mut out, text);
    out
}

/// The beginning of the edition's day in Viet Nam.
fn moment(day: &DateView) -> String {
    format!("{}T00:00:00+07:00", day.iso)
}

/// A name of its own kind that needs no address: a UUID (version 8, RFC 9562) from a hash of what it names.
fn id(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    hash.update("camnang feed");
    parts.iter().for_each(|part| hash.update(format!("\0{part}")));
    let mut bytes = hash.finalize().to_vec();
    bytes.truncate(16);
    if let [_, _, _, _, _, _, version, _, variant, ..] = bytes.as_mut_slice() {
        *version = 0x80 | (*version & 0x0f);
        *variant = 0x80 | (*variant & 0x3f);
    }
    let digits = hex(&bytes);
    let cut = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    format!("urn:uuid:{}-{}-{}-{}-{}", cut(0, 8), cut(8, 12), cut(12, 16), cut(16, 20), cut(20, 32))
}

fn put(out: &mut String, words: std::fmt::Arguments) {
    // Writing into a string cannot fail.
    let _ = out.write_fmt(words);
}
