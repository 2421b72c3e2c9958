//! Why a message did not go, and what to do about it.

use crate::diag::Bilingual;
use crate::mail::smtp::{Closed, DialogueStep, SendFailure, StepError};
use crate::model::mail::Attachment;

/// A problem in words, and what to do about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trouble {
    pub what: Bilingual,
    pub advice: Bilingual,
}

fn trouble(what: (String, String), advice: (&str, &str)) -> Trouble {
    Trouble { what: Bilingual::new(what.0, what.1), advice: Bilingual::new(advice.0, advice.1) }
}

/// The ledger has no address of the department.
pub fn no_address() -> Trouble {
    trouble(
        ("không có địa chỉ thư điện tử".to_owned(), "there is no mail address".to_owned()),
        (
            "ghi cột email trong danh sách của --list, chạy lại camnang handout, rồi gửi lại",
            "write the column email in the list of --list, run camnang handout again, then send again",
        ),
    )
}

/// The address of the department is not one that a message can be sent to.
pub fn bad_address(text: &str) -> Trouble {
    trouble(
        (format!("`{text}` không phải địa chỉ thư điện tử"), format!("`{text}` is no mail address")),
        (
            "sửa cột email trong danh sách của --list, mỗi đơn vị một địa chỉ không dấu, chạy lại camnang handout, rồi gửi lại",
            "fix the column email in the list of --list, one address of plain letters for each department, run camnang handout again, then send again",
        ),
    )
}

/// The ledger lists no file of a kind that the settings attach.
pub fn no_file(kind: Attachment) -> Trouble {
    let key = kind.key();
    trouble(
        (format!("đợt phát không có tệp loại {key}"), format!("the hand-out has no file of the kind {key}")),
        (
            "chạy lại camnang handout, hoặc bỏ loại này khỏi attach",
            "run camnang handout again, or take it out of attach",
        ),
    )
}

/// The file is gone, or is another than the ledger knows.
pub fn changed_file(path: &str) -> Trouble {
    trouble(
        (
            format!("tệp `{path}` không còn như lúc dựng"),
            format!("the file `{path}` is not what it was when it was made"),
        ),
        (
            "camnang verify nói tệp đã khác thế nào; xóa tệp, chạy lại camnang handout, rồi gửi lại",
            "camnang verify says how it differs; delete it, run camnang handout, then send again",
        ),
    )
}

/// The file was signed under another name, and is here unsigned: which of the two goes out is not for a program to guess.
pub fn signed_beside(path: &str, signed: &str, folder: &str) -> Trouble {
    let what = Bilingual::new(
        format!("tệp `{path}` chưa ký mà bản đã ký `{signed}` ở ngay cạnh"),
        format!("the file `{path}` is unsigned, and the signed one, `{signed}`, is beside it"),
    );
    let advice = Bilingual::new(
        format!("thêm --signed {folder} để gửi bản đã ký"),
        format!("add --signed {folder} to send the signed one"),
    );
    Trouble { what, advice }
}

/// A file that begins with this one has more behind it than signatures.
pub fn altered_form(path: &str, altered: &str) -> Trouble {
    let what = Bilingual::new(
        format!("`{altered}` là tệp `{path}` bị ghi thêm những thứ không phải chữ ký"),
        format!("`{altered}` is the file `{path}` with more behind it than signatures"),
    );
    let advice = Bilingual::new(
        "camnang verify TỆP --against output/handout/…/ledger.json nói khác ở đâu; ký lại từ tệp đã dựng, không đặt hình lên trang",
        "camnang verify FILE --against output/handout/…/ledger.json says how it differs; sign the file that was made again, without a picture on a page",
    );
    Trouble { what, advice }
}

/// More than one file is a signed form of this one.
pub fn signed_often(path: &str, signed: &str) -> Trouble {
    trouble(
        (
            format!("tệp `{path}` có nhiều bản đã ký: {signed}"),
            format!("the file `{path}` has several signed forms: {signed}"),
        ),
        ("để lại một bản trong thư mục ấy, rồi gửi lại", "leave one of them in that folder, then send again"),
    )
}

/// The archive was packed before its files were signed.
pub fn unsigned_in_zip(path: &str, signed: &str) -> Trouble {
    trouble(
        (
            format!("`{path}` chứa bản chưa ký của `{signed}`, là tệp đã ký"),
            format!("`{path}` holds `{signed}` without its signature"),
        ),
        (
            "bỏ zip khỏi attach trong phần mail của settings.yaml, gửi letter và booklet",
            "take zip out of attach in the section mail of settings.yaml, and send letter and booklet",
        ),
    )
}

/// `most` is what the settings or the server allow.
pub fn too_large(bytes: u64, most: u64, by_server: bool) -> Trouble {
    let (size, limit) = (super::size(bytes), super::size(most));
    let (vi, en) = match by_server {
        true => ("máy chủ chỉ nhận", "the server takes"),
        false => ("max-size trong thiết lập là", "max-size in the settings is"),
    };
    trouble(
        (format!("thư dài {}, {vi} {}", size.vi, limit.vi), format!("the message has {}, {en} {}", size.en, limit.en)),
        (
            "bớt tệp ở attach hoặc nâng max-size nếu hộp thư nơi nhận cho phép; không thì trao bằng cách khác rồi ghi --received",
            "attach less, or raise max-size if the mailboxes allow it; else hand it over by other means and note it with --received",
        ),
    )
}

/// A former message may have arrived; nothing is sent until someone has asked.
pub fn uncertain_before(address: &str, at: &str, id: &str) -> Trouble {
    trouble(
        (
            format!(
                "lần gửi {at} tới {address} có thể đã đến, có thể chưa: đường truyền đứt hoặc máy dừng trước khi máy chủ trả lời"
            ),
            format!(
                "the message of {at} to {address} may have arrived or not: the connection or the program ended before the server answered"
            ),
        ),
        (
            &format!("hỏi đơn vị: nhận rồi thì --received {id} --on NGÀY, chưa nhận thì --send --resend {id}"),
            &format!("ask the department: if it has come, --received {id} --on DATE; if not, --send --resend {id}"),
        ),
    )
}

/// The journal's lines on a department were damaged; nothing is sent until someone has asked.
pub fn set_aside_before(at: &str, id: &str) -> Trouble {
    trouble(
        (
            format!("không rõ đã gửi chưa: dòng của sổ gửi nói về việc này bị hỏng, đã để riêng lúc {at}"),
            format!("it may have been sent: the journal's lines on it were damaged and set aside {at}"),
        ),
        (
            &format!("hỏi đơn vị: nhận rồi thì --received {id} --on NGÀY, chưa nhận thì --send --resend {id}"),
            &format!("ask the department: if it has come, --received {id} --on DATE; if not, --send --resend {id}"),
        ),
    )
}

/// The file that was sent differs from the one there now.
pub fn sent_otherwise(serial: &str, at: &str, id: &str) -> Trouble {
    trouble(
        (
            format!("bản số {serial} đã gửi {at}, nhưng sách hay thư nay đã khác"),
            format!("copy {serial} was sent {at}, and the booklet or the letter has changed since"),
        ),
        (
            &format!("muốn gửi bản mới thì thêm --resend {id}; hoặc để nguyên"),
            &format!("to send the new one add --resend {id}; or leave it"),
        ),
    )
}

/// Not tried, since the run was stopped before.
pub fn not_tried() -> Trouble {
    trouble(
        ("chưa gửi vì lần chạy phải dừng".to_owned(), "not tried, since the run had to stop".to_owned()),
        (
            "mở lại máy chủ rồi chạy lại; không ai bị gửi hai lần",
            "fix the server and run this again; nobody gets it twice",
        ),
    )
}

/// The journal does not know what became of a message.
pub fn unnoted(error: &std::io::Error) -> Trouble {
    trouble(
        (
            format!("không ghi được vào sổ gửi thư này ra sao ({error}); phải dừng"),
            format!("the journal could not record what became of this message ({error}); the run had to stop"),
        ),
        (
            "dọn chỗ trên ổ đĩa rồi chạy lại: sổ sẽ coi thư này là không rõ đã đến chưa, không tự gửi lại",
            "make room on the disk and run this again: the journal then takes the message for one that may have arrived, and does not send it again by itself",
        ),
    )
}

/// Where in the dialogue.
fn place(step: DialogueStep) -> (&'static str, &'static str) {
    match step {
        DialogueStep::Connect => ("khi nối tới máy chủ", "on connecting"),
        DialogueStep::Greeting => ("ngay lúc chào", "on greeting"),
        DialogueStep::Hello => ("sau lời chào", "after the greeting"),
        DialogueStep::StartTls => ("khi bắt đầu mã hoá", "on starting the encryption"),
        DialogueStep::Login => ("khi đăng nhập", "on logging in"),
        DialogueStep::Sender => ("với địa chỉ gửi", "at the sender's address"),
        DialogueStep::Recipient => ("với địa chỉ nhận", "at the recipient's address"),
        DialogueStep::Copy => ("với địa chỉ nhận bản sao", "at the address of the copy"),
        DialogueStep::Data => ("trước khi nhận thư", "before the message"),
        DialogueStep::Message => ("khi nhận thư", "on the message"),
    }
}

fn cause(cause: &StepError) -> (String, String) {
    match cause {
        StepError::Said(reply) => (format!("máy chủ trả lời «{reply}»"), format!("the server said “{reply}”")),
        StepError::Silent => {
            ("máy chủ im lặng hoặc trả lời quá chậm".to_owned(), "the server was silent or too slow".to_owned())
        }
        StepError::Lost(words) => (format!("mất kết nối ({words})"), format!("the connection was lost ({words})")),
        StepError::Nonsense => (
            "máy chủ trả lời không đúng cách của máy chủ thư".to_owned(),
            "the answer was not that of a mail server".to_owned(),
        ),
    }
}

/// Why one message did not go, or why nothing can.
pub fn of(failure: &SendFailure, id: &str, bytes: u64) -> Trouble {
    match failure {
        SendFailure::Closed(step, closed) => self::closed(*step, closed),
        SendFailure::Deferred(step, why) => {
            let ((vi, en), (at_vi, at_en)) = (cause(why), place(*step));
            trouble(
                (format!("{vi} {at_vi}; đã thử lại mà chưa được"), format!("{en} {at_en}; tried again in vain")),
                ("chưa gửi; chạy lại sau ít phút", "not delivered; run this again in some minutes"),
            )
        }
        SendFailure::Refused(step, reply) => {
            let (at_vi, at_en) = place(*step);
            let advice = match step {
                DialogueStep::Recipient => (
                    "chưa gửi; hỏi lại địa chỉ, sửa cột email, chạy lại camnang handout rồi gửi lại",
                    "not delivered; ask for the address, fix the column email, run camnang handout again, then send again",
                ),
                _ => (
                    "chưa gửi; đọc lời máy chủ (thư quá lớn, bị coi là thư rác…), sửa rồi gửi lại",
                    "not delivered; read what the server says (too large, taken for spam…), fix it and send again",
                ),
            };
            trouble(
                (format!("máy chủ từ chối {at_vi}: «{reply}»"), format!("the server refused {at_en}: “{reply}”")),
                advice,
            )
        }
        SendFailure::TooLarge(most) => too_large(bytes, *most, true),
        SendFailure::Uncertain(why) => {
            let (vi, en) = cause(why);
            trouble(
                (
                    format!("đã truyền hết thư thì {vi}: có thể đã đến, có thể chưa"),
                    format!("the whole message was sent, then {en}: it may have arrived or not"),
                ),
                (
                    &format!(
                        "lần sau không tự gửi lại; hỏi đơn vị: nhận rồi thì --received {id} --on NGÀY, chưa nhận thì --send --resend {id}"
                    ),
                    &format!(
                        "it is not sent again by itself; ask the department: if it has come, --received {id} --on DATE; if not, --send --resend {id}"
                    ),
                ),
            )
        }
        SendFailure::NotNoted(error) => trouble(
            (format!("không ghi được vào sổ gửi ({error})"), format!("the journal cannot be written ({error})")),
            ("chưa gửi; dọn chỗ trên ổ đĩa rồi chạy lại", "not delivered; make room on the disk and run this again"),
        ),
    }
}

/// Why the server cannot be used at all.
fn closed(step: DialogueStep, closed: &Closed) -> Trouble {
    match closed {
        Closed::Said(reply) => {
            let (at_vi, at_en) = place(step);
            let advice = match step {
                DialogueStep::Login => (
                    "soát CAMNANG_SMTP_USER và CAMNANG_SMTP_PASSWORD; có máy chủ đòi mật khẩu riêng cho ứng dụng",
                    "look at CAMNANG_SMTP_USER and CAMNANG_SMTP_PASSWORD; some servers want a password of its own for each application",
                ),
                DialogueStep::Sender => (
                    "soát from trong phần mail, và máy chủ có đòi đăng nhập không (CAMNANG_SMTP_USER, CAMNANG_SMTP_PASSWORD)",
                    "look at from in the section mail, and whether the server wants a login (CAMNANG_SMTP_USER, CAMNANG_SMTP_PASSWORD)",
                ),
                DialogueStep::Copy => ("soát copy trong phần mail", "look at copy in the section mail"),
                _ => ("hỏi người quản trị máy chủ thư", "ask who runs the mail server"),
            };
            trouble(
                (format!("máy chủ từ chối {at_vi}: «{reply}»"), format!("the server refused {at_en}: “{reply}”")),
                advice,
            )
        }
        Closed::NoHost(words) => trouble(
            (format!("không tìm thấy máy chủ ({words})"), format!("the server cannot be found ({words})")),
            (
                "soát host trong phần mail, và mạng của máy này",
                "look at host in the section mail, and at this machine's network",
            ),
        ),
        Closed::Tls(words) => trouble(
            (
                format!("không tin được máy chủ hoặc không mã hoá được ({words})"),
                format!("the server cannot be trusted, or the connection not encrypted ({words})"),
            ),
            (
                "soát host, port, tls; máy chủ dùng chứng thư của cơ quan thì ghi tệp PEM của nơi cấp vào ca. Chưa có thư hay mật khẩu nào được gửi đi",
                "look at host, port and tls; if the certificate is from an authority of the office's own, name its PEM file in ca. No message and no password has gone out",
            ),
        ),
        Closed::NoStartTls => trouble(
            (
                "máy chủ không mã hoá (không có STARTTLS)".to_owned(),
                "the server does not encrypt (no STARTTLS)".to_owned(),
            ),
            (
                "thử tls: implicit với port: 465, hoặc hỏi người quản trị",
                "try tls: implicit with port: 465, or ask who runs it",
            ),
        ),
        Closed::NoLogin => trouble(
            (
                "máy chủ không nhận cách đăng nhập PLAIN hay LOGIN".to_owned(),
                "the server takes no login of the kinds PLAIN and LOGIN".to_owned(),
            ),
            (
                "bỏ CAMNANG_SMTP_USER và CAMNANG_SMTP_PASSWORD nếu máy chủ không cần đăng nhập; không thì hỏi người quản trị",
                "unset CAMNANG_SMTP_USER and CAMNANG_SMTP_PASSWORD if the server needs no login; else ask who runs it",
            ),
        ),
        Closed::LoginInClear => trouble(
            (
                "không gửi mật khẩu qua đường không mã hoá".to_owned(),
                "no password is sent over a connection that is not encrypted".to_owned(),
            ),
            ("đặt tls: starttls hoặc tls: implicit", "set tls: starttls or tls: implicit"),
        ),
    }
}

/// The file of authorities that the settings name.
pub fn bad_authorities(path: &str, why: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "tệp chứng thư `{path}` (khoá ca của phần mail) không dùng được ({why}); cần một tệp PEM, đường dẫn tính từ thư mục kho"
        ),
        format!(
            "the file of certificates `{path}` (ca in the section mail) cannot be used ({why}); a PEM file is needed, its path from the corpus' folder"
        ),
    )
}

/// The letter has blanks, and was not signed since.
pub fn blanks(path: &str, blanks: &[String]) -> Trouble {
    let name = |key: &str| match key {
        "number" => ("số", "number"),
        "date" => ("ngày", "day"),
        _ => ("người ký", "signer"),
    };
    let (vi, en): (Vec<_>, Vec<_>) = blanks.iter().map(|key| name(key)).unzip();
    let (vi, en) = (vi.join(", "), en.join(", "));
    Trouble {
        what: Bilingual::new(
            format!("công văn `{path}` còn để trống: {vi}"),
            format!("the letter `{path}` has blanks: {en}"),
        ),
        advice: Bilingual::new(
            "ghi vào phần letter của settings.yaml rồi dựng lại; hoặc lấy số, ký rồi gửi bằng --signed DIR; nếu cố ý để trống thì thêm --with-blanks",
            "say it in the section letter of settings.yaml and make the copies again; or have it numbered and signed and send it with --signed DIR; if the blanks are meant add --with-blanks",
        ),
    }
}
