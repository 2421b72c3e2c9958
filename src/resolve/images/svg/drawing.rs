//! Reads an SVG as Typst does: the picture with every reference followed and every text
//! set. What PDF/A refuses in it, and what would take too long to print, is found here.

use std::sync::{Arc, LazyLock};

use usvg::fontdb::Database;
use usvg::{BlendMode, ClipPath, Group, Mask, Node, Opacity, Options, Paint, SpreadMethod, Tree};

use super::super::ImageFault;
use super::text;
use crate::resolve::messages::images;
use crate::source::shipped_fonts;

/// In pixels of the drawing. Beyond this, numbers lose their precision.
const LONGEST_SIDE: f32 = 100_000.0;
/// How many clip paths may be within one another: PDF/A allows 28 states, some of which the page has already.
const MOST_CLIPS: u32 = 16;
/// Filters are printed as pixels, of which this is the most that an image may have, and the most work on them.
const MOST_PIXELS: f32 = 64_000_000.0;
const MOST_WORK: f32 = 512_000_000.0;
/// The longer side of a page, in points, and how many pixels Typst makes of each.
const PAGE: f32 = 842.0;
const PIXELS_OF_POINT: f32 = 4.0;
/// The most pixels that Typst makes of a side.
const LONGEST_FILTER: f32 = 5000.0;

/// Returns whether the picture can be printed; `texts` are those within it.
///
/// # Errors
/// Why it cannot.
pub fn check<'t>(file: &str, texts: impl Iterator<Item = &'t str>) -> Result<(), ImageFault> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        shipped_fonts().for_each(|font| fonts.load_font_data(font.to_vec()));
        Arc::new(fonts)
    });
    text::characters(texts, &FONTS)?;
    let options = Options {
        font_family: "Liberation Serif".to_owned(),
        fontdb: Arc::clone(&FONTS),
        font_resolver: text::resolver(),
        ..Options::default()
    };
    let tree = Tree::from_str(file, &options).map_err(|error| match error {
        usvg::Error::InvalidSize => ImageFault::from(images::svg_size()),
        _ => images::svg_broken().into(),
    })?;
    let (width, height) = (tree.size().width(), tree.size().height());
    if !(width <= LONGEST_SIDE && height <= LONGEST_SIDE) {
        return Err(images::svg_size().into());
    }
    let mut filters = Filters { scale: PIXELS_OF_POINT * PAGE / width.max(height), pixels: 0.0, work: 0.0 };
    filters.group(tree.root())?;
    group(tree.root(), 0)
}

fn group(group_of: &Group, clips: u32) -> Result<(), ImageFault> {
    let clips = clips + clips_of(group_of.clip_path())?;
    if clips > MOST_CLIPS {
        return Err(images::svg_clips(MOST_CLIPS).into());
    }
    group_of.mask().map_or(Ok(()), |it| mask(it, clips))?;
    group_of.children().iter().try_for_each(|child| node(child, clips))
}

fn clips_of(clip: Option<&ClipPath>) -> Result<u32, ImageFault> {
    match clip {
        Some(clip) => {
            group(clip.root(), 0)?;
            Ok(1 + clips_of(clip.clip_path())?)
        }
        None => Ok(0),
    }
}

/// A mask cuts to its rectangle.
fn mask(one: &Mask, clips: u32) -> Result<(), ImageFault> {
    one.mask().map_or(Ok(()), |outer| mask(outer, clips + 1))?;
    group(one.root(), clips + 1)
}

fn node(node: &Node, clips: u32) -> Result<(), ImageFault> {
    match node {
        Node::Group(inner) => group(inner, clips),
        Node::Path(path) => {
            let paints = [path.fill().map(|fill| fill.paint()), path.stroke().map(|stroke| stroke.paint())];
            paints.into_iter().flatten().try_for_each(paint)
        }
        // Looked at in the file, where the ones are as well that this reader leaves out.
        Node::Image(_) => Ok(()),
        Node::Text(shown) => {
            text::glyphs(shown)?;
            // The same as shapes, where the paints are.
            group(shown.flattened(), clips)
        }
    }
}

fn paint(paint: &Paint) -> Result<(), ImageFault> {
    match paint {
        Paint::LinearGradient(gradient) if gradient.spread_method() != SpreadMethod::Pad => {
            Err(images::svg_gradient().into())
        }
        Paint::RadialGradient(gradient) if gradient.spread_method() != SpreadMethod::Pad => {
            Err(images::svg_gradient().into())
        }
        Paint::Pattern(pattern) => group(pattern.root(), 0),
        Paint::Color(_) | Paint::LinearGradient(_) | Paint::RadialGradient(_) => Ok(()),
    }
}

/// What the filters of a drawing cost.
struct Filters {
    /// Pixels of print to one of the drawing.
    scale: f32,
    pixels: f32,
    work: f32,
}

impl Filters {
    fn group(&mut self, group: &Group) -> Result<(), ImageFault> {
        let primitives: usize = group.filters().iter().map(|filter| filter.primitives().len()).sum();
        if primitives > 0 {
            let area = group.abs_layer_bounding_box();
            let side = |length: f32| (length * self.scale).clamp(1.0, LONGEST_FILTER);
            let pixels = side(area.width()) * side(area.height());
            self.pixels += pixels;
            self.work += pixels * (primitives + layers(group)) as f32;
        }
        if self.pixels > MOST_PIXELS || self.work > MOST_WORK {
            return Err(images::svg_filters().into());
        }
        let mut inner = Ok(());
        group.children().iter().for_each(|child| {
            if let (Ok(()), Node::Group(child)) = (&inner, child) {
                inner = self.group(child);
            }
            if inner.is_ok() {
                child.subroots(|root| {
                    if inner.is_ok() {
                        inner = self.group(root);
                    }
                });
            }
        });
        inner
    }
}

/// How many groups are pixels of their own once the group is.
fn layers(group: &Group) -> usize {
    let own = usize::from(group.opacity() != Opacity::ONE || group.blend_mode() != BlendMode::Normal);
    let own = own + usize::from(group.mask().is_some()) + usize::from(group.clip_path().is_some());
    let mut all = own;
    for child in group.children() {
        if let Node::Group(child) = child {
            all += layers(child);
        }
        child.subroots(|root| all += layers(root));
    }
    all
}
