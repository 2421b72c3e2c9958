//! The closed lists of records: what each of their words means. A word that is added to the model stops the compiler here
//! until somebody has said so.

use super::fields::ClosedList;
use super::shape::{Choice, Help};
use crate::model::answers::PublishedAnswers;
use crate::model::duty_kind::DutyKind;
use crate::model::edition::{AnnexKind, Medium, Order, ReferencePolicy, Requirement, Unapproved};
use crate::model::excerpt::Wording;
use crate::model::instrument::{Confidence, EndVerb, EndsBy, RelationKind};
use crate::model::letter::Companion;
use crate::model::mail::{Attachment, Tls};
use crate::model::number::InstrumentType;
use crate::model::original::OriginalKind;
use crate::model::release::Shelf;
use crate::model::review::ReviewState;
use crate::model::settings::{Binding, NoticeKey, PublishedOriginals};
use crate::model::text_at::TextKind;
use crate::model::validity::ValidityKind;

macro_rules! listed {
    ($($list:ident { $($item:ident: $vi:literal, $en:literal;)* })*) => {$(
        impl ClosedList for $list {
            const ALL: &'static [Self] = &$list::ALL;

            fn key(self) -> &'static str {
                $list::key(self)
            }

            fn help(self) -> Help {
                match self {
                    $($list::$item => Help { vi: $vi, en: $en },)*
                }
            }
        }
    )*};
}

listed! {
    DutyKind {
        Duty: "nghĩa vụ, phải làm", "what must be done";
        Prohibition: "điều cấm, không được làm", "what must not be done";
        Recommendation: "khuyến nghị, nên làm", "what should be done";
        Encouragement: "khuyến khích", "what is encouraged";
        Right: "quyền, được làm, được hưởng", "what may be done or had";
        Goal: "mục tiêu, chưa buộc ai làm việc gì cụ thể", "what is aimed at, without binding anybody to an act";
    }
    Confidence {
        TextRead: "đã đọc nguyên văn đơn vị đó trong một bản đăng lại toàn văn hoặc trong Bộ Pháp điển", "its wording was read in a full reprint or in the codification";
        ExcerptSeen: "chỉ thấy trích đoạn, phần đầu, bản dịch, trang mô tả", "only an excerpt, a head, a translation or a description was seen";
        SecondHand: "người khác nêu lại", "somebody else says so";
        Unverified: "chưa kiểm chứng; không được in", "not verified; it is not printed";
    }
    OriginalKind {
        Gazette: "bản trên Công báo", "as the gazette has it";
        Portal: "bản trên cổng thông tin của cơ quan nhà nước", "as a portal of the State has it";
        Reprint: "bản do trang khác đăng lại", "as another site reprints it";
        Scan: "bản quét đã nhận dạng chữ", "a scan whose letters were recognised";
        Translation: "bản dịch", "a translation";
    }
    PublishedOriginals {
        None: "không bản nào", "none of them";
        Quoted: "những bản mà lời trích nguyên văn được in lấy từ đó", "those that the printed quotations were taken from";
    }
    PublishedAnswers {
        Totals: "chỉ số tổng hợp của nhiều đơn vị; không nêu riêng đơn vị nào", "sums of several departments; none by itself";
        Departments: "cả việc đơn vị nào đã trả lời, đơn vị nào chưa, kèm bản đồ", "which department has answered and which has not as well, with a map";
    }
    EndsBy {
        OwnTerm: "hết thời hạn ghi trong chính văn bản", "its own term runs out";
        ParentEnded: "hết cùng văn bản mà nó sửa đổi, hướng dẫn, hoặc văn bản ban hành nó; phải có quan hệ với văn bản đó", "it ends with what it amends or guides, or was issued with; there must be a relation to that";
    }
    EndVerb {
        Expires: "điều khoản viết là hết hiệu lực", "the clause says that it is no longer in force";
        Terminated: "điều khoản viết là chấm dứt hiệu lực", "the clause says that its force is terminated";
        NoLonger: "điều khoản viết là không còn hiệu lực", "the clause says that it has no force any more";
    }
    RelationKind {
        Replaces: "thay thế toàn bộ", "replaces the whole of it";
        PartlyReplaces: "thay thế một phần", "replaces a part of it";
        Amends: "sửa đổi, bổ sung", "amends it";
        Repeals: "bãi bỏ", "repeals it";
        PartlyRepeals: "bãi bỏ một phần", "repeals a part of it";
        Ends: "làm hết hiệu lực, chấm dứt hiệu lực mà không thay; cả văn bản, hoặc các đơn vị ở `units`", "ends it without replacing it; the whole, or its `units`";
        Annuls: "huỷ bỏ: coi như chưa từng có hiệu lực", "annuls it: it counts as never having been in force";
        Corrects: "đính chính: đúng như vậy từ ngày đầu", "corrects a mistake in it, from its first day on";
        Suspends: "ngưng hiệu lực", "suspends it";
        Guides: "quy định chi tiết, hướng dẫn", "gives the details of it";
        BasedOn: "căn cứ vào", "rests on it";
        Consolidates: "hợp nhất", "consolidates it";
        Issues: "ban hành kèm theo (thông tư ban hành quy chuẩn)", "issues it (a circular issues a technical regulation)";
        Cites: "dẫn chiếu", "cites it";
        Follows: "tiếp nối (chương trình giai đoạn sau)", "follows it (a programme for the next years)";
    }
    TextKind {
        Official: "bản chính thức: Công báo, cơ sở dữ liệu văn bản, trang của cơ quan ban hành", "the official text: of the gazette, of a database of law, of the issuer";
        Reprint: "bản đăng lại của nơi khác", "a reprint by somebody else";
    }
    Wording {
        Summary: "tóm lược", "a summary, in our own words";
        Verbatim: "nguyên văn", "the words of the instrument";
    }
    ValidityKind {
        InForce: "còn hiệu lực", "in force";
        PartlyEnded: "hết hiệu lực một phần", "partly ended";
        NotCommenced: "chưa có hiệu lực", "not yet in force";
        Suspended: "ngưng hiệu lực", "suspended";
        Ended: "hết hiệu lực", "no longer in force";
        NeverInForce: "không có hiệu lực: bị huỷ bỏ, hoặc bị chấm dứt trước khi có hiệu lực", "never in force: annulled, or ended before it came into force";
        Unknown: "chưa rõ", "not known";
        NotApplicable: "không áp dụng khái niệm hiệu lực: tiêu chuẩn, RFC, công văn, tài liệu hướng dẫn, văn bản hợp nhất…", "the concept of validity does not apply: standards, RFCs, letters, guides, consolidated texts, …";
    }
    Requirement {
        Approved: "đã có người duyệt đúng những chữ được in", "somebody has approved the very words that are printed";
    }
    Unapproved {
        LeaveOut: "không in", "they are not printed";
        Print: "vẫn in, kèm chữ «Chưa duyệt»", "they are printed, marked as not approved";
    }
    ReviewState {
        Asked: "đã đề nghị duyệt", "somebody was asked to approve it";
        Approved: "đã duyệt", "it was approved";
        SentBack: "đã trả lại để sửa", "it was sent back";
    }
    ReferencePolicy {
        Plain: "ghi thành chữ thường", "plain words without a link";
        Include: "in thêm trích dẫn đó", "the excerpt is printed as well";
        Fail: "báo lỗi", "an error";
    }
    Medium {
        Web: "trang web, kể cả tệp HTML gộp", "the site, and the single HTML file";
        Print: "bản in để phát; bản PDF đầy đủ luôn có mọi phần", "the booklet that is handed out; the reference PDF always has everything";
    }
    Order {
        Law: "theo cấp văn bản, ngày, vị trí", "by the rank of the instrument, its date, the place in it";
        Listed: "theo thứ tự ở `include` rồi mới đến `law`", "in the order of `include`, then as `law`";
    }
    Tls {
        Implicit: "mã hoá từ đầu", "encrypted from the first byte";
        StartTls: "mã hoá từ lệnh STARTTLS", "encrypted from the command STARTTLS on";
        None: "không mã hoá, chỉ cho máy chủ trên chính máy này", "not encrypted, for a server on this machine only";
    }
    Binding {
        OneSided: "in một mặt", "on one side of the sheet";
        Duplex: "in hai mặt: lề và dấu mép của trang chẵn đổi bên", "on both: the margins and marks of even pages are mirrored";
    }
    Companion {
        PdfFull: "bản PDF đầy đủ", "the reference PDF";
        Single: "cả trang web trong một tệp HTML", "the whole site in one HTML file";
    }
    Attachment {
        Letter: "công văn", "the letter";
        Booklet: "sách PDF, cùng bản đầy đủ nếu sách để bớt", "the booklet as PDF, with the full one if it leaves something out";
        Zip: "tệp ZIP chứa tất cả", "a ZIP of all";
    }
    NoticeKey {
        Guidance: "lưu ý rằng tài liệu chỉ để tra cứu", "that the booklet is for guidance only";
        AsOf: "lưu ý về ngày của nội dung", "as of which day it is";
        Summaries: "lưu ý rằng phần tóm lược là lời của người biên soạn", "that summaries are the editors' words";
        Disclaimer: "câu trên bìa và cuối mỗi trang web", "the sentence on the cover and at the foot of each web page";
        NothingIsSent: "câu ở phiếu báo cáo trên web", "the sentence at the report form on the web";
        PartlyEnded: "câu kèm trích dẫn hết hiệu lực một phần; phải có `{ngày}`", "the sentence at what has partly ended; with `{ngày}` in it";
        NotCommenced: "câu kèm trích dẫn chưa có hiệu lực; phải có `{ngày}`", "the sentence at what is not yet in force; with `{ngày}` in it";
        Suspended: "câu kèm trích dẫn đang ngưng hiệu lực; phải có `{ngày}`", "the sentence at what is suspended; with `{ngày}` in it";
        Ended: "câu kèm trích dẫn đã hết hiệu lực; phải có `{ngày}`", "the sentence at what is no longer in force; with `{ngày}` in it";
        NeverInForce: "câu kèm trích dẫn không có hiệu lực ngày nào; phải có `{ngày}`", "the sentence beside a text that was never in force; with `{ngày}` in it";
        Unknown: "câu kèm trích dẫn chưa rõ hiệu lực; phải có `{ngày}`", "the sentence beside a text of unknown validity; with `{ngày}` in it";
        NotApplicable: "câu kèm trích dẫn không áp dụng khái niệm hiệu lực", "the sentence beside a text to which the concept of validity does not apply";
    }
    Shelf {
        Excerpts: "các trích dẫn đã có trang", "the excerpts that had a page";
        Instruments: "các văn bản đã có trang", "the instruments that had a page";
        Chapters: "các chương đã có trang", "the chapters that had a page";
        Audiences: "các đối tượng đã có trang", "the audiences that had a page";
        Topics: "các chủ đề đã có trang", "the topics that had a page";
    }
}

/// The list of kinds says what a kind of annex is.
impl ClosedList for AnnexKind {
    const ALL: &'static [Self] = &AnnexKind::ALL;

    fn key(self) -> &'static str {
        AnnexKind::key(self)
    }

    fn help(self) -> Help {
        let (vi, en) = AnnexKind::help(self);
        Help { vi, en }
    }
}

/// The types of instruments by their names, which say what they are.
pub fn instrument_types() -> Vec<Choice> {
    let choice = |kind: InstrumentType| Choice { key: kind.name(), help: Help { vi: kind.name(), en: english(kind) } };
    InstrumentType::all().map(choice).collect()
}

fn english(kind: InstrumentType) -> &'static str {
    match kind {
        InstrumentType::Constitution => "constitution",
        InstrumentType::Code => "code",
        InstrumentType::Law => "law",
        InstrumentType::Ordinance => "ordinance",
        InstrumentType::Order => "order of the President",
        InstrumentType::DecreeLaw => "decree-law",
        InstrumentType::Resolution => "resolution",
        InstrumentType::JointResolution => "joint resolution",
        InstrumentType::Decree => "decree",
        InstrumentType::Decision => "decision",
        InstrumentType::Directive => "directive",
        InstrumentType::JointCircular => "joint circular",
        InstrumentType::Circular => "circular",
        InstrumentType::ConsolidatedText => "consolidated text",
        InstrumentType::OfficialLetter => "official letter",
        InstrumentType::TechnicalRegulation => "technical regulation",
        InstrumentType::Standard => "standard",
        InstrumentType::Rfc => "RFC",
        InstrumentType::Programme => "programme",
        InstrumentType::Plan => "plan",
        InstrumentType::Guidance => "guidance",
        InstrumentType::Notice => "notice",
        InstrumentType::Report => "report",
        InstrumentType::Submission => "submission",
        InstrumentType::Conclusion => "conclusion",
        InstrumentType::Treaty => "treaty",
        InstrumentType::BlankForm => "form",
    }
}
