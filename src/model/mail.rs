//! Mail (thư điện tử): what an office says about the server that its hand-outs are sent through. Names and passwords of
//! the server are never here: they come from the environment.

use std::fmt;
use std::str::FromStr;

/// Where the name and the password of the server come from, and from nowhere else.
pub const USER_VARIABLE: &str = "CAMNANG_SMTP_USER";
/// The password of the server, see [`USER_VARIABLE`].
pub const PASSWORD_VARIABLE: &str = "CAMNANG_SMTP_PASSWORD";

/// The section `mail` of the settings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mail {
    /// Name or address of the server.
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    pub from: Mailbox,
    /// Where answers go, if not to `from`.
    pub reply_to: Option<Mailbox>,
    /// Gets every message as well, unseen by the department.
    pub copy: Option<Address>,
    /// With `{holes}`; the program's own where absent.
    pub subject: Option<String>,
    /// The text, with `{holes}`; the program's own where there are none.
    pub paragraphs: Vec<String>,
    /// In this order.
    pub attach: Vec<Attachment>,
    /// Messages begun in a minute at most.
    pub per_minute: u32,
    /// Seconds of silence after which the program gives the server up.
    pub timeout: u32,
    /// Seconds before what the server put off is tried again.
    pub retry_after: u32,
    /// The largest message, in millions of bytes as they are sent.
    pub max_size: u32,
    /// A PEM file, beside the settings: the only authorities that are trusted. The public ones where absent.
    pub ca: Option<String>,
}

/// How the connection is made safe.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tls {
    /// From the first byte; port 465.
    Implicit,
    /// From the command STARTTLS on, which the server must know; port 587.
    StartTls,
    /// Not at all: to a server on this machine only; port 25.
    None,
}

impl Tls {
    pub const ALL: [Tls; 3] = [Tls::Implicit, Tls::StartTls, Tls::None];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Tls::Implicit => "implicit",
            Tls::StartTls => "starttls",
            Tls::None => "none",
        }
    }

    /// The port where the settings have none.
    pub fn port(self) -> u16 {
        match self {
            Tls::Implicit => 465,
            Tls::StartTls => 587,
            Tls::None => 25,
        }
    }
}

/// What of a department's copy goes with its message.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Attachment {
    Letter,
    Booklet,
    Zip,
}

impl Attachment {
    pub const ALL: [Attachment; 3] = [Attachment::Letter, Attachment::Booklet, Attachment::Zip];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Attachment::Letter => "letter",
            Attachment::Booklet => "booklet",
            Attachment::Zip => "zip",
        }
    }
}

/// The holes that `subject` and `paragraphs` may have.
pub const HOLES: [&str; 7] = ["đơn vị", "bản số", "tên sách", "ấn bản", "ngày", "tệp", "hạn"];

/// The name of a hole that is none of [`HOLES`], if a text has one.
pub fn unknown_hole(text: &str) -> Option<&str> {
    text.split('{').skip(1).find_map(|rest| {
        let name = rest.split_once('}').map_or(rest, |(name, _)| name);
        (!HOLES.contains(&name)).then_some(name)
    })
}

/// Whether a host is this machine itself, which nothing outside can listen to.
pub fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// An address of mail in its plain form: `van-thu@so.example`. ASCII only, which every server takes; nothing that could
/// end a line or a command.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Address(String);

impl Address {
    /// Returns the address as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the part after the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Address {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (local, domain) = text.split_once('@').ok_or(())?;
        let atom = |part: &str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
            !part.is_empty() && part.bytes().all(plain)
        };
        let label = |part: &str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
            (1..=63).contains(&part.len()) && part.bytes().all(plain) && !part.starts_with('-') && !part.ends_with('-')
        };
        let sound = local.len() <= 64
            && local.split('.').all(atom)
            && text.len() <= 254
            && domain.contains('.')
            && domain.split('.').all(label);
        if sound { Ok(Address(text.to_owned())) } else { Err(()) }
    }
}

/// An address, and whose it is: `Văn phòng <vp@so.example>`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mailbox {
    pub name: Option<String>,
    pub address: Address,
}

impl fmt::Display for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "{name} <{}>", self.address),
            None => self.address.fmt(f),
        }
    }
}

impl FromStr for Mailbox {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let Some(rest) = text.strip_suffix('>') else {
            return Ok(Mailbox { name: None, address: text.parse()? });
        };
        let (name, address) = rest.split_once('<').ok_or(())?;
        let name = name.trim().trim_matches('"').trim();
        if name.chars().any(|letter| letter.is_control() || matches!(letter, '<' | '>')) {
            return Err(());
        }
        Ok(Mailbox { name: (!name.is_empty()).then(|| name.to_owned()), address: address.trim().parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for sound in ["van-thu@so.example", "a.b+c@x.y.example", "A_1@xn--mn-fja.example"] {
            assert_eq!(sound.parse::<Address>().map(|address| address.to_string()), Ok(sound.to_owned()));
        }
        let long = format!("{}@so.example", "a".repeat(65));
        for wrong in [
            "",
            "a",
            "@so.example",
            "a@",
            "a@so",
            "a b@so.example",
            "a@so.example\r\nRCPT TO:<b@so.example>",
            "a@@so.example",
            "a@so..example",
            ".a@so.example",
            "a@-so.example",
            "à@so.example",
            "<a@so.example>",
            "a@so.example,b@so.example",
            &long,
        ] {
            assert!(wrong.parse::<Address>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn mailboxes() {
        let read = |text: &str| text.parse::<Mailbox>().map(|mailbox| (mailbox.name, mailbox.address.to_string()));
        let address = "vp@so.example".to_owned();
        assert_eq!(read("vp@so.example"), Ok((None, address.clone())));
        assert_eq!(read("<vp@so.example>"), Ok((None, address.clone())));
        assert_eq!(read("Văn phòng <vp@so.example>"), Ok((Some("Văn phòng".to_owned()), address)));
        for wrong in ["Văn phòng", "Văn phòng <vp>", "Văn phòng vp@so.example>", "A\r\nBcc: x <vp@so.example>"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn holes() {
        assert_eq!(unknown_hole("{đơn vị}: {tên sách}"), None);
        assert_eq!(unknown_hole("{ten}"), Some("ten"));
        assert_eq!(unknown_hole("a { b"), Some(" b"));
    }
}
