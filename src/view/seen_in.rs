//! Where an excerpt was seen, in as few words as its reader can know it by. The full source is on the web.

use serde::Serialize;

/// A source, shortened.
#[derive(Serialize, Clone, Debug)]
pub struct SeenIn {
    /// `Bản đăng lại toàn văn`; of an address its host.
    pub text: String,
    pub address: Option<String>,
}

/// Returns the short form of a source. The citation of the instrument and the article stand above the text already.
pub(super) fn seen_in(source: &str, instrument: &str, locator: &str) -> SeenIn {
    let host = ["https://", "http://"].iter().find_map(|scheme| source.strip_prefix(scheme));
    match host.filter(|rest| !rest.contains(char::is_whitespace)) {
        Some(rest) => SeenIn {
            text: rest.split('/').next().unwrap_or(rest).trim_start_matches("www.").to_owned(),
            address: Some(source.to_owned()),
        },
        None => SeenIn { text: shortened(source, instrument, locator), address: None },
    }
}

fn shortened(source: &str, instrument: &str, locator: &str) -> String {
    let named = [format!(" của {instrument}"), format!(" {instrument}")];
    let named = named.iter().find(|words| source.contains(words.as_str()));
    let without = named.map_or_else(|| source.to_owned(), |words| source.replacen(words.as_str(), "", 1));
    let place = article(locator).and_then(|article| without.strip_suffix(article)?.strip_suffix(", "));
    place.unwrap_or(&without).trim_end_matches([',', ' ']).to_owned()
}

/// `Điều 11` of `Khoản 6 Điều 11`
fn article(locator: &str) -> Option<&str> {
    locator.get(locator.find("Điều ")?..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_above_the_text_is_not_said_again() {
        let short = |source: &str| shortened(source, "Nghị định số 1/2030/NĐ-CP", "Khoản 6 Điều 11");
        assert_eq!(short("Bản đăng lại toàn văn Nghị định số 1/2030/NĐ-CP, Điều 11"), "Bản đăng lại toàn văn");
        assert_eq!(short("Bản đăng lại toàn văn Nghị định số 1/2030/NĐ-CP, Điều 1"), "Bản đăng lại toàn văn, Điều 1");
        assert_eq!(
            short("Các điều về hiệu lực của Nghị định số 1/2030/NĐ-CP, Điều 54"),
            "Các điều về hiệu lực, Điều 54"
        );
        assert_eq!(short("Trang thu-vien.example, Nghị định số 1/2030/NĐ-CP"), "Trang thu-vien.example");
        assert_eq!(short("Công báo số 5, trang 33"), "Công báo số 5, trang 33");
        assert_eq!(short("Điều 11"), "Điều 11");
    }

    #[test]
    fn an_address_is_known_by_its_host() {
        let seen = seen_in("https://www.co-quan.example/van-ban/1", "Nghị định số 1/2030/NĐ-CP", "Điều 1");
        assert_eq!((seen.text.as_str(), seen.address.is_some()), ("co-quan.example", true));
    }
}
