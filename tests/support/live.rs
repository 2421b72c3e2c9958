//! `camnang serve` as a child, and a browser's side of the talk with it.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "every user has a part of it, and stops where the program does not do its part"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// The program, until it is dropped.
pub struct Serving {
    pub child: Child,
    pub port: u16,
    /// What it said when it was ready.
    pub said: String,
    _out: BufReader<ChildStdout>,
}

impl Serving {
    /// `command` is the program with `serve` and all that follows but the port.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.args(["--port", "0"]).stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut said = String::new();
        while !said.contains("Ctrl-C") {
            assert_ne!(out.read_line(&mut said).expect("UTF-8"), 0, "it ended, having said:\n{said}");
        }
        let port = said.split("localhost:").nth(1).and_then(|rest| rest.split('/').next()).expect("an address");
        let port = port.parse().expect("a port");
        Serving { child, port, said, _out: out }
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time-out");
        stream
    }

    /// Says exactly this, and reads until the server closes.
    pub fn say(&self, words: &[u8]) -> Answer {
        let mut stream = self.connect();
        stream.write_all(words).expect("it listens");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("it answers");
        Answer::read(&bytes)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    pub fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        self.say(format!("{method} {path} HTTP/1.1\r\nHost: localhost:{}\r\n{headers}\r\n", self.port).as_bytes())
    }

    pub fn text(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}");
        String::from_utf8(answer.body).expect("UTF-8")
    }

    pub fn news(&self) -> News {
        let mut stream = self.connect();
        let request = format!("GET /~/news HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port);
        stream.write_all(request.as_bytes()).expect("it listens");
        News { lines: BufReader::new(stream) }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("UTF-8");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// The events sent to an open page, as they come.
pub struct News {
    lines: BufReader<TcpStream>,
}

impl News {
    pub fn next(&mut self) -> Value {
        loop {
            let mut line = String::new();
            assert_ne!(self.lines.read_line(&mut line).expect("news"), 0, "the news ended");
            if let Some(json) = line.strip_prefix("data: ") {
                return serde_json::from_str(json).expect("JSON");
            }
        }
    }

    /// The first news that are so.
    pub fn until(&mut self, so: impl Fn(&Value) -> bool) -> Value {
        loop {
            let news = self.next();
            if so(&news) {
                return news;
            }
        }
    }
}

pub fn version(news: &Value) -> String {
    news["version"].as_str().unwrap_or_default().to_owned()
}

pub fn faults(news: &Value) -> usize {
    news["faults"].as_array().map_or(0, Vec::len)
}
