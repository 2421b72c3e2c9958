//! Templates of an office's own: read with what is put over what, copied out for editing, and checked for where they do not
//! fit.

use std::fmt::Write;
use std::path::Path;

use super::context::CommandContext;
use super::{Failure, Outcome, Status};
use crate::command::messages::templates as messages;
use crate::diag::advice::{self, nearest};
use crate::diag::{Bilingual, Lang};
use crate::render::{RenderError, Templates};
use crate::{publish, report, source};

/// The program's templates, with those of a folder put over them.
///
/// # Errors
/// The folder cannot be read, or has files that would change nothing: most likely one is misspelt.
pub(super) fn load(folder: Option<&Path>) -> Result<Templates, Failure> {
    let templates = source::templates(folder).map_err(|error| {
        let folder = folder.map_or_else(String::new, |folder| folder.display().to_string());
        Failure::about(
            &error,
            format!("không đọc được thư mục mẫu `{folder}`"),
            format!("cannot read the templates `{folder}`"),
        )
    })?;
    if let Some(folder) = folder {
        refuse_strangers(&templates, &folder.display().to_string())?;
    }
    Ok(templates)
}

fn shipped() -> Result<Templates, Failure> {
    source::templates(None).map_err(|error| Failure::new(error.to_string(), error.to_string()))
}

fn refuse_strangers(templates: &Templates, folder: &str) -> Result<(), Failure> {
    let shipped = shipped()?;
    let own = || templates.own.iter().filter(|(path, _)| is_layout(path));
    if own().next().is_none() {
        return Err(Failure(messages::empty_folder(folder)));
    }
    let strangers: Vec<(String, Option<String>)> = own()
        .filter(|(path, _)| !shipped.files.contains_key(*path) && !is_font(path) && !is_used(path, templates))
        .map(|(path, shown)| (shown.clone(), likely(path, &shipped)))
        .collect();
    if strangers.is_empty() { Ok(()) } else { Err(Failure(messages::strangers(folder, &strangers))) }
}

/// Not what people write about their files: `README.md`, `LICENSE`.
fn is_layout(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').is_some_and(|(_, ending)| !matches!(ending, "md" | "txt"))
}

/// A file of the office alone that one of the templates includes, imports or shows.
fn is_used(path: &str, templates: &Templates) -> bool {
    ["html/", "typst/"].iter().any(|folder| path.starts_with(folder)) && templates.is_named(path)
}

fn is_font(path: &str) -> bool {
    path.starts_with("fonts/") && [".ttf", ".otf", ".ttc", ".otc"].iter().any(|ending| path.ends_with(ending))
}

/// The shipped file that a path most likely means: of the same name in another folder, or with nearly the same path.
fn likely(path: &str, shipped: &Templates) -> Option<String> {
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let own = name(path);
    let elsewhere = shipped.files.keys().find(|other| name(other) == own);
    elsewhere.cloned().or_else(|| {
        // The folder is compared apart from the name, so that a long folder does not make every name near.
        let (folder, _) = path.rsplit_once('/').unwrap_or(("", path));
        let beside = shipped.files.keys().filter_map(|other| other.strip_prefix(folder)?.strip_prefix('/'));
        let near = nearest(&own, beside.collect::<Vec<_>>()).map(|near| format!("{folder}/{near}"));
        near.or_else(|| nearest(path, shipped.files.keys().map(String::as_str)).map(str::to_owned))
    })
}

/// `camnang new templates`: copies files of the program's own into a folder, never over a file.
pub(super) fn copy_out(folder: &Path, wanted: &[String], context: &mut CommandContext<'_>) -> Outcome {
    let shipped = shipped()?;
    let chosen: Vec<&str> = if wanted.is_empty() {
        shipped.files.keys().map(String::as_str).filter(|path| !path.starts_with("fonts/")).collect()
    } else {
        wanted.iter().map(|path| find(path, &shipped)).collect::<Result<_, _>>()?
    };
    let mut created = String::new();
    let mut kept = Vec::new();
    for path in chosen {
        let Some(bytes) = shipped.files.get(path) else { continue };
        let file = folder.join(path);
        let shown = file.display();
        match publish::create(&file, bytes) {
            Ok(()) => {
                let _ = writeln!(created, "{} {shown}", context.lang.tr("đã tạo", "created"));
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => kept.push(shown.to_string()),
            Err(error) => {
                return Err(Failure::about(
                    &error,
                    format!("không ghi được `{shown}`"),
                    format!("cannot write `{shown}`"),
                ));
            }
        }
    }
    context.out(&created);
    if !kept.is_empty() {
        let kept = kept.join(", ");
        return Err(Failure::new(
            format!("đã có, không đè lên: {kept}. Muốn xem bản có sẵn thì chép vào một thư mục khác"),
            format!("there already and not touched: {kept}. To see the shipped ones copy them into another folder"),
        ));
    }
    let folder = folder.display();
    context.out(&match context.lang {
        Lang::Vi => format!("Sửa các tệp ấy, xoá tệp nào không sửa, rồi chạy: camnang build --templates {folder}\n"),
        Lang::En => {
            format!("Edit them, delete those you do not change, then run: camnang build --templates {folder}\n")
        }
    });
    Ok(Status::Fine)
}

fn find<'t>(wanted: &str, shipped: &'t Templates) -> Result<&'t str, Failure> {
    let path = wanted.replace('\\', "/");
    let found = shipped.files.get_key_value(path.as_str()).map(|(path, _)| path.as_str());
    found.ok_or_else(|| {
        let near = likely(&path, shipped);
        let names: Vec<&str> =
            shipped.files.keys().map(String::as_str).filter(|it| !it.starts_with("fonts/")).collect();
        let choice = advice::choose(near.as_deref(), &names);
        Failure::new(
            format!("không có tệp mẫu `{wanted}`; {}", choice.vi),
            format!("there is no template `{wanted}`; {}", choice.en),
        )
    })
}

/// A template that does not fit, or an engine that failed: the file, the line, the words, and what to do.
pub(super) fn failed(error: &RenderError, templates: &Templates) -> Failure {
    let at = error.place.as_deref().map(|place| place_of(place, templates));
    Failure(Bilingual::new(
        in_words(error, at.as_ref(), templates, Lang::Vi),
        in_words(error, at.as_ref(), templates, Lang::En),
    ))
}

/// A place in a template, as far as it is known.
struct At<'e> {
    path: &'e str,
    /// Line and column, counted from 1.
    line: Option<(usize, usize)>,
    /// Not all places are in templates.
    is_template: bool,
}

/// `html/chapter.html:12:5`, or a file alone.
fn place_of<'e>(place: &'e str, templates: &Templates) -> At<'e> {
    let mut parts = place.rsplitn(3, ':');
    let (column, line, path) = (parts.next(), parts.next(), parts.next());
    let number = |text: Option<&str>| text.and_then(|text| text.parse::<usize>().ok());
    let (path, line) = match (path, number(line).zip(number(column))) {
        (Some(path), Some(line)) => (path, Some(line)),
        _ => (place, None),
    };
    At { path, line, is_template: templates.files.contains_key(path) || templates.own.contains_key(path) }
}

fn in_words(error: &RenderError, at: Option<&At<'_>>, templates: &Templates, lang: Lang) -> String {
    let mut out = format!("{}\n", messages::faulty(at.is_some_and(|at| at.is_template)).get(lang));
    // Writing to a String cannot fail.
    let _ = write_error(&mut out, error, at, templates, lang);
    out.trim_end().to_owned()
}

fn write_error(
    out: &mut String,
    error: &RenderError,
    at: Option<&At<'_>>,
    templates: &Templates,
    lang: Lang,
) -> std::fmt::Result {
    let plain = messages::said(&error.message);
    if let Some(at) = at {
        let own = templates.own.get(at.path);
        write!(out, "{}", own.map_or(at.path, String::as_str))?;
        match at.line {
            Some((line, column)) => write!(out, ":{line}:{column}: ")?,
            None => write!(out, ": ")?,
        }
    }
    write!(out, "{}: ", lang.tr("lỗi", "error"))?;
    writeln!(out, "{}", plain.as_ref().map_or(error.message.as_str(), |plain| plain.words.get(lang)))?;
    if let Some((at, (line, column))) = at.and_then(|at| Some((at, at.line?)))
        && let Some(text) = templates.line(at.path, line)
    {
        report::excerpt(out, line, text, column..column + word_at(text, column))?;
    }
    if plain.as_ref().is_some_and(|plain| plain.words.get(lang) != error.message) {
        writeln!(out, "  {}", messages::engine_words(&error.message).get(lang))?;
    }
    for advice in advice(at, plain.as_ref(), templates) {
        writeln!(out, "  → {}", advice.get(lang))?;
    }
    error.hints.iter().try_for_each(|hint| writeln!(out, "  · {}", messages::trace(hint).get(lang)))
}

/// How many characters the word at a column has; a quoted one with its quotes.
fn word_at(text: &str, column: usize) -> usize {
    let rest: Vec<char> = text.chars().skip(column.saturating_sub(1)).collect();
    match rest.first() {
        Some('"') => rest.iter().skip(1).position(|c| *c == '"').map_or(1, |end| end + 2),
        _ => rest.iter().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-')).count().max(1),
    }
}

fn advice(at: Option<&At<'_>>, plain: Option<&messages::EngineFault>, templates: &Templates) -> Vec<Bilingual> {
    let mut all = Vec::new();
    if let Some(said) = plain {
        let near = said.name.as_deref().and_then(|name| nearest(name, said.known.iter().map(String::as_str)));
        // A file that is not there may be one that is, misspelt.
        let file =
            || said.name.as_deref().filter(|name| name.contains('.')).and_then(|name| file_near(name, at, templates));
        match near.map(str::to_owned).or_else(file) {
            Some(near) => all.push(advice::write_it(&near)),
            None if !said.known.is_empty() => {
                let known: Vec<&str> = said.known.iter().map(String::as_str).collect();
                all.push(advice::choose(None, &known));
            }
            None => {}
        }
        all.extend(said.advice.clone());
    }
    let Some(at) = at.filter(|at| at.is_template) else { return all };
    let own: Vec<&str> = templates.own.values().map(String::as_str).collect();
    all.push(match templates.own.get(at.path) {
        Some(_) if shipped().is_ok_and(|shipped| shipped.files.contains_key(at.path)) => {
            messages::compare_with_shipped(at.path)
        }
        Some(_) => messages::fix_own(),
        None if own.is_empty() => messages::fault_of_the_tool(),
        None => messages::own_does_not_fit(&own),
    });
    all
}

/// The template that a misspelt one most likely means, as it is named within the folder of who names it.
fn file_near(name: &str, at: Option<&At<'_>>, templates: &Templates) -> Option<String> {
    let (folder, _) = at?.path.split_once('/')?;
    let name = name.strip_prefix(folder).map_or(name, |rest| rest.trim_start_matches('/'));
    let files = templates.files.keys().filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
    nearest(name, files.collect::<Vec<_>>()).map(str::to_owned)
}
