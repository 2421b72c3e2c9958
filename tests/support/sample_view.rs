//! One view with every kind of block, inline, status and annex, for the tests of all outputs. The text is invented.
//!
//! `sample_view("")` reads like a booklet. `sample_view(HOSTILE)` appends the given text to every string that a reader
//! may see, to show that no string is ever taken as markup or code by an output.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test; and not every test that uses this file needs all of it"
)]

use super::annex_sample::{Annexes, duty_kind};
use super::{annex_sample, sample_changes};
use camnang::internals::language::vi::booklet::words;
use camnang::internals::model::settings::{Look, Notices};
use camnang::internals::render::{ImageFile, Templates};
use camnang::internals::view::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What Typst, Tera, HTML and shells would like to run.
pub const HOSTILE: &str =
    r##" #panic("x") #read("/etc/passwd") $x$ *b* _i_ \ @ref <label> // ] " '' `r` ~ {{ x }} {% y %} <b>&amp;</b> #1"##;

/// The templates and fonts of the repository.
pub fn shipped_templates() -> Templates {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut files = BTreeMap::new();
    read_below(&root, "", &mut files);
    Templates { files, ..Templates::default() }
}

fn read_below(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            read_below(&entry.path(), &format!("{path}/"), files);
        } else {
            files.insert(path, Cow::Owned(fs::read(entry.path()).unwrap()));
        }
    }
}

/// The images that [`sample_view`] refers to.
pub fn sample_images() -> Vec<ImageFile> {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="420" height="120" viewBox="0 0 420 120">
<g fill="none" stroke="#0b4a6f" stroke-width="2"><rect x="10" y="30" width="110" height="60"/><rect x="155" y="30" width="110" height="60"/><rect x="300" y="30" width="110" height="60"/><path d="M120 60h35M265 60h35"/></g>
</svg>"##;
    vec![ImageFile { path: "images/so-do.svg".to_owned(), bytes: svg.as_bytes().to_vec() }]
}

/// The whole edition, with `tail` after every text.
pub fn sample_view(tail: &str) -> View {
    Sample { tail }.view()
}

struct Sample<'a> {
    tail: &'a str,
}

impl Sample<'_> {
    fn say(&self, text: &str) -> String {
        format!("{text}{}", self.tail)
    }

    fn some(&self, text: &str) -> Option<String> {
        Some(self.say(text))
    }

    fn text(&self, text: &str) -> InlineView {
        InlineView::Text { text: self.say(text) }
    }

    fn paragraph(&self, text: &str) -> BlockView {
        BlockView::Paragraph { content: vec![self.text(text)] }
    }

    fn point(&self, label: &str, text: &str) -> PointView {
        PointView { label: label.to_owned(), blocks: vec![self.paragraph(text)] }
    }

    fn labelled(&self, key: &str, name: &str) -> Labelled {
        Labelled { key: key.to_owned(), name: self.say(name) }
    }

    fn view(&self) -> View {
        let parts = self.parts();
        let by_status = STATUSES
            .iter()
            .map(|(key, sign, name)| StatusCount {
                key: (*key).to_owned(),
                sign: (*sign).to_owned(),
                name: self.say(name),
                count: excerpts(&parts).filter(|excerpt| excerpt.status.key == *key).count() as u32,
            })
            .collect();
        let counts = Counts { excerpts: excerpts(&parts).count() as u32, instruments: 3, by_status };
        let say = |text: &str| self.say(text);
        let annexes = Annexes { say: &say, link: &link, row: "van-ban-nd-72-2013" };
        View {
            version: VERSION,
            generator: "camnang 0.1.0".to_owned(),
            language: "vi".to_owned(),
            edition: self.edition(),
            look: look(&Look::default()),
            words: words(&Notices::new()),
            notices: vec![
                Notice {
                    title: self.say("Tài liệu này là gì"),
                    text: self.say("Bản tập hợp các quy định về địa chỉ Internet thế hệ mới để cán bộ các sở tra cứu. Tài liệu không thay thế văn bản gốc; khi có khác biệt, văn bản gốc là căn cứ."),
                },
                Notice {
                    title: self.say("Tình trạng hiệu lực"),
                    text: self.say("Mỗi trích dẫn ghi tình trạng hiệu lực vào ngày của ấn bản. Điều chưa biết được ghi là chưa rõ, không bao giờ bị coi là còn hiệu lực."),
                },
            ],
            first: FirstView::default(),
            paper: PaperView::default(),
            slides: Vec::new(),
            front: vec![self.front()],
            parts,
            annexes: self.annexes(),
            instruments: self.instruments(),
            glossary: self.glossary(),
            counts,
            released: None,
            changes: Some(sample_changes::changes(
                &|text| self.say(text),
                &link(9),
                "van-ban-nd-72-2013",
                &self.status("ended"),
            )),
            contents: AnnexContents {
                responsibilities: Some(annexes.responsibilities()),
                checklists: Some(annexes.checklists()),
                calendar: Some(annexes.calendar()),
                unknowns: Some(annexes.unknowns()),
                report_form: Some(annexes.report_form()),
                pending: Some(annexes.pending()),
                departments: Some(annexes.departments()),
                index: Some(annexes.index(Some("tu-dia-chi"))),
                standards: Some(annexes.standards()),
            },
            tab_slots: 4,
            colophon: annexes.colophon(),
            web: SiteView::default(),
        }
    }

    fn edition(&self) -> EditionView {
        EditionView {
            id: "mau".to_owned(),
            title: self.say("Cẩm nang chuyển đổi sang địa chỉ Internet thế hệ mới IPv6"),
            subtitle: self.some("Dùng cho các cơ quan nhà nước ở trung ương và địa phương"),
            label: self.some("Bản thảo 1"),
            issuer: IssuerView {
                parent: self.some("BỘ THÔNG TIN VÀ TRUYỀN THÔNG"),
                name: self.say("BAN CÔNG TÁC THÚC ĐẨY PHÁT TRIỂN IPv6 QUỐC GIA"),
                place: self.some("Hà Nội, 2014"),
            },
            contact: self.say("cam-nang@example.vn"),
            as_of: DateView {
                iso: "2014-01-31".to_owned(),
                short: "31/01/2014".to_owned(),
                long: "ngày 31 tháng 01 năm 2014".to_owned(),
            },
            as_of_line: self.say("Tính đến ngày 31 tháng 01 năm 2014"),
            keywords: vec!["IPv6".to_owned(), "địa chỉ Internet".to_owned()],
            web_address: Some("https://cam-nang.example/mau".to_owned()),
            description: self.say("Tập hợp quy định về IPv6 cho cơ quan nhà nước."),
            corpus_hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        }
    }

    fn guidance(&self, id: &str, title: &str, blocks: Vec<BlockView>) -> GuidanceView {
        let body = BodyView { blocks, footnotes: Vec::new() };
        GuidanceView { id: id.to_owned(), title: self.say(title), anchor: format!("huong-dan-{id}"), body }
    }

    fn front(&self) -> GuidanceView {
        let heading = |level, text: &str| BlockView::Heading { level, content: vec![self.text(text)] };
        self.guidance(
            "cach-dung",
            "Cách dùng cẩm nang",
            vec![
                self.paragraph("Muốn biết cơ quan mình phải làm gì, mở phần có tên công việc; mỗi trích dẫn có số riêng, dùng chung cho bản in và trang web."),
                heading(1, "Đọc một trích dẫn"),
                self.paragraph("Vạch ở lề trái cho biết tình trạng: liền mảnh là còn hiệu lực, liền đậm là đã hết, đứt quãng là các trường hợp khác."),
                // Skips a level on purpose: PDF/UA refuses that, so the template corrects it.
                heading(3, "Khi có nghi ngờ"),
                self.paragraph("Hỏi đơn vị phát hành, kèm số của trích dẫn."),
            ],
        )
    }

    fn parts(&self) -> Vec<PartView> {
        vec![
            PartView {
                number: "I".to_owned(),
                name: "Phần I".to_owned(),
                title: self.say("Quy định chung về tài nguyên Internet"),
                anchor: "phan-quy-dinh-chung".to_owned(),
                tab: tab("I", 0, 1),
                intro: Some(self.guidance("gioi-thieu", "Phần này nói gì", vec![self.paragraph("Các quy định nền tảng: ai quản lý, ai được cấp, ai phải báo cáo.")])),
                chapters: vec![self.rich_chapter(), self.status_chapter()],
            },
            PartView {
                number: "II".to_owned(),
                name: "Phần II".to_owned(),
                title: self.say("Lộ trình và trách nhiệm của Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương trong việc chuyển đổi"),
                anchor: "phan-lo-trinh".to_owned(),
                tab: tab("II", 2, 2),
                intro: None,
                chapters: vec![self.long_chapter()],
            },
        ]
    }

    fn rich_chapter(&self) -> ChapterView {
        ChapterView {
            id: "cap-phat".to_owned(),
            number: "1".to_owned(),
            name: "Chương 1".to_owned(),
            title: self.say("Cấp phát và sử dụng địa chỉ"),
            anchor: "chuong-cap-phat".to_owned(),
            tab: tab("1", 0, 0),
            warning: self.some("Chương này có quy định không còn hoặc chưa rõ hiệu lực"),
            intro: Some(self.guidance("truoc-khi-doc", "Trước khi đọc", vec![self.paragraph("Ưu tiên đọc trích dẫn số 1; các trích dẫn sau bổ sung cho nó. Phông chữ phải giữ đủ dấu: ẤẦẨẪẬ ẮẰẲẴẶ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ỳỷỹỵ.")])),
            excerpts: vec![self.rich_excerpt(), self.quoted_excerpt()],
            see_also: vec![link(7), link(8)],
        }
    }

    fn rich_excerpt(&self) -> ExcerptView {
        let footnotes =
            vec![vec![self.paragraph("Theo bản đăng Công báo.")], vec![self.paragraph("Xem thêm hướng dẫn kỹ thuật.")]];
        let content = vec![
            self.text("Cơ quan nhà nước "),
            InlineView::Strong {
                content: vec![self.text("phải"), InlineView::Emphasis { content: vec![self.text(" ưu tiên")] }],
            },
            self.text(" mua sắm thiết bị hỗ trợ "),
            InlineView::Code { text: self.say("2001:db8::/32") },
            self.text(", theo "),
            InlineView::Instrument {
                anchor: "van-ban-nd-72-2013".to_owned(),
                text: self.say("Nghị định số 72/2013/NĐ-CP"),
            },
            InlineView::Footnote { number: 1, again: false },
            self.text(" và "),
            InlineView::Internal {
                anchor: "td-2".to_owned(),
                chapter: "cap-phat".to_owned(),
                number: nth(2),
                text: self.say("Điều 19"),
            },
            InlineView::Footnote { number: 2, again: false },
            self.text(";"),
            InlineView::Break,
            self.text("tra cứu tại "),
            InlineView::Link {
                url: "https://example.invalid/dia-chi/rat-dai?trang=1&muc=ipv6#dau".to_owned(),
                content: vec![
                    self.text("https://example.invalid/dia-chi/rat-dai/khong-co-cho-nao-de-ngat-dong?trang=1&muc=ipv6"),
                ],
            },
            self.text(" (nhắc lại chú thích"),
            InlineView::Footnote { number: 1, again: true },
            self.text(")."),
        ];
        let nested = PointView {
            label: "b)".to_owned(),
            blocks: vec![
                self.paragraph("Bảo đảm các điều kiện sau:"),
                BlockView::Points {
                    points: vec![
                        self.point("-", "Có kế hoạch được phê duyệt;"),
                        self.point("-", "Có người chịu trách nhiệm."),
                    ],
                },
            ],
        };
        let points = vec![
            self.point("a)", "Đăng ký với cơ quan quản lý và gửi đủ hồ sơ trong thời hạn quy định, bao gồm cả phương án kỹ thuật, dự toán và người liên hệ;"),
            nested,
            self.point("đ)", "Báo cáo hằng năm."),
        ];
        let head = vec![vec![self.text("Năm")], vec![self.text("Việc")], vec![self.text("Số đơn vị")]];
        let row = |year: &str, what: &str, count: &str| {
            vec![vec![self.text(year)], vec![self.text(what)], vec![self.text(count)]]
        };
        let rows = vec![
            row("2013", "Khảo sát", "63"),
            row("2014", "Thử nghiệm rộng rãi", "29"),
            vec![vec![self.text("2015")]],
        ];
        let blocks = vec![
            BlockView::Paragraph { content },
            BlockView::Points { points },
            BlockView::Quote {
                blocks: vec![self.paragraph("Tài nguyên Internet là một phần của tài nguyên viễn thông quốc gia.")],
            },
            BlockView::Table { alignment: vec!["start".to_owned(), "centre".to_owned(), "end".to_owned()], head, rows },
            BlockView::Image {
                path: "images/so-do.svg".to_owned(),
                alt: self.say("Ba lớp mạng nối nhau"),
                caption: self.some("Ba lớp của mạng cơ quan"),
            },
        ];
        ExcerptView {
            to_copy: String::new(),
            keys: Vec::new(),
            body: BodyView { blocks, footnotes },
            obligations: vec![
                self.obligation(
                    "Cơ quan nhà nước",
                    "đăng ký địa chỉ trước khi sử dụng",
                    "phải",
                    "bắt buộc",
                    Some("trước ngày 31/12/2014"),
                ),
                self.obligation("Doanh nghiệp", "thử nghiệm dịch vụ trên nền địa chỉ mới", "nên", "khuyến nghị", None),
            ],
            amendments: vec![AmendmentView {
                text: self.say("Được sửa đổi, bổ sung bởi Nghị định số 27/2018/NĐ-CP (khoản 9 Điều 1), từ 15/04/2018"),
                row: Some("van-ban-nd-72-2013".to_owned()),
            }],
            note: self.some("không bị sửa đổi bởi văn bản nào trong kho ngữ liệu"),
            sanction_for: vec![link(7)],
            sanctions: vec![link(2)],
            related: vec![link(2), link(7)],
            title: self.some("Nguyên tắc cấp phát"),
            ..self.excerpt(1, "in-force", "cap-phat")
        }
    }

    fn quoted_excerpt(&self) -> ExcerptView {
        ExcerptView {
            to_copy: String::new(),
            keys: Vec::new(),
            citation: self.say("Điểm e khoản 2 Điều 19 Nghị định số 72/2013/NĐ-CP ngày 15 tháng 7 năm 2013 của Chính phủ về quản lý, cung cấp, sử dụng dịch vụ Internet và thông tin trên mạng"),
            wording: self.labelled("verbatim", "Nguyên văn"),
            ..self.excerpt(2, "ended", "cap-phat")
        }
    }

    fn status_chapter(&self) -> ChapterView {
        let keys = ["in-force", "partly-ended", "not-commenced", "suspended", "unknown"];
        ChapterView {
            id: "tinh-trang".to_owned(),
            number: "2".to_owned(),
            name: "Chương 2".to_owned(),
            title: self.say("Mỗi tình trạng một trích dẫn"),
            anchor: "chuong-tinh-trang".to_owned(),
            tab: tab("2", 1, 1),
            warning: self.some("Chương này có quy định không còn hoặc chưa rõ hiệu lực"),
            intro: None,
            excerpts: keys.iter().zip(3..).map(|(key, number)| self.excerpt(number, key, "tinh-trang")).collect(),
            see_also: Vec::new(),
        }
    }

    fn long_chapter(&self) -> ChapterView {
        ChapterView {
            id: "lo-trinh".to_owned(),
            number: "3".to_owned(),
            name: "Chương 3".to_owned(),
            title: self.say("Kế hoạch hành động quốc gia về địa chỉ Internet thế hệ mới: ba giai đoạn, các mốc thời gian và cơ quan chịu trách nhiệm"),
            anchor: "chuong-lo-trinh".to_owned(),
            tab: tab("3", 2, 2),
            warning: None,
            intro: None,
            excerpts: (8..16).map(|number| self.excerpt(number, STATUSES[number as usize % 2].0, "lo-trinh")).collect(),
            see_also: vec![link(1)],
        }
    }

    fn excerpt(&self, number: u32, status: &str, chapter: &str) -> ExcerptView {
        let citation = format!("Khoản {number} Điều 18 Nghị định số 72/2013/NĐ-CP");
        ExcerptView {
            to_copy: String::new(),
            keys: Vec::new(),
            number: nth(number),
            id: format!("nd-72-2013.dieu-18.khoan-{number}"),
            anchor: format!("td-{number}"),
            citation: self.say(&citation),
            citation_full: self.say(&format!("{citation} ngày 15 tháng 7 năm 2013 của Chính phủ")),
            locator: self.say(&format!("Khoản {number} Điều 18")),
            instrument_citation: self.say("Nghị định số 72/2013/NĐ-CP"),
            instrument_id: "nd-72-2013".to_owned(),
            title: None,
            status: self.status(status),
            change: sample_changes::mark(&|text| self.say(text), number),
            notice: (status != "in-force").then(|| self.say("Quy định này không còn là quy định hiện hành.")),
            chapter: chapter.to_owned(),
            body: BodyView {
                blocks: vec![self.paragraph("Bộ Thông tin và Truyền thông xây dựng và ban hành quy hoạch, quy định về quản lý và sử dụng tài nguyên Internet; phân bổ, cấp, thu hồi địa chỉ Internet, số hiệu mạng; hướng dẫn và khuyến khích các cơ quan, tổ chức, doanh nghiệp ứng dụng công nghệ thế hệ mới.")],
                footnotes: Vec::new(),
            },
            wording: self.labelled("summary", "Tóm lược"),
            confidence: self.labelled("reprint", "đã đọc trong bản đăng lại"),
            obligations: Vec::new(),
            topics: vec![self.labelled("cap-phat", "Cấp phát")],
            audiences: vec![self.labelled("so", "Sở Thông tin và Truyền thông")],
            checked: "kiểm tra 23/11/2026".to_owned(),
            keep_whole: true,
            seen_in: Vec::new(),
            same_reason_as: None,
            source_line: self.say("Tóm lược · đã đọc trong bản đăng lại · kiểm tra 23/11/2026"),
            sources: vec![self.say("https://example.invalid/van-ban/nghi-dinh-72-2013-nd-cp-quan-ly-cung-cap-su-dung-dich-vu-internet-201110.aspx")],
            original: Some(OriginalView {
                before: self.say("Bản gốc: bản trên Công báo, tệp"),
                file_name: "nghi-dinh.docx".to_owned(),
                after: self.say("nhận 23/11/2026, SHA-256 0123456789abcdef"),
                kind: Some("gazette".to_owned()),
                received: None,
                sha256: "0123456789abcdef".to_owned(),
                published: None,
            }),
            text_at: TextAtView {
                label: self.say("Mở bản chính thức"),
                address: Some("https://example.invalid/van-ban/nghi-dinh-72-2013-nd-cp?trang=2&so=1".to_owned()),
            },
            contact: self.some("Trung tâm Internet Việt Nam"),
            amendments: Vec::new(),
            note: None,
            sanction_for: Vec::new(),
            sanctions: Vec::new(),
            related: Vec::new(),
        }
    }

    fn status(&self, key: &str) -> StatusView {
        let (_, sign, name) = STATUSES.iter().find(|(known, ..)| *known == key).unwrap();
        let (text, detail) = match key {
            "ended" => ("Hết hiệu lực từ 25/12/2024", self.some("thay bằng Nghị định số 147/2024/NĐ-CP")),
            "not-commenced" => ("Chưa có hiệu lực; có từ 01/09/2014", None),
            "unknown" => (*name, self.some("chưa tìm thấy ngày bắt đầu")),
            _ => (*name, None),
        };
        StatusView {
            key: key.to_owned(),
            sign: (*sign).to_owned(),
            text: self.say(text),
            detail,
            warn: key != "in-force",
        }
    }

    fn obligation(&self, who: &str, what: &str, verb: &str, level: &str, deadline: Option<&str>) -> ObligationView {
        ObligationView {
            who: self.say(who),
            what: self.say(what),
            level: self.labelled("level", level),
            verb: self.say(verb),
            kind: duty_kind(verb == "phải"),
            deadline: deadline.map(|day| annex_sample::deadline(self.say(day), Some(self.say("lần tới: 31/12/2014")))),
            evidence: vec![annex_sample::evidence(self.say("Hồ sơ mời thầu"), self.say("theo khoản 2 Điều 5"))],
            sanctions: vec![link(2)],
        }
    }

    fn annexes(&self) -> Vec<AnnexView> {
        let annex = |number: &str, title: &str, anchor: &str, kind, intro| AnnexView {
            number: number.to_owned(),
            name: format!("Phụ lục {number}"),
            title: self.say(title),
            anchor: anchor.to_owned(),
            tab: tab(number, 3, 3),
            kind,
            intro,
            timeline: None,
        };
        vec![
            annex("A", "Các văn bản được dẫn", "phu-luc-a", AnnexKind::Instruments, None),
            annex(
                "B",
                "Giải thích từ ngữ",
                "phu-luc-b",
                AnnexKind::Glossary,
                Some(self.guidance("tu-ngu", "Về các từ", vec![self.paragraph("Xếp theo vần.")])),
            ),
            annex(
                "C",
                "Liên hệ",
                "phu-luc-c",
                AnnexKind::Guidance,
                Some(self.guidance("lien-he", "Nơi hỏi", vec![self.paragraph("Văn thư của đơn vị phát hành.")])),
            ),
            annex("D", "Những thay đổi so với ấn bản trước", "phu-luc-d", AnnexKind::Changes, None),
            annex("E", "Ai phải làm gì", "phu-luc-e", AnnexKind::Responsibilities, None),
            annex("F", "Danh sách việc", "phu-luc-f", AnnexKind::Checklists, None),
            annex("G", "Điều chưa biết", "phu-luc-g", AnnexKind::Unknowns, None),
            annex("H", "Mẫu rà soát", "phu-luc-h", AnnexKind::ReportForm, None),
            annex("I", "Sắp thay đổi", "phu-luc-i", AnnexKind::Pending, None),
            annex("J", "Nơi nhận", "phu-luc-j", AnnexKind::Departments, None),
            annex("K", "Tiêu chuẩn", "phu-luc-k", AnnexKind::Standards, None),
            annex("L", "Bảng tra", "phu-luc-l", AnnexKind::Index, None),
            annex("M", "Lịch việc", "phu-luc-m", AnnexKind::Calendar, None),
        ]
    }

    fn instruments(&self) -> Vec<InstrumentView> {
        let instrument = |number: u32, id: &str, citation: &str, title: &str, status: &str| InstrumentView {
            keys: Vec::new(),
            id: id.to_owned(),
            number,
            anchor: format!("van-ban-{id}"),
            citation: self.say(citation),
            title: Some(self.say(title)),
            issuer: self.say("Chính phủ"),
            issued: self.say("15/07/2013"),
            from: self.say("01/09/2013"),
            until: self.say("25/12/2024"),
            status: self.status(status),
            relations: vec![self.say("thay thế Nghị định số 97/2008/NĐ-CP (khoản 2 Điều 45)")],
            confidence: self.labelled("reprint", "đã đọc trong bản đăng lại"),
            sources: vec![self.say("https://example.invalid/van-ban/nghi-dinh-72-2013")],
            text_at: TextAtView { label: self.say("Chưa có địa chỉ bản chính thức"), address: None },
            contact: self.say("chưa biết"),
            note: self.some("ngày bắt đầu lấy từ Điều 45"),
            excerpts: if number == 1 { vec![link(1), link(2), link(3)] } else { Vec::new() },
        };
        vec![
            instrument(
                1,
                "nd-72-2013",
                "Nghị định số 72/2013/NĐ-CP",
                "Quản lý, cung cấp, sử dụng dịch vụ Internet và thông tin trên mạng",
                "ended",
            ),
            instrument(
                2,
                "nd-102-2009",
                "Nghị định số 102/2009/NĐ-CP",
                "Quản lý đầu tư ứng dụng công nghệ thông tin sử dụng nguồn vốn ngân sách nhà nước",
                "in-force",
            ),
            instrument(
                3,
                "tt-01-2011",
                "Thông tư số 01/2011/TT-BTTTT",
                "Công bố danh mục tiêu chuẩn kỹ thuật về ứng dụng công nghệ thông tin trong cơ quan nhà nước",
                "unknown",
            ),
        ]
    }

    fn glossary(&self) -> Vec<TermView> {
        let term = |term: &str, english: Option<&str>, definition: &str, source: Option<&str>, anchor: &str| TermView {
            term: self.say(term),
            also: vec![self.say("cách gọi khác")],
            english: english.map(|text| self.say(text)),
            definition: self.say(definition),
            source: source.map(|text| self.say(text)),
            anchor: anchor.to_owned(),
        };
        vec![
            term(
                "địa chỉ Internet",
                Some("IP address"),
                "Số dùng để nhận ra một thiết bị trên mạng; thế hệ mới dài 128 bit.",
                Some("Khoản 1 Điều 3 Nghị định số 72/2013/NĐ-CP"),
                "tu-dia-chi",
            ),
            term("lộ trình", None, "Các giai đoạn và mốc thời gian của một kế hoạch.", None, "tu-lo-trinh"),
        ]
    }
}

/// Key, sign and name of each status, in their fixed order.
const STATUSES: [(&str, &str, &str); 6] = [
    ("in-force", "●", "Còn hiệu lực"),
    ("ended", "■", "Hết hiệu lực"),
    ("partly-ended", "◐", "Hết hiệu lực một phần"),
    ("not-commenced", "○", "Chưa có hiệu lực"),
    ("suspended", "▲", "Ngưng hiệu lực"),
    ("unknown", "□", "Chưa rõ hiệu lực"),
];

fn tab(text: &str, first: u32, last: u32) -> TabView {
    TabView { text: text.to_owned(), first, last }
}

/// A link to an excerpt by its number.
fn link(number: u32) -> ExcerptLink {
    ExcerptLink {
        id: format!("nd-72-2013.dieu-18.khoan-{number}"),
        anchor: format!("td-{number}"),
        chapter: if number < 3 {
            "cap-phat"
        } else if number < 8 {
            "tinh-trang"
        } else {
            "lo-trinh"
        }
        .to_owned(),
        number: nth(number),
        citation: format!("Khoản {number} Điều 18 Nghị định số 72/2013/NĐ-CP"),
    }
}

fn excerpts(parts: &[PartView]) -> impl Iterator<Item = &ExcerptView> {
    parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.excerpts)
}

/// The number of an excerpt.
fn nth(number: u32) -> ExcerptNumber {
    ExcerptNumber::new(number).expect("numbers begin with 1")
}
