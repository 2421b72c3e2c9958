//! Advice after a new file: the next commands, as they have to be typed for the corpus that is at work.

use std::fmt::Write;
use std::path::Path;

use super::super::shell::shell_word;
use super::edition::Leftovers;
use crate::diag::Lang;

/// The file that was made.
#[derive(Clone, Copy)]
pub enum Created<'a> {
    Release,
    Excerpt,
    Instrument,
    Guidance,
    Edition(&'a Leftovers),
}

/// Returns the text to print after files of the corpus were made; the advice is for the first of them.
pub fn after(root: &Path, paths: &[&str], made: Created<'_>, lang: Lang) -> String {
    let id = id_of(paths.first().copied().unwrap_or_default());
    let corpus = corpus_option(root);
    let next = match made {
        Created::Release => release(lang),
        Created::Excerpt => excerpt(&corpus, lang),
        Created::Instrument => instrument(id, &corpus, lang),
        Created::Guidance => guidance(id, &corpus, lang),
        Created::Edition(left) => edition(id, left, &corpus, lang),
    };
    let made = paths.iter().map(|path| format!("{} {}\n", lang.tr("đã tạo", "created"), root.join(path).display()));
    format!("{}{next}", made.collect::<String>())
}

/// The option that names a corpus, with a space before it; nothing for the one that every command takes by itself.
pub fn corpus_option(root: &Path) -> String {
    let root = root.display().to_string();
    let root = root.trim_end_matches(['/', '\\']);
    match root {
        "corpus" | "./corpus" => String::new(),
        root => format!(" --corpus {}", shell_word(root)),
    }
}

/// `instruments/nd-1-2030.yaml` is the record of `nd-1-2030`.
fn id_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(id, _)| id)
}

fn release(lang: Lang) -> String {
    let vi = "Đưa vào git cùng lần công bố; tệp này không sửa. Từ nay camnang check giữ các địa chỉ trong đó.\n";
    let en =
        "Commit it with what you publish; it is not edited. From now on camnang check keeps the addresses in it.\n";
    lang.tr(vi, en).to_owned()
}

fn excerpt(corpus: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Mở tệp, điền nội dung và đổi confidence, rồi chạy: camnang check{corpus}\nHết lỗi thì dựng: camnang build{corpus}\n"
        ),
        Lang::En => format!(
            "Open it, write the text and raise its confidence, then run: camnang check{corpus}\nWhen it finds nothing, build: camnang build{corpus}\n"
        ),
    }
}

fn instrument(id: &str, corpus: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Mở tệp, điền nội dung và đổi confidence, rồi chạy: camnang check{corpus}\n\
             Thêm một điều khoản của văn bản này: camnang new excerpt --instrument {id} --at \"khoản 1 Điều 1\"{corpus}\n"
        ),
        Lang::En => format!(
            "Open it, write the text and raise its confidence, then run: camnang check{corpus}\n\
             Add a provision of it: camnang new excerpt --instrument {id} --at \"khoản 1 Điều 1\"{corpus}\n"
        ),
    }
}

fn guidance(id: &str, corpus: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Mở tệp, viết bài và ghi checked-on.\n\
             Bài được in khi một ấn bản nêu tên nó: thêm {id} vào danh sách front, hoặc intro: {id} ở một phần, chương, phụ lục. Rồi chạy: camnang check{corpus}\n"
        ),
        Lang::En => format!(
            "Open it, write the text and its checked-on.\n\
             It is printed where an edition names it: add {id} to its list front, or intro: {id} of a part, chapter or annex. Then run: camnang check{corpus}\n"
        ),
    }
}

fn edition(id: &str, left: &Leftovers, corpus: &str, lang: Lang) -> String {
    let mut next = String::new();
    if !left.lines.is_empty() {
        let lines = left.lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        line(
            &mut next,
            lang,
            &format!("Còn nhắc ngày cũ, xem lại: dòng {lines}"),
            &format!("Lines that still name the former day: {lines}"),
        );
    }
    if !left.guidance.is_empty() {
        let guidance = left.guidance.join(", ");
        line(
            &mut next,
            lang,
            &format!(
                "Dùng chung bài viết với ấn bản kia: {guidance}. Bài nào chỉ đúng vào ngày cũ thì viết bài khác: camnang new guidance ID --title \"…\"{corpus}"
            ),
            &format!(
                "Texts that it shares with the other edition: {guidance}. Where one is true of the former day only, write another: camnang new guidance ID --title \"…\"{corpus}"
            ),
        );
    }
    line(
        &mut next,
        lang,
        &format!(
            "Mở tệp, sửa tên và điều kiện của các chương, rồi chạy: camnang check{corpus}\nVừa sửa vừa xem: camnang serve {id}{corpus}"
        ),
        &format!(
            "Open it, edit the names and criteria of its chapters, then run: camnang check{corpus}\nTo see it while you edit: camnang serve {id}{corpus}"
        ),
    );
    next
}

fn line(out: &mut String, lang: Lang, vi: &str, en: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{}", lang.tr(vi, en));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corpus_is_named_where_it_has_to_be() {
        for (root, option) in [
            ("corpus", ""),
            ("./corpus/", ""),
            ("so-tay", " --corpus so-tay"),
            ("../so tay", " --corpus \"../so tay\""),
            ("/nhà/sổ-tay", " --corpus /nhà/sổ-tay"),
        ] {
            assert_eq!(corpus_option(Path::new(root)), option);
        }
    }
}
