//! Arguments of the history of saves.
#![allow(rustdoc::invalid_html_tags, reason = "these words are shown on a terminal")]

use clap::Args;

use super::{CorpusArg, DataFormat, date};
use crate::model::date::Date;

/// Arguments of `camnang history`.
#[derive(Args, Debug)]
pub struct HistoryArgs {
    /// Id của trích dẫn, văn bản, ấn bản …, hoặc đường dẫn tệp trong kho; không ghi là mọi lần lưu · the id of an excerpt, instrument, edition …, or the path of a file in the corpus; all saves when absent
    #[arg(value_name = "ID")]
    pub record: Option<String>,
    /// In toàn văn tệp vào cuối ngày này · print the file as it was at the end of this day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date, requires = "record", conflicts_with_all = ["show", "restore"])]
    pub on: Option<Date>,
    /// In toàn văn tệp sau lần lưu này · print the file as this save left it
    #[arg(long, value_name = "N", requires = "record", conflicts_with = "restore")]
    pub show: Option<u64>,
    /// Thay vì in toàn văn: so từng chữ với sau lần lưu này · instead of the whole text: compare it word by word with what this save left
    #[arg(long, value_name = "N", requires = "record", conflicts_with = "restore")]
    pub against: Option<u64>,
    /// Đưa tệp về như sau lần lưu này; đó là một lần lưu mới · put the file back to what this save left, which is a save of its own
    #[arg(long, value_name = "N", requires = "record")]
    pub restore: Option<u64>,
    /// Với --restore: người làm · with --restore: who does it
    #[arg(long, value_name = "TÊN", requires = "restore")]
    pub by: Option<String>,
    /// Với --restore: vì sao, một dòng · with --restore: why, in a line
    #[arg(long, value_name = "LÝ DO", requires = "restore")]
    pub why: Option<String>,
    #[arg(long, value_enum, default_value_t = DataFormat::Human)]
    pub format: DataFormat,
    #[command(flatten)]
    pub corpus: CorpusArg,
}
