//! A site with every page whole, for what tests ask of its text. `tests/outputs/sheets.rs` shows that sheets lose none of it.

use std::sync::Mutex;

use camnang::internals::hash::sha256;
use camnang::internals::render::html::{self, Parts, SheetLimits};
use camnang::internals::render::outputs::{Document, PDF};
use camnang::internals::render::{Artifact, ImageFile, RenderError, Templates};
use camnang::internals::view::View;

use super::html_sample;

/// Returns what `html::site` would of the sample, but for its sheets.
pub fn site(view: &View) -> Result<Vec<Artifact>, RenderError> {
    let pdf = [Document { output: &PDF, bytes: b"%PDF-".to_vec() }];
    whole(view, &html_sample::images(), &html_sample::templates(), &pdf)
}

/// The same of any view.
pub fn whole(
    view: &View,
    images: &[ImageFile],
    templates: &Templates,
    documents: &[Document],
) -> Result<Vec<Artifact>, RenderError> {
    let made = Mutex::new(Vec::new());
    let parts = Parts { sheets: SheetLimits { bytes: usize::MAX / 8, pixels: usize::MAX / 8 }, ..Parts::ALL };
    html::site_to(view, images, templates, documents, parts, &|_| Ok(Vec::new()), &|artifact| {
        let hash = sha256(&artifact.bytes);
        made.lock().expect("no panic before").push(artifact);
        Ok::<_, RenderError>(hash)
    })?;
    let mut made = made.into_inner().expect("no panic before");
    made.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(made)
}
