//! `releases/<edition>-<as-of>.yaml`

use super::super::yaml::Node;
use super::fields::{ValueKind, record};
use super::reader::Context;
use super::shape::Shape;
use super::values::{DATE, ListOf, TEXT, list, reference};
use crate::diag::{FileId, Sink};
use crate::model::ids::{ExcerptId, IdKind};
use crate::model::release::{PrintedExcerpt, Release, Shelf};
use crate::syntax::messages::words;

/// Reads `releases/<edition>-<day>.yaml`.
pub fn read_release(node: &Node, file: FileId, sink: &mut Sink) -> Option<Release> {
    release().read_file(node, file, sink)
}

record! {
    pub(super) release: words::release_record => Release {
        edition: required("edition", reference(), "ipv6")
            vi "id của ấn bản đã công bố"
            en "the id of the edition that was published";
        as_of: required("as-of", DATE, "2026-11-23")
            vi "ngày của ấn bản khi công bố"
            en "the day of the edition when it was published";
        printed: list("printed", printed_excerpt(), "[{id: nd-72-2013.dieu-18.khoan-3, sha256: …, state: in-force, words: …}]")
            vi "mỗi trích dẫn khi ấy in ra thế nào; từ đó biết trích dẫn nào mới, đã sửa, đổi hiệu lực"
            en "what was printed of each excerpt; by it the next edition marks what is new, changed, of another validity";
    }
    also ids: each(addresses, example);
    make Release { edition, as_of, printed, ids: Shelf::ALL.into_iter().map(|shelf| (shelf, of(shelf, &ids))).collect() }
}

record! {
    /// What a release printed of an excerpt.
    printed_excerpt: words::printed_record => PrintedExcerpt {
        id: required("id", PageId(Shelf::Excerpts), "nd-72-2013.dieu-18.khoan-3")
            vi "id của trích dẫn"
            en "the id of the excerpt";
        sha256: required("sha256", TEXT, "…")
            vi "mã băm SHA-256 của `words`"
            en "SHA-256 of `words`";
        state: required("state", TEXT, "in-force")
            vi "trạng thái hiệu lực khi công bố"
            en "its validity when published";
        words: required("words", TEXT, "Tên, cách dẫn, nội dung và việc, trên một dòng")
            vi "chữ đã in: tên, cách dẫn, nội dung, việc"
            en "the printed words: title, citation, text, duties";
    }
    make PrintedExcerpt { id, sha256, state, words }
}

/// The ids of a kind; none where the file has no such key.
fn of(shelf: Shelf, ids: &[(Shelf, Vec<String>)]) -> Vec<String> {
    ids.iter().find(|(known, _)| *known == shelf).map(|(_, ids)| ids.clone()).unwrap_or_default()
}

fn addresses(shelf: Shelf) -> ListOf<PageId> {
    list(PageId(shelf))
}

fn example(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Excerpts => "[nd-72-2013.dieu-18.khoan-3]",
        Shelf::Instruments => "[nd-72-2013]",
        Shelf::Chapters | Shelf::Topics => "[mua-sam]",
        Shelf::Audiences => "[co-quan-nha-nuoc]",
    }
}

/// An id that had a page. It is the id of what may no longer be there, so it is kept as text; all ids have one form.
struct PageId(Shelf);

impl ValueKind for PageId {
    type Value = String;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<String> {
        reference::<ExcerptId>().read(node, context).map(|id| id.to_string())
    }

    fn shape(&self) -> Shape {
        Shape::Reference(match self.0 {
            Shelf::Excerpts => IdKind::Excerpt,
            Shelf::Instruments => IdKind::Instrument,
            Shelf::Chapters => IdKind::Chapter,
            Shelf::Audiences => IdKind::Audience,
            Shelf::Topics => IdKind::Topic,
        })
    }
}
