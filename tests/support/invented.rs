//! Invented corpora of any size, for measuring and for the tests of odd shapes. The same plan always gives the same
//! texts. Nothing in them is law: numbers begin at 1001, where no real instrument of a year has its number.
#![allow(
    dead_code,
    clippy::disallowed_methods,
    reason = "each user takes what it needs; a corpus for measuring is written without the publisher"
)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::Date;

/// The texts of a corpus folder by path.
pub type Files = BTreeMap<String, String>;

/// The only edition of an invented corpus.
pub const EDITION: &str = "do-luong";

/// What to invent. `Plan::even(n)` is the ordinary corpus; change a field for an odd shape.
#[derive(Clone, Debug)]
pub struct Plan {
    pub excerpts: usize,
    pub instruments: usize,
    /// Topics without children; each has two chapters.
    pub topics: usize,
    /// How deep each of them lies in the tree of topics.
    pub topic_depth: usize,
    pub terms: usize,
    /// Citations in the first excerpt, beside its ordinary text.
    pub citations: usize,
    /// Every instrument replaces the one before it; otherwise a third of them are replaced by a later one.
    pub succession: bool,
    /// A single chapter takes everything.
    pub one_chapter: bool,
}

impl Plan {
    pub fn even(excerpts: usize) -> Plan {
        Plan {
            excerpts,
            instruments: (excerpts / 20).max(1),
            topics: (excerpts / 25).clamp(4, 40),
            topic_depth: 2,
            terms: (excerpts / 10).clamp(20, 400),
            citations: 0,
            succession: false,
            one_chapter: false,
        }
    }

    pub fn files(&self) -> Files {
        let chance = Chance(0x9e37_79b9_7f4a_7c15);
        let mut invention = Invention { plan: self, chance, files: Files::new() };
        invention.vocabulary();
        invention.glossary();
        (0..self.instruments).for_each(|index| invention.instrument(index));
        (0..self.excerpts).for_each(|index| invention.excerpt(index));
        invention.guidance();
        invention.edition();
        invention.files
    }
}

/// Writes the texts into a folder.
///
/// # Errors
/// Any failure to write.
pub fn write(files: &Files, folder: &Path) -> io::Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, text)?;
    }
    Ok(())
}

/// Xorshift (Marsaglia): chance that comes out the same everywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % limit.max(1) as u64) as usize
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len())]
    }
}

/// Type, first part of the id, symbol, issuer.
const TYPES: [(&str, &str, &str, &str); 4] = [
    ("Nghị định", "nd", "NĐ-CP", "Chính phủ"),
    ("Thông tư", "tt", "TT-BTTTT", "Bộ Thông tin và Truyền thông"),
    ("Luật", "luat", "QH15", "Quốc hội"),
    ("Quyết định", "qd", "QĐ-TTg", "Thủ tướng Chính phủ"),
];

const LAW_OBJECTS: [&str; 12] = [
    "Hạ tầng số",
    "Dữ liệu mở",
    "Kết nối vùng",
    "Địa chỉ mạng",
    "Truyền dẫn",
    "Lưu trữ điện tử",
    "Giao thức mới",
    "Cáp ngầm",
    "Trạm gốc",
    "Định danh thiết bị",
    "Đồng bộ thời gian",
    "Tên miền mẫu",
];
const LAW_PLACES: [&str; 12] = [
    "miền biển",
    "đồng bằng",
    "trung du",
    "biên giới",
    "hải đảo",
    "đô thị lớn",
    "nông thôn",
    "liên tỉnh",
    "quốc gia mẫu",
    "khu công nghiệp",
    "trường học",
    "bệnh viện",
];

const WHO: [&str; 10] = [
    "Cơ quan chủ trì",
    "Đơn vị vận hành hệ thống",
    "Tổ chức cung cấp dịch vụ đường truyền",
    "Người đứng đầu đơn vị trực thuộc",
    "Bên giao việc và bên nhận được lựa chọn",
    "Uỷ ban nhân dân cấp tỉnh",
    "Bộ phận chuyên trách về an toàn thông tin",
    "Doanh nghiệp được giao quản lý tài nguyên",
    "Hội đồng nghiệm thu cấp cơ sở",
    "Đơn vị sử dụng ngân sách nhà nước",
];
const WHAT: [&str; 10] = [
    "rà soát",
    "lưu trữ đầy đủ",
    "bảo đảm duy trì",
    "tổ chức nghiệm thu",
    "báo cáo bằng văn bản về",
    "công bố công khai",
    "kiểm thử định kỳ",
    "cập nhật kịp thời",
    "thuyết minh rõ ràng",
    "đối chiếu và xác nhận",
];
const OBJECT: [&str; 12] = [
    "toàn bộ thiết bị định tuyến đang khai thác",
    "hồ sơ thiết kế kỹ thuật đã được phê duyệt",
    "danh sách các điểm kết nối dự phòng",
    "quy trình ứng cứu sự cố an toàn thông tin",
    "kết quả đánh giá mức độ sẵn sàng chuyển đổi",
    "dữ liệu nhật ký truy cập của người sử dụng",
    "phương án điều tiết lưu lượng giữa các vùng",
    "kinh phí vận hành thường xuyên của hệ thống",
    "những chỉ tiêu chất lượng đã đăng ký",
    "cấu hình địa chỉ của từng phân đoạn mạng",
    "bản đồ tuyến cáp ngầm và cột treo",
    "thoả thuận mức dịch vụ với bên cung cấp",
];
const ENDED: &str = "Văn bản đã hết hiệu lực thì làm theo văn bản thay thế.";
const WHEN: [&str; 10] = [
    "trước khi đưa hệ thống vào sử dụng chính thức",
    "trong vòng mười lăm ngày làm việc kể từ khi nhận được yêu cầu hợp lệ",
    "nếu mức độ ảnh hưởng vượt quá ngưỡng đã đăng ký",
    "trừ trường hợp bất khả kháng được cấp có thẩm quyền xác nhận",
    "bằng biểu mẫu thống nhất do cơ quan quản lý chuyên ngành ban hành",
    "ít nhất hai lần mỗi năm và ngay sau mỗi lần nâng cấp lớn",
    "khi có đề nghị của người sử dụng bị ảnh hưởng trực tiếp",
    "cho tới lúc việc chuyển đổi hoàn thành ở tất cả các địa bàn",
    "mà không làm gián đoạn dịch vụ đang được cung ứng",
    "với sự tham gia của đại diện các bên có quyền lợi liên quan",
];
const VERBS: [&str; 4] = ["phải", "nên", "được khuyến khích", "được"];
const KINDS: [&str; 4] = ["duty", "recommendation", "encouragement", "right"];
const LEVELS: [&str; 4] = ["bat-buoc", "khuyen-nghi", "khuyen-khich", "duoc-huong"];
const AUDIENCES: [(&str, &str); 4] = [
    ("co-quan-nha-nuoc", "Cơ quan nhà nước"),
    ("chu-dau-tu", "Chủ đầu tư"),
    ("doanh-nghiep", "Doanh nghiệp viễn thông"),
    ("nguoi-su-dung", "Người sử dụng"),
];
const POINTS: [&str; 7] = ["a", "b", "c", "d", "đ", "e", "g"];
const SOURCE: &str = "Bịa ra để đo tốc độ, không phải văn bản thật";

/// The day as of which the edition states the law.
const AS_OF: &str = "2026-11-01";

struct Invention<'p> {
    plan: &'p Plan,
    chance: Chance,
    files: Files,
}

/// Writing into a string cannot fail.
macro_rules! line {
    ($text:expr, $($arg:tt)*) => {{ let _ = writeln!($text, $($arg)*); }};
}

impl Invention<'_> {
    fn add(&mut self, path: impl Into<String>, text: String) {
        self.files.insert(path.into(), text);
    }

    fn vocabulary(&mut self) {
        let mut text = "topics:\n".to_owned();
        for topic in 0..self.plan.topics {
            let mut indent = "  ".to_owned();
            for level in 1..self.plan.topic_depth {
                line!(text, "{indent}- id: nhom-{topic}-{level}\n{indent}  name: Nhóm {topic} bậc {level}");
                line!(text, "{indent}  children:");
                indent.push_str("    ");
            }
            line!(text, "{indent}- {{id: chu-de-{topic}, name: Chủ đề thứ {topic}}}");
        }
        text.push_str("audiences:\n");
        AUDIENCES.iter().for_each(|(id, name)| line!(text, "  - {{id: {id}, name: {name}}}"));
        text.push_str("levels:\n");
        for ((id, verb), kind) in LEVELS.iter().zip(VERBS).zip(KINDS) {
            line!(text, "  - {{id: {id}, name: mức {verb}, verb: {verb}, kind: {kind}}}");
        }
        self.add("vocabulary.yaml", text);
    }

    fn glossary(&mut self) {
        let mut text = "terms:\n".to_owned();
        for index in 0..self.plan.terms {
            let (object, place) = (self.chance.pick(&LAW_OBJECTS), self.chance.pick(&LAW_PLACES));
            line!(text, "  - term: {object} {place} loại {index}\n    english: invented term {index}");
            line!(text, "    definition: {}", self.sentence());
            line!(text, "    source: {SOURCE}");
        }
        self.add("glossary.yaml", text);
    }

    fn instrument(&mut self, index: usize) {
        let name = Name::of(index, self.plan);
        let mut text = format!("id: {}\nnumber: {}\ntype: {}\n", name.id, name.number, name.kind);
        line!(text, "title: {}\nissuer: {}", name.title, name.issuer);
        line!(text, "signer: {{unknown: Văn bản bịa ra không có người ký}}");
        line!(text, "issued: {}\nin-force-from: {}", name.issued, name.from);
        match (self.plan.successor(index), index % 11) {
            (Some(next), _) => line!(text, "in-force-until: {}", Name::of(next, self.plan).from),
            (None, 5) => {
                line!(text, "in-force-until:\n  unknown: Chưa thấy điều khoản chấm dứt\n  earliest: {}", name.from);
            }
            (None, _) => line!(text, "in-force-until: none"),
        }
        let replaced = (0..index).filter(|earlier| self.plan.successor(*earlier) == Some(index));
        let replaced = replaced.map(|earlier| ("replaces", earlier, ""));
        let narrowed = (index % 7 == 6 && !self.plan.succession)
            .then(|| ("partly-replaces", index - 5, "    units: [Điều 2, khoản 1 Điều 3]\n"))
            .filter(|(_, earlier, _)| self.plan.successor(*earlier).is_none());
        let relations: Vec<_> = replaced.chain(narrowed).collect();
        if !relations.is_empty() {
            text.push_str("relations:\n");
        }
        for (kind, earlier, units) in relations {
            let earlier = Name::of(earlier, self.plan).id;
            line!(text, "  - type: {kind}\n    instrument: {earlier}\n    at: khoản 2 Điều 45");
            text.push_str(units);
        }
        line!(text, "confidence: text-read\nchecked-on: {AS_OF}\nsources:\n  - {SOURCE}");
        self.add(format!("instruments/{}.yaml", name.id), text);
    }

    fn excerpt(&mut self, index: usize) {
        let instrument = index % self.plan.instruments;
        let name = Name::of(instrument, self.plan);
        let place = Spot::of(index / self.plan.instruments);
        let mut text = format!("---\nid: {}.{}\ninstrument: {}\n", name.id, place.slug, name.id);
        line!(text, "at: {}\ntitle: {} {}", place.words, self.chance.pick(&WHO), self.chance.pick(&WHEN));
        line!(text, "wording: summary\ntopics: [{}]", self.topics());
        let audience = self.chance.below(AUDIENCES.len());
        line!(text, "audiences: [{}]", AUDIENCES[audience].0);
        self.obligations(AUDIENCES[audience].0, &mut text);
        if self.plan.successor(instrument).is_none() && self.chance.one_in(17) {
            line!(text, "in-force-from: {}", name.from.saturating_add(90.days()));
        }
        line!(text, "confidence: text-read\nchecked-on: {AS_OF}\nsources:\n  - {SOURCE}");
        if self.chance.one_in(6) {
            line!(text, "note: {}", self.sentence());
        }
        if self.chance.one_in(8) && self.plan.excerpts > 1 {
            line!(text, "related: [{}]", self.other(index));
        }
        text.push_str("---\n");
        self.body(index, &mut text);
        if index == 0 {
            (0..self.plan.citations).for_each(|_| line!(text, "\nTheo {}. {ENDED}", self.citation()));
        }
        self.add(format!("excerpts/{}/{}.md", name.id, place.slug), text);
    }

    fn topics(&mut self) -> String {
        let first = self.chance.below(self.plan.topics);
        let second = self.chance.below(self.plan.topics);
        if first == second || !self.chance.one_in(4) {
            format!("chu-de-{first}")
        } else {
            format!("chu-de-{first}, chu-de-{second}")
        }
    }

    fn obligations(&mut self, audience: &str, text: &mut String) {
        let count = self.chance.below(3);
        if count > 0 {
            text.push_str("obligations:\n");
        }
        for _ in 0..count {
            line!(text, "  - who: {}\n    audiences: [{audience}]", self.chance.pick(&WHO));
            line!(text, "    what: {} {}", self.chance.pick(&WHAT), self.chance.pick(&OBJECT));
            line!(text, "    level: {}", self.chance.pick(&LEVELS));
            if self.chance.one_in(3) {
                line!(text, "    deadline: 2027-0{}-15", 1 + self.chance.below(9));
            }
        }
    }

    /// Of 300 to 1,500 characters, like the summaries of real corpora and the longer articles of laws.
    fn body(&mut self, index: usize, text: &mut String) {
        let wanted = 300 + self.chance.below(1100);
        let begin = text.chars().count();
        line!(text, "{} {}", self.sentence(), self.sentence());
        if self.chance.one_in(3) {
            self.points(text);
        }
        if self.chance.one_in(2) {
            // The cited text may have ended; an excerpt that does not say so is a finding.
            line!(text, "\nViệc này làm theo {}, {}. {ENDED}", self.citation(), self.chance.pick(&WHEN));
        }
        if self.chance.one_in(3) && self.plan.excerpts > 1 {
            let other = self.other(index);
            let words = if self.chance.one_in(2) { "|quy định liên quan" } else { "" };
            line!(text, "\n{} Xem cùng [[{other}{words}]].", self.sentence());
        }
        if self.chance.one_in(25) {
            text.push_str("\n| Hạng mục | Mức | Hạn |\n|---|---:|---|\n");
            for row in 1..=4 {
                line!(text, "| {} | {} | Năm {} |", self.chance.pick(&OBJECT), row * 25, 2026 + row);
            }
        }
        if self.chance.one_in(15) {
            line!(text, "\n{} Mức cụ thể có chú thích[^1].", self.sentence());
            line!(text, "\n[^1]: {}", self.sentence());
        }
        while text.chars().count() < begin + wanted {
            line!(text, "\n{}", self.sentence());
        }
    }

    fn points(&mut self, text: &mut String) {
        line!(text, "\n{} {}:", self.chance.pick(&WHO), self.chance.pick(&VERBS));
        let count = 2 + self.chance.below(POINTS.len() - 2);
        for (index, label) in POINTS.iter().take(count).enumerate() {
            let end = if index + 1 == count { "." } else { ";" };
            let (what, object) = (self.chance.pick(&WHAT), self.chance.pick(&OBJECT));
            line!(text, "{label}) {what} {object} {}{end}", self.chance.pick(&WHEN));
        }
    }

    fn sentence(&mut self) -> String {
        let chance = &mut self.chance;
        let (who, verb, what) = (chance.pick(&WHO), chance.pick(&VERBS), chance.pick(&WHAT));
        format!("{who} {verb} {what} {} {}.", chance.pick(&OBJECT), chance.pick(&WHEN))
    }

    /// Of a provision that the corpus has; laws now and then by name.
    fn citation(&mut self) -> String {
        let index = self.chance.below(self.plan.excerpts);
        let name = Name::of(index % self.plan.instruments, self.plan);
        let place = Spot::of(index / self.plan.instruments).words;
        let by_name = name.kind == "Luật" && self.chance.one_in(2);
        let document = if by_name { name.title } else { format!("{} số {}", name.kind, name.number) };
        format!("{place} {document}")
    }

    /// The id of another excerpt.
    fn other(&mut self, index: usize) -> String {
        let other = (index + 1 + self.chance.below(self.plan.excerpts - 1)) % self.plan.excerpts;
        let instrument = Name::of(other % self.plan.instruments, self.plan).id;
        format!("{instrument}.{}", Spot::of(other / self.plan.instruments).slug)
    }

    fn guidance(&mut self) {
        let topics = (0..self.plan.topics).map(|topic| format!("mo-dau-{topic}"));
        for id in ["doc-truoc", "chua-biet"].into_iter().map(str::to_owned).chain(topics) {
            let mut text = format!("---\nid: {id}\ntitle: Bài bịa ra để đo\nchecked-on: {AS_OF}\n---\n");
            line!(text, "{} {}\n\n## Căn cứ\n", self.sentence(), self.sentence());
            line!(text, "Xem {}. {}\n", self.citation(), self.sentence());
            self.points(&mut text);
            self.add(format!("guidance/{id}.md"), text);
        }
    }

    fn edition(&mut self) {
        let mut text = format!("id: {EDITION}\ntitle: Quy định bịa ra để đo tốc độ\nlabel: Bản đo\n");
        line!(text, "issuer:\n  name: Nhóm đo\ndescription: Ấn bản bịa ra để đo tốc độ, không phải văn bản thật.");
        line!(text, "keywords: [đo]\nas-of: {AS_OF}\nreferences: plain\nfront: [doc-truoc]\nparts:");
        if self.plan.one_chapter {
            line!(text, "  - title: Tất cả\n    chapters:\n      - id: tat-ca\n        title: Tất cả");
            let all: Vec<&str> = AUDIENCES.iter().map(|(id, _)| *id).collect();
            line!(text, "        select:\n          audiences: [{}]", all.join(", "));
        } else {
            (0..self.plan.topics).for_each(|topic| self.chapters(topic, &mut text));
        }
        line!(text, "annexes:\n  - {{kind: guidance, title: Điều chưa biết, intro: chua-biet}}");
        line!(text, "  - {{kind: instruments, title: Các văn bản}}\n  - {{kind: glossary, title: Từ ngữ}}");
        self.add(format!("editions/{EDITION}.yaml"), text);
    }

    /// A chapter of texts in force, and one of those that are no longer or not yet.
    fn chapters(&self, topic: usize, text: &mut String) {
        if topic.is_multiple_of(4) {
            line!(text, "  - title: Phần của chủ đề {topic} đến {}\n    chapters:", topic + 3);
        }
        for (id, title, validity) in [
            ("hien-hanh", "đang áp dụng", "in-force, partly-ended"),
            ("lich-su", "đã qua, chưa tới, chưa rõ", "ended, suspended, not-commenced, unknown"),
        ] {
            line!(text, "      - id: chu-de-{topic}-{id}\n        title: \"Chủ đề {topic}: {title}\"");
            // A piece of guidance is printed once: in the first of a topic's chapters.
            let intro = if id == "hien-hanh" { format!("        intro: mo-dau-{topic}\n") } else { String::new() };
            line!(text, "{intro}        select:");
            let wanted = if self.plan.topic_depth > 1 { format!("nhom-{topic}-1") } else { format!("chu-de-{topic}") };
            line!(text, "          topics: [{wanted}]\n          validity: [{validity}]");
        }
    }
}

impl Plan {
    /// The instrument that replaces this one.
    fn successor(&self, index: usize) -> Option<usize> {
        let step = if self.succession { 1 } else { (self.instruments / 3).max(1) };
        let replaced = self.succession || index.is_multiple_of(3);
        Some(index + step).filter(|next| replaced && *next < self.instruments)
    }
}

/// What an instrument is called, and since when it is law.
struct Name {
    kind: &'static str,
    id: String,
    number: String,
    title: String,
    issuer: &'static str,
    issued: Date,
    from: Date,
}

impl Name {
    fn of(index: usize, plan: &Plan) -> Name {
        let (kind, prefix, symbol, issuer) = TYPES[index % TYPES.len()];
        // Spread evenly over the years 2006 to 2026, in order, so that a later one can replace an earlier one.
        let days = index * 7600 / plan.instruments;
        let issued = jiff::civil::date(2006, 1, 2).saturating_add((days as i64).days());
        let (serial, year) = (1001 + index, issued.year());
        let (object, place) = (LAW_OBJECTS[index / 4 % 12], LAW_PLACES[index / 48 % 12]);
        let title = match kind {
            "Luật" => format!("Luật {object} {place}"),
            _ => format!("quản lý, khai thác {} {place}", object.to_lowercase()),
        };
        Name {
            kind,
            id: format!("{prefix}-{serial}-{year}"),
            number: format!("{serial}/{year}/{symbol}"),
            title,
            issuer,
            issued,
            from: issued.saturating_add(45.days()),
        }
    }
}

/// A place within an instrument: its words and its file name.
struct Spot {
    words: String,
    slug: String,
}

impl Spot {
    fn of(index: usize) -> Spot {
        let article = 1 + index / 4;
        let (words, slug) = match index % 4 {
            0 => (format!("Điều {article}"), format!("dieu-{article}")),
            3 => {
                let point = POINTS[article % POINTS.len()];
                let ascii = if point == "đ" { "dd" } else { point };
                (format!("điểm {point} khoản 3 Điều {article}"), format!("dieu-{article}.khoan-3.diem-{ascii}"))
            }
            clause => (format!("khoản {clause} Điều {article}"), format!("dieu-{article}.khoan-{clause}")),
        };
        Spot { words, slug }
    }
}
