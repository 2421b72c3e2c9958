//! The message that a department gets: headers, text, attachments, as MIME. The same copy makes the same message but for
//! its date, so that who gets it twice can see that.

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address as Header;
use mail_builder::headers::content_type::ContentType;
use mail_builder::mime::MimePart;

use crate::model::mail::{Address, Mailbox};

/// What a message is made of.
pub struct Message<'m> {
    pub from: &'m Mailbox,
    pub reply_to: Option<&'m Mailbox>,
    pub to_name: &'m str,
    pub to: &'m Address,
    pub subject: &'m str,
    pub text: &'m str,
    /// Without angle brackets; see [`id`].
    pub id: &'m str,
    /// Seconds since 1970 UTC.
    pub date: i64,
    pub attachments: Vec<File<'m>>,
}

/// One attachment.
pub struct File<'m> {
    pub name: &'m str,
    pub bytes: &'m [u8],
}

/// The Message-ID of one parcel to one department: the same each time, so that a server or a reader sees a second one.
pub fn id(edition: &str, department: &str, parcel: &str, from: &Address) -> String {
    let hash = crate::hash::sha256(format!("{edition}\n{department}\n{parcel}").as_bytes());
    format!("{}@{}", hash.get(..32).unwrap_or(&hash), from.domain())
}

impl Message<'_> {
    /// The bytes, lines ending in CRLF. Nothing in them is longer than a line of mail may be, and all of it is ASCII.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut parts = vec![MimePart::new("text/plain", self.text)];
        parts.extend(self.attachments.iter().map(|file| {
            let bytes: &[u8] = file.bytes;
            MimePart::new(media_type(file.name), bytes).attachment(one_line(file.name))
        }));
        // A line that begins so is in no text: neither Base64 nor words have it.
        let boundary = format!("=_{}", self.id.split('@').next().unwrap_or_default());
        let body = MimePart::new(ContentType::new("multipart/mixed").attribute("boundary", boundary), parts);
        let mut builder = MessageBuilder::new()
            .from(header(self.from))
            .to(Header::new_address(Some(one_line(self.to_name)), self.to.as_str()))
            .subject(one_line(self.subject))
            .date(self.date)
            .message_id(self.id);
        if let Some(reply_to) = self.reply_to {
            builder = builder.reply_to(header(reply_to));
        }
        let builder = builder.header("Content-Language", mail_builder::headers::raw::Raw::new("vi")).body(body);
        let mut bytes = Vec::new();
        builder.serialize(&mut bytes);
        bytes
    }
}

fn header(mailbox: &Mailbox) -> Header<'_> {
    Header::new_address(mailbox.name.as_deref().map(one_line), mailbox.address.as_str())
}

/// Names come from lists that people keep: nothing in them may end the line of a header.
fn one_line(text: &str) -> String {
    let is_end = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    text.chars().map(|letter| if is_end(letter) { ' ' } else { letter }).collect::<String>().trim().to_owned()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("pdf") => "application/pdf",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use mail_parser::{MessageParser, MimeHeaders};

    use super::*;

    fn parse(message: &Message<'_>, look: impl FnOnce(&mail_parser::Message<'_>)) {
        let bytes = message.to_bytes();
        assert!(bytes.is_ascii());
        for line in bytes.split(|byte| *byte == b'\n') {
            assert!(line.len() <= 999, "a line of {} bytes", line.len());
        }
        look(&MessageParser::default().parse(&bytes).unwrap());
    }

    #[test]
    fn every_part_is_read_as_it_was_meant() {
        let from: Mailbox = "Văn phòng Sở Ví Dụ, phòng \"1\" <vp@so.example>".parse().unwrap();
        let to = "van-thu@so-a.example".parse().unwrap();
        let id = id("thu", "so-a", "00", &from.address);
        let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
        let text = "Kính gửi: Sở A\n\n.\n..\nFrom đây\n--=_\n".to_owned() + &"rất dài ".repeat(400) + "\n";
        let message = Message {
            from: &from,
            reply_to: Some(&from),
            to_name: "Sở Thông tin và Truyền thông tỉnh Ví Dụ A, cơ quan chuyên môn có tên rất dài của Uỷ ban",
            to: &to,
            subject: "Cẩm nang về những quy định còn hiệu lực đến ngày 23/11/2026 dành cho cơ quan nhà nước ở địa phương",
            text: &text,
            id: &id,
            date: 1_795_000_000,
            attachments: vec![
                File {
                    name: "Cẩm nang, ấn bản \"thử\" dùng cho các cơ quan nhà nước ở địa phương năm 2026.pdf",
                    bytes: &bytes,
                },
                File { name: "a.zip", bytes: b".\r\n.\r\n" },
            ],
        };
        parse(&message, |read| {
            let sender = read.from().unwrap().first().unwrap();
            assert_eq!(sender.name(), from.name.as_deref());
            assert_eq!(sender.address(), Some("vp@so.example"));
            let reader = read.to().unwrap().first().unwrap();
            assert_eq!((reader.name(), reader.address()), (Some(message.to_name), Some("van-thu@so-a.example")));
            assert_eq!(read.subject(), Some(message.subject));
            assert_eq!(read.message_id(), Some(id.as_str()));
            assert_eq!(read.date().unwrap().to_timestamp(), message.date);
            assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n"), text);
            assert_eq!(read.attachment_count(), 2);
            for (part, file) in read.attachments().zip(&message.attachments) {
                assert_eq!(part.attachment_name(), Some(file.name));
                assert!(part.contents() == file.bytes, "{}", file.name);
            }
        });
        assert!(message.to_bytes() == message.to_bytes(), "the same message has the same bytes");
    }

    #[test]
    fn no_header_can_be_put_in() {
        let from: Mailbox = "vp@so.example".parse().unwrap();
        let to = "van-thu@so-a.example".parse().unwrap();
        let message = Message {
            from: &from,
            reply_to: None,
            to_name: "Sở A\r\nBcc: x@ke-gian.example\r\n\r\nthân",
            to: &to,
            subject: "Chào\r\nX-Xấu: 1\nX-Bad: 2\u{2028}X-3: 3",
            text: "",
            id: "1@so.example",
            date: 0,
            attachments: vec![File { name: "a.pdf\"\r\nX-Bad: 4\r\n\r\n", bytes: b"" }],
        };
        parse(&message, |read| {
            let names: Vec<&str> = read.headers().iter().map(|header| header.name()).collect();
            let known =
                ["From", "To", "Subject", "Date", "Message-ID", "Content-Language", "MIME-Version", "Content-Type"];
            assert_eq!(names, known);
            assert_eq!(read.attachment_count(), 1);
            assert!(read.bcc().is_none() && read.to().unwrap().as_list().unwrap().len() == 1);
        });
    }
}
