//! Phrases for the holes of the sentences about references.

use crate::diag::advice::choose;
use crate::diag::{Bilingual, phrases};
use crate::model::edition::AnnexKind;

/// The addresses of the editions as `settings.yaml` has them, made of the one that it had.
pub fn addresses_of(editions: &[&str], address: &str) -> String {
    let entries: Vec<String> = editions.iter().map(|id| format!("{id}: {address}/{id}")).collect();
    format!("address: {{{}}}", entries.join(", "))
}

/// What to do about a tag that a list of the corpus does not have.
pub fn choose_or_add(nearest: Option<&str>, all: &[&str], file: &str) -> Bilingual {
    let choose = choose(nearest, all);
    Bilingual::new(
        format!("{}; hoặc thêm mục mới vào {file}", choose.vi),
        format!("{}; or add it to {file}", choose.en),
    )
}

/// What to do about an id that no record has: `listed` is what `camnang list` calls its kind.
pub fn choose_or_create(nearest: Option<&str>, path: &str, listed: &str) -> Bilingual {
    match nearest {
        Some(id) => Bilingual::new(
            format!("có phải `{id}`? Nếu không, thêm tệp {path}"),
            format!("do you mean `{id}`? If not, add the file {path}"),
        ),
        None => Bilingual::new(
            format!("sửa id (xem `camnang list {listed}`), hoặc thêm tệp {path}"),
            format!("fix the id (see `camnang list {listed}`), or add the file {path}"),
        ),
    }
}

/// What to do about an id that two files have and neither misnames.
pub fn other_id() -> Bilingual {
    Bilingual::new("đặt id khác cho một trong hai", "give one of the two another id")
}

/// What to do about an id that belongs to another file.
pub fn id_of_file(id: &str) -> Bilingual {
    Bilingual::new(
        format!("theo tên tệp thì viết `{id}`; nếu hai tệp là một thì xoá một"),
        format!("by the file's name it should be `{id}`; if the two files are one, delete one"),
    )
}

/// A piece of guidance, by its id.
pub fn guidance_called(id: &str) -> Bilingual {
    Bilingual::new(format!("bài `{id}`"), format!("the guidance `{id}`"))
}

phrases! {
    not_itself = "ghi id của một ấn bản khác, sớm hơn; ấn bản đầu tiên thì bỏ khoá này", "name another edition, an earlier one; the first edition goes without this key";
    an_earlier_edition = "chọn ấn bản sớm hơn, hoặc sửa as-of", "choose an earlier edition, or fix as-of";
    topics = "chủ đề (topics)", "topics";
    audiences = "đối tượng (audiences)", "audiences";
    levels = "mức (levels)", "levels";
}

/// An annex by its kind: `bảng tra (kind: index)`.
pub fn annex(kind: AnnexKind) -> Bilingual {
    let ((vi, en), key) = (kind.names(), kind.key());
    Bilingual::new(format!("{vi} (kind: {key})"), format!("{en} (kind: {key})"))
}

/// The changes in the words of a unit, [-gone-] and {+new+}; nothing where the former words are not known.
pub fn unit_difference(difference: Option<&str>) -> Bilingual {
    difference.map_or_else(
        || Bilingual::same(""),
        |words| {
            Bilingual::new(
                format!("; [-chữ bị bỏ-], {{+chữ thêm vào+}}: {words}"),
                format!("; [-gone-], {{+new+}}: {words}"),
            )
        },
    )
}
