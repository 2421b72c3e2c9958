//! Where the name of a law ends in running text: `Luật Viễn thông`, `Luật Phòng, chống tham nhũng`.

use super::kind::read_kind;
use super::token::{Gap, Tokens};

/// Parts of names that hold a comma or `và`, in lower case: elsewhere these end a name.
///
/// A name that is missing here is read up to the comma or the `và`.
const COMPOSED: [&str; 46] = [
    "an toàn , vệ sinh lao động",
    "bảo vệ và kiểm dịch thực vật",
    "bảo vệ và phát triển rừng",
    "bảo hiểm xã hội , bảo hiểm y tế",
    "bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân",
    "cảnh sát môi trường",
    "cán bộ , công chức",
    "công an nhân dân",
    "di sản văn hóa",
    "đầu tư theo phương thức đối tác công tư",
    "điều ước quốc tế",
    "đo đạc và bản đồ",
    "giáo dục quốc phòng và an ninh",
    "hoạt động giám sát của quốc hội và hội đồng nhân dân",
    "hòa giải , đối thoại tại tòa án",
    "hôn nhân và gia đình",
    "hỗ trợ doanh nghiệp nhỏ và vừa",
    "khoa học và công nghệ",
    "khoa học , công nghệ và đổi mới sáng tạo",
    "khiếu nại , tố cáo",
    "ký kết , gia nhập và thực hiện điều ước quốc tế",
    "nghĩa vụ quân sự",
    "nhập cảnh , xuất cảnh , quá cảnh , cư trú của người nước ngoài tại việt nam",
    "xuất cảnh , nhập cảnh của công dân việt nam",
    "phí và lệ phí",
    "phòng , chống bạo lực gia đình",
    "phòng , chống khủng bố",
    "phòng , chống ma túy",
    "phòng , chống mua bán người",
    "phòng , chống rửa tiền",
    "phòng , chống tham nhũng",
    "phòng , chống thiên tai",
    "phòng , chống bệnh truyền nhiễm",
    "phòng , chống tác hại của rượu , bia",
    "phòng , chống tác hại của thuốc lá",
    "phòng cháy , chữa cháy",
    "phòng cháy và chữa cháy",
    "phòng cháy , chữa cháy và cứu nạn , cứu hộ",
    "quản lý , sử dụng vũ khí , vật liệu nổ và công cụ hỗ trợ",
    "quản lý , sử dụng tài sản công",
    "quản lý và sử dụng vốn nhà nước đầu tư vào sản xuất , kinh doanh tại doanh nghiệp",
    "sử dụng năng lượng tiết kiệm và hiệu quả",
    "thực hành tiết kiệm , chống lãng phí",
    "thi hành tạm giữ , tạm giam",
    "tiêu chuẩn và quy chuẩn kỹ thuật",
    "trưng mua , trưng dụng tài sản",
];

/// Words in lower case that no name goes on with.
const STOPS: [&str; 54] = [
    "này",
    "số",
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
    "không",
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
    "bao",
    "gồm",
    "quy",
    "nêu",
    "hiện",
    "hiệu",
    "hướng",
    "bị",
    "đối",
    "trước",
    "sau",
    "cũng",
    "nhưng",
    "vào",
    "ra",
    "trường",
    "thực",
    "liên",
    "như",
    "ban",
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
    if let Some(after) = composed(tokens, at) {
        return Some(after);
    }
    let mut next = at;
    while next < at + LONGEST && goes_on(tokens, next) && (next == at || !starts_citation(tokens, next)) {
        next += 1;
    }
    (next > at).then_some(next)
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
    // Words that stop alone, but not as the first half of a word of names: `quy hoạch`, `hiện đại`, `thực phẩm`.
    let first_half = ["quy hoạch", "thực phẩm", "hiệu quả", "năm tháng", "ban đầu", "thực vật", "hướng nghiệp"];
    let within = first_half.iter().any(|word| tokens.phrase(at, word).is_some());
    let about = tokens.is(at, "về") || tokens.is(at, "ngoài ra");
    !within && (about || STOPS.iter().any(|stop| tokens.is(at, stop)))
}

/// Whether another unit or type begins here: `Bộ luật Lao động Điều 4`, `Luật Quản lý thuế Nghị định …`.
fn starts_citation(tokens: &Tokens<'_>, at: usize) -> bool {
    let type_word = ["luật", "bộ luật", "nghị định", "thông tư", "quyết định", "pháp lệnh", "nghị quyết"];
    let unit = read_kind(tokens, at).is_some_and(|read| tokens.get(read.next).is_some())
        && (tokens.is(at, "điều") || tokens.is(at, "khoản"))
        && tokens.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
    unit || tokens.starts_with_capital(at) && type_word.iter().any(|word| tokens.phrase(at, word).is_some())
}
