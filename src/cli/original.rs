//! The arguments of the commands that read stored originals: `camnang original` and `camnang gather`.

use std::path::PathBuf;

use clap::Args;

use super::CorpusArg;

/// Arguments of `camnang gather`.
#[derive(Args, Debug)]
pub struct GatherArgs {
    /// Từ hay cụm từ; nhiều thì tìm chỗ có một trong số đó · words or phrases; of several, where one is
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,
    /// Tìm ở đâu: originals là các bản gốc trong kho (cũng là khi không ghi), hoặc các tệp chưa nhập · where: originals are those in the corpus (the default), or files that are not imported
    #[arg(long = "in", value_name = "originals|FILE", num_args = 1.., value_parser = place)]
    pub places: Vec<GatherPlace>,
    #[command(flatten)]
    pub drafts: GatherDraftArgs,
    #[command(flatten)]
    pub corpus: CorpusArg,
}

/// The options of `camnang gather` that make drafts.
#[derive(Args, Debug)]
pub struct GatherDraftArgs {
    /// Tạo bản nháp của các số này trong danh sách: 1,3,5-8; all là mọi điều khoản chưa có trích dẫn · make drafts of these numbers of the list; all are those without an excerpt
    #[arg(long, value_name = "1,3,5-8|all", value_delimiter = ',', value_parser = picked)]
    pub new: Option<Vec<PickedNumbers>>,
    /// Chép nguyên văn; không ghi thì là khung tóm lược, lời bản gốc ở phần ghi chú · copy the words; without it a summary to be written, the words beside it
    #[arg(long, requires = "new")]
    pub verbatim: bool,
    /// Chủ đề; có thể ghi nhiều lần · topic; may be repeated
    #[arg(long = "topic", value_name = "ID", requires = "new")]
    pub topics: Vec<String>,
    /// Đối tượng; có thể ghi nhiều lần · audience; may be repeated
    #[arg(long = "audience", value_name = "ID", requires = "new")]
    pub audiences: Vec<String>,
}

/// Where `camnang gather` looks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum GatherPlace {
    /// The stored originals of the corpus.
    Originals,
    /// A received file that need not be in the corpus.
    File(PathBuf),
}

/// Numbers of the list of `camnang gather`, counted from 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PickedNumbers {
    All,
    Range { first: usize, last: usize },
}

fn place(word: &str) -> Result<GatherPlace, String> {
    Ok(if word == "originals" { GatherPlace::Originals } else { GatherPlace::File(PathBuf::from(word)) })
}

fn picked(word: &str) -> Result<PickedNumbers, String> {
    let number = |digits: &str| digits.trim().parse::<usize>().ok().filter(|number| *number > 0);
    let word = word.trim();
    if word.eq_ignore_ascii_case("all") {
        return Ok(PickedNumbers::All);
    }
    let (first, last) = word.split_once(['-', '–']).unwrap_or((word, word));
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => Ok(PickedNumbers::Range { first, last }),
        _ => Err("ghi số trong danh sách, như 1,3,5-8, hoặc all · write numbers of the list, such as 1,3,5-8, or all"
            .to_owned()),
    }
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
