//! Where the name of a law ends in running text: `Luật Viễn thông`, `Luật Phòng, chống tham nhũng`.

use super::kind::read_kind;
use super::token::{Gap, Tokens};

/// Names that hold a comma, `và` or another word that ends names elsewhere, in lower case.
///
/// A name that is missing here is read up to that word.
const COMPOSED: [&str; 58] = [
    "an toàn , vệ sinh lao động",
    "an toàn và kiểm soát bức xạ",
    "ban hành văn bản quy phạm pháp luật",
    "bảo vệ và kiểm dịch thực vật",
    "bảo vệ và phát triển rừng",
    "bảo vệ , chăm sóc và giáo dục trẻ em",
    "bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân",
    "cán bộ , công chức",
    "các công cụ chuyển nhượng",
    "các tổ chức tín dụng",
    "đầu tư theo phương thức đối tác công tư",
    "đo đạc và bản đồ",
    "giáo dục quốc phòng và an ninh",
    "hoạt động giám sát của quốc hội và hội đồng nhân dân",
    "hòa giải , đối thoại tại tòa án",
    "hôn nhân và gia đình",
    "hỗ trợ doanh nghiệp nhỏ và vừa",
    "khám bệnh , chữa bệnh",
    "khiếu nại , tố cáo",
    "khoa học và công nghệ",
    "khoa học , công nghệ và đổi mới sáng tạo",
    "ký kết , gia nhập và thực hiện điều ước quốc tế",
    "nhập cảnh , xuất cảnh , quá cảnh , cư trú của người nước ngoài tại việt nam",
    "nhập cảnh , xuất cảnh , quá cảnh và cư trú của người nước ngoài tại việt nam",
    "người lao động việt nam đi làm việc ở nước ngoài theo hợp đồng",
    "phí và lệ phí",
    "phòng , chống bạo lực gia đình",
    "phòng , chống bệnh truyền nhiễm",
    "phòng , chống khủng bố",
    "phòng , chống lụt , bão",
    "phòng , chống ma túy",
    "phòng , chống mại dâm",
    "phòng , chống mua bán người",
    "phòng , chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người",
    "phòng , chống rửa tiền",
    "phòng , chống tác hại của rượu , bia",
    "phòng , chống tác hại của thuốc lá",
    "phòng , chống tham nhũng",
    "phòng , chống thiên tai",
    "phòng cháy , chữa cháy và cứu nạn , cứu hộ",
    "phòng cháy và chữa cháy",
    "phổ biến , giáo dục pháp luật",
    "quản lý và đầu tư vốn nhà nước tại doanh nghiệp",
    "quản lý , sử dụng tài sản công",
    "quản lý , sử dụng tài sản nhà nước",
    "quản lý , sử dụng vốn nhà nước đầu tư vào sản xuất , kinh doanh tại doanh nghiệp",
    "quản lý , sử dụng vũ khí , vật liệu nổ và công cụ hỗ trợ",
    "sử dụng năng lượng tiết kiệm và hiệu quả",
    "thi đua , khen thưởng",
    "thi hành tạm giữ , tạm giam",
    "thực hành tiết kiệm , chống lãng phí",
    "thực hiện dân chủ ở cơ sở",
    "tiêu chuẩn và quy chuẩn kỹ thuật",
    "trách nhiệm bồi thường của nhà nước",
    "trật tự , an toàn giao thông đường bộ",
    "trưng mua , trưng dụng tài sản",
    "ưu đãi người có công với cách mạng",
    "xuất cảnh , nhập cảnh của công dân việt nam",
];

/// Words in lower case that no name goes on with.
const STOPS: [&str; 64] = [
    "này",
    "ngày",
    "năm",
    "được",
    "đã",
    "đang",
    "sẽ",
    "thì",
    "có",
    "là",
    "phải",
    "để",
    "do",
    "bởi",
    "và",
    "hoặc",
    "hay",
    "các",
    "những",
    "của",
    "cho",
    "với",
    "khi",
    "nếu",
    "mà",
    "trừ",
    "tại",
    "theo",
    "trong",
    "trên",
    "từ",
    "đến",
    "về",
    "nêu",
    "nói",
    "bị",
    "cũng",
    "nhưng",
    "cần",
    "nhằm",
    "bằng",
    "còn",
    "chưa",
    "chỉ",
    "làm",
    "gửi",
    "như",
    "vào",
    "bao gồm",
    "quy định",
    "hiện hành",
    "hiệu lực",
    "hướng dẫn",
    "đối với",
    "trước khi",
    "sau khi",
    "sau đây",
    "trường hợp",
    "thực hiện",
    "liên quan",
    "ban hành",
    "ngoài ra",
    "lần đầu",
    "căn cứ",
];

/// Most laws have names shorter than this, in words.
const LONGEST: usize = 16;

/// The token after the name of a law that begins at `at`, or `None` where none does.
///
/// `cited` where a unit stands before it, which makes even `Luật doanh nghiệp` a name.
pub(super) fn read_name(tokens: &Tokens<'_>, at: usize, cited: bool) -> Option<usize> {
    if !(tokens.starts_with_capital(at) || cited) || tokens.letters(at).is_none() {
        return None;
    }
    if is_amending(tokens, at) {
        return None;
    }
    if let Some(after) = composed(tokens, at) {
        return Some(after);
    }
    let mut next = at;
    while next < at + LONGEST && goes_on(tokens, next) && (next == at || !starts_citation(tokens, next)) {
        next += 1;
    }
    (next > at).then_some(next)
}

/// Whether the name is that of an amending law, which names other laws.
pub(super) fn is_amending(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.phrase(at, "sửa đổi").or_else(|| tokens.phrase(at, "bổ sung")).is_some()
}

fn composed(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    COMPOSED.iter().filter_map(|name| tokens.phrase(at, name)).max()
}

fn goes_on(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(word) = tokens.letters(at) else { return false };
    let crosses = tokens.gap(at) == Gap::Paragraph;
    let stops = word.starts_with(char::is_lowercase) && is_stop(tokens, at);
    !crosses && !stops && !word.contains(|c: char| c.is_ascii_digit())
}

fn is_stop(tokens: &Tokens<'_>, at: usize) -> bool {
    // `số` and `không` end a name only as words of their own: Luật Tần số vô tuyến điện, Luật Hàng không dân dụng.
    let numbered = tokens.is(at, "số") && (tokens.digits(at + 1).is_some() || tokens.is_mark(at + 1, ':'));
    let negates = tokens.is(at, "không") && !(at > 0 && tokens.is(at - 1, "hàng"));
    numbered || negates || STOPS.iter().any(|stop| tokens.phrase(at, stop).is_some())
}

/// Whether another unit or type begins here: `Bộ luật Lao động Điều 4`, `Luật Quản lý thuế Nghị định …`.
fn starts_citation(tokens: &Tokens<'_>, at: usize) -> bool {
    let type_word = ["luật", "bộ luật", "nghị định", "thông tư", "quyết định", "pháp lệnh", "nghị quyết"];
    let unit = read_kind(tokens, at).is_some_and(|read| tokens.get(read.next).is_some())
        && (tokens.is(at, "điều") || tokens.is(at, "khoản"))
        && tokens.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
    unit || tokens.starts_with_capital(at) && type_word.iter().any(|word| tokens.phrase(at, word).is_some())
}
