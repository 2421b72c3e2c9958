//! `camnang handout --remind` and the blanks of letters, against a real mail server on loopback.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use crate::support::mail_office;
use crate::support::smtp_server;

use mail_office::Office;
use mail_parser::{MessageParser, MimeHeaders};
use smtp_server::{Fault, Options, Server};

const SEND: [&str; 2] = ["--send", "--really"];
const FIRST: [&str; 4] = ["--remind", "--really", "--on", "2030-07-20"];

#[test]
fn only_the_silent_are_reminded_and_once_a_day() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b", "so-c", "so-d"], &server, "");
    office.handout(&["--send", "--really", "--only", "so-a", "so-b", "so-c"]).must(0);
    office.handout(&["--received", "so-a", "--on", "2026-11-25", "--what", "report"]).must(0);
    // Who only says that it has got the booklet still owes the form.
    office.handout(&["--received", "so-b", "--on", "2026-11-25"]).must(0);

    let dry = office.handout(&["--remind", "--on", "2030-07-20"]).must(0);
    assert!(dry.out.contains("Nhắc ngày 2030-07-20: 2 đơn vị") && dry.out.contains("CHẠY THỬ"), "{}", dry.out);
    assert!(dry.out.contains("Không nhắc Sở Ví Dụ so-d (so-d): chưa chắc đã được gửi."), "{}", dry.out);
    assert_eq!(server.received().len(), 3);

    office.handout(&FIRST).must(0);
    let again = office.handout(&FIRST).must(0);
    assert!(again.out.contains("Đã gửi 0 thư; đã gửi từ trước 2"), "{}", again.out);
    office.handout(&["--remind", "--really", "--on", "2030-07-27", "--only", "so-c"]).must(0);
    let received = server.received();
    let to: Vec<&str> = received.iter().skip(3).flat_map(|message| &message.to).map(String::as_str).collect();
    assert_eq!(to, ["van-thu@so-b.example", "van-thu@so-c.example", "van-thu@so-c.example"]);
    let read = MessageParser::default().parse(&received[3].data).unwrap();
    assert!(read.subject().unwrap().starts_with("Nhắc gửi phiếu: Sổ tay ví dụ"), "{:?}", read.subject());
    assert!(read.body_text(0).unwrap().contains("Hạn gửi lại phiếu: chưa đặt."));
    let names: Vec<&str> = read.attachments().map(|part| part.attachment_name().unwrap()).collect();
    assert_eq!(names, ["so-tay-so-b-cong-van.pdf"]);

    // The state of the copies is as it was.
    let status = office.handout(&["--status"]).must(0);
    assert!(status.out.contains("Đã gửi 3/4. Đã trả lời 2/4"), "{}", status.out);
    for id in ["so-b", "so-c"] {
        office.handout(&["--received", id, "--on", "2026-11-26", "--what", "report"]).must(0);
    }
    let done = office.handout(&["--remind", "--really"]).must(0);
    assert!(done.out.contains("Không còn đơn vị nào phải nhắc."), "{}", done.out);
    assert_eq!(server.received().len(), 6);
}

/// The connection was lost after the whole message: it may have arrived, so that no run reminds again by itself that day.
#[test]
fn a_reminder_that_may_have_arrived_is_not_sent_again() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a"], &server, "");
    office.handout(&SEND).must(0);
    let journal = office.journal_text();
    drop(server);
    let faulty = Server::start(Options {
        faults: [("van-thu@so-a.example".to_owned(), Fault::DropAfter)].into(),
        ..Options::default()
    });
    let moved = Office::new(&["so-a"], &faulty, "");
    crate::support::program::put(&moved.journal(), journal);
    moved.handout(&FIRST).must(1);
    let again = moved.handout(&FIRST).must(1);
    assert!(again.out.contains("--resend so-a"), "{}", again.out);
    assert!(faulty.received().len() <= 1);
}

#[test]
fn a_letter_with_blanks_waits_to_be_signed() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b"], &server, "");
    office.blank("so-a", &["number", "date", "signer"]);
    let refused = office.handout(&SEND).must(1);
    assert!(
        refused.out.contains("công văn `so-a/so-tay-so-a-cong-van.pdf` còn để trống: số, ngày, người ký"),
        "{}",
        refused.out
    );
    assert!(refused.out.contains("--with-blanks") && refused.out.contains("--signed DIR"), "{}", refused.out);
    assert_eq!(server.received().len(), 1, "the other one is sent");
    office.handout(&["--send", "--really", "--with-blanks"]).must(0);
    assert_eq!(server.received().len(), 2);
}
