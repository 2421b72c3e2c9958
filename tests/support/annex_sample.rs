//! The generated annexes of an invented edition, for the samples of both renderers.

use camnang::internals::view::*;

/// Makes them; `say` changes every text that readers see, `link` gives the link to an excerpt of the sample.
pub struct Annexes<'a> {
    pub say: &'a dyn Fn(&str) -> String,
    pub link: &'a dyn Fn(u32) -> ExcerptLink,
    /// A row of the table of instruments.
    pub row: &'a str,
}

/// A duty or a recommendation; only the first has a box to tick.
pub fn duty_kind(tick: bool) -> KindView {
    let (key, sign) = if tick { ("duty", "►") } else { ("recommendation", "»") };
    KindView { key: key.to_owned(), sign: sign.to_owned(), tick }
}

/// A deadline in words, with what the edition's day makes of it.
pub fn deadline(text: String, remark: Option<String>) -> DeadlineView {
    let data = DueView { kind: "when".to_owned(), event: Some("đợt".to_owned()), ..DueView::default() };
    DeadlineView { name: "Hạn".to_owned(), text, remark, data }
}

/// A proof that a duty was done.
pub fn evidence(what: String, source: String) -> EvidenceView {
    EvidenceView { what, source, advice: true }
}

impl Annexes<'_> {
    fn lines(&self, all: &[&str]) -> Vec<String> {
        all.iter().map(|line| (self.say)(line)).collect()
    }

    fn labelled(&self, key: &str, name: &str) -> Labelled {
        Labelled { key: key.to_owned(), name: (self.say)(name) }
    }

    fn duty(&self, number: u32, deadline: Option<&str>, doubt: Option<&str>) -> DutyView {
        DutyView {
            number,
            who: (self.say)("Đơn vị mua sắm"),
            verb: (self.say)("phải"),
            what: (self.say)("ghi yêu cầu hỗ trợ hai thế hệ địa chỉ vào hồ sơ mời thầu thiết bị mạng"),
            level: self.labelled("bat-buoc", "bắt buộc"),
            kind: duty_kind(true),
            deadline: deadline.map(|text| self::deadline((self.say)(text), Some((self.say)("lần tới: 31/12/2014")))),
            evidence: vec![evidence((self.say)("Hồ sơ mời thầu"), (self.say)("gợi ý của nhóm biên soạn"))],
            sanctions: vec![(self.link)(1)],
            excerpt: (self.link)(number),
            at: 0,
            doubt: doubt.map(self.say),
            listed_in: None,
        }
    }

    fn groups(&self, start: &str) -> Vec<DutyGroup> {
        let group = |id: &str, name: &str, duties: Vec<DutyView>| DutyGroup {
            anchor: format!("{start}-{id}"),
            audience: self.labelled(id, name),
            tally: (self.say)("2 việc"),
            sections: vec![DutySection {
                capacity: Some(CapacityView {
                    way: "as".to_owned(),
                    audience: "co-quan".to_owned(),
                    heading: (self.say)("Với tư cách cơ quan"),
                    reason: Some((self.say)("theo khoản 1 Điều 2")),
                    tally: (self.say)("1 việc"),
                }),
                duties,
            }],
        };
        vec![
            group(
                "co-quan",
                "Cơ quan nhà nước",
                vec![self.duty(1, Some("trước 31/12/2014"), None), self.duty(2, None, Some("theo nguồn gián tiếp"))],
            ),
            group("so", "Sở phụ trách công nghệ", vec![self.duty(1, None, None)]),
        ]
    }

    pub fn responsibilities(&self) -> ResponsibilitiesView {
        let aside = AsideView {
            key: "ended".to_owned(),
            sign: "■".to_owned(),
            text: (self.say)("2 việc của quy định đã hết hiệu lực"),
            excerpts: vec![(self.link)(3), (self.link)(4)],
        };
        ResponsibilitiesView {
            intro: self.lines(&["Bảng gồm ba việc."]),
            groups: self.groups("trach-nhiem"),
            aside: vec![aside],
        }
    }

    pub fn checklists(&self) -> ChecklistsView {
        ChecklistsView { intro: self.lines(&["Đánh dấu vào ô."]), groups: self.groups("viec") }
    }

    pub fn calendar(&self) -> CalendarView {
        let group = |id: &str, name: &str, duty: DutyView| CalendarGroup {
            anchor: format!("lich-{id}"),
            audience: self.labelled(id, name),
            tally: (self.say)("1 việc có ngày"),
            entries: vec![self.day(duty)],
        };
        CalendarView {
            intro: self.lines(&["Ngày tới hạn."]),
            groups: vec![
                group("co-quan", "Cơ quan nhà nước", self.duty(1, Some("trước 31/12/2014"), None)),
                group("so", "Sở phụ trách công nghệ", self.duty(2, None, Some("theo nguồn gián tiếp"))),
            ],
        }
    }

    fn day(&self, duty: DutyView) -> CalendarEntry {
        let (day, iso) = ("31/12/2014".to_owned(), "2014-12-31".to_owned());
        CalendarEntry { day, iso: Some(iso), passed: None, duty }
    }

    pub fn report_form(&self) -> ReportFormView {
        let signature =
            |name: &str| SignatureView { name: (self.say)(name), how: (self.say)("ký, ghi rõ họ tên") };
        ReportFormView {
            intro: self.lines(&["Mẫu để đơn vị báo cáo."]),
            fields: vec![self.labelled("don-vi", "Đơn vị"), self.labelled("ngay", "Ngày lập")],
            answers: ["Đã làm", "Đang làm", "Chưa làm", "Không áp dụng"]
                .map(|name| self.labelled("tra-loi", name))
                .to_vec(),
            groups: self.groups("bao-cao"),
            signatures: vec![signature("Người lập"), signature("Thủ trưởng đơn vị")],
        }
    }

    pub fn unknowns(&self) -> UnknownsView {
        let row = |instrument: Option<&str>, excerpts: Vec<ExcerptLink>| UnknownRow {
            citation: (self.say)("Thông tư số 01/2011/TT-BTTTT"),
            instrument: instrument.map(str::to_owned),
            excerpts,
            what: self.lines(&["Ngày có hiệu lực: chưa thấy điều khoản hiệu lực", "Không sau 31/12/2013"]),
            wanted: (self.say)("Toàn văn"),
        };
        let group = UnknownGroup {
            anchor: "chua-ro-hieu-luc".to_owned(),
            title: (self.say)("Chưa rõ có hiệu lực hay không"),
            rows: vec![row(Some(self.row), vec![(self.link)(2)]), row(None, Vec::new())],
        };
        UnknownsView { intro: self.lines(&["Còn chưa rõ một văn bản."]), groups: vec![group] }
    }

    pub fn pending(&self) -> PendingView {
        let row = |iso: Option<&str>, excerpt: Option<ExcerptLink>, instrument: Option<&str>| PendingRow {
            day: (self.say)("01/07/2014"),
            iso: iso.map(str::to_owned),
            citation: (self.say)("Nghị định số 9/2014/NĐ-CP"),
            title: Some((self.say)("địa chỉ mẫu")),
            instrument: instrument.map(str::to_owned),
            excerpt,
            what: self.lines(&["Bắt đầu có hiệu lực", "Thay thế Nghị định số 8/2010/NĐ-CP"]),
        };
        PendingView {
            intro: self.lines(&["Có ba thay đổi."]),
            changes: vec![
                row(Some("2014-07-01"), None, None),
                row(None, Some((self.link)(1)), None),
                row(None, None, Some(self.row)),
            ],
        }
    }

    pub fn departments(&self) -> DepartmentsView {
        let row = |number: u32, area: &[&str], note: Option<&str>| DepartmentRow {
            number,
            name: (self.say)("Sở Khoa học và Công nghệ tỉnh Mẫu"),
            place: (self.say)("Tỉnh Mẫu"),
            area: self.lines(area),
            note: note.map(|note| (self.say)(note)),
        };
        let group = DepartmentGroupView {
            anchor: "don-vi-so-mau".to_owned(),
            title: (self.say)("Các sở mẫu"),
            tally: (self.say)("2 đơn vị"),
            note: Some((self.say)("Tên theo danh sách mẫu.")),
            source_line: (self.say)("tên đơn vị: theo nguồn gián tiếp"),
            sources: self.lines(&["Danh sách mẫu"]),
            departments: vec![row(1, &["Tỉnh Cũ"], None), row(2, &[], Some("Đã trả lời"))],
        };
        DepartmentsView { groups: vec![group] }
    }

    /// `definition`: the anchor of a term in the glossary.
    pub fn index(&self, definition: Option<&str>) -> IndexView {
        let entry = |kind: &str, text: &str, runs: Vec<IndexRun>| IndexEntry {
            kind: kind.to_owned(),
            text: (self.say)(text),
            also: None,
            definition: None,
            row: None,
            runs,
            note: None,
        };
        let one = || IndexRun { text: "1".to_owned(), first: (self.link)(1), last: None };
        let range = || IndexRun { text: "2–3".to_owned(), first: (self.link)(2), last: Some((self.link)(3)) };
        let term = IndexEntry {
            also: Some((self.say)("IP address")),
            definition: definition.map(str::to_owned),
            note: Some((self.say)("có trong 40 trích dẫn")),
            ..entry("term", "địa chỉ Internet", vec![one(), range()])
        };
        let instrument = IndexEntry {
            row: Some(self.row.to_owned()),
            ..entry("instrument", "Nghị định số 72/2013/NĐ-CP", vec![range()])
        };
        let letter = |at: u32, letter: &str, entries: Vec<IndexEntry>| IndexLetter {
            anchor: format!("tra-{at}"),
            letter: letter.to_owned(),
            entries,
        };
        IndexView {
            intro: self.lines(&["Số là số của trích dẫn."]),
            on_paper: "Số trong ngoặc là trang.".to_owned(),
            letters: vec![
                letter(1, "Đ", vec![term, entry("topic", "Đầu tư", vec![one()])]),
                letter(2, "N", vec![instrument]),
            ],
        }
    }

    pub fn standards(&self) -> StandardsView {
        let status = StatusView {
            key: "unknown".to_owned(),
            sign: "?".to_owned(),
            text: (self.say)("Chưa rõ hiệu lực"),
            detail: Some((self.say)("chưa thấy điều khoản hiệu lực")),
            warn: true,
        };
        let row = |number: u32, row: Option<&str>, status: Option<StatusView>| StandardRow {
            number,
            citation: (self.say)("QCVN 7:2013/ABC"),
            title: Some((self.say)("quy chuẩn mẫu về thiết bị")),
            row: row.map(str::to_owned),
            issued_with: self.lines(&["Thông tư số 9/2013/TT-ABC"]),
            note: status.is_none().then(|| (self.say)("chưa có hồ sơ")),
            status,
            excerpts: vec![(self.link)(1), (self.link)(2)],
        };
        StandardsView {
            intro: self.lines(&["Tiêu chuẩn có trong tài liệu này."]),
            rows: vec![row(1, Some(self.row), Some(status)), row(2, None, None)],
        }
    }

    pub fn colophon(&self) -> ColophonView {
        use camnang::internals::view::timeline::{DrawingView, ShapeRole, ShapeView};
        let module =
            ShapeView { role: ShapeRole::Module, points: vec![[40, 40], [110, 40], [110, 50], [40, 50]], closed: true };
        let code = DrawingView {
            caption: (self.say)("Quét mã"),
            alt: (self.say)("Mã QR"),
            width: 290,
            height: 290,
            shapes: vec![module],
            texts: Vec::new(),
        };
        let fact = |name: &str, text: &str, exact| FactView { name: (self.say)(name), text: (self.say)(text), exact };
        ColophonView {
            facts: vec![fact("Lập bằng", "camnang", false), fact("Mã băm", "9f86d081884c7d65", true)],
            notices: vec![Notice { title: (self.say)("Kiểm tra"), text: (self.say)("So mã băm.") }],
            web: Some(WebView { address: "https://cam-nang.example/mau/".to_owned(), code: Some(code) }),
            no_web: None,
        }
    }
}
