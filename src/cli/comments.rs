//! The arguments of `camnang comments`.

use std::path::PathBuf;

use clap::Args;

use super::{CorpusArg, DataFormat};

/// Arguments of `camnang comments`.
#[derive(Args, Debug)]
pub struct CommentsArgs {
    /// Tệp .docx gửi lại · the .docx that came back
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_enum, default_value_t = DataFormat::Human)]
    pub format: DataFormat,
    #[command(flatten)]
    pub corpus: CorpusArg,
}
