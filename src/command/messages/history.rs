//! The words of `camnang history`.

use crate::diag::Bilingual;

/// There is no save yet.
pub fn empty(place: &str) -> Bilingual {
    Bilingual::new(
        format!("Sổ `{place}` chưa ghi lần lưu nào. Lưu ở bàn biên tập (`camnang edit`) thì có."),
        format!("The journal `{place}` has no save yet. Saves of the workbench (`camnang edit`) go there."),
    )
}

/// The record is neither in the corpus nor in the journal.
pub fn unknown(record: &str, near: Option<&str>) -> Bilingual {
    let unknown = Bilingual::new(
        format!(
            "không có `{record}` trong kho, và sổ cũng chưa từng ghi. Ghi id, hoặc đường dẫn trong kho như `excerpts/nd-1-2030/dieu-1.md`"
        ),
        format!(
            "there is no `{record}` in the corpus, nor was there ever in the journal. Write an id, or the path in the corpus such as `excerpts/nd-1-2030/dieu-1.md`"
        ),
    );
    let Some(near) = near else { return unknown };
    let (vi, en) = (unknown.get(crate::diag::Lang::Vi), unknown.get(crate::diag::Lang::En));
    Bilingual::new(format!("{vi}. Có phải `{near}`?"), format!("{en}. Did you mean `{near}`?"))
}

/// An id of several files.
pub fn several(record: &str, paths: &[&str]) -> Bilingual {
    let paths = paths.join("`, `");
    Bilingual::new(
        format!("`{record}` là id của nhiều tệp; ghi đường dẫn: `{paths}`"),
        format!("`{record}` is the id of several files; write the path: `{paths}`"),
    )
}

/// A save of this number did not touch the file, or was not made.
pub fn no_such_save(number: u64, path: &str) -> Bilingual {
    Bilingual::new(
        format!("không có lần lưu {number} của `{path}`. Xem các lần lưu: camnang history {path}"),
        format!("there is no save {number} of `{path}`. To see its saves: camnang history {path}"),
    )
}

/// There was no file then.
pub fn no_file() -> Bilingual {
    Bilingual::new("lúc ấy chưa có tệp này", "there was no such file then")
}

/// A day before the first save: what is shown is what the first save found.
pub fn before_journal(path: &str) -> Bilingual {
    Bilingual::new(
        format!("Sổ chưa ghi gì về `{path}` đến hết ngày ấy; dưới đây là chữ mà lần lưu đầu tiên gặp."),
        format!("The journal says nothing of `{path}` up to that day; below is what the first save found."),
    )
}

/// After the state shown, another program changed the file, on an unknown day.
pub fn changed_outside() -> Bilingual {
    Bilingual::new(
        "Sau đó tệp đã bị sửa ngoài bàn biên tập, không rõ ngày; có thể hôm ấy đã khác.",
        "Afterwards another program changed the file, on an unknown day; on that day it may have been different.",
    )
}

/// How a state came to be that no save made.
pub fn origin(is_first: bool) -> Bilingual {
    if is_first {
        return Bilingual::new("có từ trước khi có sổ", "was there before the journal");
    }
    Bilingual::new("sửa ngoài bàn biên tập, không rõ ngày", "changed by another program, on an unknown day")
}

/// A save that undid another one.
pub fn undoes(number: u64) -> Bilingual {
    Bilingual::new(format!("hoàn tác lần {number}"), format!("undoes {number}"))
}

/// A save that is noted and was not made.
pub fn not_made() -> Bilingual {
    Bilingual::new("không lưu được; chữ còn trong sổ", "was not made; its words are in the journal")
}

/// A save that removed the file.
pub fn removed() -> Bilingual {
    Bilingual::new("xoá tệp", "removes the file")
}

/// The file is what it is to become.
pub fn nothing_to_restore(path: &str) -> Bilingual {
    Bilingual::new(
        format!("`{path}` vốn đang đúng như vậy; không ghi gì"),
        format!("`{path}` is just that already; nothing was written"),
    )
}

/// The file was put back.
pub fn restored(path: &str, number: u64, restored: u64) -> Bilingual {
    Bilingual::new(
        format!("đã đưa `{path}` về như sau lần lưu {restored}, là lần lưu {number}. Soát lại: camnang check"),
        format!("`{path}` is again what save {restored} left, as save {number}. Now: camnang check"),
    )
}
