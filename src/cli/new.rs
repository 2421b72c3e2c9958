//! The commands that create files: a booklet with `camnang init`, the files of one with `camnang new`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{CorpusArg, date, proposed};
use crate::model::date::Date;

/// Arguments of `camnang init`.
#[derive(Args, Debug)]
pub struct InitArgs {
    /// Thư mục của cẩm nang mới; tên «corpus» thì các lệnh sau không cần --corpus · folder of the new booklet; if it is called «corpus», other commands need no --corpus
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Ấn bản đầu tiên tính đến ngày nào; bắt buộc, vì công cụ không xem lịch của máy · as of which day the first edition is; required, since the tool never looks at the clock
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<Date>,
    /// Tên cẩm nang, in trên bìa · title of the booklet, on its cover
    #[arg(long, value_name = "TEXT", alias = "subject", default_value = "Cẩm nang")]
    pub title: String,
    /// Ai phát hành; chỉ ghi tên một cơ quan khi cơ quan đó đồng ý · who issues it; name an office only if it agrees
    #[arg(long, value_name = "TEXT", default_value = "Nhóm biên soạn")]
    pub issuer: String,
}

/// What `camnang new` makes.
#[derive(Subcommand, Debug)]
pub enum NewCommand {
    /// Bản nháp trích dẫn · a draft excerpt
    Excerpt {
        /// Id văn bản · id of the instrument
        #[arg(long, value_name = "ID")]
        instrument: String,
        /// Vị trí trong văn bản; có thể ghi nhiều lần, mỗi vị trí một tệp · place in the instrument; may be repeated, a file for each
        #[arg(long, value_name = "\"khoản 3 Điều 18\"", required = true)]
        at: Vec<String>,
        /// Chép nguyên lời từ bản gốc · copy the words of the original
        #[arg(long, conflicts_with = "summary")]
        verbatim: bool,
        /// Ghi lời của bản gốc vào phần ghi chú cho người tóm lược, và mã băm của nó · put the words of the original into remarks for the one who writes, and their hash
        #[arg(long)]
        summary: bool,
        /// Chủ đề; có thể ghi nhiều lần · topic; may be repeated
        #[arg(long = "topic", value_name = "ID")]
        topics: Vec<String>,
        /// Đối tượng; có thể ghi nhiều lần · audience; may be repeated
        #[arg(long = "audience", value_name = "ID")]
        audiences: Vec<String>,
        #[command(flatten)]
        corpus: CorpusArg,
    },
    /// Bản nháp hồ sơ văn bản · a draft record of an instrument
    Instrument {
        /// Số, ký hiệu · document number
        #[arg(long, value_name = "72/2013/NĐ-CP")]
        number: String,
        /// Loại văn bản, khi số, ký hiệu không cho biết (Luật, Nghị quyết…) · the type, where the number leaves it open
        #[arg(long = "type", value_name = "\"Luật\"", value_parser = proposed::TYPES, hide_possible_values = true)]
        kind: Option<String>,
        /// Ngày ban hành; bắt buộc khi số, ký hiệu không có năm · date of issue; required where the number has no year
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
        issued: Option<Date>,
        /// Id; không ghi thì đặt theo loại, số, năm · id; made from type, number and year when absent
        #[arg(long, value_name = "ID")]
        id: Option<String>,
        #[command(flatten)]
        corpus: CorpusArg,
    },
    /// Bản nháp bài viết cho người đọc: cách dùng, lời dẫn… · a draft text for the reader: how to use it, a lead-in…
    Guidance {
        /// Id của bài; cũng là tên tệp · id of the text, which names its file
        #[arg(value_name = "ID")]
        id: String,
        /// Tên bài · its title
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        #[command(flatten)]
        corpus: CorpusArg,
    },
    /// Một ấn bản mới, có sẵn các chương · a new edition, with chapters to begin with
    ///
    /// Không có --like thì mỗi chủ đề có trích dẫn là một chương. Có --like thì chép nguyên tệp của ấn bản kia, chỉ đổi id, ngày, tên, nhãn và ấn bản trước.
    /// · Without --like a chapter for each topic that has excerpts. With it the file of the other edition, but for id, day, title, label and the edition before.
    Edition {
        /// Id của ấn bản mới; cũng là tên tệp PDF · id of the new edition, which names its PDF
        #[arg(value_name = "ID")]
        id: String,
        /// Tên in trên bìa; không ghi thì theo --like · the title on the cover; that of --like when absent
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// Tính đến ngày nào; bắt buộc, vì công cụ không xem lịch của máy · as of which day; required, since the tool never looks at the clock
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
        as_of: Option<Date>,
        /// Ấn bản để chép phần, chương, phụ lục · the edition whose parts, chapters and annexes it takes over
        #[arg(long, value_name = "ID")]
        like: Option<String>,
        /// Ấn bản trước; không ghi thì là --like, nếu ngày của nó sớm hơn · the edition before; that of --like when absent, if its day is earlier
        #[arg(long, value_name = "ID")]
        previous: Option<String>,
        /// Ai phát hành, khi khác settings.yaml · who issues it, where other than settings.yaml says
        #[arg(long, value_name = "TEXT")]
        issuer: Option<String>,
        #[command(flatten)]
        corpus: CorpusArg,
    },
    /// Một điều khoản được sửa đổi: ngày hết của trích dẫn cũ, trích dẫn mới, và amends ở văn bản sửa đổi · a provision as amended: the end of the former excerpt, the new one, and amends in the amending instrument
    ///
    /// In những thay đổi dạng diff; không có --really thì không ghi gì. Ghi thì ghi cả ba tệp hoặc không tệp nào. Trích dẫn mới là bản nháp: viết lại thân bài, soát từng khoá rồi đổi confidence.
    /// · Prints the changes as a diff, and writes nothing without --really; all three files or none. The new excerpt is a draft: write its text, look at each key, then raise its confidence.
    Version {
        /// Id trích dẫn đang có · id of the excerpt as it stands
        #[arg(value_name = "EXCERPT")]
        excerpt: String,
        /// Id văn bản sửa đổi · id of the amending instrument
        #[arg(long, value_name = "ID")]
        by: String,
        /// Ngày lời mới có hiệu lực, cũng là ngày đầu tiên lời cũ không còn · the day from which the new words are in force and the former are not
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
        on: Date,
        /// Điều khoản của văn bản sửa đổi nói điều đó · the provision of the amending instrument that says so
        #[arg(long, value_name = "\"khoản 2 Điều 1\"")]
        at: Option<String>,
        /// Ghi thật · really write
        #[arg(long)]
        really: bool,
        #[command(flatten)]
        corpus: CorpusArg,
    },
    /// Ghi lại các địa chỉ của một ấn bản vừa công bố · note the addresses of an edition that is being published
    ///
    /// Tạo releases/<ấn bản>-<ngày>.yaml trong kho. Từ đó, id nào trong tệp mất trang mà không có aliases thì check và build báo lỗi CN312.
    /// · Makes releases/<edition>-<as-of>.yaml in the corpus. From then on check and build fail (CN312) where an id in it has lost its page and is no alias.
    Release {
        /// Id ấn bản · id of the edition
        #[arg(long, value_name = "ID")]
        edition: String,
        #[command(flatten)]
        corpus: CorpusArg,
    },
    /// Chép mẫu trình bày có sẵn ra để sửa · copy the shipped templates out to edit them
    ///
    /// Không ghi tệp nào là chép tất cả, trừ phông chữ. Chỉ giữ lại tệp nào bạn sửa: tệp vắng thì công cụ dùng tệp có sẵn.
    /// · No file means all but the fonts. Keep only those you change: what is absent comes from the program.
    Templates {
        /// Thư mục chép ra; rồi dựng với --templates · folder to copy into; then build with --templates
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// Ví dụ · for example: html/style.css typst/cover.typ
        #[arg(value_name = "FILE", value_parser = proposed::TEMPLATES, hide_possible_values = true)]
        files: Vec<String>,
    },
}
