//! The words for those whom a duty binds, and their ids: where the words name an audience of the vocabulary, so do the ids.

use crate::checks::messages::{audiences as codes, words};
use crate::diag::{Bilingual, Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::excerpt::Obligation;
use crate::model::ids::AudienceId;
use crate::model::subject::Subject;
use crate::model::vocabulary::{Audience, Vocabulary};

pub fn check(corpus: &Corpus, sink: &mut Sink) {
    let names = names(corpus.vocabulary());
    for excerpt in corpus.excerpts() {
        for (index, duty) in excerpt.obligations.iter().enumerate() {
            if let Some(clash) = clash(corpus.vocabulary(), &NamedInWords::new(&names, &duty.who), duty) {
                let key = format!("obligations.{index}.who");
                let place = Place::Entry(Subject::Excerpt(excerpt.id.clone()), key);
                sink.push(Finding::new(codes::OTHER_WORDS, place).arg("clash", clash));
            }
        }
    }
}

/// In what the words and the ids of a duty certainly differ.
fn clash(vocabulary: &Vocabulary, wording: &NamedInWords<'_>, duty: &Obligation) -> Option<Bilingual> {
    let unbound = wording.named.iter().find(|(audience, is_whole)| {
        let has = duty.audiences.contains(&audience.id);
        // `Cơ quan nhà nước ở tỉnh` may bind fewer than all that are of the audience.
        let is_part = || duty.audiences.iter().any(|id| is_within(vocabulary, id, &audience.id));
        !has && (*is_whole || !is_part())
    });
    // That a duty names nobody has been reported.
    if duty.audiences.is_empty() {
        return None;
    }
    if let Some((audience, _)) = unbound {
        return Some(words::names_but_not_bound(&audience.name, audience.id.as_str()));
    }
    let is_named = |id: &&AudienceId| wording.named.iter().any(|(audience, _)| audience.id == **id);
    let more = duty.audiences.iter().find(|id| wording.is_complete && !is_named(id))?;
    Some(words::bound_but_not_named(vocabulary.audience(more).map_or("", |it| &it.name), more.as_str()))
}

/// Whether one audience is another on some day.
fn is_within(vocabulary: &Vocabulary, inner: &AudienceId, outer: &AudienceId) -> bool {
    let mut reached: Vec<&AudienceId> = vec![inner];
    let mut at = 0;
    while let Some(audience) = reached.get(at).and_then(|id| vocabulary.audience(id)) {
        let next: Vec<&AudienceId> = audience.within.iter().map(|it| &it.audience).collect();
        reached.extend(next.into_iter().filter(|id| vocabulary.audience(id).is_some()).collect::<Vec<_>>());
        at += 1;
        if at > vocabulary.audiences.len() {
            break;
        }
    }
    reached.contains(&outer)
}

/// What audiences are called, in lower case. One word alone may be a part of many names.
fn names(vocabulary: &Vocabulary) -> Vec<(String, &Audience)> {
    let of = |audience: &'_ Audience| -> Vec<String> {
        let name = audience.name.split(" (").next().unwrap_or_default().to_owned();
        std::iter::once(name).chain(audience.also.iter().cloned()).collect()
    };
    let all =
        vocabulary.audiences.iter().flat_map(|audience| of(audience).into_iter().map(move |name| (name, audience)));
    let mut names: Vec<(String, &Audience)> =
        all.map(|(name, audience)| (name.to_lowercase(), audience)).filter(|(name, _)| name.contains(' ')).collect();
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let of_several: Vec<String> = shared(&names);
    names.retain(|(name, _)| !of_several.contains(name));
    names
}

/// The names that mean more than one audience, and so none for certain.
fn shared(names: &[(String, &Audience)]) -> Vec<String> {
    let other = |(name, audience): &(String, &Audience)| {
        names.iter().any(|(same, other)| same == name && other.id != audience.id)
    };
    names.iter().filter(|it| other(it)).map(|(name, _)| name.clone()).collect()
}

/// The audiences that words name where a name can stand: at their beginning, and after a comma, a semicolon, `và`, `hoặc`.
struct NamedInWords<'v> {
    /// Each with whether nothing follows its name that may narrow it.
    named: Vec<(&'v Audience, bool)>,
    /// Whether the words are these names and nothing else.
    is_complete: bool,
}

const BETWEEN: [&str; 4] = ["; ", ", ", " và ", " hoặc "];

impl<'v> NamedInWords<'v> {
    fn new(names: &[(String, &'v Audience)], who: &str) -> Self {
        let lower = who.to_lowercase();
        let mut wording = NamedInWords { named: Vec::new(), is_complete: true };
        let mut rest = lower.as_str();
        while !rest.is_empty() {
            let found = names.iter().find_map(|(name, audience)| Some((after(rest, name)?, *audience)));
            let tail = found.map_or(rest, |(tail, _)| tail);
            let is_whole = found.is_some() && (tail.is_empty() || BETWEEN.iter().any(|sign| tail.starts_with(sign)));
            // `Đơn vị chuyên trách của bộ, Uỷ ban nhân dân cấp tỉnh`: what narrows a name may go on after a comma.
            let ends: &[&str] = if found.is_some() && !is_whole { &BETWEEN[..1] } else { &BETWEEN };
            let next = next(tail, ends);
            wording.named.extend(found.map(|(_, audience)| (audience, is_whole)));
            wording.is_complete &= is_whole;
            rest = next;
        }
        wording
    }
}

/// Returns the words after a name that they begin with.
fn after<'w>(words: &'w str, name: &str) -> Option<&'w str> {
    words.strip_prefix(name).filter(|tail| !tail.starts_with(char::is_alphanumeric))
}

/// Returns the words from the next place where a name may begin.
fn next<'w>(words: &'w str, ends: &[&str]) -> &'w str {
    let places = ends.iter().filter_map(|sign| Some((words.find(sign)?, sign.len())));
    places.min().and_then(|(at, length)| words.get(at + length..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::deadline::Deadline;
    use crate::model::vocabulary::Membership;

    fn audience(id: &str, name: &str, called: &[&str], within: &[&str]) -> Audience {
        let membership = |id: &&str| Membership {
            audience: id.parse().unwrap(),
            issued: None,
            from: None,
            until: None,
            source: "Điều 1".to_owned(),
        };
        Audience {
            id: id.parse().unwrap(),
            name: name.to_owned(),
            also: called.iter().map(|name| (*name).to_owned()).collect(),
            within: within.iter().map(membership).collect(),
            role: None,
        }
    }

    #[test]
    fn words_and_ids_agree() {
        let audiences = vec![
            audience("co-quan", "Cơ quan nhà nước", &[], &[]),
            audience("bo", "Bộ, cơ quan ngang bộ", &["Bộ Khoa học và Công nghệ"], &["co-quan"]),
            audience("so", "Sở phụ trách", &["Sở Khoa học và Công nghệ"], &["co-quan"]),
            audience("isp", "Doanh nghiệp viễn thông (ISP)", &[], &[]),
            audience("xa", "Xã", &[], &[]),
        ];
        let vocabulary = Vocabulary { audiences, ..Vocabulary::default() };
        let names = names(&vocabulary);
        let cases: [(&str, &[&str], bool); 18] = [
            ("Cơ quan nhà nước", &["co-quan"], true),
            ("Cơ quan nhà nước", &["so"], false),
            ("Cơ quan nhà nước", &["co-quan", "so"], false),
            ("Cơ quan nhà nước có cổng", &["so"], true),
            ("Cơ quan nhà nước có cổng", &["isp"], false),
            ("Cơ quan nhà nước có cổng", &["co-quan", "isp"], true),
            ("Bộ, cơ quan ngang bộ, Sở phụ trách", &["bo", "so"], true),
            ("Bộ, cơ quan ngang bộ, Sở phụ trách", &["bo"], false),
            ("Bộ Khoa học và Công nghệ và Sở Khoa học và Công nghệ", &["so", "bo"], true),
            ("Sở Khoa học và Công nghệ", &["bo"], false),
            ("Giám đốc Sở Khoa học và Công nghệ", &["xa"], true),
            ("Cơ quan, doanh nghiệp viễn thông", &["co-quan"], false),
            ("Tổ chức không phải doanh nghiệp viễn thông", &["xa"], true),
            ("Sở phụ tráchx", &["xa"], true),
            ("Xã", &["isp"], true),
            ("doanh nghiệp viễn thông", &["isp"], true),
            ("Sở phụ trách của bộ, cơ quan nhà nước", &["so"], true),
            ("Sở phụ trách của tỉnh; doanh nghiệp viễn thông", &["so"], false),
        ];
        for (who, ids, agree) in cases {
            let duty = Obligation {
                id: None,
                who: who.to_owned(),
                audiences: ids.iter().map(|id| id.parse().unwrap()).collect(),
                except: Vec::new(),
                what: "làm".to_owned(),
                level: "bat-buoc".parse().unwrap(),
                deadline: Deadline::default(),
                evidence: Vec::new(),
            };
            let clash = clash(&vocabulary, &NamedInWords::new(&names, who), &duty);
            assert_eq!(clash.is_none(), agree, "{who} {ids:?} {clash:?}");
        }
    }
}
