//! The tag tree of a PDF with its text: what a screen reader gets, in the order in which it gets it. Everything comes out
//! of the file alone: roles and alternative texts from the structure tree, words from the marked content by the fonts'
//! own maps to Unicode.
#![allow(dead_code, reason = "every test file uses a part of it")]

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// Is in a text where its line ends and no space does: a forced end, or one within a long word.
pub const LINE_END: char = '\u{2028}';

/// An element of the structure tree.
#[derive(Debug, Default)]
pub struct Node {
    /// `P`, `H1`, `Table`, …
    pub role: String,
    /// The entries of its own dictionary and of its attributes, such as `Alt` and `Scope`.
    pub said: BTreeMap<String, String>,
    pub kids: Vec<Kid>,
}

#[derive(Debug)]
pub enum Kid {
    Node(Node),
    Text(String),
    /// A link's target: a web address, or `#` and the name of a place in the file.
    Link(String),
}

/// A line of a block: what is between two ends of blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The level of the heading that it is or is part of.
    pub heading: Option<u32>,
    /// The number of the footnote that it is or is part of.
    pub note: Option<String>,
    pub text: String,
    /// Where its links go, in their order; a link over several lines of print is one.
    pub links: Vec<String>,
}

impl Node {
    /// Every line below it, in reading order.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = Lines::default();
        lines.node(self, "");
        lines.end();
        lines.done
    }

    /// Every element below it and itself, in reading order.
    pub fn descendants(&self) -> Vec<&Node> {
        let below = self.kids.iter().filter_map(|kid| match kid {
            Kid::Node(node) => Some(node.descendants()),
            Kid::Text(_) | Kid::Link(_) => None,
        });
        std::iter::once(self).chain(below.flatten()).collect()
    }

    /// All words in it, white space collapsed.
    pub fn words(&self) -> String {
        let lines: Vec<String> = self.lines().into_iter().map(|line| line.text).collect();
        collapse(&lines.join(" ").replace(LINE_END, " "))
    }

    /// All texts in it, as they are.
    fn letters(&self) -> String {
        self.kids
            .iter()
            .map(|kid| match kid {
                Kid::Node(inner) => inner.letters(),
                Kid::Text(text) => text.replace(LINE_END, ""),
                Kid::Link(_) => String::new(),
            })
            .collect()
    }

    fn is_block(&self, parent: &str) -> bool {
        match self.role.as_str() {
            "Span" => self.said.get("Placement").is_some_and(|placement| placement == "Block"),
            // The number of a footnote is in a line, that of a point before one.
            "Lbl" => parent == "LI",
            "Link" | "Reference" | "Em" | "Strong" | "Quote" | "Code" => false,
            _ => true,
        }
    }
}

#[derive(Default)]
struct Lines {
    done: Vec<Line>,
    text: String,
    links: Vec<String>,
    heading: Option<u32>,
    note: Option<String>,
}

impl Lines {
    fn node(&mut self, node: &Node, parent: &str) {
        if node.role == "Note" {
            return self.note(node);
        }
        let block = node.is_block(parent);
        if block {
            self.end();
        }
        let level = node.role.strip_prefix('H').and_then(|level| level.parse().ok());
        let above = self.heading;
        self.heading = level.or(above);
        if let Some(alt) = node.said.get("Alt") {
            self.text.push_str(&format!("[{alt}]"));
        }
        if node.role == "Lbl" && !block {
            self.text.push_str(&call(&node.letters()));
        } else {
            self.kids(node);
        }
        if block {
            self.end();
        }
        self.heading = above;
    }

    fn kids(&mut self, node: &Node) {
        for kid in &node.kids {
            match kid {
                Kid::Node(inner) => self.node(inner, &node.role),
                Kid::Text(text) => self.text.push_str(text),
                Kid::Link(target) => self.link(target),
            }
        }
    }

    fn link(&mut self, target: &str) {
        if self.links.last().is_none_or(|last| last != target) {
            self.links.push(target.to_owned());
        }
    }

    /// The tree has a footnote where it is called; it interrupts no line.
    fn note(&mut self, node: &Node) {
        let mut own = Lines { heading: self.heading, ..Lines::default() };
        let (number, rest): (Vec<&Kid>, Vec<&Kid>) =
            node.kids.iter().partition(|kid| matches!(kid, Kid::Node(inner) if inner.role == "Lbl"));
        let number =
            number.into_iter().map(|kid| if let Kid::Node(inner) = kid { inner.letters() } else { String::new() });
        own.note = Some(number.collect());
        for kid in rest {
            match kid {
                Kid::Node(inner) => own.node(inner, "Note"),
                Kid::Text(text) => own.text.push_str(text),
                Kid::Link(_) => {}
            }
        }
        own.end();
        self.done.append(&mut own.done);
    }

    fn end(&mut self) {
        let text = collapse(&std::mem::take(&mut self.text));
        let links = std::mem::take(&mut self.links);
        if !text.trim_matches([' ', LINE_END]).is_empty() {
            self.done.push(Line { heading: self.heading, note: self.note.clone(), text, links });
        }
    }
}

/// The call of a footnote, in a text.
pub fn call(number: &str) -> String {
    format!("[^{number}]")
}

/// White space as one space, none at the ends; an end of a line beside a space is that space.
pub fn collapse(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        let last = out.chars().next_back();
        if letter == LINE_END {
            if !matches!(last, None | Some(' ' | LINE_END)) {
                out.push(letter);
            }
        } else if letter.is_whitespace() {
            if last == Some(LINE_END) {
                out.pop();
            }
            if !matches!(out.chars().next_back(), None | Some(' ')) {
                out.push(' ');
            }
        } else {
            out.push(letter);
        }
    }
    out.trim_end_matches([' ', LINE_END]).to_owned()
}

/// Whether a line of the paper says what the other text says; only at its line's ends may a space be there or not. A quote
/// or a dash is the same however it is set.
pub fn agrees(other: &str, paper: &str) -> bool {
    let other = collapse(other);
    let mut letters = other.chars().peekable();
    for letter in paper.chars() {
        if letter == LINE_END {
            letters.next_if_eq(&' ');
        } else if letters.next().map(as_typed) != Some(as_typed(letter)) {
            return false;
        }
    }
    letters.next().is_none()
}

fn as_typed(letter: char) -> char {
    match letter {
        '“' | '”' => '"',
        '–' => '-',
        other => other,
    }
}

/// A PDF, read.
pub struct Tagged {
    document: Document,
    /// The texts of marked content by page and number.
    marked: BTreeMap<(ObjectId, i64), String>,
    /// Content of the pages outside the tree: running heads, page numbers, by page.
    pub artifacts: Vec<String>,
}

impl Tagged {
    /// # Panics
    /// Where the file is not a whole tagged PDF: a test wants to know.
    pub fn read(bytes: &[u8]) -> Tagged {
        let document = Document::load_mem(bytes).expect("a PDF");
        let mut marked = BTreeMap::new();
        let mut artifacts = Vec::new();
        for page in document.page_iter() {
            let mut reader = PageReader::new(&document, page);
            let content = Content::decode(&document.get_page_content(page)).expect("content");
            let dictionary = document.get_dictionary(page).expect("a page");
            reader.run(&content, resources(&document, dictionary));
            marked.extend(reader.texts.into_iter().map(|(number, text)| ((page, number), text)));
            artifacts.push(collapse(&reader.artifact).replace(LINE_END, " "));
        }
        Tagged { document, marked, artifacts }
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The root of the structure tree.
    pub fn tree(&self) -> Node {
        let catalog = self.document.catalog().expect("a catalog");
        let root = self.dictionary(catalog.get(b"StructTreeRoot").expect("a structure tree"));
        let mut node = Node { role: "StructTreeRoot".to_owned(), ..Node::default() };
        self.kids(root.get(b"K").expect("elements"), None, &mut node.kids);
        node
    }

    pub fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).expect("an object").1
    }

    pub fn dictionary<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        self.resolve(object).as_dict().expect("a dictionary")
    }

    fn kids(&self, object: &Object, page: Option<ObjectId>, into: &mut Vec<Kid>) {
        match self.resolve(object) {
            Object::Array(all) => all.iter().for_each(|one| self.kids(one, page, into)),
            Object::Integer(number) => self.text(page.expect("a page"), *number, into),
            Object::Dictionary(one) => match one.get(b"Type").and_then(Object::as_name) {
                Ok(b"MCR") => {
                    let page = one.get(b"Pg").and_then(Object::as_reference).ok().or(page).expect("a page");
                    self.text(page, one.get(b"MCID").and_then(Object::as_i64).expect("a number"), into);
                }
                Ok(b"OBJR") => into.push(Kid::Link(self.target(self.dictionary(one.get(b"Obj").expect("an object"))))),
                _ => into.push(Kid::Node(self.node(one, page))),
            },
            other => panic!("not a kid: {other:?}"),
        }
    }

    fn text(&self, page: ObjectId, number: i64, into: &mut Vec<Kid>) {
        let text = self.marked.get(&(page, number)).cloned().unwrap_or_default();
        match into.last_mut() {
            Some(Kid::Text(before)) => before.push_str(&text),
            _ => into.push(Kid::Text(text)),
        }
    }

    fn node(&self, one: &Dictionary, page: Option<ObjectId>) -> Node {
        let page = one.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        let role = one.get(b"S").and_then(Object::as_name).expect("a role");
        let mut node = Node { role: String::from_utf8_lossy(role).into_owned(), ..Node::default() };
        for key in ["Alt", "ActualText", "Lang", "T", "E"] {
            if let Ok(value) = one.get(key.as_bytes()) {
                node.said.insert(key.to_owned(), string(self.resolve(value)));
            }
        }
        if let Ok(attributes) = one.get(b"A") {
            self.attributes(attributes, &mut node.said);
        }
        if let Ok(kids) = one.get(b"K") {
            self.kids(kids, page, &mut node.kids);
        }
        node
    }

    fn attributes(&self, object: &Object, into: &mut BTreeMap<String, String>) {
        match self.resolve(object) {
            Object::Array(all) => all.iter().for_each(|one| self.attributes(one, into)),
            Object::Dictionary(one) => {
                into.extend(
                    one.iter()
                        .map(|(key, value)| (String::from_utf8_lossy(key).into_owned(), string(self.resolve(value)))),
                );
            }
            _ => {}
        }
    }

    /// Where a link goes.
    pub fn target(&self, annotation: &Dictionary) -> String {
        let action = annotation.get(b"A").ok().map(|action| self.dictionary(action));
        if let Some(uri) = action.and_then(|action| action.get(b"URI").ok()) {
            return string(self.resolve(uri));
        }
        let place = action.and_then(|action| action.get(b"D").ok()).or_else(|| annotation.get(b"Dest").ok());
        match place.map(|place| self.resolve(place)) {
            Some(Object::Array(place)) => format!("page {}", self.page_number(place.first())),
            Some(name) => format!("#{}", string(name)),
            None => "nowhere".to_owned(),
        }
    }

    pub fn page_number(&self, page: Option<&Object>) -> usize {
        let wanted = page.and_then(|page| page.as_reference().ok());
        self.document.page_iter().position(|page| Some(page) == wanted).map_or(0, |index| index + 1)
    }
}

/// A text or name as words.
pub fn string(object: &Object) -> String {
    match object {
        Object::String(..) => lopdf::decode_text_string(object).expect("a text"),
        Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
        Object::Integer(number) => number.to_string(),
        Object::Array(all) => format!("[{}]", all.iter().map(string).collect::<Vec<_>>().join(" ")),
        other => format!("{other:?}"),
    }
}

fn resources<'a>(document: &'a Document, holder: &'a Dictionary) -> Option<&'a Dictionary> {
    let own = holder.get(b"Resources").ok();
    own.and_then(|object| document.dereference(object).ok()).and_then(|(_, object)| object.as_dict().ok())
}

/// Rows of a matrix of the plane, as PDF writes them.
type Matrix = [f64; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `a`, then `b`.
fn product(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// A stretch of marked content that is open.
struct Mark {
    number: Option<i64>,
    artifact: bool,
    /// Says what the glyphs within mean, where they do not themselves.
    actual: Option<String>,
}

struct PageReader<'a> {
    document: &'a Document,
    page: ObjectId,
    encodings: BTreeMap<Vec<u8>, Encoding<'a>>,
    font: Vec<u8>,
    matrix: Matrix,
    saved: Vec<(Vec<u8>, Matrix)>,
    line: Matrix,
    marks: Vec<Mark>,
    /// Height on the page of the last text of each marked content.
    last_height: Option<f64>,
    texts: BTreeMap<i64, String>,
    artifact: String,
}

impl<'a> PageReader<'a> {
    fn new(document: &'a Document, page: ObjectId) -> Self {
        PageReader {
            document,
            page,
            encodings: BTreeMap::new(),
            font: Vec::new(),
            matrix: IDENTITY,
            saved: Vec::new(),
            line: IDENTITY,
            marks: Vec::new(),
            last_height: None,
            texts: BTreeMap::new(),
            artifact: String::new(),
        }
    }

    fn run(&mut self, content: &Content, resources: Option<&'a Dictionary>) {
        for operation in &content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "q" => self.saved.push((self.font.clone(), self.matrix)),
                "Q" => (self.font, self.matrix) = self.saved.pop().expect("a saved state"),
                "cm" => self.matrix = product(matrix(operands), self.matrix),
                "BT" => self.line = IDENTITY,
                "Tm" => self.line = matrix(operands),
                "Td" => {
                    let by = [1.0, 0.0, 0.0, 1.0, number(&operands[0]), number(&operands[1])];
                    self.line = product(by, self.line);
                }
                "Tf" => {
                    self.font = operands[0].as_name().expect("a font").to_vec();
                    self.know_font(resources);
                }
                "BMC" | "BDC" => {
                    let mark = self.mark(operands);
                    self.marks.push(mark);
                }
                "EMC" => {
                    let mark = self.marks.pop().expect("an open mark");
                    if let Some(actual) = mark.actual {
                        self.put(&actual);
                    }
                }
                "Tj" | "TJ" => self.show(&operands[0]),
                "TD" | "T*" | "'" | "\"" => panic!("a text operator that this reader does not know"),
                "Do" => self.form(operands[0].as_name().expect("a name"), resources),
                _ => {}
            }
        }
    }

    /// A drawing of its own, such as a picture or something half transparent, may have text.
    fn form(&mut self, name: &[u8], resources_here: Option<&'a Dictionary>) {
        let forms = resources_here.and_then(|all| self.document.get_dict_in_dict(all, b"XObject").ok());
        let object = forms.and_then(|forms| forms.get(name).ok()).expect("a named object");
        let (_, object) = self.document.dereference(object).expect("an object");
        let stream = object.as_stream().expect("a stream");
        if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form") {
            let content = Content::decode(&stream.decompressed_content().expect("content")).expect("operations");
            let (font, outer) = (self.font.clone(), self.matrix);
            self.run(&content, resources(self.document, &stream.dict).or(resources_here));
            (self.font, self.matrix) = (font, outer);
            self.encodings.clear();
            self.know_font(resources_here);
        }
    }

    fn know_font(&mut self, resources: Option<&'a Dictionary>) {
        if self.encodings.contains_key(&self.font) {
            return;
        }
        let fonts = resources.and_then(|all| self.document.get_dict_in_dict(all, b"Font").ok());
        let Some(font) = fonts.and_then(|fonts| fonts.get(&self.font).ok()) else { return };
        let (_, font) = self.document.dereference(font).expect("a font");
        let encoding = font.as_dict().expect("a font").get_font_encoding(self.document).expect("a map to Unicode");
        self.encodings.insert(self.font.clone(), encoding);
    }

    fn mark(&self, operands: &[Object]) -> Mark {
        let artifact = operands.first().and_then(|tag| tag.as_name().ok()) == Some(b"Artifact");
        let said = operands.get(1).and_then(|said| said.as_dict().ok());
        let number = said.and_then(|said| said.get(b"MCID").ok()).and_then(|number| number.as_i64().ok());
        let actual = said.and_then(|said| said.get(b"ActualText").ok()).map(string);
        Mark { number, artifact, actual }
    }

    fn show(&mut self, shown: &Object) {
        if self.marks.iter().any(|mark| mark.actual.is_some()) {
            return;
        }
        let encoding = self.encodings.get(&self.font).expect("a known font");
        let mut text = String::new();
        let pieces = if let Object::Array(pieces) = shown { pieces.as_slice() } else { std::slice::from_ref(shown) };
        for piece in pieces {
            if let Object::String(bytes, _) = piece {
                text.push_str(&Document::decode_text(encoding, bytes).expect("text"));
            }
        }
        self.put(&text);
    }

    fn put(&mut self, text: &str) {
        let height = product(self.line, self.matrix)[5];
        let number = self.marks.iter().rev().find_map(|mark| mark.number);
        let into = match number {
            Some(number) => self.texts.entry(number).or_default(),
            None => {
                let artifact = self.marks.iter().any(|mark| mark.artifact);
                assert!(artifact || text.trim().is_empty(), "{:?} has text outside the tree: {text:?}", self.page);
                &mut self.artifact
            }
        };
        // Raised signs stand a little higher in the same line.
        if self.last_height.is_some_and(|last| (last - height).abs() > 6.0) {
            into.push(LINE_END);
        }
        into.push_str(text);
        self.last_height = Some(height);
    }
}

fn number(object: &Object) -> f64 {
    object.as_float().map(f64::from).expect("a number")
}

fn matrix(operands: &[Object]) -> Matrix {
    let mut all = IDENTITY;
    all.iter_mut().zip(operands).for_each(|(slot, operand)| *slot = number(operand));
    all
}
