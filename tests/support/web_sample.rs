//! The pages of the web edition for the sample: an audience, two topics, a redirect of each kind.

use camnang::internals::language::vi::web;
use camnang::internals::view::timeline::{DrawingView, ShapeRole, ShapeView, TextAnchor, TextRole, TextView};
use camnang::internals::view::*;

/// `say` changes every text that readers see.
pub struct WebPages<'a> {
    pub say: &'a dyn Fn(&str) -> String,
    pub links: Vec<ExcerptLink>,
    pub changes: ChangesView,
}

impl WebPages<'_> {
    pub fn view(&self) -> SiteView {
        let t = |text: &str| (self.say)(text);
        let duties = vec![DutyPlace { excerpt: nth(1), at: 0 }, DutyPlace { excerpt: nth(7), at: 1 }];
        let topic = |id: &str, above: &[&str], below: &[&str], excerpts: Vec<ExcerptNumber>| TopicView {
            id: id.to_owned(),
            name: t("Mua sắm, hạ tầng"),
            also: vec!["mua hàng".to_owned()],
            tally: t("2 việc · 5 trích dẫn"),
            above: above.iter().map(|id| Labelled { key: (*id).to_owned(), name: t("Chủ đề trên") }).collect(),
            below: below.iter().map(|id| Labelled { key: (*id).to_owned(), name: t("Chủ đề dưới") }).collect(),
            duties: duties.clone(),
            excerpts,
        };
        let mut excerpts: Vec<ExcerptReferences> = (1..=12)
            .map(|number| ExcerptReferences {
                cites: vec![nth(number % 12 + 1)],
                term: term(),
                ..ExcerptReferences::default()
            })
            .collect();
        excerpts[6].cited_by = vec![nth(1), nth(2)];
        excerpts[6].elsewhere = vec!["ipv6-2010".to_owned()];
        excerpts[6].doubt = Some(t("theo nguồn gián tiếp"));
        SiteView {
            words: web::words(),
            other_days: OtherDays::default(),
            editions: vec![self.edition("ipv6-2014", true), self.edition("ipv6-2010", false)],
            audiences: vec![AudienceView {
                id: "co-quan".to_owned(),
                name: t("Cơ quan nhà nước"),
                also: vec!["CQNN".to_owned()],
                tally: t("2 việc · 12 trích dẫn"),
                counts: t("2 việc: 1 của riêng bạn, 1 với tư cách cơ quan"),
                sections: vec![AudienceSection {
                    capacity: Some(CapacityView {
                        way: "as".to_owned(),
                        audience: "co-quan".to_owned(),
                        heading: t("Với tư cách cơ quan"),
                        reason: Some(t("theo khoản 1 Điều 2")),
                        tally: t("2 việc"),
                    }),
                    duties: duties.clone(),
                }],
                aside: vec![AsideView {
                    key: "unknown".to_owned(),
                    sign: "?".to_owned(),
                    text: t("1 việc của quy định chưa rõ hiệu lực"),
                    excerpts: self.links.clone(),
                }],
                excerpts: (1..=12).map(nth).collect(),
            }],
            topics: vec![
                topic("mua-sam", &[], &["ha-tang"], (1..=12).map(nth).collect()),
                topic("ha-tang", &["mua-sam"], &[], [1, 2, 9].map(nth).to_vec()),
            ],
            instruments: ["nd-72-2013", "nd-102-2009", "tt-01-2011"]
                .into_iter()
                .map(|id| self.instrument(id))
                .collect(),
            excerpts: excerpts.into(),
            comparisons: vec![ComparisonView { edition: "ipv6-2010".to_owned(), changes: self.changes.clone() }],
            states: self.states(),
            lives: (1..=12).map(|number| self.life(number)).collect(),
            redirects: vec![
                self.redirect("nd-72-2013.dieu-cu", "nd-72-2013.dieu-18.khoan-3", false),
                self.redirect("nd-72", "nd-72-2013", true),
            ],
        }
    }

    fn edition(&self, id: &str, own: bool) -> EditionLine {
        let as_of =
            DateView { iso: "2014-01-31".to_owned(), short: "31/01/2014".to_owned(), long: "ngày 31".to_owned() };
        let address = (!own).then(|| format!("https://cam-nang.example/{id}"));
        let (title, label) = ((self.say)("Cẩm nang"), Some((self.say)("Bản thảo")));
        EditionLine { id: id.to_owned(), title, label, as_of, own, address }
    }

    fn instrument(&self, id: &str) -> InstrumentPageView {
        let t = |text: &str| (self.say)(text);
        let target = |citation: &str, instrument: Option<&str>| RelationTargetView {
            citation: t(citation),
            basis: t(" (khoản 2 Điều 45)"),
            instrument: instrument.map(str::to_owned),
        };
        InstrumentPageView {
            id: id.to_owned(),
            kind: t("Nghị định"),
            citation_full: t("Nghị định số 72/2013/NĐ-CP ngày 15 tháng 7 năm 2013 của Chính phủ"),
            signer: t("Nguyễn Văn Ví Dụ"),
            checked: t("23/11/2026"),
            relation_figure: None,
            relations: vec![RelationView {
                acts: true,
                verb: t("thay thế"),
                targets: vec![target("Nghị định số 97/2008/NĐ-CP", None), target("Thông tư cũ", Some("tt-01-2011"))],
            }],
            cited_by: [3, 5].map(nth).to_vec(),
            figure: Some(DrawingView {
                caption: t("Thời gian có hiệu lực của 1 văn bản"),
                alt: t("Có hiệu lực từ 01/09/2013."),
                width: 800,
                height: 220,
                shapes: vec![ShapeView {
                    role: ShapeRole::InForce,
                    points: vec![[10, 10], [90, 10], [90, 40], [10, 40]],
                    closed: true,
                }],
                texts: vec![TextView {
                    role: TextRole::Name,
                    x: 10,
                    y: 80,
                    anchor: TextAnchor::Start,
                    size: 33,
                    text: t("72/2013/NĐ-CP"),
                }],
            }),
            facts: InstrumentFacts {
                number: Some("72/2013/NĐ-CP".to_owned()),
                issued: Some("2013-07-15".to_owned()),
                term: term(),
                acts: ["replaces", "amends", "repeals", "based-on", "cites", "suspends"]
                    .into_iter()
                    .flat_map(|kind| [false, true].map(|passive| act(kind, passive)))
                    .collect(),
            },
        }
    }

    /// Those of the sample's excerpts.
    fn states(&self) -> Vec<StateView> {
        let keys = ["in-force", "partly-ended", "not-commenced", "suspended", "ended", "unknown"];
        let state =
            |key: &str| StateView {
                key: key.to_owned(), sign: "●".to_owned(), name: (self.say)("Còn hiệu lực")
            };
        keys.into_iter().map(state).collect()
    }

    /// Begun, suspended for a year, in force again, ended: the edition's day lies in the second.
    fn life(&self, number: u32) -> LifeView {
        let days = ["2010-01-01", "2013-12-01", "2014-12-01", "2024-12-25"];
        let period = |at: usize, key: &str| PeriodView {
            from: at.checked_sub(1).map(|at| days[at].to_owned()),
            until: days.get(at).map(|day| (*day).to_owned()),
            key: key.to_owned(),
            sign: "●".to_owned(),
            name: (self.say)("Có hiệu lực"),
            days: (self.say)("từ 01/01/2010 đến trước 01/12/2013"),
            status: "Còn hiệu lực, từ 01/01/2010".to_owned(),
            detail: Some((self.say)("theo Nghị định số 72/2013/NĐ-CP")),
            own: at == 2,
        };
        let keys = if number == 1 {
            vec!["unknown"]
        } else {
            vec!["not-commenced", "in-force", "suspended", "in-force", "ended"]
        };
        let periods = keys.into_iter().enumerate().map(|(at, key)| period(at, key)).collect();
        let points = vec![[10, 10], [90, 10], [90, 40], [10, 40]];
        let shapes = vec![ShapeView { role: ShapeRole::InForce, points, closed: true }];
        let year = TextView {
            role: TextRole::Year,
            x: 10,
            y: 40,
            anchor: TextAnchor::Middle,
            size: 17,
            text: "2010".to_owned(),
        };
        let (caption, alt) = (String::new(), String::new());
        LifeView { periods, bar: Some(DrawingView { caption, alt, width: 500, height: 44, shapes, texts: vec![year] }) }
    }

    fn redirect(&self, from: &str, to: &str, instrument: bool) -> RedirectView {
        let citation = (self.say)("Khoản 3 Điều 18 Nghị định số 72/2013/NĐ-CP");
        RedirectView { from: from.to_owned(), to: to.to_owned(), instrument, citation }
    }
}

fn term() -> TermFacts {
    TermFacts { since: Some("2013-09-01".to_owned()), until: None, last: None }
}

fn act(kind: &str, passive: bool) -> ActFacts {
    let (kind, citation) = (kind.to_owned(), "Nghị định số 97/2008/NĐ-CP".to_owned());
    ActFacts { kind, passive, citation, instrument: passive.then(|| "tt-01-2011".to_owned()), seen: true }
}

/// The number of an excerpt.
fn nth(number: u32) -> ExcerptNumber {
    ExcerptNumber::new(number).expect("numbers begin with 1")
}
