//! The parts of a file of Word that hold text or say how it is numbered, found by their relations.

use super::archive::Archive;
use super::xml;
use crate::originals::refusal::ReadRefusal;

/// The parts of a file of Word, as text of XML.
#[derive(Default)]
pub struct WordParts {
    pub document: String,
    pub styles: Option<String>,
    pub numbering: Option<String>,
    pub footnotes: Option<String>,
    pub endnotes: Option<String>,
    pub comments: Vec<String>,
    /// Heads and feet of pages.
    pub edges: Vec<String>,
    /// Texts of diagrams.
    pub diagrams: Vec<String>,
}

/// A relation of a part to another: the last word of its type, and where the other part is.
struct PartRelation {
    kind: String,
    target: String,
}

impl WordParts {
    /// Reads the parts.
    ///
    /// # Errors
    /// The file is damaged, or something in it is too large.
    pub fn read(bytes: &[u8]) -> Result<Self, ReadRefusal> {
        let mut archive = Archive::open(bytes)?;
        let root = relations(&mut archive, "")?;
        let main = root.iter().find(|relation| relation.kind == "officeDocument");
        let main = main.map_or("word/document.xml", |relation| relation.target.as_str()).to_owned();
        let missing = || ReadRefusal::Damaged(main.clone());
        let mut parts = WordParts { document: archive.text(&main)?.ok_or_else(missing)?, ..WordParts::default() };
        for PartRelation { kind, target } in relations(&mut archive, &main)? {
            match kind.as_str() {
                "styles" => parts.styles = archive.text(&target)?,
                "numbering" => parts.numbering = archive.text(&target)?,
                "footnotes" => parts.footnotes = archive.text(&target)?,
                "endnotes" => parts.endnotes = archive.text(&target)?,
                "comments" => parts.comments.extend(archive.text(&target)?),
                "header" | "footer" => parts.edges.extend(archive.text(&target)?),
                "diagramData" => parts.diagrams.extend(archive.text(&target)?),
                _ => {}
            }
        }
        Ok(parts)
    }
}

/// The relations of a part, with the targets as names within the archive.
fn relations(archive: &mut Archive<'_>, part: &str) -> Result<Vec<PartRelation>, ReadRefusal> {
    let (folder, name) =
        part.rsplit_once('/').map_or((String::new(), part), |(folder, name)| (format!("{folder}/"), name));
    let Some(text) = archive.text(&format!("{folder}_rels/{name}.rels"))? else { return Ok(Vec::new()) };
    let document = xml::parsed(&text)?;
    let relation = |node: roxmltree::Node<'_, '_>| {
        let kind = xml::attribute(node, "Type")?.rsplit('/').next()?.to_owned();
        let target = xml::attribute(node, "Target")?;
        let is_outside = xml::attribute(node, "TargetMode") == Some("External");
        let target = target.strip_prefix('/').map_or_else(|| joined(&folder, target), str::to_owned);
        (!is_outside).then_some(PartRelation { kind, target })
    };
    Ok(document.root_element().children().filter(|node| node.is_element()).filter_map(relation).collect())
}

/// A path from a folder: `../` leads out of it.
fn joined(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}
