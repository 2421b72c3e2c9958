//! Arguments of the workbench.
#![allow(rustdoc::invalid_html_tags, reason = "these words are shown on a terminal")]

use std::path::PathBuf;

use clap::Args;

/// Arguments of `camnang edit`.
#[derive(Args, Debug)]
pub struct EditArgs {
    /// Thư mục có kho ngữ liệu, hay chính kho ấy · the folder with the corpus, or the corpus itself
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
    /// Cổng; không ghi là 8401, hoặc cổng trống nếu cổng ấy đang có chương trình dùng · the port; 8401 when absent, or any that is free where that is taken
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Chỉ in địa chỉ, không mở trình duyệt · print the address and open no browser
    #[arg(long)]
    pub no_open: bool,
}
