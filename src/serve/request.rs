//! The head of a request: who is meant, and what is wanted. Only what a browser on this machine would send is let in.

/// A head longer than this is not read.
pub const HEAD_LIMIT: usize = 16 * 1024;
const HEADERS: usize = 64;

/// The path or stream that a browser requests.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    /// The answer goes without its body.
    pub head_only: bool,
    /// Decoded, without the `/` at its beginning and without the query.
    pub path: String,
}

/// Why a request is not answered with what it wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RequestRefusal {
    Malformed,
    /// Meant for another host: a page of a stranger that has its own name lead here (DNS rebinding) would read the
    /// editor's drafts.
    OtherHost,
    Method,
    TooLarge,
}

/// Reads a head. `None`: it is not whole yet. `port` is the server's own.
pub fn read(head: &[u8], port: u16) -> Option<Result<Request, RequestRefusal>> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    match parsed.parse(head) {
        Ok(httparse::Status::Complete(_)) => Some(wanted(&parsed, port)),
        Ok(httparse::Status::Partial) if head.len() < HEAD_LIMIT => None,
        Ok(httparse::Status::Partial) | Err(httparse::Error::TooManyHeaders) => Some(Err(RequestRefusal::TooLarge)),
        Err(_) => Some(Err(RequestRefusal::Malformed)),
    }
}

fn wanted(parsed: &httparse::Request<'_, '_>, port: u16) -> Result<Request, RequestRefusal> {
    let mut hosts = parsed.headers.iter().filter(|header| header.name.eq_ignore_ascii_case("host"));
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return Err(RequestRefusal::Malformed) };
    if !is_own(host.value, port) {
        return Err(RequestRefusal::OtherHost);
    }
    let head_only = match parsed.method {
        Some("GET") => false,
        Some("HEAD") => true,
        _ => return Err(RequestRefusal::Method),
    };
    let target = parsed.path.and_then(|target| target.strip_prefix('/')).ok_or(RequestRefusal::Malformed)?;
    let path = target.split(['?', '#']).next().unwrap_or(target);
    Ok(Request { head_only, path: decoded(path).ok_or(RequestRefusal::Malformed)? })
}

/// Whether a browser at `localhost` or an address of the loopback would write this as its host.
pub fn is_own(host: &[u8], port: u16) -> bool {
    let Ok(host) = std::str::from_utf8(host) else { return false };
    let host = host.trim().to_ascii_lowercase();
    let name = match host.strip_suffix(&format!(":{port}")) {
        Some(name) => name,
        // The port that need not be written.
        None if port == 80 => &host,
        None => return false,
    };
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

/// A path with its `%41` read; `None` where it is not UTF-8 or has control characters.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => (digit(rest.next()?)? << 4) | digit(rest.next()?)?,
            plain => plain,
        });
    }
    String::from_utf8(bytes).ok().filter(|path| !path.chars().any(char::is_control))
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str, headers: &str) -> Option<Result<Request, RequestRefusal>> {
        read(format!("{line} HTTP/1.1\r\n{headers}\r\n").as_bytes(), 8400)
    }

    fn path(target: &str) -> Result<String, RequestRefusal> {
        asked(&format!("GET {target}"), "Host: localhost:8400\r\n").unwrap().map(|request| request.path)
    }

    #[test]
    fn only_this_machine_by_its_own_names() {
        for host in ["localhost:8400", "LOCALHOST:8400", "127.0.0.1:8400", "[::1]:8400"] {
            assert!(asked("GET /", &format!("Host: {host}\r\n")).unwrap().is_ok(), "{host}");
        }
        for host in [
            "",
            "localhost",
            "localhost:80",
            "localhost:84000",
            "evil.vn:8400",
            "127.0.0.1.evil.vn:8400",
            "localhost.:8400",
            "127.0.0.2:8400",
            "0.0.0.0:8400",
            "x@localhost:8400",
            "localhost:8400:8400",
        ] {
            assert_eq!(asked("GET /", &format!("Host: {host}\r\n")), Some(Err(RequestRefusal::OtherHost)), "{host}");
        }
        assert_eq!(asked("GET /", ""), Some(Err(RequestRefusal::Malformed)));
        let two = "Host: localhost:8400\r\nHost: evil.vn\r\n";
        assert_eq!(asked("GET /", two), Some(Err(RequestRefusal::Malformed)));
        assert!(read(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", 80).unwrap().is_ok());
    }

    #[test]
    fn paths_are_decoded_once_and_never_climb_into_a_folder() {
        assert_eq!(path("/").unwrap(), "");
        assert_eq!(path("/e/nd-1.dieu-2.html?x=/../y#z").unwrap(), "e/nd-1.dieu-2.html");
        assert_eq!(path("/%C4%91i%E1%BB%81u").unwrap(), "điều");
        assert_eq!(path("/%252e").unwrap(), "%2e");
        // They are names like any other: the server looks them up among what it made, and nothing is called so.
        assert_eq!(path("/../a").unwrap(), "../a");
        assert_eq!(path("/%2e%2e%2f").unwrap(), "../");
        for bad in ["/%", "/%4", "/%zz", "/%ff", "/%00", "/a%0d%0aSet-Cookie:x", "a", "http://localhost:8400/", "*"] {
            assert_eq!(path(bad), Err(RequestRefusal::Malformed), "{bad}");
        }
    }

    #[test]
    fn only_reading() {
        let host = "Host: localhost:8400\r\n";
        assert!(asked("HEAD /", host).unwrap().unwrap().head_only);
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "get"] {
            assert_eq!(asked(&format!("{method} /"), host), Some(Err(RequestRefusal::Method)), "{method}");
        }
        assert_eq!(read(b"GET / HT", 8400), None);
        assert_eq!(read(b"\x16\x03\x01", 8400), Some(Err(RequestRefusal::Malformed)));
        assert_eq!(
            read(&[b"GET /".as_slice(), &[b'a'; HEAD_LIMIT]].concat(), 8400),
            Some(Err(RequestRefusal::TooLarge))
        );
        let many = "A: b\r\n".repeat(HEADERS + 1);
        assert_eq!(asked("GET /", &many), Some(Err(RequestRefusal::TooLarge)));
    }
}
