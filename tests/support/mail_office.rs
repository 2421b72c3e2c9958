//! An office that has a hand-out built and wants to send it: a small corpus, settings for a server on loopback, and the
//! files and the ledger as `camnang handout` leaves them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;

use camnang::internals::command::{self, Console};
use camnang::internals::handout::ledger::{self, FileKind, Ledger, LedgerCopy, LedgerFile};
use camnang::internals::hash::sha256;
use clap::Parser;
use jiff::Timestamp;
use mail_parser::MessageParser;

use super::program::{self, Ran, copy, put, run};
use super::smtp_server::{Mode, Received, Server};

/// The moment at which a clock of our own begins.
pub const START: i64 = 1_900_000_000;

pub struct Office {
    folder: tempfile::TempDir,
    port: u16,
    /// More lines of the section `mail`.
    more: String,
    ledger: Mutex<Ledger>,
}

/// A ledger of invented departments as `camnang handout` leaves it, without files.
pub fn ledger_of(ids: &[impl AsRef<str>]) -> Ledger {
    let copies = ids.iter().map(AsRef::as_ref).enumerate().map(|(index, id)| LedgerCopy {
        id: id.to_owned(),
        name: format!("Sở Ví Dụ {id}"),
        place: None,
        email: Some(format!("van-thu@{id}.example")),
        serial: format!("so-tay-{:03}", index + 1),
        audiences: Vec::new(),
        blanks: Vec::new(),
        folder: id.to_owned(),
        key: String::new(),
        files: Vec::new(),
    });
    Ledger {
        version: ledger::VERSION,
        generator: "camnang".to_owned(),
        edition: "so-tay".to_owned(),
        as_of: "2030-06-01".to_owned(),
        corpus_sha256: String::new(),
        copies: copies.collect(),
        failed: Vec::new(),
    }
}

impl Office {
    pub fn new(ids: &[&str], server: &Server, more: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
        copy(&base, &folder.path().join("corpus"));
        let ledger = ledger_of(ids);
        let more = match more.contains("per-minute") {
            true => more.to_owned(),
            false => format!("per-minute: 600\n{more}"),
        };
        let office = Office { folder, port: server.port, more, ledger: Mutex::new(ledger) };
        office.mail("tls: none\n");
        office.rebuild("");
        office
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn settings(&self, text: &str) {
        put(&self.folder().join("corpus/settings.yaml"), text);
    }

    fn mail(&self, tls: &str) {
        let keys = format!(
            "host: 127.0.0.1\nport: {}\nfrom: Văn phòng Bộ Ví Dụ <vp@bo.example>\n{tls}{}",
            self.port, self.more
        );
        let lines: String = keys.lines().map(|line| format!("  {line}\n")).collect();
        self.settings(&format!("mail:\n{lines}"));
    }

    /// Encrypts, and trusts this server's authority.
    pub fn tls(&self, mode: Mode, server: &Server) {
        put(&self.folder().join("ca.pem"), &server.authority);
        let key = if mode == Mode::Implicit { "implicit" } else { "starttls" };
        self.mail(&format!("tls: {key}\nca: ../ca.pem\n"));
    }

    pub fn path(&self, id: &str, name: &str) -> PathBuf {
        self.folder().join("output/handout/so-tay").join(id).join(name)
    }

    pub fn file(&self, id: &str, name: &str) -> Vec<u8> {
        std::fs::read(self.path(id, name)).unwrap()
    }

    pub fn name(&self, id: &str) -> String {
        format!("Sở Ví Dụ {id}")
    }

    /// Builds the hand-out anew, with these words in every booklet.
    pub fn rebuild(&self, words: &str) {
        let mut ledger = self.ledger.lock().unwrap();
        for copy in &mut ledger.copies {
            // Every byte there is, and lines that begin with dots.
            let all: Vec<u8> = (0..=255).collect();
            let booklet =
                [b"%PDF-1.7\n.\r\n..\r\n", all.repeat(300).as_slice(), copy.id.as_bytes(), words.as_bytes()].concat();
            let letter = format!("%PDF-1.7\n.\n{}", copy.id).into_bytes();
            let id = &copy.id;
            let files = [
                (FileKind::Booklet, format!("so-tay-{id}.pdf"), booklet),
                (FileKind::Letter, format!("so-tay-{id}-cong-van.pdf"), letter),
                (FileKind::Zip, format!("so-tay-{id}.zip"), b"PK\x05\x06".repeat(10)),
            ];
            copy.files = files
                .into_iter()
                .map(|(kind, name, bytes)| {
                    put(&self.path(id, &name), &bytes);
                    LedgerFile { kind, path: format!("{id}/{name}"), bytes: bytes.len() as u64, sha256: sha256(&bytes) }
                })
                .collect();
        }
        self.write(&ledger);
    }

    fn write(&self, ledger: &Ledger) {
        let path = self.folder().join("output/handout/so-tay").join(ledger::FILE);
        put(&path, serde_json::to_vec_pretty(ledger).unwrap());
    }

    fn change(&self, id: &str, change: impl FnOnce(&mut LedgerCopy)) {
        let mut ledger = self.ledger.lock().unwrap();
        change(ledger.copies.iter_mut().find(|copy| copy.id == id).unwrap());
        self.write(&ledger);
    }

    pub fn without_address(&self, id: &str) {
        self.change(id, |copy| copy.email = None);
    }

    /// The letter has these blanks.
    pub fn blank(&self, id: &str, blanks: &[&str]) {
        self.change(id, |copy| copy.blanks = blanks.iter().map(|blank| (*blank).to_owned()).collect());
    }

    pub fn rename(&self, id: &str, name: &str, email: &str) {
        self.change(id, |copy| (copy.name, copy.email) = (name.to_owned(), Some(email.to_owned())));
    }

    /// Makes a booklet of this many bytes.
    pub fn fatten(&self, id: &str, bytes: usize) {
        self.make(id, FileKind::Booklet, &vec![b'a'; bytes]);
    }

    /// Makes the letter of these bytes.
    pub fn write_letter(&self, id: &str, bytes: &[u8]) {
        self.make(id, FileKind::Letter, bytes);
    }

    fn make(&self, id: &str, kind: FileKind, bytes: &[u8]) {
        self.change(id, |copy| {
            let file = copy.files.iter_mut().find(|file| file.kind == kind).unwrap();
            (file.bytes, file.sha256) = (bytes.len() as u64, sha256(bytes));
            put(&self.folder().join("output/handout/so-tay").join(&file.path), bytes);
        });
    }

    pub fn journal(&self) -> PathBuf {
        self.folder().join("handout/so-tay.jsonl")
    }

    pub fn journal_text(&self) -> String {
        program::text(&self.journal())
    }

    pub fn command(&self, login: Option<(&str, &str)>, args: &[&str]) -> Command {
        let mut command = program::program(self.folder());
        command.args(["handout", "--edition", "so-tay"]).args(args);
        command.env_remove("CAMNANG_SMTP_USER").env_remove("CAMNANG_SMTP_PASSWORD");
        if let Some((user, password)) = login {
            command.env("CAMNANG_SMTP_USER", user).env("CAMNANG_SMTP_PASSWORD", password);
        }
        command
    }

    pub fn handout(&self, args: &[&str]) -> Ran {
        self.handout_as(None, args)
    }

    pub fn handout_as(&self, login: Option<(&str, &str)>, args: &[&str]) -> Ran {
        run(&mut self.command(login, args))
    }

    /// Runs within this process, by a clock that stands still but for the waits, which are in seconds.
    pub fn with_own_clock(&self, args: &[&str]) -> Vec<u64> {
        let at = |name: &str| self.folder().join(name).to_str().unwrap().to_owned();
        let (corpus, output, journal) = (at("corpus"), at("output"), at("handout/so-tay.jsonl"));
        let places = ["--corpus", &corpus, "--output", &output, "--journal", &journal];
        let all = [&["camnang", "handout", "--edition", "so-tay"], args, &places].concat();
        let mut clock = Clock { now: Timestamp::from_second(START).unwrap(), waits: Vec::new(), said: String::new() };
        let status = command::run(camnang::internals::cli::Cli::parse_from(all), &mut clock);
        assert_eq!(status, command::Status::Fine, "{}", clock.said);
        clock.waits
    }
}

struct Clock {
    now: Timestamp,
    waits: Vec<u64>,
    said: String,
}

impl Console for Clock {
    fn out(&mut self, text: &str) {
        self.said += text;
    }

    fn err(&mut self, text: &str) {
        self.said += text;
    }

    fn progress(&mut self, _: &str) {}

    fn step(&mut self, _: usize, _: usize, _: &str) {}

    fn read_input(&mut self) -> std::io::Result<String> {
        Ok(String::new())
    }

    fn now(&self) -> Timestamp {
        self.now
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn wait(&mut self, time: Duration) {
        self.waits.push(time.as_secs());
        self.now = self.now.checked_add(jiff::SignedDuration::try_from(time).unwrap()).unwrap();
    }

    fn variable(&self, _: &str) -> Option<String> {
        None
    }
}

pub fn message_id(message: &Received) -> String {
    MessageParser::default().parse(&message.data).unwrap().message_id().unwrap().to_owned()
}
