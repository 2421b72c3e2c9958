//! The parts of a page around `main`, on each of its sheets.

use std::collections::BTreeSet;

use super::fill::SheetContent;
use super::links::{self, Anchor, MovedPlaces};
use super::tree::{self, Element};
use super::{PageSheet, sheet_path};
use crate::render::html::rich_text;
use crate::view::SheetWords;

pub(super) struct CutFrame<'h> {
    before: &'h str,
    pub(super) main: &'h str,
    after: &'h str,
}

/// How many places of later sheets the first one lists at most.
const LISTED: usize = 1000;
/// Beyond so many bytes, what stands beside a chapter names only the excerpts of its sheet.
const BESIDE: usize = 60_000;

/// The end of the policy in a page's head. `sheets.js` opens the other sheets in frames; `file:` as in `base.html`.
const NO_FRAMES: &str = "form-action 'self' file:\">";
const FRAMES: &str = "form-action 'self' file:; frame-src 'self' file:\">";

/// One sheet among those of its page.
struct SheetPlace<'p> {
    /// Counted from 0.
    here: usize,
    of: usize,
    path: &'p str,
}

impl<'h> CutFrame<'h> {
    pub(super) fn of(html: &'h str) -> Option<Self> {
        let (before, from_main) = html.split_at(html.find("<main ")?);
        let (main, after) = from_main.split_at(from_main.rfind("</main>")? + "</main>".len());
        Some(CutFrame { before, main, after })
    }

    pub(super) fn bytes(&self) -> usize {
        self.before.len() + self.after.len().min(BESIDE)
    }

    /// Returns the sheets with these contents.
    pub(super) fn sheets(&self, path: &str, contents: Vec<SheetContent>, words: &SheetWords) -> Vec<PageSheet> {
        let anchors: Vec<Vec<Anchor>> =
            contents.iter().map(|content| links::anchors(&tree::nodes(&content.html).unwrap_or_default())).collect();
        let paths: Vec<String> = (1..=contents.len()).map(|number| sheet_path(path, number)).collect();
        let files: Vec<String> = paths.iter().map(|path| file_name(path).to_owned()).collect();
        let placed =
            anchors.iter().enumerate().flat_map(|(sheet, all)| all.iter().map(move |it| (it.id.as_str(), sheet)));
        let moved = MovedPlaces { files: &files, sheets: placed.collect() };
        let of = contents.len();
        let sheet = |(here, (content, sheet_path)): (usize, (SheetContent, &String))| {
            let place = SheetPlace { here, of, path };
            PageSheet { path: sheet_path.clone(), html: self.sheet(&place, &content, &moved, &anchors, words) }
        };
        contents.into_iter().zip(&paths).enumerate().map(sheet).collect()
    }

    fn sheet(
        &self,
        place: &SheetPlace,
        content: &SheetContent,
        moved: &MovedPlaces,
        anchors: &[Vec<Anchor>],
        words: &SheetWords,
    ) -> String {
        let mut named = BTreeSet::new();
        let mut relinked = |html: &str| moved.relinked(html, place.here, &mut named);
        let (head, rest) = content.html.split_at(content.head);
        let rest = rest.strip_suffix("</main>").unwrap_or(rest);
        let (head, rest, after) = (relinked(head), relinked(rest), relinked(&self.after(place, moved)));
        let list = if place.here == 0 { places(moved, anchors, &named, words) } else { String::new() };
        let turn = |label: &str| turn(place, moved.files, label, words);
        [
            &self.before(place, moved.files, words),
            &head,
            &turn(&words.label),
            &rest,
            &list,
            &turn(&words.label_below),
            "</main>",
            &after,
        ]
        .concat()
    }

    /// The head says which sheet it is; only the first stands for the page to programs.
    fn before(&self, place: &SheetPlace, files: &[String], words: &SheetWords) -> String {
        let before = self.before.replacen(NO_FRAMES, FRAMES, 1);
        if place.here == 0 {
            return before;
        }
        let Some((head, body)) = before.split_once("</head>") else { return before };
        let of = of(place, words);
        let head = head.replacen("</title>", &format!(" {of}</title>"), 1);
        let head = without_data(&after_title(&head, &of));
        let (former, own) = (file_name(place.path), files.get(place.here).map_or("", String::as_str));
        let head = head.replace(&format!("/{former}\">"), &format!("/{own}\">"));
        [&head, "</head>", body].concat()
    }

    /// Where all of a long chapter would be named beside each sheet, only what is on the sheet is.
    fn after(&self, place: &SheetPlace, moved: &MovedPlaces) -> String {
        let is_long = self.after.len() > BESIDE || place.here > 0;
        let nodes = if is_long { list_beside(self.after).and_then(tree::element) } else { None };
        let Some(list) = nodes else { return self.after.to_owned() };
        let is_here = |item: &&Element| {
            let target = item.elements().next().and_then(|link| link.attribute("href"));
            target.and_then(|href| href.strip_prefix('#')).is_none_or(|id| moved.sheets.get(id) == Some(&place.here))
        };
        let kept: String = list.elements().filter(is_here).map(|item| item.whole).collect();
        self.after.replacen(list.whole, &[list.open, &kept, list.close].concat(), 1)
    }
}

/// `(trang 2/4)`
fn of(place: &SheetPlace, words: &SheetWords) -> String {
    words.of.replace("{a}", &(place.here + 1).to_string()).replace("{n}", &place.of.to_string())
}

fn list_beside(after: &str) -> Option<&str> {
    let from = after.get(after.find("<ol class=\"in-chapter\"")?..)?;
    from.get(..from.find("</ol>")? + "</ol>".len())
}

fn after_title(head: &str, of: &str) -> String {
    let Some((before, title)) = head.split_once("<meta property=\"og:title\" content=\"") else {
        return head.to_owned();
    };
    let Some((title, after)) = title.split_once('"') else { return head.to_owned() };
    [before, "<meta property=\"og:title\" content=\"", title, " ", of, "\"", after].concat()
}

fn without_data(head: &str) -> String {
    let Some((before, data)) = head.split_once("<script type=\"application/ld+json\">") else { return head.to_owned() };
    let after = data.split_once("</script>").map_or("", |(_, after)| after);
    [before, after].concat()
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The places of later sheets that nothing on the first one leads to.
fn places(moved: &MovedPlaces, anchors: &[Vec<Anchor>], named: &BTreeSet<String>, words: &SheetWords) -> String {
    let is_new = |anchor: &&Anchor| links::is_named_elsewhere(&anchor.id) && !named.contains(&anchor.id);
    let later = anchors.iter().skip(1).flatten().filter(is_new).take(LISTED);
    let item = |anchor: &Anchor| {
        let address = moved.address(&anchor.id, 0)?;
        let label = if anchor.label.is_empty() { anchor.id.clone() } else { anchor.label.clone() };
        Some(format!("<li><a id=\"{}\" data-moved href=\"{address}\">{label}</a></li>\n", anchor.id))
    };
    let items: String = later.filter_map(item).collect();
    if items.is_empty() {
        return items;
    }
    let mut title = String::new();
    rich_text::escape(&mut title, &words.places);
    format!("<details class=\"places\">\n<summary>{title}</summary>\n<ul>\n{items}</ul>\n</details>\n")
}

/// The links to the other sheets: the first, the last, those around, the one before and the one after.
fn turn(place: &SheetPlace, files: &[String], label: &str, words: &SheetWords) -> String {
    let to = |at: usize, more: &str, text: &str| {
        files.get(at).map(|file| format!("<li><a{more} href=\"{file}\">{text}</a></li>\n")).unwrap_or_default()
    };
    let before = place.here.checked_sub(1).map(|at| to(at, " rel=\"prev\"", &words.previous)).unwrap_or_default();
    let after = to(place.here + 1, " rel=\"next\"", &words.next);
    let mut numbers = String::new();
    let mut last = 0;
    for at in (0..place.of).filter(|at| *at == 0 || *at + 1 == place.of || at.abs_diff(place.here) <= 2) {
        if at > last + 1 {
            numbers.push_str("<li aria-hidden=\"true\">…</li>\n");
        }
        let current = if at == place.here { " aria-current=\"page\"" } else { "" };
        numbers.push_str(&to(at, current, &format!("<span class=\"hidden\">{} </span>{}", words.sheet, at + 1)));
        last = at;
    }
    let (of, count) = (of(place, words), place.of);
    format!(
        "\n<nav class=\"sheets\" aria-label=\"{label}\" data-count=\"{count}\">\n<p>{of}</p>\n<ul>\n{before}{numbers}{after}</ul>\n</nav>\n"
    )
}
