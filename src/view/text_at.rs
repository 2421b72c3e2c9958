//! Places where a reader can open the text of an instrument.

use serde::Serialize;

use crate::language::vi::booklet;
use crate::model::instrument::Instrument;

/// The link to the text, or words that say that there is none.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct TextAtView {
    /// `Mở bản chính thức`, `Mở bản đăng lại (chỉ có Điều 40)`, `Chưa có địa chỉ bản chính thức`
    pub label: String,
    /// Nothing where no address was found.
    pub address: Option<String>,
}

pub(super) fn text_at(instrument: &Instrument) -> TextAtView {
    match &instrument.text_at {
        Some(text) => TextAtView {
            label: booklet::open_text(text.kind, text.note.as_deref()),
            address: Some(text.address.clone()),
        },
        None => TextAtView::none(),
    }
}

impl TextAtView {
    pub(super) fn none() -> Self {
        TextAtView { label: booklet::NO_TEXT_AT.to_owned(), address: None }
    }
}
