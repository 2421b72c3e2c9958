//! The words of the published results of a review. Vietnamese only, as the form is.

/// The states of a duty: the key that it is drawn with, and its name.
pub const DUTY_STATES: [(&str, &str); 5] = [
    ("done", "Đã làm"),
    ("part", "Đang làm"),
    ("not-done", "Chưa làm"),
    ("not-applicable", "Không áp dụng"),
    ("unanswered", "Chưa trả lời"),
];

/// The states of a department: the key that it is drawn with, and its name.
pub const DEPARTMENT_STATES: [(&str, &str); 4] = [
    ("form", "Đã trả lời"),
    ("paper", "Trả lời bằng giấy"),
    ("former", "Đơn vị cũ đã trả lời"),
    ("silent", "Chưa trả lời"),
];

/// The title of the bars of duties.
pub const DUTIES: &str = "Từng trách nhiệm";
/// The title of the bars of regions.
pub const REGIONS: &str = "Theo vùng";
/// The title of the table of figures.
pub const FIGURES: &str = "Số liệu";
/// The title of the map.
pub const MAP: &str = "Đơn vị đã trả lời trên bản đồ ô";
/// The title of the table of departments.
pub const DEPARTMENTS: &str = "Từng đơn vị";
/// The title of the table of duties.
pub const DUTY_TABLE: &str = "Số đơn vị theo tình trạng của từng trách nhiệm";
/// The title of the table of regions.
pub const REGION_TABLE: &str = "Số câu trả lời theo tình trạng ở từng vùng";
/// The region of those that have none.
pub const NO_REGION: &str = "Chưa xếp vào vùng nào";

/// The head of the column of duties.
pub const DUTY: &str = "Trách nhiệm";
/// How many departments were asked.
pub const ASKED: &str = "Được hỏi";
/// How many of them have answered.
pub const ANSWERED: &str = "Đã trả lời";
/// The head of the column of regions.
pub const REGION: &str = "Vùng";
/// The head of the column of figures.
pub const FIGURE: &str = "Số liệu";
/// The sum of a figure.
pub const SUM: &str = "Tổng";
/// How many departments a sum is of.
pub const GIVEN: &str = "Số đơn vị đã cho số";
/// How many departments a sum lacks.
pub const MISSING: &str = "Còn thiếu số của";
/// The sum of the round before.
pub const BEFORE: &str = "Đợt trước";
/// How many had done a duty in the round before.
pub const DONE_BEFORE: &str = "Đã làm, đợt trước";
/// The head of the column of departments.
pub const DEPARTMENT: &str = "Đơn vị";
/// The province or city of a department.
pub const PLACE: &str = "Địa bàn";
/// Whether a department has answered.
pub const STATE: &str = "Tình trạng";

/// That tiles are no geography.
pub const MAP_NOTE: &str = "Mỗi địa bàn là một ô bằng nhau, xếp gần các địa bàn lân cận cho dễ tìm. Đây là hình vẽ, không thể hiện vị trí, hình dạng hay diện tích thật.";

/// Shown in place of a count that would be that of single departments.
pub const WITHHELD: &str = "không công bố";

/// Shown in place of the sum of a figure that nobody has given.
pub const NO_SUM: &str = "chưa có";

/// The title.
pub fn title(booklet: &str) -> String {
    format!("Kết quả rà soát: {booklet}")
}

/// The booklet and the day of law that departments were asked about.
pub fn asked(booklet: &str, as_of: &str, round: Option<&str>) -> String {
    let round = round.map(|round| format!(", đợt {round}")).unwrap_or_default();
    format!("Phiếu hỏi gửi kèm «{booklet}»{round}. Quy định tính đến {as_of}.")
}

/// How many have answered.
pub fn answered(answered: usize, all: usize, before: Option<(usize, usize)>) -> String {
    let before = before.map(|(answered, all)| format!(" Đợt trước: {answered}/{all} đơn vị.")).unwrap_or_default();
    format!("{answered}/{all} đơn vị được hỏi đã trả lời; {} đơn vị chưa trả lời.{before}", all - answered.min(all))
}

/// How sums are to be read.
pub const SUMS: &str = "Tổng của mỗi số liệu chỉ gồm các đơn vị đã cho số; cạnh mỗi tổng là số đơn vị còn thiếu. Không có số nào được ước tính.";

/// Where an answer on paper is counted.
pub const ON_PAPER: &str =
    "Đơn vị trả lời bằng giấy được tính là đã trả lời; nội dung trên giấy không nằm trong các bảng dưới đây.";

/// The bars in words, for those who do not see them.
pub fn bars(rows: usize) -> String {
    format!("Biểu đồ thanh gồm {rows} thanh; các số có trong bảng ngay dưới.")
}

/// The map in words, for those who do not see it.
pub fn map_alt(places: usize) -> String {
    format!("Bản đồ gồm {places} ô, mỗi ô một địa bàn; tình trạng của từng đơn vị có trong bảng ngay dưới.")
}

/// That nothing of a single department is published.
pub fn totals_only(least: usize) -> String {
    format!(
        "Chỉ công bố số tổng hợp: không nêu riêng đơn vị nào, và không nêu con số nào chỉ gồm câu trả lời của dưới {least} đơn vị."
    )
}

/// Why there are no regions.
pub fn regions_withheld(least: usize) -> String {
    format!("Không chia theo vùng vì có vùng được hỏi, hay đã trả lời, dưới {least} đơn vị.")
}
