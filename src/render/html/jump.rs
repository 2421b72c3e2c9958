//! The list to jump: a page that is long on a phone begins with links to its sections, whatever template it is made from. A page
//! that is cut has one on each of its sheets, of the places of that sheet.
//!
//! How high a page will be is estimated from its text, rather too high than too low; `tests/checkers/html-journeys` measures
//! every page in a browser.

use std::borrow::Cow;
use std::fmt::Write;

use super::typography::{self, name_of, tag_length};

/// About how many pixels high a page may be without a list, on a screen of 360: less than 12,000 by as much as the estimate
/// may be too low.
const HIGHEST: usize = 8_500;
/// A line of 34 letters is 30 pixels high.
const LETTER: usize = 9;
/// Halves of lines and gaps of one block.
const BLOCK: usize = 300;
/// The two above are tenths of a pixel.
const UNIT: usize = 10;
/// A smaller page cannot be too high: even lists of short words have more than a byte for a pixel.
const FEWEST_BYTES: usize = 9_000;
/// Where there are fewer sections, those within them are listed too.
const FEW: usize = 8;
/// So far one scrolls past nothing that is listed, in pixels and in parts of the page.
const STRETCH: usize = 3_000;
const STRETCHES: usize = 24;
/// How long the name of a block is that has no heading: its first words.
const NAME: usize = 60;
/// Elements within a line or a form, which are no places to jump to.
const INLINE: [&str; 9] = ["a", "sup", "span", "input", "textarea", "label", "button", "time", "b"];
/// Elements that begin a line.
const BLOCKS: [&str; 12] = ["p", "li", "tr", "dt", "dd", "h1", "h2", "h3", "h4", "figure", "blockquote", "summary"];

/// A page, or one of its sheets.
#[derive(Clone, Copy)]
pub(super) struct ListedPage<'p> {
    pub(super) html: &'p str,
    /// Which sheet it is, counted from 0.
    pub(super) sheet: usize,
}

/// Returns the page with a list of its sections below its title, where it is long and has none.
pub(super) fn listed<'p>(ListedPage { html: page, sheet }: ListedPage<'p>, title: &str) -> Cow<'p, str> {
    let Some((start, main)) = main_of(page).filter(|(_, main)| main.len() >= FEWEST_BYTES) else { return page.into() };
    let outline = PageOutline::of(main);
    if outline.is_listed || outline.height / UNIT < HIGHEST {
        return page.into();
    }
    let (head, rest) = page.split_at(start);
    let (above, below) = rest.split_at(outline.title_end);
    let mut out = String::with_capacity(page.len() + 100 * outline.sections.len());
    let sections = outline.chosen();
    out.extend([head, above]);
    out.push_str(&typography::set(&list(title, &sections, sheet)));
    push_named(&mut out, below, outline.title_end, &sections, sheet);
    out.into()
}

/// Returns the element `main`, and where it begins.
fn main_of(page: &str) -> Option<(usize, &str)> {
    let start = page.find("<main")?;
    let end = page.rfind("</main>")?;
    Some((start, page.get(start..end)?))
}

/// A place that a link can lead to.
struct Section<'p> {
    level: SectionLevel,
    id: Option<&'p str>,
    /// Where in its tag an id belongs, if it has none.
    at: usize,
    /// How far down it is.
    height: usize,
    /// HTML without elements.
    name: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SectionLevel {
    Upper,
    Within,
    /// No heading, only far from the last one.
    Block,
}

/// What a page is made of, as far as the list needs it.
struct PageOutline<'p> {
    sections: Vec<Section<'p>>,
    height: usize,
    /// Where the title and what belongs to it end.
    title_end: usize,
    /// The template has a list of its own.
    is_listed: bool,
}

impl<'p> PageOutline<'p> {
    fn of(main: &'p str) -> Self {
        let title_end = title_end(main);
        let outline = PageOutline { sections: Vec::new(), height: 0, title_end, is_listed: false };
        let mut reader = OutlineReader { outline, hidden: None, open: None, around: None };
        let mut at = title_end;
        while let Some(rest) = main.get(at..).filter(|rest| !rest.is_empty()) {
            let (text, from_tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            let (tag, _) = from_tag.split_at(tag_length(from_tag));
            reader.text(text);
            reader.tag(tag, at + text.len());
            at += text.len() + tag.len();
        }
        reader.outline
    }

    /// The sections that are listed, in order.
    fn chosen(&self) -> Vec<&Section<'p>> {
        let upper = self.sections.iter().filter(|section| section.level == SectionLevel::Upper).count();
        let lowest = if upper < FEW { SectionLevel::Within } else { SectionLevel::Upper };
        let stretch = (STRETCH * UNIT).max(self.height / STRETCHES);
        let mut reached = 0;
        let is_chosen = |section: &&Section| {
            let chosen = section.level <= lowest || section.height >= reached + stretch;
            if chosen {
                reached = section.height;
            }
            chosen
        };
        self.sections.iter().filter(is_chosen).collect()
    }
}

/// Where the title of a page ends: after the head that holds it, and after the line of the edition.
fn title_end(main: &str) -> usize {
    let Some(title) = main.find("</h1>").map(|at| at + "</h1>".len()) else { return tag_length(main) };
    let rest = main.get(title..).unwrap_or_default();
    let head = rest.find("</header>").filter(|end| !rest.get(..*end).unwrap_or_default().contains("<header"));
    let mut end = title + head.map_or(0, |end| end + "</header>".len());
    while let Some((rest, close)) = main.get(end..).and_then(|rest| Some((rest, belongs_to_title(rest)?))) {
        end += rest.find(close).map_or(rest.len(), |at| at + close.len());
    }
    end
}

/// The end of what comes next, if that is before the list: a line of the title, or the form that the page is for.
fn belongs_to_title(rest: &str) -> Option<&'static str> {
    let line = rest.trim_start();
    let all = [
        ("<p class=\"subtitle\"", "</p>"),
        ("<p class=\"edition-line\"", "</p>"),
        ("<form class=\"days", "</form>"),
        ("<nav class=\"sheets\"", "</nav>"),
    ];
    all.into_iter().find(|(start, _)| line.starts_with(start)).map(|(_, close)| close)
}

/// Reads a page tag by tag.
struct OutlineReader<'p> {
    outline: PageOutline<'p>,
    /// The element that is not seen, and how many of its name are open.
    hidden: Option<(&'p str, usize)>,
    /// The heading or block that is open, and the name of its element.
    open: Option<(&'p str, Section<'p>)>,
    /// The id of the section that has begun, until it has its heading.
    around: Option<&'p str>,
}

impl<'p> OutlineReader<'p> {
    fn text(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        self.outline.height += LETTER * text.chars().count();
        if let Some((_, section)) = &mut self.open {
            section.name.push_str(text);
        }
    }

    fn tag(&mut self, tag: &'p str, at: usize) {
        let (name, is_end) = (name_of(tag), tag.starts_with("</"));
        if let Some((hidden, depth)) = &mut self.hidden {
            // A list that leads to other sheets too is no list of this one.
            let leads_away = *hidden == "nav" && attribute(tag, "href").is_some_and(|href| !href.starts_with('#'));
            self.outline.is_listed &= !leads_away;
            if name == *hidden {
                *depth = if is_end { *depth - 1 } else { *depth + 1 };
            }
            self.hidden = self.hidden.filter(|(_, depth)| *depth > 0);
        } else if is_end {
            self.close(|open, _| open == name);
        } else {
            self.start(name, tag, at);
        }
    }

    fn start(&mut self, name: &'p str, tag: &'p str, at: usize) {
        self.outline.is_listed |= attribute(tag, "class").is_some_and(|all| all.split(' ').any(|one| one == "jump"));
        if is_unseen(name, tag) {
            self.hidden = Some((name, 1));
            return;
        }
        match name {
            "section" | "article" => self.around = attribute(tag, "id"),
            "h2" => self.open(SectionLevel::Upper, name, tag, at),
            "h3" => self.open(SectionLevel::Within, name, tag, at),
            _ if self.is_listed_block(name, tag) => self.open(SectionLevel::Block, name, tag, at),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            // The first words are enough of a block; a heading is closed by its end.
            self.close(|_, section| section.level == SectionLevel::Block && section.name.chars().count() > NAME);
            self.outline.height += BLOCK;
        }
    }

    fn open(&mut self, level: SectionLevel, name: &'p str, tag: &'p str, at: usize) {
        self.close(|_, _| true);
        let around = self.around.take().filter(|_| level != SectionLevel::Block);
        let id = around.or_else(|| attribute(tag, "id"));
        let at = at + 1 + name.len();
        self.open = Some((name, Section { level, id, at, height: self.outline.height, name: String::new() }));
    }

    fn close(&mut self, is_done: impl Fn(&str, &Section<'p>) -> bool) {
        let done = self.open.take_if(|(name, section)| is_done(name, section)).map(|(_, section)| section);
        self.outline.sections.extend(done.filter(|section| !section.name.trim().is_empty()));
    }

    /// Whether the last section or block that can be listed is far above. An element with an address is a better place than
    /// one without.
    fn is_listed_block(&self, name: &str, tag: &str) -> bool {
        let last = self.outline.sections.last().map_or(0, |section| section.height);
        let far = self.outline.height.saturating_sub(last) / UNIT;
        let has_address = attribute(tag, "id").is_some() && !INLINE.contains(&name);
        let is_block = BLOCKS.contains(&name) && far >= STRETCH * 3 / 2;
        self.open.is_none() && far >= STRETCH && (has_address || is_block)
    }
}

/// Whether what an element holds is not seen until somebody asks for it, or leads elsewhere.
fn is_unseen(name: &str, tag: &str) -> bool {
    let is_void = matches!(name, "input" | "br" | "img" | "hr" | "path");
    let is_closed = name == "details" && !tag.contains(" open");
    let is_other = matches!(name, "nav" | "template" | "svg" | "select" | "script" | "style");
    !is_void && (is_closed || is_other || tag.ends_with(" hidden>") || tag.contains(" hidden "))
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = tag.get(start..)?;
    value.get(..value.find('"')?)
}

fn list(title: &str, sections: &[&Section], sheet: usize) -> String {
    // The script that joins sheets leaves out what further sheets begin with.
    let again = if sheet > 0 { " data-again" } else { "" };
    let mut out = format!(
        "\n<nav{again} class=\"jump in-page\" aria-labelledby=\"nhay_toi\">\n<h2 id=\"nhay_toi\">{title}</h2>\n<ul>"
    );
    for (number, section) in sections.iter().enumerate() {
        let class = if section.level == SectionLevel::Upper { "" } else { " class=\"within\"" };
        // Writing into a string cannot fail.
        let _ =
            write!(out, "\n<li{class}><a href=\"#{}\">{}</a></li>", section.address(number, sheet), section.label());
    }
    out + "\n</ul>\n</nav>"
}

impl Section<'_> {
    /// Joined sheets are one page, so no two of them have an id in common.
    fn address(&self, number: usize, sheet: usize) -> Cow<'_, str> {
        let own = || match sheet {
            0 => format!("muc_{}", number + 1),
            _ => format!("muc_{}_{}", sheet + 1, number + 1),
        };
        self.id.map_or_else(|| own().into(), Cow::Borrowed)
    }

    /// The heading, or the first words of a block.
    fn label(&self) -> String {
        let mut label = String::new();
        for word in self.name.split_whitespace() {
            if self.level == SectionLevel::Block && label.chars().count() + word.chars().count() > NAME {
                label.push('…');
                break;
            }
            let space = if label.is_empty() { "" } else { " " };
            label.extend([space, word]);
        }
        label
    }
}

/// Adds the rest of the page, which begins at `start` of its `main`, with ids for the sections that have none.
fn push_named(out: &mut String, rest: &str, start: usize, sections: &[&Section], sheet: usize) {
    let mut done = 0;
    for (number, section) in sections.iter().enumerate().filter(|(_, section)| section.id.is_none()) {
        out.push_str(rest.get(done..section.at - start).unwrap_or_default());
        let _ = write!(out, " id=\"{}\"", section.address(number, sheet));
        done = section.at - start;
    }
    out.push_str(rest.get(done..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long(before: &str, sections: &str) -> String {
        format!("<main class=\"sheet\">{before}<h1>Tên</h1>{sections}</main><footer></footer>")
    }

    fn listed<'p>(html: &'p str, title: &str) -> Cow<'p, str> {
        super::listed(ListedPage { html, sheet: 0 }, title)
    }

    fn text(lines: usize) -> String {
        "<p>mười ký tự của một dòng</p>".repeat(lines)
    }

    #[test]
    fn a_short_page_stays() {
        for page in [long("", "<h2>a</h2><h2>b</h2>"), "<p>không có main".to_owned()] {
            assert_eq!(listed(&page, "Trong trang"), page);
        }
    }

    #[test]
    fn a_long_page_begins_with_links_to_its_sections() {
        let body = format!("<section id=\"mot\"><h2 id=\"a\"><b>1</b> Một</h2>{}</section><h2>Hai</h2>", text(300));
        let page = listed(&long("", &body), "Trong trang").into_owned();
        let list = "<h1>Tên</h1>\n<nav class=\"jump in-page\" aria-labelledby=\"nhay_toi\">\n<h2 id=\"nhay_toi\">Trong trang</h2>\n<ul>\n\
                    <li><a href=\"#mot\">1 Một</a></li>";
        assert!(page.contains(list), "{page}");
        assert!(page.contains("<a href=\"#muc_5\">Hai</a></li>\n</ul>\n</nav><section"), "{page}");
        assert!(page.ends_with("<h2 id=\"muc_5\">Hai</h2></main><footer></footer>"), "{page}");
    }

    #[test]
    fn what_has_no_heading_is_listed_by_its_first_words_at_even_distances() {
        let words = "mười hai chữ của một dòng rất dài, dài hơn cả tên một mục";
        let rows =
            |count: usize| -> String { (0..count).map(|n| format!("<tr><td>{n}</td><td>{words}</td></tr>")).collect() };
        let links = |page: &str| page.matches("<a href=\"#muc_").count();
        let page = listed(&long("", &rows(200)), "Trong trang").into_owned();
        assert_eq!(links(&page), 3, "{page}");
        assert!(page.contains(">mười hai chữ") || page.contains("…</a>"), "{page}");
        assert_eq!(page.matches("<tr id=\"muc_").count(), 3);
        // A page of any length has a list that can be read.
        let most = links(&listed(&long("", &rows(20_000)), "Trong trang"));
        assert!((STRETCHES - 3..STRETCHES).contains(&most), "{most}");
        // An element with an address is a better place than one without.
        let addressed = rows(200).replace("<tr><td>95<", "<tr id=\"chin-muoi\"><td>95<");
        assert!(listed(&long("", &addressed), "Trong trang").contains("<a href=\"#chin-muoi\">"));
    }

    #[test]
    fn what_is_not_seen_is_neither_counted_nor_listed() {
        let unseen = [("<details>", "</details>"), ("<section hidden>", "</section>"), ("<template>", "</template>")];
        for (open, close) in unseen {
            let page = long("", &format!("{open}{}<h2>a</h2><h2>b</h2>{close}<h2>c</h2><h2>d</h2>", text(600)));
            assert_eq!(listed(&page, "Trong trang"), page);
        }
    }

    #[test]
    fn the_list_of_a_template_is_enough() {
        let page = long("", &format!("<nav class=\"letters jump\"></nav><h2>a</h2><h2>b</h2>{}", text(600)));
        assert_eq!(listed(&page, "Trong trang"), page);
    }

    #[test]
    fn a_list_that_leads_to_other_sheets_is_not_enough() {
        let letters = "<nav class=\"letters jump\"><a href=\"#a\">A</a><a href=\"tu-ngu_2.html#b\">B</a></nav>";
        let page = long("", &format!("{letters}<h2>a</h2>{}<h2>b</h2>", text(300)));
        assert!(listed(&page, "Trong trang").contains("<a href=\"#muc_1\">a</a>"));
    }

    #[test]
    fn a_further_sheet_has_a_list_of_its_own() {
        let turn = "\n<nav class=\"sheets\" data-count=\"3\"><a href=\"a_2.html\">2</a></nav>\n";
        let html = long("", &format!("{turn}<h2>a</h2>{}<h2 id=\"b\">b</h2>", text(300)));
        let page = super::listed(ListedPage { html: &html, sheet: 2 }, "Trong trang").into_owned();
        assert!(page.contains("</nav>\n<nav data-again class=\"jump in-page\""), "{page}");
        assert!(page.contains("<h2 id=\"muc_3_1\">a</h2>") && page.contains("<a href=\"#b\">b</a>"), "{page}");
    }

    #[test]
    fn few_sections_are_listed_with_those_within() {
        let few = listed(&long("", &format!("<h2>a</h2>{}<h3 id=\"c\">b</h3>", text(300))), "Trong trang").into_owned();
        assert!(few.contains("<li class=\"within\"><a href=\"#c\">b</a></li>"), "{few}");
        let many = format!("{}<h3 id=\"c\">b</h3>{}", "<h2>a</h2>".repeat(FEW), text(300));
        assert!(!listed(&long("", &many), "Trong trang").contains("href=\"#c\""));
    }

    #[test]
    fn the_list_is_below_the_whole_title() {
        let title = "<main><header><h1>Tên</h1><p>của</p></header>\n<p class=\"edition-line\">x</p><h2>a</h2>";
        assert!(title.get(title_end(title)..).unwrap().starts_with("<h2>"));
        let form = "<main><h1>Tên</h1>\n<form class=\"days with-script\"><p>x</p></form><h2>a</h2>";
        assert!(form.get(title_end(form)..).unwrap().starts_with("<h2>"));
    }
}
