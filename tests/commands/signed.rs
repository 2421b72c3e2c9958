//! Letters that were signed after they were made: what goes out, what does not, and what the program says of them.

use std::collections::BTreeMap;

use mail_parser::{MessageParser, MimeHeaders};

use crate::support::mail_office::Office;
use crate::support::program::put;
use crate::support::signatures::{page, signed};
use crate::support::smtp_server::{Options, Server};

const SEND: [&str; 2] = ["--send", "--really"];
const LETTER: &str = "so-tay-so-a-cong-van.pdf";

/// An office whose letters are PDFs that can be signed.
fn office(server: &Server, more: &str) -> Office {
    let office = Office::new(&["so-a", "so-b"], server, more);
    for id in ["so-a", "so-b"] {
        office.write_letter(id, &page(id));
    }
    office
}

/// The letters that came, by the address.
fn letters(server: &Server) -> BTreeMap<String, Vec<u8>> {
    let received = server.received();
    let letters = received.iter().filter_map(|message| {
        let read = MessageParser::default().parse(&message.data)?;
        let letter =
            read.attachments().find(|part| part.attachment_name().is_some_and(|it| it.ends_with("cong-van.pdf")))?;
        Some((message.to.join(","), letter.contents().to_vec()))
    });
    letters.collect()
}

#[test]
fn what_was_signed_in_its_place_goes_out_signed() {
    let server = Server::start(Options::default());
    let office = office(&server, "");
    let letter = signed(&office.file("so-a", LETTER));
    put(&office.path("so-a", LETTER), &letter);
    office.handout(&SEND).must(0);
    let came = letters(&server);
    assert!(came["van-thu@so-a.example"] == letter, "the signed one");
    assert!(came["van-thu@so-b.example"] == page("so-b"), "nobody signed that of the other");
    let hash = camnang::internals::hash::sha256(&letter);
    assert!(office.journal_text().contains(&hash), "the journal has what went out");
    office.handout(&SEND).must(0);
    assert_eq!(server.received().len(), 2, "nobody gets it twice");
}

#[test]
fn signed_letters_are_known_by_their_content() {
    let server = Server::start(Options::default());
    let office = office(&server, "");
    let letter = signed(&signed(&office.file("so-a", LETTER)));
    put(&office.folder().join("da ky/quet-0001.PDF"), &letter);
    put(&office.folder().join("da ky/la.pdf"), signed(&page("so-c")));
    put(&office.folder().join("da ky/ghi-chu.txt"), "không phải PDF");
    office.handout(&["--send", "--really", "--signed", "da ky"]).must(0);
    assert!(letters(&server)["van-thu@so-a.example"] == letter);
}

#[test]
fn an_unsigned_file_is_not_sent_beside_its_signed_form() {
    let server = Server::start(Options::default());
    let office = office(&server, "");
    let letter = signed(&office.file("so-a", LETTER));
    put(&office.path("so-a", "so-tay-so-a-cong-van.signed.pdf"), &letter);
    let ran = office.handout(&SEND).must(1);
    assert!(
        ran.out.contains("tệp `so-a/so-tay-so-a-cong-van.pdf` chưa ký mà bản đã ký `so-tay-so-a-cong-van.signed.pdf`"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("thêm --signed output/handout/so-tay/so-a để gửi"), "{}", ran.out);
    assert_eq!(letters(&server).keys().collect::<Vec<_>>(), ["van-thu@so-b.example"]);
    office.handout(&["--send", "--really", "--signed", "output/handout/so-tay/so-a"]).must(0);
    assert!(letters(&server)["van-thu@so-a.example"] == letter);
}

#[test]
fn of_two_signed_forms_none_is_guessed() {
    let server = Server::start(Options::default());
    let office = office(&server, "");
    let once = signed(&office.file("so-a", LETTER));
    put(&office.folder().join("ky/mot.pdf"), &once);
    put(&office.folder().join("ky/hai.pdf"), signed(&once));
    let ran = office.handout(&["--send", "--signed", "ky", "--lang", "en"]).must(1);
    assert!(ran.out.contains("has several signed forms: hai.pdf, mot.pdf"), "{}", ran.out);
}

#[test]
fn an_archive_of_unsigned_files_does_not_go_with_a_signed_one() {
    let server = Server::start(Options::default());
    let office = office(&server, "attach: [zip]\n");
    put(&office.path("so-a", LETTER), signed(&office.file("so-a", LETTER)));
    let ran = office.handout(&SEND).must(1);
    assert!(
        ran.out.contains("`so-a/so-tay-so-a.zip` chứa bản chưa ký của `so-a/so-tay-so-a-cong-van.pdf`"),
        "{}",
        ran.out
    );
    assert_eq!(server.recipients(), ["van-thu@so-b.example"]);
}

#[test]
fn what_was_altered_does_not_go_out() {
    let server = Server::start(Options::default());
    let office = office(&server, "");
    let letter = signed(&office.file("so-a", LETTER));
    put(&office.path("so-a", LETTER), [letter.as_slice(), b"\n% sau"].concat());
    let ran = office.handout(&["--send", "--really", "--lang", "en"]).must(1);
    assert!(
        ran.out.contains("is the file `so-a/so-tay-so-a-cong-van.pdf` with more behind it than signatures"),
        "{}",
        ran.out
    );
    assert_eq!(server.recipients(), ["van-thu@so-b.example"]);
    // Nor does the unsigned one in its stead, where the altered one came back from elsewhere.
    put(&office.path("so-a", LETTER), page("so-a"));
    put(&office.folder().join("ky/so-a.pdf"), [letter.as_slice(), b"\n% sau"].concat());
    office.handout(&["--send", "--really", "--signed", "ky"]).must(1);
    assert_eq!(server.recipients(), ["van-thu@so-b.example"]);
}

/// A signer that takes the signed form of a letter from `ky/`, where the test has put it, and otherwise says why not. Its first
/// argument is only looked at.
#[cfg(unix)]
fn with_signer(office: &Office) {
    use std::os::unix::fs::PermissionsExt;
    let script = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> da-nhan.txt\ncp \"$KY/$(sha256sum < \"$2\" | cut -c1-64).pdf\" \"$3\" && exit 0\necho 'Traceback' >&2\necho 'khong co thiet bi ky' >&2\nexit 3\n";
    let script = script.replace("$KY", &office.folder().join("ky").display().to_string());
    let script = script.replace("da-nhan.txt", &office.folder().join("da-nhan.txt").display().to_string());
    let path = office.folder().join("cong-cu/ky.sh");
    put(&path, script);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    office.settings("letter:\n  sign: [cong-cu/ky.sh, \"a; touch hong\", \"{in}\", \"{out}\"]\n");
}

#[cfg(unix)]
fn signer_gives(office: &Office, id: &str, bytes: &[u8]) {
    let letter = page(id);
    put(&office.folder().join("ky").join(format!("{}.pdf", camnang::internals::hash::sha256(&letter))), bytes);
}

/// What the program gives is taken only as our letter with signatures behind it; a second run signs the others.
#[cfg(unix)]
#[test]
fn a_program_of_the_office_signs() {
    let server = Server::start(Options::default());
    let office = office(&server, "");
    with_signer(&office);
    let letter = signed(&page("so-a"));
    signer_gives(&office, "so-a", &letter);
    let ran = office.handout(&["--sign"]).must(1);
    assert!(
        ran.out.contains("Chưa ký: Sở Ví Dụ so-b (so-b): `cong-cu/ky.sh` báo: khong co thiet bi ky"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("Đã ký 1 công văn; 0 đã ký từ trước; 1 chưa ký được."), "{}", ran.out);
    assert!(office.file("so-a", LETTER) == letter);
    assert!(office.file("so-b", "so-tay-so-b-cong-van.pdf") == page("so-b"), "it is as it was");
    signer_gives(&office, "so-b", &signed(&page("so-b")));
    let ran = office.handout(&["--sign"]).must(0);
    assert!(ran.out.contains("Đã ký 1 công văn; 1 đã ký từ trước; 0 chưa ký được."), "{}", ran.out);
    assert!(office.file("so-a", LETTER) == letter, "it is not signed again");
    // No shell has read the arguments.
    assert!(!office.folder().join("hong").exists());
    let got = std::fs::read_to_string(office.folder().join("da-nhan.txt")).unwrap();
    assert_eq!(got, "a; touch hong\n".repeat(3));
}

/// A program that writes the file anew, appends something else, gives another's letter, or none.
#[cfg(unix)]
#[test]
fn what_is_no_signature_is_not_taken() {
    let server = Server::start(Options::default());
    let office = office(&server, "");
    with_signer(&office);
    let own = page("so-a");
    let foreign = signed(&page("so-c"));
    let anew = [b"%PDF-1.7\n% anew\n".as_slice(), &own].concat();
    let altered = [signed(&own).as_slice(), b"\n% sau"].concat();
    for (given, says) in [
        (anew, "không bắt đầu bằng"),
        (foreign, "không bắt đầu bằng"),
        (own.clone(), "không bắt đầu bằng"),
        (altered, "chữ ký cuối không bao trùm cả tệp"),
        (Vec::new(), "không bắt đầu bằng"),
    ] {
        signer_gives(&office, "so-a", &given);
        let ran = office.handout(&["--sign", "--only", "so-a"]).must(1);
        assert!(ran.out.contains(says), "{says}: {}", ran.out);
        assert!(office.file("so-a", LETTER) == own, "it is as it was");
    }
    // Nor is a letter that somebody has altered.
    put(&office.path("so-a", LETTER), [own.as_slice(), b"\n% sau"].concat());
    let ran = office.handout(&["--sign", "--only", "so-a", "--lang", "en"]).must(1);
    assert!(ran.out.contains("Not signed: ") && ran.out.contains("has no signature"), "{}", ran.out);
    // A number that is written by hand later would not be covered.
    office.blank("so-b", &["number"]);
    let ran = office.handout(&["--sign", "--only", "so-b"]).must(1);
    assert!(ran.out.contains("công văn còn chỗ trống (number)"), "{}", ran.out);
    office.blank("so-b", &[]);
    office.settings("letter:\n  sign: [camnang-no-such-signer]\n");
    let ran = office.handout(&["--sign", "--only", "so-b"]).must(1);
    assert!(ran.out.contains("không có chương trình `camnang-no-such-signer`"), "{}", ran.out);
    office.settings("notices: {disclaimer: Chỉ để tra cứu.}\n");
    let ran = office.handout(&["--sign"]).must(2);
    assert!(ran.err.contains("chưa ghi chương trình nào để ký"), "{}", ran.err);
}
