//! What the web edition says of every excerpt, read from its pages alone, field by field.

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Node, Selector};

use super::pdf_tree::{call, collapse};

/// An excerpt as its chapter's page has it.
#[derive(Debug, Default)]
pub struct WebExcerpt {
    pub number: String,
    pub citation: String,
    pub title: Option<String>,
    /// Sign and word.
    pub change: Option<String>,
    /// Which state it is in, for programs.
    pub state: String,
    /// Sign and words.
    pub status: String,
    pub detail: Option<String>,
    pub notice: Option<String>,
    pub body: Vec<String>,
    /// The lines of each footnote.
    pub notes: Vec<Vec<String>>,
    pub duties: Vec<WebDuty>,
    pub source_line: String,
    /// The file that a quotation was taken from.
    pub original: Option<String>,
    /// In the same line: where the text can be opened, and the address.
    pub text_at: String,
    pub text_address: Option<String>,
    /// The list below, by its terms; each entry line by line.
    pub terms: BTreeMap<String, Vec<String>>,
    /// The links below it, by their terms: numbers and citations.
    pub links: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Default)]
pub struct WebDuty {
    pub sentence: String,
    pub level: String,
    /// With its name in front.
    pub deadline: Option<String>,
    /// The same.
    pub evidence: Vec<String>,
}

/// A chapter's page.
#[derive(Debug, Default)]
pub struct WebChapter {
    pub excerpts: Vec<WebExcerpt>,
    pub see_also: Option<SeeAlso>,
}

/// Excerpts that belong to a chapter too and are printed in another.
#[derive(Debug)]
pub struct SeeAlso {
    pub heading: String,
    /// `→ number` of each; its citation is where it is printed.
    pub numbers: Vec<String>,
}

fn all<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    within.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn one(within: ElementRef, selector: &str) -> Option<String> {
    all(within, selector).first().map(|element| text(*element))
}

/// The words of an element on one line.
fn text(element: ElementRef) -> String {
    lines(element).join(" ")
}

pub fn chapter(page: &Html) -> WebChapter {
    let root = page.root_element();
    let see_also = all(root, "section.see-also:not([hidden])").first().map(|section| SeeAlso {
        heading: one(*section, "h2").expect("a heading"),
        numbers: all(*section, "li b").into_iter().map(|number| format!("→ {}", text(number))).collect(),
    });
    WebChapter { excerpts: all(root, "article.excerpt").into_iter().map(excerpt).collect(), see_also }
}

fn excerpt(article: ElementRef) -> WebExcerpt {
    let head = all(article, "header > :is(h1, h2, h3)")[0];
    let number = one(head, ".number").expect("a number");
    let name = text(head).strip_prefix(&format!("{number} ")).expect("the number stands first").to_owned();
    let citation = one(article, "header .of");
    let mut terms = BTreeMap::new();
    let mut links = BTreeMap::new();
    for entry in all(article, "footer dl > div") {
        let name = one(entry, "dt").expect("a term");
        let said = all(entry, "dd")[0];
        if said.select(&Selector::parse("a > b").expect("a selector")).next().is_some() {
            links.insert(name.clone(), all(said, "a").into_iter().map(text).collect());
        }
        terms.insert(name, broken_lines(said));
    }
    WebExcerpt {
        title: citation.is_some().then(|| name.clone()),
        citation: citation.unwrap_or(name),
        number,
        change: one(article, "header .change"),
        state: article.value().classes().find_map(|class| class.strip_prefix("s-")).expect("a state").to_owned(),
        status: format!(
            "{} {}",
            one(article, ".status .sign").expect("a sign"),
            one(article, ".status strong").expect("a status")
        ),
        detail: one(article, ".status .detail"),
        notice: one(article, ".status .before-use"),
        body: all(article, ".body > :not(.footnotes)").into_iter().flat_map(lines).collect(),
        notes: all(article, ".footnotes > li").into_iter().map(lines).collect(),
        duties: all(article, ".duties li").into_iter().map(duty).collect(),
        source_line: one(article, ".source-line").expect("a source line"),
        original: one(article, ".original"),
        text_at: one(article, ".provenance > .text-at").expect("where the text is"),
        text_address: all(article, ".provenance > .text-at a")
            .first()
            .and_then(|link| link.attr("href"))
            .map(str::to_owned),
        terms,
        links,
    }
}

fn duty(item: ElementRef) -> WebDuty {
    let terms = one(item, ".terms").expect("a level");
    let whole = text(item);
    WebDuty {
        sentence: whole.strip_suffix(&terms).expect("the level stands last").trim_end().to_owned(),
        level: one(item, ".terms .level").expect("a level"),
        deadline: one(item, ".terms .deadline"),
        evidence: all(item, ".terms .evidence").into_iter().map(text).collect(),
    }
}

/// An entry of a list in which lines are ended by hand.
fn broken_lines(said: ElementRef) -> Vec<String> {
    let mut walk = Walk { break_ends_line: true, ..Walk::default() };
    walk.children(said);
    walk.end();
    walk.done
}

/// The lines of an element: what is between the ends of its blocks. Left out is what only says how to use the page.
fn lines(element: ElementRef) -> Vec<String> {
    let mut walk = Walk::default();
    walk.element(element);
    walk.end();
    walk.done
}

#[derive(Default)]
struct Walk {
    done: Vec<String>,
    text: String,
    break_ends_line: bool,
}

impl Walk {
    fn element(&mut self, element: ElementRef) {
        let (name, class) = (element.value().name(), element.attr("class").unwrap_or_default());
        if class == "hidden" || class == "back" {
            return;
        }
        match (name, class) {
            ("br", _) if self.break_ends_line => self.end(),
            ("br", _) => self.text.push(' '),
            // In the PDF's tree the caption is before the picture, and the picture is its alternative text.
            ("figure", _) => {
                self.end();
                all(element, "figcaption").into_iter().for_each(|caption| self.element(caption));
                self.end();
                let pictures = all(element, "img");
                pictures
                    .iter()
                    .for_each(|img| self.text.push_str(&format!("[{}]", img.attr("alt").unwrap_or_default())));
                self.end();
            }
            // On paper the number of a place is in brackets.
            (_, "to") => {
                self.text.push('(');
                self.children(element);
                self.text.push(')');
            }
            ("sup", _) => self.text.push_str(&call(&element.text().collect::<String>())),
            ("a" | "b" | "strong" | "em" | "code" | "time", _) => self.children(element),
            ("span", class) if class != "label" => self.children(element),
            _ => {
                self.end();
                self.children(element);
                self.end();
            }
        }
    }

    fn children(&mut self, element: ElementRef) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.text.push_str(text),
                Node::Element(_) => self.element(ElementRef::wrap(child).expect("an element")),
                _ => {}
            }
        }
    }

    fn end(&mut self) {
        let line = collapse(&std::mem::take(&mut self.text));
        if !line.is_empty() {
            self.done.push(line);
        }
    }
}
