//! Addresses of links: of the web or of mail, and what is wrong with any other.

use pulldown_cmark::LinkType;

use crate::syntax::messages::markdown::LinkFault;

const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// The address of a link, its scheme in small letters, if it is one that may be printed: no other scheme, and nothing in
/// it that a browser would skip when it looks for one.
pub fn checked(kind: LinkType, url: &str) -> Result<String, LinkFault> {
    let url = if kind == LinkType::Email { format!("mailto:{url}") } else { url.to_owned() };
    if url.is_empty() {
        return Err(LinkFault::Empty);
    }
    if url.contains(|sign: char| sign.is_control() || sign.is_whitespace() || sign == '\\') {
        return Err(LinkFault::Sign);
    }
    let known = SCHEMES.into_iter().find_map(|scheme| Some((scheme, after(scheme, &url)?)));
    match known {
        Some(("mailto:", rest)) if !rest.contains('@') => Err(LinkFault::NoMailbox),
        Some((_, rest)) if rest.is_empty() || rest.starts_with('/') => Err(LinkFault::Empty),
        Some((scheme, rest)) => Ok(format!("{scheme}{rest}")),
        None => Err(unknown(&url)),
    }
}

/// Returns the rest of an address after its scheme, whatever the case of its letters.
fn after<'u>(scheme: &str, url: &'u str) -> Option<&'u str> {
    let (start, rest) = url.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

fn unknown(url: &str) -> LinkFault {
    if let Some(scheme) = scheme(url) {
        return LinkFault::Scheme(scheme.to_lowercase());
    }
    let host = url.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') {
        LinkFault::BareMailbox(url.to_owned())
    } else if host.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) || is_host(host) {
        LinkFault::BareAddress(url.to_owned())
    } else {
        LinkFault::Path
    }
}

/// `javascript:` of `javascript:alert(1)`; `vnnic.vn:8080/x` has none.
fn scheme(url: &str) -> Option<&str> {
    let (name, rest) = url.split_once(':')?;
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-'));
    (plain && !rest.starts_with(|c: char| c.is_ascii_digit())).then(|| url.get(..=name.len())).flatten()
}

/// `vnnic.vn`, and not `x.md`.
fn is_host(host: &str) -> bool {
    const FILES: [&str; 9] = ["md", "pdf", "doc", "docx", "xls", "xlsx", "html", "yaml", "txt"];
    let host = host.split(':').next().unwrap_or_default();
    let end = host.rsplit_once('.').map_or("", |(_, end)| end).to_lowercase();
    end.len() >= 2 && end.bytes().all(|byte| byte.is_ascii_lowercase()) && !FILES.contains(&end.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> Result<String, LinkFault> {
        checked(LinkType::Inline, url)
    }

    #[test]
    fn schemes_have_no_case() {
        for (url, kept) in [
            ("HTTPS://VNNIC.vn/A", "https://VNNIC.vn/A"),
            ("Http://vnnic.vn", "http://vnnic.vn"),
            ("MailTo:a@b.vn", "mailto:a@b.vn"),
        ] {
            assert_eq!(read(url).as_deref(), Ok(kept));
        }
    }

    #[test]
    fn faults() {
        for (url, fault) in [
            ("", LinkFault::Empty),
            ("https://", LinkFault::Empty),
            ("https:///x", LinkFault::Empty),
            ("mailto:ai", LinkFault::NoMailbox),
            ("java\nscript:x", LinkFault::Sign),
            ("JavaScript:alert(1)", LinkFault::Scheme("javascript:".to_owned())),
            ("ftp://x.vn", LinkFault::Scheme("ftp:".to_owned())),
            ("file:///etc", LinkFault::Scheme("file:".to_owned())),
            ("tel:+84", LinkFault::Scheme("tel:".to_owned())),
            ("www.vnnic.vn", LinkFault::BareAddress("www.vnnic.vn".to_owned())),
            ("vnnic.vn:8080/x", LinkFault::BareAddress("vnnic.vn:8080/x".to_owned())),
            ("a@b.vn", LinkFault::BareMailbox("a@b.vn".to_owned())),
            ("x.md", LinkFault::Path),
            ("//x.vn", LinkFault::Path),
            ("#muc", LinkFault::Path),
        ] {
            assert_eq!(read(url), Err(fault), "{url}");
        }
    }
}
