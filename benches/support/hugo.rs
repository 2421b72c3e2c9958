//! The same excerpts as a site for Hugo, to compare with: a page for each excerpt, a page for each topic and audience that
//! prints its excerpts in full (our chapters), contents, and all texts as they are in one file for a search in the browser. The
//! Markdown is the corpus' own; what Hugo does not do (validity on a day, citations that become links, an index of words) is
//! left out, to its advantage.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

const FILES: [(&str, &str); 7] = [
    (
        "config.toml",
        r#"baseURL = "https://camnang.example/"
languageCode = "vi"
title = "Sách bịa ra để đo"
uglyURLs = true
disableKinds = ["RSS", "sitemap", "section"]
[taxonomies]
topic = "topics"
audience = "audiences"
[outputs]
home = ["HTML", "JSON"]
"#,
    ),
    (
        "layouts/_default/baseof.html",
        r#"<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title>
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
</head>
<body>
<header><a href="{{ "" | relURL }}">{{ site.Title }}</a></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
"#,
    ),
    (
        "layouts/partials/excerpt.html",
        r#"<article id="{{ .Params.id }}">
<h2>{{ .Params.at }}, {{ .Params.instrument }}</h2>
<p>{{ .Title }}</p>
{{ .Content }}
{{ with .Params.obligations }}<ul>{{ range . }}<li><b>{{ .who }}</b> {{ .what }} {{ .level }}</li>{{ end }}</ul>{{ end }}
<footer><p>{{ .Params.wording }} · {{ .Params.confidence }}</p>
<p>{{ delimit .Params.sources "; " }}</p>{{ with .Params.note }}<p>{{ . }}</p>{{ end }}
<p><a href="{{ .RelPermalink }}">{{ .Params.id }}</a></p>
<p>{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}{{ range .GetTerms "audiences" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p></footer>
</article>
"#,
    ),
    (
        "layouts/_default/single.html",
        r#"{{ define "main" }}{{ partial "excerpt.html" . }}<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }} {{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
"#,
    ),
    (
        "layouts/_default/list.html",
        r#"{{ define "main" }}<h1>{{ .Title }}</h1>{{ if eq .Kind "term" }}{{ range .Pages }}{{ partial "excerpt.html" . }}{{ end }}{{ else }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}{{ end }}
"#,
    ),
    (
        "layouts/index.html",
        r#"{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range site.Taxonomies.topics.ByCount }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> ({{ .Count }})</li>{{ end }}</ul>{{ end }}
"#,
    ),
    (
        "layouts/index.json",
        r#"{{ $all := slice }}{{ range site.RegularPages }}{{ $all = $all | append (dict "id" .Params.id "title" .Title "at" .Params.at "text" .Plain "url" .RelPermalink) }}{{ end }}{{ $all | jsonify }}
"#,
    ),
];

/// Writes the site's sources for the excerpts of a corpus.
///
/// # Errors
/// Any failure to read or write.
pub fn write(corpus: &Path, site: &Path) -> io::Result<()> {
    for (path, text) in FILES {
        put(&site.join(path), text.as_bytes())?;
    }
    put(&site.join("static/style.css"), &style()?)?;
    let excerpts = corpus.join("excerpts");
    for entry in walkdir::WalkDir::new(&excerpts) {
        let entry = entry.map_err(io::Error::other)?;
        if let (true, Ok(path)) = (entry.file_type().is_file(), entry.path().strip_prefix(&excerpts)) {
            put(&site.join("content").join(path), &fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

pub fn style() -> io::Result<Vec<u8>> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/html/style.css"))
}

pub fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}

/// Builds it whole: nothing of an earlier run is left to be used again.
pub fn build(site: &Path, output: &Path) -> Command {
    let mut command = Command::new("hugo");
    command.arg("--source").arg(site).args(["--quiet", "--ignoreCache"]).arg("--destination").arg(output);
    command
}

/// `hugo v0.111.3…`, if there is one.
pub fn version() -> Option<String> {
    let said = Command::new("hugo").arg("version").output().ok()?.stdout;
    String::from_utf8_lossy(&said).split_whitespace().take(2).map(str::to_owned).reduce(|a, b| format!("{a} {b}"))
}
