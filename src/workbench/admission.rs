//! Who is let in: the browser of this machine, by an address of this machine, with the key that it was given; and to write,
//! only from a page of ours. Each of these stops an attack by itself, and all are needed.

use axum::http::{HeaderMap, Method, Uri, header};

use super::access::Access;
use crate::serve::request::is_own;

/// Why a request is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AdmissionRefusal {
    Malformed,
    /// Meant for another host: a page of a stranger that has its own name lead here (DNS rebinding).
    OtherHost,
    Method,
    /// It has no key, or one of another start of the program.
    NoKey,
    /// It comes from a page of another site, or does not say from where.
    OtherSite,
    /// It is no form.
    Kind,
}

/// The kind of requests that change something: that of a form, which the script sends too.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// Looks at the address of a request, before anything else.
///
/// # Errors
/// It is not meant for this server.
pub fn meant_for_us(method: &Method, uri: &Uri, headers: &HeaderMap, port: u16) -> Result<(), AdmissionRefusal> {
    let host = only(headers, header::HOST).ok_or(AdmissionRefusal::Malformed)?;
    match () {
        () if uri.authority().is_some() || !uri.path().starts_with('/') => Err(AdmissionRefusal::Malformed),
        () if !is_own(host.as_bytes(), port) => Err(AdmissionRefusal::OtherHost),
        () if !matches!(*method, Method::GET | Method::HEAD | Method::POST) => Err(AdmissionRefusal::Method),
        () => Ok(()),
    }
}

/// Looks whether the browser has the key that it got when the workbench was opened.
///
/// # Errors
/// It has not.
pub fn has_session(headers: &HeaderMap, access: &Access, port: u16) -> Result<(), AdmissionRefusal> {
    let found = cookie(headers, &session_cookie(port)).is_some_and(|value| access.is_session(value));
    if found { Ok(()) } else { Err(AdmissionRefusal::NoKey) }
}

/// Whether a request is sent to the name of this machine at which outputs are read, and nothing else is.
pub fn is_for_reading(headers: &HeaderMap) -> bool {
    only(headers, header::HOST).is_some_and(|host| host.trim().starts_with("127.0.0.1"))
}

/// The key in an address of an output.
pub fn reading_key(path: &str) -> Option<&str> {
    path.strip_prefix("/built/").or_else(|| path.strip_prefix("/look/"))?.split('/').next()
}

/// Whether an output may be read: with its key, and at the name of this machine that has no cookie of the workbench, so that
/// scripts in it reach nothing.
pub fn may_read(method: &Method, path: &str, headers: &HeaderMap, access: &Access) -> bool {
    let has_key = reading_key(path).is_some_and(|key| access.is_reading(key));
    *method != Method::POST && is_for_reading(headers) && has_key
}

/// Looks whether a request that writes comes from a page of ours, and is a form of the wanted kind.
///
/// # Errors
/// It does not, or does not say so.
pub fn may_write(headers: &HeaderMap, wanted: &str) -> Result<(), AdmissionRefusal> {
    let host = only(headers, header::HOST).ok_or(AdmissionRefusal::Malformed)?;
    let from_us = only(headers, header::ORIGIN) == Some(&format!("http://{host}"))
        && only(headers, "sec-fetch-site") == Some("same-origin");
    let kind = only(headers, header::CONTENT_TYPE).and_then(|kind| kind.split(';').next()).map(str::trim);
    match kind {
        _ if !from_us => Err(AdmissionRefusal::OtherSite),
        Some(kind) if kind == wanted => Ok(()),
        _ => Err(AdmissionRefusal::Kind),
    }
}

/// The name of the cookie with the key. Cookies know no ports, so the port is part of the name.
pub fn session_cookie(port: u16) -> String {
    format!("camnang-{port}")
}

/// Returns a cookie of the request.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let mut cookies = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    cookies.find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// The value of a header that is there once.
fn only(headers: &HeaderMap, name: impl header::AsHeaderName) -> Option<&str> {
    let mut all = headers.get_all(name).into_iter();
    let value = all.next()?;
    all.next().is_none().then(|| value.to_str().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    fn meant(method: Method, uri: &str, pairs: &[(&'static str, &str)]) -> Result<(), AdmissionRefusal> {
        meant_for_us(&method, &uri.parse().unwrap(), &headers(pairs), 8400)
    }

    #[test]
    fn only_by_an_address_of_this_machine() {
        for host in ["localhost:8400", "127.0.0.1:8400", "[::1]:8400"] {
            assert_eq!(meant(Method::POST, "/", &[("host", host)]), Ok(()));
        }
        for host in ["evil.vn:8400", "localhost", "localhost:84", "localhost.evil.vn:8400", "0.0.0.0:8400"] {
            assert_eq!(meant(Method::GET, "/", &[("host", host)]), Err(AdmissionRefusal::OtherHost), "{host}");
        }
        assert_eq!(meant(Method::GET, "/", &[]), Err(AdmissionRefusal::Malformed));
        let two = [("host", "localhost:8400"), ("host", "evil.vn")];
        assert_eq!(meant(Method::GET, "/", &two), Err(AdmissionRefusal::Malformed));
        let absolute = meant(Method::GET, "http://localhost:8400/", &[("host", "localhost:8400")]);
        assert_eq!(absolute, Err(AdmissionRefusal::Malformed));
        assert_eq!(meant(Method::PUT, "/", &[("host", "localhost:8400")]), Err(AdmissionRefusal::Method));
    }

    const SENT: [(&str, &str); 4] = [
        ("host", "localhost:8400"),
        ("origin", "http://localhost:8400"),
        ("sec-fetch-site", "same-origin"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];

    #[test]
    fn only_a_page_of_ours_writes() {
        assert_eq!(may_write(&headers(&SENT), FORM), Ok(()));
        for (name, value, refusal) in [
            ("origin", "http://evil.vn", AdmissionRefusal::OtherSite),
            ("origin", "null", AdmissionRefusal::OtherSite),
            ("origin", "http://localhost:8401", AdmissionRefusal::OtherSite),
            ("origin", "http://127.0.0.1:8400", AdmissionRefusal::OtherSite),
            ("origin", "https://localhost:8400", AdmissionRefusal::OtherSite),
            ("sec-fetch-site", "cross-site", AdmissionRefusal::OtherSite),
            ("sec-fetch-site", "same-site", AdmissionRefusal::OtherSite),
            ("sec-fetch-site", "none", AdmissionRefusal::OtherSite),
            ("content-type", "text/plain", AdmissionRefusal::Kind),
            ("content-type", "application/json", AdmissionRefusal::Kind),
            ("content-type", "multipart/form-data; boundary=x", AdmissionRefusal::Kind),
        ] {
            let with = SENT.map(|(known, own)| if known == name { (known, value) } else { (known, own) });
            assert_eq!(may_write(&headers(&with), FORM), Err(refusal), "{name}: {value}");
        }
        for absent in ["origin", "sec-fetch-site", "content-type"] {
            let without: Vec<_> = SENT.into_iter().filter(|(name, _)| *name != absent).collect();
            assert!(may_write(&headers(&without), FORM).is_err(), "{absent}");
        }
    }

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let headers = headers(&[("cookie", "a=1; camnang-84=x; camnang-8400=y"), ("cookie", "b=2")]);
        assert_eq!(cookie(&headers, &session_cookie(8400)), Some("y"));
        assert_eq!((cookie(&headers, "b"), cookie(&headers, "camnang")), (Some("2"), None));
    }
}
