//! The section `mail` of the settings.

use std::str::FromStr;

use super::super::yaml::Node;
use super::fields::{ValueKind, record};
use super::reader::Context;
use super::shape::{Bounds, Shape};
use super::values::{self, FilePath, Leaf, choice, some};
use crate::diag::{Code, Finding, Place};
use crate::model::mail::{
    Attachment, HOLES, Mail, Mailbox, PASSWORD_VARIABLE, Tls, USER_VARIABLE, is_loopback, unknown_hole,
};
use crate::syntax::messages::{mail as codes, words};

/// What people write here who do not know that it belongs into the environment, and the variable that it is.
const SECRETS: [(&str, &str); 7] = [
    ("user", USER_VARIABLE),
    ("username", USER_VARIABLE),
    ("login", USER_VARIABLE),
    ("password", PASSWORD_VARIABLE),
    ("pass", PASSWORD_VARIABLE),
    ("secret", PASSWORD_VARIABLE),
    ("token", PASSWORD_VARIABLE),
];

record! {
    pub(super) mail: words::mail_record => Mail {
        host: required("host", HOST, "mail.vi-du.example")
            vi "tên máy chủ, không có `smtp://`, không có cổng"
            en "the name of the server, without `smtp://` and without a port";
        tls: optional("tls", choice::<Tls>(), "starttls")
            vi "kết nối được mã hoá thế nào; không ghi là `starttls`"
            en "how the connection is encrypted; `starttls` when absent";
        port: optional("port", WholeNumber(1, 65535, ""), "587")
            vi "cổng; không ghi là 587, 465 hoặc 25, theo `tls`"
            en "the port; 587, 465 or 25 when absent, by `tls`";
        from: required("from", mailbox(), "Văn phòng Bộ Ví Dụ <van-thu@vi-du.example>")
            vi "địa chỉ gửi, có thể kèm tên"
            en "the address that it is sent from, with a name if you like";
        reply_to: optional("reply-to", mailbox(), "van-thu@vi-du.example")
            vi "địa chỉ nhận trả lời, có thể kèm tên"
            en "the address for answers, with a name if you like";
        copy: optional("copy", mailbox::<Mailbox>(), "luu-tru@vi-du.example")
            vi "địa chỉ lưu: nhận mọi thư, đơn vị không thấy"
            en "an address that gets every message, unseen by the departments";
        subject: optional("subject", TEMPLATE, "\"Cẩm nang {tên sách}: bản số {bản số}\"")
            vi "tiêu đề của thư; không ghi thì có lời sẵn"
            en "the subject of the message; a ready one when absent";
        paragraphs: list("paragraphs", TEMPLATE, "[\"Kính gửi: {đơn vị}\", \"{tệp}\"]")
            vi "các đoạn của thư; không ghi thì có lời sẵn"
            en "the paragraphs of the message; ready ones when absent";
        attach: optional("attach", some(choice()), "[letter, booklet]")
            vi "đính kèm gì, theo thứ tự; không ghi là `[letter, booklet]`"
            en "what is attached, in order; `[letter, booklet]` when absent";
        per_minute: optional("per-minute", WholeNumber(1, 600, ""), "20")
            vi "số thư nhiều nhất mỗi phút; không ghi là 20"
            en "how many messages a minute at most; 20 when absent";
        timeout: optional("timeout", WholeNumber(1, 600, "s"), "60")
            vi "giây: mỗi bước nói chuyện với máy chủ được lâu nhất bao lâu (chờ trả lời sau khi truyền hết thư thì gấp mười); không ghi là 60"
            en "seconds: how long a step of the talk with the server may take (ten times that for the answer to a whole message); 60 when absent";
        retry_after: optional("retry-after", WholeNumber(1, 3600, "s"), "60")
            vi "giây: bao lâu thì thử lại thư bị hoãn; không ghi là 60"
            en "seconds: when to try a deferred message again; 60 when absent";
        max_size: optional("max-size", WholeNumber(1, 150, "MB"), "20")
            vi "thư dài nhất, triệu byte; không ghi là 20. Tệp đính kèm dài thêm hơn một phần ba khi gửi"
            en "the largest message, in millions of bytes; 20 when absent. What is attached grows by more than a third when it is sent";
        ca: optional("ca", FilePath(""), "mail-ca.pem")
            vi "tệp PEM của nơi cấp chứng thư riêng, đường dẫn tính từ thư mục kho; khi có thì chỉ tin nơi này"
            en "a PEM file of one's own authorities, from the folder of the corpus; then only these are trusted";
    }
    unless refuse(&SECRETS, secret);
    unless check(in_clear(tls, host.as_deref()));
    make {
        let tls = tls.unwrap_or(Tls::StartTls);
        Mail {
            port: port.map_or(Some(tls.port()), |port| u16::try_from(port).ok())?, host, tls, from, reply_to, copy: copy.map(|copy| copy.address), subject, paragraphs,
            attach: attach.unwrap_or_else(|| vec![Attachment::Letter, Attachment::Booklet]),
            per_minute: per_minute.unwrap_or(20), timeout: timeout.unwrap_or(60), retry_after: retry_after.unwrap_or(60),
            max_size: max_size.unwrap_or(20), ca,
        }
    }
}

fn secret(key: &'static str, variable: &'static str, place: Place) -> Finding {
    Finding::new(codes::SECRET, place).arg("key", key).arg("variable", variable)
}

/// Anybody on the way could read what goes to another machine without TLS.
fn in_clear(tls: Option<Option<Tls>>, host: Option<&str>) -> Option<(Code, &'static str, String)> {
    let host = host.filter(|host| !is_loopback(host))?;
    (tls? == Some(Tls::None)).then(|| (codes::IN_CLEAR, "host", host.to_owned()))
}

const HOST: Leaf<String> = Leaf::new(host, || Shape::Host);

/// A line with the words that the program fills in.
pub(super) const TEMPLATE: Leaf<String> = Leaf::new(with_holes, || Shape::Template { holes: &HOLES, all: false });

fn mailbox<T: FromStr + 'static>() -> Leaf<T> {
    Leaf::new(read_mailbox, || Shape::MailAddress)
}

/// The bare name of a server, or its address.
fn host(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let text = values::text(node, context)?;
    let is_name = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    if is_name || text.parse::<std::net::IpAddr>().is_ok() {
        return Some(text);
    }
    let finding = context.at(codes::BAD_HOST, node).arg("text", text);
    context.report(finding);
    None
}

fn read_mailbox<T: FromStr>(node: &Node, context: &mut Context<'_>) -> Option<T> {
    let text = values::text(node, context)?;
    let read = text.parse().ok();
    if read.is_none() {
        let finding = context.at(codes::BAD_MAILBOX, node).arg("text", text);
        context.report(finding);
    }
    read
}

/// A whole number: the least, the greatest, and its unit.
pub(super) struct WholeNumber(pub u16, pub u16, pub &'static str);

impl ValueKind for WholeNumber {
    type Value = u32;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<u32> {
        let WholeNumber(least, most, _) = *self;
        let text = values::text(node, context)?;
        let read = text.parse().ok().filter(|number| (u32::from(least)..=u32::from(most)).contains(number));
        if read.is_none() {
            let finding = context.at(codes::OUT_OF_RANGE, node).arg("text", text);
            context.report(finding.arg("least", least.to_string()).arg("most", most.to_string()));
        }
        read
    }

    fn shape(&self) -> Shape {
        Shape::Number(Bounds { least: self.0, most: self.1, per: 1, unit: self.2 })
    }
}

fn with_holes(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let text = values::text(node, context)?;
    if let Some(hole) = unknown_hole(&text) {
        let finding = context.at(codes::UNKNOWN_HOLE, node).arg("hole", hole.to_owned());
        context.report(finding.arg("holes", HOLES.join(", ")));
        return None;
    }
    Some(text)
}
