//! `camnang handout --send`, `--received` and `--status`, as a person runs them, against a real mail server on loopback;
//! what comes is read by a MIME parser that is not ours. The question behind most tests: whatever goes wrong, and when,
//! is anybody sent to twice, or left out, without a report?
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test"
)]

use crate::support::mail_office;
use crate::support::program;
use crate::support::smtp_server;

use std::collections::BTreeMap;
use std::process::Stdio;

use mail_office::Office;
use mail_parser::{MessageParser, MimeHeaders};
use program::put;
use smtp_server::{Fault, Mode, Options, Server};

fn faults(faults: &[(&str, Fault)]) -> Options {
    let faults = faults.iter().map(|(id, fault)| (format!("van-thu@{id}.example"), fault.clone())).collect();
    Options { faults, ..Options::default() }
}

const SEND: [&str; 2] = ["--send", "--really"];

#[test]
fn each_department_gets_its_own_letter_and_booklet() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b", "so-c"], &server, "");
    let ran = office.handout(&SEND).must(0);
    assert!(ran.out.contains("Đã gửi 3 thư; đã gửi từ trước 0; không gửi được 0."), "{}", ran.out);
    let received = server.received();
    assert_eq!(received.len(), 3);
    for (message, id) in received.iter().zip(["so-a", "so-b", "so-c"]) {
        assert_eq!(
            (message.from.as_str(), message.to.as_slice()),
            ("vp@bo.example", &[format!("van-thu@{id}.example")][..])
        );
        let read = MessageParser::default().parse(&message.data).unwrap();
        let sender = read.from().unwrap().first().unwrap();
        assert_eq!((sender.name(), sender.address()), (Some("Văn phòng Bộ Ví Dụ"), Some("vp@bo.example")));
        let to = read.to().unwrap().first().unwrap();
        assert_eq!(to.name(), Some(office.name(id).as_str()));
        assert!(read.subject().unwrap().starts_with("Sổ tay ví dụ: bản số so-tay-00"), "{:?}", read.subject());
        assert!(read.message_id().unwrap().ends_with("@bo.example"));
        let text = read.body_text(0).unwrap();
        assert!(text.contains(&format!("Kính gửi: {}", office.name(id))), "{text}");
        assert!(text.contains("01/6/2030") || text.contains("01/06/2030"), "{text}");
        let names: Vec<&str> = read.attachments().map(|part| part.attachment_name().unwrap()).collect();
        assert_eq!(names, [format!("so-tay-{id}-cong-van.pdf"), format!("so-tay-{id}.pdf")]);
        for part in read.attachments() {
            let file = office.file(id, part.attachment_name().unwrap());
            assert!(part.contents() == file, "{} is not the file byte for byte", part.attachment_name().unwrap());
            assert!(text.contains(&camnang::internals::hash::sha256(&file)), "its hash is in the text");
            assert_eq!(part.content_type().unwrap().subtype(), Some("pdf"));
        }
    }
}

#[test]
fn a_second_run_sends_nothing() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b"], &server, "");
    office.handout(&SEND).must(0);
    let ran = office.handout(&SEND).must(0);
    assert!(ran.out.contains("Đã gửi 0 thư; đã gửi từ trước 2"), "{}", ran.out);
    assert_eq!(server.received().len(), 2);
    assert_eq!(server.connections(), 2, "the second run has nothing to say to the server");
    // The output may be built anew: the journal lies elsewhere.
    office.rebuild("");
    office.handout(&SEND).must(0);
    assert_eq!(server.received().len(), 2);
}

#[test]
fn a_dry_run_is_the_default_and_touches_nothing() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b"], &server, "");
    office.without_address("so-b");
    let ran = office.handout(&["--send"]).must(1);
    assert!(ran.out.contains("CHẠY THỬ, không gửi gì."), "{}", ran.out);
    assert!(ran.out.contains("so-a  Sở Ví Dụ so-a → van-thu@so-a.example"), "{}", ran.out);
    assert!(ran.out.contains("so-tay-so-a.pdf ("), "{}", ran.out);
    assert!(ran.out.contains("so-b  Sở Ví Dụ so-b: không có địa chỉ thư điện tử"), "{}", ran.out);
    assert!(ran.out.contains("Sẽ gửi 1 thư; đã gửi từ trước 0; không gửi được 1."), "{}", ran.out);
    assert!(ran.out.contains("--really"), "{}", ran.out);
    assert_eq!(server.connections(), 0);
    assert!(!office.journal().exists());
    let english = office.handout(&["--send", "--lang", "en"]).must(1);
    assert!(english.out.contains("DRY RUN, nothing is sent."), "{}", english.out);
}

#[test]
fn tls_from_the_first_byte_or_by_starttls_with_a_login() {
    for (mode, mechanisms) in
        [(Mode::Implicit, "PLAIN LOGIN"), (Mode::StartTls, "PLAIN"), (Mode::StartTls, "XOAUTH2 LOGIN")]
    {
        let login = Some(("vp".to_owned(), "mật khẩu".to_owned()));
        let server = Server::start(Options { mode, mechanisms, login, ..Options::default() });
        let office = Office::new(&["so-a"], &server, "");
        office.tls(mode, &server);
        office.handout_as(Some(("vp", "mật khẩu")), &SEND).must(0);
        let received = server.received();
        assert!(received[0].encrypted && received[0].user.as_deref() == Some("vp"), "{mode:?} {mechanisms}");
        let journal = office.journal_text();
        assert!(!journal.contains("mật khẩu") && !journal.contains("beG6"), "no secret is in the journal");
    }
}

#[test]
fn a_server_that_cannot_be_trusted_gets_neither_letter_nor_password() {
    let login = Some(("vp".to_owned(), "bí mật".to_owned()));
    let start = |options: Options| Server::start(Options { login: login.clone(), ..options });
    let wrong_name = start(Options { mode: Mode::StartTls, certified: "khac.example", ..Options::default() });
    let unknown = start(Options { mode: Mode::Implicit, ..Options::default() });
    let no_starttls = start(Options { mode: Mode::Plain, ..Options::default() });
    let injected =
        start(Options { mode: Mode::StartTls, injected: Some("250-x\r\n250 AUTH PLAIN"), ..Options::default() });
    let cases = [
        (&wrong_name, Mode::StartTls, true, "không tin được máy chủ"),
        (&unknown, Mode::Implicit, false, "không tin được máy chủ"),
        (&no_starttls, Mode::StartTls, true, "máy chủ không mã hoá (không có STARTTLS)"),
        (&injected, Mode::StartTls, true, "không đúng cách của máy chủ thư"),
    ];
    for (server, mode, knows_authority, said) in cases {
        let office = Office::new(&["so-a", "so-b"], server, "retry-after: 1\n");
        office.tls(mode, server);
        if !knows_authority {
            put(&office.folder().join("ca.pem"), &wrong_name.authority);
        }
        let ran = office.handout_as(Some(("vp", "bí mật")), &SEND).must(1);
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
        assert!(server.received().is_empty());
        let talk = server.commands().join("\n");
        assert!(!talk.contains("AUTH") && !talk.contains("MAIL"), "{talk}");
    }
}

#[test]
fn credentials_come_from_the_environment_only_and_both() {
    let login = Some(("vp".to_owned(), "đúng".to_owned()));
    let server = Server::start(Options { mode: Mode::StartTls, login, ..Options::default() });
    let office = Office::new(&["so-a", "so-b"], &server, "");
    office.tls(Mode::StartTls, &server);
    let wrong = office.handout_as(Some(("vp", "sai")), &SEND).must(1);
    assert!(wrong.out.contains("máy chủ từ chối khi đăng nhập: «535 5.7.8 sai tên hoặc mật khẩu»"), "{}", wrong.out);
    assert!(wrong.out.contains("CAMNANG_SMTP_PASSWORD"), "{}", wrong.out);
    assert!(wrong.out.contains("so-b  Sở Ví Dụ so-b: chưa gửi vì lần chạy phải dừng"), "{}", wrong.out);
    assert_eq!(server.connections(), 1, "a wrong password is not tried for everyone");
    let none = office.handout(&SEND).must(1);
    assert!(none.out.contains("530 5.7.0"), "{}", none.out);
    let half = office.handout_as(Some(("vp", "")), &SEND).must(2);
    assert!(half.err.contains("CAMNANG_SMTP_PASSWORD"), "{}", half.err);
    office.handout_as(Some(("vp", "đúng")), &SEND).must(0);
}

#[test]
fn a_refused_recipient_is_named_and_the_others_get_theirs() {
    let server = Server::start(faults(&[
        ("so-b", Fault::Recipient("550 5.1.1 không có hộp thư này")),
        ("so-c", Fault::Message("552 5.3.4 quá lớn")),
        ("so-d", Fault::Data("554 5.7.1 không nhận")),
    ]));
    let office = Office::new(&["so-a", "so-b", "so-c", "so-d", "so-e"], &server, "");
    let ran = office.handout(&SEND).must(1);
    assert_eq!(server.recipients(), ["van-thu@so-a.example", "van-thu@so-e.example"]);
    let expected = "so-b  Sở Ví Dụ so-b: máy chủ từ chối với địa chỉ nhận: «550 5.1.1 không có hộp thư này»\n      → ";
    assert!(ran.out.contains(expected), "{}", ran.out);
    assert!(ran.out.contains("so-c  Sở Ví Dụ so-c: máy chủ từ chối khi nhận thư: «552 5.3.4 quá lớn»"), "{}", ran.out);
    assert!(ran.out.contains("so-d  Sở Ví Dụ so-d: máy chủ từ chối trước khi nhận thư: «554"), "{}", ran.out);
    assert!(ran.out.contains("Đã gửi 2 thư; đã gửi từ trước 0; không gửi được 3."), "{}", ran.out);
    // The address was fixed: only the refused are sent to.
    server.heal();
    let again = office.handout(&["--send", "--really", "--lang", "en"]).must(0);
    assert!(again.out.contains("Sent 3 messages; sent before 2; not sent 0."), "{}", again.out);
    assert_eq!(server.received().len(), 5);
}

#[test]
fn what_is_put_off_is_tried_again_in_the_same_run() {
    let server = Server::start(faults(&[
        ("so-a", Fault::RecipientAtFirst(2, "451 4.7.1 thử lại sau")),
        ("so-b", Fault::RecipientAtFirst(99, "450 4.2.1 bận")),
    ]));
    let office = Office::new(&["so-a", "so-b", "so-c"], &server, "retry-after: 1\n");
    let ran = office.handout(&SEND).must(1);
    assert_eq!(server.recipients(), ["van-thu@so-c.example", "van-thu@so-a.example"]);
    assert!(ran.out.contains("so-b  Sở Ví Dụ so-b: máy chủ trả lời «450 4.2.1 bận» với địa chỉ nhận"), "{}", ran.out);
    server.heal();
    office.handout(&SEND).must(0);
    assert_eq!(server.received().len(), 3);
}

#[test]
fn a_connection_lost_within_a_message_is_no_delivery() {
    let server = Server::start(faults(&[("so-a", Fault::DropWithin(20_000))]));
    let office = Office::new(&["so-a", "so-b"], &server, "retry-after: 1\nmax-size: 100\n");
    office.fatten("so-a", 12_000_000);
    let ran = office.handout(&SEND).must(1);
    assert_eq!(server.recipients(), ["van-thu@so-b.example"]);
    assert!(ran.out.contains("so-a  Sở Ví Dụ so-a: mất kết nối"), "{}", ran.out);
    assert!(ran.out.contains("chưa gửi; chạy lại sau ít phút"), "{}", ran.out);
    server.heal();
    office.handout(&SEND).must(0);
    assert_eq!(server.recipients(), ["van-thu@so-b.example", "van-thu@so-a.example"]);
}

#[test]
fn a_connection_lost_after_the_message_leaves_doubt_and_sends_nothing_twice() {
    let server = Server::start(faults(&[("so-a", Fault::DropAfter)]));
    let office = Office::new(&["so-a", "so-b"], &server, "retry-after: 1\n");
    let ran = office.handout(&SEND).must(1);
    assert_eq!(server.received().len(), 2, "it had arrived, and was not tried again");
    assert!(ran.out.contains("so-a  Sở Ví Dụ so-a: đã truyền hết thư thì mất kết nối"), "{}", ran.out);
    assert!(ran.out.contains("--send --resend so-a"), "{}", ran.out);
    server.heal();
    let second = office.handout(&SEND).must(1);
    assert!(second.out.contains("tới van-thu@so-a.example có thể đã đến, có thể chưa"), "{}", second.out);
    assert_eq!(server.received().len(), 2);
    let status = office.handout(&["--status"]).must(0);
    assert!(status.out.contains("không rõ đã đến chưa"), "{}", status.out);
    // The office has asked, and wants it sent again: the same message, so that its reader can see it.
    office.handout(&["--send", "--really", "--resend", "so-a"]).must(0);
    let ids: Vec<String> = server.received().iter().map(mail_office::message_id).collect();
    assert_eq!(ids.len(), 3);
    assert_eq!(ids[0], ids[2]);
    assert_ne!(ids[0], ids[1]);
    office.handout(&SEND).must(0);
    assert_eq!(server.received().len(), 3);
}

#[test]
fn an_answer_settles_a_doubt() {
    let server = Server::start(faults(&[("so-a", Fault::DropAfter)]));
    let office = Office::new(&["so-a"], &server, "");
    office.handout(&SEND).must(1);
    office.handout(&["--received", "so-a", "--on", "2026-11-20"]).must(0);
    server.heal();
    office.handout(&SEND).must(0);
    assert_eq!(server.received().len(), 1);
}

#[test]
fn a_silent_server_does_not_hold_the_run_for_ever() {
    let server = Server::start(faults(&[("so-a", Fault::SilentAtRecipient)]));
    let office = Office::new(&["so-a", "so-b"], &server, "timeout: 1\nretry-after: 1\n");
    let ran = office.handout(&SEND).must(1);
    assert!(
        ran.out.contains("so-a  Sở Ví Dụ so-a: máy chủ im lặng hoặc trả lời quá chậm với địa chỉ nhận"),
        "{}",
        ran.out
    );
    assert_eq!(server.recipients(), ["van-thu@so-b.example"]);
}

/// A byte at a time, each before the patience with a silent server is over: every step has an end of its own, and so has
/// the run.
#[test]
fn a_server_that_answers_byte_by_byte_does_not_hold_the_run() {
    let plain = ["greeting", "EHLO", "MAIL", "RCPT", "DATA"].map(|step| (Mode::Plain, step));
    let others = [(Mode::StartTls, "STARTTLS"), (Mode::Implicit, "handshake"), (Mode::StartTls, "handshake")];
    let run = |(mode, step): (Mode, &'static str)| {
        // Three of the five are enough, each up to the step.
        let (ran, delivered) = send_to_a_dribbling_server(mode, step, &["so-a", "so-b", "so-c", "so-d", "so-e"], 20);
        assert!(ran.out.contains("so-e  Sở Ví Dụ so-e: chưa gửi vì lần chạy phải dừng"), "{step}: {}", ran.out);
        assert_eq!(delivered, 0, "{mode:?} {step}");
        assert!(!ran.out.contains("có thể đã đến"), "{mode:?} {step}: {}", ran.out);
    };
    std::thread::scope(|scope| plain.into_iter().chain(others).for_each(|case| drop(scope.spawn(move || run(case)))));
}

/// The reply to a message may take ten times as long; what was sent to its end before that may have been delivered.
#[test]
fn a_server_that_confirms_byte_by_byte_leaves_a_doubt() {
    let (ran, delivered) = send_to_a_dribbling_server(Mode::Plain, "message", &["so-a"], 30);
    assert_eq!(delivered, 1);
    assert_eq!(ran.out.matches("có thể đã đến, có thể chưa").count(), 1, "{}", ran.out);
}

/// Sends to a server that answers the step a byte at a time; returns what was said and how many letters it got. `most` is in seconds.
fn send_to_a_dribbling_server(mode: Mode, step: &'static str, ids: &[&str], most: u64) -> (program::Ran, usize) {
    let server = Server::start(Options { mode, dribbles: Some(step), ..Options::default() });
    let office = Office::new(ids, &server, "timeout: 1\nretry-after: 1\n");
    if mode != Mode::Plain {
        office.tls(mode, &server);
    }
    let begun = std::time::Instant::now();
    let ran = office.handout(&SEND).must(1);
    assert!(begun.elapsed().as_secs() < most, "{mode:?} {step}: {:?}\n{}", begun.elapsed(), ran.out);
    assert!(ran.out.contains("im lặng hoặc trả lời quá chậm"), "{mode:?} {step}: {}", ran.out);
    (ran, server.received().len())
}

#[test]
fn without_a_server_the_run_stops_and_names_everyone() {
    let ids = ["so-a", "so-b", "so-c", "so-d", "so-e"];
    let refuses = Server::start(Options { greeting: Some("554 5.3.2 không phục vụ"), ..Options::default() });
    let ran = Office::new(&ids, &refuses, "").handout(&SEND).must(1);
    assert!(
        ran.out.contains("so-a  Sở Ví Dụ so-a: máy chủ từ chối ngay lúc chào: «554 5.3.2 không phục vụ»"),
        "{}",
        ran.out
    );
    assert_eq!(ran.out.matches("chưa gửi vì lần chạy phải dừng").count(), 4, "{}", ran.out);
    assert_eq!(refuses.connections(), 1);
    let silent = Server::start(Options { greeting: Some(""), ..Options::default() });
    let ran = Office::new(&ids, &silent, "timeout: 1\nretry-after: 1\n").handout(&SEND).must(1);
    assert!(ran.out.contains("máy chủ im lặng hoặc trả lời quá chậm ngay lúc chào"), "{}", ran.out);
    assert_eq!(silent.connections(), 3, "three in a row are enough");
    assert!(ran.out.contains("không gửi được 5."), "{}", ran.out);
    let nonsense = Server::start(Options { greeting: Some("HTTP/1.1 400 Bad Request"), ..Options::default() });
    let ran = Office::new(&ids, &nonsense, "retry-after: 1\n").handout(&SEND).must(1);
    assert!(ran.out.contains("không đúng cách của máy chủ thư"), "{}", ran.out);
    let office = Office::new(&ids, &nonsense, "retry-after: 1\n");
    drop(nonsense);
    std::thread::sleep(std::time::Duration::from_millis(200));
    let ran = office.handout(&SEND).must(1);
    assert!(ran.out.contains("mất kết nối (") && ran.out.contains("khi nối tới máy chủ"), "{}", ran.out);
}

/// Killed while the server holds back its answer to the second of three: the first is not sent again, the second is
/// named, the third is sent.
#[test]
fn a_killed_run_loses_nobody_and_sends_to_nobody_twice() {
    let server = Server::start(faults(&[("so-b", Fault::SilentAfter)]));
    let office = Office::new(&["so-a", "so-b", "so-c"], &server, "");
    let mut child = office.command(None, &SEND).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    server.wait_for(2);
    child.kill().unwrap();
    child.wait().unwrap();
    server.heal();
    let ran = office.handout(&SEND).must(1);
    assert!(ran.out.contains("so-b  Sở Ví Dụ so-b: lần gửi "), "{}", ran.out);
    assert!(ran.out.contains("có thể đã đến, có thể chưa"), "{}", ran.out);
    let all = ["van-thu@so-a.example", "van-thu@so-b.example", "van-thu@so-c.example"];
    assert_eq!(server.recipients(), all);
    office.handout(&SEND).must(1);
    assert_eq!(server.recipients(), all, "nobody twice");
    let journal = office.journal_text();
    assert!(journal.contains("the program was stopped"), "{journal}");
}

/// The journal cut at every byte of its last line, as a crash of the machine could leave it.
#[test]
fn a_torn_journal_is_repaired_and_loses_nothing() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a"], &server, "");
    office.handout(&SEND).must(0);
    let whole = office.journal_text();
    let first = whole.find('\n').unwrap() + 1;
    for cut in [first + 1, first + 20, whole.len() - 2, whole.len() - 1] {
        put(&office.journal(), &whole[..cut]);
        let code = office.handout(&SEND).code;
        assert_eq!(server.received().len(), 1, "cut at {cut}: not sent again");
        let certain = cut == whole.len() - 1;
        assert_eq!(code, i32::from(!certain), "cut at {cut}: what the journal cannot say is said");
        let repaired = office.journal_text();
        assert!(repaired.starts_with(&whole[..first]), "cut at {cut}");
        let torn = serde_json::to_string(&whole[first..cut]).unwrap();
        assert!(certain || repaired.contains(&format!("\"torn\":{torn}")), "cut at {cut}: {repaired}");
        assert!(repaired.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "plain JSON");
        office.handout(&["--status"]).must(0);
    }
    // A part of the first line: nothing had been sent on the strength of it.
    put(&office.journal(), &whole[..first / 2]);
    office.handout(&SEND).must(0);
    assert_eq!(server.received().len(), 2);
}

/// Damage to a journal: its name, a function that makes it, and the line that is reported.
type Harm = (&'static str, fn(&[String]) -> Vec<u8>, usize);

const HARMS: [Harm; 15] = [
    ("line feeds gone", |lines| lines.concat().trim_end().replace('\n', " ").into_bytes(), 1),
    ("emptied", |_| Vec::new(), 0),
    ("curled quotes", |lines| lines.concat().replace('"', "\u{201d}").into_bytes(), 1),
    ("curled quotes at the end", |lines| change(lines, 3, &|line| line.replace('"', "\u{201d}")), 4),
    ("UTF-16", |lines| lines.concat().encode_utf16().flat_map(u16::to_le_bytes).collect(), 1),
    (
        "UTF-16 with a mark",
        |lines| format!("\u{feff}{}", lines.concat()).encode_utf16().flat_map(u16::to_be_bytes).collect(),
        1,
    ),
    ("zeros", |lines| change(lines, 3, &|line| "\0".repeat(line.len())), 4),
    ("a tail of zeros", |lines| [lines.concat().as_bytes(), &[0; 4096]].concat(), 5),
    ("zeros to the end", |lines| change(&lines[..3], 2, &|line| format!("{}{}", &line[..30], "\0".repeat(900))), 3),
    ("a middle gone", |lines| change(lines, 1, &|line| format!("{}{}", &line[..50], &line[line.len() - 50..])), 2),
    ("a line gone", |lines| change(lines, 1, &|_| String::new()), 2),
    ("another address", |lines| change(lines, 0, &|line| line.replace("van-thu", "van-phong")), 1),
    ("a line twice", |lines| change(lines, 1, &|line| line.repeat(2)), 3),
    (
        "lines swapped",
        |lines| [&lines[0], &lines[2], &lines[1], &lines[3]].map(String::as_str).concat().into_bytes(),
        2,
    ),
    ("a control character", |lines| change(lines, 2, &|line| format!("\u{1b}]0;x\u{7}{line}")), 3),
];

fn change(lines: &[String], at: usize, how: &dyn Fn(&str) -> String) -> Vec<u8> {
    let line = |(index, line): (usize, &String)| if index == at { how(line) } else { line.clone() };
    lines.iter().enumerate().map(line).collect::<String>().into_bytes()
}

/// Whatever the damage: nothing is sent before a person has it set aside by the command that is named, and then nobody is
/// sent to twice. Damaged lines are kept byte for byte.
#[test]
fn a_damaged_journal_stops_the_run_and_can_be_set_aside() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b", "so-c"], &server, "");
    office.handout(&["--send", "--really", "--only", "so-a", "so-b"]).must(0);
    let whole: Vec<String> = office.journal_text().split_inclusive('\n').map(str::to_owned).collect();
    assert_eq!(whole.len(), 4);
    for (kind, harm, line) in HARMS {
        let folder = office.journal().parent().unwrap().to_owned();
        std::fs::remove_dir_all(&folder).unwrap();
        let bytes = harm(&whole);
        put(&office.journal(), &bytes);
        for args in [&SEND[..], &["--send"], &["--status"], &["--received", "so-a", "--on", "2026-11-20"]] {
            let ran = office.handout(args).must(2);
            let named = if line == 0 { "tệp rỗng".to_owned() } else { format!("dòng {line} ") };
            assert!(ran.err.contains(&named), "{kind}: {}", ran.err);
            assert!(ran.err.contains("so-tay.jsonl") && !ran.err.contains(['\u{1b}', '\0']), "{kind}: {}", ran.err);
            let command = "camnang handout --edition so-tay --set-aside --really";
            assert!(ran.err.contains(command), "{kind}: {}", ran.err);
        }
        let english = office.handout(&["--send", "--lang", "en"]).must(2);
        let named = if line == 0 { "file is empty".to_owned() } else { format!("line {line} ") };
        assert!(english.err.contains(&named), "{kind}: {}", english.err);
        let look = office.handout(&["--set-aside"]).must(1);
        assert!(look.out.contains("Chưa làm gì"), "{kind}: {}", look.out);
        assert!(std::fs::read(office.journal()).unwrap() == bytes, "{kind}: a look changes nothing");
        assert_eq!(program::tree(&folder).len(), 1, "{kind}");

        let done = office.handout(&["--set-aside", "--really"]).must(0);
        let kept = std::fs::read(folder.join("so-tay.jsonl.set-aside-1")).unwrap_or_default();
        let journal = office.journal_text();
        assert_eq!(
            kept.is_empty(),
            matches!(kind, "emptied" | "a line gone" | "lines swapped"),
            "{kind}: {}",
            done.out
        );
        let others: usize =
            journal.split_inclusive('\n').filter(|line| !line.contains("set-aside")).map(str::len).sum();
        assert!(others + kept.len() == bytes.len(), "{kind}: nothing is lost");
        assert!(journal.contains("\"event\":\"set-aside\""), "{kind}: {journal}");
        let status = office.handout(&["--status"]).must(0);
        let sent = office.handout(&SEND);
        assert!(sent.code < 2, "{kind}: {}", sent.err);
        let twice = |id: &str| server.recipients().iter().filter(|to| **to == format!("van-thu@{id}.example")).count();
        assert_eq!((twice("so-a"), twice("so-b")), (1, 1), "{kind}: {}\n{}", status.out, sent.out);
        office.handout(&["--set-aside"]).must(0);
    }
    assert!(!program::tree(office.journal().parent().unwrap()).keys().any(|name| name.ends_with(".new")));
    // Until a person has asked.
    office.handout(&["--send", "--really", "--resend", "so-a,so-b,so-c"]).must(0);
    office.handout(&SEND).must(0);
}

/// Those whom the damage does not concern get theirs; those whom it does are named, and an answer settles it.
#[test]
fn what_is_set_aside_holds_up_those_it_concerns_and_nobody_else() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b", "so-c"], &server, "");
    office.handout(&["--send", "--really", "--only", "so-a", "so-b"]).must(0);
    let whole: Vec<String> = office.journal_text().split_inclusive('\n').map(str::to_owned).collect();
    put(&office.journal(), change(&whole, 3, &|line| line.replace('"', "\u{201c}")));
    let done = office.handout(&["--set-aside", "--really", "--lang", "en"]).must(0);
    assert!(done.out.contains("Moved 1 line, byte for byte, to `handout/so-tay.jsonl.set-aside-1`"), "{}", done.out);
    assert!(done.out.contains("Uncertain, and not sent to again without --resend: so-b."), "{}", done.out);
    let ran = office.handout(&SEND).must(1);
    let all = ["van-thu@so-a.example", "van-thu@so-b.example", "van-thu@so-c.example"];
    assert_eq!(server.recipients(), all);
    assert!(ran.out.contains("so-b  Sở Ví Dụ so-b: không rõ đã gửi chưa"), "{}", ran.out);
    // Damaged again: the first file is not written over.
    let first = std::fs::read(office.folder().join("handout/so-tay.jsonl.set-aside-1")).unwrap();
    let again = format!("{}\0\0\n", office.journal_text());
    put(&office.journal(), again);
    office.handout(&["--set-aside", "--really"]).must(0);
    assert!(std::fs::read(office.folder().join("handout/so-tay.jsonl.set-aside-1")).unwrap() == first);
    assert_eq!(std::fs::read(office.folder().join("handout/so-tay.jsonl.set-aside-2")).unwrap(), b"\0\0\n");
    office.handout(&["--received", "so-b", "--on", "2026-11-20"]).must(0);
    office.handout(&SEND).must(0);
    assert_eq!(server.recipients(), all);
    // The command that is named is the one to run, wherever the journal is.
    put(&office.folder().join("sổ khác.jsonl"), "x\n");
    let ran = office.handout(&["--status", "--journal", "sổ khác.jsonl"]).must(2);
    assert!(ran.err.contains("--edition so-tay --journal \"sổ khác.jsonl\" --set-aside --really"), "{}", ran.err);
    let none = office.handout(&["--set-aside", "--journal", "khong-co.jsonl"]).must(2);
    assert!(none.err.contains("không có sổ gửi `khong-co.jsonl`"), "{}", none.err);
    assert!(!office.folder().join("khong-co.jsonl").exists());
}

/// A journal of a former version has no checksums: it is read as it is, and what comes after vouches for it.
#[test]
fn an_older_journal_is_continued_with_checksums() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b"], &server, "");
    office.handout(&["--send", "--really", "--only", "so-a"]).must(0);
    let older: String = office
        .journal_text()
        .lines()
        .map(|line| {
            let (line, _) = line.split_once(",\"previous\"").unwrap();
            format!("{line}}}\n")
        })
        .collect();
    put(&office.journal(), &older);
    office.handout(&SEND).must(0);
    assert_eq!(server.recipients(), ["van-thu@so-a.example", "van-thu@so-b.example"]);
    let continued = office.journal_text();
    let added = continued.strip_prefix(&older).unwrap();
    assert!(added.lines().count() == 2 && added.lines().all(|line| line.contains("\"checksum\":\"")), "{added}");
    put(&office.journal(), continued.replacen("so-tay-001", "so-tay-009", 1));
    let ran = office.handout(&SEND).must(2);
    assert!(ran.err.contains("dòng 3 đứng sau chỗ có dòng bị mất hoặc bị sửa"), "{}", ran.err);
}

/// The disk is full in the midst of a line: the run stops, and the next one repairs it.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_a_torn_line_that_is_repaired() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b", "so-c"], &server, "");
    // A file of 512 or 1024 bytes at most, by what the shell takes for a block.
    for most in [1, 2, 3] {
        let _ = std::fs::remove_file(office.journal());
        let before = server.recipients().len();
        let mut shell = std::process::Command::new("sh");
        let line = format!("trap '' XFSZ; ulimit -f {most}; exec \"$0\" \"$@\"");
        let command = office.command(None, &SEND);
        shell.arg("-c").arg(line).arg(command.get_program()).args(command.get_args());
        let ran = program::run(shell.current_dir(office.folder()).env("LC_ALL", "C"));
        assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
        assert!(ran.out.contains("không ghi được"), "{}", ran.out);
        // A journal comes into being with its first line.
        let full = std::fs::read(office.journal()).unwrap_or_default();
        assert!(full.len().is_multiple_of(512) && !full.ends_with(b"\n"), "{} bytes", full.len());
        office.handout(&SEND);
        office.handout(&SEND);
        let sent = server.recipients().split_off(before);
        let once = ["so-a", "so-b", "so-c"].map(|id| sent.iter().filter(|to| to.contains(id)).count());
        assert!(once.iter().all(|times| *times <= 1), "{most}: {sent:?}");
        let journal = office.journal_text();
        assert!(journal.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{journal}");
    }
}

/// A pipe would wait for a writer for ever.
#[cfg(unix)]
#[test]
fn a_journal_that_is_no_file_is_refused() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a"], &server, "");
    let made = std::process::Command::new("mkfifo").arg(office.folder().join("ong")).status();
    assert!(made.unwrap().success());
    for args in [&SEND[..], &["--send"], &["--status"], &["--received", "so-a", "--on", "2026-11-20"], &["--set-aside"]]
    {
        for journal in ["ong", "corpus", "/dev/null"] {
            office.handout(&[args, &["--journal", journal]].concat()).must(2);
        }
    }
    assert!(server.received().is_empty());
}

#[test]
fn two_runs_do_not_send_at_once() {
    let server = Server::start(faults(&[("so-a", Fault::SilentAfter)]));
    let office = Office::new(&["so-a"], &server, "");
    let mut child = office.command(None, &SEND).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    server.wait_for(1);
    let ran = office.handout(&SEND).must(2);
    assert!(ran.err.contains("một lần gửi khác đang chạy"), "{}", ran.err);
    office.handout(&["--status"]).must(0);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(server.received().len(), 1);
}

#[test]
fn a_changed_booklet_is_another_hand_out_and_a_changed_file_is_none() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b"], &server, "");
    office.handout(&["--send", "--really", "--only", "so-a"]).must(0);
    office.rebuild("bản mới");
    let ran = office.handout(&SEND).must(0);
    assert!(ran.out.contains("bản số so-tay-001 đã gửi"), "{}", ran.out);
    assert!(ran.out.contains("--resend so-a"), "{}", ran.out);
    assert_eq!(server.recipients(), ["van-thu@so-a.example", "van-thu@so-b.example"]);
    office.handout(&["--send", "--really", "--resend", "so-a"]).must(0);
    let ids: Vec<String> = server.received().iter().map(mail_office::message_id).collect();
    assert_ne!(ids[0], ids[2], "another booklet is another message");
    // The file there is not the one that was built.
    put(&office.path("so-b", "so-tay-so-b.pdf"), "khác");
    let ran = office.handout(&["--send", "--resend", "so-b"]).must(1);
    assert!(ran.out.contains("tệp `so-b/so-tay-so-b.pdf` không còn như lúc dựng"), "{}", ran.out);
}

#[test]
fn a_message_that_is_too_large_is_not_begun() {
    let server = Server::start(Options { size: Some(100_000), ..Options::default() });
    let office = Office::new(&["so-a", "so-b"], &server, "max-size: 1\n");
    office.fatten("so-a", 1_000_000);
    office.fatten("so-b", 90_000);
    let ran = office.handout(&SEND).must(1);
    assert!(ran.out.contains("so-a  Sở Ví Dụ so-a: thư dài 1,"), "{}", ran.out);
    assert!(ran.out.contains("max-size trong thiết lập là 1,0 MB"), "{}", ran.out);
    assert!(ran.out.contains("máy chủ chỉ nhận 0,1 MB"), "{}", ran.out);
    assert!(!server.commands().iter().any(|line| line.starts_with("MAIL")));
}

#[test]
fn settings_of_the_message() {
    let server = Server::start(Options::default());
    let settings = "reply-to: Văn thư <vt@bo.example>\ncopy: luu@bo.example\nattach: [zip]\nsubject: \"Gửi {đơn vị}\"\n\
        paragraphs:\n  - \"Bản {bản số} của {ấn bản}, {ngày}:\"\n  - \"{tệp}\"\n";
    let office = Office::new(&["so-a"], &server, settings);
    office.handout(&SEND).must(0);
    let message = server.received().remove(0);
    assert_eq!(message.to, ["van-thu@so-a.example", "luu@bo.example"]);
    let read = MessageParser::default().parse(&message.data).unwrap();
    assert_eq!(read.subject(), Some("Gửi Sở Ví Dụ so-a"));
    assert_eq!(read.reply_to().unwrap().first().unwrap().address(), Some("vt@bo.example"));
    assert!(read.bcc().is_none() && read.cc().is_none());
    assert_eq!(read.attachment_count(), 1);
    let part = read.attachments().next().unwrap();
    assert_eq!(part.attachment_name(), Some("so-tay-so-a.zip"));
    assert!(part.contents() == office.file("so-a", "so-tay-so-a.zip"));
    assert!(read.body_text(0).unwrap().contains("Bản so-tay-001 của so-tay, "));
    let english = office.handout(&["--send", "--only", "so-x", "--lang", "en"]).must(2);
    assert!(english.err.contains("this hand-out has no department `so-x`; did you mean `so-a`?"), "{}", english.err);
}

#[test]
fn a_hostile_list_cannot_reach_into_the_dialogue_or_the_headers() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b"], &server, "");
    office.rename("so-a", "Sở A\r\nBcc: ke-gian@xau.example\r\n\r\n{bản số}", "van-thu@so-a.example");
    office.rename("so-b", "Sở B", "van-thu@so-b.example>\r\nRCPT TO:<ke-gian@xau.example");
    let ran = office.handout(&SEND).must(1);
    assert!(ran.out.contains("không phải địa chỉ thư điện tử"), "{}", ran.out);
    assert_eq!(server.recipients(), ["van-thu@so-a.example"]);
    let data = server.received().remove(0).data;
    let read = MessageParser::default().parse(&data).unwrap();
    assert!(read.bcc().is_none());
    assert_eq!(read.to().unwrap().as_list().unwrap().len(), 1);
    assert!(read.body_text(0).unwrap().contains("{bản số}"), "what fills a hole has no holes");
}

#[test]
fn answers_and_the_state_of_the_hand_out() {
    let ids: Vec<String> = (1..=63).map(|number| format!("so-{number:02}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let server = Server::start(faults(&[("so-62", Fault::Recipient("550 không có"))]));
    let office = Office::new(&ids, &server, "per-minute: 600\n");
    office.without_address("so-63");
    office.handout(&SEND).must(1);
    let answered: Vec<&str> = ids.iter().take(29).copied().collect();
    office.handout(&["--received", &answered[..27].join(","), "--on", "2026-11-20"]).must(0);
    let report = ["--received", "so-28,so-29", "--on", "2026-11-21", "--what", "report", "--note", "kèm, \"phụ lục\""];
    let noted = office.handout(&report).must(0);
    assert!(noted.out.contains("Đã ghi: Sở Ví Dụ so-28, phiếu báo cáo, ngày 2026-11-21."), "{}", noted.out);
    let lines = office.journal_text().lines().count();
    let again = office.handout(&report).must(0);
    assert!(again.out.contains("Đã có trong sổ"), "{}", again.out);
    assert_eq!(office.journal_text().lines().count(), lines);

    let said = office.handout(&["--status"]).must(0).out;
    assert!(said.contains("Đã gửi 61/63. Đã trả lời 29/63, trong đó 2 có phiếu báo cáo."), "{said}");
    assert!(said.contains("Chưa trả lời 34/63: so-30, so-31"), "{said}");
    assert!(said.contains("   32  đã gửi, chưa trả lời\n"), "{said}");
    assert!(said.contains("    1  gửi không được\n    1  chưa gửi\n"), "{said}");

    let json = office.handout(&["--status", "--format", "json"]).must(0).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["counts"]["unanswered"], 34);
    assert_eq!(json["departments"][27]["state"], "reported");
    assert_eq!(json["departments"][27]["notes"][0], "kèm, \"phụ lục\"");
    assert_eq!(json["departments"][61]["state"], "failed");

    let csv = office.handout(&["--status", "--format", "csv"]).must(0).out;
    let rows: Vec<&str> = csv.split("\r\n").collect();
    assert!(rows[0].starts_with("\u{feff}id,name,serial,address,state,sent,"));
    assert_eq!(rows.len(), 65);
    assert!(rows[28].contains("\"kèm, \"\"phụ lục\"\"\""), "{}", rows[28]);

    // The output is gone, the journal is not.
    std::fs::remove_dir_all(office.folder().join("output")).unwrap();
    let alone = office.handout(&["--status"]).must(0).out;
    assert!(alone.contains("Sở Ví Dụ so-01") && alone.contains("Đã trả lời 29/62"), "{alone}");
}

#[test]
fn wrong_answers_are_refused() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a"], &server, "");
    let future = office.handout(&["--received", "so-a", "--on", "2999-01-01"]).must(2);
    assert!(future.err.contains("chưa tới"), "{}", future.err);
    let unknown = office.handout(&["--received", "so-z", "--on", "2026-11-20"]).must(2);
    assert!(unknown.err.contains("không có đơn vị `so-z`"), "{}", unknown.err);
    let by_post = office.handout(&["--received", "so-a", "--on", "2026-11-20"]).must(0);
    assert!(by_post.out.contains("Lưu ý: sổ không có thư nào gửi cho Sở Ví Dụ so-a"), "{}", by_post.out);
    for wrong in [
        &["--received", "so-a"][..],
        &["--on", "2026-11-20"],
        &["--really"],
        &["--send", "--status"],
        &["--send", "--received", "so-a", "--on", "2026-11-20"],
        &["--resend", "so-a"],
        &["--format", "csv"],
    ] {
        office.handout(wrong).must(2);
    }
}

#[test]
fn what_is_missing_is_said() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a"], &server, "");
    std::fs::remove_dir_all(office.folder().join("output")).unwrap();
    let ran = office.handout(&SEND).must(2);
    assert!(
        ran.err.contains("chưa có bản nào để gửi") && ran.err.contains("camnang handout --edition so-tay"),
        "{}",
        ran.err
    );
    let ran = office.handout(&["--status"]).must(2);
    assert!(ran.err.contains("chưa có bản nào để gửi"), "{}", ran.err);
    office.rebuild("");
    std::fs::remove_file(office.folder().join("corpus/settings.yaml")).unwrap();
    let ran = office.handout(&["--send"]).must(2);
    assert!(ran.err.contains("không có phần mail"), "{}", ran.err);
    office.settings("mail:\n  host: 127.0.0.1\n  tls: none\n  from: vp@bo.example\n  ca: ../khong-co.pem\n");
    let ran = office.handout(&["--send"]).must(2);
    assert!(ran.err.contains("khong-co.pem"), "{}", ran.err);
    office.settings("mail:\n  host: 127.0.0.1\n  password: x\n  from: vp@bo.example\n");
    let ran = office.handout(&["--send"]).must(1);
    assert!(ran.out.contains("CN811"), "{}", ran.out);
}

/// By a clock that only moves when it is waited for.
#[test]
fn no_more_messages_a_minute_than_the_settings_allow() {
    let server = Server::start(faults(&[("so-e", Fault::RecipientAtFirst(1, "451 sau"))]));
    let office = Office::new(&["so-a", "so-b", "so-c", "so-d", "so-e"], &server, "per-minute: 4\nretry-after: 90\n");
    let waits = office.with_own_clock(&SEND);
    assert_eq!(server.received().len(), 5);
    // Fifteen seconds between five; then the put-off one, which came long after the last.
    assert_eq!(waits, [15, 15, 15, 15, 90]);
    let stamps: BTreeMap<String, i64> = server
        .received()
        .iter()
        .map(|message| {
            let read = MessageParser::default().parse(&message.data).unwrap();
            (message.to[0].clone(), read.date().unwrap().to_timestamp())
        })
        .collect();
    let stamps: Vec<i64> = stamps.into_values().map(|stamp| stamp - mail_office::START).collect();
    assert_eq!(stamps, [0, 15, 30, 45, 150], "the date of a message is that of its sending");
}
