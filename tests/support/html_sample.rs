//! An invented edition with every kind of block and inline text, every status, footnotes in several bodies, and links
//! of every kind. All of its free text passes through a function, so that a test can put anything into every field.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::path::Path;

use super::annex_sample::{Annexes, duty_kind};
use super::web_sample::WebPages;
use super::{annex_sample, sample_changes};
use camnang::internals::language::vi::booklet;
use camnang::internals::model::settings::{Look, Notices};
use camnang::internals::render::{ImageFile, Templates};
use camnang::internals::view::*;

/// Makes the sample view; `mark` changes every text that readers see.
pub struct Sample<'a> {
    pub mark: &'a dyn Fn(&str) -> String,
}

/// The sample as it is.
pub fn view() -> View {
    Sample { mark: &str::to_owned }.view()
}

/// The project's own layout files for HTML.
pub fn templates() -> Templates {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/html");
    let mut templates = Templates::default();
    for entry in std::fs::read_dir(folder).expect("the folder of templates") {
        let path = entry.expect("an entry of the folder").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name").to_owned();
        let bytes = std::fs::read(&path).expect("a readable template");
        templates.files.insert(format!("html/{name}"), bytes.into());
    }
    templates
}

pub fn images() -> Vec<ImageFile> {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 160"><title>Lộ trình</title><path d="M20 80H620" stroke="#2b5797" stroke-width="4"/><g fill="#2b5797"><circle cx="60" cy="80" r="14"/><circle cx="320" cy="80" r="14"/><circle cx="580" cy="80" r="14"/></g></svg>"##;
    vec![ImageFile { path: "images/lo-trinh.svg".to_owned(), bytes: svg.into() }]
}

/// Key, sign, name, words, detail.
const STATUSES: [(&str, &str, &str, &str, Option<&str>); 6] = [
    ("in-force", "●", "Còn hiệu lực", "Còn hiệu lực", None),
    (
        "partly-ended",
        "◐",
        "Hết hiệu lực một phần",
        "Hết hiệu lực một phần từ 01/09/2013",
        Some("điểm b khoản 2 bị bãi bỏ bởi Nghị định số 72/2013/NĐ-CP"),
    ),
    (
        "not-commenced",
        "○",
        "Chưa có hiệu lực",
        "Chưa có hiệu lực; có hiệu lực từ 01/07/2014",
        Some("ban hành ngày 15/01/2014"),
    ),
    ("suspended", "▲", "Ngưng hiệu lực", "Ngưng hiệu lực từ 10/01/2014", Some("đến khi có văn bản mới")),
    ("ended", "■", "Hết hiệu lực", "Hết hiệu lực từ 25/12/2024", Some("thay bằng Nghị định số 147/2024/NĐ-CP")),
    (
        "unknown",
        "?",
        "Chưa rõ",
        "Chưa rõ hiệu lực",
        Some("chưa thấy văn bản bãi bỏ; ngày hết hiệu lực không được công bố"),
    ),
];

fn unmarked(key: &str, name: &str) -> Labelled {
    Labelled { key: key.to_owned(), name: name.to_owned() }
}

impl Sample<'_> {
    fn text(&self, text: &str) -> String {
        (self.mark)(text)
    }

    fn some(&self, text: &str) -> Option<String> {
        Some(self.text(text))
    }

    fn labelled(&self, key: &str, name: &str) -> Labelled {
        Labelled { key: key.to_owned(), name: self.text(name) }
    }

    pub fn view(&self) -> View {
        let t = |text: &str| self.text(text);
        let parts = vec![
            self.part("I", "Quy định chung về địa chỉ IPv6", &[("pham-vi", 1), ("tai-nguyen-internet", 2)]),
            self.part("II", "Mua sắm, đầu tư và chuyển đổi", &[("mua-sam-thiet-bi", 3)]),
        ];
        let annexes = Annexes { say: self.mark, link: &|number| self.link(number), row: "van-ban-tt-01-2011" };
        View {
            version: VERSION,
            generator: t("camnang 0.1.0"),
            language: "vi".to_owned(),
            edition: EditionView {
                id: "ipv6-2014".to_owned(),
                title: t("Cẩm nang quy định về IPv6 dành cho cơ quan nhà nước"),
                subtitle: self.some("Tập hợp trích dẫn các văn bản quy phạm pháp luật và văn bản hướng dẫn"),
                label: self.some("Bản thảo 1"),
                issuer: IssuerView {
                    parent: self.some("Bộ Thông tin và Truyền thông"),
                    name: t("Ban Công tác thúc đẩy phát triển IPv6 quốc gia"),
                    place: self.some("Hà Nội"),
                },
                // The site shows it on the page about the booklet, among its facts.
                contact: "cam-nang@example.vn".to_owned(),
                // Not marked: the site shows the day in the line below.
                as_of: DateView {
                    iso: "2014-01-31".to_owned(),
                    short: "31/01/2014".to_owned(),
                    long: "ngày 31 tháng 01 năm 2014".to_owned(),
                },
                as_of_line: t("Tính đến ngày 31 tháng 01 năm 2014"),
                keywords: vec![t("IPv6"), t("cơ quan nhà nước")],
                web_address: Some("https://cam-nang.example/mau".to_owned()),
                description: t("Các quy định về IPv6 mà cơ quan nhà nước phải theo, tính đến ngày 31/01/2014."),
                corpus_hash: "3f0c".repeat(16),
            },
            look: look(&Look::default()),
            words: booklet::words(&Notices::new()),
            notices: vec![
                Notice {
                    title: t("Không phải văn bản pháp luật"),
                    text: t("Tài liệu này tập hợp và tóm lược; khi áp dụng, đối chiếu với văn bản chính thức."),
                },
                Notice {
                    title: t("Tính đến ngày nào"),
                    text: t(
                        "Hiệu lực nêu trong tài liệu là hiệu lực vào ngày 31/01/2014. Quy định có thể đã thay đổi sau ngày này.",
                    ),
                },
            ],
            first: FirstView::default(),
            paper: PaperView::default(),
            slides: Vec::new(),
            front: vec![
                self.guidance("cach-dung", "Cách dùng tài liệu này"),
                self.guidance("doi-tuong", "Tài liệu này dành cho ai"),
            ],
            parts,
            annexes: vec![
                self.annex("A", "Các văn bản được dẫn", AnnexKind::Instruments),
                self.annex("B", "Giải thích từ ngữ", AnnexKind::Glossary),
                self.annex("C", "Mẫu báo cáo", AnnexKind::Guidance),
                self.annex("D", "Những thay đổi so với ấn bản trước", AnnexKind::Changes),
                self.annex("E", "Ai phải làm gì", AnnexKind::Responsibilities),
                self.annex("F", "Danh sách việc", AnnexKind::Checklists),
                self.annex("G", "Điều chưa biết", AnnexKind::Unknowns),
                self.annex("H", "Mẫu rà soát", AnnexKind::ReportForm),
                self.annex("I", "Sắp thay đổi", AnnexKind::Pending),
                self.annex("J", "Nơi nhận", AnnexKind::Departments),
                self.annex("K", "Tiêu chuẩn", AnnexKind::Standards),
                self.annex("L", "Bảng tra", AnnexKind::Index),
                self.annex("M", "Lịch việc", AnnexKind::Calendar),
            ],
            contents: AnnexContents {
                responsibilities: Some(annexes.responsibilities()),
                checklists: Some(annexes.checklists()),
                calendar: Some(annexes.calendar()),
                unknowns: Some(annexes.unknowns()),
                report_form: Some(annexes.report_form()),
                pending: Some(annexes.pending()),
                departments: Some(annexes.departments()),
                index: Some(annexes.index(None)),
                standards: Some(annexes.standards()),
            },
            tab_slots: 4,
            colophon: annexes.colophon(),
            web: WebPages { say: self.mark, links: vec![self.link(6)], changes: self.changes() }.view(),
            instruments: self.instruments(),
            glossary: self.glossary(),
            counts: Counts {
                excerpts: 12,
                instruments: 3,
                by_status: STATUSES
                    .iter()
                    .map(|status| StatusCount {
                        key: status.0.to_owned(),
                        sign: status.1.to_owned(),
                        name: t(status.2),
                        count: 2,
                    })
                    .collect(),
            },
            released: None,
            changes: Some(self.changes()),
        }
    }

    fn changes(&self) -> ChangesView {
        // The entry has words of its own for the excerpt that it leads to.
        let link = ExcerptLink {
            id: excerpt_id(9),
            anchor: excerpt_anchor(9),
            chapter: chapter_of(9).to_owned(),
            number: nth(9),
            citation: citation(9),
        };
        sample_changes::changes(self.mark, &link, "van-ban-nd-72-2013", &self.status(4))
    }

    fn part(&self, number: &str, title: &str, chapters: &[(&str, u32)]) -> PartView {
        let anchor = format!("phan-{}", number.to_lowercase());
        PartView {
            number: number.to_owned(),
            name: self.text(&format!("Phần {number}")),
            title: self.text(title),
            intro: Some(self.guidance(&format!("mo-dau-{anchor}"), "Phần này nói gì")),
            anchor,
            tab: TabView { text: number.to_owned(), first: 0, last: 2 },
            chapters: chapters.iter().map(|(id, number)| self.chapter(id, *number)).collect(),
        }
    }

    fn chapter(&self, id: &str, number: u32) -> ChapterView {
        let title = match id {
            "pham-vi" => "Phạm vi, đối tượng và nguyên tắc chuyển đổi",
            "tai-nguyen-internet" => "Quản lý và sử dụng tài nguyên Internet",
            _ => "Mua sắm thiết bị, phần mềm và dịch vụ hỗ trợ IPv6 trong dự án dùng ngân sách nhà nước",
        };
        ChapterView {
            id: id.to_owned(),
            number: number.to_string(),
            name: self.text(&format!("Chương {number}")),
            title: self.text(title),
            anchor: format!("chuong-{id}"),
            tab: TabView { text: number.to_string(), first: number, last: number },
            warning: self.some("Chương này có quy định chưa rõ hiệu lực"),
            intro: (number != 2).then(|| self.guidance(&format!("mo-dau-{id}"), "Tóm tắt")),
            excerpts: (1..=12)
                .filter(|number| chapter_of(*number) == id)
                .map(|number| self.excerpt(id, number))
                .collect(),
            see_also: if number == 1 { vec![self.link(9)] } else { Vec::new() },
        }
    }

    fn excerpt(&self, chapter: &str, number: u32) -> ExcerptView {
        let t = |text: &str| self.text(text);
        let status = usize::try_from(number).unwrap_or(0) % STATUSES.len();
        let verbatim = number.is_multiple_of(3);
        ExcerptView {
            to_copy: t(&format!("{} (còn hiệu lực, tính đến ngày 31 tháng 01 năm 2014)", citation(number))),
            keys: vec!["khoan-3".to_owned(), format!("dieu-{number}")],
            number: nth(number),
            id: excerpt_id(number),
            anchor: excerpt_anchor(number),
            citation: t(&citation(number)),
            citation_full: t(&format!(
                "{} ngày 15 tháng 7 năm 2013 của Chính phủ về quản lý, cung cấp, sử dụng dịch vụ Internet và thông tin trên mạng",
                citation(number)
            )),
            locator: t(&locator(number)),
            instrument_citation: t("Nghị định số 72/2013/NĐ-CP"),
            instrument_id: "nd-72-2013".to_owned(),
            title: (!number.is_multiple_of(4)).then(|| t("Thiết bị kết nối Internet phải hỗ trợ IPv6")),
            status: self.status(status),
            change: sample_changes::mark(self.mark, number),
            notice: (status > 0).then(|| t("Quy định này không còn là quy định hiện hành.")),
            chapter: chapter.to_owned(),
            body: if number.is_multiple_of(2) { self.short_body() } else { self.body(number) },
            // Not marked: readers meet these two within the source line.
            wording: if verbatim { unmarked("verbatim", "Nguyên văn") } else { unmarked("summary", "Tóm lược") },
            confidence: unmarked("text-read", "đã đọc trong bản đăng lại"),
            obligations: if number.is_multiple_of(2) { Vec::new() } else { self.obligations() },
            topics: vec![self.labelled("mua-sam", "Mua sắm"), self.labelled("ha-tang", "Hạ tầng kỹ thuật")],
            audiences: vec![self.labelled("co-quan", "Cơ quan nhà nước")],
            checked: "kiểm tra 23/11/2026".to_owned(),
            keep_whole: true,
            seen_in: Vec::new(),
            same_reason_as: None,
            source_line: t(if verbatim {
                "Nguyên văn · đã đọc trong bản đăng lại · kiểm tra 23/11/2026"
            } else {
                "Tóm lược · đã đọc trong bản đăng lại · kiểm tra 23/11/2026"
            }),
            sources: vec![
                t("Công báo số 491+492, ngày 5/8/2013"),
                t("https://vanban.example.gov.vn/van-ban/nghi-dinh-72-2013, xem ngày 23/11/2026"),
            ],
            original: verbatim.then(|| OriginalView {
                before: t("Bản gốc: bản trên Công báo, tệp"),
                file_name: t("nghi-dinh.docx"),
                after: t("nhận 23/11/2026, SHA-256 0123456789abcdef"),
                kind: Some("gazette".to_owned()),
                received: None,
                sha256: "0123456789abcdef".to_owned(),
                published: None,
            }),
            text_at: TextAtView {
                label: t("Mở bản chính thức"),
                address: Some("https://congbao.example.gov.vn/491?trang=2&so=1".to_owned()),
            },
            contact: self.some("Trung tâm Internet Việt Nam"),
            amendments: vec![AmendmentView {
                text: t("Được sửa đổi, bổ sung bởi Nghị định số 27/2018/NĐ-CP, từ 15/04/2018"),
                row: None,
            }],
            note: number.is_multiple_of(3).then(|| t("Không bị sửa đổi bởi Nghị định số 27/2018/NĐ-CP.")),
            sanction_for: if number == 1 { vec![self.link(2)] } else { Vec::new() },
            sanctions: if number.is_multiple_of(2) { Vec::new() } else { vec![self.link(1)] },
            related: if number > 1 { vec![self.link(number - 1), self.link(number % 12 + 1)] } else { Vec::new() },
        }
    }

    fn status(&self, at: usize) -> StatusView {
        let (key, sign, _, text, detail) = STATUSES[at];
        StatusView {
            key: key.to_owned(),
            sign: sign.to_owned(),
            text: self.text(text),
            detail: detail.map(|detail| self.text(detail)),
            warn: at > 0,
        }
    }

    fn obligations(&self) -> Vec<ObligationView> {
        let duty = |who: &str, verb: &str, what: &str, level: (&str, &str), deadline: Option<&str>| ObligationView {
            who: self.text(who),
            what: self.text(what),
            level: self.labelled(level.0, level.1),
            verb: self.text(verb),
            kind: duty_kind(level.0 == "mandatory"),
            deadline: deadline
                .map(|text| annex_sample::deadline(self.text(text), Some(self.text("lần tới: 31/12/2014")))),
            evidence: vec![annex_sample::evidence(self.text("Hồ sơ mời thầu"), self.text("theo khoản 2 Điều 5"))],
            sanctions: Vec::new(),
        };
        vec![
            duty(
                "Sở Thông tin và Truyền thông",
                "phải",
                "đưa yêu cầu hỗ trợ IPv6 vào hồ sơ mời thầu thiết bị mạng, máy chủ và phần mềm dùng chung",
                ("mandatory", "bắt buộc"),
                Some("trước 31/12/2014"),
            ),
            duty(
                "Cơ quan nhà nước",
                "nên",
                "thử nghiệm IPv6 trên cổng thông tin điện tử trước khi chuyển đổi toàn bộ",
                ("recommended", "khuyến nghị"),
                None,
            ),
        ]
    }

    fn link(&self, number: u32) -> ExcerptLink {
        ExcerptLink {
            id: excerpt_id(number),
            anchor: excerpt_anchor(number),
            chapter: chapter_of(number).to_owned(),
            number: nth(number),
            citation: self.text(&citation(number)),
        }
    }

    fn annex(&self, number: &str, title: &str, kind: AnnexKind) -> AnnexView {
        let anchor = format!("phu-luc-{}", number.to_lowercase());
        AnnexView {
            number: number.to_owned(),
            name: self.text(&format!("Phụ lục {number}")),
            title: self.text(title),
            intro: Some(self.guidance(&format!("mo-dau-{anchor}"), "Cách đọc phụ lục")),
            anchor,
            tab: TabView { text: number.to_owned(), first: 3, last: 3 },
            kind,
            timeline: None,
        }
    }

    fn guidance(&self, id: &str, title: &str) -> GuidanceView {
        GuidanceView {
            id: id.to_owned(),
            title: self.text(title),
            anchor: format!("huong-dan-{id}"),
            body: if id == "cach-dung" { self.rich_guidance() } else { self.short_guidance() },
        }
    }

    fn instruments(&self) -> Vec<InstrumentView> {
        let t = |text: &str| self.text(text);
        let row = |number: u32, id: &str, citation: &str, title: &str, status: usize| InstrumentView {
            keys: vec!["so-72".to_owned()],
            id: id.to_owned(),
            number,
            anchor: format!("van-ban-{id}"),
            citation: t(citation),
            title: Some(t(title)),
            issuer: t("Chính phủ"),
            issued: t("15/07/2013"),
            from: t("01/09/2013"),
            until: t(if status == 0 { "chưa rõ" } else { "25/12/2024" }),
            status: self.status(status),
            relations: vec![t("thay thế Nghị định số 97/2008/NĐ-CP (khoản 2 Điều 45)")],
            confidence: self.labelled("text-read", "đã đọc toàn văn bản đăng lại"),
            sources: vec![t("Công báo số 491+492 (https://congbao.example.gov.vn/491)")],
            text_at: TextAtView { label: t("Chưa có địa chỉ bản chính thức"), address: None },
            contact: t("chưa biết"),
            note: (number == 2).then(|| t("Bản điện tử thiếu phụ lục.")),
            excerpts: if number == 1 { (1..=12).map(|number| self.link(number)).collect() } else { Vec::new() },
        };
        let internet = "Quản lý, cung cấp, sử dụng dịch vụ Internet và thông tin trên mạng";
        vec![
            row(1, "nd-72-2013", "Nghị định số 72/2013/NĐ-CP", internet, 4),
            row(
                2,
                "nd-102-2009",
                "Nghị định số 102/2009/NĐ-CP",
                "Quản lý đầu tư ứng dụng công nghệ thông tin sử dụng nguồn vốn ngân sách nhà nước",
                0,
            ),
            row(
                3,
                "tt-01-2011",
                "Thông tư số 01/2011/TT-BTTTT",
                "Công bố Danh mục tiêu chuẩn kỹ thuật về ứng dụng công nghệ thông tin trong cơ quan nhà nước",
                5,
            ),
        ]
    }

    fn glossary(&self) -> Vec<TermView> {
        let term = |anchor: &str, term: &str, english: Option<&str>, definition: &str, source: Option<&str>| TermView {
            term: self.text(term),
            also: vec![self.text("cách gọi khác")],
            english: english.map(|text| self.text(text)),
            definition: self.text(definition),
            source: source.map(|text| self.text(text)),
            anchor: format!("tu-{anchor}"),
        };
        vec![
            term(
                "chuyen-doi",
                "chuyển đổi",
                Some("transition"),
                "Việc đưa mạng và dịch vụ từ IPv4 sang IPv6, có giai đoạn chạy song song.",
                Some("RFC 4213"),
            ),
            term(
                "dia-chi-ipv6",
                "địa chỉ IPv6",
                Some("IPv6 address"),
                "Địa chỉ Internet dài 128 bit, viết thành tám nhóm bốn chữ số thập lục phân.",
                None,
            ),
            term(
                "song-song",
                "chạy song song",
                None,
                "Một thiết bị dùng đồng thời IPv4 và IPv6.",
                Some("khoản 5 Điều 3 Nghị định số 72/2013/NĐ-CP"),
            ),
        ]
    }

    fn run(&self, text: &str) -> InlineView {
        InlineView::Text { text: self.text(text) }
    }

    fn paragraph(&self, text: &str) -> BlockView {
        BlockView::Paragraph { content: vec![self.run(text)] }
    }

    fn point(&self, label: &str, blocks: Vec<BlockView>) -> PointView {
        PointView { label: self.text(label), blocks }
    }

    fn short_guidance(&self) -> BodyView {
        BodyView {
            blocks: vec![BlockView::Paragraph {
                content: vec![
                    self.run("Các quy định trong chương này áp dụng cho mọi cơ quan có mạng nội bộ. Việc đầu tiên cần làm xem "),
                    InlineView::Internal {
                        anchor: excerpt_anchor(9),
                        chapter: chapter_of(9).to_owned(),
                        number: nth(9),
                        text: self.text("khoản 9 Điều 18"),
                    },
                    self.run("."),
                ],
            }],
            footnotes: Vec::new(),
        }
    }

    fn rich_guidance(&self) -> BodyView {
        let heading = |level, text: &str| BlockView::Heading { level, content: vec![self.run(text)] };
        BodyView {
            blocks: vec![
                self.paragraph("Mỗi trích dẫn có một số thứ tự riêng, giống nhau trên bản giấy và trên trang này; dùng số ấy khi trao đổi qua điện thoại."),
                heading(1, "Ký hiệu hiệu lực"),
                self.table(),
                heading(2, "Khi hiệu lực chưa rõ"),
                self.paragraph("Chưa rõ là một tình trạng riêng: tài liệu không đoán."),
                heading(1, "Lộ trình"),
                BlockView::Image {
                    path: "images/lo-trinh.svg".to_owned(),
                    alt: self.text("Ba giai đoạn của lộ trình: chuẩn bị 2011–2012, khởi động 2013–2015, chuyển đổi 2016–2019."),
                    caption: self.some("Lộ trình chuyển đổi IPv6 theo Kế hoạch hành động quốc gia"),
                },
            ],
            footnotes: Vec::new(),
        }
    }

    fn table(&self) -> BlockView {
        let cell = |text: &str| vec![self.run(text)];
        BlockView::Table {
            alignment: ["start", "centre", "end"].map(str::to_owned).to_vec(),
            head: vec![cell("Giai đoạn"), cell("Thời gian"), cell("Số cơ quan")],
            rows: vec![
                vec![cell("Giai đoạn chuẩn bị và thử nghiệm"), cell("2011–2012"), cell("12")],
                vec![cell("Giai đoạn khởi động, cung cấp dịch vụ"), cell("2013–2015"), cell("63")],
            ],
        }
    }

    fn short_body(&self) -> BodyView {
        BodyView {
            blocks: vec![self.paragraph(
                "Thiết bị và phần mềm kết nối Internet được mua sắm bằng ngân sách nhà nước phải hỗ trợ đồng thời cả hai thế hệ địa chỉ IPv4 và IPv6.",
            )],
            footnotes: Vec::new(),
        }
    }

    /// Every kind of block and of inline text, and two footnotes of which one is called twice.
    fn body(&self, number: u32) -> BodyView {
        let run = |text: &str| vec![self.run(text)];
        let footnote = |number, again| InlineView::Footnote { number, again };
        let blocks = vec![
            BlockView::Paragraph {
                content: vec![
                    self.run("Tổ chức, doanh nghiệp "),
                    InlineView::Strong { content: run("phải ưu tiên") },
                    self.run(" sử dụng "),
                    InlineView::Emphasis { content: run("công nghệ IPv6") },
                    self.run(" theo "),
                    InlineView::Instrument {
                        anchor: "van-ban-nd-102-2009".to_owned(),
                        text: self.text("Nghị định số 102/2009/NĐ-CP"),
                    },
                    footnote(1, false),
                    self.run("; xem thêm "),
                    InlineView::Internal {
                        anchor: excerpt_anchor(number % 12 + 1),
                        chapter: chapter_of(number % 12 + 1).to_owned(),
                        number: nth(number % 12 + 1),
                        text: self.text("khoản sau"),
                    },
                    self.run(" và "),
                    InlineView::Link {
                        url: "https://www.vnnic.example.vn/ipv6?a=1&b=2".to_owned(),
                        content: run("trang của Trung tâm Internet Việt Nam"),
                    },
                    self.run(" hoặc viết thư tới "),
                    InlineView::Link {
                        url: "mailto:ipv6@example.gov.vn".to_owned(), content: run("bộ phận hỗ trợ")
                    },
                    self.run("."),
                    InlineView::Break,
                    self.run("Dải địa chỉ làm mẫu: "),
                    InlineView::Code { text: self.text("2001:db8::/32") },
                    footnote(2, false),
                    self.run("."),
                ],
            },
            BlockView::Points {
                points: vec![
                    self.point("a)", vec![self.paragraph("Thiết bị định tuyến, chuyển mạch và tường lửa;")]),
                    self.point(
                        "đ)",
                        vec![
                            self.paragraph("Phần mềm và hệ thống thông tin, gồm:"),
                            BlockView::Points {
                                points: vec![
                                    self.point(
                                        "-",
                                        vec![self.paragraph("cổng thông tin điện tử và thư điện tử công vụ;")],
                                    ),
                                    self.point("-", vec![self.paragraph("dịch vụ công trực tuyến.")]),
                                ],
                            },
                        ],
                    ),
                ],
            },
            BlockView::Quote {
                blocks: vec![BlockView::Paragraph {
                    content: vec![
                        self.run("“Ưu tiên phát triển và sử dụng IPv6 trong mạng lưới của mình.”"),
                        footnote(1, true),
                    ],
                }],
            },
            self.table(),
        ];
        BodyView {
            blocks,
            footnotes: vec![
                vec![self.paragraph("Hết hiệu lực từ ngày 01/01/2020.")],
                vec![self.paragraph("Dải dành cho tài liệu; không dùng trên mạng thật.")],
            ],
        }
    }
}

fn chapter_of(number: u32) -> &'static str {
    match number {
        1..=4 => "pham-vi",
        5..=7 => "tai-nguyen-internet",
        _ => "mua-sam-thiet-bi",
    }
}

fn locator(number: u32) -> String {
    format!("Khoản {number} Điều 18")
}

fn citation(number: u32) -> String {
    format!("{} Nghị định số 72/2013/NĐ-CP", locator(number))
}

fn excerpt_id(number: u32) -> String {
    format!("nd-72-2013.dieu-18.khoan-{number}")
}

fn excerpt_anchor(number: u32) -> String {
    format!("t-{}", excerpt_id(number))
}

/// The number of an excerpt.
fn nth(number: u32) -> ExcerptNumber {
    ExcerptNumber::new(number).expect("numbers begin with 1")
}
