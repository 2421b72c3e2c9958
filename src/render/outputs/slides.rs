//! Pages for a screen: a training of half a day.

use super::{Making, Offered, Output, OutputExtent, OutputReader, OutputTime, Unmade};
use crate::diag::Bilingual;
use crate::render::PaperForm;
use crate::view::View;

pub static OUTPUT: Output = Output {
    name: "slides",
    help: "Trang chiếu cho buổi tập huấn, từ các bài ở khoá slides; chỉ làm khi ghi tên · slides for a training, of the guidance that slides names; made only where it is named",
    file: |edition| format!("{edition}-trinh-chieu.pdf"),
    reader: OutputReader::Person,
    extent: OutputExtent::Part,
    made: Making::Document(|from, lay_out| match from.view.slides.is_empty() {
        true => Err(Unmade::Ended(none(from.view))),
        false => lay_out(from.view, PaperForm::Slides),
    }),
    when: OutputTime::Named,
    offer: Some(Offered { label: |view| &view.web.words.download_slides, media_type: "application/pdf" }),
};

fn none(view: &View) -> Bilingual {
    let id = &view.edition.id;
    Bilingual::new(
        format!("ấn bản {id} không có bài nào để chiếu; ghi vào editions/{id}.yaml: slides: [id của bài, …]"),
        format!(
            "edition {id} has nothing to show on a screen; write into editions/{id}.yaml: slides: [id of a guidance, …]"
        ),
    )
}
