//! Faults of the address of a link, with advice: the holes of [`super::BAD_LINK`].

use crate::diag::Bilingual;

/// The fault of a link's address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LinkFault {
    Empty,
    /// A space, a backslash or a character that does not print.
    Sign,
    /// A scheme that is not accepted, `javascript:`.
    Scheme(String),
    /// An address without its scheme, `www.vnnic.vn`.
    BareAddress(String),
    /// A mailbox without `mailto:`.
    BareMailbox(String),
    /// `mailto:` without a mailbox.
    NoMailbox,
    /// A path to a file, or to a place of the page.
    Path,
}

impl LinkFault {
    /// Returns what is wrong, in both languages.
    pub fn problem(&self) -> Bilingual {
        match self {
            LinkFault::Empty => Bilingual::new("chưa có địa chỉ", "there is no address"),
            LinkFault::Sign => Bilingual::new(
                "trong địa chỉ có dấu cách, dấu \\ hoặc ký tự ẩn",
                "the address has a space, a backslash or a hidden character in it",
            ),
            LinkFault::Scheme(scheme) => Bilingual::new(
                format!("không nhận địa chỉ loại {scheme}"),
                format!("addresses with {scheme} are refused"),
            ),
            LinkFault::BareAddress(_) => Bilingual::new("thiếu https:// ở đầu", "https:// is missing at its start"),
            LinkFault::BareMailbox(_) => Bilingual::new("thiếu mailto: ở đầu", "mailto: is missing at its start"),
            LinkFault::NoMailbox => {
                Bilingual::new("sau mailto: không có địa chỉ thư", "there is no mail address after mailto:")
            }
            LinkFault::Path => Bilingual::new(
                "đây là đường dẫn tệp, không phải địa chỉ web",
                "this is a path and no address of the web",
            ),
        }
    }

    /// Returns what to write instead, in both languages.
    pub fn advice(&self) -> Bilingual {
        match self {
            LinkFault::BareAddress(address) => {
                Bilingual::new(format!("viết https://{address}"), format!("write https://{address}"))
            }
            LinkFault::BareMailbox(mailbox) => {
                Bilingual::new(format!("viết mailto:{mailbox}"), format!("write mailto:{mailbox}"))
            }
            LinkFault::NoMailbox => {
                Bilingual::new("viết như mailto:van-thu@so.example", "write it as in mailto:van-thu@so.example")
            }
            LinkFault::Path => Bilingual::new(
                "muốn dẫn tới trích dẫn khác thì viết [[id]]; muốn dẫn ra web thì viết đủ https://…",
                "to point at another excerpt write [[id]]; to point at the web write the whole https://…",
            ),
            LinkFault::Empty | LinkFault::Sign | LinkFault::Scheme(_) => Bilingual::new(
                "chỉ dùng địa chỉ bắt đầu bằng https://, http:// hoặc mailto:; muốn dẫn tới trích dẫn khác thì viết [[id]]",
                "use only addresses that begin with https://, http:// or mailto:; to point at another excerpt write [[id]]",
            ),
        }
    }
}
