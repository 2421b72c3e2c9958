//! `feed.xml`: what differs from the edition before, as an Atom feed (RFC 4287), for those who follow the booklet. An entry
//! for the edition itself comes first, then one for each change, all dated with the edition's day.
//!
//! An entry keeps its id for ever, so ids are made from those of the edition and of what changed, never from an address.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::xml::escape;
use super::{Artifact, FOLDER, Site, places, rich_text};
use crate::hash::hex;
use crate::view::{ChangeEntry, ChangeGroup, ChangeSection, ChangedWords, DateView, StatusView, Words};

pub(super) const FEED: &str = "feed.xml";

pub(super) fn artifact(site: &Site) -> Artifact {
    let view = site.view;
    let (edition, words) = (&view.edition, &view.words);
    let updated = moment(&edition.as_of);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    put(
        &mut out,
        format_args!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n", escape(&view.language)),
    );
    put(&mut out, format_args!("<id>{}</id>\n", id(&[&edition.id])));
    put(&mut out, format_args!("<title>{}: {}</title>\n", escape(&edition.title), escape(&words.changes)));
    put(&mut out, format_args!("<updated>{updated}</updated>\n"));
    put(&mut out, format_args!("<author><name>{}</name></author>\n", escape(&edition.issuer.name)));
    put(&mut out, format_args!("<generator>{}</generator>\n", escape(&view.generator)));
    put(
        &mut out,
        format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", address(site, places::INDEX)),
    );
    if let Some(own) = site.address(FEED) {
        put(&mut out, format_args!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n", escape(&own)));
    }
    let mut content = format!("<p>{}</p>", html(&edition.as_of_line));
    for line in view.changes.iter().flat_map(|changes| std::iter::once(&changes.line).chain(&changes.summary)) {
        put(&mut content, format_args!("<p>{}</p>", html(line)));
    }
    let title = match &edition.label {
        Some(label) => format!("{}, {label}", edition.title),
        None => edition.title.clone(),
    };
    let own = FeedEntry {
        id: id(&[&edition.id, "edition"]),
        title,
        category: None,
        page: Some(places::INDEX.to_owned()),
        content,
    };
    own.write(&mut out, site, &updated);
    for section in view.changes.iter().flat_map(|changes| &changes.sections) {
        for group in &section.groups {
            for entry in &group.entries {
                change(site, section, group, entry).write(&mut out, site, &updated);
            }
        }
    }
    out.push_str("</feed>\n");
    Artifact { path: format!("{FOLDER}{FEED}"), bytes: out.into_bytes() }
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
    fn write(&self, out: &mut String, site: &Site, updated: &str) {
        put(out, format_args!("<entry>\n<id>{}</id>\n<title>{}</title>\n", self.id, escape(&self.title)));
        put(out, format_args!("<updated>{updated}</updated>\n"));
        if let Some(page) = &self.page {
            put(out, format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", address(site, page)));
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

/// Whole, where the settings say where the site is published; else from the feed on.
fn address(site: &Site, path: &str) -> String {
    escape(&site.address(path).unwrap_or_else(|| path.to_owned()))
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
