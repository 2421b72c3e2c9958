//! Who issues instruments, as citations name them.

use super::token::Tokens;

/// Bodies and offices in lower case; where one begins another, the longer comes first.
const BODIES: [&str; 33] = [
    "thủ tướng chính phủ",
    "tổng thanh tra chính phủ",
    "thanh tra chính phủ",
    "văn phòng chính phủ",
    "chính phủ",
    "ủy ban thường vụ quốc hội",
    "uỷ ban thường vụ quốc hội",
    "văn phòng quốc hội",
    "quốc hội",
    "chủ tịch nước",
    "hội đồng nhà nước",
    "hội đồng bộ trưởng",
    "hội đồng thẩm phán tòa án nhân dân tối cao",
    "hội đồng thẩm phán toà án nhân dân tối cao",
    "chánh án tòa án nhân dân tối cao",
    "chánh án toà án nhân dân tối cao",
    "tòa án nhân dân tối cao",
    "toà án nhân dân tối cao",
    "viện trưởng viện kiểm sát nhân dân tối cao",
    "viện kiểm sát nhân dân tối cao",
    "tổng kiểm toán nhà nước",
    "kiểm toán nhà nước",
    "thống đốc ngân hàng nhà nước việt nam",
    "thống đốc ngân hàng nhà nước",
    "ngân hàng nhà nước việt nam",
    "ngân hàng nhà nước",
    "tổng cục bưu điện",
    "bộ chính trị",
    "ban bí thư",
    "ban chấp hành trung ương",
    "trung tâm internet việt nam",
    "bảo hiểm xã hội việt nam",
    "ủy ban dân tộc",
];

/// What a ministry is named after.
const MINISTRIES: [&str; 36] = [
    "bưu chính , viễn thông",
    "bưu chính viễn thông",
    "công an",
    "công nghiệp",
    "công thương",
    "dân tộc và tôn giáo",
    "giao thông vận tải",
    "giáo dục và đào tạo",
    "kế hoạch và đầu tư",
    "khoa học và công nghệ",
    "khoa học , công nghệ và môi trường",
    "lao động - thương binh và xã hội",
    "lao động , thương binh và xã hội",
    "lao động thương binh và xã hội",
    "ngoại giao",
    "nông nghiệp và môi trường",
    "nông nghiệp và phát triển nông thôn",
    "nội vụ",
    "quốc phòng",
    "thông tin và truyền thông",
    "thương mại",
    "thể dục thể thao",
    "thủy sản",
    "thuỷ sản",
    "tài chính",
    "tài nguyên và môi trường",
    "tư pháp",
    "văn hóa - thông tin",
    "văn hoá - thông tin",
    "văn hóa , thể thao và du lịch",
    "văn hoá , thể thao và du lịch",
    "văn hóa thể thao và du lịch",
    "xây dựng",
    "y tế",
    "đại học và trung học chuyên nghiệp",
    "lao động",
];

/// Reads the names of the bodies that issue one instrument together: `Bộ Tài chính, Bộ Y tế và Bộ Công an`.
pub(super) fn read_issuers(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut after = read_issuer(tokens, at)?;
    for _ in 0..MOST_TOGETHER {
        let joined = [',', '-', '–'].iter().any(|&mark| tokens.is_mark(after, mark)) || tokens.is(after, "và");
        match read_issuer(tokens, after + 1).filter(|_| joined) {
            Some(next) => after = next,
            None => break,
        }
    }
    Some(after)
}

/// More bodies than have issued one instrument yet.
const MOST_TOGETHER: usize = 16;

/// Reads the name of an issuer at `at`; gives the token after it.
pub(super) fn read_issuer(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let body = BODIES.iter().find_map(|body| tokens.phrase(at, body));
    body.or_else(|| {
        let ministry = tokens.phrase(at, "bộ trưởng bộ").or_else(|| tokens.phrase(at, "bộ"))?;
        MINISTRIES.iter().find_map(|name| tokens.phrase(ministry, name))
    })
}
