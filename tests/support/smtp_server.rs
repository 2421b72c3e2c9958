//! A mail server on loopback for the tests: RFC 5321 with AUTH, STARTTLS, TLS and SIZE, and faults on demand. It keeps
//! every message whose end it saw, whatever it answered then: such a message counts as delivered.
#![allow(dead_code, reason = "every test file uses a part of it")]

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// How a connection is made safe.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    Plain,
    Implicit,
    StartTls,
}

/// The fault that messages to one address meet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// This reply to RCPT.
    Recipient(&'static str),
    /// This reply to RCPT, so many times; then all is well.
    RecipientAtFirst(usize, &'static str),
    /// No reply to RCPT.
    SilentAtRecipient,
    /// This reply to DATA.
    Data(&'static str),
    /// Closes the connection after so many bytes of the message.
    DropWithin(usize),
    /// Closes the connection after the end of the message, without a reply.
    DropAfter,
    /// This reply to the message.
    Message(&'static str),
    /// No reply to the message until the server is gone.
    SilentAfter,
    /// `DropAfter`, once.
    DropAfterOnce,
}

#[derive(Clone, Debug)]
pub struct Options {
    pub mode: Mode,
    /// What a client must log in with.
    pub login: Option<(String, String)>,
    /// The kinds of login offered.
    pub mechanisms: &'static str,
    pub size: Option<u64>,
    /// Said instead of the greeting; silence where it is empty.
    pub greeting: Option<&'static str>,
    /// Put behind the reply to STARTTLS, in the clear, as someone between would.
    pub injected: Option<&'static str>,
    /// The name in the certificate.
    pub certified: &'static str,
    pub faults: BTreeMap<String, Fault>,
    /// At this step (`greeting`, `handshake`, a command, or `message`) it sends a byte three times a second, without end.
    pub dribbles: Option<&'static str>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            mode: Mode::Plain,
            login: None,
            mechanisms: "PLAIN LOGIN",
            size: Some(50_000_000),
            greeting: None,
            injected: None,
            certified: "127.0.0.1",
            faults: BTreeMap::new(),
            dribbles: None,
        }
    }
}

/// A message as it came.
#[derive(Clone, Debug)]
pub struct Received {
    pub from: String,
    pub to: Vec<String>,
    pub data: Vec<u8>,
    pub encrypted: bool,
    pub user: Option<String>,
}

#[derive(Default)]
struct State {
    received: Vec<Received>,
    /// Every line that a client sent outside of messages.
    commands: Vec<String>,
    faults: BTreeMap<String, Fault>,
    connections: usize,
}

pub struct Server {
    pub port: u16,
    /// The authority that signed the server's certificate, PEM.
    pub authority: String,
    state: Arc<Mutex<State>>,
    stops: Arc<AtomicBool>,
}

impl Server {
    pub fn start(options: Options) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (authority, config) = certificate(options.certified);
        let state = Arc::new(Mutex::new(State { faults: options.faults.clone(), ..State::default() }));
        let stops = Arc::new(AtomicBool::new(false));
        let (shared, stopped) = (Arc::clone(&state), Arc::clone(&stops));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if stopped.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let (options, config, state) = (options.clone(), Arc::clone(&config), Arc::clone(&shared));
                let stopped = Arc::clone(&stopped);
                // A client that goes away is no fault of the server's.
                thread::spawn(move || drop(Session { options, state, stopped, user: None }.serve(stream, &config)));
            }
        });
        Server { port, authority, state, stops }
    }

    pub fn received(&self) -> Vec<Received> {
        self.state.lock().unwrap().received.clone()
    }

    /// Addresses of all messages that came, in their order.
    pub fn recipients(&self) -> Vec<String> {
        self.received().into_iter().flat_map(|message| message.to).collect()
    }

    pub fn commands(&self) -> Vec<String> {
        self.state.lock().unwrap().commands.clone()
    }

    pub fn connections(&self) -> usize {
        self.state.lock().unwrap().connections
    }

    /// From now on all is well.
    pub fn heal(&self) {
        self.state.lock().unwrap().faults.clear();
    }

    /// Waits until so many messages have come.
    pub fn wait_for(&self, count: usize) {
        for _ in 0..600 {
            if self.received().len() >= count {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("only {} messages came", self.received().len());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stops.store(true, Ordering::SeqCst);
        // The listener wakes up and ends.
        drop(TcpStream::connect(("127.0.0.1", self.port)));
    }
}

/// An authority of our own, and a certificate by it.
fn certificate(name: &str) -> (String, Arc<ServerConfig>) {
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = params.self_signed(&key).unwrap();
    let issuer = Issuer::new(params, key);
    let own = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new(vec![name.to_owned()]).unwrap().signed_by(&own, &issuer).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(own.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], key)
        .unwrap();
    (authority.pem(), Arc::new(config))
}

trait Stream: Read + Write {}
impl<T: Read + Write> Stream for T {}

struct Session {
    options: Options,
    state: Arc<Mutex<State>>,
    stopped: Arc<AtomicBool>,
    user: Option<String>,
}

/// Lines of a reply that has no end, and the head of a TLS record that is longer than anybody will wait for.
const REPLY: &[u8] = b"250-x\r\n";
const HANDSHAKE: &[u8] = &[0x16, 0x03, 0x03, 0x3f, 0xff, 0x02, 0x00, 0x3f, 0xfb];

/// The connection ends here.
fn gone<T>() -> io::Result<T> {
    Err(io::ErrorKind::ConnectionAborted.into())
}

impl Session {
    fn serve(&mut self, stream: TcpStream, config: &Arc<ServerConfig>) -> io::Result<()> {
        self.state.lock().unwrap().connections += 1;
        let encrypt = |stream: TcpStream| {
            let connection = ServerConnection::new(Arc::clone(config)).map_err(io::Error::other);
            connection.map(|connection| StreamOwned::new(connection, stream))
        };
        if self.options.mode == Mode::Implicit && self.options.dribbles == Some("handshake") {
            return self.dribble(&mut &stream, HANDSHAKE);
        }
        if self.options.mode == Mode::Implicit {
            return self.talk(&mut BufReader::new(encrypt(stream)?), true, true).map(|_| ());
        }
        let mut plain = BufReader::new(stream);
        if self.talk(&mut plain, true, false)? {
            if self.options.dribbles == Some("handshake") {
                return self.dribble(plain.get_mut(), HANDSHAKE);
            }
            self.talk(&mut BufReader::new(encrypt(plain.into_inner())?), false, true)?;
        }
        Ok(())
    }

    /// `true` where the client asked for STARTTLS.
    fn talk(&mut self, stream: &mut BufReader<impl Stream>, greets: bool, encrypted: bool) -> io::Result<bool> {
        if greets && self.options.dribbles == Some("greeting") {
            self.dribble(stream.get_mut(), REPLY)?;
        }
        if greets {
            match self.options.greeting {
                Some("") => self.silence()?,
                Some(words) => say(stream, words)?,
                None => say(stream, "220 thu.example ESMTP")?,
            }
        }
        let (mut from, mut to): (Option<String>, Vec<String>) = (None, Vec::new());
        loop {
            let line = line(stream)?;
            self.state.lock().unwrap().commands.push(line.clone());
            let verb = line.split([' ', ':']).next().unwrap_or("").to_ascii_uppercase();
            let needs_login = self.options.login.is_some() && self.user.is_none();
            if self.options.dribbles == Some(verb.as_str()) {
                self.dribble(stream.get_mut(), REPLY)?;
            }
            match verb.as_str() {
                "EHLO" => {
                    let mut lines = vec!["thu.example chào bạn".to_owned(), "8BITMIME".to_owned()];
                    lines.extend(self.options.size.map(|size| format!("SIZE {size}")));
                    if self.options.mode == Mode::StartTls && !encrypted {
                        lines.push("STARTTLS".to_owned());
                    } else if self.options.login.is_some() {
                        lines.push(format!("AUTH {}", self.options.mechanisms));
                    }
                    let last = lines.len() - 1;
                    for (index, text) in lines.iter().enumerate() {
                        say(stream, &format!("250{}{text}", if index == last { ' ' } else { '-' }))?;
                    }
                }
                "STARTTLS" if self.options.mode == Mode::StartTls && !encrypted => {
                    let more = self.options.injected.map(|words| format!("\r\n{words}")).unwrap_or_default();
                    say(stream, &format!("220 2.0.0 go{more}"))?;
                    return Ok(true);
                }
                "AUTH" => match self.login(stream, &line)? {
                    true => say(stream, "235 2.7.0 ok")?,
                    false => say(stream, "535 5.7.8 sai tên hoặc mật khẩu")?,
                },
                "MAIL" if needs_login => say(stream, "530 5.7.0 đăng nhập trước")?,
                "MAIL" => {
                    (from, to) = (Some(address(&line)), Vec::new());
                    say(stream, "250 2.1.0 ok")?;
                }
                "RCPT" if from.is_none() => say(stream, "503 5.5.1 MAIL first")?,
                "RCPT" => {
                    let address = address(&line);
                    match self.recipient(&address)? {
                        Some(refusal) => say(stream, refusal)?,
                        None => {
                            to.push(address);
                            say(stream, "250 2.1.5 ok")?;
                        }
                    }
                }
                "DATA" if to.is_empty() => say(stream, "503 5.5.1 RCPT first")?,
                "DATA" => {
                    let fault = to.iter().find_map(|to| self.state.lock().unwrap().faults.get(to).cloned());
                    if let Some(Fault::Data(words)) = fault {
                        say(stream, words)?;
                        continue;
                    }
                    say(stream, "354 go on")?;
                    let most = if let Some(Fault::DropWithin(most)) = fault { most } else { usize::MAX };
                    let data = message(stream, most)?;
                    let message = Received {
                        from: from.clone().unwrap_or_default(),
                        to: to.clone(),
                        data,
                        encrypted,
                        user: self.user.clone(),
                    };
                    self.state.lock().unwrap().received.push(message);
                    if self.options.dribbles == Some("message") {
                        self.dribble(stream.get_mut(), REPLY)?;
                    }
                    match fault {
                        Some(Fault::DropAfter) => return gone(),
                        Some(Fault::DropAfterOnce) => {
                            self.state.lock().unwrap().faults.remove(&to[0]);
                            return gone();
                        }
                        Some(Fault::SilentAfter) => self.silence()?,
                        Some(Fault::Message(words)) => {
                            self.state.lock().unwrap().received.pop();
                            say(stream, words)?;
                        }
                        _ => say(stream, "250 2.0.0 queued")?,
                    }
                    (from, to) = (None, Vec::new());
                }
                "RSET" | "NOOP" => say(stream, "250 ok")?,
                "QUIT" => {
                    say(stream, "221 bye")?;
                    return Ok(false);
                }
                _ => say(stream, "500 5.5.2 ?")?,
            }
        }
    }

    /// Returns the refusal of an address; `None` where it is accepted.
    fn recipient(&mut self, address: &str) -> io::Result<Option<&'static str>> {
        let mut state = self.state.lock().unwrap();
        Ok(match state.faults.get_mut(address) {
            Some(Fault::Recipient(words)) => Some(*words),
            Some(Fault::RecipientAtFirst(0, _)) => None,
            Some(Fault::RecipientAtFirst(left, words)) => {
                *left -= 1;
                Some(*words)
            }
            Some(Fault::SilentAtRecipient) => {
                drop(state);
                self.silence()?;
                None
            }
            _ => None,
        })
    }

    fn login(&mut self, stream: &mut BufReader<impl Stream>, command: &str) -> io::Result<bool> {
        let decode = |text: &str| STANDARD.decode(text).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let words: Vec<&str> = command.split(' ').collect();
        let (user, password) = match words.as_slice() {
            [_, "PLAIN", secret] => {
                let secret = decode(secret).unwrap_or_default();
                let mut parts = secret.split('\0').skip(1).map(str::to_owned);
                (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
            }
            [_, "LOGIN"] => {
                say(stream, "334 VXNlcm5hbWU6")?;
                let user = decode(&line(stream)?).unwrap_or_default();
                say(stream, "334 UGFzc3dvcmQ6")?;
                (user, decode(&line(stream)?).unwrap_or_default())
            }
            _ => return Ok(false),
        };
        let is_known = self.options.login.as_ref() == Some(&(user.clone(), password));
        self.user = is_known.then_some(user);
        Ok(is_known)
    }

    /// Sends a byte now and then, until the server ends or the client goes away.
    fn dribble<T>(&self, stream: &mut impl Write, begins: &[u8]) -> io::Result<T> {
        for byte in begins.iter().cycle() {
            if self.stopped.load(Ordering::SeqCst) {
                break;
            }
            stream.write_all(&[*byte])?;
            stream.flush()?;
            thread::sleep(Duration::from_millis(300));
        }
        gone()
    }

    /// Says nothing until the server ends or half a minute is over; then the connection goes.
    fn silence<T>(&self) -> io::Result<T> {
        for _ in 0..600 {
            if self.stopped.load(Ordering::SeqCst) {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        gone()
    }
}

fn say(stream: &mut BufReader<impl Stream>, words: &str) -> io::Result<()> {
    let stream = stream.get_mut();
    stream.write_all(format!("{words}\r\n").as_bytes())?;
    stream.flush()
}

/// A command, which must end as RFC 5321 wants.
fn line(stream: &mut BufReader<impl Stream>) -> io::Result<String> {
    let mut line = Vec::new();
    stream.read_until(b'\n', &mut line)?;
    let line = String::from_utf8(line).map_err(io::Error::other)?;
    line.strip_suffix("\r\n").map(str::to_owned).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

/// Returns the text in angle brackets.
fn address(line: &str) -> String {
    line.split(['<', '>']).nth(1).unwrap_or("").to_owned()
}

/// A message to its end, the dots before dots taken away. Gone after so many bytes.
fn message(stream: &mut BufReader<impl Stream>, most: usize) -> io::Result<Vec<u8>> {
    let mut data = Vec::new();
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line)? == 0 || data.len() > most {
            return gone();
        }
        assert!(line.ends_with(b"\r\n"), "a line of a message without its end");
        assert!(line.len() <= 1000, "a line of {} bytes", line.len());
        if line == b".\r\n" {
            return Ok(data);
        }
        data.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
