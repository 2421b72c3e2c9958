//! `camnang init`: a booklet that has nothing of the law in it yet, checks without a finding and builds. Nothing in it is
//! invented as if it were law: examples are in remarks and in the README.

use std::path::Path;

use super::context::CommandContext;
use super::messages::{init, output};
use super::new::advice::corpus_option;
use super::new::scaffold::{open, settled};
use super::new::{edition, scaffold, words_of};
use super::{Failure, Outcome, Status};
use crate::cli::InitArgs;
use crate::diag::{Lang, Sink};
use crate::edit::written;
use crate::model::date::Date;
use crate::model::ids::{EditionId, Id};
use crate::publish::{self, Unfit};
use crate::report::{self, Format};
use crate::session::OpenedCorpus;
use crate::source::Sources;
use crate::syntax::record::{RecordKind, suggest_id};

/// The id of the first edition where its title makes none that is short.
const EDITION: &str = "cam-nang";
/// The longest id that is made of a title: it is typed, and names files.
const LONGEST: usize = 40;

/// The words of a booklet are Vietnamese, whoever edits it.
const GUIDANCE: &str = include_str!("init/cach-dung.md");
const VOCABULARY: [(&str, &str); 3] = [
    (
        "topics",
        "\n  - id: quy-dinh-chung\n    name: Quy định chung\n    children:\n      - {id: pham-vi, name: \"Phạm vi, đối tượng áp dụng\"}\
         \n  - id: viec-phai-lam\n    name: Việc phải làm\n    children:\n      - {id: lap-ke-hoach, name: Lập kế hoạch}\
         \n      - {id: mua-sam, name: Mua sắm}\n  - {id: kiem-tra, name: \"Kiểm tra, báo cáo\"}",
    ),
    (
        "audiences",
        "\n  - {id: moi-doi-tuong, name: Mọi đối tượng}\n  - {id: co-quan-nha-nuoc, name: Cơ quan nhà nước}\
         \n  - {id: doanh-nghiep, name: Doanh nghiệp}",
    ),
    (
        "levels",
        "\n  - {id: bat-buoc, name: bắt buộc, verb: phải, kind: duty}\n  - {id: khong-duoc, name: không được làm, verb: không được, kind: prohibition}\
         \n  - {id: khuyen-nghi, name: khuyến nghị, verb: nên, kind: recommendation}\
         \n  - {id: khuyen-khich, name: khuyến khích, verb: được khuyến khích, kind: encouragement}\n  - {id: duoc-huong, name: được hưởng, verb: được, kind: right}\
         \n  - {id: muc-tieu, name: mục tiêu, verb: có mục tiêu, kind: goal}",
    ),
];

/// Makes the booklet, and says what to do with it.
pub fn run(args: &InitArgs, context: &mut CommandContext<'_>) -> Outcome {
    let folder = args.folder.as_path();
    publish::inspect_fresh(folder).map_err(|unfit| refused(unfit, folder))?;
    let as_of = args.as_of.ok_or_else(|| Failure(init::no_day()))?;
    let booklet = booklet(args, as_of, context.lang)?;
    publish::create_folder(folder, &booklet.files).map_err(|unfit| refused(unfit, folder))?;
    context.say(&init::next(folder, &booklet.files, &booklet.edition, &corpus_option(folder)));
    Ok(Status::Fine)
}

/// The files of a new booklet, by their paths in it, and the id of its edition.
struct NewBooklet {
    files: Vec<(String, Vec<u8>)>,
    edition: String,
}

/// The edition is made as `new edition` makes one, of the corpus that the other files are.
fn booklet(args: &InitArgs, as_of: Date, lang: Lang) -> Result<NewBooklet, Failure> {
    let (title, issuer) = (words_of("--title", &args.title)?, words_of("--issuer", &args.issuer)?);
    let id = edition_id(&title);
    let mut files = vec![
        ("settings.yaml".to_owned(), settings(&issuer, lang).into_bytes()),
        ("vocabulary.yaml".to_owned(), vocabulary(lang).into_bytes()),
        ("guidance/cach-dung.md".to_owned(), guidance(as_of, lang).into_bytes()),
    ];
    let asked = edition::EditionOptions {
        id: &id,
        title: Some(&title),
        as_of: Some(as_of),
        like: None,
        previous: None,
        issuer: None,
        front: &["cach-dung"],
    };
    let edition = edition::draft(&read(&files), &args.folder, &asked, lang)?;
    files.push((edition.path, edition.bytes));
    prove(&args.folder, &files, lang)?;
    files.push(("README.md".to_owned(), readme(&args.folder, &id, lang).into_bytes()));
    Ok(NewBooklet { files, edition: id })
}

fn read(files: &[(String, Vec<u8>)]) -> OpenedCorpus {
    let mut sink = Sink::new();
    let sources = Sources::of_files(files.iter().cloned(), &mut sink);
    OpenedCorpus::new(sources, sink)
}

/// A booklet begins without a finding; only what the command line put into it can be the cause of one.
fn prove(root: &Path, files: &[(String, Vec<u8>)], lang: Lang) -> Result<(), Failure> {
    let found = read(files).named(&root.to_string_lossy()).view_every_edition().findings().report(lang);
    if found.is_empty() {
        return Ok(());
    }
    Err(Failure(init::faulty(&report::render(&found, Format::Human, lang))))
}

/// Made of the title where that makes a short one, since it stays for ever.
fn edition_id(title: &str) -> String {
    let id = suggest_id(title);
    if id.len() <= LONGEST && EditionId::reserved(&id).is_none() { id } else { EDITION.to_owned() }
}

fn settings(issuer: &str, lang: Lang) -> String {
    let issuer = open("issuer", format!("\n  name: {}", written(issuer)));
    format!("# {}\n{}", init::settings(lang), scaffold::record(RecordKind::Settings, &[issuer], lang))
}

fn vocabulary(lang: Lang) -> String {
    let lists = VOCABULARY.map(|(key, value)| open(key, value));
    format!("# {}\n{}", init::vocabulary(lang), scaffold::record(RecordKind::Vocabulary, &lists, lang))
}

/// As of the edition's day, which is the day of its words.
fn guidance(as_of: Date, lang: Lang) -> String {
    let entries = [settled("id", "cach-dung"), settled("title", "Cách dùng"), open("checked-on", as_of.to_string())];
    format!("---\n{}---\n{GUIDANCE}", scaffold::record(RecordKind::Guidance, &entries, lang))
}

fn readme(folder: &Path, edition: &str, lang: Lang) -> String {
    let text = match lang {
        Lang::Vi => include_str!("init/README.vi.md"),
        Lang::En => include_str!("init/README.en.md"),
    };
    // The commands are run beside the folder, by its last name, wherever it was made from.
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = folder
        .components()
        .next_back()
        .map_or_else(String::new, |name| name.as_os_str().to_string_lossy().into_owned());
    text.replace("{name}", &name).replace("{corpus}", &corpus_option(Path::new(&name))).replace("{edition}", edition)
}

/// Why nothing was made, and what to do.
fn refused(unfit: Unfit, folder: &Path) -> Failure {
    let shown = folder.display().to_string();
    Failure(match unfit {
        Unfit::NotAFolder => init::not_a_folder(&shown),
        Unfit::DanglingLink => output::dangling_link(&shown),
        Unfit::NotEmpty(names) => init::not_empty(&shown, &names, &folder.join(EDITION).display().to_string()),
        Unfit::WithinCorpus(corpus) => init::within_corpus(&shown, &corpus.display().to_string()),
        Unfit::WithinOutput(output) => init::within_output(&shown, &output.display().to_string()),
        Unfit::Disk(error) => {
            return Failure::about(&error, format!("không tạo được `{shown}`"), format!("cannot make `{shown}`"));
        }
    })
}
