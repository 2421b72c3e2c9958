//! Every code that a finding can have. A stage declares its codes in its `messages`; here they are listed for
//! `camnang explain`, for reports that describe their rules, and for waivers.

use crate::diag::Code;
use crate::{answers, assemble, characters, checks, diag, preflight, resolve, source, syntax, waive};

/// Every code, in the order of their numbers.
pub fn all() -> Vec<Code> {
    let mut codes = [
        source::messages::files::ALL,
        source::messages::unreadable::ALL,
        characters::messages::ALL,
        syntax::messages::yaml::ALL,
        syntax::messages::deadlines::ALL,
        syntax::messages::markdown::ALL,
        syntax::messages::settings::ALL,
        syntax::messages::mail::ALL,
        resolve::messages::references::ALL,
        resolve::messages::originals::ALL,
        resolve::messages::numbering::ALL,
        resolve::messages::received::ALL,
        resolve::messages::reread::ALL,
        resolve::messages::reviews::ALL,
        resolve::messages::editions::ALL,
        resolve::messages::settings::ALL,
        resolve::messages::images::ALL,
        checks::messages::provisions::ALL,
        checks::messages::time::ALL,
        checks::messages::audiences::ALL,
        checks::messages::duties::ALL,
        checks::messages::reviews::ALL,
        assemble::messages::booklet::ALL,
        assemble::messages::approval::ALL,
        preflight::messages::layout::ALL,
        preflight::messages::published_originals::ALL,
        preflight::messages::releases::ALL,
        preflight::messages::web_files::ALL,
        waive::messages::ALL,
        diag::OWN_CODES,
    ]
    .concat();
    codes.sort_by_key(|code| code.id());
    codes
}

/// The codes of forms that came back, which are about files of departments: no corpus has them.
pub fn of_forms() -> Vec<Code> {
    answers::messages::ALL.to_vec()
}

/// The code with this id, whatever the case of its letters.
pub fn find(id: &str) -> Option<Code> {
    all().into_iter().chain(of_forms()).find(|code| code.id().eq_ignore_ascii_case(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Lang;

    #[test]
    fn codes_are_distinct_and_said_in_both_languages() {
        let mut codes = [all(), of_forms()].concat();
        codes.sort_by_key(|code| code.id());
        for pair in codes.windows(2) {
            assert!(pair[0].id() < pair[1].id(), "{} stands twice", pair[0].id());
        }
        for code in codes {
            for lang in [Lang::Vi, Lang::En] {
                let words = code.entry().words(lang);
                assert!(!words.message.is_empty() && !words.help.is_empty() && !words.why.is_empty(), "{code:?}");
            }
            assert!(!code.entry().example.is_empty(), "{code:?}");
        }
    }
}
