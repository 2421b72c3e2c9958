//! The bytes between us and a mail server, plain or encrypted, and the replies in them.

use std::io::{self, Read, Write};
use std::net::{IpAddr, TcpStream};
use std::time::Duration;

use rustls::{ClientConnection, StreamOwned};

use super::Reply;

/// A line of a reply has 512 bytes (RFC 5321, 4.5.3.1.5); who sends much longer ones, or very many, is no mail server.
const LONGEST_LINE: usize = 8192;
const LONGEST_REPLY: usize = 1 << 16;
const MOST_LINES: usize = 256;

/// Time since some moment, by a clock that nobody sets.
pub type Clock<'c> = &'c dyn Fn() -> Duration;

pub(super) struct Wire<'c> {
    stream: Stream<'c>,
    /// Read, but not yet taken.
    ahead: Vec<u8>,
}

enum Stream<'c> {
    Plain(Timed<'c>),
    Encrypted(Box<StreamOwned<ClientConnection, Timed<'c>>>),
}

/// A socket on which every step has an end. A timeout for each byte is not enough: who sends one now and then would
/// hold the run for hours. The TLS handshake goes through this as well.
struct Timed<'c> {
    socket: TcpStream,
    clock: Clock<'c>,
    /// When the step must be done.
    end: Duration,
    /// How long nothing may move at all.
    idle: Duration,
}

impl Timed<'_> {
    /// How long the next byte may take.
    fn left(&self) -> io::Result<Duration> {
        let left = self.end.checked_sub((self.clock)()).filter(|left| !left.is_zero());
        left.map(|left| left.min(self.idle)).ok_or_else(|| io::ErrorKind::TimedOut.into())
    }
}

impl Read for Timed<'_> {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        self.socket.set_read_timeout(Some(self.left()?))?;
        self.socket.read(block)
    }
}

impl Write for Timed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.socket.set_write_timeout(Some(self.left()?))?;
        self.socket.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.socket.flush()
    }
}

impl<'c> Wire<'c> {
    /// Takes a connected socket; `clock` measures how long the other side is silent.
    pub fn new(socket: TcpStream, clock: Clock<'c>) -> io::Result<Self> {
        socket.set_nodelay(true)?;
        let timed = Timed { socket, clock, end: Duration::ZERO, idle: Duration::ZERO };
        Ok(Wire { stream: Stream::Plain(timed), ahead: Vec::new() })
    }

    /// Begins a step, which may take this long as a whole, and this long without a byte that comes or goes.
    pub fn allow(&mut self, whole: Duration, idle: Duration) {
        let timed = self.timed();
        timed.end = (timed.clock)().saturating_add(whole);
        timed.idle = idle;
    }

    fn timed(&mut self) -> &mut Timed<'c> {
        match &mut self.stream {
            Stream::Plain(timed) => timed,
            Stream::Encrypted(stream) => &mut stream.sock,
        }
    }

    /// Encrypts what follows. What the server said before that and we have not read is no part of it: someone between
    /// could have put it there.
    pub fn encrypt(self, mut connection: ClientConnection) -> io::Result<Self> {
        if !self.ahead.is_empty() {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let Stream::Plain(mut timed) = self.stream else { return Err(io::ErrorKind::AlreadyExists.into()) };
        while connection.is_handshaking() {
            connection.complete_io(&mut timed)?;
        }
        let stream = Stream::Encrypted(Box::new(StreamOwned::new(connection, timed)));
        Ok(Wire { stream, ahead: Vec::new() })
    }

    /// Returns the address of this machine on the connection, which EHLO names where the machine has no name.
    pub fn local_address(&self) -> Option<IpAddr> {
        self.socket().local_addr().ok().map(|address| address.ip())
    }

    /// Whether the other end is this machine.
    pub fn is_local(&self) -> bool {
        self.socket().peer_addr().is_ok_and(|address| address.ip().is_loopback())
    }

    fn socket(&self) -> &TcpStream {
        match &self.stream {
            Stream::Plain(timed) => &timed.socket,
            Stream::Encrypted(stream) => &stream.get_ref().socket,
        }
    }

    /// The next reply, its lines made one.
    ///
    /// # Errors
    /// The connection broke or was silent; [`io::ErrorKind::InvalidData`] for what is no reply.
    pub fn reply(&mut self) -> io::Result<Reply> {
        let reply = self.reply_lines()?;
        Ok(Reply { text: reply.text.replace('\n', " / "), ..reply })
    }

    /// The next reply, its lines apart by line feeds.
    pub fn reply_lines(&mut self) -> io::Result<Reply> {
        let mut lines = Vec::new();
        let mut length = 0;
        while lines.len() < MOST_LINES && length < LONGEST_REPLY {
            let line = self.line()?;
            length += line.len();
            let code: u16 = line.get(..3).and_then(|code| code.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
            let rest = line.get(3..).unwrap_or("");
            if !(200..600).contains(&code) || !(rest.is_empty() || rest.starts_with([' ', '-'])) {
                return Err(io::ErrorKind::InvalidData.into());
            }
            lines.push(rest.get(1..).unwrap_or("").trim().to_owned());
            if !rest.starts_with('-') {
                return Ok(Reply { code, text: lines.join("\n") });
            }
        }
        Err(io::ErrorKind::InvalidData.into())
    }

    /// The next line, without its end; what is no printable character is a blank.
    fn line(&mut self) -> io::Result<String> {
        loop {
            if let Some(end) = self.ahead.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.ahead.drain(..=end).collect();
                let line = String::from_utf8_lossy(&line).trim_end().to_owned();
                return Ok(line.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect());
            }
            if self.ahead.len() > LONGEST_LINE {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let mut block = [0; 2048];
            match self.read_some(&mut block)? {
                0 => return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the server closed the connection")),
                read => self.ahead.extend_from_slice(block.get(..read).unwrap_or_default()),
            }
        }
    }

    fn read_some(&mut self, block: &mut [u8]) -> io::Result<usize> {
        match &mut self.stream {
            Stream::Plain(timed) => timed.read(block),
            Stream::Encrypted(stream) => stream.read(block),
        }
    }
}

impl Write for Wire<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.stream {
            Stream::Plain(timed) => timed.write(bytes),
            Stream::Encrypted(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.stream {
            Stream::Plain(timed) => timed.flush(),
            Stream::Encrypted(stream) => stream.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::net::TcpListener;

    use super::*;

    /// A clock that goes on by a second each time it is looked at, as if every byte took one.
    fn run(sent: &'static [u8], allowed: u64) -> io::Result<Reply> {
        #![expect(clippy::disallowed_methods, reason = "a server of the test's own")]
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let server = std::thread::spawn(move || {
            let (mut socket, _) = listener.accept().unwrap();
            for byte in sent {
                if socket.write_all(&[*byte]).is_err() {
                    break;
                }
                std::thread::sleep(Duration::from_millis(2));
            }
            socket
        });
        let at = Cell::new(0);
        let clock = || Duration::from_secs(at.replace(at.get() + 1));
        let socket = TcpStream::connect(address).unwrap();
        let mut wire = Wire::new(socket, &clock).unwrap();
        wire.allow(Duration::from_secs(allowed), Duration::from_secs(5));
        let reply = wire.reply();
        drop(server.join());
        reply
    }

    #[test]
    fn a_reply_that_comes_byte_by_byte_has_an_end() {
        assert_eq!(run(b"250 ok\r\n", 100).unwrap().code, 250);
        for (sent, allowed) in [(&b"250-a\r\n250-b\r\n250-c\r\n250 ok\r\n"[..], 6), (b"250 ok", 3)] {
            let kind = run(sent, allowed).unwrap_err().kind();
            // On a busy machine the last second passes before the next byte is there.
            assert!(matches!(kind, io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock), "{kind}");
        }
    }
}
