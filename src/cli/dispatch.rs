//! The options that send the copies of a hand-out and record answers: `camnang handout --send`, `--received`, `--status`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::date;
use crate::mail::journal::Answer;
use crate::model::date::Date;

/// Arguments of `camnang handout` that send copies, or note and show what became of them.
#[derive(Args, Debug)]
#[command(next_help_heading = "Gửi và theo dõi · Sending and keeping track")]
pub struct DispatchArgs {
    /// Gửi cho mỗi đơn vị một thư kèm công văn và sách; không có --really thì chỉ chạy thử · mail each department its letter and booklet; a dry run without --really
    ///
    /// Máy chủ ghi ở phần mail của corpus/settings.yaml; tên và mật khẩu lấy từ biến môi trường CAMNANG_SMTP_USER, CAMNANG_SMTP_PASSWORD. Ai đã gửi rồi thì không gửi lại.
    /// · The server is in the section mail of corpus/settings.yaml; its name and password come from the environment. Nobody is sent anything twice.
    #[arg(long, group = "acts", conflicts_with_all = ["received", "status", "list", "group", "date"])]
    pub send: bool,
    /// Nhắc các đơn vị đã được gửi mà chưa gửi lại phiếu; không có --really thì chỉ chạy thử · remind the departments that were sent to and have sent no form back; a dry run without --really
    ///
    /// Mỗi đơn vị một thư cho mỗi ngày nhắc (--on, không ghi là hôm nay), kèm công văn và phiếu. Chạy lại với cùng ngày thì chỉ gửi cho ai chưa được nhắc ngày ấy.
    /// · One message a department for each day of reminding (--on, today when absent), with its letter and form. A second run of the same day writes only to those who were not reminded that day.
    #[arg(long, groups = ["acts", "dated"], conflicts_with_all = ["send", "received", "status", "set_aside", "list", "group", "date"])]
    pub remind: bool,
    /// Với --send: gửi thật; với --set-aside: để riêng thật · with --send: really send; with --set-aside: really set aside
    #[arg(long, requires = "acts")]
    pub really: bool,
    /// Với --send: gửi lại cho các đơn vị này dù sổ ghi đã gửi · with --send: send to these even if the journal says they were sent to
    #[arg(long, requires = "acts", conflicts_with = "set_aside", value_delimiter = ',', value_name = "ID")]
    pub resend: Vec<String>,
    /// Với --send: gửi các tệp đã ký trong thư mục này thay cho tệp chưa ký · with --send: send the signed files in this folder instead of the unsigned ones
    ///
    /// Tên tệp thế nào cũng được: tệp nào là bản ký của tệp nào, chương trình nhận ra từ nội dung. Tệp ký rồi lưu đè vào chỗ cũ thì không cần tùy chọn này.
    /// · Under whatever names: which file was signed is known from its content. Files that were signed in their place need no option.
    #[arg(long, requires = "send", value_name = "DIR")]
    pub signed: Option<PathBuf>,
    /// Với --send: gửi cả công văn còn chỗ trống (số, ngày, người ký) · with --send: send letters with blanks too (number, day, signer)
    #[arg(long, requires = "send")]
    pub with_blanks: bool,
    /// Ký công văn của từng bản bằng chương trình ghi ở khóa sign, phần letter của settings.yaml · sign the letter of each copy with the program of the key sign, section letter of settings.yaml
    ///
    /// Chỉ nhận tệp mà phần đầu là nguyên công văn đã dựng, phần sau chỉ thêm chữ ký; tệp khác thì nêu rõ và giữ công văn như cũ. Công văn đã ký thì không ký lại.
    /// · Only a file that begins with the letter as it was made and adds nothing but signatures is taken; any other is named, and the letter stays as it was. A signed letter is not signed again.
    #[arg(long, conflicts_with_all = ["send", "remind", "received", "status", "set_aside", "list", "group", "date"])]
    pub sign: bool,
    /// Ghi nhận đơn vị đã trả lời; cần --on · note that these departments have answered; needs --on
    #[arg(long, group = "dated", requires = "on", conflicts_with = "status", value_delimiter = ',', value_name = "ID")]
    pub received: Vec<String>,
    /// Với --received: ngày trả lời; với --remind: ngày nhắc · with --received: the day of the answer; with --remind: the day of reminding
    #[arg(long, requires = "dated", value_name = "YYYY-MM-DD", value_parser = date)]
    pub on: Option<Date>,
    /// Với --received: trả lời gì · with --received: what the answer is
    #[arg(long, requires = "received", value_enum, default_value_t = AnswerArg::Acknowledgement)]
    pub what: AnswerArg,
    /// Với --received: ghi chú · with --received: a note
    #[arg(long, requires = "received", value_name = "TEXT")]
    pub note: Option<String>,
    /// Sổ có dòng hỏng: để các dòng ấy riêng ra một tệp bên cạnh rồi dùng tiếp được sổ; không có --really thì chỉ nói sẽ làm gì · the journal has damaged lines: put them into a file beside it, so that it can be used again; without --really only says what would be done
    ///
    /// Đơn vị mà dòng hỏng có thể nói tới được ghi là không rõ đã gửi chưa, và không tự gửi lại nữa.
    /// · The departments that they may be about are noted as uncertain, and are not sent to again by themselves.
    #[arg(long, group = "acts", conflicts_with_all = ["send", "received", "status", "list", "group", "only", "date"])]
    pub set_aside: bool,
    /// Ai đã được gửi, ai đã trả lời, ai chưa · who was sent to, who has answered, who has not
    #[arg(long)]
    pub status: bool,
    /// Với --status: dạng kết quả · with --status: format of the result
    #[arg(long, requires = "status", value_enum, default_value_t = TableFormat::Human)]
    pub format: TableFormat,
    /// Sổ gửi, nhận; không ghi là handout/<ấn bản>.jsonl, nơi bạn lưu giữ lâu dài · the journal; handout/<edition>.jsonl when absent, which is yours to keep
    #[arg(long, value_name = "FILE")]
    pub journal: Option<PathBuf>,
}

impl DispatchArgs {
    /// Whether anything here was requested, rather than to make copies.
    pub fn is_asked(&self) -> bool {
        self.send || self.remind || self.sign || self.set_aside || self.status || !self.received.is_empty()
    }
}

/// What a department did: it acknowledged the copy, or it reported.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnswerArg {
    /// Xác nhận đã nhận · an acknowledgement
    Acknowledgement,
    /// Phiếu báo cáo đã điền · the report form, filled in
    Report,
}

impl From<AnswerArg> for Answer {
    fn from(what: AnswerArg) -> Self {
        match what {
            AnswerArg::Acknowledgement => Answer::Acknowledgement,
            AnswerArg::Report => Answer::Report,
        }
    }
}

/// Formats of a table of results.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum TableFormat {
    Human,
    Json,
    Csv,
}
