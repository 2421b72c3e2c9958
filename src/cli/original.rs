//! The arguments of the commands that read stored originals: `camnang original` and `camnang gather`.

use clap::Args;

use super::CorpusArg;

/// Arguments of `camnang gather`.
#[derive(Args, Debug)]
pub struct GatherArgs {
    /// Từ hay cụm từ; nhiều thì tìm chỗ có một trong số đó · words or phrases; of several, where one is
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,
    #[command(flatten)]
    pub corpus: CorpusArg,
}

/// Arguments of `camnang original`.
#[derive(Args, Debug)]
pub struct OriginalArgs {
    /// Id văn bản · id of the instrument
    #[arg(value_name = "ID")]
    pub id: String,
    /// In nguyên lời của đơn vị này · print the words of this unit
    #[arg(long, value_name = "\"khoản 3 Điều 18\"", conflicts_with = "tree")]
    pub at: Option<String>,
    /// In cây các đơn vị và những chỗ đánh số không khớp; cũng là khi không ghi gì · print the tree of units and where its numbering does not add up; the default
    #[arg(long)]
    pub tree: bool,
    #[command(flatten)]
    pub corpus: CorpusArg,
}
