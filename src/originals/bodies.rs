//! Names of bodies that issue instruments: heads print them in capitals, records have them in the usual letters.

/// Returns the name of a body that is written in capitals in the usual letters: `Bộ Khoa học và Công nghệ`.
pub fn in_usual_letters(capitals: &str) -> String {
    let small = capitals.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if let Some((_, name)) = FIXED.iter().find(|(small_name, _)| *small_name == small) {
        return (*name).to_owned();
    }
    let mut next = NextWord::Begins;
    let words: Vec<String> = small.split(' ').map(|word| next.write(word)).collect();
    words.join(" ")
}

/// Names whose capitals no rule gives, in small letters and as they are written.
const FIXED: [(&str, &str); 7] = [
    ("thủ tướng chính phủ", "Thủ tướng Chính phủ"),
    ("thanh tra chính phủ", "Thanh tra Chính phủ"),
    ("văn phòng chính phủ", "Văn phòng Chính phủ"),
    ("ủy ban thường vụ quốc hội", "Ủy ban thường vụ Quốc hội"),
    ("uỷ ban thường vụ quốc hội", "Uỷ ban thường vụ Quốc hội"),
    ("văn phòng quốc hội", "Văn phòng Quốc hội"),
    ("ngân hàng nhà nước việt nam", "Ngân hàng Nhà nước Việt Nam"),
];

/// Kinds of bodies after which their field is named: `Bộ Y tế`.
const FIELD_FOLLOWS: [&str; 5] = ["bộ", "sở", "cục", "vụ", "ban"];
/// Units of the country after which a proper name stands: `tỉnh Bắc Giang`.
const NAME_FOLLOWS: [&str; 8] = ["tỉnh", "phố", "quận", "huyện", "thị", "xã", "phường", "trấn"];

/// How the next word of a name is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NextWord {
    /// It is the first of all.
    Begins,
    /// It follows `Tổng`: `cục`.
    General,
    /// It is the first of a field: `Khoa học và Công nghệ`.
    BeginsField,
    WithinField,
    /// It is a part of a proper name.
    Name,
    Small,
}

impl NextWord {
    /// Writes a word, and moves on.
    fn write(&mut self, word: &str) -> String {
        let written = match self {
            NextWord::Begins | NextWord::BeginsField | NextWord::Name if !is_sign(word) => capitalised(word),
            _ => word.to_owned(),
        };
        *self = self.after(word);
        written
    }

    fn after(self, word: &str) -> Self {
        match self {
            NextWord::Name => NextWord::Name,
            NextWord::Small if NAME_FOLLOWS.contains(&word) => NextWord::Name,
            NextWord::WithinField if matches!(word, "tỉnh" | "phố") => NextWord::Name,
            NextWord::Begins if FIELD_FOLLOWS.contains(&word) => NextWord::BeginsField,
            // `Tổng cục Thuế`: the kind of body has two words.
            NextWord::Begins if word == "tổng" => NextWord::General,
            NextWord::General => NextWord::BeginsField,
            NextWord::Begins | NextWord::Small => NextWord::Small,
            NextWord::BeginsField | NextWord::WithinField if word == "và" || word.ends_with(',') || is_sign(word) => {
                NextWord::BeginsField
            }
            NextWord::BeginsField | NextWord::WithinField => NextWord::WithinField,
        }
    }
}

fn is_sign(word: &str) -> bool {
    !word.chars().any(char::is_alphanumeric)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_are_written_as_usual() {
        for name in [
            "Bộ Khoa học và Công nghệ",
            "Bộ Văn hóa, Thể thao và Du lịch",
            "Bộ Lao động - Thương binh và Xã hội",
            "Bộ Nông nghiệp và Phát triển nông thôn",
            "Bộ Y tế",
            "Sở Thông tin và Truyền thông",
            "Chính phủ",
            "Quốc hội",
            "Thủ tướng Chính phủ",
            "Ủy ban nhân dân tỉnh Bắc Giang",
            "Hội đồng nhân dân thành phố Hồ Chí Minh",
            "Tòa án nhân dân tối cao",
            "Kiểm toán nhà nước",
            "Ngân hàng Nhà nước Việt Nam",
            "Sở Lao động - Thương binh và Xã hội tỉnh Bắc Giang",
            "Tổng cục Thuế",
            "Cục Viễn thông",
        ] {
            assert_eq!(in_usual_letters(&name.to_uppercase()), name);
        }
    }
}
