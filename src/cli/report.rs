//! The options of `camnang report`.

use clap::{Args, Subcommand};

use super::{AnswersArgs, CorpusArg, DataFormat, date};
use crate::model::date::Date;

/// The reports of `camnang report`.
#[derive(Subcommand, Debug)]
pub enum ReportCommand {
    /// Điều chưa biết, chưa chắc, lâu chưa kiểm tra lại · what is unknown, unsure, or was not checked for long
    ///
    /// Danh sách việc của người chịu trách nhiệm pháp lý: trích dẫn theo mức chắc chắn và lời văn, ngày chưa rõ, chỗ lâu chưa kiểm tra.
    /// · The legal officer's work list: excerpts by confidence and wording, unknown dates, stale checks.
    Gaps(GapsArgs),
    /// Các đơn vị đã trả lời gì · what the departments have answered
    ///
    /// Ai đã trả lời, ai chưa; mỗi việc đã làm, đang làm, chưa làm ở bao nhiêu đơn vị; tổng của từng số liệu và còn thiếu của ai.
    /// --format html, pdf là bản để công bố: không nêu riêng đơn vị nào, trừ khi settings.yaml ghi `answers: {publish: departments}`.
    /// · Who has answered and who has not; how many have done each duty, are doing it, have not; the sum of each figure and whose is missing.
    /// --format html and pdf are for publication: no department by itself, unless settings.yaml has `answers: {publish: departments}`.
    Answers(AnswersArgs),
}

/// Arguments of `camnang report gaps`.
#[derive(Args, Debug)]
pub struct GapsArgs {
    /// Tính tuổi của lần kiểm tra đến ngày này; không ghi thì lấy ngày mới nhất trong các ấn bản · count the age of checks to this day; the latest day of the editions when absent
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<Date>,
    #[arg(long, value_enum, default_value_t = DataFormat::Human)]
    pub format: DataFormat,
    #[command(flatten)]
    pub corpus: CorpusArg,
}
