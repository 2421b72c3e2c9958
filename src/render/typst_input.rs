//! The input of Typst, whichever way it runs: the same paths and the same bytes, so that the embedded engine and the
//! external one cannot differ by their input.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::{ImageFile, RenderError, Templates, typst_text};
use crate::view::{CopyView, ResultsView, View};

/// The version of Typst that the templates are written for, embedded or external. Another version lays out differently.
pub const VERSION: &str = "0.15.1";

/// A paper that is laid out: the template that Typst starts with, and what that reads beside the view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PaperForm {
    Booklet,
    /// The sheets of duties, one behind the other.
    DutySheets,
    /// Two sides to hand out at an event.
    Leaflet,
    /// Pages for a screen.
    Slides,
}

impl PaperForm {
    /// Returns the template that Typst starts with.
    pub(super) fn main(self) -> &'static str {
        match self {
            PaperForm::Booklet => "typst/booklet.typ",
            PaperForm::DutySheets => "typst/duty-sheets.typ",
            PaperForm::Leaflet => "typst/leaflet.typ",
            PaperForm::Slides => "typst/slides.typ",
        }
    }

    /// Returns the view as this form shows it.
    fn view(self, view: &View) -> Cow<'_, View> {
        match self {
            PaperForm::Booklet | PaperForm::DutySheets => Cow::Borrowed(view),
            PaperForm::Leaflet | PaperForm::Slides => Cow::Owned(view.without_excerpts()),
        }
    }

    /// Returns the data that only this form reads, and their path.
    fn data(self, view: &View) -> Result<Option<(&'static str, Vec<u8>)>, RenderError> {
        match self {
            PaperForm::Booklet => Ok(None),
            PaperForm::DutySheets => Ok(Some((DUTY_SHEETS, set_json(DUTY_SHEETS, &view.duty_sheets())?))),
            PaperForm::Leaflet => Ok(Some((LEAFLET, set_json(LEAFLET, &view.leaflet())?))),
            PaperForm::Slides => Ok(Some((SLIDES, set_json(SLIDES, &view.slides)?))),
        }
    }
}

/// The pieces that are shown on a screen.
const SLIDES: &str = "slides.json";

/// The part of a leaflet that the view does not have.
const LEAFLET: &str = "leaflet.json";

/// The sheets of duties.
const DUTY_SHEETS: &str = "duty-sheets.json";

/// Where the fonts lie among the templates.
const FONTS: &str = "fonts/";

/// The view as data.
pub(super) const VIEW: &str = "view.json";

/// Who a copy is for; `null` in the plain booklet.
pub(super) const COPY: &str = "copy.json";

/// The project folder by path: the templates below `typst/`, the view, the copy, the images, and what the form reads.
pub(super) fn project<'a>(
    form: PaperForm,
    view: &View,
    copy: Option<&CopyView>,
    images: &'a [ImageFile],
    templates: &'a Templates,
) -> Result<BTreeMap<&'a str, Cow<'a, [u8]>>, RenderError> {
    let mut files: BTreeMap<&str, Cow<[u8]>> =
        templates.below("typst/").map(|(path, bytes)| (path, Cow::Borrowed(bytes))).collect();
    for image in images {
        if !is_inside_images(&image.path) {
            return Err(RenderError {
                place: Some(image.path.clone()),
                message: "an image must lie below `images/`".to_owned(),
                hints: Vec::new(),
            });
        }
        files.insert(&image.path, Cow::Borrowed(&image.bytes));
    }
    files.insert(VIEW, Cow::Owned(set_json(VIEW, form.view(view).as_ref())?));
    files.insert(COPY, Cow::Owned(set_json(COPY, &copy)?));
    files.extend(form.data(view)?.map(|(path, bytes)| (path, Cow::Owned(bytes))));
    Ok(files)
}

/// The template of the results of a review, and what it says.
pub(super) const RESULTS_MAIN: &str = "typst/results.typ";
const RESULTS: &str = "results.json";

/// The project of the results of a review, which have no view beside them.
pub(super) fn results_project<'a>(
    results: &ResultsView,
    templates: &'a Templates,
) -> Result<BTreeMap<&'a str, Cow<'a, [u8]>>, RenderError> {
    let mut files: BTreeMap<&str, Cow<[u8]>> =
        templates.below("typst/").map(|(path, bytes)| (path, Cow::Borrowed(bytes))).collect();
    files.insert(RESULTS, Cow::Owned(set_json(RESULTS, results)?));
    Ok(files)
}

/// Data for the templates of paper, with its text set as print has it.
///
/// # Errors
/// None that a view can cause; strings, numbers and lists always serialise.
pub(super) fn set_json(path: &str, data: &impl Serialize) -> Result<Vec<u8>, RenderError> {
    let mut data = serde_json::to_value(data).map_err(|error| fault(path, &error))?;
    typst_text::set(&mut data);
    json(path, &data)
}

/// Data as they are.
///
/// # Errors
/// None that a view can cause; strings, numbers and lists always serialise.
pub(super) fn json(path: &str, data: &impl Serialize) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::with_capacity(RECORD);
    serde_json::to_writer(&mut bytes, data).map_err(|error| fault(path, &error))?;
    Ok(bytes)
}

/// About how many bytes the record of an excerpt has: most are such.
const RECORD: usize = 8 * 1024;

fn fault(path: &str, error: &serde_json::Error) -> RenderError {
    RenderError { place: Some(path.to_owned()), message: error.to_string(), hints: Vec::new() }
}

/// The shipped fonts by path; the licence and the read-me beside them are none.
pub(super) fn fonts(templates: &Templates) -> impl Iterator<Item = (&str, &Cow<'static, [u8]>)> {
    templates.files.iter().filter(|(path, _)| is_font(path)).map(|(path, bytes)| (path.as_str(), bytes))
}

pub(super) fn is_font(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    path.starts_with(FONTS) && [".ttf", ".otf", ".ttc", ".otc"].iter().any(|end| path.ends_with(end))
}

/// An image must not take the place of a template, nor leave the folder.
fn is_inside_images(path: &str) -> bool {
    path.strip_prefix("images/")
        .is_some_and(|rest| !rest.contains(['\\', ':']) && rest.split('/').all(|part| !matches!(part, "" | "." | "..")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_stay_in_their_folder() {
        for path in ["images/a.svg", "images/so-do/b.png", "images/..a.png"] {
            assert!(is_inside_images(path), "{path}");
        }
        for path in
            ["a.svg", "typst/booklet.typ", "images/", "images/../view.json", "images//a", "images/c:a", "images/..\\a"]
        {
            assert!(!is_inside_images(path), "{path}");
        }
    }
}
