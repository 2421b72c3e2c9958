//! The same excerpts as a site for Zola, to compare with: what [`super::hugo`] asks of Hugo, in Zola's own terms. Zola has two
//! kinds of search index. One takes texts of any language and is no index: the texts as they are, for a program that goes
//! through all of them. The other has the words with the pages they are in, as ours has, but Zola does not make it of
//! Vietnamese; so here its settings say that the texts are English.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use super::hugo::{put, style};

const FILES: [(&str, &str); 10] = [
    (
        "config.toml",
        r#"base_url = "https://camnang.example"
title = "Sách bịa ra để đo"
default_language = "{language}"
build_search_index = true
taxonomies = [{ name = "topics" }, { name = "audiences" }]
[search]
index_format = "{format}"
"#,
    ),
    (
        "templates/base.html",
        r#"<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{{ config.title }}{% endblock %} – {{ config.title }}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">{{ config.title }}</a></header>
<main>{% block main %}{% endblock %}</main>
<footer><p>{{ config.title }}</p></footer>
</body>
</html>
"#,
    ),
    (
        "templates/excerpt.html",
        r#"<article id="{{ page.extra.id }}">
<h2>{{ page.extra.at }}, {{ page.extra.instrument }}</h2>
<p>{{ page.title }}</p>
{{ page.content | safe }}
{% if page.extra.obligations %}<ul>{% for duty in page.extra.obligations %}<li><b>{{ duty.who }}</b> {{ duty.what }} {{ duty.level }}</li>{% endfor %}</ul>{% endif %}
<footer><p>{{ page.extra.wording }} · {{ page.extra.confidence }}</p>
<p>{{ page.extra.sources | join(sep="; ") }}</p>{% if page.extra.note %}<p>{{ page.extra.note }}</p>{% endif %}
<p><a href="{{ page.path }}">{{ page.extra.id }}</a></p>
<p>{% for name in page.taxonomies.topics %}<a href="/topics/{{ name }}/">{{ name }}</a> {% endfor %}{% for name in page.taxonomies.audiences %}<a href="/audiences/{{ name }}/">{{ name }}</a> {% endfor %}</p></footer>
</article>
"#,
    ),
    (
        "templates/page.html",
        r#"{% extends "base.html" %}{% block title %}{{ page.title }}{% endblock %}
{% block main %}{% include "excerpt.html" %}<nav>{% if page.lower %}<a href="{{ page.lower.path }}">{{ page.lower.title }}</a>{% endif %} {% if page.higher %}<a href="{{ page.higher.path }}">{{ page.higher.title }}</a>{% endif %}</nav>{% endblock %}
"#,
    ),
    ("templates/section.html", r#"{% extends "base.html" %}{% block main %}{% endblock %}"#),
    (
        "templates/index.html",
        r#"{% extends "base.html" %}{% block main %}<ul>{% set topics = get_taxonomy(kind="topics") %}{% for term in topics.items %}<li><a href="{{ term.path }}">{{ term.name }}</a> ({{ term.page_count }})</li>{% endfor %}</ul>{% endblock %}"#,
    ),
    ("templates/topics/list.html", LIST),
    ("templates/topics/single.html", SINGLE),
    ("templates/audiences/list.html", LIST),
    ("templates/audiences/single.html", SINGLE),
];

const LIST: &str = r#"{% extends "base.html" %}{% block main %}<ul>{% for term in terms %}<li><a href="{{ term.path }}">{{ term.name }}</a></li>{% endfor %}</ul>{% endblock %}"#;
const SINGLE: &str = r#"{% extends "base.html" %}{% block title %}{{ term.name }}{% endblock %}
{% block main %}<h1>{{ term.name }}</h1>{% for page in term.pages %}{% include "excerpt.html" %}{% endfor %}{% endblock %}"#;

/// Writes the site's sources for the excerpts of a corpus; all texts as they are stand for an index.
///
/// # Errors
/// Any failure to read or write.
pub fn write(corpus: &Path, site: &Path) -> io::Result<()> {
    sources(corpus, site, "vi", "fuse_json")
}

/// The same with an index of words.
///
/// # Errors
/// As of [`write`].
pub fn write_indexed(corpus: &Path, site: &Path) -> io::Result<()> {
    sources(corpus, site, "en", "elasticlunr_json")
}

fn sources(corpus: &Path, site: &Path, language: &str, format: &str) -> io::Result<()> {
    for (path, text) in FILES {
        let text = text.replace("{language}", language).replace("{format}", format);
        put(&site.join(path), text.as_bytes())?;
    }
    put(&site.join("static/style.css"), &style()?)?;
    let excerpts = corpus.join("excerpts");
    for entry in walkdir::WalkDir::new(&excerpts) {
        let entry = entry.map_err(io::Error::other)?;
        let Ok(path) = entry.path().strip_prefix(&excerpts) else { continue };
        let content = site.join("content").join(path);
        if entry.file_type().is_file() {
            // A full stop within a name would begin the code of a language.
            let name = path.file_stem().unwrap_or_default().to_string_lossy().replace('.', "_");
            let text = fs::read_to_string(entry.path())?;
            put(&content.with_file_name(format!("{name}.md")), page(&text).as_bytes())?;
        } else {
            put(&content.join("_index.md"), b"+++\nsort_by = \"slug\"\n+++\n")?;
        }
    }
    Ok(())
}

/// An excerpt with its head in Zola's order: its own keys, then ours under `extra`.
fn page(excerpt: &str) -> String {
    let (head, body) = excerpt.strip_prefix("---\n").and_then(|text| text.split_once("---\n")).unwrap_or_default();
    let (mut own, mut labels, mut extra) = (String::new(), String::new(), String::new());
    for line in head.lines() {
        let (to, indent) = match line.split(':').next() {
            Some("title") => (&mut own, ""),
            Some("topics" | "audiences") => (&mut labels, "  "),
            _ => (&mut extra, "  "),
        };
        to.push_str(indent);
        to.push_str(line);
        to.push('\n');
    }
    format!("---\n{own}taxonomies:\n{labels}extra:\n{extra}---\n{body}")
}

/// Builds it whole.
pub fn build(site: &Path, output: &Path) -> Command {
    let mut command = Command::new("zola");
    command.arg("--root").arg(site).arg("build").arg("--output-dir").arg(output).stderr(Stdio::null());
    command
}

/// `zola 0.22.0`, if there is one.
pub fn version() -> Option<String> {
    let said = Command::new("zola").arg("--version").output().ok()?.stdout;
    let said = String::from_utf8_lossy(&said).trim().to_owned();
    (!said.is_empty()).then_some(said)
}
