//! `camnang edit` as a child, and a browser's side of the talk with it.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "every user has a part of it, and stops where the program does not do its part"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

/// The program, until it is dropped, with the cookie of a browser in which it was opened.
pub struct Workbench {
    child: Child,
    pub port: u16,
    /// The address that it printed.
    pub address: String,
    pub cookie: String,
    /// The key that the forms of its pages carry.
    pub key: String,
    _out: BufReader<ChildStdout>,
}

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Answer { status, head, body: String::from_utf8_lossy(&bytes[end + 4..]).into_owned() })
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Workbench {
    /// `command` is the program in the folder of its corpus.
    pub fn start(command: &mut Command) -> Self {
        let state = command.get_current_dir().expect("a folder of its own").join("state");
        command.env("XDG_STATE_HOME", state).args(["edit", "--no-open"]);
        Workbench::spawn(command)
    }

    /// The program without arguments; it remembers things in a folder of its own.
    pub fn start_bare(command: &mut Command) -> Self {
        let state = command.get_current_dir().expect("a folder of its own").join("state");
        Workbench::spawn(command.env("XDG_STATE_HOME", state))
    }

    /// A command that becomes the program with `edit --no-open`.
    pub fn spawn(command: &mut Command) -> Self {
        let child = command.stdout(Stdio::piped()).spawn();
        let mut child = child.expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut said = String::new();
        while !said.contains("Ctrl-C") {
            assert_ne!(out.read_line(&mut said).expect("UTF-8"), 0, "it ended, having said:\n{said}");
        }
        let address = said.split_whitespace().find(|word| word.starts_with("http://")).expect("an address").to_owned();
        let port = address.split("localhost:").nth(1).and_then(|rest| rest.split('/').next());
        let port = port.and_then(|port| port.parse().ok()).expect("a port");
        let mut workbench = Workbench { child, port, address, cookie: String::new(), key: String::new(), _out: out };
        workbench.open();
        workbench
    }

    fn open(&mut self) {
        let path = self.address.split_once(&format!(":{}", self.port)).expect("a path").1.to_owned();
        let opened = self.say("GET", &path, &[], "");
        assert_eq!(opened.status, 303, "{}", opened.body);
        let cookie = opened.header("Set-Cookie").expect("a cookie");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
        self.cookie = cookie.split(';').next().expect("a cookie").to_owned();
        let page = self.get("/").body;
        let key = page.split("name=\"key\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        self.key = key.expect("a key").to_owned();
    }

    /// The number of the process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Ends the program at once, as by a power cut.
    pub fn kill(&mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time-out");
        stream
    }

    /// Sends exactly this, and reads until the server closes; `None` where it closes without an answer.
    pub fn send(&self, words: &[u8]) -> Option<Answer> {
        let mut stream = self.connect();
        // It may have closed before all was sent.
        let _ = stream.write_all(words);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        Answer::read(&bytes)
    }

    /// A request with these headers alone, the host aside unless it is among them.
    pub fn say(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let host = format!("localhost:{}", self.port);
        let has_host = headers.iter().any(|(name, _)| *name == "Host");
        let mut head = format!("{method} {path} HTTP/1.1\r\n");
        if !has_host {
            head += &format!("Host: {host}\r\n");
        }
        headers.iter().for_each(|(name, value)| head += &format!("{name}: {value}\r\n"));
        if method == "POST" {
            head += &format!("Content-Length: {}\r\n", body.len());
        }
        self.send(format!("{head}\r\n{body}").as_bytes()).expect("an answer")
    }

    pub fn get(&self, path: &str) -> Answer {
        self.say("GET", path, &[("Cookie", &self.cookie)], "")
    }

    /// The headers of a form that a page of ours sends.
    pub fn form_headers(&self) -> Vec<(&'static str, String)> {
        vec![
            ("Cookie", self.cookie.clone()),
            ("Origin", format!("http://localhost:{}", self.port)),
            ("Sec-Fetch-Site", "same-origin".to_owned()),
            ("Content-Type", "application/x-www-form-urlencoded".to_owned()),
        ]
    }

    /// Sends a form as a browser would from a page of ours.
    pub fn post(&self, path: &str, fields: &[(String, String)]) -> Answer {
        let headers = self.form_headers();
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.say("POST", path, &headers, &self.body(fields))
    }

    /// The fields with the key of the pages.
    pub fn body(&self, fields: &[(String, String)]) -> String {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.append_pair("key", &self.key).extend_pairs(fields).finish()
    }
}

impl Drop for Workbench {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The fields that a browser without script sends for the form of a page.
pub fn fields(page: &str) -> Vec<(String, String)> {
    let page = scraper::Html::parse_document(page);
    let all = scraper::Selector::parse("form.record input, form.record textarea, form.record select").unwrap();
    let option = scraper::Selector::parse("option[selected], option").unwrap();
    let chosen = scraper::Selector::parse("option[selected]").unwrap();
    let mut fields = Vec::new();
    for control in page.select(&all) {
        let element = control.value();
        let Some(name) = element.attr("name").filter(|name| *name != "key") else { continue };
        let is_off = matches!(element.attr("type"), Some("checkbox" | "radio")) && element.attr("checked").is_none();
        if is_off {
            continue;
        }
        let value = match element.name() {
            "textarea" => control.text().collect::<String>().replace('\n', "\r\n"),
            "select" => {
                let first = control.select(&chosen).next().or_else(|| control.select(&option).next()).unwrap();
                first.value().attr("value").unwrap().to_owned()
            }
            _ => element.attr("value").unwrap_or("on").to_owned(),
        };
        fields.push((name.to_owned(), value));
    }
    fields
}

pub fn set(fields: &mut [(String, String)], name: &str, value: &str) {
    let field = fields.iter_mut().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no field {name}"));
    field.1 = value.to_owned();
}
