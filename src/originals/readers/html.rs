//! `.html`: a page of a law site or of a portal of the State, as a browser saved it.

mod content;
mod dom;
mod lists;
mod walk;

use super::decoded::decoded;
use super::{OriginalReader, ReadRefusal, ReadingDraft, ReceivedFile};
use crate::originals::furniture;
use walk::PageBlock;

/// The reader of web pages.
pub const READER: OriginalReader = OriginalReader { name: "html", version: 1, read };

fn read(file: &ReceivedFile<'_>) -> Result<ReadingDraft, ReadRefusal> {
    let (text, note) = decoded(file.bytes)?;
    let dom = dom::parse(&text)?;
    let mut draft = ReadingDraft::default();
    dom.texts().for_each(|text| draft.take(text));
    note.into_iter().for_each(|note| draft.note(note));
    let content = content::of_law(&dom);
    let blocks = walk::blocks(&dom, content, &mut draft);
    for block in furniture::drop_around(blocks, PageBlock::words, &mut draft) {
        match block {
            PageBlock::Paragraph(words) => draft.paragraph(words),
            PageBlock::Row(cells) => draft.row(cells),
        }
    }
    Ok(draft)
}

#[cfg(test)]
mod tests {
    use crate::model::original::DropReason;
    use crate::originals::readers::tests_support::{read, text_of};

    const PAGE: &str = "<!DOCTYPE html><html><head><title>Nghị định 1 | Trang luật</title><style>p{}</style></head><body>
        <nav><ul><li><a href=#>Điều 1</a><li>Điều 2. Mục lục</ul></nav>
        <div id=left>Tin nổi bật</div><div class=main><div class=tool><button>Tải về</button></div><div class=content>
        <table><tr><td><p>CHÍNH PHỦ<br>-------</p></td><td><p>CỘNG HÒA XÃ HỘI CHỦ\n  NGHĨA VIỆT NAM</p></td></tr></table>
        <p><b>Điều 1. Phạm\n   vi</b></p><p>1. Máy&nbsp;cũ<sup>2</sup>;<br>2. Máy mới<br>của cơ quan.</p>
        <ol type=a start=3><li>Máy in<li>Máy quét</ol><script>alert('Điều 3')</script>
        <p style='display: none'>ẩn</p><p>Điều 2. Hiệu lực</p></div></div><footer>Bản quyền</footer></body></html>";

    #[test]
    fn the_law_is_taken_out_of_its_page() {
        assert_eq!(
            text_of("a.html", PAGE.as_bytes()),
            "| CHÍNH PHỦ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nĐiều 1. Phạm vi\n1. Máy cũ2;\n2. Máy mới của cơ quan.\nc) Máy in\nd) Máy quét\nĐiều 2. Hiệu lực\n"
        );
        let reasons: Vec<DropReason> =
            read("a.html", PAGE.as_bytes()).unwrap().dropped.iter().map(|part| part.reason).collect();
        assert_eq!(reasons, [DropReason::SiteFurniture, DropReason::Script, DropReason::HiddenText]);
    }

    #[test]
    fn a_law_within_a_table_of_layout_is_no_row() {
        let cells: String = (1..30).map(|n| format!("<p>Điều {n}. Tên</p>")).collect();
        let page = format!("<table><tr><td>Menu</td><td>{cells}</td></tr></table>");
        assert_eq!(text_of("a.html", page.as_bytes()).lines().count(), 29);
    }

    #[test]
    fn hostile_pages_end() {
        for page in [
            "<b>".repeat(20_000) + "a",
            "<table>".repeat(5_000) + "a",
            (0..3_000).map(|n| format!("<b x={n}><p>")).collect(),
            "<div>".repeat(100_000) + "a",
        ] {
            let _ = read("a.html", format!("<html>{page}").as_bytes());
        }
    }
}
