//! The shape of the code in figures: how long functions and files are, what is public and says nothing of itself, which
//! names of types stand for several things. None may grow.
//!
//! `cargo test --no-default-features --test house measures -- --nocapture` prints the figures and the worst of each kind.

use crate::support::own_code;

use std::collections::{BTreeMap, BTreeSet};

use own_code::{is_for_tests, sources};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// Lines that a function may have: in the middle, nine in ten, ninety-nine in a hundred.
const FUNCTION_LINES: [(usize, usize); 3] = [(50, 7), (90, 20), (99, 45)];

/// Public items without documentation.
const MOST_SILENT: usize = 20;
/// Names of types that stand for several things: `Builder` (of a view, of a page) and `Label` (of a unit, and as it is written).
const MOST_AMBIGUOUS: usize = 2;

/// One thing that is declared in `src/`.
struct Item {
    name: String,
    /// `src/render/html.rs:12`
    place: String,
    is_documented: bool,
}

#[derive(Default)]
struct Shape {
    file: String,
    functions: Vec<(usize, String)>,
    public: Vec<Item>,
    types: Vec<Item>,
}

impl Shape {
    fn of_all() -> Self {
        let mut shape = Shape::default();
        for (name, text) in sources() {
            shape.file = name;
            shape.visit_file(&syn::parse_file(&text).unwrap());
        }
        shape.functions.sort();
        shape
    }

    fn place(&self, of: &impl Spanned) -> String {
        format!("src/{}:{}", self.file, of.span().start().line)
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let lines = block.span().end().line + 1 - signature.span().start().line;
        self.functions.push((lines, format!("{} {}", self.place(signature), signature.ident)));
    }

    fn declared(&mut self, name: &syn::Ident, visibility: &syn::Visibility, attributes: &[syn::Attribute]) {
        if matches!(visibility, syn::Visibility::Public(_)) {
            let is_documented = attributes.iter().any(|attribute| attribute.path().is_ident("doc"));
            self.public.push(Item { name: name.to_string(), place: self.place(name), is_documented });
        }
    }

    fn named_type(&mut self, name: &syn::Ident) {
        self.types.push(Item { name: name.to_string(), place: self.place(name), is_documented: true });
    }

    fn lines_at(&self, percent: usize) -> usize {
        self.functions[(self.functions.len() - 1) * percent / 100].0
    }
}

impl<'ast> Visit<'ast> for Shape {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_for_tests(&module.attrs) {
            // What a module is for, it says at the head of its file.
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_for_tests(&item.attrs) {
            self.declared(&item.sig.ident, &item.vis, &item.attrs);
            self.function(&item.sig, &item.block);
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_for_tests(&item.attrs) {
            self.declared(&item.sig.ident, &item.vis, &item.attrs);
            self.function(&item.sig, &item.block);
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.declared(&item.ident, &item.vis, &item.attrs);
        self.named_type(&item.ident);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.declared(&item.ident, &item.vis, &item.attrs);
        self.named_type(&item.ident);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.declared(&item.ident, &item.vis, &item.attrs);
        self.named_type(&item.ident);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.declared(&item.ident, &item.vis, &item.attrs);
        self.named_type(&item.ident);
        visit::visit_item_trait(self, item);
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.declared(&item.ident, &item.vis, &item.attrs);
    }
}

#[test]
fn functions_are_short() {
    let shape = Shape::of_all();
    let figures = FUNCTION_LINES.map(|(percent, _)| shape.lines_at(percent));
    let [median, nine_in_ten, nearly_all] = figures;
    println!("{} functions: median {median} lines, p90 {nine_in_ten}, p99 {nearly_all}", shape.functions.len());
    shape.functions.iter().rev().take(10).for_each(|(lines, place)| println!("  {lines:>4} {place}"));
    for ((percent, most), lines) in FUNCTION_LINES.into_iter().zip(figures) {
        assert!(lines <= most, "{percent} in a hundred functions have up to {lines} lines, more than {most}");
    }
}

#[test]
fn files_are_short() {
    let mut lines: Vec<(usize, String)> =
        sources().into_iter().map(|(name, text)| (text.lines().count(), name)).collect();
    lines.sort();
    println!("{} files: median {} lines, longest {:?}", lines.len(), lines[lines.len() / 2].0, lines.last().unwrap());
    assert!(lines.iter().all(|(count, name)| *count <= 550 || panic!("src/{name} has {count} lines")));
}

#[test]
fn public_items_say_what_they_are() {
    let shape = Shape::of_all();
    let silent: Vec<&Item> = shape.public.iter().filter(|item| !item.is_documented).collect();
    println!("{} public items, {} without documentation", shape.public.len(), silent.len());
    silent.iter().take(10).for_each(|item| println!("  {} {}", item.place, item.name));
    assert!(silent.len() <= MOST_SILENT, "{} public items have no documentation", silent.len());
}

#[test]
fn a_type_name_stands_for_one_thing() {
    let shape = Shape::of_all();
    let mut places: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for item in &shape.types {
        places.entry(&item.name).or_default().insert(&item.place);
    }
    let names = places.len();
    let several: Vec<_> = places.into_iter().filter(|(_, places)| places.len() > 1).collect();
    println!("{names} names of types, {} stand for several", several.len());
    several
        .iter()
        .for_each(|(name, places)| println!("  {name}: {}", places.iter().copied().collect::<Vec<_>>().join(", ")));
    assert!(several.len() <= MOST_AMBIGUOUS, "{} names of types stand for several things", several.len());
}

/// The files and types of the library's face, as `src/lib.rs` shows it.
const FACE: [(&str, &[&str]); 6] = [
    ("library.rs", &["CorpusFolder", "LibraryError", "PublishableEdition", "ViewOptions"]),
    ("diag/lang.rs", &["Lang"]),
    ("model/date.rs", &["Date"]),
    ("render/mod.rs", &["Artifact", "RenderError"]),
    ("report/mod.rs", &["Reported", "FixReplacement"]),
    ("report/quote.rs", &["Quote"]),
];

/// What of the types of the face has no documentation: fields, variants and methods that a user of the library sees.
struct Undocumented<'t> {
    types: &'t [&'static str],
    within: Option<String>,
    silent: Vec<String>,
}

impl Undocumented<'_> {
    fn look_at(&mut self, name: &impl ToString, attributes: &[syn::Attribute]) {
        if let Some(of) = &self.within
            && !attributes.iter().any(|attribute| attribute.path().is_ident("doc"))
        {
            self.silent.push(format!("{of}: {}", name.to_string()));
        }
    }

    fn enter(&mut self, name: &impl ToString) {
        self.within = Some(name.to_string()).filter(|name| self.types.contains(&name.as_str()));
    }
}

impl<'ast> Visit<'ast> for Undocumented<'_> {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.enter(&item.ident);
        self.look_at(&item.ident, &item.attrs);
        for field in item.fields.iter().filter(|field| matches!(field.vis, syn::Visibility::Public(_))) {
            field.ident.iter().for_each(|name| self.look_at(name, &field.attrs));
        }
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.enter(&item.ident);
        self.look_at(&item.ident, &item.attrs);
        item.variants.iter().for_each(|variant| self.look_at(&variant.ident, &variant.attrs));
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if let (None, syn::Type::Path(of)) = (&item.trait_, &*item.self_ty) {
            self.enter(&of.path.segments.last().unwrap().ident);
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if matches!(item.vis, syn::Visibility::Public(_)) {
            self.look_at(&item.sig.ident, &item.attrs);
        }
    }
}

#[test]
fn the_library_face_is_documented() {
    let sources = sources();
    let shown = &sources.iter().find(|(name, _)| name == "lib.rs").unwrap().1;
    for (file, types) in FACE {
        let mut silent = Undocumented { types, within: None, silent: Vec::new() };
        silent.visit_file(&syn::parse_file(&sources.iter().find(|(name, _)| name == file).unwrap().1).unwrap());
        assert!(silent.silent.is_empty(), "src/{file}: {:?}", silent.silent);
    }
    let exported = shown
        .split("pub use ")
        .skip(1)
        .flat_map(|rest| rest.split(';').next().unwrap().split([':', ',', '{', '}', ' ']));
    for name in exported.filter(|name| name.starts_with(char::is_uppercase)) {
        assert!(
            FACE.iter().any(|(_, types)| types.contains(&name)),
            "{name} is shown by src/lib.rs and not looked at here"
        );
    }
}
