//! What a report says of itself.

use crate::diag::{Both, Severity, Waived};

/// What there are more of: the hole `{what}` of [`crate::diag::MORE`].
pub fn what(severity: Severity, count: usize) -> Both {
    let (vi, en) = match severity {
        Severity::Error => ("lỗi", "error"),
        Severity::Warning => ("cảnh báo", "warning"),
        Severity::Note => ("lưu ý", "note"),
    };
    Both::new(vi, if count == 1 { en.to_owned() } else { format!("{en}s") })
}

/// Stands in the place of advice where the corpus' waivers let a finding stand.
pub fn waived(waived: &Waived) -> Both {
    let Waived { reason, until } = waived;
    Both::new(format!("được miễn đến {until}: {reason}"), format!("waived until {until}: {reason}"))
}
