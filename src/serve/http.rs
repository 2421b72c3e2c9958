//! The door for the browser: listens on the loopback of this machine and nowhere else. One thread for each connection, one
//! request for each; who is slow waits alone, and who opens too many loses the oldest.
#![expect(clippy::disallowed_methods, reason = "the only listener")]

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::board::Board;
use super::request::{self, HEAD_LIMIT, Request, RequestRefusal};
use super::routes::{self, Response, Whole};

/// Connections at once.
const MAX_CONNECTIONS: usize = 96;
/// In how many pieces a head may come, and how long each may take.
const PIECES: usize = 32;
const PIECE: Duration = Duration::from_millis(1500);
/// How long a browser may leave a response unread.
const WRITING: Duration = Duration::from_secs(15);
/// How long what a client still sends is listened to after the answer, so that the answer is not lost.
const LINGER_TIMEOUT: Duration = Duration::from_millis(300);
/// After this time without an event a line shows whether the browser is still there.
const SILENCE: Duration = Duration::from_secs(10);
/// How often a free port is looked for that both addresses have.
const TRIES: usize = 16;

/// Both loopback addresses, of one port.
pub struct LoopbackListener {
    listeners: Vec<TcpListener>,
    pub port: u16,
}

impl LoopbackListener {
    /// Takes a port; 0 is any that is free.
    ///
    /// # Errors
    /// Another program has the port on either address. A machine without IPv6 has one address only.
    pub fn open(port: u16) -> io::Result<LoopbackListener> {
        let mut last = None;
        for _ in 0..if port == 0 { TRIES } else { 1 } {
            let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
            let own = first.local_addr()?.port();
            match TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, own))) {
                Ok(second) => return Ok(LoopbackListener { listeners: vec![first, second], port: own }),
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => last = Some(error),
                Err(_) => return Ok(LoopbackListener { listeners: vec![first], port: own }),
            }
        }
        Err(last.unwrap_or_else(|| io::ErrorKind::AddrInUse.into()))
    }

    /// Gives the listeners to another server.
    pub fn into_listeners(self) -> Vec<TcpListener> {
        self.listeners
    }

    /// Lets browsers in, from threads of its own, until the program ends.
    pub fn serve(self, board: &Arc<Board>) {
        let connections = Arc::new(Connections::default());
        for listener in self.listeners {
            let (board, connections, port) = (Arc::clone(board), Arc::clone(&connections), self.port);
            thread::spawn(move || {
                for stream in listener.incoming().filter_map(Result::ok) {
                    let Ok(connection) = connections.admit(&stream) else { continue };
                    let (board, host) = (Arc::clone(&board), Arc::clone(&connections));
                    let served = thread::Builder::new().spawn(move || {
                        // Who goes away in the midst of an answer does not want it.
                        let _ = serve(&stream, port, &board);
                        host.leave(connection);
                    });
                    // Where no thread is to be had, the connection is closed.
                    if served.is_err() {
                        connections.leave(connection);
                    }
                }
            });
        }
    }
}

/// The connections that are open, the oldest first.
#[derive(Default)]
struct Connections {
    all: Mutex<(u64, BTreeMap<u64, TcpStream>)>,
}

impl Connections {
    fn all(&self) -> MutexGuard<'_, (u64, BTreeMap<u64, TcpStream>)> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn admit(&self, stream: &TcpStream) -> io::Result<u64> {
        let second = stream.try_clone()?;
        let mut all = self.all();
        if all.1.len() >= MAX_CONNECTIONS
            && let Some((_, oldest)) = all.1.pop_first()
        {
            let _ = oldest.shutdown(Shutdown::Both);
        }
        all.0 += 1;
        let connection = all.0;
        all.1.insert(connection, second);
        Ok(connection)
    }

    fn leave(&self, connection: u64) {
        self.all().1.remove(&connection);
    }
}

fn serve(mut stream: &TcpStream, port: u16, board: &Board) -> io::Result<()> {
    stream.set_read_timeout(Some(PIECE))?;
    stream.set_write_timeout(Some(WRITING))?;
    stream.set_nodelay(true)?;
    let request = match head(stream, port)? {
        Some(Ok(request)) => request,
        Some(Err(refusal)) => {
            write(stream, &routes::refused(refusal), false)?;
            return farewell(stream);
        }
        // Gone, or too slow: there is nobody to answer.
        None => return Ok(()),
    };
    match routes::answer(&request, board) {
        Response::Whole(whole) => write(stream, &whole, request.head_only)?,
        Response::News => {
            stream.write_all(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
                  X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n\
                  Connection: close\r\n\r\n",
            )?;
            if !request.head_only {
                send_news(stream, board)?;
            }
        }
    }
    farewell(stream)
}

/// The request; `None` where it did not come.
fn head(mut stream: &TcpStream, port: u16) -> io::Result<Option<Result<Request, RequestRefusal>>> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    for _ in 0..PIECES {
        let length = stream.read(&mut piece)?;
        bytes.extend_from_slice(piece.get(..length).unwrap_or_default());
        if let Some(request) = request::read(&bytes, port) {
            return Ok(Some(request));
        }
        if length == 0 || bytes.len() > HEAD_LIMIT {
            break;
        }
    }
    Ok(None)
}

fn write(mut stream: &TcpStream, whole: &Whole, head_only: bool) -> io::Result<()> {
    let Whole { status, kind, policy, body } = whole;
    let allow = if status.starts_with("405") { "Allow: GET, HEAD\r\n" } else { "" };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         Content-Security-Policy: {policy}\r\nX-Content-Type-Options: nosniff\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\nReferrer-Policy: same-origin\r\n{allow}Connection: close\r\n\r\n",
        body.len()
    );
    let mut bytes = head.into_bytes();
    if !head_only {
        bytes.extend_from_slice(body);
    }
    stream.write_all(&bytes)
}

/// News as they come, until the browser goes.
fn send_news(mut stream: &TcpStream, board: &Board) -> io::Result<()> {
    stream.write_all(b"retry: 500\n\n")?;
    let mut turn = 0;
    loop {
        match board.news_after(turn, SILENCE) {
            Some((now, json)) => {
                turn = now;
                stream.write_all(format!("data: {json}\n\n").as_bytes())?;
            }
            None => stream.write_all(b":\n\n")?,
        }
    }
}

/// A connection that is closed with words unread takes the answer with it.
fn farewell(mut stream: &TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(LINGER_TIMEOUT))?;
    let mut rest = [0; 4096];
    for _ in 0..PIECES {
        if stream.read(&mut rest)? == 0 {
            break;
        }
    }
    Ok(())
}
