//! Reads the documents of the repository as a test needs them: blocks, code in running text, links, anchors.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// What the commands, words and links of a document are.
#[derive(Default)]
pub struct Document {
    /// Path below the root, with `/`.
    pub path: String,
    /// The language and the text of each fenced block.
    pub blocks: Vec<(String, String)>,
    /// The code in running text and tables.
    pub code: Vec<String>,
    /// Targets of links and images, as written.
    pub links: Vec<String>,
    /// What a link can name after `#`, by the rules of code hosts.
    pub anchors: BTreeSet<String>,
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every document for people: at the root, in `docs/`, and those of the folders that have one.
pub fn documents() -> Vec<Document> {
    let mut paths = Vec::new();
    for folder in ["", "docs", "corpus", "benches", "tests/checkers"] {
        let entries = fs::read_dir(root().join(folder)).expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        paths.extend(names.filter(|name| name.ends_with(".md")).map(|name| Path::new(folder).join(name)));
    }
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Document {
    let text = fs::read_to_string(root().join(path)).expect("UTF-8");
    let mut document = Document { path: path.to_string_lossy().replace('\\', "/"), ..Document::default() };
    // The words of the open heading, and the open block.
    let (mut heading, mut block) = (None::<String>, false);
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                document.blocks.push((language.to_string(), String::new()));
                block = true;
            }
            Event::End(TagEnd::CodeBlock) => block = false,
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                document.add_anchor(&heading.take().unwrap_or_default());
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                document.links.push(dest_url.to_string());
            }
            Event::Text(words) if block => document.blocks.last_mut().expect("open").1.push_str(&words),
            Event::Text(words) => heading.iter_mut().for_each(|heading| heading.push_str(&words)),
            Event::Code(words) => {
                heading.iter_mut().for_each(|heading| heading.push_str(&words));
                document.code.push(words.to_string());
            }
            _ => {}
        }
    }
    document
}

impl Document {
    fn add_anchor(&mut self, heading: &str) {
        let heading = heading.to_lowercase();
        let kept = heading.chars().filter_map(|character| match character {
            ' ' => Some('-'),
            '-' | '_' => Some(character),
            other => other.is_alphanumeric().then_some(other),
        });
        let anchor: String = kept.collect();
        let again = (1..).map(|number| format!("{anchor}-{number}"));
        let free = std::iter::once(anchor.clone()).chain(again).find(|anchor| !self.anchors.contains(anchor));
        self.anchors.extend(free);
    }

    /// The blocks of lines for a shell, without remarks and empty lines.
    pub fn shell(&self) -> impl Iterator<Item = Vec<&str>> {
        let shell = self.blocks.iter().filter(|(language, _)| ["sh", "bat"].contains(&language.as_str()));
        shell.map(|(_, text)| text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).collect())
    }

    /// Where a link of this document leads, below the root; `None` for one to elsewhere.
    pub fn target(&self, link: &str) -> Option<(String, Option<String>)> {
        if link.contains("://") || link.starts_with("mailto:") {
            return None;
        }
        let (path, anchor) =
            link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor.to_owned())));
        if path.is_empty() {
            return Some((self.path.clone(), anchor));
        }
        let mut steps: Vec<&str> = self.path.split('/').collect();
        steps.pop();
        for step in path.split('/') {
            match step {
                "." | "" => {}
                ".." => drop(steps.pop().expect("within the repository")),
                step => steps.push(step),
            }
        }
        Some((steps.join("/"), anchor))
    }
}

/// Whether something is at this path below the root.
pub fn exists(path: &str) -> bool {
    root().join(PathBuf::from(path)).exists()
}
