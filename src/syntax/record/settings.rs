//! `settings.yaml`. A section is an optional key of [`settings`] and a record of its own.

mod look;
mod notices;

use std::collections::BTreeSet;

use url::Url;

use super::super::yaml::{Key, Node, Value};
use super::answers::answers;
use super::edition::issuer;
use super::fields::record;
use super::letter::letter;
use super::mail::mail;
use super::reader::Context;
use super::shape::Shape;
use super::suggest_id;
use super::values::{self, FilePath, Leaf, TEXT, choice};
use super::vocabulary::distinct;
use crate::diag::{Bilingual, FileId, Finding, Sink, advice};
use crate::model::ids::{EditionId, IdKind};
use crate::model::settings::{Settings, Web, WebAddress};
use crate::syntax::messages::{settings as codes, words, yaml};

/// Reads `settings.yaml`.
pub fn read_settings(node: &Node, file: FileId, sink: &mut Sink) -> Option<Settings> {
    distinct(node.find("answers").find("figures"), "id", "figures", &mut BTreeSet::new(), file, sink);
    settings().read_file(node, file, sink)
}

record! {
    pub(super) settings: words::settings_record => Settings {
        issuer: optional("issuer", issuer(), "{name: SỞ KHOA HỌC VÀ CÔNG NGHỆ, place: Ví Dụ}")
            vi "cơ quan ban hành của những ấn bản không tự ghi `issuer`"
            en "who issues the editions that do not say so themselves";
        web: optional("web", web(), "{address: \"https://camnang.example.vn\"}")
            vi "trang web: đăng ở đâu, tệp nào được chạy"
            en "the web: where it is published, which files may be active";
        look: optional("look", look::look(), "{accent: \"#7a1f2b\", text-size: 13}")
            vi "màu, biểu trưng, lề, cỡ chữ"
            en "colour, emblem, margins, size of type";
        notices: optional("notices", notices::notices(), "{disclaimer: Chỉ để tra cứu.}")
            vi "lời của các lưu ý; viết lại được, không bỏ được"
            en "the wording of the notices; they can be reworded and not left out";
        letter: optional("letter", letter(), "{place: Ví Dụ, signer: Trần Thị Mẫu}")
            vi "công văn gửi kèm từng bản (`camnang handout`)"
            en "the letter that goes with each copy (`camnang handout`)";
        mail: optional("mail", mail(), "{host: mail.vi-du.example, from: van-thu@vi-du.example}")
            vi "máy chủ để gửi đợt phát"
            en "the server that sends a hand-out";
        answers: optional("answers", answers(), "{due: 2030-03-15, figures: [{id: may-chu, name: Số máy chủ đã dùng IPv6, unit: máy}]}")
            vi "phiếu hỏi gửi kèm từng bản để đơn vị điền và gửi lại; không ghi thì không có phiếu"
            en "the form that goes with each copy, to be filled in and sent back; without it there is none";
        gather_words: optional("gather-words", values::some(TEXT), "[IPv6, địa chỉ Internet, tài nguyên Internet]")
            vi "những từ mà cẩm nang nói về: `camnang report gaps` tìm trong các bản gốc những điều khoản có từ ấy mà kho chưa trích; không ghi thì tìm theo bảng từ ngữ"
            en "the words that the booklet is about: `camnang report gaps` looks in the originals for provisions that have them and no excerpt; without it the words of the glossary";
    }
    make Settings {
        issuer, web: web.unwrap_or_default(), look: look.unwrap_or_default(), notices: notices.unwrap_or_default(),
        letter: letter.unwrap_or_default(), mail, answers, gather_words: gather_words.unwrap_or_default(),
    }
}

record! {
    web: words::web_record => Web {
        address: optional("address", ADDRESSES, "{ipv6: \"https://camnang.example.vn/ipv6\"}")
            vi "nơi đăng bản web của từng ấn bản, theo id; kho chỉ có một ấn bản thì viết gọn được: `address: https://camnang.example.vn`"
            en "where each edition is published, by its id; where there is but one edition, its address alone: `address: https://camnang.example.vn`";
        active_files: optional("active-files", values::list(FilePath("web/")), "[google0123456789abcdef.html]")
            vi "các tệp trong `web/` mà trình duyệt hay máy chủ sẽ chạy hoặc hiện thành trang (`.htaccess`…) và vẫn được đưa lên; ghi đường dẫn bên trong `web/`"
            en "the files of `web/` that a browser or the server would run or show as a page (`.htaccess`…) and that are published all the same, by their path within `web/`";
        originals: optional("originals", choice(), "quoted")
            vi "bản gốc nào được đăng cùng trang web, trong thư mục `goc/`"
            en "which originals are published with the site, in the folder `goc/`";
    }
    make Web { address, active_files: active_files.unwrap_or_default(), originals: originals.unwrap_or_default() }
}

const ADDRESSES: Leaf<WebAddress> = Leaf::new(addresses, || {
    let each = Shape::Map { key: IdKind::Edition, of: Box::new(Shape::WebAddress) };
    Shape::Either(vec![Shape::WebAddress, each])
});

/// One address, or one for each edition by its id.
fn addresses(node: &Node, context: &mut Context<'_>) -> Option<WebAddress> {
    let Value::Mapping(entries) = &node.value else { return address(node, context).map(WebAddress::Only) };
    if entries.is_empty() {
        context.empty(node);
    }
    // Every entry is read, so that each says what is wrong with it.
    let read: Vec<Option<(EditionId, String)>> = entries
        .iter()
        .map(|(key, node)| {
            let (id, address) = (edition_id(key, context), address(node, context));
            Some((id?, address?))
        })
        .collect();
    Some(WebAddress::Each(read.into_iter().collect::<Option<_>>()?))
}

fn edition_id(key: &Key, context: &mut Context<'_>) -> Option<EditionId> {
    let id = key.text.parse().ok();
    if id.is_none() {
        let finding = Finding::at(yaml::BAD_ID, context.file, key.range.clone()).arg("key", context.key);
        context.report(finding.arg("suggestion", suggest_id(&key.text)).arg("id", key.text.as_str()));
    }
    id
}

/// The address of a folder on the web: pages are put after it.
fn address(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let text = values::text(node, context)?;
    let sound = base(&text);
    if let Err(advice) = &sound {
        let finding = context.at(codes::BAD_ADDRESS, node).arg("text", text).arg("advice", advice.clone());
        context.report(finding);
    }
    sound.ok()
}

/// The address in its usual form, without a slash at its end.
///
/// # Errors
/// What to write instead.
fn base(text: &str) -> Result<String, Bilingual> {
    let Ok(url) = Url::parse(text) else { return Err(with_scheme(text)) };
    if !matches!(url.scheme(), "http" | "https") || url.cannot_be_a_base() {
        return Err(with_scheme(text));
    }
    let mut plain = url.clone();
    plain.set_query(None);
    plain.set_fragment(None);
    // Only addresses without a host refuse these.
    if plain.set_username("").and(plain.set_password(None)).is_err() {
        return Err(words::web_address());
    }
    let base = plain.as_str().trim_end_matches('/');
    if plain == url { Ok(base.to_owned()) } else { Err(advice::write_it(base)) }
}

/// `camnang.example.vn` most likely means the same with `https://` before it.
fn with_scheme(text: &str) -> Bilingual {
    let guessed = format!("https://{text}");
    let is_host = |url: &Url| url.host_str().is_some_and(|host| host.contains('.')) && url.port().is_none();
    match Url::parse(&guessed).ok().filter(|url| !text.contains(':') && is_host(url)) {
        Some(_) => advice::write_it(&guessed),
        None => words::web_address(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        assert_eq!(base("https://camnang.example.vn/").as_deref(), Ok("https://camnang.example.vn"));
        assert_eq!(base("HTTP://Example.vn:8080/ipv6").as_deref(), Ok("http://example.vn:8080/ipv6"));
        for (wrong, advice) in [
            ("camnang.example.vn/ipv6", "write `https://camnang.example.vn/ipv6`"),
            ("https://example.vn/?a=1#b", "write `https://example.vn`"),
            ("https://ai:matkhau@example.vn", "write `https://example.vn`"),
            ("javascript:alert(1)", &words::web_address().en),
            ("mailto:ai@example.vn", &words::web_address().en),
            ("/ipv6", &words::web_address().en),
            ("https://", &words::web_address().en),
        ] {
            assert_eq!(base(wrong).unwrap_err().en, advice, "{wrong}");
        }
    }
}
