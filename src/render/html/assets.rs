//! The site's other files: style sheets, scripts, pictures of the templates. Each is published under a name with a hash of
//! its content, `style.1a2b3c4d.css`, so that a server may let browsers keep it for ever and nobody ever sees a new page
//! with an old look. Templates ask for the name: `{{ root }}{{ assets["style.css"] }}`.

use std::collections::BTreeMap;

use super::look::STYLE;
use super::{Artifact, FOLDER, RenderError, Templates, common_script, not_found, single};
use crate::hash::sha256;

/// How many digits of the hash a name has.
const DIGITS: usize = 8;

pub(super) struct Assets {
    /// By the path of the file below `html/`, the path at which it is published.
    pub(super) names: BTreeMap<String, String>,
    pub(super) files: Vec<Artifact>,
}

/// Everything below `html/` that is not a template. Style sheets come last: they name other files. `rules` go after those
/// of the style sheet of every page.
pub(super) fn all(templates: &Templates, rules: &str) -> Result<Assets, RenderError> {
    // Two are within pages, and one is published when all others have their names.
    let later = [single::SCRIPT, not_found::SCRIPT, common_script::FILE].map(|script| format!("{FOLDER}{script}"));
    let others =
        templates.below(FOLDER).filter(|(path, _)| !path.ends_with(".html") && !later.iter().any(|it| it == path));
    let (sheets, rest): (Vec<_>, Vec<_>) = others.partition(|(path, _)| path.ends_with(".css"));
    let mut assets = Assets { names: BTreeMap::new(), files: Vec::new() };
    for (path, bytes) in rest {
        assets.publish(path, bytes.to_vec());
    }
    for (path, bytes) in sheets {
        let mut bytes = assets.renamed_within(path, bytes);
        if path.strip_prefix(FOLDER) == Some(STYLE) {
            bytes.extend_from_slice(rules.as_bytes());
        }
        assets.publish(path, bytes);
    }
    refuse_plain_names(templates, &assets)?;
    Ok(assets)
}

impl Assets {
    /// Gives a file its name.
    pub(super) fn publish(&mut self, path: &str, bytes: Vec<u8>) {
        let name = hashed(path, &sha256(&bytes));
        self.files.push(Artifact { path: name.clone(), bytes });
        let below = |path: &str| path.strip_prefix(FOLDER).unwrap_or(path).to_owned();
        self.names.insert(below(path), below(&name));
    }

    /// A file as it is published, by its name among the templates.
    pub(super) fn bytes(&self, name: &str) -> Option<&[u8]> {
        let path = format!("{FOLDER}{}", self.names.get(name)?);
        self.files.iter().find(|file| file.path == path).map(|file| file.bytes.as_slice())
    }

    /// A style sheet with the published names in its `url(…)`.
    fn renamed_within(&self, path: &str, sheet: &[u8]) -> Vec<u8> {
        let Ok(text) = std::str::from_utf8(sheet) else { return sheet.to_vec() };
        let folder = path.strip_prefix(FOLDER).and_then(|path| path.rsplit_once('/')).map_or("", |(folder, _)| folder);
        let mut pieces = text.split("url(");
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            out.push_str("url(");
            let (inner, rest) = piece.split_once(')').unwrap_or((piece, ""));
            let address = inner.trim().trim_matches(['"', '\'']);
            let file = if folder.is_empty() { address.to_owned() } else { format!("{folder}/{address}") };
            let name = self.names.get(&file).and_then(|name| name.strip_prefix(folder));
            match name {
                Some(name) => out.push_str(&inner.replace(address, name.trim_start_matches('/'))),
                None => out.push_str(inner),
            }
            if piece.len() > inner.len() {
                out.push(')');
            }
            out.push_str(rest);
        }
        out.into_bytes()
    }
}

/// `html/style.css` and its hash give `html/style.1a2b3c4d.css`.
fn hashed(path: &str, hash: &str) -> String {
    let hash = hash.get(..DIGITS).unwrap_or(hash);
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{folder}/{stem}.{hash}.{ending}"),
        None => format!("{folder}/{name}.{hash}"),
    }
}

/// A template that names a file as it is called among the templates would lead to nothing.
fn refuse_plain_names(templates: &Templates, assets: &Assets) -> Result<(), RenderError> {
    let pages = templates.below(FOLDER).filter(|(path, _)| path.ends_with(".html"));
    for (path, bytes) in pages {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        for (number, line) in text.lines().enumerate() {
            let at = |name: &str| line.find(&format!("{{{{ root }}}}{name}"));
            if let Some((name, at)) = assets.names.keys().find_map(|name| Some((name, at(name)?))) {
                let column = line.get(..at).unwrap_or_default().chars().count() + 1;
                return Err(RenderError {
                    place: Some(format!("{path}:{}:{column}", number + 1)),
                    message: format!("`{name}` is published under a name with its hash"),
                    hints: Vec::new(),
                });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(files: &[(&str, &str)]) -> Result<Assets, RenderError> {
        let mut templates = Templates::default();
        for (path, text) in files {
            templates.files.insert((*path).to_owned(), text.as_bytes().to_vec().into());
        }
        all(&templates, "")
    }

    #[test]
    fn names_have_the_hash_of_what_is_within() {
        let one = with(&[("html/a.js", "1"), ("html/anh/b.svg", "<svg/>"), ("html/index.html", ""), ("html/c", "")]);
        let one = one.unwrap().names;
        assert_eq!(one.keys().collect::<Vec<_>>(), ["a.js", "anh/b.svg", "c"]);
        assert_eq!(one["a.js"], "a.6b86b273.js");
        assert!(one["anh/b.svg"].starts_with("anh/b.") && one["c"] == "c.e3b0c442");
        assert_ne!(with(&[("html/a.js", "2")]).unwrap().names["a.js"], one["a.js"]);
    }

    #[test]
    fn style_sheets_name_published_files() {
        let sheet = "a { background: url(nen.png) url( 'khac.png' ) url(\"data:x\"); } b { c: url(nen.png";
        let assets = with(&[
            ("html/nen.png", "1"),
            ("html/style.css", sheet),
            ("html/x/y.css", "url(z.png)"),
            ("html/x/z.png", "1"),
        ]);
        let assets = assets.unwrap();
        let found = String::from_utf8(assets.bytes("style.css").unwrap().to_vec()).unwrap();
        let renamed = sheet.replace("nen.png", "nen.6b86b273.png");
        assert_eq!(found, renamed);
        assert_eq!(assets.bytes("x/y.css").unwrap(), b"url(z.6b86b273.png)");
    }

    #[test]
    fn a_template_cannot_name_what_is_not_published() {
        let page = "<html>\n<link href=\"{{ root }}style.css\">";
        let fault = with(&[("html/style.css", ""), ("html/base.html", page)]).err().unwrap();
        assert_eq!(fault.place.as_deref(), Some("html/base.html:2:13"));
        assert_eq!(fault.message, "`style.css` is published under a name with its hash");
    }
}
