//! Writes the sample site of the tests into a folder, for checkers and browsers:
//! `cargo run --no-default-features --example html_sample FOLDER [COPIES]`. With COPIES, the parts are repeated so many
//! times and the time is printed.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use camnang::render::html;
use camnang::view::View;

#[path = "../tests/support/html_sample.rs"]
mod html_sample;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let mut view = html_sample::view();
    if let Some(copies) = arguments.next() {
        repeat(&mut view, copies.parse()?);
    }
    let begin = Instant::now();
    let artifacts = html::site(&view, &html_sample::images(), &html_sample::templates())
        .map_err(|fault| format!("{}: {}", fault.place.unwrap_or_default(), fault.message))?;
    let time = begin.elapsed();
    let bytes: usize = artifacts.iter().map(|artifact| artifact.bytes.len()).sum();
    println!("{} files, {} KiB in {time:?}", artifacts.len(), bytes / 1024);
    for artifact in artifacts {
        let path = Path::new(&folder).join(&artifact.path);
        std::fs::create_dir_all(path.parent().ok_or("a path without folder")?)?;
        std::fs::write(path, artifact.bytes)?;
    }
    Ok(())
}

/// The same parts again under other names.
fn repeat(view: &mut View, copies: usize) {
    let originals = view.parts.clone();
    for copy in 1..copies {
        for part in &originals {
            let mut part = part.clone();
            let rename = |name: &mut String| *name = format!("{name}-{copy}");
            rename(&mut part.anchor);
            part.intro.iter_mut().for_each(|intro| rename(&mut intro.anchor));
            for chapter in &mut part.chapters {
                rename(&mut chapter.id);
                rename(&mut chapter.anchor);
                chapter.intro.iter_mut().for_each(|intro| rename(&mut intro.anchor));
                for excerpt in &mut chapter.excerpts {
                    rename(&mut excerpt.id);
                    rename(&mut excerpt.anchor);
                }
            }
            view.parts.push(part);
        }
    }
}
