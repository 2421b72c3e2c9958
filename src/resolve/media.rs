//! Checks what an edition says of its media: that each part, chapter and annex is somewhere, and where it says.

use crate::diag::{Code, Finding, Place, Sink};
use crate::model::edition::{Chapter, Edition, Media, Medium, Part, Selection};
use crate::model::subject::Subject;
use crate::resolve::messages::editions as codes;

/// Reports media that leave something nowhere, and answers that no front matter has.
pub fn check(edition: &Edition, subject: &Subject, sink: &mut Sink) {
    let mut checker = MediaCheck { subject, sink };
    for (index, part) in edition.parts.iter().enumerate() {
        checker.part(part, &format!("parts.{index}"));
    }
    for (index, annex) in edition.annexes.iter().enumerate() {
        checker.once(&annex.media, &format!("annexes.{index}"));
    }
    for medium in Medium::ALL.into_iter().filter(|medium| !edition.parts.iter().any(|part| part.media.has(*medium))) {
        checker.report(codes::NOTHING_IN, "parts", |finding| finding.arg("medium", medium.key()));
    }
    if let Some(id) = edition.answers.as_ref().filter(|id| !edition.front.contains(id)) {
        checker.report(codes::ANSWERS_NOT_IN_FRONT, "answers", |finding| finding.arg("id", id.as_str()));
    }
}

struct MediaCheck<'a> {
    subject: &'a Subject,
    sink: &'a mut Sink,
}

impl MediaCheck<'_> {
    fn part(&mut self, part: &Part, key: &str) {
        self.once(&part.media, key);
        for (index, chapter) in part.chapters.iter().enumerate() {
            self.chapter(part, chapter, &format!("{key}.chapters.{index}"));
        }
        let is_empty = |medium: &Medium| !part.chapters.iter().any(|chapter| chapter.media.has(*medium));
        for medium in Medium::ALL.into_iter().filter(|it| part.media.has(*it)).filter(is_empty) {
            self.report(codes::EMPTY_IN, &format!("{key}.title"), |finding| titled(finding, &part.title, medium));
        }
    }

    fn chapter(&mut self, part: &Part, chapter: &Chapter, key: &str) {
        self.once(&chapter.media, key);
        let outside = chapter.media.named.iter().filter(|medium| !part.media.has(**medium));
        for medium in outside {
            self.report(codes::NOT_IN_ITS_PART, &format!("{key}.in"), |it| titled(it, &chapter.title, *medium));
        }
        let is_on_web = part.media.has(Medium::Web) && chapter.media.has(Medium::Web);
        if !is_on_web && chapter.select != Selection::default() {
            self.report(codes::ONLY_ON_PAPER, &format!("{key}.select"), |it| titled(it, &chapter.title, Medium::Print));
        }
    }

    /// Each medium is named once.
    fn once(&mut self, media: &Media, key: &str) {
        for (index, medium) in media.named.iter().enumerate() {
            if media.named.iter().take(index).any(|earlier| earlier == medium) {
                let key = format!("{key}.in.{index}");
                self.report(codes::MEDIUM_TWICE, &key, |finding| finding.arg("medium", medium.key()));
            }
        }
    }

    fn report(&mut self, code: Code, key: &str, with: impl FnOnce(Finding) -> Finding) {
        self.sink.push(with(Finding::new(code, Place::Entry(self.subject.clone(), key.to_owned()))));
    }
}

fn titled(finding: Finding, title: &str, medium: Medium) -> Finding {
    finding.arg("title", title).arg("medium", medium.key())
}
