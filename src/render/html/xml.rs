//! The site's files in XML: the feed of changes, and what crawlers read.

use super::{Artifact, FOLDER, Site, rich_text};

/// Text as XML text or as a quoted attribute. XML has no way to write most control characters.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::new();
    rich_text::escape(&mut out, text);
    out.replace(
        |c: char| c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}'),
        "\u{fffd}",
    )
}

/// `sitemap.xml` and `robots.txt`, where the settings say where the site is published: both must name whole addresses.
/// Crawlers read `robots.txt` at the root of a server only; where the site lies deeper, its line can be copied there.
pub(super) fn for_crawlers(site: &Site, paths: impl Iterator<Item = String>) -> Vec<Artifact> {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let Some(own) = site.address("sitemap.xml") else { return Vec::new() };
    for address in paths.filter_map(|path| site.address(&path)) {
        map.push_str(&format!("<url><loc>{}</loc></url>\n", escape(&address)));
    }
    map.push_str("</urlset>\n");
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {own}\n");
    let file = |name: &str, text: String| Artifact { path: format!("{FOLDER}{name}"), bytes: text.into_bytes() };
    vec![file("sitemap.xml", map), file("robots.txt", robots)]
}
