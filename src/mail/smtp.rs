//! One message through a mail server (RFC 5321), over TLS. A dialogue of our own, since everything depends on one thing
//! that libraries do not report: whether the end of the message had gone out when the connection was lost. Before that it
//! was certainly not delivered and may go again; after it that is unknown.

#![expect(clippy::disallowed_methods, reason = "the only module that connects to another machine")]

use std::fmt;
use std::io::{self, Write};
use std::net::{IpAddr, SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore};

pub use self::wire::Clock;
use self::wire::Wire;
use crate::model::mail::{Address, Mail, Tls};

mod wire;

/// The reply to a message may take this many times longer than any other (RFC 5321, 4.5.3.2.6): who gives up too early
/// does not know whether it was delivered.
const PATIENCE_AT_THE_END: u32 = 10;
/// How long the reply to `QUIT` is waited for: a server need not send one.
const GOODBYE: Duration = Duration::from_secs(2);
/// All steps up to the message may take this many times as long as one.
const STEPS_TOGETHER: u32 = 5;
/// The fewest bytes a second at which a message goes out: less than a telephone line has.
const SLOWEST: u64 = 4_000;

/// A server, ready to be spoken to.
pub struct Server<'s> {
    host: &'s str,
    port: u16,
    tls: Tls,
    config: Arc<ClientConfig>,
    timeout: Duration,
    credentials: Option<Credentials>,
}

/// Who we are to the server.
pub struct Credentials {
    pub user: String,
    pub password: String,
}

/// Where in the dialogue something happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DialogueStep {
    Connect,
    Greeting,
    Hello,
    StartTls,
    Login,
    Sender,
    Recipient,
    /// The address of the settings that gets a copy of everything.
    Copy,
    Data,
    Message,
}

impl DialogueStep {
    /// Its name in the journal.
    pub fn key(self) -> &'static str {
        match self {
            DialogueStep::Connect => "connect",
            DialogueStep::Greeting => "greeting",
            DialogueStep::Hello => "hello",
            DialogueStep::StartTls => "starttls",
            DialogueStep::Login => "login",
            DialogueStep::Sender => "sender",
            DialogueStep::Recipient => "recipient",
            DialogueStep::Copy => "copy",
            DialogueStep::Data => "data",
            DialogueStep::Message => "message",
        }
    }

    /// Whether the talk had not yet come to any message.
    pub fn is_before_addresses(self) -> bool {
        matches!(
            self,
            DialogueStep::Connect
                | DialogueStep::Greeting
                | DialogueStep::Hello
                | DialogueStep::StartTls
                | DialogueStep::Login
        )
    }

    /// Whether a refusal here would meet every message.
    fn is_of_all(self) -> bool {
        !matches!(self, DialogueStep::Recipient | DialogueStep::Data | DialogueStep::Message)
    }
}

/// What a server said: `250 2.0.0 queued as 4F1`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reply {
    pub code: u16,
    /// On one line, without control characters.
    pub text: String,
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.text)
    }
}

/// Why something did not come about.
#[derive(Debug)]
pub enum StepError {
    /// The server said so.
    Said(Reply),
    /// It said nothing, or not all of it, for as long as the settings allow.
    Silent,
    /// The connection broke, or was never made; the system's words.
    Lost(String),
    /// What it said is no reply of a mail server.
    Nonsense,
}

impl fmt::Display for StepError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StepError::Said(reply) => reply.fmt(f),
            StepError::Silent => f.write_str("no answer in time"),
            StepError::Lost(words) => f.write_str(words),
            StepError::Nonsense => f.write_str("no answer of a mail server"),
        }
    }
}

/// Why the server cannot be used at all.
#[derive(Debug)]
pub enum Closed {
    Said(Reply),
    /// No such host; the system's words.
    NoHost(String),
    /// Its certificate, or the encryption; the words of the library.
    Tls(String),
    NoStartTls,
    /// It takes no login of a kind that we know, or none on this connection.
    NoLogin,
    /// A name or password was given for a connection that anyone could listen to.
    LoginInClear,
}

/// How a message fared that was not accepted.
#[derive(Debug)]
pub enum SendFailure {
    /// Every other message would fare the same: stop.
    Closed(DialogueStep, Closed),
    /// Not delivered, and it may go later.
    Deferred(DialogueStep, StepError),
    /// Not delivered, and will not be as it is.
    Refused(DialogueStep, Reply),
    /// The server takes no message of this size; in bytes, the most that it takes.
    TooLarge(u64),
    /// All of it was sent, and the server's word is missing: it may have been delivered.
    Uncertain(StepError),
    /// The entry before sending could not be written to the journal. Not delivered.
    NotNoted(io::Error),
}

/// Says why the file of authorities is no such file.
#[derive(Debug)]
pub struct BadAuthorities(pub String);

impl<'s> Server<'s> {
    /// `authorities`: the bytes of the PEM file that the settings name.
    ///
    /// # Errors
    /// The file has no certificate, or one that is none.
    pub fn new(
        mail: &'s Mail,
        authorities: Option<&[u8]>,
        credentials: Option<Credentials>,
    ) -> Result<Self, BadAuthorities> {
        let mut roots = RootCertStore::empty();
        match authorities {
            Some(pem) => {
                for certificate in CertificateDer::pem_slice_iter(pem) {
                    let certificate = certificate.map_err(|error| BadAuthorities(error.to_string()))?;
                    roots.add(certificate).map_err(|error| BadAuthorities(error.to_string()))?;
                }
                if roots.is_empty() {
                    return Err(BadAuthorities("no certificate".to_owned()));
                }
            }
            None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let versions = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let versions = versions.map_err(|error| BadAuthorities(error.to_string()))?;
        let config = versions.with_root_certificates(roots).with_no_client_auth();
        Ok(Server {
            host: &mail.host,
            port: mail.port,
            tls: mail.tls,
            config: Arc::new(config),
            timeout: Duration::from_secs(u64::from(mail.timeout)),
            credentials,
        })
    }

    /// Sends one message on a connection of its own. `before_data` is called when the server has taken the addresses, and
    /// before the first byte of the message goes out. Every step has an end by the clock, and so has the whole.
    ///
    /// # Errors
    /// See [`SendFailure`]; only [`SendFailure::Uncertain`] may have been delivered.
    pub fn deliver(
        &self,
        from: &Address,
        to: &Address,
        copy: Option<&Address>,
        message: &[u8],
        clock: Clock<'_>,
        before_data: &mut dyn FnMut() -> io::Result<()>,
    ) -> Result<Reply, SendFailure> {
        let (mut talk, offers) = self.open(clock)?;
        let message = stuffed(message);
        let mut sender = format!("MAIL FROM:<{from}>");
        if let Some(most) = offers.size() {
            if most > 0 && message.len() as u64 > most {
                goodbye(&mut talk.wire);
                return Err(SendFailure::TooLarge(most));
            }
            sender += &format!(" SIZE={}", message.len());
        }
        talk.command(DialogueStep::Sender, &sender)?;
        talk.command(DialogueStep::Recipient, &format!("RCPT TO:<{to}>"))?;
        if let Some(copy) = copy {
            talk.command(DialogueStep::Copy, &format!("RCPT TO:<{copy}>"))?;
        }
        before_data().map_err(SendFailure::NotNoted)?;
        let go_on = talk.command(DialogueStep::Data, "DATA")?;
        if go_on.code != 354 {
            return Err(SendFailure::Deferred(DialogueStep::Data, StepError::Said(go_on)));
        }
        let mut wire = talk.wire;
        wire.allow(self.timeout + Duration::from_secs(message.len() as u64 / SLOWEST), self.timeout);
        wire.write_all(&message).and_then(|()| wire.flush()).map_err(|error| lost(DialogueStep::Message, &error))?;
        // From here on the server may have all of it.
        let uncertain = |error: io::Error| SendFailure::Uncertain(cause(&error));
        let patience = self.timeout * PATIENCE_AT_THE_END;
        wire.allow(patience, patience);
        wire.write_all(b".\r\n").and_then(|()| wire.flush()).map_err(uncertain)?;
        let reply = wire.reply().map_err(uncertain)?;
        goodbye(&mut wire);
        match reply.code {
            200..=299 => Ok(reply),
            500..=599 => Err(SendFailure::Refused(DialogueStep::Message, reply)),
            400..=499 => Err(SendFailure::Deferred(DialogueStep::Message, StepError::Said(reply))),
            _ => Err(SendFailure::Uncertain(StepError::Said(reply))),
        }
    }

    /// Connects, greets, encrypts and logs in.
    fn open<'c>(&self, clock: Clock<'c>) -> Result<(Talk<'c>, Offers), SendFailure> {
        let end = clock().saturating_add(self.timeout * STEPS_TOGETHER);
        let wire = self.connect(clock, end)?;
        let mut talk = Talk { wire, clock, end, timeout: self.timeout };
        if self.tls == Tls::Implicit {
            talk = self.encrypt(talk)?;
        }
        talk.begin();
        talk.expect(DialogueStep::Greeting)?;
        let mut offers = talk.hello()?;
        if self.tls == Tls::StartTls {
            if !offers.has("STARTTLS") {
                goodbye(&mut talk.wire);
                return Err(SendFailure::Closed(DialogueStep::StartTls, Closed::NoStartTls));
            }
            talk.command(DialogueStep::StartTls, "STARTTLS")?;
            talk = self.encrypt(talk)?;
            offers = talk.hello()?;
        }
        if let Some(credentials) = &self.credentials {
            self.login(&mut talk, &offers, credentials)?;
        }
        Ok((talk, offers))
    }

    /// Tries every address of the host.
    fn connect<'c>(&self, clock: Clock<'c>, end: Duration) -> Result<Wire<'c>, SendFailure> {
        let no_host = |words: String| SendFailure::Closed(DialogueStep::Connect, Closed::NoHost(words));
        let found = (self.host, self.port).to_socket_addrs().map_err(|error| no_host(error.to_string()))?;
        let addresses: Vec<SocketAddr> = found.collect();
        let mut last = None;
        for address in &addresses {
            let left = end.saturating_sub(clock()).min(self.timeout);
            if left.is_zero() {
                break;
            }
            match TcpStream::connect_timeout(address, left).and_then(|socket| Wire::new(socket, clock)) {
                Ok(wire) => return Ok(wire),
                Err(error) => last = Some(error),
            }
        }
        Err(last.map_or_else(|| no_host(self.host.to_owned()), |error| lost(DialogueStep::Connect, &error)))
    }

    fn encrypt<'c>(&self, mut talk: Talk<'c>) -> Result<Talk<'c>, SendFailure> {
        let closed = |words: String| SendFailure::Closed(DialogueStep::StartTls, Closed::Tls(words));
        let name = ServerName::try_from(self.host.to_owned()).map_err(|error| closed(error.to_string()))?;
        let connection =
            ClientConnection::new(Arc::clone(&self.config), name).map_err(|error| closed(error.to_string()))?;
        talk.begin();
        let wire = talk.wire.encrypt(connection).map_err(|error| {
            let of_tls = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
            of_tls.map_or_else(|| lost(DialogueStep::StartTls, &error), |fault| closed(fault.to_string()))
        })?;
        Ok(Talk { wire, ..talk })
    }

    fn login(&self, talk: &mut Talk<'_>, offers: &Offers, credentials: &Credentials) -> Result<(), SendFailure> {
        if self.tls == Tls::None && !talk.wire.is_local() {
            return Err(SendFailure::Closed(DialogueStep::Login, Closed::LoginInClear));
        }
        let Credentials { user, password } = credentials;
        if offers.logs_in("PLAIN") {
            let secret = STANDARD.encode(format!("\0{user}\0{password}"));
            talk.command(DialogueStep::Login, &format!("AUTH PLAIN {secret}"))?;
        } else if offers.logs_in("LOGIN") {
            talk.command(DialogueStep::Login, "AUTH LOGIN")?;
            talk.command(DialogueStep::Login, &STANDARD.encode(user))?;
            talk.command(DialogueStep::Login, &STANDARD.encode(password))?;
        } else {
            goodbye(&mut talk.wire);
            return Err(SendFailure::Closed(DialogueStep::Login, Closed::NoLogin));
        }
        Ok(())
    }
}

/// What a server can do, as it says after EHLO.
struct Offers(Vec<String>);

impl Offers {
    fn words(&self, keyword: &str) -> Option<impl Iterator<Item = &str>> {
        self.0.iter().find_map(|line| {
            let mut words = line.split_ascii_whitespace();
            words.next().is_some_and(|first| first.eq_ignore_ascii_case(keyword)).then_some(words)
        })
    }

    fn has(&self, keyword: &str) -> bool {
        self.words(keyword).is_some()
    }

    fn logs_in(&self, mechanism: &str) -> bool {
        self.words("AUTH").is_some_and(|mut words| words.any(|word| word.eq_ignore_ascii_case(mechanism)))
    }

    /// The most bytes that a message may have; 0 for no limit that it states.
    fn size(&self) -> Option<u64> {
        self.words("SIZE").map(|mut words| words.next().and_then(|most| most.parse().ok()).unwrap_or(0))
    }
}

/// The dialogue before the message, step by step.
struct Talk<'c> {
    wire: Wire<'c>,
    clock: Clock<'c>,
    /// When all of it must be done.
    end: Duration,
    /// How long a step may take.
    timeout: Duration,
}

impl Talk<'_> {
    /// Begins a step.
    fn begin(&mut self) {
        let left = self.end.saturating_sub((self.clock)());
        self.wire.allow(left.min(self.timeout), self.timeout);
    }

    /// Who greets without a name gives the address of the connection, as RFC 5321 wants.
    fn hello(&mut self) -> Result<Offers, SendFailure> {
        let name = match self.wire.local_address() {
            Some(IpAddr::V4(address)) => format!("[{address}]"),
            Some(IpAddr::V6(address)) => format!("[IPv6:{address}]"),
            None => "[127.0.0.1]".to_owned(),
        };
        let reply = self.command(DialogueStep::Hello, &format!("EHLO {name}"))?;
        // The first line is the server's name.
        Ok(Offers(reply.text.split('\n').skip(1).map(str::to_owned).collect()))
    }

    /// Sends a line and waits for an answer that lets us go on.
    fn command(&mut self, step: DialogueStep, line: &str) -> Result<Reply, SendFailure> {
        self.begin();
        let sent = self.wire.write_all(format!("{line}\r\n").as_bytes()).and_then(|()| self.wire.flush());
        sent.map_err(|error| lost(step, &error))?;
        self.expect(step)
    }

    fn expect(&mut self, step: DialogueStep) -> Result<Reply, SendFailure> {
        let read = if step == DialogueStep::Hello { self.wire.reply_lines() } else { self.wire.reply() };
        let reply = read.map_err(|error| lost(step, &error))?;
        match reply.code {
            200..=399 => Ok(reply),
            code => {
                goodbye(&mut self.wire);
                let reply = Reply { text: reply.text.replace('\n', " / "), ..reply };
                Err(match code {
                    500..=599 if step.is_of_all() => SendFailure::Closed(step, Closed::Said(reply)),
                    500..=599 => SendFailure::Refused(step, reply),
                    _ => SendFailure::Deferred(step, StepError::Said(reply)),
                })
            }
        }
    }
}

/// Says goodbye as the protocol wants; whether the server reads it changes nothing.
fn goodbye(wire: &mut Wire<'_>) {
    wire.allow(GOODBYE, GOODBYE);
    let said = wire.write_all(b"QUIT\r\n").and_then(|()| wire.flush());
    if said.is_ok() {
        let _ = wire.reply();
    }
}

fn lost(step: DialogueStep, error: &io::Error) -> SendFailure {
    SendFailure::Deferred(step, cause(error))
}

fn cause(error: &io::Error) -> StepError {
    match error.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => StepError::Silent,
        io::ErrorKind::InvalidData => StepError::Nonsense,
        _ => StepError::Lost(error.to_string()),
    }
}

/// The message as it goes over the wire: lines end in CRLF, the last one too, and one that begins with a dot has another
/// before it.
fn stuffed(message: &[u8]) -> Vec<u8> {
    let mut stuffed = Vec::with_capacity(message.len() + message.len() / 64 + 2);
    let message = message.strip_suffix(b"\n").unwrap_or(message);
    for line in message.split(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            stuffed.push(b'.');
        }
        stuffed.extend_from_slice(line.strip_suffix(b"\r").unwrap_or(line));
        stuffed.extend_from_slice(b"\r\n");
    }
    stuffed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_and_line_ends() {
        let goes = |message: &str| String::from_utf8(stuffed(message.as_bytes())).unwrap();
        assert_eq!(goes("a\r\n.\r\n..b\r\n"), "a\r\n..\r\n...b\r\n");
        assert_eq!(goes(".a\nb"), "..a\r\nb\r\n");
        assert_eq!(goes("a\r\n\r\n"), "a\r\n\r\n");
    }

    #[test]
    fn offers() {
        let offers = Offers(vec!["SIZE 35882577".to_owned(), "auth plain LOGIN".to_owned(), "STARTTLS".to_owned()]);
        assert_eq!(offers.size(), Some(35_882_577));
        assert!(offers.logs_in("PLAIN") && offers.logs_in("LOGIN") && !offers.logs_in("XOAUTH2"));
        assert!(offers.has("starttls") && !offers.has("8BITMIME"));
        assert_eq!(Offers(vec!["SIZE".to_owned()]).size(), Some(0));
    }
}
