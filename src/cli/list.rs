//! Arguments of `camnang list`.

use clap::{Args, ValueEnum};

use super::{CorpusArg, date};
use crate::model::date::Date;

/// Arguments of `camnang list`.
#[derive(Args, Debug)]
pub struct ListArgs {
    /// Liệt kê gì; duties là việc ràng buộc ai, qua đâu; calendar cần --edition · what to list; duties: what binds whom, and through what; calendar needs --edition
    #[arg(value_enum, default_value_t = ListKind::Excerpts)]
    pub what: ListKind,
    /// Bảng của ấn bản này, như trong tệp xlsx: duties, calendar, instruments hoặc excerpts · the table of this edition, as its xlsx has it: duties, calendar, instruments or excerpts
    #[arg(long, value_name = "ID")]
    pub edition: Option<String>,
    /// Với duties: việc của đối tượng nào; không ghi là của mọi đối tượng · with duties: whose; everybody's if not given
    #[arg(long, value_name = "ID", conflicts_with = "edition")]
    pub audience: Option<String>,
    /// Với duties hoặc --edition: vào ngày nào; không ghi là ngày của ấn bản ấy, hoặc ấn bản mới nhất · with duties or --edition: on which day; that of the edition, or of the latest one, if not given
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<Date>,
    #[command(flatten)]
    pub corpus: CorpusArg,
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    pub format: ListFormat,
}

/// What `camnang list` lists.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListKind {
    Instruments,
    Excerpts,
    Guidance,
    Editions,
    Departments,
    Topics,
    Audiences,
    Levels,
    Duties,
    Calendar,
}

/// Formats of `camnang list`.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListFormat {
    Human,
    Json,
    Csv,
}
