//! The command line: what can be asked, in Vietnamese with the English beside it. No work is done here.
#![allow(rustdoc::invalid_html_tags, reason = "these words are shown on a terminal")]

mod answers;
mod comments;
mod dispatch;
mod edit;
mod history;
mod import;
mod list;
mod new;
mod original;
mod proposed;
mod report;
mod review;

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

pub use answers::{AnswersArgs, AnswersFormat, CollectArgs, RoundArgs};
pub use comments::CommentsArgs;
pub use dispatch::{AnswerArg, DispatchArgs, TableFormat};
pub use edit::EditArgs;
pub use history::HistoryArgs;
pub use import::ImportArgs;
pub use list::{ListArgs, ListFormat, ListKind};
pub use new::{InitArgs, NewCommand};
pub use original::{GatherArgs, GatherDraftArgs, GatherPlace, OriginalArgs, PickedNumbers};
pub use report::{GapsArgs, ReportCommand};
pub use review::{ApproveArgs, CommentArgs};

use crate::diag::Lang;
use crate::model::date::Date;
use crate::render::outputs::{self, Output};
use crate::syntax::record::RecordKind;

const EXAMPLES: &str = "\
Ví dụ · Examples:
  camnang build                 dựng mọi ấn bản vào output/ · build every edition
  camnang                       mở lại bàn biên tập · open the workbench again
  camnang edit                  sửa kho trong trình duyệt · edit the corpus in the browser
  camnang serve ipv6            xem và sửa, trang tự đổi theo · see and edit, pages follow
  camnang check                 soát kho ngữ liệu · check the corpus
  camnang init corpus --as-of 2030-01-31          một cẩm nang mới · a new booklet
  camnang new excerpt --instrument nd-72-2013 --at \"khoản 3 Điều 18\"
  camnang why nd-72-2013.dieu-18.khoan-3 --edition ipv6
  camnang explain CN104         một mã lỗi nghĩa là gì · what a code means

Mã thoát · Exit codes:
  0  ổn · fine
  1  kho ngữ liệu có lỗi · faults in the corpus
  2  công cụ không chạy được · the tool could not run";

const DIFF_EXAMPLES: &str = "\
Ví dụ · Examples:
  camnang diff ipv6-2014 ipv6                       hai ấn bản · two editions
  camnang diff 2014-01-31 2026-11-23                toàn kho vào hai ngày · the whole corpus on two days
  camnang diff 2014-01-31 2026-11-23 --edition ipv6
  camnang diff HEAD~3 HEAD --edition ipv6           hai bản ghi git · two git revisions
  camnang diff HEAD                                 bản ghi git và tệp trên đĩa · a revision and the files on disk

Tên gọi được theo nhiều cách thì ghi rõ: edition:TÊN, date:NGÀY, git:BẢN · Where a name has two readings, these prefixes choose one.
WORKTREE là các tệp trên đĩa · WORKTREE means the files on disk.";

const SCHEMA_EXAMPLES: &str = "\
Ví dụ · Examples:
  mkdir schemas
  camnang schema instrument > schemas/instrument.json    rồi chỉ cho trình soạn thảo · then point the editor at it
  camnang schema edition --format markdown               đọc ngay ở đây · to read here

Chỉ cho trình soạn thảo bằng dòng đầu của tệp (schemas/ nằm cạnh corpus/) · Point an editor at it in the first line of a file:
  # yaml-language-server: $schema=../../schemas/instrument.json
hoặc trong .vscode/settings.json cho cả kho · or for the whole corpus in .vscode/settings.json:
  \"yaml.schemas\": {\"./schemas/instrument.json\": \"corpus/instruments/*.yaml\", \"./schemas/settings.json\": \"corpus/settings.yaml\"}
excerpt, guidance là phần đầu (giữa hai dòng ---) của tệp .md · are the header (between two --- lines) of a .md file.
Có id ấy không, một khoá có viết hai lần không thì camnang check mới biết · Whether there is such an id, or a key stands twice, only camnang check knows.";

const IMPORT_EXAMPLES: &str = "\
Ví dụ · Examples:
  camnang import nd-1-2030.docx --instrument nd-1-2030 --kind portal --source https://vanban.example.vn/nd-1-2030.docx
  camnang import luat.html --instrument luat-9-2029 --received 2030-01-20 --lang en

PDF cần chương trình pdftotext (poppler), .doc, .odt, .rtf cần soffice (LibreOffice); bản quét không có lớp chữ thì không nhận.
PDF needs the program pdftotext (poppler), .doc, .odt and .rtf need soffice (LibreOffice); a scan without text is refused.";

const APPROVE_EXAMPLES: &str = "\
Ví dụ · Examples:
  camnang approve                                                  điều gì chờ duyệt, bị trả lại, đã sửa sau khi duyệt · what waits
  camnang approve nd-1-2030.dieu-1 nd-1-2030.dieu-2 --ask --by \"Trần Văn Minh\"
  camnang approve nd-1-2030.dieu-1 --show                          chữ cũ, chữ mới · old and new
  camnang approve nd-1-2030.dieu-1 --by \"Nguyễn Thị Lan\"
  camnang approve nd-1-2030.dieu-2 --send-back \"Thiếu khoản 2\" --by \"Nguyễn Thị Lan\"";

const HANDOUT_EXAMPLES: &str = "\
Ví dụ · Examples:
  camnang handout --edition ipv6                     mọi đơn vị tồn tại vào ngày của ấn bản · every department of the edition's day
  camnang handout --edition ipv6 --list don-vi.csv   theo danh sách của mình · by a list of one's own
  camnang handout --edition ipv6 --only so-khcn-ha-noi so-khcn-hue

Danh sách là CSV làm trong Excel, dòng đầu là tên cột: id bắt buộc; name, place, email, address, audiences không bắt buộc. Đơn vị có
trong departments.yaml thì chỉ cần id. address: nhiều dòng cách nhau bằng |. audiences: id các đối tượng, cách nhau bằng dấu cách.
The list is a CSV made in Excel, its first line names the columns: id is needed; name, place, email, address, audiences are not. A
department of departments.yaml needs its id only. address: lines parted by |. audiences: ids of audiences, parted by spaces.";

/// Cẩm nang: từ kho trích dẫn quy định thành sách PDF và trang web
///
/// Biên dịch kho trích dẫn có gắn thẻ (YAML và Markdown) thành tài liệu hướng dẫn tổng hợp, tính đến một ngày ghi trong ấn bản.
/// · Compiles tagged excerpts of regulations (YAML and Markdown) into a consolidated booklet, as PDF and HTML, as of a stated day.
#[derive(Parser, Debug)]
#[command(name = "camnang", version, after_help = EXAMPLES, max_term_width = 110)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,

    /// Ngôn ngữ của thông báo · language of messages
    #[arg(long, global = true, value_enum, default_value_t = LangArg::Vi, value_name = "vi|en")]
    pub lang: LangArg,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Dựng ấn bản thành PDF và HTML · build editions as PDF and HTML
    ///
    /// Mỗi ấn bản vào output/<ấn bản>/: <ấn bản>.pdf, html/index.html, view.json, manifest.json. Thư mục cũ chỉ được thay khi mọi thứ đã dựng xong.
    /// · Every edition goes to output/<edition>/; the former folder is replaced only when everything is built.
    Build(BuildArgs),
    /// Xem ấn bản trong trình duyệt, trang tự đổi khi lưu tệp · see an edition in the browser, which follows each saved file
    ///
    /// Lỗi của kho ngữ liệu hiện ngay trên trang, bên dưới là trang tốt gần nhất. Chỉ máy này xem được. PDF ở cạnh: địa chỉ /pdf. Dừng: Ctrl-C.
    /// · Faults of the corpus are shown above the page, with the last good one below. For this machine only. With the PDF beside: the address /pdf. To end: Ctrl-C.
    Serve(ServeArgs),
    /// Bàn biên tập: sửa kho trong trình duyệt, không cần gõ YAML · the workbench: edit the corpus in the browser, without writing YAML
    ///
    /// Chỉ máy này mở được, bằng địa chỉ mà lệnh in ra và mở sẵn. Chạy lần nữa là mở lại bàn đang chạy. Dừng: Ctrl-C.
    /// · For this machine only, by the address that is printed and opened. A second start opens the one that runs. To end: Ctrl-C.
    Edit(EditArgs),
    /// Ai đã sửa gì, khi nào; xem lại và lấy lại bản cũ · who changed what, and when; former states seen and restored
    ///
    /// Sổ ghi mỗi lần lưu ở bàn biên tập và mỗi lần lấy lại, ở thư mục .camnang cạnh kho. Chỗ tệp đã đổi mà không qua bàn biên tập thì nói rõ.
    /// · Each save of the workbench and each restoring is in the folder .camnang beside the corpus. Where a file was changed by another program, that is said.
    History(HistoryArgs),
    /// Đề nghị duyệt, duyệt, trả lại từng hồ sơ; xem điều gì chờ duyệt · ask for an approval, approve, send back; see what waits for it
    ///
    /// Ghi vào reviews/ trong kho, kèm tên, ngày và mã băm của đúng những chữ đã xem: sửa một chữ là phải duyệt lại. Đó là lời của người dùng máy, không phải chữ ký. Không ghi ID là liệt kê.
    /// · Written into reviews/ of the corpus with name, day and the hash of what was seen: whoever changes a word has to ask again. It is what the one at the machine says, and no signature. No ID lists them.
    #[command(after_help = APPROVE_EXAMPLES)]
    Approve(ApproveArgs),
    /// Góp ý cho một hồ sơ, và ghi là đã giải quyết · comment on a record, and note that a comment is resolved
    ///
    /// Ý kiến ở reviews/ trong kho, một tệp cho mỗi hồ sơ. Không ghi ID là mọi ý kiến chưa giải quyết.
    /// · Comments are in reviews/ of the corpus, a file for each record. No ID lists all that are open.
    Comment(CommentArgs),
    /// Làm cho mỗi đơn vị một bản riêng, kèm công văn và sổ · make a copy for each department, with a letter and a ledger
    ///
    /// Mỗi đơn vị một thư mục trong output/handout/<ấn bản>/: cẩm nang ghi tên đơn vị, công văn gửi kèm, bản đầy đủ nếu cẩm nang in bớt, và một tệp ZIP chứa tất cả. Sổ: ledger.csv, ledger.json, SHA256SUMS. Chạy lại thì bản đã xong được giữ nguyên.
    /// · Each department gets a folder in output/handout/<edition>/: the booklet with its name, a covering letter, the full booklet if it leaves something out, and a ZIP of all. The ledger: ledger.csv, ledger.json, SHA256SUMS. A second run keeps what is finished.
    #[command(after_help = HANDOUT_EXAMPLES)]
    Handout(HandoutArgs),
    /// Đọc phiếu trả lời mà các đơn vị gửi lại · read the forms that departments sent back
    ///
    /// Đọc XLSX, ODS, CSV, dù trang tính đổi tên, cột đổi chỗ; ô nào không hiểu được theo đúng một cách thì được nêu tên, không đoán. Phiếu được giữ cạnh sổ gửi, nhận, kèm mã băm. Mã thoát: 0 mọi ô đều hiểu, 1 có ô hay tệp phải xem, 2 không chạy được.
    /// · Reads XLSX, ODS and CSV, with sheets renamed and columns moved; a cell that cannot be understood in exactly one way is named and not guessed. The forms are kept beside the journal, with their hashes. Exit codes: 0 every cell is understood, 1 some cell or file must be looked at, 2 could not run.
    Collect(CollectArgs),
    /// Ý kiến và chỗ sửa trong bản Word gửi lại, theo từng trích dẫn; không sửa gì trong kho · the comments and tracked changes of a Word copy that came back, by excerpt; changes nothing
    ///
    /// Trích dẫn được nhận ra từ dấu trang (bookmark) mà `camnang build --only docx` đã đặt. Chỗ nào không thuộc trích dẫn nào thì nêu tiêu đề ở trên nó.
    /// · An excerpt is known by the bookmark that `camnang build --only docx` has set. Marks in none of them are listed with the heading above them.
    Comments(CommentsArgs),
    /// Tệp hay thư mục này có đúng của ấn bản, còn nguyên vẹn không · does a file or folder belong to an edition, unchanged
    ///
    /// Sổ (manifest.json, ledger.json) được tìm ở cạnh tệp hay ở thư mục trên. Chỉ có một tệp PDF và công văn thì đưa mã băm in trong công văn bằng --against. Mã thoát: 0 nguyên vẹn, 1 không, 2 không kiểm tra được.
    /// · The record (manifest.json, ledger.json) is looked for beside the file or in the folders above. If you only have the PDF and the letter, give the hash that is printed in the letter with --against. Exit codes: 0 unchanged, 1 not, 2 could not be verified.
    Verify(VerifyArgs),
    /// Soát kho ngữ liệu, nêu mọi lỗi trong một lượt · check the corpus, all faults in one run
    Check(CheckArgs),
    /// Giải thích một mã lỗi; không có mã thì liệt kê · explain a code, or list them
    Explain {
        /// Ví dụ · for example: CN104
        #[arg(value_parser = proposed::CODES, hide_possible_values = true)]
        code: Option<String>,
    },
    /// Bắt đầu một cẩm nang mới, trống nhưng dựng được ngay · begin a new booklet, empty, that builds at once
    ///
    /// Ghi vào một thư mục chưa có hoặc còn trống: settings.yaml, vocabulary.yaml, một ấn bản, bài «Cách dùng», và README.md hướng dẫn người biên tập. Lời nhắn trong các tệp theo --lang; cẩm nang thì luôn bằng tiếng Việt.
    /// · Writes into a folder that is not there or empty: settings, vocabulary, one edition, a text for its readers, and a README for its editors. Remarks are in the language of --lang; the booklet itself is Vietnamese.
    Init(InitArgs),
    /// Tạo bản nháp hợp lệ, không bao giờ đè tệp có sẵn · scaffold a valid draft, never over a file
    #[command(subcommand)]
    New(NewCommand),
    /// Đưa một văn bản nhận được (Word, trang web, PDF…) vào kho, nguyên như nhận được, kèm phần chữ để soát · put a received law into the corpus, unchanged, with its text to review
    ///
    /// Vào originals/<văn bản>/: chính tệp ấy, tệp chữ mỗi dòng một đoạn, và hồ sơ có mã băm SHA-256. Văn bản chưa có hồ sơ thì lệnh tạo hồ sơ từ phần đầu và khối chữ ký, mọi khoá chờ người soát (confidence: unverified). Không đè lên tệp khác cùng tên; nhập lại đúng tệp ấy thì không ghi gì.
    /// · Into originals/<instrument>/: the file itself, its text with a line for each paragraph, and a record with its SHA-256. An instrument without a record gets one from the head and the signature, for a person to confirm. A different file of the same name is never replaced; the same file again writes nothing.
    #[command(after_help = IMPORT_EXAMPLES)]
    Import(ImportArgs),
    /// Liệt kê văn bản, trích dẫn, ấn bản, từ vựng · list instruments, excerpts, editions, vocabulary
    List(ListArgs),
    /// Hiệu lực của văn bản, trích dẫn vào một ngày · the validity of instruments and excerpts on a day
    Status(StatusArgs),
    /// Mọi ngày có thay đổi, theo thứ tự · every day on which something changes, in order
    Timeline(TimelineArgs),
    /// Vì sao một trích dẫn có hay không có trong ấn bản · why an excerpt is in or out of an edition
    Why(WhyArgs),
    /// Báo cáo về kho ngữ liệu · reports on the corpus
    #[command(subcommand)]
    Report(ReportCommand),
    /// Điều gì khác giữa hai ấn bản, hai ngày hay hai bản ghi git · what differs between two editions, dates or git revisions
    ///
    /// Nêu trích dẫn và văn bản thêm, bớt, sửa (từng chữ), đổi hiệu lực. Mã thoát là 0 dù có khác nhau hay không.
    /// · Shows which excerpts and instruments were added, removed, changed (word by word) or are of another validity. The exit code is 0 whether or not anything differs.
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(DiffArgs),
    /// Nhận ra các viện dẫn trong một đoạn văn · find the citations in a text
    Cite(CiteArgs),
    /// Bản gốc đã lưu nói tới điều này ở đâu, chỗ nào đã có trích dẫn · where the stored originals speak of something, and what of it is in the corpus
    ///
    /// Tìm không kể hoa thường và dấu; từ có trong bảng giải thích từ ngữ thì tìm cả các cách gọi khác của nó.
    /// · Case and marks do not matter; a term of the glossary is looked for under its other names too.
    Gather(GatherArgs),
    /// Các đơn vị của bản gốc đã lưu, hay nguyên lời của một đơn vị · the units of a stored original, or the words of one
    Original(OriginalArgs),
    /// Dàn trang cho tiến trình khác của chương trình này · lays out for another process of this program
    #[cfg(feature = "pdf")]
    #[command(hide = true)]
    LayOut {
        /// Bộ nhớ được dùng, tính bằng byte · the memory that it may have, in bytes
        #[arg(long)]
        memory: Option<u64>,
    },
    /// Các khoá của một loại tệp: JSON Schema cho trình soạn thảo, hay bảng để đọc · the keys of a kind of file: a JSON Schema for editors, or tables to read
    ///
    /// Trình soạn thảo hiểu JSON Schema (VS Code với tiện ích YAML, Helix, Neovim…) nhờ đó gợi ý khoá, nghĩa, giá trị và gạch chân chỗ sai khi đang viết. Không ghi KIND là mọi loại trong một tệp.
    /// · An editor that knows JSON Schema (VS Code with its YAML extension, Helix, Neovim…) then proposes keys, meanings and values, and underlines what is wrong. No KIND means every kind in one document.
    #[command(after_help = SCHEMA_EXAMPLES)]
    Schema(SchemaArgs),
    /// Sinh tệp bổ trợ cho dòng lệnh · shell completions
    Completions {
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
}

/// The corpus folder, an option of nearly every command.
#[derive(Args, Debug, Clone)]
pub struct CorpusArg {
    /// Thư mục kho ngữ liệu · corpus folder
    #[arg(long, value_name = "DIR", default_value = "corpus")]
    pub corpus: PathBuf,
}

/// Arguments of `camnang build`.
#[derive(Args, Debug)]
pub struct BuildArgs {
    /// Id các ấn bản; không ghi là tất cả · ids of editions; none means all
    pub editions: Vec<String>,
    /// Tính đến ngày khác với ngày ghi trong ấn bản · another day than the edition's own
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<Date>,
    /// Chỉ dựng các dạng này; thư mục ra chỉ còn các dạng này · only these formats; the output then holds no others
    #[arg(long, value_parser = output(), value_delimiter = ',', value_name = outputs::names())]
    pub only: Vec<&'static Output>,
    /// Bộ dàn trang PDF: có sẵn, hay typst ở ngoài cùng phiên bản · PDF engine: embedded, or an external typst of the same version
    #[arg(long, value_enum, default_value_t = Engine::Embedded)]
    pub engine: Engine,
    #[command(flatten)]
    pub corpus: CorpusArg,
    /// Thư mục mẫu trình bày của riêng mình; tệp cùng tên thay tệp có sẵn · own templates; a file replaces the built-in one of its name
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// Thư mục kết quả · output folder
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    /// Coi cảnh báo là lỗi · treat warnings as errors
    #[arg(long)]
    pub strict: bool,
}

/// Arguments of `camnang serve`.
#[derive(Args, Debug)]
pub struct ServeArgs {
    /// Id ấn bản; không ghi là ấn bản có ngày muộn nhất · id of the edition; that of the latest day when absent
    pub edition: Option<String>,
    /// Cổng; 0 là cổng trống bất kỳ · the port; 0 is any that is free
    #[arg(long, value_name = "N", default_value_t = 8400)]
    pub port: u16,
    /// Tính đến ngày khác với ngày ghi trong ấn bản · another day than the edition's own
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<Date>,
    #[command(flatten)]
    pub corpus: CorpusArg,
    /// Thư mục mẫu trình bày của riêng mình · own templates
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
}

/// Arguments of `camnang handout`.
#[derive(Args, Debug)]
pub struct HandoutArgs {
    /// Id ấn bản · id of the edition
    #[arg(long, value_name = "ID")]
    pub edition: String,
    /// Id của đợt, như 2026-q4: mỗi đợt có thư mục, sổ và phiếu riêng · id of the round, such as 2026-q4: each has a folder, a journal and forms of its own
    #[arg(long, value_name = "ID", value_parser = answers::round)]
    pub round: Option<String>,
    /// Danh sách đơn vị nhận (CSV) thay cho departments.yaml · a list of departments (CSV) instead of departments.yaml
    #[arg(long, value_name = "FILE")]
    pub list: Option<PathBuf>,
    /// Chỉ các nhóm này của departments.yaml · only these groups of departments.yaml
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with = "list")]
    pub group: Vec<String>,
    /// Chỉ làm bản của các đơn vị này, bản khác trong sổ giữ nguyên · make only the copies of these departments; the others stay in the ledger
    #[arg(long, value_name = "ID", num_args = 1..)]
    pub only: Vec<String>,
    /// Xoá bản của các đơn vị không còn trong danh sách · delete the copies of departments that are no longer in the list
    #[arg(long)]
    pub prune: bool,
    /// Ngày của công văn; không ghi thì theo settings.yaml, hoặc để trống · date of the letter; that of settings.yaml, or blank, when absent
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub date: Option<Date>,
    /// Số luồng ghi tệp bên cạnh luồng dàn trang · threads that write files beside the one that lays out
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u16).range(1..=64))]
    pub jobs: u16,
    #[command(flatten)]
    pub corpus: CorpusArg,
    /// Thư mục mẫu trình bày của riêng mình · own templates
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// Thư mục kết quả · output folder
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    /// Coi cảnh báo là lỗi · treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    #[command(flatten)]
    pub dispatch: DispatchArgs,
}

/// Arguments of `camnang verify`.
#[derive(Args, Debug)]
pub struct VerifyArgs {
    /// Tệp PDF, ZIP, hay thư mục output/<ấn bản>, output/handout/<ấn bản>, hay của một đơn vị · a file, or the folder of an edition, of a hand-out, of one department
    #[arg(value_name = "FILE|DIR")]
    pub path: PathBuf,
    /// So với sổ này (manifest.json, ledger.json, SHA256SUMS) hay mã băm này · hold it against this record, or this hash
    #[arg(long, value_name = "FILE|SHA256")]
    pub against: Option<String>,
}

/// Arguments of `camnang check`.
#[derive(Args, Debug)]
pub struct CheckArgs {
    #[command(flatten)]
    pub corpus: CorpusArg,
    /// Dạng kết quả · format of the result
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub format: ReportFormat,
    /// Coi cảnh báo là lỗi · treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// Tự sửa chỗ chỉ có một cách sửa, rồi kiểm tra lại · make the repairs that can be made in one way only, then check again
    ///
    /// Chỉ đổi đúng những byte phải đổi; lời nhắn, thứ tự khoá, dấu nháy, cách xuống dòng giữ nguyên. Chỗ nào có thể hiểu hai cách thì không sửa.
    /// · Only the bytes at fault change; remarks, the order of keys, quotes and line ends stay. A place with two readings is left alone.
    #[arg(long)]
    pub fix: bool,
    /// Với --fix: chỉ in những thay đổi dạng diff, không ghi gì; còn gì để sửa thì mã thoát là 1 · with --fix: only print the changes as a diff and write nothing; exits with 1 where there is something to repair
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    /// Đọc lại mọi tệp trong originals/ và so với tệp chữ đã lưu; khác là lỗi · read every file of originals/ again and compare it with its stored text; a difference is an error
    #[arg(long, conflicts_with = "fix")]
    pub originals: bool,
}

/// Arguments of `camnang schema`.
#[derive(Args, Debug)]
pub struct SchemaArgs {
    /// Loại tệp · kind of file
    #[arg(value_enum, value_name = "KIND")]
    pub kind: Option<RecordKind>,
    /// Dạng kết quả · format of the result
    #[arg(long, value_enum, default_value_t = SchemaFormat::Json)]
    pub format: SchemaFormat,
}

/// Arguments of `camnang status`.
#[derive(Args, Debug)]
pub struct StatusArgs {
    /// Id văn bản hoặc trích dẫn; không ghi là mọi văn bản · id of an instrument or an excerpt; none means all instruments
    pub id: Option<String>,
    /// Vào ngày nào; bắt buộc, vì công cụ không xem lịch của máy · on which day; required, since the tool never looks at the clock
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<Date>,
    /// Chỉ theo những gì đã biết đến ngày này; không ghi là mọi điều kho biết · only as far as was known on this day; without it, all that the corpus knows
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub known_on: Option<Date>,
    /// Cả các trích dẫn · the excerpts as well
    #[arg(long, conflicts_with = "id")]
    pub excerpts: bool,
    #[arg(long, value_enum, default_value_t = DataFormat::Human)]
    pub format: DataFormat,
    #[command(flatten)]
    pub corpus: CorpusArg,
}

/// Arguments of `camnang timeline`.
#[derive(Args, Debug)]
pub struct TimelineArgs {
    /// Chỉ theo những gì đã biết đến ngày này; không ghi là mọi điều kho biết · only as far as was known on this day; without it, all that the corpus knows
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub known_on: Option<Date>,
    #[arg(long, value_enum, default_value_t = DataFormat::Human)]
    pub format: DataFormat,
    #[command(flatten)]
    pub corpus: CorpusArg,
}

/// Arguments of `camnang why`.
#[derive(Args, Debug)]
pub struct WhyArgs {
    /// Id trích dẫn · id of the excerpt
    pub id: String,
    /// Id ấn bản · id of the edition
    #[arg(long, value_name = "ID")]
    pub edition: String,
    /// Tính đến ngày khác với ngày ghi trong ấn bản · another day than the edition's own
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<Date>,
    #[command(flatten)]
    pub corpus: CorpusArg,
}

/// Arguments of `camnang diff`.
#[derive(Args, Debug)]
pub struct DiffArgs {
    /// Bên trước: id ấn bản, ngày, hoặc bản ghi git · the former: an edition's id, a date, or a git revision
    #[arg(value_name = "A")]
    pub former: String,
    /// Bên sau, cùng loại; không ghi là các tệp trên đĩa · the later, of the same kind; the files on disk when absent
    #[arg(value_name = "B")]
    pub later: Option<String>,
    /// A và B là id văn bản: so hai bản gốc đã lưu theo từng điều · A and B are ids of instruments: compare their stored originals article by article
    #[arg(long, conflicts_with_all = ["edition", "as_of", "format"])]
    pub originals: bool,
    /// Chỉ so trong ấn bản này; với hai ngày hoặc hai bản ghi git · compare this edition only; with dates or revisions
    #[arg(long, value_name = "ID")]
    pub edition: Option<String>,
    /// Với bản ghi git: tính đến ngày nào; không ghi là ngày của ấn bản, hoặc ngày muộn nhất của các ấn bản · with revisions: as of which day; the edition's own, or the latest of any edition, when absent
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<Date>,
    #[arg(long, value_enum, default_value_t = DataFormat::Human)]
    pub format: DataFormat,
    #[command(flatten)]
    pub corpus: CorpusArg,
}

/// Arguments of `camnang cite`.
#[derive(Args, Debug)]
pub struct CiteArgs {
    /// Đoạn văn; - hoặc để trống là đọc từ đầu vào chuẩn · the text; - or nothing reads standard input
    pub text: Option<String>,
    #[arg(long, value_enum, default_value_t = DataFormat::Human)]
    pub format: DataFormat,
}

/// The language of messages, as the command line has it.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum LangArg {
    Vi,
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Vi => Lang::Vi,
            LangArg::En => Lang::En,
        }
    }
}

/// What lays out the PDF.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Typst nằm trong chương trình · Typst within the program
    Embedded,
    /// Lệnh `typst` trên PATH · the `typst` on the PATH
    TypstCli,
}

/// Formats of the findings of `camnang check`.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReportFormat {
    Human,
    Json,
    Sarif,
    Github,
}

/// Words for people, or JSON for programs.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum DataFormat {
    Human,
    Json,
}

/// Formats of `camnang schema`.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum SchemaFormat {
    /// Cho trình soạn thảo · for editors
    Json,
    /// Bảng khoá để đọc · tables of keys to read
    Markdown,
}

fn date(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|()| "viết năm-tháng-ngày, như 2014-01-31 · write year-month-day, such as 2014-01-31".to_owned())
}

/// One of the outputs, by its name.
fn output() -> impl TypedValueParser<Value = &'static Output> {
    let names = outputs::ALL.map(|output| PossibleValue::new(output.name).help(output.help));
    PossibleValuesParser::new(names).try_map(|name| outputs::named(&name).ok_or(name))
}
