//! The section `mail` of the settings.

use std::str::FromStr;

use super::super::yaml::Node;
use super::{Context, Reader, values};
use crate::diag::{Finding, Place, Span};
use crate::model::mail::{Attachment, HOLES, Mail, PASSWORD_VARIABLE, Tls, USER_VARIABLE, is_loopback, unknown_hole};
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

pub fn mail(node: &Node, context: &mut Context<'_>) -> Option<Mail> {
    let mut reader = Reader::new(node, words::mail_record(), context.key, context.file, context.sink)?;
    let mut secret = false;
    for (key, variable) in SECRETS {
        if let Some((range, sink)) = reader.refused(key) {
            secret = true;
            let place = Place::Span(Span::new(context.file, range));
            sink.push(Finding::new(codes::SECRET, place).arg("key", key).arg("variable", variable));
        }
    }
    let host = reader.required("host", host);
    let tls = reader.optional("tls", |node, context| values::choice(node, context, &Tls::ALL, Tls::key));
    let port = reader.optional("port", |node, context| number(node, context, 1, 65535));
    let from = reader.required("from", mailbox);
    let reply_to = reader.optional("reply-to", mailbox);
    let copy = reader.optional("copy", mailbox);
    let subject = reader.optional("subject", with_holes);
    let paragraphs = reader.list("paragraphs", with_holes);
    let attach = reader.optional("attach", |node, context| {
        values::some_list(node, context, |node, context| {
            values::choice(node, context, &Attachment::ALL, Attachment::key)
        })
    });
    let per_minute = reader.optional("per-minute", |node, context| number(node, context, 1, 600));
    let timeout = reader.optional("timeout", |node, context| number(node, context, 1, 600));
    let retry_after = reader.optional("retry-after", |node, context| number(node, context, 1, 3600));
    let max_size = reader.optional("max-size", |node, context| number(node, context, 1, 150));
    let ca = reader.optional("ca", values::text);
    reader.finish();
    let tls = tls?.unwrap_or(Tls::StartTls);
    let host = host?;
    if tls == Tls::None && !is_loopback(&host) {
        let finding = context.at(codes::IN_CLEAR, node).arg("host", host);
        context.report(finding);
        return None;
    }
    if secret {
        return None;
    }
    Some(Mail {
        host,
        port: match port? {
            Some(port) => u16::try_from(port).ok()?,
            None => tls.port(),
        },
        tls,
        from: from?,
        reply_to: reply_to?,
        copy: copy?.map(|copy: crate::model::mail::Mailbox| copy.address),
        subject: subject?,
        paragraphs: paragraphs?,
        attach: attach?.unwrap_or_else(|| vec![Attachment::Letter, Attachment::Booklet]),
        per_minute: per_minute?.unwrap_or(20),
        timeout: timeout?.unwrap_or(60),
        retry_after: retry_after?.unwrap_or(60),
        max_size: max_size?.unwrap_or(20),
        ca: ca?,
    })
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

fn mailbox<T: FromStr>(node: &Node, context: &mut Context<'_>) -> Option<T> {
    let text = values::text(node, context)?;
    let read = text.parse().ok();
    if read.is_none() {
        let finding = context.at(codes::BAD_MAILBOX, node).arg("text", text);
        context.report(finding);
    }
    read
}

fn number(node: &Node, context: &mut Context<'_>, least: u32, most: u32) -> Option<u32> {
    let text = values::text(node, context)?;
    let read = text.parse().ok().filter(|number| (least..=most).contains(number));
    if read.is_none() {
        let finding = context.at(codes::OUT_OF_RANGE, node).arg("text", text);
        context.report(finding.arg("least", least.to_string()).arg("most", most.to_string()));
    }
    read
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
