//! The bytes between us and a mail server, plain or encrypted, and the replies in them.

use std::io::{self, Read, Write};
use std::net::{IpAddr, TcpStream};
use std::time::Duration;

use rustls::{ClientConnection, StreamOwned};

use super::Reply;

/// A line of a reply has 512 bytes (RFC 5321, 4.5.3.1.5); who sends much longer ones, or very many, is no mail server.
const LONGEST_LINE: usize = 8192;
const MOST_LINES: usize = 256;

pub(super) struct Wire {
    stream: Stream,
    /// Read, but not yet taken.
    ahead: Vec<u8>,
}

enum Stream {
    Plain(TcpStream),
    Encrypted(Box<StreamOwned<ClientConnection, TcpStream>>),
}

impl Wire {
    pub fn new(stream: TcpStream, timeout: Duration) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        let mut wire = Wire { stream: Stream::Plain(stream), ahead: Vec::new() };
        wire.set_timeout(timeout)?;
        Ok(wire)
    }

    /// Encrypts what follows. What the server said before that and we have not read is no part of it: someone between
    /// could have put it there.
    pub fn encrypt(self, mut connection: ClientConnection) -> io::Result<Self> {
        if !self.ahead.is_empty() {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let Stream::Plain(mut socket) = self.stream else { return Err(io::ErrorKind::AlreadyExists.into()) };
        while connection.is_handshaking() {
            connection.complete_io(&mut socket)?;
        }
        let stream = Stream::Encrypted(Box::new(StreamOwned::new(connection, socket)));
        Ok(Wire { stream, ahead: Vec::new() })
    }

    /// How long to wait for each byte to come or go.
    pub fn set_timeout(&mut self, timeout: Duration) -> io::Result<()> {
        self.socket().set_read_timeout(Some(timeout))?;
        self.socket().set_write_timeout(Some(timeout))
    }

    pub fn local_address(&self) -> Option<IpAddr> {
        self.socket().local_addr().ok().map(|address| address.ip())
    }

    /// Whether the other end is this machine.
    pub fn is_local(&self) -> bool {
        self.socket().peer_addr().is_ok_and(|address| address.ip().is_loopback())
    }

    fn socket(&self) -> &TcpStream {
        match &self.stream {
            Stream::Plain(socket) => socket,
            Stream::Encrypted(stream) => stream.get_ref(),
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
        while lines.len() < MOST_LINES {
            let line = self.line()?;
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
            Stream::Plain(socket) => socket.read(block),
            Stream::Encrypted(stream) => stream.read(block),
        }
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.stream {
            Stream::Plain(socket) => socket.write(bytes),
            Stream::Encrypted(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.stream {
            Stream::Plain(socket) => socket.flush(),
            Stream::Encrypted(stream) => stream.flush(),
        }
    }
}
