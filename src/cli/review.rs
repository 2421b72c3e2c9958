//! Arguments of approvals and comments.
#![allow(rustdoc::invalid_html_tags, reason = "these words are shown on a terminal")]

use clap::Args;

use super::{CorpusArg, date};
use crate::model::date::Date;

/// Arguments of `camnang approve`.
#[derive(Args, Debug)]
pub struct ApproveArgs {
    /// Id các hồ sơ, hoặc đường dẫn tệp trong kho · ids of records, or paths of files in the corpus
    #[arg(value_name = "ID")]
    pub records: Vec<String>,
    /// Xem, không ghi gì: tình trạng, mã băm, chữ đã duyệt lần trước so với chữ bây giờ · only look: the state, the hash, what was approved last against what is there now
    #[arg(long, requires = "records", conflicts_with_all = ["ask", "send_back", "by", "on", "sha256"])]
    pub show: bool,
    /// Đề nghị duyệt · ask for an approval
    #[arg(long, requires_all = ["records", "by"], conflicts_with_all = ["send_back", "sha256"])]
    pub ask: bool,
    /// Trả lại, kèm điều phải sửa · send back, with what is to be done
    #[arg(long, value_name = "LỜI", requires_all = ["records", "by"], conflicts_with = "sha256")]
    pub send_back: Option<String>,
    /// Ai: người duyệt, hay người đề nghị · who approves, or asks
    #[arg(long, value_name = "TÊN", requires = "records")]
    pub by: Option<String>,
    /// Ngày; không ghi là hôm nay · the day; today when absent
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date, requires = "by")]
    pub on: Option<Date>,
    /// Duyệt điều chưa ai đề nghị: mã băm mà --show in ra, cho biết đã xem đúng bản này · to approve what nobody has asked about: the hash that --show prints, which says what was seen
    #[arg(long, value_name = "MÃ", requires = "by")]
    pub sha256: Option<String>,
    #[command(flatten)]
    pub corpus: CorpusArg,
}

/// Arguments of `camnang comment`.
#[derive(Args, Debug)]
pub struct CommentArgs {
    /// Id của hồ sơ, hoặc đường dẫn tệp trong kho; không ghi là mọi hồ sơ · the id of a record, or the path of a file in the corpus; all when absent
    #[arg(value_name = "ID")]
    pub record: Option<String>,
    /// Ý kiến; không ghi là liệt kê · the comment; listed when absent
    #[arg(value_name = "Ý KIẾN", requires = "by", conflicts_with = "resolve")]
    pub text: Option<String>,
    /// Ý kiến số mấy đã giải quyết · the number of the comment that is resolved
    #[arg(long, value_name = "N", requires_all = ["record", "by"])]
    pub resolve: Option<usize>,
    /// Ai · who
    #[arg(long, value_name = "TÊN", requires = "record")]
    pub by: Option<String>,
    /// Ngày; không ghi là hôm nay · the day; today when absent
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date, requires = "by")]
    pub on: Option<Date>,
    #[command(flatten)]
    pub corpus: CorpusArg,
}
