//! `camnang new`: drafts that pass the check, with what the editor still has to write marked in them.

mod instrument;

use std::path::Path;

use super::context::CommandContext;
use super::{Failure, Outcome, Status, templates};
use crate::cli::NewCommand;
use crate::diag::Lang;
use crate::diag::advice::{choose, nearest};
use crate::model::corpus::Corpus;
use crate::model::draft::{PLACEHOLDER, PLACEHOLDER_DAY};
use crate::model::ids::InstrumentId;
use crate::model::instrument::Instrument;
use crate::model::subject::Subject;
use crate::preflight::releases::published;
use crate::publish;
use crate::session::{self, OpenedCorpus, Strictness, ViewRequest};
use crate::syntax::citation::parse_locator;

pub fn run(what: &NewCommand, context: &mut CommandContext<'_>) -> Outcome {
    match what {
        NewCommand::Templates { folder, files } => templates::copy_out(folder, files, context),
        NewCommand::Release { edition, corpus } => {
            let (path, text) = release(&context.open(corpus)?, edition)?;
            create(&corpus.corpus, &path, &text)?;
            let shown = corpus.corpus.join(path);
            let shown = shown.display();
            context.out(&match context.lang {
                Lang::Vi => format!("đã tạo {shown}\nĐưa vào git cùng lần công bố; tệp này không sửa. Từ nay camnang check giữ các địa chỉ trong đó.\n"),
                Lang::En => format!("created {shown}\nCommit it with what you publish; it is not edited. From now on camnang check keeps the addresses in it.\n"),
            });
            Ok(Status::Fine)
        }
        NewCommand::Excerpt { instrument, at, topics, audiences, corpus } => {
            let opened = context.open(corpus)?;
            let (path, text) = excerpt(&opened.corpus, instrument, at, topics, audiences)?;
            write(&corpus.corpus, &path, &text, context)
        }
        NewCommand::Instrument { number, kind, issued, id, corpus } => {
            let opened = context.open(corpus)?;
            let asked = instrument::Asked { number, kind: kind.as_deref(), issued: *issued, id: id.as_deref() };
            let (path, text) = instrument::draft(&opened.corpus, &corpus.corpus, &asked)?;
            write(&corpus.corpus, &path, &text, context)
        }
    }
}

fn write(root: &Path, path: &str, text: &str, context: &mut CommandContext<'_>) -> Outcome {
    create(root, path, text)?;
    let shown = root.join(path);
    let shown = shown.display();
    context.out(&match context.lang {
        Lang::Vi => format!("đã tạo {shown}\nMở tệp, điền nội dung và đổi confidence, rồi chạy: camnang check\n"),
        Lang::En => {
            format!("created {shown}\nOpen it, write the text and raise its confidence, then run: camnang check\n")
        }
    });
    Ok(Status::Fine)
}

fn create(root: &Path, path: &str, text: &str) -> Result<(), Failure> {
    let file = root.join(path);
    let shown = file.display();
    publish::create(&file, text).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::new(
            format!("`{shown}` đã có; không đè lên. Mở tệp đó để sửa"),
            format!("`{shown}` is there already and was not touched. Open it to edit"),
        ),
        _ => Failure::about(&error, format!("không ghi được `{shown}`"), format!("cannot write `{shown}`")),
    })
}

/// The addresses that an edition has on its own day.
fn release(opened: &OpenedCorpus, edition: &str) -> Result<(String, String), Failure> {
    let id = &opened.edition(edition)?.id;
    let sound = opened.view(&ViewRequest::one(id)).findings().decide(Strictness::Errors).ok();
    let edition = sound.and_then(|mut editions| editions.pop()).ok_or_else(|| {
        Failure::new(
            "kho có lỗi nên chưa ghi lần công bố; sửa trước, xem bằng: camnang check",
            "the corpus has faults, so no release was written; mend them first, see: camnang check",
        )
    })?;
    let view = edition.view();
    let as_of = &view.edition.as_of.iso;
    let mut text = format!(
        "# Địa chỉ đã công bố của ấn bản. Không sửa tệp này: mỗi id phải còn trang riêng, hoặc là aliases của bản ghi khác.\n\
         edition: {id}\nas-of: {as_of}\n"
    );
    for (shelf, ids) in published(view).into_iter().filter(|(_, ids)| !ids.is_empty()) {
        text.push_str(&format!("{}:\n", shelf.key()));
        ids.iter().for_each(|id| text.push_str(&format!("  - {id}\n")));
    }
    Ok((format!("releases/{id}-{as_of}.yaml"), text))
}

fn excerpt(
    corpus: &Corpus,
    instrument: &str,
    at: &str,
    topics: &[String],
    audiences: &[String],
) -> Result<(String, String), Failure> {
    let instrument = find_instrument(corpus, instrument)?;
    let locator = parse_locator(at).map_err(|error| {
        let problem = crate::syntax::messages::citation::locator_problem(&error, at);
        Failure::new(
            format!("`{at}` không phải một vị trí trong văn bản: {}. Viết như «khoản 3 Điều 18»", problem.vi),
            format!("`{at}` is no place in an instrument: {}. Write for example «khoản 3 Điều 18»", problem.en),
        )
    })?;
    let vocabulary = corpus.vocabulary();
    let all_topics: Vec<&str> = vocabulary.topics.iter().map(|topic| topic.id.as_str()).collect();
    let all_audiences: Vec<&str> = vocabulary.audiences.iter().map(|audience| audience.id.as_str()).collect();
    let topics = tags(topics, &all_topics, "chủ đề", "topic")?;
    let audiences = tags(audiences, &all_audiences, "đối tượng", "audience")?;
    let locator = locator.value;
    let slug = locator.slug();
    let id = &instrument.id;
    let text = format!(
        "---\n\
         # {citation}\n\
         id: {id}.{slug}\n\
         instrument: {id}\n\
         at: {locator}\n\
         # summary = tóm lược bằng lời của mình; verbatim = nguyên văn, cần khoá original để đối chiếu\n\
         wording: summary\n\
         # chọn trong vocabulary.yaml: camnang list topics, camnang list audiences\n\
         topics: [{topics}]\n\
         audiences: [{audiences}]\n\
         # unverified = bản nháp, không được in; khi đã đối chiếu thì ghi text-read, excerpt-seen hoặc second-hand\n\
         confidence: unverified\n\
         # ngày đã đối chiếu điều khoản này; chưa đối chiếu thì để nguyên\n\
         checked-on: {PLACEHOLDER_DAY}\n\
         # nơi đã thấy điều khoản này\n\
         sources:\n\
         \x20 - {PLACEHOLDER}\n\
         ---\n\
         {PLACEHOLDER}.\n",
        citation = instrument.citation(),
    );
    Ok((format!("excerpts/{id}/{slug}.md"), text))
}

fn find_instrument<'c>(corpus: &'c Corpus, wanted: &str) -> Result<&'c Instrument, Failure> {
    let found = wanted.parse::<InstrumentId>().ok().and_then(|id| corpus.instrument(&id));
    found.ok_or_else(|| {
        if wanted.parse().is_ok_and(|id| corpus.unread().contains(&Subject::Instrument(id))) {
            return Failure(session::unread(wanted));
        }
        let near = nearest(wanted, corpus.instruments().map(|it| it.id.as_str()));
        let (vi, en) = match near {
            Some(near) => (format!("có phải `{near}`?"), format!("do you mean `{near}`?")),
            None => (
                "xem `camnang list instruments`, hoặc tạo hồ sơ: camnang new instrument --number …".to_owned(),
                "see `camnang list instruments`, or make its record: camnang new instrument --number …".to_owned(),
            ),
        };
        Failure::new(
            format!("không có văn bản `{wanted}` đọc được; {vi}"),
            format!("there is no readable instrument `{wanted}`; {en}"),
        )
    })
}

/// The tags asked for, which must exist; the first of the list where none is asked for.
fn tags(wanted: &[String], all: &[&str], vi: &str, en: &str) -> Result<String, Failure> {
    for tag in wanted {
        if !all.contains(&tag.as_str()) {
            let choice = choose(nearest(tag, all.iter().copied()), all);
            return Err(Failure::new(
                format!("không có {vi} `{tag}`; {}", choice.vi),
                format!("there is no {en} `{tag}`; {}", choice.en),
            ));
        }
    }
    match (wanted.is_empty(), all.first()) {
        (false, _) => Ok(wanted.join(", ")),
        (true, Some(first)) => Ok((*first).to_owned()),
        (true, None) => {
            Err(Failure::new(format!("vocabulary.yaml chưa có {vi} nào"), format!("vocabulary.yaml has no {en} yet")))
        }
    }
}
