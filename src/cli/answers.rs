//! The options of what departments answer: `camnang collect` and `camnang report answers`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{CorpusArg, Engine};
use crate::model::ids::EditionId;

/// Arguments of `camnang collect`.
#[derive(Args, Debug)]
pub struct CollectArgs {
    /// Tệp phiếu, hay thư mục chứa phiếu · forms, or folders of them
    #[arg(value_name = "FILE|DIR", required_unless_present = "from_mail")]
    pub paths: Vec<PathBuf>,
    /// Thư đã lưu (.eml) có phiếu đính kèm: một tệp hay một thư mục · saved messages (.eml) with forms attached: a file or a folder
    ///
    /// Đơn vị được nhận ra từ mã phiếu; phiếu không còn mã thì từ địa chỉ gửi, nếu đợt phát có đúng một đơn vị mang địa chỉ ấy.
    /// · The department is known by the id of the form; without one, by the address of the sender, where exactly one department of the hand-out has it.
    #[arg(long, value_name = "FILE|DIR")]
    pub from_mail: Option<PathBuf>,
    #[command(flatten)]
    pub handout: RoundArgs,
    /// Phiếu này thay phiếu đã nhận của cùng đơn vị, dù không ghi ngày điền muộn hơn · these forms replace those that were collected of the same departments, though they are not dated later
    #[arg(long)]
    pub replace: bool,
}

/// Arguments of `camnang report answers`.
#[derive(Args, Debug)]
pub struct AnswersArgs {
    #[command(flatten)]
    pub handout: RoundArgs,
    /// So với đợt này của cùng ấn bản; `-` là đợt không có id · compare with this round of the same edition; `-` is the one without an id
    #[arg(long, value_name = "ID", value_parser = round_or_none)]
    pub since: Option<String>,
    #[arg(long, value_enum, default_value_t = AnswersFormat::Human)]
    pub format: AnswersFormat,
    /// Ghi ra tệp này, chưa có tệp nào ở đó; xlsx, pdf chỉ ghi ra tệp · write to this file, which must not be there yet; xlsx and pdf are written to a file only
    #[arg(long, value_name = "FILE", required_if_eq_any([("format", "xlsx"), ("format", "pdf")]))]
    pub to: Option<PathBuf>,
    /// Bộ dàn trang PDF: có sẵn, hay typst ở ngoài cùng phiên bản · PDF engine: embedded, or an external typst of the same version
    #[arg(long, value_enum, default_value_t = Engine::Embedded)]
    pub engine: Engine,
    /// Thư mục mẫu trình bày của riêng mình; tệp cùng tên thay tệp có sẵn · own templates; a file replaces the built-in one of its name
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
}

/// Which hand-out is meant, and where it lies.
#[derive(Args, Debug)]
pub struct RoundArgs {
    /// Id ấn bản · id of the edition
    #[arg(long, value_name = "ID")]
    pub edition: String,
    /// Id của đợt · id of the round
    #[arg(long, value_name = "ID", value_parser = round)]
    pub round: Option<String>,
    #[command(flatten)]
    pub corpus: CorpusArg,
    /// Thư mục kết quả, nơi có đợt phát đã dựng · output folder, in which the hand-out was made
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    /// Sổ gửi, nhận; không ghi là handout/<ấn bản>.jsonl · the journal; handout/<edition>.jsonl when absent
    #[arg(long, value_name = "FILE")]
    pub journal: Option<PathBuf>,
}

/// Formats of `camnang report answers`.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnswersFormat {
    Human,
    Json,
    Csv,
    Xlsx,
    /// «Kết quả rà soát» để công bố, một trang · the results to be published, one page
    Html,
    /// «Kết quả rà soát» để công bố, PDF · the results to be published, PDF
    Pdf,
}

/// The id of a round, which has the form of all ids.
pub(super) fn round(text: &str) -> Result<String, String> {
    let id = text.parse::<EditionId>().map(|id| id.to_string());
    id.map_err(|_| {
        "viết chữ thường không dấu và số, như 2026-q4 · write small letters without marks and digits, such as 2026-q4"
            .to_owned()
    })
}

fn round_or_none(text: &str) -> Result<String, String> {
    if text == "-" { Ok(text.to_owned()) } else { round(text) }
}
