//! Through what a duty binds an audience. Vietnamese only: it is part of the booklet.

use crate::model::capacity::{Capacity, CapacityStep, CapacityWay};

/// `Của riêng bạn`, `Với tư cách cơ quan nhà nước`, `Khi bạn làm chủ đầu tư`
pub fn heading(capacity: &Capacity<'_>) -> String {
    match (capacity.way, doing(capacity)) {
        (CapacityWay::Own, _) => "Của riêng bạn".to_owned(),
        (CapacityWay::When, Some(doing)) => format!("Khi bạn {doing}"),
        (CapacityWay::As | CapacityWay::When, _) => format!("Với tư cách {}", within_sentence(&capacity.audience.name)),
        (CapacityWay::Everybody, _) => capacity.audience.name.clone(),
    }
}

/// The same in a sentence about many: `13 với tư cách cơ quan nhà nước`.
pub fn counted(capacity: &Capacity<'_>, count: usize) -> String {
    let words = match capacity.way {
        CapacityWay::Everybody => format!("của {}", within_sentence(&capacity.audience.name)),
        CapacityWay::Own | CapacityWay::As | CapacityWay::When => within_sentence(&heading(capacity)),
    };
    format!("{count} {words}")
}

/// `theo khoản 6 Điều 85 Nghị định số 224/2026/NĐ-CP`; nothing where no law is needed to say so.
pub fn reason(capacity: &Capacity<'_>) -> Option<String> {
    let mut sources: Vec<&str> = Vec::new();
    // What leads to a role is said where the audience is bound as that.
    for step in capacity.steps.iter().filter(|_| capacity.way == CapacityWay::As) {
        match step {
            CapacityStep::Is(membership) if !sources.contains(&membership.source.as_str()) => {
                sources.push(&membership.source)
            }
            CapacityStep::Is(_) | CapacityStep::Does(_) => {}
        }
    }
    (!sources.is_empty()).then(|| format!("theo {}", sources.join("; ")))
}

/// What one does last to be in the capacity.
fn doing<'v>(capacity: &Capacity<'v>) -> Option<&'v str> {
    match capacity.steps.last() {
        Some(CapacityStep::Does(role)) => Some(&role.doing),
        Some(CapacityStep::Is(_)) | None => None,
    }
}

/// A name after other words: without its capital, unless it is one that offices and people have.
fn within_sentence(name: &str) -> String {
    let is_proper = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let is_name = name.split(' ').skip(1).any(is_proper) || name.starts_with("Uỷ ban") || name.starts_with("Ủy ban");
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if !is_name => first.to_lowercase().chain(letters).collect(),
        Some(_) | None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_the_capitals_of_names() {
        let cases = [
            ("Cơ quan nhà nước", "cơ quan nhà nước"),
            ("Bộ quản lý ngành", "bộ quản lý ngành"),
            ("Tổ chức được cấp địa chỉ IP", "tổ chức được cấp địa chỉ IP"),
            ("Uỷ ban nhân dân cấp tỉnh", "Uỷ ban nhân dân cấp tỉnh"),
            ("Trung tâm Internet Việt Nam (VNNIC)", "Trung tâm Internet Việt Nam (VNNIC)"),
            ("", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(within_sentence(name), expected);
        }
    }
}
