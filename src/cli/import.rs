//! The arguments of `camnang import`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValue;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{CorpusArg, date};
use crate::model::date::Date;
use crate::model::original::OriginalKind;

/// Arguments of `camnang import`.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// Tệp nhận được: .docx, .doc, .odt, .rtf, .html, .pdf có lớp chữ, .md, .txt · the received file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Id văn bản; chưa có hồ sơ thì lệnh này tạo · id of the instrument; its record is made where there is none
    #[arg(long, value_name = "ID")]
    pub instrument: String,
    /// Lấy ở đâu: địa chỉ trang web, hoặc bằng lời · where it was got: an address, or in words
    #[arg(long, value_name = "ADDRESS")]
    pub source: Option<String>,
    /// Là bản nào · what kind of copy it is
    #[arg(long, value_name = "KIND", value_parser = kind())]
    pub kind: Option<OriginalKind>,
    /// Ngày nhận · the day on which it was received
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub received: Option<Date>,
    #[command(flatten)]
    pub corpus: CorpusArg,
}

/// One of the kinds of copies, by its key.
fn kind() -> impl TypedValueParser<Value = OriginalKind> {
    let help = |kind: OriginalKind| match kind {
        OriginalKind::Gazette => "bản trên Công báo · as the gazette has it",
        OriginalKind::Portal => "cổng thông tin của cơ quan nhà nước · a portal of the State",
        OriginalKind::Reprint => "trang khác đăng lại · a reprint on another site",
        OriginalKind::Scan => "bản quét đã nhận dạng chữ · a scan whose letters were recognised",
        OriginalKind::Translation => "bản dịch · a translation",
    };
    let values = OriginalKind::ALL.map(|kind| PossibleValue::new(kind.key()).help(help(kind)));
    let find = |key: String| OriginalKind::ALL.into_iter().find(|kind| kind.key() == key).ok_or(key);
    PossibleValuesParser::new(values).try_map(find)
}
