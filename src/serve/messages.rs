//! Messages of `camnang serve`: in the window of the command, and over the pages.

use serde::Serialize;

use crate::diag::{Bilingual, Lang};

/// The words over the pages, for the scripts that show them.
#[derive(Serialize, Debug)]
pub struct PageWords {
    pub lang: &'static str,
    pub faults: String,
    pub below: String,
    pub warnings: String,
    pub gone: String,
    pub beside: String,
    pub site: String,
    pub pdf: String,
    pub pdf_making: String,
    pub pdf_failed: String,
    pub pdf_absent: String,
    pub no_page: String,
    pub no_page_advice: String,
    pub broken_page: String,
    pub broken_page_advice: String,
    pub no_site: String,
    pub no_site_advice: String,
    pub to_first_page: String,
}

/// Returns the words of the live view's own panel.
pub fn words(lang: Lang) -> PageWords {
    let say = |vi: &str, en: &str| Bilingual::new(vi, en).get(lang).to_owned();
    PageWords {
        lang: match lang {
            Lang::Vi => "vi",
            Lang::En => "en",
        },
        faults: say("Cần sửa", "To be fixed"),
        below: say(
            "Bên dưới là trang của lần dựng tốt gần nhất. Sửa và lưu tệp, bảng này tự mất.",
            "Below is the page as it was last built. Fix and save the file, and this goes away by itself.",
        ),
        warnings: say("Cảnh báo", "Warnings"),
        gone: say(
            "Lệnh camnang serve đã dừng: trang này không còn tự cập nhật.",
            "camnang serve has ended: this page no longer follows your edits.",
        ),
        beside: say("Trang web và PDF cạnh nhau", "Web page and PDF side by side"),
        site: say("Trang web", "Web page"),
        pdf: say("PDF", "PDF"),
        pdf_making: say("Đang dàn trang PDF…", "Laying out the PDF…"),
        pdf_failed: say(
            "PDF chưa dựng lại được; bên dưới, nếu có, là bản tốt gần nhất.",
            "The PDF could not be made again; below, if any, is the last good one.",
        ),
        pdf_absent: say(
            "Bản camnang này dựng không kèm Typst nên không làm được PDF.",
            "This camnang was built without Typst, so it makes no PDF.",
        ),
        no_page: say("Không có trang này", "There is no such page"),
        no_page_advice: say(
            "Ấn bản đang xem không có trang ở địa chỉ này. Khi có, trang tự hiện ra ở đây.",
            "The edition has no page at this address. As soon as it has, the page appears here.",
        ),
        broken_page: say("Trang này chưa dựng được", "This page could not be made"),
        broken_page_advice: say(
            "Mẫu trình bày của trang còn lỗi. Sửa xong, trang tự hiện ra ở đây.",
            "Its template has a fault. When it is fixed, the page appears here.",
        ),
        no_site: say("Chưa có trang nào", "No page yet"),
        no_site_advice: say(
            "Kho ngữ liệu hoặc mẫu trình bày còn lỗi nên chưa dựng được lần nào. Sửa xong, trang tự hiện ra ở đây.",
            "The corpus or the templates have faults, and nothing could be built yet. When they are fixed, the page appears here.",
        ),
        to_first_page: say("Về trang đầu", "To the first page"),
    }
}

/// `others`: the editions that are not shown.
pub fn address(edition: Option<&str>, others: &[&str], port: u16) -> Bilingual {
    let edition = edition.map_or_else(Bilingual::default, |id| Bilingual::new(format!(" ({id})"), format!(" ({id})")));
    let others = match others {
        [] => Bilingual::default(),
        ids => {
            let ids = ids.join(", ");
            Bilingual::new(
                format!("Ấn bản khác: {ids}. Xem bằng: camnang serve <ấn bản>\n"),
                format!("Other editions: {ids}. To see one: camnang serve <edition>\n"),
            )
        }
    };
    Bilingual::new(
        format!(
            "Xem tại http://localhost:{port}/{}; cạnh PDF: http://localhost:{port}/pdf\n{}Lưu tệp thì trang tự đổi. Dừng: Ctrl-C\n",
            edition.vi, others.vi
        ),
        format!(
            "See http://localhost:{port}/{}; beside the PDF: http://localhost:{port}/pdf\n{}Pages follow each saved file. To end: Ctrl-C\n",
            edition.en, others.en
        ),
    )
}

/// Another program listens on the port.
pub fn port_taken(port: u16) -> Bilingual {
    Bilingual::new(
        format!(
            "cổng {port} đang có chương trình khác dùng; chọn cổng khác bằng --port, hoặc --port 0 để lấy cổng trống bất kỳ"
        ),
        format!("another program uses the port {port}; choose another with --port, or --port 0 for any that is free"),
    )
}

/// The system does not let the program listen on the port; `why` is its message.
pub fn port_refused(port: u16, why: &str) -> Bilingual {
    Bilingual::new(
        format!("không mở được cổng {port} của máy này: {why}; chọn cổng khác bằng --port"),
        format!("cannot open the port {port} of this machine: {why}; choose another with --port"),
    )
}

/// Names the changed files in the terminal of the command.
pub fn changed(paths: &[String]) -> Bilingual {
    let shown = paths.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = paths.len().saturating_sub(3);
    match more {
        0 => Bilingual::new(format!("Đã đổi: {shown}"), format!("Changed: {shown}")),
        _ => Bilingual::new(format!("Đã đổi: {shown} và {more} tệp khác"), format!("Changed: {shown} and {more} more")),
    }
}

/// The line of the console after each change that was built.
pub fn built(warnings: usize) -> Bilingual {
    match warnings {
        0 => Bilingual::new("  dựng xong", "  built"),
        count => Bilingual::new(format!("  dựng xong, {count} cảnh báo"), format!("  built, {count} warnings")),
    }
}

/// The line of the console after a change whose faults keep the former page.
pub fn obstructed(faults: usize) -> Bilingual {
    Bilingual::new(
        format!("  {faults} lỗi, xem trên trang; trang cũ còn nguyên"),
        format!("  {faults} faults, shown on the page; the former page stays"),
    )
}
