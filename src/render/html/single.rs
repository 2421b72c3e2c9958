//! The whole booklet in one file, `<edition>.html`: what one can attach to a message. It is put together from the templates
//! of the site; only its head and its order are its own. Every link within it is an anchor, and nothing lies beside it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use tera::{Context, Tera, Value};

use super::assets::Assets;
use super::images::Images;
use super::inlined::{icon, policy_hash, within_element};
use super::look::{self, STYLE};
use super::pages::{KeptFacts, SingleBooklet};
use super::places::{self, Places};
use super::{Artifact, FOLDER, RenderError, Site, Templates, common_script, template_fault, typography};
use crate::render::ImageFile;
use crate::view::View;

/// Its script; the site has no use for it.
pub(super) const SCRIPT: &str = "single.js";
/// The script of the first page, whose list of offices is here too.
const OFFICE: &str = "office.js";

#[derive(Serialize)]
struct SinglePage<'a> {
    page: Within<'a>,
    /// Of the headings, as on a page that has the booklet's title for its own.
    depth: u8,
    root: &'a str,
    here: &'a str,
}

/// What the file holds instead of naming it, and the booklet.
#[derive(Serialize)]
struct Within<'a> {
    policy: Value,
    style: Value,
    script: Value,
    icon: String,
    logo: Option<look::LogoData<'a>>,
    /// Where the web edition is published.
    canonical: Option<String>,
    #[serde(flatten)]
    booklet: SingleBooklet<'a>,
}

pub(super) fn artifact(
    engine: &Tera,
    site: &Site,
    images: &[ImageFile],
    assets: &Assets,
    templates: &Templates,
) -> Result<Artifact, RenderError> {
    let view: &View = site.view;
    let name = places::single_page(&view.edition.id);
    let on_one = Site {
        view,
        places: Places::on_one_page(view, &name)?,
        images: Images::new(images)?.within_pages(),
        by_number: site.by_number.clone(),
        // Each is written once only.
        facts: KeptFacts::of(0),
        offers: Vec::new(),
    };
    let scripts = [
        assets.bytes(common_script::FILE),
        assets.bytes(OFFICE),
        templates.files.get(&format!("{FOLDER}{SCRIPT}")).map(|it| &**it),
    ];
    let script = within_element(&scripts.into_iter().flatten().collect::<Vec<_>>().join(&b'\n'));
    let style = with_fonts(within_element(assets.bytes(STYLE).unwrap_or_default()), assets);
    let page = Within {
        policy: Value::safe_string(&format!(
            "default-src 'none'; script-src '{}'; style-src '{}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'",
            policy_hash(&script),
            policy_hash(&style)
        )),
        style: Value::safe_string(&style),
        script: Value::safe_string(&script),
        icon: icon(assets),
        logo: look::logo(&view.look, &on_one.images)?,
        canonical: site.address(places::INDEX),
        booklet: SingleBooklet::new(engine, &on_one, &name)?,
    };
    let context =
        Context::from_serialize(&SinglePage { page, depth: 0, root: "", here: &name }).map_err(template_fault)?;
    let html = engine.render("single.html", &context).map_err(template_fault)?;
    Ok(Artifact { path: format!("{FOLDER}{name}"), bytes: typography::set(&html).into_bytes() })
}

/// A style sheet with the fonts that it names within it.
fn with_fonts(style: String, assets: &Assets) -> String {
    let fonts = assets.names.iter().filter(|(name, _)| name.ends_with(".woff2"));
    fonts.fold(style, |style, (name, published)| {
        let font = STANDARD.encode(assets.bytes(name).unwrap_or_default());
        style.replace(&format!("url({published})"), &format!("url(data:font/woff2;base64,{font})"))
    })
}
