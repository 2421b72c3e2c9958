//! Checks that an SVG is a picture and nothing else. A page that shows it must not run anything and must not ask for
//! anything from elsewhere, nor may the PDF engine stumble over it.
//!
//! First a scan from tag to tag, not an XML parser: it accepts less than XML does, and refuses what it does not
//! understand. What passes is looked at as Typst will read it.

mod contents;
mod drawing;
mod references;
mod text;

use roxmltree::{Document, ParsingOptions};

use super::ImageFault;
use crate::diag::Bilingual;
use crate::resolve::messages::images;
use crate::stack;

/// What browsers want to see at the root.
const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Returns whether an SVG is a picture that both engines can show.
///
/// # Errors
/// It is not; the fault says why.
pub fn drawing(bytes: &[u8]) -> Result<(), ImageFault> {
    if let Some(reason) = fault(bytes) {
        return Err(reason.into());
    }
    let text = std::str::from_utf8(bytes).map_err(|_| images::svg_encoding())?;
    stack::with_room(|| picture(text))
}

fn picture(text: &str) -> Result<(), ImageFault> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| images::svg_broken())?;
    if document.root_element().tag_name().namespace() != Some(NAMESPACE) {
        return Err(images::svg_namespace(NAMESPACE).into());
    }
    contents::check(&document)?;
    references::check(&document)?;
    drawing::check(text, contents::texts(&document))
}

/// Whether the first tag is that of an SVG, at a glance.
pub fn looks_like(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes.get(..bytes.len().min(4096)).unwrap_or_default()).or_else(|error| {
        // The cut may have gone through a letter.
        std::str::from_utf8(bytes.get(..error.valid_up_to()).unwrap_or_default())
    }) else {
        return false;
    };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<') && (text.contains("<svg") || text.contains(":svg "))
}

/// Returns the fault of a drawing; `None` for a sound one.
fn fault(bytes: &[u8]) -> Option<Bilingual> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Some(images::svg_encoding()) };
    let mut scan = SvgScan { rest: text.trim_start_matches('\u{feff}'), open: Vec::new(), seen_root: false };
    scan.all().err()
}

/// Elements that run, or hold what is no picture.
const RUNNING: [&str; 4] = ["script", "handler", "listener", "set"];
const FOREIGN: [&str; 6] = ["foreignobject", "iframe", "object", "embed", "audio", "video"];

struct SvgScan<'t> {
    rest: &'t str,
    /// The names of the elements that are open.
    open: Vec<&'t str>,
    seen_root: bool,
}

impl<'t> SvgScan<'t> {
    fn all(&mut self) -> Result<(), Bilingual> {
        while !self.rest.is_empty() {
            let text = self.until('<');
            self.text(text)?;
            if self.rest.is_empty() {
                break;
            }
            self.markup()?;
        }
        if self.seen_root && self.open.is_empty() { Ok(()) } else { Err(images::cut()) }
    }

    /// Returns the text before the next such character, or before the end.
    fn until(&mut self, character: char) -> &'t str {
        let (before, after) = self.rest.split_at(self.rest.find(character).unwrap_or(self.rest.len()));
        self.rest = after;
        before
    }

    /// Returns the text before these words, and takes them too.
    fn through(&mut self, words: &str) -> Result<&'t str, Bilingual> {
        let (before, after) = self.rest.split_once(words).ok_or_else(images::cut)?;
        self.rest = after;
        Ok(before)
    }

    fn text(&self, text: &str) -> Result<(), Bilingual> {
        let outside = self.open.is_empty();
        if outside && !text.trim().is_empty() {
            return Err(images::svg_broken());
        }
        let text = decoded(text)?;
        if self.open.last().is_some_and(|name| local(name) == "style") { style(&text) } else { Ok(()) }
    }

    fn markup(&mut self) -> Result<(), Bilingual> {
        if self.rest.starts_with("<!--") {
            return self.through("-->").map(|_| ());
        }
        if self.rest.starts_with("<![CDATA[") {
            let text = self.through("]]>")?;
            return if self.open.is_empty() { Err(images::svg_broken()) } else { style(text) };
        }
        if self.rest.starts_with("<!") {
            // A document type without definitions of its own is what drawing programs write.
            let declaration = self.through(">")?;
            return if declaration.contains('[') { Err(images::svg_entity()) } else { Ok(()) };
        }
        if self.rest.starts_with("<?") {
            let instruction = self.through("?>")?;
            let is_declaration = instruction.starts_with("<?xml ") || instruction.starts_with("<?xpacket");
            return if is_declaration { Ok(()) } else { Err(images::svg_outside("<?…?>")) };
        }
        match self.rest.strip_prefix("</") {
            Some(rest) => {
                self.rest = rest;
                self.close()
            }
            None => self.begin(),
        }
    }

    fn close(&mut self) -> Result<(), Bilingual> {
        let name = self.through(">")?.trim_end();
        if self.open.pop() == Some(name) { Ok(()) } else { Err(images::svg_broken()) }
    }

    fn begin(&mut self) -> Result<(), Bilingual> {
        self.rest = self.rest.get(1..).unwrap_or_default();
        let name = self.word();
        let element = local(name).to_lowercase();
        if name.is_empty() || (self.open.is_empty() && (self.seen_root || element != "svg")) {
            return Err(images::svg_broken());
        }
        if RUNNING.contains(&element.as_str()) {
            return Err(images::svg_script(name));
        }
        if FOREIGN.contains(&element.as_str()) {
            return Err(images::svg_foreign(name));
        }
        self.seen_root = true;
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix("/>") {
                self.rest = rest;
                return Ok(());
            }
            if let Some(rest) = self.rest.strip_prefix('>') {
                self.rest = rest;
                self.open.push(name);
                return Ok(());
            }
            self.attribute()?;
        }
    }

    /// A name of XML, as far as it goes.
    fn word(&mut self) -> &'t str {
        let ends = |c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/' | '<' | '"' | '\'' | '&');
        let (word, rest) = self.rest.split_at(self.rest.find(ends).unwrap_or(self.rest.len()));
        self.rest = rest;
        word
    }

    fn attribute(&mut self) -> Result<(), Bilingual> {
        let name = self.word();
        if self.rest.is_empty() {
            return Err(images::cut());
        }
        let rest = self.rest.trim_start().strip_prefix('=').map(str::trim_start);
        let quoted = rest.and_then(|rest| rest.chars().next().filter(|c| matches!(c, '"' | '\'')).zip(rest.get(1..)));
        let Some((quote, rest)) = quoted.filter(|_| !name.is_empty()) else { return Err(images::svg_broken()) };
        self.rest = rest;
        let value = self.until(quote);
        self.rest = self.rest.strip_prefix(quote).ok_or_else(images::cut)?;
        if value.contains('<') {
            return Err(images::svg_broken());
        }
        attribute(name, &decoded(value)?)
    }
}

fn attribute(name: &str, value: &str) -> Result<(), Bilingual> {
    let key = local(name).to_lowercase();
    let compact: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let compact = compact.to_lowercase();
    if key.starts_with("on") {
        return Err(images::svg_event(name));
    }
    if compact.contains("javascript:") {
        return Err(images::svg_script("javascript:"));
    }
    // An animation could put an address where this scan has looked already.
    if key == "attributename" && compact.ends_with("href") {
        return Err(images::svg_script(name));
    }
    let raster = ["data:image/png;", "data:image/jpeg;", "data:image/jpg;"];
    let inside = compact.is_empty() || compact.starts_with('#') || raster.iter().any(|kind| compact.starts_with(kind));
    if (matches!(key.as_str(), "href" | "src") && !inside) || name.eq_ignore_ascii_case("xml:base") {
        return Err(images::svg_outside(value));
    }
    style(value)
}

/// CSS, or an attribute that is like it: it may name parts of the picture, `url(#…)`, and nothing else.
fn style(text: &str) -> Result<(), Bilingual> {
    let text = unescaped(text);
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    if compact.contains("@import") {
        return Err(images::svg_outside("@import"));
    }
    let inside = |rest: &str| {
        let address = rest.trim_start_matches(['"', '\'']);
        address.starts_with('#') || address.starts_with("data:image/png;") || address.starts_with("data:image/jpeg;")
    };
    match compact.match_indices("url(").find(|(at, url)| !inside(&compact[at + url.len()..])) {
        Some((at, _)) => Err(images::svg_outside(&compact[at..].chars().take(60).collect::<String>())),
        None => Ok(()),
    }
}

/// CSS with its escapes resolved: `u\72l(` is `url(`.
fn unescaped(text: &str) -> String {
    let mut unescaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        unescaped.push_str(before);
        let digits = after.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        let (escape, after) = after.split_at(digits);
        let character = u32::from_str_radix(escape, 16).ok().and_then(char::from_u32);
        unescaped.extend(character);
        // One space ends the digits. Without digits the next character stands for itself.
        rest = if digits > 0 { after.strip_prefix(' ').unwrap_or(after) } else { after };
    }
    unescaped.push_str(rest);
    unescaped
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Text with its character references resolved. Only the five entities of XML itself are known.
fn decoded(text: &str) -> Result<String, Bilingual> {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        let (entity, after) = after.split_once(';').ok_or_else(images::svg_broken)?;
        decoded.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => numeric(entity).ok_or_else(images::svg_entity)?,
        });
        rest = after;
    }
    decoded.push_str(rest);
    Ok(decoded)
}

fn numeric(entity: &str) -> Option<char> {
    let digits = entity.strip_prefix('#')?;
    let number = match digits.strip_prefix('x') {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(inner: &str) -> Option<String> {
        let text = format!(
            "<?xml version=\"1.0\"?>\n<!-- một hình -->\n<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>\n"
        );
        assert!(looks_like(text.as_bytes()), "{inner}");
        fault(text.as_bytes()).map(|reason| reason.en)
    }

    #[test]
    fn pictures() {
        for inner in [
            "",
            "<rect width='1' height='1'/><g id=\"a\"><text x='0'>Một &amp; hai &#225; &#xE1;</text></g>",
            "<use xlink:href='#a'/><path fill=\"url(#b)\" style='fill: url( #b )'/>",
            "<style>.a { fill: red } </style><style><![CDATA[.a > .b { fill: url('#b') }]]></style>",
            "<image href='data:image/png;base64,AAAA'/><metadata>x > y</metadata>",
            "<animate attributeName='opacity' values='0;1'/>",
            "<g inkscape:export-filename='C:\\Users\\an\\a.png' rdf:resource='http://vi-du.vn/'/>",
        ] {
            assert_eq!(said(inner), None, "{inner}");
        }
        let doctype = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg/>";
        assert_eq!(fault(doctype.as_bytes()), None);
        assert_eq!(fault("\u{feff}<s:svg xmlns:s='http://www.w3.org/2000/svg'></s:svg >".as_bytes()), None);
    }

    #[test]
    fn what_runs() {
        for inner in [
            "<script>alert(1)</script>",
            "<x:script href='a.js'/>",
            "<SCRIPT/>",
            "<rect ONclick='x()'/>",
            "<g onload = \"x\"></g>",
            "<a href='java&#115;cript:x'/>",
            "<a href=' java\nscript:x'/>",
            "<set attributeName='x'/>",
            "<animate attributeName='xlink:href' to='#'/>",
        ] {
            assert!(said(inner).is_some(), "{inner}");
        }
    }

    #[test]
    fn what_comes_from_elsewhere() {
        for inner in [
            "<image href='https://vi-du.vn/a.png'/>",
            "<image xlink:href='a.png'/>",
            "<use href='file:///a.svg#b'/>",
            "<image href='data:image/svg+xml;base64,AAAA'/>",
            "<rect style='fill:url(https://vi-du.vn/a.svg#b)'/>",
            "<rect fill=\"url(&quot;//vi-du.vn&quot;)\"/>",
            "<style>@import 'a.css';</style>",
            "<style>.a { background: url(a.png) }</style>",
            "<style>.a { fill: u\\72 l(a.png) }</style>",
            "<rect fill='\\75\\000072l(a.svg#b)'/>",
            "<style>\\@import 'a.css';</style>",
            "<g xml:base='https://vi-du.vn/'/>",
            "<foreignObject><p>x</p></foreignObject>",
            "<?xml-stylesheet href='a.css'?>",
        ] {
            assert!(said(inner).is_some(), "{inner}");
        }
    }

    #[test]
    fn what_is_broken() {
        for inner in [
            "<rect",
            "<g>",
            "</g>",
            "<g></h>",
            "<rect width=1/>",
            "<rect x/>",
            "&a;",
            "&",
            "<",
            "<!--",
            "< g/>",
            "<g x='",
        ] {
            assert!(said(inner).is_some(), "{inner}");
        }
        for text in ["<svg/><svg/>", "<svg/>x", "<html></html>", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "", "<svg>"]
        {
            assert!(fault(text.as_bytes()).is_some(), "{text}");
        }
        assert!(fault(b"<svg>\xff</svg>").is_some());
    }
}
