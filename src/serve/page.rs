//! Adds to a served page the script that reloads it, and the policy by which that script may connect.

use crate::serve::messages::PageWords;

/// Where the server's own files lie. No page of a site can: their names begin with a letter or a digit.
pub(super) const OWN: &str = "~/";

const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";

/// A page of the site with the script, and with a policy that lets it ask this server for news. One whose policy allows no
/// script from a file, as that of a page which only leads on, stays as it is.
pub(super) fn live(page: &[u8], version: &str) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(page) else { return page.to_vec() };
    let policy = text.split_once(POLICY).and_then(|(_, rest)| rest.split('"').next());
    if policy.is_some_and(|policy| !policy.contains("script-src 'self'")) {
        return page.to_vec();
    }
    // The first of two directives of one name holds.
    let text = text.replacen(POLICY, &format!("{POLICY}connect-src 'self'; "), 1);
    let script = format!("<script src=\"/{OWN}live.js\" data-version=\"{version}\" defer></script>\n");
    match text.find("</head>") {
        Some(at) => {
            let (before, after) = text.split_at(at);
            format!("{before}{script}{after}").into_bytes()
        }
        None => format!("{text}\n{script}").into_bytes(),
    }
}

/// A page of the server's own: there is no such page, or none yet.
pub(super) fn note(title: &str, text: &str, words: &PageWords, version: &str) -> Vec<u8> {
    let (title, text, home) = (escaped(title), escaped(text), escaped(&words.to_first_page));
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/{OWN}own.css\">\n</head>\n<body class=\"note\">\n\
         <main>\n<h1>{title}</h1>\n<p>{text}</p>\n<p><a href=\"/\">{home}</a></p>\n</main>\n</body>\n</html>\n",
        words.lang
    );
    live(page.as_bytes(), version)
}

/// The page with the site on the left and the PDF on the right.
pub(super) fn split(words: &PageWords) -> Vec<u8> {
    let [title, site, pdf] = [&words.beside, &words.site, &words.pdf].map(|text| escaped(text));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/{OWN}own.css\">\n<script src=\"/{OWN}split.js\" defer></script>\n</head>\n\
         <body class=\"split\">\n<iframe id=\"site\" title=\"{site}\" src=\"/\"></iframe>\n\
         <section>\n<p id=\"note\" role=\"status\"></p>\n<iframe id=\"pdf\" title=\"{pdf}\" hidden></iframe>\n</section>\n\
         </body>\n</html>\n",
        words.lang
    )
    .into_bytes()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_the_script_and_leave_to_ask() {
        let page = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\"></head><p>x";
        assert_eq!(
            String::from_utf8(live(page.as_bytes(), "ab-1")).unwrap(),
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"connect-src 'self'; script-src 'self'\">\
             <script src=\"/~/live.js\" data-version=\"ab-1\" defer></script>\n</head><p>x"
        );
        // Whatever an office's template looks like.
        assert!(String::from_utf8(live(b"<p>x", "1")).unwrap().ends_with(" defer></script>\n"));
        assert_eq!(live(b"\xff", "1"), b"\xff");
        let leading_on = page.replace("script-src 'self'", "default-src 'none'");
        assert_eq!(live(leading_on.as_bytes(), "1"), leading_on.as_bytes());
    }

    #[test]
    fn words_are_no_markup() {
        let words = crate::serve::messages::words(crate::diag::Lang::Vi);
        let page = String::from_utf8(note("<script>", "a & b", &words, "1")).unwrap();
        assert!(page.contains("<h1>&lt;script&gt;</h1>") && page.contains("a &amp; b"));
    }
}
